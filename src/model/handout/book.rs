//! The whole course as a book for participants: what a reader sees of each page, questions to answer
//! from memory, words and sources. It holds no note of the facilitator, no key and no reason of an
//! option.

use super::{
    paper::{self, LONG},
    sources,
};
use crate::model::{
    course::{Content, Course, Item, Kind, Module, Page, Seen, Source},
    document::{Document, plain, strong},
    glossary,
    markdown::{Block, Callout, Link, Span},
    text::Lang,
};

/// Lines under a question that wants more than a word.
const LINES: usize = 3;

/// The participants' edition.
pub(super) fn book(course: &Course, lang: Lang, document: &mut Document) {
    document.paragraph(vec![plain(match lang {
        Lang::Id => "Buku ini memuat semua halaman yang dibaca peserta, pertanyaan untuk dijawab dari ingatan, istilah, dan sumber. Soal latihan beserta penjelasannya ada di pandu.",
        Lang::En => "This book holds all pages that participants read, questions to answer from memory, the glossary and the sources. Practice questions with their explanations are in pandu.",
    })]);
    edition(course, lang, document);
    document.pairs([
        (lang.pick("Nama", "Name"), LONG.to_owned()),
        (lang.pick("Unit kerja", "Work unit"), LONG.to_owned()),
    ]);
    lang.pick("Daftar isi", "Contents").clone_into(&mut document.contents);
    for (at, module) in course.modules.iter().enumerate() {
        document.parts.push(chapter(course, at, module, lang));
    }
    back_matter(course, lang, document);
}

/// Version of the course, and how made-up data is told from facts.
pub(super) fn edition(course: &Course, lang: Lang, document: &mut Document) {
    let version = &course.version;
    document.paragraph(vec![plain(match lang {
        Lang::Id => format!("Versi bahan: {version}"),
        Lang::En => format!("Version of the course: {version}"),
    })]);
    let label = &course.practice.label;
    if !label.is_empty() {
        let rest = lang.pick(
            " menandai data dan kisah yang direka untuk berlatih; jangan dikutip sebagai fakta.",
            " marks data and stories that were made up for practice; do not cite them as facts.",
        );
        document.paragraph(vec![strong(label.as_str()), plain(rest)]);
    }
}

/// Words of the trade, then sources, where the course has any.
pub(super) fn back_matter(course: &Course, lang: Lang, document: &mut Document) {
    let terms = glossary::matching(course, "", lang);
    if !terms.is_empty() {
        let mut chapter = Document::titled(lang.pick("Istilah", "Glossary"));
        let header = [lang.pick("Istilah", "Term"), lang.pick("Arti", "Meaning")];
        let row = |term: &crate::model::course::Term| {
            let meaning = plain(term.meaning.get(lang).as_str());
            vec![vec![strong(term.term.get(lang).as_str())], vec![meaning]]
        };
        chapter.blocks.push(Block::Table {
            header: header.map(|name| vec![plain(name)]).to_vec(),
            rows: terms.into_iter().map(row).collect(),
        });
        document.parts.push(chapter);
    }
    if !course.sources.is_empty() {
        let mut chapter = Document::titled(lang.pick("Sumber", "Sources"));
        sources::sources(course, lang, &mut chapter);
        document.parts.push(chapter);
    }
}

/// "Modul 2: Studi kasus".
pub(super) fn module_title(at: usize, module: &Module, lang: Lang) -> String {
    format!("{} {}: {}", lang.pick("Modul", "Module"), at + 1, module.title.get(lang))
}

/// "2.5", by which a page is found on paper; `None` where there is no such page.
pub(super) fn number(course: &Course, key: &str) -> Option<String> {
    course.page(key).map(|(module, page, _)| format!("{}.{}", module + 1, page + 1))
}

/// "2.5 Judul".
pub(super) fn page_title(course: &Course, page: &Page, lang: Lang) -> String {
    let number = number(course, &page.key).unwrap_or_default();
    format!("{number} {}", page.title(lang))
}

