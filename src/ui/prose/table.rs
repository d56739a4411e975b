//! Tables: columns that share the width by what they hold, or, where columns would be too narrow
//! to read, each row as a small list of "Header: cell".

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{
    blocks::spans,
    wrap::{cut, hanging, needs, trim_end, wrap},
};
use crate::{model::markdown, ui::theme::Theme};

/// Cells between two columns: space, bar, space.
const BETWEEN: u16 = 3;
/// Least width of a column that wraps.
const LEAST: u16 = 8;
/// Average width of wrapping columns under which rows are stacked.
const READABLE: u16 = 12;

type Cell<'text> = Vec<Span<'text>>;

/// A table as lines of at most `width` cells.
pub(super) fn lay(
    header: &[Vec<markdown::Span>],
    rows: &[Vec<Vec<markdown::Span>>],
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let Pieces { header, rows, .. } = pieces(header, rows, width, false, theme);
    header.into_iter().chain(rows.into_iter().flatten()).collect()
}

/// A table in the pieces that stay together.
#[derive(Debug, Default)]
pub struct Pieces {
    /// The header with its rule; nothing where rows are stacked.
    pub header: Vec<Line<'static>>,
    /// The lines of each row, with the gap that ends it.
    pub rows: Vec<Vec<Line<'static>>>,
    /// Where what stands between a column and the one before begins; nothing where rows are stacked.
    pub edges: Vec<u16>,
    /// The column that each line of a row belongs to, where rows are stacked.
    pub columns: Vec<Vec<usize>>,
}

/// A table as lines of at most `width` cells, row by row; airy, its rows stand apart.
pub fn pieces(
    header: &[Vec<markdown::Span>],
    rows: &[Vec<Vec<markdown::Span>>],
    width: u16,
    is_airy: bool,
    theme: &Theme,
) -> Pieces {
    let (header, rows, columns) = measured(header, rows, theme);
    match widths(&columns, width) {
        Some(widths) => Grid { columns: &columns, widths, is_airy, theme }.lay(&header, &rows),
        None => stacked(&header, &rows, width, theme),
    }
}

/// A table with its first columns only, in the room of all.
pub fn part(
    header: &[Vec<markdown::Span>],
    rows: &[Vec<Vec<markdown::Span>>],
    shown: usize,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let Pieces { header, rows, edges, columns } = pieces(header, rows, width, false, theme);
    let stacked = rows.iter().zip(&columns);
    let columns: Vec<_> = stacked
        .flat_map(|(row, columns)| (0..row.len()).map(|at| columns.get(at).copied()))
        .collect();
    let end = edges.get(shown).copied().unwrap_or(u16::MAX);
    let lines = header.into_iter().chain(rows.into_iter().flatten()).enumerate();
    let line = |(at, line)| match columns.get(at) {
        Some(Some(column)) if *column >= shown => Line::default(),
        _ => cut(&line, 0..end),
    };
    lines.map(line).collect()
}

/// Its cells as styled runs, and what each column asks for.
fn measured<'text>(
    header: &'text [Vec<markdown::Span>],
    rows: &'text [Vec<Vec<markdown::Span>>],
    theme: &Theme,
) -> (Vec<Cell<'text>>, Vec<Vec<Cell<'text>>>, Vec<Column>) {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(header.len());
    let header = row(header, count, theme.text.patch(theme.strong), theme);
    let rows: Vec<_> = rows.iter().map(|cells| row(cells, count, theme.text, theme)).collect();
    let columns = (0..count)
        .map(|index| Column::of(header.get(index), rows.iter().filter_map(|row| row.get(index))))
        .collect();
    (header, rows, columns)
}

/// Whether a table stands in columns at this width; else its rows are stacked.
pub fn fits(
    header: &[Vec<markdown::Span>],
    rows: &[Vec<Vec<markdown::Span>>],
    width: u16,
    theme: &Theme,
) -> bool {
    let (_, _, columns) = measured(header, rows, theme);
    widths(&columns, width).is_some()
}

