//! The one loop: everything that happens arrives as an event in one channel; the loop owns all
//! state and blocks when idle.

pub mod commands;
pub mod settings;

use std::{
    io::{self, IsTerminal},
    rc::Rc,
    sync::Arc,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::{
    Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, buffer::Buffer, layout::Rect,
};

use settings::{Answer, Settings};

use crate::{
    model::{course::Course, moment::Moment, safe_text, text::Lang},
    store::{
        disk::RealDisk,
        profile::{self, Access, Found, Opened},
        writer::{Outcome, Writer},
    },
    ui::{
        cx::{Cx, Save, Saving},
        frame,
        keys::{Code, Key},
        screen::{AnyScreen, Input, Step},
        screens::{help::Help, home::Home, welcome::Welcome},
    },
};

/// Screens on a stack, and what they share.
pub struct App {
    screens: Vec<Box<dyn AnyScreen>>,
    cx: Cx,
    saver: Option<Saver>,
    keeper: Option<profile::Keeper>,
}

/// When what must be saved: typed text one second after the last key, three seconds at most.
struct Saver {
    writer: Writer,
    put: u64,
    last: Option<Instant>,
    first: Option<Instant>,
    again: Option<Instant>,
}

const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_UNSAVED: Duration = Duration::from_secs(3);
const TRY_AGAIN: Duration = Duration::from_secs(5);
const LAST_WAIT: Duration = Duration::from_secs(10);

/// Everything that can happen.
enum Happening {
    Terminal(Event),
    Saved(Outcome),
    Leave,
}

impl App {
    /// An app on its first screen.
    pub fn new(course: Course, opened: Opened, now: Moment, seed: u64) -> Self {
        let why = read_only(&opened, opened.profile.settings.lang);
        let Opened { profile, found, keeper, .. } = opened;
        let mut cx = Cx::new(Rc::new(course), profile, now, seed);
        cx.stored_in = keeper.path().display().to_string();
        let mut keeper = Some(keeper);
        if let Some(why) = why {
            cx.saving = Saving::ReadOnly(why);
            keeper = None;
        }
        let first: Box<dyn AnyScreen> = match found {
            Found::New => Box::new(Welcome::new(&cx)),
            _ => Box::new(Home::new(&cx)),
        };
        Self { screens: vec![first], cx, saver: None, keeper }
    }

    fn start_saving(&mut self, post: mpsc::Sender<Happening>) -> io::Result<()> {
        if let Some(keeper) = self.keeper.take() {
            // Nobody listens any more only when the app has left.
            let writer = Writer::start(keeper, move |outcome| {
                let _ = post.send(Happening::Saved(outcome));
            })?;
            let put = self.cx.profile().rev;
            self.saver = Some(Saver { writer, put, last: None, first: None, again: None });
        }
        Ok(())
    }

    fn put(&mut self) {
        let Some(saver) = &mut self.saver else { return };
        (saver.last, saver.first, saver.again) = (None, None, None);
        if saver.put != self.cx.profile().rev {
            saver.put = self.cx.profile().rev;
            saver.writer.put(self.cx.profile().clone(), self.cx.now);
            self.cx.saving = Saving::Pending;
        }
    }

    /// Saves now or notes when it must be done.
    fn save_as_asked(&mut self) {
        let Some(asked) = self.cx.take_pending() else { return };
        if asked == Save::Now {
            return self.put();
        }
        if let Some(saver) = &mut self.saver {
            let now = Instant::now();
            saver.last = Some(now);
            saver.first.get_or_insert(now);
            self.cx.saving = Saving::Pending;
        }
    }

    fn deadline(&self) -> Option<Instant> {
        let saver = self.saver.as_ref()?;
        let typed = saver.last.zip(saver.first);
        let typed = typed.map(|(last, first)| (last + PAUSE).min(first + LONGEST_UNSAVED));
        [typed, saver.again].into_iter().flatten().min()
    }

    fn heard(&mut self, outcome: Outcome) {
        let lang = self.cx.lang();
        let Some(saver) = &mut self.saver else { return };
        match outcome.result {
            Ok(_) if outcome.rev == self.cx.profile().rev => {
                self.cx.saving = Saving::Saved(self.cx.now);
            }
            Ok(_) => {}
            Err(fault) => {
                self.cx.saving = Saving::Failed(fault.say(lang));
                saver.put = u64::MAX;
                saver.again = Some(Instant::now() + TRY_AGAIN);
            }
        }
    }

    /// What the screens share.
    pub const fn cx(&mut self) -> &mut Cx {
        &mut self.cx
    }

    /// Handles one input; false when the person leaves.
    pub fn input(&mut self, input: Input, now: Moment) -> bool {
        self.cx.now = now;
        self.cx.now_ms = now.timestamp().as_millisecond();
        let Some(top) = self.screens.last_mut() else { return false };
        let step = match input {
            Input::Key(key) if key == Key::ctrl('c') => return false,
            Input::Key(key) if key == Key::plain(Code::F(2)) => {
                let other = self.cx.lang().other();
                self.cx.set_lang(other);
                Step::Stay
            }
            input => top.input(input.clone(), &mut self.cx).unwrap_or_else(|| {
                let is_help = matches!(input, Input::Key(key)
                    if key == Key::char('?') || key == Key::plain(Code::F(1)));
                if is_help {
                    Step::open(Help::new(top.head(&self.cx).left, top.help(&self.cx)))
                } else {
                    Step::Stay
                }
            }),
        };
        let goes_on = self.take(step);
        self.save_as_asked();
        goes_on
    }

    fn take(&mut self, step: Step) -> bool {
        match step {
            Step::Stay | Step::Do(_) => return true,
            Step::Open(screen) => self.screens.push(screen),
            Step::Swap(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Step::Back => {
                if self.screens.len() > 1 {
                    self.screens.pop();
                }
                if let Some(top) = self.screens.last_mut() {
                    top.back_on_top(&mut self.cx);
                }
            }
            Step::Home => self.screens.truncate(1),
            Step::Quit => return false,
        }
        true
    }

    /// Draws the top screen; returns where the cursor stands, if anywhere.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<ratatui::layout::Position> {
        self.cx.body = frame::body(area);
        frame::draw(self.screens.last()?.as_ref(), &self.cx, area, buf)
    }

    /// Speaks this language until the person switches.
    pub fn speak(&mut self, lang: Lang) {
        self.cx.speak(lang);
    }
}

/// Starts the app in this terminal and stays until the person leaves.
///
/// # Errors
/// Where there is no terminal, the course or the profile cannot be opened, or the terminal breaks.
pub fn start(settings: &Settings) -> Answer {
    let words = settings.lang();
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(words
            .pick(
                "pandu memerlukan terminal. Jalankan langsung di jendela terminal, tanpa pipa.",
                "pandu needs a terminal. Start it in a terminal window, without pipes.",
            )
            .to_owned()
            .into());
    }
    let course = settings.load_course()?;
    let clock = settings.clock()?;
    let disk = Arc::new(RealDisk);
    let opened = profile::open(disk, &settings.layout()?, &settings.name()?, settings.fresh_id())
        .map_err(|fault| fault.say(words))?;
    let mut app = App::new(course, opened, clock.now(), settings.seed());
    if let Some(lang) = settings.asked_lang() {
        app.speak(lang);
    }
    if settings.ascii {
        app.cx.theme = app.cx.theme.ascii();
    }
    run(app, || clock.now()).map_err(|error| error.to_string())?;
    Ok(String::new())
}

