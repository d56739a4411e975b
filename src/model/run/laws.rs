//! Laws of a run: time belongs to what the hall saw, polls are totals, reports add up.

use jiff::SignedDuration;
use proptest::prelude::*;

use super::{document::document, *};
use crate::model::{
    document::text::lines,
    live::{Command, apply, samples::course},
    text::Lang,
};

const NOW: &str = "2026-11-24T08:00:00+07:00";

fn at(seconds: i64) -> Moment {
    NOW.parse::<Moment>().unwrap().later(SignedDuration::from_secs(seconds))
}

/// Commands with the seconds at which they were given, and the run that comes of them.
fn played(commands: &[(i64, Command)]) -> (Run, Live) {
    let course = course();
    let mut run = Run::new("kelas", &course, false);
    let mut state = Live::new("kelas", &course);
    for (second, command) in commands {
        let next = apply(&state, command, &course, at(*second));
        run = record(&run, &state, &next, at(*second));
        state = next;
    }
    (run, state)
}

fn seconds(run: &Run) -> Vec<(u32, &str, i64)> {
    let pages = |day: &'_ RunDay| day.pages.iter().map(|shown| shown.seconds).collect::<Vec<_>>();
    let rows = run.days.iter().flat_map(|day| {
        day.pages.iter().zip(pages(day)).map(|(shown, s)| (day.day, shown.page.as_str(), s))
    });
    rows.collect()
}

fn go_to(page: &str) -> Command {
    Command::GoTo(page.to_owned())
}

#[test]
fn time_belongs_to_what_the_hall_saw() {
    let (run, state) = played(&[
        (0, Command::Begin),
        (60, Command::Next),
        (90, go_to("b1")),
        (100, Command::Black(true)),
        (400, Command::Black(false)),
        (430, Command::Freeze),
        (440, go_to("c1")),
        (500, Command::Thaw),
        (512, Command::Freeze),
    ]);
    assert_eq!(seconds(&run), [(1, "a1", 90), (1, "b1", 110), (1, "c1", 12)]);
    assert_eq!(run.days[0].black, 300);
    let later = record(&run, &state, &state, at(520));
    assert_eq!(seconds(&later)[2], (1, "c1", 20));
    assert_eq!(record(&later, &state, &state, at(520)), later, "counting twice adds nothing");
    assert_eq!(seconds(&record(&later, &state, &state, at(100))), seconds(&later));
}

#[test]
fn a_start_page_a_night_and_a_sleeping_machine_are_nobodys_time() {
    let day = 24 * 3600;
    let (run, _) = played(&[
        (0, Command::TimerClear),
        (500, Command::Begin),
        (560, Command::Next),
        (560 + 4 * 3600, Command::Next),
        (580 + 4 * 3600, Command::Next),
        (day, Command::Resume),
        (day + 100, Command::Begin),
        (day + 130, Command::Next),
    ]);
    assert_eq!(seconds(&run), [(1, "a1", 80), (2, "a2", 30)]);
    assert_eq!(run.date().unwrap().to_string(), "2026-11-24");
    assert!(run.is_of_another_day(at(2 * day)) && !run.is_of_another_day(at(day)));
}

#[test]
fn a_keeper_that_was_away_counts_from_when_the_show_began_again() {
    let (run, state) = played(&[(0, Command::Begin), (60, Command::Next)]);
    let course = course();
    let again = apply(
        &apply(&state, &Command::Resume, &course, at(100)),
        &Command::Begin,
        &course,
        at(900),
    );
    let run = record(&run, &again, &again, at(950));
    assert_eq!(seconds(&run), [(1, "a1", 110)]);
}

#[test]
fn the_second_day_has_the_number_that_the_agenda_gives_it() {
    let start = |day, second| Command::StartDay {
        schedule: Some("dua".to_owned()),
        day,
        start: at(second),
    };
    let day = 24 * 3600;
    let (run, _) = played(&[
        (0, Command::Begin),
        (10, start(1, 0)),
        (3 * day, Command::Resume),
        (3 * day + 5, start(2, 3 * day)),
        (3 * day + 9, Command::Begin),
        (3 * day + 69, go_to("c1")),
        (3 * day + 129, Command::Next),
    ]);
    let days: Vec<(u32, Option<Moment>)> =
        run.days.iter().map(|day| (day.day, day.start)).collect();
    assert_eq!(days, [(1, Some(at(0))), (2, Some(at(3 * day)))]);
    let course = course();
    let sessions = times::sessions(&run, &course);
    let rows: Vec<(u32, i64, u32)> =
        sessions.iter().map(|row| (row.day, row.time.seconds, row.time.planned)).collect();
    assert_eq!(rows, [(1, 10, 90), (1, 0, 90), (2, 60, 45)]);
}

