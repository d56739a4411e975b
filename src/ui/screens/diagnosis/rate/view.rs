//! How a statement looks: its text, the scale in words, the evidence, and what the rating comes to.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::Rate;
use crate::{
    model::{
        diagnosis::{HIGHEST, Rating, SCALE, WITHOUT_EVIDENCE},
        text::Lang,
    },
    ui::{
        cx::Cx,
        prose,
        screens::diagnosis::find,
        widgets::{edit::Rows, lines},
    },
};

/// Columns before what is typed.
const INDENT: u16 = 2;

/// The lines of a statement, and where the cursor of the evidence stands among them.
#[derive(Default)]
pub(super) struct Laid {
    pub(super) rows: Vec<Line<'static>>,
    cursor: (usize, usize),
}

impl Rate {
    /// What the rating comes to, in words.
    fn note(&self, cx: &Cx) -> Span<'static> {
        let lang = cx.lang();
        let cross = cx.theme.marks.cross;
        if self.is_lacking {
            let words = lang.pick(
                "Belum ada yang dinilai. Nilailah satu pernyataan dahulu.",
                "Nothing is rated yet. Rate one statement first.",
            );
            return Span::styled(format!("{cross} {words}"), cx.theme.wrong);
        }
        if self.edit.was_full() {
            let words =
                lang.pick("Penuh; selebihnya tidak dimasukkan.", "Full; the rest was left out.");
            return Span::styled(format!("{cross} {words}"), cx.theme.wrong);
        }
        let rating = self.rating(cx);
        let (Some(score), Some(counted)) =
            (rating.and_then(|rating| rating.score), rating.and_then(Rating::counted))
        else {
            let words =
                lang.pick("Belum dinilai; boleh dilewati.", "Not rated; it may be skipped.");
            return Span::styled(words, cx.theme.quiet);
        };
        if counted < score {
            let words = match lang {
                Lang::Id => format!(
                    "Tanpa bukti, yang dihitung paling tinggi {WITHOUT_EVIDENCE}, bukan {score}."
                ),
                Lang::En => {
                    format!("Without evidence at most {WITHOUT_EVIDENCE} counts, not {score}.")
                }
            };
            return Span::styled(words, cx.theme.accent);
        }
        let words = match lang {
            Lang::Id => format!("Dihitung {counted}."),
            Lang::En => format!("It counts {counted}."),
        };
        Span::styled(words, cx.theme.quiet)
    }

    pub(super) fn room(cx: &Cx, width: u16) -> usize {
        usize::from(width.min(cx.text_width()).saturating_sub(INDENT)).max(1)
    }

    pub(super) fn laid(&self, cx: &Cx, width: u16) -> Laid {
        let mut laid = Laid::default();
        let Some(statement) = self.asked(cx) else { return laid };
        let (lang, theme) = (cx.lang(), &cx.theme);
        let width = width.min(cx.text_width());
        let text =
            |text: &str, style| prose::wrap(&[Span::styled(text.to_owned(), style)], width, theme);
        laid.rows.extend(text(statement.text.get(lang), theme.strong));
        laid.rows.push(Line::raw(""));
        let score = self.rating(cx).and_then(|rating| rating.score);
        for (value, words) in (0..).zip(SCALE) {
            let is_given = score.is_some_and(|score| score.min(HIGHEST) == value);
            let mark = if is_given { theme.marks.full } else { theme.marks.empty };
            let style = if is_given { theme.cursor } else { theme.text };
            let lead = Span::styled(format!("{mark} {value}  "), style);
            let blank = Span::raw(" ".repeat(5));
            laid.rows.extend(prose::hanging(&lead, &blank, width, |room| {
                prose::wrap(&[Span::styled(words.say(lang), style)], room, theme)
            }));
        }
        laid.rows.push(Line::raw(""));
        let asked = statement.evidence.get(lang);
        let label = lang.pick("Bukti", "Evidence");
        let style = if self.is_typing { theme.text } else { theme.quiet };
        laid.rows.extend(text(&format!("{label}: {asked}"), style));
        let Rows { rows, cursor: (row, column) } = self.edit.rows(Self::room(cx, width));
        laid.cursor = (laid.rows.len() + row, usize::from(INDENT) + column);
        let mark = if self.is_typing { theme.marks.cursor } else { theme.marks.bar };
        let is_empty = self.edit.value().is_empty() && !self.is_typing;
        for (place, row) in rows.into_iter().enumerate() {
            let mark = if place == 0 || !self.is_typing { mark } else { " " };
            let row = if is_empty { theme.marks.rule.repeat(2) } else { row };
            let style = if is_empty { theme.quiet } else { theme.text };
            laid.rows.push(Line::from(vec![
                Span::styled(format!("{mark} "), theme.accent),
                Span::styled(row, style),
            ]));
        }
        laid.rows.extend(prose::wrap(&[self.note(cx)], width, theme));
        laid
    }

    pub(super) fn draw_in(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        find(cx, &self.id)?;
        let laid = self.laid(cx, area.width);
        let height = usize::from(area.height);
        let (row, column) = laid.cursor;
        let scroll = if self.is_typing {
            // The note below the evidence, but the cursor before all.
            let scroll = lines::keep_in_sight(0, row, laid.rows.len(), height);
            lines::keep_in_sight(scroll, row, row + 1, height)
        } else {
            self.scroll.min(lines::last_scroll(laid.rows.len(), height))
        };
        lines::draw(&laid.rows, scroll, area, buf, &cx.theme);
        if !self.is_typing {
            return None;
        }
        let row = row.checked_sub(scroll).filter(|row| *row < height)?;
        let x = area.x.saturating_add(u16::try_from(column).ok()?);
        let y = area.y.saturating_add(u16::try_from(row).ok()?);
        (x < area.right()).then_some(Position { x, y })
    }
}
