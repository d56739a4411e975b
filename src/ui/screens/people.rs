//! The people of this laptop: whose profiles lie in the data folder, and what can be done with a
//! whole profile. It shows rows that the app read; it never reads or writes itself.

mod ask;
mod view;
mod who;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
};

pub use self::who::Who;
use self::{ask::Ask, view::EACH};
use crate::{
    model::text::{Lang, Said, Text},
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Key, also, bind},
        screen::{Effect, Head, Input, Screen, Step},
        widgets::{
            cursor::{Cursor, ENDS, MOVE, Move},
            lines,
            prompt::{Prompt, Typed},
        },
    },
};

/// The list of people.
pub struct People {
    rows: Vec<Who>,
    cursor: Cursor,
    asked: Option<(Ask, Prompt)>,
    /// What was typed last, so that a path that did not work need not be typed again.
    typed: Option<(Ask, usize, String)>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open the profile under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// Add a person.
    Add,
    /// Change what the person is called.
    Rename,
    /// Copy the profile into one file.
    TakeHome,
    /// Bring such a file back.
    BringBack,
    /// Erase the profile.
    Erase,
    /// Back.
    Back,
    /// Shown only: the line being typed takes these keys first.
    Typing,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, keys::RIGHT, Key::char('l')], Msg::Open, Text::new("buka", "open")),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('t')], Msg::Add, Text::new("tambah", "add")),
    bind(&[Key::char('b')], Msg::TakeHome, Text::new("bawa pulang", "take home")),
    bind(&[Key::char('x')], Msg::Erase, Text::new("hapus", "erase")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(&[Key::char('e')], Msg::Rename, Text::new("ganti nama", "rename")),
    bind(&[Key::char('i')], Msg::BringBack, Text::new("ambil dari berkas", "bring back")),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

/// While a line is being typed.
pub(super) const ASK_KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Typing, Text::new("lanjut", "go on")),
    bind(&[keys::ESC], Msg::Typing, Text::new("batal", "cancel")),
];

impl People {
    /// The list, the cursor on the profile of this window.
    pub fn new(rows: Vec<Who>) -> Self {
        let at = rows.iter().position(|row| row.is_open).unwrap_or(0);
        Self { rows, cursor: Cursor::new(at), asked: None, typed: None }
    }

    fn at(&self) -> usize {
        self.cursor.at(self.rows.len())
    }

    fn here(&self) -> Option<&Who> {
        self.rows.get(self.at())
    }

    fn ask(&mut self, ask: Ask) {
        let at = self.at();
        let before = self.typed.take().filter(|(what, row, _)| (*what, *row) == (ask, at));
        let before = before.map(|(.., text)| text);
        let prompt = ask::prompt(ask, self.rows.get(at), before.as_deref());
        self.asked = Some((ask, prompt));
    }

    fn answered(&mut self, ask: Ask, text: String, cx: &mut Cx) -> Step {
        self.typed = Some((ask, self.at(), text.clone()));
        match ask {
            Ask::Add => Step::Do(Effect::AddPerson(text)),
            Ask::Rename => {
                cx.edit(Save::Now, |profile| profile.person.name = text);
                self.back_on_top(cx);
                Step::Stay
            }
            Ask::TakeHome => self.here().map_or(Step::Stay, |who| {
                let name = who.name.clone();
                Step::Do(Effect::TakeHome { name, to: text, replace: false })
            }),
            Ask::BringBack => Step::Do(Effect::BringBack(text)),
        }
    }

    fn rename(&mut self, cx: &mut Cx) {
        if self.here().is_some_and(|who| who.is_open) {
            self.ask(Ask::Rename);
            return;
        }
        cx.notice = Some(Said::new(
            "buka dahulu profil ini (Enter), lalu ganti namanya".to_owned(),
            "open this profile first (Enter), then rename it".to_owned(),
        ));
    }
}

impl Screen for People {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        if self.asked.is_some() { ASK_KEYS } else { KEYS }
    }

    fn allows(&self, msg: Msg, _: &Cx) -> bool {
        match msg {
            Msg::Open | Msg::TakeHome | Msg::Erase | Msg::Rename => !self.rows.is_empty(),
            Msg::Move(_) => self.rows.len() > 1,
            _ => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let left = lang.pick("Orang di laptop ini", "People on this laptop").to_owned();
        let count = self.rows.len();
        let right = match (lang, count) {
            (Lang::Id, _) => format!("{count} profil"),
            (Lang::En, 1) => "1 profile".to_owned(),
            (Lang::En, _) => format!("{count} profiles"),
        };
        Head { left, right }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        self.asked.is_some()
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        let (ask, prompt) = self.asked.as_mut()?;
        let ask = *ask;
        match prompt.typed(&input) {
            Typed::Nothing => None,
            Typed::More => Some(Step::Stay),
            Typed::Cancel => {
                self.asked = None;
                Some(Step::Stay)
            }
            Typed::Done(text) => {
                self.asked = None;
                Some(self.answered(ask, text, cx))
            }
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Open => {
                return match self.here() {
                    None => Step::Stay,
                    Some(who) if who.is_open => Step::Back,
                    Some(who) => Step::Do(Effect::OpenProfile(who.name.clone())),
                };
            }
            Msg::Move(to) => self.cursor.go(to, self.rows.len()),
            Msg::Add => self.ask(Ask::Add),
            Msg::Rename => self.rename(cx),
            Msg::TakeHome => self.ask(Ask::TakeHome),
            Msg::BringBack => self.ask(Ask::BringBack),
            Msg::Erase => {
                let ask = |who: &Who| Step::Do(Effect::AskErase(who.name.clone()));
                return self.here().map_or(Step::Stay, ask);
            }
            Msg::Back => return Step::Back,
            Msg::Typing => {}
        }
        Step::Stay
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        let person = &cx.profile().person;
        for who in self.rows.iter_mut().filter(|who| who.is_open) {
            who.person.clone_from(person);
        }
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let width = area.width.min(cx.text_width());
        let below = self.asked.as_ref().map_or(0, |(_, prompt)| prompt.height(cx, width));
        let below = below.min(area.height);
        let list = Rect { height: area.height - below, ..area };
        if self.rows.is_empty() {
            lines::draw(&view::nobody(cx, width), 0, list, buf, &cx.theme);
        }
        let mut rows: Vec<Line<'_>> = self
            .rows
            .iter()
            .enumerate()
            .flat_map(|(place, who)| view::person(who, place == self.at(), cx, width))
            .collect();
        let note = view::note(cx, width);
        if self.asked.is_none() && rows.len() + note.len() <= usize::from(list.height) {
            rows.extend(note);
        }
        let here = self.at() * EACH;
        let scroll = lines::keep_in_sight(0, here, here + EACH - 1, usize::from(list.height));
        if !self.rows.is_empty() {
            lines::draw(&rows, scroll, list, buf, &cx.theme);
        }
        let (_, prompt) = self.asked.as_ref()?;
        prompt.draw(cx, Rect { y: list.bottom(), height: below, width, ..area }, buf)
    }
}
