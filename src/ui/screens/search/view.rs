//! How a search looks: the field, how much was found, and each hit with a line of its text.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{ROWS, Search};
use crate::{
    model::{
        dates,
        safe_text::safe_line,
        search::{Entry, Found, Place, Query, excerpt},
        text::Lang,
    },
    ui::{
        cx::Cx,
        frame,
        prose::{cells, clip},
        widgets::{cursor, lines},
    },
};

/// Rows above the hits: the field, what is known of the result, a space.
pub(super) const ABOVE: usize = 3;
/// Columns before a line of text.
const INDENT: &str = "    ";

impl Search {
    pub(super) fn show(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let width = area.width.min(cx.text_width());
        let area = Rect { width, ..area };
        let caret = self.field(cx, frame::row(area, 0), buf);
        let found = self.found(cx);
        let below = u16::try_from(ABOVE).unwrap_or(0).min(area.height);
        let rest = Rect { y: area.y + below, height: area.height - below, ..area };
        if found.hits.is_empty() {
            let about =
                Rect { y: rest.y - below.min(1), height: rest.height + below.min(1), ..rest };
            lines::draw(&self.nothing(&found, cx, width), 0, about, buf, &cx.theme);
            return caret;
        }
        Line::styled(how_many(&found, cx.lang()), cx.theme.quiet).render(frame::row(area, 1), buf);
        let at = self.cursor.at(found.hits.len());
        let room = usize::from(rest.height);
        let scroll = lines::keep_in_sight(0, at * ROWS, at * ROWS + ROWS, room);
        // Only what is in sight is laid out.
        let first = scroll / ROWS;
        let mut rows = vec![Line::default(); first * ROWS];
        let shown = found.hits.iter().enumerate().skip(first).take(room / ROWS + 2);
        for (place, hit) in shown {
            rows.extend(row(hit, &found.query, place == at, cx, width));
        }
        rows.resize(found.hits.len() * ROWS, Line::default());
        lines::draw(&rows, scroll, rest, buf, &cx.theme);
        caret
    }

    fn field(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let label = format!("{} ", cx.lang().pick("Cari:", "Search:"));
        let room = usize::from(area.width.saturating_sub(cells(&label)));
        let rows = self.edit.rows(room);
        let (row, column) = rows.cursor;
        let text = rows.rows.get(row).cloned().unwrap_or_default();
        let style = if self.is_marked { cx.theme.marked } else { cx.theme.text };
        Line::from(vec![Span::styled(label.clone(), cx.theme.strong), Span::styled(text, style)])
            .render(area, buf);
        let x = area.x + cells(&label).saturating_add(u16::try_from(column).ok()?);
        (x < area.right() && area.height > 0).then_some(Position { x, y: area.y })
    }

    /// What to say where there is nothing to show.
    fn nothing(&self, found: &Found, cx: &Cx, width: u16) -> Vec<Line<'static>> {
        let lang = cx.lang();
        let typed = safe_line(self.edit.value().trim());
        let said = if found.query.is_empty() {
            vec![
                lang.pick(
                    "Ketik satu kata atau lebih. Yang dicari: halaman, soal, dan istilah bahan ini, \
                     juga catatan serta rencana Anda.",
                    "Type one or more words. They are looked for in the pages, questions and words of \
                     this course, and in your own notes and plans.",
                )
                .to_owned(),
                String::new(),
                lang.pick(
                    "Contoh: mutu baku · pengaduan · komitmen pimpinan",
                    "Examples: mutu baku · complaints · commitment",
                )
                .to_owned(),
            ]
        } else {
            let nothing = match lang {
                Lang::Id => format!("Tidak ada yang memuat “{typed}”."),
                Lang::En => format!("Nothing holds “{typed}”."),
            };
            let next = match (&found.meant, lang) {
                (Some(meant), Lang::Id) => format!("Maksud Anda “{meant}”? Enter: cari itu."),
                (Some(meant), Lang::En) => format!("Did you mean “{meant}”? Enter: search for it."),
                (None, Lang::Id) => "Coba kata lain, atau sebagian kata saja.".to_owned(),
                (None, Lang::En) => "Try another word, or only a part of it.".to_owned(),
            };
            vec![nothing, next]
        };
        let wrapped = said.iter().flat_map(|words| {
            let mut lines = crate::ui::prose::wrap(
                &[Span::styled(words.clone(), cx.theme.text)],
                width,
                &cx.theme,
            );
            if lines.is_empty() {
                lines.push(Line::raw(""));
            }
            lines
        });
        wrapped.collect()
    }
}

