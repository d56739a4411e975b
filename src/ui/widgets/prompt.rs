//! One line asked for at the bottom of a screen: a name, a path, a word. It keeps nothing; the screen
//! does what follows.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{edit::Edit, lines};
use crate::{
    model::text::Text,
    ui::{
        cx::Cx,
        keys::{self, Key},
        prose,
        screen::Input,
    },
};

/// Longest line, in characters.
const LONGEST: usize = 400;
/// Columns before what is typed.
const INDENT: u16 = 2;

/// A line being typed.
pub struct Prompt {
    label: Text,
    hint: Text,
    edit: Edit,
}

/// What an input did to a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// It is not the prompt's.
    Nothing,
    /// The line changed, or nothing had to be done.
    More,
    /// It is given up.
    Cancel,
    /// This was typed; never empty.
    Done(String),
}

impl Prompt {
    /// Asks for a line that begins with `value`.
    pub fn new(label: Text, hint: Text, value: &str) -> Self {
        Self { label, hint, edit: Edit::new(value, LONGEST) }
    }

    /// The same with another longest line, in characters.
    pub fn at_most(self, longest: usize) -> Self {
        Self { edit: Edit::new(self.edit.value(), longest), ..self }
    }

    /// What stands there.
    pub fn value(&self) -> &str {
        self.edit.value().trim()
    }

    /// Handles an input.
    pub fn typed(&mut self, input: &Input) -> Typed {
        match input {
            Input::Paste(text) => self.edit.insert(text),
            Input::Key(keys::ESC) => return Typed::Cancel,
            Input::Key(keys::ENTER) if self.value().is_empty() => {}
            Input::Key(keys::ENTER) => return Typed::Done(self.value().to_owned()),
            Input::Key(Key { code: keys::Code::Up | keys::Code::Down, .. }) => {}
            Input::Key(key) if !self.edit.press(*key) => return Typed::Nothing,
            Input::Key(_) => {}
        }
        Typed::More
    }

    fn laid(&self, cx: &Cx, width: u16) -> (Vec<Line<'static>>, (usize, usize)) {
        let lang = cx.lang();
        let label = Span::styled(self.label.say(lang), cx.theme.strong);
        let mut laid = vec![Line::raw("")];
        laid.extend(prose::wrap(&[label], width, &cx.theme));
        let rows = self.edit.rows(usize::from(width.saturating_sub(INDENT)));
        let cursor = (laid.len() + rows.cursor.0, usize::from(INDENT) + rows.cursor.1);
        let indent = " ".repeat(usize::from(INDENT));
        laid.extend(rows.rows.into_iter().map(|row| Line::raw(format!("{indent}{row}"))));
        laid.push(Line::raw(""));
        let hint = if self.edit.was_full() {
            let cross = cx.theme.marks.cross;
            let words =
                lang.pick("Sisanya tidak muat di isian ini.", "The rest did not fit in here.");
            Span::styled(format!("{cross} {words}"), cx.theme.wrong)
        } else {
            Span::styled(self.hint.say(lang), cx.theme.quiet)
        };
        laid.extend(prose::wrap(&[hint], width, &cx.theme));
        (laid, cursor)
    }

    /// Rows that it takes in an area of this width.
    pub fn height(&self, cx: &Cx, width: u16) -> u16 {
        u16::try_from(self.laid(cx, width).0.len()).unwrap_or(u16::MAX)
    }

    /// Draws it. Returns where the cursor stands.
    pub fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (laid, (row, column)) = self.laid(cx, area.width);
        let scroll = lines::keep_in_sight(0, row, row + 1, usize::from(area.height));
        lines::draw(&laid, scroll, area, buf, &cx.theme);
        let x = area.x.saturating_add(u16::try_from(column).ok()?);
        let y = area.y.saturating_add(u16::try_from(row.checked_sub(scroll)?).ok()?);
        (x < area.right() && y < area.bottom()).then_some(Position { x, y })
    }
}
