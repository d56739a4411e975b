//! What could be better in a plan: where, what, why, and an example that is better. Everything is
//! advice and nothing is refused; it says nothing rather than something doubtful. Knows no clock:
//! today comes in as a value.

mod days;
mod measure;
mod place;
mod post;
mod say;
#[cfg(test)]
mod tests;
mod verb;
mod wording;

use jiff::civil::Date;

pub use self::{
    days::{Days, late},
    measure::Sort,
    place::{HeadPart, Place, RowPart},
};
use super::{Head, Plan, Row, Status};
use crate::model::{
    course::{Course, Factor},
    diagnosis::{self, Diagnosis},
    text::Said,
};

/// Most rows of a plan that one person can carry out in 90 days.
pub const MOST_ROWS: usize = 7;
/// Key of the factor that a monitoring row has.
pub const MONITORING: &str = "monev";
/// A field is looked at so far, in characters: nobody writes an action longer than this.
const FAR: usize = 300;

/// One piece of advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Where in the plan.
    pub place: Place,
    /// What it is about.
    pub advice: Advice,
}

/// What could be better.
#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    /// Nothing was written here yet.
    RowLacks(Vec<RowPart>),
    /// The same in the head and the if-then sentence.
    HeadLacks(Vec<HeadPart>),
    /// The action begins with this noun; the same sentence with a verb, where one is known.
    Noun(String, Option<String>),
    /// These words can mean anything.
    Vague(String),
    /// This word means everybody and so nobody.
    Everyone(String),
    /// More than one post.
    Several,
    /// A group, not a post.
    Group(String),
    /// This word can be neither counted nor answered with yes or no.
    Unmeasured(String),
    /// The present state has a figure and what is wanted has none.
    NoFigure,
    /// What is wanted has a figure and the present state has none.
    NoPresentFigure,
    /// The two count different things.
    OtherSort(Sort, Sort),
    /// This word names a state of mind, which nobody can show.
    NotShown(String),
    /// Dates that do not fit.
    Days(Days),
    /// No row is about monitoring.
    NoMonitoring,
    /// More rows than one can carry out.
    TooMany(usize),
    /// The weakest factor of the diagnosis has no row.
    WeakestWaits(Said),
}

impl Remark {
    const fn row(at: usize, part: RowPart, advice: Advice) -> Self {
        Self { place: Place::Row(at, part), advice }
    }

    const fn head(part: HeadPart, advice: Advice) -> Self {
        Self { place: Place::Head(part), advice }
    }

    /// Whether it is about something that is still empty.
    pub const fn is_lack(&self) -> bool {
        matches!(self.advice, Advice::RowLacks(_) | Advice::HeadLacks(_))
    }

    /// The row that it is about, by its place.
    pub const fn row_at(&self) -> Option<usize> {
        match self.place {
            Place::Row(at, _) => Some(at),
            _ => None,
        }
    }
}

/// Everything that could be better, in the order of the plan: the whole, the head, each row.
/// A plan into which nothing was written yet has none.
pub fn review(plan: &Plan, today: Date, weakest: Option<&Factor>) -> Vec<Remark> {
    if !is_begun(plan) {
        return Vec::new();
    }
    let mut remarks = whole(plan, weakest);
    remarks.extend(head(plan));
    for (at, each) in plan.rows.iter().enumerate() {
        remarks.extend(row(at, each, &plan.head, today));
    }
    remarks
}

/// The factor to begin with, by the diagnoses.
pub fn weakest<'a>(diagnoses: &[Diagnosis], course: &'a Course) -> Option<&'a Factor> {
    course.factor(&diagnosis::weakest(diagnoses, course)?.factor)
}

/// Whether anything was written beyond what a new plan is given.
fn is_begun(plan: &Plan) -> bool {
    let Head { sop, baseline, goal, superior, .. } = &plan.head;
    let texts = [
        &sop.title,
        &sop.number,
        &baseline.text,
        &baseline.source,
        goal,
        &superior.name,
        &superior.post,
        &plan.if_then.situation,
        &plan.if_then.then,
    ];
    texts.into_iter().any(|text| is_written(text)) || plan.rows.iter().any(|row| !row.is_empty())
}

