//! The thread that sees what the other window does and posts it. Told by the system of changes in the
//! data folder, with a look of its own once a second; where the system tells nothing, a look ten
//! times a second. It holds no state of the app.

use std::{
    io,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Trouble, decode_or_trouble, read_bytes};
use crate::{
    model::live::Live,
    store::{disk::Disk, paths::Layout, profile::whole::ensure_folder},
};

/// Between two looks where the system tells of changes.
const SELDOM: Duration = Duration::from_secs(1);
/// Between two looks where it does not.
const OFTEN: Duration = Duration::from_millis(100);

/// What the thread posts.
#[derive(Clone, Debug, PartialEq)]
pub enum Posted {
    /// The state on the disk is another one.
    State(Box<Live>),
    /// What is there cannot be used; told once.
    Trouble(Trouble),
}

/// Watches until it is dropped.
pub struct Watch {
    stop: Arc<AtomicBool>,
    wake: SyncSender<()>,
    thread: Option<JoinHandle<()>>,
}

/// Starts the thread. `post` is called there, first with the state that is there already, until it
/// answers that nobody listens.
///
/// # Errors
/// When the system gives no thread.
pub fn watch(
    disk: Arc<dyn Disk>,
    layout: &Layout,
    post: impl FnMut(Posted) -> bool + Send + 'static,
) -> io::Result<Watch> {
    start(disk, layout, true, post)
}

/// The same, with or without being told by the system.
pub(super) fn start(
    disk: Arc<dyn Disk>,
    layout: &Layout,
    is_told: bool,
    post: impl FnMut(Posted) -> bool + Send + 'static,
) -> io::Result<Watch> {
    let stop = Arc::new(AtomicBool::new(false));
    // One wake-up that waits is as good as many.
    let (wake, woken) = sync_channel(1);
    let told = if is_told { Some(wake.clone()) } else { None };
    let (layout, halt) = (layout.clone(), Arc::clone(&stop));
    let run = move || run(&*disk, &layout, told, &woken, &halt, post);
    let thread = thread::Builder::new().name("live".to_owned()).spawn(run)?;
    Ok(Watch { stop, wake, thread: Some(thread) })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        // A full channel wakes the thread as well.
        let _ = self.wake.try_send(());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(
    disk: &dyn Disk,
    layout: &Layout,
    told: Option<SyncSender<()>>,
    woken: &Receiver<()>,
    stop: &AtomicBool,
    mut post: impl FnMut(Posted) -> bool,
) {
    // A folder that cannot be made is told by whoever wants to write into it.
    let _ = ensure_folder(disk, layout.data());
    let main = layout.live();
    let watcher = told.and_then(|wake| watcher(layout.data(), &main, wake));
    let pause = if watcher.is_some() { SELDOM } else { OFTEN };
    let mut last = None;
    while !stop.load(Ordering::Acquire) {
        let found = read_bytes(disk, &main);
        if last.as_ref() != Some(&found) {
            let posted = match &found {
                Ok(None) => None,
                Ok(Some(bytes)) => Some(decode_or_trouble(bytes)),
                Err(trouble) => Some(Err(trouble.clone())),
            };
            let posted = posted.map(|posted| match posted {
                Ok(state) => Posted::State(Box::new(state)),
                Err(trouble) => Posted::Trouble(trouble),
            });
            last = Some(found);
            if posted.is_some_and(|posted| !post(posted)) {
                return;
            }
        }
        if woken.recv_timeout(pause) == Err(RecvTimeoutError::Disconnected) {
            return;
        }
    }
}

/// Has the system wake us when something happens to the file; `None` where it will not.
fn watcher(folder: &Path, main: &Path, wake: SyncSender<()>) -> Option<RecommendedWatcher> {
    let name = main.file_name()?.to_owned();
    let tell = move |event: notify::Result<Event>| {
        let is_ours = match &event {
            // We read it ourselves.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => false,
            Ok(event) => {
                let mut paths = event.paths.iter();
                event.need_rescan() || paths.any(|path| path.file_name() == Some(&*name))
            }
            Err(_) => true,
        };
        if is_ours {
            // It is full: the thread is about to look anyway.
            let _ = wake.try_send(());
        }
    };
    let mut watcher = notify::recommended_watcher(tell).ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
