//! Something needs a decision before work goes on: what happened, then two to four ways out.
//! Used for a profile in use elsewhere, damaged, edited by hand or impossible to write.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    model::{
        safe_text,
        text::{Said, Text},
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Effect, Head, Input, Screen, Step},
        widgets::{edit::Edit, lines},
    },
};

/// Longest typed name or path, in characters.
const LONGEST: usize = 400;

/// One way out.
#[derive(Clone)]
pub struct Way {
    /// What it says.
    pub say: Text,
    /// What it does.
    pub does: Does,
}

/// What a way out does.
#[derive(Clone)]
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
#[derive(Clone)]
pub struct Choice {
    title: Text,
    story: Vec<Said>,
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
    /// Go on without deciding.
    GoOn,
}

const MOVE: Text = Text::new("pilih", "choose");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Take, Text::new("jalankan", "do this")),
    bind(&[keys::UP, Key::char('k')], Msg::Up, MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Down, MOVE),
    also(&[keys::ESC], Msg::GoOn, Text::new("lanjut tanpa memutuskan", "go on without deciding")),
];

impl Choice {
    /// What happened (paragraphs) and the ways out, the safest first.
    pub const fn new(title: Text, story: Vec<Said>, ways: Vec<Way>) -> Self {
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

    fn head(&self, cx: &Cx) -> Head {
        Head { left: self.title.say(cx.lang()).to_owned(), right: String::new() }
    }

    fn allows(&self, msg: Msg, _: &Cx) -> bool {
        match msg {
            Msg::Take => true,
            Msg::Up | Msg::Down => self.ways.len() > 1,
            Msg::GoOn => self.ways.iter().any(|way| matches!(way.does, Does::GoOn)),
        }
    }

    fn update(&mut self, msg: Msg, _: &mut Cx) -> Step {
        let last = self.ways.len().saturating_sub(1);
        match msg {
            Msg::Up => self.at = self.at.saturating_sub(1),
            Msg::Down => self.at = (self.at + 1).min(last),
            Msg::Take => return self.take(),
            Msg::GoOn => return Step::Back,
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
        let width = area.width.min(cx.text_width());
        let mut text = Vec::new();
        for paragraph in &self.story {
            text.extend(prose::wrap(
                &[Span::styled(said(paragraph, cx), cx.theme.text)],
                width,
                &cx.theme,
            ));
            text.push(Line::raw(""));
        }
        let mut cursor = None;
        let mut here = (0, 0);
        for (place, way) in self.ways.iter().enumerate() {
            let (mark, style) = if place == self.at {
                (cx.theme.marks.cursor, cx.theme.cursor)
            } else {
                (" ", cx.theme.text)
            };
            text.push(Line::styled(format!("{mark} {}", way.say.say(cx.lang())), style));
            if place == self.at {
                here = (text.len() - 1, text.len());
            }
            if let (true, Some(edit)) = (place == self.at, &self.typing) {
                let rows = edit.rows(usize::from(width.saturating_sub(4)));
                cursor = Some((text.len() + rows.cursor.0, 4 + rows.cursor.1));
                text.extend(rows.rows.into_iter().map(|row| Line::raw(format!("    {row}"))));
                here.1 = text.len();
            }
        }
        let scroll = lines::keep_in_sight(0, here.0, here.1, usize::from(area.height));
        lines::draw(&text, scroll, area, buf, &cx.theme);
        let (row, column) = cursor?;
        let row = row.checked_sub(scroll)?;
        let x = area.x.saturating_add(u16::try_from(column).ok()?);
        let y = area.y.saturating_add(u16::try_from(row).ok()?);
        (x < area.right() && y < area.bottom()).then_some(Position { x, y })
    }
}

fn said(paragraph: &Said, cx: &Cx) -> String {
    safe_text::safe_line(paragraph.get(cx.lang())).into_owned()
}
