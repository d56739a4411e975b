//! How a form looks: labels, texts, the field being typed, its hint.

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::{Field, Form, Kind};
use crate::{
    model::{dates, safe_text::safe_line, text::Lang},
    ui::{
        cx::Cx,
        frame, prose,
        widgets::{
            edit::{Edit, Rows},
            lines,
        },
    },
};

/// Rows at the bottom of a form: an empty one, then the hint. In a low form one less.
const HINT: u16 = 4;
/// Height of a low form in rows.
const LOW: u16 = 10;
/// Most rows of a text that is not being typed.
const AT_REST: usize = 3;

impl<T> Form<T> {
    /// Draws the form. Returns where the cursor stands.
    pub fn draw(&self, cx: &Cx, value: &T, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_with(None, cx, value, area, buf)
    }

    /// The same with words about the field being typed, in place of its hint.
    pub fn draw_with(
        &self,
        about: Option<Span<'static>>,
        cx: &Cx,
        value: &T,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        if let (Some(calendar), Some(field)) = (self.calendar, self.fields.get(self.at)) {
            calendar.draw(field.label.say(cx.lang()), cx, area, buf);
            return None;
        }
        let hint_height = if area.height < LOW { HINT - 1 } else { HINT }.min(area.height);
        let list = Rect { height: area.height - hint_height, ..area };
        let Laid { rows, focus: (from, to), cursor } = self.laid(cx, value, list.width);
        let height = usize::from(list.height);
        // The field being typed and one row after it, but its cursor before all.
        let mut scroll = lines::keep_in_sight(0, from, (to + 1).min(rows.len()), height);
        if let Some((row, _)) = cursor {
            scroll = lines::keep_in_sight(scroll, row, row + 1, height);
        }
        lines::draw(&rows, scroll, list, buf, &cx.theme);
        let hint = Rect { y: list.bottom(), height: hint_height, ..area };
        self.draw_hint(about, cx, hint, buf);
        let (row, column) = cursor?;
        let row = row.checked_sub(scroll).filter(|row| *row < height)?;
        let x = list.x.saturating_add(u16::try_from(column).ok()?);
        let y = list.y.saturating_add(u16::try_from(row).ok()?);
        (x < list.right()).then_some(Position { x, y })
    }

    fn label_width(&self, cx: &Cx, width: usize) -> usize {
        let labels = self.fields.iter().map(|field| field.label.say(cx.lang()).width());
        (labels.max().unwrap_or(0) + 4).min(width / 2)
    }

    /// Columns of a field's text in a form of this width.
    pub(super) fn room(&self, cx: &Cx, width: u16) -> usize {
        let width = usize::from(width);
        let room = width.saturating_sub(self.label_width(cx, width) + 2);
        room.min(usize::from(cx.text_width()))
    }

    fn laid(&self, cx: &Cx, value: &T, width: u16) -> Laid {
        let lang = cx.lang();
        let room = self.room(cx, width);
        let label_width = self.label_width(cx, usize::from(width));
        let mut laid = Laid { rows: Vec::new(), focus: (0, 0), cursor: None };
        for (place, field) in self.fields.iter().enumerate() {
            let is_here = place == self.at;
            let (texts, at, style) = self.field_rows(cx, field, value, is_here, room);
            let from = laid.rows.len();
            for (number, text) in texts.into_iter().enumerate() {
                let (mark, label) = match number {
                    0 if is_here => (cx.theme.marks.cursor, field.label.say(lang)),
                    0 => (" ", field.label.say(lang)),
                    _ => (" ", ""),
                };
                let label = frame::fit(&format!("{mark} {label}"), label_width, &cx.theme);
                let label_style = if is_here { cx.theme.cursor } else { cx.theme.quiet };
                let gap = " ".repeat(label_width + 1 - label.width().min(label_width));
                laid.rows.push(Line::from(vec![
                    Span::styled(label, label_style),
                    Span::raw(gap),
                    Span::styled(text, style),
                ]));
            }
            if is_here {
                laid.focus = (from, laid.rows.len());
                laid.cursor = at.map(|(row, column)| (from + row, label_width + 1 + column));
            }
        }
        laid
    }

