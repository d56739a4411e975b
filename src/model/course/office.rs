//! What a course asks people about their own office, beside the statements of the diagnosis.

use super::Course;
use crate::model::text::Said;

/// One of the four challenges of taking over what worked elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Challenge {
    /// One of [`CHALLENGES`](crate::model::plan::CHALLENGES).
    pub key: String,
    /// What is asked of the office.
    pub ask: Said,
    /// What offices do about it, to choose from.
    pub moves: Vec<Said>,
}

impl Course {
    /// What the course says to this challenge, if it does.
    pub fn challenge(&self, key: &str) -> Option<&Challenge> {
        self.challenges.iter().find(|challenge| challenge.key == key)
    }
}
