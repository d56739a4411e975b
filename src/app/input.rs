//! From what a terminal says to what the app hears: presses and pastes, nothing else.

use std::{io, panic::catch_unwind, sync::mpsc::Sender, thread};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Happening;
use crate::{
    model::safe_text,
    ui::{
        keys::{Code, Key},
        screen::Input,
    },
};

/// SIGHUP, also the end of a terminal that tells nothing.
pub(super) const HANG_UP: u8 = 1;

/// Reads keys in a thread: half an escape sequence blocks the reader, never the app.
pub(super) fn read_input(post: Sender<Happening>) -> io::Result<()> {
    let read = move || {
        let ended = catch_unwind(|| {
            while let Ok(event) = event::read() {
                if post.send(Happening::Terminal(event)).is_err() {
                    return;
                }
            }
        });
        // An app that hears no key any more must not stay.
        let _ = ended;
        let _ = post.send(Happening::Leave(HANG_UP));
    };
    thread::Builder::new().name("input".to_owned()).spawn(read).map(|_| ())
}

/// A new size, or Ctrl-L after something else wrote on the screen.
pub(super) fn wants_redraw(event: &Event) -> bool {
    match event {
        Event::Resize(..) => true,
        Event::Key(key) => key.kind == KeyEventKind::Press && key_of(*key) == Some(Key::ctrl('l')),
        _ => false,
    }
}

/// Only presses count: some terminals tell of releases as well.
pub(super) fn input_of(event: Event) -> Option<Input> {
    match event {
        Event::Paste(text) => Some(Input::Paste(safe_text::safe(&text).into_owned())),
        Event::Key(key) if key.kind == KeyEventKind::Press => key_of(key).map(Input::Key),
        _ => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
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
