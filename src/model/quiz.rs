//! A round of questions: in which order things are shown, what comes after an answer, how it went.
//! The record decides; a round resumes from it alone. What each mode asks is in [`rounds`].

mod rounds;

pub use self::rounds::{Ask, Begin, ROUND, begin, finish, hand_in, is_test, is_test_open, open};
use super::{
    chance::Chance,
    course::{Item, Kind},
    profile::{Answer, Chosen, CourseRecord},
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

/// The answers of a round, newest first. Rounds follow one another in the record, so that those of
/// a new one are found at its end, however long it is.
fn of_round(work: &CourseRecord, round: u64) -> impl Iterator<Item = &Answer> {
    let newest = work.answers.iter().rev().take_while(move |answer| answer.round >= round);
    newest.filter(move |answer| answer.round == round)
}

/// Where a person stands with an item of a round.
pub fn stage(work: &CourseRecord, round: u64, item: &str) -> Stage {
    let newest = of_round(work, round).find(|answer| answer.item == item);
    match newest {
        None => Stage::Ask(1),
        Some(answer) if answer.mark >= 1.0 || answer.attempt >= TRIES || !answer.is_scored() => {
            Stage::Settled(answer.clone())
        }
        Some(answer) => Stage::Again(answer.clone()),
    }
}

/// Whether an answer holds all that is asked: a reason, every step, every row. What an edited course
/// no longer offers does not count.
pub fn is_whole(item: &Item, chosen: &Chosen) -> bool {
    let is_choice = |key: &String| match item.kind {
        Kind::Classify => item.bins.iter().any(|bin| bin.key == *key),
        _ => item.option(key).is_some(),
    };
    match chosen {
        Chosen::Truth { reason, .. } => item.option(reason).is_some(),
        Chosen::Keys(keys) if item.kind == Kind::Order => {
            item.options.iter().all(|step| keys.contains(&step.key))
        }
        Chosen::Keys(keys) => keys.iter().any(|key| item.option(key).is_some()),
        Chosen::Pairs(pairs) => {
            item.options.iter().all(|row| pairs.get(&row.key).is_some_and(is_choice))
        }
        Chosen::Typed(text) | Chosen::Reflection { text, .. } => !text.trim().is_empty(),
        Chosen::Other(_) => false,
    }
}

/// Whether the first try at an item of a round was not right although the person was sure.
pub fn is_sure_and_wrong(work: &CourseRecord, round: u64, item: &str) -> bool {
    of_round(work, round).any(|answer| {
        answer.item == item
            && answer.attempt == 1
            && answer.sure == Some(3)
            && answer.mark < 1.0
            && answer.is_scored()
    })
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
    let mut firsts: Vec<&Answer> =
        of_round(work, round).filter(|answer| answer.attempt == 1).collect();
    firsts.reverse();
    let (firsts, reflections): (Vec<Answer>, Vec<Answer>) =
        firsts.into_iter().cloned().partition(Answer::is_scored);
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
        progress::tests::{answer, item, reflect},
    };

    fn options(keys: &[&str]) -> Vec<Choice> {
        keys.iter().map(|key| Choice { key: (*key).to_owned(), ..Choice::default() }).collect()
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
