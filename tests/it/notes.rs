//! Notes, marks and words from key to file and back: nothing that was typed is lost, and looking
//! something up costs no place.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop, and its helpers are no tests in clippy's eyes"
)]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

use crate::course::{put, texts};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course");
const BEGIN: &str = "enter text:Siti enter text:DPMPTSP enter esc";

fn pandu(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pandu"));
    for name in ["PANDU_HOME", "PANDU_LANG", "PANDU_NOW", "NO_COLOR", "TERM"] {
        command.env_remove(name);
    }
    command.args(["--now", "2026-11-24T09:00:00+07:00", "--seed", "1"]);
    command.env("PANDU_COURSE", FIXTURE);
    command.arg("--data").arg(data).args(arguments).output().unwrap()
}

fn printed(data: &Path, arguments: &[&str]) -> String {
    let output = pandu(data, arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// The last screen of a run.
fn screen(data: &Path, keys: &str) -> String {
    printed(data, &["--print", "--keys", keys])
}

fn file(data: &Path) -> Value {
    let bytes = fs::read(data.join("profiles/utama/profile.json")).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn work(data: &Path) -> Value {
    file(data)["courses"].get("arsip-kantor").unwrap().clone()
}

fn notes(data: &Path) -> Value {
    work(data)["notes"].clone()
}

/// The rows of a screen that hold the page, without title, status and bar.
fn body(screen: &str) -> Vec<&str> {
    let lines: Vec<&str> = screen.lines().collect();
    lines[2..lines.len() - 2].to_vec()
}

#[test]
fn a_note_is_in_the_file_as_it_is_typed_and_on_the_page_in_the_next_run() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    screen(data, &format!("{BEGIN} enter c text:Rak_satu enter text:dekat_loket"));
    let note = notes(data)["berkas-atau-tumpukan"].clone();
    assert_eq!((&note["text"], &note["marked"]), (&"Rak satu\ndekat loket".into(), &false.into()));
    // What was broken off is opened first.
    let page = screen(data, "enter esc end");
    assert!(page.contains("│ Catatan Anda: Rak satu") && page.contains("ada catatan"), "{page}");
    let field = screen(data, "enter c text:!");
    assert!(field.contains("dekat loket!"), "the field opens at the end of the note:\n{field}");
    screen(data, "enter c ctrl+u backspace ctrl+u esc");
    assert_eq!(notes(data), Value::Null, "an emptied note leaves no trace");
}

#[test]
fn what_is_deleted_comes_back_from_the_field_and_from_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let page = screen(data, &format!("{BEGIN} enter t c text:Rak esc c ctrl+u esc"));
    assert!(page.contains("Tekan u") && !page.contains("ada catatan"), "{page}");
    assert_eq!(notes(data)["berkas-atau-tumpukan"]["marked"], true, "the mark is no note");
    let page = screen(data, "enter c text:Rak esc c ctrl+u esc u");
    assert!(page.contains("ada catatan") && page.contains("ditandai"), "{page}");
    let list = screen(data, "c x");
    assert!(list.contains("Belum ada catatan") && list.contains("u urungkan"), "{list}");
    assert_eq!(notes(data), Value::Null);
    screen(data, "enter t c text:Baru esc esc c x esc c u");
    assert_eq!(notes(data)["berkas-atau-tumpukan"]["text"], "Baru");
}

#[test]
fn a_page_opened_from_the_list_or_the_glossary_takes_notes_and_costs_no_place() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    screen(data, &format!("{BEGIN} enter c text:Rak esc esc down*2 enter enter space"));
    let before = work(data)["place"].clone();
    let list = screen(data, "c enter t c text:_dua esc esc");
    assert!(list.contains("◆ ¶") && list.contains("Rak dua"), "Esc leads to the list:\n{list}");
    let page = screen(data, "c enter end");
    assert!(page.contains("Catatan Anda: Rak dua"), "the note is on the page:\n{page}");
    let glossary = screen(data, "g text:ret enter c text:Minta_salinan esc t esc");
    assert!(glossary.contains("jadwal retensi"), "Esc leads to the glossary:\n{glossary}");
    assert_eq!(notes(data).as_object().unwrap().len(), 2);
    assert_eq!(work(data)["place"], before);
}

#[test]
fn words_and_notes_come_back_to_the_same_place_on_the_page() {
    // A page left in the middle, scrolled.
    let way = format!("{BEGIN} resize:60x18 down enter down enter space down");
    let after = |keys: &str| {
        let folder = tempfile::tempdir().unwrap();
        let screen = screen(folder.path(), &format!("{way} {keys}"));
        body(&screen).join("\n")
    };
    let there = after("");
    assert!(there.contains('↑'), "it is not scrolled: the law shows nothing\n{there}");
    for keys in ["g esc", "g enter esc esc", "c esc", "t t", "c text:x esc c backspace esc"] {
        assert_eq!(after(keys), there, "{keys}");
    }
}

