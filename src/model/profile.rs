//! The profile: what one person did and plans. The shape of `profile.json`.
//!
//! Nothing derived is stored. Fields that this version does not know are kept at every level, so
//! that a file may pass through an older pandu unharmed.

mod person;
mod rounds;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use person::Person;
pub use rounds::{Given, Mode, OpenRound, Round};

use super::{diagnosis::Diagnosis, moment::Moment, notes::Notes, plan::Plan, text::Lang};

/// Value of `format`.
pub const FORMAT: &str = "pandu-profile";
/// Value of `schema` that this version writes; a newer one opens read-only.
pub const SCHEMA: u32 = 1;
/// Largest profile file in bytes.
pub const LARGEST: usize = 16 * 1024 * 1024;

/// Widest running text that a person may choose, in columns.
pub const TEXT_WIDTHS: RangeInclusive<u16> = 40..=100;

/// Highest number of an answer or round: beyond it other programs lose digits, and none follows.
const HIGHEST: u64 = 1 << 53;

/// Sizes of a session of review that a person may choose, in questions.
pub const SESSIONS: RangeInclusive<usize> = 5..=50;

/// Longest display name or office that is asked for, in characters.
pub const LONGEST_NAME: usize = 120;

/// Fields that this version does not know.
pub type Unknown = Map<String, Value>;

/// One person's profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Always [`FORMAT`].
    pub format: String,
    /// `crc32:` and eight hex digits; filled in by the writer.
    pub sum: String,
    /// Version of the shape.
    pub schema: u32,
    /// Rises with every change; the only order among copies.
    pub rev: u64,
    /// 128 random bits in hex, so that two files of one name can be told apart.
    pub id: String,
    /// Version of pandu that wrote it.
    pub app: String,
    /// When it was written.
    #[serde(default)]
    pub saved_at: Option<Moment>,
    /// Who.
    #[serde(default)]
    pub person: Person,
    /// How they like it.
    #[serde(default)]
    pub settings: Settings,
    /// What they did, by course key.
    #[serde(default)]
    pub courses: BTreeMap<String, CourseRecord>,
    /// What they plan.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Diagnoses of their office, the oldest first.
    #[serde(default)]
    pub diagnoses: Vec<Diagnosis>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// How a person likes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Language of the screens.
    #[serde(default)]
    pub lang: Lang,
    /// Theme name; `auto` unless chosen.
    #[serde(default = "auto")]
    pub theme: String,
    /// Plain characters only.
    #[serde(default)]
    pub ascii: bool,
    /// Whether confidence is asked before the feedback.
    #[serde(default = "yes")]
    pub confidence: bool,
    /// Widest running text in columns.
    #[serde(default = "comfortable")]
    pub width: u16,
    /// Most questions of a session of review, within [`SESSIONS`].
    #[serde(default = "one_sitting")]
    pub session: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Settings {
    /// Widest running text in columns, within what may be chosen, whatever the file says.
    pub fn text_width(&self) -> u16 {
        self.width.clamp(*TEXT_WIDTHS.start(), *TEXT_WIDTHS.end())
    }

    /// Most questions of a session of review.
    pub fn session(&self) -> usize {
        self.session.clamp(*SESSIONS.start(), *SESSIONS.end())
    }
}

fn auto() -> String {
    "auto".to_owned()
}

const fn comfortable() -> u16 {
    72
}

const fn yes() -> bool {
    true
}

const fn one_sitting() -> usize {
    20
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::Id,
            theme: auto(),
            ascii: false,
            confidence: true,
            width: comfortable(),
            session: one_sitting(),
            unknown: Unknown::new(),
        }
    }
}

