//! What could be better is told beside the field, in the table, in its list and on home, and the list
//! leads into the very field.

use super::*;
use crate::model::plan::review::Advice;

#[test]
fn a_course_without_a_factor_for_monitoring_asks_for_no_row_of_it() {
    let is_asked = |desk: &Desk| {
        let plan = desk.plan();
        remarks::of(plan, &desk.cx).iter().any(|remark| remark.advice == Advice::NoMonitoring)
    };
    let mut desk = Desk::on_plan(vec![three()]);
    assert!(is_asked(&desk));
    let mut course = Course::clone(&desk.cx.course);
    course.factors.clear();
    desk.cx.course = Rc::new(course);
    assert!(!is_asked(&desk));
}
use crate::{
    model::plan::review::{HeadPart, RowPart},
    ui::screens::plan::{head, row},
};

#[test]
fn the_rules_and_the_forms_call_every_field_the_same() {
    for part in RowPart::ALL {
        assert_eq!(row::label(part.at()), part.name(), "{part:?}");
    }
    assert_eq!(row::label(RowPart::ALL.len()), Text::new("", ""));
    for part in HeadPart::ALL {
        assert_eq!(head::label(part.at()), part.name(), "{part:?}");
    }
    assert_eq!(head::label(HeadPart::ALL.len()), Text::new("", ""));
}

#[test]
fn a_field_says_what_could_be_better_while_it_is_filled_in_and_is_quiet_again_when_it_is() {
    let mut desk = Desk::on_plan(vec![Plan::new("1".to_owned(), full().edited)]);
    desk.keys("t");
    desk.keys("Meningkatkan kesadaran");
    desk.shows("“meningkatkan kesadaran” tidak dapat dilihat");
    desk.press(Key::ctrl('u'));
    desk.keys("Sosialisasi SOP");
    desk.shows("“Menyosialisasikan SOP”");
    desk.press(Key::ctrl('u'));
    desk.keys("Mengukur waktu");
    desk.shows("Diawali kata kerja");
    desk.keys("\n\n\n\n\n\n");
    desk.shows("Satu jabatan, bukan “semua”");
    desk.keys("semua");
    desk.shows("“semua” berarti tidak seorang pun");
}

#[test]
fn the_list_leads_into_the_very_field_and_back_and_the_change_is_taken_back() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("e");
    desk.shows("Saran perbaikan");
    let before = desk.draw(80, 24);
    assert!(before.contains("Baris 1 · "), "{before}");
    // What the first row lacks first is its target.
    desk.keys("\n");
    let form = desk.draw(80, 24);
    assert!(form.contains("Baris 1"), "{form}");
    desk.keys("6 dari 6 petugas");
    assert_eq!(desk.plan().rows[0].target, "6 dari 6 petugas");
    desk.keys(ESC);
    desk.shows("Saran perbaikan");
    desk.keys(ESC);
    desk.shows("Tekan u");
    let after = desk.plan().clone();
    desk.keys("u");
    assert_ne!(*desk.plan(), after);
}

#[test]
fn an_untouched_plan_shows_no_count_anywhere() {
    let mut desk = Desk::on_plan(vec![Plan::new("1".to_owned(), full().edited)]);
    let table = desk.draw(80, 24);
    assert!(!table.contains(" saran"), "{table}");
    desk.keys("e");
    desk.shows("Belum ada yang dapat diperiksa");
    assert!(!desk.draw(80, 24).contains("0 saran"));
}
