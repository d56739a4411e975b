//! How rows and their choices look: beside each other where the window is wide and high enough, else
//! the rows scroll and the choices stay in sight below them.

use std::collections::BTreeMap;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{Laid, Page, letter};
use crate::{
    model::{
        course::{Item, Kind},
        grade,
        profile::{Answer, Chosen},
        quiz,
    },
    ui::{
        prose,
        screens::question::{Asking, Question},
    },
};

/// Narrowest text for two columns.
const WIDE: u16 = 64;
/// What leads the lines below a row.
const BELOW: &str = "     ";
/// Rows kept free for what is said below, so that saying it changes no layout.
const NOTES: usize = 3;

impl Question {
    /// Rows, their choices, and what is said below.
    pub(super) fn rows_with_choices(
        &self,
        page: &Page<'_>,
        item: &Item,
        notes: Vec<Line<'static>>,
        laid: &mut Laid,
    ) {
        let from = laid.lines.len();
        if item.kind == Kind::Match && page.width >= WIDE {
            let joint = format!(" {} ", page.cx.theme.marks.bar);
            let room = page.width.saturating_sub(prose::cells(&joint));
            // Short partners leave their room to the rows.
            let needed = self.choices_shown(page, item).into_iter();
            let needed = needed.map(|(lead, text, ..)| prose::cells(&lead) + prose::cells(text));
            let right = needed.max().unwrap_or(0).clamp(room / 3, room / 2);
            let left = room - right;
            let rows = self.row_lines(page, item, left);
            let choices = self.choice_lines(page, item, right);
            if from + rows.lines.len().max(choices.lines.len()) + NOTES <= page.height {
                laid.focus = (from + rows.focus.0, from + rows.focus.1);
                let joint = Span::styled(joint, page.cx.theme.quiet);
                laid.lines.extend(beside(rows.lines, &choices.lines, left, &joint));
                if !notes.is_empty() {
                    laid.pinned.push(Line::raw(""));
                    laid.pinned.extend(notes);
                    laid.pin = laid.pinned.len() - 1;
                }
                return;
            }
        }
        let rows = self.row_lines(page, item, page.width);
        laid.focus = (from + rows.focus.0, from + rows.focus.1);
        laid.lines.extend(rows.lines);
        self.pin(page, item, notes, laid);
    }

    /// The choices below the rows: whole where there is room for them, else a line each.
    fn pin(&self, page: &Page<'_>, item: &Item, notes: Vec<Line<'static>>, laid: &mut Laid) {
        let theme = &page.cx.theme;
        let rule = theme.marks.rule.repeat(usize::from(page.width));
        let needed = (laid.focus.1 - laid.focus.0).max(1) + 1 + notes.len();
        let mut choices = self.choice_lines(page, item, page.width);
        if choices.lines.len() + needed > page.height {
            choices = self.short_choices(page, item);
        }
        laid.pinned.push(Line::styled(rule, theme.quiet));
        laid.pin = 1 + choices.focus.0;
        laid.pinned.extend(choices.lines);
        if !notes.is_empty() {
            laid.pinned.extend(notes);
            laid.pin = laid.pinned.len() - 1;
        }
    }

    /// Each row with the letter that it was given.
    fn row_lines(&self, page: &Page<'_>, item: &Item, width: u16) -> Laid {
        let theme = &page.cx.theme;
        let choices = quiz::choices(item, page.seed);
        let mut laid = Laid::default();
        for (at, key) in quiz::rows(item, page.seed).iter().enumerate() {
            let is_here = at == self.at && self.asking != Asking::Sure;
            let cursor = if is_here { theme.marks.cursor } else { " " };
            let given = self.pairs.get(key).and_then(|own| choices.iter().position(|c| c == own));
            let mark = given.map_or(theme.marks.empty.to_owned(), |at| letter(at).to_string());
            let text = item.option(key).map_or("", |row| row.text.get(page.lang));
            let style = if is_here { theme.cursor } else { theme.text };
            let from = laid.lines.len();
            page.within(width).hanging(&mut laid, &format!("{cursor} {mark}  "), text, style);
            // Without a cursor the rows can still be scrolled by it.
            if at == self.at {
                laid.focus = (from, laid.lines.len());
            }
        }
        laid
    }

    /// Each choice with its letter; one that is in use is marked, the one of this row stands out.
    fn choice_lines(&self, page: &Page<'_>, item: &Item, width: u16) -> Laid {
        let mut laid = Laid::default();
        for (lead, text, style, is_own) in self.choices_shown(page, item) {
            let from = laid.lines.len();
            page.within(width).hanging(&mut laid, &lead, text, style);
            if is_own {
                laid.focus = (from, laid.lines.len());
            }
        }
        laid
    }

