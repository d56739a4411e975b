//! The guard that keeps spreadsheets from taking a text for a formula, and the way back from it.
//!
//! A text whose first sign, apostrophes, quotation marks and blanks aside, could begin a formula gets one apostrophe
//! in front; reading takes that one off again. So `=1+1` is written `'=1+1`, and a text that was
//! `'=1+1` from the start is written `''=1+1`: both come back as they were. Every other text,
//! also one that begins with an apostrophe, stays as it is in both directions.

use std::borrow::Cow;

/// What is put in front.
const GUARD: char = '\'';

/// The text as a spreadsheet may read it: it never begins as a formula.
pub fn guard(text: &str) -> Cow<'_, str> {
    if is_active(text) { Cow::Owned(format!("{GUARD}{text}")) } else { Cow::Borrowed(text) }
}

/// The text as it was before [`guard`].
pub fn unguard(text: &str) -> &str {
    text.strip_prefix(GUARD).filter(|rest| is_active(rest)).unwrap_or(text)
}

/// Whether a program might take the text for a formula once the apostrophes in front are gone.
fn is_active(text: &str) -> bool {
    let text = text.trim_start_matches(GUARD);
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || c == '"' || is_unseen(c);
    // Some programs skip such signs and read on.
    text.starts_with(['\t', '\r', '\n', '\0'])
        || text.trim_start_matches(is_blank).starts_with(is_first)
}

/// What a formula begins with, also in the wide form that some programs take for the same.
const fn is_first(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Signs without a width that might stand before a formula.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_could_begin_a_formula_is_guarded_and_nothing_else() {
        for (text, guarded) in [
            ("=1+1", "'=1+1"),
            ("+62 811", "'+62 811"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\rteks", "'\rteks"),
            ("  =1", "'  =1"),
            ("\u{200b}=1", "'\u{200b}=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("' =1", "'' =1"),
            ("'", "'"),
            ("'kutip'", "'kutip'"),
            ("", ""),
            ("teks = biasa", "teks = biasa"),
            ("3–5 hari", "3–5 hari"),
        ] {
            assert_eq!(guard(text), guarded, "{text:?}");
            assert_eq!(unguard(guarded), text, "{text:?}");
        }
        // Written by hand, without a need.
        assert_eq!(unguard("'teks"), "'teks");
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back_as_it_was(text in "['=+@\\-\t\r\n \u{200b}a;\"]{0,8}|.*") {
            let guarded = guard(&text);
            prop_assert_eq!(unguard(&guarded), text.as_str());
            let first = guarded.trim_start().chars().next();
            prop_assert!(!first.is_some_and(|c| "=+-@".contains(c)), "{:?}", guarded);
        }
    }
}
