//! One directive: a comment alone on its line that says what the following lines are.

use std::ops::Range;

use toml::Spanned;

use super::columns;
use crate::model::{
    course::{Seen, raw::instead},
    faults::{Log, quoted},
    key::is_key,
    text::{Said, Text},
};

/// Most minutes a page or module may plan for.
pub const MOST_MINUTES: i64 = 1440;

type Place = Range<usize>;

/// What a directive says.
#[derive(Clone, Debug)]
pub enum Directive {
    /// A page begins.
    Page {
        /// Its key.
        key: Spanned<String>,
        /// Keys of its sources.
        sources: Vec<Spanned<String>>,
        /// Planned minutes, 0 when none are given.
        minutes: u32,
    },
    /// What follows comes with the next key press.
    Step,
    /// A section for one surface begins.
    Open(Section),
    /// That section ends.
    Close(Section),
    /// The columns of the table below come one after the other; so many are there at once.
    Columns(Option<usize>),
    /// The item with this key is asked here.
    Item(Spanned<String>),
}

/// Sections that only one surface shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The reader.
    Read,
    /// The projector.
    Show,
    /// The facilitator.
    Note,
}

impl Section {
    const ALL: [Self; 3] = [Self::Read, Self::Show, Self::Note];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Show => "show",
            Self::Note => "note",
        }
    }

    /// The surface that shows it.
    pub fn seen(self) -> Seen {
        match self {
            Self::Read => Seen::Reader,
            Self::Show => Seen::Projector,
            Self::Note => Seen::Facilitator,
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }
}

/// Every directive's name.
const NAMES: [&str; 10] =
    ["page", "step", "read", "/read", "show", "/show", "note", "/note", "item", "columns"];

/// Reads the comment on one line; what is wrong with it goes to the log.
pub fn read(line: &str, place: Place, log: &mut Log<'_>) -> Option<Directive> {
    let Some(inside) = line.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) else {
        let what = Text::new(
            "arahan ini tidak selesai di barisnya",
            "this directive does not end on its line",
        );
        let remedy = Text::new(
            "Tutup dengan --> dan jangan tulis apa pun sesudahnya.",
            "Close it with --> and write nothing after it.",
        );
        log.error(place, what, remedy);
        return None;
    };
    let base = place.start + "<!--".len();
    let mut parts = pieces(inside, base, ';');
    let (head_place, head) = parts.next()?;
    let (name, value) = field(head, &head_place);
    let name = name.get_ref().as_str();
    match (name, value) {
        ("page", value) => Some(page(value, &head_place, parts, log)),
        ("item", value) => key(value, &head_place, log).map(Directive::Item),
        ("columns", None) => Some(lone(parts, Directive::Columns(None), log)),
        ("columns", Some(value)) => {
            let at_once = Directive::Columns(Some(columns::number(&value, log)?));
            Some(lone(parts, at_once, log))
        }
        ("step", None) => Some(lone(parts, Directive::Step, log)),
        (name, None) if Section::from_name(name).is_some() => {
            Some(lone(parts, Directive::Open(Section::from_name(name)?), log))
        }
        (name, None) if name.strip_prefix('/').and_then(Section::from_name).is_some() => {
            Some(lone(parts, Directive::Close(Section::from_name(name.strip_prefix('/')?)?), log))
        }
        (name, Some(value)) if NAMES.contains(&name) => {
            let what = Said::new(
                format!("arahan {name} tidak memakai isi"),
                format!("the directive {name} takes no value"),
            );
            let remedy = Said::new(
                format!("Tulis <!-- {name} --> saja."),
                format!("Write <!-- {name} --> only."),
            );
            log.error(value.span(), what, remedy);
            None
        }
        (name, _) => {
            let what = Said::new(
                format!("arahan {} tidak dikenal", quoted(name)),
                format!("the directive {} is not known", quoted(name)),
            );
            log.error(head_place, what, instead(name, NAMES));
            None
        }
    }
}

/// Pieces between separators, trimmed, each with its place.
fn pieces(text: &str, base: usize, separator: char) -> impl Iterator<Item = (Place, &str)> {
    let mut at = base;
    text.split(separator).map(move |piece| {
        let start = at + (piece.len() - piece.trim_start().len());
        at += piece.len() + separator.len_utf8();
        let piece = piece.trim();
        (start..start + piece.len(), piece)
    })
}

