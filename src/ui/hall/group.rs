//! Work in groups: what to do, how long, and who presents when. Groups only, never people.

use ratatui::text::{Line, Span};

use super::{Countdown, Hall, Part, flow::Flow, sheet::Sheet};
use crate::{
    model::{course::Activity, text::Text},
    ui::prose,
};

/// What the groups work on.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The activity of the course.
    pub activity: &'a Activity,
    /// Names of the groups, in the order in which they present where that was drawn.
    pub groups: &'a [String],
    /// Whether their order was drawn.
    pub is_drawn: bool,
    /// The countdown, once it was set.
    pub countdown: Option<Countdown<'a>>,
}

const GROUPS: Text = Text::new("Kelompok", "Groups");
const ORDER: Text = Text::new("Urutan paparan", "Order of presenting");
const PRODUCT: Text = Text::new("Hasil", "Result");

impl Hall<'_> {
    /// The task with its groups.
    pub fn task(&self, task: Task<'_>) -> Vec<Part> {
        let small = {
            let told = task.countdown.map(|countdown| self.told(countdown));
            self.task_with(task, told.as_deref())
        };
        let big = task.countdown.and_then(|countdown| self.told_big(countdown));
        let big = big.map(|digits| self.task_with(task, Some(&digits)));
        // Digits for the last row, unless they cost a further part.
        big.filter(|big| big.len() <= small.len()).unwrap_or(small)
    }

    fn task_with(&self, task: Task<'_>, time: Option<&[Line<'static>]>) -> Vec<Part> {
        let Task { activity, is_drawn, .. } = task;
        let (lang, theme) = (self.lang, self.theme);
        let strong = theme.text.patch(theme.strong);
        let foot = self.foot(&activity.page);
        let title = activity.title.get(lang);
        let sheet = Sheet { title, foot: &foot, may_be_big: false };
        self.sheet(sheet, &|flow, room| {
            if let Some(time) = time {
                flow.piece(time.to_vec(), 0);
            }
            // Once the order is drawn it is what the hall looks for.
            if is_drawn {
                self.pour_groups(task, room.columns, flow);
            }
            for (index, step) in activity.steps.iter().enumerate() {
                let lines = self.marked(&format!("{}.", index + 1), step.get(lang), room.columns);
                if index == 0 || room.is_airy {
                    flow.piece(lines, 0);
                } else {
                    flow.close_piece(lines, 0);
                }
            }
            let product = [
                Span::styled(format!("{}: ", PRODUCT.say(lang)), strong),
                Span::styled(activity.product.get(lang).as_str(), theme.text),
            ];
            flow.piece(prose::wrap(&product, room.columns, theme), 0);
            if !is_drawn {
                self.pour_groups(task, room.columns, flow);
            }
        })
    }

    fn pour_groups(&self, task: Task<'_>, columns: u16, flow: &mut Flow) {
        let Task { groups, is_drawn, .. } = task;
        let (lang, theme) = (self.lang, self.theme);
        let strong = theme.text.patch(theme.strong);
        if groups.is_empty() {
            return;
        }
        let word = if is_drawn { ORDER } else { GROUPS };
        flow.piece(prose::wrap(&[Span::styled(word.say(lang), strong)], columns, theme), 0);
        for (index, name) in groups.iter().enumerate() {
            let mark =
                if is_drawn { format!("{}.", index + 1) } else { theme.marks.bullet.to_owned() };
            flow.close_piece(self.marked(&mark, name, columns), 0);
        }
    }
}
