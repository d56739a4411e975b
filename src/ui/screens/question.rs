//! One question at a time: answer, confidence, feedback, a second try; in a test no feedback until
//! it is handed in. The record decides where the round stands; this screen only holds what is not
//! yet committed.
//!
//! What stands in the question is in [`answer`], how it is chosen in [`choice`], [`rows`] and
//! [`reflection`] by families of kinds, what happens to it in [`moves`], and in a test in [`exam`].
//! What it all meant is read afterwards in [`explained`].

mod answer;
mod choice;
pub mod exam;
pub mod explained;
#[cfg(test)]
mod laws;
mod moves;
mod msg;
mod reflection;
mod rows;
mod view;
mod words;

use std::collections::BTreeMap;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub(super) use self::msg::KEYS;
pub use self::{
    msg::Msg,
    words::{name, title},
};
use super::{reader::Reader, result::Result as ResultScreen, search::Search};
use crate::{
    model::{
        course::{Item, Kind},
        profile::Spot,
        quiz::{self, Ask, Begin, Stage},
    },
    ui::{
        cx::{Cx, Save},
        keys::{Binding, Code},
        screen::{Head, Input, Screen, Step, of},
        widgets::edit::Edit,
    },
};

/// Longest typed word or phrase, in characters.
const LONGEST: usize = 400;
/// Longest reflection, in characters.
const LONGEST_REFLECTION: usize = 10_000;

/// The name of this screen among the spots of a desk.
pub(super) const SPOT: &str = "question";

/// A question of the open round.
pub struct Question {
    /// Cursor among what is shown: options, rows, or the list of a reflection.
    at: usize,
    /// Option keys chosen so far, in the order chosen; the ticks of a reflection.
    picked: Vec<String>,
    /// What each row was given, by key.
    pairs: BTreeMap<String, String>,
    /// The verdict on a statement, once settled.
    verdict: Option<bool>,
    /// The typed answer.
    edit: Edit,
    /// An accepted form that is one letter away: "did you mean …?".
    near: Option<String>,
    /// Enter was pressed although the answer is not whole: what is missing is said.
    is_lacking: bool,
    /// What is asked before the answer is committed.
    asking: Asking,
    /// The first try was not right and the second has begun.
    is_retrying: bool,
    /// Hints shown.
    hints: usize,
    /// When the question came up, or was come back to, in milliseconds.
    since: i64,
    /// Milliseconds spent on it before.
    spent: u64,
    /// First line shown of a feedback; lines above the cursor's view in a reflection's list.
    scroll: usize,
}

/// What is asked before an answer is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    /// The answer itself.
    Answer,
    /// How sure the person is.
    Sure,
    /// To tick what a reflection holds, with the model answer beside it.
    Ticks,
}

/// What a person is doing with the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// There is none: the round is at its end.
    Gone,
    /// Choosing by letters and arrows.
    Choosing,
    /// Typing.
    Typing,
    /// Comparing a reflection with the model answer.
    Comparing,
    /// Saying how sure they are.
    Sure,
    /// Reading the feedback.
    Told,
}

impl Question {
    /// Goes on with the open practice round of a module, or begins one. `None` when it has no
    /// questions.
    pub fn open(module: &str, cx: &mut Cx) -> Option<Self> {
        Self::start(&Ask::Module(module.to_owned()), cx)
    }

    /// Goes on with the open round if this is what it asks, or begins one. `None` when there is
    /// nothing to ask.
    pub fn start(ask: &Ask, cx: &mut Cx) -> Option<Self> {
        if quiz::open(&cx.course, cx.work()).as_ref() != Some(ask) {
            let (course, standing) = (cx.course.clone(), cx.standing());
            let session = cx.profile().settings.session();
            let (seed, now) = (cx.fresh_seed(), cx.now);
            let from = Begin { course: &course, standing: &standing, session, seed, now };
            if !cx.edit_work(Save::Now, |work| quiz::begin(&from, ask, work)) {
                return None;
            }
        }
        Some(Self::resumed(cx))
    }

    /// The open round where it stands.
    pub(super) fn resumed(cx: &mut Cx) -> Self {
        let mut question = Self::blank(cx);
        question.take_up(cx);
        question
    }

