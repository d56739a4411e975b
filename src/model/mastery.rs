//! How well a person masters each success factor and each module: levels from the record alone, by
//! the rules of LEARNING §3.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    course::Course,
    history::First,
    profile::Answer,
    text::{Lang, Said, Text},
};

/// Fewest different items from which a level above attempted can be reached.
pub const FEWEST: usize = super::course::FEWEST_OF_FACTOR;

/// Mean mark from which a level is familiar.
const FAMILIAR: f64 = 0.7;

/// A level of mastery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing answered.
    #[default]
    NotStarted,
    /// Under 70 %, or fewer than five different items.
    Attempted,
    /// 70 to 99 %.
    Familiar,
    /// Every item right.
    Proficient,
    /// Every item right, and shown once among items of other topics.
    Mastered,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 5] =
        [Self::NotStarted, Self::Attempted, Self::Familiar, Self::Proficient, Self::Mastered];

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::NotStarted => Text::new("belum mulai", "not started"),
            Self::Attempted => Text::new("mencoba", "attempted"),
            Self::Familiar => Text::new("mengenal", "familiar"),
            Self::Proficient => Text::new("cakap", "proficient"),
            Self::Mastered => Text::new("menguasai", "mastered"),
        }
    }

    /// Its name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Attempted => "attempted",
            Self::Familiar => "familiar",
            Self::Proficient => "proficient",
            Self::Mastered => "mastered",
        }
    }

    /// How many steps up it is, 0 to 4.
    pub const fn height(self) -> usize {
        self as usize
    }

    const fn below(self) -> Self {
        match self {
            Self::NotStarted | Self::Attempted | Self::Familiar => Self::Attempted,
            Self::Proficient => Self::Familiar,
            Self::Mastered => Self::Proficient,
        }
    }
}

/// Where a person stands with one factor or module.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mastery {
    /// The level.
    pub level: Level,
    /// Different items answered.
    pub answered: usize,
    /// Items that can be asked.
    pub items: usize,
    /// Of those answered, the items whose newest first try was not right.
    pub wrong: usize,
    /// Mean newest first-try mark of the items answered, 0..=1; 0 without any.
    pub mean: f64,
}

impl Mastery {
    /// What would raise the level; nothing at the top.
    pub fn way_up(&self) -> Option<Said> {
        let missing = FEWEST.saturating_sub(self.answered);
        let wrong = self.wrong;
        Some(match self.level {
            Level::Mastered => return None,
            Level::NotStarted => {
                Text::new("Jawab satu soal dahulu.", "Answer one question to begin.").into()
            }
            Level::Attempted if missing > 0 && self.items < FEWEST => {
                let items = self.items;
                Said::both(|lang| match lang {
                    Lang::Id => {
                        format!("Soalnya hanya {items}; tingkat berikutnya mulai dari {FEWEST}.")
                    }
                    Lang::En => {
                        format!("There are only {items} questions; levels begin at {FEWEST}.")
                    }
                })
            }
            Level::Attempted if missing > 0 => Said::both(|lang| match (lang, missing) {
                (Lang::Id, _) => {
                    format!(
                        "Jawab {missing} soal lain; tingkat berikutnya mulai dari {FEWEST} soal."
                    )
                }
                (Lang::En, 1) => format!("Answer one more; levels begin at {FEWEST} questions."),
                (Lang::En, _) => {
                    format!("Answer {missing} more; levels begin at {FEWEST} questions.")
                }
            }),
            Level::Attempted if self.mean < FAMILIAR => Said::both(|lang| match lang {
                Lang::Id => format!("Ulang yang salah ({wrong}); naik mulai rata-rata 70 %."),
                Lang::En => {
                    format!("Repeat what was wrong ({wrong}); it rises from a mean of 70 %.")
                }
            }),
            Level::Attempted | Level::Familiar if wrong > 0 => Said::both(|lang| match lang {
                Lang::Id => format!("Ulang yang salah ({wrong}) sampai semuanya benar."),
                Lang::En => format!("Repeat what was wrong ({wrong}) until all is right."),
            }),
            // All of it is right, but a mixed round was missed and nothing was answered since.
            Level::Attempted | Level::Familiar => {
                Text::new("Jawab sekali lagi pada hari lain.", "Answer once more on another day.")
                    .into()
            }
            Level::Proficient => Text::new(
                "Selesaikan satu putaran campuran tanpa salah: Ulang atau Ujian.",
                "Finish one mixed round without a mistake: Review or Test.",
            )
            .into(),
        })
    }
}

