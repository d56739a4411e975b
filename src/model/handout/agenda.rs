//! The agenda of a run and what people do in it.

use super::{length, page_title};
use crate::model::{
    course::{Activity, Course, Page, Schedule, Session, build::minutes_of},
    document::{Document, plain, strong},
    markdown::{Block, Span},
    text::{Lang, Said},
};

/// A row of a table.
type Row = Vec<Vec<Span>>;

/// The agenda of one schedule, day by day; then each lesson with its pages and activities.
pub(super) fn agenda(
    course: &Course,
    schedule: Option<&Schedule>,
    lang: Lang,
    document: &mut Document,
) {
    document.paragraph(vec![plain(course.title.get(lang).as_str())]);
    days(course, schedule, lang, document);
    for session in sessions(course, schedule).filter(|session| session.module.is_some()) {
        lesson(course, session, lang, document);
    }
}

/// The sessions of one schedule.
fn sessions<'a>(
    course: &'a Course,
    schedule: Option<&'a Schedule>,
) -> impl Iterator<Item = &'a Session> {
    let key = schedule.map(|schedule| &schedule.key);
    course.agenda.iter().filter(move |session| session.schedule.as_ref() == key)
}

/// The days of one schedule, each with its sessions.
pub(super) fn days(
    course: &Course,
    schedule: Option<&Schedule>,
    lang: Lang,
    document: &mut Document,
) {
    let sessions: Vec<&Session> = sessions(course, schedule).collect();
    let mut days: Vec<u32> = sessions.iter().map(|session| session.day).collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        let today: Vec<&&Session> = sessions.iter().filter(|session| session.day == day).collect();
        let jp: u32 = today.iter().map(|session| session.jp).sum();
        document.heading(match lang {
            Lang::Id => format!("Hari {day}: {jp} JP"),
            Lang::En => format!("Day {day}: {jp} JP"),
        });
        let header = [lang.pick("Waktu", "Time"), "JP", lang.pick("Acara", "Session")];
        let rows = today.iter().map(|session| {
            let jp = if session.jp == 0 { "–".to_owned() } else { session.jp.to_string() };
            cells([times(session), jp, session.title.get(lang).clone()])
        });
        document.blocks.push(Block::Table { header: cells(header), rows: rows.collect() });
    }
}

/// "09.00–10.30", or how long it takes where no start is planned.
fn times(session: &Session) -> String {
    let Some(start) = session.start.as_deref().and_then(minutes_of) else {
        return format!("{}′", session.minutes);
    };
    let end = start + session.minutes;
    format!("{:02}.{:02}–{:02}.{:02}", start / 60, start % 60, end / 60 % 24, end % 60)
}

fn cells<T: Into<String>, const N: usize>(texts: [T; N]) -> Row {
    texts.into_iter().map(|text| vec![plain(text)]).collect()
}

/// The pages of a session with their minutes and what people do on them.
fn lesson(course: &Course, session: &Session, lang: Lang, document: &mut Document) {
    let Some((_, module)) = session.module.as_deref().and_then(|key| course.module(key)) else {
        return;
    };
    document.heading(format!("{}  {}", times(session), session.title.get(lang)));
    let taught = |key: &String| session.pages.is_empty() || session.pages.contains(key);
    let pages = module.pages.iter().filter(|page| taught(&page.key));
    let title = |page: &Page| page.title(lang).to_owned();
    document.blocks.push(lessons(course, pages, title, lang));
}

/// Pages with their minutes and what people do on them.
pub(super) fn lessons<'a>(
    course: &Course,
    pages: impl Iterator<Item = &'a Page>,
    title: impl Fn(&Page) -> String,
    lang: Lang,
) -> Block {
    let header = [
        lang.pick("Halaman", "Page"),
        lang.pick("Menit", "Minutes"),
        lang.pick("Kegiatan", "Activity"),
    ];
    let row = |page: &Page| {
        let there = course.activities.iter().filter(|activity| activity.page == page.key);
        let there: Vec<String> = there
            .map(|activity| format!("{} ({})", activity.title.get(lang), length(activity, lang)))
            .collect();
        let minutes = if page.minutes == 0 { "–".to_owned() } else { page.minutes.to_string() };
        let there = if there.is_empty() { "–".to_owned() } else { there.join("; ") };
        cells([title(page), minutes, there])
    };
    Block::Table { header: cells(header), rows: pages.map(row).collect() }
}

/// Everything that people do, module by module, with its steps.
pub(super) fn activities(course: &Course, lang: Lang, document: &mut Document) {
    document.paragraph(vec![plain(course.title.get(lang).as_str())]);
    for (number, module) in (1..).zip(&course.modules) {
        let there: Vec<&Activity> = module
            .pages
            .iter()
            .flat_map(|page| course.activities.iter().filter(|known| known.page == page.key))
            .collect();
        if there.is_empty() {
            continue;
        }
        document.heading(format!(
            "{} {number}: {}",
            lang.pick("Modul", "Module"),
            module.title.get(lang)
        ));
        for activity in there {
            one(course, activity, lang, document);
        }
    }
}

fn one(course: &Course, activity: &Activity, lang: Lang, document: &mut Document) {
    document.paragraph(vec![
        strong(activity.title.get(lang).as_str()),
        plain(format!(" ({})", length(activity, lang))),
    ]);
    let page = (lang.pick("Halaman", "Page"), page_title(course, &activity.page, lang));
    told(course, activity, vec![page], lang, document);
}

/// The steps of an activity, what comes of it and the worksheet that it needs.
pub(super) fn steps(course: &Course, activity: &Activity, lang: Lang, document: &mut Document) {
    told(course, activity, Vec::new(), lang, document);
}

fn told(
    course: &Course,
    activity: &Activity,
    mut facts: Vec<(&str, String)>,
    lang: Lang,
    document: &mut Document,
) {
    let step = |step: &Said| vec![Block::Paragraph(vec![plain(step.get(lang).as_str())])];
    let items = activity.steps.iter().map(step).collect();
    document.blocks.push(Block::List { start: Some(1), items });
    facts.push((lang.pick("Hasil", "Result"), activity.product.get(lang).clone()));
    if let Some(sheet) = activity.sheet.as_deref().and_then(|key| course.sheet(key)) {
        facts.push((lang.pick("Lembar", "Sheet"), sheet.title.get(lang).clone()));
    }
    document.pairs(facts);
}
