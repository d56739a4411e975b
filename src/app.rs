//! The app: screens on a stack, what they share, and the only place that saves.
//!
//! ```text
//!   keyboard.rs  keys, pastes, sizes ─┐
//!   unix.rs      signals, hang-up ────┼─▶ one mailbox ─▶ App::input, App::heard ─▶ App::draw
//!   saver.rs     what was saved ──────┘
//! ```
//!
//! `headless.rs` feeds the same app from a script instead, on a clock that stands still.

mod bring;
#[cfg(any(not(unix), test))]
mod burst;
pub mod commands;
mod door;
mod effects;
mod first;
mod headless;
mod keyboard;
#[cfg(test)]
mod laws;
mod paper;
mod people;
mod program;
mod saver;
mod saving;
mod script;
pub mod settings;
pub mod show;
mod start;
mod terminal;

#[cfg(not(unix))]
#[path = "app/plain.rs"]
mod system;
#[cfg(unix)]
#[path = "app/unix.rs"]
mod system;

use std::{
    io,
    rc::Rc,
    sync::mpsc::Sender,
    time::{Duration, Instant},
};

use crossterm::event::Event;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use self::start::{prepare, start};

use self::{door::Door, saver::Saver};
use crate::{
    model::{
        course::Course,
        moment::Moment,
        notes::Notes,
        plan::Plan,
        profile::{Person, Spot},
        text::Said,
    },
    store::{
        live::Posted,
        paths::own_files,
        profile::{Access, Found, Older, Opened},
        runs::NotSaved,
        writer::Outcome,
    },
    ui::{
        cx::{Cx, Save, Saving},
        frame,
        keys::{Code, Key},
        screen::{AnyScreen, Input, Screen, Step},
        screens::{choice::Choice, first_screen, help::Help, welcome::Welcome},
    },
};

/// Longest wait for the disk when leaving.
const LAST_WAIT: Duration = Duration::from_secs(10);
/// Shortest time until a screen is woken, so that one that asks too often costs nothing.
const SHORTEST_SLEEP: Duration = Duration::from_secs(1);

/// Everything that can happen.
enum Happening {
    /// The terminal says something.
    Terminal(Event),
    /// The writer of this saver says what became of a save.
    Saved(u32, Outcome),
    /// What the other window of a show did.
    Live(Posted),
    /// What became of the record of a run.
    Kept(Result<(), NotSaved>),
    /// A signal of this number asks to end.
    Leave(u8),
    /// Asked to stop for a while.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix stops a program for a while"))]
    Suspend,
    /// Going on after a stop.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix stops a program for a while"))]
    Continue,
}

/// Whether the app goes on after an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Going {
    /// It does.
    On,
    /// The person leaves; what is not saved yet must be first.
    Leave,
    /// The person leaves, whatever is not saved.
    Abandon,
}

/// Screens on a stack, and what they share.
struct App {
    screens: Vec<Box<dyn AnyScreen>>,
    cx: Cx,
    saver: Saver,
    place: Place,
    post: Sender<Happening>,
    /// What the person is in the middle of, as last noted.
    desk: Vec<Spot>,
}

/// The open profile as the store sees it.
struct Place {
    door: Door,
    /// What must be decided before anything is written.
    ask: Option<Choice>,
    /// Of a file edited by hand: the copy to take instead.
    last_good: Option<Box<Older>>,
    /// What was worth keeping when it was opened; the rest is lost in a window that does not save.
    before: Worth,
    /// Its `rev` when it was opened.
    rev: u64,
    /// Another window held it then.
    is_held: bool,
    /// Why it is not saved, in whole sentences.
    why: Option<Said>,
}

/// Names, answers, notes and plans: what nobody wants to lose.
type Worth = (Person, usize, Vec<Notes>, Vec<Plan>);

impl Place {
    fn new(door: Door) -> Self {
        Self {
            door,
            ask: None,
            last_good: None,
            before: Worth::default(),
            rev: 0,
            is_held: false,
            why: None,
        }
    }
}

impl App {
    /// An app on its first screen.
    ///
    /// # Errors
    /// When the system gives no thread to save in.
    fn new(
        course: Course,
        door: Door,
        opened: Opened,
        (now, seed): (Moment, u64),
        post: Sender<Happening>,
    ) -> io::Result<Self> {
        let cx = Cx::new(Rc::new(course), opened.profile.clone(), now, seed);
        let saver = Saver::idle(0, 0);
        let place = Place::new(door);
        let mut app = Self { screens: Vec::new(), cx, saver, place, post, desk: Vec::new() };
        app.show(opened)?;
        Ok(app)
    }

    /// Shows a profile that was just opened, from its first screen on.
    fn show(&mut self, opened: Opened) -> io::Result<()> {
        let ask = door::question(&opened);
        let why = door::in_short(&opened);
        self.place.why = door::story(&opened);
        self.place.is_held = matches!(opened.access, Access::Held(_));
        let Opened { profile, found, notices, keeper, .. } = opened;
        let (rev, life) = (profile.rev, self.saver.life() + 1);
        self.cx.replace_profile(profile);
        self.cx.stored_in = keeper.path().display().to_string();
        self.cx.own_files = own_files().display().to_string();
        self.cx.notice = door::notice(&notices);
        self.cx.saving = match (why, &found, self.cx.profile().saved_at) {
            (Some(why), ..) => Saving::ReadOnly(why),
            (None, Found::Good, Some(at)) => Saving::Saved(at),
            (None, ..) => Saving::Idle,
        };
        (self.place.before, self.place.rev) = (self.worth(), rev);
        self.saver = if keeper.read_only().is_some() {
            Saver::idle(rev, life)
        } else if keeper.is_waiting() {
            Saver::waiting(keeper, rev, life)
        } else {
            Saver::start(keeper, rev, life, &self.post)?
        };
        let is_new = found == Found::New;
        let Door { layout, name } = &self.place.door;
        self.cx.neighbours = people::neighbours(layout, name);
        self.screens = vec![if is_new {
            Box::new(Welcome::new(&self.cx)) as Box<dyn AnyScreen>
        } else {
            first_screen(&self.cx)
        }];
        self.desk = self.screens.iter().filter_map(|screen| screen.spot(&self.cx)).collect();
        self.place.last_good = match found {
            Found::Edited { last_good, .. } => last_good,
            _ => None,
        };
        self.place.ask = ask;
        if let Some(ask) = self.place.ask.clone() {
            self.screens.push(Box::new(ask));
        }
        Ok(())
    }

