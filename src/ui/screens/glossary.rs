//! All words of the trade from A to Z, their meanings, and the pages that use them. Letters narrow
//! the list; Enter opens a page that uses the word.

mod view;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use unicode_segmentation::UnicodeSegmentation;

pub(super) use self::view::{meaning, term_rows};

use super::{
    reader::Reader,
    search::{self, Search},
};
use crate::{
    model::{
        course::Term,
        glossary::{begins_with, matching, uses},
        safe_text::safe_line,
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, Code, Key, also, bind},
        screen::{Head, Input, Screen, Step, of},
        widgets::cursor::{Cursor, ENDS, MOVE, Move},
    },
};

/// Most letters that narrow the list.
const LONGEST: usize = 40;
/// Signs that mean the same here as on every screen.
const FREE: [char; 2] = ['?', '/'];

/// The glossary.
#[derive(Default)]
pub struct Glossary {
    /// Key of the term under the cursor, so that another language keeps it; none stands for the
    /// first of the list.
    here: Option<String>,
    /// What narrows the list.
    typed: String,
    /// Which of the pages that use the term.
    page: usize,
    /// First line shown of a meaning that is longer than its place.
    scroll: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open the page.
    Open,
    /// Move the cursor.
    Move(Move),
    /// As many rows up as are shown.
    PageUp,
    /// As many rows down.
    PageDown,
    /// The next of the pages that use the term.
    Next,
    /// The one before.
    Previous,
    /// A long meaning one line up.
    Up,
    /// A long meaning one line down.
    Down,
    /// Take back the last letter.
    Rub,
    /// Take back all letters.
    Clear,
    /// Look something up.
    Search,
    /// Back to where the glossary was opened.
    Back,
}

const PAGE: Text = Text::new("halaman lain", "other page");
/// What the help says about a meaning longer than its place.
pub(super) const SCROLL: Text = Text::new("gulir arti yang panjang", "scroll a long meaning");
const JUMP: Text = Text::new("satu layar", "one screen");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Open, Text::new("buka halaman", "open the page")),
    bind(&[keys::TAB, keys::RIGHT], Msg::Next, PAGE),
    also(&[keys::BACK_TAB, keys::LEFT], Msg::Previous, PAGE),
    bind(&[keys::UP], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME], Msg::Move(Move::First), ENDS),
    also(&[keys::END], Msg::Move(Move::Last), ENDS),
    also(&[keys::PAGE_UP], Msg::PageUp, JUMP),
    also(&[keys::PAGE_DOWN], Msg::PageDown, JUMP),
    also(&[Key::ctrl_code(Code::Up)], Msg::Up, SCROLL),
    also(&[Key::ctrl_code(Code::Down)], Msg::Down, SCROLL),
    bind(&[Key::plain(Code::Backspace)], Msg::Rub, Text::new("hapus huruf", "delete a letter")),
    also(
        &[Key::ctrl('u'), Key::ctrl('w'), Key::plain(Code::Delete)],
        Msg::Clear,
        Text::new("hapus semua huruf", "delete all letters"),
    ),
    also(search::OPEN, Msg::Search, search::SAY),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Glossary {
    /// All words, the cursor on the first.
    pub fn new() -> Self {
        Self::default()
    }

    /// All words, the cursor on the term with this key.
    pub fn at(key: &str) -> Self {
        Self { here: Some(key.to_owned()), ..Self::default() }
    }

    fn terms<'a>(&self, cx: &'a Cx) -> Vec<&'a Term> {
        matching(&cx.course, &self.typed, cx.lang())
    }

    fn place(&self, terms: &[&Term]) -> usize {
        let here = self.here.as_ref();
        terms.iter().position(|term| here == Some(&term.key)).unwrap_or(0)
    }

    fn term<'a>(&self, cx: &'a Cx) -> Option<&'a Term> {
        let here = self.here.as_ref().and_then(|key| cx.course.term(key));
        here.or_else(|| self.terms(cx).first().copied())
    }

    /// The pages that use the term under the cursor, and the one that Enter opens.
    fn pages(&self, cx: &Cx) -> (Vec<(usize, usize)>, usize) {
        let pages = self.term(cx).map_or_else(Vec::new, |it| uses(&cx.course, &it.key, cx.lang()));
        let at = self.page.min(pages.len().saturating_sub(1));
        (pages, at)
    }

    fn stand_on(&mut self, term: Option<&Term>) {
        let key = term.map(|term| term.key.clone());
        if key != self.here {
            (self.here, self.page, self.scroll) = (key, 0, 0);
        }
    }

    fn go(&mut self, to: Move, times: usize, cx: &Cx) {
        let terms = self.terms(cx);
        let mut cursor = Cursor::new(self.place(&terms));
        for _ in 0..times {
            cursor.go(to, terms.len());
        }
        self.stand_on(terms.get(cursor.at(terms.len())).copied());
    }

    /// After more letters the cursor stands on the first term that begins with them; fewer letters
    /// leave it where it is.
    fn narrow(&mut self, typed: String, cx: &Cx) {
        let is_wider = self.typed.starts_with(&typed);
        self.typed = typed;
        let (terms, lang) = (self.terms(cx), cx.lang());
        if !is_wider || self.here.is_none() {
            let first = terms.iter().find(|term| begins_with(term, &self.typed, lang));
            self.stand_on(first.or(terms.first()).copied());
        }
    }

    fn open(&self, cx: &Cx) -> Step {
        let (pages, at) = self.pages(cx);
        let page = pages.get(at).and_then(|(m, p)| cx.course.modules.get(*m)?.pages.get(*p));
        page.map_or(Step::Stay, |page| Step::open(Reader::visit(&page.key)))
    }
}