#[test]
fn a_look_at_the_words_leaves_the_cursor_of_the_contents() {
    let folder = tempfile::tempdir().unwrap();
    screen(folder.path(), BEGIN);
    let (there, back) =
        (screen(folder.path(), "down enter down"), screen(folder.path(), "down enter down g esc"));
    assert_eq!(there, back);
    let read = screen(folder.path(), "down enter enter end space esc");
    assert!(read.contains("▸ ●  2"), "after reading it stands on what comes next:\n{read}");
}

#[test]
fn the_field_leaves_the_page_above_it_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let page = screen(folder.path(), &format!("{BEGIN} enter"));
    let field = screen(folder.path(), "enter c text:satu esc c");
    assert_eq!(body(&page)[..8], body(&field)[..8]);
    screen(folder.path(), "enter esc");
    let below = screen(folder.path(), "resize:60x18 enter c pgdn");
    screen(folder.path(), "enter esc");
    assert!(below.contains('↑') && below.contains("  satu\n"), "it can be read on:\n{below}");
    let above = screen(folder.path(), "resize:60x18 enter c pgdn pgup");
    assert!(!above.contains('↑') && above.contains('↓'), "{above}");
    screen(folder.path(), "enter esc");
    let full = screen(folder.path(), &format!("enter c paste:{}", "x".repeat(5_000)));
    assert!(full.contains("4.096"), "{full}");
    let text = notes(folder.path())["berkas-atau-tumpukan"]["text"].as_str().unwrap().len();
    assert_eq!(text, 4_096);
}

#[test]
fn a_note_whose_page_left_the_course_is_listed_as_such_and_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let (data, course) = (folder.path().join("data"), folder.path().join("course"));
    screen(&data, &format!("{BEGIN} enter c text:Rak_lama esc"));
    for (name, text) in texts(Path::new(FIXTURE)) {
        let text = text.replace("berkas-atau-tumpukan", "halaman-baru");
        put(&course, &name, text.as_bytes());
    }
    let course = course.to_str().unwrap();
    let list = printed(&data, &["--course", course, "--print", "--keys", "c"]);
    assert!(list.contains("tidak ada lagi di kursus") && list.contains("Rak lama"), "{list}");
    let note = printed(&data, &["--course", course, "--print", "--keys", "c enter"]);
    assert!(note.contains("berkas-atau-tumpukan") && note.contains("Rak lama"), "{note}");
    let shown = printed(&data, &["--course", course, "profile", "show"]);
    assert!(shown.contains("tidak ada lagi di kursus") && shown.contains("Rak lama"), "{shown}");
    printed(&data, &["--course", course, "--print", "--keys", "enter t end"]);
    assert_eq!(notes(&data)["berkas-atau-tumpukan"]["text"], "Rak lama", "it is kept");
}

#[test]
fn notes_come_along_in_a_copy_and_are_printed_by_module_with_titles() {
    let folder = tempfile::tempdir().unwrap();
    let (data, other) = (folder.path().join("data"), folder.path().join("other"));
    let copy = folder.path().join("copy.json");
    screen(&data, &format!("{BEGIN} enter t c text:Rak enter text:dekat esc esc"));
    screen(&data, "down*2 enter enter c text:Kode esc");
    printed(&data, &["profile", "backup", copy.to_str().unwrap()]);
    printed(&other, &["profile", "restore", copy.to_str().unwrap()]);
    assert_eq!(notes(&data), notes(&other));
    let shown = printed(&other, &["profile", "show"]);
    let printed_notes = shown.split("Catatan dan tanda").nth(1).unwrap();
    let expected = "\n\n  Modul 1 · Mengenal arsip\n    \
        hal. 1  Berkas atau tumpukan kertas?  (ditandai)\n      Rak\n      dekat\n\n  \
        Modul 2 · Menyimpan dan menemukan kembali\n    hal. 1  Satu kode untuk satu urusan\n      Kode";
    assert!(printed_notes.starts_with(expected), "{shown}");
    let english = printed(&other, &["--lang", "en", "profile", "show"]);
    assert!(english.contains("page 1  A file, or a pile of paper?  (marked)"), "{english}");
    let json: Value =
        serde_json::from_str(&printed(&other, &["profile", "show", "--format", "json"])).unwrap();
    assert_eq!(json["courses"]["arsip-kantor"]["notes"], notes(&data));
}

#[test]
#[cfg(unix)]
fn a_note_survives_a_terminal_that_is_killed_while_it_is_typed() {
    use crate::pty::Session;
    let folder = tempfile::tempdir().unwrap();
    screen(folder.path(), BEGIN);
    let start = || {
        Session::start_with(folder.path(), |command| {
            command.args(["--course", FIXTURE]);
        })
    };
    let mut first = start();
    first.shows(&["q keluar"]);
    first.press("\r");
    first.shows(&["hal. 1 dari 2"]);
    first.press("c");
    first.shows(&["Apa yang ingin Anda ingat"]);
    first.press("Rak dekat\rloket");
    first.shows(&["loket", "✓ tersimpan", "Kosongkan"]);
    first.kill();
    let mut second = start();
    second.shows(&["q keluar"]);
    second.press("c");
    second.shows(&["Catatan dan tanda", "Rak dekat loket"]);
    second.press("\x03");
    assert!(second.end().success());
}
