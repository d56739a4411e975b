//! The app: screens on a stack, what they share, and the only place that saves.
//!
//! ```text
//!   terminal.rs  keys, pastes, sizes ─┐
//!   unix.rs      signals, hang-up ────┼─▶ one mailbox ─▶ App::input, App::heard ─▶ App::draw
//!   saver.rs     what was saved ──────┘
//! ```
//!
//! `headless.rs` feeds the same app from a script instead, on a clock that stands still.

pub mod commands;
mod door;
mod headless;
mod saver;
pub mod script;
pub mod settings;
mod terminal;

#[cfg(not(unix))]
#[path = "app/plain.rs"]
mod system;
#[cfg(unix)]
#[path = "app/unix.rs"]
mod system;

use std::{
    io::{self, IsTerminal},
    rc::Rc,
    sync::mpsc::{Receiver, Sender},
    time::{Duration, Instant},
};

use crossterm::event::Event;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use self::{
    door::Door,
    saver::Saver,
    settings::{Answer, Failure, Settings},
};
use crate::{
    model::{
        course::Course,
        moment::Moment,
        plan::Plan,
        safe_text,
        text::{Lang, Said},
    },
    store::{
        paths::Name,
        profile::{Found, Older, Opened, SaveFault},
        writer::Outcome,
    },
    ui::{
        cx::{Cx, Saving},
        frame,
        keys::{Code, Key},
        screen::{AnyScreen, Effect, Input, Step},
        screens::{choice::Choice, help::Help, home::Home, welcome::Welcome},
        theme::Theme,
    },
};

/// Longest wait for the disk when leaving.
const LAST_WAIT: Duration = Duration::from_secs(10);

/// Everything that can happen.
enum Happening {
    /// The terminal says something.
    Terminal(Event),
    /// The writer of this saver says what became of a save.
    Saved(u32, Outcome),
    /// A signal of this number asks to end.
    Leave(u8),
    /// Asked to stop for a while.
    Suspend,
    /// Going on after a stop.
    Continue,
}

/// Whether the app goes on after an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Going {
    /// It does.
    On,
    /// The person leaves; what is not saved yet must be first.
    Leave,
    /// The person leaves, whatever is not saved.
    Abandon,
}

/// Screens on a stack, and what they share.
struct App {
    screens: Vec<Box<dyn AnyScreen>>,
    cx: Cx,
    saver: Saver,
    place: Place,
    post: Sender<Happening>,
}

/// The open profile as the store sees it.
struct Place {
    door: Door,
    /// What must be decided before anything is written.
    ask: Option<Choice>,
    /// Of a file edited by hand: the copy to take instead.
    last_good: Option<Box<Older>>,
    /// Answers and plans when it was opened: what would be lost in a window that does not save.
    before: (usize, Vec<Plan>),
}

impl Place {
    const fn new(door: Door) -> Self {
        Self { door, ask: None, last_good: None, before: (0, Vec::new()) }
    }
}

impl App {
    /// An app on its first screen.
    ///
    /// # Errors
    /// When the system gives no thread to save in.
    fn new(
        course: Course,
        door: Door,
        opened: Opened,
        (now, seed): (Moment, u64),
        post: Sender<Happening>,
    ) -> io::Result<Self> {
        let cx = Cx::new(Rc::new(course), opened.profile.clone(), now, seed);
        let saver = Saver::idle(0, 0);
        let mut app = Self { screens: Vec::new(), cx, saver, place: Place::new(door), post };
        app.show(opened)?;
        Ok(app)
    }

    /// Shows a profile that was just opened, from its first screen on.
    fn show(&mut self, opened: Opened) -> io::Result<()> {
        let ask = door::question(&opened);
        let why = door::in_short(&opened);
        let Opened { profile, found, notices, keeper, .. } = opened;
        let (rev, life) = (profile.rev, self.saver.life() + 1);
        self.cx.replace_profile(profile);
        self.cx.stored_in = keeper.path().display().to_string();
        self.cx.notice = door::notice(&notices);
        self.cx.saving = why.map_or(Saving::Idle, Saving::ReadOnly);
        self.place.before = self.worth();
        self.saver = if keeper.read_only().is_some() {
            Saver::idle(rev, life)
        } else if keeper.is_waiting() {
            Saver::waiting(keeper, rev, life)
        } else {
            Saver::start(keeper, rev, life, &self.post)?
        };
        self.screens = vec![match found {
            Found::New => Box::new(Welcome::new(&self.cx)) as Box<dyn AnyScreen>,
            _ => Box::new(Home::new(&self.cx)),
        }];
        self.place.last_good = match found {
            Found::Edited { last_good, .. } => last_good,
            _ => None,
        };
        self.place.ask = ask;
        if let Some(ask) = self.place.ask.clone() {
            self.screens.push(Box::new(ask));
        }
        Ok(())
    }

