//! A month as a calendar shows it, and steps from day to day. It stays within the years that a
//! typed date can mean, so that whatever is picked can be typed as well.

use jiff::{Span, ToSpan, civil::Date};

use super::{YEARS, month};
use crate::model::text::{Lang, Text};

/// Days of the week, Monday first.
const DAYS: [Text; 7] = [
    Text::new("Senin", "Monday"),
    Text::new("Selasa", "Tuesday"),
    Text::new("Rabu", "Wednesday"),
    Text::new("Kamis", "Thursday"),
    Text::new("Jumat", "Friday"),
    Text::new("Sabtu", "Saturday"),
    Text::new("Minggu", "Sunday"),
];
/// Letters of a shortened day.
const SHORT: usize = 3;

/// A way from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// So many days on; below zero, back.
    Days(i16),
    /// So many months on, on the last day where the month is too short.
    Months(i16),
    /// The first day of the month.
    First,
    /// The last day of the month.
    Last,
}

/// The day that a way leads to, within the years that dates may have.
pub fn moved(from: Date, way: Way) -> Date {
    let on = |span: Span| from.saturating_add(span);
    within(match way {
        Way::Days(days) => on(days.days()),
        Way::Months(months) => on(months.months()),
        Way::First => from.first_of_month(),
        Way::Last => from.last_of_month(),
    })
}

/// The day itself, or the nearest one within the years that dates may have.
pub fn within(date: Date) -> Date {
    let first = Date::new(*YEARS.start(), 1, 1).unwrap_or(Date::MIN);
    let last = Date::new(*YEARS.end(), 12, 31).unwrap_or(Date::MAX);
    date.clamp(first, last)
}

/// The weeks of the day's month, Monday first; days of other months are `None`.
pub fn weeks(date: Date) -> Vec<[Option<Date>; 7]> {
    let mut weeks = Vec::new();
    let mut week = [None; 7];
    for number in 1..=date.days_in_month() {
        let day = Date::new(date.year(), date.month(), number).ok();
        let place = day.map_or(0, column);
        if let Some(cell) = week.get_mut(place) {
            *cell = day;
        }
        if place == week.len() - 1 {
            weeks.push(std::mem::take(&mut week));
        }
    }
    if week.iter().any(Option::is_some) {
        weeks.push(week);
    }
    weeks
}

/// The column of a day, 0 for Monday.
pub fn column(date: Date) -> usize {
    usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0)
}

/// The days of the week in three letters, Monday first.
pub fn short_days(lang: Lang) -> [String; 7] {
    DAYS.map(|day| day.say(lang).chars().take(SHORT).collect())
}

/// `Selasa, 24 November 2026`.
pub fn long_date(date: Date, lang: Lang) -> String {
    let day = DAYS.get(column(date)).copied().unwrap_or_default();
    format!("{}, {}", day.say(lang), super::date(date, lang))
}

/// `November 2026`.
pub fn month_name(date: Date, lang: Lang) -> String {
    format!("{} {}", month(date.month()).say(lang), date.year())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    proptest! {
        #[test]
        fn a_month_begins_its_weeks_on_monday_and_holds_every_day_once(
            year in 1900i16..2200, number in 1i8..=12,
        ) {
            let first = Date::new(year, number, 1).unwrap();
            let weeks = weeks(first);
            let days: Vec<Date> = weeks.iter().flatten().copied().flatten().collect();
            let all: Vec<Date> =
                (1..=first.days_in_month()).map(|d| Date::new(year, number, d).unwrap()).collect();
            prop_assert_eq!(days, all);
            prop_assert!(weeks.len() <= 6);
            for week in &weeks {
                for (place, day) in week.iter().enumerate() {
                    if let Some(day) = day {
                        prop_assert_eq!(column(*day), place);
                    }
                }
                prop_assert!(week[0].is_none_or(|day| day.weekday() == jiff::civil::Weekday::Monday));
            }
        }

        #[test]
        fn no_way_leaves_the_years(days in any::<i16>(), months in any::<i16>(), year in 1i16..=9999) {
            let from = Date::new(year, 1, 31).unwrap();
            for way in [Way::Days(days), Way::Months(months), Way::First, Way::Last] {
                prop_assert!(YEARS.contains(&moved(from, way).year()));
            }
        }
    }

    #[test]
    fn a_month_that_is_too_short_gives_its_last_day() {
        for (from, months, to) in [
            ("2027-01-31", 1, "2027-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2026-12-15", 1, "2027-01-15"),
            ("2027-03-31", -1, "2027-02-28"),
            ("2199-12-31", 1, "2199-12-31"),
            ("1900-01-01", -1, "1900-01-01"),
        ] {
            assert_eq!(moved(day(from), Way::Months(months)), day(to), "{from}");
        }
        assert_eq!(moved(day("2028-02-10"), Way::Last), day("2028-02-29"));
        assert_eq!(moved(day("2100-02-10"), Way::Last), day("2100-02-28"));
    }

    #[test]
    fn days_and_months_are_named_in_both_languages() {
        assert_eq!(short_days(Lang::Id).join(" "), "Sen Sel Rab Kam Jum Sab Min");
        assert_eq!(short_days(Lang::En).join(" "), "Mon Tue Wed Thu Fri Sat Sun");
        assert_eq!(long_date(day("2026-11-24"), Lang::Id), "Selasa, 24 November 2026");
        assert_eq!(month_name(day("2026-05-01"), Lang::En), "May 2026");
    }
}
