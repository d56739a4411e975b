//! Several plans of one person.

use super::*;

#[test]
fn another_plan_is_chosen_and_a_plan_goes_only_after_yes() {
    let mut other = full();
    other.id = "other".to_owned();
    other.head.sop.title = "Akta".to_owned();
    other.edited = "2026-01-01T00:00:00+07:00".parse().unwrap();
    let mut desk = Desk::on_plan(vec![three(), other]);
    desk.keys("xp");
    desk.shows("Akta");
    desk.keys(ESC);
    desk.shows("u urungkan");
    desk.keys("pj\n");
    desk.shows("Rencana tindak lanjut · Akta");
    desk.keys("px");
    desk.shows("Hapus rencana “Akta” (1 baris)?");
    desk.keys("\n");
    desk.keys(ESC);
    assert_eq!(desk.cx.profile().plans.len(), 2);
    desk.keys("xy");
    assert_eq!(desk.cx.profile().plans.len(), 1);
    desk.keys(ESC);
    desk.shows("Rencana tindak lanjut · ~judul");
    desk.keys("pxy\u{1b}");
    desk.shows("Tekan Enter untuk memulai");
    assert!(desk.cx.profile().plans.is_empty());
}

#[test]
fn new_plans_lie_beside_one_another() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("nAkta\u{1b}");
    assert_eq!(desk.cx.profile().plans.len(), 2);
    desk.shows("Rencana tindak lanjut · Akta");
    assert_eq!(desk.plan().rows.len(), 3);
}
