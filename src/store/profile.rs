//! A person's file: opened under a lock, replaced whole, never lost. It refuses to write over
//! anything that it did not read or write itself.

mod aside;
pub mod care;
pub mod code;
mod compact;
mod generations;
pub mod holder;
mod keeper;
pub mod look;
mod open;
mod say;
pub(super) mod whole;

#[cfg(test)]
pub(crate) mod tests;

use std::path::{Path, PathBuf};

pub use code::{Damage, Decoded, Standing, Unwritable, decode, encode};
pub use holder::Holder;
pub use keeper::{Keeper, NEARLY_FULL};
pub use open::open;

use super::cause::{Cause, Refusal};
use crate::model::{moment::Moment, profile::Profile};

/// A profile that was opened.
pub struct Opened {
    /// What to show. With [`Found::Edited`] it is the changed file, with [`Found::Recovered`] the older copy.
    pub profile: Profile,
    /// In which state the file was.
    pub found: Found,
    /// Whether it may be written.
    pub access: Access,
    /// Things to say once.
    pub notices: Vec<Notice>,
    /// The only thing that may save it.
    pub keeper: Keeper,
}

/// In which state a profile was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Nobody was here before.
    New,
    /// As it was left.
    Good,
    /// A newer pandu wrote it: read-only.
    Newer {
        /// Its schema.
        schema: u64,
    },
    /// Changed by hand and sound. Nothing is written before `Keeper::accept`.
    Edited {
        /// Where the changed bytes were set aside.
        aside: Option<PathBuf>,
        /// The newest good copy, to choose instead.
        last_good: Option<Box<Older>>,
    },
    /// Damaged; an older copy is shown. Nothing is written before `Keeper::accept`.
    Recovered(Recovery),
    /// Damaged without any good copy; a fresh profile is shown. Nothing is written before `Keeper::accept`.
    Damaged {
        /// What is wrong with the file.
        damage: Damage,
        /// Where its bytes were set aside.
        aside: Option<PathBuf>,
    },
}

/// An older good copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Older {
    /// Its file.
    pub path: PathBuf,
    /// What it holds.
    pub profile: Profile,
}

/// How a damaged profile was recovered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// What is wrong with the file.
    pub damage: Damage,
    /// Where its bytes were set aside; `None` if it is missing or could not be copied yet.
    pub aside: Option<PathBuf>,
    /// The copy that is shown.
    pub from: PathBuf,
    /// Its `rev`.
    pub rev: u64,
    /// When it was written.
    pub saved_at: Option<Moment>,
}

/// Whether a profile may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may.
    Writable,
    /// Another window holds it: read-only.
    Held(Holder),
    /// The medium refuses; each save tries again.
    NotWritable(Refusal),
}

/// Something to say once; nothing is refused because of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// No lock can be had here: two windows would not see each other.
    NoLock(Cause),
    /// The file system has no modes: others may be able to read the profile.
    NoModes,
    /// Folders cannot be synced here: a power cut may lose the last save.
    NoFolderSync,
    /// The previous file could not be kept this time; the profile itself was saved.
    NoGeneration(Refusal),
}

/// What a save did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The `rev` that lies on the medium now.
    pub rev: u64,
    /// Length of the file in bytes.
    pub bytes: usize,
    /// Whether the file has passed 80 % of the largest size.
    pub nearly_full: bool,
    /// Things to say once.
    pub notices: Vec<Notice>,
}

/// Why a keeper never writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another window holds the profile.
    Held(Holder),
    /// A newer pandu wrote it.
    Newer {
        /// Its schema.
        schema: u64,
    },
}

/// Why nothing was saved. The state stays in memory; the file is the old one or, if only the last
/// step failed, the new one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveFault {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] Refusal),
    /// Somebody else changed the file; ours lies beside it and every later save goes there. A copy
    /// that could not be written is a [`SaveFault::Disk`] instead.
    #[error("the file was changed by another program; ours is kept in {}", kept.display())]
    Conflict {
        /// Our copy, on the medium.
        kept: PathBuf,
        /// Its `rev`.
        rev: u64,
    },
    /// More than 16 MiB; a whole copy lies elsewhere.
    #[error("the profile takes more than 16 MiB; a whole copy is in {}", kept.display())]
    TooLarge {
        /// The copy, on the medium.
        kept: PathBuf,
        /// Its `rev`.
        rev: u64,
    },
    /// The profile breaks its own rules: a fault of pandu.
    #[error("the profile is not sound: {0}")]
    Unsound(String),
    /// The person has not yet agreed to what was opened.
    #[error("nothing is written before the person agrees to what was opened")]
    Waiting,
    /// Opened read-only.
    #[error("the profile is open read-only")]
    ReadOnly(ReadOnly),
    /// The writer broke; a fault of pandu.
    #[error("the writer broke: {0}")]
    Broken(String),
}

impl SaveFault {
    /// Where the state lies although the profile itself could not be written, and its `rev`; with
    /// `None` it is in memory only, and the save is worth trying again.
    pub fn kept(&self) -> Option<(&Path, u64)> {
        match self {
            Self::Conflict { kept, rev } | Self::TooLarge { kept, rev } => Some((kept, *rev)),
            _ => None,
        }
    }
}

/// Why a profile could not be opened, backed up, restored or erased.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] Refusal),
    /// A folder, a pipe or a device stands where the profile should.
    #[error("{} is not a plain file", .0.display())]
    NotAFile(PathBuf),
    /// The profile is a link that leads nowhere.
    #[error("{} is a link that leads nowhere", .0.display())]
    DeadLink(PathBuf),
    /// There is no such profile.
    #[error("there is no profile at {}", .0.display())]
    NoProfile(PathBuf),
    /// There is no such file to read.
    #[error("there is no file {}", .0.display())]
    NoFile(PathBuf),
    /// The folder of the backup is not there.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// The backup would lie beside the profile and go with it.
    #[error("{} is inside the profile's own folder", .0.display())]
    Within(PathBuf),
    /// The backup could not be written.
    #[error(transparent)]
    Copy(Refusal),
    /// A newer pandu wrote the file to restore.
    #[error("{} was written by a newer pandu (schema {schema})", path.display())]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its schema.
        schema: u64,
    },
    /// Something stands where the backup should go.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// The profile's own file is damaged or was changed outside pandu.
    #[error("{}: {damage}", path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        damage: Damage,
    },
    /// The file to restore is no good profile.
    #[error("{}: {damage}", path.display())]
    BadCopy {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        damage: Damage,
    },
    /// Another window holds the profile.
    #[error("another window holds the profile")]
    Held(Holder),
    /// The profile could not be put in its place.
    #[error(transparent)]
    Save(#[from] SaveFault),
}