/// What a person did in one course.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CourseRecord {
    /// Version of the course last opened.
    #[serde(default)]
    pub version: String,
    /// Where the reader stands.
    #[serde(default)]
    pub place: Option<Place>,
    /// When each page was read to its end, by page key.
    #[serde(default)]
    pub read: BTreeMap<String, Moment>,
    /// Notes and bookmarks, by page key; not in the file while there are none.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
    /// Rounds of questions, in the order they began.
    #[serde(default)]
    pub rounds: Vec<Round>,
    /// The round that is not finished.
    #[serde(default)]
    pub open: Option<OpenRound>,
    /// Every answer ever given, `n` rising.
    #[serde(default)]
    pub answers: Arc<Vec<Answer>>,
    /// What was looked for last.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub search: String,
    /// What a person was in the middle of, from the bottom up: screens as they were left. Empty at
    /// home.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub desk: Vec<Spot>,
    /// Tests that a person does not want to be offered: `pre`, `post`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<String>,
    /// Resets; answers up to `after` no longer count in their scope. See `model::history`.
    #[serde(default)]
    pub resets: Vec<Value>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A place in the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Page key.
    pub page: String,
    /// Step shown, from 0.
    #[serde(default)]
    pub step: usize,
    /// First line shown.
    #[serde(default)]
    pub scroll: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// One screen as it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Which screen, by a name that only the screens know; an unknown one leads nowhere.
    pub screen: String,
    /// What it was about: a page, a plan.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// The part of it: a row of the plan.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// The field that was being filled in, from 0.
    #[serde(default)]
    pub at: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What was chosen: options by key, never by position.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Chosen {
    /// Single, multiple, order.
    Keys(Vec<String>),
    /// Truth: the verdict and the key of the reason (empty until picked in a draft).
    Truth {
        /// True or false.
        verdict: bool,
        /// Key of the reason.
        reason: String,
    },
    /// Reflect: the text and the numbers, from 1, of what was ticked in its list. A draft is
    /// [`Self::Typed`] until the model answer was shown.
    Reflection {
        /// The typed text.
        text: String,
        /// Numbers of the ticked lines.
        ticks: Vec<String>,
    },
    /// Recall: the typed text.
    Typed(String),
    /// Match, classify: by key of the row, the key of the option whose partner was chosen, or of the
    /// bin.
    Pairs(BTreeMap<String, String>),
    /// A form of a later version, kept as written.
    Other(Value),
}

/// One answer. Times, marks and order are enough to compute everything else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Rises by one per course; the only order.
    pub n: u64,
    /// Round it was given in.
    pub round: u64,
    /// Item key.
    pub item: String,
    /// Revision of the item.
    pub revision: u32,
    /// Option keys in the order shown.
    #[serde(default)]
    pub shown: Vec<String>,
    /// What was chosen.
    pub chosen: Chosen,
    /// 0..=1.
    pub mark: f64,
    /// Confidence 1 guess, 2 fairly sure, 3 sure; `None` when it was not asked.
    #[serde(default)]
    pub sure: Option<u8>,
    /// Hints seen before answering.
    #[serde(default)]
    pub hints: u32,
    /// 1 for the first try in the round.
    #[serde(rename = "try")]
    pub attempt: u32,
    /// Milliseconds from showing to committing.
    pub ms: u64,
    /// When and at which offset.
    pub at: Moment,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Profile {
    /// A new person's profile. `id` is 128 random bits in hex.
    pub fn new(id: String) -> Self {
        Self {
            format: FORMAT.to_owned(),
            sum: "crc32:00000000".to_owned(),
            schema: SCHEMA,
            rev: 0,
            id,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            saved_at: None,
            person: Person::default(),
            settings: Settings::default(),
            courses: BTreeMap::new(),
            plans: Vec::new(),
            diagnoses: Vec::new(),
            unknown: Unknown::new(),
        }
    }

    /// What must hold in every profile: numbers in range, answers in order.
    ///
    /// # Errors
    /// A sentence (English, for the log and the quarantine note) naming the first thing that fails.
    pub fn check(&self) -> Result<(), String> {
        for (key, course) in &self.courses {
            if let Some(round) = course.rounds.iter().find(|round| round.n > HIGHEST) {
                return Err(format!("{key}: round {} was never reached", round.n));
            }
            let mut last = 0;
            for answer in course.answers.iter() {
                if answer.n > HIGHEST {
                    return Err(format!("{key}: answer {} was never reached", answer.n));
                }
                if answer.n <= last {
                    return Err(format!("{key}: answer {} does not follow {last}", answer.n));
                }
                last = answer.n;
                if !(0.0..=1.0).contains(&answer.mark) {
                    return Err(format!("{key}: mark of answer {} is not within 0..1", answer.n));
                }
                if answer.sure.is_some_and(|sure| !(1..=3).contains(&sure)) {
                    return Err(format!("{key}: confidence of answer {} is not 1..3", answer.n));
                }
            }
        }
        Ok(())
    }
}

impl Answer {
    /// Whether it may count in any score; a reflection never does.
    pub const fn is_scored(&self) -> bool {
        !matches!(self.chosen, Chosen::Reflection { .. })
    }
}

impl CourseRecord {
    /// The number the next answer gets.
    pub fn next_answer(&self) -> u64 {
        self.answers.last().map_or(0, |answer| answer.n).saturating_add(1)
    }

    /// The number the next round gets.
    pub fn next_round(&self) -> u64 {
        self.rounds.iter().map(|round| round.n).max().unwrap_or(0).saturating_add(1)
    }

    /// The round with this number.
    pub fn round(&self, n: u64) -> Option<&Round> {
        self.rounds.iter().find(|round| round.n == n)
    }
}
