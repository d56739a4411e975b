//! What the next click brings, or which key comes next while the hall is asked something.

use ratatui::{buffer::Buffer, layout::Rect, text::Span};

use super::preview;
use crate::{
    model::{
        live::{Poll, Scene, Show},
        tally::Advice,
        text::{Lang, Text},
    },
    ui::{
        hall::{
            Part,
            way::{self, Stop},
        },
        prose,
        show::{Window, seen::Seen},
        theme,
        widgets::lines,
    },
};

/// Draws it in the rows that there are, after a word of what it is where no headline says so.
pub(super) fn draw(window: &Window, word: &str, area: Rect, buf: &mut Buffer) {
    let theme = window.theme();
    let (key, text) = says(window);
    let (strong, accent) = (theme.text.patch(theme.strong), theme.text.patch(theme.accent));
    let parts = [(word, strong), (key.as_str(), accent), (text.as_str(), theme.text)];
    let mut runs = Vec::new();
    for (text, style) in parts.into_iter().filter(|(text, _)| !text.is_empty()) {
        if !runs.is_empty() {
            runs.push(Span::styled("  ", theme.text));
        }
        runs.push(Span::styled(text, style));
    }
    let all = prose::wrap(&runs, area.width, theme);
    let rows = usize::from(area.height);
    if all.len() <= rows {
        lines::draw_top(&all, area, buf);
        return;
    }
    // What does not fit ends with the mark that something was cut.
    let first = all.iter().take(rows.saturating_sub(1)).cloned();
    let rest = all
        .iter()
        .skip(rows.saturating_sub(1))
        .flat_map(|line| line.spans.iter().cloned().chain([Span::styled(" ", theme.text)]));
    let rest: Vec<Span<'_>> = rest.collect();
    let last = prose::clip(&rest, area.width, theme);
    let shown: Vec<_> = first.chain([last]).collect();
    lines::draw_top(&shown, area, buf);
}

/// What matters first, then what it is about.
fn says(window: &Window) -> (String, String) {
    let lang = window.lang();
    let Some((scene, seen)) = window.live().standing().zip(preview::seen(window)) else {
        let first = window.page().map_or("", |page| page.title(lang));
        return (lang.pick("F5 mulai", "F5 begins").to_owned(), first.to_owned());
    };
    if let Some(way) = uncover(window, scene, &seen) {
        return way;
    }
    if let Some(stop) = way::next(&seen.parts, seen.stop) {
        let text = seen.parts.get(stop.part).map(|part| brought(part, stop, seen.stop));
        let word = if stop.part == seen.stop.part {
            format!("{} {}", lang.pick("langkah", "step"), window.step().0 + 1)
        } else {
            format!("{} {}", lang.pick("bagian", "part"), stop.part + 1)
        };
        return (word, text.unwrap_or_default());
    }
    let Some(page) = window.next_page() else {
        return (
            lang.pick("Ini halaman terakhir.", "This is the last page.").to_owned(),
            String::new(),
        );
    };
    let course = window.course();
    let module = |key: &str| course.page(key).map(|(module, ..)| module);
    let title = match module(&page.key).filter(|next| Some(*next) != module(&window.live().page)) {
        Some(module) => {
            format!("{} {} · {}", lang.pick("Modul", "Module"), module + 1, page.title(lang))
        }
        None => page.title(lang).to_owned(),
    };
    let parts = window.hall().page(&page.key);
    let first = way::first(&parts);
    let text = parts.first().map(|part| words(part, |step| step <= first.step));
    (title, text.unwrap_or_default())
}

/// What the next stop shows that is not there yet.
fn brought(part: &Part, next: Stop, here: Stop) -> String {
    let is_same = next.part == here.part;
    words(part, |step| step <= next.step && !(is_same && step <= here.step))
}

fn words(part: &Part, is_brought: impl Fn(usize) -> bool) -> String {
    let pieces = part.shown().flat_map(|row| row.pieces());
    let lines = pieces
        .filter(|(step, _)| is_brought(*step))
        .map(|(_, line)| line.spans.iter().map(|span| span.content.as_ref()).collect::<String>());
    let text: Vec<String> = lines.collect();
    let words = text.iter().flat_map(|line| line.split_whitespace());
    // What draws a table or a callout stands between lines, not between words.
    let drawn = [theme::UNICODE, theme::ASCII].map(|marks| [marks.bar, marks.rule, marks.joint]);
    let drawn = drawn.concat().concat();
    let is_written = |word: &&str| !word.chars().all(|letter| drawn.contains(letter));
    words.filter(is_written).collect::<Vec<_>>().join(" ")
}

/// What to do while something lies over the page.
fn uncover(window: &Window, scene: Scene<'_>, seen: &Seen) -> Option<(String, String)> {
    let lang = window.lang();
    if seen.stop.part + 1 < seen.parts.len() && (scene.poll.is_some() || scene.cover.is_some()) {
        let key = lang.pick("Spasi", "Space").to_owned();
        let text = match lang {
            Lang::Id => format!("bagian {} dari {}", seen.stop.part + 2, seen.parts.len()),
            Lang::En => format!("part {} of {}", seen.stop.part + 2, seen.parts.len()),
        };
        return Some((key, text));
    }
    if scene.timer.is_some_and(|timer| timer.big) {
        let text = lang.pick(
            "hitung mundur pindah ke tepi layar",
            "the countdown goes to the edge of the screen",
        );
        return Some((lang.pick("Spasi", "Space").to_owned(), text.to_owned()));
    }
    if let Some(poll) = scene.poll {
        let (key, text) = in_poll(window, poll);
        return Some((key.to_owned(), text.say(lang).to_owned()));
    }
    scene.cover?;
    let title = window.page().map_or("", |page| page.title(lang));
    let text = match lang {
        Lang::Id => format!("kembali ke halaman “{title}”"),
        Lang::En => format!("back to the page “{title}”"),
    };
    Some((lang.pick("Spasi", "Space").to_owned(), text))
}

/// The key that comes next in a poll, with what may come after it.
fn in_poll(window: &Window, poll: &Poll) -> (&'static str, Text) {
    if poll.show == Show::Key {
        return ("j", Text::new("menutup jajak", "closes the poll"));
    }
    let is_counted = poll.is_counted(poll.vote);
    match (poll.vote, is_counted, window.advice()) {
        (1, false, _) => {
            ("h", Text::new("menghitung tangan suara 1", "counts the hands of vote 1"))
        }
        (_, false, _) => {
            ("h", Text::new("menghitung tangan suara 2", "counts the hands of vote 2"))
        }
        (1, true, Some(Advice::Discuss)) => (
            "d",
            Text::new(
                "diskusi 3 menit, lalu u: suara kedua",
                "discuss 3 minutes, then u: second vote",
            ),
        ),
        (1, true, Some(Advice::Explain)) => (
            "u",
            Text::new(
                "suara kedua, setelah dijelaskan lagi",
                "second vote, after explaining it again",
            ),
        ),
        _ if poll.show == Show::Question => {
            ("g", Text::new("grafik, lalu k: kunci dan alasannya", "graph, then k: key and why"))
        }
        _ => ("k", Text::new("kunci dan alasannya", "key and why")),
    }
}
