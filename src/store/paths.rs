//! Where things lie: the data folder, a profile's folder, and which names a profile may have.

mod fresh;
#[cfg(test)]
mod tests;

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use directories::{ProjectDirs, UserDirs};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

pub use fresh::fresh_name;

use super::disk::{Disk, Kind};
use crate::model::text::{Lang, Text};

/// Name of a profile nobody named.
pub const USUAL: &str = "utama";
/// Folder beside the binary that is used as data folder if it exists.
pub const BESIDE: &str = "pandu-data";
const LONGEST: usize = 120;
/// Longest path component of the usual file systems, in bytes.
const LONGEST_BYTES: usize = 255;

/// The system tells no home folder, so there is no place for data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no home folder is known; choose a data folder with --data")]
pub struct NoHome;

impl NoHome {
    /// The sentence for people.
    pub fn say(self, lang: Lang) -> String {
        Text::new(
            "Folder pengguna tidak diketahui. Pilih folder data dengan --data FOLDER.",
            "No home folder is known. Choose a data folder with --data FOLDER.",
        )
        .say(lang)
        .to_owned()
    }
}

/// The data folder: the chosen one, else `pandu-data` beside the binary if it exists, else the system's.
pub fn data_dir(chosen: Option<&Path>) -> Result<PathBuf, NoHome> {
    let binary = std::env::current_exe().ok();
    let beside = binary.as_deref().and_then(Path::parent);
    let home = ProjectDirs::from("", "", "pandu");
    pick_data_dir(chosen, beside, home.as_ref().map(ProjectDirs::data_dir))
}

/// Where people look for their files: the folder of documents, else the home folder.
pub fn own_files() -> PathBuf {
    let dirs = UserDirs::new();
    let documents = dirs.as_ref().and_then(UserDirs::document_dir).filter(|it| it.is_dir());
    let folder = documents.or_else(|| dirs.as_ref().map(UserDirs::home_dir));
    folder.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

fn pick_data_dir(
    chosen: Option<&Path>,
    beside: Option<&Path>,
    home: Option<&Path>,
) -> Result<PathBuf, NoHome> {
    // An empty variable of the environment chooses nothing, least of all the folder one stands in.
    if let Some(chosen) = chosen.filter(|chosen| !chosen.as_os_str().is_empty()) {
        return Ok(chosen.to_owned());
    }
    let stick = beside.map(|folder| folder.join(BESIDE)).filter(|folder| folder.is_dir());
    stick.or_else(|| home.map(Path::to_owned)).ok_or(NoHome)
}

/// A profile's name: safe as one path component everywhere, in NFC.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// What is wrong with a profile's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing, or only spaces.
    #[error("a profile name must not be empty")]
    Empty,
    /// More than 120 graphemes or 255 bytes.
    #[error("a profile name has at most 120 characters")]
    TooLong,
    /// A character that some system does not take in a file name.
    #[error("a profile name must not contain {0:?}")]
    Character(char),
    /// A dot in front, a dot or space at an end.
    #[error(
        "a profile name must not begin with a dot nor begin or end with a space or end with a dot"
    )]
    Edge,
    /// A name that Windows keeps for devices.
    #[error("this name is reserved by Windows")]
    Reserved,
}

impl NameFault {
    /// The sentence for people.
    pub fn say(self, lang: Lang) -> String {
        let text = match self {
            Self::Empty => Text::new("Nama profil masih kosong.", "The profile name is empty."),
            Self::TooLong => Text::new(
                "Nama profil paling panjang 120 karakter.",
                "A profile name has at most 120 characters.",
            ),
            Self::Character(found) => {
                let found = found.escape_debug();
                return lang.pick(
                    format!(
                        "Nama profil tidak boleh memuat “{found}”. Pakai huruf, angka, atau spasi."
                    ),
                    format!(
                        "A profile name must not contain “{found}”. Use letters, digits or spaces."
                    ),
                );
            }
            Self::Edge => Text::new(
                "Nama profil tidak boleh diawali titik atau spasi, dan tidak boleh diakhiri titik atau spasi.",
                "A profile name must neither begin nor end with a dot or a space.",
            ),
            Self::Reserved => Text::new(
                "Nama ini dipakai Windows untuk perangkat. Pilih nama lain.",
                "Windows reserves this name for a device. Choose another one.",
            ),
        };
        text.say(lang).to_owned()
    }
}

