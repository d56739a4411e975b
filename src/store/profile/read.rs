//! Reading a profile and nothing else: no folder made, no lock taken, nothing set aside. It works
//! beside a window that holds the profile, since a file is only ever replaced whole.

use std::io;

use super::{Damage, Trouble, code, generations::Generations, open::resolve, whole::at};
use crate::{
    model::profile::{LARGEST, Profile},
    store::{
        disk::{Disk, Kind},
        paths::{Layout, MAIN, Name},
    },
};

/// The profile as it was last saved (one of a newer pandu or one changed by hand as well); `None`
/// when there never was one.
///
/// # Errors
/// [`Trouble`]: the file is damaged or missing beside older copies, or the disk refuses.
pub fn read(disk: &dyn Disk, layout: &Layout, name: &Name) -> Result<Option<Profile>, Trouble> {
    let folder = layout.folder(name);
    let main = resolve(disk, &folder.join(MAIN))?;
    let damaged = |damage| Trouble::Damaged { path: main.clone(), damage };
    let found = match disk.meta(&main) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let older = Generations { disk, folder };
            return if older.any() { Err(damaged(Damage::Missing)) } else { Ok(None) };
        }
        found => at(&main, found)?,
    };
    if found.kind != Kind::File {
        return Err(Trouble::NotAFile(main));
    }
    let bytes = match disk.read(&main, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            return Err(damaged(Damage::TooLarge));
        }
        read => at(&main, read)?,
    };
    Ok(Some(code::decode(&bytes).map_err(damaged)?.profile))
}
