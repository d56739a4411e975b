//! One file to take home, and back: the same copies as `pandu profile backup` and `restore` make.

use std::sync::Arc;

use super::{App, Door, named, profile, said};
use crate::{
    app::door::{self, meant, way},
    model::{
        moment::Moment,
        profile::Profile,
        text::{Lang, Said, Text},
    },
    store::{
        disk::RealDisk,
        paths::{Name, fresh_name, own_files},
        profile::{Trouble, care},
    },
    ui::{
        screen::Effect,
        screens::{
            choice::{Choice, Does, Way},
            people::Who,
        },
    },
};

const BACK: Way = way(Text::new("Kembali", "Back"), Does::GoOn);

/// A file for a copy that does not exist yet, in the folder of documents or the home folder.
pub(super) fn suggested(name: &Name, now: Moment) -> String {
    let file = own_files().join(profile::backup_name(name, now));
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2..1000).map(|number| file.with_file_name(format!("{stem}-{number}.json")));
    let mut free = std::iter::once(file.clone()).chain(numbered);
    let free = free.find(|file| file.symlink_metadata().is_err()).unwrap_or(file);
    free.display().to_string()
}

impl App {
    /// Copies a profile into a file and says where it lies. What is in this window is saved first.
    pub(super) fn take_home(&mut self, name: &Name, to: &str, replace: bool) -> Result<(), Said> {
        if replace {
            // The question whether the file may be replaced.
            self.back();
        }
        if *name == self.place.door.name && !self.may_part() {
            return Ok(());
        }
        let file = meant(to);
        let layout = &self.place.door.layout;
        match profile::carry(layout, name, &file, replace, self.cx.now) {
            Ok(carried) => self.open(taken_home(&carried)),
            Err(Trouble::Exists(path)) => {
                let again = Effect::TakeHome {
                    name: name.to_string(),
                    to: path.display().to_string(),
                    replace: true,
                };
                self.open(door::exists(&path, again));
            }
            Err(trouble) => return Err(said(&trouble)),
        }
        Ok(())
    }

    /// Reads a file that was taken home and asks where it goes; nothing changes yet.
    pub(super) fn bring_back(&mut self, from: &str) -> Result<(), Said> {
        let carried = care::read_copy(&RealDisk, &meant(from)).map_err(|it| said(&it))?;
        let found = profile::all(&self.place.door.layout).unwrap_or_default();
        let is_same = |name: &&Name| {
            let look = found.iter().find(|(known, _)| known == *name);
            let decoded = look.and_then(|(_, look)| look.as_ref().ok()?.decoded());
            decoded.is_some_and(|decoded| decoded.profile.id == carried.id)
        };
        let same = found.iter().map(|(name, _)| name).find(is_same);
        let into = same.unwrap_or(&self.place.door.name);
        let whose = found.iter().find(|(name, _)| name == into);
        let whose = whose.map(|(name, look)| self.who(name, look));
        // Where nothing is lost the file goes there; otherwise beside it.
        let is_there_first =
            same.is_some() || whose.as_ref().is_some_and(|whose| whose.holds == Some((0, 0, 0)));
        let place = whose.map(|whose| there(&whose, same.is_some()));
        let restore = |into| Does::Effect(Effect::Restore { from: from.to_owned(), into });
        let new = way(
            Text::new(
                "Tambahkan sebagai orang baru di laptop ini",
                "Add it as a new person on this laptop",
            ),
            restore(None),
        );
        let replace = place.is_some().then(|| {
            way(
                Text::new(
                    "Gantikan profil itu (isinya yang sekarang tetap disimpan)",
                    "Take the place of that profile (what it holds now is kept)",
                ),
                restore(Some(into.to_string())),
            )
        });
        let ways = if is_there_first {
            [replace, Some(new), Some(BACK)]
        } else {
            [Some(new), replace, Some(BACK)]
        };
        let title = Text::new("Ke mana berkas ini?", "Where does this file go?");
        let story = [Some(belongs(&carried)), place].into_iter().flatten().collect();
        self.open(Choice::new(title, story, ways.into_iter().flatten().collect()));
        Ok(())
    }

