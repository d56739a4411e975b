//! Laws of the pace of a day.

use super::*;
use crate::model::{live::samples::course, profile::Unknown, text::Lang};

const START: &str = "2026-11-24T08:10:00+07:00";

fn today(day: u32) -> Day {
    let start = START.parse().unwrap();
    Day { schedule: Some("dua".to_owned()), day, start, unknown: Unknown::new() }
}

fn at(minutes: i64) -> Moment {
    START.parse::<Moment>().unwrap().later(jiff::SignedDuration::from_mins(minutes))
}

fn pace_of(page: &str, minutes: i64) -> Pace {
    pace(&course(), &today(1), page, at(minutes)).unwrap()
}

/// Day 1: free 0–30, a 30–120 (a1 30–52, a2 52–97, a3 97–120), free 120–135, b 135–225
/// (b1 135–195, b2 none, b3 195–225).
#[test]
fn minutes_behind_follow_the_share_of_the_page() {
    let table = [
        ("a1", 0, 0),
        ("a1", 30, 0),
        ("a1", 52, 0),
        ("a1", 56, 4),
        ("a2", 40, -12),
        ("a2", 52, 0),
        ("a2", 97, 0),
        ("a2", 100, 3),
        // The last page of a session lasts through the break after it.
        ("a3", 119, 0),
        ("a3", 134, 0),
        ("a3", 140, 5),
        // The first page of a session begins with the break before it.
        ("b1", 121, 0),
        ("b1", 110, -10),
        ("b1", 200, 5),
        ("b3", 226, 1),
        ("a1", -5, -5),
    ];
    for (page, minutes, behind) in table {
        assert_eq!(pace_of(page, minutes).behind, Some(behind), "{page} at {minutes}");
    }
}

#[test]
fn sessions_breaks_and_hours_come_from_the_agenda() {
    let pace = pace_of("a2", 60);
    assert_eq!((pace.planned, pace.taught, pace.left), (Some(1), Some(1), Some(60)));
    assert_eq!(pace.rest, Some((2, "2026-11-24T10:10:00+07:00".parse().unwrap())));
    assert_eq!(pace.end.to_string(), "2026-11-24T11:55:00+07:00");
    let table = [(-3, 0), (0, 0), (74, 0), (75, 1), (119, 1), (120, 2), (180, 3), (500, 4)];
    for (minutes, done) in table {
        assert_eq!(pace_of("a2", minutes).jp, (done, 4), "{minutes}");
    }
    let over = pace_of("a2", 125);
    assert_eq!((over.planned, over.taught, over.left), (Some(2), Some(1), Some(-5)));
    assert_eq!(over.rest, None, "the break has begun and no other follows");
    let after = pace_of("b3", 1000);
    assert_eq!((after.planned, after.taught), (None, Some(3)));
}

#[test]
fn a_page_of_another_day_has_no_pace_and_a_day_that_is_not_planned_none_at_all() {
    let pace = pace_of("c1", 60);
    assert_eq!((pace.taught, pace.behind, pace.left), (None, None, Some(60)));
    assert_eq!(super::pace(&course(), &today(9), "a1", at(0)), None);
    let other = Day { schedule: None, ..today(1) };
    assert_eq!(super::pace(&course(), &other, "a1", at(0)), None);
}

#[test]
fn a_page_that_no_session_lists_takes_the_time_of_the_one_before_it() {
    let mut course = course();
    course.agenda[1].pages = vec!["a2".to_owned()];
    let behind = |page, minutes| pace(&course, &today(1), page, at(minutes)).unwrap().behind;
    for page in ["a1", "a2", "a3"] {
        assert_eq!(behind(page, 100), Some(0), "{page}");
        assert_eq!(behind(page, 140), Some(5), "{page}");
    }
    assert_eq!(behind("gone", 100), None);
}

#[test]
fn sessions_without_a_time_follow_each_other() {
    let mut course = course();
    for session in &mut course.agenda {
        session.start = None;
    }
    let froms: Vec<i64> = day(&course, Some("dua"), 1).iter().map(|slot| slot.from).collect();
    assert_eq!(froms, [0, 30, 120, 135]);
    course.agenda[1].start = Some("09.30".to_owned());
    course.agenda[3].start = Some("12.00".to_owned());
    let froms: Vec<i64> = day(&course, Some("dua"), 1).iter().map(|slot| slot.from).collect();
    assert_eq!(froms, [0, 30, 120, 180]);
}

#[test]
fn pages_without_minutes_share_evenly() {
    let mut course = course();
    for page in course.modules.iter_mut().flat_map(|module| &mut module.pages) {
        page.minutes = 0;
    }
    let behind = |page, minutes| pace(&course, &today(1), page, at(minutes)).unwrap().behind;
    assert_eq!(behind("a2", 60), Some(0));
    assert_eq!(behind("a2", 92), Some(2));
    assert_eq!(behind("a1", 62), Some(2));
}

#[test]
fn the_pace_is_said_in_words() {
    let table = [
        (4, "4 menit di belakang", "4 minutes behind"),
        (1, "1 menit di belakang", "1 minute behind"),
        (0, "tepat waktu", "on time"),
        (-3, "3 menit lebih cepat", "3 minutes ahead"),
        (65, "1 jam 5 menit di belakang", "1 hour 5 minutes behind"),
        (120, "2 jam di belakang", "2 hours behind"),
    ];
    for (minutes, id, en) in table {
        assert_eq!(words::behind(minutes, Lang::Id), id);
        assert_eq!(words::behind(minutes, Lang::En), en);
    }
    assert_eq!(words::left(38, Lang::Id), "sisa sesi 38 menit");
    assert_eq!(words::left(-5, Lang::En), "5 minutes over the session");
    assert_eq!(words::hours((3, 8), Lang::Id), "3 dari 8 JP");
    let course = course();
    let slots = day(&course, Some("dua"), 1);
    assert_eq!(words::rest(&pace_of("a2", 60), &slots, Lang::Id).unwrap(), "10.00  10.10");
}
