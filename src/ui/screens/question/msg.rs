//! What the keys tell a question: one table, of which only the rows hold that fit the moment.

use crate::{
    model::text::Text,
    ui::{
        keys::{self, Binding, Code, Key, also, bind},
        screens::search,
    },
};

/// What its keys tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Option A, B, C …
    Letter(usize),
    /// Cursor or text up.
    Up,
    /// Cursor or text down.
    Down,
    /// The text cursor of a reflection, a row up or down.
    Line(bool),
    /// A window up or down.
    Leaf(bool),
    /// Take or drop the option under the cursor.
    Toggle,
    /// The next choice for the row under the cursor, or the one before.
    Change(bool),
    /// Leave the row under the cursor without a choice.
    Clear,
    /// Take back the last step of a sequence, or the verdict.
    TakeBack,
    /// Go on writing.
    Rewrite,
    /// Commit, go on.
    Go,
    /// See the model answer beside one's own.
    Compare,
    /// Keep a reflection with its ticks.
    Finish,
    /// Confidence 1, 2, 3.
    Sure(u8),
    /// A hint, where letters are free.
    Hint,
    /// A hint, where letters are typed.
    HintWhileTyping,
    /// The next question of a test, or the one before.
    Turn(bool),
    /// Mark a question of a test to come back to, where letters are free.
    Flag,
    /// The same where letters are typed.
    FlagWhileTyping,
    /// All questions of a test, where letters are free.
    Sheet,
    /// The same where letters are typed.
    SheetWhileTyping,
    /// The page it rests on.
    Page,
    /// Look something up.
    Search,
    /// Back; the round stays open.
    Back,
}

const LETTERS: Text = Text::new("jawab", "answer");
const MOVE: Text = Text::new("pilih", "choose");
const HINT: Text = Text::new("petunjuk", "hint");
const SURE: Text = Text::new("seberapa yakin", "how sure");
const CHANGE: Text = Text::new("ganti", "change");
const LINE: Text = Text::new("satu baris", "one row");
const LEAF: Text = Text::new("satu layar", "one window");
const TURN: Text = Text::new("soal lain", "other question");
const FLAG: Text = Text::new("tandai ragu", "flag");
const SHEET: Text = Text::new("lembar jawaban", "answer sheet");
const BACKSPACE: Key = Key::plain(Code::Backspace);

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Go, Text::new("lanjut", "continue")),
    bind(&[keys::ENTER], Msg::Compare, Text::new("bandingkan", "compare")),
    bind(&[keys::ENTER], Msg::Finish, Text::new("selesai", "finish")),
    bind(&[Key::char('1')], Msg::Sure(1), SURE),
    bind(&[Key::char('2')], Msg::Sure(2), SURE),
    bind(&[Key::char('3')], Msg::Sure(3), SURE),
    also(&[Key::char('a')], Msg::Letter(0), LETTERS),
    also(&[Key::char('b')], Msg::Letter(1), LETTERS),
    also(&[Key::char('c')], Msg::Letter(2), LETTERS),
    also(&[Key::char('d')], Msg::Letter(3), LETTERS),
    also(&[Key::char('e')], Msg::Letter(4), LETTERS),
    also(&[Key::char('f')], Msg::Letter(5), LETTERS),
    also(&[Key::char('g')], Msg::Letter(6), LETTERS),
    bind(&[keys::UP, Key::char('k')], Msg::Up, MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Down, MOVE),
    bind(&[keys::PAGE_DOWN], Msg::Turn(true), TURN),
    bind(&[keys::PAGE_UP], Msg::Turn(false), TURN),
    bind(&[Key::char('t')], Msg::Flag, FLAG),
    bind(&[Key::char('v')], Msg::Sheet, SHEET),
    bind(&[Key::plain(Code::F(6))], Msg::FlagWhileTyping, FLAG),
    bind(&[Key::plain(Code::F(7))], Msg::SheetWhileTyping, SHEET),
    also(&[keys::UP], Msg::Line(false), LINE),
    also(&[keys::DOWN], Msg::Line(true), LINE),
    also(&[keys::PAGE_UP], Msg::Leaf(false), LEAF),
    also(&[keys::PAGE_DOWN], Msg::Leaf(true), LEAF),
    bind(&[keys::LEFT, Key::char('h')], Msg::Change(false), CHANGE),
    bind(&[keys::RIGHT, Key::char('l')], Msg::Change(true), CHANGE),
    bind(&[keys::SPACE], Msg::Toggle, Text::new("tandai", "mark")),
    also(&[BACKSPACE], Msg::Clear, Text::new("kosongkan", "clear")),
    bind(&[BACKSPACE], Msg::Rewrite, Text::new("ubah tulisan", "edit the text")),
    also(&[BACKSPACE], Msg::TakeBack, Text::new("tarik kembali", "take back")),
    bind(&[Key::char('p')], Msg::Hint, HINT),
    bind(&[Key::plain(Code::F(3))], Msg::HintWhileTyping, HINT),
    bind(&[Key::char('o')], Msg::Page, Text::new("buka halaman", "open the page")),
    also(search::OPEN, Msg::Search, search::SAY),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];
