use std::collections::BTreeSet;

use super::*;
use crate::model::{
    progress::tests::{answer, course, item, moment},
    standing::standing,
};

/// Begins a round as the app does.
fn ask(course: &Course, ask: &Ask, work: &mut CourseRecord, session: usize) -> Vec<String> {
    let standing = standing(course, work, moment().learning_day());
    let from = Begin { course, standing: &standing, session, seed: 7, now: moment() };
    if !begin(&from, ask, work) {
        return Vec::new();
    }
    work.open.as_ref().unwrap().items.clone()
}

fn practice(module: &str) -> Ask {
    Ask::Module(module.to_owned())
}

/// One module of thirty items, every third of them in a form of the tests.
fn long() -> Course {
    let mut course = course();
    course.modules.truncate(1);
    course.modules[0].items = (0..30).map(|at| item(&format!("i{at:02}"), "m1-a")).collect();
    for (at, item) in course.modules[0].items.iter_mut().enumerate().skip(20) {
        item.uses = vec!["pre".to_owned(), "post".to_owned()];
        item.form = Some(["a", "b"][at % 2].to_owned());
    }
    course
}

#[test]
fn a_round_begins_with_all_practice_items_and_ends_once() {
    let course = course();
    let mut work = CourseRecord::default();
    assert_eq!(ask(&course, &practice("m1"), &mut work, 20), ["m1-x", "m1-y"]);
    assert_eq!(open(&course, &work), Some(practice("m1")));
    assert_eq!(finish(&mut work, moment()), Some(1));
    assert_eq!(work.rounds[0].ended, Some(moment()));
    assert_eq!(finish(&mut work, moment()), None);
    assert_eq!(ask(&course, &practice("gone"), &mut work, 20), [""; 0]);
}

#[test]
fn rounds_are_short_and_together_they_ask_everything_the_weak_ones_again_first() {
    let mut course = long();
    for item in &mut course.modules[0].items {
        item.uses = vec!["practice".to_owned()];
    }
    let mut work = CourseRecord::default();
    let mut round = |wrong: &str| {
        let items = ask(&course, &practice("m1"), &mut work, 20);
        let round = finish(&mut work, moment()).unwrap();
        for key in &items {
            let mark = if key == wrong { 0.0 } else { 1.0 };
            answer(&mut work, round, key, 1, mark);
        }
        items
    };
    let rounds = [round(""), round("i15"), round("")];
    assert_eq!(rounds.each_ref().map(Vec::len), [ROUND; 3]);
    assert!(rounds.iter().all(|round| round.is_sorted()), "in the order of the module");
    let all: BTreeSet<&String> = rounds.iter().flatten().collect();
    assert_eq!(all.len(), 30);
    assert!(rounds[2].contains(&"i15".to_owned()), "what was not right comes again first");
}

#[test]
fn sure_and_wrong_comes_back_before_what_is_new() {
    let mut course = long();
    for item in &mut course.modules[0].items {
        item.uses = vec!["practice".to_owned()];
    }
    let mut work = CourseRecord::default();
    ask(&course, &practice("m1"), &mut work, 20);
    let round = finish(&mut work, moment()).unwrap();
    for (at, key) in ["i00", "i01", "i02"].iter().enumerate() {
        answer(&mut work, round, key, 1, 0.0);
        Arc::make_mut(&mut work.answers)[at].sure = Some([2, 3, 1][at]);
    }
    let next = ask(&course, &practice("m1"), &mut work, 20);
    assert!(next.contains(&"i01".to_owned()) && !next.contains(&"i00".to_owned()), "{next:?}");
    let mistakes = ask(&course, &Ask::Mistakes(None), &mut work, 1);
    assert_eq!(mistakes, ["i01"], "sure and wrong first");
    let review = ask(&course, &Ask::Review, &mut work, 20);
    assert_eq!(review, ["i01"], "due at once, the others tomorrow");
}

#[test]
fn each_mode_asks_what_it_says() {
    let course = long();
    let mut work = CourseRecord::default();
    let pre: BTreeSet<String> = ask(&course, &Ask::Pre, &mut work, 20).into_iter().collect();
    let post: BTreeSet<String> = ask(&course, &Ask::Post, &mut work, 20).into_iter().collect();
    assert_eq!((pre.len(), post.len()), (5, 5));
    assert!(pre.is_disjoint(&post));
    assert_eq!(work.rounds[0].form.as_deref(), Some("a"));
    let test = ask(&course, &Ask::Test(Some("m1".to_owned())), &mut work, 20);
    assert_eq!(test.len(), ROUND);
    assert!(!test.is_sorted(), "in mixed order");
    assert!(test.iter().all(|key| !pre.contains(key) && !post.contains(key)));
    assert_eq!(ask(&course, &Ask::Test(None), &mut work, 20).len(), TEST);
    let mut work = CourseRecord::default();
    assert_eq!(ask(&course, &Ask::Mistakes(None), &mut work, 20), [""; 0]);
    assert_eq!(ask(&course, &Ask::Review, &mut work, 20), [""; 0]);
    let whole = self::course();
    let items = ask(&whole, &Ask::Test(None), &mut work, 20);
    let modules: BTreeSet<&str> = items.iter().map(|key| key.split('-').next().unwrap()).collect();
    assert_eq!(modules.len(), 2, "of every module");
}

