//! One quiet line under a plan: what waits for it, the most urgent alone. It never stands in the way.

use crate::{
    model::plan::{Plan, checkins},
    ui::cx::Cx,
};

/// What waits for this plan, in a sentence with its key.
pub(super) fn of(plan: &Plan, cx: &Cx) -> Option<String> {
    let (lang, today) = (cx.lang(), cx.today());
    let waiting = checkins::waiting(std::slice::from_ref(plan));
    let due = waiting.first().filter(|waiting| waiting.due <= today);
    if let Some(due) = due {
        let (name, when) = (due.checkin.name(lang), checkins::say_when(due.due, today, lang));
        return Some(format!("{name}: {when}. {}", lang.pick("Tekan b.", "Press b.")));
    }
    let is_to_rehearse = plan.if_then.is_whole() && plan.if_then.rehearsed.is_none();
    is_to_rehearse.then(|| {
        lang.pick(
            "Ulangi kalimat jika–maka sekali dari ingatan: tekan h.",
            "Type the if–then sentence once from memory: press h.",
        )
        .to_owned()
    })
}
