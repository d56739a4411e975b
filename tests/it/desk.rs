//! Settings, several people on one laptop and the first minutes, as whole journeys.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{fs, path::Path, process::Command};

/// From the first start to home.
const BEGIN: &str = "enter text:Siti enter text:DPMPTSP enter esc";

fn run(data: &Path, keys: &str, change: impl FnOnce(&mut Command)) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pandu"));
    command
        .args(["--now", "2026-11-24T09:00:00+07:00", "--seed", "1", "--print"])
        .args(["--course", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course")])
        .args(["--keys", keys, "--data"])
        .arg(data)
        .env("HOME", data)
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("NO_COLOR")
        .env_remove("TERM");
    change(&mut command);
    let output = command.output().expect("pandu starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{keys}: {errors}");
    String::from_utf8(output.stdout).expect("a screen is text")
}

fn print(data: &Path, keys: &str) -> String {
    run(data, keys, |_| ())
}

fn file(data: &Path, name: &str) -> String {
    fs::read_to_string(data.join("profiles").join(name).join("profile.json")).unwrap_or_default()
}

/// Puts a text in place of another in the profile, and the sum right again.
fn rewrite(data: &Path, from: &str, to: &str) {
    let text = file(data, "utama");
    assert!(text.contains(from), "{text}");
    let mut text = text.replace(from, to);
    let at = text.find("crc32:").expect("a sum") + 6;
    text.replace_range(at..at + 8, "00000000");
    let sum = format!("{:08x}", crc32fast::hash(text.as_bytes()));
    text.replace_range(at..at + 8, &sum);
    fs::write(data.join("profiles/utama/profile.json"), text).expect("written");
}

#[test]
fn each_setting_is_seen_at_once_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), BEGIN);
    let screen = print(folder.path(), "s right");
    assert!(screen.contains("Settings") && screen.contains("✓ saved"), "{screen}");
    let screen = print(folder.path(), "s down*2 right");
    assert!(screen.contains("v saved") && screen.contains("> Plain characters"), "{screen}");
    let screen =
        print(folder.path(), "s down*3 right down*2 left*7 down text:_R down ctrl+u text:Setda");
    let saved = file(folder.path(), "utama");
    for part in
        ["\"en\"", "\"ascii\": true", "\"confidence\": false", "\"width\": 44", "Siti R", "Setda"]
    {
        assert!(saved.contains(part), "{part}: {saved}");
    }
    let rule = "-".repeat(44);
    assert!(screen.lines().any(|line| line.trim() == rule), "{screen}");
    let page = print(folder.path(), "enter end");
    // The marks of more stand at the edge of the window.
    let is_narrow = |line: &str| line.trim_end_matches(['^', 'v', ' ']).chars().count() <= 2 + 44;
    assert!(page.lines().skip(3).take(16).all(is_narrow), "{page}");
    // Without the question how sure the answer is marked at once.
    let screen = print(folder.path(), "down enter s a enter");
    assert!(!screen.contains("How sure"), "{screen}");
}

#[test]
fn what_the_terminal_decides_is_said_beside_the_setting() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), BEGIN);
    let screen = run(folder.path(), "s", |command| {
        command.env("NO_COLOR", "1");
    });
    assert!(screen.contains("otomatis (NO_COLOR"), "{screen}");
    let screen = run(folder.path(), "s", |command| {
        command.env("TERM", "linux");
    });
    assert!(screen.contains("tidak (konsol Linux: tetap sederhana)"), "{screen}");
    let screen = run(folder.path(), "s", |command| {
        command.args(["--ascii", "--lang", "en"]);
    });
    assert!(screen.contains("no (--ascii: plain here anyway)"), "{screen}");
    assert!(screen.contains("Bahasa Indonesia (now English because of --lang)"), "{screen}");
    let screen = run(folder.path(), "f4", |command| {
        command.env("NO_COLOR", "1");
    });
    assert!(screen.contains("tanpa warna: NO_COLOR"), "{screen}");
}

