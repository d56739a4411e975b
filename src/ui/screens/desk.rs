//! What somebody was in the middle of when they left: its words for home, and the way back into it.

use super::plan::opened;
use crate::{
    model::profile::Spot,
    ui::{cx::Cx, screen::Step},
};

/// What was left in the middle, and a line about it; `None` when reading or answering comes next.
pub(super) fn words(cx: &Cx) -> Option<(String, String)> {
    opened::words(last(cx)?, cx)
}

/// Opens it where it was left.
pub(super) fn reopen(cx: &Cx) -> Option<Step> {
    opened::reopen(last(cx)?, cx).map(Step::OpenAll)
}

fn last(cx: &Cx) -> Option<&Spot> {
    cx.work().desk.last()
}
