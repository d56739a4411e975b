//! Dates of a plan that do not fit one another. They are told and never refused: a plan may be older
//! than its dates, and people fill in one after the other.

use jiff::civil::Date;

use super::{Head, Row};
use crate::model::{dates::short_date, text::Lang};

/// What is odd about dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The end comes before the start.
    EndsFirst,
    /// A day lies outside the plan's period.
    Outside(Option<Date>, Option<Date>),
}

/// What is odd about the dates of a row of a plan with this head.
pub fn of_row(row: &Row, head: &Head) -> Option<Oddity> {
    ends_first(row.start, row.finish).or_else(|| {
        let is_outside = |day: Date| {
            head.from.is_some_and(|from| day < from) || head.to.is_some_and(|to| day > to)
        };
        let days = [row.start, row.finish];
        let is_odd = days.into_iter().flatten().any(is_outside);
        // A period that is odd itself is told of there.
        (is_odd && of_head(head).is_none()).then_some(Oddity::Outside(head.from, head.to))
    })
}

/// What is odd about the period of a plan.
pub fn of_head(head: &Head) -> Option<Oddity> {
    ends_first(head.from, head.to)
}

fn ends_first(from: Option<Date>, to: Option<Date>) -> Option<Oddity> {
    from.zip(to).is_some_and(|(from, to)| to < from).then_some(Oddity::EndsFirst)
}

impl Oddity {
    /// In words.
    pub fn say(self, lang: Lang) -> String {
        let day = |date: Option<Date>| date.map_or("…".to_owned(), |date| short_date(date, lang));
        match (self, lang) {
            (Self::EndsFirst, Lang::Id) => "Selesai sebelum mulai.".to_owned(),
            (Self::EndsFirst, Lang::En) => "It ends before it starts.".to_owned(),
            (Self::Outside(from, to), Lang::Id) => {
                format!("Di luar masa rencana ({} – {}).", day(from), day(to))
            }
            (Self::Outside(from, to), Lang::En) => {
                format!("Outside the plan’s period ({} – {}).", day(from), day(to))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    fn told(from: &str, to: &str, start: &str, finish: &str) -> Option<Oddity> {
        let head = Head { from: date(from), to: date(to), ..Head::default() };
        let row = Row { start: date(start), finish: date(finish), ..Row::new("1".to_owned()) };
        of_row(&row, &head)
    }

    #[test]
    fn only_dates_that_do_not_fit_are_told() {
        let (from, to) = ("2026-12-01", "2027-03-01");
        let outside = Some(Oddity::Outside(date(from), date(to)));
        for (start, finish, expected) in [
            ("2026-12-01", "2027-03-01", None),
            ("", "", None),
            ("2026-12-07", "", None),
            ("2026-12-07", "2026-12-07", None),
            ("2026-12-08", "2026-12-07", Some(Oddity::EndsFirst)),
            ("2026-11-30", "2026-12-07", outside),
            ("", "2027-03-02", outside),
        ] {
            assert_eq!(told(from, to, start, finish), expected, "{start} {finish}");
        }
        assert_eq!(told("", "", "2020-01-01", ""), None, "no period, nothing outside");
        assert_eq!(told(to, from, "2026-12-07", ""), None, "the period is told of where it stands");
        let head = Head { from: date(to), to: date(from), ..Head::default() };
        assert_eq!(of_head(&head), Some(Oddity::EndsFirst));
    }
}
