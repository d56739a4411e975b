//! A document as lines of plain text, as wide as a sheet of paper: for terminals, printers and mails.

use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Document;
use crate::model::{
    markdown::{self, Block, Callout, Span},
    safe_text::{safe, safe_line},
};

/// Columns of a sheet of A4 standing upright, in letters of usual size.
pub const PORTRAIT: usize = 76;
/// Columns of the same sheet lying on its side.
pub const LANDSCAPE: usize = 116;
/// Widths that can be asked for, in columns.
pub const WIDTHS: RangeInclusive<usize> = 40..=200;
/// Below this width nothing is indented any further.
const NARROWEST: usize = 24;
/// Least width of a column of a table; where that cannot be had, cells stand below one another.
const LEAST: usize = 8;
/// Columns between two columns of a table.
const BETWEEN: usize = 2;

/// The document as lines of at most `width` columns that end without spaces.
pub fn lines(document: &Document, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    whole(document, 0, width, &mut lines);
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A document inside others, as deep as it lies: chapters keep more distance than sections.
fn whole(document: &Document, depth: usize, width: usize, lines: &mut Vec<String>) {
    match depth {
        0 => {}
        1 => lines.extend([String::new(), String::new(), String::new()]),
        _ => lines.extend([String::new(), String::new()]),
    }
    underlined(&document.title, if depth < 2 { "=" } else { "-" }, width, lines);
    for block in &document.blocks {
        lines.push(String::new());
        lines.extend(self::block(block, width));
    }
    if let Some(list) = document.table_of_contents() {
        lines.extend([String::new(), String::new()]);
        underlined(&document.contents, "-", width, lines);
        lines.push(String::new());
        lines.extend(block(&list, width));
    }
    for part in &document.parts {
        whole(part, depth + 1, width, lines);
    }
}

fn underlined(title: &str, with: &str, width: usize, lines: &mut Vec<String>) {
    let title = wrap(title, width);
    let longest = title.iter().map(|line| line.width()).max().unwrap_or(0);
    lines.extend(title);
    lines.push(with.repeat(longest));
}

fn blocks(blocks: &[Block], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, each) in blocks.iter().enumerate() {
        if place > 0 && !matches!(each, Block::List { .. }) {
            lines.push(String::new());
        }
        lines.extend(block(each, width));
    }
    lines
}

fn block(block: &Block, width: usize) -> Vec<String> {
    match block {
        Block::Heading(spans) | Block::Paragraph(spans) => wrap(&markdown::plain(spans), width),
        Block::List { start, items } => {
            let last = start.map(|start| start.saturating_add(items.len() as u64));
            let digits = last.map_or(0, |last| last.to_string().len());
            let numbered = (start.unwrap_or(0)..).zip(items);
            let item = |(number, item): (u64, &Vec<Block>)| {
                let mark = match start {
                    Some(_) => format!("{number:>digits$}. "),
                    None => "- ".to_owned(),
                };
                hanging(&mark, &" ".repeat(mark.len()), width, |width| blocks(item, width))
            };
            numbered.flat_map(item).collect()
        }
        Block::Quote { callout, blocks: inner } => hanging("| ", "| ", width, |width| {
            let mut lines: Vec<String> =
                callout.iter().map(|kind| word(*kind).to_owned()).collect();
            lines.extend(blocks(inner, width));
            lines
        }),
        Block::Table { header, rows } => table(header, rows, width),
        Block::Code(code) => safe(code)
            .trim_end_matches('\n')
            .split('\n')
            .flat_map(|line| cut(line, width))
            .collect(),
        Block::Rule => vec!["-".repeat(width)],
    }
}

/// A mark that both languages know.
const fn word(callout: Callout) -> &'static str {
    match callout {
        Callout::Note | Callout::Tip => "(i)",
        Callout::Important | Callout::Warning | Callout::Caution => "(!)",
    }
}

fn hanging(
    first: &str,
    rest: &str,
    width: usize,
    body: impl FnOnce(usize) -> Vec<String>,
) -> Vec<String> {
    let room = width.saturating_sub(first.width());
    if room < NARROWEST {
        return body(width);
    }
    let mut lines = body(room);
    if lines.is_empty() {
        lines.push(String::new());
    }
    let prefixed = |(place, line): (usize, String)| {
        let prefix = if place == 0 { first } else { rest };
        format!("{prefix}{line}")
    };
    lines.into_iter().enumerate().map(prefixed).collect()
}

fn table(header: &[Vec<Span>], rows: &[Vec<Vec<Span>>], width: usize) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(header.len());
    let texts = |cells: &[Vec<Span>]| -> Vec<String> {
        let cell = |at: usize| cells.get(at).map_or_else(String::new, |cell| markdown::plain(cell));
        (0..count).map(|at| safe_line(&cell(at)).into_owned()).collect()
    };
    let header = texts(header);
    let rows: Vec<Vec<String>> = rows.iter().map(|row| texts(row)).collect();
    let has_header = header.iter().any(|cell| !cell.is_empty());
    let Some(widths) = widths(&header, &rows, count, width) else {
        return stacked(&header, &rows, width);
    };
    let mut lines = Vec::new();
    if has_header {
        lines.extend(side_by_side(&header, &widths));
        lines.extend(side_by_side(
            &widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>(),
            &widths,
        ));
    }
    lines.extend(rows.iter().flat_map(|row| side_by_side(row, &widths)));
    lines
}

/// A width for each column: what it needs, the widest cut down until all fit.
fn widths(
    header: &[String],
    rows: &[Vec<String>],
    count: usize,
    width: usize,
) -> Option<Vec<usize>> {
    let need = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).chain(header.get(at));
        cells.map(|cell| cell.width()).max().unwrap_or(0).min(width)
    };
    let mut widths: Vec<usize> = (0..count).map(need).collect();
    let room = width.checked_sub(count.saturating_sub(1) * BETWEEN)?;
    while widths.iter().sum::<usize>() > room {
        let widest = widths.iter_mut().max()?;
        if *widest <= LEAST {
            return None;
        }
        *widest -= 1;
    }
    Some(widths)
}

fn side_by_side(cells: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let mut out = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            let text = cell.get(at).map_or("", String::as_str);
            out.push_str(text);
            out.push_str(&" ".repeat(width.saturating_sub(text.width()) + BETWEEN));
        }
        out.trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

fn stacked(header: &[String], rows: &[Vec<String>], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            lines.push(String::new());
        }
        for (name, cell) in header.iter().zip(row) {
            let text = if name.is_empty() { cell.clone() } else { format!("{name}: {cell}") };
            lines.extend(wrap(&text, width));
        }
    }
    lines
}

/// Lines of at most `width` columns, broken at spaces, inside a word only where it is longer than
/// a line.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let text = safe_line(text);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        let mut pieces = cut(word, width.saturating_sub(line.width()).max(1)).into_iter();
        line.push_str(&pieces.next().unwrap_or_default());
        for piece in pieces {
            lines.push(std::mem::replace(&mut line, piece));
        }
    }
    lines.push(line);
    lines
}

/// Pieces of at most `width` columns, cut between graphemes.
fn cut(text: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used > 0 && used + grapheme.width() > width {
            pieces.push(String::new());
            used = 0;
        }
        used += grapheme.width();
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(grapheme);
        }
    }
    pieces
}
