//! The questions that are asked on a page, each with what is right and why, in the letters that the
//! hall sees.

use crate::model::{
    course::{Choice, Content, Course, Item, Kind, Page},
    document::{Document, plain, strong},
    markdown::{Block, Span},
    text::Lang,
};

/// Stands beside what is right.
const RIGHT: &str = "✓";

/// Questions that stand on the page, then the polls that rest on it.
pub(super) fn questions(course: &Course, page: &Page, lang: Lang, section: &mut Document) {
    let parts = page.body.get(lang).parts.iter();
    let mut items: Vec<&Item> = parts
        .filter_map(|part| match &part.content {
            Content::Item(key) => course.item(key).map(|(_, item)| item),
            Content::Block(_) => None,
        })
        .collect();
    for poll in course.items().filter(|item| item.is_poll() && item.page == page.key) {
        if !items.iter().any(|known| known.key == poll.key) {
            items.push(poll);
        }
    }
    for item in items {
        section.heading(if item.is_poll() {
            lang.pick("Jajak kelas", "Poll of the class")
        } else {
            lang.pick("Soal di halaman ini", "Question on this page")
        });
        section.paragraph(vec![plain(item.prompt.get(lang).as_str())]);
        section.blocks.extend(answer(item, lang));
    }
}

/// What is right, and why each option is right or wrong.
fn answer(item: &Item, lang: Lang) -> Vec<Block> {
    match item.kind {
        Kind::Single | Kind::Multiple => vec![options(item, lang)],
        Kind::Truth => {
            let verdict = lang.pick(("Benar", "Salah"), ("True", "False"));
            let verdict = if item.verdict { verdict.0 } else { verdict.1 };
            vec![key(verdict, lang), options(item, lang)]
        }
        Kind::Order => vec![sequence(item, lang)],
        Kind::Match | Kind::Classify => vec![rows(item, lang)],
        Kind::Recall => vec![
            key(&item.accept.get(lang).join(" / "), lang),
            Block::Paragraph(vec![plain(item.why.get(lang).as_str())]),
        ],
        Kind::Reflect => vec![
            Block::Paragraph(vec![plain(item.model.get(lang).as_str())]),
            Block::List {
                start: None,
                items: item.check.iter().map(|check| line(check.get(lang))).collect(),
            },
        ],
    }
}

fn key(text: &str, lang: Lang) -> Block {
    Block::Paragraph(vec![strong(lang.pick("Kunci", "Key")), plain(format!(": {text}"))])
}

fn line(text: &str) -> Vec<Block> {
    vec![Block::Paragraph(vec![plain(text)])]
}

fn table<const N: usize>(header: [&str; N], rows: Vec<Vec<Vec<Span>>>) -> Block {
    Block::Table { header: header.map(|name| vec![plain(name)]).to_vec(), rows }
}

fn cell(text: &str) -> Vec<Span> {
    vec![plain(text)]
}

fn options(item: &Item, lang: Lang) -> Block {
    let row = |(letter, option): (char, &Choice)| {
        let mark = if option.right { format!("{letter} {RIGHT}") } else { letter.to_string() };
        vec![vec![strong(mark)], cell(option.text.get(lang)), cell(option.why.get(lang))]
    };
    let header = ["", lang.pick("Pilihan", "Option"), lang.pick("Mengapa", "Why")];
    table(header, ('A'..='Z').zip(&item.options).map(row).collect())
}

fn sequence(item: &Item, lang: Lang) -> Block {
    let row = |(number, option): (usize, &Choice)| {
        vec![
            vec![strong(number.to_string())],
            cell(option.text.get(lang)),
            cell(option.why.get(lang)),
        ]
    };
    let header =
        ["", lang.pick("Urutan yang benar", "The right order"), lang.pick("Mengapa", "Why")];
    table(header, (1..).zip(&item.options).map(row).collect())
}

fn rows(item: &Item, lang: Lang) -> Block {
    let row = |row: &Choice| {
        let right = item.choice(item.right_choice(row));
        let right = right.map_or("", |right| right.get(lang));
        vec![cell(row.text.get(lang)), vec![strong(right)], cell(row.why.get(lang))]
    };
    let header = [
        lang.pick("Pernyataan", "Statement"),
        lang.pick("Kunci", "Key"),
        lang.pick("Mengapa", "Why"),
    ];
    table(header, item.options.iter().map(row).collect())
}
