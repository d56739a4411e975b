//! The end of a profile on this laptop: says exactly what goes, then erases what `pandu profile
//! erase` erases, and opens a fresh first screen for whoever comes next.

use super::{App, Door, neighbours, profile, said};
use crate::{
    app::door,
    model::{
        profile::Profile,
        text::{Lang, Said, Text},
    },
    store::{
        disk::RealDisk,
        paths::{Name, fresh_name},
        profile::{
            Trouble, care,
            look::{self, File, Look},
        },
    },
    ui::{
        cx::Saving,
        screens::{choice::Choice, erase::Erase, people::People},
    },
};

impl App {
    /// Asks, with a list of what will be gone.
    pub(super) fn ask_erase(&mut self, name: &Name) -> Result<(), Said> {
        self.put();
        let looked = look::look(&RealDisk, &self.place.door.layout, name);
        let is_ours = *name == self.place.door.name && self.saver.holds();
        if let (Some(holder), false) =
            (looked.as_ref().ok().and_then(|look| look.holder.clone()), is_ours)
        {
            return Err(said(&Trouble::Held(holder)));
        }
        let who = self.who(name, &looked);
        let goes = goes(looked.as_ref().ok(), &self.place.door.layout.folder(name));
        self.screens.push(Box::new(Erase::new(who, goes)));
        Ok(())
    }

    /// Erases a profile; of this window's own, whoever comes next finds the first screen.
    pub(super) fn erase(&mut self, name: &Name) -> Result<(), Said> {
        if *name == self.place.door.name {
            return self.erase_own();
        }
        let erased = care::erase(&RealDisk, &self.place.door.layout, name);
        let erased = erased.map_err(|trouble| said(&trouble))?;
        // The list that it was chosen from is no longer true.
        self.screens.truncate(1);
        if self.cx.neighbours > 0 {
            let Door { layout, name } = &self.place.door;
            self.cx.neighbours = neighbours(layout, name);
        }
        let rows = self.people()?;
        self.screens.push(Box::new(People::new(rows)));
        self.open(gone(&erased));
        Ok(())
    }

    fn erase_own(&mut self) -> Result<(), Said> {
        let Door { layout, name } = self.place.door.clone();
        let was_held = self.saver.holds();
        let is_settled = self.settle().is_ok();
        // Lets the lock go.
        self.saver.stop();
        let erased = match care::erase(&RealDisk, &layout, &name) {
            Ok(erased) => erased,
            // Nothing was ever saved, so there is nothing to remove.
            Err(Trouble::NoProfile(_)) => care::Erased::default(),
            Err(trouble) if was_held => return self.not_erased(&trouble, is_settled),
            Err(trouble) => return Err(said(&trouble)),
        };
        // Neither the name nor the folder of the one who left.
        let usual = Name::default();
        let is_free = look::look(&RealDisk, &layout, &usual).is_ok_and(|look| look.is_empty());
        let name = if is_free { usual } else { fresh_name(&RealDisk, &layout, "") };
        self.forget();
        self.enter(Door { layout, name })?;
        self.open(gone(&erased));
        Ok(())
    }

    /// Whatever happens next, nothing of the one who left stays on a screen but their language.
    fn forget(&mut self) {
        let mut nobody = Profile::new(self.cx.fresh_id(128));
        nobody.settings.lang = self.cx.lang();
        self.cx.replace_profile(nobody);
        self.cx.saving = Saving::ReadOnly(Said::default());
        self.place.before = self.worth();
        self.screens.truncate(1);
    }

    /// Nothing was removed: what is in this window must not be lost for that.
    fn not_erased(&mut self, trouble: &Trouble, is_settled: bool) -> Result<(), Said> {
        let why = said(trouble);
        if is_settled {
            self.enter(self.place.door.clone())?;
        } else {
            (self.place.ask, self.place.why) = (None, None);
            self.cx.saving = Saving::ReadOnly(why.clone());
        }
        Err(why)
    }
}

/// Everything that lies in a profile's folder, a line each.
fn goes(look: Option<&Look>, folder: &std::path::Path) -> Vec<Said> {
    let mut goes = Vec::new();
    if let Some(File { path, len, .. }) = look.and_then(|look| look.file.as_ref()) {
        let name = path.strip_prefix(folder).unwrap_or(path).display();
        goes.push(Said::both(|lang| format!("{name} ({})", profile::size(*len, lang))));
    }
    let counts = look.map_or([0; 3], |look| [look.older, look.aside, look.conflicts.len()]);
    let words = [
        Text::new("salinan lama", "older copies"),
        Text::new(
            "berkas rusak atau berubah yang disisihkan",
            "damaged or changed files set aside",
        ),
        Text::new("salinan yang disimpan karena konflik", "copies kept because of a conflict"),
    ];
    let many = counts.into_iter().zip(words).filter(|(count, _)| *count > 0);
    goes.extend(
        many.map(|(count, words)| Said::both(|lang| format!("{count} {}", words.say(lang)))),
    );
    let folder = folder.display();
    goes.push(Said::new(
        format!("folder {folder} dan apa pun di dalamnya"),
        format!("the folder {folder} and whatever else is in it"),
    ));
    goes
}

fn gone(erased: &care::Erased) -> Choice {
    let told = Said::both(|lang| erased.say(lang));
    let elsewhere = Text::new(
        "Berkas yang sudah dibawa pulang tidak ikut terhapus. Laptop ini siap untuk orang berikutnya.",
        "Files that were taken home were not touched. This laptop is ready for the next person.",
    );
    let elsewhere = Said::both(|lang: Lang| elsewhere.say(lang).to_owned());
    let title = if erased.left.is_empty() {
        Text::new("Sudah dihapus", "Erased")
    } else {
        Text::new("Belum terhapus seluruhnya", "Not erased completely")
    };
    door::told(title, vec![told, elsewhere])
}
