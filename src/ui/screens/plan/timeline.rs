//! The rows of a plan by week, one line each: a bar over the weeks, today as a line, what is late in
//! words. It changes nothing; Enter opens the row.

mod chart;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use self::chart::Chart;
use super::Planner;
use crate::{
    model::{
        plan::{document::title, timeline::Timeline},
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Screen, Step},
        screens::padded,
        widgets::cursor::{Cursor, ENDS, MOVE, Move},
    },
};

/// What the screen is called.
pub(in crate::ui::screens) const NAME: Text =
    Text::new("Lini masa rencana", "Timeline of the plan");
/// The words of the key that opens it.
pub(super) const SAY: Text = Text::new("lini masa", "timeline");

/// The timeline; it holds the table that it was opened from.
pub struct Weeks {
    cursor: Cursor,
    /// The first week that is shown; as it fits while nobody chose.
    week: Option<usize>,
    from: Planner,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open the row under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// A week back.
    Before,
    /// A week on.
    After,
    /// Where today is.
    Today,
    /// Back to the table.
    Back,
}

const WEEK: Text = Text::new("geser minggu", "move a week");

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Open, Text::new("buka baris", "open the row")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(&[keys::LEFT, Key::char('h')], Msg::Before, WEEK),
    bind(&[keys::RIGHT, Key::char('l')], Msg::After, WEEK),
    bind(&[Key::char('t')], Msg::Today, Text::new("hari ini", "today")),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Weeks {
    /// The timeline, the cursor on the row of the table.
    pub(super) fn new(from: Planner, cx: &Cx) -> Self {
        let mut weeks = Self { cursor: Cursor::default(), week: None, from };
        weeks.stand_on(weeks.from.at(cx), cx);
        weeks
    }

    fn line(&self, cx: &Cx) -> Option<Timeline> {
        self.from.plan(cx).map(|plan| Timeline::of(plan, cx.today()))
    }

    fn stand_on(&mut self, row: usize, cx: &Cx) {
        let order = self.order(cx);
        self.cursor = Cursor::new(order.iter().position(|at| *at == row).unwrap_or(0));
    }

    /// Places of the rows as they stand here: those with dates, then the others.
    fn order(&self, cx: &Cx) -> Vec<usize> {
        self.line(cx).map_or_else(Vec::new, |line| {
            line.bars.iter().map(|bar| bar.at).chain(line.undated).collect()
        })
    }

    fn here(&self, cx: &Cx) -> Option<usize> {
        let order = self.order(cx);
        order.get(self.cursor.at(order.len())).copied()
    }

    /// Weeks that are shown, and the first of them.
    fn shown(&self, line: &Timeline, cx: &Cx) -> (usize, usize) {
        Chart::weeks(line, padded(cx.body).width, self.week, cx)
    }

    fn shift(&mut self, is_on: bool, cx: &Cx) {
        let Some(line) = self.line(cx) else { return };
        let (first, count) = self.shown(&line, cx);
        let last = line.weeks.saturating_sub(count);
        let to = if is_on { first + 1 } else { first.saturating_sub(1) };
        self.week = Some(to.min(last));
    }
}

impl Screen for Weeks {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let is_long = || self.line(cx).is_some_and(|line| self.shown(&line, cx).1 < line.weeks);
        match msg {
            Msg::Open => self.here(cx).is_some(),
            Msg::Move(_) => self.from.count(cx) > 1,
            Msg::Before | Msg::After | Msg::Today => is_long(),
            Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let Some(plan) = self.from.plan(cx) else { return Head::default() };
        let late = plan
            .rows
            .iter()
            .filter(|row| crate::model::plan::review::late(row, cx.today()).is_some())
            .count();
        let right = match (late, lang) {
            (0, _) => lang.pick("lini masa", "timeline").to_owned(),
            (late, Lang::Id) => format!("{late} baris terlambat"),
            (1, Lang::En) => "1 row late".to_owned(),
            (late, Lang::En) => format!("{late} rows late"),
        };
        Head { left: title(plan, lang), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Open => {
                let row = self.here(cx);
                return row.map_or(Step::Stay, |at| self.from.open_row_at(at, 0, cx));
            }
            Msg::Move(to) => self.cursor.go(to, self.from.count(cx)),
            Msg::Before => self.shift(false, cx),
            Msg::After => self.shift(true, cx),
            Msg::Today => self.week = None,
            Msg::Back => {
                if let Some(at) = self.here(cx) {
                    self.from.cursor = Cursor::new(at);
                }
                return Step::swap(std::mem::take(&mut self.from));
            }
        }
        Step::Stay
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        let row = self.here(cx);
        self.from.back_on_top(cx);
        // Another date may have put it elsewhere.
        if let Some(row) = row {
            self.stand_on(row, cx);
        }
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let plan = self.from.plan(cx)?;
        let chart = Chart::new(plan, area.width, self.week, cx);
        chart.draw(self.here(cx), area, buf);
        None
    }
}
