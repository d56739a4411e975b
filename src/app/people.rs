//! Whole profiles, as screens ask for them: who is here, somebody new, a copy to take home and back.
//! What is not saved yet keeps its window until it is, or the person has decided.

mod carry;
mod end;
#[cfg(test)]
mod laws;

use super::{App, commands::profile, door::Door};
use crate::{
    model::{
        profile::Profile,
        text::{Said, Text},
    },
    store::{
        disk::RealDisk,
        paths::{Layout, Name, fresh_name},
        profile::{Standing, Trouble, look, look::Look},
    },
    ui::{
        cx::Save,
        screen::Effect,
        screens::people::{People, Who},
    },
};

impl App {
    /// Does what is asked of whole profiles.
    pub(super) fn act_on_people(&mut self, effect: Effect) -> Result<(), Said> {
        match effect {
            Effect::People => self.show_people(),
            Effect::OpenProfile(name) => self.open_profile(&named(&name)?),
            Effect::AddPerson(called) => self.add_person(&called),
            Effect::TakeHome { name, to, replace } => self.take_home(&named(&name)?, &to, replace),
            Effect::BringBack(from) => self.bring_back(&from),
            Effect::Restore { from, into } => self.restore(&from, into.as_deref()),
            Effect::AskErase(name) => self.ask_erase(&named(&name)?),
            Effect::Erase(name) => self.erase(&named(&name)?),
            _ => Ok(()),
        }
    }

    fn show_people(&mut self) -> Result<(), Said> {
        self.put();
        let rows = self.people()?;
        self.screens.push(Box::new(People::new(rows)));
        Ok(())
    }

    /// Everybody whose profile lies here; this window's own as it stands in memory.
    fn people(&self) -> Result<Vec<Who>, Said> {
        let layout = &self.place.door.layout;
        let found = profile::all(layout).map_err(|trouble| said(&trouble))?;
        let rows = found.iter().map(|(name, look)| self.who(name, look));
        let is_begun = self.cx.profile().rev != self.place.rev;
        // Nobody is here yet who only looks at the first screen.
        let is_nobody = |look: &Result<Look, Trouble>| {
            look.as_ref().is_ok_and(|look| look.file.is_none() && look.older == 0)
        };
        let shown = rows
            .zip(&found)
            .filter(|(who, (_, look))| !(who.is_open && is_nobody(look) && !is_begun));
        Ok(shown.map(|(who, _)| who).collect())
    }

    fn who(&self, name: &Name, look: &Result<Look, Trouble>) -> Who {
        let is_open = *name == self.place.door.name;
        let decoded = look.as_ref().ok().and_then(Look::decoded);
        let saved = decoded.and_then(|decoded| decoded.profile.saved_at);
        let is_good = decoded.is_some_and(|decoded| decoded.standing == Standing::Good);
        let is_held = look.as_ref().is_ok_and(|look| look.holder.is_some());
        let state = match (is_good, is_held) {
            _ if is_open && self.saver.writes() => Said::default(),
            (true, false) => Said::default(),
            (true, true) => Said::both(|lang| HELD.say(lang).to_owned()),
            (false, _) => Said::both(|lang| profile::state(look, lang)),
        };
        let shown = if is_open { Some(self.cx.profile()) } else { None };
        let shown = shown.or_else(|| decoded.map(|decoded| &decoded.profile));
        let who = shown.map(of).unwrap_or_default();
        let carry_to = carry::suggested(name, self.cx.now);
        Who { name: name.to_string(), saved, state, is_open, carry_to, ..who }
    }

    fn open_profile(&mut self, name: &Name) -> Result<(), Said> {
        if !self.may_part() {
            return Ok(());
        }
        self.enter(Door { name: name.clone(), ..self.place.door.clone() })
    }

    /// Begins with the name alone; the first screen asks for the rest.
    fn add_person(&mut self, called: &str) -> Result<(), Said> {
        if !self.may_part() {
            return Ok(());
        }
        let name = fresh_name(&RealDisk, &self.place.door.layout, called);
        self.enter(Door { name, ..self.place.door.clone() })?;
        self.cx.edit(Save::Now, |profile| called.clone_into(&mut profile.person.name));
        Ok(())
    }
}

const HELD: Text = Text::new("terbuka di jendela lain", "open in another window");

/// What a row tells of a profile.
fn of(profile: &Profile) -> Who {
    Who {
        person: profile.person.clone(),
        holds: Some((
            profile.courses.values().map(|work| work.answers.len()).sum(),
            profile.courses.values().map(|work| work.notes.len()).sum(),
            profile.plans.len(),
        )),
        ..Who::default()
    }
}

fn named(name: &str) -> Result<Name, Said> {
    Name::new(name).map_err(|fault| Said::both(|lang| fault.say(lang)))
}

fn said(trouble: &Trouble) -> Said {
    Said::both(|lang| trouble.say(lang))
}

/// How many others have their profile in a data folder; asked before anybody's file is read.
pub(super) fn neighbours(layout: &Layout, own: &Name) -> usize {
    let names = layout.list(&RealDisk).unwrap_or_default();
    let is_other = |name: &&Name| *name != own && look::is_there(&RealDisk, layout, name);
    names.iter().filter(is_other).count()
}