/// The cells of one row, empty ones added where the row is short.
fn row<'text>(
    cells: &'text [Vec<markdown::Span>],
    count: usize,
    style: Style,
    theme: &Theme,
) -> Vec<Cell<'text>> {
    let empty: &[markdown::Span] = &[];
    (0..count)
        .map(|index| spans(cells.get(index).map_or(empty, Vec::as_slice), style, theme))
        .collect()
}

/// What one column asks for.
struct Column {
    /// Cells of its widest line, header included.
    need: u16,
    /// Cells of its longest word.
    word: u16,
    /// Cells of everything it holds.
    content: u32,
    /// Whether it holds numbers only.
    is_numeric: bool,
}

impl Column {
    fn of<'a>(header: Option<&'a Cell<'a>>, cells: impl Iterator<Item = &'a Cell<'a>>) -> Self {
        let (need, word) = header.map_or((0, 0), |cell| needs(cell));
        let mut column = Self { need, word, content: u32::from(need), is_numeric: true };
        for cell in cells {
            let (need, word) = needs(cell);
            column.need = column.need.max(need);
            column.word = column.word.max(word);
            column.content = column.content.saturating_add(u32::from(need));
            column.is_numeric &= is_number(cell);
        }
        column
    }
}

/// Digits with signs, points and units such as `78,33`, `–`, `29 %`.
fn is_number(cell: &Cell<'_>) -> bool {
    let mut chars = cell.iter().flat_map(|span| span.content.chars()).peekable();
    chars.peek().is_some() && chars.all(|c| c.is_ascii_digit() || " .,:+-–−%".contains(c))
}

/// A width for each column, or `None` when columns would be too narrow to read.
fn widths(columns: &[Column], width: u16) -> Option<Vec<u16>> {
    let gaps = u16::try_from(columns.len().saturating_sub(1)).ok()?.checked_mul(BETWEEN)?;
    let room = width.checked_sub(gaps)?;
    let mut widths = vec![0; columns.len()];
    let mut is_open = vec![true; columns.len()];
    let mut left = room;
    // Columns that need no more than an equal share get what they need; the others share again.
    let share = loop {
        let open = is_open.iter().filter(|open| **open).count() as u16;
        let Some(share) = left.checked_div(open) else { return Some(widths) };
        let mut is_settled = true;
        for ((column, width), open) in columns.iter().zip(&mut widths).zip(&mut is_open) {
            if *open && column.need <= share {
                (*width, *open, is_settled) = (column.need, false, false);
                left -= column.need;
            }
        }
        if is_settled {
            break share;
        }
    };
    if share < READABLE {
        return None;
    }
    for ((column, width), open) in columns.iter().zip(&mut widths).zip(&is_open) {
        if *open {
            *width = column.word.clamp(LEAST, share);
            left -= *width;
        }
    }
    for _ in 0..left {
        // The column that would be the tallest gets the next cell.
        let tallest = columns
            .iter()
            .zip(&mut widths)
            .filter(|(column, width)| **width < column.need)
            .max_by_key(|(column, width)| u64::from(column.content) * 1000 / u64::from(**width));
        let Some((_, width)) = tallest else { break };
        *width += 1;
    }
    Some(widths)
}

/// A table drawn as columns.
struct Grid<'a> {
    columns: &'a [Column],
    widths: Vec<u16>,
    is_airy: bool,
    theme: &'a Theme,
}

