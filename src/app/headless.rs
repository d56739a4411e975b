//! The real app without a terminal: a script presses the keys, a clock stands still, the last
//! screen is printed. It saves as the app does and waits for the disk after each key.

use std::{
    sync::mpsc::{self, Receiver, Sender},
    time::{Duration, Instant},
};

use jiff::SignedDuration;
use ratatui::{buffer::Buffer, layout::Rect};
use unicode_width::UnicodeWidthStr;

use super::{
    Going, Happening,
    program::Program,
    script::{self, Press, ScriptFault},
    settings::{Answer, Failure, Print, Settings},
};
use crate::{model::moment::Moment, ui::screen::Input};

/// Runs a script and answers with the last screen, one line per row.
///
/// # Errors
/// A script or size that makes no sense, or whatever keeps the app from starting.
pub(super) fn print<P: Program>(
    settings: &Settings,
    asked: &Print,
    open: impl FnOnce(Sender<Happening>) -> Result<P, Failure>,
) -> Answer {
    let usage = |fault: ScriptFault| Failure::usage(fault.say(settings.lang()));
    let size = asked.size.as_deref().map_or(Ok((80, 24)), script::size).map_err(usage)?;
    let steps = script::read(asked.keys.as_deref().unwrap_or_default()).map_err(usage)?;
    let (post, mailbox) = mpsc::channel();
    let program = open(post)?;
    let clock = settings.clock()?.now();
    let mut run =
        Run { program, mailbox, start: clock, passed: Duration::ZERO, at: Instant::now(), size };
    let screen = run.all(steps);
    Ok(text(&screen))
}

struct Run<P> {
    program: P,
    mailbox: Receiver<Happening>,
    start: Moment,
    passed: Duration,
    at: Instant,
    size: (u16, u16),
}

impl<P: Program> Run<P> {
    fn all(&mut self, steps: Vec<Press>) -> Buffer {
        let mut screen = self.draw();
        for step in steps {
            let going = match step {
                Press::Input(input) => self.press(&input),
                Press::Wait(span) => self.wait(span),
                Press::Resize(columns, rows) => {
                    self.size = (columns, rows);
                    Going::On
                }
            };
            let has_left = match going {
                Going::On => false,
                Going::Abandon => true,
                Going::Leave => self.program.may_leave(&self.mailbox),
            };
            if has_left {
                return screen;
            }
            screen = self.draw();
        }
        // As when the terminal is closed: what is left is saved.
        self.program.is_all_saved(&self.mailbox);
        self.draw()
    }

    fn press(&mut self, input: &Input) -> Going {
        self.tick();
        let going = self.program.input(input, self.at + self.passed);
        self.program.drawn();
        self.settle();
        going
    }

    /// Time passes; whatever is due on the way is done at its own time.
    fn wait(&mut self, span: Duration) -> Going {
        let end = self.passed + span;
        loop {
            let save = self.program.deadline();
            let wake = self.program.wake().map(|after| self.at + self.passed + after);
            let next = [save, wake].into_iter().flatten().min();
            let Some(due) = next.filter(|due| *due <= self.at + end) else { break };
            self.passed = self.passed.max(due.saturating_duration_since(self.at));
            self.tick();
            if save == Some(due) {
                self.program.overdue();
            }
            if wake == Some(due) {
                self.program.woken(due);
                self.program.drawn();
            }
            self.settle();
        }
        self.passed = end;
        self.tick();
        Going::On
    }

    fn tick(&mut self) {
        let by = SignedDuration::try_from(self.passed).unwrap_or(SignedDuration::MAX);
        let ms = i64::try_from(self.passed.as_millis()).unwrap_or(i64::MAX / 2);
        let ms = self.start.timestamp().as_millisecond().saturating_add(ms);
        self.program.tick(self.start.later(by), ms);
    }

    /// Waits for the writer, so that the next screen tells what became of the save.
    fn settle(&mut self) {
        self.program.settle(&self.mailbox, self.at + self.passed);
    }

    fn draw(&mut self) -> Buffer {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut screen = Buffer::empty(area);
        self.program.draw(area, &mut screen);
        screen
    }
}

/// A screen as text: one line per row, no spaces at the ends.
pub(super) fn text(screen: &Buffer) -> String {
    let width = usize::from(screen.area.width).max(1);
    let mut out = String::new();
    for row in screen.content.chunks(width) {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            // The second cell of a wide character is covered by the first.
            if covered == 0 {
                line.push_str(cell.symbol());
                covered = cell.symbol().width();
            }
            covered = covered.saturating_sub(1);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
