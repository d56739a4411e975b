//! How a reflection looks beside the model answer: one's own text, the model, the list to tick.

use ratatui::text::Line;

use super::{Laid, Page, letter};
use crate::{
    model::{
        course::Item,
        profile::{Answer, Chosen},
    },
    ui::{
        cx::Cx,
        screens::{
            self,
            question::{Question, words::mused},
        },
    },
};

impl Question {
    /// The text, the model answer and the list with a cursor in it.
    pub(super) fn compared(&self, page: &Page<'_>, item: &Item, laid: &mut Laid) {
        page.beside_model(item, self.edit.value(), laid);
        page.list(item, &self.picked, Some(self.at), laid);
    }

    /// Lines that lie above what the cursor in the list shows.
    pub(in crate::ui::screens::question) fn lines_above(&self, cx: &Cx) -> usize {
        let area = screens::padded(cx.body);
        self.laid(cx, area).around_cursor(usize::from(area.height))
    }

    /// Stands so that the model answer is read from its first line.
    pub(in crate::ui::screens::question) fn look_at_model(&mut self, cx: &Cx) {
        let area = screens::padded(cx.body);
        let laid = self.laid(cx, area);
        let top = laid.around_cursor(usize::from(area.height));
        self.scroll = top.saturating_sub(laid.model);
    }
}

impl Page<'_> {
    fn beside_model(&self, item: &Item, text: &str, laid: &mut Laid) {
        let theme = &self.cx.theme;
        self.quiet(laid, self.lang.pick("Tulisan Anda", "Your text"));
        self.text(laid, text, theme.text);
        laid.lines.push(Line::raw(""));
        laid.model = laid.lines.len();
        self.quiet(laid, self.lang.pick("Contoh jawaban", "A model answer"));
        self.text(laid, item.model.get(self.lang), theme.text);
        laid.lines.push(Line::raw(""));
    }

    /// The list, with a cursor while it can be ticked.
    fn list(&self, item: &Item, ticks: &[String], cursor: Option<usize>, laid: &mut Laid) {
        let theme = &self.cx.theme;
        self.quiet(
            laid,
            self.lang.pick("Yang sudah ada dalam tulisan Anda:", "What your text holds already:"),
        );
        for (at, line) in item.check.iter().enumerate() {
            let is_here = cursor == Some(at);
            let is_ticked = ticks.contains(&(at + 1).to_string());
            let pointer = if is_here { theme.marks.cursor } else { " " };
            let mark = if is_ticked { theme.marks.check } else { theme.marks.empty };
            let style = if is_here || is_ticked { theme.cursor } else { theme.text };
            let lead = format!("{pointer} {mark} {}  ", letter(at));
            let from = laid.lines.len();
            self.hanging(laid, &lead, line.get(self.lang), style);
            if is_here {
                laid.focus = (from, laid.lines.len());
            }
        }
    }

    /// What was written and ticked, and that it was kept.
    pub(super) fn reflected(&self, item: &Item, answer: &Answer, laid: &mut Laid) {
        // An answer from before the item became a reflection has neither text nor ticks.
        let Chosen::Reflection { text, ticks } = &answer.chosen else { return };
        self.beside_model(item, text, laid);
        self.list(item, ticks, None, laid);
        laid.lines.push(Line::raw(""));
        let known = (1..=item.check.len()).filter(|line| ticks.contains(&line.to_string())).count();
        let words = mused(known, item.check.len(), self.lang);
        self.text(laid, &format!("{} {words}", self.cx.theme.marks.check), self.cx.theme.accent);
        self.quiet(laid, &self.basis(item));
    }
}
