//! One line that the facilitator types: a page, minutes, hands, a time, names. Numbers take digits
//! only, so that a clicker's black stays black while they are typed.

use crate::{
    model::{
        course::{Course, Item},
        live::{groups, options},
        text::{Lang, Text},
    },
    ui::{
        keys::{self, Code, Key},
        screen::Input,
        widgets::edit::Edit,
    },
};

/// Most digits of a number.
const DIGITS: usize = 4;
/// Between two numbers.
const BETWEEN: &str = "  ";
/// Longest line of text.
const LONGEST: usize = groups::MOST * (groups::LONGEST + 2);

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// The number of a page.
    Page,
    /// Minutes of a countdown.
    Minutes,
    /// Hands of a vote, option by option.
    Hands {
        /// Key of the question.
        item: String,
        /// Vote, 1 or 2.
        vote: usize,
        /// What the options are called: `A`, `B` …
        letters: Vec<char>,
    },
    /// When the day began, as digits of hours and minutes.
    Time {
        /// Key of the schedule.
        schedule: Option<String>,
        /// Day of the schedule, from 1.
        day: u32,
    },
    /// Names of the groups, with commas between them.
    Groups,
    /// The name of a run that begins.
    Run,
}

/// A line being typed: one field, or several numbers side by side.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is for.
    pub what: For,
    /// Numbers, where it takes those.
    numbers: Vec<String>,
    /// The number that is being typed.
    at: usize,
    /// Text, where it takes that.
    text: Edit,
    /// The number stands there as a proposal: a digit takes its place.
    is_proposed: bool,
}

/// What an input did to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// It is not the line's.
    Nothing,
    /// The line changed.
    More,
    /// It is given up.
    Cancel,
    /// It is complete.
    Done,
}

impl Line {
    /// A line for one number, which begins with these digits.
    pub(super) fn number(what: For, digits: &str, is_proposed: bool) -> Self {
        let numbers = vec![digits.to_owned()];
        Self { what, numbers, at: 0, text: Edit::default(), is_proposed }
    }

    /// A line for the hands of a vote, with those that were counted before.
    pub(super) fn hands(item: &Item, vote: usize, known: &[u32]) -> Self {
        let count = options(item);
        let number = |at: usize| known.get(at).map(u32::to_string).unwrap_or_default();
        let letters = ('A'..='Z').take(count).collect();
        let what = For::Hands { item: item.key.clone(), vote, letters };
        let numbers = (0..count).map(number).collect();
        Self { what, numbers, at: 0, text: Edit::default(), is_proposed: true }
    }

    /// A line for text.
    pub(super) fn text(what: For, value: &str) -> Self {
        let text = Edit::new(value, LONGEST);
        let is_proposed = !value.is_empty();
        Self { what, numbers: Vec::new(), at: 0, text, is_proposed }
    }

    /// Whether it takes text, so that letters are no keys.
    pub const fn is_text(&self) -> bool {
        self.numbers.is_empty()
    }

    pub(super) fn typed(&mut self, input: &Input) -> Typed {
        let key = match input {
            Input::Paste(text) if self.is_text() => {
                if std::mem::take(&mut self.is_proposed) {
                    self.text = Edit::new("", LONGEST);
                }
                self.text.insert(text);
                return Typed::More;
            }
            Input::Paste(_) => return Typed::More,
            Input::Key(key) => *key,
        };
        match key {
            keys::ESC => Typed::Cancel,
            keys::ENTER if self.at + 1 < self.numbers.len() => self.turn(true),
            keys::ENTER => Typed::Done,
            key if self.is_text() => self.letter(key),
            key => self.digit(key),
        }
    }

    /// A letter takes the place of a proposal; whoever moves first edits it.
    fn letter(&mut self, key: Key) -> Typed {
        let is_typed = key.typed().is_some();
        if std::mem::take(&mut self.is_proposed) && is_typed {
            self.text = Edit::new("", LONGEST);
        }
        if self.text.press(key) { Typed::More } else { Typed::Nothing }
    }

