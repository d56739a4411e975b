//! The file that a plan is taken in from, asked for on the table. What would happen is shown by the
//! app before anything changes.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{Msg, Planner};
use crate::{
    model::text::Text,
    ui::{
        cx::Cx,
        keys::{self, Binding, bind},
        prose,
        screen::{Effect, Input, Step},
        widgets::{
            lines,
            prompt::{Prompt, Typed},
        },
    },
};

/// The words of the key that asks.
pub(super) const SAY: Text = Text::new("ambil rencana dari berkas", "take a plan in from a file");

/// While the file is being typed.
pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Typing, Text::new("lanjut", "go on")),
    bind(&[keys::ESC], Msg::Typing, Text::new("batal", "cancel")),
];

/// What is asked for; `before` was typed a moment ago.
pub(super) fn prompt(before: &str) -> Prompt {
    Prompt::new(
        Text::new("Ambil rencana dari berkas", "Take a plan in from the file"),
        Text::new(
            "Ketik letaknya, misalnya di stik USB. Belum ada yang berubah sebelum Anda menyetujuinya.",
            "Type where it lies, on a USB stick perhaps. Nothing changes before you agree.",
        ),
        before,
    )
}

/// What may be taken in, and the line being typed.
pub(super) fn draw(prompt: &Prompt, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let width = area.width.min(cx.text_width());
    let words = Text::new(
        "Rencana yang ditulis bersama di satu laptop dapat dibawa pulang oleh setiap orang: berkas JSON \
         (seluruh rencana) atau CSV (baris-barisnya, juga dari Excel). Baris yang belum ada ditambahkan; \
         yang berbeda ditanyakan dahulu.",
        "A plan that a group wrote on one laptop can be taken home by each of them: a JSON file (the \
         whole plan) or CSV (its rows, from Excel as well). Rows that are not here yet are added; \
         what differs is asked about first.",
    );
    let text = prose::wrap(&[Span::raw(words.say(cx.lang()))], width, &cx.theme);
    let below = prompt.height(cx, width).min(area.height);
    let above = Rect { height: area.height - below, ..area };
    let shown: Vec<Line<'_>> = text.into_iter().take(usize::from(above.height)).collect();
    lines::draw(&shown, 0, above, buf, &cx.theme);
    let used = u16::try_from(shown.len()).unwrap_or(above.height);
    let y = area.y.saturating_add(used);
    prompt.draw(cx, Rect { y, height: below, width, ..area }, buf)
}

impl Planner {
    /// The line takes what is typed while it is asked for.
    pub(super) fn type_path(&mut self, input: &Input) -> Option<Step> {
        let prompt = self.asked.as_mut()?;
        match prompt.typed(input) {
            Typed::Nothing => None,
            Typed::More => Some(Step::Stay),
            Typed::Cancel => {
                self.asked = None;
                Some(Step::Stay)
            }
            Typed::Done(from) => {
                self.asked = None;
                self.typed.clone_from(&from);
                let into = self.plan.clone();
                Some(Step::Do(Effect::BringPlan { from, into, replace: None }))
            }
        }
    }
}
