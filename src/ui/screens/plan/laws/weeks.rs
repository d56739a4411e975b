//! The timeline says in words what its bars show, keeps today in sight, and leads into the rows.

use super::*;
use crate::model::plan::{CheckIn, Status};

/// Late, to come, and without a date; the day is 24 November 2026.
fn plan() -> Plan {
    let mut plan = three();
    let day = |text: &str| text.parse().ok();
    plan.rows[0].start = day("2026-11-02");
    plan.rows[0].finish = day("2026-11-18");
    plan.rows[0].status = Status::Started;
    plan.rows[2].start = day("2026-12-07");
    plan.rows[2].finish = day("2027-01-15");
    plan.checkins.push(CheckIn::planned("c".to_owned(), day("2026-12-24").unwrap()));
    plan
}

#[test]
fn what_the_bars_show_is_said_in_words_also_in_the_smallest_window_and_in_plain_marks() {
    for is_ascii in [false, true] {
        let mut desk = Desk::on_plan(vec![plan()]);
        desk.cx.adjust(Save::Now, |profile| profile.settings.ascii = is_ascii);
        desk.keys("l");
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let shown = desk.draw(width, height);
            for words in
                ["hari ini 24 Nov", "terlambat 6 hari", "1 baris terlambat", "Tanpa tanggal"]
            {
                assert!(shown.contains(words), "{words} is not in\n{shown}");
            }
            assert!(shown.contains("berikut 24 Des"), "{shown}");
            let is_plain = shown.chars().all(|c| c.is_ascii() || c == '·' || c == '…');
            assert!(!is_ascii || is_plain, "{shown}");
        }
    }
}

#[test]
fn today_stands_over_its_line() {
    let mut desk = Desk::on_plan(vec![plan()]);
    desk.keys("l");
    for (width, height) in [(60, 18), (80, 24), (120, 40), (200, 60)] {
        let shown = desk.draw(width, height);
        let column = |line: &str, mark: char| {
            line.chars().take_while(|c| *c != mark).map(|c| c.to_string().width()).sum::<usize>()
        };
        let head = shown.lines().find(|line| line.contains("hari ini 24 Nov")).unwrap();
        let row = shown.lines().find(|line| line.contains("3 tiga")).unwrap();
        assert_eq!(column(head, '↓'), column(row, '│'), "{shown}");
    }
}

#[test]
fn weeks_move_both_ways_and_today_comes_back() {
    let mut long = plan();
    long.head.to = "2027-06-30".parse().ok();
    let mut desk = Desk::on_plan(vec![long]);
    desk.keys("l");
    let first = desk.draw(60, 18);
    desk.press(keys::LEFT);
    let before = desk.draw(60, 18);
    assert_ne!(first, before);
    for _ in 0..30 {
        desk.press(keys::RIGHT);
    }
    let last = desk.draw(60, 18);
    assert!(last.contains("< hari ini"), "{last}");
    desk.keys("t");
    assert_eq!(desk.draw(60, 18), first);
}

#[test]
fn enter_opens_the_row_and_the_table_stands_on_it_afterwards() {
    let mut desk = Desk::on_plan(vec![plan()]);
    desk.keys("lj\n");
    desk.shows("Baris 3 · tiga");
    desk.keys(ESC);
    desk.shows("hari ini 24 Nov");
    desk.keys("j");
    desk.keys(ESC);
    let table = desk.draw(80, 24);
    assert!(table.contains("▸ 2   dua"), "the one without a date stands last: {table}");
}
