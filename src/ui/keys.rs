//! Keys, declared once: a row dispatches, prints itself in the help bar and on the help page.
//!
//! Upper and lower case are one key (Caps Lock), so no two rows may differ by case alone.

use crate::model::text::{Lang, Text};

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character; always lower case in a binding.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key as pressed. SHIFT is dropped: it is already in the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A character with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false }
    }

    /// A key with Ctrl.
    pub const fn ctrl_code(code: Code) -> Self {
        Self { code, ctrl: true, alt: false }
    }

    /// The same key with a character in lower case.
    pub fn level(self) -> Self {
        match self.code {
            Code::Char(c) => {
                let mut lower = c.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(one), None) => Self { code: Code::Char(one), ..self },
                    _ => self,
                }
            }
            _ => self,
        }
    }

    /// The character that this key types into a text, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// What the help calls it; plain marks when `ascii`.
    pub fn label(self, lang: Lang, ascii: bool) -> String {
        let name = match self.code {
            Code::Char(' ') => lang.pick("Spasi", "Space").to_owned(),
            Code::Char(c) if self.ctrl => c.to_uppercase().collect(),
            Code::Char(c) => c.to_string(),
            Code::Enter => "Enter".to_owned(),
            Code::Esc => "Esc".to_owned(),
            Code::Tab => "Tab".to_owned(),
            Code::BackTab => "Shift-Tab".to_owned(),
            Code::Backspace => "Backspace".to_owned(),
            Code::Delete => "Del".to_owned(),
            Code::Up => if ascii { "Up" } else { "↑" }.to_owned(),
            Code::Down => if ascii { "Down" } else { "↓" }.to_owned(),
            Code::Left => if ascii { "Left" } else { "←" }.to_owned(),
            Code::Right => if ascii { "Right" } else { "→" }.to_owned(),
            Code::Home => "Home".to_owned(),
            Code::End => "End".to_owned(),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
            Code::F(n) => format!("F{n}"),
        };
        match (self.ctrl, self.alt) {
            (true, _) => format!("Ctrl-{name}"),
            (false, true) => format!("Alt-{name}"),
            (false, false) => name,
        }
    }
}

/// One row of a screen's keys.
#[derive(Clone, Copy, Debug)]
pub struct Binding<M: 'static> {
    /// Keys that do it; the first is the one shown in the bar.
    pub on: &'static [Key],
    /// What the screen is told.
    pub msg: M,
    /// What it does, in a word or two. Neighbouring rows that say the same are shown as one.
    pub say: Text,
    /// Shown in the help bar, not only on the help page.
    pub in_bar: bool,
}

/// A row that the bar shows.
pub const fn bind<M>(on: &'static [Key], msg: M, say: Text) -> Binding<M> {
    Binding { on, msg, say, in_bar: true }
}

/// A row that only the help page shows.
pub const fn also<M>(on: &'static [Key], msg: M, say: Text) -> Binding<M> {
    Binding { on, msg, say, in_bar: false }
}

/// Enter.
pub const ENTER: Key = Key::plain(Code::Enter);
/// Escape.
pub const ESC: Key = Key::plain(Code::Esc);
/// Space.
pub const SPACE: Key = Key::char(' ');
/// Arrow up.
pub const UP: Key = Key::plain(Code::Up);
/// Arrow down.
pub const DOWN: Key = Key::plain(Code::Down);
/// Arrow left.
pub const LEFT: Key = Key::plain(Code::Left);
/// Arrow right.
pub const RIGHT: Key = Key::plain(Code::Right);
/// Home.
pub const HOME: Key = Key::plain(Code::Home);
/// End.
pub const END: Key = Key::plain(Code::End);
/// Page up.
pub const PAGE_UP: Key = Key::plain(Code::PageUp);
/// Page down.
pub const PAGE_DOWN: Key = Key::plain(Code::PageDown);
/// Tab.
pub const TAB: Key = Key::plain(Code::Tab);
/// Shift-Tab.
pub const BACK_TAB: Key = Key::plain(Code::BackTab);

/// One line of help: keys, and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// All keys of the row, the one shown in the bar first.
    pub keys: Vec<Key>,
    /// How many of `keys` the bar shows.
    pub shown: usize,
    /// What they do.
    pub say: Text,
    /// Shown in the help bar.
    pub in_bar: bool,
}

impl HelpRow {
    /// The keys as the bar shows them: single marks run together, words get a space.
    pub fn label(&self, lang: Lang, ascii: bool, all: bool) -> String {
        let count = if all { self.keys.len() } else { self.shown };
        let labels: Vec<String> =
            self.keys.iter().take(count).map(|key| key.label(lang, ascii)).collect();
        let are_digits = labels.iter().all(|label| label.parse::<u8>().is_ok());
        if let (true, [first, _, .., last]) = (are_digits && !all, labels.as_slice()) {
            return format!("{first}–{last}");
        }
        let are_marks = labels.iter().all(|label| label.chars().count() == 1);
        labels.join(if are_marks && !all { "" } else { " " })
    }
}

/// Turns rows of bindings into rows of help: hidden rows left out, rows that say the same joined.
pub fn help<M: Copy>(rows: &[Binding<M>], mut allowed: impl FnMut(M) -> bool) -> Vec<HelpRow> {
    let mut out: Vec<HelpRow> = Vec::new();
    for row in rows.iter().filter(|row| allowed(row.msg)) {
        let Some((first, rest)) = row.on.split_first() else { continue };
        match out.iter_mut().find(|known| known.say == row.say && known.in_bar == row.in_bar) {
            Some(known) => {
                known.keys.insert(known.shown, *first);
                known.shown += 1;
                known.keys.extend(rest);
            }
            None => out.push(HelpRow {
                keys: row.on.to_vec(),
                shown: 1,
                say: row.say,
                in_bar: row.in_bar,
            }),
        }
    }
    out
}
