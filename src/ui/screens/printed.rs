//! What can be printed, a plan or a handout: to read, or as it comes out on paper; and the way into a
//! file.

use std::{cell::RefCell, path::MAIN_SEPARATOR, rc::Rc};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{handouts::NAME as HANDOUTS, padded, padded_height};
use crate::{
    model::{
        document::{
            Document,
            text::{self, LANDSCAPE, PORTRAIT},
        },
        handout::Handout,
        plan::{
            Plan,
            document::{document, name_of, printed},
        },
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Effect, Head, Input, Printed, Screen, Step},
        theme::Theme,
        widgets::{
            lines,
            prompt::{Prompt, Typed},
        },
    },
};

/// Most characters of the SOP's name in the name of a file.
const LONGEST_NAME: usize = 40;

/// How it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sheet {
    /// To read on a screen.
    #[default]
    None,
    /// On a sheet of A4 standing upright.
    Portrait,
    /// On the same sheet lying on its side.
    Landscape,
}

impl Sheet {
    const fn next(self) -> Self {
        match self {
            Self::None => Self::Portrait,
            Self::Portrait => Self::Landscape,
            Self::Landscape => Self::None,
        }
    }

    /// Columns of its text.
    const fn width(self) -> Option<usize> {
        match self {
            Self::None => None,
            Self::Portrait => Some(PORTRAIT),
            Self::Landscape => Some(LANDSCAPE),
        }
    }
}

/// A plan or handout being read.
pub struct View {
    what: Printed,
    scroll: usize,
    sheet: Sheet,
    /// The file that is asked for.
    asked: Option<Prompt>,
    /// The lines of a handout, laid last, and for what: a book is thousands of them, the same at every
    /// key.
    laid: RefCell<Option<(Laid, Rc<Vec<Line<'static>>>)>>,
}

/// What the lines of a handout depend on.
#[derive(Clone, Copy, PartialEq)]
struct Laid {
    width: u16,
    sheet: Sheet,
    lang: Lang,
    theme: Theme,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// A window up.
    PageUp,
    /// A window down.
    PageDown,
    /// The beginning.
    First,
    /// The end.
    Last,
    /// The other sheet.
    Sheet,
    /// Write it into a file.
    Write,
    /// Shown only: the file that is asked for takes this key first.
    Done,
    /// Back to where it was opened.
    Back,
}

const SCROLL: Text = Text::new("gulir", "scroll");
const PAGE: Text = Text::new("halaman", "page");
const ENDS: Text = Text::new("ke awal, ke akhir", "first, last");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[Key::char('c')], Msg::Sheet, Text::new("bentuk cetak", "as printed")),
    bind(&[Key::char('w')], Msg::Write, Text::new("tulis berkas", "write a file")),
    bind(&[keys::UP, Key::char('k')], Msg::Up, SCROLL),
    bind(&[keys::DOWN, Key::char('j')], Msg::Down, SCROLL),
    bind(&[keys::PAGE_UP, Key::char('b')], Msg::PageUp, PAGE),
    bind(&[keys::PAGE_DOWN, keys::SPACE], Msg::PageDown, PAGE),
    also(&[keys::HOME], Msg::First, ENDS),
    also(&[keys::END], Msg::Last, ENDS),
    bind(&[keys::ENTER], Msg::Done, Text::new("tulis", "write")),
    bind(&[keys::ESC, Key::char('v')], Msg::Back, Text::new("kembali", "back")),
];

impl View {
    /// It from its beginning.
    pub fn new(what: Printed) -> Self {
        Self { what, scroll: 0, sheet: Sheet::None, asked: None, laid: RefCell::default() }
    }

