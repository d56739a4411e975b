//! Parts of a plan that another piece fills in: the adaptation to one's own office and the check-ins.
//! They are shown as they stand; what is not known of them is passed over.

use jiff::civil::Date;
use serde_json::Value;

use super::{DASH, or_dash};
use crate::model::{dates, document::Document, plan::Plan, text::Lang};

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

fn adaptation(part: &Value, lang: Lang) -> [(&'static str, String); 3] {
    let challenge = match text(part, "challenge").as_str() {
        "sdm" => lang.pick("SDM", "People").to_owned(),
        "anggaran" => lang.pick("Anggaran", "Budget").to_owned(),
        "resistensi" => lang.pick("Resistensi", "Resistance").to_owned(),
        "beban" => lang.pick("Beban kerja", "Workload").to_owned(),
        other => or_dash(other),
    };
    [
        (lang.pick("Tantangan", "Challenge"), challenge),
        (lang.pick("Yang berbeda", "What differs"), or_dash(&text(part, "differs"))),
        (lang.pick("Yang diubah", "What changes"), or_dash(&text(part, "change"))),
    ]
}

fn check(checkin: &Value, lang: Lang) -> [(&'static str, String); 7] {
    let day = |key| {
        let text = text(checkin, key);
        let date = text.get(..10).and_then(|day| day.parse::<Date>().ok());
        date.map_or_else(|| or_dash(&text), |date| dates::date(date, lang))
    };
    let said = |key| or_dash(&text(checkin, key));
    let progress = checkin.get("progress").and_then(Value::as_f64);
    let progress = progress.map_or_else(|| DASH.to_owned(), |it| dates::number(it, 0, lang));
    [
        (lang.pick("Tenggat", "Due"), day("due")),
        (lang.pick("Dilakukan", "Held"), day("at")),
        (lang.pick("Yang dikerjakan", "What was done"), said("did")),
        (lang.pick("Bukti", "Evidence"), said("evidence")),
        (lang.pick("Kemajuan", "Progress"), progress),
        (lang.pick("Hambatan", "Obstacle"), said("obstacle")),
        (lang.pick("Langkah berikutnya", "Next step"), said("next")),
    ]
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
