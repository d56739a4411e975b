//! The frame of every screen: title line, rule, body, status line, help bar. Draws nothing else.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    cx::{Cx, Saving},
    keys::{self, HelpRow},
    plain,
    screen::AnyScreen,
    theme::{self, Theme},
};
use crate::model::{
    dates,
    moment::Moment,
    safe_text,
    text::{Lang, Said, Text},
};

/// Smallest window in columns and rows.
pub const SMALLEST: (u16, u16) = (60, 18);
/// Left margin of the frame in columns.
const MARGIN: u16 = 1;

const HELP: Text = Text::new("bantuan", "help");

/// Where the body stands in a window of this size.
pub const fn body(area: Rect) -> Rect {
    let Rect { x, y, width, height } = area;
    Rect {
        x: x.saturating_add(MARGIN),
        y: y.saturating_add(2),
        width: width.saturating_sub(2 * MARGIN),
        height: height.saturating_sub(4),
    }
}

/// Whether a window with this body is smaller than [`SMALLEST`]: no screen is shown in it.
pub const fn is_too_small(body: Rect) -> bool {
    body.width < SMALLEST.0 - 2 * MARGIN || body.height < SMALLEST.1 - 4
}

/// Draws a screen in its frame; returns where the real cursor stands, if anywhere.
pub fn draw(screen: &dyn AnyScreen, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
    // The whole window, also where nothing is written.
    buf.set_style(area, cx.theme.base);
    let cursor = framed(screen, cx, area, buf);
    if cx.theme.marks == theme::ASCII {
        plain::make_plain(buf);
    }
    cursor
}

fn framed(screen: &dyn AnyScreen, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if is_too_small(body(area)) {
        too_small(cx, area, buf);
        return None;
    }
    let inner =
        Rect { x: area.x + MARGIN, y: area.y, width: area.width - 2 * MARGIN, height: area.height };
    let head = screen.head(cx);
    pair(&head.left, &head.right, cx.theme.strong, cx.theme.quiet, row(inner, 0), buf, &cx.theme);
    rule(&cx.theme, row(area, 1), buf);
    let cursor = screen.draw(cx, body(area), buf);
    status(cx, row(inner, area.height - 2), buf);
    help_bar(&screen.help(cx), screen.is_typing(cx), cx, row(inner, area.height - 1), buf);
    cursor
}

/// One row of an area, counted from its top; empty when there is none.
pub const fn row(area: Rect, at: u16) -> Rect {
    if at >= area.height {
        return Rect { x: area.x, y: area.y, width: 0, height: 0 };
    }
    Rect { x: area.x, y: area.y.saturating_add(at), width: area.width, height: 1 }
}

/// A whole row of rule marks.
pub fn rule(theme: &Theme, area: Rect, buf: &mut Buffer) {
    let line = theme.marks.rule.repeat(usize::from(area.width));
    Line::styled(line, theme.quiet).render(area, buf);
}

/// Text at the left, text at the right; the left one is cut when both do not fit.
fn pair(
    left: &str,
    right: &str,
    left_style: Style,
    right_style: Style,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let width = usize::from(area.width);
    let right = fit(right, width / 2, theme);
    let room = width.saturating_sub(right.width() + 2);
    let used = u16::try_from(right.width()).unwrap_or(area.width).min(area.width);
    // Each in its own part of the row: a line lends its style to the whole area it is given.
    let right_area = Rect { x: area.right() - used, width: used, ..area };
    Line::styled(fit(left, room, theme), left_style)
        .render(Rect { width: area.width - used, ..area }, buf);
    Line::styled(right, right_style).render(right_area, buf);
}

/// Cuts a text to a width at a grapheme border, with the mark that something is missing.
pub fn fit(text: &str, width: usize, theme: &Theme) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() + 1 > width {
            break;
        }
        out.push_str(grapheme);
        used += grapheme.width();
    }
    if width > 0 {
        out.push_str(theme.marks.more);
    }
    out
}

