//! The screens, one file each. A new one costs a `mod` line here and the line that opens it.

pub mod choice;
pub mod confirm;
pub mod contents;
pub mod help;
pub mod home;
pub mod plan;
pub mod question;
pub mod reader;
pub mod result;
pub mod welcome;

use ratatui::layout::Rect;

/// A body with one empty row above and one column at the left.
pub(crate) const fn padded(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(1),
        height: area.height.saturating_sub(1),
    }
}

/// Rows of a padded body.
pub(crate) fn padded_height(cx: &crate::ui::cx::Cx) -> usize {
    usize::from(padded(cx.body).height)
}
