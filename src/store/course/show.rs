//! Faults as text for the terminal: with the line they mean, or one line each.
//!
//! Lines of a course are not trusted: they pass `safe` and are cut, and the caret moves with them.

use std::{collections::HashMap, fmt::Write, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::model::{
    faults::{Fault, Files, Weight},
    safe_text::{safe, safe_line},
    text::{Lang, Text},
};

/// Letters of a line that are shown before the place that is meant, when the line is long.
const BEFORE: usize = 40;
/// Letters that are shown from that place on.
const AFTER: usize = 60;

/// Each fault with its line, a caret below the place, and what to do.
pub fn render(faults: &[Fault], files: &Files, lang: Lang, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut places = Places::new(files);
    let mut text = String::new();
    for fault in faults {
        let shown = places.find(fault);
        let file = safe(&fault.file);
        let level = match fault.weight {
            Weight::Error => Level::ERROR.with_name(Text::new("kesalahan", "error").say(lang)),
            Weight::Advice => Level::WARNING.with_name(Text::new("saran", "advice").say(lang)),
        };
        let help = Level::HELP.with_name(Text::new("tindakan", "to do").say(lang));
        let title = level.primary_title(safe(fault.what.get(lang)));
        let group: Group<'_> = match &shown {
            Some(shown) => title
                .element(Origin::path(file).line(shown.line).char_column(shown.column))
                .element(
                    Snippet::source(shown.text.as_str())
                        .line_start(shown.line)
                        .annotation(AnnotationKind::Primary.span(shown.mark.clone())),
                ),
            None => title.element(Origin::path(file)),
        };
        let group = group.element(help.message(safe(fault.remedy.get(lang))));
        for line in renderer.render(&[group]).lines().filter(|line| !is_gap(line)) {
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

/// Whether a line of a report only says that no file name follows: it was told the line before.
fn is_gap(line: &str) -> bool {
    let mut escaped = false;
    let letters = line.chars().filter(|letter| {
        let hidden = escaped || *letter == '\u{1b}';
        escaped = hidden && *letter != 'm';
        !hidden
    });
    letters.collect::<String>().trim() == ":::"
}

/// Each fault on one line: `file:line:column: what. What to do.`
pub fn lines(faults: &[Fault], files: &Files, lang: Lang) -> String {
    let mut places = Places::new(files);
    let mut text = String::new();
    for fault in faults {
        let file = safe(&fault.file);
        let (what, remedy) = (safe(fault.what.get(lang)), safe(fault.remedy.get(lang)));
        let place = places
            .find(fault)
            .map(|shown| format!(":{}:{}", shown.line, shown.column))
            .unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{file}{place}: {what}. {remedy}");
    }
    text
}

/// A place as it is shown.
struct Shown {
    /// Line, from 1.
    line: usize,
    /// Letter in that line, from 1.
    column: usize,
    /// The line, safe and cut.
    text: String,
    /// Bytes of `text` that are meant.
    mark: Range<usize>,
}

/// Finds lines by bytes, counting each file's lines only once.
struct Places<'f> {
    files: &'f Files,
    starts: HashMap<&'f str, Vec<usize>>,
}

impl<'f> Places<'f> {
    fn new(files: &'f Files) -> Self {
        Self { files, starts: HashMap::new() }
    }

    /// Where a fault's place is, if it has one in a file that was read.
    fn find(&mut self, fault: &Fault) -> Option<Shown> {
        let span = fault.span.clone()?;
        let (name, text) = self.files.get_key_value(fault.file.as_str())?;
        let starts = self.starts.entry(name).or_insert_with(|| {
            let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        });
        let start = span.start.min(text.len());
        let line = starts.partition_point(|other| *other <= start);
        let from = starts.get(line.checked_sub(1)?).copied()?;
        let to = text.get(from..)?.find('\n').map_or(text.len(), |at| from + at);
        let before = text.get(from..start)?;
        let meant = text.get(start..span.end.clamp(start, to.max(start)))?;
        let after = text.get(start + meant.len()..to)?;
        let column = before.chars().count() + 1;
        Some(shown(line, column, before, meant, after))
    }
}

fn shown(line: usize, column: usize, before: &str, meant: &str, after: &str) -> Shown {
    let skipped = column.saturating_sub(1).saturating_sub(BEFORE);
    let mut text = String::new();
    if skipped > 0 {
        text.push('…');
    }
    text.push_str(&safe_line(&before.chars().skip(skipped).collect::<String>()));
    let start = text.len();
    let (meant, cut) = first(meant, AFTER);
    text.push_str(&safe_line(&meant));
    let end = text.len();
    let (after, cut_after) =
        if cut { (String::new(), true) } else { first(after, AFTER - meant.chars().count()) };
    text.push_str(&safe_line(&after));
    if cut || cut_after {
        text.push('…');
    }
    Shown { line, column, text, mark: start..end }
}

/// At most so many letters, and whether there were more.
fn first(text: &str, most: usize) -> (String, bool) {
    let mut letters = text.chars();
    let kept = letters.by_ref().take(most).collect();
    (kept, letters.next().is_some())
}
