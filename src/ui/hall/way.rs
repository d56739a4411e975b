//! The way through the parts of a page: on, back, and to the same words when the window changed.

use super::Part;

/// Where a show stands within a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stop {
    /// The step that is revealed.
    pub step: usize,
    /// The part that is shown.
    pub part: usize,
}

/// The beginning of a page.
pub fn first(parts: &[Part]) -> Stop {
    enter(parts, 0)
}

/// The end of a page: its last part with everything on it.
pub fn last(parts: &[Part]) -> Stop {
    let part = parts.len().saturating_sub(1);
    let step = parts.get(part).and_then(|part| part.steps.last());
    Stop { step: step.copied().unwrap_or(0), part }
}

/// The stop after this one: the next step that shows something here, else the next part; `None` at
/// the end of the page.
pub fn next(parts: &[Part], stop: Stop) -> Option<Stop> {
    let Stop { step, part } = settle(parts, stop);
    let steps = &parts.get(part)?.steps;
    if let Some(&step) = steps.iter().find(|&&other| other > step) {
        return Some(Stop { step, part });
    }
    (part + 1 < parts.len()).then(|| enter(parts, part + 1))
}

/// The stop before this one; `None` at the beginning of the page.
pub fn previous(parts: &[Part], stop: Stop) -> Option<Stop> {
    let Stop { step, part } = settle(parts, stop);
    let steps = &parts.get(part)?.steps;
    if let Some(&step) = steps.iter().rev().find(|&&other| other < step) {
        return Some(Stop { step, part });
    }
    let before = part.checked_sub(1)?;
    let step = parts.get(before)?.steps.last().copied().unwrap_or(0);
    Some(Stop { step, part: before })
}

/// The nearest stop that exists: for what another window, another language or an edited course left
/// behind.
pub fn settle(parts: &[Part], stop: Stop) -> Stop {
    let part = stop.part.min(parts.len().saturating_sub(1));
    let Some(found) = parts.get(part) else { return Stop::default() };
    let step = found.steps.iter().rev().find(|&&step| step <= stop.step);
    Stop { step: step.or(found.steps.first()).copied().unwrap_or(0), part }
}

/// The stop in `new` that shows the words that were newest at a stop in `old`: the same page for
/// another window.
pub fn moved(old: &[Part], new: &[Part], stop: Stop) -> Stop {
    let stop = settle(old, stop);
    let place = old.get(stop.part).map(|part| part.newest(stop.step)).unwrap_or_default();
    let part = new.iter().rposition(|part| part.begin() <= place).unwrap_or(0);
    settle(new, Stop { part, ..stop })
}

fn enter(parts: &[Part], part: usize) -> Stop {
    let step = parts.get(part).and_then(|part| part.steps.first());
    Stop { step: step.copied().unwrap_or(0), part }
}