    fn lines(&self, cx: &Cx, width: u16) -> Rc<Vec<Line<'static>>> {
        let Printed::Handout { .. } = self.what else { return Rc::new(self.lay(cx, width)) };
        let now = Laid { width, sheet: self.sheet, lang: cx.lang(), theme: cx.theme };
        let mut laid = self.laid.borrow_mut();
        if let Some((before, lines)) = &*laid
            && *before == now
        {
            return Rc::clone(lines);
        }
        let lines = Rc::new(self.lay(cx, width));
        *laid = Some((now, Rc::clone(&lines)));
        lines
    }

    fn lay(&self, cx: &Cx, width: u16) -> Vec<Line<'static>> {
        let lang = cx.lang();
        if let Some(columns) = self.sheet.width() {
            if columns > usize::from(width) {
                let words = too_wide(columns, width, lang);
                return prose::wrap(&[Span::styled(words, cx.theme.text)], width, &cx.theme);
            }
            let Some(paper) = on_paper(&self.what, cx, lang) else { return Vec::new() };
            return text::lines(&paper, columns).into_iter().map(Line::raw).collect();
        }
        let document = match &self.what {
            Printed::Plan(id) => plan(id, cx).map(|plan| document(plan, &cx.course, lang)),
            Printed::Handout { .. } => on_paper(&self.what, cx, lang),
        };
        let Some(document) = document else { return Vec::new() };
        // Lines to write on are as long as a sheet is wide.
        let widest = match &self.what {
            Printed::Plan(_) => cx.text_width(),
            Printed::Handout { .. } => u16::try_from(PORTRAIT).unwrap_or(u16::MAX),
        };
        let width = width.min(widest);
        let title = Span::styled(document.title.as_str(), cx.theme.strong);
        let mut lines = prose::wrap(&[title], width, &cx.theme);
        lines.push(Line::raw(""));
        lines.extend(prose::lay(&document.flat(), width, &cx.theme, lang));
        lines
    }

    fn ask(&mut self, cx: &Cx) {
        let Some(name) = file_name(&self.what, cx) else { return };
        let (label, hint) = match self.what {
            Printed::Plan(_) => (
                Text::new("Tulis rencana ke berkas", "Write the plan into the file"),
                Text::new(
                    "Akhirannya menentukan bentuk: .docx Word, .xlsx Excel, .csv tabel, .ics kalender, .html, .txt, .md, .json. Enter menulis.",
                    "Its ending names the form: .docx Word, .xlsx Excel, .csv table, .ics calendar, .html, .txt, .md, .json. Enter writes.",
                ),
            ),
            Printed::Handout { .. } => (
                Text::new("Tulis bahan ini ke berkas", "Write this handout into the file"),
                Text::new(
                    "Akhirannya menentukan bentuk: .html untuk dicetak, .txt teks, .md Markdown. Enter menulis.",
                    "Its ending names the form: .html to print, .txt text, .md Markdown. Enter writes.",
                ),
            ),
        };
        let file = format!("{}{MAIN_SEPARATOR}{name}", cx.own_files);
        self.asked = Some(Prompt::new(label, hint, &file));
    }
}

fn plan<'a>(id: &str, cx: &'a Cx) -> Option<&'a Plan> {
    cx.profile().plans.iter().find(|plan| plan.id == id)
}

/// What is printed of it; `None` where it is no longer there.
pub fn on_paper(what: &Printed, cx: &Cx, lang: Lang) -> Option<Document> {
    match what {
        Printed::Plan(id) => plan(id, cx).map(|plan| printed(plan, &cx.course, lang)),
        Printed::Handout { sort, name } => {
            let handout = Handout::find(&cx.course, sort, name.as_deref())?;
            Some(handout.document(&cx.course, lang))
        }
    }
}

/// The name that a file of it is given: "RTL-penerbitan-izin-2026-11-24.docx", "lembar-bedah-sop.txt".
pub fn file_name(what: &Printed, cx: &Cx) -> Option<String> {
    match what {
        Printed::Plan(id) => plan(id, cx).map(|plan| plan_name(plan, cx)),
        Printed::Handout { sort, name } => {
            let handout = Handout::find(&cx.course, sort, name.as_deref())?;
            // A book is made for a printer, not for a window.
            let ending = if handout.is_book() { "html" } else { "txt" };
            Some(format!("{}.{ending}", handout.file_name(cx.lang())))
        }
    }
}

