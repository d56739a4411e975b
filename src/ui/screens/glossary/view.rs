//! How the glossary looks: what was typed, the list, and beside or below it the meaning of the word
//! under the cursor with the pages that use it.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::Glossary;
use crate::{
    model::{course::Term, text::Lang},
    ui::{
        cx::Cx,
        frame, prose,
        screen::of,
        screens::padded,
        widgets::{cursor, lines},
    },
};

/// From this width on the meaning stands beside the list.
const WIDE: u16 = 72;
/// Widest list beside a meaning.
const LIST: u16 = 44;
/// Rows of the line of letters and the space below it.
const TYPED: u16 = 2;
/// Columns between list and meaning.
const BETWEEN: u16 = 3;

/// A word, what the other language calls it, and its meaning.
pub(in crate::ui::screens) fn meaning(term: &Term, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let width = width.min(cx.text_width());
    let (word, other) = (term.term.get(lang), term.term.get(lang.other()));
    let mut lines = prose::wrap(&[Span::styled(word.clone(), theme.strong)], width, theme);
    if word != other {
        let label = lang.pick("Inggris", "Indonesian");
        let words = Span::styled(format!("{label}: {other}"), theme.quiet);
        lines.extend(prose::wrap(&[words], width, theme));
    }
    lines.push(Line::raw(""));
    let text = Span::styled(term.meaning.get(lang).clone(), theme.text);
    lines.extend(prose::wrap(&[text], width, theme));
    lines
}

/// Where list and meaning stand below the letters, in a padded body.
fn areas(area: Rect) -> (Rect, Rect) {
    let top = TYPED.min(area.height);
    let body = Rect { y: area.y + top, height: area.height - top, ..area };
    if area.width >= WIDE {
        let wide = (area.width * 9 / 20).min(LIST);
        let list = Rect { width: wide, ..body };
        let taken = wide + BETWEEN;
        return (list, Rect { x: body.x + taken, width: body.width - taken, ..body });
    }
    let high = (body.height / 3).max(1).min(body.height);
    let below = (high + 1).min(body.height);
    let list = Rect { height: high, ..body };
    (list, Rect { y: body.y + below, height: body.height - below, ..body })
}

/// Words below one another, the cursor at one of them.
pub(in crate::ui::screens) fn term_rows(
    terms: &[&Term],
    at: usize,
    width: u16,
    cx: &Cx,
) -> Vec<Line<'static>> {
    let room = usize::from(width).saturating_sub(2);
    let row = |(place, term): (usize, &&Term)| {
        let word = frame::fit(term.term.get(cx.lang()), room, &cx.theme);
        cursor::row(place == at, vec![Span::raw(word)], &cx.theme)
    };
    terms.iter().enumerate().map(row).collect()
}

impl Glossary {
    pub(super) fn list_height(cx: &Cx) -> usize {
        usize::from(areas(padded(cx.body)).0.height)
    }

    pub(super) fn show(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let (list, beside) = areas(area);
        let terms = self.terms(cx);
        let at = self.place(&terms);
        let rows = term_rows(&terms, at, list.width, cx);
        cursor::draw(&rows, at, list, buf, &cx.theme);
        if let Some(term) = terms.get(at) {
            self.draw_meaning(term, cx, beside, buf);
        } else {
            let body = Rect { width: area.width, ..list };
            lines::draw(&none(cx, area.width), 0, body, buf, &cx.theme);
        }
        self.draw_letters(cx, frame::row(area, 0), buf)
    }

    /// The largest useful scroll of the meaning under the cursor.
    pub(super) fn last_scroll(&self, cx: &Cx) -> usize {
        let (_, beside) = areas(padded(cx.body));
        let Some(term) = self.term(cx) else { return 0 };
        let (found, at) = self.pages(cx);
        let pages = page_rows(&found, at, beside.width, cx);
        let text = meaning(term, beside.width, cx);
        lines::last_scroll(text.len(), usize::from(height(&text, &pages, beside)))
    }

