//! A question with yes and no. Enter never says yes to something that loses work; the letters do.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use crate::{
    model::text::{Said, Text},
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, bind},
        prose,
        screen::{Head, Screen, Step},
        widgets::lines,
    },
};

/// What happens on yes, before this screen closes.
pub type Deed = Box<dyn FnMut(&mut Cx)>;

/// A question with yes and no.
pub struct Confirm {
    question: Said,
    yes: Deed,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Do it.
    Yes,
    /// Leave it.
    No,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[Key::char('y')], Msg::Yes, Text::new("ya", "yes")),
    bind(&[keys::ESC, Key::char('t'), Key::char('n')], Msg::No, Text::new("tidak", "no")),
];

impl Confirm {
    /// Asks; `yes` is done on yes.
    pub fn new(question: Said, yes: Deed) -> Self {
        Self { question, yes }
    }
}

impl Screen for Confirm {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        Head {
            left: cx.lang().pick("Pastikan dahulu", "Please confirm").to_owned(),
            right: String::new(),
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        if matches!(msg, Msg::Yes) {
            (self.yes)(cx);
        }
        Step::Back
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let mut text = prose::wrap(
            &[Span::styled(self.question.get(cx.lang()).clone(), cx.theme.strong)],
            area.width.min(cx.text_width()),
            &cx.theme,
        );
        text.push(Line::raw(""));
        text.push(Line::raw(cx.lang().pick("y  ya      t  tidak", "y  yes      n  no")));
        lines::draw(&text, 0, area, buf, &cx.theme);
        None
    }
}
