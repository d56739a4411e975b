//! One module's contents: its pages with what was read, then its questions.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    exams,
    glossary::Glossary,
    reader::{Reader, tail},
    result::Result as ResultScreen,
    search::{self, Search},
};
use crate::{
    model::{
        course::{Item, Module},
        progress::{self, ModuleState, Next},
        quiz::Ask,
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Binding, Key, bind},
        prose,
        screen::{Head, Screen, Step},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// From this width on notes and marks are named; below, their marks alone stand there.
const WITH_WORDS: u16 = 72;

/// The contents of a module.
pub struct Contents {
    module: String,
    cursor: Cursor,
    /// What came next when the cursor was put there.
    next: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open what is under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// The questions.
    Items,
    /// A test of the module.
    Test,
    /// What was answered wrong last.
    Mistakes,
    /// How the last round went.
    Result,
    /// All words.
    Glossary,
    /// Look something up.
    Search,
    /// Back home.
    Back,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::ENTER, keys::RIGHT, Key::char('l'), keys::SPACE],
        Msg::Open,
        Text::new("buka", "open"),
    ),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    keys::also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    keys::also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('s')], Msg::Items, Text::new("soal", "questions")),
    bind(&[Key::char('u')], Msg::Test, Text::new("ujian", "test")),
    bind(&[Key::char('m')], Msg::Mistakes, Text::new("ulang yang salah", "repeat mistakes")),
    bind(&[Key::char('n')], Msg::Result, Text::new("hasil terakhir", "last result")),
    bind(&[Key::char('g')], Msg::Glossary, Text::new("istilah", "words")),
    bind(search::OPEN, Msg::Search, search::SAY),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

impl Contents {
    /// The contents of a module, the cursor on what comes next in it.
    pub fn new(module: &str, cx: &Cx) -> Self {
        let at = cx.course.module(module).map_or(0, |(_, found)| Self::next_place(found, cx));
        Self { module: module.to_owned(), cursor: Cursor::new(at), next: at }
    }

    fn next_place(module: &Module, cx: &Cx) -> usize {
        if let Next::Page(page) = progress::next(&cx.course, cx.work(), &cx.standing().tried)
            && let Some(at) = module.pages.iter().position(|known| known.key == page)
        {
            return at;
        }
        let unread = module.pages.iter().position(|page| !cx.work().read.contains_key(&page.key));
        unread.unwrap_or(module.pages.len())
    }

    fn module<'a>(&self, cx: &'a Cx) -> Option<(usize, &'a Module)> {
        cx.course.module(&self.module)
    }

    /// Rows that the cursor visits: each page, then the questions.
    fn count(&self, cx: &Cx) -> usize {
        self.module(cx).map_or(0, |(_, module)| module.pages.len() + 1)
    }

    fn questions(&self, cx: &mut Cx) -> Step {
        exams::start(&Ask::Module(self.module.clone()), cx)
    }

    fn open(&self, cx: &mut Cx) -> Step {
        let at = self.cursor.at(self.count(cx));
        let page = self.module(cx).and_then(|(_, module)| module.pages.get(at));
        match page.map(|page| page.key.clone()) {
            Some(page) => Step::open(Reader::resume(&page, cx).from_contents()),
            None => self.questions(cx),
        }
    }
}

