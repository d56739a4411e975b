//! The two rows at the top: where the show stands and whether the hall sees it, and how the day goes.

use ratatui::{buffer::Buffer, layout::Rect, text::Span};

use super::{joined, margin, preview};
use crate::{
    model::{
        dates::clock,
        live::Sight,
        pacing::words,
        text::{Lang, Text},
    },
    ui::{
        hall::{Pace, clock as digits},
        prose,
        show::Window,
        widgets::lines,
    },
};

const REHEARSAL: Text = Text::new("GLADI", "REHEARSAL");

/// Where the show stands; the whole row is inverted and says so where the hall sees something else.
pub(super) fn draw(window: &Window, area: Rect, buf: &mut Buffer) {
    let (theme, lang) = (window.theme(), window.lang());
    let is_hidden = window.hidden().is_some();
    let style =
        if is_hidden { theme.marked.patch(theme.strong) } else { theme.text.patch(theme.strong) };
    if is_hidden {
        buf.set_style(area, style);
    }
    let inner = margin(area);
    let time = clock(window.now(), lang);
    let used = prose::cells(&time);
    let room = inner.width.saturating_sub(used + 2);
    // Below a few columns the clock gives way to where one is.
    let has_clock = room >= 24;
    let room = if has_clock { room } else { inner.width };
    let text = hidden(window, room).unwrap_or_else(|| joined(place(window), room));
    lines::draw_top(&[prose::clip(&[Span::styled(text, style)], room, theme)], inner, buf);
    if has_clock {
        let place = Rect { x: inner.right() - used, width: used, ..inner };
        lines::draw_top(&[prose::clip(&[Span::styled(time, style)], used, theme)], place, buf);
    }
}

fn place(window: &Window) -> Vec<(u8, String)> {
    let lang = window.lang();
    let mut parts = vec![(1, lang.pick("KONSOL", "CONSOLE").to_owned())];
    if window.live().rehearsal {
        parts.push((9, REHEARSAL.say(lang).to_owned()));
    }
    if window.live().begun.is_none() {
        parts.push((8, lang.pick("belum dimulai", "not begun yet").to_owned()));
        return parts;
    }
    let (at, all) = window.number();
    parts.push((8, page(window)));
    parts.push((0, format!("{at}/{all}")));
    parts.extend(preview::steps(window));
    let is_open = window.live().window.as_ref().is_some_and(|hall| !hall.closed);
    let screen = if is_open {
        lang.pick("layar TAMPIL", "screen SHOWING")
    } else {
        lang.pick("layar utama BELUM DIBUKA", "hall’s window NOT OPEN")
    };
    parts.push((7, screen.to_owned()));
    parts
}

/// "Modul 3 hal. 2".
pub(super) fn page(window: &Window) -> String {
    let lang = window.lang();
    let Some((module, page, _)) = window.course().page(&window.live().page) else {
        return lang.pick("tanpa halaman", "no page").to_owned();
    };
    match lang {
        Lang::Id => format!("Modul {} hal. {}", module + 1, page + 1),
        Lang::En => format!("Module {} p. {}", module + 1, page + 1),
    }
}

