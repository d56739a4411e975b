//! Changes of a plan and the way back from each: rows by place, since every change passes here.

use super::{Head, IfThen, Plan, Row};

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
    /// This is what stood in the head.
    Head(Box<(Head, IfThen)>),
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

    /// Takes a change back, the newest first; gives the place of the row it was about.
    pub fn undo(&mut self, undo: Undo) -> Option<usize> {
        match undo {
            Undo::Added(at) => {
                self.remove(at)?;
                Some(at.saturating_sub(1))
            }
            Undo::Removed(at, row) => {
                let at = at.min(self.rows.len());
                self.rows.insert(at, *row);
                Some(at)
            }
            Undo::Edited(at, row) => {
                *self.rows.get_mut(at)? = *row;
                Some(at)
            }
            Undo::Moved { from, to } => {
                self.shift(to, from)?;
                Some(from)
            }
            Undo::Head(before) => {
                (self.head, self.if_then) = *before;
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Clone, Debug)]
    enum Deed {
        Add,
        Remove(usize),
        Edit(usize, String),
        Shift(usize, usize),
    }

    fn deed() -> impl Strategy<Value = Deed> {
        let at = 0..6usize;
        prop_oneof![
            Just(Deed::Add),
            at.clone().prop_map(Deed::Remove),
            (at.clone(), "[a-c]{0,2}").prop_map(|(at, text)| Deed::Edit(at, text)),
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
            while let Some(undo) = undos.pop() {
                plan.undo(undo);
                prop_assert_eq!(Some(plan.rows.clone()), states.pop());
            }
        }
    }

    #[test]
    fn an_undo_of_the_head_restores_the_head_and_the_sentence() {
        let mut plan = plan(1);
        let before = plan.clone();
        let undo = Undo::Head(Box::new((plan.head.clone(), plan.if_then.clone())));
        plan.head.sop.title = "Izin".to_owned();
        plan.if_then.then = "memeriksa".to_owned();
        plan.undo(undo);
        assert_eq!(plan, before);
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
}
