//! The follow-up plan (rencana tindak lanjut, RTL): for one SOP of the learner's own office.

pub mod changes;
pub mod checkins;
pub mod columns;
pub mod document;
pub mod form;
pub mod guard;
pub mod incoming;
pub mod merge;
pub mod rehearsal;
pub mod review;
pub mod suggestions;
pub mod timeline;

mod later;

use jiff::civil::Date;
pub use later::{Adaptation, CHALLENGES, CheckIn, challenge};
use serde::{Deserialize, Serialize};

use super::{
    moment::Moment,
    profile::Unknown,
    text::{Lang, Text},
};

/// Value of `format`.
pub const FORMAT: &str = "pandu-plan";
/// Value of `schema` that this version writes.
pub const SCHEMA: u32 = 1;
/// Longest text of one field, in characters.
pub const LONGEST: usize = 4096;

/// A whole plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the shape.
    pub schema: u32,
    /// 128 random bits in hex.
    pub id: String,
    /// Last change.
    pub edited: Moment,
    /// What it is about.
    #[serde(default)]
    pub head: Head,
    /// What differs in this office and therefore changes, by challenge.
    #[serde(default)]
    pub adaptation: Vec<Adaptation>,
    /// One if-then sentence.
    #[serde(default)]
    pub if_then: IfThen,
    /// Actions.
    #[serde(default)]
    pub rows: Vec<Row>,
    /// Check-ins, by their day.
    #[serde(default)]
    pub checkins: Vec<CheckIn>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Head of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Who plans.
    #[serde(default)]
    pub name: String,
    /// Their post.
    #[serde(default)]
    pub post: String,
    /// Their unit or OPD.
    #[serde(default)]
    pub unit: String,
    /// Their local government.
    #[serde(default)]
    pub government: String,
    /// The SOP that the plan is about.
    #[serde(default)]
    pub sop: Sop,
    /// How it is today and where that figure comes from.
    #[serde(default)]
    pub baseline: Baseline,
    /// Goal in 90 days.
    #[serde(default)]
    pub goal: String,
    /// First day.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub to: Option<Date>,
    /// Who agrees.
    #[serde(default)]
    pub superior: Superior,
    /// What was typed for the first and last day and is no date yet.
    #[serde(default, skip_serializing_if = "Unread::is_empty")]
    pub unread: Unread,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Number and title of an SOP.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sop {
    /// As the office numbers it.
    #[serde(default)]
    pub number: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Present state and its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// How it is today.
    #[serde(default)]
    pub text: String,
    /// Where that comes from.
    #[serde(default)]
    pub source: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The superior who agrees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Superior {
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Post.
    #[serde(default)]
    pub post: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// "Jika …, maka saya …" (implementation intention, Gollwitzer & Sheeran 2006).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IfThen {
    /// The situation.
    #[serde(default, rename = "if")]
    pub situation: String,
    /// What I do then.
    #[serde(default)]
    pub then: String,
    /// When it was typed once more from memory.
    #[serde(default)]
    pub rehearsed: Option<Moment>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// One action of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// 64 random bits in hex, unique within the plan.
    pub id: String,
    /// What is done, beginning with a verb.
    #[serde(default)]
    pub action: String,
    /// Key of the success factor it serves.
    #[serde(default)]
    pub factor: Option<String>,
    /// What for.
    #[serde(default)]
    pub purpose: String,
    /// How one sees that it worked.
    #[serde(default)]
    pub indicator: String,
    /// The indicator today.
    #[serde(default)]
    pub baseline: String,
    /// The indicator wanted.
    #[serde(default)]
    pub target: String,
    /// One post.
    #[serde(default)]
    pub responsible: String,
    /// First day.
    #[serde(default)]
    pub start: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub finish: Option<Date>,
    /// People, money, things.
    #[serde(default)]
    pub resources: String,
    /// What may stand in the way.
    #[serde(default)]
    pub obstacle: String,
    /// What is done about it.
    #[serde(default)]
    pub answer: String,
    /// What can be shown.
    #[serde(default)]
    pub evidence: String,
    /// How far it is.
    #[serde(default)]
    pub status: Status,
    /// What was typed for the first and last day and is no date yet.
    #[serde(default, skip_serializing_if = "Unread::is_empty")]
    pub unread: Unread,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Typed texts that are no dates yet, kept so that leaving half-way loses nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// For the first day.
    #[serde(default)]
    pub first: String,
    /// For the last day.
    #[serde(default)]
    pub last: String,
}

impl Unread {
    /// Whether nothing waits to become a date.
    pub const fn is_empty(&self) -> bool {
        self.first.is_empty() && self.last.is_empty()
    }
}

/// How far a row is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Not begun.
    #[default]
    Planned,
    /// Under way.
    Started,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
    /// A state of a later version, kept as written.
    #[serde(untagged)]
    Other(String),
}