/// A piece as its name and, behind a colon, its value.
fn field(piece: &str, place: &Place) -> (Spanned<String>, Option<Spanned<String>>) {
    let mut halves = piece.splitn(2, ':');
    let name = halves.next().unwrap_or_default();
    let value = halves.next().map(|value| {
        let start = place.end - value.trim_start().len();
        Spanned::new(start..place.end, value.trim().to_owned())
    });
    let end = place.start + name.trim_end().len();
    (Spanned::new(place.start..end, name.trim().to_owned()), value)
}

/// A directive that must have no further fields.
fn lone<'p>(
    mut rest: impl Iterator<Item = (Place, &'p str)>,
    directive: Directive,
    log: &mut Log<'_>,
) -> Directive {
    if let Some((place, piece)) = rest.find(|(_, piece)| !piece.is_empty()) {
        unknown_field(piece, place, &[], log);
    }
    directive
}

fn page<'p>(
    value: Option<Spanned<String>>,
    place: &Place,
    rest: impl Iterator<Item = (Place, &'p str)>,
    log: &mut Log<'_>,
) -> Directive {
    let mut sources = Vec::new();
    let mut minutes = 0;
    for (place, piece) in rest.filter(|(_, piece)| !piece.is_empty()) {
        match field(piece, &place) {
            (name, Some(value)) if name.get_ref() == "sources" => {
                for (place, key) in pieces(value.get_ref(), value.span().start, ',') {
                    let key = Spanned::new(place.clone(), key.to_owned());
                    sources.extend(self::key(Some(key), &place, log));
                }
            }
            (name, Some(value)) if name.get_ref() == "minutes" => {
                minutes = number(&value, log).unwrap_or(0);
            }
            (name, _) => {
                unknown_field(name.get_ref(), name.span(), &["sources", "minutes"], log);
            }
        }
    }
    // A page with a bad key stays a page, or every line after it would be a fault too.
    let key = key(value, place, log).unwrap_or_else(|| Spanned::new(place.clone(), String::new()));
    Directive::Page { key, sources, minutes }
}

fn number(value: &Spanned<String>, log: &mut Log<'_>) -> Option<u32> {
    let number = value.get_ref().parse::<u32>().ok();
    let number = number.filter(|number| i64::from(*number) <= MOST_MINUTES);
    if number.is_none() {
        let what = Said::new(
            format!("“minutes” harus bilangan bulat 0 sampai {MOST_MINUTES}"),
            format!("“minutes” must be a whole number from 0 to {MOST_MINUTES}"),
        );
        log.error(value.span(), what, Text::new("Perbaiki angkanya.", "Correct the number."));
    }
    number
}

/// A key of the right form.
fn key(
    value: Option<Spanned<String>>,
    place: &Place,
    log: &mut Log<'_>,
) -> Option<Spanned<String>> {
    let value = value.unwrap_or_else(|| Spanned::new(place.clone(), String::new()));
    if is_key(value.get_ref()) {
        return Some(value);
    }
    let shown = if value.span().is_empty() { place.clone() } else { value.span() };
    bad_key(value.get_ref(), shown, log);
    None
}

/// Notes that a word is no key.
pub fn bad_key(word: &str, place: Place, log: &mut Log<'_>) {
    let (what, remedy): (Said, Said) = if word.is_empty() {
        (
            Text::new("kuncinya belum ditulis", "the key is missing").into(),
            Text::new("Tulis kunci sesudah titik dua.", "Write a key after the colon.").into(),
        )
    } else {
        (
            Said::new(
                format!("{} bukan kunci yang sah", quoted(word)),
                format!("{} is not a valid key", quoted(word)),
            ),
            Text::new(
                "Pakai huruf kecil, angka, dan tanda hubung; paling panjang 64.",
                "Use lower-case letters, digits and hyphens; 64 at most.",
            )
            .into(),
        )
    };
    log.error(place, what, remedy);
}

fn unknown_field(name: &str, place: Place, known: &[&'static str], log: &mut Log<'_>) {
    let what = Said::new(
        format!("{} tidak dikenal di arahan ini", quoted(name)),
        format!("{} is not known in this directive", quoted(name)),
    );
    log.error(place, what, instead(name, known.iter().copied()));
}
