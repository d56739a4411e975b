//! The state that two windows share, with real processes: many of them at once, and killed in the
//! middle.
//!
//! `PANDU_CYCLES=1000 cargo test --test it live` is the long form.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of a test: a failure is what they are for"
)]

use std::{
    fs,
    path::Path,
    process::{Child, Command as Process, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use pandu::{
    model::{
        chance::Chance,
        course::Course,
        live::{Command, Day, Live, apply, hall_pages},
        moment::Moment,
        pacing::pace,
        profile::Unknown,
    },
    store::{
        course::{Source, load},
        disk::RealDisk,
        live::{Found, Shared, decode, watch},
        paths::Layout,
    },
};
use tempfile::TempDir;

const FOLDER: &str = "PANDU_TEST_LIVE";
const COUNT: &str = "PANDU_TEST_COUNT";
const LIMIT: Duration = Duration::from_secs(60);

fn now() -> Moment {
    "2026-11-24T09:00:00+07:00".parse().unwrap()
}

fn built_in() -> Course {
    load(&Source::BuiltIn).unwrap_or_else(|refused| panic!("{:#?}", refused.faults)).course
}

fn join(folder: &Path, course: &Course) -> (Shared, Found) {
    let layout = Layout::new(folder.to_owned());
    Shared::join(Arc::new(RealDisk), &layout, Live::new("kelas", course))
}

/// Not a test: what a child process of the tests below does.
#[test]
#[ignore = "a child process of other tests"]
fn live_writer() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let count: u64 = std::env::var(COUNT).unwrap().parse().unwrap();
    let course = built_in();
    let (mut shared, _) = join(Path::new(&folder), &course);
    for at in 0..count {
        let command = if at % 40 == 39 { Command::First } else { Command::Next };
        // A lock that others take all the time is asked for again.
        let begun = Instant::now();
        while shared.send(&command, &course, now()).trouble.is_some() {
            assert!(begun.elapsed() < LIMIT, "no turn for a minute");
        }
    }
}

fn writer(folder: &Path, count: u64) -> Child {
    let mut process = Process::new(std::env::current_exe().unwrap());
    process.args(["--exact", "live::live_writer", "--ignored", "--quiet"]);
    process.env(FOLDER, folder).env(COUNT, count.to_string());
    process.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn on_disk(folder: &Path) -> Option<Live> {
    let bytes = fs::read(folder.join("live.json")).ok()?;
    Some(decode(&bytes).expect("it is always whole"))
}

#[test]
fn no_command_of_several_processes_is_lost() {
    let home = TempDir::new().unwrap();
    let writers: Vec<Child> = (0..4).map(|_| writer(home.path(), 50)).collect();
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    assert!(on_disk(home.path()).unwrap().seq >= 200, "a turn that was not had is counted, too");
}

#[test]
fn a_writer_that_is_killed_leaves_a_whole_state_and_a_free_lock() {
    let cycles = std::env::var("PANDU_CYCLES").ok().and_then(|count| count.parse().ok());
    let cycles: u32 = cycles.unwrap_or(25);
    let home = TempDir::new().unwrap();
    let course = built_in();
    let (mut ours, _) = join(home.path(), &course);
    let mut chance = Chance::new(2026, "live");
    let (mut cycle, mut killed_at_work) = (0, 0);
    // However many it takes until a kill came in the middle of a command.
    while cycle < cycles || (killed_at_work == 0 && cycle < 20 * cycles) {
        cycle += 1;
        let before = ours.send(&Command::Begin, &course, now()).state.seq;
        let mut child = writer(home.path(), 1_000_000);
        // It has begun; then the kill comes whenever it comes.
        let begun = Instant::now();
        while on_disk(home.path()).unwrap().seq == before {
            assert!(begun.elapsed() < LIMIT, "cycle {cycle}: it never begins");
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(Duration::from_micros(chance.bits() % 20_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = on_disk(home.path()).unwrap();
        assert!(left.seq > before, "cycle {cycle}");
        killed_at_work += u32::from(home.path().join(".live.tmp").exists());
        let begun = Instant::now();
        let sent = ours.send(&Command::Next, &course, now());
        assert_eq!((sent.trouble, sent.state.seq), (None, left.seq + 1), "cycle {cycle}");
        assert!(begun.elapsed() < Duration::from_secs(10), "cycle {cycle}: the lock is free");
        assert!(!home.path().join(".live.tmp").exists(), "no rest of the dead is left");
    }
    assert!(killed_at_work > 0, "no kill came in the middle of a command");
    println!("{killed_at_work} of {cycle} kills came in the middle of a command");
}

/// The built-in course as the hall walks through it, and its agendas.
#[test]
fn every_page_of_the_course_has_its_place_in_the_show_and_its_pace() {
    let course = built_in();
    let mut state = apply(&Live::new("kelas", &course), &Command::Begin, &course, now());
    let mut seen = vec![state.page.clone()];
    let clicks: usize = hall_pages(&course).map(|(_, page)| page.hall_steps().len()).sum();
    for _ in 1..clicks {
        let next = apply(&state, &Command::Next, &course, now());
        assert_ne!(next.spot(), state.spot(), "no click without a change");
        state = next;
        if seen.last() != Some(&state.page) {
            seen.push(state.page.clone());
        }
    }
    let keys: Vec<&str> = hall_pages(&course).map(|(_, page)| page.key.as_str()).collect();
    assert_eq!(seen, keys);
    assert_eq!(apply(&state, &Command::Next, &course, now()).spot(), state.spot(), "the end");
    for (schedule, hours) in [("dua-hari", vec![8, 7]), ("satu-hari", vec![8])] {
        for page in &keys {
            let paces: Vec<_> = (1..)
                .zip(&hours)
                .map(|(day, hours)| {
                    let schedule = Some(schedule.to_owned());
                    let day = Day { schedule, day, start: now(), unknown: Unknown::new() };
                    let pace = pace(&course, &day, page, now()).unwrap();
                    assert_eq!(pace.jp, (0, *hours));
                    assert!(pace.rest.is_some(), "every day has a break");
                    pace.behind
                })
                .collect();
            assert!(paces.iter().any(Option::is_some), "{schedule}: {page} has no pace on any day");
        }
    }
}

/// Idle, the thread that watches costs a hundredth of what is promised for a whole window.
#[cfg(target_os = "linux")]
#[test]
fn watching_costs_next_to_nothing() {
    let home = TempDir::new().unwrap();
    let layout = Layout::new(home.path().to_owned());
    let course = built_in();
    let (mut ours, _) = join(home.path(), &course);
    ours.send(&Command::Begin, &course, now());
    let seconds = std::env::var("PANDU_IDLE").ok().and_then(|it| it.parse().ok()).unwrap_or(3);
    // Threads of other tests are others: only those of the watch are counted.
    let known = threads();
    let watch = watch(Arc::new(RealDisk), &layout, |_| true).unwrap();
    thread::sleep(Duration::from_secs(seconds));
    let ours: u64 =
        threads().into_iter().filter(|(_, name, _)| is_of_watch(name)).map(|it| it.2).sum();
    let before: u64 =
        known.into_iter().filter(|(_, name, _)| is_of_watch(name)).map(|it| it.2).sum();
    drop(watch);
    let share = (ours - before) as f64 / 1e9 / seconds as f64;
    assert!(share < 0.005, "{:.4} % of a core", share * 100.0);
    if seconds > 3 {
        println!("watching: {:.4} % of a core over {seconds} s", share * 100.0);
    }
}

#[cfg(target_os = "linux")]
fn is_of_watch(name: &str) -> bool {
    name == "live" || name.starts_with("notify")
}

/// Each thread of this process: number, name, nanoseconds on a core.
#[cfg(target_os = "linux")]
fn threads() -> Vec<(String, String, u64)> {
    let tasks = fs::read_dir("/proc/self/task").unwrap();
    tasks
        .filter_map(|task| {
            let task = task.ok()?;
            let name = fs::read_to_string(task.path().join("comm")).ok()?;
            let times = fs::read_to_string(task.path().join("schedstat")).ok()?;
            let ran = times.split_whitespace().next()?.parse().ok()?;
            let number = task.file_name().into_string().ok()?;
            Some((number, name.trim().to_owned(), ran))
        })
        .collect()
}
