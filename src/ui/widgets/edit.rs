//! Text being typed: cursor by graphemes, words, paste, and its layout over several rows. A paste
//! never submits: line breaks become spaces, except in a text of several lines, which keeps them.

mod lines;

use std::borrow::Cow;

use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::{
    model::{safe_text, text::Text},
    ui::keys::{self, Binding, Code, HelpRow, Key},
};

/// A text field's content and cursor.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    input: Input,
    longest: usize,
    was_full: bool,
    has_lines: bool,
}

/// The rows of a field and where its cursor stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Rows of text, at least one.
    pub rows: Vec<String>,
    /// Row and column of the cursor.
    pub cursor: (usize, usize),
}

const fn alt(code: Code) -> Key {
    Key { code, ctrl: false, alt: true }
}

const CHAR: Text = Text::new("satu huruf", "one letter");
const WORD: Text = Text::new("satu kata", "one word");
const ENDS: Text = Text::new("awal, akhir isian", "start, end of the field");
const BACK: Text = Text::new("hapus huruf di kiri, di kanan", "delete the letter before, after");
const WORD_BACK: Text = Text::new("hapus kata di kiri, di kanan", "delete the word before, after");
const LINE: Text = Text::new("hapus sampai awal, sampai akhir", "delete to the start, to the end");

/// The keys of text editing. Dispatch and the help page read the same rows.
pub const KEYS: &[(&[Key], InputRequest, Text)] = &[
    (&[keys::LEFT], InputRequest::GoToPrevChar, CHAR),
    (&[keys::RIGHT], InputRequest::GoToNextChar, CHAR),
    (
        &[Key::ctrl_code(Code::Left), alt(Code::Left), alt(Code::Char('b'))],
        InputRequest::GoToPrevWord,
        WORD,
    ),
    (
        &[Key::ctrl_code(Code::Right), alt(Code::Right), alt(Code::Char('f'))],
        InputRequest::GoToNextWord,
        WORD,
    ),
    (&[keys::HOME, Key::ctrl('a'), Key::ctrl_code(Code::Home)], InputRequest::GoToStart, ENDS),
    (&[keys::END, Key::ctrl('e'), Key::ctrl_code(Code::End)], InputRequest::GoToEnd, ENDS),
    (&[Key::plain(Code::Backspace)], InputRequest::DeletePrevChar, BACK),
    (&[Key::plain(Code::Delete)], InputRequest::DeleteNextChar, BACK),
    (
        &[Key::ctrl('w'), Key::ctrl_code(Code::Backspace), alt(Code::Backspace)],
        InputRequest::DeletePrevWord,
        WORD_BACK,
    ),
    (&[Key::ctrl_code(Code::Delete), alt(Code::Delete)], InputRequest::DeleteNextWord, WORD_BACK),
    (&[Key::ctrl('u')], InputRequest::DeleteFromStart, LINE),
    (&[Key::ctrl('k')], InputRequest::DeleteTillEnd, LINE),
];

/// The same as rows of help.
pub fn help() -> Vec<HelpRow> {
    let rows: Vec<Binding<()>> = KEYS.iter().map(|(on, _, say)| keys::also(on, (), *say)).collect();
    keys::help(&rows, |()| true)
}

impl Edit {
    /// A field with a text made safe, the cursor at its end; `longest` in characters.
    pub fn new(value: &str, longest: usize) -> Self {
        Self {
            input: Input::new(safe_text::safe_line(value).into_owned()),
            longest,
            was_full: false,
            has_lines: false,
        }
    }

    /// The same over several lines: Enter begins one, and a paste keeps its own.
    pub fn of_lines(value: &str, longest: usize) -> Self {
        let input = Input::new(safe_text::safe(value).into_owned());
        Self { input, has_lines: true, ..Self::new("", longest) }
    }

    /// The text.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Longest text, in characters.
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// Whether the last insertion did not fit whole.
    pub const fn was_full(&self) -> bool {
        self.was_full
    }

