//! The whole course as a book for the facilitator: what the hall sees of each page, step by step, with
//! the notes, the minutes, what people do, and the questions with key and reasons.

mod answers;

use super::{agenda, book};
use crate::model::{
    course::{Content, Course, Module, Page, Part, Schedule, Seen},
    document::{Document, plain, strong},
    markdown::Block,
    text::Lang,
};

/// The facilitator's edition.
pub(super) fn guide(course: &Course, lang: Lang, document: &mut Document) {
    document.paragraph(vec![strong(match lang {
        Lang::Id => "Hanya untuk fasilitator: panduan ini memuat kunci jawaban.",
        Lang::En => "For the facilitator only: this guide holds the keys.",
    })]);
    document.paragraph(vec![plain(match lang {
        Lang::Id => "Yang berbingkai adalah yang dilihat peserta di layar; “Langkah” menandai isi yang baru muncul sesudah klik berikutnya. Huruf pilihan soal sama dengan di layar.",
        Lang::En => "What is framed is what the hall sees; “Step” marks what comes with the next click only. The letters of a question are those on the screen.",
    })]);
    book::edition(course, lang, document);
    lang.pick("Daftar isi", "Contents").clone_into(&mut document.contents);
    if course.agenda.iter().any(|session| session.schedule.is_none()) {
        document.parts.push(days(course, None, lang));
    }
    let schedules = course.schedules.iter();
    document.parts.extend(schedules.map(|schedule| days(course, Some(schedule), lang)));
    for (at, module) in course.modules.iter().enumerate() {
        document.parts.push(chapter(course, at, module, lang));
    }
    book::back_matter(course, lang, document);
}

fn days(course: &Course, schedule: Option<&Schedule>, lang: Lang) -> Document {
    let title = schedule.map(|schedule| schedule.title.get(lang).as_str());
    let title = title.map_or_else(|| "Agenda".to_owned(), |title| format!("Agenda: {title}"));
    let mut chapter = Document::titled(title);
    agenda::days(course, schedule, lang, &mut chapter);
    chapter
}

fn chapter(course: &Course, at: usize, module: &Module, lang: Lang) -> Document {
    let mut chapter = Document::titled(book::module_title(at, module, lang));
    if module.minutes > 0 {
        chapter.paragraph(vec![plain(match lang {
            Lang::Id => format!("Direncanakan {}.", minutes(module.minutes, lang)),
            Lang::En => format!("Planned: {}.", minutes(module.minutes, lang)),
        })]);
    }
    let title = |page: &Page| book::page_title(course, page, lang);
    chapter.blocks.push(agenda::lessons(course, module.pages.iter(), title, lang));
    for page in &module.pages {
        chapter.parts.push(section(course, page, lang));
    }
    chapter
}

fn minutes(minutes: u32, lang: Lang) -> String {
    match (lang, minutes) {
        (Lang::Id, _) => format!("{minutes} menit"),
        (Lang::En, 1) => "1 minute".to_owned(),
        (Lang::En, _) => format!("{minutes} minutes"),
    }
}

fn section(course: &Course, page: &Page, lang: Lang) -> Document {
    let mut section = Document::titled(book::page_title(course, page, lang));
    let planned = (page.minutes > 0).then(|| minutes(page.minutes, lang));
    let facts: Vec<String> =
        planned.into_iter().chain(book::sources_line(course, page, lang)).collect();
    if !facts.is_empty() {
        section.blocks.push(book::aside(facts.join(". ")));
    }
    let parts = &page.body.get(lang).parts;
    if page.is_in_hall() {
        let blocks = on_screen(course, page.body.get(lang).in_hall(), lang);
        section.blocks.push(Block::Quote { callout: None, blocks });
    } else {
        section.blocks.push(book::aside(
            lang.pick("Tidak ditayangkan; untuk dibaca.", "Not shown; for reading."),
        ));
    }
    let notes = parts.iter().filter(|part| part.seen == Seen::Facilitator);
    let notes: Vec<Block> = notes.filter_map(|part| block(course, part)).collect();
    if !notes.is_empty() {
        section.heading(lang.pick("Catatan fasilitator", "Notes of the facilitator"));
        section.blocks.extend(notes);
    }
    for activity in course.activities.iter().filter(|activity| activity.page == page.key) {
        let word = lang.pick("Kegiatan", "Activity");
        let (title, length) = (activity.title.get(lang), super::length(activity, lang));
        section.heading(format!("{word}: {title} ({length})"));
        agenda::steps(course, activity, lang, &mut section);
    }
    answers::questions(course, page, lang, &mut section);
    section
}

/// Prose of a part; its questions stand elsewhere.
fn block(course: &Course, part: &Part) -> Option<Block> {
    match &part.content {
        Content::Block(block) => Some(book::referred(block, course)),
        Content::Item(_) => None,
    }
}

/// What the hall sees, with a word where a step begins.
fn on_screen<'a>(
    course: &'a Course,
    parts: impl Iterator<Item = &'a Part>,
    lang: Lang,
) -> Vec<Block> {
    let (mut blocks, mut step, mut count) = (Vec::new(), 0, 1);
    for part in parts {
        if part.step > step {
            step = part.step;
            count += 1;
            let word = lang.pick("Langkah", "Step");
            blocks.push(book::aside(format!("{word} {count}")));
        }
        blocks.extend(match &part.content {
            Content::Block(_) => block(course, part),
            Content::Item(key) => course
                .item(key)
                .map(|(_, item)| Block::Paragraph(vec![strong(item.prompt.get(lang).as_str())])),
        });
    }
    blocks
}
