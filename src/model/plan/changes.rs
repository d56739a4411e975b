//! Changes of a plan and the way back from each: rows by place, since every change passes here.

use super::{Adaptation, CheckIn, Head, IfThen, Plan, Row, Status, Unread};
use crate::model::moment::Moment;

/// Most changes that can be taken back.
pub const LEVELS: usize = 100;

/// How to take one change back.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// A row was added here.
    Added(usize),
    /// This row was removed from here.
    Removed(usize, Box<Row>),
    /// This is what stood in the row here.
    Edited(usize, Box<Row>),
    /// A row was moved.
    Moved {
        /// Where it stood.
        from: usize,
        /// Where it stands.
        to: usize,
    },
    /// This is what stood in the head. A sentence that stays as it is stays typed from memory.
    Head(Box<(Head, IfThen)>),
    /// This is when the sentence was typed from memory before.
    Rehearsed(Option<Moment>),
    /// This is what was said about the office.
    Adaptation(Vec<Adaptation>),
    /// This is what the check-in of this name was like; `None` for one that was not there. It is
    /// not taken back once it was held.
    CheckIn(String, Option<Box<CheckIn>>),
    /// This is the whole plan as it was. Check-ins that were held stay.
    Whole(Box<Plan>),
    /// The plan itself was not there before this moment: taking that back is to take it away, which
    /// its holder does, unless a check-in was held since.
    Arrived(Moment),
}

impl Plan {
    /// Adds a row at the end.
    pub fn add(&mut self, row: Row) -> Undo {
        self.rows.push(row);
        Undo::Added(self.rows.len() - 1)
    }

    /// Removes the row at this place; `None` when there is none.
    pub fn remove(&mut self, at: usize) -> Option<Undo> {
        (at < self.rows.len()).then(|| Undo::Removed(at, Box::new(self.rows.remove(at))))
    }

    /// Changes the row at this place; `None` when there is none or it stays as it was.
    pub fn edit(&mut self, at: usize, change: impl FnOnce(&mut Row)) -> Option<Undo> {
        let row = self.rows.get_mut(at)?;
        let before = row.clone();
        change(row);
        (*row != before).then(|| Undo::Edited(at, Box::new(before)))
    }

    /// Moves a row to another place; `None` when one of the two does not exist.
    pub fn shift(&mut self, from: usize, to: usize) -> Option<Undo> {
        if from == to || from >= self.rows.len() || to >= self.rows.len() {
            return None;
        }
        let row = self.rows.remove(from);
        self.rows.insert(to, row);
        Some(Undo::Moved { from, to })
    }

    /// Copies the row at this place below it, not begun yet, under a name of its own; `None` when
    /// there is none.
    pub fn copy(&mut self, at: usize, id: String) -> Option<Undo> {
        let row = Row { id, status: Status::Planned, ..self.rows.get(at)?.clone() };
        self.rows.insert(at + 1, row);
        Some(Undo::Added(at + 1))
    }

    /// The same plan for another SOP: people, period and rows stay, what belongs to the SOP is empty,
    /// nothing has begun. `id` is its own; `row` gives each row and each check-in one.
    pub fn for_another_sop(
        &self,
        id: String,
        now: Moment,
        mut row: impl FnMut() -> String,
    ) -> Self {
        let mut plan = self.clone();
        (plan.id, plan.edited) = (id, now);
        (plan.head.sop, plan.head.baseline, plan.head.goal) = Default::default();
        plan.head.unread = Unread::default();
        plan.checkins.clear();
        for each in &mut plan.rows {
            (each.id, each.status) = (row(), Status::Planned);
        }
        // Those of a period that has begun would be overdue at once.
        if plan.head.from.is_some_and(|from| from >= now.date()) {
            plan.plan_checkins(row);
        }
        plan
    }

