//! The answer sheet of a test: every question with what was given, the way back to any of them, and
//! the handing in.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    padded,
    question::{self, Question, exam},
};
use crate::{
    model::{
        profile::{OpenRound, Spot},
        quiz,
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step, of},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// The sheet of the open test.
pub struct Sheet {
    cursor: Cursor,
    /// Handing in was asked for although something is missing; once more does it.
    is_asked: bool,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Go to the question under the cursor, or hand in.
    Open,
    /// Move the cursor.
    Move(Move),
    /// Mark the question under the cursor to come back to.
    Flag,
    /// Back to the question.
    Back,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, keys::RIGHT, Key::char('l')], Msg::Open, Text::new("buka", "open")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('t')], Msg::Flag, Text::new("tandai ragu", "flag")),
    bind(
        &[keys::ESC, keys::LEFT, Key::char('h')],
        Msg::Back,
        Text::new("ke soal", "to the question"),
    ),
];

impl Sheet {
    /// The sheet, the cursor on what is to be done next: the question that was open, or the handing
    /// in once all is answered.
    pub fn new(cx: &Cx) -> Self {
        let open = cx.work().open.as_ref();
        let at =
            open.map_or(0, |open| if missing(open, cx) == 0 { open.items.len() } else { open.at });
        Self { cursor: Cursor::new(at), is_asked: false }
    }

    /// Rows that the cursor visits: each question, then the handing in.
    fn count(cx: &Cx) -> usize {
        cx.work().open.as_ref().map_or(0, |open| open.items.len() + 1)
    }

    fn open(&mut self, cx: &mut Cx) -> Step {
        let at = self.cursor.at(Self::count(cx));
        let Some(open) = &cx.work().open else { return Step::Back };
        if at < open.items.len() {
            cx.edit_work(Save::Now, |work| {
                if let Some(open) = &mut work.open {
                    open.at = at;
                }
            });
            return Step::swap(Question::resumed(cx));
        }
        if !self.is_asked && missing(open, cx) + open.flags.len() > 0 {
            self.is_asked = true;
            return Step::Stay;
        }
        exam::hand_in(cx).unwrap_or(Step::Back)
    }
}

/// How far a question of the test is answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Empty,
    Part,
    Whole,
    /// It left the course; whatever was given counts nothing.
    Gone,
}

fn state(open: &OpenRound, key: &str, cx: &Cx) -> State {
    match (open.given(key), cx.course.item(key)) {
        (_, None) => State::Gone,
        (None, Some(_)) => State::Empty,
        (Some(given), Some((_, item))) if quiz::is_whole(item, &given.chosen) => State::Whole,
        (Some(_), Some(_)) => State::Part,
    }
}

/// Questions without a whole answer, of those that are still in the course.
fn missing(open: &OpenRound, cx: &Cx) -> usize {
    let is_missing = |item: &&String| matches!(state(open, item, cx), State::Empty | State::Part);
    open.items.iter().filter(is_missing).count()
}

impl Screen for Sheet {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        !matches!(msg, Msg::Flag) || self.cursor.at(Self::count(cx)) + 1 < Self::count(cx)
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let name = lang.pick("Lembar jawaban", "Answer sheet");
        let Some(open) = &cx.work().open else { return Head::default() };
        let ask = quiz::open(&cx.course, cx.work());
        let left = ask.map_or_else(String::new, |ask| question::title(&ask, cx));
        let there = open.items.iter().filter(|item| cx.course.item(item).is_some()).count();
        let given = there.saturating_sub(missing(open, cx));
        let right = format!("{} {}", of(given, there, lang), lang.pick("terjawab", "answered"));
        Head { left: format!("{left} · {name}"), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let count = Self::count(cx);
        match msg {
            Msg::Open => return self.open(cx),
            Msg::Move(to) => self.cursor.go(to, count),
            Msg::Flag => {
                let at = self.cursor.at(count);
                cx.edit_work(Save::Now, |work| {
                    let Some(open) = &mut work.open else { return };
                    if let Some(item) = open.items.get(at).cloned() {
                        open.turn_flag(&item);
                    }
                });
            }
            Msg::Back => {
                cx.edit_work(Save::Now, |work| {
                    if let Some(open) = &mut work.open {
                        open.at = open.at.min(open.items.len().saturating_sub(1));
                    }
                });
                return Step::swap(Question::resumed(cx));
            }
        }
        self.is_asked = false;
        Step::Stay
    }

