//! The state of a running show: what the hall sees and what both windows know. The shape of
//! `live.json` (FORMATS §5), how a command changes it ([`apply`]) and what the hall sees of it
//! ([`Live::sight`]). Holds no clock and no disk; totals only, never a person.
//!
//! Beyond FORMATS §5, all optional, so that a file without them is a file:
//!
//! - `at`: when a person gave the last command; tells a state of yesterday ([`Live::is_stale`]).
//! - `born`: when the run was begun; tells it from others of its name.
//! - `begun`: when the show left the start page; null on the start page.
//! - `place` `{"module","page"}`: where the page stood (page from 0), so that a page that is gone
//!   from an edited course leads to the one that took its place.
//! - `before`: where one was before the last jump. `bookmarks`: keys of pages.
//! - `stops` `{"page":[[step,part],…]}`: what the audience window shows of a page that takes more
//!   than one part, click by click. Published before the show and at every resize, so that a
//!   click is never short of a part that was not laid out yet.
//! - `frozen` also holds `poll` and `timer` as they were.
//! - `timer` also has `length_ms`, `activity` (its key) and `big` (fills the screen of the hall).
//! - `polled`: polls that were closed, in the shape of `poll`; the same question again goes on there.
//! - `groups` `{"names","seed","turn"}`: group work; the order is drawn from the seed when there is one.
//! - `agenda` `{"schedule","day","start"}`: the day of the agenda and when it really began.
//! - `cover` `{"kind":"task"|"agenda","activity"}`: what lies over the page. `cover_part`,
//!   `cover_parts`: where one is in whatever covers it (a question that does not fit, too), and of how
//!   many; the hall's window tells them.
//! - `window` `{"columns","rows","density","lang","closed"}`: the hall's window as it is, so that the notes can
//!   show the same lines.
//! - `rehearsal`: true while nobody is in the hall.

mod apply;
mod command;
mod cover;
pub mod groups;
#[cfg(test)]
mod laws;
mod poll;
#[cfg(test)]
pub(crate) mod samples;
mod sight;
mod sound;
mod timer;
mod walk;

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

pub use self::{
    apply::apply,
    command::Command,
    cover::{Cover, CoverKind, HallWindow},
    groups::Groups,
    poll::{Poll, Show, options},
    sight::{Scene, Sight},
    timer::Timer,
    walk::{hall_pages, page_at},
};
use super::{course::Course, moment::Moment, profile::Unknown};

/// Value of `format`.
pub const FORMAT: &str = "pandu-live";
/// Value of `schema` that this version writes; a newer one is never written over.
pub const SCHEMA: u32 = 1;
/// Most parts of a page that does not fit.
pub const MOST_PARTS: usize = 99;
/// A clock that is set while the show runs moves by less.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_hours(1);