#[test]
fn what_a_round_asks_reads_back_from_its_record() {
    let course = course();
    let mut work = CourseRecord::default();
    let module = Some("m1".to_owned());
    for asked in [practice("m2"), Ask::Test(None), Ask::Test(module.clone())] {
        assert!(!ask(&course, &asked, &mut work, 20).is_empty());
        let text = serde_json::to_string(&work).unwrap();
        let again: CourseRecord = serde_json::from_str(&text).unwrap();
        assert_eq!(open(&course, &again), Some(asked));
    }
    let kinds = [Ask::Pre, Ask::Post, Ask::Mistakes(module), Ask::Mistakes(None), Ask::Review];
    for asked in kinds {
        let scope = asked.module().map_or("all".to_owned(), |module| format!("module:{module}"));
        let round = Round { mode: asked.mode(), scope, ..work.rounds[0].clone() };
        assert_eq!(Ask::of(&round), Some(asked));
    }
    let later = Round { mode: Mode::Other("duel".to_owned()), ..work.rounds[0].clone() };
    assert_eq!(Ask::of(&later), None);
}

#[test]
fn a_test_becomes_answers_when_it_is_handed_in_and_what_was_left_out_counts_nothing() {
    let mut course = course();
    course.modules[0].items[0].options = vec![crate::model::course::Choice {
        key: "a".to_owned(),
        right: true,
        ..Default::default()
    }];
    let mut work = CourseRecord::default();
    ask(&course, &Ask::Test(Some("m1".to_owned())), &mut work, 20);
    let chosen = Chosen::Keys(vec!["a".to_owned()]);
    let given = Given { chosen: chosen.clone(), sure: Some(2), ms: 900, at: moment() };
    let text = {
        let open = work.open.as_mut().unwrap();
        open.give("m1-x", &given);
        open.turn_flag("m1-y");
        serde_json::to_string(&work).unwrap()
    };
    let mut work: CourseRecord = serde_json::from_str(&text).unwrap();
    assert_eq!(work.open.as_ref().unwrap().given("m1-x"), Some(given));
    assert_eq!(work.open.as_ref().unwrap().flags, ["m1-y"]);
    assert!(work.answers.is_empty(), "nothing is an answer before");
    let order = work.open.as_ref().unwrap().items.clone();
    assert_eq!(hand_in(&course, &mut work, moment()), Some(1));
    assert!(work.open.is_none() && work.rounds[0].ended.is_some());
    let keys: Vec<&str> = work.answers.iter().map(|answer| answer.item.as_str()).collect();
    assert_eq!(keys, order);
    for answer in work.answers.iter() {
        let expected = if answer.item == "m1-x" { (1.0, Some(2), 900) } else { (0.0, None, 0) };
        assert_eq!((answer.mark, answer.sure, answer.ms), expected);
        assert_eq!((answer.attempt, answer.hints), (1, 0));
    }
    assert_eq!(hand_in(&course, &mut work, moment()), None);
}

#[test]
fn a_session_is_no_longer_than_was_chosen() {
    let course = long();
    let mut work = CourseRecord::default();
    ask(&course, &practice("m1"), &mut work, 20);
    let round = finish(&mut work, moment()).unwrap();
    for at in 0..20 {
        answer(&mut work, round, &format!("i{at:02}"), 1, 0.0);
    }
    assert_eq!(ask(&course, &Ask::Mistakes(None), &mut work, 5).len(), 5);
    assert_eq!(ask(&course, &Ask::Mistakes(None), &mut work, 50).len(), 20);
}

#[test]
fn a_word_one_letter_off_counts_in_a_test_and_a_draft_is_handed_in_with_the_rest() {
    let mut course = course();
    let item = &mut course.modules[0].items[0];
    item.kind = Kind::Recall;
    item.accept.id = vec!["komitmen".to_owned()];
    let mut work = CourseRecord::default();
    ask(&course, &Ask::Test(Some("m1".to_owned())), &mut work, 20);
    let open = work.open.as_mut().unwrap();
    open.at = open.items.iter().position(|key| key == "m1-x").unwrap();
    open.draft = Some(Chosen::Typed("komitman".to_owned()));
    // Another round hands the test in before it begins.
    ask(&course, &practice("m2"), &mut work, 20);
    let typed = work.answers.iter().find(|answer| answer.item == "m1-x").unwrap();
    assert!((typed.mark - 1.0).abs() < 1e-9);
    assert_eq!(work.answers.len(), 2);
    assert!(work.rounds[0].ended.is_some());
}

#[test]
fn a_test_goes_on_although_its_module_has_another_key_now() {
    let mut course = course();
    let mut work = CourseRecord::default();
    let test = Ask::Test(Some("m1".to_owned()));
    ask(&course, &test, &mut work, 20);
    "other".clone_into(&mut course.modules[0].key);
    assert_eq!(open(&course, &work), Some(test));
}

#[test]
fn what_nobody_can_have_chosen_does_not_spoil_the_record() {
    let mut open = OpenRound::default();
    open.given.insert(
        "x".to_owned(),
        serde_json::json!({"chosen": ["a"], "sure": 9, "at": "2026-11-24T09:00:00+07:00"}),
    );
    assert_eq!(open.given("x").unwrap().sure, None);
}