    fn worth(&self) -> (usize, Vec<Plan>) {
        let profile = self.cx.profile();
        let answers = profile.courses.values().map(|work| work.answers.len()).sum();
        (answers, profile.plans.clone())
    }

    /// Sets the time of whatever happens next.
    fn tick(&mut self, now: Moment) {
        self.cx.now = now;
        self.cx.now_ms = now.timestamp().as_millisecond();
    }

    /// Handles one input at this point of the machine's own time.
    fn input(&mut self, input: &Input, at: Instant) -> Going {
        self.cx.notice = None;
        let Some(top) = self.screens.last_mut() else { return Going::Leave };
        let step = match input {
            Input::Key(key) if *key == Key::ctrl('c') => return Going::Leave,
            Input::Key(key) if *key == Key::ctrl('s') => {
                self.save_asked_for();
                Step::Stay
            }
            Input::Key(key) if *key == Key::plain(Code::F(2)) => {
                let other = self.cx.lang().other();
                self.cx.set_lang(other);
                Step::Stay
            }
            input => top.input(input.clone(), &mut self.cx).unwrap_or_else(|| {
                let is_help = matches!(input, Input::Key(key)
                    if *key == Key::char('?') || *key == Key::plain(Code::F(1)));
                if is_help {
                    Step::open(Help::new(top.head(&self.cx).left, top.help(&self.cx)))
                } else {
                    Step::Stay
                }
            }),
        };
        let going = self.take(step);
        if let Some(asked) = self.cx.take_pending() {
            if self.saver.note(asked, at) {
                self.put();
            } else if self.saver.writes() {
                self.cx.saving = Saving::Pending;
            }
        }
        going
    }

