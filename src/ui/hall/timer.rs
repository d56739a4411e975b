//! A countdown in digits that the last row reads. Knows no clock: what is left is told.

use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};

use super::{Hall, Part, Row, big, flow::Flow, sheet::Sheet};
use crate::{
    model::text::{Lang, Text},
    ui::{prose, theme},
};

/// Rows of a window in which words are as big as headlines.
const TALL: u16 = 36;

/// How a countdown goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It runs.
    Running,
    /// It stands still.
    Paused,
    /// Nothing is left.
    Over,
}

/// A countdown as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown<'a> {
    /// Whole seconds that are left, rounded up.
    pub seconds: u64,
    /// How it goes.
    pub pace: Pace,
    /// What people do meanwhile, in a few words; may be empty.
    pub title: &'a str,
}

impl Pace {
    /// The word beside the digits.
    pub const fn word(self, lang: Lang) -> &'static str {
        let word = match self {
            Self::Running => Text::new("Sisa waktu", "Time left"),
            Self::Paused => Text::new("Dijeda", "Paused"),
            Self::Over => Text::new("Waktu habis", "Time is up"),
        };
        word.say(lang)
    }
}

/// Minutes and seconds, `05:00`; hours where there are any.
pub fn clock(seconds: u64) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    match minutes / 60 {
        0 => format!("{minutes:02}:{seconds:02}"),
        hours => format!("{hours}:{:02}:{seconds:02}", minutes % 60),
    }
}

impl Hall<'_> {
    /// The whole window for a countdown.
    pub fn countdown(&self, countdown: Countdown<'_>) -> Vec<Part> {
        let is_tall = self.size.1 >= TALL;
        let sheet = Sheet { title: countdown.title, foot: "", may_be_big: is_tall };
        let mut parts = self.sheet(sheet, &|_: &mut Flow, _| {});
        let (width, height) = self.size;
        let word = self.word(countdown.pace, is_tall);
        let head = parts.first().and_then(|part| part.rows.iter().map(|row| row.y + 2).max());
        let head = head.unwrap_or(0);
        // The digits with a margin, an empty line, the word, and a margin below.
        let free = height.saturating_sub(head + word.len() as u16 + 4);
        let time = clock(countdown.seconds);
        let digits = big::digits(&time, self.room(false).widest.saturating_sub(4), free);
        let digits = digits.filter(|_| parts.len() == 1 && self.has_blocks(free));
        let (Some(digits), Some(part)) = (digits, parts.first_mut()) else {
            return self.sheet(sheet, &|flow, _| flow.piece(self.told(countdown), 0));
        };
        let rows = (digits.len() + word.len()) as u16 + 3;
        let style = self.time_style(countdown.pace);
        // Inverted, a margin makes a field of them.
        let field = " ".repeat(digits.iter().map(|line| line.chars().count()).max().unwrap_or(0));
        let digits = [field.clone()].into_iter().chain(digits).chain([field]);
        let digits = digits.map(|line| Line::styled(format!("  {line}  "), style));
        let top = head + height.saturating_sub(head + rows) / 2;
        for (y, line) in (top..).zip(digits.chain([Line::default()]).chain(word)) {
            let x = width.saturating_sub(line.width() as u16) / 2;
            part.rows.push(Row::fixed(x, y, line));
        }
        parts
    }

    /// Whether there is room for digits that this terminal shows well.
    fn has_blocks(&self, free: u16) -> bool {
        // Quarter blocks have no plain relatives.
        self.theme.marks != theme::ASCII || (free >= 7 && self.size.0 >= 44)
    }

    /// The digits in a line of their own, with their word.
    pub(super) fn told(&self, countdown: Countdown<'_>) -> Vec<Line<'static>> {
        let style = self.time_style(countdown.pace).add_modifier(Modifier::BOLD);
        let text = self.theme.text;
        let runs = [
            Span::styled(countdown.pace.word(self.lang), text),
            Span::styled("  ", text),
            Span::styled(clock(countdown.seconds), style),
        ];
        prose::wrap(&runs, self.room(false).columns, self.theme)
    }

    /// Four rows of digits with their word beside them, where this terminal shows them.
    pub(super) fn told_big(&self, countdown: Countdown<'_>) -> Option<Vec<Line<'static>>> {
        let columns = self.room(false).columns;
        let rows = big::digits(&clock(countdown.seconds), columns, big::ROWS as u16)?;
        let word = countdown.pace.word(self.lang);
        let used = rows.iter().map(|row| prose::cells(row)).max()?;
        let fits = used + prose::cells(word) + 3 <= columns && self.has_blocks(0);
        let style = self.time_style(countdown.pace);
        let lines = rows.into_iter().enumerate().map(|(at, row)| {
            let mut line = Line::from(Span::styled(row, style));
            if at == 1 {
                line.push_span(Span::styled(format!("   {word}"), self.theme.text));
            }
            line
        });
        fits.then(|| lines.collect())
    }

    /// The word below the digits; in a tall window it is as big as a headline.
    fn word(&self, pace: Pace, is_tall: bool) -> Vec<Line<'static>> {
        let style = self.time_style(pace).add_modifier(Modifier::BOLD);
        let word = pace.word(self.lang);
        let room = self.room(false);
        if let Some(lines) = big::headline(word, room.widest.saturating_sub(4), 1)
            .filter(|_| is_tall && self.has_blocks(0))
        {
            let margin = if pace == Pace::Over { "  " } else { "" };
            let styled = |line| Line::styled(format!("{margin}{line}{margin}"), style);
            return lines.into_iter().map(styled).collect();
        }
        match pace {
            Pace::Over => vec![Line::styled(format!("  {word}  "), style)],
            _ => vec![Line::styled(word, style)],
        }
    }

    /// What is over stands inverted, what is paused is quiet; the word says both.
    fn time_style(&self, pace: Pace) -> Style {
        let theme = self.theme;
        match pace {
            Pace::Running => theme.text.patch(theme.accent),
            Pace::Paused => theme.text.patch(theme.quiet),
            Pace::Over => theme.text.patch(theme.wrong).add_modifier(Modifier::REVERSED),
        }
    }
}