fn plan_name(plan: &Plan, cx: &Cx) -> String {
    let name = name_of(plan).unwrap_or_else(|| plan.head.unit.clone());
    let mut slug = String::new();
    for c in name.chars().take(LONGEST_NAME).flat_map(char::to_lowercase) {
        match c {
            c if c.is_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let day = cx.today();
    match slug.trim_end_matches('-') {
        "" => format!("RTL-{day}.docx"),
        slug => format!("RTL-{slug}-{day}.docx"),
    }
}

fn too_wide(columns: usize, width: u16, lang: Lang) -> String {
    match lang {
        Lang::Id => format!(
            "Lembar selebar {columns} kolom tidak muat di jendela ini ({width} kolom). Lebarkan jendela, \
             tekan c untuk bentuk lain, atau w untuk menuliskannya ke berkas."
        ),
        Lang::En => format!(
            "A sheet of {columns} columns does not fit in this window ({width} columns). Widen the window, \
             press c for another form, or w to write it into a file."
        ),
    }
}

impl Screen for View {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = match self.what {
            Printed::Plan(_) => cx.lang().pick("Rencana selengkapnya", "The whole plan"),
            Printed::Handout { .. } => HANDOUTS.say(cx.lang()),
        };
        let left = left.to_owned();
        let right = match self.sheet {
            Sheet::None => cx.lang().pick("di layar", "on screen"),
            Sheet::Portrait => cx.lang().pick("cetak: A4 tegak", "print: A4 upright"),
            Sheet::Landscape => cx.lang().pick("cetak: A4 rebah", "print: A4 on its side"),
        };
        Head { left, right: right.to_owned() }
    }

    fn allows(&self, msg: Msg, _: &Cx) -> bool {
        match msg {
            Msg::Back => true,
            Msg::Done => self.asked.is_some(),
            _ => self.asked.is_none(),
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let height = padded_height(cx);
        let last = lines::last_scroll(self.lines(cx, padded(cx.body).width).len(), height);
        let page = height.saturating_sub(1).max(1);
        let scroll = self.scroll.min(last);
        self.scroll = match msg {
            Msg::Up => scroll.saturating_sub(1),
            Msg::Down => scroll + 1,
            Msg::PageUp => scroll.saturating_sub(page),
            Msg::PageDown => scroll + page,
            Msg::First => 0,
            Msg::Last => last,
            Msg::Sheet => {
                self.sheet = self.sheet.next();
                0
            }
            Msg::Write => {
                self.ask(cx);
                scroll
            }
            Msg::Done => scroll,
            Msg::Back => return Step::Back,
        }
        .min(last);
        Step::Stay
    }

    fn is_typing(&self, _: &Cx) -> bool {
        self.asked.is_some()
    }

    fn typed(&mut self, input: Input, _: &mut Cx) -> Option<Step> {
        match self.asked.as_mut()?.typed(&input) {
            Typed::Nothing => return None,
            Typed::More => {}
            Typed::Cancel => self.asked = None,
            Typed::Done(to) => {
                self.asked = None;
                let width = self.sheet.width().unwrap_or(PORTRAIT);
                let what = self.what.clone();
                return Some(Step::Do(Effect::Write { what, to, width, replace: false }));
            }
        }
        Some(Step::Stay)
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let below = self.asked.as_ref().map_or(0, |asked| asked.height(cx, area.width));
        let below = below.min(area.height);
        let text = Rect { height: area.height - below, ..area };
        lines::draw(&self.lines(cx, area.width), self.scroll, text, buf, &cx.theme);
        let rest = Rect { y: text.bottom(), height: below, ..area };
        self.asked.as_ref().and_then(|asked| asked.draw(cx, rest, buf))
    }
}
