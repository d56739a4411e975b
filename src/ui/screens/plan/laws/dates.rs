//! Dates picked in the calendar and dates half typed; rows copied and changes made again.

use super::*;

/// On the first day of the first row.
const START: &str = "\n\t\t\t\t\t\t\t";
const F5: Key = Key::plain(Code::F(5));

#[test]
fn a_date_is_picked_in_the_month_and_escape_leaves_the_field_as_it_was() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys(START);
    desk.shows("F5 kalender");
    desk.press(F5);
    desk.shows("Sen  Sel  Rab  Kam  Jum  Sab  Min");
    desk.shows("Selasa, 24 November 2026");
    desk.press(keys::DOWN);
    desk.keys(ESC);
    assert_eq!(desk.plan().rows[0].start, None, "left as it was");
    desk.press(F5);
    for key in [keys::DOWN, keys::RIGHT, keys::PAGE_DOWN] {
        desk.press(key);
    }
    desk.shows("Sabtu, 2 Januari 2027");
    desk.keys("\n");
    assert_eq!(desk.plan().rows[0].start, "2027-01-02".parse().ok());
    desk.keys("\n");
    desk.press(F5);
    desk.shows("Januari 2027");
    desk.keys("t\n");
    assert_eq!(desk.plan().rows[0].finish, desk.cx.today().into(), "today");
    desk.keys(ESC);
    desk.keys("uu");
    assert_eq!(desk.plan().rows[0].start, None);
}

#[test]
fn the_calendar_opens_in_date_fields_alone_and_fits_the_smallest_window() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("\n");
    assert!(!desk.draw(80, 24).contains("kalender"));
    desk.press(F5);
    assert!(!desk.draw(80, 24).contains("Sen  Sel"));
    desk.keys(ESC);
    desk.keys(START);
    desk.press(F5);
    for lang in Lang::ALL {
        desk.cx.speak(lang);
        let small = desk.draw(60, 18);
        assert!(small.contains(lang.pick("● hari ini", "● today")), "{small}");
        assert!(small.contains("24●"), "today is marked in the month\n{small}");
    }
}

#[test]
fn a_half_typed_date_is_in_the_profile_and_stands_there_again_after_a_kill() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys(START);
    desk.keys("1 D");
    let row = &desk.plan().rows[0];
    assert_eq!((row.start, row.unread.first.as_str()), (None, "1 D"));
    let kept = serde_json::to_string(desk.plan()).unwrap();
    let mut desk = Desk::on_plan(vec![serde_json::from_str(&kept).unwrap()]);
    desk.keys(START);
    desk.shows("1 D");
    desk.keys("es\n");
    let row = &desk.plan().rows[0];
    assert_eq!(row.start, "2026-12-01".parse().ok());
    assert!(row.unread.is_empty());
    assert!(!serde_json::to_string(desk.plan()).unwrap().contains("unread"));
    desk.keys("besok\u{1b}\u{1b}");
    assert!(desk.plan().rows[0].unread.is_empty(), "given up by the person");
    desk.keys("i\t\t\t\t\t");
    desk.press(Key::ctrl('u'));
    desk.keys("31 F");
    assert_eq!(desk.plan().head.unread.first, "31 F");
}

#[test]
fn a_row_is_copied_and_a_change_taken_back_is_made_again_until_another_comes() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("jsc");
    assert_eq!(desk.actions(), ["satu", "dua", "dua", "tiga"]);
    desk.shows("Baris 2 disalin menjadi baris 3.");
    let rows = &desk.plan().rows;
    assert_ne!(rows[1].id, rows[2].id);
    assert_eq!(rows[2].status, crate::model::plan::Status::Planned);
    let copied = rows.clone();
    desk.keys("u");
    assert_eq!(desk.actions(), ["satu", "dua", "tiga"]);
    desk.keys("y");
    assert_eq!(desk.plan().rows, copied);
    desk.keys("us");
    let changed = desk.plan().rows.clone();
    desk.keys("y");
    assert_eq!(desk.plan().rows, changed, "a new change ends the redo");
}

#[test]
fn typing_is_taken_back_in_the_field_and_in_the_plan_with_it() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("\n kedua kali");
    desk.press(Key::ctrl('z'));
    assert_eq!(desk.plan().rows[0].action, "satu kedua ");
    desk.press(Key::ctrl('y'));
    assert_eq!(desk.plan().rows[0].action, "satu kedua kali");
}
