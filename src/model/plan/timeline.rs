//! The rows of a plan by week: from when to when, what is late, what has no date. Draws nothing.

use jiff::{ToSpan, civil::Date};

use super::{Plan, Row, Status, review::late};
use crate::model::{moment::Moment, text::Lang};

/// Days of a week.
const WEEK: i32 = 7;

/// The rows of a plan on a line of weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The Monday on which the first week begins.
    pub first: Date,
    /// How many weeks there are, at least one.
    pub weeks: usize,
    /// Rows with a date, in the order of the plan.
    pub bars: Vec<Bar>,
    /// Places of rows without one.
    pub undated: Vec<usize>,
    /// Check-ins: the day, and whether it was held.
    pub checkins: Vec<(Date, bool)>,
}

/// One row from its first day to its last; the same day twice where only one is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its place in the plan.
    pub at: usize,
    /// First day.
    pub from: Date,
    /// Last day, never before the first.
    pub to: Date,
}

impl Timeline {
    /// Of a plan, long enough for its rows, its period, its check-ins and today.
    pub fn of(plan: &Plan, today: Date) -> Self {
        let mut bars = Vec::new();
        let mut undated = Vec::new();
        for (at, row) in plan.rows.iter().enumerate() {
            match (row.start.or(row.finish), row.finish.or(row.start)) {
                // An end before the start is told elsewhere; here it is a span all the same.
                (Some(one), Some(other)) => {
                    bars.push(Bar { at, from: one.min(other), to: one.max(other) });
                }
                _ => undated.push(at),
            }
        }
        let checkins: Vec<(Date, bool)> = plan
            .checkins
            .iter()
            .filter_map(|it| {
                let held = it.at.map(Moment::date);
                Some((held.or(it.due)?, held.is_some()))
            })
            .collect();
        let head = [plan.head.from, plan.head.to].into_iter().flatten();
        let days = bars.iter().flat_map(|bar| [bar.from, bar.to]);
        let days = days.chain(head).chain(checkins.iter().map(|(day, _)| *day));
        let (first, last) =
            days.fold((today, today), |(first, last), day| (first.min(day), last.max(day)));
        let first = monday(first);
        let weeks = usize::try_from(between(first, last) / WEEK + 1).unwrap_or(1);
        Self { first, weeks, bars, undated, checkins }
    }

    /// The column of a day where a week takes so many columns: days before the first week fall on
    /// its first column.
    pub fn column(&self, day: Date, columns: usize) -> usize {
        let days = usize::try_from(between(self.first, day)).unwrap_or(0);
        days / 7 * columns + days % 7 * columns / 7
    }

    /// The week of a day.
    pub fn week(&self, day: Date) -> usize {
        self.column(day, 1)
    }

    /// The Monday of a week.
    pub fn monday(&self, week: usize) -> Date {
        let weeks = i64::try_from(week).unwrap_or(0);
        jiff::Span::new()
            .try_weeks(weeks)
            .and_then(|weeks| self.first.checked_add(weeks))
            .unwrap_or(self.first)
    }
}

fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(back.days()).unwrap_or(day)
}

fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// How a row stands today, in a word or two: late first, since that is to be seen.
pub fn state(row: &Row, today: Date, lang: Lang) -> String {
    if let Some(days) = late(row, today) {
        return match (lang, days) {
            (Lang::Id, days) => format!("terlambat {days} hari"),
            (Lang::En, 1) => "1 day late".to_owned(),
            (Lang::En, days) => format!("{days} days late"),
        };
    }
    let is_open = matches!(row.status, Status::Planned | Status::Started);
    if is_open && row.finish == Some(today) {
        return lang.pick("batas hari ini", "due today").to_owned();
    }
    if row.status == Status::Planned && row.start.is_some_and(|start| start < today) {
        return lang.pick("belum mulai", "not begun").to_owned();
    }
    row.status.say(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::plan::{CheckIn, tests::full};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_begin_on_monday_and_hold_every_day_of_the_plan() {
        let mut plan = full();
        plan.rows.push(Row::new("2".to_owned()));
        plan.checkins.push(CheckIn::planned("c".to_owned(), day("2026-12-24")));
        let line = Timeline::of(&plan, day("2026-11-24"));
        assert_eq!((line.first, line.weeks), (day("2026-11-23"), 5));
        assert_eq!(line.bars, [Bar { at: 0, from: day("2026-12-01"), to: day("2026-12-14") }]);
        assert_eq!((line.undated.as_slice(), line.checkins.len()), ([1].as_slice(), 1));
        assert_eq!((line.week(day("2026-11-29")), line.week(day("2026-11-30"))), (0, 1));
        assert_eq!(line.monday(1), day("2026-11-30"));
        assert_eq!(line.column(day("2026-12-03"), 2), 2, "the first half of the second week");
        assert_eq!(line.column(day("2026-12-04"), 2), 3, "and its second half");
    }

    #[test]
    fn what_is_late_is_said_before_everything_else() {
        let today = day("2026-12-20");
        let row = |start: &str, finish: &str, status| Row {
            start: start.parse().ok(),
            finish: finish.parse().ok(),
            status,
            ..Row::default()
        };
        for (row, id, en) in [
            (row("2026-12-01", "2026-12-14", Status::Started), "terlambat 6 hari", "6 days late"),
            (row("", "2026-12-19", Status::Planned), "terlambat 1 hari", "1 day late"),
            (row("", "2026-12-20", Status::Planned), "batas hari ini", "due today"),
            (row("2026-12-01", "2026-12-24", Status::Planned), "belum mulai", "not begun"),
            (row("2026-12-01", "2026-12-14", Status::Done), "selesai", "done"),
            (row("2026-12-01", "2026-12-14", Status::Dropped), "batal", "dropped"),
            (row("", "", Status::Planned), "rencana", "planned"),
        ] {
            assert_eq!(state(&row, today, Lang::Id), id);
            assert_eq!(state(&row, today, Lang::En), en);
        }
    }

    proptest! {
        #[test]
        fn every_day_has_its_column_within_the_weeks(
            days in proptest::collection::vec((-40_000..80_000i32, -40_000..80_000i32), 0..6),
            columns in 1..6usize,
        ) {
            let today = day("2026-11-24");
            let on = |days: i32| today.saturating_add(days.days());
            let mut plan = full();
            plan.rows = days.iter().map(|(start, finish)| Row {
                start: Some(on(*start)), finish: Some(on(*finish)), ..Row::default()
            }).collect();
            let line = Timeline::of(&plan, today);
            for day in line.bars.iter().flat_map(|bar| [bar.from, bar.to]).chain([today]) {
                prop_assert!(day >= line.first && line.week(day) < line.weeks);
                prop_assert!(line.column(day, columns) < line.weeks * columns);
                let monday = line.monday(line.week(day));
                prop_assert!(monday <= day && between(monday, day) < WEEK);
            }
        }
    }
}