impl Status {
    /// Those that a person chooses from, in the order of a row's life.
    pub const KNOWN: [Self; 4] = [Self::Planned, Self::Started, Self::Done, Self::Dropped];

    /// The word in the file.
    pub fn code(&self) -> &str {
        match self {
            Self::Planned => "planned",
            Self::Started => "started",
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Other(word) => word,
        }
    }

    /// Reads the word of the file; one that is not known is kept.
    pub fn from_code(code: &str) -> Self {
        let known = Self::KNOWN.into_iter().find(|status| status.code() == code);
        known.unwrap_or_else(|| Self::Other(code.to_owned()))
    }

    /// The word for people; a state of a later version as it is written.
    pub fn say(&self, lang: Lang) -> &str {
        let text = match self {
            Self::Planned => Text::new("rencana", "planned"),
            Self::Started => Text::new("berjalan", "started"),
            Self::Done => Text::new("selesai", "done"),
            Self::Dropped => Text::new("batal", "dropped"),
            Self::Other(word) => return word,
        };
        text.say(lang)
    }

    /// The next one in a circle.
    pub fn next(&self) -> Self {
        match self {
            Self::Planned => Self::Started,
            Self::Started => Self::Done,
            Self::Done => Self::Dropped,
            Self::Dropped | Self::Other(_) => Self::Planned,
        }
    }
}

impl IfThen {
    /// Whether both halves are written.
    pub fn is_whole(&self) -> bool {
        [&self.situation, &self.then].into_iter().all(|half| !half.trim().is_empty())
    }

    /// Whether both say the same, whenever they were typed from memory.
    pub fn is_same_sentence(&self, other: &Self) -> bool {
        self.situation == other.situation && self.then == other.then
    }

    /// Changes the situation; a new one is to be learnt by heart again.
    pub fn set_situation(&mut self, text: String) {
        if self.situation != text {
            (self.situation, self.rehearsed) = (text, None);
        }
    }

    /// Changes what is done then, likewise.
    pub fn set_then(&mut self, text: String) {
        if self.then != text {
            (self.then, self.rehearsed) = (text, None);
        }
    }
}

impl Row {
    /// An empty row. `id` is 64 random bits in hex.
    pub fn new(id: String) -> Self {
        Self { id, ..Self::default() }
    }

    /// Whether nothing was written into it yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.id.clone())
    }
}

impl Plan {
    /// An empty plan.
    pub fn new(id: String, edited: Moment) -> Self {
        Self {
            format: FORMAT.to_owned(),
            schema: SCHEMA,
            id,
            edited,
            head: Head::default(),
            adaptation: Vec::new(),
            if_then: IfThen::default(),
            rows: Vec::new(),
            checkins: Vec::new(),
            unknown: Unknown::new(),
        }
    }
}

/// The plan that was edited last, the one that a person means by "my plan".
pub fn latest(plans: &[Plan]) -> Option<&Plan> {
    plans.iter().max_by_key(|plan| plan.edited.timestamp())
}

#[cfg(test)]
pub(crate) mod tests;
