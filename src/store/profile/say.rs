//! What people read about their profile: what happened, where, and the way out.

mod trouble;

use super::{Access, Damage, Found, Notice, ReadOnly, Recovery, SaveFault, holder::Holder};
use crate::model::{
    dates,
    moment::Moment,
    text::{Lang, Text},
};

/// Day and minute, as each language writes them.
pub(super) fn day_and_minute(moment: Option<Moment>, lang: Lang) -> String {
    let Some(moment) = moment else {
        return lang.pick("waktu tak tercatat", "time not recorded").to_owned();
    };
    format!("{}, {}", dates::date(moment.date(), lang), dates::clock(moment, lang))
}

impl Damage {
    /// What is wrong, as the second half of a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::Missing => Text::new(
                "berkasnya hilang, padahal salinannya ada",
                "the file is missing although copies of it exist",
            ),
            Self::Empty => Text::new("berkasnya kosong", "the file is empty"),
            Self::TooLarge => Text::new("lebih besar dari 16 MiB", "larger than 16 MiB"),
            Self::TooDeep => Text::new("susunannya terlalu dalam", "nested too deeply"),
            Self::Shape { line, column, .. } => {
                return lang.pick(
                    format!("tidak terbaca pada baris {line}, kolom {column}"),
                    format!("unreadable at line {line}, column {column}"),
                );
            }
            Self::Foreign => Text::new("bukan profil pandu", "not a profile of pandu"),
            Self::Sum => Text::new(
                "jumlah periksanya tidak cocok: isinya berubah di luar pandu",
                "its checksum does not match: it was changed outside pandu",
            ),
            Self::Schema => Text::new("versinya tidak dikenal", "its version is unknown"),
            Self::Unsound(_) => Text::new("isinya tidak wajar", "its content does not add up"),
        };
        text.say(lang).to_owned()
    }
}

impl Holder {
    /// Who it is, as far as known.
    pub fn say(&self, lang: Lang) -> String {
        let mut words = Vec::new();
        if !self.user.is_empty() {
            words.push(self.user.clone());
        }
        if !self.host.is_empty() {
            words.push(lang.pick(format!("di {}", self.host), format!("on {}", self.host)));
        }
        if let Some(pid) = self.pid {
            words.push(lang.pick(format!("proses {pid}"), format!("process {pid}")));
        }
        if words.is_empty() {
            return lang.pick("jendela lain", "another window").to_owned();
        }
        words.join(", ")
    }
}

impl ReadOnly {
    /// Why nothing is saved and what to do.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Held(holder) => {
                let who = holder.say(lang);
                lang.pick(
                    format!(
                        "Profil ini sedang terbuka di jendela lain ({who}), jadi di sini hanya dapat dibaca. Tutup jendela itu, lalu coba lagi, atau pilih profil lain."
                    ),
                    format!(
                        "This profile is open in another window ({who}), so it is read-only here. Close that window and try again, or choose another profile."
                    ),
                )
            }
            Self::Newer { schema } => lang.pick(
                format!(
                    "Profil ini ditulis pandu yang lebih baru (skema {schema}), jadi hanya dapat dibaca. Perbarui pandu untuk menyimpan."
                ),
                format!(
                    "A newer pandu wrote this profile (schema {schema}), so it is read-only. Update pandu to save."
                ),
            ),
        }
    }
}

impl Access {
    /// Why the profile is not writable; `None` if it is.
    pub fn say(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Writable => None,
            Self::Held(holder) => Some(ReadOnly::Held(holder.clone()).say(lang)),
            Self::NotWritable(refusal) => {
                let why = refusal.say(lang);
                Some(lang.pick(
                    format!("Belum ada yang dapat disimpan: {why}"),
                    format!("Nothing can be saved yet: {why}"),
                ))
            }
        }
    }
}

impl Recovery {
    /// What was wrong, what is shown instead and where the damaged bytes are.
    pub fn say(&self, lang: Lang) -> String {
        let damage = self.damage.say(lang);
        let when = day_and_minute(self.saved_at, lang);
        let aside = match &self.aside {
            None => String::new(),
            Some(path) => lang.pick(
                format!(" Berkas yang rusak disimpan di {}.", path.display()),
                format!(" The damaged file is kept in {}.", path.display()),
            ),
        };
        lang.pick(
            format!(
                "Profil Anda rusak ({damage}). Yang tampil adalah salinan terakhir yang baik, dari {when}.{aside} Tidak ada yang ditulis sebelum Anda setuju."
            ),
            format!(
                "Your profile is damaged ({damage}). You see the last good copy, from {when}.{aside} Nothing is written until you agree."
            ),
        )
    }
}

