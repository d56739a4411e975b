//! How a diagnosis looks: bars that read without colour, each with its number and its word.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::words::{factor_name, mean};
use crate::{
    model::diagnosis::{Change, Diagnosis, FactorMean, HIGHEST, LOWEST_FIRST, level},
    ui::{cx::Cx, frame, prose, widgets::cursor},
};

/// Bars are not drawn wider than the longest names need.
pub(super) const WIDEST: u16 = 92;
/// Cells of a bar for each point of the scale.
const WIDE: usize = 4;
const NARROW: usize = 2;
/// From this width on there is room for wide bars.
const ROOMY: usize = 74;
/// Columns of a number such as "2,3".
const NUMBER: usize = 3;
/// Columns of a change such as "+0,8", with the gap before it.
const SIGN: usize = 6;

/// Paragraphs with an empty line between them, the first one strong.
pub(super) fn paragraphs(texts: &[String], cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            rows.push(Line::raw(""));
        }
        let style = if place == 0 { cx.theme.strong } else { cx.theme.text };
        let span = [Span::styled(text.clone(), style)];
        rows.extend(prose::wrap(&span, width.min(cx.text_width()), &cx.theme));
    }
    rows
}

/// A change with its sign: "+0,8"; "=" where nothing moved.
pub(super) fn sign(change: &Change, cx: &Cx) -> String {
    let Some(tenths) = change.tenths() else { return String::new() };
    let size = mean(f64::from(tenths.abs()) / 10.0, cx.lang());
    match tenths {
        0 => "=".to_owned(),
        1.. => format!("+{size}"),
        _ => format!("-{size}"),
    }
}

/// The scale over the bars, then each factor of the course: name, bar, number, change, word. `here`
/// is the row under the cursor.
pub(super) fn bars(
    of: &Diagnosis,
    changes: &[Change],
    here: Option<usize>,
    cx: &Cx,
    width: u16,
) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let width = usize::from(width.min(WIDEST));
    let cells = if width < ROOMY { NARROW } else { WIDE } * HIGHEST as usize;
    let word = LOWEST_FIRST.say(lang).width();
    // In a narrow window the names need the room; the words below tell the changes as well.
    let changes = if width < ROOMY { &[] } else { changes };
    let sign_width = if changes.is_empty() { 0 } else { SIGN };
    let room = width.saturating_sub(2 + 1 + cells + 2 + NUMBER + sign_width + 2 + word);
    let head = format!("{:1$} 0{3:2$}", "", 2 + room, cells - 1, HIGHEST);
    let mut rows = vec![Line::styled(head, cx.theme.quiet)];
    for (place, factor) in of.means(&cx.course).iter().enumerate() {
        let name = factor_name(&factor.factor, cx).unwrap_or_default();
        let name = frame::fit(&name, room, &cx.theme);
        let gap = " ".repeat(room.saturating_sub(name.width()) + 1);
        let mut spans = vec![Span::raw(name + &gap)];
        spans.extend(bar(factor, cells, cx));
        let number = factor.mean.map_or_else(|| "–".to_owned(), |value| mean(value, lang));
        let change = changes.get(place).map_or_else(String::new, |change| sign(change, cx));
        let word = level(factor.mean).say(lang);
        spans.push(Span::raw(format!("  {number:>NUMBER$}{change:>sign_width$}  {word}")));
        rows.push(cursor::row(here == Some(place), spans, &cx.theme));
    }
    rows
}

/// A bar; places without a rating stay empty, so that "not rated" never looks like zero.
fn bar(factor: &FactorMean, cells: usize, cx: &Cx) -> Vec<Span<'static>> {
    let Some(value) = factor.mean else { return vec![Span::raw(" ".repeat(cells))] };
    let share = (value / f64::from(HIGHEST)).clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to cells")]
    let full = (share * cells as f64).round() as usize;
    let full = full.min(cells);
    vec![
        Span::styled(cx.theme.marks.block.repeat(full), cx.theme.accent),
        Span::styled(cx.theme.marks.shade.repeat(cells - full), cx.theme.quiet),
    ]
}
