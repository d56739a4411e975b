//! What could be better in a plan: a list to walk through, with why and an example for each, and the
//! way into the very field. It changes nothing and refuses nothing.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::Planner;
use crate::{
    model::{
        plan::{
            Plan,
            review::{self, Advice, Place, Remark},
        },
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step},
        screens::padded,
        widgets::{
            cursor::{self, Cursor, ENDS, MOVE, Move},
            lines,
        },
    },
};

/// What the table's column of counts is called.
pub(super) const NAME: Text = Text::new("Saran", "Tips");
/// The words of the key that opens the list.
pub(super) const SAY: Text = Text::new("saran perbaikan", "what could be better");
/// What the list is called.
pub(in crate::ui::screens) const TITLE: Text = Text::new("Saran perbaikan", "What could be better");
/// Rows below the list: a rule, and what is said about the remark under the cursor.
const BELOW: u16 = 7;
/// The same in a low window.
const BELOW_LOW: u16 = 6;
/// Height of a low window in rows.
const LOW: u16 = 14;

/// The list; it holds the table that it was opened from.
pub struct Remarks {
    cursor: Cursor,
    from: Planner,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Go to the field that the remark is about.
    Go,
    /// Write a row, for what no field can mend.
    Add,
    /// Move the cursor.
    Move(Move),
    /// Back to the table.
    Back,
}

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, keys::RIGHT, Key::char('l')], Msg::Go, Text::new("perbaiki", "fix")),
    bind(&[keys::ENTER], Msg::Add, Text::new("tambah baris", "add a row")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(
        &[keys::ESC, Key::char('e'), keys::LEFT, Key::char('h')],
        Msg::Back,
        Text::new("kembali", "back"),
    ),
];

/// What could be better in a plan today, and by the newest diagnosis.
pub(in crate::ui::screens) fn of(plan: &Plan, cx: &Cx) -> Vec<Remark> {
    let weakest = review::weakest(&cx.profile().diagnoses, &cx.course);
    let mut remarks = review::review(plan, cx.today(), weakest);
    if cx.course.factor(review::MONITORING).is_none() {
        // No row of this course can be one that monitors.
        remarks.retain(|remark| remark.advice != Advice::NoMonitoring);
    }
    remarks
}

/// "2 saran".
pub(in crate::ui::screens) fn count_words(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Id, count) => format!("{count} saran"),
        (Lang::En, 1) => "1 tip".to_owned(),
        (Lang::En, count) => format!("{count} tips"),
    }
}

/// What is said beside the field being filled in: the first remark about it, with its example. What
/// is only empty is not told there: the hint says what belongs into it.
pub(super) fn beside(
    remarks: &[Remark],
    is_here: impl Fn(Place) -> bool,
    cx: &Cx,
) -> Option<Span<'static>> {
    let remark = remarks.iter().find(|remark| !remark.is_lack() && is_here(remark.place))?;
    let words = format!("{} {}", remark.what(cx.lang()), remark.better(cx.lang()));
    Some(marked(remark, &words, cx))
}

/// The line about a row below the table: how many remarks, and the first of them.
pub(super) fn about_row(remarks: &[Remark], at: usize, cx: &Cx) -> Option<Span<'static>> {
    let mut found = remarks.iter().filter(|remark| remark.row_at() == Some(at));
    let first = found.next()?;
    // Dates that do not fit are told first: they are marked in the row.
    let days = |remark: &&Remark| matches!(remark.advice, Advice::Days(_));
    let first = Some(first).filter(days).or_else(|| found.clone().find(days)).unwrap_or(first);
    let what = first.what(cx.lang());
    let words = match (found.count(), cx.lang()) {
        (0, Lang::Id) => format!("{what} (e: contoh)"),
        (0, Lang::En) => format!("{what} (e: example)"),
        (more, Lang::Id) => format!("{what} (e: {more} lagi)"),
        (more, Lang::En) => format!("{what} (e: {more} more)"),
    };
    Some(marked(first, &words, cx))
}

/// Dates that do not fit are a fault; everything else is advice.
fn marked(remark: &Remark, words: &str, cx: &Cx) -> Span<'static> {
    let marks = cx.theme.marks;
    if matches!(remark.advice, Advice::Days(_)) {
        Span::styled(format!("{} {words}", marks.cross), cx.theme.wrong)
    } else {
        Span::styled(format!("{} {words}", marks.bullet), cx.theme.accent)
    }
}

/// "Baris 3 · Penanggung jawab".
fn place(place: Place, lang: Lang) -> String {
    match place {
        Place::Plan => lang.pick("Seluruh rencana", "The whole plan").to_owned(),
        Place::Head(part) => {
            format!("{} · {}", lang.pick("Identitas", "Details"), part.name().say(lang))
        }
        Place::Row(at, part) => {
            format!("{} {} · {}", lang.pick("Baris", "Row"), at + 1, part.name().say(lang))
        }
    }
}

