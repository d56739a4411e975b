//! What comes before the rows of a plan and after them: the adaptation to one's own office and the
//! check-ins.

use super::{DASH, or_dash};
use crate::model::{
    dates,
    document::Document,
    plan::{Adaptation, CheckIn, Plan, challenge},
    text::Lang,
};

/// Adds what is there.
pub(super) fn add(document: &mut Document, plan: &Plan, lang: Lang) {
    if plan.is_adapted() {
        document.heading(lang.pick("Penyesuaian dengan kantor sendiri", "Adapted to the office"));
        for part in plan.adaptation.iter().filter(|part| !part.is_empty()) {
            document.pairs(adaptation(part, lang));
        }
    }
    let (told, to_come): (Vec<_>, Vec<_>) = plan
        .checkins_by_day()
        .into_iter()
        .partition(|checkin| checkin.is_held() || checkin.is_begun());
    for checkin in told {
        document.heading(checkin.name(lang));
        document.pairs(check(checkin, lang));
    }
    // Those to come need a line each.
    if !to_come.is_empty() {
        document.heading(lang.pick("Tinjauan yang akan datang", "Check-ins to come"));
        let names: Vec<String> = to_come.iter().map(|checkin| checkin.name(lang)).collect();
        let due = |checkin: &CheckIn| checkin.due.map(|due| dates::date(due, lang));
        let days = to_come.iter().map(|checkin| due(checkin).unwrap_or_else(|| DASH.to_owned()));
        document.pairs(names.iter().map(String::as_str).zip(days));
    }
}

fn adaptation(part: &Adaptation, lang: Lang) -> [(&'static str, String); 3] {
    let known = challenge(&part.challenge, lang);
    [
        (
            lang.pick("Tantangan", "Challenge"),
            known.map_or_else(|| or_dash(&part.challenge), str::to_owned),
        ),
        (lang.pick("Yang berbeda", "What differs"), or_dash(&part.differs)),
        (lang.pick("Yang diubah", "What changes"), or_dash(&part.change)),
    ]
}

fn check(checkin: &CheckIn, lang: Lang) -> [(&'static str, String); 7] {
    let day = |date| dates::date(date, lang);
    let progress = checkin.at.map(|_| format!("{} %", checkin.progress));
    let dash = || DASH.to_owned();
    [
        (lang.pick("Tenggat", "Due"), checkin.due.map_or_else(dash, day)),
        (lang.pick("Dilakukan", "Held"), checkin.at.map_or_else(dash, |at| day(at.date()))),
        (lang.pick("Yang dikerjakan", "What was done"), or_dash(&checkin.did)),
        (lang.pick("Bukti", "Evidence"), or_dash(&checkin.evidence)),
        (lang.pick("Kemajuan", "Progress"), progress.unwrap_or_else(dash)),
        (lang.pick("Hambatan", "Obstacle"), or_dash(&checkin.obstacle)),
        (lang.pick("Langkah berikutnya", "Next step"), or_dash(&checkin.next)),
    ]
}
