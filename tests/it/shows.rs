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
        let size = if more.contains(&"--size") { &[][..] } else { &["--size", "60x20"] };
        let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
            .arg(command)
            .args(["--print", "--seed", "1", "--keys", keys])
            .args(size)
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

#[test]
fn a_question_stays_however_the_window_changes_before_it_is_answered() {
    for (size, keys) in
        [("100x30", ""), ("60x20", "resize:100x30"), ("60x20", "f2"), ("80x24", "f4")]
    {
        let class = Class::new();
        class.present("24T09:00", "space");
        let size = ["--size", size];
        let asked = class.open("present", "25T08:00", keys, &size).text;
        assert!(asked.contains("kelas") && asked.contains("▸ 1"), "{keys}: {asked}");
        assert!(class.live().is_stale("2026-11-25T08:00:00+07:00".parse().unwrap()));
        let again = class.open("present", "25T08:01", "esc", &size).text;
        assert!(again.contains("pandu notes"), "{again}");
    }
    // The same where another run is asked for, which was there before.
    let class = Class::new();
    class.open("present", "24T09:00", "space wait:60000", &["--run", "B"]);
    class.open("present", "24T10:00", "2 space", &["--run", "A"]);
    let asked = class.open("present", "25T08:00", "resize:100x30", &["--run", "B"]).text;
    assert!(asked.contains("sudah pernah berjalan"), "{asked}");
}

#[test]
fn time_counts_only_while_a_window_is_open_and_somebody_leads() {
    let seconds = |class: &Class| -> i64 {
        let runs = class.runs();
        let days = runs.iter().flat_map(|run| &run.days);
        days.flat_map(|day| &day.pages).map(|page| page.seconds).sum()
    };
    let class = Class::new();
    class.present("24T09:00", "space wait:60000");
    class.present("24T11:30", "");
    assert_eq!(seconds(&class), 60, "the lunch was not taught");
    class.present("24T11:30", "wait:30000");
    assert_eq!(seconds(&class), 90);
    // Nobody was in the hall that evening and night.
    class.present("24T16:00", "pgdn wait:60000 pgdn wait:57600000");
    assert_eq!(seconds(&class), 150);
    // A question that waits for an answer is no lesson.
    class.present("25T08:00", "wait:1800000 1 space wait:60000");
    assert_eq!(seconds(&class), 210);
}

#[test]
fn a_rehearsal_never_touches_the_real_class_nor_the_class_a_rehearsal() {
    let class = Class::new();
    class.present("24T09:00", "space t wait:600000");
    let more = ["--run", "kelas", "--rehearse"];
    class.open("present", "25T09:00", "space wait:300000", &more);
    let mut runs = class.runs();
    runs.sort_by_key(|run| run.rehearsal);
    let told: Vec<(bool, usize, usize)> =
        runs.iter().map(|run| (run.rehearsal, run.days.len(), run.bookmarks.len())).collect();
    assert_eq!(told, [(false, 1, 1), (true, 1, 0)]);
    class.open("present", "26T09:00", "1 space wait:60000", &["--run", "kelas"]);
    let real = class.runs().into_iter().find(|run| !run.rehearsal).unwrap();
    assert_eq!(real.days.len(), 2, "the class goes on in its own record");
}

#[test]
fn a_run_that_is_gone_on_with_has_its_polls_and_its_place_and_one_begun_anew_has_not() {
    let class = Class::new();
    let run = |name: &'static str| ["--run", name];
    let keys = "space 1 0 enter j h 5 enter 6 enter 1 enter 2 enter pgdn 4 0 enter wait:60000 5 enter \
                wait:60000";
    class.open("present", "24T09:00", keys, &run("A"));
    class.open("present", "24T13:00", "2 space wait:60000", &run("B"));
    class.open("present", "25T09:00", "1", &run("A"));
    assert_eq!(class.live().polled.first().unwrap().counts, [[5, 6, 1, 2]]);
    let shown =
        class.open("present", "25T09:00", "space 1 0 enter j u h 1 enter 9 enter", &run("A"));
    assert!(shown.text.contains("Suara 2"), "{}", shown.text);
    let shown =
        class.open("present", "25T09:01", "h 1 enter 9 enter 0 enter 0 enter 5 enter", &run("A"));
    assert!(shown.text.contains("Modul 1 · 5/20"), "{}", shown.text);
    let a = class.runs().into_iter().find(|run| run.name == "A").unwrap();
    assert_eq!(a.polls.first().unwrap().counts, [[5, 6, 1, 2], [1, 9, 0, 0]]);
    assert_eq!(a.last.unwrap().page, class.live().page);
    // Begun again from the first page it is another run of that name.
    class.open("present", "27T09:00", "3 space wait:60000", &run("A"));
    let count = class.runs().iter().filter(|run| run.name == "A").count();
    assert_eq!((count, class.live().polled.len()), (2, 0));
}

#[test]
fn another_course_has_a_run_of_its_own_and_is_never_shown_for_this_one() {
    let class = Class::new();
    let other = ["--course", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course")];
    class.present("24T09:00", "space wait:60000");
    let asked = class.open("present", "24T09:10", "", &other).text;
    assert!(asked.contains("Tutup jendela ini"), "{asked}");
    let before = class.live();
    class.open("present", "24T09:10", "1", &other);
    assert_eq!(class.live().page, before.page, "closing changes nothing");
    class.open("present", "24T09:10", "2 space wait:60000", &other);
    let mut courses: Vec<String> = class.runs().into_iter().map(|run| run.course).collect();
    courses.sort();
    courses.dedup();
    assert_eq!(courses.len(), 2);
}

#[test]
fn a_hall_that_is_opened_again_looks_as_it_did() {
    let class = Class::new();
    class.present("24T09:00", "f2 space ] 3 enter");
    assert!(class.present("24T09:10", "").contains("Module 1 · 3/20"));
    assert_eq!(class.live().window.unwrap().density, "roomy");
    let asked = class.open("present", "24T09:11", "", &["--lang", "id"]);
    assert!(asked.text.contains("Modul 1 · 3/20"), "{}", asked.text);
}
