//! TOML files as read: every value with its place, so that a fault of meaning can point at it.
//!
//! Tables are walked field by field rather than derived, because a derived reader stops at its
//! first fault and an author wants to hear of all of them.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::model::{
    faults::{Log, nearest, quoted},
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
        let (what, remedy) = syntax(error.message());
        log.error(base + span.start..base + span.end, what, remedy);
    }
    errors.is_empty().then(|| Fields { table: table.into_inner(), place, base, asked: Vec::new() })
}

/// What a reader of TOML complains about, in our words.
fn syntax(message: &str) -> (Said, Said) {
    if message.contains("duplicate key") {
        let what = Text::new(
            "nama ini sudah ditulis di tabel yang sama",
            "this name is already written in the same table",
        );
        return (what.into(), Text::new("Hapus salah satunya.", "Delete one of the two.").into());
    }
    let remedy = Text::new(
        "Periksa tanda kutip, tanda kurung, dan tanda sama dengan di sekitar tempat ini.",
        "Check the quotation marks, brackets and equals signs around this place.",
    );
    let what = if message.contains("recurs") {
        Text::new("isinya bertingkat terlalu dalam", "this is nested too deeply").into()
    } else if message.contains("quot") || message.contains("string") {
        Text::new(
            "teks ini tidak diapit tanda kutip dengan benar",
            "this text is not put in quotation marks properly",
        )
        .into()
    } else {
        Said::new(
            format!("TOML tidak dapat dibaca di sini ({message})"),
            format!("TOML cannot be read here ({message})"),
        )
    };
    (what, remedy.into())
}

/// One TOML table while its fields are asked for by name.
#[derive(Debug)]
pub struct Fields<'t> {
    table: DeTable<'t>,
    /// Where the table, or the word that opens it, stands.
    pub place: Place,
    base: usize,
    asked: Vec<&'static str>,
}

impl<'t> Fields<'t> {
    /// The place of a field's name, or of the table when the field is missing.
    pub fn place_of(&self, name: &str) -> Place {
        self.table
            .get_key_value(name)
            .map_or_else(|| self.place.clone(), |(key, _)| self.moved(key.span()))
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
                log.error(place, blank(name), FILL);
                None
            }
            _ => wrong_kind(log, place, name, Text::new("teks", "a text")),
        }
    }

    /// A text that must be there.
    pub fn need_text(&mut self, name: &'static str, log: &mut Log<'_>) -> Option<Spanned<String>> {
        self.need(name, log).then(|| self.text(name, log)).flatten()
    }

    /// Whether the field is there; a fault is noted when it is not.
    pub fn need(&mut self, name: &'static str, log: &mut Log<'_>) -> bool {
        let there = self.table.contains_key(name);
        if !there {
            self.asked.push(name);
            let what = Said::new(format!("“{name}” belum ditulis"), format!("“{name}” is missing"));
            let remedy =
                Said::new(format!("Tambahkan baris “{name} = …”."), format!("Add “{name} = …”."));
            log.error(self.place.clone(), what, remedy);
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
        log.error(place, what, Text::new("Perbaiki angkanya.", "Mend the number."));
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
                format!("“{name}” harus angka 0 sampai 1"),
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
            _ => wrong_kind(log, place, name, Text::new("true atau false", "true or false")),
        }
    }

    /// A list of texts; empty when the field is missing.
    pub fn texts(&mut self, name: &'static str, log: &mut Log<'_>) -> Vec<Spanned<String>> {
        let Some((_, value)) = self.take(name) else { return Vec::new() };
        let place = self.moved(value.span());
        let DeValue::Array(array) = value.into_inner() else {
            wrong_kind::<()>(log, place, name, Text::new("daftar teks", "a list of texts"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for value in array {
            let place = self.moved(value.span());
            match value.into_inner() {
                DeValue::String(text) => texts.push(Spanned::new(place, line(&text))),
                _ => {
                    wrong_kind::<()>(log, place, name, Text::new("daftar teks", "a list of texts"));
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
                Some(Fields { table, place: key, base: self.base, asked: Vec::new() })
            }
            _ => wrong_kind(
                log,
                place,
                name,
                Text::new("teks per bahasa (id dan en)", "a text per language (id and en)"),
            ),
        }
    }

    /// The tables of a list (`[[name]]`); empty when the field is missing.
    pub fn tables(&mut self, name: &'static str, log: &mut Log<'_>) -> Vec<Fields<'t>> {
        let Some((_, value)) = self.take(name) else { return Vec::new() };
        let place = self.moved(value.span());
        let list = Said::new(format!("daftar tabel [[{name}]]"), format!("a list of [[{name}]]"));
        let DeValue::Array(array) = value.into_inner() else {
            wrong_kind::<()>(log, place, name, list);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in array {
            let place = self.moved(value.span());
            if let DeValue::Table(table) = value.into_inner() {
                tables.push(Fields { table, place, base: self.base, asked: Vec::new() });
            } else {
                wrong_kind::<()>(log, place, name, list.clone());
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
        self.need(name, log).then(|| self.said(name, english, log)).flatten()
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

/// The remedy for a word that is not one of the known ones.
pub fn instead<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Said {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, known.iter().copied()) {
        Some(near) => Said::new(
            format!("Mungkin maksud Anda “{near}”."),
            format!("Perhaps “{near}” is meant."),
        ),
        None if known.is_empty() => Text::new("Hapus bagian ini.", "Delete this.").into(),
        None => {
            let list = known.join(", ");
            Said::new(format!("Yang dikenal: {list}."), format!("Known here: {list}."))
        }
    }
}

const FILL: Text = Text::new("Isilah, atau hapus barisnya.", "Fill it in, or delete the line.");

fn blank(name: &str) -> Said {
    Said::new(format!("“{name}” kosong"), format!("“{name}” is empty"))
}

fn untranslated(name: &str, code: &str) -> Said {
    match code {
        "id" => Said::new(
            format!("“{name}” belum ada dalam bahasa Indonesia"),
            format!("“{name}” has no Indonesian text"),
        ),
        _ => Said::new(
            format!("“{name}” belum ada dalam bahasa Inggris"),
            format!("“{name}” has no English text"),
        ),
    }
}

fn translate(name: &str, code: &str) -> Said {
    match code {
        "id" => Said::new(format!("Tambahkan “{name}.id”."), format!("Add “{name}.id”.")),
        _ => Said::new(
            format!("Tambahkan “{name}.en”, atau hapus \"en\" dari languages di course.toml."),
            format!("Add “{name}.en”, or delete \"en\" from languages in course.toml."),
        ),
    }
}

fn wrong_kind<T>(log: &mut Log<'_>, place: Place, name: &str, kind: impl Into<Said>) -> Option<T> {
    let kind = kind.into();
    let what = Said::new(
        format!("“{name}” harus berisi {}", kind.id),
        format!("“{name}” must hold {}", kind.en),
    );
    log.error(place, what, Text::new("Perbaiki isinya.", "Mend what it holds."));
    None
}
