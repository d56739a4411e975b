use std::sync::Arc;

use super::*;
use crate::model::{
    course::{Factor, Module},
    history,
    moment::Moment,
    profile::CourseRecord,
    progress::tests::{answer, item, round},
    text::Said,
};

/// Two factors with six items each, each factor in a module of its own.
fn course() -> Course {
    let factor = |key: &str| Factor { key: key.to_owned(), name: Said::default() };
    let module = |key: &str, factor: &str| {
        let mut module = Module::empty(key.to_owned());
        module.items = (0..6)
            .map(|at| {
                let mut item = item(&format!("{factor}{at}"), "p");
                item.factor = Some(factor.to_owned());
                item
            })
            .collect();
        module
    };
    Course {
        factors: vec![factor("a"), factor("b")],
        modules: vec![module("ma", "a"), module("mb", "b")],
        ..Course::default()
    }
}

/// A record of rounds, each on a day of its own: items with marks.
fn record(rounds: &[&[(&str, f64)]]) -> CourseRecord {
    let mut work = CourseRecord::default();
    for (n, items) in (1..).zip(rounds) {
        work.rounds.push(round(n, "all"));
        let at: Moment = format!("2026-11-{n:02}T09:00:00+07:00").parse().unwrap();
        for (item, mark) in *items {
            answer(&mut work, n, item, 1, *mark);
            Arc::make_mut(&mut work.answers).last_mut().unwrap().at = at;
        }
    }
    work
}

fn of(work: &CourseRecord) -> Masteries {
    masteries(&course(), &history::daily(&history::first_tries(work)))
}

fn a(rounds: &[&[(&str, f64)]]) -> Mastery {
    of(&record(rounds)).factors[0].1
}

const FIVE: [(&str, f64); 5] = [("a0", 1.0), ("a1", 1.0), ("a2", 1.0), ("a3", 1.0), ("a4", 1.0)];

#[test]
fn levels_follow_marks_and_how_many_different_items() {
    assert_eq!(a(&[]).level, Level::NotStarted);
    assert_eq!(a(&[&FIVE[..4]]).level, Level::Attempted, "four items, all right");
    assert_eq!(a(&[&FIVE]).level, Level::Proficient);
    let weak = [("a0", 0.0), ("a1", 0.0), ("a2", 1.0), ("a3", 1.0), ("a4", 1.0)];
    assert_eq!(a(&[&weak]).level, Level::Attempted, "60 %");
    assert_eq!(a(&[&weak, &[("a0", 1.0)]]).level, Level::Familiar, "80 %");
    assert_eq!(a(&[&FIVE, &[("a0", 0.99)]]).level, Level::Familiar, "nearly is not all");
    let exactly = [("a0", 0.5), ("a1", 0.5), ("a2", 0.5), ("a3", 1.0), ("a4", 1.0)];
    assert_eq!(a(&[&exactly]).level, Level::Familiar, "70 %");
}

#[test]
fn a_mixed_round_raises_what_is_proficient_and_lowers_what_is_missed() {
    let mixed: &[(&str, f64)] = &[("a0", 1.0), ("b0", 1.0)];
    assert_eq!(a(&[&FIVE, mixed]).level, Level::Mastered);
    let missed: &[(&str, f64)] = &[("a0", 0.0), ("b0", 1.0)];
    // Four of five right would be familiar; from mastered a miss leads one step down at least.
    assert_eq!(a(&[&FIVE, mixed, missed]).level, Level::Familiar);
    assert_eq!(a(&[&FIVE, missed]).level, Level::Familiar);
    let familiar = [("a0", 0.9), ("a1", 0.9), ("a2", 0.9), ("a3", 0.9), ("a4", 0.9)];
    assert_eq!(a(&[&familiar, &[("a0", 0.95), ("b0", 1.0)]]).level, Level::Attempted);
    assert_eq!(a(&[&[("a0", 0.0), ("b0", 1.0)]]).level, Level::Attempted, "never below");
    // Others' mistakes in the round are no concern of this factor.
    assert_eq!(a(&[&FIVE, &[("a0", 1.0), ("b0", 0.0)]]).level, Level::Mastered);
}

#[test]
fn what_is_mastered_stays_while_nothing_is_missed_and_comes_back_by_a_mixed_round() {
    let mixed: &[(&str, f64)] = &[("a1", 1.0), ("b0", 1.0)];
    assert_eq!(a(&[&FIVE, mixed, &[("a2", 1.0)]]).level, Level::Mastered);
    let fallen: &[&[(&str, f64)]] = &[&FIVE, mixed, &[("a0", 0.0)], &[("a0", 1.0)]];
    assert_eq!(a(fallen).level, Level::Proficient);
    let again = [fallen, &[&[("a3", 1.0), ("b1", 1.0)]]].concat();
    assert_eq!(a(&again).level, Level::Mastered);
}

#[test]
fn modules_are_measured_like_factors() {
    let masteries = of(&record(&[&FIVE]));
    assert_eq!(masteries.modules[0].0, "ma");
    assert_eq!(masteries.modules[0].1, masteries.factors[0].1);
    assert_eq!(masteries.modules[1].1, Mastery { items: 6, ..Mastery::default() });
    assert_eq!(masteries.factors[0].1.items, 6);
}

#[test]
fn every_level_but_the_highest_says_what_would_raise_it() {
    let mut met = BTreeSet::new();
    for answered in 0..=6 {
        for wrong in 0..=answered {
            for mean in [0.0, 0.69, 0.7, 1.0] {
                for level in Level::ALL {
                    let mastery = Mastery { level, answered, items: 6, wrong, mean };
                    match mastery.way_up() {
                        None => assert_eq!(level, Level::Mastered),
                        Some(said) => {
                            assert!(!said.id.is_empty() && !said.en.is_empty());
                            met.insert(said.en);
                        }
                    }
                }
            }
        }
    }
    assert!(met.len() > 6);
    let few = a(&[&FIVE[..4]]);
    assert_eq!(few.way_up().unwrap().en, "Answer one more; levels begin at 5 questions.");
}
