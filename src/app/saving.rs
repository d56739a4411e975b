//! What is said about saving, and leaving only when nothing is lost unasked.

use std::{sync::mpsc::Receiver, time::Instant};

use crossterm::event::Event;

use super::{App, Happening, LAST_WAIT, door, door::Bar};
use crate::{
    model::text::{Lang, Said},
    store::{
        profile::{ReadOnly, SaveFault},
        writer::Outcome,
    },
    ui::cx::Saving,
};

impl App {
    /// Ctrl-S: saves now, or says why it cannot be and what can be done.
    pub(super) fn save_asked_for(&mut self) {
        match (&self.cx.saving, &self.place.ask) {
            (Saving::Failed(why), _) => {
                let why = why.clone();
                self.open(door::unsaved(why, false));
            }
            (Saving::ReadOnly(why), _) if self.worth() != self.place.before => {
                let why = why.clone();
                self.ask_here(why);
            }
            (Saving::ReadOnly(_), Some(ask)) => {
                let ask = ask.clone();
                self.open(ask);
            }
            _ => self.put(),
        }
    }

    /// Says that this window does not save, and what can be done with what was done in it.
    fn ask_here(&mut self, why: Said) {
        let bar = match (self.saver.may_accept(), self.place.is_held) {
            (true, _) => Bar::Waiting,
            (false, true) => Bar::Held,
            (false, false) => Bar::Fast,
        };
        let why = self.place.why.clone().unwrap_or(why);
        self.open(door::unsaved_here(why, bar));
    }

    /// Hands the state to the writer.
    pub(super) fn put(&mut self) {
        if self.saver.put(self.cx.profile(), self.cx.now) {
            self.cx.saving = Saving::Pending;
        }
    }

    /// Hands over what must be saved at once. The frame comes first: it says that this is still being
    /// saved, and nobody waits for a disk to see the answer to a key.
    pub(super) fn put_due(&mut self) {
        if self.saver.is_due() {
            self.put();
        }
    }

    /// What became of a save, heard at this point of the machine's own time.
    pub(super) fn saved(&mut self, life: u32, outcome: Outcome, at: Instant) {
        if !self.saver.writes() || life != self.saver.life() {
            return;
        }
        match outcome.result {
            Ok(saved) => {
                self.saver.done(outcome.rev);
                if self.saver.is_certain(self.cx.profile()) {
                    self.cx.saving = Saving::Saved(self.cx.now);
                }
                let nearly_full = saved.nearly_full.then(|| nearly_full(saved.bytes));
                if let Some(notice) = nearly_full.or_else(|| door::notice(&saved.notices)) {
                    self.cx.notice = Some(notice);
                }
            }
            Err(fault) => self.not_saved(outcome.rev, &fault, at),
        }
    }

    fn not_saved(&mut self, rev: u64, fault: &SaveFault, at: Instant) {
        let why = Said::both(|lang| fault.say(lang));
        match fault {
            SaveFault::Conflict { .. } => {
                self.saver.done(rev);
                self.cx.saving = Saving::Aside(why.clone());
                if self.saver.goes_aside() {
                    self.open(door::conflict(why));
                }
            }
            SaveFault::ReadOnly(_) => {
                self.saver.stop();
                self.cx.saving = Saving::ReadOnly(why.clone());
                self.place.is_held = matches!(fault, SaveFault::ReadOnly(ReadOnly::Held(_)));
                self.place.why = None;
                self.ask_here(why);
            }
            SaveFault::TooLarge { .. } => {
                self.saver.done(rev);
                self.cx.saving = Saving::Aside(why);
            }
            SaveFault::Disk(_)
            | SaveFault::Unsound(_)
            | SaveFault::Waiting
            | SaveFault::Broken(_) => {
                self.cx.saving = Saving::Failed(why);
                self.saver.again(at);
            }
        }
    }

    /// Saves what is left. `true` when the person may leave; otherwise a screen says what is not
    /// saved and what can be done.
    pub(super) fn leaves(&mut self, mailbox: &Receiver<Happening>) -> bool {
        if self.saves_all(mailbox) {
            return true;
        }
        let ask = match &self.cx.saving {
            Saving::Failed(why) => door::unsaved(why.clone(), true),
            Saving::ReadOnly(why) => {
                let why = why.clone();
                self.ask_here(why);
                return false;
            }
            _ => door::unsaved(Said::both(|lang| slow(lang).to_owned()), true),
        };
        self.open(ask);
        false
    }

    /// Whether another profile may take the place of this one: whatever was done here is on the disk, or
    /// in a copy that was told of. Otherwise a screen says what is not saved and what can be done.
    pub(super) fn may_part(&mut self) -> bool {
        let Err(why) = self.settle() else { return true };
        if self.saver.writes() {
            self.open(door::unsaved(why, false));
        } else {
            self.ask_here(why);
        }
        false
    }

    /// Saves what is left and waits for it; why it is not on the disk.
    pub(super) fn settle(&mut self) -> Result<(), Said> {
        self.rest_top();
        if !self.saver.writes() {
            return match &self.cx.saving {
                _ if self.worth() == self.place.before => Ok(()),
                Saving::ReadOnly(why) => Err(why.clone()),
                _ => Err(Said::default()),
            };
        }
        if self.saver.is_certain(self.cx.profile()) {
            return Ok(());
        }
        self.put();
        let rev = self.cx.profile().rev;
        match self.saver.settled(LAST_WAIT) {
            Some(Outcome { rev: saved, result: Ok(_) }) if saved == rev => Ok(()),
            Some(Outcome { result: Err(fault), .. }) => match fault.kept() {
                Some((_, kept)) if kept == rev => Ok(()),
                _ => Err(Said::both(|lang| fault.say(lang))),
            },
            _ => Err(Said::both(|lang| slow(lang).to_owned())),
        }
    }

    /// Saves what is left and waits for it.
    pub(super) fn saves_all(&mut self, mailbox: &Receiver<Happening>) -> bool {
        self.rest_top();
        if !self.saver.writes() {
            return self.worth() == self.place.before;
        }
        if !self.saver.is_certain(self.cx.profile()) {
            self.put();
        }
        self.saver.flush(LAST_WAIT);
        // Keys pressed while it was saving are gone: nobody sees what they would do.
        let waiting: Vec<Happening> = mailbox.try_iter().collect();
        for happening in waiting {
            match happening {
                Happening::Saved(life, outcome) => self.saved(life, outcome, Instant::now()),
                Happening::Terminal(Event::Key(_) | Event::Paste(_)) => {}
                // A signal or a new size is as true afterwards.
                other => drop(self.post.send(other)),
            }
        }
        self.saver.is_certain(self.cx.profile())
    }
}

fn slow(lang: Lang) -> &'static str {
    lang.pick(
        "Media penyimpanan belum merespons. Tunggu sebentar, lalu coba simpan lagi.",
        "The disk has not responded yet. Wait a moment, then try to save again.",
    )
}

fn nearly_full(bytes: usize) -> Said {
    let mib = bytes / (1 << 20);
    Said::new(
        format!("profil hampir penuh: {mib} dari 16 MiB"),
        format!("the profile is nearly full: {mib} of 16 MiB"),
    )
}
