//! The field for the note on a page, below the page itself. Kept as it is typed; emptied, it takes
//! the note away.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
    widgets::Widget,
};

use super::{notes as list, padded, reader::Reader};
use crate::{
    model::{
        dates,
        notes::{self, LONGEST, Note},
        profile::Spot,
        safe_text::safe_line,
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Code, Key, bind},
        screen::{Head, Input, Screen, Step},
        widgets::{edit::Edit, lines},
    },
};

/// The name of this screen among the spots of a desk.
pub(super) const SPOT: &str = "note";
/// Fewest rows of the field.
const LOWEST: u16 = 3;
/// The rule above the field and the hint below it.
const AROUND: u16 = 2;

/// The field for one page's note.
pub struct NoteField {
    page: String,
    edit: Edit,
    /// What was there when the field was opened.
    before: Option<Note>,
    /// The page, while the course has it.
    above: Option<Reader>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Leave the field.
    Done,
    /// Shown only: the field takes this key first.
    Line,
    /// The page above up.
    Up,
    /// The page above down.
    Down,
}

const PAGE: Text = Text::new("gulir halaman", "scroll the page");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Line, Text::new("baris baru", "new line")),
    bind(&[keys::PAGE_UP], Msg::Up, PAGE),
    bind(&[keys::PAGE_DOWN], Msg::Down, PAGE),
    bind(&[keys::ESC], Msg::Done, Text::new("selesai", "done")),
];

impl NoteField {
    /// The field for this page, with the page above it while the course has it.
    pub fn new(page: &str, above: Option<Reader>, cx: &Cx) -> Self {
        let before = cx.work().notes.get(page).cloned();
        let text = before.as_ref().map_or("", |note| note.text.as_str());
        let edit = Edit::of_lines(text, LONGEST);
        let above = above.filter(|_| cx.course.page(page).is_some());
        Self { page: page.to_owned(), edit, before, above }
    }

    /// The page, the rule, the field and the hint in a padded body.
    fn areas(&self, area: Rect) -> [Rect; 4] {
        let part = |y: u16, height: u16| {
            let y = y.min(area.height);
            Rect { y: area.y + y, height: height.min(area.height - y), ..area }
        };
        if self.above.is_none() {
            let field = area.height.saturating_sub(AROUND);
            return [part(0, 0), part(0, 0), part(0, field), part(field + 1, 1)];
        }
        let field = (area.height / 3).max(LOWEST);
        let page = area.height.saturating_sub(field + AROUND);
        [part(0, page), part(page, 1), part(page + 1, field), part(page + 1 + field, 1)]
    }

    fn width(cx: &Cx, area: Rect) -> usize {
        usize::from(area.width.min(cx.text_width()))
    }

    fn turn_page(&mut self, is_down: bool, cx: &Cx) {
        let [page, ..] = self.areas(padded(cx.body));
        if let Some(above) = &mut self.above {
            above.turn_page(is_down, page, cx);
        }
    }

    fn keep(&self, cx: &mut Cx) {
        let (text, now) = (self.edit.value().to_owned(), cx.now);
        cx.edit_work(Save::Soon, |work| notes::write(&mut work.notes, &self.page, text, now));
    }

    /// Leaves the field; a note that was emptied can be put back.
    fn done(&mut self, cx: &mut Cx) -> Step {
        let before = self.before.take().filter(Note::has_text);
        if let Some(before) = before
            && !notes::has_text(&cx.work().notes, &self.page)
        {
            list::remember(&self.page, before, cx);
        }
        cx.hurry();
        Step::Back
    }

    fn hint(&self, cx: &Cx) -> Line<'static> {
        let lang = cx.lang();
        if self.edit.was_full() {
            let longest = dates::number(LONGEST as f64, 0, lang);
            let words = match lang {
                Lang::Id => format!("Penuh ({longest} karakter); selebihnya tidak dimasukkan."),
                Lang::En => format!("Full ({longest} characters); the rest was left out."),
            };
            return Line::styled(format!("{} {words}", cx.theme.marks.cross), cx.theme.wrong);
        }
        let words = if self.edit.value().is_empty() {
            lang.pick(
                "Apa yang ingin Anda ingat dari halaman ini?",
                "What do you want to remember from this page?",
            )
        } else {
            lang.pick("Kosongkan untuk menghapus catatan.", "Empty it to delete the note.")
        };
        Line::styled(words, cx.theme.quiet)
    }
}

impl Screen for NoteField {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, _: &Cx) -> bool {
        self.above.is_some() || matches!(msg, Msg::Done | Msg::Line)
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let found = cx.course.page(&self.page);
        // The key of a page that is gone comes from the profile alone.
        let title = found.map_or(self.page.as_str(), |(.., page)| page.title(lang));
        let left = format!("{} · {}", lang.pick("Catatan", "Note"), safe_line(title));
        Head { left, right: String::new() }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        true
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Done => return self.done(cx),
            Msg::Up => self.turn_page(false, cx),
            Msg::Down => self.turn_page(true, cx),
            Msg::Line => {}
        }
        Step::Stay
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        let before = self.edit.value().to_owned();
        match input {
            Input::Paste(text) => self.edit.insert(&text),
            Input::Key(keys::ENTER) => self.edit.break_line(),
            Input::Key(keys::UP | keys::DOWN) => {
                let is_down = input == Input::Key(Key::plain(Code::Down));
                self.edit.move_row(is_down, Self::width(cx, padded(cx.body)));
            }
            Input::Key(key) if self.edit.press(key) => {}
            Input::Key(_) => return None,
        }
        if self.edit.value() != before {
            self.keep(cx);
        }
        Some(Step::Stay)
    }

    fn spot(&self, _: &Cx) -> Option<Spot> {
        let (screen, key) = (SPOT.to_owned(), self.page.clone());
        Some(Spot { screen, key, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let [page, rule, field, hint] = self.areas(area);
        if let Some(above) = &self.above {
            above.draw_page(cx, page, buf);
            frame::rule(&cx.theme, rule, buf);
        }
        self.hint(cx).render(hint, buf);
        let laid = self.edit.rows(Self::width(cx, area));
        let (row, column) = laid.cursor;
        let rows: Vec<Line<'_>> = laid.rows.into_iter().map(Line::raw).collect();
        let height = usize::from(field.height);
        let scroll = lines::keep_in_sight(0, row, row + 1, height);
        lines::draw(&rows, scroll, field, buf, &cx.theme);
        let row = row.checked_sub(scroll).filter(|row| *row < height)?;
        let x = field.x.saturating_add(u16::try_from(column).ok()?);
        let y = field.y.saturating_add(u16::try_from(row).ok()?);
        (x < field.right()).then_some(Position { x, y })
    }
}
