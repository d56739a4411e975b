//! What can be taken back, and what leaves no trace.

use super::*;

#[test]
fn what_is_typed_takes_the_place_of_a_date_and_a_walk_leaves_it_alone() {
    for (typed, stored) in [("1/12/2026", Some("2026-12-01")), ("\u{8}", None)] {
        let mut desk = Desk::on_plan(vec![three()]);
        desk.keys("\n\t\t\t\t\t\t\t24/12/2026\n");
        desk.press(keys::UP);
        if typed == "\u{8}" {
            desk.press(Key::plain(Code::Backspace));
        } else {
            desk.keys(typed);
        }
        assert_eq!(desk.plan().rows[0].start, stored.and_then(|date| date.parse().ok()), "{typed}");
    }
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("\n\t\t\t\t\t\t\t24/12/2026\n");
    desk.press(keys::UP);
    desk.press(keys::LEFT);
    desk.press(Key::plain(Code::Backspace));
    desk.keys("7");
    assert_eq!(desk.plan().rows[0].start, "2076-12-24".parse().ok());
}

#[test]
fn each_field_of_a_visit_is_taken_back_by_itself_and_after_leaving_the_plan_too() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("iAkta\nNomor 7\n");
    desk.keys(ESC);
    desk.keys(ESC);
    assert_eq!(desk.screens.len(), 1, "back home");
    desk.keys("ru");
    assert_eq!(
        (desk.plan().head.sop.title.as_str(), desk.plan().head.sop.number.as_str()),
        ("~judulAkta", "~nomor")
    );
    desk.keys("u");
    assert_eq!(desk.plan().head, three().head);
    desk.keys("u");
    assert_eq!(*desk.plan(), Plan { edited: desk.plan().edited, ..three() });
}

#[test]
fn a_plan_begun_beside_another_and_left_untouched_is_gone() {
    let mut desk = Desk::on_plan(vec![three()]);
    let id = desk.plan().id.clone();
    desk.keys("n");
    assert_eq!(desk.cx.profile().plans.len(), 2);
    desk.keys(ESC);
    assert_eq!(desk.cx.profile().plans.len(), 1);
    assert_eq!(desk.plan().id, id);
    desk.shows("3 baris");
}
