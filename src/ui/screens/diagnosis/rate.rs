//! One statement a screen: the scale in words, and the evidence typed below it. A rating is saved
//! when its key is pressed; without evidence it counts at most 1, and that is said at once.

mod view;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{change, find, left, outcome::Outcome, words::factor_name};
use crate::{
    model::{
        diagnosis::{Diagnosis, Rating, Statement},
        plan::LONGEST,
        profile::Spot,
        text::Text,
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Code, Key, also, bind},
        screen::{Head, Input, Screen, Step, of},
        screens::padded,
        widgets::{edit::Edit, lines},
    },
};

/// The statements of one diagnosis, one of them asked.
pub struct Rate {
    id: String,
    /// The place of the statement among those asked.
    at: usize,
    edit: Edit,
    is_typing: bool,
    /// First line shown while the scale is asked.
    scroll: usize,
    /// Nothing was rated yet when the end was asked for.
    is_lacking: bool,
}

/// What its keys tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Rate.
    Score(u32),
    /// Take the rating away.
    Clear,
    /// Type the evidence.
    Evidence,
    /// One line down, then into the evidence.
    Down,
    /// One line up.
    Up,
    /// The next statement, or the result after the last.
    Next,
    /// The same by keys that move the cursor in the evidence.
    Forth,
    /// The statement before.
    Previous,
    /// The same by such keys.
    Before,
    /// See the result now.
    Finish,
    /// Leave; it can be gone on with.
    Back,
}

const RATE: Text = Text::new("nilai", "rate");
const NEXT: Text = Text::new("lanjut", "next");
const BEFORE: Text = Text::new("sebelumnya", "before");

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[Key::char('0')], Msg::Score(0), RATE),
    bind(&[Key::char('1')], Msg::Score(1), RATE),
    bind(&[Key::char('2')], Msg::Score(2), RATE),
    bind(&[Key::char('3')], Msg::Score(3), RATE),
    bind(&[keys::TAB], Msg::Evidence, Text::new("bukti", "evidence")),
    bind(&[keys::ENTER, keys::PAGE_DOWN], Msg::Next, NEXT),
    bind(&[keys::PAGE_UP], Msg::Previous, BEFORE),
    bind(&[Key::char('r')], Msg::Finish, Text::new("hasil", "result")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
    also(
        &[keys::RIGHT, Key::char('l')],
        Msg::Forth,
        Text::new("pernyataan berikutnya", "next statement"),
    ),
    also(
        &[keys::LEFT, Key::char('h')],
        Msg::Before,
        Text::new("pernyataan sebelumnya", "statement before"),
    ),
    also(
        &[Key::char('x'), Key::plain(Code::Backspace), Key::plain(Code::Delete)],
        Msg::Clear,
        Text::new("kosongkan nilai", "take the rating away"),
    ),
    also(&[keys::UP, Key::char('k')], Msg::Up, Text::new("gulir", "scroll")),
    also(&[keys::DOWN, Key::char('j')], Msg::Down, Text::new("ke bukti", "to the evidence")),
];

impl Rate {
    /// The place of the first statement without a rating; the first where all are rated.
    pub(super) fn first_open(of: &Diagnosis, cx: &Cx) -> usize {
        let is_open = |statement: &&Statement| {
            of.ratings.get(&statement.key).is_none_or(|rating| rating.score.is_none())
        };
        cx.course.asked().iter().position(is_open).unwrap_or(0)
    }

    /// Goes on at the first statement without a rating.
    pub(super) fn resume(of: &Diagnosis, cx: &Cx) -> Self {
        Self::at(of, Self::first_open(of, cx), cx)
    }

    /// Goes on where it was left, as far as the course still has that statement.
    pub(super) fn standing(of: &Diagnosis, spot: &Spot, cx: &Cx) -> Self {
        let asked = cx.course.asked();
        match asked.iter().position(|statement| statement.key == spot.part) {
            None => Self::resume(of, cx),
            Some(at) => Self { is_typing: spot.at > 0, ..Self::at(of, at, cx) },
        }
    }

    pub(super) fn at(of: &Diagnosis, at: usize, cx: &Cx) -> Self {
        let mut rate = Self {
            id: of.id.clone(),
            at: 0,
            edit: Edit::default(),
            is_typing: false,
            scroll: 0,
            is_lacking: false,
        };
        rate.go(at, cx);
        rate
    }

    fn go(&mut self, at: usize, cx: &Cx) {
        self.at = at;
        (self.is_typing, self.is_lacking, self.scroll) = (false, false, 0);
        let evidence = self.rating(cx).map_or("", |rating| rating.evidence.as_str());
        self.edit = Edit::new(evidence, LONGEST);
    }

