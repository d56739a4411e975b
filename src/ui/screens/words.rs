//! The words of one page and their meanings; Esc leads back to the same place on it.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    glossary::{Glossary, SCROLL, meaning, term_rows},
    padded,
};
use crate::{
    model::{
        course::Term,
        glossary,
        text::{Said, Text},
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, Code, Key, also, bind},
        screen::{Head, Screen, Step},
        widgets::{
            cursor::{self, Cursor, ENDS, MOVE, Move},
            lines,
        },
    },
};

/// Rows that a meaning needs at least.
const MEANING: u16 = 6;

/// The words of a page.
pub struct Words {
    page: String,
    cursor: Cursor,
    /// First line shown of a meaning that is longer than its place.
    scroll: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Move the cursor.
    Move(Move),
    /// A long meaning one line up.
    Up,
    /// A long meaning one line down.
    Down,
    /// All words, from the one under the cursor on.
    All,
    /// Back to the page.
    Back,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    also(&[Key::ctrl_code(Code::Up)], Msg::Up, SCROLL),
    also(&[Key::ctrl_code(Code::Down)], Msg::Down, SCROLL),
    bind(
        &[Key::char('g'), keys::ENTER, keys::RIGHT, Key::char('l')],
        Msg::All,
        Text::new("semua istilah", "all words"),
    ),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

impl Words {
    /// The words of this page.
    pub fn new(page: &str) -> Self {
        Self { page: page.to_owned(), cursor: Cursor::default(), scroll: 0 }
    }

    /// Opens the words of this page; all words when it links none.
    pub fn open(page: &str, cx: &mut Cx) -> Step {
        let words = Self::new(page);
        if !words.terms(cx).is_empty() {
            return Step::open(words);
        }
        cx.notice = Some(Said::new(
            "Halaman ini tidak menautkan istilah; ini semuanya.".to_owned(),
            "This page links no word; here are all of them.".to_owned(),
        ));
        Step::open(Glossary::new())
    }

    fn terms<'a>(&self, cx: &'a Cx) -> Vec<&'a Term> {
        let found = cx.course.page(&self.page);
        found.map_or_else(Vec::new, |(.., page)| glossary::of_page(&cx.course, page, cx.lang()))
    }

    fn last_scroll(&self, cx: &Cx) -> usize {
        let (_, below) = areas(self.terms(cx).len(), padded(cx.body));
        let text = self.here(cx).map_or(0, |term| meaning(term, below.width, cx).len());
        lines::last_scroll(text, usize::from(below.height))
    }

    fn here<'a>(&self, cx: &'a Cx) -> Option<&'a Term> {
        let terms = self.terms(cx);
        terms.get(self.cursor.at(terms.len())).copied()
    }
}

impl Screen for Words {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        !matches!(msg, Msg::Up | Msg::Down) || self.last_scroll(cx) > 0
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let left = lang.pick("Istilah di halaman ini", "Words of this page").to_owned();
        let right = cx.course.page(&self.page);
        Head { left, right: right.map_or("", |(.., page)| page.title(lang)).to_owned() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Move(to) => {
                self.cursor.go(to, self.terms(cx).len());
                self.scroll = 0;
            }
            Msg::Up => self.scroll = self.scroll.min(self.last_scroll(cx)).saturating_sub(1),
            Msg::Down => self.scroll = (self.scroll + 1).min(self.last_scroll(cx)),
            Msg::All => {
                let glossary = self.here(cx).map_or_else(Glossary::new, |it| Glossary::at(&it.key));
                return Step::open(glossary);
            }
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let terms = self.terms(cx);
        let at = self.cursor.at(terms.len());
        let rows = term_rows(&terms, at, area.width, cx);
        let (list, below) = areas(rows.len(), area);
        cursor::draw(&rows, at, list, buf, &cx.theme);
        let meaning = meaning(self.here(cx)?, area.width, cx);
        lines::draw(&meaning, self.scroll, below, buf, &cx.theme);
        None
    }
}

/// Where so many words and the meaning below them stand in a padded body.
fn areas(words: usize, area: Rect) -> (Rect, Rect) {
    let most = area.height.saturating_sub(MEANING + 1).max(1);
    let height = u16::try_from(words).unwrap_or(most).min(most).min(area.height);
    let below = (height + 1).min(area.height);
    let list = Rect { height, ..area };
    (list, Rect { y: area.y + below, height: area.height - below, ..area })
}
