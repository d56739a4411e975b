//! The state that the two windows of a show share. A change is a command under a lock: read, apply,
//! count, replace in one step. It never waits for the medium, and whatever stands in its way, the
//! show of this window goes on: then with its own state alone, and the fault is told.

mod code;
#[cfg(test)]
mod laws;
mod trouble;
mod watch;

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

pub use self::{
    code::{Damage, LARGEST, decode, encode},
    trouble::Trouble,
    watch::{Posted, Watch, watch},
};
use super::{
    cause::Refusal,
    disk::{Disk, Guard, Lock},
    paths::Layout,
    profile::whole::ensure_folder,
};
use crate::model::{
    course::Course,
    live::{Command, Live, apply},
    moment::Moment,
};

/// How long a lock is waited for, and how long once it was not to be had.
const PATIENCE: Duration = Duration::from_secs(1);
const IMPATIENCE: Duration = Duration::from_millis(50);
const PAUSE: Duration = Duration::from_millis(1);

/// Name of a new file while its lock is held.
const NEW: &str = ".live.tmp";
/// Where a file goes that is no state; the last of them is kept.
const ASIDE: &str = "live.damaged.json";

/// One window's end of the shared state.
pub struct Shared {
    disk: Arc<dyn Disk>,
    layout: Layout,
    /// The state that this window knows.
    last: Live,
    /// `seq` of the state that was last seen on the disk.
    seen: u64,
    /// Whether the last command reached nobody else.
    is_alone: bool,
    patience: Duration,
}

/// What became of a command. The state is always the one to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// The state after it.
    pub state: Live,
    /// What to tell; the command still holds in this window.
    pub trouble: Option<Trouble>,
}

/// What a window finds when it starts.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// No show: the state is the one that was brought along.
    Nothing,
    /// A show; whether it is stale or of another course is for the caller to ask.
    State,
    /// Something that cannot be used: the state is the one that was brought along.
    Unusable(Trouble),
}

impl Shared {
    /// Joins the show of this data folder, with a state for the case that there is none.
    pub fn join(disk: Arc<dyn Disk>, layout: &Layout, otherwise: Live) -> (Self, Found) {
        let found = read(&*disk, &layout.live());
        let mut shared = Self {
            disk,
            layout: layout.clone(),
            last: otherwise,
            seen: 0,
            is_alone: false,
            patience: PATIENCE,
        };
        let found = match found {
            Ok(Some(state)) => {
                shared.accept(state);
                Found::State
            }
            Ok(None) => Found::Nothing,
            Err(trouble) => Found::Unusable(trouble),
        };
        (shared, found)
    }

    /// The state that this window knows.
    pub const fn state(&self) -> &Live {
        &self.last
    }

    /// Whether what this window does reaches nobody else.
    pub const fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// Takes over a state that the watch has posted; whether it differs from the known one. One that
    /// waited in the mailbox while this window gave a command is out of date: then the disk tells.
    /// What this window did alone stays until somebody else acts.
    pub fn take(&mut self, posted: Live) -> bool {
        if posted.seq > self.seen {
            return self.accept(posted);
        }
        match read(&*self.disk, &self.layout.live()) {
            Ok(Some(there)) => self.accept(there),
            _ => false,
        }
    }

    fn accept(&mut self, state: Live) -> bool {
        if self.is_alone && state.seq == self.seen {
            return false;
        }
        (self.seen, self.is_alone) = (state.seq, false);
        let is_new = state != self.last;
        self.last = state;
        is_new
    }

    /// Gives a command. Waits for the lock, at most a second.
    pub fn send(&mut self, command: &Command, course: &Course, now: Moment) -> Sent {
        let result = self.lock().and_then(|guard| {
            let result = self.exchange(command, course, now, guard.is_some());
            drop(guard);
            result
        });
        let trouble = match result {
            Ok(told) => {
                self.patience = PATIENCE;
                told
            }
            Err(trouble) => {
                let known = &self.last;
                let mut next = apply(known, command, course, now);
                next.seq = known.seq.saturating_add(1);
                (self.last, self.is_alone) = (next, true);
                Some(trouble)
            }
        };
        Sent { state: self.last.clone(), trouble }
    }

