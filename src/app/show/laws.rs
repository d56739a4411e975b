//! Laws of the windows as they run: one keeps the record of the run, the other takes over, and what the
//! disk refuses stops nothing.
#![allow(clippy::disallowed_methods, reason = "a law may spoil a folder")]

use std::{fs, sync::mpsc::Receiver, thread};

use tempfile::TempDir;

use super::*;
use crate::{
    app::script::{self, Press},
    store::paths::Layout,
};

/// One window, with whatever its threads have to tell.
struct Desk {
    show: Show,
    mailbox: Receiver<Happening>,
}

impl Desk {
    fn open(data: &TempDir, role: Role) -> Self {
        let settings = Settings {
            data: Some(data.path().to_owned()),
            now: Some("2026-11-24T09:00:00+07:00".to_owned()),
            seed: Some(1),
            ..Settings::default()
        };
        let (post, mailbox) = channel();
        let show = Show::open(&settings, role, &Begin::default(), post, false).unwrap();
        Self { show, mailbox }
    }

    fn keys(&mut self, keys: &str) {
        for press in script::read(keys).unwrap() {
            if let Press::Input(input) = press {
                self.show.input(&input, Instant::now());
                self.draw();
            }
        }
        self.show.settle(&self.mailbox, Instant::now());
    }

    fn wait(&mut self, seconds: i64) {
        let now = self.show.now.later(jiff::SignedDuration::from_secs(seconds));
        self.show.tick(now, 0);
    }

    /// Hears of what the other window did.
    fn hears(&mut self, other: &Self) {
        self.show.heard(
            Happening::Live(Posted::State(Box::new(other.show.shared.state().clone()))),
            Instant::now(),
        );
    }

    fn draw(&mut self) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
        self.show.draw(buf.area, &mut buf);
        headless::text(&buf)
    }

    fn leave(mut self) -> bool {
        self.show.is_all_saved(&self.mailbox)
    }
}

/// Seconds of each page that was seen.
fn seconds(data: &TempDir) -> Vec<i64> {
    let layout = Layout::new(data.path().to_owned());
    let runs = runs::list(&RealDisk, &layout).unwrap();
    assert!(runs.refused.is_empty() && runs.runs.len() <= 1, "{runs:?}");
    let days = runs.runs.iter().flat_map(|file| &file.run.days);
    days.flat_map(|day| &day.pages).map(|page| page.seconds).collect()
}

/// A file stands where the records should go.
fn spoil(data: &TempDir) {
    fs::remove_dir_all(data.path().join("runs")).unwrap();
    fs::write(data.path().join("runs"), "in the way").unwrap();
}

#[test]
fn one_window_keeps_the_run_and_the_other_takes_over_when_it_goes() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    let mut notes = Desk::open(&data, Role::Notes);
    assert!(hall.show.keep.keeps() && !notes.show.keep.keeps());
    hall.keys("f5");
    notes.hears(&hall);
    for desk in [&mut hall, &mut notes] {
        desk.wait(60);
    }
    hall.keys("3 0 enter");
    notes.hears(&hall);
    assert!(hall.leave());
    assert_eq!(seconds(&data), [60], "counted once");
    notes.wait(30);
    thread::sleep(keep::PATIENCE);
    notes.keys("pgdn");
    assert!(notes.show.keep.keeps());
    notes.wait(30);
    assert!(notes.leave());
    assert_eq!(seconds(&data), [60, 60], "nothing lost and nothing twice");
}

#[test]
fn another_run_has_a_record_of_its_own() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5");
    hall.wait(60);
    hall.show.send(&Command::Fresh {
        run: "Angkatan 2/2026".to_owned(),
        rehearsal: false,
        born: None,
    });
    hall.keys("f5");
    hall.wait(45);
    assert!(hall.leave());
    let layout = Layout::new(data.path().to_owned());
    let found = runs::list(&RealDisk, &layout).unwrap();
    let seconds = |name: &str| {
        let run = &found.newest(name).unwrap().run;
        run.days.iter().flat_map(|day| &day.pages).map(|page| page.seconds).sum::<i64>()
    };
    assert_eq!((seconds("kelas"), seconds("Angkatan 2/2026")), (60, 45));
}

