//! The only thing that writes a profile. One `save` is the whole protocol, step by step; it never
//! writes over what it did not read or write itself.

mod elsewhere;

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Notice, ReadOnly, SaveFault, Saved, aside,
    code::{self, Unwritable},
    generations::{Generations, Kept},
    holder,
    whole::{Twin, at, ensure_folder, hold, home, settle, sync_names, temporary},
};
use crate::{
    model::profile::{LARGEST, Profile},
    store::{
        cause::{Cause, Refusal},
        disk::{Disk, Guard, Kind, Lock},
        paths::{GENERATIONS, LOCK},
    },
};

pub(super) use elsewhere::Copies;

/// From this many bytes on a save says that the profile is nearly full (80 % of the largest).
pub const NEARLY_FULL: usize = LARGEST / 5 * 4;

/// A file as it lay on the disk when we read or wrote it.
pub(super) struct Seen {
    /// Its bytes; empty when it is too large to be read.
    pub(super) bytes: Vec<u8>,
    /// Its length when it is too large to be read.
    pub(super) large: Option<u64>,
    /// What it is called among the generations if it passed every check; a bad file never goes there.
    pub(super) good: Option<Kept>,
}

/// Whether a file of this length is too large to be a profile.
pub(super) fn is_too_large(len: u64) -> bool {
    usize::try_from(len).map_or(true, |len| len > LARGEST)
}

/// Whether a lock is held.
pub(super) enum Hold {
    /// It is, until this is dropped.
    Taken {
        #[expect(dead_code, reason = "kept for its drop")]
        guard: Guard,
    },
    /// There is none to be had here.
    Without,
    /// The medium refused everything; the next save asks again.
    NotYet,
}

/// What stands between the keeper and a save.
pub(super) enum Bar {
    None,
    /// The person must agree first; `aside` is the copy of the bytes that will be replaced.
    Waiting {
        aside: Option<PathBuf>,
    },
    ReadOnly(ReadOnly),
    /// Somebody changed the file; ours goes to a copy.
    Conflict,
}

/// Saves one profile for as long as it lives; holds its lock.
pub struct Keeper {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) folder: PathBuf,
    /// The file itself, links resolved.
    pub(super) main: PathBuf,
    pub(super) hold: Hold,
    pub(super) bar: Bar,
    pub(super) seen: Option<Seen>,
    /// Ours too: a rename that reported a failure may have happened.
    pub(super) tried: Option<Seen>,
    /// Whether the names of our files are known to be on the medium. Until then nothing is replaced:
    /// the file that would lose its last name may be the one that a crash brings back.
    pub(super) certain: bool,
    /// A second name of the file that is being replaced.
    pub(super) held: Option<PathBuf>,
    /// Whether the folders above are known to be on the medium.
    pub(super) anchored: bool,
    /// The copies for what cannot be put in the profile's place.
    pub(super) copies: Copies,
    pub(super) said: Vec<Notice>,
    /// Whether the next file replaced goes to `generations/` in any case.
    pub(super) keep_next: bool,
}

impl Keeper {
    /// The profile's file, links resolved.
    pub fn path(&self) -> &Path {
        &self.main
    }

    /// Why this keeper never writes, if it does not.
    pub fn read_only(&self) -> Option<&ReadOnly> {
        match &self.bar {
            Bar::ReadOnly(why) => Some(why),
            _ => None,
        }
    }

    /// Whether `accept` must come before a save.
    pub fn is_waiting(&self) -> bool {
        matches!(self.bar, Bar::Waiting { .. })
    }

    /// The person agrees to go on with what was opened or chosen; from now on saves are written.
    ///
    /// # Errors
    /// When the bytes that will be replaced cannot be set aside; nothing has changed then.
    pub fn accept(&mut self) -> Result<(), SaveFault> {
        match &self.bar {
            Bar::Waiting { aside: None } => {
                self.set_aside()?;
            }
            Bar::ReadOnly(why) => return Err(SaveFault::ReadOnly(why.clone())),
            Bar::None | Bar::Waiting { .. } | Bar::Conflict => {}
        }
        if self.is_waiting() {
            self.bar = Bar::None;
        }
        Ok(())
    }

    /// Copies what lies in the profile's place into `quarantine/`.
    pub(super) fn set_aside(&self) -> Result<Option<PathBuf>, Refusal> {
        let disk = &*self.disk;
        match &self.seen {
            None => Ok(None),
            Some(Seen { large: Some(len), .. }) => {
                aside::quarantine_large(disk, &self.folder, &self.main, *len).map(Some)
            }
            Some(seen) => aside::quarantine(disk, &self.folder, &seen.bytes).map(Some),
        }
    }

    /// Where the file that lies there now is found after the next save: among the generations if it
    /// is good, else in the quarantine.
    pub(super) fn former(&self) -> Result<Option<PathBuf>, Refusal> {
        match &self.seen {
            Some(Seen { good: Some(kept), .. }) => {
                Ok(Some(self.folder.join(GENERATIONS).join(kept.file_name())))
            }
            _ if self.is_waiting() => self.set_aside(),
            _ => Ok(None),
        }
    }

    /// Saves the profile: `Ok` means that it lies on the medium.
    ///
    /// # Errors
    /// [`SaveFault`]; the same profile may be saved again, each time with a new temporary file.
    pub fn save(&mut self, profile: &Profile) -> Result<Saved, SaveFault> {
        self.ready()?;
        let bytes = match code::encode(profile) {
            Ok(bytes) => bytes,
            Err(Unwritable::TooLarge(bytes)) => return Err(self.save_elsewhere(profile, &bytes)),
            Err(other) => return Err(SaveFault::Unsound(other.to_string())),
        };
        if matches!(self.bar, Bar::Conflict) {
            return Err(self.conflict(profile, &bytes));
        }
        if !self.certain {
            self.sync()?;
        }
        let disk = Arc::clone(&self.disk);
        let new = temporary(&*disk, &home(&self.main), &bytes)?;
        let result = self.put(&new, bytes, profile);
        if result.is_err() {
            let _ = disk.remove(&new);
        }
        result
    }

