//! A plan as a document that a person can hand to a superior. Every field stands there, a dash
//! where it is empty.

mod later;
mod print;

use jiff::civil::Date;

pub use print::printed;

use super::{IfThen, Plan, Row, form::edited};
use crate::model::{
    course::Course,
    dates,
    document::{Document, plain, strong},
    markdown::Span,
    safe_text::safe_line,
    text::Lang,
};

/// Stands in an empty field.
const DASH: &str = "–";

/// The whole plan. `course` gives the names of the key factors.
pub fn document(plan: &Plan, course: &Course, lang: Lang) -> Document {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let mut document = Document { title: title(plan, lang), ..Document::default() };
    document.pairs(head(plan, lang));
    document.heading(say("Kalimat jika–maka", "If–then sentence"));
    document.paragraph(sentence(&plan.if_then, lang).unwrap_or_else(|| {
        vec![plain(say(
            "Kalimat “Jika …, maka saya …” belum ditulis.",
            "The sentence “If …, then I …” has not been written yet.",
        ))]
    }));
    if plan.rows.is_empty() {
        document.heading(say("Rencana aksi", "Actions"));
        document
            .paragraph(vec![plain(say("Belum ada rencana aksi.", "There are no actions yet."))]);
    }
    for (number, row) in (1..).zip(&plan.rows) {
        document.heading(format!("{number}. {}", or_dash(&row.action)));
        document.pairs(pairs(row, course, lang));
    }
    later::add(&mut document, plan, lang);
    document.paragraph(vec![plain(edited(plan, lang))]);
    document
}

/// "Rencana tindak lanjut · SOP Izin Praktik".
pub fn title(plan: &Plan, lang: Lang) -> String {
    let name = lang.pick("Rencana tindak lanjut", "Follow-up plan");
    match name_of(plan) {
        Some(sop) => format!("{name} · {sop}"),
        None => name.to_owned(),
    }
}

/// The title of the plan's SOP, else its number; `None` while neither is written.
pub fn name_of(plan: &Plan) -> Option<String> {
    let sop = &plan.head.sop;
    [&sop.title, &sop.number].into_iter().find_map(|text| filled(text))
}

fn head(plan: &Plan, lang: Lang) -> Vec<(&'static str, String)> {
    head_pairs(plan, lang, &or_dash)
}

/// The fields of a head, each with its label; `say` makes of a text what is shown. People first, then
/// the SOP, the superior last.
pub(super) fn head_pairs<T>(
    plan: &Plan,
    lang: Lang,
    say: &dyn Fn(&str) -> T,
) -> Vec<(&'static str, T)> {
    let head = &plan.head;
    let label = |id: &'static str, en: &'static str| lang.pick(id, en);
    let time = match (head.from, head.to) {
        (None, None) => String::new(),
        (from, to) => period(from, to, lang),
    };
    vec![
        (label("Nama", "Name"), say(&head.name)),
        (label("Jabatan", "Post"), say(&head.post)),
        (label("Unit kerja", "Work unit"), say(&head.unit)),
        (label("Pemerintah daerah", "Local government"), say(&head.government)),
        (label("Nomor SOP", "SOP number"), say(&head.sop.number)),
        (label("Judul SOP", "SOP title"), say(&head.sop.title)),
        (label("Keadaan sekarang", "Present state"), say(&head.baseline.text)),
        (label("Sumber data", "Data source"), say(&head.baseline.source)),
        (label("Sasaran 90 hari", "90-day goal"), say(&head.goal)),
        (label("Masa rencana", "Period"), say(&time)),
        (label("Nama atasan", "Superior’s name"), say(&head.superior.name)),
        (label("Jabatan atasan", "Superior’s post"), say(&head.superior.post)),
    ]
}

fn pairs(row: &Row, course: &Course, lang: Lang) -> Vec<(&'static str, String)> {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let factor = row.factor.as_deref().map_or_else(String::new, |key| {
        course.factor(key).map_or_else(|| key.to_owned(), |factor| factor.name.get(lang).clone())
    });
    vec![
        (say("Faktor kunci", "Key factor"), or_dash(&factor)),
        (say("Tujuan", "Purpose"), or_dash(&row.purpose)),
        (say("Indikator", "Indicator"), or_dash(&row.indicator)),
        (say("Data dasar", "Baseline"), or_dash(&row.baseline)),
        ("Target", or_dash(&row.target)),
        (say("Penanggung jawab", "Responsible"), or_dash(&row.responsible)),
        (say("Waktu", "Time"), period(row.start, row.finish, lang)),
        (say("Sumber daya", "Resources"), or_dash(&row.resources)),
        (say("Hambatan", "Obstacle"), or_dash(&row.obstacle)),
        (say("Cara mengatasi", "Response"), or_dash(&row.answer)),
        (say("Bukti", "Evidence"), or_dash(&row.evidence)),
        ("Status", or_dash(row.status.say(lang))),
    ]
}

/// "Jika …, maka saya …" with its fixed words strong; `None` while neither half is written. Fixed
/// words that a person typed as well are not said twice.
pub fn sentence(if_then: &IfThen, lang: Lang) -> Option<Vec<Span>> {
    let half = |text: &str, words: &[&str]| {
        let text = safe_line(text);
        let mut text = text.trim().trim_end_matches(['.', ',']).trim_end();
        for word in words {
            text = without_front(text, word);
        }
        if text.is_empty() { "…".to_owned() } else { text.to_owned() }
    };
    if [&if_then.situation, &if_then.then].into_iter().all(|text| filled(text).is_none()) {
        return None;
    }
    let situation = half(&if_then.situation, &["jika", "if"]);
    let then = half(&if_then.then, &["maka", "then", "saya", "I"]);
    Some(vec![
        strong(lang.pick("Jika", "If")),
        plain(format!(" {situation}, ")),
        strong(lang.pick("maka saya", "then I")),
        plain(format!(" {then}.")),
    ])
}

/// The text without this word at its front, whatever its case.
fn without_front<'text>(text: &'text str, word: &str) -> &'text str {
    let rest = match (text.get(..word.len()), text.get(word.len()..)) {
        (Some(front), Some(rest)) if front.eq_ignore_ascii_case(word) => rest,
        _ => return text,
    };
    if rest.starts_with(' ') { rest.trim_start() } else { text }
}

/// "1 Des 2026 – 14 Des 2026", or the half of it that is known.
pub(super) fn period(from: Option<Date>, to: Option<Date>, lang: Lang) -> String {
    let day = |date| dates::short_date(date, lang);
    match (from, to) {
        (None, None) => DASH.to_owned(),
        (Some(from), Some(to)) if from == to => day(from),
        (Some(from), Some(to)) => format!("{} – {}", day(from), day(to)),
        (Some(from), None) => format!("{} {}", lang.pick("mulai", "from"), day(from)),
        (None, Some(to)) => format!("{} {}", lang.pick("sampai", "until"), day(to)),
    }
}

fn filled(text: &str) -> Option<String> {
    let text = safe_line(text);
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn or_dash(text: &str) -> String {
    filled(text).unwrap_or_else(|| DASH.to_owned())
}

#[cfg(test)]
mod tests;
