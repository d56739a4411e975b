//! What comes before the rows and after them: how the office differs, and what was done after 30,
//! 60 and 90 days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{
    moment::Moment,
    profile::Unknown,
    text::{Lang, Text},
};

/// What differs in this office from the one that succeeded, and what therefore changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Adaptation {
    /// Key of one of the four challenges of replication: `sdm`, `anggaran`, `resistensi`, `beban`.
    #[serde(default)]
    pub challenge: String,
    /// What differs.
    #[serde(default)]
    pub differs: String,
    /// What therefore changes.
    #[serde(default)]
    pub change: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The four challenges of replication, in the order of the course.
pub const CHALLENGES: [&str; 4] = ["sdm", "anggaran", "resistensi", "beban"];

impl Adaptation {
    /// Nothing said about a challenge yet.
    pub fn new(challenge: &str) -> Self {
        Self { challenge: challenge.to_owned(), ..Self::default() }
    }

    /// Whether anything was written.
    pub fn is_empty(&self) -> bool {
        [&self.differs, &self.change].into_iter().all(|text| text.trim().is_empty())
    }
}

/// The words for a challenge; `None` for one that this version does not know.
pub fn challenge(key: &str, lang: Lang) -> Option<&'static str> {
    let text = match key {
        "sdm" => Text::new("SDM", "People"),
        "anggaran" => Text::new("Anggaran", "Budget"),
        "resistensi" => Text::new("Resistensi", "Resistance"),
        "beban" => Text::new("Beban kerja", "Workload"),
        _ => return None,
    };
    Some(text.say(lang))
}

/// One look back at the plan. Once held it is never changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// 64 random bits in hex, unique within the plan.
    #[serde(default)]
    pub id: String,
    /// The day it is meant for.
    #[serde(default)]
    pub due: Option<Date>,
    /// When it was held; `None` while it is to come.
    #[serde(default)]
    pub at: Option<Moment>,
    /// What was done.
    #[serde(default)]
    pub did: String,
    /// What can be shown for it.
    #[serde(default)]
    pub evidence: String,
    /// How far the goal is reached, in percent, 0 to 100.
    #[serde(default)]
    pub progress: u32,
    /// What stood in the way.
    #[serde(default)]
    pub obstacle: String,
    /// The next step.
    #[serde(default)]
    pub next: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl CheckIn {
    /// One that is to come on this day.
    pub fn planned(id: String, due: Date) -> Self {
        Self { id, due: Some(due), ..Self::default() }
    }
}