    /// Makes a file a profile here and opens it.
    pub(super) fn restore(&mut self, from: &str, into: Option<&str>) -> Result<(), Said> {
        self.back();
        if !self.may_part() {
            return Ok(());
        }
        let from = meant(from);
        let layout = self.place.door.layout.clone();
        let name = if let Some(name) = into {
            named(name)?
        } else {
            let carried = care::read_copy(&RealDisk, &from).map_err(|it| said(&it))?;
            fresh_name(&RealDisk, &layout, &carried.person.name)
        };
        let is_open = name == self.place.door.name;
        let door = Door { layout, name };
        if is_open && self.saver.holds() {
            // The same process asks for the lock again.
            self.saver.stop();
        }
        let done = care::restore(Arc::new(RealDisk), &door.layout, &door.name, &from, self.cx.now);
        let carried = match done {
            Ok(carried) => carried,
            Err(trouble) if is_open => {
                self.enter(door)?;
                return Err(said(&trouble));
            }
            Err(trouble) => return Err(said(&trouble)),
        };
        self.enter(door)?;
        self.open(brought_back(&carried));
        Ok(())
    }
}

/// Whose file it is.
fn belongs(carried: &Profile) -> Said {
    Said::both(|lang| {
        let (who, size) = (carried.person.title(lang), super::of(carried).size(lang));
        let saved = profile::when(carried.saved_at, lang);
        lang.pick(
            format!("Berkas ini milik {who}: {size}, disimpan {saved}."),
            format!("This file belongs to {who}: {size}, saved {saved}."),
        )
    })
}

/// The profile here that it may take the place of.
fn there(whose: &Who, is_same: bool) -> Said {
    Said::both(|lang| {
        let (name, who, size) = (&whose.name, whose.title(lang), whose.size(lang));
        match (is_same, lang) {
            (true, Lang::Id) => {
                format!("Di laptop ini sudah ada profil yang sama: “{name}”, {who}, {size}.")
            }
            (true, Lang::En) => {
                format!("The same profile is on this laptop already: “{name}”, {who}, {size}.")
            }
            (false, Lang::Id) => {
                format!("Profil yang dapat digantikannya di sini: “{name}”, {who}, {size}.")
            }
            (false, Lang::En) => {
                format!("The profile here that it may take the place of: “{name}”, {who}, {size}.")
            }
        }
    })
}

fn taken_home(carried: &care::Carried) -> Choice {
    let story = Said::both(|lang| {
        let (path, size) = (carried.path.display(), profile::size(carried.bytes as u64, lang));
        lang.pick(
            format!("Salinan Anda ada di {path} ({size})."),
            format!("Your copy is in {path} ({size})."),
        )
    });
    let how = Text::new(
        "Simpan di tempat aman: isinya semua jawaban, catatan, dan rencana. Di laptop lain, buka pandu, lalu \
         dari peta modul tekan p dan i untuk mengambilnya.",
        "Keep it safe: it holds all answers, notes and plans. On another laptop, start pandu, then press p \
         and i on the home screen to bring it back.",
    );
    let how = Said::both(|lang| how.say(lang).to_owned());
    door::told(Text::new("Sudah disalin", "Copied"), vec![story, how])
}

fn brought_back(carried: &care::Carried) -> Choice {
    let path = carried.path.display();
    let mut story = vec![Said::new(
        format!("Isi berkas itu kini menjadi profil di {path}, dan profil itu sedang terbuka."),
        format!("What the file holds is now the profile in {path}, and that profile is open."),
    )];
    story.extend(carried.former.as_ref().map(|former| {
        let former = former.display();
        Said::new(
            format!("Isinya yang sebelumnya disimpan di {former}."),
            format!("What was there before is kept in {former}."),
        )
    }));
    door::told(Text::new("Sudah dikembalikan", "Brought back"), story)
}
