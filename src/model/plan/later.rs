//! What comes before the rows and after them: how the office differs, and what was done after 30,
//! 60 and 90 days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Plan;
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

impl Plan {
    /// What is said about a challenge; the first where a file holds several.
    pub fn adaptation_to(&self, challenge: &str) -> Option<&Adaptation> {
        self.adaptation.iter().find(|part| part.challenge == challenge)
    }

    /// Changes what is said about a challenge. All others stay where they are.
    pub fn adapt(&mut self, challenge: &str, change: impl FnOnce(&mut Adaptation)) {
        let known = self.adaptation.iter_mut().find(|part| part.challenge == challenge);
        if let Some(part) = known {
            change(part);
            return;
        }
        let mut part = Adaptation::new(challenge);
        change(&mut part);
        if !part.is_empty() {
            self.adaptation.push(part);
        }
    }

    /// Whether anything is said about what differs in this office.
    pub fn is_adapted(&self) -> bool {
        self.adaptation.iter().any(|part| !part.is_empty())
    }

    /// Takes out what was emptied again; what another version wrote stays.
    pub fn tidy_adaptation(&mut self) {
        self.adaptation.retain(|part| !part.is_empty() || !part.unknown.is_empty());
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
    /// How many days after the plan's first day it is planned; `None` for one that was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// Whether its day was set by hand, so that it no longer follows the plan's first day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moved: bool,
    /// When it was held; `None` while it is to come, and what is written in it a draft.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_challenge_has_one_entry_and_foreign_ones_keep_their_place() {
        let mut plan = crate::model::plan::tests::full();
        let foreign = |key: &str| Adaptation { differs: "x".to_owned(), ..Adaptation::new(key) };
        plan.adaptation = vec![foreign("iklim"), foreign("beban"), foreign("")];
        plan.adapt("sdm", |part| part.differs = "3 orang".to_owned());
        plan.adapt("beban", |part| part.change = "loket cepat".to_owned());
        plan.adapt("sdm", |part| part.change = "rangkap".to_owned());
        plan.adapt("anggaran", |_| ());
        let keys: Vec<&str> = plan.adaptation.iter().map(|part| part.challenge.as_str()).collect();
        assert_eq!(keys, ["iklim", "beban", "", "sdm"]);
        assert_eq!(plan.adaptation_to("sdm").unwrap().change, "rangkap");
        plan.adapt("sdm", |part| (part.differs, part.change) = Default::default());
        assert_eq!(plan.adaptation.len(), 4, "nothing moves while it is typed");
        plan.tidy_adaptation();
        assert_eq!(plan.adaptation.len(), 3);
    }
}
