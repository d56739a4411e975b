//! Letters that not every terminal shows, or that nobody sees: emoji, variation selectors, hidden
//! controls. One piece of advice per file and sort is enough.

use unicode_properties::{GeneralCategory, UnicodeEmoji, UnicodeGeneralCategory};

use crate::model::{
    faults::{Fault, Files},
    text::{Said, Text},
};

/// Checks the text of every file.
pub(super) fn check(files: &Files, faults: &mut Vec<Fault>) {
    for (file, text) in files {
        if text.is_ascii() && !text.contains(is_hidden) {
            continue;
        }
        if let Some((at, letter)) = text.char_indices().find(|(_, letter)| is_picture(*letter)) {
            let what = Text::new(
                "emoji atau pemilih variasi tidak tampil di setiap terminal",
                "emoji and variation selectors do not show in every terminal",
            );
            let remedy = Text::new("Ganti dengan kata.", "Use a word instead.");
            faults.push(Fault::advice(file, Some(at..at + letter.len_utf8()), what, remedy));
        }
        if let Some((at, letter)) = text.char_indices().find(|(_, letter)| is_hidden(*letter)) {
            let code = u32::from(letter);
            let what = Said::new(
                format!("huruf tersembunyi U+{code:04X} akan tampil sebagai �"),
                format!("the hidden character U+{code:04X} will be shown as �"),
            );
            let remedy = Text::new("Hapus huruf itu.", "Delete it.");
            faults.push(Fault::advice(file, Some(at..at + letter.len_utf8()), what, remedy));
        }
    }
}

/// Emoji, and the selectors and keycaps that make some.
fn is_picture(letter: char) -> bool {
    !letter.is_ascii()
        && (matches!(letter, '\u{FE00}'..='\u{FE0F}' | '\u{20E3}' | '\u{E0100}'..='\u{E01EF}')
            || is_emoji(letter))
}

fn is_emoji(letter: char) -> bool {
    use unicode_properties::EmojiStatus as Status;
    matches!(
        letter.emoji_status(),
        Status::EmojiPresentation
            | Status::EmojiModifierBase
            | Status::EmojiPresentationAndModifierBase
            | Status::EmojiPresentationAndModifierAndEmojiComponent
            | Status::EmojiPresentationAndEmojiComponent
    )
}

/// Controls, formats, private use and unassigned characters; nobody sees what they do.
fn is_hidden(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_control() && !matches!(letter, '\n' | '\r' | '\t');
    }
    matches!(
        letter.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_trade_pass_and_pictures_and_hidden_letters_do_not() {
        for letter in "aÀé–“”…→✓✗●○▸│─█░½²°©漢\u{301}�\n\t".chars()
        {
            assert!(!is_picture(letter) && !is_hidden(letter), "{letter:?}");
        }
        for letter in "😀👍✋⏰🇮\u{fe0f}\u{20e3}".chars() {
            assert!(is_picture(letter), "{letter:?}");
        }
        for letter in
            "\0\u{1b}\u{7f}\u{85}\u{200b}\u{202e}\u{2066}\u{2028}\u{e000}\u{e0041}".chars()
        {
            assert!(is_hidden(letter), "{letter:?}");
        }
    }
}
