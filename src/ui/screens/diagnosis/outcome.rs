//! What a diagnosis tells: the lowest factor first, in words; bars; what pulls a factor down; and
//! what changed since the one before on the same SOP.

mod page;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
};

use self::page::{Page, headline};
use super::{
    NAME, find,
    rate::Rate,
    view,
    words::{day, sop},
};
use crate::{
    model::{
        diagnosis::{self, Diagnosis, FactorMean},
        plan::Row,
        text::Text,
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Screen, Step},
        screens::{padded, padded_height, plan},
        widgets::{
            cursor::{Cursor, ENDS, MOVE, Move},
            lines,
        },
    },
};

/// The result of one diagnosis.
pub struct Outcome {
    id: String,
    /// The factor that is looked at.
    cursor: Cursor,
    scroll: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Draft a row of the plan for the factor.
    Plan,
    /// Choose a factor.
    Move(Move),
    /// A window up.
    PageUp,
    /// A window down.
    PageDown,
    /// Rate once more, on the day it was finished.
    Rate,
    /// Back.
    Back,
}

const PAGE: Text = Text::new("gulir", "scroll");

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Plan, Text::new("baris RTL", "plan row")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(&[keys::PAGE_UP], Msg::PageUp, PAGE),
    bind(&[keys::PAGE_DOWN, keys::SPACE], Msg::PageDown, PAGE),
    bind(&[Key::char('u')], Msg::Rate, Text::new("ubah penilaian", "change ratings")),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
    also(&[keys::HOME], Msg::Move(Move::First), ENDS),
    also(&[keys::END], Msg::Move(Move::Last), ENDS),
];

impl Outcome {
    /// The result, the cursor on the lowest factor.
    pub fn new(of: &Diagnosis, cx: &Cx) -> Self {
        let lowest = of.lowest(&cx.course);
        let is_it = |factor: &FactorMean| lowest.as_ref() == Some(factor);
        let at = of.means(&cx.course).iter().position(is_it).unwrap_or(0);
        Self { id: of.id.clone(), cursor: Cursor::new(at), scroll: 0 }
    }

    fn factor(&self, of: &Diagnosis, cx: &Cx) -> Option<FactorMean> {
        let means = of.means(&cx.course);
        let at = self.cursor.at(means.len());
        means.into_iter().nth(at)
    }

    /// The draft of a row that mends this factor; its action is for the person to write.
    fn draft(of: &Diagnosis, factor: &str, cx: &mut Cx) -> Row {
        let mut row = Row::new(cx.fresh_id(64));
        row.factor = Some(factor.to_owned());
        let first = of.pulls_down(&cx.course, factor).into_iter().next();
        if let Some((statement, _)) = first {
            row.purpose.clone_from(statement.text.get(cx.lang()));
            row.evidence.clone_from(statement.evidence.get(cx.lang()));
        }
        row
    }

    fn may_change(of: &Diagnosis, cx: &Cx) -> bool {
        let today = cx.now.learning_day();
        super::has_statements(cx) && of.ended.is_none_or(|ended| ended.learning_day() == today)
    }

    fn laid(&self, of: &Diagnosis, cx: &Cx, width: u16) -> (Vec<Line<'static>>, usize) {
        let before = diagnosis::before(&cx.profile().diagnoses, of);
        let changes = before.map(|before| diagnosis::changes(&cx.course, before, of));
        let changes = changes.unwrap_or_default();
        let mut page = Page { cx, width: width.min(cx.text_width()), rows: Vec::new() };
        page.text(&headline(of, cx), cx.theme.strong);
        page.blank();
        let means = of.means(&cx.course);
        let at = self.cursor.at(means.len());
        let here = page.rows.len() + 1 + at;
        page.rows.extend(view::bars(of, &changes, Some(at), cx, width));
        page.unrated(&means);
        page.blank();
        if let Some(factor) = means.get(at) {
            page.factor(of, factor);
        }
        if let Some(before) = before {
            page.blank();
            page.since(before, of, &changes);
        }
        page.blank();
        page.text(
            cx.lang().pick(
                "Alat bantu berbincang, bukan instrumen resmi; tidak untuk membandingkan perangkat \
                 daerah.",
                "A talking aid, not an official instrument; not for comparing offices.",
            ),
            cx.theme.quiet,
        );
        (page.rows, here)
    }

    fn turn(&mut self, is_down: bool, cx: &Cx) {
        let Some(of) = find(cx, &self.id) else { return };
        let height = padded_height(cx);
        let last = lines::last_scroll(self.laid(of, cx, padded(cx.body).width).0.len(), height);
        let by = height.saturating_sub(1).max(1);
        self.scroll = self.scroll.min(last);
        self.scroll =
            if is_down { (self.scroll + by).min(last) } else { self.scroll.saturating_sub(by) };
    }
}

impl Screen for Outcome {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let known = find(cx, &self.id);
        match msg {
            Msg::Plan => known.is_some() && !cx.course.factors.is_empty(),
            Msg::Rate => known.is_some_and(|of| Self::may_change(of, cx)),
            Msg::Move(_) | Msg::PageUp | Msg::PageDown | Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let Some(of) = find(cx, &self.id) else {
            return Head { left: NAME.say(lang).to_owned(), right: String::new() };
        };
        let left = format!("{} · {}", lang.pick("Hasil diagnosis", "Diagnosis"), sop(of, lang));
        let right = format!("{} · {}", day(of, lang), diagnosis::people(of.people, lang));
        Head { left, right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let Some(of) = find(cx, &self.id).cloned() else { return Step::Back };
        match msg {
            Msg::Plan => {
                let Some(factor) = self.factor(&of, cx) else { return Step::Stay };
                let row = Self::draft(&of, &factor.factor, cx);
                return plan::draft_row(row, &of.sop, cx);
            }
            Msg::Move(to) => {
                self.cursor.go(to, cx.course.factors.len());
                let (_, here) = self.laid(&of, cx, padded(cx.body).width);
                self.scroll = lines::keep_in_sight(0, here, here + 1, padded_height(cx));
            }
            Msg::PageUp => self.turn(false, cx),
            Msg::PageDown => self.turn(true, cx),
            Msg::Rate => {
                let factor = self.factor(&of, cx).map(|factor| factor.factor);
                let asked = cx.course.asked();
                let at = asked.iter().position(|known| Some(&known.factor) == factor.as_ref());
                return Step::swap(Rate::at(&of, at.unwrap_or(0), cx));
            }
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let of = find(cx, &self.id)?;
        let (rows, _) = self.laid(of, cx, area.width);
        let scroll = self.scroll.min(lines::last_scroll(rows.len(), usize::from(area.height)));
        lines::draw(&rows, scroll, area, buf, &cx.theme);
        None
    }
}
