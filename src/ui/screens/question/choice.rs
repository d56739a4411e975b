//! Choosing among options: one, a set, a sequence, a verdict and then its reason.

use super::{Asking, FALSE, Phase, Question, TRUE};
use crate::{model::course::Kind, ui::cx::Cx};

impl Question {
    /// Option keys as shown; the two verdicts come before the reasons of a statement.
    pub(super) fn shown(&self, cx: &Cx) -> Vec<String> {
        let is_truth = Self::kind(cx) == Some(Kind::Truth);
        if is_truth && self.verdict.is_none() && self.is_asking(cx) {
            return vec![TRUE.to_owned(), FALSE.to_owned()];
        }
        Self::order(cx)
    }

    /// How many letters lead somewhere now.
    pub(super) fn letters(&self, cx: &Cx) -> usize {
        match (self.phase(cx), Self::asked(cx)) {
            (Phase::Sure, Some((_, item))) if item.kind == Kind::Recall => 0,
            (Phase::Choosing | Phase::Sure, Some((_, item))) if item.has_rows() => {
                Self::choices(cx).len()
            }
            (Phase::Choosing | Phase::Sure, Some(_)) => self.shown(cx).len(),
            (Phase::Comparing, Some((_, item))) => item.check.len(),
            _ => 0,
        }
    }

    /// Does what a letter stands for. Whoever is asked how sure they are may still choose otherwise.
    pub(super) fn letter(&mut self, at: usize, cx: &mut Cx) {
        if self.asking == Asking::Sure {
            self.asking = Asking::Answer;
        }
        if Self::asked(cx).is_some_and(|(_, item)| item.has_rows()) {
            self.give(at, cx);
        } else {
            self.pick(at, cx);
        }
    }

    /// Takes or drops the option, or the line of a list, at a place.
    pub(super) fn pick(&mut self, at: usize, cx: &mut Cx) {
        let key = match self.phase(cx) {
            Phase::Comparing => Some((at + 1).to_string()),
            _ => self.shown(cx).get(at).cloned(),
        };
        let Some(key) = key else { return };
        (self.at, self.scroll) = (at, 0);
        match Self::kind(cx) {
            Some(Kind::Multiple | Kind::Order | Kind::Reflect) => {
                match self.picked.iter().position(|picked| *picked == key) {
                    Some(place) => drop(self.picked.remove(place)),
                    None => self.picked.push(key),
                }
            }
            _ => self.picked = vec![key],
        }
        self.keep_draft(cx);
    }
}
