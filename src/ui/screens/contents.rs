//! One module's contents: its pages with what was read, then its questions.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{question::Question, reader::Reader, result::Result as ResultScreen};
use crate::{
    model::{
        course::{Item, Module},
        progress::{self, ModuleState, Next},
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Binding, Key, bind},
        screen::{Head, Screen, Step},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// The contents of a module.
pub struct Contents {
    module: String,
    cursor: Cursor,
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
    /// How the last round went.
    Result,
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
    bind(&[Key::char('n')], Msg::Result, Text::new("hasil terakhir", "last result")),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

impl Contents {
    /// The contents of a module, the cursor on what comes next in it.
    pub fn new(module: &str, cx: &Cx) -> Self {
        let at = cx.course.module(module).map_or(0, |(_, found)| Self::next_place(found, cx));
        Self { module: module.to_owned(), cursor: Cursor::new(at) }
    }

    fn next_place(module: &Module, cx: &Cx) -> usize {
        if let Next::Page(page) = progress::next(&cx.course, cx.work())
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
        Question::open(&self.module, cx).map_or(Step::Stay, Step::open)
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
            Msg::Result => progress::last_round(cx.work(), &self.module).is_some(),
            Msg::Move(_) | Msg::Back => true,
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
            Msg::Result => {
                let round = progress::last_round(cx.work(), &self.module);
                return round.map_or(Step::Stay, |round| Step::open(ResultScreen::new(round)));
            }
            Msg::Back => return Step::Back,
            Msg::Move(to) => self.cursor.go(to, self.count(cx)),
        }
        Step::Stay
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        if let Some((_, module)) = self.module(cx) {
            self.cursor = Cursor::new(Self::next_place(module, cx));
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
            let title =
                frame::fit(page.title(lang), usize::from(area.width).saturating_sub(10), &cx.theme);
            rows.push(self.row(place, mark, style, &format!("{:>2}  {title}", place + 1), cx));
        }
        rows.push(Line::raw(""));
        let numbers = progress::of_module(&cx.course, module, cx.work());
        let (mark, style) = match numbers.state {
            ModuleState::Done => (cx.theme.marks.check, cx.theme.right),
            _ if numbers.answered > 0 => (cx.theme.marks.full, cx.theme.accent),
            _ => (cx.theme.marks.empty, cx.theme.quiet),
        };
        let words = match lang {
            Lang::Id => format!("Soal: {} dari {} terjawab", numbers.answered, numbers.items),
            Lang::En => format!("Questions: {} of {} answered", numbers.answered, numbers.items),
        };
        let words = match (numbers.answered, lang) {
            (0, _) if !has_items(module) => {
                lang.pick("Modul ini tidak memuat soal.", "This module has no questions.").into()
            }
            (0, _) => words,
            (_, Lang::Id) => format!("{words}, {} benar pada percobaan pertama", numbers.right),
            (_, Lang::En) => format!("{words}, {} right on the first try", numbers.right),
        };
        rows.push(self.row(module.pages.len(), mark, style, &words, cx));
        let at = self.cursor.at(self.count(cx));
        let here = if at >= module.pages.len() { rows.len() - 1 } else { at };
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
