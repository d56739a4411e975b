//! Documents as one HTML file in A4: each document and each chapter begins a new page, and a table of
//! contents leads to them. Names of places inside are numbers only, never text.

use maud::{Markup, html};

use super::{file, words};
use crate::model::{
    document::Document,
    markdown::{Block, Callout, Span, plain},
    safe_text::{safe, safe_line},
    text::Lang,
};

/// How it looks.
const STYLE: &str = include_str!("document.css");
/// Most letters of a column that never breaks a line.
const SHORT: usize = 9;
/// Most letters of a word that a column must be wide enough for.
const LONG: usize = 22;
/// Columns from which a table is set smaller.
const MANY: usize = 6;
/// Most rows of a table that stays on one page.
const FEW: usize = 6;
/// Deepest heading there is.
const DEEPEST: usize = 6;

/// The file with these documents, one after the other.
pub fn documents(documents: &[Document], lang: Lang) -> String {
    let titles: Vec<_> = documents.iter().map(|document| safe_line(&document.title)).collect();
    let body = html! {
        @for (at, document) in (1..).zip(documents) {
            article { (whole(document, 0, &format!("d{at}"), lang)) }
        }
    };
    file(&titles.join(" · "), STYLE, &body, lang)
}

/// A document inside others, as deep as it lies; `place` names it.
fn whole(document: &Document, depth: usize, place: &str, lang: Lang) -> Markup {
    html! {
        (heading(depth + 1, &html! { (safe_line(&document.title)) }))
        (blocks(&document.blocks, depth, lang))
        @if !document.contents.is_empty() && !document.parts.is_empty() {
            nav {
                (heading(depth + 2, &html! { (safe_line(&document.contents)) }))
                (contents(&document.parts, place, true))
            }
        }
        @for (at, part) in (1..).zip(&document.parts) {
            @let place = format!("{place}-{at}");
            section id=(place) class=[classes([("chapter", depth == 0)])] { (whole(part, depth + 1, &place, lang)) }
        }
    }
}

/// The names that hold, as an attribute; none where none does.
fn classes<const N: usize>(names: [(&str, bool); N]) -> Option<String> {
    let names: Vec<&str> =
        names.into_iter().filter_map(|(name, holds)| holds.then_some(name)).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

fn contents(parts: &[Document], place: &str, deeper: bool) -> Markup {
    html! {
        ul {
            @for (at, part) in (1..).zip(parts) {
                @let place = format!("{place}-{at}");
                li {
                    a href=(format!("#{place}")) { (safe_line(&part.title)) }
                    @if deeper && !part.parts.is_empty() {
                        (contents(&part.parts, &place, false))
                    }
                }
            }
        }
    }
}

fn heading(level: usize, text: &Markup) -> Markup {
    match level.min(DEEPEST) {
        1 => html! { h1 { (text) } },
        2 => html! { h2 { (text) } },
        3 => html! { h3 { (text) } },
        4 => html! { h4 { (text) } },
        5 => html! { h5 { (text) } },
        _ => html! { h6 { (text) } },
    }
}

/// Blocks one below the other. What introduces a list, a table or a word on how to answer stays with
/// it.
fn blocks(blocks: &[Block], depth: usize, lang: Lang) -> Markup {
    html! {
        @for (at, each) in blocks.iter().enumerate() {
            @let leads = blocks.get(at + 1).is_some_and(is_led_to);
            (block(each, leads, depth, lang))
        }
    }
}

fn is_led_to(block: &Block) -> bool {
    match block {
        Block::List { .. } | Block::Table { .. } => true,
        Block::Paragraph(spans) => is_aside(spans),
        _ => false,
    }
}

/// Whether all of it is said in passing.
fn is_aside(spans: &[Span]) -> bool {
    spans.iter().all(|span| span.emphasis)
}

fn block(block: &Block, leads: bool, depth: usize, lang: Lang) -> Markup {
    match block {
        Block::Heading(spans) => heading(depth + 2, &runs(spans)),
        Block::Paragraph(spans) => {
            html! { p class=[classes([("aside", is_aside(spans)), ("leads", leads)])] dir="auto" { (runs(spans)) } }
        }
        Block::List { start, items } => list(*start, items, depth, lang),
        Block::Quote { callout: None, blocks: inner } => {
            html! { blockquote { (blocks(inner, depth, lang)) } }
        }
        Block::Quote { callout: Some(kind), blocks: inner } => {
            let warns = matches!(kind, Callout::Warning | Callout::Caution);
            html! {
            aside class=[classes([("warns", warns)])] {
                p .leads { strong { (kind.word().say(lang)) } }
                (blocks(inner, depth, lang))
            }
            }
        }
        Block::Table { header, rows } => table(header, rows),
        Block::Code(code) => html! { pre { (safe(code).trim_end_matches('\n')) } },
        Block::Rule => html! { hr; },
    }
}

fn runs(spans: &[Span]) -> Markup {
    html! { @for span in spans { (words(span)) } }
}

fn list(start: Option<u64>, items: &[Vec<Block>], depth: usize, lang: Lang) -> Markup {
    let items = html! { @for item in items { li { (blocks(item, depth, lang)) } } };
    // Browsers count with signed numbers of 32 bits.
    start.map_or_else(
        || html! { ul { (items) } },
        |start| html! { ol start=(start.min(999_999)) { (items) } },
    )
}

fn table(header: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> Markup {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(header.len());
    // What is blank is there to be written in and needs its room.
    let is_short = |at: usize| {
        let mut cells = rows.iter().map(|row| row.get(at).map_or(0, |cell| letters(cell)));
        !rows.is_empty() && cells.all(|letters| (1..=SHORT).contains(&letters))
    };
    let mut short: Vec<bool> = (0..count).map(is_short).collect();
    // One column at least takes the rest of the line.
    if short.iter().all(|short| *short)
        && let Some(last) = short.last_mut()
    {
        *last = false;
    }
    let has_head = header.iter().any(|cell| letters(cell) > 0);
    html! {
        table class=[classes([("few", rows.len() <= FEW), ("wide", count >= MANY)])] {
            @if has_head {
                thead { tr { @for (cell, short) in cells(header, &short) {
                    th scope="col" class=[classes([("short", short), ("long", cell.is_long)])] { (cell.text) }
                } } }
            }
            tbody {
                @for row in rows {
                    // Where the last cell is blank, somebody writes in it by hand.
                    @let is_open = row.last().is_some_and(|cell| letters(cell) == 0);
                    tr class=[classes([("open", is_open)])] { @for (cell, short) in cells(row, &short) {
                        td dir="auto" class=[classes([("short", short), ("long", cell.is_long)])] { (cell.text) }
                    } }
                }
            }
        }
    }
}

/// A cell, and whether it holds a word that has to be broken somewhere.
struct Cell {
    text: Markup,
    is_long: bool,
}

/// As many cells as there are columns, each with whether its column is short.
fn cells<'a>(row: &'a [Vec<Span>], short: &'a [bool]) -> impl Iterator<Item = (Cell, bool)> {
    short.iter().enumerate().map(|(at, short)| {
        let spans = row.get(at).map_or([].as_slice(), Vec::as_slice);
        let is_long = plain(spans).split_whitespace().any(is_long);
        (Cell { text: runs(spans), is_long }, *short)
    })
}

/// A word that no column can be as wide as, or a dotted line to write on.
fn is_long(word: &str) -> bool {
    let count = word.chars().count();
    count > LONG || (count > 3 && !word.contains(char::is_alphanumeric))
}

fn letters(cell: &[Span]) -> usize {
    plain(cell).trim().chars().count()
}
