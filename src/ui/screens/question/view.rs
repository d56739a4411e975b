//! How a question looks: prompt, what there is to choose or type, and the whys once answered. How
//! each family of kinds looks is in the files below this one.

mod choice;
mod reflection;
mod rows;

use std::collections::BTreeMap;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use super::{
    Asking, Phase, Question,
    words::{did_you_mean, full, how_sure, in_fact, sure_but_wrong, task, verdict_on},
};
use crate::{
    model::{
        course::{Item, Kind},
        profile::{Answer, Chosen},
        quiz::{self, Stage},
        text::Lang,
    },
    ui::{cx::Cx, prose, screens, widgets::lines},
};

/// Columns beside the text being typed.
const BESIDE: u16 = 4;

/// A question laid out.
#[derive(Default)]
struct Laid {
    /// What scrolls.
    lines: Vec<Line<'static>>,
    /// The lines of the cursor.
    focus: (usize, usize),
    /// The place of the text cursor.
    caret: Option<(usize, usize)>,
    /// What stays in sight below the rest: the choices of a row, what is asked or missing.
    pinned: Vec<Line<'static>>,
    /// The line of `pinned` that must be seen.
    pin: usize,
    /// The first line of a model answer.
    model: usize,
}

impl Laid {
    /// How many rows stay for what scrolls; the line of the cursor always has some.
    fn room(&self, height: usize) -> usize {
        let needed = (self.focus.1 - self.focus.0).clamp(1, height.div_ceil(2).max(1));
        let below = self.pinned.len().min(height.saturating_sub(needed));
        (height - below).min(self.lines.len().max(1)).min(height)
    }

    /// The scroll that shows the line of the cursor.
    fn around_cursor(&self, height: usize) -> usize {
        lines::keep_in_sight(0, self.focus.0, self.focus.1, self.room(height))
    }
}

impl Question {
    pub(super) fn show(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = screens::padded(area);
        let laid = self.laid(cx, area);
        let height = usize::from(area.height);
        let room = laid.room(height);
        let is_at_end = self.asking == Asking::Sure || self.is_lacking;
        let scroll = match self.phase(cx) {
            Phase::Comparing => laid.around_cursor(height).saturating_sub(self.scroll),
            Phase::Told | Phase::Gone => self.scroll,
            _ if is_at_end && laid.pinned.is_empty() => lines::last_scroll(laid.lines.len(), room),
            _ => laid.around_cursor(height),
        };
        let rows = u16::try_from(room).unwrap_or(area.height).min(area.height);
        let above = Rect { height: rows, ..area };
        lines::draw(&laid.lines, scroll, above, buf, &cx.theme);
        let below = Rect { y: area.y + rows, height: area.height - rows, ..area };
        let pin = lines::keep_in_sight(0, laid.pin, laid.pin + 1, usize::from(below.height));
        lines::draw(&laid.pinned, pin, below, buf, &cx.theme);
        let (row, column) = laid.caret?;
        let x = area.x.checked_add(u16::try_from(column).ok()?)?;
        let y = area.y.checked_add(u16::try_from(row.checked_sub(scroll)?).ok()?)?;
        (x < area.right() && y < above.bottom()).then_some(Position { x, y })
    }

    pub(super) fn last_scroll(&self, cx: &Cx) -> usize {
        let area = screens::padded(cx.body);
        lines::last_scroll(self.laid(cx, area).lines.len(), usize::from(area.height))
    }

    /// Columns for the text being typed.
    pub(super) fn edit_room(width: u16) -> usize {
        usize::from(width.saturating_sub(BESIDE))
    }

    fn laid(&self, cx: &Cx, area: Rect) -> Laid {
        let mut laid = Laid::default();
        let (Some((round, item)), Some(stage)) = (Self::asked(cx), self.stage(cx)) else {
            return laid;
        };
        let (width, height) = (area.width.min(cx.text_width()), usize::from(area.height));
        let seed = Self::seed(round, cx);
        let every_why = quiz::is_sure_and_wrong(cx.work(), round, &item.key);
        let page = Page { cx, lang: cx.lang(), width, height, seed, every_why };
        page.text(&mut laid, item.prompt.get(page.lang), cx.theme.strong);
        if item.kind != Kind::Reflect || self.phase(cx) == Phase::Typing {
            page.quiet(&mut laid, task(item, page.lang));
        }
        laid.lines.push(Line::raw(""));
        match &stage {
            Stage::Ask(attempt) => self.asking(&page, item, *attempt, &mut laid),
            Stage::Again(answer) => page.answered(item, answer, false, &mut laid),
            Stage::Settled(answer) => page.answered(item, answer, true, &mut laid),
        }
        laid
    }

