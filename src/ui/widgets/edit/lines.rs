//! What is different in a text of several lines: Enter, and the keys that go to or delete up to the
//! ends of a line.

use tui_input::{Input, InputRequest};

use super::Edit;
use crate::ui::keys::{Code, Key};

impl Edit {
    /// Begins a new line where the cursor stands; nothing in a text of one line.
    pub fn break_line(&mut self) {
        if self.has_lines {
            self.insert("\n");
        }
    }

    /// Handles a request that means the line where the cursor stands; false when it means something
    /// else. With Ctrl, Home and End go to the ends of the whole text.
    pub(super) fn in_line(&mut self, key: Key, request: InputRequest) -> bool {
        let is_whole = key.ctrl && matches!(key.code, Code::Home | Code::End);
        if !self.has_lines || is_whole {
            return false;
        }
        let cursor = self.input.cursor();
        let before: String = self.value().chars().take(cursor).collect();
        let after: String = self.value().chars().skip(cursor).collect();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let start = cursor - line.chars().count();
        let rest = after.split('\n').next().unwrap_or_default();
        let end = cursor + rest.chars().count();
        match request {
            InputRequest::GoToStart => drop(self.input.handle(InputRequest::SetCursor(start))),
            InputRequest::GoToEnd => drop(self.input.handle(InputRequest::SetCursor(end))),
            InputRequest::DeleteFromStart => {
                let kept = before.strip_suffix(line).unwrap_or_default();
                self.input = Input::new(format!("{kept}{after}")).with_cursor(start);
            }
            InputRequest::DeleteTillEnd => {
                let kept = after.strip_prefix(rest).unwrap_or_default();
                self.input = Input::new(format!("{before}{kept}")).with_cursor(cursor);
            }
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::keys;

    fn typed(keys: &[Key]) -> (String, usize) {
        let mut edit = Edit::of_lines("satu\ndua tiga\nempat", 100);
        // The cursor stands before "tiga".
        edit.input.handle(InputRequest::SetCursor(9));
        for key in keys {
            edit.press(*key);
        }
        (edit.value().to_owned(), edit.input.cursor())
    }

    #[test]
    fn the_ends_of_a_line_are_not_those_of_the_text() {
        assert_eq!(typed(&[keys::HOME]).1, 5);
        assert_eq!(typed(&[keys::END]).1, 13);
        assert_eq!(typed(&[Key::ctrl_code(Code::Home)]).1, 0);
        assert_eq!(typed(&[Key::ctrl_code(Code::End)]).1, 19);
        assert_eq!(typed(&[Key::ctrl('u')]), ("satu\ntiga\nempat".to_owned(), 5));
        assert_eq!(typed(&[Key::ctrl('k')]), ("satu\ndua \nempat".to_owned(), 9));
        assert_eq!(typed(&[Key::ctrl('u'), Key::ctrl('u')]).0, "satu\ntiga\nempat");
    }

    #[test]
    fn lines_are_kept_from_paste_to_rows() {
        let mut edit = Edit::of_lines("", 100);
        edit.insert("satu\r\ndua\u{1b}");
        edit.break_line();
        edit.break_line();
        edit.insert("\u{301}");
        assert_eq!(edit.value(), "satu\ndua\u{fffd}\n\n\u{25cc}\u{301}");
        assert_eq!(edit.rows(20).rows.len(), 4);
        assert!(edit.move_row(false, 20));
        assert_eq!(edit.rows(20).cursor, (2, 0), "an empty row is walked, too");
        let mut one = Edit::new("satu\ndua", 100);
        one.break_line();
        assert_eq!(one.value(), "satu dua");
    }
}
