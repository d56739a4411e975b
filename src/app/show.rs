//! A window of a show as it runs: gives the commands that it wishes, hears what the other window does,
//! keeps the record of the run. What stands in its way is told once; the show goes on.

mod begin;
mod keep;
#[cfg(test)]
mod laws;

use std::{
    io::{self, Write},
    rc::Rc,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use self::begin::Begin;
use self::keep::Keep;
use super::{
    Going, Happening, headless,
    program::Program,
    settings::{Answer, Failure, Settings},
    start::no_terminal,
    terminal,
};
use crate::{
    model::{
        course::Course,
        live::{Command, Live, Timer},
        moment::Moment,
        text::{Lang, Said},
    },
    store::{
        disk::{Disk, RealDisk},
        live::{Found, Posted, Shared, Trouble, Watch, watch},
        runs::{self, NotSaved},
    },
    ui::{
        screen::Input,
        show::{Role, Wake, Window, Wish},
    },
};

/// The clock of the machine is read this much after a second begins.
const AFTER: Duration = Duration::from_millis(10);
/// Sounds when a countdown ends, where that is wanted.
const BELL: &[u8] = b"\x07";

/// The end of a countdown, to be heard.
struct Bell {
    is_wanted: bool,
    /// Whether the countdown was over when it was looked at last.
    was_over: bool,
}

/// One window of a show.
struct Show {
    window: Window,
    shared: Shared,
    course: Rc<Course>,
    keep: Keep,
    /// Sees what the other window does; `None` without a terminal.
    watch: Option<Watch>,
    /// Whether the clock of the machine runs here.
    is_timed: bool,
    bell: Bell,
    now: Moment,
    /// The window is gone for the others.
    has_left: bool,
    /// What was told already.
    told: Option<Trouble>,
    not_kept: Option<NotSaved>,
}

/// Opens the hall's window in this terminal and stays until it is left.
///
/// # Errors
/// Where there is no terminal, the course does not open, or the record of the run was not saved.
pub fn present(settings: &Settings, begin: &Begin) -> Answer {
    run(settings, Role::Hall, begin)
}

/// Opens the facilitator's window in the same way.
///
/// # Errors
/// The same.
pub fn notes(settings: &Settings) -> Answer {
    run(settings, Role::Notes, &Begin::default())
}

fn run(settings: &Settings, role: Role, begin: &Begin) -> Answer {
    if let Some(script) = &settings.print {
        return headless::print(settings, script, |post| {
            Show::open(settings, role, begin, post, false)
        });
    }
    if let Some(why) = no_terminal(settings.lang()) {
        return Err(why.into());
    }
    let (post, mailbox) = channel();
    let clock = settings.clock()?;
    let open = || Show::open(settings, role, begin, post.clone(), true);
    terminal::run(None, open, &post, &mailbox, &clock)
}

impl Show {
    fn open(
        settings: &Settings,
        role: Role,
        begin: &Begin,
        post: Sender<Happening>,
        is_timed: bool,
    ) -> Result<Self, Failure> {
        let lang = settings.lang();
        let course = Rc::new(settings.load_course()?);
        let at = begin.module(&course, lang)?;
        let name = begin.name(lang)?;
        let layout = settings.layout()?;
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let now = settings.clock()?.now();
        let otherwise = Live::new(name.as_str(), &course);
        let (shared, found) = Shared::join(Arc::clone(&disk), &layout, otherwise);
        let mut window =
            Window::new(role, Rc::clone(&course), shared.state().clone(), (now, settings.seed()));
        window.draw_for(settings.terminal());
        // Begun again, the hall goes on in the language that it had.
        let spoken = shared.state().window.as_ref().filter(|_| role == Role::Hall);
        let spoken = spoken.and_then(|window| Lang::from_code(&window.lang));
        window.speak(settings.asked_lang().or(spoken).unwrap_or(lang));
        let runs = runs::list(&*disk, &layout).unwrap_or_default();
        let watch = is_timed.then(|| {
            let post = post.clone();
            watch(Arc::clone(&disk), &layout, move |posted| {
                post.send(Happening::Live(posted)).is_ok()
            })
        });
        let watch = watch.transpose().map_err(|error| error.to_string())?;
        let keep = Keep::new((disk, layout), post, shared.state(), &course);
        let (told, not_kept) = (None, None);
        let bell = Bell { is_wanted: begin.bell, was_over: true };
        let mut show = Self {
            window,
            shared,
            course,
            keep,
            watch,
            is_timed,
            bell,
            now,
            has_left: false,
            told,
            not_kept,
        };
        if let Found::Unusable(trouble) = &found {
            show.tell(trouble.clone());
        }
        show.count();
        show.greet(begin, (&name, at), &found, &runs);
        Ok(show)
    }

    /// Gives a command; whatever becomes of it, this window shows what it did.
    fn send(&mut self, command: &Command) {
        let (before, was_alone) = (self.shared.state().clone(), self.shared.is_alone());
        let sent = self.shared.send(command, &self.course, self.now);
        if was_alone && !self.shared.is_alone() {
            // What was published alone may have reached nobody.
            self.window.forget_layout();
        }
        self.keep.record(&before, &sent.state, &self.course, self.now);
        self.window.show(sent.state);
        match sent.trouble {
            Some(trouble) => self.tell(trouble),
            None => self.told = None,
        }
    }

    /// Tells a trouble once.
    fn tell(&mut self, trouble: Trouble) {
        if self.told.as_ref() != Some(&trouble) {
            self.window.say(Said::both(|lang| trouble.say(lang)));
            self.told = Some(trouble);
        }
    }

    fn fulfil(&mut self, wishes: Vec<Wish>) -> Going {
        let mut going = Going::On;
        for wish in wishes {
            match wish {
                Wish::Send(command) => self.send(&command),
                Wish::Leave => going = Going::Leave,
            }
        }
        going
    }

    fn posted(&mut self, posted: Posted) {
        match posted {
            Posted::Trouble(trouble) => self.tell(trouble),
            Posted::State(state) => {
                let before = self.shared.state().clone();
                let was_alone = self.shared.is_alone();
                if self.shared.take(*state) {
                    if was_alone {
                        self.window.forget_layout();
                    }
                    self.told = None;
                    let after = self.shared.state();
                    self.keep.record(&before, after, &self.course, self.now);
                    self.window.show(after.clone());
                }
            }
        }
    }

    /// The time of the state that is shown has gone on.
    fn count(&mut self) {
        let state = self.shared.state();
        self.keep.record(state, state, &self.course, self.now);
    }

    /// Sounds once when a countdown ends under somebody's eyes.
    fn ring(&mut self) {
        let is_over =
            self.shared.state().timer.as_ref().is_none_or(|timer| timer.is_over(self.now));
        let has_ended = is_over && !self.bell.was_over && self.shared.state().timer.is_some();
        self.bell.was_over = is_over;
        if has_ended && self.bell.is_wanted && self.is_timed {
            // Where nothing can be written the loop will notice.
            let mut out = io::stdout();
            let _ = out.write_all(BELL).and_then(|()| out.flush());
        }
    }

    /// How long until the clock shows another second.
    #[expect(clippy::disallowed_methods, reason = "only how far the second has gone is read")]
    fn rest_of_second(&self) -> Duration {
        if !self.is_timed {
            return Duration::from_secs(1);
        }
        let past = Timestamp::now().subsec_nanosecond().unsigned_abs();
        Duration::from_secs(1).saturating_sub(Duration::from_nanos(past.into())) + AFTER
    }

    /// How long until the clock shows another minute.
    fn rest_of_minute(&self) -> Duration {
        let seconds = 59 - self.now.wall().second().clamp(0, 59);
        Duration::from_secs(seconds.unsigned_abs().into()) + self.rest_of_second()
    }
}

impl Program for Show {
    /// No path, no person.
    const TITLE: Option<&'static str> = Some("pandu");

    fn lang(&self) -> Lang {
        self.window.lang()
    }

    fn tick(&mut self, now: Moment, _: i64) {
        self.now = now;
        self.window.tick(now);
    }

    fn input(&mut self, input: &Input, _: Instant) -> Going {
        let wishes = self.window.input(input);
        self.fulfil(wishes)
    }

    fn heard(&mut self, happening: Happening, _: Instant) {
        match happening {
            Happening::Live(posted) => self.posted(posted),
            Happening::Kept(Ok(())) => self.not_kept = None,
            Happening::Kept(Err(why)) if self.not_kept.as_ref() != Some(&why) => {
                self.window.say(Said::both(|lang| why.say(lang)));
                self.not_kept = Some(why);
            }
            _ => {}
        }
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.window.resize((area.width, area.height));
        if !self.has_left {
            let wishes = self.window.settle();
            self.fulfil(wishes);
        }
        self.ring();
        self.window.draw(area, buf)
    }

    fn drawn(&mut self) {}

    fn deadline(&self) -> Option<Instant> {
        None
    }

    fn overdue(&mut self) {}

    fn wake(&self) -> Option<Duration> {
        let state = self.shared.state();
        let is_counted = self.keep.keeps() && state.begun.is_some();
        let is_running = |timer: &Timer| timer.wake(self.now).is_some();
        if self.bell.is_wanted && state.timer.as_ref().is_some_and(is_running) {
            return Some(self.rest_of_second());
        }
        match self.window.wake() {
            Wake::Second => Some(self.rest_of_second()),
            Wake::Minute => Some(self.rest_of_minute()),
            Wake::Never => is_counted.then(|| self.rest_of_minute()),
        }
    }

    fn woken(&mut self, _: Instant) {
        self.count();
    }

    /// Whoever leaves a show leaves it: what could not be kept is told on the way out.
    fn may_leave(&mut self, _: &Receiver<Happening>) -> bool {
        true
    }

    fn is_all_saved(&mut self, _: &Receiver<Happening>) -> bool {
        (self.watch, self.has_left) = (None, true);
        if let Some(closed) = self.window.closed() {
            self.send(&Command::Window(closed));
        }
        self.count();
        self.keep.close()
    }

    fn rest(&mut self) {
        self.count();
        self.keep.pause();
    }

    fn settle(&mut self, mailbox: &Receiver<Happening>, at: Instant) {
        self.keep.flush();
        for happening in mailbox.try_iter() {
            self.heard(happening, at);
        }
    }
}