    /// The question that is asked, with nothing in it.
    fn blank(cx: &Cx) -> Self {
        let is_reflection = Self::kind(cx) == Some(Kind::Reflect);
        let longest = if is_reflection { LONGEST_REFLECTION } else { LONGEST };
        Self {
            at: 0,
            picked: Vec::new(),
            pairs: BTreeMap::new(),
            verdict: None,
            edit: Edit::new("", longest),
            near: None,
            is_lacking: false,
            asking: Asking::Answer,
            is_retrying: false,
            hints: 0,
            since: cx.now_ms,
            spent: 0,
            scroll: 0,
        }
    }

    /// Stands where the record says, with the draft that was left; items that are gone from the
    /// course are passed over.
    pub(super) fn take_up(&mut self, cx: &mut Cx) {
        let Some(open) = cx.work().open.clone() else {
            *self = Self::blank(cx);
            return;
        };
        let gone = open.items.iter().skip(open.at).take_while(|key| cx.course.item(key).is_none());
        let skip = gone.count();
        if skip > 0 {
            cx.edit_work(Save::Now, |work| {
                if let Some(open) = &mut work.open {
                    open.at = open.at.saturating_add(skip);
                    open.draft = None;
                }
            });
        }
        *self = Self::blank(cx);
        let given = || Some(open.given(open.items.get(open.at.saturating_add(skip))?)?.chosen);
        let draft = open.draft.clone().filter(|_| skip == 0);
        let is_taken = match draft.or_else(given) {
            Some(draft) => self.take_draft(draft, cx),
            None => false,
        };
        self.hints = if skip == 0 { open.hints as usize } else { 0 };
        self.is_retrying = is_taken && matches!(self.stage(cx), Some(Stage::Again(_)));
    }

    /// The item being asked, with its round.
    fn asked(cx: &Cx) -> Option<(u64, &Item)> {
        let open = cx.work().open.as_ref()?;
        let (_, item) = cx.course.item(open.items.get(open.at)?)?;
        Some((open.round, item))
    }

    fn stage(&self, cx: &Cx) -> Option<Stage> {
        let (round, item) = Self::asked(cx)?;
        if Self::is_exam(cx) {
            return Some(Stage::Ask(1));
        }
        Some(match quiz::stage(cx.work(), round, &item.key) {
            Stage::Again(_) if self.is_retrying => Stage::Ask(2),
            stage => stage,
        })
    }

    fn is_asking(&self, cx: &Cx) -> bool {
        matches!(self.stage(cx), Some(Stage::Ask(_)))
    }

    fn kind(cx: &Cx) -> Option<Kind> {
        Self::asked(cx).map(|(_, item)| item.kind)
    }

    fn phase(&self, cx: &Cx) -> Phase {
        match Self::kind(cx) {
            None => Phase::Gone,
            Some(_) if !self.is_asking(cx) => Phase::Told,
            Some(_) if self.asking == Asking::Sure => Phase::Sure,
            Some(Kind::Reflect) if self.asking == Asking::Ticks => Phase::Comparing,
            Some(Kind::Recall | Kind::Reflect) => Phase::Typing,
            Some(_) => Phase::Choosing,
        }
    }

    fn seed(round: u64, cx: &Cx) -> u64 {
        cx.work().round(round).map_or(0, |round| round.seed)
    }
}

/// Stand-ins for the two verdicts; an item's options cannot be called so.
const TRUE: &str = "+";
const FALSE: &str = "-";

