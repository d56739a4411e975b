//! Groups by name, and the order in which they present. Groups only: no person is named.

use serde::{Deserialize, Serialize};

use crate::model::{
    chance::Chance,
    profile::Unknown,
    safe_text::{cap, safe_line},
};

/// Most groups of a class.
pub const MOST: usize = 40;
/// Longest name of a group, in graphemes.
pub const LONGEST: usize = 30;

/// The groups of a class.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Groups {
    /// Their names, as given.
    pub names: Vec<String>,
    /// What the order was drawn from; null before.
    #[serde(default)]
    pub seed: Option<u64>,
    /// The group that presents, from 0 in drawn order.
    #[serde(default)]
    pub turn: usize,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Groups {
    /// Groups with names that are safe to show; `None` without any.
    pub(super) fn new(names: &[String]) -> Option<Self> {
        let name = |name: &String| cap(safe_line(name).trim(), LONGEST).into_owned();
        let names = names.iter().map(name).filter(|name| !name.is_empty());
        let names: Vec<String> = names.take(MOST).collect();
        (!names.is_empty()).then(|| Self { names, ..Self::default() })
    }

    /// The same within the bounds; `None` without any.
    pub(super) fn sound(self) -> Option<Self> {
        let Self { names, .. } = Self::new(&self.names)?;
        let turn = self.turn.min(names.len().saturating_sub(1));
        Some(Self { names, turn, ..self })
    }

    /// The names in the order in which they present; as given until it was drawn.
    pub fn order(&self) -> Vec<&str> {
        let mut order: Vec<&str> = self.names.iter().map(String::as_str).collect();
        if let Some(seed) = self.seed {
            Chance::new(seed, "groups").shuffle(&mut order);
        }
        order
    }

    /// The group that presents now; `None` before the draw.
    pub fn presenting(&self) -> Option<&str> {
        self.seed.and_then(|_| self.order().get(self.turn).copied())
    }
}
