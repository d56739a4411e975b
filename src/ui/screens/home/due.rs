//! A check-in of a plan that is due today or overdue: it comes first on home, unless something was left
//! in the middle; then it has a row before the reviews.

use ratatui::text::Span;

use super::rows::labelled;
use crate::{
    model::{
        plan::{
            checkins::{Waiting, say_when, waiting},
            document::name_of,
        },
        progress::{self, Next},
        text::Lang,
    },
    ui::{
        cx::Cx,
        screen::Step,
        screens::{desk, plan::checkins::CheckIns},
    },
};

/// The one most overdue and how many others are, of all plans; `None` when nothing is due yet.
pub(super) fn due_checkin(cx: &Cx) -> Option<(Waiting<'_>, usize)> {
    let today = cx.today();
    let mut due = waiting(&cx.profile().plans).into_iter().filter(|one| one.due <= today);
    let first = due.next()?;
    Some((first, due.count()))
}

/// Whether it is what comes next: nothing was left in the middle.
pub(super) fn leads(cx: &Cx) -> bool {
    let is_in_the_middle = || {
        desk::words(cx).is_some()
            || matches!(progress::next(&cx.course, cx.work(), &cx.standing().tried), Next::Round(_))
    };
    due_checkin(cx).is_some() && !is_in_the_middle()
}

/// "Tinjauan 30 hari: terlambat 4 hari", and the SOP that it is about.
pub(super) fn due_words(cx: &Cx) -> Option<(String, String)> {
    let (due, others) = due_checkin(cx)?;
    let lang = cx.lang();
    let (name, when) = (due.checkin.name(lang), say_when(due.due, cx.today(), lang));
    let others = match (others, lang) {
        (0, _) => String::new(),
        (others, Lang::Id) => format!(", dan {others} lagi"),
        (others, Lang::En) => format!(", and {others} more"),
    };
    Some((format!("{name}: {when}{others}"), name_of(due.plan).unwrap_or_default()))
}

/// The same in a row below the modules, while something else comes next.
pub(super) fn due_row(width: usize, cx: &Cx) -> Option<Vec<Span<'static>>> {
    let lang = cx.lang();
    let (words, sop) = due_words(cx)?;
    let words = if sop.is_empty() { words } else { format!("{words} · {sop}") };
    Some(labelled(lang.pick("Segera", "Due"), &words, width, cx))
}

/// Opens the check-ins of its plan.
pub(super) fn open(cx: &mut Cx) -> Step {
    let due = due_checkin(cx).map(|(due, _)| (due.plan.id.clone(), due.checkin.id.clone()));
    due.map_or(Step::Stay, |(plan, checkin)| Step::open(CheckIns::new(&plan, Some(&checkin), cx)))
}
