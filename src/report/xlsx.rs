//! A plan as a workbook: rows, head, check-ins and diagnoses on sheets of their own, with real dates
//! and numbers, ready to print. No text of a person ever becomes a formula or a link.

mod diagnosis;
mod look;
mod page;

use look::Look;
use page::{Cell, Page};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::model::{
    course::Course,
    diagnosis::Diagnosis,
    markdown,
    moment::Moment,
    plan::{
        Plan, Row, Status, challenge,
        columns::{Column, factor_name},
        document::name_of,
        form::{Form, Use},
    },
    safe_text::safe_line,
    text::Lang,
};

/// What a workbook is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Names of factors and statements.
    pub course: &'a Course,
    /// Diagnoses, in order.
    pub diagnoses: &'a [Diagnosis],
    /// Language of labels.
    pub lang: Lang,
    /// To read, or to fill in by hand.
    pub meant: Use,
}

/// The workbook. The same source gives the same bytes.
///
/// # Errors
/// What the writer refused.
pub fn workbook(source: Source<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = title(&source);
    let edited = source.plan.edited.timestamp().as_second();
    // A time that no spreadsheet can hold is that of nobody's plan.
    let edited = ExcelDateTime::from_timestamp(edited.max(0))?;
    let about = DocProperties::new()
        .set_title(look::fitted(&title))
        .set_author(look::fitted(&safe_line(&source.plan.head.name)))
        .set_creation_datetime(&edited);
    book.set_properties(&about);
    let look = Look::new();
    rows(&source, &title).write(&mut book, &look, source.lang)?;
    head(&source, &title).write(&mut book, &look, source.lang)?;
    adaptation(&source, &title).write(&mut book, &look, source.lang)?;
    checkins(&source, &title).write(&mut book, &look, source.lang)?;
    if source.meant == Use::Read {
        for page in diagnosis::pages(&source) {
            page.write(&mut book, &look, source.lang)?;
        }
    }
    book.save_to_buffer()
}

fn title(source: &Source<'_>) -> String {
    let name = source.lang.pick("Rencana tindak lanjut", "Follow-up plan");
    name_of(source.plan).map_or_else(|| name.to_owned(), |sop| format!("{name} · {sop}"))
}

fn rows(source: &Source<'_>, title: &str) -> Page {
    let width = |column: Column| match column {
        Column::Number => 4,
        Column::Status | Column::Baseline => 9,
        Column::Start | Column::Finish => 10,
        Column::Target => 11,
        Column::Factor | Column::Responsible | Column::Resources | Column::Evidence => 13,
        Column::Purpose | Column::Indicator | Column::Obstacle | Column::Answer => 15,
        Column::Id => 19,
        Column::Action => 22,
    };
    Page {
        name: source.lang.pick("RTL", "Plan"),
        title: title.to_owned(),
        note: None,
        columns: Column::ALL
            .map(|column| (Cell::text(column.header().say(source.lang)), width(column)))
            .to_vec(),
        rows: (1..)
            .zip(&source.plan.rows)
            .map(|(number, row)| action(number, row, source))
            .collect(),
        room: (source.meant == Use::WriteOn).then_some(4),
        has_ids: true,
    }
}

fn action(number: u32, row: &Row, source: &Source<'_>) -> Vec<Cell> {
    let cell = |column: Column| match column {
        Column::Number => Cell::Number(f64::from(number)),
        Column::Start => Cell::day(row.start),
        Column::Finish => Cell::day(row.finish),
        Column::Status if source.meant == Use::WriteOn && row.status == Status::Planned => {
            Cell::Empty
        }
        Column::Status => Cell::text(row.status.say(source.lang)),
        Column::Factor => Cell::text(
            row.factor.as_deref().map_or("", |key| factor_name(source.course, key, source.lang)),
        ),
        Column::Id => Cell::text(&row.id),
        text => Cell::text(text.text(row).map_or("", String::as_str)),
    };
    Column::ALL.map(cell).to_vec()
}

fn head(source: &Source<'_>, title: &str) -> Page {
    let (lang, plan) = (source.lang, source.plan);
    let form = Form::new(plan, source.course, lang, Use::WriteOn);
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let period = say("Masa rencana", "Period");
    let mut rows = vec![];
    for (label, lines) in form.head.iter().flatten() {
        if *label == period {
            rows.push(vec![Cell::label(say("Mulai", "Start")), Cell::day(plan.head.from)]);
            rows.push(vec![Cell::label(say("Selesai", "Finish")), Cell::day(plan.head.to)]);
        } else {
            rows.push(vec![Cell::label(label), Cell::text(&lines.join("\n"))]);
        }
    }
    rows.push(vec![Cell::label(form.if_then_title), Cell::text(&markdown::plain(&form.if_then))]);
    Page {
        name: say("Identitas", "Head"),
        title: title.to_owned(),
        note: None,
        columns: vec![
            (Cell::text(say("Keterangan", "Field")), 24),
            (Cell::text(say("Isi", "Text")), 90),
        ],
        rows,
        room: (source.meant == Use::WriteOn).then_some(2),
        has_ids: false,
    }
}

fn adaptation(source: &Source<'_>, title: &str) -> Page {
    let lang = source.lang;
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let rows = source.plan.adaptation.iter().map(|part| {
        let name = challenge(&part.challenge, lang).unwrap_or(&part.challenge);
        vec![Cell::label(name), Cell::text(&part.differs), Cell::text(&part.change)]
    });
    Page {
        name: say("Penyesuaian", "Adaptation"),
        title: title.to_owned(),
        note: None,
        columns: vec![
            (Cell::text(say("Tantangan", "Challenge")), 18),
            (Cell::text(say("Yang berbeda", "What differs")), 56),
            (Cell::text(say("Yang diubah", "What changes")), 56),
        ],
        rows: rows.collect(),
        room: (source.meant == Use::WriteOn).then_some(4),
        has_ids: false,
    }
}

fn checkins(source: &Source<'_>, title: &str) -> Page {
    let lang = source.lang;
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let rows = (1_u32..).zip(source.plan.checkins_by_day()).map(|(number, checkin)| {
        let due = match (checkin.due, source.meant) {
            (None, Use::WriteOn) => {
                Cell::label(&format!("{} {}", number * 30, say("hari:", "days:")))
            }
            (due, _) => Cell::day(due),
        };
        vec![
            Cell::Number(f64::from(number)),
            due,
            Cell::day(checkin.at.map(Moment::date)),
            Cell::text(&checkin.did),
            Cell::text(&checkin.evidence),
            checkin.at.map_or(Cell::Empty, |_| Cell::Share(f64::from(checkin.progress) / 100.0)),
            Cell::text(&checkin.obstacle),
            Cell::text(&checkin.next),
            Cell::text(&checkin.id),
        ]
    });
    Page {
        name: say("Tinjauan", "Check-ins"),
        title: title.to_owned(),
        note: None,
        columns: vec![
            (Cell::text("No."), 5),
            (Cell::text(say("Tenggat", "Due")), 12),
            (Cell::text(say("Dilakukan", "Held")), 12),
            (Cell::text(say("Yang dikerjakan", "What was done")), 36),
            (Cell::text(say("Bukti", "Evidence")), 22),
            (Cell::text(say("Kemajuan", "Progress")), 11),
            (Cell::text(say("Hambatan", "Obstacle")), 24),
            (Cell::text(say("Langkah berikutnya", "Next step")), 26),
            (Cell::text("ID"), 19),
        ],
        rows: rows.collect(),
        room: (source.meant == Use::WriteOn).then_some(4),
        has_ids: true,
    }
}
