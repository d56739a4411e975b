//! A round of questions in practice mode: what is asked, in which order, and what comes after an
//! answer. The record decides; a round resumes from it alone.

use super::{
    chance::Chance,
    course::{Course, Item, Kind, Module},
    moment::Moment,
    profile::{Answer, CourseRecord, Mode, OpenRound, Round},
};

/// Tries per item and round in practice.
pub const TRIES: u32 = 2;

/// Where a person stands with one item of a round.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// To be answered; 1 is the first try.
    Ask(u32),
    /// The first try was not right: its why is shown, then a second try.
    Again(Answer),
    /// Answered for this round: every why is shown.
    Settled(Answer),
}

/// Most items of a practice round: what one sitting holds.
pub const ROUND: usize = 12;

/// The items of a module that are worth asking next, in its order: those never answered, then those
/// that were not right, then those longest ago.
fn next_items(module: &Module, work: &CourseRecord) -> Vec<String> {
    let mut asked: Vec<(usize, &Item)> =
        module.items.iter().filter(|item| item.is_practice()).enumerate().collect();
    let newest = |item: &Item| {
        let mut tries = work.answers.iter().rev();
        tries.find(|answer| answer.item == item.key && answer.attempt == 1)
    };
    asked.sort_by_cached_key(|(at, item)| {
        let urgency = match newest(item) {
            None => (0, 0),
            Some(answer) if answer.is_scored() && answer.mark < 1.0 => (1, answer.n),
            Some(answer) => (2, answer.n),
        };
        (urgency, *at)
    });
    asked.truncate(ROUND);
    asked.sort_by_key(|(at, _)| *at);
    asked.into_iter().map(|(_, item)| item.key.clone()).collect()
}

/// Opens a practice round over the items of a module that are worth asking next. Returns false when
/// there are none.
pub fn begin(
    course: &Course,
    module: &str,
    work: &mut CourseRecord,
    seed: u64,
    now: Moment,
) -> bool {
    let Some((_, module)) = course.module(module) else { return false };
    let items = next_items(module, work);
    if items.is_empty() {
        return false;
    }
    let n = work.next_round();
    work.rounds.push(Round {
        n,
        mode: Mode::Practice,
        scope: format!("module:{}", module.key),
        form: None,
        seed,
        begun: now,
        ended: None,
        unknown: serde_json::Map::new(),
    });
    work.open = Some(OpenRound { round: n, items, ..OpenRound::default() });
    true
}

/// Ends the open round.
pub fn finish(work: &mut CourseRecord, now: Moment) -> Option<u64> {
    let open = work.open.take()?;
    if let Some(round) = work.rounds.iter_mut().find(|round| round.n == open.round) {
        round.ended = Some(now);
    }
    Some(open.round)
}

/// Option keys in the order shown: shuffled by the round's seed, the same on every resume.
///
/// Reasons of a [`Kind::Truth`] are shuffled as well; a sequence, and the partners in a
/// [`Kind::Match`], are shuffled until they are not the key itself.
pub fn shown(item: &Item, seed: u64) -> Vec<String> {
    let key: Vec<String> = item.options.iter().map(|option| option.key.clone()).collect();
    let mut order = key.clone();
    let mut chance = Chance::new(seed, &item.key);
    chance.shuffle(&mut order);
    if matches!(item.kind, Kind::Order | Kind::Match) && order.len() > 1 {
        while order == key {
            chance.shuffle(&mut order);
        }
    }
    order
}

/// Keys of the rows of a [`Kind::Match`] or [`Kind::Classify`] in the order shown; the rows of a
/// match stand as in the file, since their partners are shuffled.
pub fn rows(item: &Item, seed: u64) -> Vec<String> {
    match item.kind {
        Kind::Match => item.options.iter().map(|row| row.key.clone()).collect(),
        Kind::Classify => shown(item, seed),
        _ => Vec::new(),
    }
}

