//! A document as Markdown that any program may render. Its text stays text: whatever could form
//! markup, a link, HTML or a footnote is escaped.

use crate::model::{
    document::Document,
    markdown::{Block, Callout, Span},
    safe_text::{safe, safe_line},
};

/// The document as Markdown.
pub fn write(document: &Document) -> String {
    let mut lines = Vec::new();
    whole(document, 0, &mut lines);
    lines.join("\n") + "\n"
}

/// A document inside others, as deep as it lies.
fn whole(document: &Document, depth: usize, lines: &mut Vec<String>) {
    if depth > 0 {
        lines.push(String::new());
    }
    lines.extend([title(&document.title, depth), String::new()]);
    let level = Level((depth + 2).max(3));
    let own = level.blocks(&document.blocks);
    let is_bare = own.is_empty();
    lines.extend(own);
    if let Some(list) = document.table_of_contents() {
        if !is_bare {
            lines.push(String::new());
        }
        lines.extend([title(&document.contents, depth + 1), String::new()]);
        lines.extend(level.block(&list));
    }
    for part in &document.parts {
        whole(part, depth + 1, lines);
    }
}

fn title(text: &str, depth: usize) -> String {
    // What is made visible is not trimmed away before that.
    let text = safe_line(text);
    format!("{} {}", "#".repeat((depth + 1).min(DEEPEST)), escaped(text.trim(), false))
}

/// Deepest heading there is.
const DEEPEST: usize = 6;

/// How deep the headings among the blocks of a document stand.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    /// Blocks with an empty line between them. Empty ones are left out: what follows them would be
    /// taken for something else.
    fn blocks(self, blocks: &[Block]) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks.iter().map(|block| self.block(block)).filter(|block| !block.is_empty())
        {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(block);
        }
        lines
    }

    fn block(self, block: &Block) -> Vec<String> {
        match block {
            Block::Heading(spans) => {
                let mark = "#".repeat(self.0.min(DEEPEST));
                filled(spans, false).map(|text| format!("{mark} {text}")).collect()
            }
            Block::Paragraph(spans) => filled(spans, true).collect(),
            Block::List { start, items } => {
                // A number of more than nine digits begins no list.
                let first = start.map(|start| start.min(999_999));
                let numbered = (first.unwrap_or(0)..).zip(items);
                let item = |(number, item): (u64, &Vec<Block>)| {
                    let mark = first.map_or_else(|| "- ".to_owned(), |_| format!("{number}. "));
                    prefixed(&mark, &" ".repeat(mark.len()), self.blocks(item))
                };
                numbered.flat_map(item).collect()
            }
            Block::Quote { callout, blocks: inner } => {
                let mut lines: Vec<String> =
                    callout.iter().map(|kind| word(*kind).to_owned()).collect();
                lines.extend(self.blocks(inner));
                prefixed("> ", "> ", lines)
            }
            Block::Table { header, rows } => table(header, rows),
            Block::Code(code) => {
                let code = safe(code);
                let fence = "`".repeat(longest_run(&code).max(2) + 1);
                let mut lines = vec![fence.clone()];
                lines.extend(code.trim_end_matches('\n').split('\n').map(str::to_owned));
                lines.push(fence);
                lines
            }
            Block::Rule => vec!["---".to_owned()],
        }
    }
}

fn filled(spans: &[Span], is_line: bool) -> impl Iterator<Item = String> {
    Some(inline(spans, is_line)).filter(|text| !text.is_empty()).into_iter()
}

const fn word(callout: Callout) -> &'static str {
    match callout {
        Callout::Note => "[!NOTE]",
        Callout::Tip => "[!TIP]",
        Callout::Important => "[!IMPORTANT]",
        Callout::Warning => "[!WARNING]",
        Callout::Caution => "[!CAUTION]",
    }
}

fn prefixed(first: &str, rest: &str, lines: Vec<String>) -> Vec<String> {
    let prefixed = |(place, line): (usize, String)| {
        let prefix = if place == 0 { first } else { rest };
        format!("{prefix}{line}").trim_end().to_owned()
    };
    lines.into_iter().enumerate().map(prefixed).collect()
}

fn table(header: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(header.len());
    if count == 0 {
        return Vec::new();
    }
    let line = |cells: &[Vec<Span>]| {
        let cell = |at: usize| cells.get(at).map_or_else(String::new, |cell| inline(cell, false));
        format!("| {} |", (0..count).map(cell).collect::<Vec<_>>().join(" | "))
    };
    let mut lines = vec![line(header), format!("|{}", " --- |".repeat(count))];
    lines.extend(rows.iter().map(|row| line(row)));
    lines
}

/// Runs of text; `is_line` where they begin a line and could so become a list or a rule. Strong and emphasised runs are marked only where the marks can be
/// taken for nothing else.
fn inline(spans: &[Span], is_line: bool) -> String {
    let mut out = String::new();
    for span in spans {
        let text = safe_line(&span.text);
        let trimmed = text.trim();
        let mark = match (span.strong, span.emphasis) {
            (true, _) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let ends = [trimmed.chars().next(), trimmed.chars().next_back()];
        let is_marked = !mark.is_empty()
            && ends.iter().all(|end| end.is_some_and(char::is_alphanumeric))
            && !out.ends_with('*');
        if is_marked {
            let (front, back) = text.split_once(trimmed).unwrap_or_default();
            let text = escaped(trimmed, false);
            out.push_str(&[front, mark, &text, mark, back].concat());
        } else {
            let is_first = is_line && out.trim().is_empty();
            out.push_str(&escaped(&text, is_first));
        }
    }
    out.trim().to_owned()
}

/// The text with every character escaped that could mean something here.
fn escaped(text: &str, is_first: bool) -> String {
    let text = safe_line(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    // Whether only spaces, or only spaces and digits, came so far: a list could begin here.
    let (mut is_front, mut is_number) = (is_first, is_first);
    while let Some(c) = chars.next() {
        let next = chars.peek();
        let is_active = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '&' | '|' | '~' | '#'
            | '!' | '$' | '^' | '@' => true,
            '+' | '-' | '=' => is_front,
            '.' if out.to_ascii_lowercase().ends_with("www") => true,
            '.' | ')' => is_number && !is_front,
            // "https://", ":smile:", but not "09:00" and not "Nama: Siti".
            ':' => is_front || next.is_some_and(|next| !next.is_whitespace() && !next.is_numeric()),
            _ => false,
        };
        is_number &= c == ' ' || c.is_ascii_digit();
        is_front &= c == ' ';
        if is_active {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}
