//! TOML files as read: every value with its place, so that a fault of meaning can point at it.
//!
//! Tables are walked field by field rather than derived, because a derived reader stops at its
//! first fault and an author wants to hear of all of them.

mod sentences;
mod syntax;

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

pub use self::sentences::instead;
use self::sentences::{
    A_FLAG, A_TEXT, FILL, LANGUAGES, TABLES, TEXTS, blank, missing, translate, untranslated,
};
use crate::model::{
    faults::{Log, quoted},
    safe_text::safe_line,
    text::{Said, Text},
};

/// Where something stands, in bytes of its file.
pub type Place = Range<usize>;

/// Whether English texts are required and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum English {
    /// Declared by course.toml, so it must be complete.
    Declared,
    /// Not declared: Indonesian stands in for it.
    Absent,
}

/// Reads one TOML text that starts `base` bytes into its file; `None` when it cannot be read.
pub fn document<'t>(text: &'t str, base: usize, log: &mut Log<'_>) -> Option<Fields<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let place = base..base + text.len();
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let (what, remedy) = syntax::said(error.message());
        log.error(base + span.start..base + span.end, what, remedy);
        if syntax::spoils_the_rest(error.message()) {
            break;
        }
    }
    errors.is_empty().then(|| Fields {
        table: table.into_inner(),
        place,
        base,
        asked: Vec::new(),
        within: "",
    })
}

/// One TOML table while its fields are asked for by name.
#[derive(Debug)]
pub struct Fields<'t> {
    table: DeTable<'t>,
    /// Where the table, or the word that opens it, stands.
    pub place: Place,
    base: usize,
    asked: Vec<&'static str>,
    /// The field that this table is the value of, for sentences; empty for a table of its own.
    within: &'static str,
}

impl<'t> Fields<'t> {
    /// Whether a field is there.
    pub fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// The place of a field's name, or of the table when the field is missing.
    pub fn place_of(&self, name: &str) -> Place {
        self.table
            .get_key_value(name)
            .map_or_else(|| self.place.clone(), |(key, _)| self.moved(key.span()))
    }

    /// A field's name as the author writes it.
    fn full(&self, name: &str) -> String {
        if self.within.is_empty() { name.to_owned() } else { format!("{}.{name}", self.within) }
    }

    fn moved(&self, span: Place) -> Place {
        self.base + span.start..self.base + span.end
    }

    fn take(&mut self, name: &'static str) -> Option<(Place, Spanned<DeValue<'t>>)> {
        self.asked.push(name);
        let (key, value) = self.table.remove_entry(name)?;
        Some((self.moved(key.span()), value))
    }

    /// An optional text; must not be blank.
    pub fn text(&mut self, name: &'static str, log: &mut Log<'_>) -> Option<Spanned<String>> {
        let (_, value) = self.take(name)?;
        let place = self.moved(value.span());
        match value.into_inner() {
            DeValue::String(text) if !text.trim().is_empty() => {
                Some(Spanned::new(place, line(&text)))
            }
            DeValue::String(_) => {
                log.error(place, blank(&self.full(name)), FILL);
                None
            }
            _ => A_TEXT.missed(name, place, log),
        }
    }

    /// A text that must be there.
    pub fn need_text(&mut self, name: &'static str, log: &mut Log<'_>) -> Option<Spanned<String>> {
        self.need(name, log).then(|| self.text(name, log)).flatten()
    }

    /// Whether the field is there; a fault is noted when it is not.
    pub fn need(&mut self, name: &'static str, log: &mut Log<'_>) -> bool {
        let there = self.has(name);
        if !there {
            self.asked.push(name);
            let name = self.full(name);
            let remedy =
                Said::new(format!("Tambahkan baris “{name} = …”."), format!("Add “{name} = …”."));
            log.error(self.place.clone(), missing(&name), remedy);
        }
        there
    }

    /// An optional whole number within a range.
    pub fn number(
        &mut self,
        name: &'static str,
        range: std::ops::RangeInclusive<i64>,
        log: &mut Log<'_>,
    ) -> Option<i64> {
        let (_, value) = self.take(name)?;
        let place = self.moved(value.span());
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_some_and(|number| range.contains(&number)) {
            return number;
        }
        let (from, to) = (range.start(), range.end());
        let what = Said::new(
            format!("“{name}” harus bilangan bulat {from} sampai {to}"),
            format!("“{name}” must be a whole number from {from} to {to}"),
        );
        log.error(place, what, Text::new("Perbaiki angkanya.", "Correct the number."));
        None
    }