fn how_many(found: &Found, lang: Lang) -> String {
    let number = |count: usize| dates::number(count as f64, 0, lang);
    let count = number(found.count);
    let shown = number(found.hits.len());
    match (lang, found.count > found.hits.len()) {
        (Lang::Id, false) => format!("{count} temuan"),
        (Lang::Id, true) => format!("{count} temuan, {shown} teratas ditampilkan"),
        (Lang::En, false) if found.count == 1 => "1 result".to_owned(),
        (Lang::En, false) => format!("{count} results"),
        (Lang::En, true) => format!("{count} results, the best {shown} shown"),
    }
}

/// A hit: its name with where it stands, then a line of its text.
fn row(hit: &Entry, query: &Query, is_here: bool, cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let theme = &cx.theme;
    let place = place(&hit.place, cx);
    let room = usize::from(width).saturating_sub(INDENT.len() + usize::from(cells(&place)) + 2);
    let title = safe_line(&hit.title).into_owned();
    let body = safe_line(&hit.body).into_owned();
    // What has no name of its own is known by where it stands.
    let mut name = if title.trim().is_empty() {
        vec![Span::styled(place, theme.quiet)]
    } else {
        let mut name = pieces(&title, query, room, theme.text, cx);
        name.push(Span::raw("  "));
        name.push(Span::styled(place, theme.quiet));
        name
    };
    if name.iter().all(|span| span.content.trim().is_empty()) {
        name.clear();
    }
    let mut text = vec![Span::raw(INDENT)];
    text.extend(pieces(
        &body,
        query,
        usize::from(width) - INDENT.len().min(width.into()),
        theme.quiet,
        cx,
    ));
    vec![cursor::row(is_here, name, theme), clip(&text, width, theme)]
}

fn pieces(
    text: &str,
    query: &Query,
    width: usize,
    style: ratatui::style::Style,
    cx: &Cx,
) -> Vec<Span<'static>> {
    excerpt(text, query, width, cx.theme.marks.more)
        .into_iter()
        .map(|piece| {
            let style = if piece.is_hit { cx.theme.hit } else { style };
            Span::styled(piece.text, style)
        })
        .collect()
}

/// "Modul 2, hal. 4", "Istilah", "RTL, baris 3".
fn place(place: &Place, cx: &Cx) -> String {
    let lang = cx.lang();
    let page = |key: &str| {
        cx.course.page(key).map_or_else(String::new, |(m, p, _)| match lang {
            Lang::Id => format!("Modul {}, hal. {}", m + 1, p + 1),
            Lang::En => format!("Module {}, page {}", m + 1, p + 1),
        })
    };
    match place {
        Place::Page(key) => page(key),
        Place::Note(key) => {
            format!("{} · {}", lang.pick("Catatan Anda", "Your note"), page(key))
        }
        Place::Item(key) => {
            // It opens the page that it rests on, so that is what is named.
            let rests_on = cx.course.item(key).map(|(_, item)| page(&item.page));
            format!("{} · {}", lang.pick("Soal", "Question"), rests_on.unwrap_or_default())
        }
        Place::Term(_) => lang.pick("Istilah", "Term").to_owned(),
        Place::Row { plan, row } => {
            let plan = cx.profile().plans.iter().find(|known| known.id == *plan);
            let at = plan
                .zip(row.as_ref())
                .and_then(|(plan, row)| plan.rows.iter().position(|known| known.id == *row));
            match (at, lang) {
                (Some(at), Lang::Id) => format!("RTL, baris {}", at + 1),
                (Some(at), Lang::En) => format!("Plan, row {}", at + 1),
                (None, _) => lang.pick("RTL", "Plan").to_owned(),
            }
        }
    }
}
