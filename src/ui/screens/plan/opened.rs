//! What lies on top of the table while a form is open, and what is to be taken back afterwards.

use super::{Notice, Planner, change, head, row};
use crate::{
    model::plan::{Plan, Row, changes::Undo},
    ui::{
        cx::{Cx, Save},
        widgets::cursor::Cursor,
    },
};

/// What was opened on top of this screen, to see what changed there.
pub(super) enum Opened {
    /// A row that may be added here.
    New(usize),
    /// A row with what stood in it.
    Row(usize, Box<Row>),
    /// The head of this plan as it was.
    Head(Box<Plan>),
    /// The head of a plan that was begun beside others, and which of them stood here before.
    Begun(Box<Plan>, String),
}

impl Planner {
    /// Sees what happened on the screen that lay on top.
    pub(super) fn take_up(&mut self, opened: Opened, cx: &mut Cx) {
        let Some(plan) = self.plan(cx) else { return };
        // One step back for each field: a visit may have filled in a whole evening's work.
        let (undos, notice) = match opened {
            Opened::Begun(before, beside) if head::stages(&before, plan).is_empty() => {
                let id = before.id;
                cx.edit(Save::Now, |profile| profile.plans.retain(|plan| plan.id != id));
                *self = Self::of(beside);
                return;
            }
            Opened::Head(before) | Opened::Begun(before, _) => {
                let steps = head::stages(&before, plan).into_iter();
                let undo = |was: Plan| Undo::Head(Box::new((was.head, was.if_then)));
                (steps.map(undo).collect(), Notice::Head)
            }
            Opened::Row(at, before) => {
                let Some(row) = plan.rows.get(at) else { return };
                let steps = row::stages(&before, row).into_iter();
                let undo = |was| Undo::Edited(at, Box::new(was));
                (steps.map(undo).collect::<Vec<_>>(), Notice::Edited(at + 1))
            }
            Opened::New(at) => match plan.rows.get(at) {
                Some(row) if row.is_empty() => {
                    // Everything typed was taken away again.
                    let id = plan.id.clone();
                    change(cx, &id, Save::Now, |plan| drop(plan.remove(at)));
                    return;
                }
                Some(_) => {
                    self.cursor = Cursor::new(at);
                    (vec![Undo::Added(at)], Notice::Added(at + 1))
                }
                None => return,
            },
        };
        if undos.is_empty() {
            return;
        }
        for undo in undos {
            self.remember(undo, cx);
        }
        self.notice = Some(notice);
    }
}
