//! The save protocol. What it reports as saved is on the medium; a failure leaves the old file or
//! the new one, never half of either.

use std::{
    io,
    path::{Path, PathBuf},
};

#[cfg(test)]
use super::Way;
use super::{
    Keeper, Known, Leave, SaveFault, Saved, Wrote, aside,
    code::{self, Unwritable},
    older, open,
};
use crate::{
    model::profile::{LARGEST, Profile},
    store::cause::Cause,
};

/// From here on a file counts as nearly full, in bytes.
const NEARLY: usize = LARGEST / 5 * 4;

impl From<io::Error> for SaveFault {
    fn from(error: io::Error) -> Self {
        Self::Refused(Cause::of(&error))
    }
}

/// What stands in the profile's place, compared with what should.
enum Place {
    /// Nothing, or what may be replaced without a trace.
    Free,
    /// A good file that becomes the previous one.
    Ours(Wrote),
    /// Somebody else's.
    Foreign,
}

impl Keeper {
    /// Saves `profile`; when this returns `Ok` it is on the medium.
    ///
    /// # Errors
    /// [`SaveFault`]; the file is then the old one or the new one, and a later save may succeed.
    pub fn save(&mut self, profile: &Profile) -> Result<Saved, SaveFault> {
        if !self.can_save() {
            return Err(SaveFault::ReadOnly);
        }
        let bytes = match code::encode(profile) {
            Ok(bytes) => bytes,
            Err(Unwritable::TooLarge(bytes)) => return Err(self.too_large(&bytes)),
            Err(fault) => return Err(SaveFault::Unsound(fault.to_string())),
        };
        let saved =
            Saved { rev: profile.rev, bytes: bytes.len(), is_nearly_full: bytes.len() >= NEARLY };
        let new = Wrote::new(bytes, profile);
        // A medium that was taken out must not come back as an empty folder on another one.
        self.disk.meta(self.layout.data())?;
        open::make_folders(&*self.disk, &self.layout)?;
        #[cfg(test)]
        if self.way == Way::InPlace {
            return self.save_in_place(new).map(|()| saved);
        }
        let temporary = aside::write_new(&*self.disk, &self.beside(), &new.bytes, self.syncs())?;
        if let Err(fault) = self.make_way(&new) {
            let _ = self.disk.remove(&temporary);
            return Err(fault);
        }
        // From here the new file may be there even if the rest fails.
        self.tried = Some(new.clone());
        aside::put(&*self.disk, &temporary, &self.target)?;
        if self.syncs_folder() {
            let beside = self.beside();
            aside::settle(&*self.disk, &beside)?;
            if beside != self.layout.folder() {
                aside::settle(&*self.disk, &self.layout.folder())?;
            }
        }
        self.known = Known::Good(new);
        self.tried = None;
        Ok(saved)
    }

    /// The folder in which the file really is.
    fn beside(&self) -> PathBuf {
        self.target.parent().map_or_else(|| self.layout.folder(), Path::to_owned)
    }

    /// Refuses to replace what is not ours; keeps what is as the previous file.
    fn make_way(&mut self, new: &Wrote) -> Result<(), SaveFault> {
        match self.look()? {
            Place::Free => Ok(()),
            Place::Ours(old) => Ok(self.rotate(&old)?),
            Place::Foreign => Err(self.conflict(new)),
        }
    }

    fn look(&self) -> io::Result<Place> {
        let found = match self.disk.read(&self.target, LARGEST) {
            Ok(found) => found,
            // Ours is whole in memory and nothing is there to be spoilt.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Place::Free),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                let known = matches!(self.known, Known::TooLarge);
                return Ok(if known { Place::Free } else { Place::Foreign });
            }
            Err(error) => return Err(error),
        };
        if let Some(tried) = self.tried.as_ref().filter(|tried| *tried.bytes == *found) {
            return Ok(Place::Ours(tried.clone()));
        }
        Ok(match &self.known {
            Known::Good(wrote) if *wrote.bytes == *found => Place::Ours(wrote.clone()),
            Known::Bad(bytes) if **bytes == *found => Place::Free,
            _ => Place::Foreign,
        })
    }

    /// Keeps the old file as the previous one and, spaced out, as a generation.
    fn rotate(&mut self, old: &Wrote) -> io::Result<()> {
        let (disk, layout) = (&*self.disk, &self.layout);
        let folder = layout.folder();
        older::also_as(disk, &folder, &self.target, &old.bytes, &layout.previous())?;
        if older::is_due(self.spaced.as_ref(), old.rev, &old.day) {
            // Without this copy the previous file is still there; the next save tries again.
            let put = older::put_away(disk, layout, &old.bytes, old.rev, &old.day);
            if put.is_ok() {
                self.spaced = Some((old.rev, old.day.clone()));
            }
        }
        Ok(())
    }

    fn conflict(&mut self, new: &Wrote) -> SaveFault {
        let stem = format!("{:020}", new.rev);
        let (disk, folder) = (&*self.disk, self.layout.folder());
        match aside::keep(disk, &folder, &self.layout.conflict(), &stem, &new.bytes) {
            Ok(kept) => {
                self.leave = Leave::No;
                SaveFault::Conflict { kept }
            }
            Err(error) => SaveFault::Stranded(Cause::of(&error)),
        }
    }

    /// One whole copy, replaced each time.
    fn too_large(&self, bytes: &[u8]) -> SaveFault {
        match self.keep_whole(bytes) {
            Ok(kept) => SaveFault::TooLarge { kept },
            Err(error) => SaveFault::Refused(Cause::of(&error)),
        }
    }

    fn keep_whole(&self, bytes: &[u8]) -> io::Result<PathBuf> {
        let (disk, place) = (&*self.disk, self.layout.conflict());
        disk.make_folder(&place)?;
        let path = place.join("too-large.json");
        let temporary = aside::write_new(disk, &self.layout.folder(), bytes, true)?;
        aside::put(disk, &temporary, &path)?;
        aside::settle(disk, &place)?;
        aside::settle(disk, &self.layout.folder())?;
        Ok(path)
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "tests switch to the broken ways")]
    const fn syncs(&self) -> bool {
        true
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "tests switch to the broken ways")]
    const fn syncs_folder(&self) -> bool {
        true
    }

    #[cfg(test)]
    fn syncs(&self) -> bool {
        self.way != Way::WithoutSync
    }

    #[cfg(test)]
    fn syncs_folder(&self) -> bool {
        self.way != Way::WithoutFolderSync
    }

    /// The wrong way that everybody writes first.
    #[cfg(test)]
    fn save_in_place(&mut self, new: Wrote) -> Result<(), SaveFault> {
        if self.disk.meta(&self.target).is_ok() {
            self.disk.remove(&self.target)?;
        }
        let mut file = self.disk.create(&self.target)?;
        file.write(&new.bytes)?;
        file.sync()?;
        self.disk.sync_folder(&self.beside())?;
        self.known = Known::Good(new);
        Ok(())
    }
}
