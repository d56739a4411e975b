//! Where a person stands in a course, all of it computed from the record: what is remembered, what is
//! due, what is mastered, how well they know what they know, what the tests before and after say.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};

use super::{
    course::Course,
    history::{self, Calibration, Tried},
    mastery::{self, Masteries},
    memory::{self, Memory},
    profile::{Answer, CourseRecord, Mode, Round},
    text::Text,
};

/// Days of a forecast and of a look back.
pub const DAYS: usize = 30;
/// The first of them, so many days before the last.
const LOOK_BACK: i64 = 29;

/// Where a person stands on one learning day.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The learning day.
    pub today: Date,
    /// What was answered of each item, for progress.
    pub tried: Tried,
    /// What is known about each item that was answered, by key; items that left the course among
    /// them.
    pub memories: BTreeMap<String, Memory>,
    /// Items of the course that are due today, in the order in which they are worth asking.
    pub due: Vec<String>,
    /// The next day on which something falls due, and how many items.
    pub next_due: Option<(Date, usize)>,
    /// Items due on each of the next [`DAYS`] days, today first.
    pub forecast: Vec<usize>,
    /// Items of the course that were answered wrong last, oldest first.
    pub mistakes: Vec<String>,
    /// Levels of factors and modules.
    pub masteries: Masteries,
    /// Confidence against results, over first tries that count.
    pub calibration: Calibration,
    /// First tries that count on each of the last [`DAYS`] days, today last: right, and all.
    pub days: Vec<(usize, usize)>,
    /// Mean chance of remembering today, over the items of the course that were answered, 0..=1.
    pub retention: Option<f64>,
    /// The newest finished test before and after the course.
    pub tests: Tests,
    /// Items of the course with their marks, weakest first.
    pub weakest: Vec<Weak>,
}

/// An item and how its first tries went.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak {
    /// Its key.
    pub item: String,
    /// Mean mark of its first tries, 0..=1.
    pub mean: f64,
    /// How many there were.
    pub tries: usize,
}

/// Where a person stands.
pub fn standing(course: &Course, work: &CourseRecord, today: Date) -> Standing {
    let firsts = history::first_tries(work);
    let daily = history::daily(&firsts);
    let all = memory::memories(&daily, &firsts);
    let known: BTreeSet<&str> =
        course.items().filter(|item| item.is_scored()).map(|item| item.key.as_str()).collect();
    let here: BTreeMap<String, Memory> = all
        .iter()
        .filter(|(item, _)| known.contains(item.as_str()))
        .map(|(item, memory)| (item.clone(), *memory))
        .collect();
    let mistakes = history::mistakes(&firsts);
    let mistakes = mistakes.into_iter().filter(|answer| known.contains(answer.item.as_str()));
    let chances: Vec<f64> = here.values().map(|memory| known_today(memory, today)).collect();
    Standing {
        today,
        tried: Tried::from(&firsts, work),
        due: memory::due(&here, today),
        next_due: memory::next_due(&here, today),
        forecast: memory::forecast(&here, today, DAYS),
        mistakes: mistakes.map(|answer| answer.item.clone()).collect(),
        masteries: mastery::masteries(course, &daily),
        calibration: Calibration::of(firsts.iter().map(|first| first.answer)),
        days: days(&firsts, today),
        retention: (!chances.is_empty())
            .then(|| chances.iter().sum::<f64>() / chances.len() as f64),
        tests: tests(course, work),
        weakest: weakest(&firsts, &known),
        memories: all,
    }
}

/// The chance of remembering an item today; one that was answered today is as that answer was.
fn known_today(memory: &Memory, today: Date) -> f64 {
    if memory.last >= today { memory.mark } else { memory.retrievability(today) }
}

