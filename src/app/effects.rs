//! What a screen asks for and only the app can do: another profile, another folder, agreeing to
//! what was opened. A screen that asked is closed when it worked; otherwise it is told why not.

use std::io;

use super::{App, Going, door, door::Door, saver::Saver};
use crate::{
    model::{
        safe_text,
        text::{Lang, Said},
    },
    store::profile::{Found, Opened},
    ui::{cx::Saving, screen::Effect, screens::home::Home},
};

impl App {
    /// Does what only the app can do. The screen that asked is closed when it worked.
    pub(super) fn act(&mut self, effect: Effect) -> Going {
        let done = match effect {
            Effect::Abandon => return Going::Abandon,
            Effect::SaveAgain => {
                self.back();
                self.saver.forget();
                self.put();
                return Going::On;
            }
            Effect::Reopen => self.enter(self.place.door.clone()),
            Effect::Accept => self.accept(),
            Effect::TakeGood => self.take_good(),
            Effect::TakeOver => self.take_over(),
            Effect::SaveIn(folder) => self.save_in(&folder),
            Effect::Write { what, to, width, replace } => self.write(&what, &to, width, replace),
            Effect::BringPlan { from, into, replace } => {
                self.bring_plan(&from, into.as_deref(), replace)
            }
            other => self.act_on_people(other),
        };
        if let Err(why) = done {
            self.open(door::refused(why));
        }
        Going::On
    }

    /// Opens another profile, or the same one again, in place of this one.
    pub(super) fn enter(&mut self, door: Door) -> Result<(), Said> {
        // What was typed last is not left behind.
        self.put();
        let is_same = door == self.place.door;
        if is_same {
            // The lock is let go first: the same process asks for it again.
            self.saver.stop();
        }
        let opened = match door.open(self.cx.fresh_id(128)) {
            Ok(opened) => self.greeted(opened),
            Err(trouble) => {
                let why = Said::both(|lang| trouble.say(lang));
                if is_same {
                    (self.place.ask, self.place.why) = (None, None);
                    self.place.is_held = false;
                    self.cx.saving = Saving::ReadOnly(why.clone());
                }
                return Err(why);
            }
        };
        self.saver.stop();
        self.place.door = door;
        self.show(opened).map_err(|error| no_thread(&error))
    }

    /// Whoever is new is spoken to in the language of the screen before.
    fn greeted(&self, mut opened: Opened) -> Opened {
        if opened.found == Found::New {
            opened.profile.settings.lang = self.cx.lang();
        }
        opened
    }

    fn accept(&mut self) -> Result<(), Said> {
        self.agree()?;
        self.back();
        self.put();
        Ok(())
    }

    /// Begins to save the older copy. What is open shows the other one, so all of it is closed.
    fn take_good(&mut self) -> Result<(), Said> {
        self.agree()?;
        if let Some(older) = self.place.last_good.take() {
            self.cx.replace_profile(older.profile);
        }
        self.screens = vec![Box::new(Home::new(&self.cx))];
        self.put();
        Ok(())
    }

    fn agree(&mut self) -> Result<(), Said> {
        if let (Saving::ReadOnly(why), false) = (&self.cx.saving, self.saver.may_accept()) {
            return Err(why.clone());
        }
        self.saver.accept(&self.post).map_err(|fault| Said::both(|lang| fault.say(lang)))?;
        self.place.ask = None;
        self.cx.saving = Saving::Idle;
        Ok(())
    }

    /// Saves this window's state in the profile that another window held, if that one changed nothing
    /// since this one opened it.
    fn take_over(&mut self) -> Result<(), Said> {
        let opened = self
            .place
            .door
            .open(self.cx.fresh_id(128))
            .map_err(|trouble| Said::both(|lang| trouble.say(lang)))?;
        if let Some(why) = Said::some(|lang| opened.access.say(lang)) {
            return Err(why);
        }
        let is_sound = matches!(opened.found, Found::New | Found::Good);
        if !is_sound || opened.profile.rev != self.place.rev {
            return Err(Said::both(|lang| moved_on(lang).to_owned()));
        }
        self.go_on_with(opened)
    }

    /// Saves the state of this window in what was just opened, from now on.
    fn go_on_with(&mut self, opened: Opened) -> Result<(), Said> {
        self.cx.stored_in = opened.keeper.path().display().to_string();
        self.cx.notice = door::notice(&opened.notices);
        let (rev, life) = (opened.profile.rev, self.saver.life() + 1);
        self.saver = Saver::start(opened.keeper, rev, life, &self.post)
            .map_err(|error| no_thread(&error))?;
        self.saver.forget();
        self.place.ask = None;
        self.cx.saving = Saving::Idle;
        self.back();
        self.put();
        Ok(())
    }

    /// Keeps the state of this window in another data folder from now on.
    fn save_in(&mut self, folder: &str) -> Result<(), Said> {
        let door = self.place.door.elsewhere(folder);
        let opened = door
            .open(self.cx.profile().id.clone())
            .map_err(|trouble| Said::both(|lang| trouble.say(lang)))?;
        if let Some(why) = Said::some(|lang| opened.access.say(lang)) {
            return Err(why);
        }
        if opened.found != Found::New {
            return Err(Said::both(|lang| taken(folder, lang)));
        }
        self.go_on_with(opened)?;
        self.place.door = door;
        Ok(())
    }
}

fn moved_on(lang: Lang) -> &'static str {
    lang.pick(
        "Jendela lain sudah menyimpan perubahan di profil ini. Supaya tidak saling menimpa, simpan pekerjaan jendela ini di folder lain.",
        "The other window has saved changes in this profile. So that neither overwrites the other, save this window's work in another folder.",
    )
}

pub(super) fn no_thread(error: &io::Error) -> Said {
    Said::both(|_| error.to_string())
}

fn taken(folder: &str, lang: Lang) -> String {
    let folder = safe_text::safe_line(folder);
    lang.pick(
        format!("Di {folder} sudah ada profil dengan nama ini. Pilih folder lain."),
        format!("{folder} already holds a profile of this name. Choose another folder."),
    )
}
