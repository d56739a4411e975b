//! A check-in of a plan that is due today or overdue: its row on home, before the reviews.

use ratatui::text::Span;

use super::rows::labelled;
use crate::{
    model::{
        plan::{
            checkins::{Waiting, say_when, waiting},
            document::name_of,
        },
        text::Lang,
    },
    ui::{cx::Cx, screen::Step, screens::plan::checkins::CheckIns},
};

/// The one most overdue and how many others are, of all plans; `None` when nothing is due yet.
pub(super) fn due_checkin(cx: &Cx) -> Option<(Waiting<'_>, usize)> {
    let today = cx.today();
    let mut due = waiting(&cx.profile().plans).into_iter().filter(|one| one.due <= today);
    let first = due.next()?;
    Some((first, due.count()))
}

/// "Tinjauan 30 hari: terlambat 4 hari · Penerbitan Izin Praktik".
pub(super) fn due_row(width: usize, cx: &Cx) -> Option<Vec<Span<'static>>> {
    let (due, others) = due_checkin(cx)?;
    let lang = cx.lang();
    let (name, when) = (due.checkin.name(lang), say_when(due.due, cx.today(), lang));
    let others = match (others, lang) {
        (0, _) => String::new(),
        (others, Lang::Id) => format!(", dan {others} lagi"),
        (others, Lang::En) => format!(", and {others} more"),
    };
    let sop = name_of(due.plan).map_or_else(String::new, |sop| format!(" · {sop}"));
    let words = format!("{name}: {when}{others}{sop}");
    Some(labelled(lang.pick("Segera", "Due"), &words, width, cx))
}

/// Opens the check-ins of its plan.
pub(super) fn open(cx: &mut Cx) -> Step {
    let due = due_checkin(cx).map(|(due, _)| (due.plan.id.clone(), due.checkin.id.clone()));
    due.map_or(Step::Stay, |(plan, checkin)| Step::open(CheckIns::new(&plan, Some(&checkin), cx)))
}
