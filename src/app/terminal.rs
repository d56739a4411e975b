//! The loop in a real terminal: waits for one thing to happen, lets the app handle it, draws.
//! Blocked when idle. It gives the terminal back whatever happens, and saves before it does.

use std::{
    io::{self, BufWriter, Stdout},
    mem::ManuallyDrop,
    panic::{self, AssertUnwindSafe, PanicHookInfo, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use crossterm::{
    cursor, execute,
    style::Print,
    terminal::{
        Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
        enable_raw_mode, size,
    },
};
use ratatui::{
    Terminal, TerminalOptions, Viewport,
    backend::CrosstermBackend,
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    Going, Happening,
    first::First,
    keyboard::{HANG_UP, input_of, read_input, wants_redraw},
    program::Program,
    settings::{Answer, Clock, Failure},
    system,
};
use crate::{
    model::text::Lang,
    ui::{
        keys::{Code, Key},
        screen::Input,
    },
};

/// A hang-up sends "go on" first: the signal that ends comes within this time.
const HANG_UP_WAIT: Duration = Duration::from_millis(20);
/// Most things handled between two frames, so that a flood still shows something.
const BETWEEN_FRAMES: usize = 64;

/// How the loop ended.
enum End {
    /// The person left.
    Left,
    /// The person left, whatever is not saved.
    Abandoned,
    /// A signal, or the terminal went away.
    Signal(u8),
}

/// What follows from something that happened.
enum Turn {
    Draw,
    /// Nothing on the screen can be relied on.
    DrawAnew,
    End(End),
}

/// Runs the app until it ends. Where the first screen is known already it is drawn before the app
/// is opened.
///
/// # Errors
/// When the app cannot be opened or the terminal not be used, something was not saved, or a signal
/// ended it.
pub(super) fn run<P: Program>(
    first: Option<First>,
    open: impl FnOnce() -> Result<P, Failure>,
    post: &Sender<Happening>,
    mailbox: &Receiver<Happening>,
    clock: &Clock,
) -> Answer {
    let (mut app, open) = match first {
        None => (Some(open()?), None),
        Some(_) => (None, Some(open)),
    };
    let lang = first.as_ref().map(First::lang).or(app.as_ref().map(Program::lang));
    let lang = lang.unwrap_or_default();
    let failed = |error: io::Error| Failure::from(cannot(&error, lang));
    let breaks = Breaks::listen();
    system::listen(post).map_err(failed)?;
    let mut window = Window::enter(P::TITLE).map_err(failed)?;
    let end = catch_unwind(AssertUnwindSafe(|| {
        if let Some(mut first) = first {
            window.draw(|area, buf| first.draw(area, buf)).map_err(failed)?;
        }
        if let Some(open) = open {
            app = Some(open()?);
        }
        read_input(post.clone()).map_err(failed)?;
        let Some(app) = &mut app else { return Ok(End::Left) };
        Ok(turns(app, &mut window, mailbox, clock))
    }));
    // Save first, the terminal later: it may be gone already.
    let is_saved = matches!(end, Ok(Ok(End::Abandoned)))
        || app.as_mut().is_none_or(|app| {
            catch_unwind(AssertUnwindSafe(|| app.is_all_saved(mailbox))).unwrap_or(false)
        });
    drop(window);
    let lang = app.as_ref().map_or(lang, Program::lang);
    let last = if is_saved { String::new() } else { not_saved(lang).to_owned() };
    match end {
        Ok(Ok(End::Left | End::Abandoned)) if is_saved => Ok(String::new()),
        Ok(Ok(End::Left | End::Abandoned)) => Err(last.into()),
        Ok(Ok(End::Signal(signal))) => {
            Err(Failure { say: last, code: 128u8.saturating_add(signal) })
        }
        Ok(Err(failure)) => Err(failure),
        Err(_) => Err(format!("{} {last}", breaks.say(is_saved, lang)).into()),
    }
}

fn turns(
    app: &mut impl Program,
    window: &mut Window,
    mailbox: &Receiver<Happening>,
    clock: &Clock,
) -> End {
    loop {
        tick(app, clock);
        if window.draw(|area, buf| app.draw(area, buf)).is_err() {
            return End::Signal(HANG_UP);
        }
        app.drawn();
        match wait(app, mailbox, clock) {
            Turn::Draw => {}
            Turn::DrawAnew => {
                if window.clear().is_err() {
                    return End::Signal(HANG_UP);
                }
            }
            Turn::End(end) => return end,
        }
    }
}

fn tick(app: &mut impl Program, clock: &Clock) {
    let now = clock.now();
    app.tick(now, now.timestamp().as_millisecond());
}

/// Waits for something to happen, and handles it and what came with it.
fn wait(app: &mut impl Program, mailbox: &Receiver<Happening>, clock: &Clock) -> Turn {
    let (save, wake) = (app.deadline(), app.wake().map(|after| Instant::now() + after));
    let happening = match [save, wake].into_iter().flatten().min() {
        None => mailbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        Some(at) => mailbox.recv_timeout(at.saturating_duration_since(Instant::now())),
    };
    let mut next = match happening {
        Ok(happening) => Some(happening),
        Err(RecvTimeoutError::Timeout) => {
            tick(app, clock);
            let now = Instant::now();
            if save.is_some_and(|at| at <= now) {
                app.overdue();
            }
            if wake.is_some_and(|at| at <= now) {
                app.woken(now);
            }
            None
        }
        Err(RecvTimeoutError::Disconnected) => return Turn::End(End::Signal(HANG_UP)),
    };
    let mut result = Turn::Draw;
    for _ in 0..BETWEEN_FRAMES {
        let Some(happening) = next.take() else { break };
        tick(app, clock);
        match turn(app, happening, mailbox) {
            Turn::Draw => {}
            Turn::DrawAnew => result = Turn::DrawAnew,
            end @ Turn::End(_) => return end,
        }
        next = mailbox.try_recv().ok();
    }
    // What was taken out is never dropped.
    if let Some(happening) = next {
        match turn(app, happening, mailbox) {
            Turn::Draw => {}
            other => return other,
        }
    }
    result
}

fn turn<P: Program>(app: &mut P, happening: Happening, mailbox: &Receiver<Happening>) -> Turn {
    match happening {
        Happening::Terminal(event) if wants_redraw(&event) => return Turn::DrawAnew,
        Happening::Terminal(event) => {
            if let Some(input) = input_of(event) {
                return pressed(app, &input, mailbox);
            }
        }
        told @ (Happening::Saved(..) | Happening::Live(_) | Happening::Kept(_)) => {
            app.heard(told, Instant::now());
        }
        Happening::Leave(signal) => return Turn::End(End::Signal(signal)),
        Happening::Suspend => {
            app.rest();
            leave_screen(P::TITLE);
            system::stop();
        }
        Happening::Continue => {
            thread::sleep(HANG_UP_WAIT);
            let waiting: Vec<Happening> = mailbox.try_iter().collect();
            for happening in waiting {
                match happening {
                    Happening::Leave(signal) => return Turn::End(End::Signal(signal)),
                    told @ (Happening::Saved(..) | Happening::Live(_) | Happening::Kept(_)) => {
                        app.heard(told, Instant::now());
                    }
                    _ => {}
                }
            }
            // Whoever stopped us may have set the terminal to its own modes.
            let _ = disable_raw_mode();
            if enter_screen(P::TITLE).is_err() {
                return Turn::End(End::Signal(HANG_UP));
            }
            return Turn::DrawAnew;
        }
    }
    Turn::Draw
}

fn pressed(app: &mut impl Program, input: &Input, mailbox: &Receiver<Happening>) -> Turn {
    // Lets a test see that a panic gives the terminal back.
    let asked = Input::Key(Key { code: Code::F(12), ctrl: true, alt: true });
    debug_assert!(*input != asked, "asked for");
    match app.input(input, Instant::now()) {
        Going::Abandon => Turn::End(End::Abandoned),
        Going::Leave if app.may_leave(mailbox) => Turn::End(End::Left),
        Going::On | Going::Leave => Turn::Draw,
    }
}

/// Lets the terminal keep the title of its window, and take it back (xterm's window operations). One
/// that does not know them passes over them.
const KEEP_TITLE: &str = "\x1b[22;0t";
const GIVE_TITLE: &str = "\x1b[23;0t";
/// Standard output takes 1 KiB at a time; a frame should arrive in one piece.
const WHOLE_FRAME: usize = 1 << 16;

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// The terminal while it is ours. It is given back when this is dropped, whatever happened.
struct Window {
    /// Not simply dropped: that prints, and panics when nothing is there to print on.
    terminal: ManuallyDrop<Screen>,
    _guard: Guard,
}

impl Window {
    fn enter(title: Option<&'static str>) -> io::Result<Self> {
        // Made first: half an entry is undone as well.
        let guard = Guard { title };
        enter_screen(title)?;
        Ok(Self { terminal: fixed()?, _guard: guard })
    }

    fn draw(&mut self, draw: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) -> io::Result<()> {
        let drawn = self.terminal.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        });
        drawn.map(|_| ())
    }

    /// Forgets what stands on the screen and how large it is.
    fn clear(&mut self) -> io::Result<()> {
        execute!(io::stdout(), Clear(ClearType::All))?;
        let mut old = std::mem::replace(&mut self.terminal, fixed()?);
        // Once its cursor is shown it has nothing left to say when it is dropped.
        old.show_cursor()?;
        drop(ManuallyDrop::into_inner(old));
        Ok(())
    }
}

