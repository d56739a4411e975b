//! How a show is led: joining, resuming, polls, timers, the record of the run; with the real program
//! and its files.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "helpers of tests: a failure is what they are for, and a test may spoil a file"
)]

use std::{fs, path::Path, process::Command};

use pandu::{
    model::{live::Live, run::Run},
    store::{disk::RealDisk, live, paths::Layout, runs},
};
use serde_json::Value;
use tempfile::{TempDir, tempdir};

/// A class whose windows are opened one after the other.
struct Class {
    data: TempDir,
}

/// What a window printed, and how it ended.
struct Shown {
    text: String,
    says: String,
    code: i32,
}

impl Class {
    fn new() -> Self {
        Self { data: tempdir().unwrap() }
    }

    fn path(&self) -> &Path {
        self.data.path()
    }

    /// A window on this day and hour of November 2026, with these keys.
    fn open(&self, command: &str, at: &str, keys: &str, more: &[&str]) -> Shown {
        let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
            .arg(command)
            .args(["--print", "--size", "60x20", "--seed", "1", "--keys", keys])
            .args(["--now", &format!("2026-11-{at}:00+07:00")])
            .arg("--data")
            .arg(self.path())
            .args(more)
            .env_remove("PANDU_LANG")
            .output()
            .unwrap();
        Shown {
            text: String::from_utf8(output.stdout).unwrap(),
            says: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }

    fn present(&self, at: &str, keys: &str) -> String {
        let shown = self.open("present", at, keys, &[]);
        assert_eq!(shown.code, 0, "{}", shown.says);
        shown.text
    }

    fn live(&self) -> Live {
        live::decode(&fs::read(self.path().join("live.json")).unwrap()).unwrap()
    }

    fn runs(&self) -> Vec<Run> {
        let layout = Layout::new(self.path().to_owned());
        let runs = runs::list(&RealDisk, &layout).unwrap();
        assert!(runs.refused.is_empty(), "{:?}", runs.refused);
        runs.runs.into_iter().map(|file| file.run).collect()
    }
}

const START: &str = "Layar catatan";

#[test]
fn a_state_of_another_day_asks_before_it_goes_on() {
    let class = Class::new();
    class.present("24T09:00", "f5 1 2 enter wait:600000");
    let asked = class.present("25T08:00", "");
    assert!(asked.contains("berhenti pada hari lain") && asked.contains("Lanjutkan"), "{asked}");
    // The clicker of somebody who does not read leads to the start page, never into the middle.
    for key in ["esc", "enter", "1"] {
        let class = Class::new();
        class.present("24T09:00", "f5 1 2 enter wait:600000");
        assert!(class.present("25T08:00", key).contains(START), "{key}");
        assert!(class.live().begun.is_none());
        assert!(class.present("25T08:01", "f5").contains("Modul 1 · 12/20"), "{key}");
    }
    let again = class.present("25T08:00", "3");
    assert!(again.contains(START) && class.live().before.is_none(), "{again}");
}

#[test]
fn the_same_day_goes_on_at_once_and_notes_never_ask_the_hall_to() {
    let class = Class::new();
    class.present("24T09:00", "f5 1 2 enter j");
    let hall = class.present("24T09:05", "");
    let poll = class.live().poll;
    assert!(poll.is_some() && hall.contains("Modul 1"), "{hall}");
    class.open("notes", "24T09:06", "", &[]);
    assert_eq!(class.live().poll, poll, "joining changes nothing");
    class.open("notes", "24T09:07", "j pgdn", &[]);
    assert!(class.live().poll.is_none(), "the notes drive, too");
}

#[test]
fn a_second_class_starts_afresh_and_the_first_one_can_be_resumed() {
    let class = Class::new();
    let run = |name: &'static str| ["--run", name];
    class.open("present", "24T09:00", "f5 1 2 enter t 3 0 enter wait:900000", &run("Angkatan 1"));
    // While the first runs today, nobody takes its place unasked.
    let asked = class.open("present", "24T13:00", "", &run("Angkatan 2"));
    assert!(asked.text.contains("“Angkatan 1” sedang berjalan"), "{}", asked.text);
    assert_eq!(class.live().run, "Angkatan 1");
    class.open("present", "24T13:00", "esc", &run("Angkatan 2"));
    assert_eq!(class.live().run, "Angkatan 1");
    class.open("present", "24T13:00", "2 f5 wait:60000", &run("Angkatan 2"));
    assert_eq!((class.live().run.as_str(), class.live().bookmarks.len()), ("Angkatan 2", 0));
    // Tomorrow the first one again: it asks, and then it stands where it was.
    let known = class.open("present", "25T08:00", "", &run("Angkatan 1"));
    assert!(known.text.contains("sudah pernah berjalan"), "{}", known.text);
    let resumed = class.open("present", "25T08:00", "enter f5 wait:60000", &run("Angkatan 1"));
    assert_eq!(class.live().bookmarks.len(), 1, "{}", resumed.text);
    assert_eq!(class.live().run, "Angkatan 1");
    let mut runs = class.runs();
    runs.sort_by(|a, b| a.name.cmp(&b.name));
    let days: Vec<(&str, usize)> =
        runs.iter().map(|run| (run.name.as_str(), run.days.len())).collect();
    assert_eq!(days, [("Angkatan 1", 2), ("Angkatan 2", 1)]);
    let last = runs.first().and_then(|run| run.days.first()).unwrap().pages.last().unwrap();
    let second = runs.first().and_then(|run| run.days.last()).unwrap();
    assert_eq!(second.pages.first().unwrap().page, last.page, "it stood where it was left");
}

#[test]
fn the_record_holds_minutes_and_totals_of_polls() {
    let class = Class::new();
    let keys = "f5 wait:120000 1 0 enter j h 1 2 enter 5 enter 3 enter enter g d wait:180000 \
                u h 4 enter 1 5 enter 1 enter enter g k pgdn b wait:60000 b";
    class.present("24T09:00", keys);
    let runs = class.runs();
    let [run] = runs.as_slice() else { panic!("{runs:?}") };
    assert_eq!(run.polls.first().unwrap().counts, [vec![12, 5, 3, 0], vec![4, 15, 1, 0]]);
    let [day] = run.days.as_slice() else { panic!("{run:?}") };
    let seconds: Vec<i64> = day.pages.iter().map(|page| page.seconds).collect();
    assert_eq!((seconds.as_slice(), day.black), (&[120, 180][..], 60));
}

#[test]
fn a_countdown_goes_on_through_restarts_and_a_pause_stands_still() {
    let class = Class::new();
    class.present("24T09:00", "f5 w 1 0 enter");
    assert!(class.present("24T09:04", "z").contains("Sisa waktu 06:00"));
    class.present("24T09:04", "p pgdn*3");
    assert!(class.present("24T09:30", "").contains("Dijeda 06:00"));
    assert!(class.present("24T09:30", "+ + -").contains("Dijeda 07:00"));
    class.present("24T09:30", "p");
    let over = class.present("24T09:38", "");
    assert!(over.contains("Waktu habis") && !over.contains("00:00"), "{over}");
    assert!(!class.present("24T09:39", "x").contains("Waktu habis"));
}

#[test]
fn a_rehearsal_has_a_run_of_its_own_and_is_called_so() {
    let class = Class::new();
    let begun = class.open("present", "24T09:00", "", &["--rehearse"]);
    assert!(begun.text.contains("GLADI"), "{}", begun.text);
    class.open("present", "24T09:00", "f5 wait:60000", &["--rehearse"]);
    assert!(class.runs().iter().all(|run| run.rehearsal && run.name == "gladi"));
    // The real class does not go on with it.
    let asked = class.open("present", "25T09:00", "", &["--run", "Angkatan 1"]);
    assert!(asked.text.contains(START) && !asked.text.contains("GLADI"), "{}", asked.text);
}

#[test]
fn a_show_begins_with_a_module_and_says_which_there_are() {
    let class = Class::new();
    for module in ["3", "faktor"] {
        let shown = class.open("present", "24T09:00", "", &["--at", module]);
        assert!(shown.text.contains("Modul 3 · 1/"), "{}", shown.text);
    }
    for (more, word) in [
        (["--at", "99"], "1 (konsep-dasar)"),
        (["--at", "tiada"], "6 (tindak-lanjut)"),
        (["--run", "a/b"], "--run"),
    ] {
        let refused = class.open("present", "24T09:00", "", &more);
        assert_eq!(refused.code, 2, "{}", refused.says);
        assert!(refused.says.contains(word), "{}", refused.says);
    }
}

#[test]
fn a_spoiled_state_is_set_aside_and_the_show_goes_on() {
    for spoiled in ["", "garbage", "{}", "[[[[[[", "{\"format\":\"pandu-live\",\"schema\":1}"] {
        let class = Class::new();
        fs::write(class.path().join("live.json"), spoiled).unwrap();
        let shown = class.open("present", "24T09:00", "", &[]);
        assert!(shown.text.contains(START) && shown.text.contains("disisihkan"), "{}", shown.text);
        class.present("24T09:00", "f5");
        assert!(class.live().begun.is_some());
        let aside = fs::read_to_string(class.path().join("live.damaged.json")).unwrap();
        assert_eq!(aside, spoiled);
    }
    // One of a newer pandu is never written over.
    let class = Class::new();
    let newer = r#"{"format":"pandu-live","schema":9,"later":true}"#;
    fs::write(class.path().join("live.json"), newer).unwrap();
    let shown = class.open("present", "24T09:00", "f5", &[]);
    assert_eq!(shown.code, 0, "{}", shown.says);
    assert_eq!(fs::read_to_string(class.path().join("live.json")).unwrap(), newer);
}

#[test]
fn nothing_of_a_person_and_no_path_is_in_the_hall_or_in_what_is_kept() {
    let class = Class::new();
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--print", "--keys", "enter text:Sulastri enter text:Kelurahan_Contoh enter esc"])
        .arg("--data")
        .arg(class.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    let keys = "f5 1 0 enter j h 9 enter 9 enter 9 enter 9 enter g k i wait:61000";
    let mut all = class.present("24T09:00", keys);
    all += &class.open("notes", "24T09:05", "i", &[]).text;
    for entry in fs::read_dir(class.path().join("runs")).unwrap() {
        let path = entry.unwrap().path();
        all += &fs::read_to_string(path).unwrap_or_default();
    }
    all += &fs::read_to_string(class.path().join("live.json")).unwrap();
    let folder = class.path().display().to_string();
    for secret in ["Sulastri", "Kelurahan", &folder] {
        assert!(!all.contains(secret), "{secret}");
    }
    let live: Value =
        serde_json::from_slice(&fs::read(class.path().join("live.json")).unwrap()).unwrap();
    assert_eq!(live["run"], "kelas");
}
