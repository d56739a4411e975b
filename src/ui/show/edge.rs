//! The line for the facilitator at the lower edge of a window, and what lies over it.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::{Clear, Widget},
};

use super::{Over, Prompt, Window, help};
use crate::ui::{frame::row, prose, theme::Theme, widgets::lines};

/// Most rows of what is said.
const MOST_SAID: usize = 3;

/// The line for the facilitator: what is being typed, what is said, how the day goes. What is said may
/// take a few rows.
pub(super) fn draw_line(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if let Some(prompt) = window.prompt() {
        return draw_prompt(window, prompt, area, buf);
    }
    let theme = window.theme();
    let info = || window.has_info.then(|| window.info());
    let said = window.said().map(str::to_owned).or_else(info)?;
    let room = area.width.saturating_sub(2);
    let mut rows = prose::wrap(&[Span::styled(said, theme.marked)], room, theme);
    rows.truncate(MOST_SAID.min(usize::from(area.height)));
    let height = rows.len() as u16;
    let place = Rect { y: area.bottom() - height, height, ..area };
    paint(place, theme, buf);
    let inner = Rect { x: place.x + 1, width: room, ..place };
    lines::draw_top(&rows, inner, buf);
    None
}

/// Nothing of what stood there shines through.
fn paint(place: Rect, theme: &Theme, buf: &mut Buffer) {
    Clear.render(place, buf);
    buf.set_style(place, theme.marked);
}

fn draw_prompt(window: &Window, prompt: &Prompt, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = window.theme();
    let place = row(area, area.height.saturating_sub(1));
    let (shown, column) = prompt.shown();
    let label = prompt.label(window.course(), window.lang);
    let at = usize::from(prose::cells(&label)) + 2 + column;
    let text = format!(" {label} {shown}");
    // The end of what is being typed stays in sight.
    let over = (at + 1).saturating_sub(usize::from(place.width));
    let shown: String = text.chars().skip(over).collect();
    paint(place, theme, buf);
    lines::draw_top(&[Line::styled(shown, theme.marked)], place, buf);
    let x = place.x.saturating_add(u16::try_from(at.saturating_sub(over)).ok()?);
    (x < place.right()).then_some(Position { x, y: place.y })
}

/// Draws what lies over a window.
pub(super) fn draw_over(
    window: &Window,
    over: &Over,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let (lang, theme) = (window.lang, window.theme());
    match over {
        Over::Nothing => {}
        Over::Help(from) => help::draw(window, *from, area, buf),
        Over::Asked(asked) => asked.draw(lang, theme, area, buf),
        Over::Find(find) => {
            return find.draw((window.course(), window.live(), lang), theme, area, buf);
        }
    }
    None
}
