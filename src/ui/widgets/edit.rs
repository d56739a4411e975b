//! Text being typed: cursor by graphemes, words, paste, and its layout over several rows. A paste
//! never submits: line breaks become spaces, except in a text of several lines, which keeps them.

mod lines;

use std::borrow::Cow;

mod past;

use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use self::past::{Past, Run};
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
    past: Past,
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

/// What a key does to the text.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// A step of the cursor or a deletion.
    Ask(InputRequest),
    /// Takes the last run of typing back.
    Undo,
    /// Types it again.
    Redo,
}

const CHAR: Text = Text::new("satu huruf", "one letter");
const WORD: Text = Text::new("satu kata", "one word");
const ENDS: Text = Text::new("awal, akhir isian", "start, end of the field");
const BACK: Text = Text::new("hapus huruf di kiri, di kanan", "delete the letter before, after");
const WORD_BACK: Text = Text::new("hapus kata di kiri, di kanan", "delete the word before, after");
const LINE: Text = Text::new("hapus sampai awal, sampai akhir", "delete to the start, to the end");

const BACKWARDS: Text = Text::new("urungkan, ulangi ketikan", "undo, redo typing");

/// The keys of text editing. Dispatch and the help page read the same rows.
pub const KEYS: &[(&[Key], Deed, Text)] = &[
    (&[keys::LEFT], Deed::Ask(InputRequest::GoToPrevChar), CHAR),
    (&[keys::RIGHT], Deed::Ask(InputRequest::GoToNextChar), CHAR),
    (
        &[Key::ctrl_code(Code::Left), alt(Code::Left), alt(Code::Char('b'))],
        Deed::Ask(InputRequest::GoToPrevWord),
        WORD,
    ),
    (
        &[Key::ctrl_code(Code::Right), alt(Code::Right), alt(Code::Char('f'))],
        Deed::Ask(InputRequest::GoToNextWord),
        WORD,
    ),
    (
        &[keys::HOME, Key::ctrl('a'), Key::ctrl_code(Code::Home)],
        Deed::Ask(InputRequest::GoToStart),
        ENDS,
    ),
    (
        &[keys::END, Key::ctrl('e'), Key::ctrl_code(Code::End)],
        Deed::Ask(InputRequest::GoToEnd),
        ENDS,
    ),
    (&[Key::plain(Code::Backspace)], Deed::Ask(InputRequest::DeletePrevChar), BACK),
    (&[Key::plain(Code::Delete)], Deed::Ask(InputRequest::DeleteNextChar), BACK),
    (
        &[Key::ctrl('w'), Key::ctrl_code(Code::Backspace), alt(Code::Backspace)],
        Deed::Ask(InputRequest::DeletePrevWord),
        WORD_BACK,
    ),
    (
        &[Key::ctrl_code(Code::Delete), alt(Code::Delete)],
        Deed::Ask(InputRequest::DeleteNextWord),
        WORD_BACK,
    ),
    (&[Key::ctrl('u')], Deed::Ask(InputRequest::DeleteFromStart), LINE),
    (&[Key::ctrl('k')], Deed::Ask(InputRequest::DeleteTillEnd), LINE),
    (&[Key::ctrl('z')], Deed::Undo, BACKWARDS),
    (&[Key::ctrl('y')], Deed::Redo, BACKWARDS),
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
            past: Past::default(),
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
            self.note(if c == ' ' { Run::Space } else { Run::Word });
            self.put(&c.to_string());
            return true;
        }
        let Some((_, deed, _)) = KEYS.iter().find(|(on, ..)| on.contains(&key.level())) else {
            return false;
        };
        match deed {
            Deed::Undo => self.travel(true),
            Deed::Redo => self.travel(false),
            Deed::Ask(request) => {
                self.note(Run::of(*request));
                if !self.in_line(key, *request) {
                    self.input.handle(*request);
                }
            }
        }
        self.was_full = false;
        true
    }

    fn safe(&self, text: &str) -> String {
        let safe: fn(&str) -> Cow<'_, str> =
            if self.has_lines { safe_text::safe } else { safe_text::safe_line };
        safe(text).into_owned()
    }

    /// Puts another text in the place of this one; what stood there can be taken back.
    pub fn replace(&mut self, text: &str) {
        self.note(Run::Alone);
        self.input = Input::new(String::new());
        self.put(text);
    }

    /// Puts a text at the cursor as [`Self::put`] does, as one run of its own.
    pub fn insert(&mut self, text: &str) {
        self.note(Run::Alone);
        self.put(text);
    }

    /// Remembers the text before a change, unless it goes on with the run before it.
    fn note(&mut self, run: Run) {
        self.past.note(run, self.input.value(), self.input.cursor());
    }

    fn travel(&mut self, is_back: bool) {
        let here = (self.input.value().to_owned(), self.input.cursor());
        if let Some((text, cursor)) = self.past.travel(is_back, here) {
            self.input = Input::new(text).with_cursor(cursor);
        }
    }

    /// Puts text at the cursor, made safe and composed with what stands before it. What would be
    /// longer than the field is left out; what stands there already is never cut.
    fn put(&mut self, text: &str) {
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
mod tests;
