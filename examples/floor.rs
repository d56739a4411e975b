//! The floor: the least that a ratatui program of this kind does between a key and the screen.
//!
//! README measures pandu against it, on the same terminal and in the same way: what is above this
//! is pandu's own cost, what is below belongs to ratatui, crossterm and the terminal. It blocks in
//! `event::read` and redraws after each event, as anybody would write it.
//!
//! `↓` or `j` changes one line, `PgDn` every line (two pages take turns, each as large as the
//! window), `q` leaves. Run it with `cargo run --release --example floor`.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEventKind};
use ratatui::{
    Frame,
    style::{Modifier, Style},
};

/// What fills the two pages.
const PAGES: [&str; 2] = [
    "every step has one owner, a time and a result that can be shown to anyone who asks; ",
    "A PROCEDURE LIVES WHEN IT IS USED AT THE COUNTER, MEASURED, AND MENDED AFTERWARDS. ",
];

/// What the program remembers.
#[derive(Default)]
struct Floor {
    /// The second page is shown.
    is_turned: bool,
    /// How often the last line was changed.
    count: u64,
}

impl Floor {
    fn draw(&self, frame: &mut Frame) {
        let area = frame.area();
        let [first, second] = PAGES;
        let text = if self.is_turned { second } else { first };
        let buf = frame.buffer_mut();
        let width = usize::from(area.width);
        let (last, style) = (area.bottom().saturating_sub(1), Style::new());
        for y in area.top()..last {
            // Each line begins elsewhere in the text, so that the page looks like one.
            let start = usize::from(y) * 7 % text.len();
            let line: String = text.chars().cycle().skip(start).take(width).collect();
            buf.set_stringn(area.x, y, line, width, style);
        }
        let line = format!("{:>8}  down: this line   PgDn: the page   q: leave", self.count);
        buf.set_stringn(area.x, last, line, width, style.add_modifier(Modifier::BOLD));
    }
}

fn main() -> io::Result<()> {
    ratatui::run(|terminal| {
        let mut floor = Floor::default();
        loop {
            terminal.draw(|frame| floor.draw(frame))?;
            let Event::Key(key) = event::read()? else { continue };
            if key.kind != KeyEventKind::Press {
                continue;
            }
            match key.code {
                KeyCode::Down | KeyCode::Char('j') => floor.count += 1,
                KeyCode::PageDown => floor.is_turned = !floor.is_turned,
                KeyCode::Char('q') => return Ok(()),
                _ => {}
            }
        }
    })
}
