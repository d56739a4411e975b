//! What a course is made up of: parts, pages, items, factors, kinds, languages.

use std::collections::BTreeSet;

use super::page_title;
use crate::model::{
    course::{Course, Item, Kind, teaching::FORMS},
    document::{Document, plain},
    markdown::{Block, Span},
    text::Lang,
};

type Row = Vec<Vec<Span>>;

/// The survey of a course: what is ordered and which pages and items answer it, then the bank of
/// items by module, factor, kind and use.
pub fn survey(course: &Course, lang: Lang) -> Document {
    let title = format!("{}: {}", lang.pick("Susunan bahan", "Survey"), course.title.get(lang));
    let mut document = Document { title, ..Document::default() };
    document.pairs(numbers(course, lang));
    topics(course, lang, &mut document);
    modules(course, lang, &mut document);
    factors(course, lang, &mut document);
    kinds(course, lang, &mut document);
    document
}

fn numbers(course: &Course, lang: Lang) -> Vec<(&'static str, String)> {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let items: Vec<&Item> = course.items().collect();
    let count = |is: fn(&Item) -> bool| items.iter().filter(|item| is(item)).count();
    let situations = count(|item| item.situation);
    let share = if items.is_empty() { 0 } else { situations * 100 / items.len() };
    let languages = match (course.has_english, lang) {
        (true, Lang::Id) => "Indonesia dan Inggris, lengkap",
        (true, Lang::En) => "Indonesian and English, complete",
        (false, Lang::Id) => "Indonesia",
        (false, Lang::En) => "Indonesian",
    };
    let [a, b] = FORMS.map(|form| course.test(form).count());
    let minutes: u32 = course.modules.iter().map(|module| module.minutes).sum();
    let moves: usize = course.challenges.iter().map(|challenge| challenge.moves.len()).sum();
    vec![
        (say("Bahasa", "Languages"), languages.to_owned()),
        (
            say("Modul", "Modules"),
            format!("{} ({minutes} {})", course.modules.len(), say("menit", "minutes")),
        ),
        (say("Halaman", "Pages"), course.pages().count().to_string()),
        (say("Soal", "Items"), items.len().to_string()),
        (say("Situasi kerja", "Situations at work"), format!("{situations} ({share} %)")),
        (say("Latihan", "Practice"), count(Item::is_practice).to_string()),
        (say("Tes, bentuk A dan B", "Tests, forms A and B"), format!("{a} + {b}")),
        (say("Jajak kelas", "Polls"), count(Item::is_poll).to_string()),
        (say("Kegiatan", "Activities"), course.activities.len().to_string()),
        (
            say("Pernyataan diagnosis", "Statements of the diagnosis"),
            course.statements.len().to_string(),
        ),
        (
            say("Tantangan (langkah)", "Challenges (moves)"),
            format!("{} ({moves})", course.challenges.len()),
        ),
        (say("Lembar kerja", "Worksheets"), course.sheets.len().to_string()),
        (say("Istilah", "Terms"), course.terms.len().to_string()),
        (say("Sumber", "Sources"), course.sources.len().to_string()),
    ]
}

fn cells<const N: usize>(texts: [String; N]) -> Row {
    texts.into_iter().map(|text| vec![plain(text)]).collect()
}

fn table(header: &[&str], rows: Vec<Row>, document: &mut Document) {
    let header = header.iter().map(|text| vec![plain(*text)]).collect();
    document.blocks.push(Block::Table { header, rows });
}

/// How many items rest on a page.
fn asked(course: &Course, page: &str) -> usize {
    course.items().filter(|item| item.page == page).count()
}

