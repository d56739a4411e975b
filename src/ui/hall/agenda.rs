//! The sessions of a day, and where we are.

use super::{Hall, Part, sheet::Sheet};
use crate::model::text::Text;

/// One session of the day as it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When it begins, `09.00`.
    pub start: String,
    /// What it is called.
    pub title: String,
    /// Whether nothing is taught in it.
    pub is_break: bool,
}

const TITLE: Text = Text::new("Agenda hari ini", "Today’s agenda");
const NOW: Text = Text::new("sekarang", "now");

impl Hall<'_> {
    /// The day's sessions; `now` is the one that runs.
    pub fn agenda(&self, slots: &[Slot], now: Option<usize>) -> Vec<Part> {
        let (lang, theme) = (self.lang, self.theme);
        let sheet = Sheet { title: TITLE.say(lang), foot: "", may_be_big: true };
        self.sheet(sheet, &|flow, room| {
            for (index, slot) in slots.iter().enumerate() {
                let is_now = now == Some(index);
                let mark = match now {
                    Some(_) if is_now => theme.marks.cursor,
                    Some(now) if index < now => theme.marks.check,
                    _ => " ",
                };
                let style = match () {
                    () if is_now => theme.text.patch(theme.strong).patch(theme.accent),
                    () if slot.is_break || now.is_some_and(|now| index < now) => {
                        theme.text.patch(theme.quiet)
                    }
                    () => theme.text,
                };
                let title = if is_now {
                    format!("{} ({})", slot.title, NOW.say(lang))
                } else {
                    slot.title.clone()
                };
                let mark = format!("{mark} {}", slot.start);
                let lines = self.styled(&mark, style, &title, style, room.columns);
                if index == 0 {
                    flow.piece(lines, 0);
                } else {
                    flow.close_piece(lines, 0);
                }
            }
        })
    }
}
