//! A finished screen in plain characters: each cell keeps its width, so nothing moves.
//!
//! Marks come from the theme already; this is for running text, names and drawings.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for a character that has no plain relative.
const UNKNOWN: char = '?';

/// Puts a plain character in place of every other one.
#[expect(clippy::disallowed_methods, reason = "what is set here is one plain character")]
pub fn make_plain(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        // A wide character is drawn over the cell after it, which holds nothing of its own.
        let plain = if symbol.width() > 1 { "??".to_owned() } else { plain(symbol).to_string() };
        cell.set_symbol(&plain);
    }
}

/// The same for text that stands on no screen: every column keeps its place.
pub fn plain_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        match grapheme {
            grapheme if grapheme.is_ascii() => out.push_str(grapheme),
            grapheme if grapheme.width() > 1 => out.push_str("??"),
            grapheme => out.push(plain(grapheme)),
        }
    }
    out
}

/// The plain character nearest to one cell's text.
fn plain(symbol: &str) -> char {
    let Some(first) = symbol.nfkd().next() else { return ' ' };
    match first {
        c if c.is_ascii_graphic() || c == ' ' => c,
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‹' | '›' | '′' => '\'',
        '–' | '—' | '‐' | '‑' | '−' | '─' | '━' | '═' | '·' => '-',
        '│' | '┃' | '║' | '▏' => '|',
        '\u{2500}'..='\u{257f}' => '+',
        '\u{2580}'..='\u{259f}' | '■' | '▪' => '#',
        '•' | '●' | '★' | '◆' => '*',
        '○' | '°' | '□' | '◇' | 'ø' => 'o',
        '×' | '✗' | '✘' => 'x',
        '→' | '▸' | '▶' | '≥' | '⇒' => '>',
        '←' | '◂' | '◀' | '≤' | '⇐' => '<',
        '↑' | '▲' | '▴' => '^',
        '✓' | '✔' | '↓' | '▼' | '▾' => 'v',
        'Ø' => 'O',
        'ß' => 's',
        'æ' => 'a',
        'đ' => 'd',
        'ł' => 'l',
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Style};

    use super::*;

    fn plain_line(text: &str, width: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        buf.set_string(0, 0, text, Style::new());
        make_plain(&mut buf);
        buf.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn every_cell_is_plain_and_stands_where_it_stood() {
        for (text, plain) in [
            ("“SOP” – siapa?", "\"SOP\" - siapa?"),
            ("é… ½ × 2 → ≤", "e. 1 x 2 > <"),
            ("┌─┐│└┘█░", "+-+|++##"),
            ("a\u{301}b", "ab"),
        ] {
            let width = u16::try_from(plain.len()).unwrap();
            assert_eq!(plain_line(text, width), plain, "{text}");
        }
    }

    #[test]
    fn a_wide_character_leaves_no_half_behind() {
        let line = plain_line("世界a", 5);
        assert!(line.is_ascii() && line.contains('a'), "{line}");
        assert_eq!(line.trim_end().len() - line.matches(' ').count(), 5, "{line}");
    }
}
