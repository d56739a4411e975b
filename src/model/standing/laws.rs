//! What is computed from the record: it depends on nothing else, and no edit of a course takes
//! anything away.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::{
    course::{Factor, Module},
    history::{Scope, has_reset, newest_reset, reset, undo_reset},
    moment::Moment,
    profile::{Chosen, Profile},
    progress::{
        self,
        tests::{answer, item, round},
    },
    text::Said,
};

const MODES: [Mode; 7] = [
    Mode::Practice,
    Mode::Test,
    Mode::Pre,
    Mode::Post,
    Mode::Mistakes,
    Mode::Review,
    Mode::Practice,
];

fn course() -> Course {
    let factor = |key: &str| Factor { key: key.to_owned(), name: Said::default() };
    let module = |key: &str| {
        let mut module = Module::empty(key.to_owned());
        module.items = (0..8)
            .map(|at| {
                let mut item = item(&format!("{key}-i{at}"), "p");
                item.factor = Some(["a", "b"][at % 2].to_owned());
                item
            })
            .collect();
        module
    };
    Course {
        key: "c".to_owned(),
        pass: 0.8,
        factors: vec![factor("a"), factor("b")],
        modules: vec![module("m"), module("n")],
        ..Course::default()
    }
}

fn today() -> Date {
    "2026-12-24".parse().unwrap()
}

fn day(days: i64) -> Moment {
    let first: Moment = "2026-11-01T21:00:00+07:00".parse().unwrap();
    first.later(jiff::SignedDuration::from_hours(24 * days))
}

/// One answer of a record made by chance: day, round, item, mark, confidence, try, hints.
type Given = (u8, u8, u8, u8, Option<u8>, bool, bool);

fn given() -> impl Strategy<Value = Given> {
    (0..40u8, 0..7u8, 0..16u8, 0..=4u8, proptest::option::of(1..=3u8), any::<bool>(), any::<bool>())
}

/// The record of these answers, given one after the other.
fn record(mut answers: Vec<Given>) -> CourseRecord {
    answers.sort_by_key(|given| given.0);
    let mut work = CourseRecord::default();
    for (n, mode) in (1..).zip(MODES) {
        let ended = Some(day(50));
        work.rounds.push(Round { mode, ended, ..round(n, "all") });
    }
    for (on, of, which, mark, sure, is_first, has_hint) in answers {
        let key = format!("{}-i{}", ["m", "n"][usize::from(which / 8)], which % 8);
        let attempt = if is_first { 1 } else { 2 };
        answer(&mut work, u64::from(of) + 1, &key, attempt, f64::from(mark) / 4.0);
        let newest = Arc::make_mut(&mut work.answers).last_mut().unwrap();
        (newest.at, newest.sure, newest.hints) = (day(i64::from(on)), sure, u32::from(has_hint));
    }
    work
}

