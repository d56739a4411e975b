//! The two windows of a show: what the hall sees, and the facilitator's notes. They have the same
//! keys and draw from the same state; a window changes that state only by wishing a command. No
//! disk, no clock: state, time and size are told.

mod act;
mod asked;
mod audience;
pub mod console;
mod edge;
mod find;
mod help;
mod keys_of;
#[cfg(test)]
mod laws;
mod line;
mod press;
mod publish;
mod seen;
mod told;

use std::rc::Rc;

use jiff::SignedDuration;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use self::{
    asked::{About, Asked, Does, Way},
    find::Find,
    keys_of::{KEYS, Msg},
    line::{For, Line as Prompt},
};
use super::{
    hall::{Density, Hall, USUAL},
    theme::{Terminal, Theme},
};
use crate::model::{
    chance::Chance,
    course::{Course, Page},
    live::{Command, CoverKind, Live, Poll},
    moment::Moment,
    text::{Lang, Said},
};

/// How long the hall reads what is said to the facilitator.
const LONGEST_SAID: SignedDuration = SignedDuration::from_secs(15);

/// Which of the two windows this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What the hall sees.
    Hall,
    /// The facilitator's notes.
    Notes,
}

/// What a window asks of whoever runs it.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Give this command.
    Send(Command),
    /// Leave.
    Leave,
}

/// What lies over this window alone.
#[derive(Debug, Default)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The keys, from this line on.
    Help(usize),
    /// All pages, to look for one.
    Find(Find),
    /// A question to the facilitator.
    Asked(Asked),
}

/// How often a window wants to be drawn although nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// At the next whole second.
    Second,
    /// At the next whole minute.
    Minute,
    /// Never.
    Never,
}

/// One window of a show.
pub struct Window {
    role: Role,
    course: Rc<Course>,
    live: Live,
    now: Moment,
    lang: Lang,
    terminal: Terminal,
    is_light: bool,
    theme: Theme,
    size: (u16, u16),
    over: Over,
    prompt: Option<Prompt>,
    /// Said until the next key.
    said: Option<Said>,
    /// `q` was pressed once.
    is_leaving: bool,
    /// How the day goes is shown in the hall's window, at the facilitator's wish.
    has_info: bool,
    /// First line of notes that are longer than their place.
    scroll: usize,
    chance: Chance,
    /// When something was said.
    said_at: Option<Moment>,
    /// What this window has published of its pages, and of what covers them.
    laid: Option<Laid>,
    laid_cover: Option<(String, Laid, usize)>,
}

/// What a layout in the hall depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Laid {
    size: (u16, u16),
    density: Density,
    lang: Lang,
}

impl Window {
    /// A window on this state.
    pub fn new(role: Role, course: Rc<Course>, live: Live, (now, seed): (Moment, u64)) -> Self {
        let terminal = Terminal::default();
        Self {
            role,
            course,
            live,
            now,
            lang: Lang::default(),
            terminal,
            is_light: false,
            theme: Theme::projector(terminal, false),
            size: USUAL,
            over: Over::Nothing,
            prompt: None,
            said: None,
            is_leaving: false,
            has_info: false,
            scroll: 0,
            chance: Chance::new(seed, "show"),
            said_at: None,
            laid: None,
            laid_cover: None,
        }
    }

    /// Draws for this terminal from now on.
    pub fn draw_for(&mut self, terminal: Terminal) {
        (self.terminal, self.is_light) = (terminal, terminal.is_light);
        self.dress();
    }

    fn dress(&mut self) {
        self.theme = Theme::projector(self.terminal, self.is_light);
    }

    /// Speaks this language.
    pub const fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// The language of the window.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Which of the two it is.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// What is taught.
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// The state that it shows.
    pub const fn live(&self) -> &Live {
        &self.live
    }

    /// The time that it shows.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// Styles and marks.
    pub const fn theme(&self) -> &Theme {
        &self.theme
    }

    /// What is said until the next key.
    pub fn said(&self) -> Option<&str> {
        self.said.as_ref().map(|said| said.get(self.lang).as_str())
    }

    /// Says something until the next key.
    pub fn say(&mut self, said: Said) {
        (self.said, self.said_at) = (Some(said), Some(self.now));
    }

