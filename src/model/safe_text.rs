//! The one gate for text from outside: course folder, profile, paste, file name, environment.
//!
//! What cannot be seen or could steer a terminal becomes a visible `�`; nothing is dropped in
//! silence. Raw text stays in the files; escapes of single formats belong to their writers.

#[cfg(test)]
pub(crate) mod hostile;

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Most that is read from outside; whoever reads compares with these before trusting a size.
pub mod limit {
    /// Name of a person, office or run, in graphemes.
    pub const NAME: usize = 120;
    /// Combining marks on one base.
    pub const MARKS: usize = 8;
    /// Files in a course folder.
    pub const COURSE_FILES: usize = 10_000;
    /// Bytes in a course folder.
    pub const COURSE_BYTES: u64 = 256 * 1024 * 1024;
    /// Bytes in one text file of a course folder.
    pub const COURSE_FILE_BYTES: u64 = 1024 * 1024;
    /// Folders inside one another in a course folder.
    pub const COURSE_DEPTH: usize = 8;
}

/// Stands where something invisible or broken stood.
pub const REPLACED: char = '\u{fffd}';
/// Carries a combining mark that had nothing to combine with.
pub const CARRIER: char = '\u{25cc}';
/// Bytes that one grapheme may cost in [`cap`]: scripts exist in which a grapheme has no end.
const GRAPHEME_BYTES: usize = 64;

/// Text that is safe to show, lines kept: NFC, LF, only visible characters. Borrowed when nothing
/// changes; safe text stays as it is.
///
/// ```
/// use pandu::model::safe_text::safe;
/// assert_eq!(safe("SOP\u{202e}gnp\r\n\tsiap"), "SOP�gnp\n    siap");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    gate(text, '\n')
}

/// The same on one line: every line end becomes a space.
pub fn safe_line(text: &str) -> Cow<'_, str> {
    gate(text, ' ')
}

/// Safe text from bytes of unknown origin; invalid UTF-8 becomes `�`.
pub fn from_bytes(bytes: &[u8]) -> Cow<'_, str> {
    match String::from_utf8_lossy(bytes) {
        Cow::Borrowed(text) => safe(text),
        Cow::Owned(text) => Cow::Owned(safe(&text).into_owned()),
    }
}

/// At most `graphemes` graphemes; what was cut shows as `…`, which counts.
pub fn cap(text: &str, graphemes: usize) -> Cow<'_, str> {
    if text.len() <= graphemes {
        return Cow::Borrowed(text);
    }
    let bytes = graphemes.saturating_mul(GRAPHEME_BYTES);
    let mut kept = 0;
    for (count, (at, grapheme)) in text.grapheme_indices(true).enumerate() {
        let end = at + grapheme.len();
        if count == graphemes || end > bytes {
            let cut = text.get(..kept).unwrap_or_default();
            return Cow::Owned(if graphemes == 0 { String::new() } else { format!("{cut}…") });
        }
        // Room for the ellipsis is kept: it takes the place of the last grapheme.
        if count + 1 < graphemes {
            kept = end;
        }
    }
    Cow::Borrowed(text)
}

fn gate(text: &str, line_end: char) -> Cow<'_, str> {
    if is_safe(text, line_end) { Cow::Borrowed(text) } else { Cow::Owned(mend(text, line_end)) }
}

/// Quick and never wrong about "yes"; text with combining marks is left to [`mend`].
fn is_safe(text: &str, line_end: char) -> bool {
    let plain = |byte: u8| matches!(byte, b' '..=b'~') || (byte == b'\n' && line_end == '\n');
    text.bytes().all(plain)
        || (text
            .chars()
            .all(|c| if c.is_ascii() { plain(c as u8) } else { is_visible(c) && !is_mark(c) })
            && is_nfc_quick(text.chars()) == IsNormalized::Yes)
}

fn mend(text: &str, line_end: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.nfc().peekable();
    let mut marks = 0;
    let mut has_base = false;
    while let Some(c) = chars.next() {
        if is_mark(c) && is_visible(c) {
            if !has_base {
                out.push(CARRIER);
                has_base = true;
            }
            if marks < limit::MARKS {
                out.push(c);
            }
            marks += 1;
            continue;
        }
        marks = 0;
        match c {
            '\r' | '\n' => {
                if c == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push(line_end);
            }
            '\t' => out.push_str("    "),
            c if is_visible(c) => out.push(c),
            _ => out.push(REPLACED),
        }
        has_base = !c.is_whitespace();
    }
    out
}

/// Whether `c` combines with the character before it. A few spacing marks stand in a cell of
/// their own; those are letters here.
fn is_mark(c: char) -> bool {
    c >= '\u{300}' && c.general_category_group() == GeneralCategoryGroup::Mark && joins(c)
}

/// Whether `c` shows by itself: not a control, format, private or unassigned character, and none
/// of the letters, marks and symbols that Unicode gives no ink (`Default_Ignorable_Code_Point`).
fn is_visible(c: char) -> bool {
    if matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}') {
        return true;
    }
    let blank = matches!(
        c,
        '\u{34f}'
            | '\u{115f}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    );
    !blank
        && !matches!(
            c.general_category(),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
                | GeneralCategory::PrivateUse
                | GeneralCategory::Surrogate
                | GeneralCategory::Unassigned
        )
        && (c.width() != Some(0) || is_mark(c))
}

