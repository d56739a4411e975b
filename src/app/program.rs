//! What runs in a terminal or without one: the app, or a window of a show. The loops know no more
//! than this.

use std::{
    sync::mpsc::Receiver,
    time::{Duration, Instant},
};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{App, Going, Happening, LAST_WAIT};
use crate::{
    model::{moment::Moment, text::Lang},
    ui::screen::Input,
};

/// Longest wait for the disk before stopping for a while.
const STOP_WAIT: Duration = Duration::from_secs(3);

/// What runs.
pub(super) trait Program {
    /// What the window is called while it runs; `None` leaves its name as it is.
    const TITLE: Option<&'static str> = None;

    /// The language that it speaks.
    fn lang(&self) -> Lang;
    /// Sets the time of whatever happens next, also in milliseconds.
    fn tick(&mut self, now: Moment, ms: i64);
    /// Handles one input at this point of the machine's own time.
    fn input(&mut self, input: &Input, at: Instant) -> Going;
    /// Hears what one of its threads has to tell.
    fn heard(&mut self, happening: Happening, at: Instant);
    /// Draws; returns where the cursor stands, if anywhere.
    fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position>;
    /// The frame stands: whatever must be done at once after it.
    fn drawn(&mut self);
    /// When something must be saved, if anything must.
    fn deadline(&self) -> Option<Instant>;
    /// That time has come.
    fn overdue(&mut self);
    /// After how long it wants to be woken if nothing happens before.
    fn wake(&self) -> Option<Duration>;
    /// That time has passed.
    fn woken(&mut self, at: Instant);
    /// Saves what is left; whether it may leave now. Otherwise it says why not.
    fn may_leave(&mut self, mailbox: &Receiver<Happening>) -> bool;
    /// Saves what is left and waits for it; whether everything is on the disk.
    fn is_all_saved(&mut self, mailbox: &Receiver<Happening>) -> bool;
    /// The process is about to stand still: whatever is at hand is saved.
    fn rest(&mut self);
    /// Waits for the disk and hears what became of it, for a loop that leaves nothing under way.
    fn settle(&mut self, mailbox: &Receiver<Happening>, at: Instant);
}

impl Program for App {
    fn lang(&self) -> Lang {
        self.cx.lang()
    }

    fn tick(&mut self, now: Moment, ms: i64) {
        (self.cx.now, self.cx.now_ms) = (now, ms);
    }

    fn input(&mut self, input: &Input, at: Instant) -> Going {
        self.pressed(input, at)
    }

    fn heard(&mut self, happening: Happening, at: Instant) {
        if let Happening::Saved(life, outcome) = happening {
            self.saved(life, outcome, at);
        }
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.show_top(area, buf)
    }

    fn drawn(&mut self) {
        self.put_due();
    }

    fn deadline(&self) -> Option<Instant> {
        self.saver.deadline()
    }

    fn overdue(&mut self) {
        self.put();
    }

    fn wake(&self) -> Option<Duration> {
        self.sleeps()
    }

    fn woken(&mut self, at: Instant) {
        self.wake_top(at);
    }

    fn may_leave(&mut self, mailbox: &Receiver<Happening>) -> bool {
        self.leaves(mailbox)
    }

    fn is_all_saved(&mut self, mailbox: &Receiver<Happening>) -> bool {
        self.saves_all(mailbox)
    }

    fn rest(&mut self) {
        self.rest_top();
        self.put();
        self.saver.flush(STOP_WAIT);
    }

    fn settle(&mut self, mailbox: &Receiver<Happening>, at: Instant) {
        self.saver.flush(LAST_WAIT);
        for happening in mailbox.try_iter() {
            self.heard(happening, at);
        }
    }
}
