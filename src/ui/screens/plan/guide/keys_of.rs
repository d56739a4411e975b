//! The keys of the walk: those of its fields, of the calendar and the drafts over them, and of the
//! steps.

use crate::{
    model::text::Text,
    ui::{
        keys::{self, Binding, Code, Key, also, bind},
        widgets::calendar,
    },
};

/// What its keys tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The next question.
    Next,
    /// The question before.
    Before,
    /// Offer drafts for the field.
    Drafts,
    /// Open what the step leads to.
    Enter,
    /// Shown only: the form takes these keys first.
    Field,
    /// Shown only, in a date field: the form opens its calendar.
    Pick,
    /// Shown only, while the calendar lies over the form.
    Day,
    /// Shown only: the drafts take this key first.
    Take,
    /// Shown only, likewise.
    Choose,
    /// Shown only, likewise.
    CloseMenu,
    /// Back to where it was opened.
    Back,
}

const WALK: Text = Text::new("pindah isian", "change field");
const PICK: Text = Text::new("pilih saran", "choose a draft");
const CLOSE: Text = Text::new("tanpa saran", "without a draft");

/// Offers drafts. Some keyboards have no function keys.
pub(super) const DRAFTS: &[Key] = &[Key::plain(Code::F(6)), Key::ctrl('o')];

/// The keys of the walk.
pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Enter, Text::new("buka", "open")),
    bind(&[keys::ENTER, keys::TAB], Msg::Field, Text::new("lanjut", "go on")),
    bind(DRAFTS, Msg::Drafts, Text::new("saran", "drafts")),
    bind(&[Key::plain(Code::F(5)), Key::ctrl('d')], Msg::Pick, Text::new("kalender", "calendar")),
    bind(&[keys::PAGE_DOWN], Msg::Next, Text::new("maju", "ahead")),
    bind(&[keys::PAGE_UP], Msg::Before, Text::new("balik", "back a step")),
    also(&[keys::UP, keys::BACK_TAB], Msg::Field, WALK),
    also(&[keys::DOWN], Msg::Field, WALK),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
    bind(&[keys::ENTER], Msg::Take, Text::new("pakai, lalu sunting", "take it, then edit")),
    bind(&[keys::UP], Msg::Choose, PICK),
    bind(&[keys::DOWN], Msg::Choose, PICK),
    bind(&[keys::ESC, Key::plain(Code::F(6)), Key::ctrl('o')], Msg::CloseMenu, CLOSE),
    bind(&[keys::ENTER, keys::SPACE], Msg::Day, calendar::TAKE),
    bind(&[keys::LEFT], Msg::Day, calendar::DAY),
    bind(&[keys::RIGHT], Msg::Day, calendar::DAY),
    also(&[keys::UP], Msg::Day, calendar::WEEK),
    also(&[keys::DOWN], Msg::Day, calendar::WEEK),
    bind(&[keys::PAGE_UP], Msg::Day, calendar::MONTH),
    bind(&[keys::PAGE_DOWN], Msg::Day, calendar::MONTH),
    also(&[keys::HOME], Msg::Day, calendar::ENDS),
    also(&[keys::END], Msg::Day, calendar::ENDS),
    bind(&[Key::char('t'), Key::char('h')], Msg::Day, calendar::TODAY),
    bind(&[keys::ESC, Key::plain(Code::F(5)), Key::ctrl('d')], Msg::Day, calendar::LEAVE),
];