fn days(firsts: &[history::First<'_>], today: Date) -> Vec<(usize, usize)> {
    let mut days = vec![(0, 0); DAYS];
    let begin = today.checked_sub(LOOK_BACK.days()).unwrap_or(Date::MIN);
    for first in firsts.iter().filter(|first| first.day >= begin && first.day <= today) {
        let at = first.day.since(begin).map_or(0, |span| span.get_days());
        if let Some((right, all)) = usize::try_from(at).ok().and_then(|at| days.get_mut(at)) {
            *right += usize::from(first.answer.mark >= 1.0);
            *all += 1;
        }
    }
    days
}

/// Items that were not always right, by their mean mark; of those alike, the one asked more often
/// comes first.
fn weakest(firsts: &[history::First<'_>], known: &BTreeSet<&str>) -> Vec<Weak> {
    let mut sums: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
    for first in firsts.iter().filter(|first| known.contains(first.answer.item.as_str())) {
        let (sum, tries) = sums.entry(&first.answer.item).or_default();
        *sum += first.answer.mark;
        *tries += 1;
    }
    let mut weak: Vec<Weak> = sums
        .into_iter()
        .map(|(item, (sum, tries))| Weak { item: item.to_owned(), mean: sum / tries as f64, tries })
        .filter(|weak| weak.mean < 1.0)
        .collect();
    weak.sort_by(|a, b| a.mean.total_cmp(&b.mean).then(b.tries.cmp(&a.tries)));
    weak
}

/// What the tests before and after the course say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tests {
    /// The newest finished test before the course.
    pub pre: Option<Score>,
    /// The newest finished test after it.
    pub post: Option<Score>,
}

/// How a test went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    /// The round.
    pub round: u64,
    /// Mean mark, 0..=1.
    pub mean: f64,
    /// How many questions it asked.
    pub items: usize,
    /// Mean mark and number of questions for each factor, in the order of the course; factors that
    /// were not asked about are left out.
    pub factors: Vec<(String, f64, usize)>,
}

impl Tests {
    /// The individual gain (post − pre) / (1 − pre) of Hake (1998), from the means; `None` while a
    /// test is missing or where the first one was full already: there is nothing left to gain.
    pub fn gain(&self) -> Option<f64> {
        gain(self.pre.as_ref()?.mean, self.post.as_ref()?.mean)
    }
}

/// The gain (post − pre) / (1 − pre) of two mean marks, 0..=1; undefined where pre is 1.
pub fn gain(pre: f64, post: f64) -> Option<f64> {
    (pre < 1.0).then(|| (post - pre) / (1.0 - pre))
}

/// Bands of Hake (1998).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Below 0.3.
    Low,
    /// From 0.3 up to 0.7.
    Medium,
    /// 0.7 and above.
    High,
}

impl Band {
    /// The band of a gain.
    pub fn of(gain: f64) -> Self {
        match gain {
            gain if gain < 0.3 => Self::Low,
            gain if gain < 0.7 => Self::Medium,
            _ => Self::High,
        }
    }

    /// Its name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Low => Text::new("rendah", "low"),
            Self::Medium => Text::new("sedang", "medium"),
            Self::High => Text::new("tinggi", "high"),
        }
    }
}

/// The newest finished tests.
fn tests(course: &Course, work: &CourseRecord) -> Tests {
    let newest = |mode: Mode| {
        let finished = |round: &&Round| round.mode == mode && round.ended.is_some();
        let round = work.rounds.iter().rev().find(finished)?;
        score(course, work, round.n)
    };
    Tests { pre: newest(Mode::Pre), post: newest(Mode::Post) }
}

/// How the first tries of a round went, by factor; `None` where it has none.
pub fn score(course: &Course, work: &CourseRecord, round: u64) -> Option<Score> {
    let is_of =
        |answer: &&Answer| answer.round == round && answer.attempt == 1 && answer.is_scored();
    let answers: Vec<&Answer> = work.answers.iter().filter(is_of).collect();
    let mean = |answers: &[&Answer]| {
        answers.iter().map(|answer| answer.mark).sum::<f64>() / answers.len() as f64
    };
    if answers.is_empty() {
        return None;
    }
    let known: BTreeMap<&str, &str> = course
        .items()
        .filter_map(|item| Some((item.key.as_str(), item.factor.as_deref()?)))
        .collect();
    let mut about: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for answer in &answers {
        if let Some(factor) = known.get(answer.item.as_str()) {
            about.entry(factor).or_default().push(answer);
        }
    }
    let factors = course
        .factors
        .iter()
        .filter_map(|factor| Some((&factor.key, about.get(factor.key.as_str())?)))
        .map(|(key, answers)| (key.clone(), mean(answers), answers.len()))
        .collect();
    Some(Score { round, mean: mean(&answers), items: answers.len(), factors })
}

#[cfg(test)]
mod laws;
