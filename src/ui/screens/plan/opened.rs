//! What lies on top of the table while a form is open, and what is to be taken back afterwards.

use super::{
    Notice, Planner, change,
    checkin::Holding,
    checkins::CheckIns,
    guide::{Guide, Walk},
    head::{self, HeadForm},
    rehearse::Rehearse,
    row::{self, RowForm},
};
use crate::{
    model::{
        plan::{Plan, Row, changes::Undo, document::title, review::Place},
        profile::Spot,
        text::Text,
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
/// The name of the guided plan.
pub(super) const GUIDE: &str = "plan-guide";
/// The name of the walk through what differs in the office.
pub(super) const ADAPT: &str = "plan-adaptation";
/// The name of a check-in.
pub(super) const CHECKIN: &str = "plan-checkin";
/// The name of the sentence from memory.
pub(super) const REHEARSAL: &str = "plan-rehearsal";

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
        GUIDE => {
            let what = lang.pick("RTL langkah demi langkah", "the plan step by step").to_owned();
            (what, Guide::name(Walk::Plan, &spot.part)?)
        }
        ADAPT => {
            let what = lang.pick("yang berbeda di kantor", "what differs here").to_owned();
            (what, Guide::name(Walk::Adaptation, &spot.part)?)
        }
        CHECKIN => (plan.checkin(&spot.part)?.name(lang), Holding::label(spot.at)),
        REHEARSAL => {
            let what = lang.pick("jika–maka dari ingatan", "if–then from memory").to_owned();
            (what, Text::new("RTL", "plan"))
        }
        _ => return None,
    };
    Some((what, format!("{} · {}", field.say(lang), title(plan, lang))))
}

/// The screens of somebody who was in the middle of a plan.
pub(in crate::ui::screens) fn reopen(spot: &Spot, cx: &Cx) -> Option<Vec<Box<dyn AnyScreen>>> {
    let plan = super::find(cx, &spot.key)?;
    let mut planner = Planner::of(plan.id.clone());
    let mut between: Option<Box<dyn AnyScreen>> = None;
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
        GUIDE => {
            planner.opened = Some(Opened::Guide(Box::new(plan.clone())));
            Box::new(Guide::new(Walk::Plan, plan).standing_at(&spot.part, spot.at, plan))
        }
        ADAPT => {
            Box::new(Guide::new(Walk::Adaptation, plan).standing_at(&spot.part, spot.at, plan))
        }
        CHECKIN => {
            let checkin = plan.checkin(&spot.part)?;
            between = Some(Box::new(CheckIns::standing(&plan.id, Some(&spot.part), cx)));
            Box::new(Holding::new(&plan.id, checkin, cx).standing_at(spot.at, checkin))
        }
        REHEARSAL => Box::new(Rehearse::new(plan)),
        _ => return None,
    };
    // What was opened from the guided plan lies on that, not on a table of its own.
    let lies_on_guide = spot.screen != GUIDE
        && cx.work().desk.iter().any(|below| below.screen == GUIDE && below.key == spot.key);
    let table: Option<Box<dyn AnyScreen>> =
        if lies_on_guide { None } else { Some(Box::new(planner)) };
    Some(table.into_iter().chain(between).chain([form]).collect())
}

/// What was opened on top of this screen, to see what changed there.
pub(super) enum Opened {
    /// A row that may be added here.
    New(usize),
    /// A row with what stood in it.
    Row(usize, Box<Row>),
    /// The head of this plan as it was.
    Head(Box<Plan>),
    /// The plan as it was before the guided walk.
    Guide(Box<Plan>),
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
            Opened::Guide(before) => {
                let steps = head::stages(&before, plan).into_iter();
                let undo = |was: Plan| Undo::Head(Box::new((was.head, was.if_then)));
                let rows = first_row(&before, plan);
                (steps.map(undo).chain(rows).collect(), Notice::Guided)
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

/// The ways back from what the guided walk wrote into the first row.
fn first_row(before: &Plan, after: &Plan) -> Vec<Undo> {
    match (before.rows.first(), after.rows.first()) {
        (None, Some(_)) => vec![Undo::Added(0)],
        (Some(before), Some(after)) => row::stages(before, after)
            .into_iter()
            .map(|was| Undo::Edited(0, Box::new(was)))
            .collect(),
        _ => Vec::new(),
    }
}