#[test]
fn a_run_that_cannot_be_written_is_told_and_the_show_goes_on() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5");
    spoil(&data);
    hall.wait(60);
    hall.keys("pgdn");
    let told = hall.draw();
    assert!(told.contains("belum tersimpan"), "{told}");
    assert!(!told.contains(&data.path().display().to_string()), "no path in the hall");
    hall.keys("3 0 enter");
    assert!(hall.draw().contains("Modul 2"));
    fs::remove_file(data.path().join("runs")).unwrap();
    hall.wait(60);
    hall.keys("pgdn*3 2 enter");
    assert!(hall.leave(), "as soon as it can be, it is written");
    assert_eq!(seconds(&data).iter().sum::<i64>(), 120);
}

#[test]
fn a_folder_that_takes_nothing_leaves_a_show_that_works_alone() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5");
    let live = data.path().join("live.json");
    fs::remove_file(&live).unwrap();
    fs::create_dir(&live).unwrap();
    fs::create_dir(live.join("inside")).unwrap();
    fs::create_dir_all(data.path().join("live.damaged.json/inside")).unwrap();
    hall.keys("pgdn");
    let told = hall.draw();
    assert!(told.contains("Kedua jendela tidak tersambung"), "{told}");
    hall.keys("1 2 enter");
    let shown = hall.draw();
    assert!(shown.contains("Modul 1 · 12/20"), "{shown}");
    assert!(!shown.contains("Kedua jendela"), "told once");
    // Mended and broken again, it is told again.
    fs::remove_dir_all(&live).unwrap();
    hall.keys("pgdn");
    fs::remove_file(&live).unwrap();
    fs::create_dir_all(live.join("inside")).unwrap();
    hall.keys("pgdn");
    assert!(hall.draw().contains("Kedua jendela"));
}

#[test]
fn a_late_word_of_the_other_window_never_undoes_a_key() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5");
    let mut notes = Desk::open(&data, Role::Notes);
    notes.keys("2 0 enter");
    let late = notes.show.shared.state().clone();
    hall.keys("3 0 enter");
    hall.show.heard(Happening::Live(Posted::State(Box::new(late))), Instant::now());
    assert!(hall.draw().contains("Modul 2 · 10/21"), "{}", hall.draw());
}

#[test]
fn whoever_leaves_leaves_also_when_the_record_cannot_be_written() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5");
    spoil(&data);
    hall.wait(60);
    hall.keys("pgdn");
    assert!(hall.show.may_leave(&hall.mailbox));
    assert!(!hall.show.is_all_saved(&hall.mailbox), "it is told on the way out");
    assert!(!hall.show.is_all_saved(&hall.mailbox) && !hall.show.keep.keeps(), "and stays so");
}

#[test]
fn a_window_that_stands_still_lets_the_other_keep_the_run() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5");
    let mut notes = Desk::open(&data, Role::Notes);
    hall.wait(60);
    hall.show.rest();
    notes.wait(60);
    thread::sleep(keep::PATIENCE);
    notes.keys("3 0 enter");
    assert!(notes.show.keep.keeps());
    notes.wait(30);
    notes.keys("4 0 enter");
    hall.wait(30);
    hall.hears(&notes);
    assert!(!hall.show.keep.keeps());
    assert!(notes.leave() && hall.leave());
    assert_eq!(seconds(&data), [60, 30]);
}

#[test]
fn a_layout_that_reached_nobody_is_told_again() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5");
    let live = data.path().join("live.json");
    let good = fs::read(&live).unwrap();
    fs::remove_file(&live).unwrap();
    fs::create_dir_all(live.join("inside")).unwrap();
    fs::create_dir_all(data.path().join("live.damaged.json/inside")).unwrap();
    hall.show.draw(Rect::new(0, 0, 30, 8), &mut Buffer::empty(Rect::new(0, 0, 30, 8)));
    assert!(!hall.show.shared.state().stops.is_empty());
    fs::remove_dir_all(&live).unwrap();
    fs::write(&live, good).unwrap();
    let mut notes = Desk::open(&data, Role::Notes);
    notes.keys("3 0 enter");
    hall.hears(&notes);
    hall.show.draw(Rect::new(0, 0, 30, 8), &mut Buffer::empty(Rect::new(0, 0, 30, 8)));
    let there = crate::store::live::decode(&fs::read(&live).unwrap()).unwrap();
    assert!(!there.stops.is_empty() && there.window.unwrap().columns == 30);
}

#[test]
fn a_bell_is_heard_in_time_also_under_black() {
    let data = tempfile::tempdir().unwrap();
    let mut hall = Desk::open(&data, Role::Hall);
    hall.keys("f5 w 5 enter b");
    assert!(hall.show.wake().is_none_or(|wake| wake > Duration::from_secs(1)));
    hall.show.bell.is_wanted = true;
    assert_eq!(hall.show.wake(), Some(Duration::from_secs(1)));
}
