//! A form over one value: a table of fields, of which one is being typed. The form never changes
//! the value; it says what to change, and the screen does it through `Cx`.

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::{
    edit::{Edit, Rows},
    lines,
};
use crate::{
    model::{dates, text::Text},
    ui::{
        cx::Cx,
        frame::{self, TEXT_WIDTH},
        keys::{Code, Key},
        prose,
        screen::Input,
    },
};

/// Longest typed date, in characters.
const LONGEST_DATE: usize = 40;

/// What a field holds.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Free text of at most so many characters.
    Text(usize),
    /// A date, stored as ISO 8601 or empty.
    Date,
    /// One of the choices: stored key and label.
    Choice(fn(&Cx) -> Vec<(String, String)>),
}

/// One field over a `T`.
pub struct Field<T: 'static> {
    /// Its name.
    pub label: Text,
    /// What belongs there, with an example.
    pub hint: Text,
    /// What it holds.
    pub kind: Kind,
    /// Reads it.
    pub get: fn(&T) -> String,
    /// Changes it.
    pub set: fn(&mut T, String),
}

/// A form at work.
pub struct Form<T: 'static> {
    fields: &'static [Field<T>],
    at: usize,
    edit: Edit,
    fault: Option<String>,
}

/// What a form asks of its screen.
pub enum Asked {
    /// The input is not the form's.
    Nothing,
    /// Only the form itself changed.
    Redraw,
    /// Write this text into the field at this place; the flag says the field was left.
    Set(usize, String, bool),
    /// The last field was finished with Enter.
    Finished,
}

impl<T> Form<T> {
    /// A form that stands on its first field.
    pub fn new(fields: &'static [Field<T>], value: &T) -> Self {
        let mut form = Self { fields, at: 0, edit: Edit::default(), fault: None };
        form.enter(0, value);
        form
    }