    fn asking(&self, page: &Page<'_>, item: &Item, attempt: u32, laid: &mut Laid) {
        match item.kind {
            Kind::Match | Kind::Classify => {
                let notes = self.notes(page, item, attempt);
                return self.rows_with_choices(page, item, notes, laid);
            }
            Kind::Reflect if self.asking == Asking::Ticks => {
                return self.compared(page, item, laid);
            }
            Kind::Recall | Kind::Reflect => {
                self.typing(page, laid);
                // Below a long text nobody would see them.
                laid.pinned.push(Line::raw(""));
                laid.pinned.extend(self.notes(page, item, attempt));
                laid.pin = laid.pinned.len() - 1;
                return;
            }
            Kind::Single | Kind::Multiple | Kind::Order | Kind::Truth => {
                self.options(page, item, laid);
            }
        }
        laid.lines.push(Line::raw(""));
        laid.lines.extend(self.notes(page, item, attempt));
    }

    fn typing(&self, page: &Page<'_>, laid: &mut Laid) {
        let theme = &page.cx.theme;
        let rows = self.edit.rows(Self::edit_room(page.width));
        let caret = (laid.lines.len() + rows.cursor.0, 2 + rows.cursor.1);
        for (at, row) in rows.rows.into_iter().enumerate() {
            let mark = if at == rows.cursor.0 { theme.marks.cursor } else { " " };
            let lead = Span::styled(format!("{mark} "), theme.accent);
            laid.lines.push(Line::from(vec![lead, Span::raw(row)]));
        }
        laid.focus = (caret.0, caret.0 + 1);
        if self.asking != Asking::Sure {
            laid.caret = Some(caret);
        }
    }

    /// What is said below an answer that is not committed yet.
    fn notes(&self, page: &Page<'_>, item: &Item, attempt: u32) -> Vec<Line<'static>> {
        let theme = &page.cx.theme;
        let mut notes = Laid::default();
        if let Some(form) = &self.near {
            page.text(&mut notes, &did_you_mean(form, page.lang), theme.accent);
        }
        if item.kind == Kind::Reflect && self.edit.was_full() {
            page.text(&mut notes, &full(self.edit.longest(), page.lang), theme.accent);
        }
        for hint in item.hints.iter().take(self.hints) {
            let word = page.lang.pick("Petunjuk", "Hint");
            page.text(&mut notes, &format!("{word}: {}", hint.get(page.lang)), theme.emphasis);
        }
        if self.is_lacking {
            page.text(&mut notes, &self.lacking(item.kind, page.cx), theme.accent);
        }
        if self.asking == Asking::Sure {
            for words in how_sure(page.width, page.lang) {
                page.text(&mut notes, &words, theme.strong);
            }
        } else if attempt > 1 {
            page.quiet(&mut notes, page.lang.pick("Percobaan kedua.", "Second try."));
        }
        notes.lines
    }
}

/// What everything on a question is laid out for.
struct Page<'a> {
    cx: &'a Cx,
    lang: Lang,
    width: u16,
    height: usize,
    seed: u64,
    /// Whether the why of every option is told, not only of those that matter.
    every_why: bool,
}

/// An answer of a finished round with everything there is to say about it.
pub(super) fn explained(item: &Item, answer: &Answer, cx: &Cx, area: Rect) -> Vec<Line<'static>> {
    let mut laid = Laid::default();
    let (width, height) = (area.width.min(cx.text_width()), usize::from(area.height));
    let seed = cx.work().round(answer.round).map_or(0, |round| round.seed);
    let page = Page { cx, lang: cx.lang(), width, height, seed, every_why: true };
    page.text(&mut laid, item.prompt.get(page.lang), cx.theme.strong);
    laid.lines.push(Line::raw(""));
    if is_empty(answer) {
        page.quiet(&mut laid, page.lang.pick("Tidak dijawab.", "Not answered."));
        if item.kind == Kind::Truth {
            page.quiet(&mut laid, &in_fact(item.verdict, page.lang));
        }
        laid.lines.push(Line::raw(""));
    }
    page.answered(item, &filled(item, answer), true, &mut laid);
    laid.lines
}

