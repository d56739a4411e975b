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
    if !plan.adaptation.is_empty() {
        document.heading(lang.pick("Penyesuaian dengan kantor sendiri", "Adapted to the office"));
        for part in &plan.adaptation {
            document.pairs(adaptation(part, lang));
        }
    }
    for (number, checkin) in (1..).zip(&plan.checkins) {
        document.heading(match lang {
            Lang::Id => format!("Cek ke-{number}"),
            Lang::En => format!("Check-in {number}"),
        });
        document.pairs(check(checkin, lang));
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
