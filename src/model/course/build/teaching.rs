//! What a facilitator needs beside the pages: schedules and blueprint in course.toml, activities in
//! activities.toml, worksheets in files of their own.

use toml::Spanned;

use super::{own_key, reference};
use crate::model::{
    course::{
        Course,
        check::{Index, Sort},
        raw::{English, Fields},
        teaching::{Activity, Practice, Quota, QuotaOf, Schedule, Session, Topic},
    },
    faults::{Log, quoted},
    text::{Said, Text},
};

/// Longest countdown in minutes.
const LONGEST: i64 = 480;

/// Reads what course.toml says about teaching; gives the keys of the worksheets.
pub(super) fn read(
    fields: &mut Fields<'_>,
    english: English,
    course: &mut Course,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Vec<Spanned<String>> {
    for table in fields.tables("schedule", log) {
        course.schedules.extend(schedule(table, english, index, log));
    }
    for table in fields.tables("agenda", log) {
        let place = table.place.clone();
        if let Some(session) = session(table, english, index, log) {
            course.agenda.push(session);
            index.sessions.push(place);
        }
    }
    for table in fields.tables("blueprint", log) {
        let place = table.place.clone();
        if let Some(quota) = quota(table, index, log) {
            course.blueprint.push(quota);
            index.quotas.push(place);
        }
    }
    for table in fields.tables("topic", log) {
        course.topics.extend(topic(table, english, index, log));
    }
    if let Some(practice) = fields.inner("practice", log) {
        course.practice = self::practice(practice, log);
    }
    if let Some(mut test) = fields.inner("test", log) {
        course.test_minutes = whole(test.number("minutes", 1..=LONGEST, log));
        test.end(log);
    }
    let mut sheets = Vec::new();
    for mut table in fields.tables("sheet", log) {
        sheets.extend(own_key(&mut table, Sort::Sheet, index, log));
        table.end(log);
    }
    sheets
}

fn schedule(
    mut fields: Fields<'_>,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Schedule> {
    let key = own_key(&mut fields, Sort::Schedule, index, log);
    let jp = fields.need("jp", log).then(|| whole(fields.number("jp", 1..=200, log))).flatten();
    let title = fields.need_said("title", english, log);
    fields.end(log);
    Some(Schedule { key: key?.into_inner(), title: title?, jp: jp? })
}

fn session(
    mut fields: Fields<'_>,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Session> {
    let schedule = reference(&mut fields, "schedule", Sort::Schedule, index, log);
    let day = whole(fields.number("day", 1..=30, log)).unwrap_or(1);
    let start = fields.text("start", log);
    if let Some(start) = &start
        && minutes_of(start.get_ref()).is_none()
    {
        let what = Said::new(
            format!("{} bukan jam", quoted(start.get_ref())),
            format!("{} is not a time of day", quoted(start.get_ref())),
        );
        let remedy = Text::new("Tulis misalnya \"08.30\".", "Write \"08.30\", for example.");
        log.error(start.span(), what, remedy);
    }
    let minutes = fields.need("minutes", log).then(|| fields.number("minutes", 1..=1440, log));
    let jp = whole(fields.number("jp", 0..=20, log)).unwrap_or(0);
    let module = reference(&mut fields, "module", Sort::Module, index, log);
    let pages = references(&mut fields, "pages", Sort::Page, index, log);
    let title = fields.need_said("title", english, log);
    fields.end(log);
    Some(Session {
        schedule,
        day,
        start: start.map(Spanned::into_inner),
        minutes: whole(minutes.flatten())?,
        jp,
        module,
        pages,
        title: title?,
    })
}

fn quota(mut fields: Fields<'_>, index: &mut Index, log: &mut Log<'_>) -> Option<Quota> {
    let place = fields.place.clone();
    let module = reference(&mut fields, "module", Sort::Module, index, log);
    let factor = reference(&mut fields, "factor", Sort::Factor, index, log);
    let needed = fields.need("items", log);
    let items = needed.then(|| whole(fields.number("items", 0..=200, log))).flatten();
    fields.end(log);
    let of = match (module, factor) {
        (Some(module), None) => QuotaOf::Module(module),
        (None, Some(factor)) => QuotaOf::Factor(factor),
        _ => {
            let what = Text::new(
                "jatah soal harus menyebut satu modul atau satu faktor",
                "a quota of items must name one module or one factor",
            );
            let remedy = Text::new(
                "Tulis module = \"…\" atau factor = \"…\", salah satu saja.",
                "Write module = \"…\" or factor = \"…\", one of the two.",
            );
            log.error(place, what, remedy);
            return None;
        }
    };
    Some(Quota { of, items: items? })
}

fn topic(
    mut fields: Fields<'_>,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Topic> {
    let key = own_key(&mut fields, Sort::Topic, index, log);
    let title = fields.need_said("title", english, log);
    fields.need("pages", log);
    let pages = references(&mut fields, "pages", Sort::Page, index, log);
    fields.end(log);
    Some(Topic { key: key?.into_inner(), title: title?, pages })
}

fn practice(mut fields: Fields<'_>, log: &mut Log<'_>) -> Practice {
    let label = fields.need_text("label", log).map(Spanned::into_inner).unwrap_or_default();
    let names = fields.texts("names", log).into_iter().map(Spanned::into_inner);
    let names = names.filter(|name| !name.is_empty()).collect();
    fields.end(log);
    Practice { label, names }
}

/// Reads activities.toml.
pub(super) fn activities(
    fields: &mut Fields<'_>,
    english: English,
    course: &mut Course,
    index: &mut Index,
    log: &mut Log<'_>,
) {
    for table in fields.tables("activity", log) {
        course.activities.extend(activity(table, english, index, log));
    }
}

fn activity(
    mut fields: Fields<'_>,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Activity> {
    let key = own_key(&mut fields, Sort::Activity, index, log);
    let page =
        fields.need("page", log).then(|| reference(&mut fields, "page", Sort::Page, index, log));
    let minutes = fields.need("minutes", log).then(|| fields.number("minutes", 1..=LONGEST, log));
    let group = whole(fields.number("group", 1..=40, log));
    let title = fields.need_said("title", english, log);
    fields.need("steps", log);
    let place = fields.place_of("steps");
    let before = log.faults.len();
    let steps: Vec<Said> = fields
        .tables("steps", log)
        .into_iter()
        .filter_map(|step| step.both("steps", english, log))
        .collect();
    if steps.is_empty() && log.faults.len() == before {
        let what = Text::new("kegiatan ini tanpa langkah", "this activity has no steps");
        let remedy = Text::new(
            "Tulis apa yang dikerjakan peserta: steps = [{ id = \"…\" }].",
            "Write what participants do: steps = [{ id = \"…\", en = \"…\" }].",
        );
        log.error(place, what, remedy);
    }
    let product = fields.need_said("product", english, log);
    let sheet = reference(&mut fields, "sheet", Sort::Sheet, index, log);
    fields.end(log);
    Some(Activity {
        key: key?.into_inner(),
        page: page.flatten()?,
        minutes: whole(minutes.flatten())?,
        group,
        title: title?,
        steps,
        product: product?,
        sheet,
    })
}

/// References to several things by their keys.
fn references(
    fields: &mut Fields<'_>,
    name: &'static str,
    sort: Sort,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Vec<String> {
    let keys = fields.texts(name, log);
    for key in &keys {
        index.want(sort, key, log.file);
    }
    keys.into_iter().map(Spanned::into_inner).collect()
}

fn whole(number: Option<i64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok())
}

/// The minutes since midnight of a time of day as `HH.MM`.
pub fn minutes_of(text: &str) -> Option<u32> {
    let part = |part: &str, limit: u32| -> Option<u32> {
        let is_two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|number| is_two && *number < limit)
    };
    let (hour, minute) = text.split_once('.')?;
    Some(part(hour, 24)? * 60 + part(minute, 60)?)
}