/// That the hall sees something else, in words, with the way out of it.
fn hidden(window: &Window, room: u16) -> Option<String> {
    let (lang, word) = (window.lang(), window.hidden()?);
    let gladi = if window.live().rehearsal {
        format!("{} · ", REHEARSAL.say(lang))
    } else {
        String::new()
    };
    let word = format!("{gladi}{word}");
    let seen = preview::frozen_title(window);
    let (says, way) = match (window.live().sight(), seen) {
        (Sight::Black, None) => (
            lang.pick("peserta tidak melihat apa-apa", "the hall sees nothing").to_owned(),
            lang.pick("b membuka", "b shows it again").to_owned(),
        ),
        (Sight::Black, Some(_)) => (
            lang.pick("peserta tidak melihat apa-apa", "the hall sees nothing").to_owned(),
            lang.pick("b membuka, masih beku", "b opens, still frozen").to_owned(),
        ),
        (_, seen) => {
            let seen = seen.unwrap_or_default();
            let says = match lang {
                Lang::Id => format!("peserta masih melihat “{seen}”"),
                Lang::En => format!("the hall still sees “{seen}”"),
            };
            (says, lang.pick("F5 melepas", "F5 lets go").to_owned())
        }
    };
    // The way out stays in sight, however long the title.
    let fixed = prose::cells(&word) + prose::cells(&way) + 5;
    let theme = window.theme();
    let says = prose::clip(&[Span::raw(says)], room.saturating_sub(fixed).max(1), theme);
    let short = format!("{word} · {way}");
    Some(if says.width() < 12 { short } else { format!("{word}: {says} · {way}") })
}

/// How the day goes at the left, the countdown at the right.
pub(super) fn draw_time(window: &Window, area: Rect, buf: &mut Buffer) {
    let theme = window.theme();
    let timer = countdown(window);
    let used = timer.as_ref().map_or(0, |timer| prose::cells(&timer.content));
    let room = area.width.saturating_sub(if used == 0 { 0 } else { used + 2 });
    let text = joined(day(window), room);
    lines::draw_top(&[prose::clip(&[Span::styled(text, theme.text)], room, theme)], area, buf);
    if let Some(timer) = timer {
        let used = used.min(area.width);
        let place = Rect { x: area.right() - used, width: used, ..area };
        lines::draw_top(&[prose::clip(&[timer], used, theme)], place, buf);
    }
}

fn day(window: &Window) -> Vec<(u8, String)> {
    let lang = window.lang();
    let Some((pace, slots)) = window.pace() else {
        let has_agenda = !window.course().agenda.is_empty();
        let way = lang.pick(
            "Hari dan jam mulai belum diatur · s mengaturnya",
            "Day and beginning are not set · s sets them",
        );
        return if has_agenda { vec![(9, way.to_owned())] } else { Vec::new() };
    };
    let mut parts = Vec::new();
    let is_ahead = pace.elapsed < 0;
    // Before the day begins nothing runs late, or early.
    if !is_ahead {
        parts.extend(pace.behind.map(|minutes| (9, words::behind(minutes, lang))));
        parts.extend(pace.left.map(|minutes| (8, words::left(minutes, lang))));
    }
    parts.extend(words::rest(&pace, &slots, lang).map(|rest| (7, rest)));
    parts.push((6, words::hours(pace.jp, lang)));
    let elapsed = words::length(pace.elapsed, lang);
    let elapsed = match (is_ahead, lang) {
        (false, Lang::Id) => format!("berjalan {elapsed}"),
        (false, Lang::En) => format!("{elapsed} since the beginning"),
        (true, Lang::Id) => format!("mulai {elapsed} lagi"),
        (true, Lang::En) => format!("begins in {elapsed}"),
    };
    parts.push((if is_ahead { 9 } else { 5 }, elapsed));
    parts
}

/// `05:00 jeda`; inverted once it is over.
fn countdown(window: &Window) -> Option<Span<'static>> {
    let (theme, lang) = (window.theme(), window.lang());
    let (seconds, pace) = window.time(window.live().timer.as_ref()?);
    let strong = theme.text.patch(theme.strong);
    let word = match pace {
        Pace::Running => Text::new("jalan", "running"),
        Pace::Paused => Text::new("jeda", "paused"),
        Pace::Over => Text::new("waktu habis", "time is up"),
    };
    let text = format!("{} {}", digits(seconds), word.say(lang));
    Some(match pace {
        Pace::Running => Span::styled(text, strong.patch(theme.accent)),
        Pace::Paused => Span::styled(text, strong),
        Pace::Over => Span::styled(format!(" {text} "), theme.marked.patch(theme.strong)),
    })
}
