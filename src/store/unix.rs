//! What only Unix has: modes, folders that can be synced, opening without waiting on a pipe.

use std::{
    fs::{self, File, Metadata, OpenOptions, Permissions},
    io,
    os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt},
    path::Path,
};

use rustix::{fs::OFlags, io::Errno};

/// As `nice` counts: ten steps behind the rest of the program.
#[cfg(any(target_os = "linux", target_os = "android"))]
const BEHIND: i32 = 10;
const FOLDER: u32 = 0o700;
const FILE: u32 = 0o600;

/// Never wait on a pipe, never follow a link, never take a terminal.
fn careful() -> i32 {
    (OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY).bits().cast_signed()
}

pub(crate) fn open_to_read(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).custom_flags(careful()).open(path)
}

pub(super) fn open_lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let options = options.read(true).write(true).custom_flags(careful()).mode(FILE);
    match options.clone().create_new(true).open(path) {
        Ok(file) => {
            let _ = file.set_permissions(Permissions::from_mode(FILE));
            Ok(file)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => options.open(path),
        Err(error) => Err(error),
    }
}

/// Whether the open file is still the one under this name.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(named)) => open.dev() == named.dev() && open.ino() == named.ino(),
        _ => false,
    }
}

pub(super) fn create(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).mode(FILE).open(path)?;
    // The umask may have taken bits away. A medium without modes refuses; that is told by `mode`.
    let _ = file.set_permissions(Permissions::from_mode(FILE));
    Ok(file)
}

pub(super) fn set_folder_mode(folder: &Path) -> io::Result<()> {
    let found = fs::metadata(folder)?;
    if !found.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    if found.permissions().mode() & 0o777 != FOLDER {
        let _ = fs::set_permissions(folder, Permissions::from_mode(FOLDER));
    }
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "other systems have no modes and answer None")]
pub(super) fn mode(found: &Metadata) -> Option<u32> {
    Some(found.permissions().mode() & 0o7777)
}

#[expect(clippy::disallowed_methods, reason = "this is the save protocol's own rename")]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Lets this thread run after the others: a large save must not hold up the answer to a key. Only
/// Linux counts a thread of its own; elsewhere the whole program would be held up.
pub(super) fn yield_to_others() {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::process::setpriority_process(None, BEHIND);
}

/// Whether the medium itself failed or is no longer there.
pub(crate) fn is_hardware(error: &io::Error) -> bool {
    let hardware = [Errno::IO, Errno::NXIO, Errno::NODEV];
    error.raw_os_error().is_some_and(|raw| hardware.iter().any(|known| known.raw_os_error() == raw))
}
