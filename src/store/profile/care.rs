//! What a person does to a whole profile: take a copy home, bring it back, remove every trace.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Access, Damage, Found, Trouble,
    code::{self, Standing},
    holder, open,
    whole::{at, home, settle, sync_names, temporary},
};
use crate::{
    model::{moment::Moment, profile::LARGEST},
    store::{
        disk::{Disk, Kind, Lock},
        paths::{LOCK, Layout, MAIN, Name},
    },
};

/// Deepest folder that `erase` enters.
const DEEPEST: usize = 8;

/// What was written by [`backup`] or brought back by [`restore`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The file written.
    pub path: PathBuf,
    /// Its `rev`.
    pub rev: u64,
    /// Its length in bytes.
    pub bytes: usize,
}

/// What [`erase`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Everything that is gone, folders last.
    pub removed: Vec<PathBuf>,
    /// What could not be removed.
    pub left: Vec<PathBuf>,
}

/// Copies the last saved state of a profile, byte for byte, into one file anywhere.
///
/// # Errors
/// [`Trouble`]; a file that exists is only replaced with `overwrite`.
pub fn backup(
    disk: &dyn Disk,
    layout: &Layout,
    name: &Name,
    to: &Path,
    overwrite: bool,
) -> Result<Carried, Trouble> {
    let (bytes, rev) = read_good(disk, &layout.profile(name))?;
    match disk.meta(to) {
        Ok(found) if found.kind != Kind::File => return Err(Trouble::NotAFile(to.to_owned())),
        Ok(_) if !overwrite => return Err(Trouble::Exists(to.to_owned())),
        _ => {}
    }
    let folder = home(to);
    let new = temporary(disk, &folder, &bytes)?;
    let placed = if overwrite { None } else { Some(disk.link(&new, to)) };
    match placed {
        Some(Ok(())) => at(&new, disk.remove(&new))?,
        Some(Err(error)) if error.kind() == io::ErrorKind::AlreadyExists => {
            let _ = disk.remove(&new);
            return Err(Trouble::Exists(to.to_owned()));
        }
        Some(Err(_)) | None => settle(disk, &new, to)?,
    }
    sync_names(disk, &folder)?;
    Ok(Carried { path: to.to_owned(), rev, bytes: bytes.len() })
}

/// Reads a profile that passes every check (one of a newer pandu as well).
fn read_good(disk: &dyn Disk, path: &Path) -> Result<(Vec<u8>, u64), Trouble> {
    let path = match disk.meta(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Trouble::NoProfile(path.to_owned()));
        }
        Ok(found) if found.kind == Kind::Link => at(path, disk.resolve(path))?,
        found => {
            if at(path, found)?.kind != Kind::File {
                return Err(Trouble::NotAFile(path.to_owned()));
            }
            path.to_owned()
        }
    };
    let damaged = |damage| Trouble::Damaged { path: path.clone(), damage };
    let bytes = match disk.read(&path, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            return Err(damaged(Damage::TooLarge));
        }
        read => at(&path, read)?,
    };
    let decoded = code::decode(&bytes).map_err(damaged)?;
    if decoded.standing == Standing::Edited {
        return Err(damaged(Damage::Sum));
    }
    Ok((bytes, decoded.profile.rev))
}

/// Makes the profile in `from` the profile `name`; the former one is kept as a generation.
///
/// # Errors
/// [`Trouble`]: `from` is no good profile, another window holds `name`, or the disk refuses.
pub fn restore(
    disk: Arc<dyn Disk>,
    layout: &Layout,
    name: &Name,
    from: &Path,
    now: Moment,
) -> Result<Carried, Trouble> {
    let (bytes, _) = read_good(&*disk, from)?;
    let damaged = |damage| Trouble::Damaged { path: from.to_owned(), damage };
    let decoded = code::decode(&bytes).map_err(damaged)?;
    if let Standing::Newer { .. } = decoded.standing {
        return Err(damaged(Damage::Schema));
    }
    let mut profile = decoded.profile;
    let mut opened = open(disk, layout, name, profile.id.clone())?;
    match opened.access {
        Access::Held(holder) => return Err(Trouble::Held(holder)),
        Access::NotWritable(refusal) => return Err(refusal.into()),
        Access::Writable => {}
    }
    opened.keeper.accept()?;
    if opened.found != Found::New {
        profile.rev = profile.rev.max(opened.profile.rev).saturating_add(1);
    }
    profile.saved_at = Some(now);
    opened.keeper.keep_next = true;
    let saved = opened.keeper.save(&profile)?;
    Ok(Carried { path: opened.keeper.path().to_owned(), rev: saved.rev, bytes: saved.bytes })
}

/// Removes a profile with its generations, copies and lock.
///
/// # Errors
/// [`Trouble`] when nothing was removed: no such profile, or another window holds it.
pub fn erase(disk: &dyn Disk, layout: &Layout, name: &Name) -> Result<Erased, Trouble> {
    let folder = layout.folder(name);
    let found = disk.meta(&folder);
    if matches!(&found, Err(error) if error.kind() == io::ErrorKind::NotFound) {
        return Err(Trouble::NoProfile(folder));
    }
    if at(&folder, found)?.kind != Kind::Folder {
        return Err(Trouble::NotAFile(folder));
    }
    let lock = folder.join(LOCK);
    // Where no lock can be had, nobody else holds one either.
    let held = match disk.lock(&lock, &holder::this_process()) {
        Ok(Lock::Busy { text, since }) => return Err(Trouble::Held(holder::parse(&text, since))),
        Ok(Lock::Taken(guard)) => Some(guard),
        Err(_) => None,
    };
    let mut erased = Erased::default();
    let main = folder.join(MAIN);
    if disk.meta(&main).is_ok_and(|found| found.kind == Kind::Link)
        && let Ok(target) = disk.resolve(&main)
    {
        remove(disk, &target, 0, &mut erased);
    }
    for name in at(&folder, disk.list(&folder))? {
        let path = folder.join(name);
        if path != lock {
            remove(disk, &path, 0, &mut erased);
        }
    }
    // Some systems do not remove an open file, so the lock goes last and closed.
    drop(held);
    for path in [&lock, &folder] {
        if disk.meta(path).is_ok() {
            remove(disk, path, DEEPEST, &mut erased);
        }
    }
    sync_names(disk, &layout.profiles())?;
    Ok(erased)
}

fn remove(disk: &dyn Disk, path: &Path, depth: usize, erased: &mut Erased) {
    let is_folder = disk.meta(path).is_ok_and(|found| found.kind == Kind::Folder);
    if is_folder && depth < DEEPEST {
        for name in disk.list(path).unwrap_or_default() {
            remove(disk, &path.join(name), depth + 1, erased);
        }
    }
    match disk.remove(path) {
        Ok(()) => erased.removed.push(path.to_owned()),
        Err(_) => erased.left.push(path.to_owned()),
    }
}
