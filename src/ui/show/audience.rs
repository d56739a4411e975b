//! The hall's window: what the state shows, the countdown at its edge, the facilitator's line.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Span,
};

use super::{
    Over, Window,
    edge::{draw_line, draw_over},
};
use crate::ui::{
    frame::row,
    hall::{Pace, Part, clock as digits},
    plain, prose, theme,
    widgets::lines,
};

/// Rows and columns around what lies over the window.
const MARGIN: (u16, u16) = (3, 1);

/// Draws the hall's window.
pub(super) fn draw(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = window.theme();
    if window.is_too_small() {
        let word = window.lang.pick("Perbesar jendela", "Enlarge the window");
        lines::draw_top(
            &[prose::clip(&[Span::styled(word, theme.text)], area.width, theme)],
            area,
            buf,
        );
        return None;
    }
    let cursor = match window.over() {
        Over::Nothing => {
            seen(window, area, buf);
            None
        }
        over => draw_over(window, over, inner(area), buf),
    };
    let cursor = draw_line(window, area, buf).or(cursor);
    if theme.marks == theme::ASCII {
        plain::make_plain(buf);
    }
    cursor
}

/// The room of what lies over the window.
const fn inner(area: Rect) -> Rect {
    let (x, y) = MARGIN;
    Rect {
        x: area.x + x,
        y: area.y + y,
        width: area.width.saturating_sub(2 * x),
        height: area.height.saturating_sub(y + 2),
    }
}

fn seen(window: &Window, area: Rect, buf: &mut Buffer) {
    let theme = window.theme();
    let seen = window.seen();
    if let Some(part) = seen.parts.get(seen.stop.part) {
        part.draw(seen.stop.step, theme, area, buf);
    }
    let left = seen.parts.get(seen.stop.part).map_or(0, Part::left);
    let Some((seconds, pace)) = seen.timer else { return };
    let style = match pace {
        Pace::Over => theme.marked,
        Pace::Paused => theme.text.patch(theme.quiet),
        Pace::Running => theme.text.patch(theme.strong).patch(theme.accent),
    };
    let text = match pace {
        Pace::Over => format!(" {} ", pace.word(window.hall().lang)),
        _ => format!("{} {}", pace.word(window.hall().lang), digits(seconds)),
    };
    let place = row(area, area.height.saturating_sub(1));
    let left = left.min(place.width);
    let place = Rect { x: place.x + left, width: place.width - left, ..place };
    lines::draw_top(&[prose::clip(&[Span::styled(text, style)], place.width, theme)], place, buf);
}
