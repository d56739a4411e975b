//! Files that a person asked for (a plan to hand on), anywhere on the disk: written whole or not
//! at all, and never over anything but a plain file.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    cause::{Cause, Refusal},
    disk::{Disk, Kind},
    profile::whole::{at, replace},
};
use crate::model::{
    safe_text::safe_line,
    text::{Lang, Text},
};

/// Why nothing was written; what stood there before still does.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// A folder, a link, a pipe or a device stands there.
    #[error("{} is not a plain file", .0.display())]
    NotAFile(PathBuf),
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] Refusal),
}

impl NotWritten {
    /// Where, why and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let shown = |path: &Path| safe_line(&path.to_string_lossy()).into_owned();
        let (path, why) = match self {
            Self::NotAFile(path) => {
                let why =
                    Text::new("yang ada di sana bukan berkas biasa", "no plain file stands there");
                (shown(path), why.say(lang).to_owned())
            }
            Self::Disk(refusal) if refusal.cause == Cause::Gone => {
                let why = Text::new("foldernya tidak ditemukan", "its folder is not there");
                (shown(&refusal.path), why.say(lang).to_owned())
            }
            Self::Disk(refusal) => (shown(&refusal.path), refusal.cause.say(lang)),
        };
        match lang {
            Lang::Id => format!("{path}: tidak dapat ditulis; {why}. Pilih tempat lain dengan -o."),
            Lang::En => format!("{path}: cannot be written; {why}. Choose another place with -o."),
        }
    }
}

/// Puts bytes into a file of this name, readable by its owner only. A plain file that stands there
/// is replaced in one step.
///
/// # Errors
/// [`NotWritten`]; nothing was changed then.
pub fn write(disk: &dyn Disk, to: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    match disk.meta(to) {
        Ok(found) if found.kind != Kind::File => return Err(NotWritten::NotAFile(to.to_owned())),
        Err(error) if error.kind() != io::ErrorKind::NotFound => at(to, Err(error))?,
        _ => {}
    }
    Ok(replace(disk, to, bytes)?)
}
