//! What happens to a question: commit, confidence, second try, the next one, the end of the round.

use super::{Asking, LONGEST, Phase, Question, ResultScreen, TRUE};
use crate::{
    model::{
        course::Kind,
        grade::{self, Recalled},
        profile::{Answer, Unknown},
        quiz::{self, Stage},
    },
    ui::{
        cx::{Cx, Save},
        screen::Step,
        screens::sheet::Sheet,
        widgets::edit::Edit,
    },
};

impl Question {
    pub(super) fn go(&mut self, cx: &mut Cx) -> Step {
        match self.stage(cx) {
            Some(Stage::Ask(_)) => return self.commit(cx),
            // Whether it was right must not be passed over because the window is low.
            Some(_) if self.is_passing_over(cx) => self.scroll = self.last_scroll(cx),
            Some(Stage::Again(_)) => {
                let hints = self.hints;
                *self = Self { is_retrying: true, hints, ..Self::blank(cx) };
            }
            Some(Stage::Settled(_)) => return self.advance(cx),
            // What was given so far is not to be lost with the questions that left the course.
            None if Self::is_exam(cx) => return Step::swap(Sheet::new(cx)),
            None => return Self::end(cx),
        }
        Step::Stay
    }

    fn is_passing_over(&self, cx: &Cx) -> bool {
        Self::kind(cx) != Some(Kind::Reflect) && self.scroll < self.last_scroll(cx)
    }

    /// Takes the answer if it is whole: a statement asks for its reason, a typed word that is one
    /// letter off is asked about, a sequence must hold every step.
    fn commit(&mut self, cx: &mut Cx) -> Step {
        // Where one answer is asked for, the line under the cursor is the one that is meant.
        let is_one = matches!(Self::kind(cx), Some(Kind::Single | Kind::Truth));
        if is_one && self.picked.is_empty() {
            self.pick(self.at, cx);
        }
        let Some((_, item)) = Self::asked(cx) else { return Step::Stay };
        match item.kind {
            Kind::Truth if self.verdict.is_none() => {
                if let Some(key) = self.picked.first() {
                    self.verdict = Some(key == TRUE);
                    (self.picked, self.at) = (Vec::new(), 0);
                    self.keep_draft(cx);
                }
                return Step::Stay;
            }
            Kind::Truth if self.picked.is_empty() => return Step::Stay,
            Kind::Order if self.picked.len() < item.options.len() => {
                self.is_lacking = true;
                return Step::Stay;
            }
            Kind::Match | Kind::Classify => {
                if let Some(first) = self.open_rows(cx).first() {
                    (self.at, self.is_lacking) = (*first, true);
                    return Step::Stay;
                }
            }
            // In a test the question would give the key away.
            Kind::Recall if Self::is_exam(cx) => {}
            Kind::Recall => match (grade::recall(item, self.edit.value()), self.near.take()) {
                (Recalled::Near(form), None) => {
                    self.near = Some(form);
                    return Step::Stay;
                }
                (Recalled::Near(form), Some(_)) => {
                    self.edit = Edit::new(&form, LONGEST);
                    self.keep_draft(cx);
                }
                _ => {}
            },
            _ => {}
        }
        if self.chosen(cx).is_none() {
            self.is_lacking = true;
            return Step::Stay;
        }
        if cx.profile().settings.confidence {
            self.asking = Asking::Sure;
            return Step::Stay;
        }
        self.record(None, cx)
    }

    pub(super) fn record(&mut self, sure: Option<u8>, cx: &mut Cx) -> Step {
        if Self::is_exam(cx) {
            return self.give_in_exam(sure, cx);
        }
        let (Some((round, item)), Some(chosen)) = (Self::asked(cx), self.chosen(cx)) else {
            return Step::Stay;
        };
        let answer = Answer {
            n: 0,
            round,
            item: item.key.clone(),
            revision: item.revision,
            shown: quiz::shown(item, Self::seed(round, cx)),
            mark: grade::mark(item, &chosen),
            chosen,
            sure,
            hints: u32::try_from(self.hints).unwrap_or(u32::MAX),
            attempt: if self.is_retrying { 2 } else { 1 },
            ms: self.spent(cx),
            at: cx.now,
            unknown: Unknown::new(),
        };
        cx.edit_work(Save::Now, |work| {
            if let Some(open) = &mut work.open {
                open.draft = None;
            }
        });
        cx.record(answer);
        let hints = self.hints;
        *self = Self { hints, ..Self::blank(cx) };
        if Self::kind(cx) == Some(Kind::Reflect) {
            // All of it was read while it was ticked; what is new stands at the end.
            self.scroll = self.last_scroll(cx);
        }
        Step::Stay
    }

    /// Shows one more hint and remembers that it was seen.
    pub(super) fn hint(&mut self, cx: &mut Cx) {
        self.hints += 1;
        let seen = u32::try_from(self.hints).unwrap_or(u32::MAX);
        cx.edit_work(Save::Soon, |work| {
            if let Some(open) = &mut work.open {
                open.hints = seen;
            }
        });
    }

    fn advance(&mut self, cx: &mut Cx) -> Step {
        cx.edit_work(Save::Now, |work| {
            if let Some(open) = &mut work.open {
                open.at = open.at.saturating_add(1);
                open.draft = None;
                open.hints = 0;
            }
        });
        self.take_up(cx);
        if Self::asked(cx).is_none() { Self::end(cx) } else { Step::Stay }
    }

    fn end(cx: &mut Cx) -> Step {
        let now = cx.now;
        match cx.edit_work(Save::Now, |work| quiz::finish(work, now)) {
            Some(round) => Step::swap(ResultScreen::new(round)),
            None => Step::Back,
        }
    }

    pub(super) fn move_cursor(&mut self, is_down: bool, cx: &mut Cx) {
        let phase = self.phase(cx);
        if phase == Phase::Comparing {
            return self.move_in_list(is_down, cx);
        }
        let has_rows = Self::asked(cx).is_some_and(|(_, item)| item.has_rows());
        let is_typed = Self::kind(cx) == Some(Kind::Recall);
        if phase == Phase::Sure && !has_rows && !is_typed {
            // They change their mind.
            self.asking = Asking::Answer;
        } else if phase != Phase::Choosing && !(phase == Phase::Sure && has_rows) {
            self.scroll = if is_down { self.scroll + 1 } else { self.scroll.saturating_sub(1) };
            self.scroll = self.scroll.min(self.last_scroll(cx));
            return;
        }
        let shown = if has_rows { Self::rows(cx) } else { self.shown(cx) };
        let last = shown.len().saturating_sub(1);
        let is_single = matches!(Self::kind(cx), Some(Kind::Single | Kind::Truth));
        let at = match (is_down, is_single && self.picked.is_empty()) {
            (_, true) => self.at,
            (true, false) => (self.at + 1).min(last),
            (false, false) => self.at.saturating_sub(1),
        };
        if is_single {
            self.pick(at, cx);
        } else {
            self.at = at;
        }
    }

    pub(super) fn take_back(&mut self, cx: &mut Cx) {
        if Self::kind(cx) == Some(Kind::Truth) {
            self.verdict = None;
            self.picked.clear();
        } else {
            self.picked.pop();
        }
        self.keep_draft(cx);
    }
}