    /// Takes a change back, the newest first; `None` when it is about a row that is not there.
    pub fn undo(&mut self, undo: Undo) -> Option<Undone> {
        let (at, back) = match undo {
            Undo::Added(at) => (Some(at.saturating_sub(1)), self.remove(at)?),
            Undo::Removed(at, row) => {
                let at = at.min(self.rows.len());
                self.rows.insert(at, *row);
                (Some(at), Undo::Added(at))
            }
            Undo::Edited(at, mut row) => {
                std::mem::swap(self.rows.get_mut(at)?, &mut *row);
                (Some(at), Undo::Edited(at, row))
            }
            Undo::Moved { from, to } => (Some(from), self.shift(to, from)?),
            Undo::Arrived(_) => return None,
            Undo::Whole(mut before) => {
                // What was held since then is not taken back with the rest.
                before.keep_held(&self.checkins);
                std::mem::swap(self, &mut before);
                (None, Undo::Whole(before))
            }
            Undo::Head(mut before) => {
                if before.1.is_same_sentence(&self.if_then) {
                    before.1.rehearsed = self.if_then.rehearsed;
                }
                std::mem::swap(&mut self.head, &mut before.0);
                std::mem::swap(&mut self.if_then, &mut before.1);
                (None, Undo::Head(before))
            }
            Undo::Rehearsed(before) => {
                let now = std::mem::replace(&mut self.if_then.rehearsed, before);
                (None, Undo::Rehearsed(now))
            }
            Undo::Adaptation(mut before) => {
                std::mem::swap(&mut self.adaptation, &mut before);
                (None, Undo::Adaptation(before))
            }
            Undo::CheckIn(id, before) => return self.restore_checkin(id, before),
        };
        Some(Undone { at, back })
    }
}