    /// Handles a key of text editing; false when it is none.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(&c.to_string());
            return true;
        }
        let Some((_, request, _)) = KEYS.iter().find(|(on, ..)| on.contains(&key.level())) else {
            return false;
        };
        if !self.in_line(key, *request) {
            self.input.handle(*request);
        }
        self.was_full = false;
        true
    }

    fn safe(&self, text: &str) -> String {
        let safe: fn(&str) -> Cow<'_, str> =
            if self.has_lines { safe_text::safe } else { safe_text::safe_line };
        safe(text).into_owned()
    }

    /// Puts text at the cursor, made safe and composed with what stands before it. What would be
    /// longer than the field is left out; what stands there already is never cut.
    pub fn insert(&mut self, text: &str) {
        let before: String = self.value().chars().take(self.input.cursor()).collect();
        let after: String = self.value().chars().skip(self.input.cursor()).collect();
        let old = before.chars().count();
        let room = self.longest.saturating_sub(after.chars().count()).max(old);
        let joined = before + text;
        let mut cursor = 0;
        let joined = self.safe(&joined);
        let fitting = joined.graphemes(true).take_while(|grapheme| {
            let end = cursor + grapheme.chars().count();
            let fits = end <= room;
            if fits {
                cursor = end;
            }
            fits
        });
        let before: String = fitting.collect();
        self.was_full = before.len() < joined.len();
        self.input = Input::new(before + &after).with_cursor(cursor);
    }

    /// Lays the text out over rows of a width, breaking after spaces where it can. Every character
    /// keeps its place, so the cursor can stand on any of them.
    pub fn rows(&self, width: usize) -> Rows {
        let Layout { rows, places } = self.layout(width);
        let place = Self::standing(&places, self.input.cursor());
        Rows { rows, cursor: (place.row, place.column) }
    }

    /// Moves the cursor one row up or down as the text is laid out at this width; false when there
    /// is none.
    pub fn move_row(&mut self, is_down: bool, width: usize) -> bool {
        let Layout { places, .. } = self.layout(width);
        let here = Self::standing(&places, self.input.cursor());
        let Some(row) = (if is_down { Some(here.row + 1) } else { here.row.checked_sub(1) }) else {
            return false;
        };
        let mut in_row = places.iter().filter(|place| place.row == row);
        let Some(first) = in_row.next() else { return false };
        let target = in_row.take_while(|place| place.column <= here.column).last();
        let target = target.unwrap_or(first).at;
        self.input.handle(InputRequest::SetCursor(target));
        true
    }

    /// Where the cursor stands: an edit may have joined two graphemes around it.
    fn standing(places: &[Place], cursor: usize) -> Place {
        places.iter().take_while(|place| place.at <= cursor).last().copied().unwrap_or_default()
    }

    fn layout(&self, width: usize) -> Layout {
        let width = width.max(1);
        let mut rows = vec![String::new()];
        let mut places = Vec::new();
        let (mut used, mut at) = (0, 0);
        for word in words(self.value()) {
            let needed = word.trim_end().width();
            if used > 0 && used + needed > width {
                rows.push(String::new());
                used = 0;
            }
            for grapheme in word.graphemes(true) {
                if grapheme == "\n" {
                    places.push(Place { at, row: rows.len() - 1, column: used.min(width - 1) });
                    rows.push(String::new());
                    (used, at) = (0, at + 1);
                    continue;
                }
                let wide = grapheme.width();
                if used > 0 && used + wide > width && grapheme != " " {
                    rows.push(String::new());
                    used = 0;
                }
                places.push(Place { at, row: rows.len() - 1, column: used.min(width - 1) });
                if let Some(row) = rows.last_mut()
                    && used + wide <= width
                {
                    row.push_str(grapheme);
                }
                used += wide;
                at += grapheme.chars().count();
            }
        }
        if used >= width {
            rows.push(String::new());
            used = 0;
        }
        places.push(Place { at, row: rows.len() - 1, column: used });
        Layout { rows, places }
    }
}

/// Where one grapheme stands; the last place is the end of the text.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// Characters before it.
    at: usize,
    row: usize,
    column: usize,
}

struct Layout {
    rows: Vec<String>,
    places: Vec<Place>,
}

/// Words with the space or line end that follows them; joined, they are the text again.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '\n'])
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
        assert_eq!(typed("satu dua", &[Key::ctrl('W')]).value(), "satu ", "Caps Lock");
        assert_eq!(
            typed("satu dua", &[Key::ctrl_code(Code::Left), Key::ctrl('k')]).value(),
            "satu "
        );
        assert_eq!(typed("satu", &[LEFT, LEFT, Key::plain(Code::Delete)]).value(), "sau");
        let words = [Key::plain(Code::Home), Key::ctrl_code(Code::Right), Key::ctrl('u')];
        assert_eq!(typed("satu dua", &words).value(), "dua");
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
        let mut edit = Edit::new("क्षिab", 100);
        edit.press(Key::plain(Code::Home));
        let first = "क्षिab".graphemes(true).next().unwrap();
        edit.press(Key::plain(Code::Delete));
        assert_eq!(edit.value(), "क्षिab".strip_prefix(first).unwrap());
    }

    #[test]
    fn what_is_too_long_already_is_never_cut_by_typing() {
        let long = "x".repeat(20);
        let mut edit = Edit::new(&long, 10);
        edit.insert("y");
        assert_eq!(edit.value(), long);
        edit.press(Key::plain(Code::Home));
        edit.insert("y");
        assert_eq!(edit.value(), long);
    }

    #[test]
    fn rows_are_walked_up_and_down_and_end_at_both_ends() {
        let mut edit = Edit::new("satu dua tiga empat", 100);
        assert_eq!(edit.rows(9).rows, ["satu dua ", "tiga ", "empat"]);
        assert_eq!(edit.rows(9).cursor, (2, 5));
        assert!(!edit.move_row(true, 9));
        assert!(edit.move_row(false, 9));
        assert_eq!(edit.rows(9).cursor, (1, 4));
        assert!(edit.move_row(false, 9));
        edit.insert("X");
        assert_eq!(edit.value(), "satuX dua tiga empat");
        assert!(!edit.move_row(false, 9));
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
        assert!(edit.was_full());
        edit.press(BACKSPACE);
        assert!(!edit.was_full());
    }

    proptest! {
        #[test]
        fn rows_hold_the_whole_text_and_the_cursor(
            text in "[a-zé世🇮🇩 \n]{0,60}", has_lines: bool, back in 0usize..60, width in 2usize..20,
        ) {
            let mut edit =
                if has_lines { Edit::of_lines(&text, 100) } else { Edit::new(&text, 100) };
            for _ in 0..back {
                edit.press(LEFT);
            }
            let laid = edit.rows(width);
            prop_assert!(laid.rows.iter().all(|row| row.width() <= width));
            prop_assert!(laid.cursor.0 < laid.rows.len() && laid.cursor.1 < width);
            let squeezed = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(squeezed(&laid.rows.concat()), squeezed(&text));
        }
    }
}
