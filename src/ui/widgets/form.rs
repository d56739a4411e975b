//! A form over one value: a table of fields, of which one is being typed. The form never changes
//! the value; it says what to change, and the screen does it through `Cx`.

mod picking;
mod view;

use jiff::civil::Date;

pub use self::picking::OPENS;
use super::{calendar::Calendar, edit::Edit};
use crate::{
    model::{
        dates::{self, DateFault},
        text::Text,
    },
    ui::{
        cx::{Cx, Save},
        keys::{Code, Key},
        screen::{Input, Step},
        screens::padded,
    },
};

/// Longest typed date, in characters.
const LONGEST_DATE: usize = 40;

/// What a field holds.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Free text of at most so many characters.
    Text(usize),
    /// A date, stored as ISO 8601 or empty; `get` and `set` also pass on a text that is none yet.
    Date,
    /// A whole number from 0 to this one.
    Number(u32),
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
    /// What the field held when it was entered.
    before: String,
    fault: Option<DateFault>,
    /// The person tried to close the form with a date that is none.
    is_closing: bool,
    /// The date stands there as it was stored: what is typed takes its place.
    is_marked: bool,
    /// The month that lies over the form while a date is picked.
    calendar: Option<Calendar>,
    /// Where the calendar begins when the form knows no date itself.
    near: Option<Date>,
}

/// What a form asks of its screen.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// The input is not the form's.
    Nothing,
    /// Only the form itself changed.
    Redraw,
    /// Write this text into the field at this place; the flag says at once (a choice was made).
    Set(usize, String, bool),
    /// The field was left: what was typed in it should be saved.
    Left,
    /// The last field was finished with Enter.
    Finished,
}

impl Asked {
    /// Does what the form asks: `set` writes a text into the field at a place. `None` when the input
    /// is not the form's; back when the last field was finished.
    pub fn answer(
        self,
        cx: &mut Cx,
        set: impl FnOnce(&mut Cx, usize, String, Save),
    ) -> Option<Step> {
        match self {
            Self::Nothing => return None,
            Self::Redraw => {}
            Self::Left => cx.hurry(),
            Self::Set(at, text, is_chosen) => {
                let save = if is_chosen { Save::Now } else { Save::Soon };
                set(cx, at, text, save);
            }
            Self::Finished => {
                cx.hurry();
                return Some(Step::Back);
            }
        }
        Some(Step::Stay)
    }
}

/// The states on the way from `before` to `after`, one for each field that differs, the oldest first;
/// `after` itself is not among them.
pub fn stages<T: Clone>(fields: &[Field<T>], before: &T, after: &T) -> Vec<T> {
    let mut now = before.clone();
    let mut stages = Vec::new();
    for field in fields {
        let text = (field.get)(after);
        if (field.get)(&now) != text {
            stages.push(now.clone());
            (field.set)(&mut now, text);
        }
    }
    stages
}

impl<T> Form<T> {
    /// A form that stands on its first field.
    pub fn new(fields: &'static [Field<T>], value: &T) -> Self {
        let edit = Edit::default();
        let before = String::new();
        let (is_closing, is_marked) = (false, false);
        let (calendar, near) = (None, None);
        let mut form = Self {
            fields,
            at: 0,
            edit,
            before,
            fault: None,
            is_closing,
            is_marked,
            calendar,
            near,
        };
        form.enter(0, value);
        form
    }

    /// The same, standing on another field where there is one.
    pub fn standing_at(mut self, at: usize, value: &T) -> Self {
        if at < self.fields.len() {
            self.enter(at, value);
        }
        self
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
        self.at = at;
        self.fault = None;
        let Some(field) = self.fields.get(at) else { return };
        self.before = (field.get)(value);
        self.edit = match field.kind {
            Kind::Text(longest) => Edit::new(&self.before, longest),
            Kind::Date => Edit::new(&typed_date(&self.before), LONGEST_DATE),
            Kind::Number(most) => Edit::new(&self.before, most.to_string().len()),
            Kind::Choice(_) => Edit::default(),
        };
        self.is_marked = match field.kind {
            Kind::Date => self.before.parse::<Date>().is_ok(),
            Kind::Number(_) => !self.before.is_empty(),
            _ => false,
        };
    }

    /// The ISO date that is typed; empty for none.
    fn date(&self, cx: &Cx) -> Result<String, DateFault> {
        match dates::parse_date(self.edit.value(), cx.today()) {
            Ok(date) => Ok(date.to_string()),
            Err(DateFault::Empty) => Ok(String::new()),
            Err(fault) => Err(fault),
        }
    }

    /// Whether the field may be left: a date that cannot be understood keeps the person there.
    fn may_leave(&mut self, cx: &Cx) -> bool {
        if matches!(self.fields.get(self.at).map(|field| field.kind), Some(Kind::Date)) {
            self.fault = self.date(cx).err();
        }
        self.fault.is_none()
    }

    /// Whether the form may be closed. Of a date that cannot be understood the person is told once;
    /// the second time it is given up.
    pub fn may_close(&mut self, cx: &Cx) -> bool {
        let may = self.may_leave(cx) || self.is_closing;
        self.is_closing = true;
        may
    }

