//! Files that a person asked for (a plan to hand on), anywhere on the disk: written whole or not
//! at all, and never over anything but a plain file.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    cause::{Cause, Refusal},
    disk::{Disk, Kind},
    profile::whole::replace,
};
use crate::model::{
    safe_text::safe_line,
    text::{Lang, Text},
};

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// A folder, a link, a pipe or a device stands there.
    #[error("{} is not a plain file", .0.display())]
    NotAFile(PathBuf),
    /// The disk refused.
    #[error("{0}")]
    Disk(Refusal),
}

impl NotWritten {
    /// Where and why.
    pub fn say(&self, lang: Lang) -> String {
        let shown = |path: &Path| safe_line(&path.to_string_lossy()).into_owned();
        let (path, why) = match self {
            Self::NotAFile(path) => {
                let why = Text::new(
                    "yang ada di sana bukan berkas biasa",
                    "what is there is not a plain file",
                );
                (shown(path), why.say(lang).to_owned())
            }
            Self::Disk(refusal) if refusal.cause == Cause::Gone => {
                let why = Text::new("foldernya tidak ditemukan", "its folder is not there");
                (shown(&refusal.path), why.say(lang).to_owned())
            }
            Self::Disk(refusal) => (shown(&refusal.path), refusal.cause.say(lang)),
        };
        match lang {
            Lang::Id => format!("{path}: tidak dapat ditulis; {why}."),
            Lang::En => format!("{path}: cannot be written; {why}."),
        }
    }
}

/// Whether a plain file stands there, which [`write`] would replace.
pub fn is_there(disk: &dyn Disk, path: &Path) -> bool {
    disk.meta(path).is_ok_and(|found| found.kind == Kind::File)
}

/// Puts bytes into a file of this name, readable by its owner only. A plain file that stands there
/// is replaced in one step.
///
/// # Errors
/// [`NotWritten`]; the old file is whole, or the new one if only the last step failed.
pub fn write(disk: &dyn Disk, to: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    // A fault of the temporary file is one of the file that was asked for.
    let named = |refusal: Refusal| NotWritten::Disk(Refusal { path: to.to_owned(), ..refusal });
    match disk.meta(to) {
        Ok(found) if found.kind != Kind::File => return Err(NotWritten::NotAFile(to.to_owned())),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(named(Refusal::new(to, &error)));
        }
        _ => {}
    }
    replace(disk, to, bytes).map_err(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::fault::{Fault, FaultDisk, Way};

    const OLD: &str = "/home/siti/rtl.md";

    fn disk() -> FaultDisk {
        let disk = FaultDisk::new(Way::Right);
        disk.plant(OLD, b"lama");
        disk
    }

    #[test]
    fn every_single_fault_leaves_the_old_file_or_the_new_one_and_nothing_beside_it() {
        for at in 0.. {
            let disk = disk();
            let errno = 28;
            disk.refuse(Some(Fault { at, for_ever: false, errno, takes_effect: false }));
            let written = write(&disk, Path::new(OLD), b"baru");
            let files = disk.files();
            assert_eq!(files.len(), 1, "{at}: {files:?}");
            let now = files.get(Path::new(OLD)).unwrap();
            match written {
                Ok(()) => {
                    assert_eq!(now, b"baru");
                    return;
                }
                Err(fault) => {
                    assert!(now == b"lama" || now == b"baru");
                    for lang in Lang::ALL {
                        let said = fault.say(lang);
                        assert!(said.contains(OLD) && said.contains("disk"), "{said}");
                    }
                }
            }
        }
    }
}