    /// The meaning, and in the last rows the pages that use the word.
    fn draw_meaning(&self, term: &Term, cx: &Cx, area: Rect, buf: &mut Buffer) {
        let text = meaning(term, area.width, cx);
        let (found, at) = self.pages(cx);
        let pages = page_rows(&found, at, area.width, cx);
        let high = height(&text, &pages, area);
        let low = rows_of(&pages).min(area.height / 2);
        lines::draw(&text, self.scroll, Rect { height: high, ..area }, buf, &cx.theme);
        // An empty row between the two, where there is room.
        let from = (high + 1).min(area.height - low);
        let below = Rect { y: area.y + from, height: area.height - from, ..area };
        let here = if pages.len() > 1 { at + 1 } else { 0 };
        cursor::draw(&pages, here, below, buf, &cx.theme);
    }

    fn draw_letters(&self, cx: &Cx, row: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = cx.lang();
        let label = lang.pick("Cari: ", "Find: ");
        let width = usize::from(row.width);
        let shown =
            frame::fit(&format!("{label}{}", self.typed), width.saturating_sub(1), &cx.theme);
        let line = Line::raw(shown);
        let used = u16::try_from(line.width()).ok()?;
        line.render(row, buf);
        if self.typed.is_empty() {
            let hint = lang.pick(" ketik awal sebuah kata", " type the beginning of a word");
            let rest = Rect { x: row.x + used.min(row.width), ..row };
            let rest = Rect { width: row.right() - rest.x, ..rest };
            Line::styled(hint, cx.theme.quiet).render(rest, buf);
        }
        let x = row.x.saturating_add(used);
        (x < row.right() && row.height > 0).then_some(Position { x, y: row.y })
    }
}

fn rows_of(lines: &[Line<'_>]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

/// Rows of the meaning: what it needs, as far as the pages leave room.
fn height(text: &[Line<'_>], pages: &[Line<'_>], area: Rect) -> u16 {
    rows_of(text).min(area.height - rows_of(pages).min(area.height / 2))
}

/// "Dipakai di" and the pages below one another; in a narrow window the one that Enter opens.
fn page_rows(pages: &[(usize, usize)], at: usize, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let used = lang.pick("Dipakai di", "Used on");
    if pages.is_empty() {
        let words = lang.pick("Tidak ditautkan di halaman mana pun.", "No page links it.");
        return vec![Line::styled(words, theme.quiet)];
    }
    let room = usize::from(width).saturating_sub(2);
    let name = |(m, p): (usize, usize)| {
        let page = cx.course.modules.get(m).and_then(|module| module.pages.get(p));
        let title = page.map_or("", |page| page.title(lang));
        match lang {
            Lang::Id => format!("Modul {} hal. {}  {title}", m + 1, p + 1),
            Lang::En => format!("Module {} page {}  {title}", m + 1, p + 1),
        }
    };
    if padded(cx.body).width < WIDE {
        let count = if pages.len() > 1 {
            format!(" ({})", of(at + 1, pages.len(), lang))
        } else {
            String::new()
        };
        let page = pages.get(at).map_or_else(String::new, |page| name(*page));
        let words = frame::fit(&format!("{used}{count}: {page}"), room + 2, theme);
        return vec![Line::styled(words, theme.quiet)];
    }
    let rows = pages.iter().enumerate().map(|(place, page)| {
        let words = frame::fit(&name(*page), room, theme);
        cursor::row(place == at, vec![Span::raw(words)], theme)
    });
    std::iter::once(Line::styled(used, theme.quiet)).chain(rows).collect()
}

/// Why the list is empty.
fn none(cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let words = if cx.course.terms.is_empty() {
        lang.pick("Kursus ini tidak memuat daftar istilah.", "This course has no glossary.")
    } else {
        lang.pick(
            "Tidak ada istilah yang berawalan huruf-huruf ini.",
            "No word begins with these letters.",
        )
    };
    prose::wrap(&[Span::styled(words, cx.theme.text)], width.min(cx.text_width()), &cx.theme)
}
