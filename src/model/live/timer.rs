//! A countdown: a deadline while it runs, what is left while it pauses. It never ticks.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::model::{moment::Moment, profile::Unknown};

/// Longest countdown in minutes.
pub const LONGEST: u32 = 24 * 60;
const MINUTE: i64 = 60_000;

/// A countdown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timer {
    /// When it ends, while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// Milliseconds left, while it pauses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_ms: Option<i64>,
    /// Milliseconds from begin to end, pauses not counted.
    #[serde(default)]
    pub length_ms: i64,
    /// Key of the activity that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Whether it fills the screen of the hall.
    #[serde(default)]
    pub big: bool,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Timer {
    /// A countdown that runs from now.
    pub(super) fn start(minutes: u32, activity: Option<String>, big: bool, now: Moment) -> Self {
        let length_ms = i64::from(minutes.clamp(1, LONGEST)) * MINUTE;
        let until = Some(now.later(SignedDuration::from_millis(length_ms)));
        Self { until, length_ms, activity, big, ..Self::default() }
    }

    /// The same within the bounds.
    pub(super) fn bound(&mut self) {
        let longest = i64::from(LONGEST) * MINUTE;
        self.length_ms = self.length_ms.clamp(0, longest);
        self.left_ms = self.left_ms.map(|left| left.clamp(0, longest));
    }

    /// Milliseconds left; 0 once it has ended.
    pub fn left_ms(&self, now: Moment) -> i64 {
        let left = match self.until {
            Some(until) => until.timestamp().duration_since(now.timestamp()).as_millis(),
            None => i128::from(self.left_ms.unwrap_or(0)),
        };
        i64::try_from(left).unwrap_or(0).clamp(0, i64::from(LONGEST) * MINUTE)
    }

    /// Whether it stands still.
    pub const fn is_paused(&self) -> bool {
        self.until.is_none()
    }

    /// Whether time is up.
    pub fn is_over(&self, now: Moment) -> bool {
        self.left_ms(now) == 0
    }

    /// When the shown number changes next; `None` while it stands still or is over.
    pub fn wake(&self, now: Moment) -> Option<Moment> {
        let is_running = !self.is_paused() && !self.is_over(now);
        is_running.then(|| now.later(SignedDuration::from_secs(1)))
    }

    /// Stands still; one that is over stays over.
    pub(super) fn pause(&mut self, now: Moment) {
        if self.until.is_some() && !self.is_over(now) {
            self.left_ms = Some(self.left_ms(now));
            self.until = None;
        }
    }

    /// Runs again.
    pub(super) fn resume(&mut self, now: Moment) {
        if self.until.is_none() {
            self.until = Some(now.later(SignedDuration::from_millis(self.left_ms(now))));
            self.left_ms = None;
        }
    }

    /// So many minutes more or less.
    pub(super) fn add(&mut self, minutes: i32, now: Moment) {
        let by = i64::from(minutes).saturating_mul(MINUTE);
        let longest = i64::from(LONGEST) * MINUTE;
        let left = self.left_ms(now).saturating_add(by).clamp(0, longest);
        self.length_ms = self.length_ms.saturating_add(by).clamp(left, longest);
        if self.until.is_some() {
            self.until = Some(now.later(SignedDuration::from_millis(left)));
        } else {
            self.left_ms = Some(left);
        }
    }
}
