//! Whatever state a profile is in, people are told, choose, and lose nothing.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use pandu::store::profile::{Standing, decode};

fn print(data: &Path, keys: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--now", "2026-11-24T09:00:00+07:00", "--seed", "1", "--print"])
        .args(["--course", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course")])
        .args(["--keys", keys, "--data"])
        .arg(data)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("pandu starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{keys}: {errors}");
    String::from_utf8(output.stdout).expect("a screen is text")
}

fn file(data: &Path) -> PathBuf {
    data.join("profiles/utama/profile.json")
}

/// A data folder with a name, one answer and an older generation in it.
fn used() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    print(folder.path(), "enter text:Siti enter enter esc down enter s a enter 2 f2 f2");
    folder
}

fn answers(data: &Path) -> usize {
    let bytes = fs::read(file(data)).expect("a profile");
    let whole = decode(&bytes).expect("a whole profile");
    assert_eq!(whole.standing, Standing::Good);
    whole.profile.courses.values().map(|work| work.answers.len()).sum()
}

/// Rewrites the file; the sum is right again afterwards when `is_honest`.
fn rewrite(data: &Path, is_honest: bool, change: impl Fn(String) -> String) {
    let mut text = change(fs::read_to_string(file(data)).expect("a profile"));
    if is_honest {
        let at = text.find("crc32:").expect("a sum") + 6;
        text.replace_range(at..at + 8, "00000000");
        let sum = format!("{:08x}", crc32fast::hash(text.as_bytes()));
        text.replace_range(at..at + 8, &sum);
    }
    fs::write(file(data), text).expect("written");
}

#[test]
fn of_a_file_edited_by_hand_either_copy_can_be_taken() {
    for (keys, name) in [("enter", "Sita"), ("down enter", "Siti")] {
        let folder = used();
        rewrite(folder.path(), false, |text| text.replace("Siti", "Sita"));
        let screen = print(folder.path(), "");
        assert!(screen.contains("diubah di luar pandu"), "{screen}");
        let screen = print(folder.path(), keys);
        // The older copy was made while English was spoken.
        let is_saved = screen.contains("tersimpan") || screen.contains("✓ saved");
        assert!(screen.contains(name) && is_saved, "{screen}");
        assert!(fs::read_to_string(file(folder.path())).expect("a profile").contains(name));
        assert_eq!(answers(folder.path()), 1);
    }
}

#[test]
fn nothing_is_written_over_a_damaged_file_before_the_person_agrees() {
    let folder = used();
    let bytes = fs::read(file(folder.path())).expect("a profile");
    let half = &bytes[..bytes.len() / 2];
    fs::write(file(folder.path()), half).expect("written");
    let screen = print(folder.path(), "down enter down enter s a enter 2 wait:9000");
    assert!(screen.contains("not being saved"), "{screen}");
    assert_eq!(fs::read(file(folder.path())).expect("still there"), half);

    let screen = print(folder.path(), "enter");
    assert!(screen.contains("✓ saved"), "{screen}");
    assert_eq!(answers(folder.path()), 1);
    let kept = fs::read_dir(folder.path().join("profiles/utama/quarantine")).expect("a folder");
    let kept: Vec<Vec<u8>> =
        kept.map(|entry| fs::read(entry.expect("an entry").path()).expect("a file")).collect();
    assert!(kept.iter().any(|bytes| bytes == half), "the damaged bytes are gone");
}

#[test]
fn work_in_a_window_that_does_not_save_is_never_dropped_unasked() {
    let folder = used();
    let elsewhere = tempfile::tempdir().expect("a folder");
    rewrite(folder.path(), true, |text| text.replace("\"schema\": 1", "\"schema\": 9"));
    let before = fs::read(file(folder.path())).expect("a profile");
    let screen = print(folder.path(), "");
    assert!(screen.contains("lebih baru"), "{screen}");
    // Looks around, answers, asks to leave: the answer must find a place first.
    let work = "enter down enter s enter a enter a enter 2 ctrl+c";
    let screen = print(folder.path(), work);
    assert!(screen.contains("Tidak disimpan di jendela ini"), "{screen}");
    let target = elsewhere.path().display().to_string();
    let screen = print(folder.path(), &format!("{work} enter paste:{target} enter"));
    assert!(screen.contains("tersimpan"), "{screen}");
    assert_eq!(answers(elsewhere.path()), 2);
    assert_eq!(fs::read(file(folder.path())).expect("a profile"), before, "a newer file changed");
}

#[test]
fn a_note_in_a_window_that_does_not_save_is_work_like_any_other() {
    let folder = used();
    rewrite(folder.path(), true, |text| text.replace("\"schema\": 1", "\"schema\": 9"));
    for (keys, is_work) in [("c text:Rak esc", true), ("t", true), ("t t", false)] {
        let screen = print(folder.path(), &format!("enter down enter enter {keys} ctrl+c"));
        assert_eq!(screen.contains("Tidak disimpan di jendela ini"), is_work, "{keys}\n{screen}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_another_one_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    // A file stands where the folder should be: nobody, not even root, can write there.
    let blocked = folder.path().join("blocked");
    fs::write(&blocked, "x").expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--print", "--data"])
        .arg(&blocked)
        .output()
        .expect("pandu starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    let screen = String::from_utf8_lossy(&output.stdout);
    assert!(
        errors.contains("blocked") || screen.contains("Belum dapat menyimpan"),
        "{errors}{screen}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn what_was_done_while_nothing_could_be_saved_is_kept_in_another_folder() {
    let nowhere = Path::new("/proc/pandu");
    let screen = print(nowhere, "");
    assert!(screen.contains("Belum dapat menyimpan"), "{screen}");
    let work = "down*2 enter enter text:Siti enter enter esc down enter s a enter 2";
    let screen = print(nowhere, &format!("{work} ctrl+c"));
    assert!(screen.contains("Keluar tanpa menyimpan"), "{screen}");
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("baru").display().to_string();
    let screen = print(nowhere, &format!("{work} ctrl+s down enter paste:{target} enter"));
    assert!(screen.contains("tersimpan"), "{screen}");
    assert_eq!(answers(&folder.path().join("baru")), 1);
}

#[test]
fn a_folder_that_holds_another_profile_is_not_written_over() {
    let (one, two) = (used(), used());
    rewrite(one.path(), true, |text| text.replace("\"schema\": 1", "\"schema\": 9"));
    let before = fs::read(file(two.path())).expect("a profile");
    let target = two.path().display().to_string();
    let keys =
        format!("enter down enter s enter a enter a enter 2 ctrl+s enter paste:{target} enter");
    let screen = print(one.path(), &keys);
    assert!(screen.contains("sudah ada profil"), "{screen}");
    assert_eq!(fs::read(file(two.path())).expect("a profile"), before);
}

#[cfg(unix)]
mod two_windows {
    use crate::pty::Session;

    #[test]
    fn the_second_window_names_the_first_and_takes_over_when_it_is_closed() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = Session::start(folder.path());
        first.shows(&["Selamat datang di pandu"]);
        first.press("\x1b");
        first.shows(&["Kenali pandu", "Esc lewati"]);
        first.press("\x1b");
        first.shows(&["Mulai", "tersimpan"]);
        let mut second = Session::start(folder.path());
        let pid = first.child.process_id().expect("a process").to_string();
        second.shows(&["Profil sedang terbuka", &pid, "Coba lagi", "Buka profil lain"]);
        first.press("q");
        assert!(first.end().success());
        second.press("\r");
        second.shows(&["Mulai"]);
        second.press("\x1bOQ");
        second.shows(&["✓ saved"]);
        second.press("\x03");
        assert!(second.end().success());
    }

    /// Opens a second window, works in it, and comes to where it asks what becomes of that.
    fn worked_beside(data: &std::path::Path) -> (Session, Session) {
        let mut first = Session::start(data);
        first.shows(&["Selamat datang di pandu"]);
        first.press("\x1b");
        first.shows(&["Kenali pandu", "Esc lewati"]);
        first.press("\x1b");
        first.shows(&["Mulai", "tersimpan"]);
        let mut second = Session::start(data);
        second.shows(&["Profil sedang terbuka"]);
        second.press("\x1b[B\x1b[B\r");
        second.shows(&["Mulai", "tidak disimpan"]);
        second.press("r");
        second.shows(&["Tekan Enter untuk memulai"]);
        second.press("\r");
        second.shows(&["Identitas rencana"]);
        second.press("Izin Praktik\x1b");
        second.shows(&["Izin Praktik", "t tambah"]);
        (first, second)
    }

    #[test]
    fn a_second_window_that_worked_takes_over_when_the_first_is_closed() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut first, mut second) = worked_beside(folder.path());
        second.press("\x03");
        second.shows(&["Tidak disimpan di jendela ini", "Simpan di profil ini"]);
        second.press("\r");
        second.shows(&["Belum dapat dilakukan"]);
        first.press("q");
        assert!(first.end().success());
        second.press("\r");
        second.shows(&["Tidak disimpan di jendela ini"]);
        second.press("\r");
        second.shows(&["t tambah", "✓ tersimpan"]);
        second.press("\x03");
        assert!(second.end().success());
        let file = std::fs::read_to_string(super::file(folder.path())).expect("a profile");
        assert!(file.contains("Izin Praktik"));
    }

    #[test]
    fn a_second_window_never_takes_over_what_the_first_has_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut first, mut second) = worked_beside(folder.path());
        first.press("\x1bOQ");
        first.shows(&["✓ saved"]);
        first.press("q");
        assert!(first.end().success());
        let before = std::fs::read(super::file(folder.path())).expect("a profile");
        second.press("\x13");
        second.shows(&["Simpan di profil ini"]);
        second.press("\r");
        second.shows(&["Jendela lain sudah menyimpan"]);
        assert_eq!(std::fs::read(super::file(folder.path())).expect("a profile"), before);
        second.signal(rustix::process::Signal::KILL);
    }

    #[test]
    fn a_name_typed_in_a_window_that_does_not_save_is_not_dropped_unasked() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = Session::start(folder.path());
        first.shows(&["Selamat datang di pandu"]);
        first.press("\x1b[B");
        first.shows(&["NIP tidak ditanyakan"]);
        let mut second = Session::start(folder.path());
        second.shows(&["Profil sedang terbuka"]);
        second.press("\x1b[B\x1b[B\r");
        second.shows(&["Selamat datang di pandu"]);
        second.press("\rSiti");
        second.shows(&["Siti"]);
        second.press("\x03");
        second.shows(&["Tidak disimpan di jendela ini"]);
        second.signal(rustix::process::Signal::KILL);
    }

    #[test]
    fn the_second_window_may_open_another_profile() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = Session::start(folder.path());
        first.shows(&["Selamat datang di pandu"]);
        // That screen stands before the profile is opened; a saved change comes after it.
        first.press("\x1b");
        first.shows(&["Kenali pandu", "Esc lewati"]);
        first.press("\x1b");
        first.shows(&["Mulai", "tersimpan"]);
        let mut second = Session::start(folder.path());
        second.shows(&["Profil sedang terbuka"]);
        second.press("\x1b[B");
        second.press("\r");
        second.press("../x\r");
        second.shows(&["Belum dapat dilakukan"]);
        second.press("\r");
        second.shows(&["Profil sedang terbuka"]);
        second.press("\rbudi\r");
        second.shows(&["Selamat datang di pandu", "profiles/budi"]);
        second.press("\x1b");
        second.shows(&["tersimpan"]);
        assert!(folder.path().join("profiles/budi/profile.json").exists());
    }
}

/// The signal of a file limit must not kill; the write fails, and that is told.
#[test]
#[cfg(unix)]
fn a_file_limit_is_told_like_any_other_full_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = format!(
        "ulimit -f 0; exec '{}' --data '{}' --lang id --print --keys 'esc f2 f2'",
        env!("CARGO_BIN_EXE_pandu"),
        folder.path().display()
    );
    let output = Command::new("sh").args(["-c", &run]).output().expect("a shell");
    let screen = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", output.status);
    assert!(screen.contains("elum tersimpan"), "{screen}");
    assert!(!file(folder.path()).exists());
}
