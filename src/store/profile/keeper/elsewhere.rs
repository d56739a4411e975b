//! What cannot be put in the profile's place is kept whole beside it: one copy per reason and keeper,
//! replaced by each later save.

use std::path::PathBuf;

use super::{
    super::{SaveFault, aside, whole::replace},
    Bar, Keeper,
};
use crate::{model::profile::Profile, store::cause::Refusal};

/// Where the copies of one keeper lie.
#[derive(Default)]
pub(in super::super) struct Copies {
    conflict: Option<PathBuf>,
    oversize: Option<PathBuf>,
}

impl Keeper {
    /// Keeps ours beside a file that somebody else wrote; every later save goes there.
    pub(super) fn conflict(&mut self, profile: &Profile, bytes: &[u8]) -> SaveFault {
        match self.keep_copy("conflict", |copies| &mut copies.conflict, profile.rev, bytes) {
            Ok(kept) => {
                self.bar = Bar::Conflict;
                SaveFault::Conflict { kept, rev: profile.rev }
            }
            Err(refusal) => refusal.into(),
        }
    }

    /// Keeps a whole copy of what is too large to be the profile.
    pub(super) fn save_elsewhere(&mut self, profile: &Profile, bytes: &[u8]) -> SaveFault {
        match self.keep_copy("oversize", |copies| &mut copies.oversize, profile.rev, bytes) {
            Ok(kept) => SaveFault::TooLarge { kept, rev: profile.rev },
            Err(refusal) => refusal.into(),
        }
    }

    /// The name is chosen once: a copy that is tried again takes the place of the one that failed.
    fn keep_copy(
        &mut self,
        what: &str,
        place: impl Fn(&mut Copies) -> &mut Option<PathBuf>,
        rev: u64,
        bytes: &[u8],
    ) -> Result<PathBuf, Refusal> {
        let kept = match place(&mut self.copies) {
            Some(kept) => kept.clone(),
            None => aside::free_name(&*self.disk, &self.folder, what, rev)?,
        };
        *place(&mut self.copies) = Some(kept.clone());
        replace(&*self.disk, &kept, bytes)?;
        Ok(kept)
    }
}