    /// The lock; `None` where the file system has none.
    fn lock(&mut self) -> Result<Option<Guard>, Trouble> {
        let path = self.layout.live_lock();
        ensure_folder(&*self.disk, self.layout.data()).map_err(Trouble::Disk)?;
        let begun = Instant::now();
        loop {
            match self.disk.lock(&path, "") {
                Ok(Lock::Taken(guard)) => return Ok(Some(guard)),
                Ok(Lock::Busy { .. }) => {}
                Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {}
                Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(None),
                Err(error) => return Err(Trouble::Disk(Refusal::new(&path, &error))),
            }
            if begun.elapsed() >= self.patience {
                self.patience = IMPATIENCE;
                return Err(Trouble::Busy);
            }
            thread::sleep(PAUSE);
        }
    }

    /// Read, apply, count, replace.
    fn exchange(
        &mut self,
        command: &Command,
        course: &Course,
        now: Moment,
        is_locked: bool,
    ) -> Result<Option<Trouble>, Trouble> {
        let main = self.layout.live();
        let mut told = (!is_locked).then_some(Trouble::NoLock);
        let base = match read(&*self.disk, &main) {
            Ok(Some(state)) if !self.is_alone || state.seq != self.seen => state,
            Ok(_) => self.last.clone(),
            Err(Trouble::Damaged { damage, .. }) => {
                let aside = self.set_aside(&main)?;
                told = Some(Trouble::Damaged { damage, aside: Some(aside) });
                self.last.clone()
            }
            Err(trouble) => return Err(trouble),
        };
        let mut next = apply(&base, command, course, now);
        next.seq = base.seq.max(self.last.seq).saturating_add(1);
        if next.seq >= code::HIGHEST {
            // Nobody could read it; whoever sees another number reads the file.
            next.seq = 1;
        }
        self.replace(&main, &encode(&next), is_locked)?;
        (self.seen, self.is_alone, self.last) = (next.seq, false, next);
        Ok(told)
    }

    fn set_aside(&self, main: &Path) -> Result<PathBuf, Trouble> {
        let aside = self.layout.data().join(ASIDE);
        let moved = self.disk.rename(main, &aside);
        moved.map_err(|error| Trouble::Disk(Refusal::new(&aside, &error)))?;
        Ok(aside)
    }

    /// Puts a new file in the place of the old one in one step. Whoever holds the lock may remove what
    /// a killed window left; without locks each process has a name of its own.
    fn replace(&self, main: &Path, bytes: &[u8], is_locked: bool) -> Result<(), Trouble> {
        let name =
            if is_locked { NEW.to_owned() } else { format!(".live-{}.tmp", std::process::id()) };
        let new = self.layout.data().join(name);
        let _ = self.disk.remove(&new);
        let written = self.disk.create(&new).and_then(|mut file| file.write(bytes));
        let result = written.and_then(|()| self.disk.rename(&new, main));
        result.map_err(|error| {
            let _ = self.disk.remove(&new);
            Trouble::Disk(Refusal::new(main, &error))
        })
    }
}

/// The state on the disk; `None` where there is none. A link is not followed.
fn read(disk: &dyn Disk, path: &Path) -> Result<Option<Live>, Trouble> {
    match read_bytes(disk, path)? {
        None => Ok(None),
        Some(bytes) => decode_or_trouble(&bytes).map(Some),
    }
}

fn decode_or_trouble(bytes: &[u8]) -> Result<Live, Trouble> {
    decode(bytes).map_err(|damage| match damage {
        Damage::Newer { schema } => Trouble::Newer { schema },
        damage => Trouble::Damaged { damage, aside: None },
    })
}

/// The bytes under the name of the state.
fn read_bytes(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, Trouble> {
    use super::disk::Kind;
    let damaged = |damage| Trouble::Damaged { damage, aside: None };
    match disk.meta(path) {
        Ok(found) if found.kind != Kind::File => return Err(damaged(Damage::NotAFile)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Trouble::Disk(Refusal::new(path, &error))),
        Ok(_) => {}
    }
    match disk.read(path, LARGEST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Err(damaged(Damage::TooLarge)),
        Err(error) => Err(Trouble::Disk(Refusal::new(path, &error))),
    }
}
