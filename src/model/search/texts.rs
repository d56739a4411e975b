//! What can be found: pages as the reader shows them, questions, terms, and a person's own plans.

use super::{Entry, Place};
use crate::model::{
    course::{Content, Course, Page, Seen},
    markdown::{Block, plain},
    notes::Notes,
    plan::{Plan, document::title},
    text::Lang,
    words::words,
};

/// Everything of a course in one language.
pub(super) fn of_course(course: &Course, lang: Lang) -> Vec<Entry> {
    let mut entries = Vec::new();
    for module in &course.modules {
        for page in &module.pages {
            entries.push(entry(Place::Page(page.key.clone()), page.title(lang), body(page, lang)));
        }
    }
    for term in &course.terms {
        let meaning = term.meaning.get(lang).clone();
        let mut found = entry(Place::Term(term.key.clone()), term.term.get(lang), meaning);
        // People know many terms by their other name.
        found.also = Some(term.term.get(lang.other()).clone()).filter(|also| *also != found.title);
        entries.push(found);
    }
    for item in course.modules.iter().flat_map(|module| &module.items) {
        let prompt = item.prompt.get(lang).clone();
        entries.push(entry(Place::Item(item.key.clone()), "", prompt));
    }
    entries
}

/// Notes on pages that the course has.
pub(super) fn of_notes(notes: &Notes, course: &Course, lang: Lang) -> Vec<Entry> {
    let written = notes.iter().filter(|(_, note)| note.has_text());
    let found = written.filter_map(|(key, note)| {
        let (.., page) = course.page(key)?;
        Some(entry(Place::Note(key.clone()), page.title(lang), note.text.clone()))
    });
    found.collect()
}

/// The rows of a person's plans, and what stands above them.
pub(super) fn of_plans(plans: &[Plan], lang: Lang) -> Vec<Entry> {
    let mut entries = Vec::new();
    for plan in plans {
        let head = &plan.head;
        let texts = [
            &head.sop.number,
            &head.goal,
            &head.baseline.text,
            &head.baseline.source,
            &plan.if_then.situation,
            &plan.if_then.then,
        ];
        let place = Place::Row { plan: plan.id.clone(), row: None };
        entries.push(entry(place, &title(plan, lang), joined(&texts)));
        for row in &plan.rows {
            let texts = [
                &row.purpose,
                &row.indicator,
                &row.baseline,
                &row.target,
                &row.responsible,
                &row.resources,
                &row.obstacle,
                &row.answer,
                &row.evidence,
            ];
            let place = Place::Row { plan: plan.id.clone(), row: Some(row.id.clone()) };
            entries.push(entry(place, &row.action, joined(&texts)));
        }
    }
    entries
}

fn entry(place: Place, title: &str, body: String) -> Entry {
    Entry { place, title: title.to_owned(), also: None, body }
}

fn joined(texts: &[&String]) -> String {
    let filled: Vec<&str> =
        texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    filled.join(" · ")
}

/// What the reader shows of a page below its title.
fn body(page: &Page, lang: Lang) -> String {
    let mut texts = Vec::new();
    let parts = page.body.get(lang).parts.iter();
    for part in parts.filter(|part| matches!(part.seen, Seen::Everywhere | Seen::Reader)) {
        if let Content::Block(block) = &part.content {
            gather(block, &mut texts);
        }
    }
    texts.join(" ")
}

fn gather(block: &Block, texts: &mut Vec<String>) {
    match block {
        Block::Table { .. } => {
            let mut cells = Vec::new();
            block.each_text(&mut |spans| cells.push(plain(spans)));
            texts.push(cells.join(" · "));
        }
        // A drawing has words too; its lines and frames are left out.
        Block::Code(text) => {
            let words = words(text).filter_map(|(place, _)| text.get(place));
            texts.push(words.collect::<Vec<_>>().join(" "));
        }
        _ => block.each_text(&mut |spans| texts.push(plain(spans))),
    }
}
