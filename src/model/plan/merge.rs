//! What a plan that comes from outside does to the plans that are there: rows are added, the same, or
//! different. Nothing that is there is replaced unless the person says so, and nothing is removed.

mod say;
#[cfg(test)]
mod tests;

pub use self::say::{Differing, notices};

use super::{
    CheckIn, IfThen, Plan, Row,
    incoming::{Fault, Incoming, Line, MOST_ROWS, Table, too_many},
};
use crate::model::{moment::Moment, text::Text};

/// Names of what may differ beside the rows.
const HEAD: Text = Text::new("identitas", "details");
const SENTENCE: Text = Text::new("kalimat jika–maka", "if–then sentence");
const ADAPTATION: Text = Text::new("penyesuaian dengan kantor", "what differs in the office");
const CHECKINS: Text = Text::new("tinjauan", "check-ins");

/// What one plan becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Whether the plan was not there before.
    pub is_new: bool,
    /// The plan with what is new alone.
    with_new: Plan,
    /// The plan with what differs replaced as well.
    with_all: Plan,
    /// Rows that are added.
    pub added: usize,
    /// Rows that are the same.
    pub same: usize,
    /// Rows that differ, by their places in the plan that is there.
    pub differing: Vec<usize>,
    /// What else differs, by its name.
    pub other: Vec<Text>,
    /// Whether anything but rows is added (check-ins, what differs in the office).
    more: bool,
}

impl Merge {
    /// The plan afterwards; `None` where nothing changes.
    pub fn result(&self, replace: bool) -> Option<&Plan> {
        let differs = self.differs();
        let is_changed = self.is_new || self.added > 0 || self.more || (replace && differs);
        is_changed.then_some(if replace { &self.with_all } else { &self.with_new })
    }

    /// Whether anything that is there could be replaced.
    pub fn differs(&self) -> bool {
        !self.other.is_empty() || !self.differing.is_empty()
    }

    /// The plan with everything taken.
    pub const fn plan(&self) -> &Plan {
        &self.with_all
    }
}

/// What a file does to the plans that are there. Rows without a plan go to the one that holds most
/// of them already, else to `into`, else into `fresh`, a plan that is begun for them.
///
/// # Errors
/// A plan would have too many rows.
pub fn merge(
    plans: &[Plan],
    incoming: &Incoming,
    into: Option<&str>,
    fresh: &Plan,
) -> Result<Vec<Merge>, Vec<Fault>> {
    let merged: Vec<Merge> = match incoming {
        Incoming::Plans(theirs) => {
            let mine = |id: &str| plans.iter().find(|plan| plan.id == id);
            theirs.iter().map(|theirs| whole(mine(&theirs.id), theirs)).collect()
        }
        Incoming::Rows(table) => vec![match home(plans, table, into) {
            Some(mine) => rows(mine, false, table),
            None => rows(fresh, true, table),
        }],
    };
    let too_long = merged.iter().map(|merge| merge.with_all.rows.len());
    let faults: Vec<Fault> = too_long.filter(|rows| *rows > MOST_ROWS).map(too_many).collect();
    if faults.is_empty() { Ok(merged) } else { Err(faults) }
}

/// Takes what was merged; gives whether anything changed.
pub fn take(plans: &mut Vec<Plan>, merged: &[Merge], replace: bool, now: Moment) -> bool {
    let mut is_changed = false;
    for result in merged.iter().filter_map(|merge| merge.result(replace)) {
        is_changed = true;
        let plan = Plan { edited: now, ..result.clone() };
        match plans.iter_mut().find(|known| known.id == plan.id) {
            Some(known) => *known = plan,
            None => plans.push(plan),
        }
    }
    is_changed
}

/// The plan that a table belongs to.
fn home<'a>(plans: &'a [Plan], table: &Table, into: Option<&str>) -> Option<&'a Plan> {
    let holds = |plan: &Plan| {
        let is_here = |line: &&Line| plan.rows.iter().any(|row| row.id == line.id);
        table.lines.iter().filter(is_here).count()
    };
    let most = plans.iter().map(|plan| (holds(plan), plan)).filter(|(count, _)| *count > 0);
    let most = most.max_by_key(|(count, plan)| (*count, plan.edited.timestamp()));
    let named = || plans.iter().find(|plan| Some(plan.id.as_str()) == into);
    most.map(|(_, plan)| plan).or_else(named)
}

