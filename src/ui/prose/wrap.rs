//! Lines out of styled runs. Everything happens on graphemes and with the widths that the buffer
//! uses, because a line measured otherwise is clipped or overlaps.

#[cfg(test)]
pub(super) mod tests;

use std::ops::Range;

use ratatui::{
    buffer::CellWidth,
    style::Style,
    text::{Line, Span},
};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    model::safe_text::{safe, safe_line},
    ui::theme::Theme,
};

/// Fewest cells that text beside a prefix may have; below, the prefix is left out.
const NARROWEST: u16 = 4;
/// What blanks to write on are made of.
const BLANK: &str = "…";
/// So many of them mean room to write; fewer, that something was left out.
const LONGEST_DOTS: usize = 8;
/// Fewest cells that are worth writing on.
const SHORTEST_BLANK: usize = 8;
/// Spaces that hold their neighbours together.
const HOLDING: [&str; 3] = ["\u{a0}", "\u{202f}", "\u{2007}"];

/// One grapheme with its place taken on the screen.
struct Atom<'text> {
    text: &'text str,
    width: u16,
    style: Style,
}

/// Breaks styled text into lines of at most `width` cells: at spaces, after hyphens and slashes
/// between words, inside words only where they are longer than a line; a blank to write on ends with the
/// line. `\n` ends a line. Lines end
/// without spaces; a grapheme wider than the whole line becomes the mark for "more". No lines for
/// width 0.
pub fn wrap(spans: &[Span<'_>], width: u16, theme: &Theme) -> Vec<Line<'static>> {
    if width == 0 {
        return Vec::new();
    }
    let (text, runs) = joined(spans, |text| safe(text).into_owned());
    let mut atoms = atoms(&text, &runs);
    for atom in atoms.iter_mut().filter(|atom| atom.width > width) {
        (atom.text, atom.width) = (theme.marks.more, 1);
    }
    atoms
        .split(|atom| atom.text == "\n")
        .flat_map(|atoms| {
            fill(atoms, width).into_iter().map(|range| line(atoms.get(range).unwrap_or_default()))
        })
        .collect()
}

/// One line of at most `width` cells; what does not fit is cut, with the mark for "more" at the
/// end.
pub fn clip(spans: &[Span<'_>], width: u16, theme: &Theme) -> Line<'static> {
    let (text, runs) = joined(spans, |text| safe_line(text).into_owned());
    let atoms = atoms(&text, &runs);
    let whole = atoms.iter().fold(0, |sum: u16, atom| sum.saturating_add(atom.width));
    if whole <= width {
        return line(&atoms);
    }
    let Some(room) = width.checked_sub(1) else { return Line::default() };
    let mut used: u16 = 0;
    let kept = atoms.iter().take_while(|atom| {
        used = used.saturating_add(atom.width);
        used <= room
    });
    let mut cut = line(atoms.get(..kept.count()).unwrap_or_default());
    cut.push_span(Span::styled(theme.marks.more, spans.last().map_or(theme.text, |s| s.style)));
    cut
}

/// Puts `first` before the first line of `body` and `rest` before the others. `body` is asked with
/// the width that is left; where that is under four cells it gets the whole width and no prefix.
pub fn hanging(
    first: &Span<'static>,
    rest: &Span<'static>,
    width: u16,
    body: impl FnOnce(u16) -> Vec<Line<'static>>,
) -> Vec<Line<'static>> {
    let taken = cells(&first.content).max(cells(&rest.content));
    let room = width.saturating_sub(taken);
    if room < NARROWEST {
        return body(width);
    }
    let mut lines = body(room);
    if lines.is_empty() {
        lines.push(Line::default());
    }
    for (index, line) in lines.iter_mut().enumerate() {
        line.spans.insert(0, if index == 0 { first.clone() } else { rest.clone() });
        trim_end(line);
    }
    lines
}

/// Cells that one line of text takes.
pub fn cells(text: &str) -> u16 {
    atoms(&safe_line(text), &[]).iter().fold(0, |sum, atom| sum.saturating_add(atom.width))
}

/// Cells of the longest line and of the longest word, were there room without end.
pub(super) fn needs(spans: &[Span<'_>]) -> (u16, u16) {
    let (text, runs) = joined(spans, |text| safe(text).into_owned());
    let (mut line, mut word, mut most) = (0u16, 0u16, (0, 0));
    for atom in &atoms(&text, &runs) {
        line = if atom.text == "\n" { 0 } else { line.saturating_add(atom.width) };
        word = if atom.is_space() { 0 } else { word.saturating_add(atom.width) };
        most = (line.max(most.0), word.max(most.1));
    }
    most
}

/// What of a line stands between two columns of the screen.
pub fn cut(line: &Line<'static>, room: Range<u16>) -> Line<'static> {
    let mut at = 0;
    let spans = line.spans.iter().map(|span| {
        let mut text = String::new();
        for letter in span.styled_graphemes(Style::default()) {
            if room.contains(&at) {
                text.push_str(letter.symbol);
            }
            at = at.saturating_add(cells(letter.symbol));
        }
        Span::styled(text, span.style)
    });
    let spans = spans.filter(|span| !span.content.is_empty()).collect();
    Line { spans, style: line.style, alignment: line.alignment }
}

/// Takes away the spaces at the end.
pub(super) fn trim_end(line: &mut Line<'static>) {
    while let Some(last) = line.spans.last_mut() {
        let kept = last.content.trim_end_matches(' ').len();
        if kept == 0 {
            line.spans.pop();
            continue;
        }
        if kept < last.content.len() {
            last.content.to_mut().truncate(kept);
        }
        return;
    }
}

/// The whole text, and where each style ends in it. A grapheme that crosses a border takes the
/// style of its beginning, so that merged spans are cut as they were measured.
fn joined(spans: &[Span<'_>], mend: impl Fn(&str) -> String) -> (String, Vec<(usize, Style)>) {
    let mut text = String::new();
    let mut runs = Vec::with_capacity(spans.len());
    for span in spans {
        text.push_str(&mend(&span.content));
        runs.push((text.len(), span.style));
    }
    (text, runs)
}

fn atoms<'text>(text: &'text str, runs: &[(usize, Style)]) -> Vec<Atom<'text>> {
    let mut runs = runs.iter().copied().peekable();
    text.grapheme_indices(true)
        .map(|(at, text)| {
            while runs.next_if(|&(end, _)| end <= at).is_some() {}
            let style = runs.peek().map_or(Style::new(), |&(_, style)| style);
            Atom { text, width: if text == "\n" { 0 } else { text.cell_width() }, style }
        })
        .collect()
}

impl Atom<'_> {
    fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// Whether a line may end here; some spaces hold their neighbours together.
    fn is_space(&self) -> bool {
        self.is_blank() && !HOLDING.contains(&self.text)
    }

    fn is_letter(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphabetic)
    }
}

/// Which atoms stand on which line, at least one on each.
fn fill(atoms: &[Atom<'_>], width: u16) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used, mut soft) = (0, 0u16, None);
    let mut at = 0;
    while let Some(atom) = atoms.get(at) {
        if at == start || used.saturating_add(atom.width) <= width {
            used = used.saturating_add(atom.width);
            at += 1;
            if breaks_before(atoms, at) {
                soft = Some(at);
            }
            continue;
        }
        if let Some((end, next)) = cut_blank(atoms, start, at) {
            lines.push(trimmed(atoms, start..end));
            start = skip_spaces(atoms, next);
            (at, used, soft) = (start, 0, None);
            continue;
        }
        let after = skip_spaces(atoms, at);
        // Spaces that no longer fit vanish at the end of the line.
        let end = if after > at && (after == atoms.len() || breaks_before(atoms, after)) {
            after
        } else {
            soft.unwrap_or(at)
        };
        let text = trimmed(atoms, start..end);
        if !text.is_empty() {
            lines.push(text);
        }
        start = skip_spaces(atoms, end);
        (at, used, soft) = (start, 0, None);
    }
    let text = trimmed(atoms, start..atoms.len());
    if !text.is_empty() || lines.is_empty() {
        lines.push(text);
    }
    lines
}

/// Where a line ends that breaks at `at` inside a blank to write on, and where the next one goes on:
/// what of the blank does not fit is left out, since it only marks room. A blank that would have too
/// little of it begins the next line.
fn cut_blank(atoms: &[Atom<'_>], start: usize, at: usize) -> Option<(usize, usize)> {
    let is_blank = |atom: &&Atom<'_>| atom.text == BLANK;
    let before = atoms.get(start..at)?.iter().rev().take_while(is_blank).count();
    let after = atoms.get(at..)?.iter().take_while(is_blank).count();
    if before == 0 || after == 0 || before + after < LONGEST_DOTS {
        return None;
    }
    let begin = at - before;
    // Blanks one after the other are lines to write on.
    let is_alone = atoms.get(start..begin)?.iter().all(|atom| atom.is_space() || is_blank(&atom));
    if (before >= SHORTEST_BLANK && !is_alone) || begin == start {
        Some((at, at + after))
    } else {
        Some((begin, begin))
    }
}

fn skip_spaces(atoms: &[Atom<'_>], from: usize) -> usize {
    from + atoms.iter().skip(from).take_while(|atom| atom.is_space()).count()
}

fn trimmed(atoms: &[Atom<'_>], range: Range<usize>) -> Range<usize> {
    let line = atoms.get(range.clone()).unwrap_or_default();
    let kept = line.iter().rposition(|atom| !atom.is_blank()).map_or(0, |last| last + 1);
    range.start..range.start + kept
}

/// Whether a line may begin with the atom at this place.
fn breaks_before(atoms: &[Atom<'_>], at: usize) -> bool {
    let back = |by: usize| at.checked_sub(by).and_then(|place| atoms.get(place));
    let (Some(last), Some(next)) = (back(1), atoms.get(at)) else { return false };
    if next.is_space() {
        return false;
    }
    let is_letter = |atom: Option<&Atom<'_>>| atom.is_some_and(Atom::is_letter);
    match last.text {
        // "29 %" stays together.
        _ if last.is_space() => next.text != "%",
        // Between words of two letters or more, so that "e-mail" and "35/2012" stay together.
        "-" | "\u{2010}" | "–" | "—" | "/" => {
            is_letter(back(2))
                && is_letter(back(3))
                && next.is_letter()
                && is_letter(atoms.get(at + 1))
        }
        // Scripts of wide letters write no spaces.
        _ => last.width == 2 && next.width == 2,
    }
}

fn line(atoms: &[Atom<'_>]) -> Line<'static> {
    let spans = atoms.chunk_by(|one, other| one.style == other.style).map(|run| {
        let text: String = run.iter().map(|atom| atom.text).collect();
        Span::styled(text, run.first().map_or(Style::new(), |atom| atom.style))
    });
    Line::from(spans.collect::<Vec<_>>())
}
