//! What a finished round meant: every question with what was answered, the right answer and the why of
//! every option.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::view;
use crate::{
    model::{course::Item, profile::Answer, quiz::Ask, text::Text},
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Screen, Step, of},
        screens::{padded, padded_height, reader::Reader},
        widgets::lines,
    },
};

/// The questions of a round, one after the other.
pub struct Explained {
    round: u64,
    at: usize,
    scroll: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// On: further down, then the next question.
    On,
    /// The next question, or the one before.
    Turn(bool),
    /// A line up or down.
    Line(bool),
    /// The page it rests on.
    Page,
    /// Back to the result.
    Back,
}

const TURN: Text = Text::new("soal lain", "other question");
const SCROLL: Text = Text::new("gulir", "scroll");

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, keys::SPACE], Msg::On, Text::new("lanjut", "next")),
    bind(&[keys::PAGE_DOWN, keys::RIGHT, Key::char('l')], Msg::Turn(true), TURN),
    bind(&[keys::PAGE_UP, keys::LEFT, Key::char('h')], Msg::Turn(false), TURN),
    bind(&[keys::UP, Key::char('k')], Msg::Line(false), SCROLL),
    bind(&[keys::DOWN, Key::char('j')], Msg::Line(true), SCROLL),
    also(&[Key::char('o')], Msg::Page, Text::new("buka halaman", "open the page")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Explained {
    /// The first question of a round that was not right; the first of all where all were.
    pub fn new(round: u64, cx: &Cx) -> Self {
        let at = answers(round, cx).iter().position(|(_, answer)| answer.mark < 1.0).unwrap_or(0);
        Self { round, at, scroll: 0 }
    }

    fn last_scroll(&self, cx: &Cx) -> usize {
        let found = answers(self.round, cx);
        let Some((item, answer)) = found.get(self.at) else { return 0 };
        let count = view::explained(item, answer, cx, padded(cx.body)).len();
        lines::last_scroll(count, padded_height(cx))
    }
}

/// First tries of a round whose items are still in the course, in their order.
fn answers(round: u64, cx: &Cx) -> Vec<(&Item, &Answer)> {
    let is_first =
        |answer: &&Answer| answer.round == round && answer.attempt == 1 && answer.is_scored();
    let found = cx.work().answers.iter().filter(is_first);
    found.filter_map(|answer| Some((cx.course.item(&answer.item)?.1, answer))).collect()
}

/// Whether a round has anything to explain, and its mode lets it.
pub fn is_there(round: u64, cx: &Cx) -> bool {
    let mode = cx.work().round(round).and_then(Ask::of);
    mode.is_some_and(|ask| ask != Ask::Pre) && !answers(round, cx).is_empty()
}

impl Screen for Explained {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let last = answers(self.round, cx).len().saturating_sub(1);
        match msg {
            Msg::Turn(true) => self.at < last,
            Msg::Turn(false) => self.at > 0,
            Msg::Line(_) => self.last_scroll(cx) > 0,
            Msg::On | Msg::Page | Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let all = answers(self.round, cx).len();
        let place = of((self.at + 1).min(all), all, lang);
        Head {
            left: lang.pick("Pembahasan", "Explanations").to_owned(),
            right: format!("{} {place}", lang.pick("soal", "question")),
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let last = answers(self.round, cx).len().saturating_sub(1);
        let end = self.last_scroll(cx);
        let page = padded_height(cx).saturating_sub(1).max(1);
        match msg {
            Msg::On if self.scroll < end => self.scroll = (self.scroll + page).min(end),
            Msg::On if self.at >= last => return Step::Back,
            Msg::On | Msg::Turn(true) => (self.at, self.scroll) = ((self.at + 1).min(last), 0),
            Msg::Turn(false) => (self.at, self.scroll) = (self.at.saturating_sub(1), 0),
            Msg::Line(true) => self.scroll = (self.scroll + 1).min(end),
            Msg::Line(false) => self.scroll = self.scroll.saturating_sub(1),
            Msg::Page => {
                let found = answers(self.round, cx);
                let page = found.get(self.at).map(|(item, _)| item.page.clone());
                return page.map_or(Step::Stay, |page| Step::open(Reader::visit(&page)));
            }
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let found = answers(self.round, cx);
        let (item, answer) = found.get(self.at)?;
        let text = view::explained(item, answer, cx, area);
        lines::draw(&text, self.scroll, area, buf, &cx.theme);
        None
    }
}