fn of(work: &CourseRecord) -> Standing {
    standing(&course(), work, today())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_record_that_is_saved_in_parts_and_read_again_comes_to_the_same(
        answers in proptest::collection::vec(given(), 0..60), cut in 0..60usize,
    ) {
        let whole = record(answers);
        // Saved after some of the answers, read again, and the rest added.
        let mut first = whole.clone();
        let rest = Arc::make_mut(&mut first.answers).split_off(cut.min(whole.answers.len()));
        let mut profile = Profile::new("ab".to_owned());
        profile.courses.insert("c".to_owned(), first);
        let text = serde_json::to_string(&profile).unwrap();
        let mut again: Profile = serde_json::from_str(&text).unwrap();
        let work = again.courses.get_mut("c").unwrap();
        Arc::make_mut(&mut work.answers).extend(rest);
        prop_assert_eq!(of(work), of(&whole));
        let text = serde_json::to_string(&again).unwrap();
        let again: Profile = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(of(&again.courses["c"]), of(&whole));
    }

    #[test]
    fn what_is_reset_is_as_if_it_had_never_been_answered_until_it_is_taken_back(
        answers in proptest::collection::vec(given(), 0..60), which in 0..3u8,
    ) {
        let whole = record(answers);
        let scope = match which {
            0 => Scope::Item("m-i1".to_owned()),
            1 => Scope::Module("n".to_owned()),
            _ => Scope::All,
        };
        let is_in = |item: &str| match which {
            0 => item == "m-i1",
            1 => item.starts_with("n-"),
            _ => true,
        };
        let mut work = whole.clone();
        reset(&course(), &mut work, &scope);
        let mut without = whole.clone();
        Arc::make_mut(&mut without.answers).retain(|answer| !is_in(&answer.item));
        let (ours, theirs) = (of(&work), of(&without));
        prop_assert_eq!(&ours.memories, &theirs.memories);
        prop_assert_eq!(&ours.masteries, &theirs.masteries);
        prop_assert_eq!(&ours.due, &theirs.due);
        prop_assert_eq!(&ours.mistakes, &theirs.mistakes);
        prop_assert_eq!(work.answers.len(), whole.answers.len(), "the archive stays");
        prop_assert_eq!(newest_reset(&work), Some(scope));
        prop_assert!(has_reset(&work));
        prop_assert!(undo_reset(&mut work));
        prop_assert_eq!(of(&work), of(&whole));
        prop_assert!(!has_reset(&work) && newest_reset(&work).is_none());
        prop_assert!(!undo_reset(&mut work));
    }

    #[test]
    fn edits_of_a_course_take_nothing_away(
        answers in proptest::collection::vec(given(), 0..60),
    ) {
        let work = record(answers);
        let before = of(&work);
        // A typing error mended, a title changed, a new meaning, items moved to the other module.
        let mut edited = course();
        edited.modules[0].title = Said::new("Baru".to_owned(), "New".to_owned());
        edited.modules[0].items[0].prompt = Said::new("Benar".to_owned(), "Right".to_owned());
        edited.modules[0].items[1].revision = 2;
        let moved = edited.modules[0].items.remove(3);
        edited.modules[1].items.insert(0, moved);
        edited.modules.reverse();
        let after = standing(&edited, &work, today());
        prop_assert_eq!(&after.memories, &before.memories);
        prop_assert_eq!(&after.due, &before.due);
        prop_assert_eq!(&after.masteries.factors, &before.masteries.factors);
        prop_assert_eq!(&after.calibration, &before.calibration);
        // An item withdrawn: what is known about it stays, it is only asked no more.
        let mut less = course();
        less.modules[1].items.remove(2);
        let after = standing(&less, &work, today());
        prop_assert_eq!(&after.memories, &before.memories);
        prop_assert!(!after.due.contains(&"n-i2".to_owned()));
        let rest = before.due.iter().filter(|item| *item != "n-i2");
        prop_assert!(rest.eq(after.due.iter()));
    }

    #[test]
    fn counts_agree_with_one_another(answers in proptest::collection::vec(given(), 0..60)) {
        let work = record(answers);
        let standing = of(&work);
        prop_assert_eq!(standing.forecast[0], standing.due.len());
        prop_assert_eq!(standing.forecast.len(), DAYS);
        let later = standing.memories.values().filter(|memory| !memory.is_due(today()));
        prop_assert_eq!(standing.next_due.map(|(day, _)| day), later.map(|memory| memory.due).min());
        prop_assert!(standing.retention.is_none_or(|share| (0.0..=1.0).contains(&share)));
        prop_assert!(standing.days.iter().all(|(right, all)| right <= all));
        for (_, mastery) in standing.masteries.factors.iter().chain(&standing.masteries.modules) {
            prop_assert!(mastery.wrong <= mastery.answered && mastery.answered <= mastery.items);
        }
        prop_assert!(standing.weakest.is_sorted_by(|a, b| a.mean <= b.mean));
    }
}

