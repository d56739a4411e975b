//! A vote as the facilitator sees it: the key at once, hands with shares, what they call for, why.

use ratatui::text::{Line, Span};

use super::say;
use crate::{
    model::{
        course::{Item, Kind},
        dates::{number, percent},
        live::{Poll, options},
        tally::{self, Change},
        text::Lang,
    },
    ui::{prose, show::Window},
};

/// Columns of the hands of one vote.
const VOTE: u16 = 13;

/// Nothing where no poll is open.
pub(super) fn lines(window: &Window, width: u16) -> Vec<Line<'static>> {
    let Some((item, poll)) = window.poll() else { return Vec::new() };
    let (lang, theme) = (window.lang(), window.theme());
    let votes: Vec<usize> = (1..=poll.vote).filter(|vote| poll.is_counted(*vote)).collect();
    let mut all = Vec::new();
    if votes.is_empty() {
        all.extend(key(window, item, width));
    } else {
        all.extend(table(window, (item, poll), &votes, width));
    }
    if let Some(change) = Change::of(poll, item) {
        let gain = change.gain().map(|gain| {
            let word = lang.pick("peningkatan (gain)", "gain");
            format!("{word} {}", number(gain, 2, lang).replace('-', "−"))
        });
        let text: Vec<_> = [change.say(lang)].into_iter().chain(gain).collect();
        let text = text.join(" · ");
        all.extend(say(&text, theme.text.patch(theme.strong), width, window));
    }
    if let Some(advice) = window.advice() {
        all.extend(say(advice.say(lang), theme.text.patch(theme.accent), width, window));
    }
    all.extend(whys(window, item, width));
    all
}

/// Letters, words and whether right.
fn answers(item: &Item, lang: Lang) -> Vec<(char, &str, bool)> {
    let letters = 'A'..='Z';
    if item.kind == Kind::Truth {
        let words = [lang.pick("Benar", "True"), lang.pick("Salah", "False")];
        let answers = letters.zip(words).zip([item.verdict, !item.verdict]);
        return answers.map(|((letter, word), right)| (letter, word, right)).collect();
    }
    let answers = letters.zip(&item.options).take(options(item));
    answers.map(|(letter, it)| (letter, it.text.get(lang).as_str(), it.right)).collect()
}

/// "Kunci: B  Petugas loket".
fn key(window: &Window, item: &Item, width: u16) -> Vec<Line<'static>> {
    let (lang, theme) = (window.lang(), window.theme());
    let word = format!("{}: ", lang.pick("Kunci", "Key"));
    let right = answers(item, lang).into_iter().filter(|(.., is_right)| *is_right);
    let style = theme.text.patch(theme.right).patch(theme.strong);
    let mut first = Span::styled(word.clone(), theme.text.patch(theme.strong));
    let rest = Span::styled(" ".repeat(usize::from(prose::cells(&word))), theme.text);
    let mut all = Vec::new();
    for (letter, text, _) in right {
        let text = format!("{} {letter}  {text}", theme.marks.check);
        let lines = prose::hanging(&first, &rest, width, |room| say(&text, style, room, window));
        all.extend(lines);
        first = rest.clone();
    }
    all
}

/// One row for each option: its letter, whether it is right, its words, hands and shares.
fn table(
    window: &Window,
    (item, poll): (&Item, &Poll),
    votes: &[usize],
    width: u16,
) -> Vec<Line<'static>> {
    let (lang, theme) = (window.lang(), window.theme());
    let count = u16::try_from(votes.len()).unwrap_or(1);
    let room = width.saturating_sub(count * VOTE).max(1);
    let row = |left: Line<'static>, cells: Vec<String>, style| {
        let pad = usize::from(room).saturating_sub(left.width());
        let mut line = left;
        line.push_span(Span::styled(" ".repeat(pad), theme.text));
        for cell in cells {
            line.push_span(Span::styled(
                format!("{cell:>width$}", width = usize::from(VOTE)),
                style,
            ));
        }
        prose::clip(&line.spans, width, theme)
    };
    let quiet = theme.text.patch(theme.quiet);
    let names = votes.iter().map(|vote| format!("{} {vote}", lang.pick("suara", "vote")));
    let word = lang.pick("Hanya Anda melihat kunci.", "Only you see the key.");
    let shown = if poll.show == crate::model::live::Show::Key { "" } else { word };
    let head = prose::clip(&[Span::styled(shown, quiet)], room, theme);
    let mut all = vec![row(head, names.collect(), quiet)];
    for (at, (letter, text, is_right)) in answers(item, lang).into_iter().enumerate() {
        let style =
            if is_right { theme.text.patch(theme.right).patch(theme.strong) } else { theme.text };
        let mark = if is_right { theme.marks.check } else { " " };
        let left = Span::styled(format!("{mark} {letter}  {text}"), style);
        let left = prose::clip(&[left], room.saturating_sub(1), theme);
        let cells = votes.iter().map(|vote| {
            let tally = tally::tally(poll, item, *vote);
            let hands = poll.hands(*vote).get(at).copied().unwrap_or(0);
            let share = tally.and_then(|tally| tally.share(at)).map(|share| percent(share, lang));
            format!("{hands} {:>6}", share.unwrap_or_default())
        });
        all.push(row(left, cells.collect(), style));
    }
    all
}

/// Why: of each option, or of the statement.
fn whys(window: &Window, item: &Item, width: u16) -> Vec<Line<'static>> {
    let (lang, theme) = (window.lang(), window.theme());
    let why = |label: String, text: &str| {
        let first = Span::styled(label, theme.text.patch(theme.strong));
        let rest = Span::styled("   ", theme.text);
        prose::hanging(&first, &rest, width, |room| say(text, theme.text, room, window))
    };
    if item.kind == Kind::Truth {
        let reasons = item.options.iter().filter(|reason| reason.right);
        return reasons
            .flat_map(|reason| why(format!("{}  ", theme.marks.check), reason.text.get(lang)))
            .collect();
    }
    let all = ('A'..='Z').zip(&item.options).take(options(item));
    // The right one first: it is the one that is told.
    let (right, wrong): (Vec<_>, Vec<_>) = all.partition(|(_, option)| option.right);
    let both = right.into_iter().chain(wrong);
    both.filter(|(_, option)| !option.why.get(lang).trim().is_empty())
        .flat_map(|(letter, option)| why(format!("{letter}  "), option.why.get(lang)))
        .collect()
}
