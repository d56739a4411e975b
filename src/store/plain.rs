//! Systems without Unix modes, Windows first: renames are tried again, folders are not synced.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io,
    path::Path,
    thread,
    time::Duration,
};

/// Scanners and indexers hold a new file for a moment; a rename then fails although nothing is wrong.
const TRIES: u32 = 6;

pub(crate) fn open_to_read(path: &Path) -> io::Result<File> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"));
    }
    File::open(path)
}

pub(super) fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(windows)]
    {
        // FILE_SHARE_READ and FILE_SHARE_WRITE, not DELETE: nobody removes it while it is open.
        std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 1 | 2);
    }
    options.open(path)
}

/// An open lock cannot be removed here, so a locked one is always the one under its name.
pub(super) fn is_at(_: &File, _: &Path) -> bool {
    true
}

pub(super) fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

pub(super) fn set_folder_mode(folder: &Path) -> io::Result<()> {
    if fs::metadata(folder)?.is_dir() { Ok(()) } else { Err(io::ErrorKind::NotADirectory.into()) }
}

pub(super) fn mode(_: &Metadata) -> Option<u32> {
    None
}

#[expect(clippy::disallowed_methods, reason = "this is the save protocol's own rename")]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    for turn in 1..TRIES {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                thread::sleep(Duration::from_millis(10 << turn));
            }
            result => return result,
        }
    }
    fs::rename(from, to)
}

#[expect(clippy::unnecessary_wraps, reason = "Unix can fail here")]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether the medium itself failed or is no longer there (device not ready, CRC, I/O device, volume changed).
pub(crate) fn is_hardware(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(21 | 23 | 1006 | 1117))
}

/// Only Linux has this for one thread alone.
pub(super) const fn yield_to_others() {}
