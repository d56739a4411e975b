//! The reader: one page at a time, step by step. Remembers page, step and scroll.

mod layout;
mod notes;
mod parts;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::Widget,
};

pub(super) use self::notes::tail;

use self::layout::Kept;

use super::{
    contents::{Contents, module_title},
    exams,
    question::Question,
    search::{self, Search},
    words::Words,
};
use crate::{
    model::{
        course::{Module, Page},
        profile::{Place, Spot},
        quiz::Ask,
        search::Query,
        text::Text,
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Screen, Step, of},
        widgets::lines,
    },
};

/// The name of this screen among the spots of a desk.
pub(super) const SPOT: &str = "page";
/// The same of a page that was looked up.
pub(super) const VISIT: &str = "visit";

/// A page being read.
pub struct Reader {
    page: String,
    step: usize,
    scroll: usize,
    /// Opened from elsewhere to look something up: everything is shown, nothing is remembered.
    is_visit: bool,
    /// The module's contents lie right below this screen.
    is_from_contents: bool,
    /// A note on it is being written below: the page is shown without its note.
    is_above_note: bool,
    /// What was looked for and is marked on the page.
    hits: Query,
    kept: Kept,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// The rest of the page, the next step, the next page.
    Next,
    /// The way back of `Next`.
    Previous,
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// Top of the page.
    Top,
    /// Everything of the page, its end in sight.
    Bottom,
    /// The words of the page.
    Words,
    /// Write a note.
    Note,
    /// The module's contents.
    Contents,
    /// Mark the page, or take its mark away.
    Mark,
    /// Put the note back that was just deleted here.
    Undo,
    /// Look something up.
    Search,
    /// Back to where the page was opened.
    Back,
}

const SCROLL: Text = Text::new("gulir", "scroll");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::SPACE, keys::ENTER, keys::PAGE_DOWN, keys::RIGHT, Key::char('l')],
        Msg::Next,
        Text::new("lanjut", "next"),
    ),
    bind(
        &[Key::char('b'), keys::PAGE_UP, keys::LEFT, Key::char('h')],
        Msg::Previous,
        Text::new("balik", "previous"),
    ),
    bind(&[Key::char('g')], Msg::Words, Text::new("istilah", "words")),
    bind(&[Key::char('c')], Msg::Note, Text::new("catat", "note")),
    bind(&[Key::char('m')], Msg::Contents, Text::new("isi", "contents")),
    bind(&[Key::char('t')], Msg::Mark, Text::new("tandai", "mark")),
    bind(search::OPEN, Msg::Search, search::SAY),
    bind(&[keys::UP, Key::char('k')], Msg::Up, SCROLL),
    bind(&[keys::DOWN, Key::char('j')], Msg::Down, SCROLL),
    also(&[keys::HOME], Msg::Top, Text::new("awal halaman", "top of the page")),
    also(&[keys::END], Msg::Bottom, Text::new("seluruh halaman", "the whole page")),
    also(
        &[Key::char('u')],
        Msg::Undo,
        Text::new("urungkan hapus catatan", "undo deleting the note"),
    ),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Reader {
    /// Opens a page where it was left, or at its beginning.
    pub fn resume(page: &str, cx: &mut Cx) -> Self {
        let left = cx.work().place.as_ref().filter(|place| place.page == page);
        let (step, scroll) = left.map_or((0, 0), |place| (place.step, place.scroll));
        let mut reader = Self { step, scroll, is_visit: false, ..Self::visit(page) };
        reader.step = reader.step.min(reader.last_step(cx));
        reader.remember(cx);
        reader
    }

    /// Opens a page to look something up.
    pub fn visit(page: &str) -> Self {
        Self {
            page: page.to_owned(),
            step: usize::MAX,
            scroll: 0,
            is_visit: true,
            is_from_contents: false,
            is_above_note: false,
            hits: Query::default(),
            kept: Kept::default(),
        }
    }

    /// The same, opened from the contents of its module.
    pub fn from_contents(self) -> Self {
        Self { is_from_contents: true, ..self }
    }

    fn found<'a>(&self, cx: &'a Cx) -> Option<(usize, usize, &'a Module, &'a Page)> {
        let (m, p, page) = cx.course.page(&self.page)?;
        Some((m, p, cx.course.modules.get(m)?, page))
    }

    fn last_step(&self, cx: &Cx) -> usize {
        self.found(cx).map_or(0, |(.., page)| page.last_step(cx.lang()))
    }

    fn height(cx: &Cx) -> usize {
        // One row of the padded body belongs to the dots, one to the space above them.
        super::padded_height(cx).saturating_sub(2).max(1)
    }

    fn remember(&self, cx: &mut Cx) {
        if self.is_visit {
            return;
        }
        let (page, step, scroll) = (self.page.clone(), self.step, self.scroll);
        let here = cx.work().place.as_ref();
        if here.is_some_and(|at| at.page == page && at.step == step && at.scroll == scroll) {
            return;
        }
        cx.edit_work(Save::Soon, |work| {
            let unknown = work.place.take().unwrap_or_default().unknown;
            work.place = Some(Place { page, step, scroll, unknown });
        });
    }

    fn next(&mut self, cx: &mut Cx) -> Step {
        let height = Self::height(cx);
        let last = self.last_scroll(cx);
        if self.scroll < last {
            self.scroll = (self.scroll + height.saturating_sub(1).max(1)).min(last);
        } else if self.step < self.last_step(cx) {
            self.step += 1;
            let laid = self.laid(cx, super::padded(cx.body).width);
            let from = laid.steps.last().copied().unwrap_or(0);
            self.scroll = lines::keep_in_sight(self.scroll, from, laid.lines.len(), height);
        } else {
            return self.turn(cx);
        }
        self.remember(cx);
        Step::Stay
    }

    /// The page is read to its end: notes it and goes on to the next page or to the questions.
    fn turn(&mut self, cx: &mut Cx) -> Step {
        if self.is_visit {
            return Step::Back;
        }
        let Some((_, place, module, _)) = self.found(cx) else { return Step::Back };
        let (module_key, now) = (module.key.clone(), cx.now);
        let next = module.pages.get(place + 1).map(|page| page.key.clone());
        let page = self.page.clone();
        if !cx.work().read.contains_key(&page) {
            cx.edit_work(Save::Now, |work| {
                work.read.insert(page, now);
            });
        }
        if let Some(next) = next {
            self.page = next;
            (self.step, self.scroll) = (0, 0);
            self.remember(cx);
            return Step::Stay;
        }
        let ask = Ask::Module(module_key);
        if exams::is_in_the_way(&ask, cx) {
            return exams::start(&ask, cx);
        }
        Question::start(&ask, cx).map_or(Step::Back, Step::swap)
    }

    fn previous(&mut self, cx: &mut Cx) -> Step {
        if self.scroll > 0 {
            let back = Self::height(cx).saturating_sub(1).max(1);
            self.scroll = self.scroll.min(self.last_scroll(cx)).saturating_sub(back);
        } else if self.step > 0 && !self.is_visit {
            self.step -= 1;
            self.scroll = self.last_scroll(cx);
        } else {
            let before = self.found(cx).and_then(|(_, place, module, _)| {
                module.pages.get(place.checked_sub(1)?).map(|page| page.key.clone())
            });
            let Some(before) = before.filter(|_| !self.is_visit) else { return Step::Stay };
            self.page = before;
            self.step = self.last_step(cx);
            self.scroll = self.last_scroll(cx);
        }
        self.remember(cx);
        Step::Stay
    }
}

