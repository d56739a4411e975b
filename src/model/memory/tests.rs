use std::sync::Arc;

use super::*;
use crate::model::{
    history,
    moment::Moment,
    profile::{Chosen, CourseRecord, Mode},
    progress::tests::{answer, round},
};

/// Histories with what another implementation by the same authors makes of them; how they were made
/// stands in the script beside the file.
const GOLDEN: &str = include_str!("../../../tests/data/fsrs-golden.tsv");

fn day(days: i64) -> Moment {
    let first: Moment = "2026-01-01T09:00:00+07:00".parse().unwrap();
    first.later(jiff::SignedDuration::from_hours(24 * days))
}

/// A record in which one item was rated so, after so many days each.
fn record(reviews: &[(u32, i64)]) -> CourseRecord {
    let mut work = CourseRecord::default();
    let mut at = 0;
    for (turn, (rating, gap)) in (1..).zip(reviews) {
        at += gap;
        work.rounds.push(round(turn, "all"));
        let mark = if *rating == 1 { 0.0 } else { 1.0 };
        answer(&mut work, turn, "x", 1, mark);
        let newest = Arc::make_mut(&mut work.answers).last_mut().unwrap();
        newest.at = day(at);
        newest.sure = Some(match rating {
            2 => 1,
            4 => 3,
            _ => 2,
        });
    }
    work
}

fn all(work: &CourseRecord) -> BTreeMap<String, Memory> {
    let firsts = history::first_tries(work);
    memories(&history::daily(&firsts), &firsts)
}

fn known(work: &CourseRecord) -> Memory {
    all(work)["x"]
}

fn is_near(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= theirs.abs() * 1e-4
}

#[test]
fn a_thousand_histories_come_out_as_with_another_implementation() {
    let mut count = 0;
    for line in GOLDEN.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [reviews, stability, difficulty, days] = fields[..] else { panic!("{line}") };
        let reviews: Vec<(u32, i64)> = reviews
            .split(' ')
            .map(|review| review.split_once('@').unwrap())
            .map(|(rating, gap)| (rating.parse().unwrap(), gap.parse().unwrap()))
            .collect();
        let memory = known(&record(&reviews));
        assert!(is_near(memory.stability, stability.parse().unwrap()), "{line}: {memory:?}");
        assert!(is_near(memory.difficulty, difficulty.parse().unwrap()), "{line}: {memory:?}");
        let interval = days_between(memory.last, memory.due);
        assert_eq!(interval, days.parse::<u32>().unwrap(), "{line}: {memory:?}");
        count += 1;
    }
    assert!(count >= 1000);
}

#[test]
fn the_documented_vector_holds() {
    // LEARNING §3: each review on its due day.
    let steps = [
        (3, 2.3065, 2.1181, 2),
        (3, 10.9643, 2.1112, 11),
        (3, 46.2802, 2.1043, 46),
        (1, 2.9326, 7.3900, 3),
        (3, 7.7782, 7.3778, 8),
    ];
    let mut reviews = Vec::new();
    let mut gap = 0;
    for (rating, stability, difficulty, days) in steps {
        reviews.push((rating, gap));
        let memory = known(&record(&reviews));
        assert!(is_near(memory.stability, stability) && is_near(memory.difficulty, difficulty));
        assert_eq!(i64::from(days_between(memory.last, memory.due)), days);
        gap = days;
    }
}

#[test]
fn an_answer_is_rated_by_mark_hints_and_confidence() {
    let rated = |mark: f64, sure: Option<u8>, hints: u32| {
        let mut work = CourseRecord::default();
        answer(&mut work, 1, "x", 1, mark);
        let mut answer = work.answers[0].clone();
        (answer.sure, answer.hints) = (sure, hints);
        rating(&answer)
    };
    assert_eq!(rated(0.59, Some(3), 0), 1);
    assert_eq!(rated(0.6, Some(3), 0), 2);
    assert_eq!(rated(1.0, Some(1), 0), 2);
    assert_eq!(rated(1.0, Some(3), 1), 2);
    assert_eq!(rated(1.0, None, 0), 3);
    assert_eq!(rated(1.0, Some(2), 0), 3);
    assert_eq!(rated(1.0, Some(3), 0), 4);
}

#[test]
fn only_the_first_of_a_learning_day_counts_and_neither_a_pretest_nor_a_second_try() {
    let one = record(&[(3, 0)]);
    let mut more = record(&[(3, 0), (1, 0)]);
    assert_eq!(known(&more), known(&one), "the same day again");
    answer(&mut more, 2, "x", 2, 1.0);
    assert_eq!(known(&more), known(&one), "a second try");
    let mut pre = record(&[(3, 0), (1, 3)]);
    assert_ne!(known(&pre), known(&one));
    pre.rounds[1].mode = Mode::Pre;
    assert_eq!(known(&pre), known(&one), "a test before the course");
    let mut mused = record(&[(3, 0), (1, 3)]);
    let newest = Arc::make_mut(&mut mused.answers).last_mut().unwrap();
    newest.chosen = Chosen::Reflection { text: "x".to_owned(), ticks: Vec::new() };
    assert_eq!(known(&mused), known(&one), "a reflection");
}

#[test]
fn due_comes_by_day_and_sure_mistakes_at_once() {
    let memories = |reviews: &[(u32, i64)]| all(&record(reviews));
    let good = memories(&[(3, 0)]);
    let due_day = good["x"].due;
    let today = good["x"].last;
    assert_eq!(due(&good, today), Vec::<String>::new());
    assert_eq!(next_due(&good, today), Some((due_day, 1)));
    assert_eq!(due(&good, due_day), ["x"]);
    assert_eq!(next_due(&good, due_day), None);
    assert_eq!(forecast(&good, today, 4), [0, 0, 1, 0]);
    assert_eq!(forecast(&good, due_day.tomorrow().unwrap(), 2), [1, 0], "overdue is due today");
    let mut work = record(&[(1, 0)]);
    Arc::make_mut(&mut work.answers)[0].sure = Some(3);
    let sure = all(&work);
    assert_eq!(due(&sure, today), ["x"], "sure and wrong comes back in the next session");
    work.rounds.push(round(2, "all"));
    answer(&mut work, 2, "x", 1, 1.0);
    Arc::make_mut(&mut work.answers).last_mut().unwrap().at = day(0);
    assert_eq!(due(&all(&work), today), [""; 0], "answered rightly since, it waits for its day");
}

#[test]
fn retrievability_falls_from_one_to_nine_tenths_at_the_stability() {
    let memory = known(&record(&[(3, 0), (3, 2)]));
    assert!((memory.retrievability(memory.last) - 1.0).abs() < 1e-6);
    let then = memory.last.checked_add((memory.stability.round() as i64).days()).unwrap();
    assert!((memory.retrievability(then) - 0.9).abs() < 0.005);
}

#[test]
fn a_clock_that_went_back_harms_nothing() {
    let memory = known(&record(&[(3, 0), (3, -400)]));
    assert!(memory.stability > 0.0 && memory.due > memory.last);
}
