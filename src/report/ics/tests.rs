//! Laws of the calendar, read by a reader of its own: see tests/it/paper for whole files.

use super::{lines::Lines, *};
use crate::model::plan::{CheckIn, tests::full};

fn unfolded(bytes: Vec<u8>) -> Vec<String> {
    let text = String::from_utf8(bytes).unwrap();
    let whole = text.replace("\r\n ", "");
    whole.split_terminator("\r\n").map(str::to_owned).collect()
}

fn written(plan: &Plan) -> Vec<String> {
    unfolded(super::plan(plan, Lang::Id).unwrap())
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn lines_fold_at_75_octets_between_characters_and_unfold_to_what_they_were() {
    for text in ["a".repeat(300), "世界é".repeat(60), "a;b,c\\d\n".repeat(40), String::new()] {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &text);
        let bytes = lines.into_bytes();
        assert!(bytes.ends_with(b"\r\n"));
        for line in String::from_utf8(bytes.clone()).unwrap().split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        let read = unfolded(bytes).concat();
        let read = read.strip_prefix("SUMMARY:").unwrap().replace("\\n", "\n");
        let read = read.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
        assert_eq!(read, text);
    }
}

#[test]
fn a_row_has_two_days_and_a_check_in_one_each_the_day_alone() {
    let mut plan = full();
    let due = "2026-12-24".parse().unwrap();
    plan.checkins.push(CheckIn::planned("c1".to_owned(), due));
    let lines = written(&plan);
    assert_eq!(values(&lines, "DTSTART;VALUE=DATE"), ["20261201", "20261214", "20261224"]);
    assert_eq!(values(&lines, "DTEND;VALUE=DATE"), ["20261202", "20261215", "20261225"]);
    let uids = ["00ab-1-start@pandu", "00ab-1-finish@pandu", "00ab-c1-checkin@pandu"];
    assert_eq!(values(&lines, "UID"), uids);
    assert_eq!(values(&lines, "DTSTAMP"), ["20261124T021231Z"; 3]);
    assert_eq!(values(&lines, "TRIGGER").len(), 4);
    plan.rows[0].start = plan.rows[0].finish;
    assert_eq!(values(&written(&plan), "UID"), &uids[1..], "one day is one event");
}

#[test]
fn an_event_keeps_its_name_and_grows_in_number_when_the_plan_changes() {
    let mut plan = full();
    let before = written(&plan);
    plan.rows[0].finish = "2027-01-31".parse().ok();
    plan.edited = "2026-11-24T09:14:00+07:00".parse().unwrap();
    let after = written(&plan);
    assert_eq!(values(&before, "UID"), values(&after, "UID"));
    let number = |lines: &[String]| values(lines, "SEQUENCE")[0].parse::<u32>().unwrap();
    assert!(number(&before) < number(&after));
}

#[test]
fn what_is_over_reminds_nobody_and_what_was_dropped_is_cancelled() {
    let mut plan = full();
    plan.rows[0].status = Status::Done;
    assert_eq!(values(&written(&plan), "TRIGGER"), [""; 0]);
    assert_eq!(values(&written(&plan), "STATUS"), ["CONFIRMED"; 2]);
    plan.rows[0].status = Status::Dropped;
    assert_eq!(values(&written(&plan), "STATUS"), ["CANCELLED"; 2]);
}

#[test]
fn ids_of_any_text_give_names_that_differ() {
    let mut plan = full();
    let mut row = plan.rows.remove(0);
    for id in ["a-b", "a_2db", "a_b", "", "\r\nX:1", "世", "a-b"] {
        id.clone_into(&mut row.id);
        plan.rows.push(row.clone());
    }
    let lines = written(&plan);
    let uids: BTreeSet<&str> = values(&lines, "UID").into_iter().collect();
    assert_eq!(uids.len(), 14);
    assert!(uids.iter().all(|uid| uid.is_ascii() && !uid.contains(char::is_whitespace)));
}

#[test]
fn a_plan_without_a_day_is_no_calendar_and_the_last_day_of_all_has_no_next() {
    let mut plan = full();
    plan.rows[0].start = None;
    plan.rows[0].finish = Some(Date::MAX);
    assert_eq!(values(&written(&plan), "DTEND;VALUE=DATE"), [""; 0]);
    plan.rows.clear();
    assert_eq!(super::plan(&plan, Lang::En), None);
}

#[test]
fn a_year_that_a_calendar_cannot_hold_is_left_out() {
    let mut plan = full();
    plan.rows[0].start = Some(Date::MIN);
    assert_eq!(values(&written(&plan), "DTSTART;VALUE=DATE"), ["20261214"]);
    plan.rows[0].finish = Some(Date::MAX);
    assert_eq!(values(&written(&plan), "DTSTART;VALUE=DATE"), ["99991231"]);
}