#[test]
fn another_run_is_not_recorded_here() {
    let course = course();
    let fresh = Command::Fresh { run: "lain".to_owned(), rehearsal: false, born: None };
    let (run, _) =
        played(&[(0, Command::Begin), (60, fresh), (61, Command::Begin), (99, go_to("c1"))]);
    assert_eq!(seconds(&run), [(1, "a1", 60)]);
    assert!(!run.rehearsal && run.name == "kelas" && run.course == course_id(&course));
}

fn polled() -> Run {
    let item = || "qb".to_owned();
    let counts =
        |vote, counts: &[u32]| Command::Counts { item: item(), vote, counts: counts.to_vec() };
    let (mut run, _) = played(&[
        (0, Command::Begin),
        (5, Command::StartDay { schedule: Some("dua".to_owned()), day: 1, start: at(-600) }),
        (9, Command::Ask("qa".to_owned())),
        (300, Command::Ask(item())),
        (310, counts(1, &[9, 17, 5, 0])),
        (320, counts(1, &[9, 16, 6, 0])),
        (400, Command::VoteAgain { item: item() }),
        (500, counts(2, &[27, 6, 2, 0])),
        (510, Command::ClosePoll),
        (520, Command::Bookmark { page: "b1".to_owned(), is_set: true }),
        (2000, Command::Next),
        (2330, go_to("c1")),
    ]);
    run.name = "=kelas\u{1b}[2J".to_owned();
    run
}

#[test]
fn polls_are_kept_as_totals_with_their_last_counts() {
    let run = polled();
    assert_eq!(run.polls.len(), 1, "what nobody voted on is no poll");
    assert_eq!(run.polls[0].counts, [[9, 16, 6, 0], [27, 6, 2, 0]]);
    assert_eq!((run.polls[0].at, run.bookmarks.clone()), (Some(at(310)), vec!["b1".to_owned()]));
}

#[test]
fn the_report_tells_minutes_against_plan_and_the_gain() {
    let course = course();
    for (lang, words) in [
        (
            Lang::Id,
            [
                "Laporan pelaksanaan: ",
                "Benar: 29 % → 77 %; gain 0,68 (sedang)",
                "+28,8",
                "C: seluruhnya, 1 halaman",
            ],
        ),
        (
            Lang::En,
            [
                "Report of the run: ",
                "Right: 29% → 77%; gain 0.68 (medium)",
                "+28.8",
                "C: all of it, 1 page",
            ],
        ),
    ] {
        let text = lines(&document(&polled(), &course, lang), 200).join("\n");
        for word in words {
            assert!(text.contains(word), "{word}\n{text}");
        }
        assert!(!text.contains('\u{1b}'), "{text}");
        let nothing = document(&Run::new("x", &course, true), &course, lang);
        assert_eq!(nothing.blocks.len(), 2);
        assert!(nothing.title.contains('('), "a rehearsal is called one");
    }
}

#[test]
fn what_has_left_the_course_does_not_spoil_a_report() {
    let mut course = course();
    course.modules.truncate(1);
    for lang in Lang::ALL {
        let text = lines(&document(&polled(), &course, lang), 200).join("\n");
        assert!(text.contains("qb") && text.contains("27"), "{text}");
    }
    course.modules.clear();
    assert!(times::pages(&polled(), &course).is_empty());
}

proptest! {
    /// Whatever is done: the time of a day is no longer than the day, and states that were missed
    /// change only whose time it is.
    #[test]
    fn no_second_is_counted_twice_or_lost(
        steps in prop::collection::vec((1..600_i64, 0..5_usize), 1..40), skip in 1..5_usize
    ) {
        let course = course();
        let commands = [Command::Next, Command::Back, Command::Black(true), Command::Black(false), go_to("b1")];
        let mut states = vec![(0, apply(&Live::new("kelas", &course), &Command::Begin, &course, at(0)))];
        for (wait, command) in steps {
            let (second, state) = states.last().unwrap();
            let second = second + wait;
            states.push((second, apply(state, &commands[command], &course, at(second))));
        }
        let total = |step: usize| {
            let last = states.len() - 1;
            let seen = states.iter().enumerate().filter(|(at, _)| at % step == 0 || *at == last);
            let seen: Vec<&(i64, Live)> = seen.map(|(_, state)| state).collect();
            let mut run = Run::new("kelas", &course, false);
            for pair in seen.windows(2) {
                run = record(&run, &pair[0].1, &pair[1].1, at(pair[1].0));
            }
            run.days.iter().map(|day| times::shown(day) + day.black).sum::<i64>()
        };
        let all = states.last().unwrap().0;
        prop_assert_eq!(total(1), all);
        prop_assert!(total(skip) <= all);
    }
}