/// Runs the app on this terminal until the person leaves.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn run(mut app: App, clock: impl Fn() -> Moment) -> io::Result<()> {
    let (post, mailbox) = mpsc::channel();
    app.start_saving(post.clone())?;
    listen_for_signals(post.clone())?;
    crossterm::terminal::enable_raw_mode()?;
    let guard = Guard;
    crossterm::execute!(
        io::stdout(),
        crossterm::terminal::EnterAlternateScreen,
        event::EnableBracketedPaste
    )?;
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            if post.send(Happening::Terminal(event)).is_err() {
                return;
            }
        }
    });
    let mut terminal = fixed()?;
    loop {
        let drawn = terminal.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = app.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        });
        if drawn.is_err() {
            // The terminal is gone; what matters now is the last save.
            break;
        }
        let happening = match app.deadline() {
            None => mailbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => mailbox.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        let event = match happening {
            Ok(Happening::Terminal(event)) => event,
            Ok(Happening::Saved(outcome)) => {
                app.heard(outcome);
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {
                app.put();
                continue;
            }
            Ok(Happening::Leave) | Err(RecvTimeoutError::Disconnected) => break,
        };
        let input = match event {
            event if wants_redraw(&event) => {
                let cleared = crossterm::execute!(
                    io::stdout(),
                    crossterm::terminal::Clear(crossterm::terminal::ClearType::All)
                );
                let (Ok(()), Ok(new)) = (cleared, fixed()) else { break };
                // Dropping a terminal prints, and panics when nothing is there to print on.
                std::mem::forget(std::mem::replace(&mut terminal, new));
                continue;
            }
            Event::Paste(text) => Input::Paste(safe_text::safe(&text).into_owned()),
            Event::Key(key) if key.kind == KeyEventKind::Press => match key_of(key) {
                Some(key) => Input::Key(key),
                None => continue,
            },
            _ => continue,
        };
        if !app.input(input, clock()) {
            break;
        }
    }
    std::mem::forget(terminal);
    // Save first, the terminal later: it may be gone already.
    app.put();
    let is_saved = app.saver.is_none_or(|saver| saver.writer.flush(LAST_WAIT));
    drop(guard);
    if is_saved { Ok(()) } else { Err(io::Error::other(NOT_SAVED)) }
}