/// What taking a change back led to.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// The place of the row it was about.
    pub at: Option<usize>,
    /// How to make the change once more.
    pub back: Undo,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_plan_for_another_sop_keeps_people_and_rows_and_nothing_of_the_sop() {
        let mut before = crate::model::plan::tests::full();
        before.plan_checkins(|| "c".to_owned());
        before.hold_checkin("c", before.edited);
        let now = "2026-12-01T08:00:00+07:00".parse().unwrap();
        let mut count = 0;
        let row = || {
            count += 1;
            format!("r{count}")
        };
        let after = before.for_another_sop("new".to_owned(), now, row);
        assert_eq!((after.id.as_str(), after.edited), ("new", now));
        assert_eq!(
            (&after.head.name, &after.head.superior),
            (&before.head.name, &before.head.superior)
        );
        assert_eq!((after.head.from, after.head.to), (before.head.from, before.head.to));
        assert_eq!(after.head.sop, crate::model::plan::Sop::default());
        assert!(after.head.goal.is_empty());
        assert!(after.checkins.is_empty(), "its period has begun: they would be overdue at once");
        let early = before.for_another_sop("new".to_owned(), before.edited, || "c".to_owned());
        let held = |checkin: &CheckIn| checkin.is_held() || checkin.is_begun();
        assert!(early.checkins.len() == 3 && !early.checkins.iter().any(held));
        assert_eq!(after.rows.len(), before.rows.len());
        for (at, (one, other)) in (1..).zip(after.rows.iter().zip(&before.rows)) {
            assert_eq!(one.id, format!("r{at}"));
            assert_eq!((&one.action, &one.status), (&other.action, &Status::Planned));
        }
    }

    #[test]
    fn a_whole_plan_comes_back_but_for_a_check_in_that_was_held_meanwhile() {
        let before = crate::model::plan::tests::full();
        let mut after = before.clone();
        after.rows.clear();
        after.head.goal.clear();
        let held = CheckIn { id: "c".to_owned(), at: Some(before.edited), ..CheckIn::default() };
        after.checkins.push(held.clone());
        let undone = after.undo(Undo::Whole(Box::new(before.clone()))).unwrap();
        assert_eq!(after, Plan { checkins: vec![held], ..before });
        assert!(matches!(undone.back, Undo::Whole(plan) if plan.rows.is_empty()));
    }

    #[derive(Clone, Debug)]
    enum Deed {
        Add,
        Remove(usize),
        Edit(usize, String),
        Shift(usize, usize),
        Copy(usize),
    }

    fn deed() -> impl Strategy<Value = Deed> {
        let at = 0..6usize;
        prop_oneof![
            Just(Deed::Add),
            at.clone().prop_map(Deed::Remove),
            (at.clone(), "[a-c]{0,2}").prop_map(|(at, text)| Deed::Edit(at, text)),
            at.clone().prop_map(Deed::Copy),
            (at.clone(), at).prop_map(|(from, to)| Deed::Shift(from, to)),
        ]
    }

    fn plan(rows: usize) -> Plan {
        let moment = "2026-11-24T09:12:31+07:00".parse().unwrap();
        let mut plan = Plan::new("p".to_owned(), moment);
        plan.rows = (0..rows).map(|number| Row::new(format!("r{number}"))).collect();
        plan
    }

    fn act(plan: &mut Plan, deed: Deed, number: usize) -> Option<Undo> {
        match deed {
            Deed::Add => Some(plan.add(Row::new(format!("n{number}")))),
            Deed::Remove(at) => plan.remove(at),
            Deed::Edit(at, text) => plan.edit(at, |row| row.action = text),
            Deed::Shift(from, to) => plan.shift(from, to),
            Deed::Copy(at) => plan.copy(at, format!("c{number}")),
        }
    }

    proptest! {
        #[test]
        fn as_many_undos_as_changes_restore_the_rows(
            rows in 0..5usize, deeds in proptest::collection::vec(deed(), 0..30),
        ) {
            let mut plan = plan(rows);
            let mut states = vec![];
            let mut undos = vec![];
            for (number, deed) in deeds.into_iter().enumerate() {
                let before = plan.rows.clone();
                if let Some(undo) = act(&mut plan, deed, number) {
                    states.push(before);
                    undos.push(undo);
                } else {
                    prop_assert_eq!(&plan.rows, &before, "no undo, no change");
                }
            }
            let last = plan.rows.clone();
            let mut after = vec![last.clone()];
            let mut redos = vec![];
            while let Some(undo) = undos.pop() {
                redos.extend(plan.undo(undo).map(|undone| undone.back));
                prop_assert_eq!(Some(plan.rows.clone()), states.pop());
                after.push(plan.rows.clone());
            }
            after.pop();
            while let Some(redo) = redos.pop() {
                prop_assert!(plan.undo(redo).is_some());
                prop_assert_eq!(Some(plan.rows.clone()), after.pop(), "and once more");
            }
            prop_assert_eq!(plan.rows, last);
        }
    }

    #[test]
    fn an_undo_of_the_head_restores_the_head_and_the_sentence() {
        let mut plan = plan(1);
        let before = plan.clone();
        let undo = Undo::Head(Box::new((plan.head.clone(), plan.if_then.clone())));
        plan.head.sop.title = "Izin".to_owned();
        plan.if_then.then = "memeriksa".to_owned();
        let changed = plan.clone();
        let undone = plan.undo(undo).unwrap();
        assert_eq!(plan, before);
        plan.undo(undone.back);
        assert_eq!(plan, changed);
    }

    #[test]
    fn a_field_taken_back_leaves_the_sentence_typed_from_memory() {
        let mut plan = plan(1);
        plan.if_then.then = "memeriksa".to_owned();
        let before = Undo::Head(Box::new((plan.head.clone(), plan.if_then.clone())));
        plan.head.goal = "5 hari".to_owned();
        plan.if_then.rehearsed = Some(plan.edited);
        let noted = plan.if_then.clone();
        let undone = plan.undo(before).unwrap();
        assert_eq!((plan.head.goal.as_str(), &plan.if_then), ("", &noted));
        plan.undo(undone.back);
        assert_eq!((plan.head.goal.as_str(), &plan.if_then), ("5 hari", &noted));
        let undone = plan.undo(Undo::Rehearsed(None)).unwrap();
        assert_eq!((plan.head.goal.as_str(), plan.if_then.rehearsed), ("5 hari", None));
        plan.undo(undone.back);
        assert_eq!(plan.if_then, noted);
    }

    #[test]
    fn a_row_moves_and_the_others_keep_their_order() {
        let ids = |plan: &Plan| plan.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
        let mut plan = plan(4);
        plan.shift(0, 2);
        assert_eq!(ids(&plan), ["r1", "r2", "r0", "r3"]);
        assert_eq!(plan.shift(3, 4), None);
        assert_eq!(plan.shift(1, 1), None);
    }

    #[test]
    fn a_copied_row_stands_below_with_a_name_of_its_own_and_is_not_begun() {
        let mut plan = plan(2);
        plan.edit(0, |row| (row.action, row.status) = ("a".to_owned(), Status::Done));
        let undo = plan.copy(0, "new".to_owned()).unwrap();
        let copy = Row { id: "new".to_owned(), action: "a".to_owned(), ..Row::default() };
        assert_eq!(plan.rows[1], copy);
        assert_eq!((plan.rows.len(), plan.rows[2].id.as_str()), (3, "r1"));
        plan.undo(undo);
        assert_eq!(plan.rows.len(), 2);
        assert_eq!(plan.copy(2, "x".to_owned()), None);
    }
}
