//! What two spellings of one text have in common, and the words of a text: the one place where case,
//! accents and signs are levelled, for marking, searching, sorting and names of folders.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Letters and digits only, lowercase and without diacritics.
///
/// ```
/// assert_eq!(pandu::model::words::level(" Tindak-Lanjut (RTL) "), "tindaklanjutrtl");
/// ```
pub fn level(text: &str) -> String {
    text.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&c| c.is_alphanumeric() && !is_combining_mark(c))
        .collect()
}

/// The words of a text, levelled, with their places in bytes. A hyphen parts words.
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
        // Most words need no tables.
        let levelled = if word.is_ascii() { word.to_ascii_lowercase() } else { level(word) };
        Some((start..end, levelled))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lie_where_they_say() {
        let text = "“Mutu-baku”: é e\u{301} 1/2";
        let found: Vec<_> =
            words(text).map(|(place, word)| (text.get(place).unwrap(), word)).collect();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(raw, word)| (*raw, word.as_str())).collect();
        assert_eq!(
            found,
            [
                ("Mutu", "mutu"),
                ("baku", "baku"),
                ("é", "e"),
                ("e\u{301}", "e"),
                ("1", "1"),
                ("2", "2")
            ]
        );
    }
}
