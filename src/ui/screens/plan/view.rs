//! The whole plan to read: the same document that `pandu plan` prints.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::find;
use crate::{
    model::{plan::document::document, text::Text},
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step},
        screens::{padded, padded_height},
        widgets::lines,
    },
};

/// A plan being read.
pub struct View {
    plan: String,
    scroll: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// The beginning.
    First,
    /// The end.
    Last,
    /// Back to the table.
    Back,
}

const SCROLL: Text = Text::new("gulir", "scroll");
const PAGE: Text = Text::new("halaman", "page");
const ENDS: Text = Text::new("ke awal, ke akhir", "first, last");

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::UP, Key::char('k')], Msg::Up, SCROLL),
    bind(&[keys::DOWN, Key::char('j')], Msg::Down, SCROLL),
    bind(&[keys::PAGE_UP, Key::char('b')], Msg::PageUp, PAGE),
    bind(&[keys::PAGE_DOWN, keys::SPACE], Msg::PageDown, PAGE),
    also(&[keys::HOME], Msg::First, ENDS),
    also(&[keys::END], Msg::Last, ENDS),
    bind(&[keys::ESC, Key::char('v')], Msg::Back, Text::new("kembali", "back")),
];

impl View {
    /// This plan from its beginning.
    pub fn new(plan: &str) -> Self {
        Self { plan: plan.to_owned(), scroll: 0 }
    }

    fn lines(&self, cx: &Cx, width: u16) -> Vec<Line<'static>> {
        let Some(plan) = find(cx, &self.plan) else { return Vec::new() };
        let document = document(plan, &cx.course, cx.lang());
        let width = width.min(cx.text_width());
        let title = Span::styled(document.title, cx.theme.strong);
        let mut lines = prose::wrap(&[title], width, &cx.theme);
        lines.push(Line::raw(""));
        lines.extend(prose::lay(&document.blocks, width, &cx.theme, cx.lang()));
        lines
    }
}

impl Screen for View {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = cx.lang().pick("Rencana selengkapnya", "The whole plan").to_owned();
        let right = cx.lang().pick("cetak: pandu plan", "print: pandu plan").to_owned();
        Head { left, right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let height = padded_height(cx);
        let last = lines::last_scroll(self.lines(cx, padded(cx.body).width).len(), height);
        let page = height.saturating_sub(1).max(1);
        let scroll = self.scroll.min(last);
        self.scroll = match msg {
            Msg::Up => scroll.saturating_sub(1),
            Msg::Down => scroll + 1,
            Msg::PageUp => scroll.saturating_sub(page),
            Msg::PageDown => scroll + page,
            Msg::First => 0,
            Msg::Last => last,
            Msg::Back => return Step::Back,
        }
        .min(last);
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        lines::draw(&self.lines(cx, area.width), self.scroll, area, buf, &cx.theme);
        None
    }
}
