//! What only one kind of question has: the verdict of a statement, partners, bins, accepted words,
//! the model answer of a reflection.

use toml::Spanned;

use super::{Placed, option, valid_key};
use crate::model::{
    course::{
        Bin, Choice, Kind,
        check::marks,
        raw::{English, Fields},
    },
    faults::Log,
    text::Text,
};

/// Reads what this kind of question has beside prompt and hints.
pub(super) fn read(
    fields: &mut Fields<'_>,
    placed: &mut Placed,
    english: English,
    log: &mut Log<'_>,
) {
    match placed.item.kind {
        Kind::Recall => {
            accept(fields, placed, english, log);
            placed.item.why = fields.need_said("why", english, log).unwrap_or_default();
            return;
        }
        Kind::Reflect => return reflection(fields, placed, english, log),
        Kind::Truth => {
            let verdict = fields.flag("verdict", log);
            placed.has_verdict = verdict.is_some();
            placed.item.verdict = verdict.is_some_and(Spanned::into_inner);
        }
        Kind::Classify => {
            for table in fields.tables("bin", log) {
                bin(table, placed, english, log);
            }
        }
        Kind::Single | Kind::Multiple | Kind::Order | Kind::Match => {}
    }
    for table in fields.tables("option", log) {
        option(table, placed, english, log);
    }
}

/// Reads what makes an option right: a mark, its partner, or its bin.
pub(super) fn of_option(
    fields: &mut Fields<'_>,
    placed: &mut Placed,
    choice: &mut Choice,
    english: English,
    log: &mut Log<'_>,
) {
    match placed.item.kind {
        Kind::Match => {
            choice.with = fields.need_said("with", english, log).unwrap_or_default();
        }
        Kind::Classify => {
            let bin = fields.need_text("bin", log);
            placed.chosen_bins.push(bin.as_ref().map(Spanned::span));
            choice.bin = bin.map(Spanned::into_inner).unwrap_or_default();
        }
        _ => {
            let says_right = fields.has("right");
            let right = fields.flag("right", log);
            placed.is_unclear |= says_right && right.is_none();
            placed.rights.push(right.as_ref().map(Spanned::span));
            choice.right = right.is_some_and(Spanned::into_inner);
        }
    }
}

fn bin(mut fields: Fields<'_>, placed: &mut Placed, english: English, log: &mut Log<'_>) {
    let key = valid_key(&mut fields, "key", log);
    placed.bins.push(key.as_ref().map_or_else(|| fields.place.clone(), Spanned::span));
    let text = fields.need_said("text", english, log).unwrap_or_default();
    fields.end(log);
    placed.item.bins.push(Bin { key: key.map(Spanned::into_inner).unwrap_or_default(), text });
}

const NO_OPTIONS: Text =
    Text::new("soal renungan tidak memakai pilihan", "a reflection takes no options");
const NO_OPTIONS_REMEDY: Text = Text::new(
    "Hapus [[item.option]]; tulislah contoh jawaban di “model” dan butirnya di “check”.",
    "Delete [[item.option]]; write a model answer in “model” and its points in “check”.",
);
const NO_CHECK: Text = Text::new("daftar “check” belum berisi", "the list “check” is empty");
const NO_CHECK_REMEDY: Text = Text::new(
    "Tulis check = [{ id = \"…\", en = \"…\" }], satu butir untuk setiap hal yang dicari.",
    "Write check = [{ id = \"…\", en = \"…\" }], one point for each thing to look for.",
);

fn reflection(fields: &mut Fields<'_>, placed: &mut Placed, english: English, log: &mut Log<'_>) {
    if fields.has("option") {
        log.error(fields.place_of("option"), NO_OPTIONS, NO_OPTIONS_REMEDY);
        fields.forget("option");
    }
    placed.item.model = fields.need_said("model", english, log).unwrap_or_default();
    placed.check =
        if fields.has("check") { fields.place_of("check") } else { placed.place.clone() };
    let before = log.faults.len();
    let points = fields.tables("check", log);
    // What is no list was told already.
    if points.is_empty() && log.faults.len() == before {
        log.error(placed.check.clone(), NO_CHECK, NO_CHECK_REMEDY);
    }
    let points = points.into_iter().filter_map(|point| point.both("check", english, log));
    placed.item.check = points.collect();
}

const ADD_ACCEPT: Text = Text::new(
    "Tambahkan “accept.id = […]”, juga “accept.en = […]” bila ada bahasa Inggris.",
    "Add “accept.id = […]”, and “accept.en = […]” if there is English.",
);

fn accept(fields: &mut Fields<'_>, placed: &mut Placed, english: English, log: &mut Log<'_>) {
    if !fields.has("accept") {
        log.error(placed.place.clone(), marks::NO_ACCEPT, ADD_ACCEPT);
        fields.forget("accept");
        return;
    }
    let Some(mut languages) = fields.inner("accept", log) else { return };
    let mut read = |code: &'static str| {
        if !languages.need(code, log) {
            return Vec::new();
        }
        let place = languages.place_of(code);
        let words = languages.texts(code, log);
        if words.is_empty() {
            log.error(place, marks::NO_ACCEPT, marks::NO_ACCEPT_REMEDY);
        }
        placed.accepted.extend(words.iter().cloned());
        words.into_iter().map(Spanned::into_inner).collect()
    };
    let id: Vec<String> = read("id");
    let en = match english {
        English::Declared => read("en"),
        English::Absent => {
            languages.forget("en");
            id.clone()
        }
    };
    languages.end(log);
    placed.item.accept = Text::new(id, en);
}