    fn take(&mut self, step: Step) -> Going {
        match step {
            Step::Stay => {}
            Step::Do(effect) => return self.act(effect),
            Step::Open(screen) => self.screens.push(screen),
            Step::Swap(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Step::Back => self.back(),
            Step::Home => {
                self.screens.truncate(1);
                if let Some(top) = self.screens.last_mut() {
                    top.back_on_top(&mut self.cx);
                }
            }
            Step::Quit => return Going::Leave,
        }
        Going::On
    }

    fn back(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
        if let Some(top) = self.screens.last_mut() {
            top.back_on_top(&mut self.cx);
        }
    }

    fn open(&mut self, screen: Choice) {
        self.screens.push(Box::new(screen));
    }

    /// Does what only the app can do. The screen that asked is closed when it worked.
    fn act(&mut self, effect: Effect) -> Going {
        let done = match effect {
            Effect::Abandon => return Going::Abandon,
            Effect::SaveAgain => {
                self.back();
                self.saver.forget();
                self.put();
                return Going::On;
            }
            Effect::Reopen => self.enter(self.place.door.clone()),
            Effect::OpenProfile(name) => match Name::new(&name) {
                Ok(name) => self.enter(Door { name, ..self.place.door.clone() }),
                Err(fault) => Err(Said::both(|lang| fault.say(lang))),
            },
            Effect::Accept => self.accept(),
            Effect::TakeGood => {
                if let Some(older) = self.place.last_good.take() {
                    self.cx.replace_profile(older.profile);
                }
                self.accept()
            }
            Effect::SaveIn(folder) => self.save_in(&folder),
        };
        if let Err(why) = done {
            self.open(door::refused(why));
        }
        Going::On
    }

    /// Opens another profile, or the same one again, in place of this one.
    fn enter(&mut self, door: Door) -> Result<(), Said> {
        // The lock is let go first: the same process may ask for it again.
        self.saver.stop();
        let opened = door
            .open(self.cx.fresh_id(128))
            .map_err(|trouble| Said::both(|lang| trouble.say(lang)))?;
        self.place.door = door;
        self.show(opened).map_err(|error| no_thread(&error))
    }

    fn accept(&mut self) -> Result<(), Said> {
        self.saver.accept(&self.post).map_err(|fault| Said::both(|lang| fault.say(lang)))?;
        self.place.ask = None;
        self.cx.saving = Saving::Idle;
        self.back();
        self.put();
        Ok(())
    }

    /// Keeps the state of this window in another data folder from now on.
    fn save_in(&mut self, folder: &str) -> Result<(), Said> {
        let door = self.place.door.elsewhere(folder);
        let opened = door
            .open(self.cx.profile().id.clone())
            .map_err(|trouble| Said::both(|lang| trouble.say(lang)))?;
        if let Some(why) = Said::some(|lang| opened.access.say(lang)) {
            return Err(why);
        }
        if opened.found != Found::New {
            return Err(Said::both(|lang| taken(folder, lang)));
        }
        self.cx.stored_in = opened.keeper.path().display().to_string();
        self.cx.notice = door::notice(&opened.notices);
        let (rev, life) = (opened.profile.rev, self.saver.life() + 1);
        self.saver = Saver::start(opened.keeper, rev, life, &self.post)
            .map_err(|error| no_thread(&error))?;
        self.saver.forget();
        (self.place.door, self.place.ask) = (door, None);
        self.cx.saving = Saving::Idle;
        self.back();
        self.put();
        Ok(())
    }

    /// Ctrl-S: saves now, or says why it cannot be and what can be done.
    fn save_asked_for(&mut self) {
        match (&self.cx.saving, &self.place.ask) {
            (Saving::Failed(why), _) => {
                let why = why.clone();
                self.open(door::unsaved(why, false));
            }
            (Saving::ReadOnly(why), _) if self.worth() != self.place.before => {
                let why = why.clone();
                self.open(door::unsaved_here(why));
            }
            (Saving::ReadOnly(_), Some(ask)) => {
                let ask = ask.clone();
                self.open(ask);
            }
            _ => self.put(),
        }
    }

    /// Hands the state to the writer.
    fn put(&mut self) {
        if self.saver.put(self.cx.profile(), self.cx.now) {
            self.cx.saving = Saving::Pending;
        }
    }

    /// What became of a save.
    fn heard(&mut self, life: u32, outcome: Outcome) {
        if !self.saver.writes() || life != self.saver.life() {
            return;
        }
        match outcome.result {
            Ok(saved) => {
                self.saver.done(outcome.rev);
                if self.saver.is_certain(self.cx.profile()) {
                    self.cx.saving = Saving::Saved(self.cx.now);
                }
                let nearly_full = saved.nearly_full.then(|| nearly_full(saved.bytes));
                if let Some(notice) = nearly_full.or_else(|| door::notice(&saved.notices)) {
                    self.cx.notice = Some(notice);
                }
            }
            Err(fault) => self.not_saved(outcome.rev, &fault),
        }
    }

    fn not_saved(&mut self, rev: u64, fault: &SaveFault) {
        let why = Said::both(|lang| fault.say(lang));
        match fault {
            SaveFault::Conflict { .. } => {
                self.saver.done(rev);
                let is_first = !matches!(self.cx.saving, Saving::Aside(_));
                self.cx.saving = Saving::Aside(why.clone());
                if is_first {
                    self.open(door::conflict(why));
                }
            }
            SaveFault::ReadOnly(_) => {
                self.saver.stop();
                self.cx.saving = Saving::ReadOnly(why.clone());
                self.open(door::unsaved_here(why));
            }
            SaveFault::TooLarge { .. } => {
                self.saver.done(rev);
                self.cx.saving = Saving::Aside(why);
            }
            SaveFault::Disk(_)
            | SaveFault::Unsound(_)
            | SaveFault::Waiting
            | SaveFault::Broken(_) => {
                self.cx.saving = Saving::Failed(why);
                self.saver.again(Instant::now());
            }
        }
    }

    /// Saves what is left. `true` when the person may leave; otherwise a screen says what is not
    /// saved and what can be done.
    fn may_leave(&mut self, mailbox: &Receiver<Happening>) -> bool {
        if self.is_all_saved(mailbox) {
            return true;
        }
        let ask = match &self.cx.saving {
            Saving::Failed(why) => door::unsaved(why.clone(), true),
            Saving::ReadOnly(why) => door::unsaved_here(why.clone()),
            _ => door::unsaved(Said::both(|lang| slow(lang).to_owned()), true),
        };
        self.open(ask);
        false
    }

    /// Saves what is left and waits for it.
    fn is_all_saved(&mut self, mailbox: &Receiver<Happening>) -> bool {
        if !self.saver.writes() {
            return self.worth() == self.place.before;
        }
        if !self.saver.is_certain(self.cx.profile()) {
            self.put();
        }
        self.saver.flush(LAST_WAIT);
        // Keys pressed while it was saving are gone: nobody sees what they would do.
        for happening in mailbox.try_iter() {
            if let Happening::Saved(life, outcome) = happening {
                self.heard(life, outcome);
            }
        }
        self.saver.is_certain(self.cx.profile())
    }

    /// Draws the top screen; returns where the cursor stands, if anywhere.
    fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.cx.body = frame::body(area);
        frame::draw(self.screens.last()?.as_ref(), &self.cx, area, buf)
    }
}