    fn worth(&self) -> Worth {
        let profile = self.cx.profile();
        let answers = profile.courses.values().map(|work| work.answers.len()).sum();
        let notes = profile.courses.values().map(|work| work.notes.clone()).collect();
        (profile.person.clone(), answers, notes, profile.plans.clone())
    }

    /// Handles one input at this point of the machine's own time.
    fn pressed(&mut self, input: &Input, at: Instant) -> Going {
        self.cx.notice = None;
        let Some(top) = self.screens.last_mut() else { return Going::Leave };
        // With Caps Lock some systems tell of Ctrl-C as of a capital letter.
        let key = if let Input::Key(key) = input { Some(key.level()) } else { None };
        let step = match key {
            Some(key) if key == Key::ctrl('c') => return Going::Leave,
            Some(key) if key == Key::ctrl('s') => {
                self.save_asked_for();
                Step::Stay
            }
            Some(key) if key == Key::plain(Code::F(2)) => {
                let other = self.cx.lang().other();
                self.cx.set_lang(other);
                Step::Stay
            }
            Some(key) if key == Key::plain(Code::F(4)) => {
                self.cx.switch_theme();
                Step::Stay
            }
            // Nobody acts on what they cannot see.
            _ if frame::is_too_small(self.cx.body) => Step::Stay,
            _ => top.input(input.clone(), &mut self.cx).unwrap_or_else(|| {
                if key.is_some_and(|key| key == Key::char('?') || key == Key::plain(Code::F(1))) {
                    let title = top.head(&self.cx).left;
                    Step::open(Help::new(title, top.help(&self.cx), top.is_typing(&self.cx)))
                } else {
                    Step::Stay
                }
            }),
        };
        self.follow(step, at)
    }

    /// In how many milliseconds the top screen wants to be woken, if it does; never at once.
    fn sleeps(&self) -> Option<Duration> {
        let wake = self.screens.last()?.wake(&self.cx)?;
        Some(Duration::from_millis(wake).max(SHORTEST_SLEEP))
    }

    /// Wakes the top screen at this point of the machine's own time.
    fn wake_top(&mut self, at: Instant) {
        let Some(top) = self.screens.last_mut() else { return };
        let step = top.woken(&mut self.cx);
        self.follow(step, at);
    }

    /// What only the top screen knows goes into the record.
    fn rest_top(&mut self) {
        if let Some(top) = self.screens.last_mut() {
            top.rest(&mut self.cx);
        }
    }

    /// Does what a screen asks, and sees to it that what changed will be saved.
    fn follow(&mut self, step: Step, at: Instant) -> Going {
        let going = self.take(step);
        self.note_desk();
        if let Some(asked) = self.cx.take_pending()
            && self.saver.note(asked, at, self.cx.profile())
        {
            self.cx.saving = Saving::Pending;
        }
        going
    }

    /// Notes what the person is in the middle of. What was left last time stays until they are in the
    /// middle of something else, or leave it.
    fn note_desk(&mut self) {
        let desk: Vec<Spot> =
            self.screens.iter().filter_map(|screen| screen.spot(&self.cx)).collect();
        if desk != self.desk {
            self.desk.clone_from(&desk);
            self.cx.edit_work(Save::Soon, |work| work.desk = desk);
        }
    }

    fn take(&mut self, step: Step) -> Going {
        if matches!(step, Step::Open(_) | Step::OpenAll(_)) {
            self.rest_top();
        }
        match step {
            Step::Stay => {}
            Step::Do(effect) => return self.act(effect),
            Step::Open(screen) => self.screens.push(screen),
            Step::OpenAll(screens) => self.screens.extend(screens),
            Step::SwapAll(screens) => {
                self.screens.pop();
                self.screens.extend(screens);
            }
            Step::Swap(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Step::Back => self.back(),
            Step::Home => {
                self.screens.truncate(1);
                if let Some(top) = self.screens.last_mut() {
                    top.back_on_top(&mut self.cx);
                }
            }
            Step::Quit => return Going::Leave,
        }
        Going::On
    }

    fn back(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
        if let Some(top) = self.screens.last_mut() {
            top.back_on_top(&mut self.cx);
        }
    }

    /// Puts a question on top, in place of the same one asked before.
    fn open(&mut self, screen: Choice) {
        let head = Screen::head(&screen, &self.cx);
        if self.screens.last().is_some_and(|top| top.head(&self.cx) == head) {
            self.screens.pop();
        } else {
            self.rest_top();
        }
        self.screens.push(Box::new(screen));
    }

    /// Draws the top screen; returns where the cursor stands, if anywhere.
    fn show_top(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.cx.body = frame::body(area);
        frame::draw(self.screens.last()?.as_ref(), &self.cx, area, buf)
    }
}
