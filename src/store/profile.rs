//! One person's profile on disk: opened with care, saved by one protocol, never half.
//!
//! Nothing is written over a file that was not read and understood, and nothing at all until the
//! person agreed where something was found damaged or changed.

mod aside;
pub mod code;
mod compact;
mod older;
mod open;
mod save;
mod say;
pub mod take_home;
#[cfg(test)]
mod tests;

use std::{path::PathBuf, sync::Arc};

pub use code::Damage;
pub use open::open;

use super::{
    cause::Cause,
    disk::{Disk, Guard},
    paths::Layout,
};
use crate::model::{moment::Moment, profile::Profile};

/// A profile that was opened, and how it stands.
pub struct Opened {
    /// What to work with.
    pub profile: Profile,
    /// How it was found.
    pub state: State,
    /// The only one who may save it.
    pub keeper: Keeper,
    /// What is said once.
    pub notices: Vec<Notice>,
}

/// How a profile was found.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Nothing was there: a new person.
    New,
    /// All is well.
    Good,
    /// Another window writes; this one only reads.
    Locked {
        /// What the other wrote about itself (`pid 4711 siti@pc-07`); empty where it cannot be read.
        holder: String,
    },
    /// A newer pandu wrote it; this one only reads.
    Newer {
        /// Its schema.
        schema: u64,
    },
    /// The file was damaged, an older copy opened; nothing is written before [`Keeper::accept`].
    Recovered {
        /// What was wrong.
        damage: Damage,
        /// Where the damaged bytes are kept; of a missing file, the copy that opened.
        kept: PathBuf,
        /// When the copy was saved.
        from: Option<Moment>,
    },
    /// Damaged, and no copy is good: a fresh profile; nothing is written before [`Keeper::accept`].
    Lost {
        /// What was wrong.
        damage: Damage,
        /// Where the damaged bytes are kept; of a missing file, the profile's folder.
        kept: PathBuf,
    },
    /// Somebody changed the file; the changed one opened. Nothing is written before [`Keeper::accept`].
    Edited {
        /// A copy of the changed file.
        copy: PathBuf,
        /// The last good one, to be taken instead.
        good: Option<Box<Profile>>,
    },
    /// The folder cannot be made or written; what was read lives in memory only.
    Unwritable {
        /// Why.
        why: SaveFault,
    },
}

/// Something about the medium or the file that is said once and stops nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// No lock can be had here: two windows could write at once.
    NoLock(Cause),
    /// This medium has no permissions: others on this machine may read.
    NoModes,
    /// This medium does not confirm names: after a power cut the last save may be missing.
    NoFolderSync,
    /// The file is damaged, but nothing could be set right from here.
    Damaged(Damage),
}

/// Why a profile cannot be opened at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenFault {
    /// Something that is not a plain file stands in its place.
    #[error("{path} is not a plain file")]
    NotAFile {
        /// Where.
        path: PathBuf,
    },
    /// It is there but cannot be read.
    #[error("{path} cannot be read: {cause:?}")]
    Unreadable {
        /// Where.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
}

/// Why a profile was not saved. It stays in memory as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveFault {
    /// This window only reads.
    #[error("this window only reads")]
    ReadOnly,
    /// The disk refused.
    #[error("the disk refused: {0:?}")]
    Refused(Cause),
    /// Another program wrote the file meanwhile. Ours was kept aside; from now on this window only reads.
    #[error("another program wrote the file; ours is in {kept}")]
    Conflict {
        /// Where ours is.
        kept: PathBuf,
    },
    /// Another program wrote the file meanwhile, and ours could not be kept aside: it is in memory only.
    #[error("another program wrote the file, and ours could not be kept: {0:?}")]
    Stranded(Cause),
    /// More than 16 MiB; a whole copy was written elsewhere.
    #[error("larger than 16 MiB; a whole copy is in {kept}")]
    TooLarge {
        /// Where the copy is.
        kept: PathBuf,
    },
    /// It breaks a rule of the format. This is a fault of pandu.
    #[error("{0}")]
    Unsound(String),
}

/// What a save achieved; it is on the medium.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its revision.
    pub rev: u64,
    /// Length of the file.
    pub bytes: usize,
    /// Whether 80 % of the largest size is used.
    pub is_nearly_full: bool,
}

/// Holds the lock of a profile and is the only one who saves it.
pub struct Keeper {
    disk: Arc<dyn Disk>,
    layout: Layout,
    /// Where the file really is, links followed once.
    target: PathBuf,
    leave: Leave,
    /// What stood there when we last looked or wrote.
    known: Known,
    /// What a failed save may have put there.
    tried: Option<Wrote>,
    /// Whether this keeper already put a generation away, and which.
    spaced: Option<(u64, String)>,
    guard: Option<Guard>,
    #[cfg(test)]
    way: Way,
}

/// Whether a keeper may save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leave {
    Yes,
    AfterAccept,
    No,
}

/// A file that we know byte for byte.
#[derive(Clone)]
struct Wrote {
    bytes: Arc<[u8]>,
    rev: u64,
    day: String,
}

/// What should stand in the profile's place.
enum Known {
    Nothing,
    Good(Wrote),
    /// Damaged or changed by hand, kept aside: it may be replaced, never rotated.
    Bad(Arc<[u8]>),
    /// Too large to be read, kept aside.
    TooLarge,
}

/// Ways of saving; all but the right one must be caught by the tests.
#[cfg(test)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Right,
    InPlace,
    WithoutSync,
    WithoutFolderSync,
}

impl Keeper {
    /// Whether [`Keeper::save`] would write.
    pub fn can_save(&self) -> bool {
        self.leave == Leave::Yes
    }

    /// The person agreed to go on with what was opened.
    pub fn accept(&mut self) {
        if self.leave == Leave::AfterAccept {
            self.leave = Leave::Yes;
        }
    }

    /// Where everything lies.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    fn read_only(&mut self) {
        self.leave = Leave::No;
        self.guard = None;
    }
}

impl Wrote {
    fn new(bytes: Vec<u8>, profile: &Profile) -> Self {
        Self { bytes: bytes.into(), rev: profile.rev, day: older::day(profile) }
    }
}
