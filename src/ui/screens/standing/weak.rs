//! The questions that went worst, and the page that each rests on.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{TALL, place_words, reset::Target};
use crate::{
    model::{course::Item, dates, standing::Weak, text::Lang},
    ui::{
        cx::Cx,
        frame, prose,
        widgets::{
            cursor::{self, Cursor},
            lines,
        },
    },
};

/// Columns of the mean mark and of the tries.
const MEAN: usize = 8;
const TRIES: usize = 7;
/// Rows of a prompt below the list, in a high window and in a low one.
const PROMPT: [usize; 2] = [5, 3];

fn item(at: usize, cx: &Cx) -> Option<&Item> {
    let standing = cx.standing();
    let weak = standing.weakest.get(at)?;
    cx.course.item(&weak.item).map(|(_, item)| item)
}

/// The page that a row rests on, if it is in the course.
pub(super) fn page(at: usize, cx: &Cx) -> Option<&str> {
    let item = item(at, cx)?;
    cx.course.page(&item.page).map(|(.., page)| page.key.as_str())
}

/// What a reset of this row would begin anew.
pub(super) fn target(at: usize, cx: &Cx) -> Option<Target> {
    item(at, cx).map(|item| Target::item(&item.key, &item.prompt))
}

/// Draws the list and the question under the cursor; false while there is nothing to show.
pub(super) fn draw(cursor: Cursor, cx: &Cx, area: Rect, buf: &mut Buffer) -> bool {
    let standing = cx.standing();
    let weakest = &standing.weakest;
    if weakest.is_empty() {
        return false;
    }
    let at = cursor.at(weakest.len());
    let width = area.width.min(cx.text_width());
    let below = below(at, area.height >= TALL, width, cx);
    // As much room for every question, so that nothing jumps when the cursor moves.
    let rows = 2 + prompt_rows(area.height >= TALL);
    let height = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height / 2);
    let list = Rect { height: area.height - height, ..area };
    let mut table = vec![Line::styled(columns(area.width, cx.lang()), cx.theme.quiet)];
    let row = |(place, weak): (usize, &Weak)| {
        cursor::row(place == at, vec![cells(weak, area.width, cx)], &cx.theme)
    };
    table.extend(weakest.iter().enumerate().map(row));
    let here = if at == 0 { 0 } else { at + 1 };
    cursor::draw(&table, here, list, buf, &cx.theme);
    let rest = Rect { y: list.bottom() + 1, height: height.saturating_sub(1), ..area };
    lines::draw_top(&below, rest, buf);
    true
}

fn prompt_rows(is_tall: bool) -> usize {
    let [tall, low] = PROMPT;
    if is_tall { tall } else { low }
}

fn columns(width: u16, lang: Lang) -> String {
    let [item, mean, tries] =
        lang.pick(["Soal", "Rerata", "Dijawab"], ["Question", "Mean", "Tries"]);
    let room = usize::from(width).saturating_sub(MEAN + TRIES + 1);
    format!("{item:<room$}{mean:>MEAN$} {tries:>TRIES$}")
}

fn cells(weak: &Weak, width: u16, cx: &Cx) -> Span<'static> {
    let lang = cx.lang();
    let room = usize::from(width).saturating_sub(2 + MEAN + TRIES + 1);
    let prompt = cx.course.item(&weak.item).map_or("", |(_, item)| item.prompt.get(lang));
    let prompt = prompt.split_whitespace().collect::<Vec<_>>().join(" ");
    let prompt = frame::fit(&prompt, room.saturating_sub(1), &cx.theme);
    let gap = " ".repeat(room.saturating_sub(prompt.width()));
    let tries = format!("{}×", weak.tries);
    let mean = dates::percent(weak.mean, lang);
    Span::raw(format!("{prompt}{gap}{mean:>MEAN$} {tries:>TRIES$}"))
}

/// The page and the whole question under the cursor.
fn below(at: usize, is_tall: bool, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let Some(item) = item(at, cx) else { return Vec::new() };
    let mut lines = Vec::new();
    if let Some((module, place, page)) = cx.course.page(&item.page) {
        let words = lang.pick("Dasar", "Based on");
        let words = format!("{words}: {}  {}", place_words(module, place, lang), page.title(lang));
        lines.push(prose::clip(&[Span::styled(words, cx.theme.quiet)], width, &cx.theme));
    }
    let prompt = prose::wrap(&[Span::raw(item.prompt.get(lang).clone())], width, &cx.theme);
    let rows = prompt_rows(is_tall);
    if prompt.len() > rows {
        // The last row says that there is more.
        let kept: Vec<Line<'static>> = prompt.into_iter().take(rows).collect();
        lines.extend(kept.iter().take(rows.saturating_sub(1)).cloned());
        let last = kept.last().map(Line::to_string).unwrap_or_default();
        let words = frame::fit(&format!("{last} "), usize::from(width), &cx.theme);
        lines.push(Line::raw(format!("{}{}", words.trim_end(), cx.theme.marks.more)));
    } else {
        lines.extend(prompt);
    }
    lines
}
