//! Every way out gives the terminal back and saves first.
#![cfg(unix)]

use std::{fs, path::Path};

use rustix::process::Signal;

use crate::pty::{LIMIT, Session};

/// A session on home, with a name in the profile.
fn begin(data: &Path) -> Session {
    let mut session = Session::start(data);
    session.shows(&["Selamat datang di pandu"]);
    session.press("\r");
    session.shows(&["NIP tidak ditanyakan"]);
    session.press("Siti\r\r");
    session.shows(&["Kenali pandu", "1 dari 4"]);
    session.press("\x1b");
    session.shows(&["Selamat datang, Siti", "tersimpan"]);
    session
}

/// A session with typing that is not saved yet.
fn typing(data: &Path) -> Session {
    let mut session = Session::start(data);
    session.shows(&["Selamat datang di pandu"]);
    session.press("\r");
    session.shows(&["NIP tidak ditanyakan"]);
    session.press("Siti");
    session.shows(&["Siti", "menyimpan"]);
    session
}

fn saved(data: &Path) -> String {
    fs::read_to_string(data.join("profiles/utama/profile.json")).unwrap_or_default()
}

fn ends(mut session: Session, code: u32) -> Session {
    let status = session.end();
    assert_eq!(status.exit_code(), code, "{}", session.text());
    assert!(session.is_cooked(), "raw mode is still on");
    assert!(session.is_restored(), "screen, cursor or paste mode is not as before");
    session
}

#[test]
fn leaving_by_key_gives_the_terminal_back() {
    for key in ["q", "\x03"] {
        let folder = tempfile::tempdir().unwrap();
        let mut session = begin(folder.path());
        assert!(!session.is_cooked() && !session.is_restored(), "it never took the terminal");
        session.press(key);
        ends(session, 0);
    }
}

#[test]
fn a_signal_saves_gives_the_terminal_back_and_is_told_in_the_exit_code() {
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT, Signal::HUP] {
        let folder = tempfile::tempdir().unwrap();
        let session = typing(folder.path());
        session.signal(signal);
        ends(session, 128 + signal.as_raw().unsigned_abs());
        assert!(saved(folder.path()).contains("Siti"), "{signal:?} cost what was typed");
    }
}

#[test]
#[cfg(debug_assertions)]
fn a_panic_saves_gives_the_terminal_back_and_is_told_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = typing(folder.path());
    // Ctrl-Alt-F12, only in builds with debug assertions.
    session.press("\x1b[24;7~");
    let session = ends(session, 1);
    assert!(saved(folder.path()).contains("Siti"), "the panic cost what was typed");
    let text = session.text().replace('\n', "");
    assert!(text.contains("kesalahannya sendiri") && text.contains("tersimpan"), "{text}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_stop_gives_the_terminal_back_and_going_on_takes_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = typing(folder.path());
    session.signal(Signal::TSTP);
    let end = std::time::Instant::now() + LIMIT;
    while !session.is_stopped() {
        assert!(std::time::Instant::now() < end, "it does not stop");
        session.comes(std::time::Duration::from_millis(20), |_| false);
    }
    session.comes(std::time::Duration::from_millis(100), |_| false);
    assert!(session.is_cooked() && session.is_restored(), "it keeps the terminal");
    assert!(saved(folder.path()).contains("Siti"), "the stop cost what was typed");
    session.signal(Signal::CONT);
    session.shows(&["NIP tidak ditanyakan", "Siti"]);
    assert!(!session.is_cooked() && !session.is_restored(), "it does not take the terminal again");
    session.press("\x03");
    ends(session, 0);
}

#[test]
fn a_closed_terminal_ends_it_and_nothing_typed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let status = typing(folder.path()).close();
    assert_eq!(status.exit_code(), 129);
    assert!(saved(folder.path()).contains("Siti"));
}

/// Where the terminal is not the controlling one, no signal tells of its end.
#[test]
fn a_closed_terminal_ends_it_even_without_a_signal() {
    let folder = tempfile::tempdir().unwrap();
    let mut session =
        Session::start_with(folder.path(), |command| command.set_controlling_tty(false));
    session.shows(&["Selamat datang di pandu"]);
    assert_eq!(session.close().exit_code(), 129);
}

#[test]
fn a_terminal_that_can_do_nothing_gets_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::start_with(folder.path(), |command| command.env("TERM", "dumb"));
    assert_eq!(session.end().exit_code(), 1);
    assert!(session.text().contains("TERM=xterm"), "{}", session.text());
}