    /// The same, a line each.
    fn short_choices(&self, page: &Page<'_>, item: &Item) -> Laid {
        let mut laid = Laid::default();
        for (at, (lead, text, style, is_own)) in
            self.choices_shown(page, item).into_iter().enumerate()
        {
            let spans = [Span::styled(lead, style), Span::styled(text, style)];
            laid.lines.push(prose::clip(&spans, page.width, &page.cx.theme));
            if is_own {
                laid.focus = (at, at + 1);
            }
        }
        laid
    }

    /// What leads a choice, what it says, how it looks, and whether the row under the cursor has it.
    fn choices_shown<'item>(
        &self,
        page: &Page<'_>,
        item: &'item Item,
    ) -> Vec<(String, &'item str, Style, bool)> {
        let theme = &page.cx.theme;
        let rows = quiz::rows(item, page.seed);
        let own = rows.get(self.at).and_then(|row| self.pairs.get(row));
        let choices = quiz::choices(item, page.seed);
        let shown = choices.iter().enumerate().map(|(at, key)| {
            let is_used = self.pairs.values().any(|taken| taken == key);
            let is_own = own == Some(key) && self.asking != Asking::Sure;
            let mark = if is_used { theme.marks.full } else { theme.marks.empty };
            let text = item.choice(key).map_or("", |said| said.get(page.lang));
            let style = if is_own { theme.cursor } else { theme.text };
            (format!("{mark} {}  ", letter(at)), text, style, is_own)
        });
        shown.collect()
    }
}

impl<'a> Page<'a> {
    /// The same page in a narrower column.
    fn within(&self, width: u16) -> Page<'a> {
        Page { width, ..*self }
    }

    /// Each row with what it was given; once settled, what belongs to it and why.
    pub(super) fn paired(&self, item: &Item, answer: &Answer, is_settled: bool, laid: &mut Laid) {
        let theme = &self.cx.theme;
        let nothing = BTreeMap::new();
        let pairs = match &answer.chosen {
            Chosen::Pairs(pairs) => pairs,
            _ => &nothing,
        };
        for key in quiz::rows(item, self.seed) {
            let Some(row) = item.option(&key) else { continue };
            let is_right = grade::is_row_right(item, row, pairs);
            let (mark, style) = self.mark(is_right);
            self.hanging(laid, &format!("{mark} "), row.text.get(self.lang), style);
            let given = pairs.get(&key).map(|own| self.named(item, own)).unwrap_or_default();
            let why = row.why.get(self.lang);
            match (is_right, is_settled) {
                (true, false) => self.hanging(laid, BELOW, &given, theme.text),
                (true, true) => self.hanging(laid, BELOW, &format!("{given}. {why}"), theme.text),
                (false, _) => {
                    let word = self.lang.pick("Pilihan Anda", "Your choice");
                    self.hanging(laid, BELOW, &format!("{word}: {given}"), theme.text);
                }
            }
            if is_settled && !is_right {
                let word = self.lang.pick("Yang tepat", "The right one");
                let right = self.named(item, item.right_choice(row));
                self.hanging(laid, BELOW, &format!("{word}: {right}"), theme.right);
                self.hanging(laid, BELOW, why, theme.text);
            }
        }
    }

    /// "B · text" of a choice.
    fn named(&self, item: &Item, key: &str) -> String {
        let at = quiz::choices(item, self.seed).iter().position(|choice| choice == key);
        let text = item.choice(key).map_or("", |said| said.get(self.lang));
        at.map_or_else(String::new, |at| format!("{} · {text}", letter(at)))
    }
}

/// Two columns with something between them.
fn beside(
    left: Vec<Line<'static>>,
    right: &[Line<'static>],
    width: u16,
    joint: &Span<'static>,
) -> Vec<Line<'static>> {
    let count = left.len().max(right.len());
    let left = left.into_iter().chain(std::iter::repeat(Line::raw("")));
    let right = right.iter().map(Some).chain(std::iter::repeat(None));
    left.zip(right)
        .take(count)
        .map(|(mut line, other)| {
            let used: u16 = line.spans.iter().map(|span| prose::cells(&span.content)).sum();
            line.spans.push(Span::raw(" ".repeat(usize::from(width.saturating_sub(used)))));
            line.spans.push(joint.clone());
            line.spans.extend(other.into_iter().flat_map(|line| line.spans.clone()));
            line
        })
        .collect()
}
