//! A random walk: whatever is pressed, pasted, waited for or resized, nothing panics and what was
//! saved opens again.
//!
//! `PANDU_STEPS=1000000 cargo test --test it walk` is the long form.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{path::Path, process::Command};

use pandu::model::chance::Chance;

const KEYS: &[&str] = &[
    "enter",
    "enter",
    "enter",
    "esc",
    "space",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "tab",
    "backtab",
    "backspace",
    "delete",
    "f1",
    "f2",
    "f3",
    "f4",
    "f6",
    "f7",
    "ctrl+l",
    "ctrl+s",
    "ctrl+w",
    "ctrl+a",
    "ctrl+e",
    "ctrl+left",
    "ctrl+up",
    "ctrl+down",
    "alt+b",
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
    "h",
    "i",
    "j",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
    "z",
    "1",
    "2",
    "3",
    "?",
    "/",
    "[",
    "]",
    "text:kata",
    "text:é",
    "text:日本",
    "text:24/12/2026",
    "text:\u{301}\u{301}",
    "text:👩‍👩‍👧",
    "paste:kalimat_yang_agak_panjang_untuk_satu_kolom",
    "paste:\u{202e}\u{200b}\u{1b}[2J",
    "wait:700",
    "wait:4000",
    "wait:90000000",
];

/// Steps of one run; the command line of some systems is short.
const AT_ONCE: u64 = 1500;

fn script(chance: &mut Chance, steps: u64) -> String {
    let mut script = String::new();
    for _ in 0..steps {
        let bits = chance.bits();
        let step = match bits % 20 {
            0 => {
                // Half of the sizes are too small for anything.
                let (width, height) = if bits & 64 == 0 { (20, 8) } else { (160, 60) };
                format!("resize:{}x{}", (bits >> 8) % width + 1, (bits >> 24) % height + 1)
            }
            1 => "resize:80x24".to_owned(),
            _ => KEYS[(bits >> 8) as usize % KEYS.len()].to_owned(),
        };
        script += &step;
        script.push(' ');
    }
    script
}

fn walk(data: &Path, course: Option<&str>, seed: u64, script: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pandu"));
    command.args(["--now", "2026-11-24T09:00:00+07:00", "--print", "--keys", script]);
    command.args(["--seed", &seed.to_string(), "--data"]).arg(data);
    // What is taken home must end up neither in a real one nor here.
    let home = data.parent().expect("a folder above");
    command.env("HOME", home).env_remove("XDG_CONFIG_HOME").current_dir(home);
    if let Some(course) = course {
        command.args(["--course", course]);
    }
    let output = command.output().expect("pandu starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "seed {seed}: {errors}\n{script}");
}

#[test]
fn a_random_walk_breaks_nothing() {
    let steps = std::env::var("PANDU_STEPS").ok().and_then(|steps| steps.parse().ok());
    let steps: u64 = steps.unwrap_or(12_000);
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course");
    let folder =
        tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    for run in 0..steps.div_ceil(AT_ONCE) {
        let mut chance = Chance::new(run, "walk");
        let script = script(&mut chance, AT_ONCE);
        // A new person every few runs, the same one in between.
        let data = folder.path().join((run / 4).to_string());
        walk(&data, (run % 2 == 0).then_some(fixture), run, &script);
        let file = std::fs::read(data.join("profiles/utama/profile.json")).unwrap_or_default();
        let standing = pandu::store::profile::decode(&file).map(|whole| whole.standing);
        assert_eq!(standing, Ok(pandu::store::profile::Standing::Good), "run {run}");
    }
}
