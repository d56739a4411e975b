//! Rounds of questions: how each was asked, and the one that is open.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Chosen, Unknown};
use crate::model::moment::Moment;

/// How a round is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Feedback after each answer, a second try.
    Practice,
    /// No feedback until it is handed in.
    Test,
    /// A test before the course; its key is never shown.
    Pre,
    /// The parallel test after it.
    Post,
    /// What was last answered wrong, as in practice.
    Mistakes,
    /// What is due, as in practice.
    Review,
    /// A mode of a later version, kept as written.
    #[serde(untagged)]
    Other(String),
}

impl Mode {
    /// Whether its first tries count for progress, memory and mastery. The test before the course
    /// does not, nor does a mode that this version does not know.
    pub const fn counts(&self) -> bool {
        matches!(self, Self::Practice | Self::Test | Self::Post | Self::Mistakes | Self::Review)
    }

    /// Whether answers are kept back until all of them are handed in.
    pub const fn is_test(&self) -> bool {
        matches!(self, Self::Test | Self::Pre | Self::Post)
    }
}

/// One round of questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Number within the course, from 1.
    pub n: u64,
    /// How it is asked.
    pub mode: Mode,
    /// `module:key`, `factor:key` or `all`.
    pub scope: String,
    /// Parallel form of a test.
    #[serde(default)]
    pub form: Option<String>,
    /// Seed of the order of options.
    pub seed: u64,
    /// When it began.
    pub begun: Moment,
    /// When it ended; `None` while it is open or when it was left for another.
    #[serde(default)]
    pub ended: Option<Moment>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The round that is not finished.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenRound {
    /// Its number.
    pub round: u64,
    /// Its items by key, in the order asked.
    pub items: Vec<String>,
    /// Place among them, from 0.
    #[serde(default)]
    pub at: usize,
    /// Flagged items (tests).
    #[serde(default)]
    pub flags: Vec<String>,
    /// Answers not yet handed in (tests), by item key; see [`Given`].
    #[serde(default)]
    pub given: Map<String, Value>,
    /// Hints seen on the current question.
    #[serde(default, skip_serializing_if = "is_none")]
    pub hints: u32,
    /// Milliseconds spent on its questions so far (tests).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub ms: u64,
    /// What stands in the current question, not yet committed.
    #[serde(default)]
    pub draft: Option<Chosen>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
const fn is_none(number: &u32) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
const fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// An answer of a test that is not handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// What was chosen.
    pub chosen: Chosen,
    /// Confidence 1 to 3; `None` when it was not asked.
    #[serde(default)]
    pub sure: Option<u8>,
    /// Milliseconds spent on this question.
    #[serde(default)]
    pub ms: u64,
    /// When it was given last.
    pub at: Moment,
}

impl OpenRound {
    /// What was given to an item; `None` where nothing was, or what this version cannot read.
    pub fn given(&self, item: &str) -> Option<Given> {
        let given: Given = serde_json::from_value(self.given.get(item)?.clone()).ok()?;
        // A number that nobody can have chosen must not spoil the record when it becomes an answer.
        Some(Given { sure: given.sure.filter(|sure| (1..=3).contains(sure)), ..given })
    }

    /// Gives an answer to an item, in place of an earlier one.
    pub fn give(&mut self, item: &str, given: &Given) {
        if let Ok(value) = serde_json::to_value(given) {
            self.given.insert(item.to_owned(), value);
        }
    }

    /// Takes what stands in the current question for its answer.
    pub fn take_draft(&mut self, now: Moment) {
        let (Some(draft), Some(item)) = (self.draft.take(), self.items.get(self.at).cloned())
        else {
            return;
        };
        let before = self.given(&item);
        let sure =
            before.as_ref().filter(|given| given.chosen == draft).and_then(|given| given.sure);
        let ms = before.map_or(0, |given| given.ms);
        self.give(&item, &Given { chosen: draft, sure, ms, at: now });
    }

    /// Marks an item to come back to, or takes the mark away.
    pub fn turn_flag(&mut self, item: &str) {
        match self.flags.iter().position(|flagged| flagged == item) {
            Some(at) => drop(self.flags.remove(at)),
            None => self.flags.push(item.to_owned()),
        }
    }
}
