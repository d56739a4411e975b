//! What one cell of a table says.

use jiff::{ToSpan, civil::Date};

use super::bad_id;
use crate::model::{
    course::Course,
    dates::parse_date,
    plan::{
        LONGEST, Row, Status,
        columns::{Column, factor_key, status_of},
        guard::unguard,
        incoming::{Fault, json::too_long},
    },
    text::{Said, Text},
};

/// Headers that people write who make the table by hand, in small letters.
const OTHER_NAMES: [(&str, Column); 15] = [
    ("no", Column::Number),
    ("nomor", Column::Number),
    ("aksi", Column::Action),
    ("kegiatan", Column::Action),
    ("rencana", Column::Action),
    ("rencana aksi (kata kerja)", Column::Action),
    ("faktor", Column::Factor),
    ("factor", Column::Factor),
    ("sasaran", Column::Target),
    ("pj", Column::Responsible),
    ("penanggung jawab (jabatan)", Column::Responsible),
    ("tanggal mulai", Column::Start),
    ("tanggal selesai", Column::Finish),
    ("anggaran", Column::Resources),
    ("id", Column::Id),
];

/// The column that a header means.
pub(super) fn header(name: &str) -> Option<Column> {
    let lower = name.trim().trim_end_matches([':', '.']).to_lowercase();
    let known = || OTHER_NAMES.into_iter().find(|(other, _)| *other == lower);
    Column::from_header(name).or_else(|| known().map(|(_, column)| column))
}

/// What a cell writes into a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Set {
    Id(String),
    Text(Column, String),
    Factor(Option<String>),
    Status(Status),
    Start(Option<Date>),
    Finish(Option<Date>),
}

impl Set {
    /// Reads a cell; `None` for one that says nothing about a row.
    pub(super) fn read(
        column: Column,
        cell: &str,
        course: &Course,
        today: Date,
    ) -> Result<Option<Self>, Fault> {
        let text = unguard(cell);
        let length = text.chars().count();
        if length > LONGEST {
            return Err(too_long(length));
        }
        let trimmed = text.trim();
        Ok(Some(match column {
            Column::Number => return Ok(None),
            Column::Id if trimmed.is_empty() => return Ok(None),
            Column::Id => match bad_id(trimmed) {
                Some(fault) => return Err(fault),
                None => Self::Id(trimmed.to_owned()),
            },
            Column::Factor => Self::Factor(factor_key(course, trimmed)),
            Column::Status => Self::Status(status_of(trimmed)),
            Column::Start => Self::Start(date(trimmed, today)?),
            Column::Finish => Self::Finish(date(trimmed, today)?),
            _ => Self::Text(column, text.to_owned()),
        }))
    }

    /// Writes it.
    pub(super) fn fill(&self, row: &mut Row) {
        match self {
            Self::Id(_) => {}
            Self::Text(column, text) => {
                if let Some(field) = column.text_mut(row) {
                    field.clone_from(text);
                }
            }
            Self::Factor(factor) => row.factor.clone_from(factor),
            Self::Status(status) => row.status = status.clone(),
            Self::Start(day) => {
                row.start = *day;
                if day.is_some() {
                    row.unread.first.clear();
                }
            }
            Self::Finish(day) => {
                row.finish = *day;
                if day.is_some() {
                    row.unread.last.clear();
                }
            }
        }
    }
}

/// A date, or none; it must say its year, so that the day of reading decides nothing.
fn date(text: &str, today: Date) -> Result<Option<Date>, Fault> {
    // A dash is how empty cells are printed.
    if text.is_empty() || text == "–" || text == "-" {
        return Ok(None);
    }
    let read = parse_date(text, today).map_err(|fault| {
        Fault::whole(
            Said::both(|lang| fault.say(lang)),
            Text::new(
                "Di sini tahunnya ikut ditulis: 2026-12-24 atau 24/12/2026.",
                "Here the year is needed: 2026-12-24 or 24/12/2026.",
            ),
        )
    })?;
    let later = today.checked_add(400.days()).ok().and_then(|later| parse_date(text, later).ok());
    if later == Some(read) {
        return Ok(Some(read));
    }
    Err(Fault::whole(
        Text::new("Tanggal ini tanpa tahun.", "This date has no year."),
        Text::new("Tulis seperti 24/12/2026.", "Write it like 24/12/2026."),
    ))
}