/// The state of a show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Live {
    /// Always [`FORMAT`].
    pub format: String,
    /// Version of the shape.
    pub schema: u32,
    /// Rises by one with every command; counted by the store.
    pub seq: u64,
    /// Name of the run.
    pub run: String,
    /// Key and version of the course, as [`course_id`] puts them.
    pub course: String,
    /// Key of the page.
    pub page: String,
    /// Its step, from 0.
    #[serde(default)]
    pub step: usize,
    /// Its part, from 0.
    #[serde(default)]
    pub part: usize,
    /// Parts of the page in the audience window, at least 1.
    #[serde(default = "one")]
    pub parts: usize,
    /// Whether the hall sees nothing.
    #[serde(default)]
    pub black: bool,
    /// What the hall goes on seeing.
    #[serde(default)]
    pub frozen: Option<Frozen>,
    /// The countdown.
    #[serde(default)]
    pub timer: Option<Timer>,
    /// The question that the hall is asked.
    #[serde(default)]
    pub poll: Option<Poll>,
    /// When a person gave the last command.
    #[serde(default)]
    pub at: Option<Moment>,
    /// When the show left the start page.
    #[serde(default)]
    pub begun: Option<Moment>,
    /// When the run was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Moment>,
    /// Where the page stood in the course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Where one was before the last jump.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Spot>,
    /// Keys of the pages to come back to, in the order they were marked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bookmarks: Vec<String>,
    /// What is shown click by click of the pages that do not fit, by page key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub stops: BTreeMap<String, Vec<(usize, usize)>>,
    /// Polls that were closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub polled: Vec<Poll>,
    /// What lies over the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Cover>,
    /// The part that is shown of what covers the page, from 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub cover_part: usize,
    /// Parts of what covers the page, at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub cover_parts: usize,
    /// The hall's window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<HallWindow>,
    /// Group work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Groups>,
    /// The day of the agenda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<Day>,
    /// Whether this is a rehearsal.
    #[serde(default, skip_serializing_if = "is_false")]
    pub rehearsal: bool,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A place in the show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Page key.
    pub page: String,
    /// Its step, from 0.
    #[serde(default)]
    pub step: usize,
    /// Its part, from 0.
    #[serde(default)]
    pub part: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What the hall goes on seeing while the show moves on beneath.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    /// Page key.
    pub page: String,
    /// Its step, from 0.
    #[serde(default)]
    pub step: usize,
    /// Its part, from 0.
    #[serde(default)]
    pub part: usize,
    /// The poll as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poll: Option<Poll>,
    /// The countdown as it was; a deadline runs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timer: Option<Timer>,
    /// What lay over the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Cover>,
    /// The part of what covered it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub cover_part: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Where a page stood in its course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Key of its module.
    pub module: String,
    /// Its place in the module, from 0.
    pub page: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A day of the agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// Key of the schedule; null for the only one of a course that names none.
    #[serde(default)]
    pub schedule: Option<String>,
    /// Day of the schedule, from 1.
    pub day: u32,
    /// When its first session really began, set by hand.
    pub start: Moment,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

const fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_one(value: &usize) -> bool {
    *value == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_zero(value: &usize) -> bool {
    *value == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// A course as the state names it: `key@version`.
pub fn course_id(course: &Course) -> String {
    format!("{}@{}", course.key, course.version)
}

/// The key in such a name: the course in whatever version.
pub fn course_key(id: &str) -> &str {
    id.rsplit_once('@').map_or(id, |(key, _)| key)
}

impl Live {
    /// The state before a run begins: the start page, on the first page of the course.
    pub fn new(run: &str, course: &Course) -> Self {
        let first = hall_pages(course).next();
        Self {
            format: FORMAT.to_owned(),
            schema: SCHEMA,
            seq: 0,
            run: run.to_owned(),
            course: course_id(course),
            page: first.map_or_else(String::new, |(_, page)| page.key.clone()),
            step: 0,
            part: 0,
            parts: 1,
            black: false,
            frozen: None,
            timer: None,
            poll: None,
            at: None,
            begun: None,
            born: None,
            place: None,
            before: None,
            bookmarks: Vec::new(),
            stops: BTreeMap::new(),
            polled: Vec::new(),
            cover: None,
            cover_part: 0,
            cover_parts: 1,
            window: None,
            groups: None,
            agenda: None,
            rehearsal: false,
            unknown: Unknown::new(),
        }
    }

    /// Where the show stands, seen or not.
    pub fn spot(&self) -> Spot {
        Spot { page: self.page.clone(), step: self.step, part: self.part, unknown: Unknown::new() }
    }

    /// Whether it was left on another learning day, or tells no time or one to come: nobody goes on
    /// with it unasked. A state that was never begun is not stale.
    pub fn is_stale(&self, now: Moment) -> bool {
        let Some(at) = self.at else { return self.begun.is_some() };
        let ahead = at.timestamp().duration_since(now.timestamp());
        self.begun.is_some() && (at.learning_day() != now.learning_day() || ahead > CLOCKS_DIFFER)
    }

    /// Whether it is about this course, in whatever version.
    pub fn is_of(&self, course: &Course) -> bool {
        course_key(&self.course) == course.key
    }

    /// What F5 means now, the key with which clickers begin a show: begin, then freeze and thaw.
    pub const fn start_key(&self) -> Command {
        match (&self.begun, &self.frozen) {
            (_, Some(_)) => Command::Thaw,
            (None, None) => Command::Begin,
            (Some(_), None) => Command::Freeze,
        }
    }
}
