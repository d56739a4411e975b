//! How the people look: two lines each, and what matters where several share a laptop.

use ratatui::text::{Line, Span};

use super::Who;
use crate::{
    model::{dates, safe_text},
    ui::{cx::Cx, frame, prose, widgets::cursor},
};

/// Rows that one person takes.
pub(super) const EACH: usize = 3;

/// Between two things about a person.
const GAP: &str = " · ";

/// What matters where several people share a laptop.
pub(super) fn note(cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let words = cx.lang().pick(
        "Profil tidak dilindungi kata sandi. Di laptop bersama, bila sudah selesai: bawa pulang \
         profil Anda (b), lalu hapus dari sini (x).",
        "Profiles have no password. On a shared laptop, when you are done: take your profile home \
         (b), then erase it here (x).",
    );
    prose::wrap(&[Span::styled(words, cx.theme.quiet)], width, &cx.theme)
}

pub(super) fn nobody(cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let words = cx.lang().pick(
        "Belum ada profil yang tersimpan di laptop ini. Tekan t untuk menambah orang, atau i untuk \
         mengambil berkas yang dibawa pulang.",
        "No profile is saved on this laptop yet. Press t to add a person, or i to bring back a file \
         that was taken home.",
    );
    prose::wrap(&[Span::styled(words, cx.theme.text)], width, &cx.theme)
}

/// Who, and below it how much there is and how it stands; then an empty row.
pub(super) fn person(who: &Who, is_here: bool, cx: &Cx, width: u16) -> [Line<'static>; EACH] {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let width = usize::from(width).saturating_sub(2);
    let open = lang.pick("terbuka di sini", "open here");
    let room = if who.is_open { width.saturating_sub(prose::cells(open).into()) } else { width };
    let title = frame::fit(&who.title(lang), room.saturating_sub(3), theme);
    let mut spans = vec![Span::raw(title)];
    if who.is_open {
        spans.push(Span::styled(format!("   {open}"), theme.accent));
    }
    let mut about = vec![who.size(lang)];
    about.extend(who.saved.map(|at| {
        let day = dates::short_date(at.date(), lang);
        format!("{} {day} {}", lang.pick("disimpan", "saved"), dates::clock(at, lang))
    }));
    let state = safe_text::safe_line(who.state.get(lang)).into_owned();
    let mut below = vec![Span::raw("  ")];
    if !state.is_empty() {
        let state = frame::fit(&format!("{} {state}", theme.marks.cross), width, theme);
        below.push(Span::styled(state, theme.wrong));
        below.push(Span::raw("   "));
    }
    let used: u16 = below.iter().map(|span| prose::cells(&span.content)).sum();
    let room = (width + 2).saturating_sub(used.into());
    about.push(safe_text::safe_line(&who.name).into_owned());
    // Whole parts only; the folder's name, needed on the command line alone, is the first to go.
    while about.len() > 1 && usize::from(prose::cells(&about.join(GAP))) > room {
        about.pop();
    }
    let about = frame::fit(&about.join(GAP), room, theme);
    below.push(Span::styled(about, theme.quiet));
    [cursor::row(is_here, spans, theme), Line::from(below), Line::raw("")]
}
