//! All notes and marks in the order of the course. What is deleted here can be put back as long as
//! the program runs, so nothing asks "are you sure?".

#[cfg(test)]
mod laws;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    contents::module_title,
    note::NoteField,
    padded,
    reader::Reader,
    search::{self, Search},
};
use crate::{
    model::{
        notes::{self, Entry, Note},
        safe_text::safe_line,
        text::{Lang, Said, Text},
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step},
        widgets::{
            cursor::{self, Cursor, ENDS, MOVE, Move},
            lines,
        },
    },
};

/// The name of the screen.
pub(super) const NAME: Text = Text::new("Catatan dan tanda", "Notes and marks");
/// Columns before the first words of a note.
const INDENT: &str = "      ";

/// The list of notes and marks.
#[derive(Default)]
pub struct Notes {
    cursor: Cursor,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open the page under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// Edit the note under the cursor.
    Edit,
    /// Delete the entry under the cursor.
    Delete,
    /// Put back what was deleted last.
    Undo,
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
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('e')], Msg::Edit, Text::new("sunting", "edit")),
    bind(&[Key::char('x')], Msg::Delete, Text::new("hapus", "delete")),
    bind(&[Key::char('u')], Msg::Undo, Text::new("urungkan", "undo")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(search::OPEN, Msg::Search, search::SAY),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

/// Remembers an entry that was taken away, and says how to have it back.
pub(super) fn remember(page: &str, former: Note, cx: &mut Cx) {
    cx.removed.push((page.to_owned(), former));
    cx.notice = Some(Said::new(
        "Dihapus. Tekan u untuk mengurungkan.".to_owned(),
        "Deleted. Press u to undo.".to_owned(),
    ));
}

/// Puts back the entry that was taken away last; tells its page.
pub(super) fn put_back(cx: &mut Cx) -> Option<String> {
    let (page, former) = cx.removed.pop()?;
    cx.edit_work(Save::Now, |work| notes::put_back(&mut work.notes, &page, former));
    cx.notice = Some(Said::new("Sudah diurungkan.".to_owned(), "Undone.".to_owned()));
    Some(page)
}

impl Notes {
    /// The list, the cursor on its first entry.
    pub fn new() -> Self {
        Self::default()
    }

    fn here<'a>(&self, cx: &'a Cx) -> Option<Entry<'a>> {
        let entries = notes::listed(&cx.course, &cx.work().notes);
        entries.get(self.cursor.at(entries.len())).copied()
    }

    fn open(&self, cx: &Cx) -> Step {
        match self.here(cx) {
            Some(Entry { place: Some(_), page, .. }) => Step::open(Reader::visit(page)),
            Some(_) => self.edit(cx),
            None => Step::Stay,
        }
    }

    fn edit(&self, cx: &Cx) -> Step {
        let Some(Entry { page, .. }) = self.here(cx) else { return Step::Stay };
        Step::open(NoteField::new(page, Some(Reader::above_note(page)), cx))
    }

    fn delete(&self, cx: &mut Cx) {
        let Some(page) = self.here(cx).map(|entry| entry.page.to_owned()) else { return };
        if let Some(former) = cx.edit_work(Save::Now, |work| work.notes.remove(&page)) {
            remember(&page, former, cx);
        }
    }

    fn undo(&mut self, cx: &mut Cx) {
        let Some(page) = put_back(cx) else { return };
        let entries = notes::listed(&cx.course, &cx.work().notes);
        if let Some(at) = entries.iter().position(|entry| entry.page == page) {
            self.cursor = Cursor::new(at);
        }
    }
}

impl Screen for Notes {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Search | Msg::Back => true,
            Msg::Undo => !cx.removed.is_empty(),
            Msg::Open | Msg::Move(_) | Msg::Edit | Msg::Delete => self.here(cx).is_some(),
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let count = notes::listed(&cx.course, &cx.work().notes).len();
        let right = match (count, lang) {
            (0, _) => String::new(),
            (_, Lang::Id) => format!("{count} halaman"),
            (1, Lang::En) => "1 page".to_owned(),
            (_, Lang::En) => format!("{count} pages"),
        };
        Head { left: NAME.say(lang).to_owned(), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Open => return self.open(cx),
            Msg::Edit => return self.edit(cx),
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Back => return Step::Back,
            Msg::Delete => self.delete(cx),
            Msg::Undo => self.undo(cx),
            Msg::Move(to) => {
                let count = notes::listed(&cx.course, &cx.work().notes).len();
                self.cursor.go(to, count);
            }
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let entries = notes::listed(&cx.course, &cx.work().notes);
        if entries.is_empty() {
            lines::draw(&none(cx, area.width), 0, area, buf, &cx.theme);
            return None;
        }
        let at = self.cursor.at(entries.len());
        let mut rows = Vec::new();
        let (mut from, mut to) = (0, 0);
        let mut above = None;
        for (place, entry) in entries.iter().enumerate() {
            let top = rows.len();
            let module = entry.place.map(|(module, _)| module);
            if above != Some(module) {
                if above.is_some() {
                    rows.push(Line::raw(""));
                }
                rows.push(Line::styled(heading(module, cx), cx.theme.strong));
                above = Some(module);
            }
            let width = usize::from(area.width);
            rows.push(cursor::row(
                place == at,
                vec![Span::raw(title(entry, width, cx))],
                &cx.theme,
            ));
            if entry.note.has_text() {
                let words = format!("{INDENT}{}", entry.note.text.trim());
                let words = Span::styled(words, cx.theme.quiet);
                rows.push(prose::clip(&[words], area.width.min(cx.text_width()), &cx.theme));
            }
            if place == at {
                (from, to) = (top, rows.len());
            }
        }
        let scroll = lines::keep_in_sight(0, from, to, usize::from(area.height));
        lines::draw(&rows, scroll, area, buf, &cx.theme);
        None
    }
}

fn heading(module: Option<usize>, cx: &Cx) -> String {
    let lang = cx.lang();
    let found = module.and_then(|at| Some(module_title(at, cx.course.modules.get(at)?, lang)));
    found.unwrap_or_else(|| {
        lang.pick("Halaman yang tidak ada lagi di kursus", "No longer in the course").to_owned()
    })
}

/// Marks and the page's title; its key when the page is gone.
fn title(entry: &Entry<'_>, width: usize, cx: &Cx) -> String {
    let marks = cx.theme.marks;
    let flag = if entry.note.marked { marks.flag } else { " " };
    let note = if entry.note.has_text() { marks.note } else { " " };
    let title = match cx.course.page(entry.page) {
        Some((_, at, page)) => format!("{:>2}  {}", at + 1, page.title(cx.lang())),
        // Keys of pages that are gone come from the profile alone.
        None => safe_line(entry.page).into_owned(),
    };
    frame::fit(&format!("{flag} {note} {title}"), width.saturating_sub(2), &cx.theme)
}

/// How to make the first one.
fn none(cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let width = width.min(cx.text_width());
    let first = lang.pick("Belum ada catatan atau tanda.", "No notes or marks yet.");
    let how = lang.pick(
        "Saat membaca sebuah halaman, tekan c untuk mencatat dan t untuk menandai halaman itu. \
         Semuanya terkumpul di sini menurut urutan modul.",
        "While you read a page, press c to write a note and t to mark the page. They are all \
         collected here, in the order of the modules.",
    );
    let mut text = prose::wrap(&[Span::styled(first, cx.theme.strong)], width, &cx.theme);
    text.push(Line::raw(""));
    text.extend(prose::wrap(&[Span::raw(how)], width, &cx.theme));
    text
}
