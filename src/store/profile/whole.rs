//! Files as wholes: a new one is complete on the medium before it gets its name. The small steps
//! that the save protocol and the copies set aside share.

use std::{
    ffi::OsStr,
    io,
    path::{Path, PathBuf},
};

use crate::store::{
    cause::Refusal,
    disk::{Disk, Kind},
};

const FRONT: &str = ".profile-";
const END: &str = ".tmp";
const TRIES: u32 = 1000;

/// Turns an error of the system into one with a path.
pub(in crate::store) fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, Refusal> {
    result.map_err(|error| Refusal::new(path, &error))
}

/// The folder that holds a path.
pub(super) fn home(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes a folder with those above it; each is on the medium before the next.
pub(in crate::store) fn ensure_folder(disk: &dyn Disk, folder: &Path) -> Result<(), Refusal> {
    match disk.meta(folder) {
        Ok(found) if found.kind == Kind::Folder => return Ok(()),
        Ok(found) if found.kind == Kind::Link => {
            let target = at(folder, disk.resolve(folder))?;
            let found = at(&target, disk.meta(&target))?;
            if found.kind == Kind::Folder {
                return Ok(());
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let above = home(folder);
            if above != folder {
                ensure_folder(disk, &above)?;
            }
            at(folder, disk.make_folder(folder))?;
            // A folder that is there but perhaps not on the medium would be taken for certain later.
            return sync_names(disk, &above).map(drop).inspect_err(|_| {
                let _ = disk.remove(folder);
            });
        }
        Err(error) => return Err(Refusal::new(folder, &error)),
        Ok(_) => {}
    }
    Err(Refusal::new(folder, &io::ErrorKind::NotADirectory.into()))
}

/// Syncs a folder's names; `false` where the file system cannot.
pub(in crate::store) fn sync_names(disk: &dyn Disk, folder: &Path) -> Result<bool, Refusal> {
    match disk.sync_folder(folder) {
        Ok(()) => Ok(true),
        Err(error)
            if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) =>
        {
            Ok(false)
        }
        Err(error) => Err(Refusal::new(folder, &error)),
    }
}

/// Does `make` with the first temporary name in `folder` that is free.
fn with_free_name<T>(
    folder: &Path,
    mut make: impl FnMut(&Path) -> io::Result<T>,
) -> Result<(PathBuf, T), Refusal> {
    for number in 0..TRIES {
        let path = folder.join(format!("{FRONT}{}-{number}{END}", std::process::id()));
        match make(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => return at(&path, result).map(|made| (path, made)),
        }
    }
    Err(Refusal::new(folder, &io::ErrorKind::AlreadyExists.into()))
}

/// A new file with these bytes, on the medium, under a temporary name in `folder`.
pub(super) fn temporary(disk: &dyn Disk, folder: &Path, bytes: &[u8]) -> Result<PathBuf, Refusal> {
    let (path, mut file) = with_free_name(folder, |path| disk.create(path))?;
    let written = file.write(bytes).and_then(|()| file.sync());
    drop(file);
    if written.is_err() {
        let _ = disk.remove(&path);
    }
    at(&path, written).map(|()| path)
}

/// Gives a file a second name, so that it stays whole on the medium while another takes its place;
/// the names in its folder must be certain. `None` where links are refused.
pub(super) fn hold(disk: &dyn Disk, file: &Path) -> Option<PathBuf> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let held = home(file).join(format!("{FRONT}held-{name}{END}"));
    // One that is left over held a file that was replaced for certain.
    let _ = disk.remove(&held);
    disk.link(file, &held).ok().map(|()| held)
}

/// How a file came to have a twin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Twin {
    /// One file with two names.
    Link,
    /// Two files, because links are refused here.
    Copy,
}

/// Another name for `from` under a temporary name in `folder`; a copy of `bytes` where links are refused.
pub(in crate::store) fn twin(
    disk: &dyn Disk,
    from: &Path,
    folder: &Path,
    bytes: &[u8],
) -> Result<(PathBuf, Twin), Refusal> {
    match with_free_name(folder, |path| disk.link(from, path)) {
        Ok((path, ())) => Ok((path, Twin::Link)),
        Err(_) => temporary(disk, folder, bytes).map(|path| (path, Twin::Copy)),
    }
}

/// Renames a temporary file; whatever is left of it is removed.
pub(in crate::store) fn settle(
    disk: &dyn Disk,
    temporary: &Path,
    target: &Path,
) -> Result<(), Refusal> {
    let result = disk.rename(temporary, target);
    // Renaming one name of a file onto another of the same file does nothing and leaves both.
    let _ = disk.remove(temporary);
    at(target, result)
}

/// Puts bytes under a name, whole or not at all, and waits for the medium.
pub(in crate::store) fn replace(
    disk: &dyn Disk,
    target: &Path,
    bytes: &[u8],
) -> Result<(), Refusal> {
    let folder = home(target);
    let new = temporary(disk, &folder, bytes)?;
    let mut held = None;
    if disk.meta(target).is_ok() {
        let synced = sync_names(disk, &folder).inspect_err(|_| {
            let _ = disk.remove(&new);
        });
        synced?;
        held = hold(disk, target);
    }
    settle(disk, &new, target)?;
    sync_names(disk, &folder)?;
    if let Some(held) = held {
        let _ = disk.remove(&held);
    }
    Ok(())
}

/// Whether a file can be made here.
pub(super) fn probe(disk: &dyn Disk, folder: &Path) -> Result<(), Refusal> {
    let (path, file) = with_free_name(folder, |path| disk.create(path))?;
    drop(file);
    let _ = disk.remove(&path);
    Ok(())
}

/// Removes temporary files that a crash left; only for the holder of the lock.
pub(super) fn sweep(disk: &dyn Disk, folder: &Path) {
    let is_left = |name: &OsStr| {
        name.to_str().is_some_and(|name| name.starts_with(FRONT) && name.ends_with(END))
    };
    let mut left = disk.list(folder).unwrap_or_default();
    left.retain(|name| is_left(name));
    // A name that was left may be the last one of a file that only the medium still calls the profile.
    if left.is_empty() || sync_names(disk, folder).is_err() {
        return;
    }
    for name in left {
        let _ = disk.remove(&folder.join(name));
    }
}
