//! The newest diagnosis of the office in plain lines: how each factor stands, and what changed.

use jiff::civil::Date;

use super::notes::wrapped;
use crate::model::{
    course::Course,
    dates,
    diagnosis::{self, AGAIN_AFTER, Change, Diagnosis, FactorMean, HIGHEST, level, people},
    safe_text::{cap, limit, safe_line},
    text::Lang,
};

/// The section about the diagnosis that was finished last; nothing while there is none.
pub(super) fn diagnosis(course: &Course, all: &[Diagnosis], today: Date, lang: Lang) -> String {
    let Some(last) = diagnosis::latest(all, &course.key) else { return String::new() };
    let sop = cap(&safe_line(last.sop.trim()), limit::NAME).into_owned();
    let sop =
        if sop.is_empty() { lang.pick("SOP belum disebut", "no SOP named").into() } else { sop };
    let heading = lang.pick(
        "Diagnosis kantor (bukan instrumen resmi)",
        "Office diagnosis (not an official instrument)",
    );
    let day = last.ended.map_or_else(String::new, |ended| dates::date(ended.date(), lang));
    let who = people(last.people, lang);
    let mut lines = vec![String::new(), heading.to_owned()];
    lines.extend(wrapped(&format!("{sop}: {day}, {who}"), 2));
    let before = diagnosis::before(all, last);
    let changes = before.map(|before| diagnosis::changes(course, before, last));
    let changes = changes.unwrap_or_default();
    for (place, factor) in last.means(course).iter().enumerate() {
        let name = course.factors.get(place).map_or("", |factor| factor.name.get(lang).as_str());
        let said = stands(factor, changes.get(place), lang);
        lines.extend(wrapped(&format!("{}: {said}", safe_line(name)), 4));
    }
    if let Some(before) = before {
        let day = before.ended.map_or_else(String::new, |ended| dates::date(ended.date(), lang));
        let since = lang.pick(
            format!("Perubahan dihitung sejak {day}, dari pernyataan yang dinilai dua kali."),
            format!("Changes are since {day}, by statements rated both times."),
        );
        lines.extend(wrapped(&since, 4));
    }
    if last.is_due_again(today) {
        let again = lang.pick(
            format!("Sudah {AGAIN_AFTER} hari atau lebih: saatnya mengulang diagnosis."),
            format!("{AGAIN_AFTER} days or more have passed: time to repeat the diagnosis."),
        );
        lines.extend(wrapped(&again, 4));
    }
    lines.join("\n") + "\n"
}

fn stands(factor: &FactorMean, change: Option<&Change>, lang: Lang) -> String {
    let word = level(factor.mean).say(lang);
    let Some(mean) = factor.mean else { return word.to_owned() };
    let (rated, all) = (factor.rated, factor.all);
    let mean = dates::number(mean, 1, lang);
    let said = lang.pick(
        format!("{mean} dari {HIGHEST}, {word} ({rated} dari {all} dinilai)"),
        format!("{mean} of {HIGHEST}, {word} ({rated} of {all} rated)"),
    );
    let Some(tenths) = change.and_then(Change::tenths) else { return said };
    let size = dates::number(f64::from(tenths.abs()) / 10.0, 1, lang);
    let moved = match tenths {
        0 => lang.pick("tetap", "unchanged").to_owned(),
        1.. => format!("{} {size}", lang.pick("naik", "up")),
        _ => format!("{} {size}", lang.pick("turun", "down")),
    };
    format!("{said}; {moved}")
}
