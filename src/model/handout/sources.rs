//! What the course stands on: every work with its status and the pages that rest on it.

use crate::model::{
    course::{Course, Source},
    dates,
    document::{Document, plain, strong},
    markdown::Block,
    text::Lang,
};

/// All sources in the order of the course, each with the pages that rest on it.
pub(super) fn sources(course: &Course, lang: Lang, document: &mut Document) {
    document.paragraph(vec![plain(lang.pick(
        "Status peraturan dapat berubah. Periksa JDIH atau peraturan.go.id sebelum mengutip.",
        "The status of a regulation may change. Check JDIH or peraturan.go.id before you cite it.",
    ))]);
    let items = course.sources.iter().map(|source| {
        let pages = course.pages().filter(|page| page.sources.contains(&source.key)).count();
        let count = match (lang, pages) {
            (Lang::Id, _) => format!("{pages} halaman"),
            (Lang::En, 1) => "1 page".to_owned(),
            (Lang::En, _) => format!("{pages} pages"),
        };
        vec![Block::Paragraph(vec![
            strong(source.work.as_str()),
            plain(format!(". {} ({count})", told(source, lang))),
        ])]
    });
    let items = items.collect();
    document.blocks.push(Block::List { start: Some(1), items });
}

/// Issuer, number, year, status and when it was checked, as far as they are known.
fn told(source: &Source, lang: Lang) -> String {
    let year = source.year.map(|year| year.to_string());
    let is_in = |year: &String| source.number.as_ref().is_some_and(|number| number.contains(year));
    let year = year.filter(|year| !is_in(year));
    let known = [source.issuer.clone(), source.number.clone(), year];
    let mut told = vec![known.into_iter().flatten().collect::<Vec<String>>().join(", ")];
    let status = source.status.get(lang);
    if !status.is_empty() {
        told.push(format!("Status: {status}"));
    }
    if let Some(day) = source.checked.as_deref().and_then(|day| day.parse().ok()) {
        let day = dates::date(day, lang);
        told.push(format!("{} {day}", lang.pick("Diperiksa", "Checked")));
    }
    told.retain(|part| !part.is_empty());
    told.join(". ")
}
