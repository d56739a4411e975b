//! Something needs a decision before work goes on: what happened, then two to four ways out.
//! Used for a profile in use elsewhere, damaged, edited by hand or impossible to write.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    model::{safe_text, text::Text},
    ui::{
        cx::Cx,
        frame::TEXT_WIDTH,
        keys::{self, Binding, Key, bind},
        prose,
        screen::{Effect, Head, Input, Screen, Step},
        widgets::{edit::Edit, lines},
    },
};

/// Longest typed name or path, in characters.
const LONGEST: usize = 400;

/// One way out.
pub struct Way {
    /// What it says.
    pub say: String,
    /// What it does.
    pub does: Does,
}

/// What a way out does.
pub enum Does {
    /// Asks the app for something, then closes this screen.
    Effect(Effect),
    /// Asks for a text first (a name, a folder) and makes an effect of it.
    Ask(fn(String) -> Effect),
    /// Closes this screen and goes on.
    GoOn,
    /// Leaves pandu.
    Quit,
}

/// What happened and the ways out.
pub struct Choice {
    title: String,
    story: Vec<String>,
    ways: Vec<Way>,
    at: usize,
    typing: Option<Edit>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Take the way under the cursor.
    Take,
}

const MOVE: Text = Text::new("pilih", "choose");

const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Take, Text::new("ambil", "take")),
    bind(&[keys::UP, Key::char('k')], Msg::Up, MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Down, MOVE),
];

impl Choice {
    /// What happened (paragraphs) and the ways out, the safest first.
    pub fn new(title: String, story: Vec<String>, ways: Vec<Way>) -> Self {
        let story = story.iter().map(|text| safe_text::safe_line(text).into_owned()).collect();
        Self { title, story, ways, at: 0, typing: None }
    }

    fn take(&mut self) -> Step {
        match self.ways.get(self.at).map(|way| &way.does) {
            Some(Does::Effect(effect)) => Step::Do(effect.clone()),
            Some(Does::Ask(_)) => {
                self.typing = Some(Edit::new("", LONGEST));
                Step::Stay
            }
            Some(Does::GoOn) => Step::Back,
            Some(Does::Quit) => Step::Quit,
            None => Step::Stay,
        }
    }
}

impl Screen for Choice {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, _: &Cx) -> Head {
        Head { left: self.title.clone(), right: String::new() }
    }

    fn update(&mut self, msg: Msg, _: &mut Cx) -> Step {
        let last = self.ways.len().saturating_sub(1);
        match msg {
            Msg::Up => self.at = self.at.saturating_sub(1),
            Msg::Down => self.at = (self.at + 1).min(last),
            Msg::Take => return self.take(),
        }
        Step::Stay
    }

    fn typed(&mut self, input: Input, _: &mut Cx) -> Option<Step> {
        let edit = self.typing.as_mut()?;
        match input {
            Input::Paste(text) => edit.insert(&text),
            Input::Key(keys::ESC) => self.typing = None,
            Input::Key(keys::ENTER) if !edit.value().trim().is_empty() => {
                let text = edit.value().trim().to_owned();
                self.typing = None;
                if let Some(Does::Ask(effect)) = self.ways.get(self.at).map(|way| &way.does) {
                    return Some(Step::Do(effect(text)));
                }
            }
            Input::Key(key) => return edit.press(key).then_some(Step::Stay),
        }
        Some(Step::Stay)
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let width = area.width.min(TEXT_WIDTH);
        let mut text = Vec::new();
        for paragraph in &self.story {
            text.extend(prose::wrap(&[Span::styled(paragraph.clone(), cx.theme.text)], width));
            text.push(Line::raw(""));
        }
        let mut cursor = None;
        for (place, way) in self.ways.iter().enumerate() {
            let (mark, style) = if place == self.at {
                (cx.theme.marks.cursor, cx.theme.cursor)
            } else {
                (" ", cx.theme.text)
            };
            text.push(Line::styled(format!("{mark} {}", way.say), style));
            if let (true, Some(edit)) = (place == self.at, &self.typing) {
                let rows = edit.rows(usize::from(width.saturating_sub(4)));
                cursor = Some((text.len() + rows.cursor.0, 4 + rows.cursor.1));
                text.extend(rows.rows.into_iter().map(|row| Line::raw(format!("    {row}"))));
            }
        }
        lines::draw(&text, 0, area, buf, &cx.theme);
        let (row, column) = cursor?;
        let x = area.x.saturating_add(u16::try_from(column).ok()?);
        let y = area.y.saturating_add(u16::try_from(row).ok()?);
        (x < area.right() && y < area.bottom()).then_some(Position { x, y })
    }
}
