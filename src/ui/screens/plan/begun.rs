//! How a plan begins: with what is known of the person, its period and its check-ins.

use jiff::ToSpan;

use super::{
    Planner,
    guide::{Guide, Walk},
    opened::Opened,
};
use crate::{
    model::plan::Plan,
    ui::{
        cx::{Cx, Save},
        screen::Step,
    },
};

/// Days of a plan: what LEARNING calls "goal in 90 days".
const DAYS: i64 = 90;

impl Planner {
    /// A new plan with what is known of the person.
    pub(super) fn fresh(cx: &mut Cx) -> Plan {
        let mut plan = Plan::new(cx.fresh_id(128), cx.now);
        let person = &cx.profile().person;
        plan.head.name.clone_from(&person.name);
        plan.head.unit.clone_from(&person.office);
        plan.head.from = Some(cx.today());
        plan.head.to = cx.today().checked_add(DAYS.days()).ok();
        plan.plan_checkins(|| cx.fresh_id(64));
        plan
    }

    fn with_fresh(cx: &mut Cx) -> Self {
        let plan = Self::fresh(cx);
        let id = plan.id.clone();
        cx.edit(Save::Now, |profile| profile.plans.push(plan));
        Self::of(id)
    }

    /// A new plan; its head is opened for the rest.
    pub(super) fn begin(cx: &mut Cx, beside: Option<String>) -> (Self, Step) {
        let mut planner = Self::with_fresh(cx);
        let step = planner.open_head(cx);
        if let (Some(beside), Some(plan)) = (beside, planner.plan(cx)) {
            planner.opened = Some(Opened::Begun(Box::new(plan.clone()), beside));
        }
        (planner, step)
    }

    pub(super) fn open_guide(&mut self, cx: &mut Cx) -> Step {
        if self.plan(cx).is_none() {
            *self = Self::with_fresh(cx);
        }
        let Some(plan) = self.plan(cx) else { return Step::Stay };
        self.opened = Some(Opened::Guide(Box::new(plan.clone())));
        Step::open(Guide::new(Walk::Plan, plan))
    }
}
