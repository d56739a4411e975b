//! What only the facilitator sees of a page: an open vote, what can be done here, groups, notes.

use ratatui::text::{Line, Span};

use super::{say, votes};
use crate::{
    model::{
        course::{Content, Page, Seen},
        markdown::Block,
        text::Lang,
    },
    ui::{prose, show::Window},
};

/// What the notes are about: the vote, or the page with its minutes and its mark.
pub(super) fn heading(window: &Window) -> String {
    let lang = window.lang();
    let mut parts = Vec::new();
    if let Some((_, poll)) = window.poll() {
        let state = match (poll.is_counted(poll.vote), lang) {
            (false, Lang::Id) => "belum dihitung",
            (false, Lang::En) => "not counted yet",
            (true, Lang::Id) => "sudah dihitung",
            (true, Lang::En) => "counted",
        };
        parts.push(match lang {
            Lang::Id => format!("Jajak, suara {}, {state}", poll.vote),
            Lang::En => format!("Poll, vote {}, {state}", poll.vote),
        });
    }
    parts.push(lang.pick("Catatan", "Notes").to_owned());
    if let Some(minutes) = window.page().map(|page| page.minutes).filter(|minutes| *minutes > 0) {
        parts.push(crate::model::pacing::words::length(i64::from(minutes), lang));
    }
    if window.live().bookmarks.contains(&window.live().page) {
        let flag = window.theme().marks.flag;
        parts.push(format!("{flag} {}", lang.pick("ditandai", "marked")));
    }
    parts.join(" · ")
}

/// All of it, one below the other; parted by empty lines where it has room for them.
pub(super) fn lines(window: &Window, (width, rows): (u16, u16)) -> Vec<Line<'static>> {
    let mut blocks = vec![votes::lines(window, width), groups(window, width)];
    if window.poll().is_none() {
        blocks.push(ways(window, width));
    }
    blocks.push(notes(window, width));
    blocks.retain(|block| !block.is_empty());
    let needed: usize = blocks.iter().map(|block| block.len() + 1).sum();
    // Notes are never taken for what a vote says.
    let is_parted = needed <= usize::from(rows) + 1;
    let mut all = Vec::new();
    for (at, block) in blocks.into_iter().enumerate() {
        if at > 0 && (is_parted || (at == 1 && window.poll().is_some())) {
            all.push(Line::default());
        }
        all.extend(block);
    }
    all
}

/// The facilitator's notes of the page.
fn notes(window: &Window, width: u16) -> Vec<Line<'static>> {
    let (lang, theme) = (window.lang(), window.theme());
    let blocks: Vec<Block> = window.page().map(|page| told(page, lang)).unwrap_or_default();
    if blocks.is_empty() {
        let none = lang.pick("Tidak ada catatan untuk halaman ini.", "No notes for this page.");
        return say(none, theme.text.patch(theme.quiet), width, window);
    }
    prose::lay(&blocks, width, theme, lang)
}

fn told(page: &Page, lang: Lang) -> Vec<Block> {
    let parts = page.body.get(lang).parts.iter();
    parts
        .filter(|part| part.seen == Seen::Facilitator)
        .filter_map(|part| match &part.content {
            Content::Block(block) => Some(block.clone()),
            Content::Item(_) => None,
        })
        .collect()
}

/// What can be done on this page: a poll, an activity.
fn ways(window: &Window, width: u16) -> Vec<Line<'static>> {
    let (lang, theme) = (window.lang(), window.theme());
    let mut ways = Vec::new();
    for (at, key) in window.questions_here().iter().enumerate() {
        let Some((_, item)) = window.course().item(key) else { continue };
        let is_asked = window.live().polled.iter().any(|poll| poll.item == *key);
        let done = if is_asked { lang.pick(" (sudah)", " (asked)") } else { "" };
        let word = lang.pick("jajak", "poll");
        let text = format!("{word}{done} – {}", item.prompt.get(lang));
        // One key asks them one after the other.
        ways.push((if at == 0 { "j: " } else { "   " }, text));
    }
    let is_shown = window.live().cover.as_ref().is_some_and(|cover| cover.activity.is_some());
    if let Some(activity) = window.activity().filter(|_| !is_shown) {
        let (title, minutes) = (activity.title.get(lang), activity.minutes);
        ways.push((
            "e: ",
            match lang {
                Lang::Id => format!("kegiatan – {title}, {minutes} menit"),
                Lang::En => format!("activity – {title}, {minutes} minutes"),
            },
        ));
    }
    let line = |(key, text): (&str, String)| {
        let runs = [
            Span::styled(key.to_owned(), theme.text.patch(theme.strong)),
            Span::styled(text, theme.text),
        ];
        prose::clip(&runs, width, theme)
    };
    ways.into_iter().map(line).collect()
}

/// The groups, and whose turn it is.
fn groups(window: &Window, width: u16) -> Vec<Line<'static>> {
    let (lang, theme) = (window.lang(), window.theme());
    let Some(groups) = &window.live().groups else { return Vec::new() };
    let strong = theme.text.patch(theme.strong);
    let turn = groups.presenting();
    let word = match turn {
        Some(_) => lang.pick("Urutan paparan: ", "Order of presenting: "),
        None => lang.pick("Kelompok: ", "Groups: "),
    };
    let mut runs = vec![Span::styled(word, strong)];
    let order = groups.order();
    for (at, name) in order.iter().enumerate() {
        if at > 0 {
            runs.push(Span::styled(", ", theme.text));
        }
        let is_turn = turn == Some(*name) && at == groups.turn;
        let (name, style) = if is_turn {
            (format!("{} {name}", theme.marks.cursor), strong.patch(theme.accent))
        } else {
            ((*name).to_owned(), theme.text)
        };
        runs.push(Span::styled(name, style));
    }
    let way = match turn {
        Some(_) => lang.pick(" · v: berikutnya", " · v: next"),
        None => lang.pick(" · r: undi urutan", " · r: draw the order"),
    };
    runs.push(Span::styled(way, theme.text.patch(theme.quiet)));
    prose::wrap(&runs, width, theme)
}