impl Grid<'_> {
    fn lay(&self, header: &[Cell<'_>], rows: &[Vec<Cell<'_>>]) -> Pieces {
        let mut head = Vec::new();
        let has_header = header.iter().any(|cell| !cell.is_empty());
        if has_header {
            head.extend(self.row(header));
            head.push(self.rule());
        }
        let mut rows: Vec<_> = rows.iter().map(|row| self.row(row)).collect();
        // Where a row takes several lines, only a gap shows where the next one begins. Without a
        // header the first column names each row and shows it.
        let is_spaced = self.is_airy || (has_header && rows.iter().any(|lines| lines.len() > 1));
        if is_spaced && let Some((_, but_last)) = rows.split_last_mut() {
            for row in but_last {
                row.push(self.gap());
            }
        }
        let ends = self.widths.iter().scan(0, |end: &mut u16, width| {
            let edge = *end;
            *end = edge.saturating_add(BETWEEN).saturating_add(*width);
            Some(edge.saturating_sub(BETWEEN))
        });
        Pieces { header: head, rows, edges: ends.collect(), columns: Vec::new() }
    }

    fn row(&self, cells: &[Cell<'_>]) -> Vec<Line<'static>> {
        let mut columns: Vec<_> = cells
            .iter()
            .zip(&self.widths)
            .map(|(cell, &width)| wrap(cell, width, self.theme).into_iter())
            .collect();
        let height = columns.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
        (0..height)
            .map(|_| self.line(columns.iter_mut().map(|lines| lines.next().unwrap_or_default())))
            .collect()
    }

    fn gap(&self) -> Line<'static> {
        self.line(self.widths.iter().map(|_| Line::default()))
    }

    /// Puts one line of each column side by side.
    fn line(&self, cells: impl Iterator<Item = Line<'static>>) -> Line<'static> {
        let theme = self.theme;
        let mut out = Line::default();
        for (index, ((cell, &width), column)) in
            cells.zip(&self.widths).zip(self.columns).enumerate()
        {
            if index > 0 {
                let bar = format!(" {} ", theme.marks.bar);
                out.push_span(Span::styled(bar, theme.text.patch(theme.quiet)));
            }
            let (taken, _) = needs(&cell.spans);
            let room = usize::from(width.saturating_sub(taken));
            let pad = Span::styled(" ".repeat(room), theme.text);
            if column.is_numeric {
                out.push_span(pad);
                out.spans.extend(cell.spans);
            } else {
                out.spans.extend(cell.spans);
                out.push_span(pad);
            }
        }
        trim_end(&mut out);
        out
    }

    fn rule(&self) -> Line<'static> {
        let marks = self.theme.marks;
        let joint = format!("{}{}{}", marks.rule, marks.joint, marks.rule);
        let parts: Vec<_> =
            self.widths.iter().map(|&width| marks.rule.repeat(usize::from(width))).collect();
        Line::styled(parts.join(&joint), self.theme.text.patch(self.theme.quiet))
    }
}

/// Each row as "Header: cell" lines, an empty line between rows.
fn stacked(header: &[Cell<'_>], rows: &[Vec<Cell<'_>>], width: u16, theme: &Theme) -> Pieces {
    let strong = theme.text.patch(theme.strong);
    let (first, rest) = (Span::raw(""), Span::styled("  ", theme.text));
    let entry = |runs: &[Span<'_>]| hanging(&first, &rest, width, |room| wrap(runs, room, theme));
    if rows.is_empty() {
        let rows: Vec<_> = header.iter().map(|cell| entry(cell)).collect();
        let columns = rows.iter().enumerate().map(|(at, lines)| vec![at; lines.len()]).collect();
        return Pieces { rows, columns, ..Pieces::default() };
    }
    let mut pieces = Pieces::default();
    for (index, row) in rows.iter().enumerate() {
        let (mut lines, mut columns) = (Vec::new(), Vec::new());
        for (at, (name, cell)) in header.iter().zip(row).enumerate() {
            let mut runs = name.clone();
            if !name.is_empty() {
                runs.push(Span::styled(": ", strong));
            }
            runs.extend(cell.iter().cloned());
            if cell.is_empty() {
                runs.push(Span::styled(theme.marks.rule, theme.text.patch(theme.quiet)));
            }
            lines.extend(entry(&runs));
            columns.resize(lines.len(), at);
        }
        if index + 1 < rows.len() {
            lines.push(Line::default());
        }
        pieces.rows.push(lines);
        pieces.columns.push(columns);
    }
    pieces
}
