//! What the hall sees, laid out for the window as it is: pages, questions, countdowns, groups.
//!
//! Pure: no keys, no state of a show, no clock. Whatever does not fit becomes continued [`Part`]s;
//! nothing is clipped, and nothing moves while steps appear.

mod agenda;
mod big;
mod columns;
mod flow;
mod group;
#[cfg(test)]
mod laws;
mod page;
mod question;
mod sheet;
mod split;
mod start;
mod timer;
pub mod way;

use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Line, widgets::Widget};

pub use self::{
    agenda::Slot,
    group::Task,
    page::{Fit, questions},
    question::{Poll, View},
    start::Start,
    timer::{Countdown, Pace, clock},
};
use super::{
    plain, prose,
    theme::{self, Theme},
};
use crate::model::{
    course::Course,
    text::{Lang, Text},
};

/// The window that every page should fit: most halls read letters of this size.
pub const USUAL: (u16, u16) = (60, 20);

/// Everything that a layout depends on; the same hall lays a page out the same each time.
#[derive(Clone, Copy)]
pub struct Hall<'a> {
    /// What is taught.
    pub course: &'a Course,
    /// The language on the screen.
    pub lang: Lang,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// How much stands on one screen.
    pub density: Density,
    /// One of [`Theme::projector`].
    pub theme: &'a Theme,
}

/// How much stands on one screen, from much to little.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Density {
    /// Wide lines, no air: as few parts as can be.
    Dense,
    /// Airy where that splits no page.
    #[default]
    Usual,
    /// Shorter lines and always airy.
    Roomy,
    /// Short lines, and each step has a part of its own.
    Sparse,
}

impl Density {
    /// All, from much to little on one screen.
    pub const ALL: [Self; 4] = [Self::Dense, Self::Usual, Self::Roomy, Self::Sparse];

    /// One step towards less on a screen; the last stays.
    pub const fn bigger(self) -> Self {
        match self {
            Self::Dense => Self::Usual,
            Self::Usual => Self::Roomy,
            Self::Roomy | Self::Sparse => Self::Sparse,
        }
    }

    /// One step towards more on a screen; the first stays.
    pub const fn smaller(self) -> Self {
        match self {
            Self::Sparse => Self::Roomy,
            Self::Roomy => Self::Usual,
            Self::Usual | Self::Dense => Self::Dense,
        }
    }

    /// Its name in a file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dense => "dense",
            Self::Usual => "usual",
            Self::Roomy => "roomy",
            Self::Sparse => "sparse",
        }
    }

    /// The one of this name; the usual where nobody knows it.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|density| density.code() == code).unwrap_or_default()
    }

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Dense => Text::new("padat", "dense"),
            Self::Usual => Text::new("biasa", "usual"),
            Self::Roomy => Text::new("lapang", "roomy"),
            Self::Sparse => Text::new("sangat lapang", "sparse"),
        }
    }

    /// Most columns of text.
    const fn columns(self) -> u16 {
        match self {
            Self::Dense => 76,
            Self::Usual => 60,
            Self::Roomy => 52,
            Self::Sparse => 44,
        }
    }
}

/// A place in what is shown that outlives a change of the window: the piece (paragraph, item of a
/// list, row of a table), and the letters before in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The piece, counted from 0.
    pub piece: usize,
    /// Letters before it in its piece, spaces left out.
    pub letters: usize,
}

/// One line in its place in the window.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    x: u16,
    y: u16,
    line: Line<'static>,
    /// Shown from this step on.
    step: usize,
    /// Where it stands in what is shown; `None` for the headline, the foot and what is repeated.
    place: Option<Place>,
    /// Where in the line a column begins that comes later, with its step; both rising.
    later: Vec<(u16, usize)>,
}

impl Row {
    /// A line that is there at once and belongs to no text.
    fn fixed(x: u16, y: u16, line: Line<'static>) -> Self {
        Self { x, y, line, step: 0, place: None, later: Vec::new() }
    }