    /// Handles an input; the screen does what is asked.
    pub fn typed(&mut self, input: &Input, cx: &Cx, value: &T) -> Asked {
        if let Some(asked) = self.picked(input, cx, value) {
            return asked;
        }
        let Some(field) = self.fields.get(self.at) else { return Asked::Nothing };
        if *input != Input::Key(Key::plain(Code::Esc)) {
            self.is_closing = false;
        }
        if matches!(field.kind, Kind::Number(_)) && !is_digits(input) {
            return Asked::Redraw;
        }
        if std::mem::take(&mut self.is_marked) && replaces(input) {
            return self.edited(field.kind, cx, value, |edit| {
                edit.replace("");
                match input {
                    Input::Paste(text) => edit.insert(text),
                    Input::Key(key) if key.typed().is_some() => drop(edit.press(*key)),
                    Input::Key(_) => {}
                }
                true
            });
        }
        match (input, field.kind) {
            (Input::Paste(_), Kind::Choice(_)) => Asked::Redraw,
            (Input::Paste(text), kind) => self.edited(kind, cx, value, |edit| {
                edit.insert(text);
                true
            }),
            (Input::Key(key), kind) => self.pressed(*key, kind, cx, value),
        }
    }

    fn pressed(&mut self, key: Key, kind: Kind, cx: &Cx, value: &T) -> Asked {
        let last = self.fields.len().saturating_sub(1);
        let is_up = key.code == Code::Up;
        let is_row = is_up || key.code == Code::Down;
        if is_row && matches!(kind, Kind::Text(_)) {
            let room = self.room(cx, padded(cx.body).width);
            if self.edit.move_row(!is_up, room) {
                return Asked::Redraw;
            }
        }
        let target = match key.code {
            Code::Enter => self.at + 1,
            Code::Tab | Code::Down => (self.at + 1).min(last),
            Code::BackTab | Code::Up => self.at.saturating_sub(1),
            Code::PageUp => 0,
            Code::PageDown => last,
            _ => return self.inside(key, kind, cx, value),
        };
        if !self.may_leave(cx) {
            return Asked::Redraw;
        }
        if target > last {
            return Asked::Finished;
        }
        if target != self.at {
            self.enter(target, value);
            // Walking down one comes to the first row of a long text, walking up to its last.
            let is_text = matches!(self.fields.get(target).map(|f| f.kind), Some(Kind::Text(_)));
            let room = self.room(cx, padded(cx.body).width);
            let is_long = self.edit.rows(room).rows.len() > 1;
            if key.code == Code::Down && is_text && is_long {
                self.edit.press(Key::plain(Code::Home));
            }
        }
        Asked::Left
    }

    fn inside(&mut self, key: Key, kind: Kind, cx: &Cx, value: &T) -> Asked {
        let Kind::Choice(choices) = kind else {
            return self.edited(kind, cx, value, |edit| edit.press(key));
        };
        let is_back = match key.code {
            Code::Left => true,
            Code::Right | Code::Char(' ') => false,
            Code::Char(_) if key.typed().is_some() => return Asked::Redraw,
            _ => return Asked::Nothing,
        };
        let choices = choices(cx);
        let now = self.fields.get(self.at).map_or_else(String::new, |field| (field.get)(value));
        let place = choices.iter().position(|(stored, _)| *stored == now);
        let last = choices.len().saturating_sub(1);
        let next = match place {
            Some(0) if is_back => last,
            Some(place) if is_back => place - 1,
            Some(place) if place < last => place + 1,
            // The stored one is none of them, or the last.
            _ => 0,
        };
        let new = choices.into_iter().nth(next).filter(|(stored, _)| *stored != now);
        new.map_or(Asked::Redraw, |(stored, _)| Asked::Set(self.at, stored, true))
    }

    fn edited(
        &mut self,
        kind: Kind,
        cx: &Cx,
        value: &T,
        deed: impl FnOnce(&mut Edit) -> bool,
    ) -> Asked {
        let before = self.edit.clone();
        if !deed(&mut self.edit) {
            return Asked::Nothing;
        }
        if self.edit.value() == before.value() {
            return Asked::Redraw;
        }
        let number = self.edit.value().parse().unwrap_or(0u32);
        if matches!(kind, Kind::Number(most) if number > most) {
            self.edit = before;
            return Asked::Redraw;
        }
        self.fault = None;
        let text = match kind {
            // What is no date yet is kept as typed: nothing typed is lost.
            Kind::Date => self.date(cx).unwrap_or_else(|_| self.edit.value().to_owned()),
            _ => self.edit.value().to_owned(),
        };
        let stored = self.fields.get(self.at).map(|field| (field.get)(value));
        if stored.as_ref() == Some(&text) {
            return Asked::Redraw;
        }
        Asked::Set(self.at, text, false)
    }
}

/// Whether an input types nothing but digits.
fn is_digits(input: &Input) -> bool {
    match input {
        Input::Paste(text) => text.chars().all(|c| c.is_ascii_digit()),
        Input::Key(key) => key.typed().is_none_or(|c| c.is_ascii_digit()),
    }
}

/// Whether an input would change a text: what is marked goes with it.
fn replaces(input: &Input) -> bool {
    match input {
        Input::Paste(_) => true,
        Input::Key(key) => {
            key.typed().is_some() || matches!(key.code, Code::Backspace | Code::Delete)
        }
    }
}

/// How a stored date stands in the field while it is being typed: day first, as people write it.
fn typed_date(iso: &str) -> String {
    iso.parse::<Date>().map_or_else(
        |_| iso.to_owned(),
        |date| format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
    )
}
