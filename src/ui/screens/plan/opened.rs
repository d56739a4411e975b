//! What lies on top of the table while a form is open, and what is to be taken back afterwards.

use super::{
    Notice, Planner, change,
    head::{self, HeadForm},
    row::{self, RowForm},
};
use crate::{
    model::{
        plan::{Plan, Row, changes::Undo, document::title, review::Place},
        profile::Spot,
    },
    ui::{
        cx::{Cx, Save},
        screen::{AnyScreen, Step},
        widgets::cursor::Cursor,
    },
};

/// The name of the head's form among the spots of a desk.
pub(super) const HEAD: &str = "plan-head";
/// The name of a row's form.
pub(super) const ROW: &str = "plan-row";

/// Where somebody was in a plan, in words: what, and which field of it.
pub(in crate::ui::screens) fn words(spot: &Spot, cx: &Cx) -> Option<(String, String)> {
    let plan = super::find(cx, &spot.key)?;
    let lang = cx.lang();
    let (what, field) = match spot.screen.as_str() {
        HEAD => {
            let what = lang.pick("identitas RTL", "plan details").to_owned();
            (what, head::label(spot.at))
        }
        ROW => {
            let at = plan.rows.iter().position(|row| row.id == spot.part)?;
            let what = lang.pick("RTL, baris", "plan, row");
            (format!("{what} {}", at + 1), row::label(spot.at))
        }
        _ => return None,
    };
    Some((what, format!("{} · {}", field.say(lang), title(plan, lang))))
}

/// The screens of somebody who was in the middle of a plan.
pub(in crate::ui::screens) fn reopen(spot: &Spot, cx: &Cx) -> Option<Vec<Box<dyn AnyScreen>>> {
    let plan = super::find(cx, &spot.key)?;
    let mut planner = Planner::of(plan.id.clone());
    let form: Box<dyn AnyScreen> = match spot.screen.as_str() {
        HEAD => {
            planner.opened = Some(Opened::Head(Box::new(plan.clone())));
            Box::new(HeadForm::new(plan).standing_at(spot.at, plan))
        }
        ROW => {
            let at = plan.rows.iter().position(|row| row.id == spot.part)?;
            let row = plan.rows.get(at)?;
            planner.cursor = Cursor::new(at);
            planner.opened = Some(Opened::Row(at, Box::new(row.clone())));
            Box::new(RowForm::edit(&plan.id, at, row, plan.head.from).standing_at(spot.at, row))
        }
        _ => return None,
    };
    Some(vec![Box::new(planner), form])
}

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
    pub(super) fn open_head(&mut self, cx: &Cx) -> Step {
        self.open_head_at(0, cx)
    }

    /// The head, this field of it being filled in.
    pub(super) fn open_head_at(&mut self, field: usize, cx: &Cx) -> Step {
        let Some(plan) = self.plan(cx) else { return Step::Stay };
        self.opened = Some(Opened::Head(Box::new(plan.clone())));
        Step::open(HeadForm::new(plan).standing_at(field, plan))
    }

    pub(super) fn open_row(&mut self, cx: &Cx) -> Step {
        self.open_row_at(self.at(cx), 0, cx)
    }

    /// The row at this place, this field of it being filled in.
    pub(super) fn open_row_at(&mut self, at: usize, field: usize, cx: &Cx) -> Step {
        self.cursor = Cursor::new(at);
        let Some(plan) = self.plan(cx) else { return Step::Stay };
        let Some(row) = plan.rows.get(at) else { return Step::Stay };
        self.opened = Some(Opened::Row(at, Box::new(row.clone())));
        Step::open(RowForm::edit(&plan.id, at, row, plan.head.from).standing_at(field, row))
    }

    /// The very field that a remark is about; the row under the cursor for one about the whole plan.
    pub(super) fn open_place(&mut self, place: Place, cx: &mut Cx) -> Step {
        match place {
            Place::Head(part) => self.open_head_at(part.at(), cx),
            Place::Row(at, part) => self.open_row_at(at, part.at(), cx),
            Place::Plan => self.open_new_row(cx),
        }
    }

    pub(super) fn open_new_row(&mut self, cx: &mut Cx) -> Step {
        let Some(id) = self.plan(cx).map(|plan| plan.id.clone()) else { return Step::Stay };
        self.opened = Some(Opened::New(self.count(cx)));
        Step::open(RowForm::add(&id, cx))
    }

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
