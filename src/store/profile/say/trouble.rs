//! What people read when a whole profile could not be opened, copied, brought back or erased.

use super::super::{Trouble, care::Erased};
use crate::model::text::{Lang, Text};

impl Trouble {
    /// What went wrong and the way out.
    pub fn say(&self, lang: Lang) -> String {
        let (path, text) = match self {
            Self::Disk(refusal) => {
                let why = refusal.say(lang);
                return lang.pick(
                    format!("Tidak dapat dilakukan: {why}"),
                    format!("That did not work: {why}"),
                );
            }
            Self::Copy(refusal) => {
                let (path, why) = (refusal.path.display(), refusal.cause.say(lang));
                return lang.pick(
                    format!("Cadangan tidak tertulis ke {path}: {why}. Pilih tempat lain, atau atasi penyebabnya, lalu coba lagi."),
                    format!("The backup was not written to {path}: {why}. Choose another place, or resolve that and try again."),
                );
            }
            Self::Held(holder) => {
                let who = holder.say(lang);
                return lang.pick(
                    format!("Profil ini sedang terbuka di jendela lain ({who}). Tutup jendela itu, lalu coba lagi."),
                    format!("This profile is open in another window ({who}). Close that window, then try again."),
                );
            }
            Self::Save(fault) => return fault.say(lang),
            Self::Damaged { path, damage } => {
                let (path, damage) = (path.display(), damage.say(lang));
                return lang.pick(
                    format!("{path} tidak dapat dipercaya ({damage}). Buka pandu untuk memulihkannya; berkas ini tidak akan ditimpa tanpa persetujuan Anda."),
                    format!("{path} cannot be trusted ({damage}). Open pandu to recover it; this file is not overwritten until you agree."),
                );
            }
            Self::BadCopy { path, damage } => {
                let (path, damage) = (path.display(), damage.say(lang));
                return lang.pick(
                    format!("{path} bukan salinan profil yang baik ({damage}). Pilih berkas lain; profil Anda tidak berubah."),
                    format!("{path} is not a good copy of a profile ({damage}). Choose another file; your profile is unchanged."),
                );
            }
            Self::Newer { path, schema } => {
                let path = path.display();
                return lang.pick(
                    format!("{path} ditulis pandu yang lebih baru (skema {schema}). Perbarui pandu, lalu coba lagi."),
                    format!("{path} was written by a newer pandu (schema {schema}). Update pandu, then try again."),
                );
            }
            Self::NotAFile(path) => (path, NOT_A_FILE),
            Self::DeadLink(path) => (path, DEAD_LINK),
            Self::NoProfile(path) => (path, NO_PROFILE),
            Self::NoFile(path) => (path, NO_FILE),
            Self::NoFolder(path) => (path, NO_FOLDER),
            Self::Within(path) => (path, WITHIN),
            Self::Exists(path) => (path, EXISTS),
        };
        format!("{} {}", path.display(), text.say(lang))
    }
}

const NOT_A_FILE: Text = Text::new(
    "bukan berkas biasa. Pindahkan dahulu, atau pilih berkas lain.",
    "is not a plain file. Move it away, or choose another.",
);
const DEAD_LINK: Text = Text::new(
    "adalah tautan ke berkas yang tidak ada. Pasang medianya, atau hapus tautan itu.",
    "is a link that leads nowhere. Put its medium back, or delete the link.",
);
const NO_PROFILE: Text = Text::new(
    "tidak ada. Lihat nama profil dengan: pandu profile list.",
    "does not exist. List the profiles with: pandu profile list.",
);
const NO_FILE: Text = Text::new(
    "tidak ada. Periksa nama berkas dan foldernya.",
    "does not exist. Check the name of the file and its folder.",
);
const NO_FOLDER: Text = Text::new(
    "bukan folder yang ada. Buat folder itu dahulu, atau pilih tempat lain.",
    "is not an existing folder. Make that folder first, or choose another place.",
);
const WITHIN: Text = Text::new(
    "ada di dalam folder profil itu sendiri dan akan terhapus bersamanya. Pilih tempat lain.",
    "lies inside the profile's own folder and would be erased with it. Choose another place.",
);
const EXISTS: Text = Text::new(
    "sudah ada. Pilih nama lain, atau tambahkan --force untuk menggantinya.",
    "exists already. Choose another name, or add --force to replace it.",
);

impl Erased {
    /// What is gone and what is not.
    pub fn say(&self, lang: Lang) -> String {
        let gone = self.removed.len();
        let mut said = lang.pick(
            format!("{gone} berkas dan folder dihapus."),
            format!("{gone} files and folders were removed."),
        );
        for path in &self.left {
            let path = path.display();
            said +=
                &lang.pick(format!(" Tidak terhapus: {path}."), format!(" Not removed: {path}."));
        }
        if self.is_uncertain {
            said += lang.pick(
                " Media belum memastikannya: lepaskan dengan aman, jangan dicabut begitu saja.",
                " The medium has not confirmed it: eject it safely instead of just unplugging it.",
            );
        }
        said
    }
}
