//! Both windows of a show as people see them, in both languages, on the built-in course: the hall at
//! the size of most halls, the notes in a usual terminal. Their pictures are kept beside this.
#![allow(clippy::expect_used, reason = "helpers of tests: a failure is what they are for")]

use std::{path::Path, process::Command};

/// Moments of a show: what they are called, and what is pressed before.
const MOMENTS: [(&str, &str); 10] = [
    ("start", ""),
    ("page", "f5 pgdn*2"),
    ("black", "f5 pgdn b"),
    ("frozen", "f5 pgdn f5 pgdn*5"),
    ("question", "f5 1 0 enter j"),
    (
        "votes",
        "1 0 enter j h 1 2 enter 5 enter 3 enter 1 enter u h 4 enter 1 6 enter 1 enter 0 enter g",
    ),
    ("key", "1 0 enter j h 9 enter 1 enter 1 enter 1 enter k"),
    ("task", "1 0 enter n text:Melati,Kenanga,Cempaka enter e r wait:61000"),
    ("agenda", "s 1 0 8 3 0 enter 1 2 enter a"),
    ("countdown", "f5 w 5 enter wait:301000"),
];

fn print(data: &Path, command: &str, lang: &str, size: &str, keys: &str, now: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args([command, "--now", now, "--seed", "1", "--print"])
        .args(["--lang", lang, "--size", size, "--keys", keys, "--data"])
        .arg(data)
        .env_remove("NO_COLOR")
        .env_remove("TERM")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("pandu starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command} {lang} {keys}: {errors}");
    String::from_utf8(output.stdout).expect("a screen is text")
}

#[test]
fn every_moment_of_a_show_looks_as_it_did() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let (now, later) = ("2026-11-24T09:00:00+07:00", "2026-11-24T09:05:01+07:00");
    for lang in ["id", "en"] {
        for (name, keys) in MOMENTS {
            let folder = tempfile::tempdir().expect("a folder");
            let hall = print(folder.path(), "present", lang, "60x20", keys, now);
            let at = if keys.contains("301000") { later } else { now };
            let notes = print(folder.path(), "notes", lang, "80x24", "", at);
            settings.set_description(keys);
            settings.bind(|| {
                insta::assert_snapshot!(format!("stage_{name}_hall.{lang}"), hall);
                insta::assert_snapshot!(format!("stage_{name}_notes.{lang}"), notes);
            });
        }
    }
}

#[test]
fn every_moment_draws_at_small_and_large_sizes() {
    // The laws of the windows draw them at any size; here the real pages are.
    let sizes = "resize:1x1 resize:3x2 resize:20x5 resize:33x9 resize:60x18 resize:200x60";
    for (_, keys) in MOMENTS {
        for command in ["present", "notes"] {
            let folder = tempfile::tempdir().expect("a folder");
            let keys = format!("{keys} {sizes} resize:60x20 o {sizes} esc ? {sizes}");
            print(folder.path(), command, "id", "60x20", &keys, "2026-11-24T09:00:00+07:00");
        }
    }
}
