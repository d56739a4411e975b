//! The keys of the plan's forms: those of the fields, and those of the calendar over a date field.

use crate::{
    model::text::Text,
    ui::{
        keys::{self, Binding, Code, Key, also, bind},
        widgets::{calendar, form::Form},
    },
};

/// What its keys tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Shown only: the form takes these keys first.
    Field,
    /// Shown only, in a date field: the form opens its calendar.
    Pick,
    /// Shown only, while the calendar lies over the form.
    Day,
    /// Back to the table.
    Back,
}

const WALK: Text = Text::new("pindah isian", "change field");

/// The keys of a form.
pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[Key::plain(Code::F(5)), Key::ctrl('d')], Msg::Pick, Text::new("kalender", "calendar")),
    bind(&[keys::ENTER, keys::TAB], Msg::Field, Text::new("isian berikutnya", "next field")),
    bind(&[keys::UP, keys::BACK_TAB], Msg::Field, WALK),
    bind(&[keys::DOWN], Msg::Field, WALK),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
    also(
        &[keys::PAGE_UP, keys::PAGE_DOWN],
        Msg::Field,
        Text::new("isian pertama, terakhir", "first, last field"),
    ),
    also(&[keys::LEFT, keys::RIGHT], Msg::Field, Text::new("ganti pilihan", "change the choice")),
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

/// Which rows hold now.
pub(super) fn allows<T>(form: &Form<T>, msg: Msg) -> bool {
    match msg {
        Msg::Day => form.is_picking(),
        Msg::Pick => form.is_date() && !form.is_picking(),
        Msg::Field | Msg::Back => !form.is_picking(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_calendar_is_shown_with_the_words_it_has_there() {
        for (on, _, say) in calendar::KEYS {
            for key in *on {
                let is_shown = |row: &&Binding<Msg>| row.msg == Msg::Day && row.on.contains(key);
                let row = KEYS.iter().find(is_shown).unwrap();
                assert_eq!(row.say, *say, "{key:?}");
            }
        }
        let pick = KEYS.iter().find(|row| row.msg == Msg::Pick).unwrap();
        assert_eq!(pick.on, crate::ui::widgets::form::OPENS);
    }
}
