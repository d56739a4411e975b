//! Copies beside the profile: damaged or changed bytes into `quarantine/`, what could not be saved
//! into `conflict/`. Nothing there is ever written over by another content.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::whole::{at, ensure_folder, replace, sync_names};
use crate::{
    model::profile::LARGEST,
    store::{
        cause::Refusal,
        disk::Disk,
        paths::{CONFLICT, QUARANTINE},
    },
};

const TRIES: u32 = 1000;
/// A larger file is only set aside where links can be made.
const LARGEST_COPY: usize = 4 * LARGEST;

/// Sets the bytes of a damaged or changed file aside; twice the same bytes are one copy.
pub(super) fn quarantine(disk: &dyn Disk, folder: &Path, bytes: &[u8]) -> Result<PathBuf, Refusal> {
    let shelf = folder.join(QUARANTINE);
    ensure_folder(disk, &shelf)?;
    let stem = format!("profile-{:08x}", crc32fast::hash(bytes));
    for path in names(&shelf, &stem) {
        match disk.read(&path, bytes.len()) {
            Ok(there) if there == bytes => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                replace(disk, &path, bytes)?;
                return Ok(path);
            }
            _ => {}
        }
    }
    Err(Refusal::new(&shelf, &io::ErrorKind::AlreadyExists.into()))
}

/// Sets a file aside that is too large for a profile.
pub(super) fn quarantine_large(
    disk: &dyn Disk,
    folder: &Path,
    main: &Path,
    len: u64,
) -> Result<PathBuf, Refusal> {
    let shelf = folder.join(QUARANTINE);
    ensure_folder(disk, &shelf)?;
    for path in names(&shelf, &format!("large-{len}")) {
        match disk.link(main, &path) {
            Ok(()) => {
                sync_names(disk, &shelf)?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let read = |path: &Path| disk.read(path, LARGEST_COPY).ok();
                if read(main).is_some_and(|bytes| read(&path) == Some(bytes)) {
                    return Ok(path);
                }
            }
            Err(_) => break,
        }
    }
    let bytes = at(main, disk.read(main, LARGEST_COPY))?;
    quarantine(disk, folder, &bytes)
}

/// A free name in `conflict/`.
pub(super) fn free_name(
    disk: &dyn Disk,
    folder: &Path,
    what: &str,
    rev: u64,
) -> Result<PathBuf, Refusal> {
    let shelf = folder.join(CONFLICT);
    ensure_folder(disk, &shelf)?;
    let is_free = |path: &PathBuf| matches!(disk.meta(path), Err(error) if error.kind() == io::ErrorKind::NotFound);
    names(&shelf, &format!("{what}-{rev}"))
        .find(is_free)
        .ok_or_else(|| Refusal::new(&shelf, &io::ErrorKind::AlreadyExists.into()))
}

fn names(shelf: &Path, stem: &str) -> impl Iterator<Item = PathBuf> {
    (0..TRIES).map(move |number| match number {
        0 => shelf.join(format!("{stem}.json")),
        _ => shelf.join(format!("{stem}-{number}.json")),
    })
}