    /// Columns of the line that are there at a step.
    fn width(&self, step: usize) -> u16 {
        let hidden = self.later.iter().find(|(_, other)| *other > step);
        (self.line.width() as u16).min(hidden.map_or(u16::MAX, |(x, _)| *x))
    }
}

/// A line of a part, for a preview elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The line.
    pub line: &'a Line<'static>,
    /// Shown from this step on.
    pub step: usize,
    /// Where it stands in what is shown.
    pub place: Place,
    /// Its column and row in the window.
    pub at: (u16, u16),
    /// Where in it a column begins that comes later, with its step; both rising.
    pub later: &'a [(u16, usize)],
}

impl Shown<'_> {
    /// What of it comes with each step, from left to right.
    pub fn pieces(&self) -> Vec<(usize, Line<'static>)> {
        let mut from = 0;
        let mut step = self.step;
        let mut pieces = Vec::new();
        for &(x, next) in self.later.iter().chain(&[(u16::MAX, 0)]) {
            pieces.push((step, prose::cut(self.line, from..x)));
            (from, step) = (x, next);
        }
        pieces
    }
}

/// One screenful. A page that does not fit has several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Its headline, as words.
    pub title: String,
    /// The steps at which something appears on it, rising and never empty: it is entered with the
    /// first of them.
    pub steps: Vec<usize>,
    rows: Vec<Row>,
    /// What its window is painted with, where that is not the theme's base.
    ground: Option<Style>,
}

impl Part {
    /// Draws what is there at a step; what comes later keeps its place.
    pub fn draw(&self, step: usize, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        buf.set_style(area, self.ground.unwrap_or(theme.base));
        for row in self.rows.iter().filter(|row| row.step <= step) {
            let (x, y) = (area.x.saturating_add(row.x), area.y.saturating_add(row.y));
            if x < area.right() && y < area.bottom() {
                // A line paints all the room that it is given.
                let width = (area.right() - x).min(row.width(step));
                let room = Rect { x, y, width, height: 1 };
                (&row.line).render(room, buf);
            }
        }
        if theme.marks == theme::ASCII {
            plain::make_plain(buf);
        }
    }

    /// The lines that are there at a step, as far as they are, without headline and foot.
    pub fn body(&self, step: usize) -> impl Iterator<Item = Line<'static>> {
        let body = self.rows.iter().filter(move |row| row.place.is_some() && row.step <= step);
        body.map(move |row| prose::cut(&row.line, 0..row.width(step)))
    }

    /// The lines of all its steps, without headline and foot, with where each stands.
    pub fn shown(&self) -> impl Iterator<Item = Shown<'_>> {
        self.rows.iter().filter_map(|row| {
            let (line, step, at, later) = (&row.line, row.step, (row.x, row.y), &row.later);
            Some(Shown { line, step, place: row.place?, at, later })
        })
    }

    /// The column at which its text begins.
    pub fn left(&self) -> u16 {
        self.rows.iter().filter(|row| row.place.is_some()).map(|row| row.x).min().unwrap_or(0)
    }

    /// Where what this step brings begins on this part, or the part itself.
    fn newest(&self, step: usize) -> Place {
        let body = || self.rows.iter().filter(|row| row.place.is_some());
        let brings = |row: &&Row| row.step == step || row.later.iter().any(|(_, it)| *it == step);
        let found = body().find(brings).or_else(|| body().next());
        found.and_then(|row| row.place).unwrap_or_default()
    }

    /// Where the part begins.
    pub fn begin(&self) -> Place {
        self.rows.iter().find_map(|row| row.place).unwrap_or_default()
    }

    /// A dark window, so that people look at each other.
    pub fn black(theme: &Theme) -> Self {
        let ground = (*theme != Theme::plain() && *theme != Theme::plain().ascii())
            .then(|| Theme::contrast().base);
        Self { steps: vec![0], ground, ..Self::default() }
    }
}