/// Keys of what a row may be given, in the order shown: the partners of a [`Kind::Match`], shuffled,
/// or the bins of a [`Kind::Classify`] as in the file.
pub fn choices(item: &Item, seed: u64) -> Vec<String> {
    match item.kind {
        Kind::Match => shown(item, seed),
        Kind::Classify => item.bins.iter().map(|bin| bin.key.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Where a person stands with an item of a round.
pub fn stage(work: &CourseRecord, round: u64, item: &str) -> Stage {
    let newest =
        work.answers.iter().rev().find(|answer| answer.round == round && answer.item == item);
    match newest {
        None => Stage::Ask(1),
        Some(answer) if answer.mark >= 1.0 || answer.attempt >= TRIES || !answer.is_scored() => {
            Stage::Settled(answer.clone())
        }
        Some(answer) => Stage::Again(answer.clone()),
    }
}

/// How a finished round went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// First tries in the order given, without reflections.
    pub firsts: Vec<Answer>,
    /// Reflections; they count nowhere else.
    pub reflected: usize,
    /// Items right at the first try.
    pub right: usize,
    /// Mean first-try mark, 0..=1.
    pub mean: f64,
    /// Right and sure (3).
    pub sure_and_right: usize,
    /// Not right but sure (3).
    pub sure_and_wrong: usize,
    /// Right, but said to be a guess (1).
    pub guess_and_right: usize,
}

/// How a round went, from its first tries.
pub fn outcome(work: &CourseRecord, round: u64) -> Outcome {
    let firsts = work.answers.iter().filter(|answer| answer.round == round && answer.attempt == 1);
    let (firsts, reflections): (Vec<Answer>, Vec<Answer>) =
        firsts.cloned().partition(Answer::is_scored);
    let count = |right: bool, sure: u8| {
        firsts.iter().filter(|a| (a.mark >= 1.0) == right && a.sure == Some(sure)).count()
    };
    let right = firsts.iter().filter(|answer| answer.mark >= 1.0).count();
    let total: f64 = firsts.iter().map(|answer| answer.mark).sum();
    let mean = if firsts.is_empty() { 0.0 } else { total / firsts.len() as f64 };
    Outcome {
        right,
        reflected: reflections.len(),
        mean,
        sure_and_right: count(true, 3),
        sure_and_wrong: count(false, 3),
        guess_and_right: count(true, 1),
        firsts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        course::Choice,
        profile::Chosen,
        progress::tests::{answer, course, item, moment, reflect},
    };

    fn options(keys: &[&str]) -> Vec<Choice> {
        keys.iter().map(|key| Choice { key: (*key).to_owned(), ..Choice::default() }).collect()
    }

    #[test]
    fn a_round_begins_with_all_practice_items_and_ends_once() {
        let course = course();
        let mut work = CourseRecord::default();
        assert!(begin(&course, "m1", &mut work, 7, moment()));
        assert_eq!(work.open.as_ref().unwrap().items, ["m1-x", "m1-y"]);
        assert_eq!(finish(&mut work, moment()), Some(1));
        assert_eq!(work.rounds[0].ended, Some(moment()));
        assert_eq!(finish(&mut work, moment()), None);
        assert!(!begin(&course, "gone", &mut work, 7, moment()));
    }

    #[test]
    fn rounds_are_short_and_together_they_ask_everything_the_weak_ones_again_first() {
        let mut course = course();
        course.modules[0].items = (0..30).map(|at| item(&format!("i{at:02}"), "m1-a")).collect();
        let mut work = CourseRecord::default();
        let mut ask = |wrong: &str| {
            assert!(begin(&course, "m1", &mut work, 7, moment()));
            let items = work.open.as_ref().unwrap().items.clone();
            let round = finish(&mut work, moment()).unwrap();
            for key in &items {
                let mark = if key == wrong { 0.0 } else { 1.0 };
                answer(&mut work, round, key, 1, mark);
            }
            items
        };
        let rounds = [ask(""), ask("i15"), ask("")];
        assert_eq!(rounds.each_ref().map(Vec::len), [ROUND; 3]);
        assert!(rounds.iter().all(|round| round.is_sorted()), "in the order of the module");
        let all: std::collections::BTreeSet<&String> = rounds.iter().flatten().collect();
        assert_eq!(all.len(), 30);
        assert!(rounds[2].contains(&"i15".to_owned()), "what was not right comes again first");
    }

    #[test]
    fn a_wrong_answer_gets_one_more_try_a_right_one_none() {
        let mut work = CourseRecord::default();
        assert_eq!(stage(&work, 1, "x"), Stage::Ask(1));
        answer(&mut work, 1, "x", 1, 0.5);
        assert!(matches!(stage(&work, 1, "x"), Stage::Again(_)));
        answer(&mut work, 1, "x", 2, 0.0);
        assert!(matches!(stage(&work, 1, "x"), Stage::Settled(_)));
        answer(&mut work, 1, "y", 1, 1.0);
        assert!(matches!(stage(&work, 1, "y"), Stage::Settled(_)));
        assert_eq!(stage(&work, 2, "x"), Stage::Ask(1), "another round asks again");
    }

    #[test]
    fn the_order_shown_is_the_same_on_every_resume_and_never_the_key_of_a_sequence() {
        let mut sequence = item("x", "a");
        sequence.options = options(&["a", "b", "c"]);
        for seed in 0..400 {
            sequence.kind = if seed < 200 { Kind::Order } else { Kind::Match };
            let order = shown(&sequence, seed);
            assert_eq!(order, shown(&sequence, seed));
            assert_ne!(order, ["a", "b", "c"]);
            let mut sorted = order.clone();
            sorted.sort();
            assert_eq!(sorted, ["a", "b", "c"]);
        }
    }

    #[test]
    fn a_reflection_is_settled_at_once_and_counts_in_no_outcome() {
        let mut work = CourseRecord::default();
        answer(&mut work, 1, "x", 1, 1.0);
        reflect(&mut work, 1, "y");
        assert!(matches!(work.answers[1].chosen, Chosen::Reflection { .. }));
        assert!(matches!(stage(&work, 1, "y"), Stage::Settled(_)));
        let outcome = outcome(&work, 1);
        assert_eq!((outcome.firsts.len(), outcome.right, outcome.reflected), (1, 1, 1));
        assert!((outcome.mean - 1.0).abs() < 1e-9);
        assert_eq!((outcome.sure_and_right, outcome.sure_and_wrong), (0, 0));
    }

    #[test]
    fn the_outcome_counts_first_tries_only() {
        let mut work = CourseRecord::default();
        answer(&mut work, 1, "x", 1, 0.0);
        answer(&mut work, 1, "x", 2, 1.0);
        answer(&mut work, 1, "y", 1, 1.0);
        answer(&mut work, 2, "z", 1, 1.0);
        let outcome = outcome(&work, 1);
        assert_eq!((outcome.firsts.len(), outcome.right), (2, 1));
        assert!((outcome.mean - 0.5).abs() < 1e-9);
    }
}