/// A terminal of the size at hand: a new one per resize, since `clear` may block.
fn fixed() -> io::Result<ManuallyDrop<Screen>> {
    let (width, height) = size()?;
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let options = TerminalOptions { viewport };
    let out = BufWriter::with_capacity(WHOLE_FRAME, io::stdout());
    Ok(ManuallyDrop::new(Terminal::with_options(CrosstermBackend::new(out), options)?))
}

/// Gives the terminal back.
struct Guard {
    title: Option<&'static str>,
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave_screen(self.title);
    }
}

fn enter_screen(title: Option<&str>) -> io::Result<()> {
    enable_raw_mode()?;
    if let Some(title) = title {
        execute!(io::stdout(), Print(KEEP_TITLE), SetTitle(title))?;
    }
    execute!(io::stdout(), EnterAlternateScreen, cursor::Hide)?;
    // Elsewhere a paste arrives as keys; an Enter inside it must then submit nothing.
    #[cfg(unix)]
    execute!(io::stdout(), crossterm::event::EnableBracketedPaste)?;
    Ok(())
}

fn leave_screen(title: Option<&str>) {
    if title.is_some() {
        let _ = execute!(io::stdout(), Print(GIVE_TITLE));
    }
    // A dead terminal cannot be restored; saying so would only panic.
    #[cfg(unix)]
    let _ = execute!(io::stdout(), crossterm::event::DisableBracketedPaste);
    let _ = execute!(io::stdout(), LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

/// Keeps the words of a panic: printed at once, they would stand in the middle of a screen.
struct Breaks(Arc<Mutex<String>>);

impl Breaks {
    fn listen() -> Self {
        let words = Arc::new(Mutex::new(String::new()));
        let kept = Arc::clone(&words);
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let payload = info.payload();
            let words = payload.downcast_ref::<&str>().map(|words| (*words).to_owned());
            let words = words.or_else(|| payload.downcast_ref::<String>().cloned());
            let words = words.unwrap_or_default();
            *kept.lock().unwrap_or_else(PoisonError::into_inner) = format!("{words}, {place}");
        }));
        Self(words)
    }

    fn say(&self, is_saved: bool, lang: Lang) -> String {
        let words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let saved = if is_saved {
            lang.pick(" Pekerjaan Anda sudah tersimpan.", " Your work is saved.")
        } else {
            ""
        };
        lang.pick(
            format!("pandu berhenti karena kesalahannya sendiri ({words}).{saved} Silakan jalankan lagi dan sampaikan pesan ini kepada fasilitator."),
            format!("pandu stopped because of an error of its own ({words}).{saved} Please start it again and pass this message on to the facilitator."),
        )
    }
}

fn cannot(error: &io::Error, lang: Lang) -> String {
    lang.pick(
        format!("Terminal tidak dapat dipakai: {error}. Coba jendela terminal lain."),
        format!("The terminal cannot be used: {error}. Try another terminal window."),
    )
}

fn not_saved(lang: Lang) -> &'static str {
    lang.pick("Perubahan terakhir belum tersimpan.", "The last changes were not saved.")
}