fn is_written(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The beginning of a text in small letters, which is what the rules read.
fn level(text: &str) -> String {
    text.chars().take(FAR).collect::<String>().to_lowercase()
}

/// About the plan as a whole, once it has rows.
fn whole(plan: &Plan, weakest: Option<&Factor>) -> Vec<Remark> {
    let rows: Vec<&Row> = plan.rows.iter().filter(|row| !is_out(row)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let serves = |key: &str| rows.iter().any(|row| row.factor.as_deref() == Some(key));
    let mut found = Vec::new();
    if rows.len() > MOST_ROWS {
        found.push(Advice::TooMany(rows.len()));
    }
    if !serves(MONITORING) {
        found.push(Advice::NoMonitoring);
    }
    if let Some(factor) = weakest.filter(|factor| factor.key != MONITORING && !serves(&factor.key))
    {
        found.push(Advice::WeakestWaits(factor.name.clone()));
    }
    found.into_iter().map(|advice| Remark { place: Place::Plan, advice }).collect()
}

/// Whether a row says nothing yet, or is given up.
fn is_out(row: &Row) -> bool {
    row.is_empty() || row.status == Status::Dropped
}

/// About the head and the if-then sentence.
pub fn head(plan: &Plan) -> Vec<Remark> {
    let Head { sop, baseline, goal, superior, .. } = &plan.head;
    let mut remarks = Vec::new();
    let lacking: Vec<HeadPart> = [
        (HeadPart::Title, &sop.title),
        (HeadPart::Baseline, &baseline.text),
        (HeadPart::Goal, goal),
        (HeadPart::If, &plan.if_then.situation),
        (HeadPart::Then, &plan.if_then.then),
        (HeadPart::Superior, &superior.name),
    ]
    .into_iter()
    .filter_map(|(part, text)| (!is_written(text)).then_some(part))
    .collect();
    if let (Some(first), true) = (lacking.first(), is_begun(plan)) {
        remarks.push(Remark::head(*first, Advice::HeadLacks(lacking)));
    }
    let pair = (HeadPart::Baseline, HeadPart::Goal);
    let found = measure::compare(&level(&baseline.text), &level(goal));
    remarks.extend(
        found.map(|(is_goal, advice)| Remark::head(if is_goal { pair.1 } else { pair.0 }, advice)),
    );
    if let Some(days) = days::of_head(&plan.head) {
        remarks.push(Remark::head(HeadPart::To, Advice::Days(days)));
    }
    remarks
}

/// About one row of a plan with this head; nothing about one that is empty or given up.
pub fn row(at: usize, row: &Row, head: &Head, today: Date) -> Vec<Remark> {
    if is_out(row) {
        return Vec::new();
    }
    let mut remarks = Vec::new();
    let lacking = lacking(row);
    if let Some(first) = lacking.first() {
        remarks.push(Remark::row(at, *first, Advice::RowLacks(lacking)));
    }
    let found = verb::of_action(&row.action);
    remarks.extend(found.map(|advice| Remark::row(at, RowPart::Action, advice)));
    let found = measure::compare(&level(&row.baseline), &level(&row.target));
    remarks.extend(found.map(|(is_target, advice)| {
        Remark::row(at, if is_target { RowPart::Target } else { RowPart::Baseline }, advice)
    }));
    let found = post::of_responsible(&row.responsible);
    remarks.extend(found.map(|advice| Remark::row(at, RowPart::Responsible, advice)));
    if let Some((part, days)) = days::of_row(row, head, today) {
        remarks.push(Remark::row(at, part, Advice::Days(days)));
    }
    let found = measure::of_evidence(&level(&row.evidence));
    remarks.extend(found.map(|advice| Remark::row(at, RowPart::Evidence, advice)));
    // In the order of the form, which is the order in which they are mended.
    remarks.sort_by_key(|remark| match remark.place {
        Place::Row(_, part) => part.at(),
        _ => 0,
    });
    remarks
}

/// What a row needs so that somebody can carry it out and somebody else can see that.
fn lacking(row: &Row) -> Vec<RowPart> {
    let has_days = row.start.is_some() || row.finish.is_some();
    let needs_baseline = measure::has_figure(&row.target);
    [
        (RowPart::Action, is_written(&row.action)),
        (RowPart::Baseline, is_written(&row.baseline) || !needs_baseline),
        (RowPart::Target, is_written(&row.target)),
        (RowPart::Responsible, is_written(&row.responsible)),
        (RowPart::Finish, has_days),
        (RowPart::Resources, is_written(&row.resources)),
        (RowPart::Evidence, is_written(&row.evidence)),
    ]
    .into_iter()
    .filter_map(|(part, is_there)| (!is_there).then_some(part))
    .collect()
}
