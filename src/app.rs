//! The one loop: everything that happens arrives as an event in one channel; the loop owns all
//! state and blocks when idle.

use std::{io, rc::Rc, sync::mpsc, thread};

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::{
    Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, buffer::Buffer, layout::Rect,
};

use crate::{
    model::{course::Course, moment::Moment, profile::Profile, safe_text, text::Lang},
    ui::{
        cx::{Cx, Saving},
        frame,
        keys::{Code, Key},
        screen::{AnyScreen, Input, Step},
        screens::{help::Help, welcome::Welcome},
    },
};

/// Screens on a stack, and what they share.
pub struct App {
    screens: Vec<Box<dyn AnyScreen>>,
    cx: Cx,
}

impl App {
    /// An app on its first screen.
    pub fn new(course: Course, id: String, now: Moment, seed: u64) -> Self {
        let mut cx = Cx::new(Rc::new(course), Profile::new(id), now, seed);
        let words = "versi ini belum menyimpan · this version does not save yet";
        cx.saving = Saving::ReadOnly(words.to_owned());
        Self { screens: vec![Box::new(Welcome::new(&cx))], cx }
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
        self.take(step)
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

/// Runs the app on this terminal until the person leaves.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn run(mut app: App, clock: impl Fn() -> Moment) -> io::Result<()> {
    let (post, mailbox) = mpsc::channel();
    crossterm::terminal::enable_raw_mode()?;
    let guard = Guard;
    crossterm::execute!(
        io::stdout(),
        crossterm::terminal::EnterAlternateScreen,
        event::EnableBracketedPaste
    )?;
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            if post.send(event).is_err() {
                return;
            }
        }
    });
    let mut terminal = fixed()?;
    loop {
        terminal.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = app.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        let Ok(event) = mailbox.recv() else { break };
        let input = match event {
            Event::Resize(..) => {
                crossterm::execute!(
                    io::stdout(),
                    crossterm::terminal::Clear(crossterm::terminal::ClearType::All)
                )?;
                terminal = fixed()?;
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
    drop(guard);
    Ok(())
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