    fn field_rows(
        &self,
        cx: &Cx,
        field: &Field<T>,
        value: &T,
        is_here: bool,
        room: usize,
    ) -> (Vec<String>, Option<(usize, usize)>, Style) {
        let stored = (field.get)(value);
        match field.kind {
            Kind::Choice(choices) => {
                let choices = choices(cx);
                let label = choices.iter().find(|(key, _)| *key == stored);
                let label = safe_line(label.map_or(stored.as_str(), |(_, label)| label.as_str()));
                let shown = if is_here { format!("< {label} >") } else { label.into_owned() };
                let style = if is_here { cx.theme.cursor } else { cx.theme.text };
                (vec![frame::fit(&shown, room, &cx.theme)], None, style)
            }
            Kind::Text(_) | Kind::Date | Kind::Number(_) if is_here => {
                let Rows { rows, cursor } = self.edit.rows(room);
                let style = if self.is_marked { cx.theme.marked } else { cx.theme.text };
                (rows, Some(cursor), style)
            }
            Kind::Date => {
                let shown = stored.parse::<Date>();
                let shown =
                    shown.map_or_else(|_| stored, |date| dates::short_date(date, cx.lang()));
                (vec![empty_mark(shown, cx)], None, cx.theme.text)
            }
            Kind::Number(_) => (vec![empty_mark(stored, cx)], None, cx.theme.text),
            Kind::Text(_) if stored.is_empty() => {
                (vec![empty_mark(stored, cx)], None, cx.theme.quiet)
            }
            Kind::Text(longest) => {
                let mut rows = Edit::new(&stored, longest).rows(room).rows;
                let is_cut = rows.len() > AT_REST;
                rows.truncate(AT_REST);
                if let (true, Some(last)) = (is_cut, rows.last_mut()) {
                    let full = format!("{}{}", last.trim_end(), cx.theme.marks.more);
                    *last = frame::fit(&full, room, &cx.theme);
                }
                (rows, None, cx.theme.text)
            }
        }
    }

    fn draw_hint(&self, about: Option<Span<'static>>, cx: &Cx, area: Rect, buf: &mut Buffer) {
        let Some(field) = self.fields.get(self.at) else { return };
        let lang = cx.lang();
        let (words, style) = match &self.fault {
            Some(fault) => {
                let give_up = lang.pick(
                    " Esc sekali lagi: kembali tanpa tanggal ini.",
                    " Esc once more: back without this date.",
                );
                let more = if self.is_closing { give_up } else { "" };
                let words = format!("{} {}{more}", cx.theme.marks.cross, fault.say(lang));
                (words, cx.theme.wrong)
            }
            None if self.edit.was_full() => {
                let longest = dates::number(self.edit.longest() as f64, 0, lang);
                let words = match lang {
                    Lang::Id => format!(
                        "Isian ini paling panjang {longest} karakter; selebihnya tidak dimasukkan."
                    ),
                    Lang::En => {
                        format!(
                            "This field holds at most {longest} characters; the rest was left out."
                        )
                    }
                };
                (format!("{} {words}", cx.theme.marks.cross), cx.theme.wrong)
            }
            None => about.map_or_else(
                || (field.hint.say(lang).to_owned(), cx.theme.quiet),
                |about| (about.content.into_owned(), about.style),
            ),
        };
        let width = area.width.min(cx.text_width());
        let wrapped = prose::wrap(&[Span::styled(words, style)], width, &cx.theme);
        for (line, at) in wrapped.into_iter().zip(1..area.height) {
            line.render(frame::row(area, at), buf);
        }
    }
}

/// All rows of a form, the rows of the field being typed, and the cursor among them.
struct Laid {
    rows: Vec<Line<'static>>,
    focus: (usize, usize),
    cursor: Option<(usize, usize)>,
}

fn empty_mark(text: String, cx: &Cx) -> String {
    if text.is_empty() { cx.theme.marks.rule.repeat(2) } else { text }
}
