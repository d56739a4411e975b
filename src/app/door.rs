//! How a profile is opened and what must be decided before it is written: the words, the ways out
//! and the order in which they are offered. It changes nothing itself.

use std::{
    env,
    path::{MAIN_SEPARATOR, Path, PathBuf},
    sync::Arc,
};

use crate::{
    model::{
        safe_text,
        text::{Said, Text},
    },
    store::{
        disk::RealDisk,
        paths::{Layout, Name},
        profile::{self, Access, Found, Opened, Trouble},
    },
    ui::{
        screen::Effect,
        screens::choice::{Choice, Does, Way},
    },
};

/// Where the open profile lies.
#[derive(Clone, PartialEq, Eq)]
pub struct Door {
    /// The data folder.
    pub layout: Layout,
    /// The profile's name.
    pub name: Name,
}

impl Door {
    /// Opens the profile behind it.
    ///
    /// # Errors
    /// When there is nothing that could be shown.
    pub fn open(&self, fresh_id: String) -> Result<Opened, Trouble> {
        profile::open(Arc::new(RealDisk), &self.layout, &self.name, fresh_id)
    }

    /// The same profile in another data folder.
    pub fn elsewhere(&self, folder: &str) -> Self {
        Self { layout: Layout::new(meant(folder)), name: self.name.clone() }
    }
}

/// A typed folder; no shell stands between to read `~` as the home folder.
pub(super) fn meant(folder: &str) -> PathBuf {
    let separators = ['/', MAIN_SEPARATOR];
    let rest = folder.strip_prefix('~').filter(|it| it.is_empty() || it.starts_with(separators));
    let home =
        rest.and_then(|rest| Some(env::home_dir()?.join(rest.trim_start_matches(separators))));
    let meant = home.unwrap_or_else(|| PathBuf::from(folder));
    // Said whole, so that people find it again; where that cannot be had, as typed.
    std::path::absolute(&meant).unwrap_or(meant)
}

const TRY_AGAIN: Way = way(Text::new("Coba lagi", "Try again"), Does::Effect(Effect::Reopen));
const OTHER_PROFILE: Way = way(
    Text::new("Buka profil lain (ketik namanya)", "Open another profile (type its name)"),
    Does::Ask(Effect::OpenProfile),
);
const OTHER_FOLDER: Way = way(
    Text::new("Simpan di folder lain (ketik foldernya)", "Save in another folder (type its path)"),
    Does::Ask(Effect::SaveIn),
);
const SAVE_AGAIN: Way =
    way(Text::new("Coba simpan lagi", "Try to save again"), Does::Effect(Effect::SaveAgain));
const AGREE: Way = way(
    Text::new(
        "Setuju, simpan di sini (berkas lama disisihkan)",
        "Agree, save it here (the old file is set aside)",
    ),
    Does::Effect(Effect::Accept),
);
const TAKE_OVER: Way = way(
    Text::new(
        "Simpan di profil ini (jendela lain sudah ditutup)",
        "Save in this profile (the other window is closed)",
    ),
    Does::Effect(Effect::TakeOver),
);
const ONLY_LOOK: Way = way(
    Text::new("Lihat-lihat saja, tanpa menyimpan", "Just look around, without saving"),
    Does::GoOn,
);
const GO_ON: Way = way(Text::new("Lanjut bekerja", "Keep working"), Does::GoOn);
const LEAVE: Way = way(Text::new("Keluar dari pandu", "Quit pandu"), Does::Quit);
const ABANDON: Way =
    way(Text::new("Keluar tanpa menyimpan", "Quit without saving"), Does::Effect(Effect::Abandon));

/// One way out.
pub(super) const fn way(say: Text, does: Does) -> Way {
    Way { say, does }
}

/// What happened to this profile; `None` when all is well.
pub fn story(opened: &Opened) -> Option<Said> {
    let held = matches!(opened.access, Access::Held(_));
    Said::some(|lang| {
        let found = if held { None } else { opened.found.say(lang) };
        found.or_else(|| opened.access.say(lang))
    })
}

/// What must be decided before this profile is written; `None` when all is well.
pub fn question(opened: &Opened) -> Option<Choice> {
    let held = matches!(opened.access, Access::Held(_));
    let story = story(opened).unwrap_or_default();
    let (title, ways) = if held {
        (
            Text::new("Profil sedang terbuka", "The profile is open elsewhere"),
            vec![TRY_AGAIN, OTHER_PROFILE, ONLY_LOOK, LEAVE],
        )
    } else {
        match &opened.found {
            _ if opened.keeper.read_only().is_some() => (
                Text::new("Profil dari pandu yang lebih baru", "A profile from a newer pandu"),
                vec![ONLY_LOOK, OTHER_PROFILE, LEAVE],
            ),
            Found::Recovered(_) => (
                Text::new("Profil dipulihkan", "The profile was recovered"),
                vec![
                    way(
                        Text::new(
                            "Setuju, lanjutkan dari salinan ini",
                            "Agree, continue from this copy",
                        ),
                        Does::Effect(Effect::Accept),
                    ),
                    ONLY_LOOK,
                    LEAVE,
                ],
            ),
            Found::Edited { last_good, .. } => {
                let changed = way(
                    Text::new("Pakai berkas yang berubah", "Take the changed file"),
                    Does::Effect(Effect::Accept),
                );
                let good = way(
                    Text::new("Pakai salinan terakhir yang baik", "Take the last good copy"),
                    Does::Effect(Effect::TakeGood),
                );
                let good = last_good.is_some().then_some(good);
                let ways = [Some(changed), good, Some(ONLY_LOOK), Some(LEAVE)];
                (
                    Text::new(
                        "Profil diubah di luar pandu",
                        "The profile was changed outside pandu",
                    ),
                    ways.into_iter().flatten().collect(),
                )
            }
            Found::Damaged { .. } => (
                Text::new("Profil rusak", "The profile is damaged"),
                vec![
                    way(
                        Text::new("Setuju, mulai profil baru", "Agree, begin a new profile"),
                        Does::Effect(Effect::Accept),
                    ),
                    OTHER_PROFILE,
                    ONLY_LOOK,
                    LEAVE,
                ],
            ),
            Found::New | Found::Good | Found::Newer { .. } => match opened.access {
                Access::NotWritable(_) => (
                    Text::new("Belum dapat menyimpan", "Nothing can be saved yet"),
                    vec![SAVE_AGAIN, OTHER_FOLDER, GO_ON, LEAVE],
                ),
                Access::Writable | Access::Held(_) => return None,
            },
        }
    };
    Some(Choice::new(title, vec![story], ways))
}

