//! What the keys tell the table of a plan: one row each for dispatch, bar and help.

use super::{bring, remarks, timeline};
use crate::{
    model::text::Text,
    ui::{
        keys::{self, Binding, Code, Key, also, bind},
        screens::search,
        widgets::cursor::{ENDS, MOVE, Move},
    },
};

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Begin a plan, or its first row.
    Begin,
    /// Edit the row under the cursor.
    Edit,
    /// Add a row.
    Add,
    /// Edit the head.
    Identity,
    /// The next status of the row.
    Status,
    /// The whole plan to read.
    View,
    /// What could be better.
    Remarks,
    /// The rows by week.
    Weeks,
    /// Take a plan in from a file.
    Bring,
    /// Shown only: the line being typed takes these keys first.
    Typing,
    /// Delete the row.
    Delete,
    /// Copy the row below itself.
    Copy,
    /// Take the last change back.
    Undo,
    /// Make it once more.
    Redo,
    /// Move the cursor.
    Move(Move),
    /// Move the row up.
    Raise,
    /// Move the row down.
    Lower,
    /// The plan step by step, one question a screen.
    Guide,
    /// What differs in this office, before the rows.
    Adapt,
    /// What was done after 30, 60 and 90 days.
    CheckIns,
    /// The if-then sentence from memory.
    Rehearse,
    /// Begin another plan.
    New,
    /// Choose another plan, or delete one.
    Choose,
    /// Look at the office.
    Diagnosis,
    /// Look something up.
    Search,
    /// Back home.
    Back,
}

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Begin, Text::new("mulai", "begin")),
    bind(&[keys::ENTER], Msg::Edit, Text::new("sunting", "edit")),
    bind(&[Key::char('t')], Msg::Add, Text::new("tambah", "add")),
    bind(&[Key::char('u'), Key::ctrl('z')], Msg::Undo, Text::new("urungkan", "undo")),
    bind(&[Key::char('i')], Msg::Identity, Text::new("identitas", "info")),
    bind(&[Key::char('v')], Msg::View, Text::new("lihat", "view")),
    bind(&[Key::char('s')], Msg::Status, Text::new("status", "status")),
    bind(&[Key::char('g')], Msg::Guide, Text::new("dipandu", "guided")),
    bind(&[Key::char('x')], Msg::Delete, Text::new("hapus", "delete")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
    also(&[Key::char('a')], Msg::Adapt, Text::new("yang berbeda di kantor", "what differs here")),
    also(&[Key::char('b')], Msg::CheckIns, Text::new("tinjauan 30, 60, 90 hari", "check-ins")),
    also(
        &[Key::char('h')],
        Msg::Rehearse,
        Text::new("jika–maka dari ingatan", "if–then from memory"),
    ),
    also(&[Key::char('e')], Msg::Remarks, remarks::SAY),
    also(&[Key::char('l')], Msg::Weeks, timeline::SAY),
    also(&[Key::char('m')], Msg::Bring, bring::SAY),
    also(&[Key::char('c')], Msg::Copy, Text::new("salin baris", "copy the row")),
    also(&[Key::char('y'), Key::ctrl('y')], Msg::Redo, Text::new("ulangi", "redo")),
    also(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    also(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    also(
        &[Key::char('['), Key::ctrl_code(Code::Up)],
        Msg::Raise,
        Text::new("geser baris ke atas", "move the row up"),
    ),
    also(
        &[Key::char(']'), Key::ctrl_code(Code::Down)],
        Msg::Lower,
        Text::new("geser baris ke bawah", "move the row down"),
    ),
    also(&[Key::char('d')], Msg::Diagnosis, Text::new("diagnosis kantor", "office diagnosis")),
    also(search::OPEN, Msg::Search, search::SAY),
    also(&[Key::char('n')], Msg::New, Text::new("rencana baru", "a new plan")),
    also(
        &[Key::char('p')],
        Msg::Choose,
        Text::new("pilih atau hapus rencana", "choose or delete a plan"),
    ),
];