    /// The fields.
    pub const fn fields(&self) -> &'static [Field<T>] {
        self.fields
    }

    /// The place of the field being typed.
    pub const fn at(&self) -> usize {
        self.at
    }

    fn enter(&mut self, at: usize, value: &T) {
        self.at = at.min(self.fields.len().saturating_sub(1));
        self.fault = None;
        if let Some(field) = self.fields.get(self.at) {
            let text = (field.get)(value);
            self.edit = match field.kind {
                Kind::Text(longest) => Edit::new(&text, longest),
                Kind::Date => Edit::new(&typed_date(&text), LONGEST_DATE),
                Kind::Choice(_) => Edit::default(),
            };
        }
    }

    /// Leaves the field: a date that cannot be understood keeps the person there.
    ///
    /// # Errors
    /// Nothing but the place of the fault; the reason stands in the form.
    pub fn leave(&mut self, cx: &Cx, value: &T) -> Result<Option<String>, ()> {
        let Some(field) = self.fields.get(self.at) else { return Ok(None) };
        if !matches!(field.kind, Kind::Date) {
            return Ok(None);
        }
        let typed = self.edit.value().trim();
        let iso = if typed.is_empty() {
            String::new()
        } else {
            match dates::parse_date(typed, cx.today()) {
                Ok(date) => date.to_string(),
                Err(fault) => {
                    self.fault = Some(fault.say(cx.lang()));
                    return Err(());
                }
            }
        };
        Ok((iso != (field.get)(value)).then_some(iso))
    }

    /// Whether a fault is being shown.
    pub const fn has_fault(&self) -> bool {
        self.fault.is_some()
    }

    /// Handles an input; the screen does what is asked and then calls [`Form::settle`].
    pub fn typed(&mut self, input: &Input, cx: &Cx, value: &T) -> Asked {
        let Some(field) = self.fields.get(self.at) else { return Asked::Nothing };
        match (input, field.kind) {
            (Input::Paste(_), Kind::Choice(_)) => Asked::Redraw,
            (Input::Paste(text), _) => {
                self.edit.insert(text);
                self.changed(&field.kind)
            }
            (Input::Key(key), kind) => self.pressed(*key, kind, cx, value),
        }
    }

    fn pressed(&mut self, key: Key, kind: Kind, cx: &Cx, value: &T) -> Asked {
        let target = match key.code {
            Code::Enter if self.at + 1 == self.fields.len() => None,
            Code::Enter | Code::Tab | Code::Down => Some(self.at + 1),
            Code::BackTab | Code::Up => Some(self.at.saturating_sub(1)),
            _ => return self.inside(key, kind, cx, value),
        };
        match (self.leave(cx, value), target) {
            (Err(()), _) => Asked::Redraw,
            (Ok(new), Some(target)) => {
                let from = self.at;
                self.enter(target, value);
                match new {
                    Some(text) => Asked::Set(from, text, true),
                    None => Asked::Set(from, self.stored(from, value), true),
                }
            }
            (Ok(Some(text)), None) => Asked::Set(self.at, text, true),
            (Ok(None), None) => Asked::Finished,
        }
    }

    fn stored(&self, at: usize, value: &T) -> String {
        self.fields.get(at).map_or_else(String::new, |field| (field.get)(value))
    }

    fn inside(&mut self, key: Key, kind: Kind, cx: &Cx, value: &T) -> Asked {
        if let Kind::Choice(choices) = kind {
            let choices = choices(cx);
            let now = self.stored(self.at, value);
            let place = choices.iter().position(|(stored, _)| *stored == now).unwrap_or(0);
            let place = match key.code {
                Code::Left => place + choices.len() - usize::from(!choices.is_empty()),
                Code::Right | Code::Char(' ') => place + 1,
                Code::Char(_) if key.typed().is_some() => return Asked::Redraw,
                _ => return Asked::Nothing,
            };
            let new = choices.get(place % choices.len().max(1));
            return new.map_or(Asked::Redraw, |(stored, _)| Asked::Set(self.at, stored.clone(), true));
        }
        if self.edit.press(key) { self.changed(&kind) } else { Asked::Nothing }
    }

    fn changed(&mut self, kind: &Kind) -> Asked {
        self.fault = None;
        match kind {
            Kind::Text(_) => Asked::Set(self.at, self.edit.value().to_owned(), false),
            _ => Asked::Redraw,
        }
    }

    /// Draws the form. Returns where the cursor stands.
    pub fn draw(&self, cx: &Cx, value: &T, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        let hint_height = 3.min(area.height);
        let list = Rect { height: area.height - hint_height, ..area };
        let (rows, focus, cursor) = self.rows(cx, value, list.width);
        let height = usize::from(list.height);
        let scroll = lines::keep_in_sight(0, focus.0, focus.1, height);
        lines::draw(&rows, scroll, list, buf, &cx.theme);
        self.draw_hint(cx, Rect { y: list.bottom(), height: hint_height, ..area }, buf);
        let (row, column) = cursor?;
        let row = row.checked_sub(scroll).filter(|row| *row < height)?;
        let x = list.x.saturating_add(u16::try_from(column).ok()?);
        let y = list.y.saturating_add(u16::try_from(row).ok()?);
        (x < list.right()).then_some(Position { x, y })
    }

    /// All rows, the rows of the field being typed, and the cursor among them.
    #[expect(clippy::type_complexity, reason = "used once, right above")]
    fn rows(
        &self,
        cx: &Cx,
        value: &T,
        width: u16,
    ) -> (Vec<Line<'static>>, (usize, usize), Option<(usize, usize)>) {
        let lang = cx.lang();
        let width = usize::from(width);
        let widest = self.fields.iter().map(|f| f.label.say(lang).width()).max().unwrap_or(0);
        let label_width = (widest + 4).min(width / 2);
        let room = width.saturating_sub(label_width + 2).min(usize::from(TEXT_WIDTH));
        let mut rows = Vec::new();
        let mut focus = (0, 0);
        let mut cursor = None;
        for (place, field) in self.fields.iter().enumerate() {
            let is_here = place == self.at;
            let (texts, at, style) = self.field_rows(cx, field, value, is_here, room);
            let from = rows.len();
            for (number, text) in texts.into_iter().enumerate() {
                let (mark, label) = match number {
                    0 if is_here => (cx.theme.marks.cursor, field.label.say(lang)),
                    0 => (" ", field.label.say(lang)),
                    _ => (" ", ""),
                };
                let label = frame::fit(&format!("{mark} {label}"), label_width, &cx.theme);
                let label_style = if is_here { cx.theme.cursor } else { cx.theme.quiet };
                let gap = " ".repeat(label_width + 1 - label.width().min(label_width));
                rows.push(Line::from(vec![
                    Span::styled(label, label_style),
                    Span::raw(gap),
                    Span::styled(text, style),
                ]));
            }
            if is_here {
                focus = (from, rows.len());
                cursor = at.map(|(row, column)| (from + row, label_width + 1 + column));
            }
        }
        (rows, focus, cursor)
    }

    fn field_rows(
        &self,
        cx: &Cx,
        field: &Field<T>,
        value: &T,
        is_here: bool,
        room: usize,
    ) -> (Vec<String>, Option<(usize, usize)>, Style) {
        let stored = (field.get)(value);
        match field.kind {
            Kind::Choice(choices) => {
                let choices = choices(cx);
                let label = choices.iter().find(|(key, _)| *key == stored);
                let label = label.map_or(stored.as_str(), |(_, label)| label.as_str());
                let shown = if is_here { format!("< {label} >") } else { label.to_owned() };
                let style = if is_here { cx.theme.cursor } else { cx.theme.text };
                (vec![frame::fit(&shown, room, &cx.theme)], None, style)
            }
            Kind::Text(_) | Kind::Date if is_here => {
                let Rows { rows, cursor } = self.edit.rows(room);
                (rows, Some(cursor), cx.theme.text)
            }
            Kind::Date => {
                let shown = stored.parse::<Date>();
                let shown = shown.map_or(stored, |date| dates::short_date(date, cx.lang()));
                (vec![empty_mark(shown, cx)], None, cx.theme.text)
            }
            Kind::Text(longest) => {
                let rows = Edit::new(&stored, longest).rows(room).rows;
                let rows = rows.into_iter().map(|row| empty_mark(row, cx));
                let style = if stored.is_empty() { cx.theme.quiet } else { cx.theme.text };
                (rows.collect(), None, style)
            }
        }
    }

    fn draw_hint(&self, cx: &Cx, area: Rect, buf: &mut Buffer) {
        let Some(field) = self.fields.get(self.at) else { return };
        let (words, style) = match &self.fault {
            Some(fault) => (format!("{} {fault}", cx.theme.marks.cross), cx.theme.wrong),
            None => (field.hint.say(cx.lang()).to_owned(), cx.theme.quiet),
        };
        let width = area.width.min(TEXT_WIDTH);
        let wrapped = prose::wrap(&[Span::styled(words, style)], width);
        for (line, at) in wrapped.into_iter().zip(1..area.height) {
            line.render(frame::row(area, at), buf);
        }
    }
}

fn empty_mark(text: String, cx: &Cx) -> String {
    if text.is_empty() { cx.theme.marks.rule.repeat(2) } else { text }
}

/// How a stored date stands in the field while it is being typed: day first, as people write it.
fn typed_date(iso: &str) -> String {
    iso.parse::<Date>().map_or_else(
        |_| iso.to_owned(),
        |date| format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
    )
}
