//! A headline, a flow and a foot put into windows: one or as many as are needed. The look is the
//! airiest that costs no further part.

use std::collections::BTreeSet;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{
    Density, Hall, Part, Row, big,
    flow::{Flow, Room},
    split::{Cut, split},
};
use crate::ui::{prose, theme};

/// Fewest rows of a window with a foot.
const FOOTED: u16 = 6;
/// Most columns of a headline in big letters.
const BIG_COLUMNS: u16 = 92;
/// Rows of a window in which it may take three lines, not two.
const TALL: u16 = 36;

/// What stands around a flow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet<'s> {
    /// The headline.
    pub(super) title: &'s str,
    /// The last line, at the right.
    pub(super) foot: &'s str,
    /// Whether the headline may be set in big letters.
    pub(super) may_be_big: bool,
}

/// A headline ready to be drawn.
struct Head {
    lines: Vec<Line<'static>>,
    /// Columns of its widest line.
    columns: u16,
    /// Rows above every other part, the empty one included.
    later: usize,
    /// Whether it goes with the flow instead.
    flows: bool,
}

/// One look of a sheet, laid out.
struct Look {
    head: Head,
    flow: Flow,
    cuts: Vec<Cut>,
}

impl Hall<'_> {
    /// Lays a sheet out.
    pub(super) fn sheet(&self, sheet: Sheet<'_>, pour: &dyn Fn(&mut Flow, Room)) -> Vec<Part> {
        let looks: &[(bool, bool)] = match self.density {
            Density::Dense => &[(false, false)],
            Density::Usual => &[(true, true), (false, true), (false, false)],
            Density::Roomy | Density::Sparse => &[(true, true), (false, true)],
        };
        let looks = looks.iter().filter(|(is_big, _)| sheet.may_be_big || !is_big);
        let laid = looks.filter_map(|&(is_big, is_airy)| self.look(sheet, is_big, is_airy, pour));
        // The first of those with fewest parts.
        let best = laid.min_by_key(|look| look.cuts.len());
        best.map_or_else(Vec::new, |look| self.parts(sheet, &look))
    }

    /// How many rows the tightest look needs, and how many there are.
    pub(super) fn need(&self, sheet: Sheet<'_>, pour: &dyn Fn(&mut Flow, Room)) -> (usize, usize) {
        let Some(look) = self.look(sheet, false, false, pour) else { return (0, 0) };
        let last = look.flow.strips.iter().rposition(|strip| !strip.is_blank());
        (last.map_or(0, |last| last + 1), self.rows(&look.head).0)
    }

    fn look(
        &self,
        sheet: Sheet<'_>,
        is_big: bool,
        is_airy: bool,
        pour: &dyn Fn(&mut Flow, Room),
    ) -> Option<Look> {
        let head = if is_big { self.big_head(sheet.title)? } else { self.head(sheet.title) };
        let mut flow = Flow::new();
        if head.flows {
            flow.headline(head.lines.clone());
        }
        pour(&mut flow, self.room(is_airy));
        let (first, later) = self.rows(&head);
        // Air above the foot, too.
        let air = usize::from(is_airy || is_big);
        let (first, later) = (first.saturating_sub(air), later.saturating_sub(air));
        let cuts = split(&flow, first, later, self.density == Density::Sparse);
        Some(Look { head, flow, cuts })
    }

    /// The room for text in this window.
    pub(super) fn room(&self, is_airy: bool) -> Room {
        let widest = self.size.0.saturating_sub(2 * self.margin()).max(1);
        Room { columns: widest.min(self.density.columns()), widest, is_airy }
    }

    const fn margin(&self) -> u16 {
        match self.size.0 {
            40.. => 2,
            12.. => 1,
            _ => 0,
        }
    }

    const fn has_foot(&self) -> bool {
        self.size.1 >= FOOTED
    }

    /// Rows of text below a headline, on the first part and on the others.
    fn rows(&self, head: &Head) -> (usize, usize) {
        let whole = usize::from(self.size.1) - usize::from(self.has_foot());
        let first = if head.flows { 0 } else { head.lines.len() + 1 };
        (whole.saturating_sub(first).max(1), whole.saturating_sub(head.later).max(1))
    }

    fn title_style(&self) -> Style {
        self.theme.text.patch(self.theme.strong).patch(self.theme.accent)
    }

    fn head(&self, title: &str) -> Head {
        let columns = self.room(false).columns;
        let lines = prose::wrap(&[Span::styled(title, self.title_style())], columns, self.theme);
        // A headline must leave room for what it is the headline of.
        let most = usize::from(self.size.1) / 3;
        let longest = self.later_title(title, 99, 99);
        let flows = lines.len() > most;
        let later = match flows || longest.len() > most {
            true if self.has_foot() => 2,
            true => 0,
            false => longest.len() + 1,
        };
        Head { lines, columns, later, flows }
    }

    fn big_head(&self, title: &str) -> Option<Head> {
        // As plain signs big letters are hard to read.
        if self.theme.marks == theme::ASCII {
            return None;
        }
        let width = self.room(false).widest.min(BIG_COLUMNS);
        let most = if self.size.1 < TALL { 2 } else { 3 };
        let lines = big::headline(title, width, most)?;
        let columns = lines.iter().map(|line| prose::cells(line)).max().unwrap_or(0);
        let styled = |line| Line::styled(line, self.title_style());
        let lines: Vec<_> = lines.into_iter().map(styled).collect();
        let is_low = lines.len() <= usize::from(self.size.1) / 2;
        Some(Head { lines, columns, ..self.head(title) }).filter(|head| is_low && !head.flows)
    }

    /// The headline of a part that is not the first.
    fn later_title(&self, title: &str, number: usize, count: usize) -> Vec<Line<'static>> {
        let runs = [
            Span::styled(format!("{title} "), self.title_style()),
            Span::styled(self.continued(number, count), self.theme.text.patch(self.theme.quiet)),
        ];
        prose::wrap(&runs, self.room(false).columns, self.theme)
    }

    /// Says which part it is; spaces that hold its words together.
    fn continued(&self, number: usize, count: usize) -> String {
        format!("({}\u{a0}{number}/{count})", self.lang.pick("lanjutan", "continued"))
    }

    fn parts(&self, sheet: Sheet<'_>, look: &Look) -> Vec<Part> {
        let count = look.cuts.len();
        let used = |(number, cut): (usize, &Cut)| {
            let head = match number {
                0 if look.head.flows => 0,
                0 => look.head.lines.len() + 1,
                _ => look.head.later,
            };
            let header = cut.header.and_then(|at| look.flow.headers.get(at));
            head + header.map_or(0, Vec::len) + cut.lines.len()
        };
        let used = look.cuts.iter().enumerate().map(used).max().unwrap_or(0);
        let (width, height) = self.size;
        let whole = usize::from(height) - usize::from(self.has_foot());
        let top = (whole.saturating_sub(used).div_ceil(2) as u16).min(height / 8);
        let room = self.room(false);
        let left = width.saturating_sub(room.columns.max(look.head.columns)) / 2;
        let page = Page { hall: self, look, sheet, left, top, count };
        let parts = look.cuts.iter().enumerate().scan(0, |floor, (number, cut)| {
            let part = page.part(number, cut, *floor);
            *floor = part.steps.last().copied().unwrap_or(*floor);
            Some(part)
        });
        parts.collect()
    }
}

