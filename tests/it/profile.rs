//! `pandu profile`: what it prints, what it refuses, and that reading leaves no trace.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "helpers of a test: a failure is what they are for"
)]

mod change;
mod diagnosis;
mod progress;
#[cfg(unix)]
mod unix;

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};

use assert_cmd::Command;
use pandu::{
    model::{plan::Plan, profile::Round, text::Lang},
    store::{
        disk::RealDisk,
        paths::{Layout, Name},
        profile::{Opened, open},
    },
};
use tempfile::TempDir;

const NOW: &str = "2026-11-24T09:12:31+07:00";

/// A data folder of its own.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn main(&self) -> PathBuf {
        Layout::new(self.data()).profile(&Name::default())
    }

    fn folder(&self) -> PathBuf {
        self.main().parent().unwrap().to_owned()
    }

    /// Opens a profile as a window does; it is held until this is dropped.
    fn window(&self, name: &str) -> Opened {
        let layout = Layout::new(self.data());
        open(Arc::new(RealDisk), &layout, &Name::new(name).unwrap(), "f00d".to_owned()).unwrap()
    }

    /// Saves a profile of this name and person with one page, one round and one plan.
    fn save(&self, name: &str, person: &str) -> Opened {
        let mut opened = self.window(name);
        let now = NOW.parse().unwrap();
        let profile = &mut opened.profile;
        profile.rev += 1;
        profile.saved_at = Some(now);
        person.clone_into(&mut profile.person.name);
        "DPMPTSP".clone_into(&mut profile.person.office);
        let mut plan = Plan::new("ab".to_owned(), now);
        "Izin \u{202e}Praktik\u{1b}[2J\nbaru".clone_into(&mut plan.head.sop.title);
        profile.plans = vec![plan];
        let course = profile.courses.entry("sop-pemda".to_owned()).or_default();
        course.read.insert("apa-itu-sop".to_owned(), now);
        let json = serde_json::json!({"n": 1, "mode": "practice", "scope": "all", "seed": 1, "begun": NOW});
        course.rounds = vec![serde_json::from_value::<Round>(json).unwrap()];
        opened.keeper.save(&opened.profile).unwrap();
        opened
    }

    /// Runs `pandu profile …`; tells the exit code, what was printed and what was complained of.
    fn profile(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = pandu();
        command.arg("--data").arg(self.data()).args(["--now", NOW, "profile"]).args(arguments);
        run(&mut command)
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.profile(arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        out
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.profile(arguments);
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}: {err}");
        assert!(err.trim_end().ends_with('.') && err.lines().count() == 1, "{err}");
        err
    }
}

fn pandu() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pandu"));
    for name in ["PANDU_HOME", "PANDU_LANG", "PANDU_NOW", "PANDU_COURSE"] {
        command.env_remove(name);
    }
    command
}

fn run(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn put(path: &Path, bytes: &[u8]) {
    fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Every path below a folder with its bytes; what must be the same after something that only reads.
fn trace(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.clone());
            }
            found.insert(path.clone(), fs::read(&path).unwrap_or_default());
        }
    }
    found
}

/// A good file with its version raised and its sum made right again.
fn newer(good: &str) -> Vec<u8> {
    let text = good.replacen("\"schema\": 1,", "\"schema\": 7,", 1);
    let at = text.find("crc32:").unwrap() + "crc32:".len();
    let blank = format!("{}00000000{}", &text[..at], &text[at + 8..]);
    format!("{}{:08x}{}", &text[..at], crc32fast::hash(blank.as_bytes()), &text[at + 8..]).into()
}

#[test]
fn reading_makes_no_folder_and_says_kindly_that_nobody_is_there() {
    let home = Home::new();
    assert_eq!(home.ok(&["path"]).trim_end(), text(&home.main()));
    assert!(home.ok(&["list"]).contains("Belum ada profil"));
    assert!(home.ok(&["list", "--lang", "en"]).contains("no profile in"));
    assert!(home.refused(&["show"]).contains("pandu profile list"));
    assert!(home.refused(&["show", "--format", "json"]).contains("pandu profile list"));
    assert!(home.refused(&["backup", text(&home.at("b.json"))]).contains("tidak ada"));
    assert!(home.refused(&["erase", "--yes"]).contains("tidak ada"));
    assert!(home.refused(&["restore", text(&home.at("none.json"))]).contains("tidak ada"));
    assert_eq!(trace(home.0.path()), BTreeMap::new());
}