#[test]
fn a_theme_and_a_width_that_nobody_knows_are_kept_until_they_are_changed() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), BEGIN);
    rewrite(folder.path(), "\"theme\": \"auto\"", "\"theme\": \"neon\"");
    rewrite(folder.path(), "\"width\": 72", "\"width\": 75");
    let screen = print(folder.path(), "s down*3 right");
    assert!(screen.contains("otomatis (“neon” tidak dikenal)"), "{screen}");
    assert!(screen.contains("75 kolom"), "{screen}");
    let saved = file(folder.path(), "utama");
    assert!(saved.contains("\"neon\"") && saved.contains("\"width\": 75"), "{saved}");
    print(folder.path(), "s down right down*4 right");
    let saved = file(folder.path(), "utama");
    assert!(!saved.contains("\"neon\"") && saved.contains("\"width\": 76"), "{saved}");
}

#[test]
fn colours_go_round_with_one_key_and_say_which_they_are() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), BEGIN);
    for words in ["untuk latar terang", "kontras tinggi", "untuk latar gelap", "untuk latar terang"]
    {
        let screen = print(folder.path(), "f4");
        assert!(screen.contains(&format!("warna: {words}")), "{words}: {screen}");
    }
}

#[test]
fn the_tour_is_shown_once_and_may_be_seen_again() {
    let folder = tempfile::tempdir().unwrap();
    let screen = print(folder.path(), "enter text:Siti enter enter");
    assert!(screen.contains("1 dari 4") && screen.contains("Esc lewati"), "{screen}");
    // Left in the middle, it goes on there.
    let screen = print(folder.path(), "space*2");
    assert!(screen.contains("3 dari 4"), "{screen}");
    let screen = print(folder.path(), "");
    assert!(screen.contains("3 dari 4"), "{screen}");
    let screen = print(folder.path(), "esc");
    assert!(screen.contains("Selamat datang, Siti"), "{screen}");
    let screen = print(folder.path(), "");
    assert!(screen.contains("Selamat datang, Siti"), "{screen}");
    for keys in ["? t esc", "? t space*4", "s f1 t enter*3 b enter*2 esc"] {
        let screen = print(folder.path(), keys);
        assert!(screen.contains("Selamat datang, Siti"), "{keys}: {screen}");
    }
}

#[test]
fn two_people_share_a_laptop_and_each_leaves_with_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    print(data, &format!("{BEGIN} down enter s a enter 2"));
    let screen =
        print(data, "p t text:Budi enter enter*2 text:Disdukcapil enter esc r enter text:Akta esc");
    assert!(screen.contains("Akta"), "{screen}");
    // Each start opens the usual profile; the other one is two keys away.
    let screen = print(data, "p");
    assert!(screen.contains("Budi, Disdukcapil") && screen.contains("1 jawaban"), "{screen}");
    let screen = print(data, "p up enter r");
    assert!(screen.contains("Akta"), "{screen}");
    let screen = print(data, "p b enter");
    assert!(screen.contains("Sudah disalin"), "{screen}");
    let copy = data.join("pandu-utama-2026-11-24.json");
    assert_eq!(fs::read_to_string(&copy).unwrap(), file(data, "utama"));
    let screen = print(data, "p x down*2 enter text:hapus enter enter");
    assert!(screen.contains("Selamat datang di pandu") && !screen.contains("Siti"), "{screen}");
    assert!(file(data, "utama").is_empty() && file(data, "budi").contains("Akta"));
    // The next person is told of Budi, not of Siti.
    let screen = print(data, "f3");
    assert!(screen.contains("Budi") && !screen.contains("Siti"), "{screen}");
    // Siti comes back with her file, on any laptop.
    let other = tempfile::tempdir().unwrap();
    let keys = format!("esc esc p i paste:{} enter enter enter", copy.display());
    let screen = print(other.path(), &keys);
    assert!(screen.contains("Siti · DPMPTSP"), "{screen}");
    assert!(file(other.path(), "utama").contains("\"chosen\""), "{screen}");
}