    /// To the next number or the one before.
    fn turn(&mut self, is_on: bool) -> Typed {
        let last = self.numbers.len().saturating_sub(1);
        self.at = if is_on { (self.at + 1).min(last) } else { self.at.saturating_sub(1) };
        self.is_proposed = true;
        Typed::More
    }

    fn digit(&mut self, key: Key) -> Typed {
        let has_many = self.numbers.len() > 1;
        let Some(number) = self.numbers.get_mut(self.at) else { return Typed::Nothing };
        match key {
            Key { code: Code::Char(c), ctrl: false, alt: false } if c.is_ascii_digit() => {
                if std::mem::take(&mut self.is_proposed) {
                    number.clear();
                }
                if number.len() < DIGITS + number.find(',').map_or(0, |at| at + 1) {
                    number.push(c);
                }
                Typed::More
            }
            // A page of a module: "2,5".
            key if key == Key::char(',') && self.what == For::Page => {
                if !number.is_empty() && !number.contains(',') {
                    number.push(',');
                }
                Typed::More
            }
            Key { code: Code::Backspace, .. } if number.is_empty() => self.turn(false),
            Key { code: Code::Backspace, .. } => {
                self.is_proposed = false;
                number.pop();
                Typed::More
            }
            keys::SPACE | keys::TAB | keys::RIGHT | keys::DOWN if has_many => self.turn(true),
            keys::BACK_TAB | keys::LEFT | keys::UP if has_many => self.turn(false),
            _ => Typed::Nothing,
        }
    }

    /// The numbers that were typed; 0 where nothing was.
    pub(super) fn values(&self) -> Vec<u32> {
        self.numbers.iter().map(|number| number.parse().unwrap_or(0)).collect()
    }

    /// The text, or the digits of the only number.
    pub(super) fn value(&self) -> &str {
        self.numbers.first().map_or_else(|| self.text.value(), String::as_str).trim()
    }

    /// What stands before what is typed.
    pub fn label(&self, course: &Course, lang: Lang) -> String {
        let text = match &self.what {
            For::Page => {
                let last = crate::model::live::hall_pages(course).count();
                return match lang {
                    Lang::Id => format!("Ke halaman (1–{last}, atau modul,halaman):"),
                    Lang::En => format!("To page (1–{last}, or module,page):"),
                };
            }
            For::Hands { vote, .. } => {
                return match lang {
                    Lang::Id => format!("Suara {vote}, jumlah tangan:"),
                    Lang::En => format!("Vote {vote}, hands:"),
                };
            }
            For::Minutes => Text::new("Hitung mundur, menit:", "Countdown, minutes:"),
            For::Time { .. } => {
                Text::new("Mulai pukul (0815 = 08.15):", "Begun at (0815 = 08:15):")
            }
            For::Groups => {
                Text::new("Nama kelompok, dipisah koma:", "Names of the groups, with commas:")
            }
            For::Run => Text::new("Nama kelas ini:", "Name of this class:"),
        };
        text.say(lang).to_owned()
    }

    /// What was typed, as it is shown, and the column of the cursor in it.
    pub fn shown(&self) -> (String, usize) {
        if self.is_text() {
            let rows = self.text.rows(usize::MAX);
            return (rows.rows.concat(), rows.cursor.1);
        }
        let For::Hands { letters, .. } = &self.what else {
            let number = self.numbers.concat();
            let end = number.len();
            return (number, end);
        };
        let numbers = letters.iter().zip(&self.numbers);
        let fields: Vec<String> = numbers
            .map(|(letter, number)| {
                let number = if number.is_empty() { "_" } else { number };
                format!("{letter} {number}")
            })
            .enumerate()
            // The one that is being typed stands out.
            .map(|(at, field)| if at == self.at { format!("[{field}]") } else { field })
            .collect();
        let before: usize =
            fields.iter().take(self.at).map(|field| field.len() + BETWEEN.len()).sum();
        let cursor = before + fields.get(self.at).map_or(0, |field| field.len() - 1);
        (fields.join(BETWEEN), cursor)
    }
}
