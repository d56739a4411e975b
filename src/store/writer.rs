//! The thread that saves, so that a slow disk never holds up a key. One slot: the newest wins.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::profile::{Keeper, SaveFault};
use crate::model::{moment::Moment, profile::Profile};

/// What became of a save.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is on the medium.
    Saved {
        /// Its revision.
        rev: u64,
        /// When it was put.
        at: Moment,
        /// Whether 80 % of the largest size is used.
        is_nearly_full: bool,
    },
    /// It is not; put it again later.
    Failed {
        /// Its revision.
        rev: u64,
        /// Why.
        fault: SaveFault,
    },
    /// The thread is gone: nothing will be saved any more.
    Gone,
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
struct Slot {
    waiting: Option<(Profile, Moment)>,
    is_busy: bool,
    is_stopping: bool,
    is_gone: bool,
    has_failed: bool,
}

#[derive(Default)]
struct Shared {
    slot: Mutex<Slot>,
    turn: Condvar,
}

impl Shared {
    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Saves in a thread of its own.
pub struct Writer {
    shared: Arc<Shared>,
    thread: JoinHandle<Option<Keeper>>,
}

impl Writer {
    /// Starts the thread; `post` is called in it after each save.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(keeper: Keeper, post: impl Fn(Outcome) + Send + 'static) -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let thread = thread::Builder::new().name("pandu-writer".to_owned()).spawn(move || {
            let kept = catch_unwind(AssertUnwindSafe(|| work(&theirs, keeper, &post))).ok();
            theirs.slot().is_gone = true;
            theirs.turn.notify_all();
            if kept.is_none() {
                // Whoever panicked may have been `post` itself.
                let _ = catch_unwind(AssertUnwindSafe(|| post(Outcome::Gone)));
            }
            kept
        })?;
        Ok(Self { shared, thread })
    }

    /// Hands a profile over to be saved as of `at`; one that still waits is replaced.
    pub fn put(&self, profile: Profile, at: Moment) {
        self.shared.slot().waiting = Some((profile, at));
        self.shared.turn.notify_all();
    }

    /// Waits until all that was put is saved, at most for `limit`. False: it is not.
    pub fn flush(&self, limit: Duration) -> bool {
        let end = Instant::now().checked_add(limit);
        let mut slot = self.shared.slot();
        while !slot.is_gone && (slot.is_busy || slot.waiting.is_some()) {
            let left = end.map_or(limit, |end| end.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                return false;
            }
            let waited = self.shared.turn.wait_timeout(slot, left);
            slot = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        slot.waiting.is_none() && !slot.is_busy && !slot.has_failed
    }

    /// Saves what still waits and ends the thread; `None` if it had panicked.
    pub fn stop(self) -> Option<Keeper> {
        self.shared.slot().is_stopping = true;
        self.shared.turn.notify_all();
        self.thread.join().ok().flatten()
    }
}

fn work(shared: &Shared, mut keeper: Keeper, post: &impl Fn(Outcome)) -> Keeper {
    while let Some((mut profile, at)) = next(shared) {
        profile.saved_at = Some(at);
        let result = keeper.save(&profile);
        let has_failed = result.is_err();
        post(match result {
            Ok(saved) => {
                Outcome::Saved { rev: saved.rev, at, is_nearly_full: saved.is_nearly_full }
            }
            Err(fault) => Outcome::Failed { rev: profile.rev, fault },
        });
        let mut slot = shared.slot();
        slot.is_busy = false;
        slot.has_failed = has_failed;
        drop(slot);
        shared.turn.notify_all();
    }
    keeper
}

/// Waits for the next profile; `None` when the work is over.
fn next(shared: &Shared) -> Option<(Profile, Moment)> {
    let mut slot = shared.slot();
    loop {
        if let Some(job) = slot.waiting.take() {
            slot.is_busy = true;
            return Some(job);
        }
        if slot.is_stopping {
            return None;
        }
        slot = shared.turn.wait(slot).unwrap_or_else(PoisonError::into_inner);
    }
}

#[cfg(test)]
mod tests;
