//! A question to the facilitator before the show goes on: a list of ways, one of them chosen.

use ratatui::{buffer::Buffer, layout::Rect, text::Span};

use super::{For, press::is_esc};
use crate::{
    model::{
        live::Command,
        moment::Moment,
        text::{Lang, Said},
    },
    ui::{
        keys::{self, Code, Key},
        prose,
        theme::Theme,
        widgets::{
            cursor::{Cursor, Move},
            lines,
        },
    },
};

/// What a way leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Does {
    /// Commands, one after the other.
    Send(Vec<Command>),
    /// A line to type first, with what stands there already.
    Type(For, String),
    /// This window is left.
    Leave,
    /// Nothing.
    Nothing,
}

/// One way to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What it is called.
    pub say: Said,
    /// What it leads to.
    pub does: Does,
}

/// What answers a question besides a key, given in this window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Nothing.
    Key,
    /// A state that is not of another day, or of another run.
    Stale,
    /// A show that was begun since, or another run.
    Start(Option<Moment>),
}

/// A question with its ways.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The question.
    pub title: Said,
    /// The ways to answer it.
    pub ways: Vec<Way>,
    /// What answers it besides a key.
    pub about: About,
    /// Whether Esc takes it away; else Esc chooses the first way.
    pub can_close: bool,
    cursor: Cursor,
}

/// What a key did.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    Nothing,
    More,
    Does(Does),
}

impl Asked {
    /// A question; the first way is proposed.
    pub const fn new(title: Said, ways: Vec<Way>, about: About) -> Self {
        Self { title, ways, about, can_close: false, cursor: Cursor::new(0) }
    }

    /// The same, which Esc takes away.
    pub(super) fn closes(self) -> Self {
        Self { can_close: true, ..self }
    }

    pub(super) fn pressed(&mut self, key: Key) -> Chosen {
        let count = self.ways.len();
        let choose = |at: usize| {
            self.ways.get(at).map_or(Chosen::Nothing, |way| Chosen::Does(way.does.clone()))
        };
        match key {
            key if is_esc(key) && self.can_close => return Chosen::Does(Does::Nothing),
            key if is_esc(key) => return choose(0),
            keys::ENTER | keys::SPACE => return choose(self.cursor.at(count)),
            Key { code: Code::Char(c), ctrl: false, alt: false } => {
                let digit = c.to_digit(10).and_then(|digit| digit.checked_sub(1));
                return digit.map_or(Chosen::Nothing, |at| choose(at as usize));
            }
            keys::UP | keys::LEFT | keys::PAGE_UP => self.cursor.go(Move::Up, count),
            keys::DOWN | keys::RIGHT | keys::PAGE_DOWN => self.cursor.go(Move::Down, count),
            _ => return Chosen::Nothing,
        }
        Chosen::More
    }

    pub(super) fn draw(&self, lang: Lang, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let strong = theme.text.patch(theme.strong);
        let mut rows =
            prose::wrap(&[Span::styled(self.title.get(lang), strong)], area.width, theme);
        rows.push(ratatui::text::Line::default());
        let here = self.cursor.at(self.ways.len());
        let mut at = 0;
        for (index, way) in self.ways.iter().enumerate() {
            if index == here {
                at = rows.len();
            }
            let text = format!("{}  {}", index + 1, way.say.get(lang));
            let first = Span::styled(
                format!("{} ", if index == here { theme.marks.cursor } else { " " }),
                theme.text.patch(theme.accent),
            );
            let style = if index == here { theme.text.patch(theme.cursor) } else { theme.text };
            rows.extend(prose::hanging(
                &first,
                &Span::styled("  ", theme.text),
                area.width,
                |room| prose::wrap(&[Span::styled(text.as_str(), style)], room, theme),
            ));
        }
        let height = usize::from(area.height);
        let scroll = lines::keep_in_sight(0, at, (at + 2).min(rows.len()), height);
        lines::draw(&rows, scroll, area, buf, theme);
    }
}
