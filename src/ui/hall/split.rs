//! A flow in as many parts as it needs: each begins where a reader would turn the page.

use std::ops::Range;

use super::flow::{Flow, Joint, Strip};

/// One part of a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// Its lines.
    pub(super) lines: Range<usize>,
    /// The header that is repeated above them.
    pub(super) header: Option<usize>,
}

/// Cuts a flow into parts of at most `first` rows, then `other` rows, at least one each. Where each
/// step has a part of its own, a step never shares one with the step before.
pub(super) fn split(flow: &Flow, first: usize, other: usize, per_step: bool) -> Vec<Cut> {
    let strips = &flow.strips;
    let mut cuts = Vec::new();
    let mut start = 0;
    while let Some(at) = written(strips, start) {
        let rows = if cuts.is_empty() { first } else { other }.max(1);
        let header = repeated(flow, at, rows);
        let taken = header.and_then(|at| flow.headers.get(at)).map_or(0, Vec::len);
        let end = end(strips, at, rows - taken, per_step);
        let last = strips.get(at..end).unwrap_or_default().iter().rposition(|s| !s.is_blank());
        cuts.push(Cut { lines: at..at + last.map_or(1, |last| last + 1), header });
        start = end;
    }
    if cuts.is_empty() {
        cuts.push(Cut { lines: 0..0, header: None });
    }
    cuts
}

/// The next line that is not empty.
fn written(strips: &[Strip], from: usize) -> Option<usize> {
    let rest = strips.get(from..)?;
    rest.iter().position(|strip| !strip.is_blank()).map(|at| from + at)
}

/// The header to repeat above a part that begins here, where it leaves room enough.
fn repeated(flow: &Flow, at: usize, rows: usize) -> Option<usize> {
    let header = flow.strips.get(at)?.header?;
    // The first row of a table comes right after its header, unless that did not fit there.
    let is_short = flow.headers.get(header).is_some_and(|lines| lines.len() * 2 <= rows);
    is_short.then_some(header)
}

fn end(strips: &[Strip], at: usize, rows: usize, per_step: bool) -> usize {
    let is_step = |place: &usize| strips.get(*place).is_some_and(|s| s.joint == Joint::Step);
    let step = (at + 1..strips.len()).find(is_step).filter(|_| per_step);
    let whole = step.unwrap_or(strips.len());
    let full = at + rows.max(1);
    // The empty lines at its end need no room.
    let needed = strips.get(at..whole).unwrap_or_default().iter().rposition(|s| !s.is_blank());
    if at + needed.map_or(0, |last| last + 1) <= full {
        return whole;
    }
    let half = at + (rows / 2).max(1);
    (half..=full)
        .rev()
        .filter_map(|place| Some((strips.get(place)?.joint, place)))
        .min_by_key(|(joint, _)| *joint)
        .map_or(full, |(_, place)| place)
}
