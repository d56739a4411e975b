//! A question in the hall: asked, counted, explained. Counts are totals; nobody is named.

mod bars;
mod key;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{Hall, Part, flow::Flow, sheet::Sheet};
use crate::{
    model::course::{Choice, Item, Kind},
    model::text::Lang,
    ui::prose,
};

/// What is shown of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The question with its options.
    #[default]
    Question,
    /// How many chose which.
    Bars,
    /// What is right, and why.
    Key,
}

/// A question put to the hall.
#[derive(Clone, Copy, Debug)]
pub struct Poll<'a> {
    /// The question.
    pub item: &'a Item,
    /// Keys of its options in the order shown; as in the file where this is empty.
    pub shown: &'a [String],
    /// What was counted: one list for each vote, a number for each option in the order shown.
    pub counts: &'a [Vec<u32>],
    /// What is shown of it.
    pub view: View,
}

/// One thing to raise a hand for.
struct Answer<'a> {
    letter: char,
    text: &'a str,
    is_right: bool,
    /// Where it is explained.
    choice: Option<&'a Choice>,
}

impl<'a> Poll<'a> {
    /// How many different answers hands can be raised for; 0 for a question that is only talked
    /// about.
    pub fn len(&self) -> usize {
        self.answers(Lang::Id).len()
    }

    /// Whether no hands can be raised.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The options in the order shown.
    fn options(&self) -> Vec<&'a Choice> {
        if self.shown.is_empty() {
            return self.item.options.iter().collect();
        }
        self.shown.iter().filter_map(|key| self.item.option(key)).collect()
    }

    /// What hands are raised for.
    fn answers(&self, lang: Lang) -> Vec<Answer<'a>> {
        let lettered = |(letter, option): (char, &'a Choice)| Answer {
            letter,
            text: option.text.get(lang),
            is_right: option.right,
            choice: Some(option),
        };
        match self.item.kind {
            Kind::Single | Kind::Multiple => {
                ('A'..='Z').zip(self.options()).map(lettered).collect()
            }
            Kind::Truth => [(true, 'A', ("Benar", "True")), (false, 'B', ("Salah", "False"))]
                .into_iter()
                .map(|(verdict, letter, (id, en))| Answer {
                    letter,
                    text: lang.pick(id, en),
                    is_right: verdict == self.item.verdict,
                    choice: None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl Hall<'_> {
    /// A question in one of its views.
    pub fn question(&self, poll: &Poll<'_>) -> Vec<Part> {
        let foot = self.foot(&poll.item.page);
        let title = poll.item.prompt.get(self.lang);
        let sheet = Sheet { title, foot: &foot, may_be_big: false };
        match poll.view {
            View::Question => self.sheet(sheet, &|flow, room| self.pour_question(poll, flow, room)),
            View::Bars => self.bars(poll, sheet),
            View::Key => self.sheet(sheet, &|flow, room| self.pour_key(poll, flow, room.columns)),
        }
    }

    fn pour_question(&self, poll: &Poll<'_>, flow: &mut Flow, room: super::flow::Room) {
        let theme = self.theme;
        let task = task(poll.item.kind, self.lang);
        if !task.is_empty() {
            let style = theme.text.patch(theme.quiet);
            flow.piece(prose::wrap(&[Span::styled(task, style)], room.columns, theme), 0);
        }
        let strong = theme.text.patch(theme.strong).patch(theme.accent);
        let mut list = |mark: String, text: &str, is_first: bool| {
            let lines = self.styled(&mark, strong, text, theme.text, room.columns);
            if is_first || room.is_airy {
                flow.piece(lines, 0);
            } else {
                flow.close_piece(lines, 0);
            }
        };
        for (index, answer) in poll.answers(self.lang).iter().enumerate() {
            list(answer.letter.to_string(), answer.text, index == 0);
        }
        match poll.item.kind {
            Kind::Order | Kind::Match | Kind::Classify => {
                for (index, option) in poll.options().iter().enumerate() {
                    list(theme.marks.bullet.to_owned(), option.text.get(self.lang), index == 0);
                }
            }
            _ => {}
        }
        let choices: Vec<&str> = match poll.item.kind {
            Kind::Match => {
                poll.options().iter().map(|row| row.with.get(self.lang).as_str()).collect()
            }
            Kind::Classify => {
                poll.item.bins.iter().map(|bin| bin.text.get(self.lang).as_str()).collect()
            }
            _ => Vec::new(),
        };
        // Sorted, so that no partner stands where its row stands.
        let mut choices = choices;
        if poll.item.kind == Kind::Match {
            choices.sort_unstable();
        }
        for (index, (letter, choice)) in ('A'..='Z').zip(choices).enumerate() {
            list(letter.to_string(), choice, index == 0);
        }
    }

    /// A mark in its own style, and text hanging beside it.
    pub(super) fn styled(
        &self,
        mark: &str,
        of_mark: Style,
        text: &str,
        of_text: Style,
        columns: u16,
    ) -> Vec<Line<'static>> {
        let mark = format!("{mark}  ");
        let indent = Span::styled(" ".repeat(usize::from(prose::cells(&mark))), self.theme.text);
        let text = [Span::styled(text, of_text)];
        prose::hanging(&Span::styled(mark, of_mark), &indent, columns, |room| {
            prose::wrap(&text, room, self.theme)
        })
    }

    /// The same in the styles of a list.
    pub(super) fn marked(&self, mark: &str, text: &str, columns: u16) -> Vec<Line<'static>> {
        let strong = self.theme.text.patch(self.theme.strong);
        self.styled(mark, strong, text, self.theme.text, columns)
    }
}

/// What to do, where that is not plain.
const fn task(kind: Kind, lang: Lang) -> &'static str {
    let (id, en) = match kind {
        Kind::Single => return "",
        Kind::Truth => ("Benar atau salah? Mengapa?", "True or false? Why?"),
        Kind::Multiple => ("Lebih dari satu yang benar.", "More than one is right."),
        Kind::Order => ("Bagaimana urutannya?", "In which order?"),
        Kind::Match => ("Mana pasangannya?", "What belongs together?"),
        Kind::Classify => ("Masuk ke mana masing-masing?", "Where does each belong?"),
        Kind::Recall => ("Bagaimana bunyinya?", "What is the answer?"),
        Kind::Reflect => ("Pikirkan sejenak, lalu bicarakan.", "Think for a moment, then talk."),
    };
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}