fn status(cx: &Cx, area: Rect, buf: &mut Buffer) {
    let lang = cx.lang();
    let marks = cx.theme.marks;
    let bad = |words: &str, why: &Said| {
        (marks.cross, format!("{words}: {}", safe_text::safe_line(why.get(lang))), cx.theme.wrong)
    };
    let (mark, words, style) = match &cx.saving {
        Saving::Idle => (" ", String::new(), cx.theme.quiet),
        Saving::Saved(at) => (marks.check, saved(*at, cx), cx.theme.quiet),
        Saving::Pending => {
            (marks.empty, lang.pick("menyimpan …", "saving …").into(), cx.theme.quiet)
        }
        // Why a save failed begins with these words already.
        Saving::Failed(why) => {
            let way = lang.pick(" · Ctrl-S: jalan keluar", " · Ctrl-S: what to do");
            let why = safe_text::safe_line(why.get(lang));
            // The way out stays in sight, however long the reason.
            let room = usize::from(area.width).saturating_sub(2 + way.width());
            (marks.cross, fit(&why, room, &cx.theme) + way, cx.theme.wrong)
        }
        Saving::Aside(why) => bad(lang.pick("tersimpan sebagai salinan", "saved as a copy"), why),
        Saving::ReadOnly(why) => bad(lang.pick("tidak disimpan", "not being saved"), why),
    };
    let notice = cx.notice.as_ref().map(|said| safe_text::safe_line(said.get(lang)).into_owned());
    // What is due can wait while something is said or wrong.
    let is_calm = matches!(cx.saving, Saving::Idle | Saving::Saved(_) | Saving::Pending);
    let due = if is_calm { due(cx) } else { None };
    let line = match notice.or(due) {
        Some(notice) if words.is_empty() => notice,
        Some(notice) => format!("{mark} {words} · {notice}"),
        None if words.is_empty() => return,
        None => format!("{mark} {words}"),
    };
    Line::styled(fit(&line, usize::from(area.width), &cx.theme), style).render(area, buf);
}

/// How many questions are due today, if any are.
fn due(cx: &Cx) -> Option<String> {
    match (cx.due(), cx.lang()) {
        (0, _) => None,
        (count, Lang::Id) => Some(format!("{count} soal jatuh tempo")),
        (1, Lang::En) => Some("1 question is due".to_owned()),
        (count, Lang::En) => Some(format!("{count} questions are due")),
    }
}

/// When it was saved; with its day when that is not today.
fn saved(at: Moment, cx: &Cx) -> String {
    let lang = cx.lang();
    let (word, clock) = (lang.pick("tersimpan", "saved"), dates::clock(at, lang));
    if at.date() == cx.today() {
        return format!("{word} {clock}");
    }
    format!("{word} {} {clock}", dates::short_date(at.date(), lang))
}

fn help_bar(rows: &[HelpRow], is_typing: bool, cx: &Cx, area: Rect, buf: &mut Buffer) {
    bar(rows, is_typing, (cx.lang(), &cx.theme), area, buf);
}

/// The help bar, which shrinks to "? help" rather than cutting a word: rows that do not fit are left
/// out, and shorter ones after them still stand there.
pub fn bar(
    rows: &[HelpRow],
    is_typing: bool,
    (lang, theme): (Lang, &Theme),
    area: Rect,
    buf: &mut Buffer,
) {
    let is_ascii = theme.marks == theme::ASCII;
    let help = if is_typing { keys::Key::plain(keys::Code::F(1)) } else { keys::Key::char('?') };
    let help = HelpRow { keys: vec![help], shown: 1, say: HELP, in_bar: true };
    let entry = |row: &HelpRow| (row.label(lang, is_ascii, false), row.say.say(lang).to_owned());
    let width = |(key, say): &(String, String)| key.width() + 1 + say.width();
    // The way back and the help are always there, whatever else must go.
    let is_back = |row: &&HelpRow| row.keys.first() == Some(&keys::ESC);
    let back = rows.iter().filter(|row| row.in_bar).find(is_back).map(entry);
    let last = back.as_ref().map_or(0, |back| width(back) + 3);
    let mut room = usize::from(area.width).saturating_sub(width(&entry(&help)) + last);
    let mut shown: Vec<(String, String)> = Vec::new();
    for row in rows.iter().filter(|row| row.in_bar && !is_back(row)) {
        let entry = entry(row);
        let need = width(&entry) + 3;
        if need <= room {
            room -= need;
            shown.push(entry);
        }
    }
    shown.extend(back);
    shown.push(entry(&help));
    let mut spans = Vec::new();
    for (place, (key, say)) in shown.into_iter().enumerate() {
        if place > 0 {
            spans.push(Span::raw("   "));
        }
        spans.push(Span::styled(key, theme.strong));
        spans.push(Span::styled(format!(" {say}"), theme.quiet));
    }
    Line::from(spans).render(area, buf);
}

fn too_small(cx: &Cx, area: Rect, buf: &mut Buffer) {
    let lang = cx.lang();
    let (wide, high) = SMALLEST;
    let lines = [
        lang.pick("Jendela ini terlalu kecil.", "This window is too small.").to_owned(),
        format!("{} × {}  →  {wide} × {high}", area.width, area.height),
        lang.pick("Perbesar jendela atau", "Enlarge the window or").to_owned(),
        lang.pick("perkecil huruf terminal.", "make its letters smaller.").to_owned(),
        lang.pick("Ctrl-C: simpan dan keluar", "Ctrl-C: save and quit").to_owned(),
    ];
    for (at, line) in (0..).zip(lines) {
        let line = fit(&line, usize::from(area.width), &cx.theme);
        Line::raw(line).render(row(area, at), buf);
    }
}

/// The name and office for the title line of the home screen.
pub fn who(cx: &Cx) -> String {
    let person = &cx.profile().person;
    [person.name.as_str(), person.office.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
