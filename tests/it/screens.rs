//! Every screen as people see it, in both languages, on the fixture course, and every screen at
//! every small size. New screens get a line in [`SCREENS`]; their pictures are kept beside this.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a failure is what they are for"
)]

mod places;

use std::{path::Path, process::Command};

use places::{BEGIN, ELSEWHERE, SCREENS};

/// Runs the app without a terminal and returns its last screen.
fn run(data: &Path, lang: &str, size: &str, keys: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--now", "2026-11-24T09:00:00+07:00", "--seed", "1", "--print"])
        .args(["--course", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course")])
        .args(["--lang", lang, "--size", size, "--keys", keys, "--data"])
        .arg(data)
        .env_remove("NO_COLOR")
        .env_remove("TERM")
        .env("LC_ALL", "C.UTF-8")
        .output();
    let output = output.expect("pandu starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{lang} {size} {keys}: {errors}");
    String::from_utf8(output.stdout).expect("a screen is text")
}

fn fresh() -> tempfile::TempDir {
    // Memory where there is some: these tests are about screens, not about disks.
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

#[test]
fn every_screen_looks_as_it_did() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for lang in ["id", "en"] {
        for place in SCREENS {
            let folder = fresh();
            let keys = format!("{BEGIN} {}", place.keys);
            let screen = run(folder.path(), lang, "80x24", &keys);
            settings.set_description(place.keys);
            let name = format!("{}.{lang}", place.name);
            settings.bind(|| insta::assert_snapshot!(name, screen));
        }
    }
}

/// What a new person is shown before home, a step at a time.
#[test]
fn the_tour_looks_as_it_did() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for lang in ["id", "en"] {
        for step in 1..=4 {
            let folder = fresh();
            let keys = format!("enter text:Siti enter enter enter*{}", step - 1);
            let screen = run(folder.path(), lang, "80x24", &keys);
            settings.bind(|| insta::assert_snapshot!(format!("tour_{step}.{lang}"), screen));
        }
    }
}

/// The first screen names the data folder, which is another one in every run.
#[test]
fn the_first_screen_looks_as_it_did() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for lang in ["id", "en"] {
        let folder = fresh();
        let screen = run(folder.path(), lang, "80x24", "");
        // Where the path breaks depends on how long it is.
        let is_path = |line: &&str| line.contains("Jawaban dan") || line.contains("Your answers");
        let lines: Vec<&str> = screen.lines().take_while(|line| !is_path(line)).collect();
        settings.bind(|| insta::assert_snapshot!(format!("welcome.{lang}"), lines.join("\n")));
        let shown: String = screen.split_whitespace().collect();
        let path: String = folder.path().display().to_string();
        assert!(shown.contains(&path.replace(' ', "")), "{path} is not named:\n{screen}");
    }
}

#[test]
fn every_screen_draws_at_every_small_size() {
    let small = (1..=20).flat_map(|height| (1..=40).map(move |width| (width, height)));
    let large = [(60, 18), (61, 19), (200, 60), (500, 200), (60, 200), (500, 18)];
    let sizes: Vec<String> =
        small.chain(large).map(|(width, height)| format!("resize:{width}x{height}")).collect();
    let sizes = sizes.join(" ");
    let first = fresh();
    run(first.path(), "id", "80x24", &sizes);
    for place in SCREENS.iter().chain(ELSEWHERE) {
        let folder = fresh();
        run(folder.path(), "id", "80x24", &format!("{BEGIN} {} {sizes}", place.keys));
    }
}

/// A window that is too small says so as far as there is room, and everything is back afterwards.
#[test]
fn a_window_that_is_too_small_says_so_and_costs_nothing() {
    let folder = fresh();
    let tiny = run(folder.path(), "id", "80x24", &format!("{BEGIN} enter resize:40x10"));
    assert!(tiny.contains("60") && tiny.contains("18"), "{tiny}");
    let back = run(folder.path(), "id", "80x24", "enter resize:3x2 resize:80x24");
    assert!(back.contains("hal. 1 dari 2"), "{back}");
}

/// In a low window the answer's fate lies below: Enter comes to it before it goes on.
#[test]
fn enter_never_passes_over_whether_an_answer_was_right() {
    let folder = fresh();
    let answered = format!("{BEGIN} down*2 enter s a b c enter 2");
    let low = run(folder.path(), "id", "60x18", &answered);
    assert!(!low.contains("✓ Benar."), "it fits: the law shows nothing\n{low}");
    let seen = run(folder.path(), "id", "60x18", "enter*2");
    assert!(seen.contains("✓ Benar.") && seen.contains("soal 1 dari 3"), "{seen}");
    let next = run(folder.path(), "id", "60x18", "enter*3");
    assert!(next.contains("soal 2 dari 3"), "{next}");
}
