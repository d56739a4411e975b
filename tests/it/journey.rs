//! Whole journeys in a real pseudo-terminal: what was acknowledged is found again.
#![cfg(unix)]

use crate::pty::Session;

#[test]
fn a_person_whose_terminal_was_killed_stands_where_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Session::start(folder.path());
    first.shows(&["Selamat datang di pandu"]);
    first.press("\r");
    first.shows(&["NIP tidak ditanyakan"]);
    first.press("Siti\r\r");
    first.shows(&["Selamat datang, Siti", "tersimpan"]);
    first.press("\r");
    first.shows(&["hal. 1 dari 8"]);
    first.press("\x1b[F");
    first.space_until("hal. 2 dari 8");
    first.shows(&["hal. 2 dari 8", "tersimpan"]);
    first.kill();

    let mut second = Session::start(folder.path());
    second.shows(&["Selamat datang kembali, Siti", "halaman 2 dari 8"]);
    second.press("\r");
    second.shows(&["hal. 2 dari 8"]);
    second.press("\x03");
    assert!(second.end().success());
}
