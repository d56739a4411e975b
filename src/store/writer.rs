//! The thread that saves. One slot, newest wins: a slow disk never makes a key wait. It holds no
//! state of the app, only the keeper.

#[cfg(test)]
mod tests;

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

#[cfg(not(unix))]
use super::plain as system;
use super::profile::{Keeper, SaveFault, Saved};
#[cfg(unix)]
use super::unix as system;
use crate::model::{moment::Moment, profile::Profile};

/// What became of one save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The `rev` that was given to the writer.
    pub rev: u64,
    /// Whether it lies on the medium.
    pub result: Result<Saved, SaveFault>,
}

#[derive(Default)]
struct Slot {
    next: Option<Profile>,
    last: Option<Outcome>,
    busy: bool,
    stop: bool,
}

#[derive(Default)]
struct Shared {
    slot: Mutex<Slot>,
    changed: Condvar,
}

impl Shared {
    /// Nothing in here panics while it holds the slot, so a poisoned one is as good as any.
    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Saves in a thread of its own.
pub struct Writer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<Keeper>>,
}

impl Writer {
    /// Starts the thread; `post` is called there with the outcome of each save.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(keeper: Keeper, post: impl Fn(Outcome) + Send + 'static) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let thread = {
            let shared = Arc::clone(&shared);
            thread::Builder::new().name("writer".to_owned()).spawn(move || {
                system::yield_to_others();
                run(&shared, keeper, &post)
            })?
        };
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Asks for a save of this state, written as of `now`; one that still waits is replaced.
    pub fn put(&self, mut profile: Profile, now: Moment) {
        profile.saved_at = Some(now);
        self.shared.slot().next = Some(profile);
        self.shared.changed.notify_all();
    }

    /// Waits until nothing waits and nothing is being written; `false` when that took longer than `limit`.
    pub fn flush(&self, limit: Duration) -> bool {
        let start = Instant::now();
        let mut slot = self.shared.slot();
        while slot.next.is_some() || slot.busy {
            let Some(left) = limit.checked_sub(start.elapsed()) else { return false };
            slot = self
                .shared
                .changed
                .wait_timeout(slot, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
        true
    }

    /// Waits as [`Writer::flush`] does; what became of the newest save, `None` when there is none yet
    /// or it took too long.
    pub fn settled(&self, limit: Duration) -> Option<Outcome> {
        if self.flush(limit) { self.shared.slot().last.clone() } else { None }
    }

    /// Whether something waits or is being written.
    pub fn is_busy(&self) -> bool {
        let slot = self.shared.slot();
        slot.next.is_some() || slot.busy
    }

    /// Saves what waits, ends the thread and gives the keeper back; `None` only if the thread broke.
    pub fn stop(mut self) -> Option<Keeper> {
        self.end()
    }

    fn end(&mut self) -> Option<Keeper> {
        self.shared.slot().stop = true;
        self.shared.changed.notify_all();
        self.thread.take()?.join().ok()
    }
}

impl Drop for Writer {
    /// What waits is saved first: a state that was put is never dropped unseen.
    fn drop(&mut self) {
        self.end();
    }
}

fn run(shared: &Shared, mut keeper: Keeper, post: &impl Fn(Outcome)) -> Keeper {
    loop {
        let mut slot = shared.slot();
        let profile = loop {
            if let Some(profile) = slot.next.take() {
                break profile;
            }
            if slot.stop {
                return keeper;
            }
            slot = shared.changed.wait(slot).unwrap_or_else(PoisonError::into_inner);
        };
        slot.busy = true;
        drop(slot);
        // A panic must reach the app as an outcome; the keeper re-reads the disk at every save.
        let result = catch_unwind(AssertUnwindSafe(|| keeper.save(&profile)))
            .unwrap_or_else(|panic| Err(SaveFault::Broken(words_of(&*panic))));
        let outcome = Outcome { rev: profile.rev, result };
        let last = Some(outcome.clone());
        let _ = catch_unwind(AssertUnwindSafe(|| post(outcome)));
        let mut slot = shared.slot();
        (slot.busy, slot.last) = (false, last);
        drop(slot);
        shared.changed.notify_all();
    }
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