    /// An optional share from 0 to 1.
    pub fn share(&mut self, name: &'static str, log: &mut Log<'_>) -> Option<f64> {
        let (_, value) = self.take(name)?;
        let place = self.moved(value.span());
        let share = match value.get_ref() {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let share = share.filter(|share| (0.0..=1.0).contains(share));
        if share.is_none() {
            let what = Said::new(
                format!("“{name}” harus bilangan dari 0 sampai 1"),
                format!("“{name}” must be a number from 0 to 1"),
            );
            let remedy = Text::new("Tulis misalnya 0.8.", "Write 0.8, for example.");
            log.error(place, what, remedy);
        }
        share
    }

    /// An optional yes or no.
    pub fn flag(&mut self, name: &'static str, log: &mut Log<'_>) -> Option<Spanned<bool>> {
        let (_, value) = self.take(name)?;
        let place = self.moved(value.span());
        match value.into_inner() {
            DeValue::Boolean(flag) => Some(Spanned::new(place, flag)),
            _ => A_FLAG.missed(name, place, log),
        }
    }

    /// A list of texts; empty when the field is missing.
    pub fn texts(&mut self, name: &'static str, log: &mut Log<'_>) -> Vec<Spanned<String>> {
        let Some((_, value)) = self.take(name) else { return Vec::new() };
        let place = self.moved(value.span());
        let DeValue::Array(array) = value.into_inner() else {
            TEXTS.missed::<()>(name, place, log);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for value in array {
            let place = self.moved(value.span());
            match value.into_inner() {
                DeValue::String(text) => texts.push(Spanned::new(place, line(&text))),
                _ => {
                    TEXTS.missed::<()>(name, place, log);
                }
            }
        }
        texts
    }

    /// A table within this one, with the place of its name.
    pub fn inner(&mut self, name: &'static str, log: &mut Log<'_>) -> Option<Fields<'t>> {
        let (key, value) = self.take(name)?;
        let place = self.moved(value.span());
        match value.into_inner() {
            DeValue::Table(table) => {
                Some(Fields { table, place: key, base: self.base, asked: Vec::new(), within: name })
            }
            _ => LANGUAGES.missed(name, place, log),
        }
    }

    /// The tables of a list (`[[name]]`); empty when the field is missing.
    pub fn tables(&mut self, name: &'static str, log: &mut Log<'_>) -> Vec<Fields<'t>> {
        let Some((_, value)) = self.take(name) else { return Vec::new() };
        let place = self.moved(value.span());
        let DeValue::Array(array) = value.into_inner() else {
            TABLES.missed::<()>(name, place, log);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in array {
            let place = self.moved(value.span());
            if let DeValue::Table(table) = value.into_inner() {
                tables.push(Fields {
                    table,
                    place,
                    base: self.base,
                    asked: Vec::new(),
                    within: "",
                });
            } else {
                TABLES.missed::<()>(name, place, log);
            }
        }
        tables
    }

    /// A text in both languages; `None` when it is missing or its Indonesian is.
    pub fn said(
        &mut self,
        name: &'static str,
        english: English,
        log: &mut Log<'_>,
    ) -> Option<Said> {
        self.inner(name, log)?.both(name, english, log)
    }

    /// A text in both languages that must be there.
    pub fn need_said(
        &mut self,
        name: &'static str,
        english: English,
        log: &mut Log<'_>,
    ) -> Option<Said> {
        if self.has(name) {
            return self.said(name, english, log);
        }
        self.asked.push(name);
        let remedy = match english {
            English::Declared => Said::new(
                format!("Tambahkan “{name}.id = …” dan “{name}.en = …”."),
                format!("Add “{name}.id = …” and “{name}.en = …”."),
            ),
            English::Absent => {
                Said::new(format!("Tambahkan “{name}.id = …”."), format!("Add “{name}.id = …”."))
            }
        };
        log.error(self.place.clone(), missing(name), remedy);
        None
    }

    /// Reads `id` and `en` of a table that is called `name`.
    pub fn both(mut self, name: &str, english: English, log: &mut Log<'_>) -> Option<Said> {
        let id = self.language("id", name, log);
        let en = match english {
            English::Declared => self.language("en", name, log),
            English::Absent => {
                self.forget("en");
                None
            }
        };
        self.end(log);
        let id = id?;
        Some(Said::new(id.clone(), en.unwrap_or(id)))
    }

    fn language(&mut self, code: &'static str, name: &str, log: &mut Log<'_>) -> Option<String> {
        if self.table.contains_key(code) {
            return self.text(code, log).map(Spanned::into_inner);
        }
        self.asked.push(code);
        log.error(self.place.clone(), untranslated(name, code), translate(name, code));
        None
    }

    /// Passes over a field that belongs here but is not needed.
    pub fn forget(&mut self, name: &'static str) {
        self.asked.push(name);
        self.table.remove(name);
    }

    /// Ends the reading: every field that nobody asked for is a fault.
    pub fn end(self, log: &mut Log<'_>) {
        for name in self.table.keys() {
            let place = self.base + name.span().start..self.base + name.span().end;
            let name = name.get_ref();
            let what = Said::new(
                format!("nama {} tidak dikenal di sini", quoted(name)),
                format!("the name {} is not known here", quoted(name)),
            );
            log.error(place, what, instead(name, self.asked.iter().copied()));
        }
    }
}

/// Text from a file as one safe line.
pub fn line(text: &str) -> String {
    safe_line(text.trim()).into_owned()
}