    /// Refuses while somebody must agree; asks for the lock again if the medium refused it before.
    fn ready(&mut self) -> Result<(), SaveFault> {
        match &self.bar {
            Bar::Waiting { .. } => return Err(SaveFault::Waiting),
            Bar::ReadOnly(why) => return Err(SaveFault::ReadOnly(why.clone())),
            Bar::None | Bar::Conflict => {}
        }
        if !matches!(self.hold, Hold::NotYet) {
            return Ok(());
        }
        ensure_folder(&*self.disk, &self.folder)?;
        match self.disk.lock(&self.folder.join(LOCK), &holder::this_process()) {
            Ok(Lock::Taken(guard)) => self.hold = Hold::Taken { guard },
            Ok(Lock::Busy { text, since }) => {
                let why = ReadOnly::Held(holder::parse(&text, since));
                self.bar = Bar::ReadOnly(why.clone());
                return Err(SaveFault::ReadOnly(why));
            }
            // Whatever refuses the lock may refuse the file as well; only the file's refusal counts.
            Err(_) => {}
        }
        Ok(())
    }

    /// Steps 4 to 6: the complete new file waits under the name `new`.
    fn put(&mut self, new: &Path, bytes: Vec<u8>, profile: &Profile) -> Result<Saved, SaveFault> {
        let disk = Arc::clone(&self.disk);
        let name = Kept::of(profile);
        let mut notices = Vec::new();
        if !self.is_ours()? {
            return Err(self.conflict(profile, &bytes));
        }
        self.certain = false;
        match self.rotate(&name) {
            Ok(Some(Twin::Link)) => {}
            // The file itself goes, so its copy must be certain first.
            Ok(Some(Twin::Copy)) => drop(sync_names(&*disk, &self.folder)?),
            kept => {
                self.held = hold(&*disk, &self.main);
                notices.extend(kept.err().map(Notice::NoGeneration));
            }
        }
        let len = bytes.len();
        self.tried = Some(Seen { bytes, large: None, good: Some(name) });
        settle(&*disk, new, &self.main)?;
        self.seen = self.tried.take();
        if !self.anchor()? {
            notices.push(Notice::NoFolderSync);
        }
        Generations { disk: &*disk, folder: self.folder.clone() }.thin();
        notices.retain(|notice| !self.said.contains(notice));
        self.said.extend(notices.iter().cloned());
        Ok(Saved { rev: profile.rev, bytes: len, nearly_full: len >= NEARLY_FULL, notices })
    }

    /// Whether the file on the disk is the one we read or wrote last, or is gone.
    fn is_ours(&mut self) -> Result<bool, Refusal> {
        let len = match self.disk.meta(&self.main) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.seen = None;
                return Ok(true);
            }
            Ok(found) if found.kind != Kind::File => return Ok(false),
            Ok(found) => {
                let large = self.seen.as_ref().and_then(|seen| seen.large);
                if large.is_some() {
                    return Ok(large == Some(found.len));
                }
                found.len
            }
            Err(error) => return Err(Refusal::new(&self.main, &error)),
        };
        if is_too_large(len) {
            return Ok(false);
        }
        let bytes = at(&self.main, self.disk.read(&self.main, LARGEST))?;
        let is = |seen: &Option<Seen>| seen.as_ref().is_some_and(|seen| seen.bytes == bytes);
        if is(&self.tried) {
            self.seen = self.tried.take();
        }
        Ok(is(&self.seen))
    }

    /// Keeps the file that is about to be replaced, if it is good and older than the new one.
    fn rotate(&mut self, new: &Kept) -> Result<Option<Twin>, Refusal> {
        let Some(Seen { bytes, good: Some(old), .. }) = &self.seen else { return Ok(None) };
        if old.rev >= new.rev {
            return Ok(None);
        }
        let generations = Generations { disk: &*self.disk, folder: self.folder.clone() };
        let made = generations.keep(&self.main, bytes, old, new, self.keep_next)?;
        self.keep_next = false;
        Ok(Some(made))
    }

    /// Waits until the medium holds the names of our files; `false` where it cannot say.
    fn sync(&mut self) -> Result<bool, Refusal> {
        let disk = &*self.disk;
        let beside = home(&self.main);
        let mut synced = sync_names(disk, &beside)?;
        if beside != self.folder {
            synced &= sync_names(disk, &self.folder)?;
        }
        self.certain = true;
        if let Some(held) = self.held.take() {
            let _ = disk.remove(&held);
        }
        Ok(synced)
    }

    /// The same, and once the names of the folders above.
    fn anchor(&mut self) -> Result<bool, Refusal> {
        let synced = self.sync()?;
        let disk = &*self.disk;
        if !self.anchored {
            // Whoever made these folders may have been killed before they were on the medium.
            for above in self.folder.ancestors().skip(1).take(3) {
                match sync_names(disk, above) {
                    Err(refusal) if refusal.cause == Cause::NoPermission => {}
                    result => {
                        result?;
                    }
                }
            }
            self.anchored = true;
        }
        Ok(synced)
    }

    /// Notes that a lock cannot be had here.
    pub(super) fn without_lock(&mut self, error: &io::Error) -> Notice {
        self.hold = Hold::Without;
        Notice::NoLock(Cause::of(error))
    }
}
