//! One question at a time, in practice mode: answer, confidence, feedback, a second try.
//! The record decides where the round stands; this screen only holds what is not yet committed.

mod moves;
mod view;
mod words;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{contents::module_title, reader::Reader, result::Result as ResultScreen};
use crate::{
    model::{
        course::{Item, Kind},
        profile::{Chosen, Spot},
        progress,
        quiz::{self, Stage},
        text::Text,
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Code, Key, also, bind},
        screen::{Head, Input, Screen, Step, of},
        widgets::edit::Edit,
    },
};

/// Longest typed answer, in characters.
const LONGEST: usize = 400;

/// A question of the open round.
pub struct Question {
    /// Cursor among the options shown.
    at: usize,
    /// Option keys chosen so far; for a sequence in the order chosen.
    picked: Vec<String>,
    /// The verdict on a statement, once settled.
    verdict: Option<bool>,
    /// The typed answer.
    edit: Edit,
    /// An accepted form that is one letter away: "did you mean …?".
    near: Option<String>,
    /// Enter was pressed although the answer is not whole: what is missing is said.
    is_lacking: bool,
    /// The answer is given; confidence is being asked.
    is_sure_asked: bool,
    /// The first try was not right and the second has begun.
    is_retrying: bool,
    /// Hints shown.
    hints: usize,
    /// When the question came up, in milliseconds.
    since: i64,
    scroll: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Option A, B, C …
    Letter(usize),
    /// Cursor or text up.
    Up,
    /// Cursor or text down.
    Down,
    /// Take or drop the option under the cursor.
    Toggle,
    /// Take back the last step of a sequence, or the verdict.
    TakeBack,
    /// Commit, go on.
    Go,
    /// Confidence 1, 2, 3.
    Sure(u8),
    /// A hint, where letters are free.
    Hint,
    /// A hint, where letters are typed.
    HintWhileTyping,
    /// The page it rests on.
    Page,
    /// Back; the round stays open.
    Back,
}