impl Screen for Reader {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Contents => !self.is_visit,
            Msg::Words | Msg::Note | Msg::Mark => self.found(cx).is_some(),
            Msg::Undo => self.has_removed(cx),
            _ => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let Some((m, p, module, _)) = self.found(cx) else { return Head::default() };
        let place = of(p + 1, module.pages.len(), lang);
        Head {
            left: module_title(m, module, lang),
            right: format!("{} {place}", lang.pick("hal.", "page")),
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let last = self.last_scroll(cx);
        match msg {
            Msg::Next => return self.next(cx),
            Msg::Previous => return self.previous(cx),
            Msg::Up => self.scroll = self.scroll.min(last).saturating_sub(1),
            Msg::Down => self.scroll = (self.scroll + 1).min(last),
            Msg::Top => self.scroll = 0,
            Msg::Bottom => {
                self.step = self.last_step(cx);
                self.scroll = self.last_scroll(cx);
            }
            Msg::Words => return Words::open(&self.page, cx),
            Msg::Note => return self.write(cx),
            Msg::Mark => self.turn_mark(cx),
            Msg::Undo => self.put_back(cx),
            Msg::Contents if self.is_from_contents => return Step::Back,
            Msg::Contents => {
                let module = self.found(cx).map(|(_, _, module, _)| module.key.clone());
                return module.map_or(Step::Stay, |key| Step::swap(Contents::new(&key, cx)));
            }
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Back => {
                cx.hurry();
                return Step::Back;
            }
        }
        self.remember(cx);
        Step::Stay
    }

    /// Which page is in the record already, unless it was only looked up.
    fn spot(&self, _: &Cx) -> Option<Spot> {
        if self.is_visit {
            let (screen, key) = (VISIT.to_owned(), self.page.clone());
            return Some(Spot { screen, key, ..Spot::default() });
        }
        Some(Spot { screen: SPOT.to_owned(), ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let laid = self.laid(cx, area.width);
        let text = Rect { height: area.height.saturating_sub(2), ..area };
        lines::draw(&laid.lines, self.scroll, text, buf, &cx.theme);
        if area.height > 2 {
            let row = frame::row(area, area.height - 1);
            let dots = self.dots(cx);
            self.draw_marks(cx, dots.width(), row, buf);
            dots.render(row, buf);
        }
        None
    }
}

impl Reader {
    /// One dot a page, and after them how many steps of this page are still to come.
    fn dots(&self, cx: &Cx) -> Line<'static> {
        let Some((_, here, module, _)) = self.found(cx) else { return Line::raw("") };
        let mut spans = Vec::new();
        for (place, page) in module.pages.iter().enumerate() {
            let is_read = cx.work().read.contains_key(&page.key);
            let mark =
                if is_read || place == here { cx.theme.marks.full } else { cx.theme.marks.empty };
            let style = if place == here { cx.theme.accent } else { cx.theme.quiet };
            spans.push(Span::styled(format!("{mark} "), style));
        }
        let more = self.last_step(cx).saturating_sub(self.step);
        if more > 0 {
            let words = cx.lang().pick("masih ada lanjutannya", "there is more");
            spans.push(Span::styled(format!("  {words}"), cx.theme.quiet));
        }
        Line::from(spans)
    }
}