impl Screen for Contents {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let Some((_, module)) = self.module(cx) else { return matches!(msg, Msg::Back) };
        let on_page = self.cursor.at(self.count(cx)) < module.pages.len();
        match msg {
            Msg::Open => on_page || has_items(module),
            Msg::Items => has_items(module),
            Msg::Test => module.items.iter().any(|item| item.is_practice() && item.is_scored()),
            Msg::Mistakes => {
                let is_here = |key: &String| module.items.iter().any(|item| item.key == *key);
                cx.standing().mistakes.iter().any(is_here)
            }
            Msg::Result => progress::last_round(cx.work(), &self.module).is_some(),
            Msg::Move(_) | Msg::Glossary | Msg::Search | Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let Some((number, module)) = self.module(cx) else { return Head::default() };
        let left = module_title(number, module, lang);
        Head { left, right: format!("{} {}", module.minutes, lang.pick("menit", "minutes")) }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Open => return self.open(cx),
            Msg::Items => return self.questions(cx),
            Msg::Test => return exams::start(&Ask::Test(Some(self.module.clone())), cx),
            Msg::Mistakes => return exams::start(&Ask::Mistakes(Some(self.module.clone())), cx),
            Msg::Result => {
                let round = progress::last_round(cx.work(), &self.module);
                return round.map_or(Step::Stay, |round| Step::open(ResultScreen::new(round)));
            }
            Msg::Glossary => return Step::open(Glossary::new()),
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Back => return Step::Back,
            Msg::Move(to) => self.cursor.go(to, self.count(cx)),
        }
        Step::Stay
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        let next = self.module(cx).map_or(self.next, |(_, module)| Self::next_place(module, cx));
        // Nothing jumps for somebody who only looked something up.
        if next != self.next {
            (self.cursor, self.next) = (Cursor::new(next), next);
        }
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let lang = cx.lang();
        let (_, module) = self.module(cx)?;
        let mut rows = Vec::new();
        for (place, page) in module.pages.iter().enumerate() {
            let is_read = cx.work().read.contains_key(&page.key);
            let is_begun = cx.work().place.as_ref().is_some_and(|at| at.page == page.key);
            let (mark, style) = match (is_read, is_begun) {
                (true, _) => (cx.theme.marks.check, cx.theme.right),
                (false, true) => (cx.theme.marks.full, cx.theme.accent),
                (false, false) => (cx.theme.marks.empty, cx.theme.quiet),
            };
            let is_wide = area.width >= WITH_WORDS;
            let tail = tail(&cx.work().notes, &page.key, is_wide, lang, &cx.theme);
            let room = usize::from(area.width).saturating_sub(10 + tail.width());
            let title = frame::fit(page.title(lang), room, &cx.theme);
            let words = format!("{:>2}  {title}", place + 1);
            let mut row = self.row(place, mark, style, &words, cx);
            if !tail.is_empty() {
                row.push_span(Span::styled(format!("  {tail}"), cx.theme.quiet));
            }
            rows.push(row);
        }
        rows.push(Line::raw(""));
        let numbers = progress::of_module(&cx.course, module, cx.work(), &cx.standing().tried);
        let (mark, style) = match numbers.state {
            ModuleState::Done => (cx.theme.marks.check, cx.theme.right),
            _ if numbers.answered > 0 => (cx.theme.marks.full, cx.theme.accent),
            _ => (cx.theme.marks.empty, cx.theme.quiet),
        };
        let words = match lang {
            Lang::Id => format!("Soal: {} dari {} terjawab", numbers.answered, numbers.items),
            Lang::En => format!("Questions: {} of {} answered", numbers.answered, numbers.items),
        };
        let words = match (numbers.answered - numbers.reflected, lang) {
            (0, _) if !has_items(module) => {
                lang.pick("Modul ini tidak memuat soal.", "This module has no questions.").into()
            }
            (0, _) => words,
            (_, Lang::Id) => format!("{words}; terakhir kali {} langsung benar", numbers.right),
            (_, Lang::En) => format!("{words}; {} right at once last time", numbers.right),
        };
        let words = match (numbers.reflected, lang) {
            (0, _) => words,
            (count, Lang::Id) => format!("{words}, {count} direnungkan"),
            (count, Lang::En) => format!("{words}, {count} reflected on"),
        };
        let asked = rows.len();
        // A cursor and a mark stand before it.
        let room = area.width.saturating_sub(4);
        let lines = prose::wrap(&[Span::raw(words)], room, &cx.theme);
        for (at, line) in lines.into_iter().enumerate() {
            let words = line.to_string();
            rows.push(match at {
                0 => self.row(module.pages.len(), mark, style, &words, cx),
                _ => Line::raw(format!("    {words}")),
            });
        }
        let at = self.cursor.at(self.count(cx));
        let here = if at >= module.pages.len() { asked } else { at };
        cursor::draw(&rows, here, area, buf, &cx.theme);
        None
    }
}

impl Contents {
    fn row(
        &self,
        place: usize,
        mark: &'static str,
        style: ratatui::style::Style,
        words: &str,
        cx: &Cx,
    ) -> Line<'static> {
        let spans = vec![Span::styled(mark, style), Span::raw(format!(" {words}"))];
        cursor::row(place == self.cursor.at(self.count(cx)), spans, &cx.theme)
    }
}

fn has_items(module: &Module) -> bool {
    module.items.iter().any(Item::is_practice)
}

/// "Modul 2 · Studi kasus keberhasilan".
pub fn module_title(number: usize, module: &Module, lang: Lang) -> String {
    let word = lang.pick("Modul", "Module");
    format!("{word} {} · {}", number + 1, module.title.get(lang))
}
