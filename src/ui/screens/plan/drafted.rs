//! A row that something else suggests. It is a draft: it comes into a plan with the first thing that
//! the person types, and leaves nothing behind when they go.

use super::{Opened, Planner, row::RowForm};
use crate::{
    model::{
        diagnosis::is_same_sop,
        plan::{self, Plan, Row},
    },
    ui::{
        cx::{Cx, Save},
        screen::Step,
        widgets::cursor::Cursor,
    },
};

/// Opens a draft in the plan about this SOP, else in the one edited last; where there is none, a plan
/// is begun.
pub(in crate::ui::screens) fn draft_row(row: Row, sop: &str, cx: &mut Cx) -> Step {
    let plans = &cx.profile().plans;
    let alike: Vec<Plan> =
        plans.iter().filter(|plan| is_same_sop(&plan.head.sop.title, sop)).cloned().collect();
    let known = plan::latest(&alike).or_else(|| plan::latest(plans)).map(|plan| plan.id.clone());
    let id = known.unwrap_or_else(|| {
        let mut plan = Planner::fresh(cx);
        sop.trim().clone_into(&mut plan.head.sop.title);
        let id = plan.id.clone();
        cx.edit(Save::Now, |profile| profile.plans.push(plan));
        id
    });
    let mut planner = Planner::of(id.clone());
    let at = planner.count(cx);
    planner.cursor = Cursor::new(at.saturating_sub(1));
    planner.opened = Some(Opened::New(at));
    Step::OpenAll(vec![Box::new(planner), Box::new(RowForm::add_drafted(&id, row, cx))])
}
