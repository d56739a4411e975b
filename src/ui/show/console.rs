//! The facilitator's window: what the hall sees, what comes next, notes, time and votes. Everything
//! has a place that depends on the size of the window alone, so that nothing jumps while the show
//! goes on. It refuses to leave any doubt about a screen that is black or frozen.

mod aside;
mod bottom;
mod head;
#[cfg(test)]
mod laws;
mod next;
mod preview;
mod start;
mod votes;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{Over, Window};
use crate::ui::{
    frame::{SMALLEST, row},
    hall::USUAL,
    plain, prose, theme,
    widgets::lines,
};

/// Columns from which notes stand beside the preview.
const WIDE: u16 = 104;
/// Columns of the preview beside notes: those of the usual window of the hall, and the mark.
const PREVIEW: u16 = 60;
/// Columns between the two.
const BETWEEN: u16 = 3;
/// Rows of a window from which what comes next has a headline of its own.
const HIGH: u16 = 28;

/// Most rows that say what comes next, with their headline.
const HIGHEST: u16 = 6;

/// Where everything stands in a window of this size.
struct Places {
    now: Rect,
    next: Rect,
    aside: Rect,
}

/// Draws the notes.
pub(super) fn draw(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    let cursor = whole(window, area, buf);
    if window.theme().marks == theme::ASCII {
        plain::make_plain(buf);
    }
    cursor
}

fn whole(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    head::draw(window, row(area, 0), buf);
    if area.height > 2 {
        head::draw_time(window, margin(row(area, 1)), buf);
    }
    let body =
        margin(Rect { y: area.y.saturating_add(2), height: area.height.saturating_sub(3), ..area });
    let cursor = match window.over() {
        Over::Nothing if is_small(area) => {
            small(window, body, buf);
            None
        }
        Over::Nothing => {
            parts(window, &places(area, body, window.hall().size.1), buf);
            None
        }
        over => {
            // An empty line below the head, where there is room.
            let air = u16::from(body.height > 10);
            let body = Rect { y: body.y + air, height: body.height - air, ..body };
            super::edge::draw_over(window, over, body, buf)
        }
    };
    bottom::draw(window, area, buf).or(cursor)
}

/// What is left between the head and the last row.
const fn body(area: Rect) -> Rect {
    let (y, height) = (area.y.saturating_add(2), area.height.saturating_sub(3));
    margin(Rect { y, height, ..area })
}

/// Whether there is no room for a preview.
const fn is_small(area: Rect) -> bool {
    area.width < SMALLEST.0 || area.height < SMALLEST.1
}

/// A column free at either edge; the right one takes the marks that there is more.
const fn margin(area: Rect) -> Rect {
    if area.width < 8 {
        return area;
    }
    Rect { x: area.x.saturating_add(1), width: area.width - 2, ..area }
}

fn places(area: Rect, body: Rect, hall: u16) -> Places {
    let next_rows = if area.height < HIGH { 1 } else { 3 };
    let Rect { x, y, width, height } = body;
    if area.width >= WIDE {
        let left = PREVIEW.max(width / 2 - BETWEEN);
        // As high as the hall, so that what comes next is not far below it.
        let now = height.saturating_sub(next_rows + 1).min(hall.max(USUAL.1) + 2);
        let next = (height - now).saturating_sub(1).min(HIGHEST);
        let beside = x + left + BETWEEN;
        return Places {
            now: Rect { width: left, height: now, ..body },
            next: Rect { x, y: y + now + 1, width: left, height: next },
            aside: Rect { x: beside, width: width - left - BETWEEN, ..body },
        };
    }
    let rest = height.saturating_sub(next_rows);
    // More for what the hall sees: it has more lines, and they are shorter.
    let now = (rest * 4).div_ceil(7);
    Places {
        now: Rect { height: now, ..body },
        next: Rect { y: y + now, height: next_rows, ..body },
        aside: Rect { y: y + now + next_rows, height: rest - now, ..body },
    }
}

fn parts(window: &Window, places: &Places, buf: &mut Buffer) {
    let now = under(
        &preview::heading(window, places.now.width.saturating_sub(4)),
        places.now,
        window,
        buf,
    );
    preview::draw(window, now, buf);
    let lang = window.lang();
    let word = lang.pick("Berikutnya", "Next");
    if places.next.height > 1 {
        next::draw(window, "", under(word, places.next, window, buf), buf);
    } else {
        next::draw(window, word, places.next, buf);
    }
    let aside = under(&aside::heading(window), places.aside, window, buf);
    notes(window, aside, buf);
}

/// The furthest that the notes of this window scroll.
pub(super) fn last_scroll(window: &Window) -> usize {
    let (width, height) = window.size;
    let area = Rect::new(0, 0, width, height);
    let place = if is_small(area) {
        below(body(area))
    } else {
        below(places(area, body(area), window.hall().size.1).aside)
    };
    let all = aside::lines(window, (place.width, place.height)).len();
    lines::last_scroll(all, usize::from(place.height))
}

fn notes(window: &Window, area: Rect, buf: &mut Buffer) {
    let all = aside::lines(window, (area.width, area.height));
    lines::draw(&all, window.scroll(), area, buf, window.theme());
}

/// A window too small for a preview: the title, and notes as far as they go.
fn small(window: &Window, area: Rect, buf: &mut Buffer) {
    let below = under(&preview::title(window), area, window, buf);
    notes(window, below, buf);
}

/// A headline with a rule to the edge; what is left below it.
fn under(text: &str, area: Rect, window: &Window, buf: &mut Buffer) -> Rect {
    let theme = window.theme();
    if area.is_empty() {
        return area;
    }
    let room = area.width.saturating_sub(4).max(1);
    let strong = theme.text.patch(theme.strong);
    let mut line = prose::clip(&[Span::styled(text, strong)], room, theme);
    let used = u16::try_from(line.width()).unwrap_or(area.width);
    let rule = theme.marks.rule.repeat(usize::from(area.width.saturating_sub(used + 1)));
    line.push_span(Span::styled(format!(" {rule}"), theme.text.patch(theme.quiet)));
    lines::draw_top(&[line], row(area, 0), buf);
    below(area)
}

/// What is left below a headline.
const fn below(area: Rect) -> Rect {
    let taken = if area.height > 0 { 1 } else { 0 };
    Rect { y: area.y.saturating_add(taken), height: area.height - taken, ..area }
}

/// As much of these parts as there is room for, with points between them: the least important goes
/// first. Each comes with how important it is.
fn joined(mut parts: Vec<(u8, String)>, room: u16) -> String {
    loop {
        let words: Vec<&str> = parts.iter().map(|(_, text)| text.as_str()).collect();
        let text = words.join(" · ");
        let least = parts.iter().enumerate().min_by_key(|(_, (rank, _))| *rank);
        match least.map(|(at, _)| at) {
            Some(at) if prose::cells(&text) > room && parts.len() > 1 => _ = parts.remove(at),
            _ => return text,
        }
    }
}

/// Words in one style, wrapped.
fn say(
    text: &str,
    style: ratatui::style::Style,
    width: u16,
    window: &Window,
) -> Vec<Line<'static>> {
    prose::wrap(&[Span::styled(text, style)], width, window.theme())
}
