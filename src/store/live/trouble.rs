//! What stands between two windows, in words for the facilitator. None of it stops a show.

use std::path::PathBuf;

use super::Damage;
use crate::{
    model::text::{Lang, Text},
    store::cause::Refusal,
};

/// What stands between two windows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The disk refuses: this window goes on alone.
    #[error(transparent)]
    Disk(#[from] Refusal),
    /// Another program holds the lock and does not let it go: this window goes on alone.
    #[error("another program holds the lock of the show")]
    Busy,
    /// A newer pandu runs the other window: this one goes on alone and writes nothing.
    #[error("a newer pandu runs the other window (schema {schema})")]
    Newer {
        /// Its schema.
        schema: u64,
    },
    /// The file was no state; this window's own went on in its place.
    #[error("the shared state was damaged: {damage}")]
    Damaged {
        /// What was wrong with it.
        damage: Damage,
        /// Where it was put; `None` while nothing was written yet.
        aside: Option<PathBuf>,
    },
    /// There are no locks here: two keys pressed at once may count as one.
    #[error("there are no locks on this medium")]
    NoLock,
}

impl Trouble {
    /// Whether the other window does not learn of what this one does.
    pub const fn is_alone(&self) -> bool {
        matches!(self, Self::Disk(_) | Self::Busy | Self::Newer { .. })
    }

    /// One or two plain sentences. No path is told: the hall may read along.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::Disk(refusal) => {
                let why = refusal.cause.say(lang);
                return match lang {
                    Lang::Id => {
                        format!("Kedua jendela tidak tersambung: {why}. Tayangan tetap berjalan.")
                    }
                    Lang::En => {
                        format!("The two windows are not connected: {why}. The show goes on.")
                    }
                };
            }
            Self::Busy => Text::new(
                "Jendela lain belum melepas kuncinya. Tayangan ini berjalan sendiri dahulu.",
                "Another window keeps the lock. This one goes on alone for now.",
            ),
            Self::Newer { .. } => Text::new(
                "Jendela lain memakai pandu yang lebih baru. Tutup salah satu, lalu pakai versi yang sama.",
                "The other window runs a newer pandu. Close one of them and use the same version.",
            ),
            Self::Damaged { .. } => Text::new(
                "Keadaan tayangan yang tersimpan rusak dan disisihkan. Tayangan berjalan dari jendela ini.",
                "The saved state of the show was damaged and set aside. The show goes on from this window.",
            ),
            Self::NoLock => Text::new(
                "Media ini tidak mengenal kunci berkas: pakailah satu jendela saja untuk menggerakkan tayangan.",
                "This medium has no file locks: drive the show from one window only.",
            ),
        };
        text.say(lang).to_owned()
    }
}