const NOT_SAVED: &str = "perubahan terakhir belum tersimpan · the last changes were not saved";

/// Asked to end, by whomever: the loop saves and leaves.
#[cfg(unix)]
fn listen_for_signals(post: mpsc::Sender<Happening>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::spawn(move || {
        for _ in signals.forever() {
            if post.send(Happening::Leave).is_err() {
                return;
            }
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn listen_for_signals(_: mpsc::Sender<Happening>) -> io::Result<()> {
    Ok(())
}

/// Why a profile opened like this is not written; `None` when it is.
fn read_only(opened: &Opened, lang: Lang) -> Option<String> {
    let found = match opened.found {
        Found::New | Found::Good => None,
        _ => Some(opened.found.say(lang).unwrap_or_default()),
    };
    let words = match &opened.access {
        Access::Writable => found?,
        access => access.say(lang).unwrap_or_default(),
    };
    Some(safe_text::safe_line(&words).into_owned())
}

/// A terminal of the size at hand: a new one per resize, since `clear` may block.
fn fixed() -> io::Result<Terminal<CrosstermBackend<io::Stdout>>> {
    let (width, height) = crossterm::terminal::size()?;
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    Terminal::with_options(CrosstermBackend::new(io::stdout()), TerminalOptions { viewport })
}

/// Gives the terminal back, whatever happened.
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        // A dead terminal cannot be restored; saying so would only panic.
        let _ = crossterm::execute!(
            io::stdout(),
            event::DisableBracketedPaste,
            crossterm::terminal::LeaveAlternateScreen,
            crossterm::cursor::Show
        );
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// A new size, or Ctrl-L after something else wrote on the screen.
fn wants_redraw(event: &Event) -> bool {
    match event {
        Event::Resize(..) => true,
        Event::Key(key) => key.kind == KeyEventKind::Press && key_of(*key) == Some(Key::ctrl('l')),
        _ => false,
    }
}

fn key_of(key: event::KeyEvent) -> Option<Key> {
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    Some(Key { code, ctrl, alt: key.modifiers.contains(KeyModifiers::ALT) })
}
