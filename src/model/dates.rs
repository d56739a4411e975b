//! Dates, times and numbers as people of each language write them, and dates as they type them.
//! Knows no clock: today comes in as a value.

pub mod month;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::{
    moment::Moment,
    text::{Lang, Text},
};

const MONTHS: [Text; 12] = [
    Text::new("Januari", "January"),
    Text::new("Februari", "February"),
    Text::new("Maret", "March"),
    Text::new("April", "April"),
    Text::new("Mei", "May"),
    Text::new("Juni", "June"),
    Text::new("Juli", "July"),
    Text::new("Agustus", "August"),
    Text::new("September", "September"),
    Text::new("Oktober", "October"),
    Text::new("November", "November"),
    Text::new("Desember", "December"),
];
/// Ways to shorten or spell a month that are not the beginning of its name.
const OTHER_NAMES: [(&str, i8); 5] =
    [("pebruari", 2), ("agt", 8), ("ags", 8), ("agst", 8), ("nopember", 11)];
/// Fewest letters that name a month.
const SHORTEST_MONTH: usize = 3;
/// Years that a plan or a record can mean; anything else is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
/// Stands for a number that cannot be computed.
const NO_NUMBER: &str = "–";

/// `24 November 2026`, month names of the language.
pub fn date(date: Date, lang: Lang) -> String {
    format!("{} {} {}", date.day(), month(date.month()).say(lang), date.year())
}

/// `24 Des 2026` / `24 Dec 2026`.
pub fn short_date(date: Date, lang: Lang) -> String {
    format!("{} {}", day_month(date, lang), date.year())
}

/// `24 Des` / `24 Dec`, where the year is plain.
pub fn day_month(date: Date, lang: Lang) -> String {
    let name: String = month(date.month()).say(lang).chars().take(SHORTEST_MONTH).collect();
    format!("{} {name}", date.day())
}

/// The clock on the wall there and then, `09.12` / `09:12`.
pub fn clock(moment: Moment, lang: Lang) -> String {
    let wall = moment.wall();
    format!("{:02}{}{:02}", wall.hour(), lang.pick('.', ':'), wall.minute())
}