impl Screen for Question {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let Some((_, item)) = Self::asked(cx) else { return matches!(msg, Msg::Go | Msg::Back) };
        let is_exam = Self::is_exam(cx);
        let phase = self.phase(cx);
        let is_choosing = phase == Phase::Choosing;
        let is_writing = phase == Phase::Typing && item.kind == Kind::Reflect;
        let has_hint = self.hints < item.hints.len();
        match msg {
            Msg::Letter(at) => at < self.letters(cx),
            Msg::Back => true,
            Msg::Search => !is_exam,
            Msg::Turn(_) | Msg::FlagWhileTyping | Msg::SheetWhileTyping => is_exam,
            Msg::Flag | Msg::Sheet => is_exam && phase != Phase::Typing,
            Msg::Up | Msg::Down => !is_writing,
            Msg::Leaf(_) => is_writing || matches!(phase, Phase::Comparing | Phase::Told),
            Msg::Toggle if is_choosing => matches!(item.kind, Kind::Multiple | Kind::Order),
            Msg::Change(_) | Msg::Clear => is_choosing && item.has_rows(),
            Msg::TakeBack => match item.kind {
                Kind::Order => is_choosing,
                Kind::Truth => is_choosing && self.verdict.is_some(),
                _ => false,
            },
            Msg::Go => !is_writing && !matches!(phase, Phase::Sure | Phase::Comparing),
            Msg::Line(_) | Msg::Compare => is_writing,
            Msg::Toggle | Msg::Rewrite | Msg::Finish => phase == Phase::Comparing,
            Msg::Sure(_) => phase == Phase::Sure,
            Msg::Hint => is_choosing && has_hint && !is_exam,
            Msg::HintWhileTyping => phase == Phase::Typing && has_hint && !is_exam,
            Msg::Page => matches!(phase, Phase::Told | Phase::Comparing),
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let Some(open) = &cx.work().open else { return Head::default() };
        let left = quiz::open(&cx.course, cx.work()).map(|ask| title(&ask, cx));
        let place = of(open.at.saturating_add(1).min(open.items.len()), open.items.len(), lang);
        let place = format!("{} {place}", lang.pick("soal", "question"));
        let right = if Self::is_exam(cx) { self.place_in_exam(&place, cx) } else { place };
        Head { left: left.unwrap_or_default(), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        self.is_lacking = false;
        if let Some(step) = self.time_over(cx) {
            return step;
        }
        match msg {
            Msg::Letter(at) => self.letter(at, cx),
            Msg::Toggle => self.pick(self.at, cx),
            Msg::Change(is_next) => self.change(is_next, cx),
            Msg::Clear => self.clear(cx),
            Msg::Rewrite => self.rewrite(cx),
            Msg::Line(is_down) => self.walk(is_down, 1, cx),
            Msg::Leaf(is_down) => self.leaf(is_down, cx),
            Msg::Up => self.move_cursor(false, cx),
            Msg::Down => self.move_cursor(true, cx),
            Msg::TakeBack => self.take_back(cx),
            Msg::Go => return self.go(cx),
            Msg::Compare => self.compare(cx),
            Msg::Finish => return self.record(None, cx),
            Msg::Sure(sure) => return self.record(Some(sure), cx),
            Msg::Turn(is_next) => return self.turn(is_next, cx),
            Msg::Flag | Msg::FlagWhileTyping => Self::turn_flag(cx),
            Msg::Sheet | Msg::SheetWhileTyping => return self.open_sheet(cx),
            Msg::Hint | Msg::HintWhileTyping => self.hint(cx),
            Msg::Page => {
                let page = Self::asked(cx).map(|(_, item)| item.page.clone());
                return page.map_or(Step::Stay, |page| Step::open(Reader::visit(&page)));
            }
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Back if self.asking == Asking::Sure => self.asking = Asking::Answer,
            Msg::Back => {
                self.keep_given(Save::Now, cx);
                cx.hurry();
                return Step::Back;
            }
        }
        Step::Stay
    }

    fn is_typing(&self, cx: &Cx) -> bool {
        self.phase(cx) == Phase::Typing
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if !Screen::is_typing(self, cx) {
            return None;
        }
        if let Some(step) = self.time_over(cx) {
            return Some(step);
        }
        match input {
            Input::Paste(text) => self.edit.insert(&text),
            Input::Key(key) if matches!(key.code, Code::Up | Code::Down) => return None,
            Input::Key(key) if self.edit.press(key) => {}
            Input::Key(_) => return None,
        }
        (self.near, self.is_lacking) = (None, false);
        self.keep_draft(cx);
        Some(Step::Stay)
    }

    /// Time passes for a question only while it is on the screen.
    fn rest(&mut self, cx: &mut Cx) {
        (self.spent, self.since) = (self.spent(cx), cx.now_ms);
        self.keep_given(Save::Now, cx);
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        self.since = cx.now_ms;
    }

    fn wake(&self, cx: &Cx) -> Option<u64> {
        self.until_next_minute(cx)
    }

    fn woken(&mut self, cx: &mut Cx) -> Step {
        self.time_over(cx).unwrap_or(Step::Stay)
    }

    /// Which question is in the record already, with its draft.
    fn spot(&self, _: &Cx) -> Option<Spot> {
        Some(Spot { screen: SPOT.to_owned(), ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.show(cx, area, buf)
    }
}
