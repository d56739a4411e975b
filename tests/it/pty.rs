//! The real program in a real pseudo-terminal, as a person would use it.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::match_wild_err_arm,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{
    io::{Read, Write},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::{
    process::{Pid, Signal, kill_process},
    termios::{LocalModes, tcgetattr},
};

/// Ten times what anything here should take, on a machine that is busy with other tests.
pub const LIMIT: Duration = Duration::from_secs(20);

/// What the program calls its window.
#[derive(Default)]
struct Titles(Vec<String>);

impl vt100::Callbacks for Titles {
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.0.push(String::from_utf8_lossy(title).into_owned());
    }
}

/// One run of pandu in a terminal of 80 × 24.
pub struct Session {
    /// The program.
    pub child: Box<dyn Child + Send + Sync>,
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser<Titles>,
    reader: JoinHandle<()>,
    closing: Arc<AtomicBool>,
    // The terminal lives as long as this does.
    master: Box<dyn MasterPty + Send>,
}

impl Session {
    /// Starts the app on a data folder.
    pub fn start(data: &Path) -> Self {
        Self::start_with(data, |_| {})
    }

    /// The same with something set before.
    pub fn start_with(data: &Path, set: impl FnOnce(&mut CommandBuilder)) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pandu"));
        command.arg("--data");
        command.arg(data);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        for name in ["NO_COLOR", "PANDU_LANG", "PANDU_COURSE", "PANDU_NOW"] {
            command.env_remove(name);
        }
        set(&mut command);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let input = pair.master.take_writer().unwrap();
        let (post, output) = mpsc::channel();
        let closing = Arc::new(AtomicBool::new(false));
        let is_closing = Arc::clone(&closing);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let sent = post.send(bytes[..count].to_vec());
                if sent.is_err() || is_closing.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new_with_callbacks(24, 80, 0, Titles::default());
        Self { child, input, output, screen, reader, closing, master: pair.master }
    }

    /// What the screen shows.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// What it has called its window so far.
    pub fn titles(&self) -> &[String] {
        &self.screen.callbacks().0
    }

    /// Waits until the screen shows all of these.
    pub fn shows(&mut self, marks: &[&str]) {
        assert!(
            self.comes(LIMIT, |text| marks.iter().all(|mark| text.contains(mark))),
            "{marks:?} never came:\n{}",
            self.text()
        );
    }

    /// Waits until the screen is as wanted; `false` when it is not within `limit`.
    pub fn comes(&mut self, limit: Duration, is: impl Fn(&str) -> bool) -> bool {
        let end = Instant::now() + limit;
        while !is(&self.text()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => return false,
            }
        }
        true
    }

    /// Types raw bytes.
    pub fn press(&mut self, keys: &str) {
        // A program that has just been killed hears nothing more.
        let _ = self.input.write_all(keys.as_bytes()).and_then(|()| self.input.flush());
    }

    /// Presses Space until this stands on the screen.
    pub fn space_until(&mut self, mark: &str) {
        for _ in 0..60 {
            if self.comes(Duration::from_millis(150), |text| text.contains(mark)) {
                return;
            }
            self.press(" ");
        }
        panic!("{mark} never came:\n{}", self.text());
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// SIGKILL, which no program can answer; `Child::kill` would send SIGHUP, and pandu saves on that.
    pub fn kill(mut self) {
        self.signal(Signal::KILL);
        self.child.wait().unwrap();
    }

    /// Waits for the end, with all that was written until then.
    pub fn end(&mut self) -> ExitStatus {
        let end = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(100)) {
                    self.screen.process(&bytes);
                }
                return status;
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.text());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.screen.process(&bytes);
            }
        }
    }

    /// Whether lines are edited and echoed by the terminal again, as before the program.
    pub fn is_cooked(&self) -> bool {
        let terminal = std::fs::File::open(self.master.tty_name().unwrap()).unwrap();
        let modes = tcgetattr(&terminal).unwrap().local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
    }

    /// Whether screen, cursor and paste mode are as before the program.
    pub fn is_restored(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }

    /// Whether the program stands still (Linux: state T).
    pub fn is_stopped(&self) -> bool {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid().as_raw_nonzero()));
        stat.is_ok_and(|stat| stat.rsplit(')').next().is_some_and(|rest| rest.starts_with(" T")))
    }

    /// Closes the terminal window without a word; the program must end by itself.
    pub fn close(mut self) -> ExitStatus {
        // The reader holds the terminal, too: whatever Ctrl-L makes the program draw lets it go.
        self.closing.store(true, Ordering::SeqCst);
        self.press("\x0c");
        let Self { mut child, input, master, reader, .. } = self;
        reader.join().unwrap();
        drop((input, master));
        let end = Instant::now() + LIMIT;
        while child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "it lives on without a terminal");
            thread::yield_now();
        }
        child.wait().unwrap()
    }
}
