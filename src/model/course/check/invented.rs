//! Whether made-up data says that it is made up: names that the author lists, and tables of numbers
//! that no dated work stands behind.

use super::{Advice, Sort};
use crate::model::{
    course::{Body, Content, Course, Item, Page},
    faults::quoted,
    markdown::{Block, plain},
    text::{Lang, Said},
};

/// Numbers in one column, or in one drawing, from which it counts as data.
const DATA: usize = 3;

/// Checks pages and items; a course that names no label has nothing made up.
pub(super) fn check(course: &Course, advice: &mut Advice<'_>) {
    let practice = &course.practice;
    if practice.label.is_empty() {
        return;
    }
    for page in course.pages() {
        for lang in Lang::ALL {
            let text = text_of(page.body.get(lang));
            if text.contains(&practice.label) {
                continue;
            }
            let named = practice.names.iter().find(|name| text.contains(name.as_str()));
            let what = match named {
                Some(name) => says(&page.key, name),
                None if !is_dated(course, page) && has_data(page.body.get(lang)) => Said::new(
                    format!("halaman {} memuat angka tanpa sumber bertahun", quoted(&page.key)),
                    format!("the page {} holds numbers without a dated source", quoted(&page.key)),
                ),
                None => continue,
            };
            match lang {
                Lang::Id => advice.about(Sort::Page, &page.key, what, label(&practice.label)),
                Lang::En if course.has_english => {
                    advice.about_english(&page.key, what, label(&practice.label));
                }
                Lang::En => {}
            }
        }
    }
    for item in course.items() {
        let bare = Lang::ALL.into_iter().find_map(|lang| {
            let text = text_of_item(item, lang);
            let is_bare = !text.contains(&practice.label);
            practice.names.iter().find(|name| is_bare && text.contains(name.as_str()))
        });
        if let Some(name) = bare {
            advice.about(Sort::Item, &item.key, says(&item.key, name), label(&practice.label));
        }
    }
}

fn says(key: &str, name: &str) -> Said {
    let (key, name) = (quoted(key), quoted(name));
    Said::new(
        format!("{key} memakai nama karangan {name} tanpa tanda"),
        format!("{key} uses the made-up name {name} without saying so"),
    )
}

fn label(label: &str) -> Said {
    let label = quoted(label);
    Said::new(
        format!("Tulis {label} di dekatnya, atau sebutkan sumbernya."),
        format!("Write {label} beside it, or name its source."),
    )
}

/// Whether a work with a year stands behind the page.
fn is_dated(course: &Course, page: &Page) -> bool {
    let mut sources = page.sources.iter().filter_map(|key| course.source(key));
    sources.any(|source| source.year.is_some())
}

fn has_data(body: &Body) -> bool {
    body.parts.iter().any(|part| match &part.content {
        Content::Block(Block::Table { header, rows }) => (0..header.len()).any(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.filter(|cell| is_number(&plain(cell))).count() >= DATA
        }),
        _ => false,
    })
}

/// A number of two digits or more; "1" to "9" count rows, "1–7" is a range of days.
fn is_number(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    digits > 1 && cell.chars().all(|c| c.is_ascii_digit() || " .,%".contains(c))
}

fn text_of(body: &Body) -> String {
    let mut text = body.title.clone();
    for part in &body.parts {
        if let Content::Block(block) = &part.content {
            add(block, &mut text);
        }
    }
    text
}

fn add(block: &Block, text: &mut String) {
    text.push('\n');
    match block {
        Block::Code(code) => text.push_str(code),
        Block::Quote { blocks, .. } => blocks.iter().for_each(|block| add(block, text)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| add(block, text)),
        _ => block.each_text(&mut |spans| {
            text.push_str(&plain(spans));
            text.push(' ');
        }),
    }
}

fn text_of_item(item: &Item, lang: Lang) -> String {
    let options = item.options.iter().flat_map(|option| [&option.text, &option.with, &option.why]);
    let rest = [&item.prompt, &item.model, &item.why];
    let all = rest.into_iter().chain(options);
    all.map(|said| said.get(lang).as_str()).collect::<Vec<&str>>().join("\n")
}