#[test]
fn a_profile_is_shown_as_it_lies_there_while_a_window_holds_it() {
    let home = Home::new();
    let window = home.save("utama", "Siti\u{9b}31m");
    let before = trace(home.0.path());
    let shown = home.ok(&["show"]);
    for words in [
        "Siti�31m, DPMPTSP",
        "24 November 2026, 09.12",
        "baik; sedang terbuka di jendela lain",
        "1 halaman dibaca, 0 jawaban, 1 putaran soal",
        "Izin �Praktik�[2J baru: 0 baris, disunting 24 November 2026",
        text(&home.main()),
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let shown = home.ok(&["show", "--lang", "en"]);
    assert!(shown.contains("1 page read, 0 answers, 1 round of questions"), "{shown}");
    assert!(shown.contains("24 November 2026, 09:12") && shown.contains("in another window"));
    let file = fs::read_to_string(home.main()).unwrap();
    let json = home.ok(&["show", "--format", "json"]);
    assert!(json.starts_with(file.trim_end().strip_suffix("\n}").unwrap()), "{json}");
    assert_eq!(trace(home.0.path()), before);
    drop(window);
    assert!(!home.ok(&["show"]).contains("jendela lain"));
}

#[test]
fn the_language_of_the_profile_holds_unless_another_is_asked_for() {
    let home = Home::new();
    let mut window = home.save("utama", "Siti");
    window.profile.settings.lang = Lang::En;
    window.profile.rev += 1;
    window.keeper.save(&window.profile).unwrap();
    drop(window);
    assert!(home.ok(&["show"]).starts_with("Profile utama"));
    assert!(home.ok(&["show", "--lang", "id"]).starts_with("Profil utama"));
    assert!(home.ok(&["list"]).starts_with("Profile  Name"));
    let refused = home.refused(&["restore", text(&home.at("none.json"))]);
    assert!(refused.contains("does not exist"), "{refused}");
}

#[test]
fn the_list_tells_the_state_of_each_profile_and_no_bad_one_spoils_it() {
    let home = Home::new();
    drop(home.save("baik", "Siti"));
    let good = fs::read_to_string(Layout::new(home.data()).profile(&Name::new("baik").unwrap()));
    let good = good.unwrap();
    let held = home.save("dipakai", "Budi");
    for (name, bytes) in [
        ("rusak", good.as_bytes()[..100].to_vec()),
        ("diubah", good.replace("Siti", "Sari").into_bytes()),
        ("baru", newer(&good)),
    ] {
        drop(home.save(name, "X"));
        put(&Layout::new(home.data()).profile(&Name::new(name).unwrap()), &bytes);
    }
    let profiles = home.data().join("profiles");
    fs::create_dir_all(profiles.join("folder/profile.json")).unwrap();
    fs::create_dir(profiles.join("kosong")).unwrap();
    put(&profiles.join("berkas"), b"x");
    let before = trace(home.0.path());
    for (lang, states) in [
        (
            "id",
            [
                "baik",
                "baik, dipakai",
                "rusak",
                "diubah di luar pandu",
                "dari pandu yang lebih baru",
                "tidak terbaca",
            ],
        ),
        (
            "en",
            [
                "good",
                "good, in use",
                "damaged",
                "changed outside pandu",
                "from a newer pandu",
                "unreadable",
            ],
        ),
    ] {
        let list = home.ok(&["list", "--lang", lang]);
        let names = ["baik", "dipakai", "rusak", "diubah", "baru", "folder"];
        for (name, state) in names.iter().zip(states) {
            let line = list.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap();
            assert!(line.ends_with(&format!("  {state}")), "{line}");
        }
        assert!(!list.contains("kosong") && !list.contains("berkas"), "{list}");
        assert_eq!(list.lines().count(), 7, "{list}");
    }
    assert_eq!(trace(home.0.path()), before);
    drop(held);
}

#[test]
fn what_cannot_be_trusted_is_neither_shown_as_json_nor_copied() {
    let home = Home::new();
    drop(home.save("utama", "Siti"));
    let good = fs::read_to_string(home.main()).unwrap();
    let copy = home.at("copy.json");
    for (bytes, words) in [
        (good.as_bytes()[..100].to_vec(), "tidak terbaca pada baris"),
        (good.replace("Siti", "Sari").into_bytes(), "jumlah periksanya"),
        (b"{}".to_vec(), "bukan profil pandu"),
        (Vec::new(), "kosong"),
    ] {
        put(&home.main(), &bytes);
        let before = trace(home.0.path());
        for command in [&["show", "--format", "json"][..], &["backup", text(&copy)]] {
            let said = home.refused(command);
            assert!(said.contains(words) && said.contains(text(&home.main())), "{said}");
        }
        assert_eq!(trace(home.0.path()), before);
    }
    put(&home.main(), good.replace("Siti", "Sari").as_bytes());
    assert!(home.ok(&["show"]).contains("diubah di luar pandu"));
    put(&home.main(), &newer(&good));
    assert!(home.ok(&["show"]).contains("skema 7"));
    assert!(home.ok(&["show", "--format", "json"]).contains("\"schema\": 7"));
}

#[test]
fn a_profile_whose_name_no_system_could_hold_is_refused_with_that_name_shown_safely() {
    let home = Home::new();
    let long = "x".repeat(200);
    for name in ["../x", "CON", &long, "a\u{202e}b", "a\u{1b}[2Jb", "", "."] {
        let name = format!("--profile={name}");
        let said = home.refused(&["path", &name]);
        assert!(!said.contains(['\u{202e}', '\u{1b}']), "{said}");
        home.refused(&["erase", "--yes", &name]);
    }
    let emoji = home.ok(&["path", "--profile=🙂"]);
    assert!(emoji.contains("/profiles/🙂/") || emoji.contains("\\profiles\\🙂\\"), "{emoji}");
    assert_eq!(trace(home.0.path()), BTreeMap::new());
}
