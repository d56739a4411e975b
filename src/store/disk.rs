//! The few things that the save protocol asks of a disk. `RealDisk` does them; the test double
//! records them, fails them and shows what a crash could leave behind.

#[cfg(test)]
pub(crate) mod fault;

use std::{
    any::Any,
    ffi::OsString,
    fs::{self, File, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use jiff::Timestamp;

#[cfg(not(unix))]
use super::plain as system;
#[cfg(unix)]
use super::unix as system;

pub(crate) use system::{is_hardware, open_to_read};

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

/// What a name is, without following links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Its kind.
    pub kind: Kind,
    /// Length in bytes.
    pub len: u64,
    /// Permission bits; `None` where there are none.
    pub mode: Option<u32>,
}

/// A file being written; nothing is certain before `sync`.
pub trait NewFile {
    /// Appends all of `bytes`.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns when the medium holds them.
    fn sync(&mut self) -> io::Result<()>;
}

/// Keeps a lock until it is dropped.
pub type Guard = Box<dyn Any + Send>;

/// What became of asking for a lock.
pub enum Lock {
    /// Ours.
    Taken(Guard),
    /// Another holds it; what it wrote about itself, and when.
    Busy {
        /// The text in the lock file; empty where it cannot be read.
        text: String,
        /// When the lock file was last written.
        since: Option<Timestamp>,
    },
}

/// What the save protocol asks of a disk. Paths are never followed through a link, except by `resolve`.
pub trait Disk: Send + Sync {
    /// What stands under a name.
    fn meta(&self, path: &Path) -> io::Result<Meta>;
    /// Follows links to the end.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
    /// Reads a plain file of at most `limit` bytes; a larger one is `FileTooLarge`.
    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>>;
    /// The names in a folder, in no order.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// Makes one folder, 0700 whatever the umask; one that exists gets the mode.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file that did not exist, 0600 whatever the umask.
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Puts a file under another name, replacing what stood there in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a second name that must be free.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Returns when the medium holds the names of a folder.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a file, a link or an empty folder.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Asks for a lock without waiting and writes `text` into its file.
    fn lock(&self, path: &Path, text: &str) -> io::Result<Lock>;
    /// What the holder of a lock wrote, and when; `None` if nobody holds it. Makes no file.
    fn holder(&self, path: &Path) -> io::Result<Option<(String, Option<Timestamp>)>>;
}

/// How often a lock is tried while others look at it, with this pause between: a second in all.
const TURNS: u32 = 1000;
const PAUSE: Duration = Duration::from_millis(1);

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl RealDisk {
    fn has_parent(self, path: &Path) -> bool {
        path.parent().is_some_and(|parent| self.meta(parent).is_ok())
    }
}

struct RealFile(File);

/// A lock that ends when this is dropped. Closing the file would not do: a process that is being
/// started holds a copy of it for a moment.
struct Held(File);

impl Drop for Held {
    fn drop(&mut self) {
        // Closing it is the second way; there is no third.
        let _ = self.0.unlock();
    }
}

impl NewFile for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}

impl Disk for RealDisk {
    fn meta(&self, path: &Path) -> io::Result<Meta> {
        let found = fs::symlink_metadata(path)?;
        let kind = match found.file_type() {
            kind if kind.is_file() => Kind::File,
            kind if kind.is_dir() => Kind::Folder,
            kind if kind.is_symlink() => Kind::Link,
            _ => Kind::Other,
        };
        Ok(Meta { kind, len: found.len(), mode: system::mode(&found) })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let file = open_to_read(path)?;
        let found = file.metadata()?;
        if !found.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"));
        }
        let bound = u64::try_from(limit).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        file.take(bound.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        match fs::create_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            result => result?,
        }
        system::set_folder_mode(folder)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(RealFile(system::create(path)?)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        system::rename(from, to)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        system::sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if self.meta(path)?.kind == Kind::Folder {
            fs::remove_dir(path)
        } else {
            fs::remove_file(path)
        }
    }

    fn lock(&self, path: &Path, text: &str) -> io::Result<Lock> {
        // Whoever erases a profile removes its lock file: a lock on the removed one is worth nothing.
        for _ in 0..TURNS {
            let mut file = match system::open_lock(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound && self.has_parent(path) => {
                    continue;
                }
                opened => opened?,
            };
            match file.try_lock() {
                Ok(()) if !system::is_at(&file, path) => {}
                Ok(()) => {
                    // The text only helps people; without it the lock still holds.
                    let _ = file.set_len(0).and_then(|()| file.write_all(text.as_bytes()));
                    return Ok(Lock::Taken(Box::new(Held(file))));
                }
                // Whoever only looks shares the lock for a moment; a window shares it with nobody.
                Err(TryLockError::WouldBlock) => match file.try_lock_shared() {
                    Ok(()) => {
                        file.unlock()?;
                        thread::sleep(PAUSE);
                    }
                    Err(TryLockError::WouldBlock) => {
                        let (text, since) = words_in(&mut file);
                        return Ok(Lock::Busy { text, since });
                    }
                    Err(TryLockError::Error(error)) => return Err(error),
                },
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    fn holder(&self, path: &Path) -> io::Result<Option<(String, Option<Timestamp>)>> {
        let mut file = match open_to_read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        match file.try_lock_shared() {
            Ok(()) => file.unlock().map(|()| None),
            Err(TryLockError::WouldBlock) => Ok(Some(words_in(&mut file))),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// Reads what the holder wrote; where a locked file cannot be read, nothing.
fn words_in(file: &mut File) -> (String, Option<Timestamp>) {
    let mut text = Vec::new();
    let _ = file.seek(SeekFrom::Start(0));
    let _ = file.take(512).read_to_end(&mut text);
    let since = file.metadata().and_then(|found| found.modified()).ok();
    let since = since.and_then(|time| Timestamp::try_from(time).ok());
    (String::from_utf8_lossy(&text).into_owned(), since)
}
