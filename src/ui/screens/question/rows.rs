//! Rows that are each given a choice: the partners of a match, the bins of a classify.

use super::Question;
use crate::{
    model::{course::Kind, quiz},
    ui::cx::Cx,
};

impl Question {
    /// Keys of the rows as shown.
    pub(super) fn rows(cx: &Cx) -> Vec<String> {
        let Some((round, item)) = Self::asked(cx) else { return Vec::new() };
        quiz::rows(item, Self::seed(round, cx))
    }

    /// Keys of what a row may be given, by letter.
    pub(super) fn choices(cx: &Cx) -> Vec<String> {
        let Some((round, item)) = Self::asked(cx) else { return Vec::new() };
        quiz::choices(item, Self::seed(round, cx))
    }

    /// Rows that have nothing yet.
    pub(super) fn open_rows(&self, cx: &Cx) -> Vec<usize> {
        let rows = Self::rows(cx).into_iter().enumerate();
        rows.filter(|(_, row)| !self.pairs.contains_key(row)).map(|(at, _)| at).collect()
    }

    /// Drops what an edited course no longer asks for, and stands on the first row without a choice.
    pub(super) fn keep_known_pairs(&mut self, cx: &Cx) {
        let (rows, choices) = (Self::rows(cx), Self::choices(cx));
        self.pairs.retain(|row, choice| rows.contains(row) && choices.contains(choice));
        self.at = self.open_rows(cx).first().copied().unwrap_or(0);
    }

    /// Gives the row under the cursor the choice with this letter and goes to the next row without
    /// one.
    pub(super) fn give(&mut self, at: usize, cx: &mut Cx) {
        let Some(choice) = Self::choices(cx).into_iter().nth(at) else { return };
        self.put(choice, cx);
        let open = self.open_rows(cx);
        let next = open.iter().find(|&&row| row > self.at).or_else(|| open.first());
        self.at = next.copied().unwrap_or(self.at);
    }

    /// Gives the row under the cursor the next choice, or the one before; a partner that another
    /// row has is passed over, so that walking through them takes nothing away.
    pub(super) fn change(&mut self, is_next: bool, cx: &mut Cx) {
        let Some(row) = Self::rows(cx).into_iter().nth(self.at) else { return };
        let is_match = Self::kind(cx) == Some(Kind::Match);
        let is_taken = |choice: &String| {
            is_match && self.pairs.iter().any(|(other, taken)| *other != row && taken == choice)
        };
        let mut free = Self::choices(cx);
        free.retain(|choice| !is_taken(choice));
        let now = self.pairs.get(&row).and_then(|own| free.iter().position(|key| key == own));
        let last = free.len().saturating_sub(1);
        let to = match (now, is_next) {
            (Some(place), true) if place < last => place + 1,
            (Some(_) | None, true) => 0,
            (Some(place), false) if place > 0 => place - 1,
            (Some(_) | None, false) => last,
        };
        if let Some(choice) = free.into_iter().nth(to) {
            self.put(choice, cx);
        }
    }

    /// Leaves the row under the cursor without a choice.
    pub(super) fn clear(&mut self, cx: &mut Cx) {
        let Some(row) = Self::rows(cx).into_iter().nth(self.at) else { return };
        if self.pairs.remove(&row).is_some() {
            self.keep_draft(cx);
        }
    }

    /// A partner moves from the row that had it; a bin takes any number of rows.
    fn put(&mut self, choice: String, cx: &mut Cx) {
        let Some(row) = Self::rows(cx).into_iter().nth(self.at) else { return };
        if Self::kind(cx) == Some(Kind::Match) {
            self.pairs.retain(|_, taken| *taken != choice);
        }
        self.pairs.insert(row, choice);
        self.keep_draft(cx);
    }
}
