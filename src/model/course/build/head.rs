//! course.toml, sources.toml and glossary.toml.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{own_key, teaching, valid_key};
use crate::model::{
    course::{
        Course, Factor, Source, Term,
        check::{Index, Sort},
        raw::{self, English, Fields, instead},
    },
    faults::{Log, quoted},
    key::is_key,
    text::{Lang, Said, Text},
};

/// What the rest of the reading needs to know from course.toml.
pub(super) struct Head {
    pub(super) english: English,
    /// Keys of the modules in order; valid, each once.
    pub(super) modules: Vec<Spanned<String>>,
    /// Keys of the worksheets in order; valid.
    pub(super) sheets: Vec<Spanned<String>>,
}

/// The valid keys of the modules and of the worksheets of a course.toml, as far as it can be read.
pub(super) fn folder_keys(text: &str, log: &mut Log<'_>) -> [BTreeSet<String>; 2] {
    let Some(mut fields) = raw::document(text, 0, log) else { return Default::default() };
    ["module", "sheet"].map(|name| {
        let tables = fields.tables(name, log).into_iter();
        let keys = tables.filter_map(|mut table| table.text("key", log));
        keys.map(Spanned::into_inner).filter(|key| is_key(key)).collect()
    })
}

/// Reads course.toml; `None` when it is no TOML.
pub(super) fn read(
    text: &str,
    course: &mut Course,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Head> {
    let mut fields = raw::document(text, 0, log)?;
    fields.place = 0..text.lines().next().unwrap_or_default().len();
    let english = languages(&mut fields, log);
    course.has_english = english == English::Declared;
    course.key = valid_key(&mut fields, "key", log).map(Spanned::into_inner).unwrap_or_default();
    let version = fields.need_text("version", log);
    course.version = version.map(Spanned::into_inner).unwrap_or_default();
    course.title = fields.need_said("title", english, log).unwrap_or_default();
    course.pass = fields.share("pass", log).unwrap_or(0.8);
    for mut factor in fields.tables("factor", log) {
        let key = own_key(&mut factor, Sort::Factor, index, log);
        let name = factor.need_said("name", english, log);
        factor.end(log);
        if let (Some(key), Some(name)) = (key, name) {
            course.factors.push(Factor { key: key.into_inner(), name });
        }
    }
    let modules = modules(&mut fields, index, log);
    let sheets = teaching::read(&mut fields, english, course, index, log);
    sources(&mut fields, english, course, index, log);
    fields.end(log);
    Some(Head { english, modules, sheets })
}

fn modules(fields: &mut Fields<'_>, index: &mut Index, log: &mut Log<'_>) -> Vec<Spanned<String>> {
    let mut modules: Vec<Spanned<String>> = Vec::new();
    let mut met = BTreeSet::new();
    if !fields.has("module") {
        let what = Text::new("bahan ini belum punya modul", "this course has no module");
        let remedy = Text::new(
            "Tambahkan [[module]] dengan key = \"…\" di bawahnya.",
            "Add [[module]] with key = \"…\" below it.",
        );
        log.error(fields.place.clone(), what, remedy);
    }
    for mut module in fields.tables("module", log) {
        let key = own_key(&mut module, Sort::Module, index, log);
        module.end(log);
        // A second one is told by the index; reading it twice would repeat all its faults.
        if let Some(key) = key
            && met.insert(key.get_ref().clone())
        {
            modules.push(key);
        }
    }
    modules
}

fn languages(fields: &mut Fields<'_>, log: &mut Log<'_>) -> English {
    if !fields.need("languages", log) {
        return English::Absent;
    }
    let place = fields.place_of("languages");
    let before = log.faults.len();
    let languages = fields.texts("languages", log);
    let is_list = log.faults.len() == before;
    for language in &languages {
        if Lang::from_code(language.get_ref()).is_none() {
            let what = Said::new(
                format!("bahasa {} tidak dikenal", quoted(language.get_ref())),
                format!("the language {} is not known", quoted(language.get_ref())),
            );
            log.error(language.span(), what, instead(language.get_ref(), ["id", "en"]));
        }
    }
    let has = |code| languages.iter().any(|language| language.get_ref() == code);
    if is_list && !has("id") {
        log.error(
            place,
            Text::new("bahasa Indonesia tidak terdaftar", "Indonesian is not listed"),
            Text::new("Tulis languages = [\"id\"].", "Write languages = [\"id\"]."),
        );
    }
    if has("en") { English::Declared } else { English::Absent }
}

/// Whether a text has the form of a date, `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |digits: usize, range: std::ops::RangeInclusive<u32>| {
        parts.next().is_some_and(|part| {
            part.len() == digits && part.parse().is_ok_and(|number| range.contains(&number))
        })
    };
    number(4, 1900..=2999) && number(2, 1..=12) && number(2, 1..=31) && parts.next().is_none()
}

/// Reads the sources, from sources.toml or from course.toml itself.
pub(super) fn sources(
    fields: &mut Fields<'_>,
    english: English,
    course: &mut Course,
    index: &mut Index,
    log: &mut Log<'_>,
) {
    for mut source in fields.tables("source", log) {
        let key = own_key(&mut source, Sort::Source, index, log);
        let work = source.need_text("work", log);
        let [issuer, number, checked] =
            ["issuer", "number", "checked"].map(|name| source.text(name, log));
        let year = source.number("year", 1800..=2999, log);
        let status = source.said("status", english, log).unwrap_or_default();
        if let Some(checked) = &checked
            && !is_date(checked.get_ref())
        {
            let what = Said::new(
                format!("{} bukan tanggal", quoted(checked.get_ref())),
                format!("{} is not a date", quoted(checked.get_ref())),
            );
            let remedy = Text::new(
                "Tulis tahun-bulan-tanggal, misalnya \"2026-11-24\".",
                "Write year-month-day, \"2026-11-24\" for example.",
            );
            log.error(checked.span(), what, remedy);
        }
        source.end(log);
        if let (Some(key), Some(work)) = (key, work) {
            course.sources.push(Source {
                key: key.into_inner(),
                work: work.into_inner(),
                issuer: issuer.map(Spanned::into_inner),
                number: number.map(Spanned::into_inner),
                year: year.and_then(|year| i32::try_from(year).ok()),
                status,
                checked: checked.map(Spanned::into_inner),
            });
        }
    }
}

/// Reads glossary.toml.
pub(super) fn glossary(
    fields: &mut Fields<'_>,
    english: English,
    course: &mut Course,
    index: &mut Index,
    log: &mut Log<'_>,
) {
    for mut term in fields.tables("term", log) {
        let key = own_key(&mut term, Sort::Term, index, log);
        let word = term.need_said("term", english, log);
        let meaning = term.need_said("meaning", english, log);
        term.end(log);
        if let (Some(key), Some(term), Some(meaning)) = (key, word, meaning) {
            course.terms.push(Term { key: key.into_inner(), term, meaning });
        }
    }
}
