//! When what is saved: answers at once, typed text after a pause, a failed save again after a
//! while. It knows which state is certain; the protocol itself is the store's.

use std::{
    io,
    sync::mpsc::Sender,
    time::{Duration, Instant},
};

use super::Happening;
use crate::{
    model::{moment::Moment, profile::Profile},
    store::{
        profile::{Keeper, SaveFault},
        writer::{Outcome, Writer},
    },
    ui::cx::Save,
};

const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_UNSAVED: Duration = Duration::from_secs(3);
const TRY_AGAIN: Duration = Duration::from_secs(5);

/// Who holds the keeper.
enum Hand {
    /// Nobody: this window never writes.
    None,
    /// It waits for the person to agree.
    Waiting(Box<Keeper>),
    /// The thread that saves.
    Writing(Writer),
}

/// Decides when to save.
pub struct Saver {
    hand: Hand,
    /// Tells its outcomes from those of an earlier saver that still lie in the mailbox.
    life: u32,
    put: u64,
    certain: u64,
    due: bool,
    last: Option<Instant>,
    first: Option<Instant>,
    again: Option<Instant>,
    is_aside: bool,
}

impl Saver {
    /// A saver that never writes; `rev` is the state that was opened, `life` the number of this saver.
    pub const fn idle(rev: u64, life: u32) -> Self {
        let (last, first, again, is_aside) = (None, None, None, false);
        let (hand, put, certain, due) = (Hand::None, rev, rev, false);
        Self { hand, life, put, certain, due, last, first, again, is_aside }
    }

    /// The number of this saver.
    pub const fn life(&self) -> u32 {
        self.life
    }

    /// A saver whose keeper waits for [`Saver::accept`].
    pub fn waiting(keeper: Keeper, rev: u64, life: u32) -> Self {
        Self { hand: Hand::Waiting(Box::new(keeper)), ..Self::idle(rev, life) }
    }

    /// A saver at work.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        keeper: Keeper,
        rev: u64,
        life: u32,
        post: &Sender<Happening>,
    ) -> io::Result<Self> {
        let post = post.clone();
        // Nobody listens any more only when the app has left.
        let writer = Writer::start(keeper, move |outcome| {
            let _ = post.send(Happening::Saved(life, outcome));
        })?;
        Ok(Self { hand: Hand::Writing(writer), ..Self::idle(rev, life) })
    }

    /// The person agreed: from now on saves are written.
    ///
    /// # Errors
    /// When what will be replaced cannot be set aside; it still waits then.
    pub fn accept(&mut self, post: &Sender<Happening>) -> Result<(), SaveFault> {
        let Hand::Waiting(keeper) = &mut self.hand else { return Ok(()) };
        keeper.accept()?;
        if let Hand::Waiting(keeper) = std::mem::replace(&mut self.hand, Hand::None) {
            let broken = |error: io::Error| SaveFault::Broken(error.to_string());
            *self = Self::start(*keeper, self.put, self.life, post).map_err(broken)?;
            // What is shown is not what lies on the disk.
            (self.put, self.certain) = (u64::MAX, u64::MAX);
        }
        Ok(())
    }

    /// Whether it waits for the person to agree.
    pub const fn may_accept(&self) -> bool {
        matches!(self.hand, Hand::Waiting(_))
    }

    /// Notes that it saves beside the file of another program from now on; `true` the first time.
    pub const fn goes_aside(&mut self) -> bool {
        !std::mem::replace(&mut self.is_aside, true)
    }

    /// Whether changes are written at all.
    pub const fn writes(&self) -> bool {
        matches!(self.hand, Hand::Writing(_))
    }

    /// Whether this state lies on the disk.
    pub const fn is_certain(&self, profile: &Profile) -> bool {
        self.certain == profile.rev
    }

    /// Notes a change: due at once, or with a deadline. `true` if there is something to save.
    pub fn note(&mut self, asked: Save, at: Instant, profile: &Profile) -> bool {
        if !self.writes() || self.put == profile.rev {
            return false;
        }
        match asked {
            Save::Now => self.due = true,
            Save::Soon => {
                self.last = Some(at);
                self.first.get_or_insert(at);
            }
        }
        true
    }

    /// Whether something must be saved at once.
    pub const fn is_due(&self) -> bool {
        self.due
    }

    /// When something must be saved, if nothing else happens before.
    pub fn deadline(&self) -> Option<Instant> {
        let typed = self.last.zip(self.first);
        let typed = typed.map(|(last, first)| (last + PAUSE).min(first + LONGEST_UNSAVED));
        [typed, self.again].into_iter().flatten().min()
    }

    /// Hands this state to the writer unless it has it already; `true` if something is under way now.
    pub fn put(&mut self, profile: &Profile, now: Moment) -> bool {
        let Hand::Writing(writer) = &self.hand else { return false };
        self.due = false;
        (self.last, self.first, self.again) = (None, None, None);
        if self.put == profile.rev {
            return false;
        }
        self.put = profile.rev;
        writer.put(profile.clone(), now);
        true
    }

    /// The state of this `rev` is certain.
    pub const fn done(&mut self, rev: u64) {
        self.certain = rev;
    }

    /// Makes the next [`Saver::put`] write even if nothing changed.
    pub const fn forget(&mut self) {
        self.put = u64::MAX;
    }

    /// The last save failed: the next one comes after a while, whether or not something changes.
    pub fn again(&mut self, at: Instant) {
        self.forget();
        self.again = Some(at + TRY_AGAIN);
    }

    /// Waits until nothing is being written; `false` when that took longer than `limit`.
    pub fn flush(&self, limit: Duration) -> bool {
        match &self.hand {
            Hand::Writing(writer) => writer.flush(limit),
            Hand::None | Hand::Waiting(_) => true,
        }
    }

    /// What became of the newest save, waited for; `None` when nothing is written or it took too long.
    pub fn settled(&self, limit: Duration) -> Option<Outcome> {
        match &self.hand {
            Hand::Writing(writer) => writer.settled(limit),
            Hand::None | Hand::Waiting(_) => None,
        }
    }

    /// Whether the lock of the profile is ours.
    pub const fn holds(&self) -> bool {
        !matches!(self.hand, Hand::None)
    }

    /// Never writes again, and lets the lock go.
    pub fn stop(&mut self) {
        self.hand = Hand::None;
        (self.last, self.first, self.again) = (None, None, None);
    }
}