impl Screen for Glossary {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Open => !self.pages(cx).0.is_empty(),
            Msg::Next | Msg::Previous => self.pages(cx).0.len() > 1,
            Msg::Rub | Msg::Clear => !self.typed.is_empty(),
            Msg::Up | Msg::Down => self.last_scroll(cx) > 0,
            Msg::Move(_) | Msg::PageUp | Msg::PageDown | Msg::Search | Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let (shown, all) = (self.terms(cx).len(), cx.course.terms.len());
        let count = if shown == all { all.to_string() } else { of(shown, all, lang) };
        let right = match (all, lang) {
            (1, Lang::En) => format!("{count} word"),
            _ => format!("{count} {}", lang.pick("istilah", "words")),
        };
        Head { left: lang.pick("Daftar istilah", "Glossary").to_owned(), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let shown = Self::list_height(cx).saturating_sub(1).max(1);
        let (pages, at) = self.pages(cx);
        match msg {
            Msg::Open => return self.open(cx),
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Back => return Step::Back,
            Msg::Move(to) => self.go(to, 1, cx),
            Msg::PageUp => self.go(Move::Up, shown, cx),
            Msg::PageDown => self.go(Move::Down, shown, cx),
            Msg::Next => self.page = (at + 1) % pages.len().max(1),
            Msg::Previous => self.page = at.checked_sub(1).unwrap_or(pages.len().saturating_sub(1)),
            Msg::Up => self.scroll = self.scroll.min(self.last_scroll(cx)).saturating_sub(1),
            Msg::Down => self.scroll = (self.scroll + 1).min(self.last_scroll(cx)),
            Msg::Clear => self.narrow(String::new(), cx),
            Msg::Rub => {
                let last = self.typed.graphemes(true).next_back().map_or(0, str::len);
                let kept = self.typed.get(..self.typed.len() - last).unwrap_or_default();
                self.narrow(kept.to_owned(), cx);
            }
        }
        Step::Stay
    }

    /// Letters narrow the list, and whatever stands between letters.
    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        let text = match input {
            Input::Paste(text) => text,
            Input::Key(key) => {
                let c = key.typed()?;
                let is_inside = !self.typed.is_empty() && !FREE.contains(&c);
                (c.is_alphanumeric() || is_inside).then(|| c.to_string())?
            }
        };
        let joined = safe_line(&(self.typed.clone() + &text)).into_owned();
        self.narrow(joined.graphemes(true).take(LONGEST).collect(), cx);
        Some(Step::Stay)
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.show(cx, area, buf)
    }
}
