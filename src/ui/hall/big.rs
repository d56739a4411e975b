//! Letters of many cells, for headlines and countdowns. Draws only what the font holds; a text with
//! anything else is left to ordinary letters.

use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};
use unicode_normalization::UnicodeNormalization;

/// Points of a letter to each side.
const SIDE: usize = 8;
/// Points between letters that take only the room they need: better two, one where it must be.
const GAPS: [usize; 2] = [2, 1];
/// Points of a space.
const SPACE: usize = 5;
/// Four points as one cell: upper left, upper right, lower left, lower right.
const QUADRANTS: [&str; 16] =
    [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// Rows of points.
type Points = [Vec<bool>; SIDE];

/// Rows that a line of a headline takes.
pub(super) const ROWS: usize = SIDE / 2;

/// A headline in at most `lines` lines of at most `width` cells, each [`ROWS`] rows high; `None`
/// where it does not fit or the font lacks a letter.
pub(super) fn headline(text: &str, width: u16, lines: usize) -> Option<Vec<String>> {
    let text = transliterated(text);
    GAPS.into_iter().find_map(|gap| set(&text, usize::from(width) * 2, lines, gap))
}

/// The same with so many points between letters, `room` points wide.
fn set(text: &str, room: usize, lines: usize, gap: usize) -> Option<Vec<String>> {
    let mut done: Vec<Points> = Vec::new();
    for word in text.split_whitespace() {
        let word = proportional(word, gap)?;
        match done.last_mut() {
            Some(line) if columns(line) + SPACE + columns(&word) <= room => {
                for (line, word) in line.iter_mut().zip(word) {
                    line.extend([false; SPACE]);
                    line.extend(word);
                }
            }
            _ => done.push(word),
        }
    }
    let fits =
        !done.is_empty() && done.len() <= lines && done.iter().all(|line| columns(line) <= room);
    fits.then(|| done.iter().flat_map(quadrants).collect())
}

/// Digits as large as the room allows, all equally wide so that nothing moves while they change:
/// lines of equal width. `None` where even the smallest do not fit.
pub(super) fn digits(text: &str, width: u16, height: u16) -> Option<Vec<String>> {
    let glyphs: Option<Vec<_>> = text.chars().map(glyph).collect();
    let mut points: Points = Default::default();
    for glyph in glyphs? {
        for (row, bits) in points.iter_mut().zip(glyph) {
            row.extend((0..SIDE).map(|at| bits >> at & 1 == 1));
        }
    }
    let (width, height) = (usize::from(width), usize::from(height));
    let side = width.checked_div(columns(&points))?;
    // The lowest row of points is empty for digits.
    let upright = (height / (SIDE - 1)).min(side);
    if side >= 1 && upright >= 1 {
        return Some(scaled(&points, side.min(upright * 2), upright));
    }
    (columns(&points) / 2 <= width && height >= ROWS).then(|| quadrants(&points))
}

/// Points as whole cells, `across` cells wide and `down` rows high each.
fn scaled(points: &Points, across: usize, down: usize) -> Vec<String> {
    points
        .iter()
        .take(SIDE - 1)
        .flat_map(|row| {
            let line: String = row
                .iter()
                .flat_map(|&is_set| {
                    [if is_set { '█' } else { ' ' }].into_iter().cycle().take(across)
                })
                .collect();
            vec![line; down]
        })
        .collect()
}

fn quadrants(points: &Points) -> Vec<String> {
    let is_set = |row: Option<&Vec<bool>>, at: usize| {
        usize::from(row.and_then(|row| row.get(at)).copied().unwrap_or(false))
    };
    points
        .chunks(2)
        .map(|pair| {
            let (upper, lower) = (pair.first(), pair.get(1));
            (0..columns(points))
                .step_by(2)
                .map(|at| {
                    let index = is_set(upper, at)
                        + 2 * is_set(upper, at + 1)
                        + 4 * is_set(lower, at)
                        + 8 * is_set(lower, at + 1);
                    QUADRANTS.get(index).copied().unwrap_or(" ")
                })
                .collect()
        })
        .collect()
}

fn columns(points: &Points) -> usize {
    points.first().map_or(0, Vec::len)
}

/// A word with the room that each letter needs.
fn proportional(word: &str, gap: usize) -> Option<Points> {
    let mut points: Points = Default::default();
    for letter in word.chars() {
        let glyph = glyph(letter)?;
        let used = glyph.iter().fold(0, |used, bits| used | bits);
        let first = used.trailing_zeros() as usize;
        let end = SIDE - used.leading_zeros() as usize;
        for (row, bits) in points.iter_mut().zip(glyph) {
            if !row.is_empty() {
                row.extend(std::iter::repeat_n(false, gap));
            }
            row.extend((first..end).map(|at| bits >> at & 1 == 1));
        }
    }
    Some(points)
}

fn glyph(letter: char) -> Option<[u8; SIDE]> {
    let found = BASIC_FONTS.get(letter).or_else(|| LATIN_FONTS.get(letter));
    found.filter(|glyph| letter == ' ' || glyph.iter().any(|bits| *bits != 0))
}

/// Typographic characters as the font has them.
fn transliterated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            '“' | '”' | '„' => out.push('"'),
            '‘' | '’' | '‚' => out.push('\''),
            '–' | '—' | '‐' | '‑' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            '\u{a0}' | '\u{202f}' | '\u{2007}' => out.push(' '),
            '×' => out.push('x'),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn a_headline_is_as_wide_and_high_as_it_says() {
        for width in 1..160 {
            let Some(rows) = headline("Monev – apa “itu”?", width, 2) else { continue };
            assert!(rows.len() == ROWS || rows.len() == 2 * ROWS, "{rows:?}");
            assert!(rows.iter().all(|row| row.width() <= usize::from(width)), "{width} {rows:?}");
        }
        assert!(headline("Monev – apa “itu”?", 80, 2).is_some());
        assert_eq!(headline("Monev 世界", 80, 2), None, "the font has no such letter");
        assert_eq!(headline("", 80, 2), None);
    }

    #[test]
    fn digits_fill_the_room_and_stay_in_it() {
        for (width, height) in [(56, 12), (76, 14), (156, 36), (30, 5), (500, 200)] {
            let rows = digits("05:00", width, height).unwrap();
            assert!(rows.len() <= usize::from(height), "{width} {height}");
            assert!(rows.iter().all(|row| row.width() <= usize::from(width)));
            let other = digits("11:11", width, height).unwrap();
            assert_eq!(rows[0].width(), other[0].width());
        }
        assert_eq!(digits("05:00", 12, 12), None);
        assert_eq!(digits("05:00", 60, 2), None);
    }
}
