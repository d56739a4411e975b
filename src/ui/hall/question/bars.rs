//! How many hands for which option: one vote, or two side by side with the change. A number stands
//! beside each bar, so that nothing hangs on its length or colour.

use ratatui::text::{Line, Span};

use super::{Answer, Poll};
use crate::{
    model::text::Lang,
    ui::{
        hall::{
            Hall, Part,
            flow::{Flow, Room},
            sheet::Sheet,
        },
        prose,
    },
};

/// Columns before a bar.
const INDENT: u16 = 3;
/// Columns between two bars.
const BETWEEN: u16 = 2;

/// What was counted for one option: a number for each vote, at most two.
fn counted(poll: &Poll<'_>, option: usize) -> Vec<u32> {
    // Of more than two votes, the first and the last tell the story.
    let votes: Vec<_> = match poll.counts {
        [first, .., last] => vec![first, last],
        few => few.iter().collect(),
    };
    votes.iter().map(|vote| vote.get(option).copied().unwrap_or(0)).collect()
}

impl Hall<'_> {
    /// The options with their bars; where that needs several parts, letters and bars alone.
    pub(super) fn bars(&self, poll: &Poll<'_>, sheet: Sheet<'_>) -> Vec<Part> {
        let full = self.sheet(sheet, &|flow, room| self.pour_bars(poll, flow, room, true));
        if full.len() == 1 {
            return full;
        }
        let short = self.sheet(sheet, &|flow, room| self.pour_bars(poll, flow, room, false));
        if short.len() < full.len() { short } else { full }
    }

    fn pour_bars(&self, poll: &Poll<'_>, flow: &mut Flow, room: Room, has_text: bool) {
        let columns = room.columns;
        let theme = self.theme;
        let answers = poll.answers(self.lang);
        let counts: Vec<_> = (0..answers.len()).map(|at| counted(poll, at)).collect();
        let votes = poll.counts.len().min(2);
        let totals: Vec<u64> = (0..votes)
            .map(|vote| {
                counts
                    .iter()
                    .filter_map(|counts| counts.get(vote))
                    .map(|count| u64::from(*count))
                    .sum()
            })
            .collect();
        let chart = Chart::new(&counts, columns, votes, has_text);
        let quiet = theme.text.patch(theme.quiet);
        let heading = heading(&totals, &chart, has_text, self.lang);
        flow.piece(prose::wrap(&[Span::styled(heading, quiet)], columns, theme), 0);
        for (index, (answer, counts)) in answers.iter().zip(&counts).enumerate() {
            let lines = self.bar_lines(answer, counts, &chart, columns, has_text);
            if index == 0 || room.is_airy {
                flow.piece(lines, 0);
            } else {
                flow.close_piece(lines, 0);
            }
        }
    }

    fn bar_lines(
        &self,
        answer: &Answer<'_>,
        counts: &[u32],
        chart: &Chart,
        columns: u16,
        has_text: bool,
    ) -> Vec<Line<'static>> {
        let theme = self.theme;
        let strong = theme.text.patch(theme.strong).patch(theme.accent);
        let letter = answer.letter.to_string();
        let block = theme.marks.block;
        let change = change(counts);
        if !has_text {
            let mut runs = vec![Span::styled(format!("{letter}  "), strong)];
            for count in counts {
                let (bar, pad) = chart.bar(*count, block);
                let number = format!(" {count:>width$}", width = chart.digits);
                runs.push(Span::styled(bar, theme.text.patch(theme.accent)));
                runs.push(Span::styled(pad + &number, theme.text.patch(theme.strong)));
                runs.push(Span::styled(" ".repeat(usize::from(BETWEEN)), theme.text));
            }
            runs.push(Span::styled(change, theme.text));
            return prose::wrap(&runs, columns, theme);
        }
        let mut lines = self.styled(&letter, strong, answer.text, theme.text, columns);
        for (vote, count) in counts.iter().enumerate() {
            let mark = if counts.len() > 1 { format!("{} ", vote + 1) } else { String::new() };
            let (bar, _) = chart.bar(*count, block);
            let gap = if bar.is_empty() { "" } else { " " };
            let change = if vote + 1 == counts.len() { change.as_str() } else { "" };
            let runs = [
                Span::styled(format!("   {mark}"), theme.text.patch(theme.quiet)),
                Span::styled(bar, theme.text.patch(theme.accent)),
                Span::styled(format!("{gap}{count}"), theme.text.patch(theme.strong)),
                Span::styled(format!("  {change}"), theme.text.patch(theme.quiet)),
            ];
            lines.extend(prose::wrap(&runs, columns, theme));
        }
        lines
    }
}