fn no_thread(error: &io::Error) -> Said {
    Said::both(|_| error.to_string())
}

fn slow(lang: Lang) -> &'static str {
    lang.pick(
        "Media penyimpanan belum menjawab. Tunggu sebentar, lalu coba simpan lagi.",
        "The disk has not answered yet. Wait a moment, then try to save again.",
    )
}

fn taken(folder: &str, lang: Lang) -> String {
    let folder = safe_text::safe_line(folder);
    lang.pick(
        format!("Di {folder} sudah ada profil dengan nama ini. Pilih folder lain."),
        format!("In {folder} there is a profile of this name already. Choose another folder."),
    )
}

fn nearly_full(bytes: usize) -> Said {
    let mib = bytes / (1 << 20);
    Said::new(
        format!("profil hampir penuh: {mib} dari 16 MiB"),
        format!("the profile is nearly full: {mib} of 16 MiB"),
    )
}

/// What must hold before anything is written, whatever is asked for.
///
/// # Errors
/// When the system refuses.
pub fn prepare() -> Result<(), Failure> {
    Ok(system::prepare().map_err(|error| error.to_string())?)
}

/// Starts the app in this terminal and stays until the person leaves.
///
/// # Errors
/// Where there is no terminal, the course or the profile cannot be opened, or the terminal breaks.
pub fn start(settings: &Settings) -> Answer {
    if let Some(script) = &settings.print {
        return headless::print(settings, script);
    }
    if let Some(why) = no_terminal(settings.lang()) {
        return Err(why.into());
    }
    let (post, mailbox) = std::sync::mpsc::channel();
    let app = open(settings, post.clone())?;
    let clock = settings.clock()?;
    terminal::run(app, &post, &mailbox, &clock)
}

/// Everything that must be at hand before the first frame.
fn open(settings: &Settings, post: Sender<Happening>) -> Result<App, Failure> {
    let course = settings.load_course()?;
    let clock = settings.clock()?;
    let door = Door { layout: settings.layout()?, name: settings.name()? };
    let mut opened =
        door.open(settings.fresh_id()).map_err(|trouble| trouble.say(settings.lang()))?;
    if let (Found::New, Some(lang)) = (&opened.found, settings.asked_lang()) {
        opened.profile.settings.lang = lang;
    }
    let lang = settings.asked_lang().unwrap_or(opened.profile.settings.lang);
    let is_ascii = settings.ascii || opened.profile.settings.ascii || settings::is_linux_console();
    let mut app = App::new(course, door, opened, (clock.now(), settings.seed()), post)
        .map_err(|error| no_thread(&error).get(lang).clone())?;
    if settings.asked_lang().is_some() {
        app.cx.speak(lang);
    }
    if settings::no_color() {
        app.cx.theme = Theme::plain();
    }
    if is_ascii {
        app.cx.theme = app.cx.theme.ascii();
    }
    Ok(app)
}

/// What to do instead, where nothing can be drawn.
fn no_terminal(lang: Lang) -> Option<String> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Some(
            lang.pick(
                "pandu memerlukan terminal. Jalankan langsung di jendela terminal, tanpa pipa. Untuk rencana saja: pandu plan.",
                "pandu needs a terminal. Start it in a terminal window, without pipes. For the plan alone: pandu plan.",
            )
            .to_owned(),
        );
    }
    settings::is_dumb_terminal().then(|| {
        lang.pick(
            "Terminal ini (TERM=dumb) tidak bisa menggambar layar. Buka jendela terminal biasa, atau atur TERM=xterm. Untuk rencana saja: pandu plan.",
            "This terminal (TERM=dumb) cannot draw screens. Open an ordinary terminal window, or set TERM=xterm. For the plan alone: pandu plan.",
        )
        .to_owned()
    })
}
