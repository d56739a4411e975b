//! What is remembered, and when to ask again: FSRS-6 by its authors' crate, with the grain of a
//! learning day and a desired retention of 0.90 (LEARNING §3).

use std::collections::BTreeMap;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState, current_retrievability};
use jiff::{ToSpan, civil::Date};

use super::{
    history::{self, First},
    profile::Answer,
};

/// Share of items that should be remembered on the day they are asked again.
pub const RETENTION: f32 = 0.9;

/// Mark under which an answer counts as forgotten.
const FORGOTTEN: f64 = 0.6;

/// Longest interval in days: a hundred years.
const LONGEST: f32 = 36_500.0;

/// What is known about one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until the chance of remembering falls to 0.90.
    pub stability: f64,
    /// 1 easy to 10 difficult.
    pub difficulty: f64,
    /// Learning days on which it was answered.
    pub answers: usize,
    /// Mark of the newest of these answers.
    pub mark: f64,
    /// Learning day of the newest of these answers.
    pub last: Date,
    /// Learning day from which it is to be asked again.
    pub due: Date,
    /// The newest answer was not right although the person was sure: it comes back in the next
    /// session.
    pub is_sure_and_wrong: bool,
}

impl Memory {
    /// The chance of remembering it on a day, 0..=1.
    pub fn retrievability(&self, on: Date) -> f64 {
        let state =
            MemoryState { stability: self.stability as f32, difficulty: self.difficulty as f32 };
        let days = days_between(self.last, on);
        f64::from(current_retrievability(state, days as f32, FSRS6_DEFAULT_DECAY))
    }

    /// Whether it is to be asked on this day.
    pub fn is_due(&self, on: Date) -> bool {
        self.due <= on || self.is_sure_and_wrong
    }

    /// Whether it counts as known on a day: right the last time, and not to be asked again yet.
    pub fn is_known(&self, on: Date) -> bool {
        self.mark >= 1.0 && !self.is_due(on)
    }
}

/// How FSRS rates a first try: again 1, hard 2, good 3, easy 4.
pub fn rating(answer: &Answer) -> u32 {
    match answer {
        answer if answer.mark < FORGOTTEN => 1,
        answer if answer.mark < 1.0 || answer.hints > 0 || answer.sure == Some(1) => 2,
        answer if answer.sure == Some(3) => 4,
        _ => 3,
    }
}

/// What is known about each item, from first tries of which there is one for each item and learning
/// day, in their order; `firsts` are all of them.
pub fn memories(daily: &[First<'_>], firsts: &[First<'_>]) -> BTreeMap<String, Memory> {
    let mut histories: BTreeMap<&str, Vec<&First<'_>>> = BTreeMap::new();
    for first in daily {
        histories.entry(&first.answer.item).or_default().push(first);
    }
    let fsrs = FSRS::default();
    let newest = history::newest(firsts);
    let known = |(item, history): (&str, Vec<&First<'_>>)| {
        // Whoever answered it rightly since, on the same day even, need not meet it at once.
        let is_sure_and_wrong =
            newest.get(item).is_some_and(|answer| answer.sure == Some(3) && answer.mark < 1.0);
        Some((item.to_owned(), Memory { is_sure_and_wrong, ..memory(&fsrs, &history)? }))
    };
    histories.into_iter().filter_map(known).collect()
}

fn memory(fsrs: &FSRS, history: &[&First<'_>]) -> Option<Memory> {
    let mut before: Option<Date> = None;
    let mut reviews = Vec::with_capacity(history.len());
    for first in history {
        let delta_t = before.map_or(0, |before| days_between(before, first.day));
        reviews.push(FSRSReview { rating: rating(first.answer), delta_t });
        before = Some(first.day);
    }
    let newest = history.last()?;
    let state = fsrs.memory_state(FSRSItem { reviews }, None).ok()?;
    let days = fsrs.next_interval(Some(state.stability), RETENTION, 3);
    Some(Memory {
        stability: f64::from(state.stability),
        difficulty: f64::from(state.difficulty),
        answers: history.len(),
        mark: newest.answer.mark,
        last: newest.day,
        due: later(newest.day, days.round_ties_even().clamp(1.0, LONGEST)),
        is_sure_and_wrong: false,
    })
}

/// Whole days from one day to another; 0 when the clock went back.
fn days_between(from: Date, to: Date) -> u32 {
    let days = to.since(from).map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or(0)
}

fn later(day: Date, days: f32) -> Date {
    day.checked_add((days as i64).days()).unwrap_or(Date::MAX)
}

/// Items that are due on a day: those that were sure and wrong, then the most forgotten first.
pub fn due(memories: &BTreeMap<String, Memory>, on: Date) -> Vec<String> {
    let mut due: Vec<(&String, &Memory)> =
        memories.iter().filter(|(_, memory)| memory.is_due(on)).collect();
    due.sort_by(|(_, a), (_, b)| {
        let key = |memory: &Memory| (!memory.is_sure_and_wrong, memory.retrievability(on));
        let ((a_late, a), (b_late, b)) = (key(a), key(b));
        a_late.cmp(&b_late).then(a.total_cmp(&b))
    });
    due.into_iter().map(|(item, _)| item.clone()).collect()
}

/// How many items fall due on each of so many days, beginning with this one; what is overdue counts
/// on the first.
pub fn forecast(memories: &BTreeMap<String, Memory>, from: Date, days: usize) -> Vec<usize> {
    let mut counts = vec![0; days];
    for memory in memories.values() {
        let at = if memory.is_due(from) { 0 } else { days_between(from, memory.due) as usize };
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    counts
}

/// The next day after this one on which something falls due, and how many items.
pub fn next_due(memories: &BTreeMap<String, Memory>, after: Date) -> Option<(Date, usize)> {
    let later = || memories.values().filter(|memory| !memory.is_due(after));
    let day = later().map(|memory| memory.due).min()?;
    Some((day, later().filter(|memory| memory.due == day).count()))
}

#[cfg(test)]
mod tests;