impl Name {
    /// Takes a name as typed.
    pub fn new(raw: &str) -> Result<Self, NameFault> {
        let name: String = raw.nfc().collect();
        if name.trim().is_empty() {
            return Err(NameFault::Empty);
        }
        if let Some(bad) = name.chars().find(|&each| !is_allowed(each)) {
            return Err(NameFault::Character(bad));
        }
        if name.starts_with(['.', ' ']) || name.ends_with(['.', ' ']) {
            return Err(NameFault::Edge);
        }
        if name.len() > LONGEST_BYTES || name.graphemes(true).count() > LONGEST {
            return Err(NameFault::TooLong);
        }
        if is_reserved(&name) {
            return Err(NameFault::Reserved);
        }
        Ok(Self(name))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Name {
    fn default() -> Self {
        Self(USUAL.to_owned())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_allowed(each: char) -> bool {
    let invisible = matches!(
        each.general_category_group(),
        GeneralCategoryGroup::Other | GeneralCategoryGroup::Separator
    );
    each == ' '
        || !(invisible || matches!(each, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*'))
}

/// Device names of Windows, with or without an extension.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let device = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            let mut rest = rest.chars();
            matches!(rest.next(), Some('0'..='9' | '¹' | '²' | '³')) && rest.next().is_none()
        })
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || device("COM")
        || device("LPT")
}

/// The paths inside one data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    data: PathBuf,
}

impl Layout {
    /// The layout of this data folder.
    pub fn new(data: PathBuf) -> Self {
        Self { data }
    }

    /// The data folder itself.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The folder of all profiles.
    pub fn profiles(&self) -> PathBuf {
        self.data.join("profiles")
    }

    /// One profile's folder.
    pub fn folder(&self, name: &Name) -> PathBuf {
        self.profiles().join(name.as_str())
    }

    /// One profile's file.
    pub fn profile(&self, name: &Name) -> PathBuf {
        self.folder(name).join(MAIN)
    }

    /// The state that the two windows of a show share.
    pub fn live(&self) -> PathBuf {
        self.data.join("live.json")
    }

    /// The lock over that state.
    pub fn live_lock(&self) -> PathBuf {
        self.data.join("live.lock")
    }

    /// Facilitated runs.
    pub fn runs(&self) -> PathBuf {
        self.data.join("runs")
    }

    /// The names of all profiles, in order; folders with other names are passed over.
    ///
    /// # Errors
    /// What the disk says; a missing folder is an empty list.
    pub fn list(&self, disk: &dyn Disk) -> io::Result<Vec<Name>> {
        let found = match disk.list(&self.profiles()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            found => found?,
        };
        let mut names: Vec<Name> = found
            .iter()
            .filter_map(|name| Name::new(name.to_str()?).ok())
            .filter(|name| {
                let kind = disk.meta(&self.folder(name)).map(|meta| meta.kind);
                matches!(kind, Ok(Kind::Folder | Kind::Link))
            })
            .collect();
        names.sort();
        Ok(names)
    }
}

/// The profile inside its folder.
pub const MAIN: &str = "profile.json";
/// The previous good file beside it.
pub const PREVIOUS: &str = "profile.1.json";
/// Older good files.
pub const GENERATIONS: &str = "generations";
/// Damaged or foreign files, byte for byte.
pub const QUARANTINE: &str = "quarantine";
/// What could not be put in the profile's place.
pub const CONFLICT: &str = "conflict";
/// The lock.
pub const LOCK: &str = "profile.lock";