/// Prose in which every link to a page names the number of that page.
pub(super) fn referred(block: &Block, course: &Course) -> Block {
    block.with_texts(&|spans: &[Span]| {
        let mut out = Vec::with_capacity(spans.len());
        for (at, span) in spans.iter().enumerate() {
            out.push(span.clone());
            let Some(Link::Page(key)) = &span.link else { continue };
            // A link may be several runs of text.
            let goes_on = spans.get(at + 1).is_some_and(|next| next.link == span.link);
            if let Some(number) = number(course, key).filter(|_| !goes_on) {
                out.push(plain(format!(" ({number})")));
            }
        }
        out
    })
}

/// "Sumber: …", as far as the page names any.
pub(super) fn sources_line(course: &Course, page: &Page, lang: Lang) -> Option<String> {
    let named = page.sources.iter().filter_map(|key| course.source(key));
    let named: Vec<String> = named.map(Source::cited).collect();
    let word = lang.pick("Sumber", "Sources");
    (!named.is_empty()).then(|| format!("{word}: {}", named.join("; ")))
}

/// A line of its own in emphasis.
pub(super) fn aside(text: impl Into<String>) -> Block {
    Block::Paragraph(vec![Span { emphasis: true, ..plain(text) }])
}

fn chapter(course: &Course, at: usize, module: &Module, lang: Lang) -> Document {
    let mut chapter = Document::titled(module_title(at, module, lang));
    for page in &module.pages {
        chapter.parts.push(section(course, page, lang));
    }
    chapter.parts.extend(from_memory(course, module, lang));
    chapter
}

/// A page as its reader sees it.
fn section(course: &Course, page: &Page, lang: Lang) -> Document {
    let mut section = Document::titled(page_title(course, page, lang));
    for part in &page.body.get(lang).parts {
        match (&part.content, part.seen) {
            (_, Seen::Projector | Seen::Facilitator) => {}
            (Content::Block(block), _) => section.blocks.push(referred(block, course)),
            (Content::Item(key), _) => section.blocks.extend(asked(course, key, lang)),
        }
    }
    section.blocks.extend(sources_line(course, page, lang).map(aside));
    section
}

/// A question in the middle of a page, with room for its answer.
fn asked(course: &Course, key: &str, lang: Lang) -> Option<Block> {
    let (_, item) = course.item(key)?;
    let mut blocks = vec![Block::Paragraph(vec![plain(item.prompt.get(lang).as_str())])];
    blocks.extend(paper::room(item, lang));
    Some(Block::Quote { callout: Some(Callout::Important), blocks })
}

/// Questions that are answered in one's own words: on paper they can be tried and checked on their
/// page, without a key. Those of tests and polls are asked elsewhere.
fn from_memory(course: &Course, module: &Module, lang: Lang) -> Option<Document> {
    let is_open = |item: &&Item| {
        matches!(item.kind, Kind::Recall | Kind::Reflect)
            && item.is_practice()
            && !item.is_tested()
            && !item.is_poll()
    };
    let items: Vec<&Item> = module.items.iter().filter(is_open).collect();
    if items.is_empty() {
        return None;
    }
    let mut part = Document::titled(lang.pick("Jawab dari ingatan", "Answer from memory"));
    part.paragraph(vec![plain(lang.pick(
        "Jawablah tanpa membuka halamannya. Sesudah itu periksa jawaban Anda pada halaman yang disebut di belakang soal.",
        "Answer without opening the page. Then check your answer on the page that is named behind the question.",
    ))]);
    for (at, item) in (1..).zip(items) {
        let number = number(course, &item.page);
        let page = number.map_or_else(String::new, |number| format!(" ({number})"));
        let prompt = item.prompt.get(lang);
        part.paragraph(vec![strong(format!("{at}. ")), plain(format!("{prompt}{page}"))]);
        let lines = if item.kind == Kind::Reflect { LINES } else { 1 };
        for _ in 0..lines {
            part.paragraph(vec![plain(LONG.repeat(2))]);
        }
    }
    Some(part)
}