    /// Asks the facilitator something before anything else.
    pub fn ask(&mut self, asked: Asked) {
        self.over = Over::Asked(asked);
    }

    /// Whether a question to the facilitator is open.
    pub const fn is_asking(&self) -> bool {
        matches!(self.over, Over::Asked(_))
    }

    /// The state is another one. A question about the old one is out of date.
    pub fn show(&mut self, live: Live) {
        if let Over::Asked(asked) = &self.over {
            let is_answered = match asked.about {
                About::Key => false,
                About::Stale => live.run != self.live.run || !live.is_stale(self.now),
                About::Start(begun) => live.run != self.live.run || live.begun != begun,
            };
            if is_answered {
                self.over = Over::Nothing;
            }
        }
        if live.page != self.live.page || live.poll.is_some() != self.live.poll.is_some() {
            self.scroll = 0;
        }
        if live.covered_by() != self.live.covered_by() {
            self.laid_cover = None;
        }
        self.live = live;
    }

    /// The time is another one.
    pub fn tick(&mut self, now: Moment) {
        self.now = now;
        // Whoever leads from the notes never presses a key here.
        let age = |at: Moment| now.timestamp().duration_since(at.timestamp());
        if self.role == Role::Hall && self.said_at.is_some_and(|at| age(at) > LONGEST_SAID) {
            (self.said, self.said_at) = (None, None);
        }
    }

    /// How often it wants to be drawn although nothing happens.
    pub fn wake(&self) -> Wake {
        let is_counting = |timer: &crate::model::live::Timer| timer.wake(self.now).is_some();
        let is_seen = self.role == Role::Notes || !self.live.black;
        let frozen = self.live.frozen.as_ref().and_then(|frozen| frozen.timer.as_ref());
        if is_seen && self.live.timer.iter().chain(frozen).any(is_counting) {
            return Wake::Second;
        }
        if self.role == Role::Hall && self.said.is_some() {
            return Wake::Second;
        }
        let frozen = self.live.frozen.as_ref().and_then(|frozen| frozen.cover.as_ref());
        let has_agenda =
            self.live.cover.iter().chain(frozen).any(|cover| cover.kind == CoverKind::Agenda);
        let has_clock = self.role == Role::Notes || self.has_info || has_agenda;
        if has_clock { Wake::Minute } else { Wake::Never }
    }

    /// The page that the show stands on.
    pub fn page(&self) -> Option<&Page> {
        self.course.page(&self.live.page).map(|(.., page)| page)
    }

    /// How much stands on one screen of the hall.
    pub fn density(&self) -> Density {
        let window = self.live.window.as_ref();
        window.map_or_else(Density::default, |window| Density::from_code(&window.density))
    }

    /// How pages are laid out: in the hall's window for this one, in the notes as the hall has told.
    pub fn hall(&self) -> Hall<'_> {
        let told = self.live.window.as_ref().filter(|_| self.role == Role::Notes);
        let size = told.map_or(self.own_size(), |window| (window.columns, window.rows));
        let lang = told.and_then(|window| Lang::from_code(&window.lang)).unwrap_or(self.lang);
        let density = self.density();
        Hall { course: &self.course, lang, size, density, theme: &self.theme }
    }

    fn own_size(&self) -> (u16, u16) {
        if self.role == Role::Hall { self.size } else { USUAL }
    }

    /// Draws the window; returns where the cursor stands, if anywhere.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        buf.set_style(area, self.theme.base);
        match self.role {
            Role::Hall => audience::draw(self, area, buf),
            Role::Notes => console::draw(self, area, buf),
        }
    }

    /// What lies over this window alone.
    pub const fn over(&self) -> &Over {
        &self.over
    }

    /// The line that is being typed.
    pub const fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// First line of notes that are longer than their place.
    pub const fn scroll(&self) -> usize {
        self.scroll
    }

    /// The question that the hall is asked, with its poll.
    pub fn poll(&self) -> Option<(&crate::model::course::Item, &Poll)> {
        let poll = self.live.poll.as_ref()?;
        Some((self.course.item(&poll.item)?.1, poll))
    }
}
