//! How a check-in looks at each of its stages.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::{Holding, Stage};
use crate::{
    model::{
        dates,
        moment::Moment,
        plan::{CheckIn, Plan},
        safe_text::safe_line,
        text::Text,
    },
    ui::{
        cx::Cx,
        frame, prose,
        screens::{padded, padded_height, plan::table::mark},
        widgets::{cursor, lines},
    },
};

/// Columns of a status with its mark.
const STATUS: usize = 12;

const ROWS: Text = Text::new(
    "Sebelum menulis: sudah sampai mana tiap aksi? Tekan s untuk mengganti statusnya.",
    "Before you write: how far is each action? Press s to change its status.",
);

pub(super) fn draw(holding: &Holding, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (plan, checkin) = (holding.plan(cx)?, holding.checkin(cx)?);
    match holding.stage {
        Stage::Rows => rows(holding, plan, cx, area, buf),
        Stage::Fields => {
            let before = before(plan, area.width.min(cx.text_width()), cx);
            let height = u16::try_from(before.len()).unwrap_or(u16::MAX).min(area.height);
            lines::draw_top(&before, Rect { height, ..area }, buf);
            let rest = Rect { y: area.y + height, height: area.height - height, ..area };
            return holding.form.draw(cx, checkin, rest, buf);
        }
        Stage::Read | Stage::Last => {
            let words = words(holding, checkin, area.width, cx);
            lines::draw(&words, holding.scroll, area, buf, &cx.theme);
        }
    }
    None
}

pub(super) fn last_scroll(holding: &Holding, cx: &Cx) -> usize {
    let Some(checkin) = holding.checkin(cx) else { return 0 };
    let words = words(holding, checkin, padded(cx.body).width, cx);
    lines::last_scroll(words.len(), padded_height(cx))
}

/// What progress is measured by and what was to come next, a line each, while it is written down.
fn before(plan: &Plan, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let held = plan.checkins.iter().filter(|checkin| checkin.is_held());
    let last = held.max_by_key(|checkin| checkin.at.map(Moment::timestamp));
    let said = [
        (lang.pick("Sasaran", "Goal"), Some(&plan.head.goal)),
        (lang.pick("Janji tinjauan lalu", "Promised last time"), last.map(|last| &last.next)),
    ];
    let mut rows: Vec<Line<'static>> = said
        .into_iter()
        .filter_map(|(name, text)| {
            let text = safe_line(text?).trim().to_owned();
            let span = Span::styled(format!("{name}: {text}"), cx.theme.quiet);
            (!text.is_empty()).then(|| prose::clip(&[span], width, &cx.theme))
        })
        .collect();
    if !rows.is_empty() {
        rows.push(Line::raw(""));
    }
    rows
}

/// The rows with their status, and what was to be shown for the one under the cursor.
fn rows(holding: &Holding, plan: &Plan, cx: &Cx, area: Rect, buf: &mut Buffer) {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let width = area.width.min(cx.text_width());
    let mut top = prose::wrap(&[Span::styled(ROWS.say(lang), theme.strong)], width, theme);
    top.push(Line::raw(""));
    let height = u16::try_from(top.len()).unwrap_or(u16::MAX).min(area.height);
    lines::draw_top(&top, Rect { height, ..area }, buf);
    let rest = Rect { y: area.y + height, height: area.height - height, ..area };
    let at = holding.cursor.at(plan.rows.len());
    let room = usize::from(rest.width).saturating_sub(2 + 4 + STATUS);
    let list: Vec<Line<'_>> = plan
        .rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let (sign, style) = mark(&row.status, theme);
            let action = frame::fit(safe_line(&row.action).trim(), room, theme);
            let action = if action.is_empty() { "–".to_owned() } else { action };
            let gap = " ".repeat(room.saturating_sub(action.width()));
            let status = format!(" {sign} {}", safe_line(row.status.say(lang)));
            let spans = vec![
                Span::raw(format!("{:<4}{action}{gap}", place + 1)),
                Span::styled(frame::fit(&status, STATUS, theme), style),
            ];
            cursor::row(place == at, spans, theme)
        })
        .collect();
    let shown = u16::try_from(list.len()).unwrap_or(u16::MAX).min(rest.height.saturating_sub(3));
    cursor::draw(&list, at, Rect { height: shown, ..rest }, buf, theme);
    let evidence = plan.rows.get(at).map(|row| safe_line(&row.evidence).trim().to_owned());
    let Some(evidence) = evidence.filter(|evidence| !evidence.is_empty()) else { return };
    let words = format!("{}: {evidence}", lang.pick("Bukti yang direncanakan", "Planned evidence"));
    let lines = prose::wrap(&[Span::styled(words, theme.quiet)], width, theme);
    for (line, y) in lines.into_iter().zip(rest.y + shown + 1..rest.bottom()) {
        line.render(Rect { y, height: 1, ..rest }, buf);
    }
}

/// What was said, with its question before each answer.
fn words(holding: &Holding, checkin: &CheckIn, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let width = width.min(cx.text_width());
    let mut rows = Vec::new();
    let mut say = |text: String, style| {
        rows.extend(prose::wrap(&[Span::styled(text, style)], width, theme));
    };
    let opening = match (holding.stage, checkin.at) {
        (Stage::Last, _) if checkin.is_begun() => lang
            .pick(
                "Enter mencatat tinjauan ini. Setelah itu isinya tidak diubah lagi.",
                "Enter records this check-in. It is never changed again after that.",
            )
            .to_owned(),
        (Stage::Last, _) => lang
            .pick(
                "Belum ada yang ditulis. Tekan b untuk mengisi, atau Esc untuk nanti.",
                "Nothing is written yet. Press b to fill it in, or Esc for later.",
            )
            .to_owned(),
        (_, Some(at)) => {
            let day = dates::date(at.date(), lang);
            format!("{} {day}", lang.pick("Dilakukan", "Held on"))
        }
        (_, None) => String::new(),
    };
    say(opening, theme.strong);
    for field in super::FIELDS {
        let text = (field.get)(checkin);
        let text = safe_line(&text).trim().to_owned();
        say(String::new(), theme.text);
        say(field.label.say(lang).to_owned(), theme.quiet);
        say(if text.is_empty() { "–".to_owned() } else { text }, theme.text);
    }
    rows
}