#[test]
fn a_module_is_done_by_any_mode_that_counts_and_a_reset_opens_it_again() {
    let mut course = course();
    course.modules.truncate(1);
    let mut work = CourseRecord::default();
    work.rounds.push(Round { mode: Mode::Test, ..round(1, "all") });
    for at in 0..8 {
        answer(&mut work, 1, &format!("m-i{at}"), 1, 1.0);
    }
    let state = |work: &CourseRecord| progress::of_course(&course, work, &Tried::of(work))[0].state;
    assert_eq!(state(&work), progress::ModuleState::Done);
    reset(&course, &mut work, &Scope::Item("m-i0".to_owned()));
    assert_eq!(state(&work), progress::ModuleState::ToAnswer);
    undo_reset(&mut work);
    assert_eq!(state(&work), progress::ModuleState::Done);
    work.rounds[0].mode = Mode::Pre;
    assert_ne!(state(&work), progress::ModuleState::Done, "a test before the course");
}

#[test]
fn a_reset_module_stays_reset_where_its_item_moves_and_a_strange_reset_is_left_alone() {
    let mut work = record(vec![(1, 0, 3, 4, None, true, false)]);
    reset(&course(), &mut work, &Scope::Module("m".to_owned()));
    let mut moved = course();
    let item = moved.modules[0].items.remove(3);
    moved.modules[1].items.push(item);
    assert!(standing(&moved, &work, today()).memories.is_empty());
    work.resets.push(serde_json::json!({"after": "x", "scope": ["all"]}));
    work.resets.push(serde_json::json!("later"));
    assert!(standing(&moved, &work, today()).memories.is_empty());
    work.resets.push(serde_json::json!({"after": 9, "scope": "star:x"}));
    assert!(has_reset(&work) && newest_reset(&work).is_none(), "its scope has no name here");
    undo_reset(&mut work);
    undo_reset(&mut work);
    undo_reset(&mut work);
    assert_eq!(standing(&moved, &work, today()).memories.len(), 1, "all are taken back");
}

#[test]
fn gain_is_undefined_where_nothing_was_left_to_gain() {
    assert_eq!(gain(0.5, 0.75), Some(0.5));
    assert_eq!(gain(1.0, 1.0), None);
    assert_eq!(gain(0.5, 0.25), Some(-0.5));
    assert_eq!(Band::of(0.29), Band::Low);
    assert_eq!(Band::of(0.3), Band::Medium);
    assert_eq!(Band::of(0.7), Band::High);
    let mut work = CourseRecord::default();
    for (n, mode, mark) in [(1, Mode::Pre, 0.5), (2, Mode::Post, 1.0)] {
        work.rounds.push(Round { mode, ended: Some(day(1)), ..round(n, "all") });
        answer(&mut work, n, "m-i0", 1, mark);
        answer(&mut work, n, "m-i1", 1, mark);
    }
    let tests = of(&work).tests;
    assert_eq!(tests.gain(), Some(1.0));
    let pre = tests.pre.unwrap();
    assert_eq!((pre.items, pre.factors.len(), pre.factors[0].2), (2, 2, 1));
    work.rounds[1].ended = None;
    assert_eq!(of(&work).tests.post, None, "not handed in");
}

#[test]
fn calibration_counts_what_was_said_and_how_it_was() {
    let mut work = record(vec![
        (1, 0, 0, 4, Some(3), true, false),
        (1, 0, 1, 0, Some(3), true, false),
        (1, 0, 2, 4, Some(1), true, false),
        (1, 0, 3, 2, None, true, false),
    ]);
    assert_eq!(of(&work).calibration.levels, [(1, 1), (0, 0), (1, 2)]);
    let newest = Arc::make_mut(&mut work.answers).last_mut().unwrap();
    newest.chosen = Chosen::Reflection { text: "x".to_owned(), ticks: Vec::new() };
    assert_eq!(of(&work).calibration.count(), 3);
}
