//! Dates of a plan that do not fit one another or the day: a plan may be older than its dates, and
//! people fill in one after the other.

use jiff::civil::Date;

use super::{Head, Row, RowPart, Status};
use crate::model::{
    dates::{day_month, short_date},
    text::{Lang, Text},
};

/// What is odd about dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// The end comes before the start.
    EndsFirst,
    /// A day lies outside the plan's period.
    Outside(Option<Date>, Option<Date>),
    /// The last day is over by so many days and the row is not done.
    Late(i32),
    /// The first day is over and the row has not begun.
    NotBegun(Date),
}

/// What is odd about the dates of a row of a plan with this head, and at which of the two.
pub(super) fn of_row(row: &Row, head: &Head, today: Date) -> Option<(RowPart, Days)> {
    if ends_first(row.start, row.finish) {
        return Some((RowPart::Finish, Days::EndsFirst));
    }
    let is_outside =
        |day: Date| head.from.is_some_and(|from| day < from) || head.to.is_some_and(|to| day > to);
    let outside = Days::Outside(head.from, head.to);
    let odd = [(RowPart::Start, row.start), (RowPart::Finish, row.finish)]
        .into_iter()
        .find(|(_, day)| day.is_some_and(is_outside));
    // A period that is odd itself is told of there.
    if let (Some((part, _)), None) = (odd, of_head(head)) {
        return Some((part, outside));
    }
    if let Some(days) = late(row, today) {
        return Some((RowPart::Finish, Days::Late(days)));
    }
    let start = row.start.filter(|start| *start < today && row.status == Status::Planned)?;
    Some((RowPart::Start, Days::NotBegun(start)))
}

/// How many days ago a row should have been done, if it should and is not.
pub fn late(row: &Row, today: Date) -> Option<i32> {
    let is_open = matches!(row.status, Status::Planned | Status::Started);
    let finish = row.finish.filter(|finish| is_open && *finish < today)?;
    finish.until(today).ok().map(|span| span.get_days())
}

/// What is odd about the period of a plan.
pub(super) fn of_head(head: &Head) -> Option<Days> {
    ends_first(head.from, head.to).then_some(Days::EndsFirst)
}

fn ends_first(from: Option<Date>, to: Option<Date>) -> bool {
    from.zip(to).is_some_and(|(from, to)| to < from)
}

impl Days {
    /// In words.
    pub fn say(self, lang: Lang) -> String {
        let day = |date: Option<_>| date.map_or("…".to_owned(), |date| short_date(date, lang));
        match (self, lang) {
            (Self::EndsFirst, Lang::Id) => "Selesai sebelum mulai.".to_owned(),
            (Self::EndsFirst, Lang::En) => "It ends before it starts.".to_owned(),
            (Self::Outside(from, to), Lang::Id) => {
                format!("Di luar masa rencana ({} – {}).", day(from), day(to))
            }
            (Self::Outside(from, to), Lang::En) => {
                format!("Outside the plan’s period ({} – {}).", day(from), day(to))
            }
            (Self::Late(days), Lang::Id) => format!("Terlambat {days} hari."),
            (Self::Late(1), Lang::En) => "1 day late.".to_owned(),
            (Self::Late(days), Lang::En) => format!("{days} days late."),
            (Self::NotBegun(start), Lang::Id) => {
                format!("Seharusnya mulai {}; statusnya masih rencana.", day_month(start, lang))
            }
            (Self::NotBegun(start), Lang::En) => {
                format!("It should have begun on {}; it is still planned.", day_month(start, lang))
            }
        }
    }

    /// Why that matters, and what to do.
    pub(super) const fn reasons(self) -> (Text, Text) {
        match self {
            Self::EndsFirst | Self::Outside(..) => (
                Text::new(
                    "Tanggal yang tidak cocok tidak dapat ditagih.",
                    "Dates that do not fit cannot be asked after.",
                ),
                Text::new(
                    "Ubah salah satu tanggal, atau masa rencana di identitas.",
                    "Change one of the dates, or the period in the plan details.",
                ),
            ),
            Self::Late(_) | Self::NotBegun(_) => (
                Text::new(
                    "Rencana yang jujur menunjukkan keadaan sebenarnya; terlambat bukan aib.",
                    "An honest plan shows how things are; being late is no shame.",
                ),
                Text::new(
                    "Ubah statusnya, atau pilih tanggal baru yang dapat ditepati.",
                    "Change the status, or choose a new date that can be kept.",
                ),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    fn told(from: &str, to: &str, start: &str, finish: &str) -> Option<(RowPart, Days)> {
        let head = Head { from: date(from), to: date(to), ..Head::default() };
        let row = Row { start: date(start), finish: date(finish), ..Row::new("1".to_owned()) };
        of_row(&row, &head, "2026-11-24".parse().unwrap())
    }

    #[test]
    fn only_dates_that_do_not_fit_are_told() {
        let (from, to) = ("2026-12-01", "2027-03-01");
        let outside = Days::Outside(date(from), date(to));
        for (start, finish, expected) in [
            ("2026-12-01", "2027-03-01", None),
            ("", "", None),
            ("2026-12-07", "", None),
            ("2026-12-07", "2026-12-07", None),
            ("2026-12-08", "2026-12-07", Some((RowPart::Finish, Days::EndsFirst))),
            ("2026-11-30", "2026-12-07", Some((RowPart::Start, outside))),
            ("", "2027-03-02", Some((RowPart::Finish, outside))),
        ] {
            assert_eq!(told(from, to, start, finish), expected, "{start} {finish}");
        }
        let late = Some((RowPart::Finish, Days::Late(5)));
        assert_eq!(told("", "", "2026-11-12", "2026-11-19"), late, "no period, nothing outside");
        let (start, day) = ("2026-11-23", date("2026-11-23").unwrap());
        assert_eq!(told("", "", start, "2026-11-24"), Some((RowPart::Start, Days::NotBegun(day))));
        assert_eq!(told("", "", "2026-11-24", "2026-11-24"), None, "today is not over");
        assert_eq!(told(to, from, from, from), None, "the period itself is told of");
        let head = Head { from: date(to), to: date(from), ..Head::default() };
        assert_eq!(of_head(&head), Some(Days::EndsFirst));
    }

    #[test]
    fn what_is_done_or_given_up_is_never_late() {
        let today = "2026-12-24".parse().unwrap();
        for (status, expected) in [
            (Status::Planned, Some(7)),
            (Status::Started, Some(7)),
            (Status::Done, None),
            (Status::Dropped, None),
            (Status::Other("paused".to_owned()), None),
        ] {
            let row = Row { finish: date("2026-12-17"), status, ..Row::default() };
            assert_eq!(late(&row, today), expected, "{:?}", row.status);
        }
    }
}
