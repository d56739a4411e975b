//! Tables whose columns come one after the other: which of their lines, or which part of a line,
//! comes with which step. The room of what is still to come is kept.

use super::flow::Strip;
use crate::{model::course::Part, ui::prose::Pieces};

/// The columns of one table and when they come.
pub(super) struct Columns {
    /// Where each begins in a line.
    edges: Vec<u16>,
    /// The column of each line, where rows are stacked.
    lines: Vec<Option<usize>>,
    /// Columns that are there at once.
    at_once: usize,
    /// The step that brings these.
    step: usize,
}

impl Columns {
    /// Those of a table of so many columns as it is laid out; nothing where all come at once.
    pub(super) fn of(part: &Part, count: usize, table: &Pieces) -> Option<Self> {
        let stacked = table.rows.iter().zip(&table.columns);
        let lines = stacked
            .flat_map(|(row, columns)| (0..row.len()).map(|at| columns.get(at).copied()))
            .collect();
        let at_once = count.saturating_sub(part.late_columns);
        let edges = table.edges.clone();
        (part.late_columns > 0).then_some(Self { edges, lines, at_once, step: part.step })
    }

    fn step(&self, column: usize) -> usize {
        self.step + (column + 1).saturating_sub(self.at_once)
    }

    /// Tells the lines of the table when they come.
    pub(super) fn reveal(&self, strips: &mut [Strip]) {
        // An empty line may stand before the first.
        let before = strips.len().saturating_sub(self.lines.len());
        for (strip, column) in strips.iter_mut().skip(before).zip(&self.lines) {
            strip.step = column.map_or(strip.step, |column| self.step(column));
        }
        for strip in strips {
            let width = strip.line.width();
            let edges = self.edges.iter().enumerate().skip(self.at_once);
            strip.later = edges
                .filter(|(_, edge)| usize::from(**edge) < width)
                .map(|(column, edge)| (*edge, self.step(column)))
                .collect();
        }
    }
}