const LETTERS: Text = Text::new("jawab", "answer");
const MOVE: Text = Text::new("pilih", "choose");
const HINT: Text = Text::new("petunjuk", "hint");
const SURE: Text = Text::new("seberapa yakin", "how sure");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Go, Text::new("lanjut", "continue")),
    bind(&[Key::char('1')], Msg::Sure(1), SURE),
    bind(&[Key::char('2')], Msg::Sure(2), SURE),
    bind(&[Key::char('3')], Msg::Sure(3), SURE),
    also(&[Key::char('a')], Msg::Letter(0), LETTERS),
    also(&[Key::char('b')], Msg::Letter(1), LETTERS),
    also(&[Key::char('c')], Msg::Letter(2), LETTERS),
    also(&[Key::char('d')], Msg::Letter(3), LETTERS),
    also(&[Key::char('e')], Msg::Letter(4), LETTERS),
    also(&[Key::char('f')], Msg::Letter(5), LETTERS),
    also(&[Key::char('g')], Msg::Letter(6), LETTERS),
    bind(&[keys::UP, Key::char('k')], Msg::Up, MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Down, MOVE),
    bind(&[keys::SPACE], Msg::Toggle, Text::new("tandai", "mark")),
    also(&[Key::plain(Code::Backspace)], Msg::TakeBack, Text::new("tarik kembali", "take back")),
    bind(&[Key::char('p')], Msg::Hint, HINT),
    bind(&[Key::plain(Code::F(3))], Msg::HintWhileTyping, HINT),
    bind(&[Key::char('o')], Msg::Page, Text::new("buka halaman", "open the page")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Question {
    /// Goes on with the open round of a module, or begins one. `None` when it has no questions.
    pub fn open(module: &str, cx: &mut Cx) -> Option<Self> {
        let is_open = progress::open_module(&cx.course, cx.work()).is_some_and(|m| m.key == module);
        if !is_open {
            let (course, seed, now) = (cx.course.clone(), cx.fresh_seed(), cx.now);
            let begun =
                cx.edit_work(Save::Now, |work| quiz::begin(&course, module, work, seed, now));
            if !begun {
                return None;
            }
        }
        let mut question = Self::blank(cx.now_ms);
        question.take_up(cx);
        Some(question)
    }

    fn blank(since: i64) -> Self {
        Self {
            at: 0,
            picked: Vec::new(),
            verdict: None,
            edit: Edit::new("", LONGEST),
            near: None,
            is_lacking: false,
            is_sure_asked: false,
            is_retrying: false,
            hints: 0,
            since,
            scroll: 0,
        }
    }

    /// Stands where the record says, with the draft that was left; items that are gone from the
    /// course are passed over.
    fn take_up(&mut self, cx: &mut Cx) {
        *self = Self::blank(cx.now_ms);
        let Some(open) = cx.work().open.clone() else { return };
        let gone = open.items.iter().skip(open.at).take_while(|key| cx.course.item(key).is_none());
        let skip = gone.count();
        if skip > 0 {
            cx.edit_work(Save::Now, |work| {
                if let Some(open) = &mut work.open {
                    open.at += skip;
                }
            });
        }
        match open.draft {
            Some(Chosen::Keys(keys)) => self.picked = keys,
            Some(Chosen::Truth { verdict, reason }) => {
                self.verdict = Some(verdict);
                self.picked = Some(reason).filter(|key| !key.is_empty()).into_iter().collect();
            }
            Some(Chosen::Typed(text)) => self.edit = Edit::new(&text, LONGEST),
            _ => return,
        }
        self.is_retrying = matches!(self.stage(cx), Some(Stage::Again(_)));
    }

    /// The item being asked, with its round.
    fn asked(cx: &Cx) -> Option<(u64, &Item)> {
        let open = cx.work().open.as_ref()?;
        let (_, item) = cx.course.item(open.items.get(open.at)?)?;
        Some((open.round, item))
    }

    fn stage(&self, cx: &Cx) -> Option<Stage> {
        let (round, item) = Self::asked(cx)?;
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

    /// Option keys as shown; the two verdicts come before the reasons of a statement.
    fn shown(&self, cx: &Cx) -> Vec<String> {
        let Some((round, item)) = Self::asked(cx) else { return Vec::new() };
        if item.kind == Kind::Truth && self.verdict.is_none() && self.is_asking(cx) {
            return vec![TRUE.to_owned(), FALSE.to_owned()];
        }
        let seed = cx.work().round(round).map_or(0, |round| round.seed);
        quiz::shown(item, seed)
    }

    /// Takes or drops the option at a place.
    fn pick(&mut self, at: usize, cx: &mut Cx) {
        let Some(key) = self.shown(cx).get(at).cloned() else { return };
        self.at = at;
        match Self::kind(cx) {
            Some(Kind::Multiple | Kind::Order) => {
                match self.picked.iter().position(|picked| *picked == key) {
                    Some(place) => drop(self.picked.remove(place)),
                    None => self.picked.push(key),
                }
            }
            _ => self.picked = vec![key],
        }
        self.keep_draft(cx);
    }

    fn keep_draft(&self, cx: &mut Cx) {
        let draft = self.chosen(cx);
        cx.edit_work(Save::Soon, |work| {
            if let Some(open) = &mut work.open {
                open.draft = draft;
            }
        });
    }

    /// What stands in the question now; `None` when nothing does.
    fn chosen(&self, cx: &Cx) -> Option<Chosen> {
        match Self::kind(cx)? {
            Kind::Truth => self.verdict.map(|verdict| Chosen::Truth {
                verdict,
                reason: self.picked.first().cloned().unwrap_or_default(),
            }),
            Kind::Recall => (!self.edit.value().trim().is_empty())
                .then(|| Chosen::Typed(self.edit.value().to_owned())),
            _ => (!self.picked.is_empty()).then(|| Chosen::Keys(self.picked.clone())),
        }
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
        let is_asking = self.is_asking(cx);
        let is_choosing = is_asking && !self.is_sure_asked;
        let Some((_, item)) = Self::asked(cx) else { return matches!(msg, Msg::Go | Msg::Back) };
        let is_typed = item.kind == Kind::Recall;
        let has_hint = self.hints < item.hints.len();
        match msg {
            Msg::Letter(at) => is_choosing && !is_typed && at < self.shown(cx).len(),
            Msg::Up | Msg::Down | Msg::Back => true,
            Msg::Toggle => is_choosing && matches!(item.kind, Kind::Multiple | Kind::Order),
            Msg::TakeBack => match item.kind {
                Kind::Order => is_choosing,
                Kind::Truth => is_choosing && self.verdict.is_some(),
                _ => false,
            },
            Msg::Go => !self.is_sure_asked,
            Msg::Sure(_) => self.is_sure_asked,
            Msg::Hint => is_choosing && !is_typed && has_hint,
            Msg::HintWhileTyping => is_choosing && is_typed && has_hint,
            Msg::Page => !is_asking,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let Some(open) = &cx.work().open else { return Head::default() };
        let title = progress::open_module(&cx.course, cx.work()).and_then(|module| {
            let (number, module) = cx.course.module(&module.key)?;
            Some(module_title(number, module, lang))
        });
        let place = of((open.at + 1).min(open.items.len()), open.items.len(), lang);
        Head {
            left: title.unwrap_or_default(),
            right: format!("{} {place}", lang.pick("soal", "question")),
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        self.is_lacking = false;
        match msg {
            Msg::Letter(at) => self.pick(at, cx),
            Msg::Toggle => self.pick(self.at, cx),
            Msg::Up => self.move_cursor(false, cx),
            Msg::Down => self.move_cursor(true, cx),
            Msg::TakeBack => self.take_back(cx),
            Msg::Go => return self.go(cx),
            Msg::Sure(sure) => self.record(Some(sure), cx),
            Msg::Hint | Msg::HintWhileTyping => self.hints += 1,
            Msg::Page => {
                let page = Self::asked(cx).map(|(_, item)| item.page.clone());
                return page.map_or(Step::Stay, |page| Step::open(Reader::visit(&page)));
            }
            Msg::Back if self.is_sure_asked => self.is_sure_asked = false,
            Msg::Back => {
                cx.hurry();
                return Step::Back;
            }
        }
        Step::Stay
    }

    fn is_typing(&self, cx: &Cx) -> bool {
        Self::kind(cx) == Some(Kind::Recall) && self.is_asking(cx) && !self.is_sure_asked
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if !Screen::is_typing(self, cx) {
            return None;
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

    /// Which question is in the record already, with its draft.
    fn spot(&self, _: &Cx) -> Option<Spot> {
        Some(Spot { screen: "question".to_owned(), ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.show(cx, area, buf)
    }
}
