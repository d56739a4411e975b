//! Which part of a window takes an input: the line that is being typed, what lies over the window, the
//! keys.

use super::{For, KEYS, Msg, Over, Window, Wish, asked, find, help, line};
use crate::ui::{
    keys::{self, Code, Key},
    screen::Input,
};

/// The key that goes on.
pub(super) const ENTER: Key = keys::ENTER;

/// Esc, for what lies over a window.
pub(super) const fn is_esc(key: Key) -> bool {
    matches!(key, Key { code: Code::Esc, .. })
}

impl Window {
    /// Handles an input. What it wishes is to be done in this order.
    pub fn input(&mut self, input: &Input) -> Vec<Wish> {
        self.said = None;
        let key = if let Input::Key(key) = input { Some(key.level()) } else { None };
        let was_leaving = std::mem::take(&mut self.is_leaving);
        match key {
            Some(key) if key == Key::ctrl('c') || key == Key::ctrl('q') => {
                return vec![Wish::Leave];
            }
            Some(key) if key == Key::plain(Code::F(2)) => {
                self.lang = self.lang.other();
                return Vec::new();
            }
            Some(key) if key == Key::plain(Code::F(4)) => {
                self.is_light = !self.is_light;
                self.dress();
                return Vec::new();
            }
            _ => {}
        }
        if let Some(wishes) = self.typed(input) {
            return wishes;
        }
        if let (Input::Paste(text), Over::Find(find)) = (input, &mut self.over) {
            find.typed(text);
        }
        let Some(key) = key else { return Vec::new() };
        if let Some(wishes) = self.pressed_over(key) {
            return wishes;
        }
        let row = KEYS.iter().find(|row| row.on.contains(&key) && self.allows(row.msg));
        let Some(row) = row else { return Vec::new() };
        if matches!(row.msg, Msg::Leave) && was_leaving {
            return vec![Wish::Leave];
        }
        self.act(row.msg)
    }

    /// The line that is being typed is asked first.
    fn typed(&mut self, input: &Input) -> Option<Vec<Wish>> {
        let prompt = self.prompt.as_mut()?;
        match prompt.typed(input) {
            // Anything else is a slip of the finger, but for the clicker's black.
            line::Typed::Nothing => match input {
                Input::Key(key) if passes(key.level(), &prompt.what) => None,
                _ => Some(Vec::new()),
            },
            line::Typed::More => Some(Vec::new()),
            line::Typed::Cancel => {
                // A question that led here is still open.
                self.prompt = None;
                Some(Vec::new())
            }
            line::Typed::Done => {
                let prompt = self.prompt.take()?;
                let wishes = self.done(prompt);
                // A line that asks again leaves the question that led to it.
                if self.prompt.is_none() {
                    self.over = Over::Nothing;
                }
                Some(wishes)
            }
        }
    }

    /// Then what lies over the window.
    fn pressed_over(&mut self, key: Key) -> Option<Vec<Wish>> {
        match &mut self.over {
            Over::Nothing => None,
            Over::Help(line) => {
                match help::pressed(key) {
                    help::Way::Close => self.over = Over::Nothing,
                    help::Way::By(lines) => *line = line.saturating_add_signed(lines),
                    help::Way::Other => return None,
                }
                Some(Vec::new())
            }
            Over::Find(_) => self.pressed_find(key),
            Over::Asked(asked) => match asked.pressed(key) {
                asked::Chosen::Nothing => {
                    // Black is black and leaving is leaving, whatever else is open.
                    let passes = [Key::char('b'), Key::char('.'), Key::char('q')].contains(&key);
                    if passes { None } else { Some(Vec::new()) }
                }
                asked::Chosen::More => Some(Vec::new()),
                asked::Chosen::Does(does) => {
                    if !matches!(does, asked::Does::Type(..)) {
                        self.over = Over::Nothing;
                    }
                    Some(self.follow(does))
                }
            },
        }
    }

    fn pressed_find(&mut self, key: Key) -> Option<Vec<Wish>> {
        let Over::Find(find) = &mut self.over else { return None };
        match find.pressed(key, &self.course, &self.live, self.lang) {
            find::Chosen::Nothing => None,
            find::Chosen::More => Some(Vec::new()),
            find::Chosen::Close => {
                self.over = Over::Nothing;
                Some(Vec::new())
            }
            find::Chosen::Go(commands) => {
                self.over = Over::Nothing;
                Some(commands.into_iter().map(Wish::Send).collect())
            }
        }
    }
}

/// Keys that go past a line that takes numbers: black always; a click where it closes nothing that is
/// being counted.
fn passes(key: Key, what: &For) -> bool {
    let is_black = [Key::char('b'), Key::char('.'), Key::plain(Code::F(5))].contains(&key);
    let is_click = [keys::PAGE_DOWN, keys::PAGE_UP].contains(&key);
    let is_counting = matches!(what, For::Hands { .. });
    match what {
        For::Groups | For::Run => false,
        _ => is_black || is_click && !is_counting,
    }
}
