//! One line of text being typed: cursor by graphemes, words, paste, and its layout over several
//! rows. A paste never submits: line breaks become spaces.

use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::{
    model::safe_text,
    ui::keys::{Code, Key},
};

/// A text field's content and cursor.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    input: Input,
    longest: usize,
}

/// The rows of a field and where its cursor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Rows of text, at least one.
    pub rows: Vec<String>,
    /// Row and column of the cursor.
    pub cursor: (usize, usize),
}

impl Edit {
    /// A field with a text, the cursor at its end; `longest` in characters.
    pub fn new(value: &str, longest: usize) -> Self {
        Self { input: Input::new(value.to_owned()), longest }
    }

    /// The text.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Handles a key of text editing; false when it is none.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(&c.to_string());
            return true;
        }
        let request = match (key.code, key.ctrl || key.alt) {
            (Code::Left, false) => InputRequest::SetCursor(self.border(false)),
            (Code::Right, false) => InputRequest::SetCursor(self.border(true)),
            (Code::Left, true) | (Code::Char('b'), true) if key.alt || key.code == Code::Left => {
                InputRequest::GoToPrevWord
            }
            (Code::Right, true) | (Code::Char('f'), true) if key.alt || key.code == Code::Right => {
                InputRequest::GoToNextWord
            }
            (Code::Home, _) => InputRequest::GoToStart,
            (Code::End, _) => InputRequest::GoToEnd,
            (Code::Char('a'), true) if key.ctrl => InputRequest::GoToStart,
            (Code::Char('e'), true) if key.ctrl => InputRequest::GoToEnd,
            (Code::Backspace, true) => InputRequest::DeletePrevWord,
            (Code::Char('w'), true) if key.ctrl => InputRequest::DeletePrevWord,
            (Code::Char('u'), true) if key.ctrl => InputRequest::DeleteFromStart,
            (Code::Char('k'), true) if key.ctrl => InputRequest::DeleteTillEnd,
            (Code::Backspace, false) => {
                let target = self.border(false);
                while self.input.cursor() > target {
                    self.input.handle(InputRequest::DeletePrevChar);
                }
                return true;
            }
            (Code::Delete, _) => {
                for _ in self.input.cursor()..self.border(true) {
                    self.input.handle(InputRequest::DeleteNextChar);
                }
                return true;
            }
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    /// Puts text at the cursor, made safe and composed with what stands before it, cut to the
    /// field's length.
    pub fn insert(&mut self, text: &str) {
        let before: String = self.value().chars().take(self.input.cursor()).collect();
        let after: String = self.value().chars().skip(self.input.cursor()).collect();
        let room = self.longest.saturating_sub(after.chars().count());
        let joined = before + text;
        let before: String = safe_text::safe_line(&joined).chars().take(room).collect();
        let cursor = before.chars().count();
        self.input = Input::new(before + &after).with_cursor(cursor);
    }

    /// The next or previous border between graphemes, in characters.
    fn border(&self, is_forward: bool) -> usize {
        let cursor = self.input.cursor();
        let mut at = 0;
        let mut previous = 0;
        for grapheme in self.value().graphemes(true) {
            let end = at + grapheme.chars().count();
            if is_forward && end > cursor {
                return end;
            }
            if !is_forward && at < cursor {
                previous = at;
            }
            at = end;
        }
        if is_forward { at } else { previous }
    }

    /// Lays the text out over rows of a width, breaking after spaces where it can. Every character
    /// keeps its place, so the cursor can stand on any of them.
    pub fn rows(&self, width: usize) -> Rows {
        let width = width.max(1);
        let mut rows = vec![String::new()];
        let mut used = 0;
        let mut at = 0;
        let mut cursor = (0, 0);
        let target = self.input.cursor();
        for word in words(self.value()) {
            let needed = word.trim_end().width();
            if used > 0 && used + needed > width {
                rows.push(String::new());
                used = 0;
            }
            for grapheme in word.graphemes(true) {
                let wide = grapheme.width();
                if used > 0 && used + wide > width && grapheme != " " {
                    rows.push(String::new());
                    used = 0;
                }
                if at == target {
                    cursor = (rows.len() - 1, used.min(width - 1));
                }
                if let Some(row) = rows.last_mut()
                    && used + wide <= width
                {
                    row.push_str(grapheme);
                }
                used += wide;
                at += grapheme.chars().count();
            }
        }
        if target >= at {
            if used >= width {
                rows.push(String::new());
                used = 0;
            }
            cursor = (rows.len() - 1, used);
        }
        Rows { rows, cursor }
    }
}

/// Words with the spaces that follow them; joined, they are the text again.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(text: &str, keys: &[Key]) -> Edit {
        let mut edit = Edit::new(text, 100);
        for key in keys {
            edit.press(*key);
        }
        edit
    }

    const LEFT: Key = Key::plain(Code::Left);
    const BACKSPACE: Key = Key::plain(Code::Backspace);

    #[test]
    fn keys_edit_where_the_cursor_stands() {
        assert_eq!(typed("abc", &[LEFT, Key::char('X')]).value(), "abXc");
        assert_eq!(typed("abc", &[Key::plain(Code::Home), Key::char('X')]).value(), "Xabc");
        assert_eq!(typed("abc", &[LEFT, BACKSPACE]).value(), "ac");
        assert_eq!(typed("satu dua", &[Key::ctrl('w')]).value(), "satu ");
        assert_eq!(typed("satu dua", &[Key::ctrl_code(Code::Left), Key::ctrl('k')]).value(), "satu ");
        assert_eq!(typed("satu", &[LEFT, LEFT, Key::plain(Code::Delete)]).value(), "sau");
    }

    #[test]
    fn a_grapheme_is_one_step_and_one_deletion() {
        let family = "e\u{301}क्षि";
        let mut edit = Edit::new(family, 100);
        let graphemes = family.graphemes(true).count();
        for _ in 0..graphemes {
            edit.press(BACKSPACE);
        }
        assert_eq!(edit.value(), "");
    }

    #[test]
    fn an_accent_joins_the_letter_before_it() {
        let mut edit = Edit::new("cafe", 100);
        edit.insert("\u{301}");
        assert_eq!(edit.value(), "café");
    }

    #[test]
    fn a_paste_is_one_line_and_never_longer_than_the_field() {
        let mut edit = Edit::new("", 10);
        edit.insert("satu\r\ndua\ttiga\u{1b}[31m");
        assert!(!edit.value().contains(['\n', '\r', '\t', '\u{1b}']));
        assert_eq!(edit.value().chars().count(), 10);
    }

    proptest! {
        #[test]
        fn rows_hold_the_whole_text_and_the_cursor(
            text in "[a-zé世 ]{0,60}", back in 0usize..60, width in 2usize..20,
        ) {
            let mut edit = Edit::new(&text, 100);
            for _ in 0..back {
                edit.press(LEFT);
            }
            let laid = edit.rows(width);
            prop_assert!(laid.rows.iter().all(|row| row.width() <= width));
            prop_assert!(laid.cursor.0 < laid.rows.len() && laid.cursor.1 < width);
            let squeezed = |text: &str| text.replace(' ', "");
            prop_assert_eq!(squeezed(&laid.rows.concat()), squeezed(&text));
        }
    }
}
