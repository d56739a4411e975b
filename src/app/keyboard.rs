//! What the terminal says of keys and pastes, as inputs of the app.

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
    let run = move || {
        let ended = catch_unwind(|| {
            while let Ok(events) = read() {
                for event in events {
                    if post.send(Happening::Terminal(event)).is_err() {
                        return;
                    }
                }
            }
        });
        // An app that hears no key any more must not stay.
        let _ = ended;
        let _ = post.send(Happening::Leave(HANG_UP));
    };
    thread::Builder::new().name("input".to_owned()).spawn(run).map(|_| ())
}

#[cfg(unix)]
fn read() -> io::Result<[Event; 1]> {
    event::read().map(|event| [event])
}

/// What arrives at once: there a paste is not bracketed.
#[cfg(not(unix))]
fn read() -> io::Result<Vec<Event>> {
    /// Fingers are slower.
    const GAP: std::time::Duration = std::time::Duration::from_millis(3);
    /// A flood is handed on in pieces of this many.
    const MOST: usize = 1 << 16;

    let mut events = vec![event::read()?];
    while events.len() < MOST && event::poll(GAP)? {
        events.push(event::read()?);
    }
    Ok(super::burst::joined(events))
}

/// A new size, or Ctrl-L after something else wrote on the screen.
pub(super) fn wants_redraw(event: &Event) -> bool {
    match event {
        Event::Resize(..) => true,
        Event::Key(key) => {
            key.kind == KeyEventKind::Press && key_of(*key).map(Key::level) == Some(Key::ctrl('l'))
        }
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
    let (ctrl, alt) = (KeyModifiers::CONTROL, KeyModifiers::ALT);
    let (ctrl, alt) = (key.modifiers.contains(ctrl), key.modifiers.contains(alt));
    // Windows tells of AltGr as of both, and of the character that it made.
    let is_made = matches!(code, Code::Char(c) if !c.is_ascii_alphanumeric());
    if cfg!(windows) && ctrl && alt && is_made {
        return Some(Key::plain(code));
    }
    Some(Key { code, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(c: char, modifiers: KeyModifiers, kind: KeyEventKind) -> Event {
        Event::Key(KeyEvent::new_with_kind(KeyCode::Char(c), modifiers, kind))
    }

    #[test]
    fn a_key_counts_once_and_caps_lock_keeps_the_way_to_a_clean_screen() {
        let none = KeyModifiers::NONE;
        let a = Some(Input::Key(Key::char('a')));
        assert_eq!(input_of(event('a', none, KeyEventKind::Press)), a);
        assert_eq!(input_of(event('a', none, KeyEventKind::Release)), None);
        for c in ['l', 'L'] {
            assert!(wants_redraw(&event(c, KeyModifiers::CONTROL, KeyEventKind::Press)));
        }
    }

    #[test]
    #[cfg(windows)]
    fn a_character_made_with_alt_gr_is_typed() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let at = Some(Input::Key(Key::char('@')));
        assert_eq!(input_of(event('@', alt_gr, KeyEventKind::Press)), at);
    }
}
