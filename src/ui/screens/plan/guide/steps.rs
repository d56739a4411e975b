//! The questions of the walk, in the order that research on wishes and plans found to help: what one
//! wishes, the best that can come of it, what stands in the way, and what one does then.

mod deed;
mod office;
mod wish;

pub(super) use self::office::ADAPTATION;
use crate::{
    model::{
        plan::{LONGEST, Plan, Row, suggestions::About},
        text::Text,
    },
    ui::widgets::form::{Field, Kind},
};

/// One screen of the walk.
pub(super) struct Question {
    /// Its name among the spots of a desk.
    pub(super) key: &'static str,
    /// What it is called in short.
    pub(super) name: Text,
    /// The question.
    pub(super) ask: Text,
    /// Why it is asked.
    pub(super) why: Text,
    /// What is filled in; nothing where it leads elsewhere.
    pub(super) fields: &'static [Field<Plan>],
    /// Where the drafts for each field come from.
    pub(super) sources: &'static [Option<Source>],
    /// What it leads to.
    pub(super) door: Option<Door>,
    /// The challenge whose question of the course is asked.
    pub(super) challenge: Option<&'static str>,
    /// Its fields are those of the first row, which comes into the plan with the first thing typed.
    pub(super) is_row: bool,
    /// A draft taken here brings the factor that it serves.
    pub(super) is_action: bool,
}

/// Where drafts come from.
#[derive(Clone, Copy)]
pub(super) enum Source {
    /// What is known of the person.
    About(About),
    /// The course's moves for a challenge.
    Moves(&'static str),
}

/// What a step leads to.
#[derive(Clone, Copy)]
pub(super) enum Door {
    Adaptation,
    Rehearsal,
}

const fn text(
    label: Text,
    hint: Text,
    get: fn(&Plan) -> String,
    set: fn(&mut Plan, String),
) -> Field<Plan> {
    Field { label, hint, kind: Kind::Text(LONGEST), get, set }
}

fn of_row(plan: &Plan, read: impl FnOnce(&Row) -> String) -> String {
    plan.rows.first().map(read).unwrap_or_default()
}

fn in_row(plan: &mut Plan, write: impl FnOnce(&mut Row)) {
    if let Some(row) = plan.rows.first_mut() {
        write(row);
    }
}

const fn question(key: &'static str, name: Text, ask: Text, why: Text) -> Question {
    Question {
        key,
        name,
        ask,
        why,
        fields: &[],
        sources: &[],
        door: None,
        challenge: None,
        is_row: false,
        is_action: false,
    }
}

/// The walk through the whole plan.
pub(super) static PLAN: &[&Question] = &[
    &wish::SOP,
    &wish::STATE,
    &wish::WISH,
    &wish::OUTCOME,
    &wish::OFFICE,
    &wish::OBSTACLE,
    &deed::IF_THEN,
    &deed::REHEARSAL,
    &deed::ACTION,
    &deed::WHO_WHEN,
    &deed::SUPERIOR,
];
