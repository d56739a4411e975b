//! The rows of a plan as CSV for spreadsheets: UTF-8 with a mark in front, `;` between fields, CRLF at
//! line ends, every field quoted, dates as `YYYY-MM-DD`. No field begins as a formula; the guard that
//! sees to it is taken off again on reading.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::model::{
    course::Course,
    plan::{
        Plan, Row, Status,
        columns::{Column, factor_name},
        form::Use,
        guard::guard,
    },
    safe_text::safe,
    text::Lang,
};

/// By this mark Excel knows UTF-8.
const MARK: &str = "\u{feff}";

/// A header in the language, then one line for each row of the plan.
///
/// # Errors
/// What the writer refused.
pub fn plan(plan: &Plan, course: &Course, lang: Lang, meant: Use) -> Result<Vec<u8>, ::csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    writer.write_record(Column::ALL.map(|column| column.header().say(lang)))?;
    for (number, row) in (1..).zip(&plan.rows) {
        let fields = Column::ALL.map(|column| field(column, number, row, course, lang, meant));
        writer.write_record(fields.iter().map(|text| guard(text).into_owned()))?;
    }
    writer.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))
}

fn field(
    column: Column,
    number: usize,
    row: &Row,
    course: &Course,
    lang: Lang,
    meant: Use,
) -> String {
    let day =
        |date: Option<jiff::civil::Date>| date.map_or_else(String::new, |day| day.to_string());
    let text = match column {
        Column::Number => return number.to_string(),
        Column::Start => return day(row.start),
        Column::Finish => return day(row.finish),
        // Nobody has planned anything on an empty sheet.
        Column::Status if meant == Use::WriteOn && row.status == Status::Planned => "",
        Column::Status => row.status.say(lang),
        Column::Factor => row.factor.as_deref().map_or("", |key| factor_name(course, key, lang)),
        Column::Id => &row.id,
        text => text.text(row).map_or("", String::as_str),
    };
    safe(text).into_owned()
}
