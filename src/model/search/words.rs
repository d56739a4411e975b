//! Words as searching sees them: levelled, and how near one is to another.

use std::ops::Range;

use strsim::generic_damerau_levenshtein;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Fewest letters of a word that is also found in the middle of a longer one.
const MIDDLE: usize = 3;
/// Score of the same word; all others are below.
pub(super) const SAME: u32 = 100;

/// The words of a text, levelled (case, accents), with their places in bytes. A hyphen parts words.
pub fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = letters.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some(&(at, c)) = letters.peek() {
            if !c.is_alphanumeric() && !is_combining_mark(c) {
                end = at;
                break;
            }
            letters.next();
        }
        let word = text.get(start..end).unwrap_or_default();
        Some((start..end, level(word)))
    })
}

fn level(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

/// How well a levelled word answers what was typed, without any mistyping: 0 is not at all.
pub(super) fn nearness(typed: &str, word: &str) -> u32 {
    if word == typed {
        SAME
    } else if word.starts_with(typed) {
        70
    } else if typed.chars().count() >= MIDDLE && word.contains(typed) {
        40
    } else {
        0
    }
}

/// The same where a letter was mistyped: wrong, missing, too many, or swapped with its neighbour.
/// Also for the beginning of a longer word, since people look while they still type.
pub(super) fn nearness_mistyped(typed: &[char], word: &[char]) -> u32 {
    let most = forgiven(typed.len());
    if most == 0 || word.len() + most < typed.len() {
        return 0;
    }
    let beginning = word.get(..typed.len()).unwrap_or(word);
    let whole = if word.len() > typed.len() + most { usize::MAX } else { distance(typed, word) };
    match whole.min(distance(typed, beginning)) {
        1 => 20,
        2 if most >= 2 => 10,
        _ => 0,
    }
}

/// How many mistyped letters a word of this length forgives.
const fn forgiven(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Letters wrong, missing, too many or swapped.
pub(super) fn distance(one: &[char], other: &[char]) -> usize {
    generic_damerau_levenshtein(one, other)
}
