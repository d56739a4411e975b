//! Systems without Unix signals: keys are all that asks to leave.

use std::{io, sync::mpsc::Sender};

use super::Happening;

/// Nothing to prepare.
#[expect(clippy::unnecessary_wraps, reason = "Unix can fail here")]
pub fn prepare() -> io::Result<()> {
    Ok(())
}

/// Nothing to listen to.
#[expect(clippy::unnecessary_wraps, reason = "Unix can fail here")]
pub(super) fn listen(_: &Sender<Happening>) -> io::Result<()> {
    Ok(())
}

/// There is no stopping here.
pub(super) fn stop() {}