    /// The test is in the record already.
    fn spot(&self, _: &Cx) -> Option<Spot> {
        Some(Spot { screen: question::SPOT.to_owned(), ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let (lang, theme) = (cx.lang(), &cx.theme);
        let open = cx.work().open.as_ref()?;
        let at = self.cursor.at(Self::count(cx));
        let width = usize::from(area.width);
        let mut rows = Vec::new();
        for (place, key) in open.items.iter().enumerate() {
            let state = state(open, key, cx);
            let (mark, style) = match state {
                State::Whole => (theme.marks.full, theme.accent),
                State::Part | State::Empty => (theme.marks.empty, theme.quiet),
                State::Gone => (" ", theme.quiet),
            };
            let mut flag = String::new();
            if state == State::Part {
                flag += lang.pick(" belum lengkap", " incomplete");
            }
            if open.flags.contains(key) {
                flag += lang.pick(" ragu", " flagged");
            }
            let prompt = cx.course.item(key).map_or_else(
                || lang.pick("(soal ini sudah tidak ada dalam bahan)", "(no longer in the course)"),
                |(_, item)| told_apart(item.prompt.get(lang), &cx.course.practice.label),
            );
            let lead = format!(" {:>2}  ", place + 1);
            let room = width.saturating_sub(3 + lead.len() + flag.len());
            let text = format!("{lead}{}", frame::fit(prompt, room, theme));
            let spans =
                vec![Span::styled(mark, style), Span::raw(text), Span::styled(flag, theme.accent)];
            rows.push(cursor::row(place == at, spans, theme));
        }
        rows.push(Line::raw(""));
        let is_here = at == open.items.len();
        let here = if is_here { rows.len() } else { at };
        let words = lang.pick("Kumpulkan jawaban", "Hand the answers in");
        rows.push(cursor::row(is_here, vec![Span::styled(words, theme.strong)], theme));
        let below = if self.is_asked {
            Span::styled(lacking(open, cx), theme.accent)
        } else {
            let used = exam::minutes_used(open.ms, lang);
            let word = lang.pick("Waktu yang terpakai", "Time used");
            Span::styled(format!("{word}: {used}."), theme.quiet)
        };
        for line in prose::wrap(&[below], area.width.saturating_sub(2), theme) {
            rows.push(Line::raw(format!("  {line}")).style(if self.is_asked {
                theme.accent
            } else {
                theme.quiet
            }));
        }
        let here = if is_here { rows.len() - 1 } else { here };
        cursor::draw(&rows, here, area, buf, theme);
        None
    }
}

/// A prompt without the label of made-up data before it: with it many rows would look the same. Whoever
/// opens the question sees it whole.
fn told_apart<'a>(prompt: &'a str, label: &str) -> &'a str {
    let rest = prompt.strip_prefix(label).filter(|_| !label.is_empty());
    let rest = rest.and_then(|rest| rest.split_once([':', '.'])).map(|(_, rest)| rest.trim_start());
    rest.filter(|rest| !rest.is_empty()).unwrap_or(prompt)
}

/// What is missing, and that once more hands in all the same.
fn lacking(open: &OpenRound, cx: &Cx) -> String {
    let (missing, flags) = (missing(open, cx), open.flags.len());
    match cx.lang() {
        Lang::Id => format!(
            "Belum terjawab lengkap: {missing}; ditandai ragu: {flags}. Yang kosong bernilai 0. Enter sekali lagi mengumpulkan."
        ),
        Lang::En => format!(
            "Not fully answered: {missing}; flagged: {flags}. What is empty counts 0. Enter once more hands it in."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::told_apart;

    #[test]
    fn a_row_of_the_sheet_begins_where_prompts_begin_to_differ() {
        let label = "DATA LATIHAN – fiktif";
        for (prompt, told) in [
            ("DATA LATIHAN – fiktif: loket mencatat", "loket mencatat"),
            ("DATA LATIHAN – fiktif (made up): a desk", "a desk"),
            ("DATA LATIHAN – fiktif. SOP ini: tiga hari", "SOP ini: tiga hari"),
            ("DATA LATIHAN – fiktif", "DATA LATIHAN – fiktif"),
            ("DATA LATIHAN – fiktif:", "DATA LATIHAN – fiktif:"),
            ("Loket: DATA LATIHAN – fiktif", "Loket: DATA LATIHAN – fiktif"),
        ] {
            assert_eq!(told_apart(prompt, label), told);
        }
        assert_eq!(told_apart("a: b", ""), "a: b");
    }
}
