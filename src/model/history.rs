//! What counts of the answers that were given: first tries in modes that count, not reset. Everything
//! that is computed about a person's learning starts here, from the record alone.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::{
    course::Course,
    profile::{Answer, CourseRecord, Round},
};

/// A first try that counts.
#[derive(Clone, Copy, Debug)]
pub struct First<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// The round it was given in.
    pub round: &'a Round,
    /// The learning day it was given on.
    pub day: Date,
}

/// First tries that count, in the order in which they were given. Reflections never count.
pub fn first_tries(work: &CourseRecord) -> Vec<First<'_>> {
    let resets = Resets::of(work);
    tries(work).filter(|first| first.round.mode.counts() && !resets.cover(first.answer)).collect()
}

/// Of those, the first for each item and learning day: what was answered again on the same day says
/// little about what is remembered.
pub fn daily<'a>(firsts: &[First<'a>]) -> Vec<First<'a>> {
    let mut met: HashSet<(&str, Date)> = HashSet::with_capacity(firsts.len());
    let is_first = |first: &&First<'a>| met.insert((&first.answer.item, first.day));
    firsts.iter().filter(is_first).copied().collect()
}

/// Items that were reflected on and not reset since.
pub fn reflected(work: &CourseRecord) -> HashSet<&str> {
    let resets = Resets::of(work);
    let counts = |answer: &&Answer| !answer.is_scored() && !resets.cover(answer);
    work.answers.iter().filter(counts).map(|answer| answer.item.as_str()).collect()
}

/// First tries of every mode, whether they count or not, in their order.
fn tries(work: &CourseRecord) -> impl Iterator<Item = First<'_>> {
    let rounds: HashMap<u64, &Round> = work.rounds.iter().map(|round| (round.n, round)).collect();
    work.answers.iter().filter(|answer| answer.attempt == 1 && answer.is_scored()).filter_map(
        move |answer| {
            let round = rounds.get(&answer.round)?;
            Some(First { answer, round, day: answer.at.learning_day() })
        },
    )
}

/// What was answered of each item, as progress needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tried {
    /// Mark of the newest first try that counts, by item.
    pub marks: HashMap<String, f64>,
    /// Items that were reflected on.
    pub reflected: HashSet<String>,
}

impl Tried {
    /// From the whole record.
    pub fn of(work: &CourseRecord) -> Self {
        Self::from(&first_tries(work), work)
    }

    /// From first tries that are known already.
    pub fn from(firsts: &[First<'_>], work: &CourseRecord) -> Self {
        let marks = newest(firsts).into_iter();
        Self {
            marks: marks.map(|(item, answer)| (item.to_owned(), answer.mark)).collect(),
            reflected: reflected(work).into_iter().map(str::to_owned).collect(),
        }
    }
}

/// What a reset covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One item.
    Item(String),
    /// The items that the module with this key holds now.
    Module(String),
    /// Everything in the course.
    All,
}

impl Scope {
    /// As it stands in the file.
    fn name(&self) -> String {
        match self {
            Self::Item(key) => format!("item:{key}"),
            Self::Module(key) => format!("module:{key}"),
            Self::All => "all".to_owned(),
        }
    }

    /// Read from there; `None` for a scope of a later version.
    fn named(name: &str) -> Option<Self> {
        match name.split_once(':') {
            Some(("item", key)) => Some(Self::Item(key.to_owned())),
            Some(("module", key)) => Some(Self::Module(key.to_owned())),
            None if name == "all" => Some(Self::All),
            _ => None,
        }
    }
}

/// Answers up to now no longer count in this scope. They stay in the record.
pub fn reset(course: &Course, work: &mut CourseRecord, scope: &Scope) {
    let after = work.next_answer() - 1;
    let mut entry = json!({"after": after, "scope": scope.name(), "undone": false});
    if let (Scope::Module(key), Some(entry)) = (scope, entry.as_object_mut()) {
        // An item may move to another module later; what was reset stays reset.
        let module = course.module(key).map(|(_, module)| module);
        let items = module.into_iter().flat_map(|module| &module.items);
        entry.insert("items".to_owned(), items.map(|item| item.key.as_str()).collect());
    }
    work.resets.push(entry);
}

