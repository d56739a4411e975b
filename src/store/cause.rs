//! Why a disk refused, in plain words and with the way out. It names kinds of trouble, not numbers.

use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::model::text::{Lang, Text};

/// The kinds of refusal that call for different remedies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// No room left on the medium.
    Full,
    /// The person's share of the medium is used up.
    Quota,
    /// The medium can only be read.
    ReadOnlyMedium,
    /// The system does not allow it.
    NoPermission,
    /// One file may not be that large here.
    FileTooLarge,
    /// The folder is not there any more: a stick was removed, a share was lost.
    Gone,
    /// The medium reports an error of its own.
    Hardware,
    /// Something that is not a plain file or folder stands in its place.
    WrongKind,
    /// The system takes no such name: it is too long, or holds what a name may not.
    BadName,
    /// Anything else, as the system words it.
    Other(String),
}

impl Cause {
    /// Sorts an error of the system.
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull => Self::Full,
            ErrorKind::QuotaExceeded => Self::Quota,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyMedium,
            ErrorKind::PermissionDenied => Self::NoPermission,
            ErrorKind::FileTooLarge => Self::FileTooLarge,
            ErrorKind::NotFound | ErrorKind::StaleNetworkFileHandle => Self::Gone,
            ErrorKind::InvalidFilename => Self::BadName,
            ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::InvalidInput => {
                Self::WrongKind
            }
            _ if super::disk::is_hardware(error) => Self::Hardware,
            _ => Self::Other(error.to_string()),
        }
    }

    /// What is wrong, as the second half of a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::Full => Text::new("disk penuh", "the disk is full"),
            Self::Quota => Text::new("jatah ruang disk Anda habis", "your disk quota is used up"),
            Self::ReadOnlyMedium => {
                Text::new("media ini hanya dapat dibaca", "this medium can only be read")
            }
            Self::NoPermission => {
                Text::new("sistem tidak mengizinkan", "the system does not permit it")
            }
            Self::FileTooLarge => Text::new(
                "berkas melebihi batas ukuran sistem",
                "the file exceeds the system's size limit",
            ),
            Self::Gone => Text::new(
                "foldernya tidak ditemukan; mungkin flashdisk tercabut",
                "its folder is not there; the USB stick may have been removed",
            ),
            Self::Hardware => {
                Text::new("media melaporkan galat baca-tulis", "the medium reports an error")
            }
            Self::WrongKind => Text::new(
                "yang ada di sana bukan berkas biasa",
                "what is there is not a plain file",
            ),
            Self::BadName => Text::new(
                "nama itu tidak dapat dipakai, mungkin terlalu panjang",
                "that name cannot be used; it may be too long",
            ),
            Self::Other(words) => return words.clone(),
        };
        text.say(lang).to_owned()
    }

    /// What to do about it, a whole sentence.
    pub fn remedy(&self, lang: Lang) -> &'static str {
        let text = match self {
            Self::Full | Self::Quota => Text::new(
                "Kosongkan sedikit ruang; pandu mencoba lagi.",
                "Free some space; pandu tries again.",
            ),
            Self::ReadOnlyMedium => Text::new(
                "Pakai folder lain dengan --data, atau buka kunci tulis media itu.",
                "Use another folder with --data, or switch off its write protection.",
            ),
            Self::NoPermission => Text::new(
                "Periksa pemilik dan izin folder itu, atau pakai folder lain dengan --data.",
                "Check the owner and permissions of that folder, or use another one with --data.",
            ),
            Self::FileTooLarge => Text::new(
                "Minta batas ukuran dinaikkan, atau pakai folder lain dengan --data.",
                "Have the size limit raised, or use another folder with --data.",
            ),
            Self::Gone => Text::new(
                "Pasang kembali medianya; pandu mencoba lagi.",
                "Put the medium back in; pandu tries again.",
            ),
            Self::Hardware => Text::new(
                "Cadangkan ke media lain sekarang: pandu profile backup.",
                "Back up to another medium now: pandu profile backup.",
            ),
            Self::WrongKind => Text::new(
                "Pindahkan yang ada di sana, lalu coba lagi.",
                "Move it out of the way, then try again.",
            ),
            Self::BadName => Text::new(
                "Pilih nama yang lebih pendek, tanpa tanda khusus.",
                "Choose a shorter name without special signs.",
            ),
            Self::Other(_) => Text::new(
                "Coba lagi; bila berulang, pakai folder lain dengan --data.",
                "Try again; if it happens again, use another folder with --data.",
            ),
        };
        text.say(lang)
    }
}

/// A thing on a disk that could not be done: where and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", path.display(), cause.say(Lang::En))]
pub struct Refusal {
    /// The file or folder meant.
    pub path: PathBuf,
    /// Why.
    pub cause: Cause,
}

impl Refusal {
    /// Sorts an error of the system about a path.
    pub fn new(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), cause: Cause::of(error) }
    }

    /// Where, why and what to do, for people.
    pub fn say(&self, lang: Lang) -> String {
        format!("{} ({}). {}", self.cause.say(lang), self.path.display(), self.cause.remedy(lang))
    }
}