/// Whether a character is one grapheme with the letter before it. Loose Hangul vowels are not, nor
/// marks younger than the tables of graphemes: without a width of their own they would be lost.
fn joins(c: char) -> bool {
    let mut bytes = [b'a', 0, 0, 0, 0];
    let length = bytes.get_mut(1..).map_or(0, |room| c.encode_utf8(room).len());
    let pair = bytes.get(..=length).and_then(|pair| std::str::from_utf8(pair).ok());
    pair.is_some_and(|pair| pair.graphemes(true).count() == 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::{
        hostile::{HOSTILE, text},
        *,
    };

    fn is_harmless(text: &str) -> Result<(), String> {
        let mut marks = 0;
        for grapheme in text.graphemes(true).filter(|&grapheme| grapheme != "\n") {
            if grapheme.width() == 0 {
                return Err(format!("invisible {grapheme:?} in {text:?}"));
            }
        }
        for c in text.chars().filter(|&c| c != '\n') {
            let lone = c.width().unwrap_or(0) == 0 && !is_mark(c);
            if c.is_control() || lone || !is_visible(c) {
                return Err(format!("{c:?} in {text:?}"));
            }
            marks = if is_mark(c) { marks + 1 } else { 0 };
            if marks > limit::MARKS {
                return Err(format!("stack in {text:?}"));
            }
        }
        Ok(())
    }

    #[test]
    fn no_hostile_text_keeps_its_hostile_part() {
        assert!(HOSTILE.len() >= 80, "{}", HOSTILE.len());
        for (name, text) in HOSTILE {
            let shown = safe(text);
            is_harmless(&shown).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            assert!(matches!(shown, Cow::Owned(_)), "{name} was let through: {shown:?}");
            assert_eq!(safe(&shown), shown, "{name}");
            assert!(!safe_line(text).contains('\n'), "{name}");
        }
    }

    #[test]
    fn no_character_at_all_gets_through_unseen() {
        for c in '\0'..=char::MAX {
            is_harmless(&safe(&format!("a{c}b"))).unwrap();
            is_harmless(&safe(&c.to_string())).unwrap();
        }
    }

    #[test]
    fn what_is_replaced_stays_visible() {
        for (raw, shown) in [
            ("a\x1b[2J", "a�[2J"),
            ("a\u{202e}b", "a�b"),
            ("a\r\nb\rc\n", "a\nb\nc\n"),
            ("a\r\r\nb", "a\n\nb"),
            ("\ta", "    a"),
            ("e\u{301}", "é"),
            ("\u{212b}", "Å"),
            ("\u{301}a", "\u{25cc}\u{301}a"),
            ("a\u{fe0f}", "a�"),
            ("각", "각"),
            ("\u{1100}\u{1161}\u{11a8}", "각"),
            ("𓀀 🙂 سلام", "𓀀 🙂 سلام"),
            ("\u{1062}a", "\u{1062}a"),
        ] {
            assert_eq!(safe(raw), shown);
        }
        assert_eq!(safe_line("a\r\nb\nc"), "a b c");
        assert_eq!(from_bytes(b"SOP \xff\xc3\xa9\x1b"), "SOP �é�");
    }

    #[test]
    fn a_stack_of_marks_is_cut_at_eight() {
        let stack = format!("a{}b", "\u{307}".repeat(200));
        assert_eq!(safe(&stack).chars().filter(|&c| is_mark(c)).count(), limit::MARKS);
        assert!(safe(&stack).starts_with('\u{227}') && safe(&stack).ends_with('b'));
        let decent = "q\u{307}".repeat(20);
        assert_eq!(safe(&decent), decent);
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        for text in ["", "Rencana tindak lanjut\n1. Ukur", "“SOP” – naïf … café, Ω, 標準"]
        {
            assert!(matches!(safe(text), Cow::Borrowed(_)), "{text}");
            assert!(matches!(from_bytes(text.as_bytes()), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn a_cap_cuts_between_graphemes_and_says_so() {
        let cases =
            [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abc", 1, "…"), ("abc", 0, ""), ("", 0, "")];
        for (text, graphemes, kept) in cases {
            assert_eq!(cap(text, graphemes), kept);
        }
        assert_eq!(cap("a\u{308}\u{302}b\u{308}\u{302}c", 2), "a\u{308}\u{302}…");
        assert_eq!(cap("標準作業", 4), "標準作業");
    }

    #[test]
    fn a_grapheme_without_end_does_not_pass_a_cap() {
        let endless = "\u{915}\u{94d}".repeat(100_000);
        assert!(cap(&endless, limit::NAME).len() <= limit::NAME * GRAPHEME_BYTES + 3);
    }

    proptest! {
        #[test]
        fn any_text_becomes_harmless_and_then_stays(raw in text()) {
            let shown = safe(&raw).into_owned();
            prop_assert_eq!(is_harmless(&shown), Ok(()));
            prop_assert_eq!(safe(&shown), shown.as_str());
            prop_assert!(unicode_normalization::is_nfc(&shown));
            let line = safe_line(&raw).into_owned();
            prop_assert_eq!(safe_line(&line), line.as_str());
            prop_assert_eq!(line, shown.replace('\n', " "));
        }

        #[test]
        fn any_bytes_become_harmless(bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(is_harmless(&from_bytes(&bytes)), Ok(()));
        }

        #[test]
        fn a_capped_text_is_short_and_stays(raw in text(), graphemes in 0usize..20) {
            let kept = cap(&raw, graphemes);
            prop_assert!(kept.graphemes(true).count() <= graphemes);
            prop_assert_eq!(cap(&kept, graphemes), kept.as_ref());
        }
    }
}
