//! A date field: the month in which a date is picked, and a typed text that is no date.

use jiff::civil::Date;

use super::{Asked, Form, Kind, typed_date};
use crate::ui::{
    cx::Cx,
    keys::{Code, Key},
    screen::Input,
    widgets::calendar::{Calendar, Does},
};

/// The keys that open the calendar in a date field.
pub const OPENS: &[Key] = &[Key::plain(Code::F(5)), Key::ctrl('d')];

impl<T> Form<T> {
    /// The same form, its calendar beginning here when no field before tells a day.
    #[must_use]
    pub fn near(mut self, day: Option<Date>) -> Self {
        self.near = day;
        self
    }

    /// Whether the calendar lies over the form.
    pub const fn is_picking(&self) -> bool {
        self.calendar.is_some()
    }

    /// Whether the field being typed is a date.
    pub fn is_date(&self) -> bool {
        matches!(self.fields.get(self.at).map(|field| field.kind), Some(Kind::Date))
    }

    /// The calendar's part of an input; `None` when it has none.
    pub(super) fn picked(&mut self, input: &Input, cx: &Cx, value: &T) -> Option<Asked> {
        let Some(mut calendar) = self.calendar else {
            let Input::Key(key) = input else { return None };
            if !self.is_date() || !OPENS.contains(&key.level()) {
                return None;
            }
            self.calendar = Some(Calendar::new(self.first_day(cx, value)));
            return Some(Asked::Redraw);
        };
        let Input::Key(key) = input else { return Some(Asked::Redraw) };
        match Calendar::does(*key)? {
            Does::Go(way) => calendar.go(way),
            Does::Today => calendar = Calendar::new(cx.today()),
            Does::Leave => {
                self.calendar = None;
                return Some(Asked::Redraw);
            }
            Does::Take => return Some(self.take(calendar.at(), value)),
        }
        self.calendar = Some(calendar);
        Some(Asked::Redraw)
    }

    fn take(&mut self, day: Date, value: &T) -> Asked {
        self.calendar = None;
        self.fault = None;
        self.is_marked = true;
        let iso = day.to_string();
        self.edit.replace(&typed_date(&iso));
        let stored = self.fields.get(self.at).map(|field| (field.get)(value));
        if stored.as_ref() == Some(&iso) {
            return Asked::Redraw;
        }
        Asked::Set(self.at, iso, true)
    }

    /// The field's own date, else that of the nearest date field before it, else the screen's, else
    /// today.
    fn first_day(&self, cx: &Cx, value: &T) -> Date {
        let own = self.date(cx).ok().and_then(|iso| iso.parse().ok());
        let before = || {
            let fields = self.fields.iter().take(self.at).rev();
            let mut dates = fields.filter(|field| matches!(field.kind, Kind::Date));
            dates.find_map(|field| (field.get)(value).parse().ok())
        };
        own.or_else(before).or(self.near).unwrap_or_else(|| cx.today())
    }

    /// Where a date field holds a text that is no date and the form is closed all the same, and what
    /// stood there when it was entered; `None` for that when it was no date either.
    pub fn given_up(&self, cx: &Cx) -> Option<(usize, Option<String>)> {
        let is_given_up = self.is_date() && self.date(cx).is_err();
        let is_whole = self.before.is_empty() || self.before.parse::<Date>().is_ok();
        is_given_up.then(|| (self.at, is_whole.then(|| self.before.clone())))
    }
}
