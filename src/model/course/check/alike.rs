//! Whether the English of a page is built as its Indonesian: the same blocks in the same steps,
//! lists of the same length, tables of the same shape.

use super::Advice;
use crate::model::{
    course::{Body, Content, Course, Part, Seen},
    markdown::Block,
    text::{Said, Text},
};

/// Checks every page and worksheet.
pub(super) fn check(course: &Course, advice: &mut Advice<'_>) {
    if !course.has_english {
        return;
    }
    for page in course.pages() {
        if let Some(what) = difference(&page.body.id, &page.body.en) {
            advice.about_english(&page.key, what, REMEDY);
        }
    }
    for sheet in &course.sheets {
        if sheet.body.id.iter().map(shape).ne(sheet.body.en.iter().map(shape)) {
            let what = Text::new(
                "lembar ini tersusun lain dalam bahasa Inggris",
                "this sheet is built differently in English",
            );
            advice.about(super::Sort::Sheet, &sheet.key, what, REMEDY);
        }
    }
}

const REMEDY: Text = Text::new(
    "Samakan susunannya: paragraf, butir, baris, dan kolom yang sama banyaknya.",
    "Build both alike: as many paragraphs, items, rows and columns.",
);

/// The first part that differs, in words; notes may differ, for trainers speak their own way.
fn difference(id: &Body, en: &Body) -> Option<Said> {
    let parts = |body: &'_ Body| -> Vec<(usize, Seen, Shape)> {
        let parts = body.parts.iter().filter(|part| part.seen != Seen::Facilitator);
        parts.map(|part: &Part| (part.step, part.seen, of(&part.content))).collect()
    };
    let (id, en) = (parts(id), parts(en));
    let at = id.iter().zip(&en).position(|(id, en)| id != en);
    let at = at.or_else(|| (id.len() != en.len()).then(|| id.len().min(en.len())))?;
    let word = |parts: &[(usize, Seen, Shape)], pick: fn(Text) -> &'static str| {
        parts.get(at).map_or_else(
            || pick(Text::new("tidak ada apa-apa", "nothing")).to_owned(),
            |(.., shape)| shape.say(pick),
        )
    };
    let number = at + 1;
    let in_id: fn(Text) -> &'static str = |text| text.id;
    let in_en: fn(Text) -> &'static str = |text| text.en;
    Some(Said::new(
        format!(
            "bagian ke-{number} halaman ini {}, yang Indonesia {}",
            word(&en, in_id),
            word(&id, in_id)
        ),
        format!(
            "part {number} of this page is {}, in Indonesian {}",
            word(&en, in_en),
            word(&id, in_en)
        ),
    ))
}

/// What a part looks like from afar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Item,
    Heading,
    Paragraph,
    /// Whether it is numbered, and how many items it has.
    List(bool, usize),
    /// How many blocks it holds.
    Quote(usize),
    /// Columns and rows.
    Table(usize, usize),
    Code,
    Rule,
}

impl Shape {
    fn say(self, pick: fn(Text) -> &'static str) -> String {
        let (word, size) = match self {
            Self::Item => (Text::new("soal", "an item"), None),
            Self::Heading => (Text::new("judul kecil", "a small heading"), None),
            Self::Paragraph => (Text::new("paragraf", "a paragraph"), None),
            Self::List(true, count) => {
                (Text::new("daftar bernomor", "a numbered list"), Some(format!("{count}")))
            }
            Self::List(false, count) => {
                (Text::new("daftar butir", "a bulleted list"), Some(format!("{count}")))
            }
            Self::Quote(count) => (Text::new("kotak", "a box"), Some(format!("{count}"))),
            Self::Table(columns, rows) => {
                (Text::new("tabel", "a table"), Some(format!("{columns} × {rows}")))
            }
            Self::Code => (Text::new("gambar", "a drawing"), None),
            Self::Rule => (Text::new("garis", "a rule"), None),
        };
        let word = pick(word);
        size.map_or_else(|| word.to_owned(), |size| format!("{word} ({size})"))
    }
}

fn of(content: &Content) -> Shape {
    match content {
        Content::Item(_) => Shape::Item,
        Content::Block(block) => shape(block),
    }
}

fn shape(block: &Block) -> Shape {
    match block {
        Block::Heading(_) => Shape::Heading,
        Block::Paragraph(_) => Shape::Paragraph,
        Block::List { start, items } => Shape::List(start.is_some(), items.len()),
        Block::Quote { blocks, .. } => Shape::Quote(blocks.len()),
        Block::Table { header, rows } => Shape::Table(header.len(), rows.len()),
        Block::Code(_) => Shape::Code,
        Block::Rule => Shape::Rule,
    }
}
