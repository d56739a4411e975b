//! What only Unix has at the edge: signals, a terminal that hangs up, stopping for a while.

use std::{
    io,
    sync::{Arc, atomic::AtomicBool, mpsc::Sender},
    thread,
};

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGXFSZ},
    flag,
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::Happening;

/// A file limit must come as an error of the write, not as a signal that kills.
///
/// # Errors
/// When the system refuses the handler.
pub fn prepare() -> io::Result<()> {
    flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map(|_| ())
}

/// Posts what signals ask for, and that the terminal was closed.
///
/// # Errors
/// When the system refuses a handler or a thread.
pub(super) fn listen(post: &Sender<Happening>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT])?;
    let told = post.clone();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let happening = match signal {
                SIGTSTP => Happening::Suspend,
                SIGCONT => Happening::Continue,
                end => Happening::Leave(u8::try_from(end).unwrap_or(u8::MAX)),
            };
            if told.send(happening).is_err() {
                return;
            }
        }
    })?;
    let told = post.clone();
    thread::Builder::new().name("hang-up".to_owned()).spawn(move || {
        wait_for_hang_up();
        // When nobody listens, the app has left already.
        let _ = told.send(Happening::Leave(SIGHUP.unsigned_abs() as u8));
    })?;
    Ok(())
}

/// Returns when the terminal is gone. Where a signal does not come (another session, a lost
/// connection), this is all that tells.
fn wait_for_hang_up() {
    let terminal = io::stdin();
    loop {
        let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
        match poll(&mut asked, None) {
            Err(rustix::io::Errno::INTR) => {}
            _ => return,
        }
    }
}

/// Stops this process until it is told to go on.
pub(super) fn stop() {
    // Where it cannot stop, it goes on.
    let _ = emulate_default_handler(SIGTSTP);
}
