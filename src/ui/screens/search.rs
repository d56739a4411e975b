//! Looking something up: what is typed is looked for in the pages, questions and words of the course
//! and in what the person wrote. Enter goes there, Esc there comes back here, Esc here leads to where
//! one was.

mod view;

use std::{cell::RefCell, rc::Rc};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{glossary::Glossary, padded_height, plan::Planner, reader::Reader};
use crate::{
    model::{
        profile::Spot,
        search::{self, Found, Index, Place, Query},
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Input, Screen, Step},
        widgets::{
            cursor::{Cursor, MOVE, Move},
            edit::Edit,
        },
    },
};

/// Longest search, in characters.
const LONGEST: usize = 200;
/// Rows of one hit: its name, and a line of its text.
const ROWS: usize = 2;
/// The name of this screen among the spots of a desk.
pub(super) const SPOT: &str = "search";
/// The key that opens it, wherever no letters are typed.
pub(super) const OPEN: &[Key] = &[Key::char('/')];
/// What the help says about it.
pub(super) const SAY: Text = Text::new("cari", "search");

/// What is looked for.
pub struct Search {
    edit: Edit,
    cursor: Cursor,
    /// What stands there is from the last time: typing takes its place.
    is_marked: bool,
    /// What was found last, and for what: it is asked for several times a key.
    found: RefCell<Option<(Asked, Rc<Found>)>>,
}

/// What an answer depends on: the words, the language, and what the person has written by now.
type Asked = (String, Lang, u64);

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Go to what is under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// As many hits up as are shown.
    PageUp,
    /// As many hits down.
    PageDown,
    /// Back to where one was.
    Back,
}

const JUMP: Text = Text::new("satu layar", "one screen");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Open, Text::new("buka", "open")),
    bind(&[keys::UP], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN], Msg::Move(Move::Down), MOVE),
    also(&[keys::PAGE_UP], Msg::PageUp, JUMP),
    also(&[keys::PAGE_DOWN], Msg::PageDown, JUMP),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Search {
    /// Begins with what was looked for last.
    pub fn new(cx: &Cx) -> Self {
        let last = &cx.work().search;
        Self {
            edit: Edit::new(last, LONGEST),
            cursor: Cursor::default(),
            is_marked: !last.is_empty(),
            found: RefCell::default(),
        }
    }

    /// What is found now, in the language of the moment.
    fn found(&self, cx: &Cx) -> Rc<Found> {
        let (profile, work) = (cx.profile(), cx.work());
        let asked = (self.edit.value().to_owned(), cx.lang(), profile.rev);
        if let Some((known, found)) = &*self.found.borrow()
            && *known == asked
        {
            return Rc::clone(found);
        }
        let own = Index::of_person(&profile.plans, &work.notes, &cx.course, cx.lang());
        let found = Rc::new(search::find(&[cx.index(), &own], self.edit.value()));
        self.found.replace(Some((asked, Rc::clone(&found))));
        found
    }

    fn count(&self, cx: &Cx) -> usize {
        self.found(cx).hits.len()
    }

    /// Hits that are shown at once.
    fn shown(cx: &Cx) -> usize {
        (padded_height(cx).saturating_sub(view::ABOVE) / ROWS).max(1)
    }

    fn open(&mut self, cx: &Cx) -> Step {
        let found = self.found(cx);
        let hit = found.hits.get(self.cursor.at(found.hits.len()));
        match (hit, &found.meant) {
            (Some(hit), _) => go(&hit.place, found.query.clone(), cx),
            (None, Some(meant)) => {
                self.edit = Edit::new(meant, LONGEST);
                self.cursor = Cursor::default();
                Step::Stay
            }
            (None, None) => Step::Stay,
        }
    }

    fn jump(&mut self, is_down: bool, cx: &Cx) {
        let count = self.count(cx);
        let at = self.cursor.at(count);
        let step = Self::shown(cx);
        let to = if is_down { at + step } else { at.saturating_sub(step) };
        self.cursor = Cursor::new(Cursor::new(to).at(count));
    }
}

/// Goes to a place.
fn go(place: &Place, query: Query, cx: &Cx) -> Step {
    match place {
        Place::Page(key) | Place::Note(key) => Step::open(Reader::looked_up(key, query, cx)),
        // The answer is not given away: a question leads to the page it rests on.
        Place::Item(key) => match cx.course.item(key) {
            Some((_, item)) => Step::open(Reader::looked_up(&item.page, query, cx)),
            None => Step::Stay,
        },
        Place::Term(key) => Step::open(Glossary::at(key)),
        Place::Row { plan, row } => match Planner::standing(plan, row.as_deref(), cx) {
            Some(planner) => Step::open(planner),
            None => Step::Stay,
        },
    }
}

impl Screen for Search {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Back => true,
            Msg::Open => {
                let found = self.found(cx);
                !found.hits.is_empty() || found.meant.is_some()
            }
            Msg::Move(_) | Msg::PageUp | Msg::PageDown => self.count(cx) > 1,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: cx.lang().pick("Cari", "Search").to_owned(), right: String::new() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        self.is_marked = false;
        match msg {
            Msg::Open => return self.open(cx),
            Msg::Move(to) => self.cursor.go(to, self.count(cx)),
            Msg::PageUp => self.jump(false, cx),
            Msg::PageDown => self.jump(true, cx),
            Msg::Back => {
                cx.hurry();
                return Step::Back;
            }
        }
        Step::Stay
    }

    fn is_typing(&self, _: &Cx) -> bool {
        true
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        let replaces = match &input {
            Input::Paste(_) => true,
            Input::Key(key) => key.typed().is_some(),
        };
        if self.is_marked && replaces {
            self.edit = Edit::new("", LONGEST);
        }
        match input {
            Input::Paste(text) => self.edit.insert(&text),
            Input::Key(key) if self.edit.press(key) => {}
            Input::Key(_) => return None,
        }
        self.is_marked = false;
        let typed = self.edit.value().to_owned();
        if typed != cx.work().search {
            self.cursor = Cursor::default();
            cx.edit_work(Save::Soon, |work| work.search = typed);
        }
        Some(Step::Stay)
    }

    fn spot(&self, _: &Cx) -> Option<Spot> {
        Some(Spot { screen: SPOT.to_owned(), ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.show(cx, super::padded(area), buf)
    }
}
