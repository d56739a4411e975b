//! Ready lines in a window: scrolling, and the marks that say there is more.

use ratatui::{buffer::Buffer, layout::Rect, text::Line, widgets::Widget};

use crate::ui::theme::Theme;

/// Draws the lines from `scroll` on into `area`, with `↑`/`↓` right beside it when lines are hidden
/// above or below.
pub fn draw(lines: &[Line<'_>], scroll: usize, area: Rect, buf: &mut Buffer, theme: &Theme) {
    if area.is_empty() {
        return;
    }
    let height = usize::from(area.height);
    let top = scroll.min(last_scroll(lines.len(), height));
    for (line, y) in lines.iter().skip(top).zip(area.y..area.bottom()) {
        line.render(Rect { y, height: 1, ..area }, buf);
    }
    // Beside the text, where a padded body leaves a column: a mark must not cover a letter.
    let edge = area.right().min(buf.area.right().saturating_sub(1));
    if top > 0 {
        buf.set_string(edge, area.y, theme.marks.up, theme.accent);
    }
    if top + height < lines.len() {
        buf.set_string(edge, area.bottom() - 1, theme.marks.down, theme.accent);
    }
}

/// Draws as many lines as there is room for, from the first one on; what does not fit may be missed.
pub fn draw_top(lines: &[Line<'_>], area: Rect, buf: &mut Buffer) {
    for (line, y) in lines.iter().zip(area.y..area.bottom()) {
        line.render(Rect { y, height: 1, ..area }, buf);
    }
}

/// The largest useful scroll for so many lines in so many rows.
pub const fn last_scroll(lines: usize, height: usize) -> usize {
    lines.saturating_sub(height)
}

/// The scroll that keeps rows `from..to` in sight, moving as little as it can.
pub fn keep_in_sight(scroll: usize, from: usize, to: usize, height: usize) -> usize {
    let lowest = to.saturating_sub(height);
    scroll.max(lowest).min(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_comes_into_sight() {
        for scroll in 0..30 {
            for from in 0..30 {
                for length in 1..5 {
                    let new = keep_in_sight(scroll, from, from + length, 5);
                    assert!(new <= from && from + length <= new + 5);
                }
            }
        }
        assert_eq!(keep_in_sight(3, 4, 5, 5), 3, "it does not move without need");
    }

    #[test]
    fn a_mark_that_there_is_more_covers_no_letter() {
        let area = Rect::new(0, 0, 5, 2);
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 2));
        let lines = ["empat", "kaki4", "besok"].map(Line::raw);
        draw(&lines, 0, area, &mut buf, &Theme::auto());
        assert_eq!(
            buf,
            Buffer::with_lines([
                Line::raw("empat"),
                Line::from(vec![
                    "kaki4".into(),
                    ratatui::text::Span::styled("↓", Theme::auto().accent)
                ])
            ])
        );
    }
}
