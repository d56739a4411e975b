//! The facilitator's window.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::Window;

/// Draws the notes.
pub(super) fn draw(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    super::edge::draw_line(window, area, buf)
}
