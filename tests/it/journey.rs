//! The real program in a real pseudo-terminal: what was acknowledged is found again.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::match_wild_err_arm,
    reason = "helpers of a test: a failure is what they are for"
)]

use std::{
    io::{Read, Write},
    path::Path,
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const LIMIT: Duration = Duration::from_secs(20);

struct Session {
    child: Box<dyn Child + Send + Sync>,
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    // The terminal lives as long as this does.
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    fn start(data: &Path) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pandu"));
        command.arg("--data");
        command.arg(data);
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let input = pair.master.take_writer().unwrap();
        let (post, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if post.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(24, 80, 0);
        Self { child, input, output, screen, _master: pair.master }
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until the screen shows all of these.
    fn shows(&mut self, marks: &[&str]) {
        let end = Instant::now() + LIMIT;
        while !marks.iter().all(|mark| self.text().contains(mark)) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("{marks:?} never came:\n{}", self.text()),
            }
        }
    }

    fn press(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// SIGKILL, which no program can answer; `Child::kill` would send SIGHUP, and pandu saves on that.
    fn kill(mut self) {
        let raw = i32::try_from(self.child.process_id().unwrap()).unwrap();
        let process = rustix::process::Pid::from_raw(raw).unwrap();
        rustix::process::kill_process(process, rustix::process::Signal::KILL).unwrap();
        self.child.wait().unwrap();
    }
}

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
    first.press(" ");
    for _ in 0..20 {
        if first.text().contains("hal. 2 dari 8") {
            break;
        }
        first.press(" ");
        let wait = Instant::now() + Duration::from_millis(100);
        while let Ok(bytes) =
            first.output.recv_timeout(wait.saturating_duration_since(Instant::now()))
        {
            first.screen.process(&bytes);
        }
    }
    first.shows(&["hal. 2 dari 8", "tersimpan"]);
    first.kill();

    let mut second = Session::start(folder.path());
    second.shows(&["Selamat datang kembali, Siti", "halaman 2 dari 8"]);
    second.press("\r");
    second.shows(&["hal. 2 dari 8"]);
    second.press("\x03");
    assert!(second.child.wait().unwrap().success());
}
