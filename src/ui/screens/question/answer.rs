//! What stands in a question and is not yet committed, and the draft that it leaves in the record.

use super::{Asking, LONGEST, LONGEST_REFLECTION, Question};
use crate::{
    model::{course::Kind, profile::Chosen, quiz},
    ui::{
        cx::{Cx, Save},
        widgets::edit::Edit,
    },
};

impl Question {
    /// Takes up what was left in the question; false when it is not of this kind of question.
    pub(super) fn take_draft(&mut self, draft: Chosen, cx: &Cx) -> bool {
        match (Self::kind(cx), draft) {
            (Some(Kind::Single | Kind::Multiple | Kind::Order), Chosen::Keys(keys)) => {
                self.picked = keys;
                self.keep_known_picks(cx);
            }
            (Some(Kind::Truth), Chosen::Truth { verdict, reason }) => {
                self.verdict = Some(verdict);
                self.picked = vec![reason];
                self.keep_known_picks(cx);
            }
            (Some(Kind::Match | Kind::Classify), Chosen::Pairs(pairs)) => {
                self.pairs = pairs;
                self.keep_known_pairs(cx);
            }
            (Some(Kind::Recall), Chosen::Typed(text)) => self.edit = Edit::new(&text, LONGEST),
            (Some(Kind::Reflect), Chosen::Typed(text)) => {
                self.edit = Edit::new(&text, LONGEST_REFLECTION);
            }
            (Some(Kind::Reflect), Chosen::Reflection { text, ticks }) => {
                self.edit = Edit::new(&text, LONGEST_REFLECTION);
                self.picked = ticks;
                self.asking = Asking::Ticks;
                self.look_at_model(cx);
            }
            _ => return false,
        }
        true
    }

    /// Drops what an edited course no longer offers, and stands on what was chosen first, so that an
    /// arrow leads on from there.
    fn keep_known_picks(&mut self, cx: &Cx) {
        let shown = self.shown(cx);
        self.picked.retain(|key| shown.contains(key));
        let place = |key: &String| shown.iter().position(|known| known == key);
        self.at = self.picked.first().and_then(place).unwrap_or(0);
    }

    /// Keeps what stands in the question. In a test it is the answer already, with the time that
    /// passed: nothing has to be confirmed there to count.
    pub(super) fn keep_draft(&mut self, cx: &mut Cx) {
        let draft = self.chosen(cx);
        if Self::is_exam(cx) {
            self.keep(None, Save::Soon, cx);
            if draft.is_some() {
                return;
            }
        }
        // What was emptied in a test does not come back.
        let emptied =
            Self::asked(cx).filter(|_| Self::is_exam(cx)).map(|(_, item)| item.key.clone());
        cx.edit_work(Save::Soon, |work| {
            if let Some(open) = &mut work.open {
                open.draft = draft;
                if let Some(item) = emptied {
                    open.given.shift_remove(&item);
                }
            }
        });
    }

    /// What stands in the question now; `None` when nothing does.
    pub(super) fn chosen(&self, cx: &Cx) -> Option<Chosen> {
        match Self::kind(cx)? {
            Kind::Truth => self.verdict.map(|verdict| Chosen::Truth {
                verdict,
                reason: self.picked.first().cloned().unwrap_or_default(),
            }),
            Kind::Match | Kind::Classify => {
                (!self.pairs.is_empty()).then(|| Chosen::Pairs(self.pairs.clone()))
            }
            Kind::Reflect if self.asking == Asking::Ticks => Some(self.reflection()),
            Kind::Recall | Kind::Reflect => (!self.edit.value().trim().is_empty())
                .then(|| Chosen::Typed(self.edit.value().to_owned())),
            Kind::Single | Kind::Multiple | Kind::Order => {
                (!self.picked.is_empty()).then(|| Chosen::Keys(self.picked.clone()))
            }
        }
    }

    /// Option keys in the order shown, as the record keeps them.
    pub(super) fn order(cx: &Cx) -> Vec<String> {
        let Some((round, item)) = Self::asked(cx) else { return Vec::new() };
        quiz::shown(item, Self::seed(round, cx))
    }
}
