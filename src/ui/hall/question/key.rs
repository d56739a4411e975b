//! What is right, and why.

use ratatui::text::Span;

use super::{Poll, bars};
use crate::{
    model::{course::Kind, dates::percent, text::Text},
    ui::{
        hall::{Hall, flow::Flow},
        prose,
    },
};

const RIGHT: Text = Text::new("Benar", "Right");

impl Hall<'_> {
    pub(super) fn pour_key(&self, poll: &Poll<'_>, flow: &mut Flow, columns: u16) {
        let theme = self.theme;
        let item = poll.item;
        let right = theme.text.patch(theme.strong).patch(theme.right);
        let check = theme.marks.check;
        let plain = |text: &str| prose::wrap(&[Span::styled(text, theme.text)], columns, theme);
        for answer in poll.answers(self.lang).iter().filter(|answer| answer.is_right) {
            let mark = format!("{check} {}", answer.letter);
            let text = format!("{} ({})", answer.text, RIGHT.say(self.lang).to_lowercase());
            flow.piece(self.styled(&mark, right, &text, right, columns), 0);
            if let Some(choice) = answer.choice {
                flow.piece(plain(choice.why.get(self.lang)), 0);
            }
        }
        match item.kind {
            Kind::Truth => {
                for reason in item.options.iter().filter(|option| option.right) {
                    flow.piece(plain(reason.text.get(self.lang)), 0);
                    flow.piece(plain(reason.why.get(self.lang)), 0);
                }
            }
            Kind::Order | Kind::Match | Kind::Classify => self.pour_rows(poll, flow, columns),
            Kind::Recall => {
                let accepted = item.accept.get(self.lang).first().map_or("", String::as_str);
                flow.piece(self.styled(check, right, accepted, right, columns), 0);
                flow.piece(plain(item.why.get(self.lang)), 0);
            }
            Kind::Reflect => {
                flow.piece(plain(item.model.get(self.lang)), 0);
                for point in &item.check {
                    let bullet = theme.marks.bullet;
                    flow.piece(self.marked(bullet, point.get(self.lang), columns), 0);
                }
            }
            Kind::Single | Kind::Multiple => {}
        }
        if let Some(told) = self.told_shares(poll) {
            let strong = theme.text.patch(theme.strong);
            flow.piece(prose::wrap(&[Span::styled(told, strong)], columns, theme), 0);
        }
    }

    /// Each row with what belongs to it, or with its number.
    fn pour_rows(&self, poll: &Poll<'_>, flow: &mut Flow, columns: u16) {
        let theme = self.theme;
        let right = theme.text.patch(theme.strong).patch(theme.right);
        for (index, row) in poll.item.options.iter().enumerate() {
            let text = row.text.get(self.lang);
            let (mark, text) = if poll.item.kind == Kind::Order {
                (format!("{}.", index + 1), text.clone())
            } else {
                let choice = poll.item.choice(poll.item.right_choice(row));
                let choice = choice.map_or("", |said| said.get(self.lang).as_str());
                (theme.marks.check.to_owned(), format!("{text} → {choice}"))
            };
            flow.piece(self.styled(&mark, right, &text, theme.text, columns), 0);
        }
    }

    /// How many were right, before and after: `Benar: 29 % → 77 %`, as the language writes it.
    fn told_shares(&self, poll: &Poll<'_>) -> Option<String> {
        let shares: Option<Vec<String>> = bars::shares(poll, self.lang)
            .into_iter()
            .map(|share| Some(percent(f64::from(share?) / 100.0, self.lang)))
            .collect();
        let shares = shares.filter(|shares| !shares.is_empty())?;
        Some(format!("{}: {}", RIGHT.say(self.lang), shares.join(" → ")))
    }
}
