//! A line of a text around what was looked for.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Query;
use crate::model::words::words;

/// A part of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Whether it was looked for.
    pub is_hit: bool,
}

/// At most so many columns of a text, the first word that was looked for among them where there is
/// one; `more` (one column) stands where something was left out.
pub fn excerpt(text: &str, query: &Query, width: usize, more: &str) -> Vec<Piece> {
    let found: Vec<(Range<usize>, bool)> =
        words(text).map(|(place, word)| (place, query.is_hit(&word))).collect();
    let first = found.iter().position(|(_, is_hit)| *is_hit).unwrap_or(0);
    let start = if cells(text) <= width { 0 } else { begin(text, &found, first, width) };
    let mut out: Vec<Piece> = Vec::new();
    let mut room = width;
    if start > 0 && room > 0 {
        push(&mut out, more, false);
        room -= 1;
    }
    let rest = text.get(start..).unwrap_or_default();
    let is_whole = cells(rest) <= room;
    for (at, grapheme) in rest.grapheme_indices(true) {
        let cells = grapheme.width();
        if cells + usize::from(!is_whole) > room {
            if room > 0 {
                push(&mut out, more, false);
            }
            break;
        }
        room -= cells;
        let at = start + at;
        let is_hit = found.iter().any(|(place, is_hit)| *is_hit && place.contains(&at));
        push(&mut out, grapheme, is_hit);
    }
    out
}

/// Where the excerpt begins: a few words before the first hit, so that it is read in its sentence.
fn begin(text: &str, found: &[(Range<usize>, bool)], first: usize, width: usize) -> usize {
    let Some((hit, _)) = found.get(first) else { return 0 };
    let most = width / 3;
    let (mut start, mut room) = (hit.start, most);
    for (place, _) in found.iter().take(first).rev() {
        let apart = text.get(place.start..start).map_or(0, cells);
        if apart > room {
            return start;
        }
        (start, room) = (place.start, room - apart);
    }
    // Near the beginning nothing is gained by leaving it out.
    if cells(text.get(..start).unwrap_or_default()) <= room { 0 } else { start }
}

fn push(out: &mut Vec<Piece>, text: &str, is_hit: bool) {
    match out.last_mut() {
        Some(last) if last.is_hit == is_hit => last.text.push_str(text),
        _ => out.push(Piece { text: text.to_owned(), is_hit }),
    }
}

/// Columns of a text as a screen counts them: grapheme by grapheme.
fn cells(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}
