//! Changes of the plan on the table, and the ways back from them: remembered, taken, and made again.
//! They last a session.

use std::collections::BTreeMap;

use super::{Notice, Planner, change};
use crate::{
    model::{
        moment::Moment,
        plan::{
            CheckIn, Plan,
            changes::{LEVELS, Undo, Undone},
        },
    },
    ui::{
        cx::{Cx, Save},
        widgets::cursor::Cursor,
    },
};

/// Remembers the way back from a change of this plan; what was taken back cannot be made again then.
pub(super) fn remember(id: &str, undo: Undo, cx: &mut Cx) {
    cx.redos.remove(id);
    keep(cx.undos.entry(id.to_owned()).or_default(), undo);
}

fn keep(undos: &mut Vec<Undo>, undo: Undo) {
    if undos.len() == LEVELS {
        undos.remove(0);
    }
    undos.push(undo);
}

/// Forgets the ways back from changes of a check-in: what was recorded is not taken back.
pub(super) fn forget(id: &str, checkin: &str, cx: &mut Cx) {
    for ways in [cx.undos.get_mut(id), cx.redos.get_mut(id)].into_iter().flatten() {
        ways.retain(|undo| !matches!(undo, Undo::CheckIn(known, _) if known == checkin));
    }
}

/// Takes the last change of a plan back, or makes the one taken back last once more. `None` when
/// there is none or it can no longer be done.
pub(super) fn step_back(id: &str, is_redo: bool, cx: &mut Cx) -> Option<Undone> {
    let taken = if is_redo { &mut cx.redos } else { &mut cx.undos };
    // A plan that was brought in is taken away as a whole, by its table.
    let undo = taken.get_mut(id)?.pop_if(|undo| !matches!(undo, Undo::Arrived(_)))?;
    let mut undone = None;
    change(cx, id, Save::Now, |plan| undone = plan.undo(undo));
    let undone = undone?;
    let other = if is_redo { &mut cx.undos } else { &mut cx.redos };
    keep(other.entry(id.to_owned()).or_default(), undone.back.clone());
    Some(undone)
}

impl Planner {
    /// Does something to the plan, if it can be done, and remembers the way back.
    pub(super) fn change(
        &mut self,
        cx: &mut Cx,
        deed: impl FnOnce(&mut Plan) -> Option<Undo>,
    ) -> bool {
        let Some(mut changed) = self.plan(cx).cloned() else { return false };
        let Some(undo) = deed(&mut changed) else { return false };
        change(cx, &changed.id.clone(), Save::Now, |plan| *plan = changed);
        self.remember(undo, cx);
        true
    }

    pub(super) fn remember(&self, undo: Undo, cx: &mut Cx) {
        if let Some(id) = &self.plan {
            remember(id, undo, cx);
        }
    }

    pub(super) fn has_any(&self, ways: &BTreeMap<String, Vec<Undo>>) -> bool {
        let ways = self.plan.as_ref().and_then(|id| ways.get(id));
        ways.is_some_and(|ways| !ways.is_empty())
    }

    pub(super) fn step_back(&mut self, is_redo: bool, cx: &mut Cx) {
        let Some(id) = self.plan.clone() else { return };
        let last = cx.undos.get(&id).and_then(|undos| undos.last());
        if let (Some(Undo::Arrived(since)), false) = (last, is_redo) {
            let since = *since;
            return self.take_away(&id, since, cx);
        }
        let Some(undone) = step_back(&id, is_redo, cx) else { return };
        if let Some(at) = undone.at {
            self.cursor = Cursor::new(at);
        }
        self.notice = Some(if is_redo { Notice::Redone } else { Notice::Undone });
    }

    pub(super) fn copy(&mut self, cx: &mut Cx) {
        let (at, id) = (self.at(cx), cx.fresh_id(64));
        if self.change(cx, |plan| plan.copy(at, id)) {
            self.cursor = Cursor::new(at + 1);
            self.notice = Some(Notice::Copied(at + 2));
        }
    }

    /// Takes a plan away that was brought in, with what was done to it before.
    /// A check-in that was held since, or may have been written into, is never lost by `u`.
    fn take_away(&mut self, id: &str, since: Moment, cx: &mut Cx) {
        let is_later = |at: Moment| at.timestamp() > since.timestamp();
        let is_kept = |plan: &Plan| {
            let is_draft = |it: &CheckIn| is_later(plan.edited) && it.is_begun();
            plan.checkins.iter().any(|it| it.at.map_or_else(|| is_draft(it), is_later))
        };
        if self.plan(cx).is_some_and(is_kept) {
            self.notice = Some(Notice::Stays);
            return;
        }
        cx.edit(Save::Now, |profile| profile.plans.retain(|plan| plan.id != id));
        cx.undos.remove(id);
        cx.redos.remove(id);
        *self = Self { notice: Some(Notice::Gone), ..Self::new(cx) };
    }

    pub(super) fn shift(&mut self, is_down: bool, cx: &mut Cx) {
        let from = self.at(cx);
        let Some(to) = (if is_down { Some(from + 1) } else { from.checked_sub(1) }) else { return };
        if self.change(cx, |plan| plan.shift(from, to)) {
            self.cursor = Cursor::new(to);
            self.notice = Some(Notice::Moved(to + 1));
        }
    }
}
