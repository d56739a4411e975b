//! Both windows of a show in real terminals, driven by one script: late join, kill and restart of
//! each, many fast clicks, both typing at once.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of a test: a failure is what they are for"
)]

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use pandu::{
    model::{
        course::Course,
        live::{Command, Live, apply, page_at},
        moment::Moment,
    },
    store::{
        course::{Source, load},
        live::decode,
    },
};

use rustix::process::Signal;

use crate::pty::{LIMIT, Session};

const F5: &str = "\x1b[15~";
const PAGE_DOWN: &str = "\x1b[6~";
const PAGE_UP: &str = "\x1b[5~";
const ESC: &str = "\x1b";
const CTRL_Q: &str = "\x11";

fn course() -> Course {
    load(&Source::BuiltIn).unwrap_or_else(|refused| panic!("{:#?}", refused.faults)).course
}

fn hall(data: &Path) -> Session {
    Session::start_with(data, |command| command.arg("present"))
}

fn notes(data: &Path) -> Session {
    Session::start_with(data, |command| command.arg("notes"))
}

fn state(data: &Path) -> Live {
    decode(&fs::read(data.join("live.json")).unwrap()).unwrap()
}

/// Waits until the state on the disk is as wanted.
fn becomes(data: &Path, is: impl Fn(&Live) -> bool) -> Live {
    let end = Instant::now() + LIMIT;
    loop {
        let state = state(data);
        if is(&state) {
            return state;
        }
        assert!(Instant::now() < end, "it never came: {state:#?}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn title(course: &Course, key: &str) -> String {
    // A headline may be wrapped: its first words are enough.
    let title = course.page(key).unwrap().2.title(pandu::model::text::Lang::Id).to_owned();
    title.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

/// What the foot of a page says: `Modul 1 · 3/20`.
fn foot(course: &Course, key: &str) -> String {
    let (module, page, _) = course.page(key).unwrap();
    let pages = course.modules.get(module).map_or(0, |module| module.pages.len());
    format!("Modul {} · {}/{pages}", module + 1, page + 1)
}

/// The state after so many clicks on, as the rules have it.
fn clicked(state: &Live, clicks: usize, course: &Course) -> Live {
    let now: Moment = "2026-11-24T09:00:00+07:00".parse().unwrap();
    (0..clicks).fold(state.clone(), |state, _| apply(&state, &Command::Next, course, now))
}

#[test]
fn two_windows_driven_at_once_end_in_one_state_whatever_happens_to_either() {
    let course = course();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let mut hall = hall(data);
    hall.shows(&["Studi Kasus Keberhasilan SOP", "pandu notes"]);
    hall.press(F5);
    let first = &page_at(&course, 1).unwrap().key;
    hall.shows(&[&foot(&course, first)]);

    // A window that starts late shows what is.
    let mut notes = notes(data);
    notes.shows(&["KONSOL", &title(&course, first)]);
    notes.press(PAGE_DOWN);
    let begun = becomes(data, |state| state.step > 0);

    // 200 clicks, half in each window, as fast as a terminal takes them.
    let target = clicked(&begun, 200, &course);
    for _ in 0..10 {
        hall.press(&PAGE_DOWN.repeat(10));
        notes.press(&PAGE_DOWN.repeat(10));
    }
    becomes(data, |state| state.spot() == target.spot());
    hall.shows(&[&foot(&course, &target.page)]);
    notes.shows(&[&title(&course, &target.page)]);

    // Both typing at once: one a page, the other minutes; digits are no clicks.
    hall.press("12");
    notes.press("w7");
    hall.press("\r");
    notes.press("\r");
    let twelfth = &page_at(&course, 12).unwrap().key;
    let state = becomes(data, |state| state.page == *twelfth && state.timer.is_some());
    assert_eq!(state.timer.as_ref().unwrap().length_ms, 7 * 60_000);

    // A window that was killed finds its place again, and the other one never noticed.
    hall.kill();
    notes.press(&PAGE_DOWN.repeat(3));
    let moved = clicked(&state, 3, &course);
    becomes(data, |state| state.spot() == moved.spot());
    let mut hall = self::hall(data);
    notes.press("30\r");
    let thirtieth = &page_at(&course, 30).unwrap().key;
    hall.shows(&[&foot(&course, thirtieth)]);
    notes.kill();
    hall.press(PAGE_UP);
    let back = becomes(data, |state| state.page != *thirtieth);
    let mut notes = self::notes(data);
    notes.shows(&["KONSOL", &title(&course, &back.page)]);

    ends(hall, notes, &course, data);
}

/// Black and its end from both windows, the ways out that are none, and those that are.
fn ends(mut hall: Session, mut notes: Session, course: &Course, data: &Path) {
    let page = state(data).page;
    notes.press(".");
    assert!(hall.comes(LIMIT, |text| text.trim().is_empty()), "{}", hall.text());
    notes.shows(&["LAYAR GELAP"]);
    hall.press(ESC);
    hall.shows(&[&foot(course, &page)]);
    assert!(notes.comes(LIMIT, |text| !text.contains("LAYAR GELAP")), "{}", notes.text());
    // A window that is stopped for a while gives its name back, and is called neutrally again.
    let (named, before) = (hall.titles().len(), state(data).spot());
    hall.signal(Signal::TSTP);
    let end = Instant::now() + LIMIT;
    while !hall.is_stopped() {
        assert!(Instant::now() < end, "it does not stop");
        thread::sleep(Duration::from_millis(20));
    }
    notes.press(PAGE_UP);
    hall.signal(Signal::CONT);
    let page = becomes(data, |state| state.spot() != before).page;
    hall.shows(&[&foot(course, &page)]);
    let end = Instant::now() + LIMIT;
    while hall.titles().len() <= named {
        assert!(Instant::now() < end, "its name is not set again");
        hall.comes(Duration::from_millis(50), |_| false);
    }
    // Clickers send Esc: it leads nowhere.
    for _ in 0..2 {
        hall.press(F5);
        notes.shows(&["LAYAR BEKU"]);
        hall.press(ESC);
        assert!(notes.comes(LIMIT, |text| !text.contains("LAYAR BEKU")), "{}", notes.text());
    }
    let before = state(data).spot();
    hall.press("q");
    hall.shows(&["sekali lagi"]);
    hall.press(PAGE_DOWN);
    becomes(data, |state| state.spot() != before);
    // Whole seconds are what a run counts.
    thread::sleep(Duration::from_millis(1100));
    hall.press("q");
    hall.shows(&["sekali lagi"]);
    hall.press("q");
    notes.press(CTRL_Q);
    for mut session in [hall, notes] {
        assert!(session.titles().iter().all(|title| title == "pandu"), "{:?}", session.titles());
        assert!(!session.titles().is_empty(), "the shell's title, with its path, would stay");
        assert_eq!(session.end().exit_code(), 0, "{}", session.text());
        assert!(session.is_cooked() && session.is_restored());
    }
    let kept = fs::read_dir(data.join("runs")).unwrap();
    let kept = kept.filter(|entry| {
        entry.as_ref().unwrap().path().extension().is_some_and(|end| end == "json")
    });
    assert_eq!(kept.count(), 1, "one run, whichever window wrote it");
}
