//! A reflection: written first, then held beside a model answer and a list to tick. It is never
//! right or wrong and asks for no confidence.

use super::{Asking, Phase, Question};
use crate::{
    model::profile::Chosen,
    ui::{cx::Cx, screens},
};

impl Question {
    /// The text with its ticks, lowest number first.
    pub(super) fn reflection(&self) -> Chosen {
        let mut ticks = self.picked.clone();
        ticks.sort_by_key(|tick| tick.parse::<usize>().unwrap_or(usize::MAX));
        Chosen::Reflection { text: self.edit.value().to_owned(), ticks }
    }

    /// Moves the text cursor so many rows, as far as there are any.
    pub(super) fn walk(&mut self, is_down: bool, rows: usize, cx: &Cx) {
        let area = screens::padded(cx.body);
        let room = Self::edit_room(area.width.min(cx.text_width()));
        for _ in 0..rows {
            if !self.edit.move_row(is_down, room) {
                break;
            }
        }
    }

    /// Shows the model answer beside one's own.
    pub(super) fn compare(&mut self, cx: &mut Cx) {
        if self.edit.value().trim().is_empty() {
            self.is_lacking = true;
            return;
        }
        (self.asking, self.at) = (Asking::Ticks, 0);
        self.keep_draft(cx);
        cx.hurry();
        self.look_at_model(cx);
    }

    /// Goes on writing; the ticks stay for when the model answer is shown again.
    pub(super) fn rewrite(&mut self, cx: &mut Cx) {
        (self.asking, self.scroll, self.at) = (Asking::Answer, 0, 0);
        self.keep_draft(cx);
    }

    /// Walks through the list; above its first line the text itself comes into sight.
    pub(super) fn move_in_list(&mut self, is_down: bool, cx: &Cx) {
        let last = Self::asked(cx).map_or(0, |(_, item)| item.check.len().saturating_sub(1));
        match (is_down, self.scroll) {
            (true, 0) => self.at = (self.at + 1).min(last),
            (true, _) => self.scroll -= 1,
            (false, _) if self.at > 0 => self.at -= 1,
            (false, _) => self.scroll = (self.scroll + 1).min(self.lines_above(cx)),
        }
    }

    /// A window up or down.
    pub(super) fn leaf(&mut self, is_down: bool, cx: &Cx) {
        let window = Self::window(cx);
        let phase = self.phase(cx);
        if phase == Phase::Typing {
            self.walk(is_down, window, cx);
        } else if phase == Phase::Comparing {
            self.at = 0;
            // Here the lines above the list are counted, so down means fewer.
            self.scroll = if is_down {
                self.scroll.saturating_sub(window)
            } else {
                (self.scroll + window).min(self.lines_above(cx))
            };
        } else if is_down {
            self.scroll = (self.scroll + window).min(self.last_scroll(cx));
        } else {
            self.scroll = self.scroll.saturating_sub(window);
        }
    }

    /// Rows of a window less one, so that a line stays in sight.
    fn window(cx: &Cx) -> usize {
        screens::padded_height(cx).saturating_sub(1).max(1)
    }
}