/// Takes the newest reset back that was not taken back yet; gives whether there was one.
pub fn undo_reset(work: &mut CourseRecord) -> bool {
    let mut entries = work.resets.iter_mut().rev().filter_map(Value::as_object_mut);
    let Some(entry) = entries.find(|entry| stands(entry)) else { return false };
    entry.insert("undone".to_owned(), Value::Bool(true));
    true
}

fn stands(entry: &Map<String, Value>) -> bool {
    entry.contains_key("scope") && entry.get("undone").and_then(Value::as_bool) != Some(true)
}

/// The reset that [`undo_reset`] would take back.
fn newest_entry(work: &CourseRecord) -> Option<&Map<String, Value>> {
    work.resets.iter().rev().filter_map(Value::as_object).find(|entry| stands(entry))
}

/// Whether [`undo_reset`] would find one.
pub fn has_reset(work: &CourseRecord) -> bool {
    newest_entry(work).is_some()
}

/// The scope of the newest reset that was not taken back; `None` also for one of a later version.
pub fn newest_reset(work: &CourseRecord) -> Option<Scope> {
    newest_entry(work)?.get("scope").and_then(Value::as_str).and_then(Scope::named)
}

/// How many resets there are, and how many of them were taken back.
pub fn resets(work: &CourseRecord) -> (usize, usize) {
    let is_undone = |entry: &&Value| entry.get("undone").and_then(Value::as_bool) == Some(true);
    (work.resets.len(), work.resets.iter().filter(is_undone).count())
}

/// Up to which answer what is reset.
#[derive(Clone, Debug, Default)]
struct Resets {
    all: u64,
    items: HashMap<String, u64>,
}

impl Resets {
    /// The resets that hold. One that this version cannot read is left alone.
    fn of(work: &CourseRecord) -> Self {
        let mut resets = Self::default();
        for entry in &work.resets {
            let undone = entry.get("undone").and_then(Value::as_bool).unwrap_or(false);
            let after = entry.get("after").and_then(Value::as_u64);
            let scope = entry.get("scope").and_then(Value::as_str);
            let (Some(after), Some(scope), false) = (after, scope, undone) else { continue };
            let mut cover = |item: &str| {
                let known = resets.items.entry(item.to_owned()).or_default();
                *known = (*known).max(after);
            };
            if let Some(item) = scope.strip_prefix("item:") {
                cover(item);
            } else if scope.starts_with("module:") {
                let items = entry.get("items").and_then(Value::as_array);
                items.into_iter().flatten().filter_map(Value::as_str).for_each(cover);
            } else if scope == "all" {
                resets.all = resets.all.max(after);
            }
        }
        resets
    }

    fn cover(&self, answer: &Answer) -> bool {
        answer.n <= self.all || self.items.get(&answer.item).is_some_and(|after| answer.n <= *after)
    }
}

/// The newest first try of each item among these.
pub fn newest<'a>(firsts: &[First<'a>]) -> HashMap<&'a str, &'a Answer> {
    firsts.iter().map(|first| (first.answer.item.as_str(), first.answer)).collect()
}

/// Items whose newest first try was not right, with whether the person was sure of it, oldest first.
pub fn mistakes<'a>(firsts: &[First<'a>]) -> Vec<&'a Answer> {
    let mut wrong: Vec<&Answer> =
        newest(firsts).into_values().filter(|answer| answer.mark < 1.0).collect();
    wrong.sort_by_key(|answer| answer.n);
    wrong
}

/// How well a person knows what they know, over some first tries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// For each level of confidence (1 guess, 2 fairly sure, 3 sure): how many were right, of how
    /// many.
    pub levels: [(usize, usize); 3],
}

impl Calibration {
    /// Counted over answers that say how sure the person was.
    pub fn of<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> Self {
        let mut calibration = Self::default();
        for answer in answers {
            let level = answer.sure.and_then(|sure| usize::from(sure).checked_sub(1));
            if let Some((right, all)) = level.and_then(|at| calibration.levels.get_mut(at)) {
                *right += usize::from(answer.mark >= 1.0);
                *all += 1;
            }
        }
        calibration
    }

    /// How many say how sure the person was.
    pub fn count(&self) -> usize {
        self.levels.iter().map(|(_, all)| all).sum()
    }
}