/// Each part of what was ordered: its pages, and the items that ask about them; then the pages that
/// nobody ordered.
fn topics(course: &Course, lang: Lang, document: &mut Document) {
    if course.topics.is_empty() {
        return;
    }
    document.heading(lang.pick("Bagian → halaman → soal", "Part → pages → items"));
    let row = |name: String, page: &str| {
        cells([name, page_title(course, page, lang), asked(course, page).to_string()])
    };
    let mut rows = Vec::new();
    for topic in &course.topics {
        for (at, page) in topic.pages.iter().enumerate() {
            let name = if at == 0 { topic.title.get(lang).clone() } else { String::new() };
            rows.push(row(name, page));
        }
    }
    let ordered: BTreeSet<&str> =
        course.topics.iter().flat_map(|topic| &topic.pages).map(String::as_str).collect();
    let more = course.pages().filter(|page| !ordered.contains(page.key.as_str()));
    for (at, page) in more.enumerate() {
        let name = if at == 0 { lang.pick("(tambahan)", "(beyond)") } else { "" };
        rows.push(row(name.to_owned(), &page.key));
    }
    let header =
        [lang.pick("Bagian", "Part"), lang.pick("Halaman", "Page"), lang.pick("Soal", "Items")];
    table(&header, rows, document);
}

fn modules(course: &Course, lang: Lang, document: &mut Document) {
    document.heading(lang.pick("Modul", "Modules"));
    let rows = course.modules.iter().map(|module| {
        let is_on = |page: &str| module.pages.iter().any(|known| known.key == page);
        let there = course.activities.iter().filter(|activity| is_on(&activity.page)).count();
        cells([
            module.title.get(lang).clone(),
            module.minutes.to_string(),
            module.pages.len().to_string(),
            module.items.len().to_string(),
            there.to_string(),
        ])
    });
    let header = [
        lang.pick("Modul", "Module"),
        lang.pick("Menit", "Minutes"),
        lang.pick("Halaman", "Pages"),
        lang.pick("Soal", "Items"),
        lang.pick("Kegiatan", "Activities"),
    ];
    table(&header, rows.collect(), document);
}

fn factors(course: &Course, lang: Lang, document: &mut Document) {
    if course.factors.is_empty() {
        return;
    }
    document.heading(lang.pick("Faktor → soal", "Factor → items"));
    let counted = |is_about: &dyn Fn(&Item) -> bool| {
        let items = || course.items().filter(|item| is_about(item));
        let tested =
            FORMS.map(|form| items().filter(|item| item.form.as_deref() == Some(form)).count());
        [items().count(), tested[0], tested[1], items().filter(|item| item.is_poll()).count()]
            .map(|count| count.to_string())
    };
    let row =
        |name: &str, [all, a, b, polls]: [String; 4]| cells([name.to_owned(), all, a, b, polls]);
    let mut rows: Vec<Row> = course
        .factors
        .iter()
        .map(|factor| {
            let counts = counted(&|item| item.factor.as_ref() == Some(&factor.key));
            row(factor.name.get(lang), counts)
        })
        .collect();
    let none = counted(&|item| item.factor.is_none());
    rows.push(row(lang.pick("(tanpa faktor)", "(no factor)"), none));
    let header = [
        lang.pick("Faktor", "Factor"),
        lang.pick("Soal", "Items"),
        lang.pick("Bentuk A", "Form A"),
        lang.pick("Bentuk B", "Form B"),
        lang.pick("Jajak", "Polls"),
    ];
    table(&header, rows, document);
}

fn kinds(course: &Course, lang: Lang, document: &mut Document) {
    document.heading(lang.pick("Jenis soal", "Kinds of items"));
    let rows = Kind::ALL.iter().map(|(kind, name)| {
        let of_kind: Vec<&Item> = course.items().filter(|item| item.kind == *kind).collect();
        let situations = of_kind.iter().filter(|item| item.situation).count();
        cells([(*name).to_owned(), of_kind.len().to_string(), situations.to_string()])
    });
    let header = [
        lang.pick("Jenis", "Kind"),
        lang.pick("Soal", "Items"),
        lang.pick("Situasi", "Situations"),
    ];
    table(&header, rows.collect(), document);
}