/// Mastery of every factor and module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Masteries {
    /// By factor, in the order of the course.
    pub factors: Vec<(String, Mastery)>,
    /// By module, in the order of the course.
    pub modules: Vec<(String, Mastery)>,
}

/// Mastery from first tries of which there is one for each item and learning day, in their order.
pub fn masteries(course: &Course, daily: &[First<'_>]) -> Masteries {
    let mut factors: HashMap<&str, &str> = HashMap::new();
    let mut modules: HashMap<&str, &str> = HashMap::new();
    for module in &course.modules {
        for item in &module.items {
            modules.insert(&item.key, &module.key);
            if let Some(factor) = &item.factor {
                factors.insert(&item.key, factor);
            }
        }
    }
    let keys = |of: &[String], topics: &HashMap<&str, &str>| -> Vec<(String, Mastery)> {
        let mut found = replay(topics, daily);
        let asked = askable(course, topics);
        of.iter()
            .map(|key| {
                let mut mastery = found.remove(key.as_str()).unwrap_or_default();
                mastery.items = asked.get(key.as_str()).copied().unwrap_or(0).max(mastery.answered);
                (key.clone(), mastery)
            })
            .collect()
    };
    let of_factors: Vec<String> = course.factors.iter().map(|factor| factor.key.clone()).collect();
    let of_modules: Vec<String> = course.modules.iter().map(|module| module.key.clone()).collect();
    Masteries { factors: keys(&of_factors, &factors), modules: keys(&of_modules, &modules) }
}

/// How many items of each topic can be asked in practice.
fn askable<'a>(course: &'a Course, topics: &HashMap<&str, &'a str>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for item in course.items().filter(|item| item.is_practice() && item.is_scored()) {
        if let Some(topic) = topics.get(item.key.as_str()) {
            *counts.entry(*topic).or_default() += 1;
        }
    }
    counts
}

/// The level of each topic after each round, one round after the other; gives the last.
fn replay<'a>(topics: &HashMap<&str, &'a str>, daily: &[First<'_>]) -> HashMap<&'a str, Mastery> {
    let mut newest: HashMap<&'a str, BTreeMap<&str, f64>> = HashMap::new();
    let mut found: HashMap<&'a str, Mastery> = HashMap::new();
    for round in rounds(daily) {
        // Of each topic in this round: whether something was missed.
        let mut missed: BTreeMap<&'a str, bool> = BTreeMap::new();
        for answer in round {
            let Some(topic) = topics.get(answer.item.as_str()) else { continue };
            newest.entry(topic).or_default().insert(&answer.item, answer.mark);
            *missed.entry(topic).or_default() |= answer.mark < 1.0;
        }
        let is_mixed = missed.len() >= 2;
        for (topic, missed) in missed {
            let marks = newest.get(topic).into_iter().flat_map(BTreeMap::values);
            let mastery = found.entry(topic).or_default();
            let before = mastery.level;
            *mastery = plain(marks.copied());
            mastery.level = match (is_mixed, missed, mastery.level) {
                (true, true, level) => level.min(before.below()).max(Level::Attempted),
                (true, false, Level::Proficient) => Level::Mastered,
                // What was mastered stays so while nothing of it is missed.
                (false, _, Level::Proficient) if before == Level::Mastered => Level::Mastered,
                (_, _, level) => level,
            };
        }
    }
    found
}

/// The answers of each round, in the order of their first answers.
fn rounds<'a>(daily: &[First<'a>]) -> Vec<Vec<&'a Answer>> {
    let mut order: Vec<u64> = Vec::new();
    let mut met: BTreeSet<u64> = BTreeSet::new();
    let mut by_round: HashMap<u64, Vec<&Answer>> = HashMap::new();
    for first in daily {
        if met.insert(first.round.n) {
            order.push(first.round.n);
        }
        by_round.entry(first.round.n).or_default().push(first.answer);
    }
    order.into_iter().filter_map(|round| by_round.remove(&round)).collect()
}

/// The level by marks alone.
fn plain(marks: impl Iterator<Item = f64>) -> Mastery {
    let marks: Vec<f64> = marks.collect();
    let answered = marks.len();
    let wrong = marks.iter().filter(|&&mark| mark < 1.0).count();
    let mean = if answered == 0 { 0.0 } else { marks.iter().sum::<f64>() / answered as f64 };
    let level = match (answered, wrong) {
        (0, _) => Level::NotStarted,
        (few, _) if few < FEWEST => Level::Attempted,
        (_, 0) => Level::Proficient,
        _ if mean >= FAMILIAR => Level::Familiar,
        _ => Level::Attempted,
    };
    Mastery { level, answered, items: answered, wrong, mean }
}

#[cfg(test)]
mod tests;