/// What the parts of one sheet have in common.
struct Page<'a, 'h> {
    hall: &'a Hall<'h>,
    look: &'a Look,
    sheet: Sheet<'a>,
    left: u16,
    top: u16,
    count: usize,
}

impl Page<'_, '_> {
    /// One part; the part before it ended with the step `floor`.
    fn part(&self, number: usize, cut: &Cut, floor: usize) -> Part {
        let mut rows = Vec::new();
        let mut y = self.top;
        for line in self.head(number) {
            rows.push(Row::fixed(self.left, y, line));
            y += 1;
        }
        y += u16::from(!rows.is_empty());
        let strips = self.look.flow.strips.get(cut.lines.clone()).unwrap_or_default();
        let step = strips.first().map_or(0, |strip| strip.step).max(floor);
        let header = cut.header.and_then(|at| self.look.flow.headers.get(at));
        for line in header.into_iter().flatten().cloned() {
            rows.push(Row { step, ..Row::fixed(self.left, y, line) });
            y += 1;
        }
        let mut steps = BTreeSet::new();
        for strip in strips {
            if !strip.is_empty() {
                // A show never goes back a step: what goes on here was brought before.
                let step = strip.step.max(floor);
                let mut later = strip.later.clone();
                later.retain(|(_, step)| *step > floor);
                steps.extend(later.iter().map(|(_, step)| *step).chain([step]));
                let x =
                    strip.wide.map_or(self.left, |wide| self.hall.size.0.saturating_sub(wide) / 2);
                let place = (!strip.is_gap).then_some(strip.place);
                rows.push(Row { x, y, line: strip.line.clone(), step, place, later });
            }
            y = y.saturating_add(1);
        }
        if steps.is_empty() {
            steps.insert(0);
        }
        let steps = steps.into_iter().collect();
        rows.extend(self.foot());
        Part { title: self.sheet.title.to_owned(), steps, rows, ground: None }
    }

    fn head(&self, number: usize) -> Vec<Line<'static>> {
        let head = &self.look.head;
        if number == 0 {
            return if head.flows { Vec::new() } else { head.lines.clone() };
        }
        let lines = self.hall.later_title(self.sheet.title, number + 1, self.count);
        if lines.len() < head.later {
            return lines;
        }
        let words = self.hall.continued(number + 1, self.count);
        let style = self.hall.theme.text.patch(self.hall.theme.quiet);
        let lines = prose::wrap(
            &[Span::styled(words, style)],
            self.hall.room(false).columns,
            self.hall.theme,
        );
        if lines.len() < head.later { lines } else { Vec::new() }
    }

    fn foot(&self) -> Option<Row> {
        let theme = self.hall.theme;
        let room = self.hall.room(false);
        let foot = [Span::styled(self.sheet.foot, theme.text.patch(theme.quiet))];
        let width = prose::cells(self.sheet.foot);
        let is_shown = self.hall.has_foot() && width > 0 && width <= room.columns;
        let right = self.left + room.columns.max(self.look.head.columns);
        let y = self.hall.size.1 - 1;
        let line = || prose::clip(&foot, width, theme);
        is_shown.then(|| Row::fixed(right.saturating_sub(width), y, line()))
    }
}
