//! A question put to the hall and the hands that went up. What the numbers say is in
//! [`crate::model::tally`].

use serde::{Deserialize, Serialize};

use crate::model::{
    course::{Item, Kind},
    profile::Unknown,
};

/// Most hands for one option: more is a slip of the finger.
pub const MOST_HANDS: u32 = 9_999;
/// Votes on one question.
pub const VOTES: usize = 2;

/// What the hall sees of a poll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Show {
    /// The question and its options.
    #[default]
    Question,
    /// The bars of each vote that was counted.
    Bars,
    /// The bars, the right option and why.
    Key,
}

/// A question put to the hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Key of the question.
    pub item: String,
    /// The vote that is open, 1 or 2.
    #[serde(default = "first")]
    pub vote: usize,
    /// Hands of each vote, option by option in file order; of a truth: true, false.
    #[serde(default)]
    pub counts: Vec<Vec<u32>>,
    /// What the hall sees.
    #[serde(default)]
    pub show: Show,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

const fn first() -> usize {
    1
}

/// How many options hands can go up for; 0 where a question cannot be put to the hall.
pub const fn options(item: &Item) -> usize {
    match item.kind {
        Kind::Single | Kind::Multiple => item.options.len(),
        Kind::Truth => 2,
        _ => 0,
    }
}

impl Poll {
    pub(super) fn new(item: &str) -> Self {
        Self {
            item: item.to_owned(),
            vote: 1,
            counts: Vec::new(),
            show: Show::Question,
            unknown: Unknown::new(),
        }
    }

    /// The hands of a vote (1 or 2), empty while none were counted.
    pub fn hands(&self, vote: usize) -> &[u32] {
        let counts = vote.checked_sub(1).and_then(|at| self.counts.get(at));
        counts.map_or(&[], Vec::as_slice)
    }

    /// Whether anybody voted in this vote.
    pub fn is_counted(&self, vote: usize) -> bool {
        self.hands(vote).iter().any(|hands| *hands > 0)
    }

    /// Takes the hands of a vote that was opened; anything else is out of date.
    pub(super) fn count(&mut self, item: &Item, vote: usize, counts: &[u32]) {
        let is_open = (1..=self.vote.min(VOTES)).contains(&vote);
        if !is_open || counts.len() != options(item) {
            return;
        }
        let at = vote - 1;
        if self.counts.len() <= at {
            self.counts.resize(at + 1, Vec::new());
        }
        if let Some(hands) = self.counts.get_mut(at) {
            *hands = counts.iter().map(|hands| (*hands).min(MOST_HANDS)).collect();
        }
    }

    /// Opens the second vote once the first was counted.
    pub(super) fn again(&mut self) {
        if self.vote < VOTES && self.is_counted(self.vote) {
            self.vote += 1;
            self.show = Show::Question;
        }
    }
}
