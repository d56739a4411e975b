//! Writes the built-in course into a folder, ready to edit. Never overwrites anything.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::model::{
    faults::Files,
    safe_text::safe,
    text::{Lang, Said},
};

/// Why the course was not written out.
#[derive(Debug, thiserror::Error)]
pub enum NotExported {
    /// The folder holds something already.
    #[error("{} holds something already", .0.display())]
    NotEmpty(PathBuf),
    /// A file or folder could not be written.
    #[error("{} cannot be written: {error}", path.display())]
    Unwritten {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        error: io::Error,
    },
}

impl NotExported {
    /// The sentence for a person: what, where, what to do.
    pub fn say(&self, lang: Lang) -> String {
        let said = match self {
            Self::NotEmpty(path) => {
                let path = safe(&path.to_string_lossy()).into_owned();
                Said::new(
                    format!("{path}: folder ini sudah berisi. Pilih folder baru atau kosong."),
                    format!("{path}: this folder is not empty. Choose a new or empty folder."),
                )
            }
            Self::Unwritten { path, error } => {
                let path = safe(&path.to_string_lossy()).into_owned();
                Said::new(
                    format!("{path}: tidak dapat ditulis ({error}). Periksa izin dan sisa ruang."),
                    format!("{path}: cannot be written ({error}). Check permissions and space."),
                )
            }
        };
        said.get(lang).clone()
    }
}

/// Writes the built-in course into a new or empty folder, with the guides for its author; gives how
/// many files were written.
///
/// # Errors
/// The folder holds something, or a file could not be written; what was written stays.
pub fn export(folder: &Path) -> Result<usize, NotExported> {
    let mut files = super::built_in();
    files.extend(super::guides());
    write_new(folder, &files)
}

/// Writes files into a new or empty folder; gives how many were written.
///
/// # Errors
/// The folder holds something, or a file could not be written; what was written stays.
pub fn write_new(folder: &Path, files: &Files) -> Result<usize, NotExported> {
    let unwritten = |path: &Path, error| NotExported::Unwritten { path: path.to_owned(), error };
    fs::create_dir_all(folder).map_err(|error| unwritten(folder, error))?;
    let mut entries = fs::read_dir(folder).map_err(|error| unwritten(folder, error))?;
    if entries.next().is_some() {
        return Err(NotExported::NotEmpty(folder.to_owned()));
    }
    for (name, text) in files {
        let path = folder.join(name);
        write(&path, text).map_err(|error| unwritten(&path, error))?;
    }
    Ok(files.len())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}
