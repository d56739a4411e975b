//! What lies over the page besides a question and a countdown, where one is in it, and the window of
//! the hall that it must fit.

use serde::{Deserialize, Serialize};

use super::{Live, Show};
use crate::model::profile::Unknown;

/// What lies over the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// Which sort.
    pub kind: CoverKind,
    /// Key of the activity, of a task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// Sorts of covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CoverKind {
    /// What the groups do, and in which order they present.
    Task,
    /// The sessions of the day.
    Agenda,
}

/// The window of the hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HallWindow {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
    /// How much stands on one screen, by its name in the file; the usual where nobody knows it.
    #[serde(default)]
    pub density: String,
    /// Code of its language.
    #[serde(default)]
    pub lang: String,
    /// Whether it was closed; the next one begins as it was.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub closed: bool,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Cover {
    /// The task of this activity.
    pub fn task(activity: &str) -> Self {
        let activity = Some(activity.to_owned());
        Self { kind: CoverKind::Task, activity, unknown: Unknown::new() }
    }

    /// The sessions of the day.
    pub fn agenda() -> Self {
        Self { kind: CoverKind::Agenda, activity: None, unknown: Unknown::new() }
    }
}

impl Live {
    /// Names what covers the page: another name, another thing to walk through. Empty where nothing
    /// does. A countdown that fills the screen always fits.
    pub fn covered_by(&self) -> String {
        if self.begun.is_none() {
            return "start".to_owned();
        }
        if let Some(poll) = &self.poll {
            let show = match poll.show {
                Show::Question => "question",
                Show::Bars => "bars",
                Show::Key => "key",
            };
            return format!("poll {} {} {show}", poll.item, poll.vote);
        }
        match &self.cover {
            Some(Cover { kind: CoverKind::Agenda, .. }) => "agenda".to_owned(),
            Some(Cover { activity, .. }) => {
                format!("task {}", activity.as_deref().unwrap_or_default())
            }
            None => String::new(),
        }
    }
}