    fn asked<'a>(&self, cx: &'a Cx) -> Option<&'a Statement> {
        cx.course.asked().get(self.at).copied()
    }

    fn rating<'a>(&self, cx: &'a Cx) -> Option<&'a Rating> {
        find(cx, &self.id)?.ratings.get(&self.asked(cx)?.key)
    }

    /// Changes the rating of the statement; one that says nothing is not kept.
    fn rate(&self, cx: &mut Cx, save: Save, deed: impl FnOnce(&mut Rating)) {
        let Some(key) = self.asked(cx).map(|statement| statement.key.clone()) else { return };
        change(cx, &self.id, save, |of| {
            let rating = of.ratings.entry(key.clone()).or_default();
            deed(rating);
            let says_nothing = *rating == Rating::default();
            if says_nothing {
                of.ratings.remove(&key);
            }
        });
    }

    fn next(&mut self, cx: &mut Cx) -> Step {
        if self.at + 1 < cx.course.asked().len() {
            self.go(self.at + 1, cx);
            cx.hurry();
            return Step::Stay;
        }
        self.finish(cx)
    }

    fn previous(&mut self, cx: &mut Cx) {
        if let Some(at) = self.at.checked_sub(1) {
            self.go(at, cx);
            cx.hurry();
        }
    }

    /// Ends it and shows what it tells, as soon as it tells anything.
    fn finish(&mut self, cx: &mut Cx) -> Step {
        if !self.has_any(cx) {
            (self.is_lacking, self.is_typing) = (true, false);
            return Step::Stay;
        }
        let now = cx.now;
        change(cx, &self.id, Save::Now, |of| of.ended = Some(now));
        find(cx, &self.id).map_or(Step::Back, |of| Step::swap(Outcome::new(of, cx)))
    }

    fn has_any(&self, cx: &Cx) -> bool {
        find(cx, &self.id).is_some_and(|of| of.rated(&cx.course) > 0)
    }

    fn last_scroll(&self, cx: &Cx) -> usize {
        let area = padded(cx.body);
        lines::last_scroll(self.laid(cx, area.width).rows.len(), usize::from(area.height))
    }

    fn down(&mut self, cx: &Cx) {
        if self.scroll < self.last_scroll(cx) {
            self.scroll += 1;
        } else {
            self.is_typing = true;
        }
    }
}

impl Screen for Rate {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Back | Msg::Next => true,
            Msg::Previous => self.at > 0,
            Msg::Before => !self.is_typing && self.at > 0,
            Msg::Clear => {
                !self.is_typing && self.rating(cx).is_some_and(|rating| rating.score.is_some())
            }
            Msg::Finish => !self.is_typing && self.has_any(cx),
            Msg::Score(_) | Msg::Evidence | Msg::Down | Msg::Up | Msg::Forth => !self.is_typing,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let (lang, all) = (cx.lang(), cx.course.asked().len());
        let factor = self.asked(cx).and_then(|statement| factor_name(&statement.factor, cx));
        let place = of(self.at + 1, all, lang);
        let place = format!("{} {place}", lang.pick("Pernyataan", "Statement"));
        let rated = find(cx, &self.id).map_or(0, |of| of.rated(&cx.course));
        Head {
            left: format!("{place} · {}", factor.unwrap_or_default()),
            right: format!("{rated} {}", lang.pick("dinilai", "rated")),
        }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        self.is_typing
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        self.is_lacking = false;
        match msg {
            Msg::Score(score) => {
                self.rate(cx, Save::Now, |rating| rating.score = Some(score));
                // What is not there has nothing to show.
                self.is_typing = score > 0;
            }
            Msg::Clear => self.rate(cx, Save::Now, |rating| rating.score = None),
            Msg::Evidence => self.is_typing = true,
            Msg::Down => self.down(cx),
            Msg::Up => self.scroll = self.scroll.min(self.last_scroll(cx)).saturating_sub(1),
            Msg::Next | Msg::Forth => return self.next(cx),
            Msg::Previous | Msg::Before => self.previous(cx),
            Msg::Finish => return self.finish(cx),
            Msg::Back => {
                cx.hurry();
                return Step::Back;
            }
        }
        Step::Stay
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if !self.is_typing {
            return None;
        }
        let before = self.edit.value().to_owned();
        match input {
            Input::Paste(text) => self.edit.insert(&text),
            Input::Key(keys::ENTER | keys::PAGE_DOWN | keys::PAGE_UP) => return None,
            // A rating led here already: whoever presses Tab for the evidence stays.
            Input::Key(keys::TAB) => {}
            Input::Key(keys::ESC | keys::BACK_TAB) => {
                self.is_typing = false;
                cx.hurry();
            }
            Input::Key(Key { code: code @ (Code::Up | Code::Down), ctrl: false, alt: false }) => {
                let room = Self::room(cx, padded(cx.body).width);
                let moved = self.edit.move_row(code == Code::Down, room);
                if !moved && code == Code::Up {
                    self.is_typing = false;
                    cx.hurry();
                }
            }
            Input::Key(key) if self.edit.press(key) => {}
            Input::Key(_) => return None,
        }
        if self.edit.value() != before {
            let evidence = self.edit.value().to_owned();
            self.rate(cx, Save::Soon, |rating| rating.evidence = evidence);
        }
        Some(Step::Stay)
    }

    fn spot(&self, cx: &Cx) -> Option<Spot> {
        find(cx, &self.id)?;
        let part = self.asked(cx)?.key.clone();
        let (screen, key, at) =
            (left::RATE.to_owned(), self.id.clone(), usize::from(self.is_typing));
        Some(Spot { screen, key, part, at, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_in(cx, padded(area), buf)
    }
}
