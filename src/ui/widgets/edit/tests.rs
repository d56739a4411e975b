//! Laws of a text field.

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
    assert_eq!(typed("satu dua", &[Key::ctrl_code(Code::Left), Key::ctrl('k')]).value(), "satu ");
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

proptest! {
    #[test]
    fn undo_leads_back_to_the_beginning_and_redo_to_the_end(
        keys in proptest::collection::vec(proptest::sample::select(vec![
            Key::char('a'), Key::char(' '), Key::char('é'), BACKSPACE, LEFT, Key::ctrl('w'),
            Key::ctrl('u'), Key::plain(Code::Home),
        ]), 0..60),
    ) {
        let mut edit = Edit::new("satu dua", 100);
        for key in &keys {
            edit.press(*key);
        }
        let last = edit.value().to_owned();
        for _ in 0..=keys.len() {
            edit.press(Key::ctrl('z'));
        }
        prop_assert_eq!(edit.value(), "satu dua");
        for _ in 0..=keys.len() {
            edit.press(Key::ctrl('y'));
        }
        prop_assert_eq!(edit.value(), last);
    }
}

#[test]
fn typing_is_taken_back_word_by_word_and_a_new_letter_ends_what_could_be_redone() {
    let mut edit = Edit::new("", 100);
    for c in "satu dua tiga".chars() {
        edit.press(Key::char(c));
    }
    for expected in ["satu dua ", "satu ", "", ""] {
        edit.press(Key::ctrl('z'));
        assert_eq!(edit.value(), expected);
    }
    edit.press(Key::ctrl('y'));
    assert_eq!(edit.value(), "satu ");
    edit.press(Key::char('x'));
    edit.press(Key::ctrl('y'));
    assert_eq!(edit.value(), "satu x");
    edit.insert("sebuah tempelan");
    edit.press(Key::ctrl('z'));
    assert_eq!(edit.value(), "satu x", "a paste is one run");
}
