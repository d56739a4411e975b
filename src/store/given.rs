//! Files that a person gives to be read (a plan that somebody else wrote), from anywhere on the
//! disk: read whole, within bounds, and only where a plain file stands.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    cause::{Cause, Refusal},
    disk::{Disk, Kind},
};
use crate::model::{
    safe_text::safe_line,
    text::{Lang, Text},
};

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// There is none.
    #[error("there is no file {}", .0.display())]
    NoFile(PathBuf),
    /// A folder, a pipe or a device stands there.
    #[error("{} is not a plain file", .0.display())]
    NotAFile(PathBuf),
    /// The disk refused, or the file is too large.
    #[error("{0}")]
    Disk(Refusal),
}

impl NotRead {
    /// Where, why, and the way out.
    pub fn say(&self, lang: Lang) -> String {
        let (path, why) = match self {
            Self::NoFile(path) => (
                path,
                Text::new("berkas ini tidak ada", "there is no such file").say(lang).to_owned(),
            ),
            Self::NotAFile(path) => {
                let why = Text::new("ini bukan berkas biasa", "this is not a plain file");
                (path, why.say(lang).to_owned())
            }
            Self::Disk(Refusal { path, cause: Cause::FileTooLarge }) => {
                let why = Text::new("lebih besar daripada 16 MB", "it is larger than 16 MB");
                (path, why.say(lang).to_owned())
            }
            Self::Disk(refusal) => (&refusal.path, refusal.cause.say(lang)),
        };
        let path = safe_line(&path.to_string_lossy()).into_owned();
        match lang {
            Lang::Id => {
                format!("{path}: tidak dapat dibaca; {why}. Periksa letaknya, lalu ulangi.")
            }
            Lang::En => {
                format!("{path}: cannot be read; {why}. Check where it lies, then try again.")
            }
        }
    }
}

/// Reads a plain file of at most `limit` bytes; a link is followed.
///
/// # Errors
/// [`NotRead`].
pub fn read(disk: &dyn Disk, path: &Path, limit: usize) -> Result<Vec<u8>, NotRead> {
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => NotRead::NoFile(path.to_owned()),
        _ => NotRead::Disk(Refusal::new(path, &error)),
    };
    let mut real = path.to_owned();
    let mut found = disk.meta(&real).map_err(refused)?;
    if found.kind == Kind::Link {
        real = disk.resolve(path).map_err(refused)?;
        found = disk.meta(&real).map_err(refused)?;
    }
    if found.kind != Kind::File {
        return Err(NotRead::NotAFile(path.to_owned()));
    }
    disk.read(&real, limit).map_err(refused)
}