/// Asked to leave or to save while the last changes are not on the disk.
pub fn unsaved(why: Said, is_leaving: bool) -> Choice {
    let last = if is_leaving { ABANDON } else { GO_ON };
    let second = if is_leaving { GO_ON } else { LEAVE };
    Choice::new(
        Text::new("Belum tersimpan", "Not saved yet"),
        vec![why],
        vec![SAVE_AGAIN, OTHER_FOLDER, second, last],
    )
}

/// Why a window does not save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The person has not agreed to what was opened.
    Waiting,
    /// Another window held the profile.
    Held,
    /// Nothing that could be lifted here.
    Fast,
}

/// This window does not save, and something was done in it.
pub fn unsaved_here(why: Said, bar: Bar) -> Choice {
    let lift = match bar {
        Bar::Waiting => Some(AGREE),
        Bar::Held => Some(TAKE_OVER),
        Bar::Fast => None,
    };
    let ways = [lift, Some(OTHER_FOLDER), Some(GO_ON), Some(ABANDON)];
    Choice::new(
        Text::new("Tidak disimpan di jendela ini", "Not saved in this window"),
        vec![why],
        ways.into_iter().flatten().collect(),
    )
}

/// Another program changed the file; ours lies beside it.
pub fn conflict(why: Said) -> Choice {
    let open = way(
        Text::new("Buka berkas yang berubah itu", "Open the changed file"),
        Does::Effect(Effect::Reopen),
    );
    Choice::new(
        Text::new("Profil diubah program lain", "Another program changed the profile"),
        vec![why],
        vec![GO_ON, open, LEAVE],
    )
}

/// Something that was asked for did not work; the ways out of before stand on the screen below.
pub fn refused(why: Said) -> Choice {
    told(Text::new("Belum dapat dilakukan", "That did not work"), vec![why])
}

/// Something that a person should know before going on.
pub fn told(title: Text, story: Vec<Said>) -> Choice {
    let back = Way { say: Text::new("Kembali", "Back"), does: Does::GoOn };
    Choice::new(title, story, vec![back])
}

/// A file that was to be written stands there already; `again` replaces it.
pub(super) fn exists(path: &Path, again: Effect) -> Choice {
    let story = Said::both(|lang| {
        let path = path.display();
        lang.pick(
            format!("{path} sudah ada. Berkas itu tidak diganti tanpa persetujuan Anda."),
            format!("{path} exists already. It is not replaced unless you agree."),
        )
    });
    let other = way(Text::new("Kembali, pilih nama lain", "Back, choose another name"), Does::GoOn);
    let replace = way(Text::new("Ganti berkas itu", "Replace that file"), Does::Effect(again));
    let title = Text::new("Berkas itu sudah ada", "That file exists already");
    Choice::new(title, vec![story], vec![other, replace])
}

/// The short reason for the status line; the whole story is one key away.
pub fn in_short(opened: &Opened) -> Option<Said> {
    let words = match (&opened.access, &opened.found) {
        (Access::Held(_), _) => Text::new("terbuka di jendela lain", "open in another window"),
        (_, Found::Newer { .. }) => {
            Text::new("versi pandu ini lebih lama", "this version of pandu is older")
        }
        _ if opened.keeper.read_only().is_some() => {
            Text::new("versi pandu ini lebih lama", "this version of pandu is older")
        }
        _ if opened.keeper.is_waiting() => {
            Text::new("menunggu keputusan Anda", "waiting for your decision")
        }
        _ => return None,
    };
    let more = Text::new("Ctrl-S: jalan keluar", "Ctrl-S: what to do");
    Some(Said::both(|lang| format!("{} · {}", words.say(lang), more.say(lang))))
}

/// What to say once.
pub fn notice(notices: &[profile::Notice]) -> Option<Said> {
    if notices.is_empty() {
        return None;
    }
    Some(Said::both(|lang| {
        let said: Vec<String> = notices.iter().map(|notice| notice.say(lang)).collect();
        safe_text::safe_line(&said.join(" ")).into_owned()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_folder_may_begin_at_home() {
        let home = env::home_dir().unwrap();
        assert_eq!(meant("~"), home);
        assert_eq!(meant("~/pandu/a"), home.join("pandu/a"));
        for folder in ["/media/stik", "pandu", "~budi/x", "a/~"] {
            assert_eq!(meant(folder), std::path::absolute(folder).unwrap());
        }
    }
}