impl Remarks {
    /// The list, the cursor on the first remark about the row under the cursor of the table.
    pub(super) fn new(from: Planner, cx: &Cx) -> Self {
        let at = from.at(cx);
        let at = from.remarks(cx).iter().position(|remark| remark.row_at() == Some(at));
        Self { cursor: Cursor::new(at.filter(|_| from.count(cx) > 0).unwrap_or(0)), from }
    }

    fn here(&self, cx: &Cx) -> Option<Remark> {
        let remarks = self.from.remarks(cx);
        remarks.get(self.cursor.at(remarks.len())).cloned()
    }

    fn list(remarks: &[Remark], at: usize, width: usize, cx: &Cx) -> Vec<Line<'static>> {
        let lang = cx.lang();
        let places: Vec<String> = remarks.iter().map(|remark| place(remark.place, lang)).collect();
        let widest = places.iter().map(|place| place.width()).max().unwrap_or(0);
        let widest = widest.min(width / 2);
        let row = |(number, (remark, place)): (usize, (&Remark, &String))| {
            let place = frame::fit(place, widest, &cx.theme);
            let gap = " ".repeat(widest + 2 - place.width());
            let room = width.saturating_sub(widest + 4);
            let what = frame::fit(&remark.what(lang), room, &cx.theme);
            let spans = vec![Span::styled(place + &gap, cx.theme.quiet), Span::raw(what)];
            cursor::row(number == at, spans, &cx.theme)
        };
        remarks.iter().zip(&places).enumerate().map(row).collect()
    }

    /// All that is said about one remark.
    fn detail(remark: &Remark, width: u16, cx: &Cx) -> Vec<Line<'static>> {
        let lang = cx.lang();
        let say = |text: String, style| prose::wrap(&[Span::styled(text, style)], width, &cx.theme);
        let mut rows = say(remark.what(lang), cx.theme.strong);
        rows.extend(say(remark.why(lang).to_owned(), cx.theme.text));
        rows.extend(say(remark.better(lang), cx.theme.accent));
        rows
    }
}

/// Nothing to mend: what that means.
fn nothing(plan: Option<&Plan>, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let is_empty = plan.is_none_or(|plan| plan.rows.is_empty());
    let words = if is_empty {
        Text::new(
            "Belum ada yang dapat diperiksa. Tulis dahulu satu aksi atau identitas rencana; kekurangannya ditunjukkan di sini.",
            "There is nothing to look at yet. Write an action or the plan details first; what they lack is shown here.",
        )
    } else {
        Text::new(
            "Tidak ada saran. Rencana ini siap ditunjukkan kepada atasan.",
            "No tips. This plan is ready to be shown to a superior.",
        )
    };
    prose::wrap(&[Span::raw(words.say(cx.lang()))], width, &cx.theme)
}

impl Screen for Remarks {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let about_all = |remark: Remark| remark.place == Place::Plan;
        match msg {
            Msg::Go => self.here(cx).is_some_and(|remark| !about_all(remark)),
            Msg::Add => self.here(cx).is_some_and(|remark| {
                about_all(remark.clone()) && !matches!(remark.advice, Advice::TooMany(_))
            }),
            Msg::Move(_) => self.from.remarks(cx).len() > 1,
            Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = TITLE.say(cx.lang()).to_owned();
        let right = match self.from.remarks(cx).len() {
            0 => String::new(),
            count => count_words(count, cx.lang()),
        };
        Head { left, right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Go | Msg::Add => {
                self.here(cx).map_or(Step::Stay, |remark| self.from.open_place(remark.place, cx))
            }
            Msg::Move(to) => {
                self.cursor.go(to, self.from.remarks(cx).len());
                Step::Stay
            }
            Msg::Back => Step::swap(std::mem::take(&mut self.from)),
        }
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        self.from.back_on_top(cx);
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let remarks = self.from.remarks(cx);
        let at = self.cursor.at(remarks.len());
        let width = area.width.min(cx.text_width());
        let Some(remark) = remarks.get(at) else {
            lines::draw(&nothing(self.from.plan(cx), width, cx), 0, area, buf, &cx.theme);
            return None;
        };
        let below = if area.height < LOW { BELOW_LOW } else { BELOW }.min(area.height / 2);
        let list = Rect { height: area.height - below, ..area };
        let rows = Self::list(&remarks, at, usize::from(area.width), cx);
        cursor::draw(&rows, at, list, buf, &cx.theme);
        let rule = Rect { y: list.bottom(), height: below.min(1), ..area };
        frame::rule(&cx.theme, rule, buf);
        let detail = Rect { y: rule.bottom(), height: below.saturating_sub(1), ..area };
        lines::draw(&Self::detail(remark, width, cx), 0, detail, buf, &cx.theme);
        None
    }
}
