//! What is said about a profile's file: short, plain, with the way out. The first sentence fits a
//! status line; paths come after it.

use std::path::Path;

use super::{Damage, Notice, OpenFault, SaveFault};
use crate::model::text::{Lang, Text};

/// A path comes from outside; nothing in it may steer the terminal.
pub(super) fn shown(path: &Path) -> String {
    let safe = |each: char| if each.is_control() { '\u{fffd}' } else { each };
    path.display().to_string().chars().map(safe).collect()
}

impl SaveFault {
    /// The sentence for people.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::ReadOnly => lang.pick(
                "Jendela ini hanya membaca; tidak ada yang disimpan.".to_owned(),
                "This window only reads; nothing is saved.".to_owned(),
            ),
            Self::Refused(cause) => {
                let (why, way_out) = (cause.say(lang), cause.remedy(lang));
                lang.pick(
                    format!("Belum tersimpan: {why}. {way_out}"),
                    format!("Not saved yet: {why}. {way_out}"),
                )
            }
            Self::Conflict { kept } => {
                let kept = shown(kept);
                lang.pick(
                    format!(
                        "Profil diubah program lain; salinan Anda aman. Salinan itu ada di {kept}. Buka ulang pandu untuk melanjutkan."
                    ),
                    format!(
                        "Another program changed the profile; yours is kept. It is in {kept}. Open pandu again to go on."
                    ),
                )
            }
            Self::Stranded(cause) => {
                let (why, way_out) = (cause.say(lang), cause.remedy(lang));
                lang.pick(
                    format!(
                        "Belum tersimpan: profil diubah program lain. Salinan pun belum bisa ditulis: {why}. {way_out}"
                    ),
                    format!(
                        "Not saved yet: another program changed the profile. No copy could be written: {why}. {way_out}"
                    ),
                )
            }
            Self::TooLarge { kept } => {
                let kept = shown(kept);
                lang.pick(
                    format!(
                        "Profil melebihi 16 MiB; salinan utuh ditulis. Salinan itu ada di {kept}. Mulailah profil baru."
                    ),
                    format!(
                        "The profile exceeds 16 MiB; a whole copy is kept. It is in {kept}. Begin a new profile."
                    ),
                )
            }
            Self::Unsound(what) => lang.pick(
                format!("Belum tersimpan karena kesalahan pandu. Laporkan ini: {what}."),
                format!("Not saved yet: a fault of pandu. Report this: {what}."),
            ),
        }
    }
}

impl OpenFault {
    /// The sentence for people.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotAFile { path } => {
                let path = shown(path);
                lang.pick(
                    format!("Profil bukan berkas biasa. Pindahkan {path}, lalu coba lagi."),
                    format!("The profile is no plain file. Move {path} away and try again."),
                )
            }
            Self::Unreadable { path, cause } => {
                let (path, why, way_out) = (shown(path), cause.say(lang), cause.remedy(lang));
                lang.pick(
                    format!("Profil tidak terbaca: {why}. Berkas: {path}. {way_out}"),
                    format!("The profile cannot be read: {why}. File: {path}. {way_out}"),
                )
            }
        }
    }
}

impl Damage {
    /// What is wrong with the file, a whole sentence.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::Missing => Text::new(
                "Berkas profil tidak ada, padahal salinan lamanya ada.",
                "The profile is missing although older copies exist.",
            ),
            Self::Empty => Text::new("Berkas profil kosong.", "The profile file is empty."),
            Self::TooLarge => Text::new(
                "Berkas profil melebihi 16 MiB.",
                "The profile file is larger than 16 MiB.",
            ),
            Self::TooDeep => Text::new(
                "Susunan berkas profil terlalu dalam.",
                "The profile file is nested too deeply.",
            ),
            Self::Shape { line, column, .. } => {
                return lang.pick(
                    format!("Berkas profil rusak di baris {line}, kolom {column}."),
                    format!("The profile file is damaged at line {line}, column {column}."),
                );
            }
            Self::Foreign => {
                Text::new("Berkas itu bukan profil pandu.", "That file is not a profile of pandu.")
            }
            Self::Sum => Text::new(
                "Isi berkas profil tidak cocok dengan jumlah ujinya.",
                "The profile file does not match its checksum.",
            ),
            Self::Schema => Text::new(
                "Versi berkas profil tidak dikenal.",
                "The version of the profile file is unknown.",
            ),
            Self::Unsound(_) => Text::new(
                "Ada isi berkas profil yang mustahil.",
                "The profile file holds something impossible.",
            ),
        };
        text.say(lang).to_owned()
    }
}

impl Notice {
    /// The sentence for people.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::NoLock(_) => Text::new(
                "Folder ini tidak bisa dikunci. Buka pandu di satu jendela saja.",
                "This folder cannot be locked. Open pandu in one window only.",
            ),
            Self::NoModes => Text::new(
                "Media ini tanpa izin berkas. Pengguna lain komputer ini bisa membaca profil Anda.",
                "This medium has no permissions. Others on this computer can read your profile.",
            ),
            Self::NoFolderSync => Text::new(
                "Media ini kurang tahan mati listrik. Cadangkan ke media lain: pandu profile backup.",
                "This medium may lose the last save in a power cut. Back up: pandu profile backup.",
            ),
            Self::Damaged(damage) => {
                let what = damage.say(lang);
                return lang.pick(
                    format!("{what} Untuk sekarang tidak ada yang diubah."),
                    format!("{what} For now nothing is changed."),
                );
            }
        };
        text.say(lang).to_owned()
    }
}
