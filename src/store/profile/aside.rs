//! New files beside others: temporary ones, and copies that are kept aside under a name of their own.

use std::{
    io,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use crate::store::disk::Disk;

const BEGIN: &str = ".pandu-";
const END: &str = ".tmp";
static NEXT: AtomicU64 = AtomicU64::new(0);

/// Whether a name is one of our temporary files.
pub(super) fn is_temporary(name: &str) -> bool {
    name.starts_with(BEGIN) && name.ends_with(END)
}

/// A name for a temporary file that this process never used before.
pub(super) fn temporary(folder: &Path) -> PathBuf {
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    folder.join(format!("{BEGIN}{}-{next}{END}", process::id()))
}

/// Writes `bytes` into a new temporary file; what this returns is on the medium. A failure leaves
/// nothing behind where the disk lets it.
pub(super) fn write_new(
    disk: &dyn Disk,
    folder: &Path,
    bytes: &[u8],
    sync: bool,
) -> io::Result<PathBuf> {
    for _ in 0..64 {
        let path = temporary(folder);
        let mut file = match disk.create(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            made => made?,
        };
        let written = file.write(bytes).and_then(|()| if sync { file.sync() } else { Ok(()) });
        drop(file);
        if let Err(error) = written {
            let _ = disk.remove(&path);
            return Err(error);
        }
        return Ok(path);
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Renames a temporary file to its place, or removes it.
pub(super) fn put(disk: &dyn Disk, temporary: &Path, place: &Path) -> io::Result<()> {
    disk.rename(temporary, place).inspect_err(|_| {
        let _ = disk.remove(temporary);
    })
}

/// Waits until the names of a folder are on the medium. One that cannot confirm is told of at
/// opening and not refused here.
pub(super) fn settle(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    match disk.sync_folder(folder) {
        Err(error) if cannot_confirm(&error) => Ok(()),
        result => result,
    }
}

/// Whether the file system has no sync of folders.
pub(super) fn cannot_confirm(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Keeps `bytes` in the subfolder `place` of `folder`, under a name that tells what it is. The same
/// bytes are kept once.
pub(super) fn keep(
    disk: &dyn Disk,
    folder: &Path,
    place: &Path,
    stem: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    disk.make_folder(place)?;
    for turn in 1..1000_u32 {
        let more = if turn == 1 { String::new() } else { format!("-{turn}") };
        let path = place.join(format!("{stem}-{:08x}{more}.json", crc32fast::hash(bytes)));
        match disk.meta(&path) {
            Ok(_) if disk.read(&path, bytes.len()).is_ok_and(|found| found == bytes) => {
                return Ok(path);
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let temporary = write_new(disk, folder, bytes, true)?;
                put(disk, &temporary, &path)?;
                settle(disk, place)?;
                settle(disk, folder)?;
                return Ok(path);
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