fn rows(mine: &Plan, is_new: bool, table: &Table) -> Merge {
    let filled = |line: &Line| {
        let known = mine.rows.iter().find(|row| row.id == line.id);
        let mut row = known.cloned().unwrap_or_else(|| Row::new(line.id.clone()));
        line.fill(&mut row);
        row
    };
    let mut merge = begin(mine, is_new);
    for line in &table.lines {
        merge.row(filled(line), mine);
    }
    merge
}

fn whole(mine: Option<&Plan>, theirs: &Plan) -> Merge {
    let Some(mine) = mine else {
        let mut merge = begin(theirs, true);
        merge.added = theirs.rows.len();
        return merge;
    };
    let mut merge = begin(mine, false);
    for row in &theirs.rows {
        merge.row(row.clone(), mine);
    }
    merge.checkins(theirs, mine);
    merge.adaptation(theirs, mine);
    if mine.head != theirs.head {
        merge.with_all.head.clone_from(&theirs.head);
        merge.differs_in(HEAD);
    }
    // When somebody else typed the same sentence from memory is their own affair.
    let rehearsed = mine.if_then.rehearsed;
    if mine.if_then != (IfThen { rehearsed, ..theirs.if_then.clone() }) {
        merge.with_all.if_then.clone_from(&theirs.if_then);
        merge.differs_in(SENTENCE);
    }
    merge
}

fn begin(plan: &Plan, is_new: bool) -> Merge {
    Merge {
        is_new,
        with_new: plan.clone(),
        with_all: plan.clone(),
        added: 0,
        same: 0,
        differing: Vec::new(),
        other: Vec::new(),
        more: false,
    }
}

impl Merge {
    /// A row of theirs beside the plan as it was.
    fn row(&mut self, row: Row, mine: &Plan) {
        let Some(at) = mine.rows.iter().position(|known| known.id == row.id) else {
            self.added += 1;
            self.with_new.rows.push(row.clone());
            self.with_all.rows.push(row);
            return;
        };
        if mine.rows.get(at) == Some(&row) {
            self.same += 1;
            return;
        }
        self.differing.push(at);
        if let Some(known) = self.with_all.rows.get_mut(at) {
            *known = row;
        }
    }

    fn differs_in(&mut self, what: Text) {
        if !self.other.contains(&what) {
            self.other.push(what);
        }
    }

    /// What is said about the office, challenge by challenge: one that they do not speak of stays.
    fn adaptation(&mut self, theirs: &Plan, mine: &Plan) {
        for part in theirs.adaptation.iter().filter(|part| !mine.adaptation.contains(part)) {
            let at = mine.adaptation.iter().position(|known| known.challenge == part.challenge);
            if let Some(known) = at.and_then(|at| self.with_all.adaptation.get_mut(at)) {
                known.clone_from(part);
                self.differs_in(ADAPTATION);
            } else {
                self.more = true;
                self.with_new.adaptation.push(part.clone());
                self.with_all.adaptation.push(part.clone());
            }
        }
    }

    /// Check-ins that were held are never changed; new ones are added, but for one to come of which a
    /// twin is there: both laptops planned it.
    fn checkins(&mut self, theirs: &Plan, mine: &Plan) {
        let has_twin = |theirs: &CheckIn| {
            let is_twin = |known: &CheckIn| known.after.is_some() && known.after == theirs.after;
            let is_to_come = !theirs.is_held() && !theirs.is_begun();
            is_to_come && mine.checkins.iter().any(is_twin)
        };
        for checkin in &theirs.checkins {
            let at = mine.checkins.iter().position(|known| known.id == checkin.id);
            match at.and_then(|at| Some((at, mine.checkins.get(at)?))) {
                None if has_twin(checkin) => {}
                None => {
                    self.more = true;
                    self.with_new.checkins.push(checkin.clone());
                    self.with_all.checkins.push(checkin.clone());
                }
                Some((at, known)) if known.at.is_none() && known != checkin => {
                    self.differs_in(CHECKINS);
                    if let Some(known) = self.with_all.checkins.get_mut(at) {
                        *known = checkin.clone();
                    }
                }
                Some(_) => {}
            }
        }
    }
}