/// `1.078,33` / `1,078.33` with so many decimals, halves rounded away from zero; `–` for a number
/// that is not finite.
pub fn number(value: f64, decimals: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    let scaled = (value * scale).round();
    let rounded = if scaled.is_finite() { scaled / scale } else { value };
    let plain = format!("{:.decimals$}", rounded.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (group, point) = lang.pick(('.', ','), (',', '.'));
    let mut out = String::new();
    if rounded < 0.0 {
        out.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// A share of 0..=1 in whole per cent: `78 %` / `78%`; `–` for a share that is not finite.
pub fn percent(share: f64, lang: Lang) -> String {
    if !share.is_finite() {
        return NO_NUMBER.to_owned();
    }
    number(share * 100.0, 0, lang) + lang.pick(" %", "%")
}

/// Why a typed date is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    /// Nothing was typed.
    #[error("no date")]
    Empty,
    /// It does not have the form of a date.
    #[error("not a date")]
    Shape,
    /// A word that names no month in either language.
    #[error("no month is called {0}")]
    MonthName(String),
    /// A month outside 1..=12.
    #[error("there is no month {0}")]
    Month(u16),
    /// A day that the month does not have; `year` is `None` when none was typed.
    #[error("month {month} has no day {day}")]
    Day {
        /// As typed.
        day: u16,
        /// 1..=12.
        month: i8,
        /// As typed.
        year: Option<i16>,
    },
    /// A year outside 1900..=2199.
    #[error("the year {0} is out of range")]
    Year(u16),
}

impl DateFault {
    /// What is wrong and how to write it, in one or two plain sentences.
    pub fn say(&self, lang: Lang) -> String {
        let id = lang == Lang::Id;
        let fault = match self {
            Self::Empty if id => "Tanggal belum diisi.".to_owned(),
            Self::Empty => "No date was entered.".to_owned(),
            Self::Shape if id => "Ini belum terbaca sebagai tanggal.".to_owned(),
            Self::Shape => "This does not read as a date.".to_owned(),
            Self::MonthName(name) if id => format!("“{name}” bukan nama bulan."),
            Self::MonthName(name) => format!("“{name}” is not the name of a month."),
            Self::Month(month) if id => {
                format!("Bulan {month} tidak ada; tulis hari lebih dahulu, lalu bulan.")
            }
            Self::Month(month) => {
                format!("There is no month {month}; write the day first, then the month.")
            }
            Self::Day { day, month: number, year } => {
                let name = month(*number).say(lang);
                let when = year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"));
                if id {
                    format!("Tanggal {day} {when} tidak ada.")
                } else {
                    format!("There is no {day} {when}.")
                }
            }
            Self::Year(year) if id => format!("Tahun {year} di luar jangkauan."),
            Self::Year(year) => format!("The year {year} is out of range."),
        };
        fault + lang.pick(" Contoh: 24/12/2026 atau 24 Des.", " For example: 24/12/2026 or 24 Dec.")
    }
}

/// Reads a date as people type it: `2026-12-24`, `24/12/2026`, `24.12.26`, `24 Des 2026`,
/// `24 December`. Day before month unless the year stands first; both languages; a year of two
/// digits is 20xx; without a year the next such day is meant, today included.
pub fn parse_date(text: &str, today: Date) -> Result<Date, DateFault> {
    let parts = parts(text)?;
    let (day, month, year) = match parts.as_slice() {
        [] => return Err(DateFault::Empty),
        [Part::Number(year, 4), month, Part::Number(day, 1 | 2)] => (*day, month, Some((*year, 4))),
        [Part::Number(day, 1 | 2), month, Part::Number(year, length @ (2 | 4))] => {
            (*day, month, Some((*year, *length)))
        }
        [Part::Number(day, 1 | 2), month] => (*day, month, None),
        _ => return Err(DateFault::Shape),
    };
    let month = match month {
        Part::Word(name) => month_named(name).ok_or(DateFault::MonthName(name.clone()))?,
        Part::Number(number, 1 | 2) => i8::try_from(*number)
            .ok()
            .filter(|month| (1..=12).contains(month))
            .ok_or(DateFault::Month(*number))?,
        Part::Number(..) => return Err(DateFault::Shape),
    };
    let year = match year {
        None => None,
        Some((short, 2)) => i16::try_from(short).ok().map(|short| 2000 + short),
        Some((year, _)) => Some(
            i16::try_from(year)
                .ok()
                .filter(|year| YEARS.contains(year))
                .ok_or(DateFault::Year(year))?,
        ),
    };
    let fault = DateFault::Day { day, month, year };
    let Ok(number) = i8::try_from(day) else { return Err(fault) };
    match year {
        Some(year) => Date::new(year, month, number).ok(),
        None => next(number, month, today),
    }
    .ok_or(fault)
}

/// A run of digits with its length, or a run of letters.
enum Part {
    Number(u16, usize),
    Word(String),
}

fn parts(text: &str) -> Result<Vec<Part>, DateFault> {
    let text = text.to_lowercase();
    let mut chars = text.chars().peekable();
    let mut parts = Vec::new();
    while let Some(&first) = chars.peek() {
        let mut take = |is_same: fn(char) -> bool| {
            std::iter::from_fn(|| chars.next_if(|&c| is_same(c))).collect::<String>()
        };
        if first.is_ascii_digit() {
            let digits = take(|c| c.is_ascii_digit());
            let number = digits.parse().map_err(|_| DateFault::Shape)?;
            parts.push(Part::Number(number, digits.len()));
        } else if first.is_alphabetic() {
            parts.push(Part::Word(take(char::is_alphabetic)));
        } else if first.is_whitespace() || matches!(first, '-' | '/' | '.' | ',') {
            chars.next();
        } else {
            return Err(DateFault::Shape);
        }
    }
    Ok(parts)
}

/// The month that a lowercase word means, 1..=12: a name in either language or its beginning.
fn month_named(word: &str) -> Option<i8> {
    let begins = |name: &str| name.to_lowercase().starts_with(word);
    let known = (1..).zip(MONTHS).find(|(_, name)| begins(name.id) || begins(name.en));
    let other = || OTHER_NAMES.into_iter().find(|(name, _)| name.starts_with(word));
    if word.chars().count() < SHORTEST_MONTH {
        return None;
    }
    known.map(|(month, _)| month).or_else(|| other().map(|(_, month)| month))
}

/// The next such day from `today` on, `None` when no year has it. Nine years hold a leap year.
fn next(day: i8, month: i8, today: Date) -> Option<Date> {
    (0..9)
        .filter_map(|ahead| Date::new(today.year().checked_add(ahead)?, month, day).ok())
        .find(|date| *date >= today)
}

fn month(number: i8) -> Text {
    let index = usize::try_from(number).unwrap_or(0).saturating_sub(1);
    MONTHS.get(index).copied().unwrap_or_default()
}