impl Found {
    /// What a person should know about the file; `None` if all is well.
    pub fn say(&self, lang: Lang) -> Option<String> {
        match self {
            Self::New | Self::Good => None,
            Self::Newer { schema } => Some(ReadOnly::Newer { schema: *schema }.say(lang)),
            Self::Recovered(recovery) => Some(recovery.say(lang)),
            Self::Edited { last_good, .. } => {
                let choice = if last_good.is_some() {
                    Text::new(
                        "Buka berkas yang berubah itu, atau salinan terakhir yang baik?",
                        "Open the changed file, or the last good copy?",
                    )
                } else {
                    Text::new("Buka berkas yang berubah itu?", "Open the changed file?")
                };
                let what = lang.pick(
                    "Profil ini diubah di luar pandu. Salinannya sudah disisihkan.",
                    "This profile was changed outside pandu. A copy was set aside.",
                );
                Some(format!("{what} {}", choice.say(lang)))
            }
            Self::Damaged { damage, aside } => {
                let damage = damage.say(lang);
                let place = aside.as_ref().map_or_else(String::new, |path| {
                    lang.pick(
                        format!(" Isinya disimpan di {}.", path.display()),
                        format!(" Its bytes are kept in {}.", path.display()),
                    )
                });
                Some(lang.pick(
                    format!("Profil Anda rusak ({damage}) dan tidak ada salinan yang baik.{place} Setujukah Anda memulai profil baru?"),
                    format!("Your profile is damaged ({damage}) and there is no good copy.{place} Do you agree to begin a new one?"),
                ))
            }
        }
    }
}

impl Notice {
    /// A sentence to say once.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::NoLock(_) => Text::new(
                "Folder ini tidak dapat dikunci. Jangan buka profil yang sama di dua jendela.",
                "This folder cannot be locked. Do not open one profile in two windows.",
            ),
            Self::NoModes => Text::new(
                "Media ini tidak mengenal izin berkas; orang lain mungkin dapat membaca profil Anda.",
                "This medium has no file permissions; others may be able to read your profile.",
            ),
            Self::NoFolderSync => Text::new(
                "Media ini tidak dapat memastikan penyimpanan terakhir. Lepaskan dengan aman.",
                "This medium cannot confirm the last save. Eject it safely.",
            ),
            Self::NoGeneration(refusal) => {
                let why = refusal.say(lang);
                return lang.pick(
                    format!("Tersimpan, tetapi salinan sebelumnya tidak dapat disisihkan: {why}"),
                    format!("Saved, but the previous copy could not be kept: {why}"),
                );
            }
        };
        text.say(lang).to_owned()
    }
}

impl SaveFault {
    /// What happened to the save and the way out.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Disk(refusal) => {
                let why = refusal.say(lang);
                lang.pick(format!("Belum tersimpan: {why}"), format!("Not saved yet: {why}"))
            }
            Self::Conflict { kept, .. } => {
                let kept = kept.display();
                lang.pick(
                    format!("Profil ini diubah program lain. Pekerjaan Anda aman di {kept}. Tutup pandu dan bandingkan keduanya. Untuk memakai pekerjaan Anda, jalankan pandu profile restore dengan berkas itu."),
                    format!("Another program changed this profile. Your work is safe in {kept}. Close pandu and compare the two. To keep your work, run pandu profile restore with that file."),
                )
            }
            Self::TooLarge { kept, .. } => {
                let kept = kept.display();
                lang.pick(
                    format!("Profil melebihi 16 MiB. Salinan utuh ada di {kept}; hapus rencana lama atau mulai profil baru."),
                    format!("The profile exceeds 16 MiB. A full copy is in {kept}; delete old plans or begin a new profile."),
                )
            }
            Self::Unsound(what) | Self::Broken(what) => lang.pick(
                format!("Belum tersimpan karena kesalahan di pandu sendiri ({what}). Berkas lama tetap utuh; laporkan ini kepada fasilitator."),
                format!("Not saved because of an error in pandu itself ({what}). The old file is intact; please report this to the facilitator."),
            ),
            Self::Waiting => lang
                .pick(
                    "Belum ada yang ditulis: setujui dahulu salinan yang dibuka.",
                    "Nothing has been written yet: agree to the opened copy first.",
                )
                .to_owned(),
            Self::ReadOnly(why) => why.say(lang),
        }
    }
}