/// Whether nothing was chosen.
fn is_empty(answer: &Answer) -> bool {
    matches!(&answer.chosen, Chosen::Keys(keys) if keys.is_empty())
}

/// An answer that was left out, in the form of its kind.
fn filled(item: &Item, answer: &Answer) -> Answer {
    let mut filled = answer.clone();
    if is_empty(answer) {
        filled.chosen = match item.kind {
            Kind::Recall => Chosen::Typed("–".to_owned()),
            Kind::Match | Kind::Classify => Chosen::Pairs(BTreeMap::new()),
            _ => return filled,
        };
    }
    filled
}

impl Page<'_> {
    pub(super) fn text(&self, laid: &mut Laid, words: &str, style: Style) {
        laid.lines.extend(prose::wrap(&[Span::styled(words, style)], self.width, &self.cx.theme));
    }

    pub(super) fn quiet(&self, laid: &mut Laid, words: &str) {
        if !words.is_empty() {
            self.text(laid, words, self.cx.theme.quiet);
        }
    }

    pub(super) fn hanging(&self, laid: &mut Laid, lead: &str, words: &str, style: Style) {
        let first = Span::styled(lead.to_owned(), style);
        let rest = Span::raw(" ".repeat(usize::from(prose::cells(lead))));
        laid.lines.extend(prose::hanging(&first, &rest, self.width, |room| {
            prose::wrap(&[Span::styled(words, style)], room, &self.cx.theme)
        }));
    }

    /// The feedback: everything stays in its place; the whys stand under those that matter.
    fn answered(&self, item: &Item, answer: &Answer, is_settled: bool, laid: &mut Laid) {
        match item.kind {
            Kind::Order => self.sequence(item, answer, is_settled, laid),
            Kind::Recall => self.recalled(item, answer, is_settled, laid),
            Kind::Single | Kind::Multiple | Kind::Truth => {
                self.chosen(item, answer, is_settled, laid);
            }
            Kind::Match | Kind::Classify => self.paired(item, answer, is_settled, laid),
            Kind::Reflect => return self.reflected(item, answer, laid),
        }
        laid.lines.push(Line::raw(""));
        let (mark, style) = self.mark(answer.mark >= 1.0);
        let words = verdict_on(answer, is_settled, self.lang);
        self.text(laid, &format!("{mark} {words}"), style);
        if answer.sure == Some(3) && answer.mark < 1.0 {
            self.text(laid, sure_but_wrong(is_settled, self.lang), self.cx.theme.accent);
        }
        if is_settled {
            self.quiet(laid, &self.basis(item));
        }
    }

    /// The mark and style of right or wrong.
    fn mark(&self, is_right: bool) -> (&'static str, Style) {
        let theme = &self.cx.theme;
        if is_right { (theme.marks.check, theme.right) } else { (theme.marks.cross, theme.wrong) }
    }

    /// "Dasar: Modul 3, hal. 2", and the factor it is about.
    fn basis(&self, item: &Item) -> String {
        let Some((m, p, _)) = self.cx.course.page(&item.page) else { return String::new() };
        let place = match self.lang {
            Lang::Id => format!("Dasar: Modul {}, hal. {} (o untuk membuka)", m + 1, p + 1),
            Lang::En => format!("Based on: Module {}, page {} (o to open)", m + 1, p + 1),
        };
        let factor = item.factor.as_ref().and_then(|key| self.cx.course.factor(key));
        match factor {
            Some(factor) => format!(
                "{place} · {}: {}",
                self.lang.pick("faktor", "factor"),
                factor.name.get(self.lang)
            ),
            None => place,
        }
    }
}

fn letter(at: usize) -> char {
    ('A'..='Z').nth(at).unwrap_or(' ')
}