/// What bars of one question have in common.
struct Chart {
    /// Cells of the longest bar.
    longest: u16,
    /// The count that it stands for.
    most: u32,
    /// Digits of the longest number.
    digits: usize,
}

impl Chart {
    fn new(counts: &[Vec<u32>], columns: u16, votes: usize, has_text: bool) -> Self {
        let most = counts.iter().flatten().copied().max().unwrap_or(0);
        let digits = most.to_string().len();
        let number = digits as u16 + 1;
        // The change with its sign.
        let change = if votes > 1 { number + BETWEEN } else { 0 };
        let longest = if has_text {
            columns.saturating_sub(INDENT + 2 + number + change)
        } else {
            let each = columns.saturating_sub(INDENT + change) / (votes.max(1) as u16);
            each.saturating_sub(number + BETWEEN)
        };
        Self { longest, most, digits }
    }

    /// A bar, and the spaces that it leaves free.
    fn bar(&self, count: u32, block: &str) -> (String, String) {
        let longest = u64::from(self.longest);
        let cells = (u64::from(count) * longest).checked_div(u64::from(self.most)).unwrap_or(0);
        // Whoever raised a hand is seen.
        let cells = cells.max(u64::from(count > 0)).min(longest) as usize;
        (block.repeat(cells), " ".repeat(usize::from(self.longest) - cells))
    }
}

/// The change from the first vote to the last, with its sign.
fn change(counts: &[u32]) -> String {
    let [first, last] = counts else { return String::new() };
    match first.cmp(last) {
        std::cmp::Ordering::Less => format!("+{}", last - first),
        std::cmp::Ordering::Equal => "=".to_owned(),
        std::cmp::Ordering::Greater => format!("−{}", first - last),
    }
}

/// How many hands there were; above two bars side by side, each above its own.
fn heading(totals: &[u64], chart: &Chart, has_text: bool, lang: Lang) -> String {
    match (totals, lang) {
        ([], Lang::Id) => "Belum ada hitungan.".to_owned(),
        ([], Lang::En) => "Nothing was counted yet.".to_owned(),
        ([one], Lang::Id) => format!("{one} tangan"),
        ([1], Lang::En) => "1 hand".to_owned(),
        ([one], Lang::En) => format!("{one} hands"),
        ([first, last, ..], _) => {
            let word = lang.pick("Suara", "Vote");
            let (first, last) = (format!("{word} 1: {first}"), format!("{word} 2: {last}"));
            let each = usize::from(chart.longest + BETWEEN) + chart.digits + 1;
            if has_text { format!("{first} · {last}") } else { format!("   {first:<each$}{last}") }
        }
    }
}

/// The share of right answers in each vote, in percent; `None` where nobody voted.
pub(super) fn shares(poll: &Poll<'_>, lang: Lang) -> Vec<Option<u32>> {
    let answers = poll.answers(lang);
    let share = |counts: &&Vec<u32>| {
        let all: u64 = counts.iter().take(answers.len()).map(|count| u64::from(*count)).sum();
        let right = counts.iter().zip(&answers).filter(|(_, answer)| answer.is_right);
        let right: u64 = right.map(|(count, _)| u64::from(*count)).sum();
        (right * 200 + all).checked_div(all * 2).map(|share| share as u32)
    };
    match poll.counts {
        [first, .., last] => [first, last].iter().map(share).collect(),
        few => few.iter().map(|counts| share(&counts)).collect(),
    }
}
