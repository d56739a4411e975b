//! Looking at a profile without opening it: no lock is taken, no folder made, nothing written, so it
//! works while a window has the profile open and where nothing may be written.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    Damage, Decoded, Holder, Trouble, code, generations::Generations, holder, keeper::is_too_large,
    whole::at,
};
use crate::{
    model::profile::{LARGEST, Profile},
    store::{
        disk::{Disk, Kind},
        paths::{CONFLICT, GENERATIONS, LOCK, Layout, MAIN, Name, PREVIOUS, QUARANTINE},
    },
};

/// What a look at a profile shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The file that was read, links resolved; `None` if there is none.
    pub file: Option<File>,
    /// How many older copies lie beside it, good or not.
    pub older: usize,
    /// Copies of what could not be put in the profile's place, in order of their names.
    pub conflicts: Vec<PathBuf>,
    /// How many damaged or changed files were set aside.
    pub aside: usize,
    /// The window that has it open.
    pub holder: Option<Holder>,
}

/// A file as it lies there.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Where, links resolved.
    pub path: PathBuf,
    /// Its length in bytes.
    pub len: u64,
    /// Its bytes; empty if it is larger than a profile may be.
    pub bytes: Vec<u8>,
    /// What they hold.
    pub decoded: Result<Decoded, Damage>,
}

/// Looks at a profile.
///
/// # Errors
/// [`Trouble`] when the disk does not let it be read, or something else stands in its place.
pub fn look(disk: &dyn Disk, layout: &Layout, name: &Name) -> Result<Look, Trouble> {
    let folder = layout.folder(name);
    let file = read(disk, &layout.profile(name))?;
    let on = |shelf: PathBuf| {
        let names = disk.list(&shelf).unwrap_or_default();
        let mut files: Vec<PathBuf> = names.iter().map(|name| shelf.join(name)).collect();
        files.retain(|path| path.extension().is_some_and(|end| end == "json"));
        files.sort();
        files
    };
    let conflicts = on(folder.join(CONFLICT));
    let aside = on(folder.join(QUARANTINE)).len();
    let held = disk.holder(&folder.join(LOCK)).ok().flatten();
    Ok(Look {
        file,
        older: Generations { disk, folder }.count(),
        conflicts,
        aside,
        holder: held.map(|(text, since)| holder::parse(&text, since)),
    })
}

impl Look {
    /// What the file holds, if it can be read: good, changed by hand or of a newer pandu.
    pub fn decoded(&self) -> Option<&Decoded> {
        self.file.as_ref()?.decoded.as_ref().ok()
    }

    /// Whether nobody was here yet: no file, no older copy, no window.
    pub fn is_empty(&self) -> bool {
        self.file.is_none() && self.older == 0 && self.holder.is_none()
    }
}

/// Whether somebody's profile lies under this name, without reading it.
pub fn is_there(disk: &dyn Disk, layout: &Layout, name: &Name) -> bool {
    let folder = layout.folder(name);
    let parts = [MAIN, PREVIOUS, GENERATIONS];
    parts.iter().any(|part| disk.meta(&folder.join(part)).is_ok())
}

/// The profile as it was last saved (one of a newer pandu or one changed by hand as well); `None`
/// when there never was one.
///
/// # Errors
/// [`Trouble`]: the file is damaged or missing beside older copies, or the disk refuses.
pub fn profile(disk: &dyn Disk, layout: &Layout, name: &Name) -> Result<Option<Profile>, Trouble> {
    let Look { file, older, .. } = look(disk, layout, name)?;
    match file {
        None if older > 0 => {
            Err(Trouble::Damaged { path: layout.profile(name), damage: Damage::Missing })
        }
        None => Ok(None),
        Some(File { path, decoded, .. }) => match decoded {
            Ok(decoded) => Ok(Some(decoded.profile)),
            Err(damage) => Err(Trouble::Damaged { path, damage }),
        },
    }
}

/// Reads any profile file and checks it; `None` if there is none.
///
/// # Errors
/// [`Trouble`] when the disk does not let it be read, or no plain file stands there.
pub fn read(disk: &dyn Disk, path: &Path) -> Result<Option<File>, Trouble> {
    let mut path = path.to_owned();
    let mut found = match disk.meta(&path) {
        Err(error) if is_absent(&error) => return Ok(None),
        found => at(&path, found)?,
    };
    if found.kind == Kind::Link {
        path = match disk.resolve(&path) {
            Err(error) if is_absent(&error) => return Err(Trouble::DeadLink(path)),
            target => at(&path, target)?,
        };
        found = at(&path, disk.meta(&path))?;
    }
    if found.kind != Kind::File {
        return Err(Trouble::NotAFile(path));
    }
    let read = if is_too_large(found.len) { None } else { Some(disk.read(&path, LARGEST)) };
    let (bytes, decoded) = match read {
        None => (Vec::new(), Err(Damage::TooLarge)),
        Some(Err(error)) if error.kind() == io::ErrorKind::FileTooLarge => {
            (Vec::new(), Err(Damage::TooLarge))
        }
        Some(read) => {
            let bytes = at(&path, read)?;
            let decoded = code::decode(&bytes);
            (bytes, decoded)
        }
    };
    Ok(Some(File { path, len: found.len, bytes, decoded }))
}

fn is_absent(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}