/// A new profile that nobody saved yet is not left behind by who looks at the others.
#[test]
fn who_only_looks_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), BEGIN);
    let screen = run(folder.path(), "f3 enter", |command| {
        command.args(["--profile", "baru"]);
    });
    assert!(screen.contains("Selamat datang, Siti"), "{screen}");
    assert!(file(folder.path(), "baru").is_empty());
    let screen = print(folder.path(), "p");
    assert!(screen.contains("1 profil") && !screen.contains("baru"), "{screen}");
}

/// Copies a course folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let from = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("a name"));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("copied");
        }
    }
}

#[test]
fn a_module_without_questions_says_so_and_offers_none() {
    let folder = tempfile::tempdir().unwrap();
    let course = folder.path().join("course");
    copy(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course")), &course);
    let module = course.join("modules/menemukan");
    fs::write(module.join("items.toml"), "").unwrap();
    for file in ["id.md", "en.md"] {
        let text = fs::read_to_string(module.join(file)).unwrap();
        let kept: Vec<&str> = text.lines().filter(|line| !line.contains("<!-- item:")).collect();
        fs::write(module.join(file), kept.join("\n")).unwrap();
    }
    let data = folder.path().join("data");
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--print", "--course", course.to_str().unwrap(), "--data", data.to_str().unwrap()])
        .args(["--lang", "id", "--keys", &format!("{BEGIN} down*2 enter end enter s")])
        .output()
        .unwrap();
    let screen = String::from_utf8(output.stdout).unwrap();
    assert!(screen.contains("Modul ini tidak memuat soal."), "{screen}");
    assert!(!screen.contains("s soal") && !screen.contains("Enter buka"), "{screen}");
}

#[test]
fn the_first_form_goes_on_where_it_was_broken_off() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), "enter text:Sit");
    let screen = print(folder.path(), "");
    assert!(screen.contains("Selamat datang di pandu") && screen.contains("Sit"), "{screen}");
    let screen = print(folder.path(), "enter text:i enter text:DPMPTSP enter esc");
    assert!(screen.contains("Siti · DPMPTSP") && screen.contains("Mulai:"), "{screen}");
    let screen = print(folder.path(), "");
    assert!(screen.contains("Mulai:"), "{screen}");
}

#[test]
fn two_sessions_with_one_seed_never_give_one_name_to_two_plans() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), &format!("{BEGIN} r enter text:Pertama esc t text:Satu esc"));
    let list = print(folder.path(), "r n text:Kedua esc p");
    assert!(list.contains("Pertama  ") && list.contains("Kedua  terbuka"), "{list}");
    assert!(!list.contains("PertamaKedua"), "{list}");
}

#[test]
fn what_is_asked_for_in_plain_characters_is_plain_and_data_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), &format!("{BEGIN} r enter text:Café esc"));
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
            .args(args)
            .args(["--ascii", "--data"])
            .arg(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    for args in [&["plan"][..], &["keys"], &["profile", "show"], &["profile", "list"], &["man"]] {
        assert!(run(args).is_ascii(), "{args:?}");
    }
    assert!(run(&["plan", "--format", "json"]).contains("Café"));
}

#[test]
fn a_page_that_was_looked_up_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), BEGIN);
    print(folder.path(), "/ text:kode enter");
    let home = print(folder.path(), "");
    assert!(home.contains("Lanjutkan: Modul 2, halaman 1"), "{home}");
    let search = print(folder.path(), "enter esc");
    assert!(search.contains("Cari: kode"), "{search}");
}

#[test]
fn notes_count_as_work_where_a_profile_is_erased_or_taken_home() {
    let folder = tempfile::tempdir().unwrap();
    print(folder.path(), &format!("{BEGIN} enter c text:Rak_satu esc esc"));
    for keys in ["p", "p x"] {
        let screen = print(folder.path(), keys);
        assert!(screen.contains("0 jawaban, 1 catatan, 0 rencana"), "{screen}");
    }
    let take = print(folder.path(), "p b");
    assert!(take.contains("jawaban, catatan, dan rencana"), "{take}");
}
