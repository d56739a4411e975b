//! The contract of `--print`, `--size` and `--keys`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{fs, path::Path, process::Command};

/// Exit code, standard output, standard error.
fn pandu(data: &Path, arguments: &[&str]) -> (i32, String, String) {
    pandu_in("C.UTF-8", data, arguments)
}

fn pandu_in(locale: &str, data: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--now", "2026-11-24T09:00:00+07:00", "--seed", "1", "--data"])
        .arg(data)
        .args(arguments)
        .env("LC_ALL", locale)
        .output()
        .expect("pandu starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

fn print(data: &Path, keys: &str) -> String {
    let (code, screen, errors) = pandu(data, &["--print", "--keys", keys]);
    assert_eq!(code, 0, "{errors}");
    screen
}

#[test]
fn one_run_shows_what_another_prints() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let keys = "enter text:Siti enter enter esc down enter s a enter 2";
    assert_eq!(print(one.path(), keys), print(two.path(), keys));
    let profile = |data: &Path| fs::read(data.join("profiles/utama/profile.json")).unwrap();
    assert_eq!(profile(one.path()), profile(two.path()), "time or chance came in from elsewhere");
}

#[test]
fn the_clock_stands_and_moves_only_by_waiting() {
    let folder = tempfile::tempdir().unwrap();
    assert!(print(folder.path(), "enter text:Siti enter enter").contains("tersimpan 09.00"));
    assert!(print(folder.path(), "wait:3600000 f2 f2").contains("tersimpan 10.00"));
}

/// A save that fails is tried again on the clock that stands still, not on the machine's.
#[test]
#[cfg(target_os = "linux")]
fn a_minute_of_saves_that_fail_is_over_in_a_moment() {
    let start = std::time::Instant::now();
    let screen = print(Path::new("/proc/pandu"), "down*2 enter esc*2 wait:60000");
    assert!(screen.contains("elum tersimpan"), "{screen}");
    assert!(screen.contains("Ctrl-S: jalan keluar"), "the way out is not cut off: {screen}");
    assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn a_variable_that_is_set_but_empty_is_not_set() {
    for variable in ["PANDU_COURSE", "PANDU_HOME", "PANDU_LANG", "PANDU_NOW"] {
        let folder = tempfile::tempdir().unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
            .args(["profile", "path"])
            .env("HOME", folder.path())
            .env(variable, "")
            .output()
            .expect("pandu starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{variable}: {errors}");
    }
}

#[test]
fn nonsense_is_a_usage_error_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let cases: [&[&str]; 7] = [
        &["--print", "--keys", "donw"],
        &["--print", "--keys", "(j"],
        &["--print", "--size", "80"],
        &["--print", "--size", "0x0"],
        &["--keys", "down"],
        &["--size", "80x24"],
        &["--print", "--now", "kemarin"],
    ];
    for case in cases {
        let (code, screen, errors) = pandu(folder.path(), case);
        assert_eq!((code, screen.as_str()), (2, ""), "{case:?}: {errors}");
        assert_eq!(errors.trim().lines().count(), 1, "{case:?}: {errors}");
    }
    assert!(!folder.path().join("profiles").exists(), "a usage error touched the disk");
}

#[test]
fn without_a_terminal_there_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let (code, screen, errors) = pandu(folder.path(), &[]);
    assert_eq!((code, screen.as_str()), (1, ""));
    assert_eq!(errors.trim().lines().count(), 1, "{errors}");
    assert!(errors.contains("pandu plan"), "{errors}");
}

/// On the built-in course, whose pages hold quotation marks, dashes and drawings.
#[test]
#[cfg(unix)]
fn a_locale_without_utf_8_gets_plain_characters_only() {
    let folder = tempfile::tempdir().unwrap();
    for keys in
        ["", "enter*3", "enter", "end space end", "esc ?", "esc r", "down*2 enter s b enter"]
    {
        let (code, screen, errors) = pandu_in("C", folder.path(), &["--print", "--keys", keys]);
        assert_eq!(code, 0, "{errors}");
        assert!(screen.is_ascii(), "{keys}: {screen}");
        let (_, screen, _) = pandu(folder.path(), &["--print"]);
        assert!(!screen.is_ascii(), "{keys}: {screen}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_is_told_in_a_sentence() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .arg("keys")
        .stdout(full)
        .output()
        .expect("pandu starts");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("tidak dapat ditulis") && said.contains("cannot write"), "{said}");
}
