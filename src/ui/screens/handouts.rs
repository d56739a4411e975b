//! What can be printed of the course: the participants' book, agenda, activities, worksheets, sources. What gives answers
//! away is printed by a command only.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{padded, printed::View};
use crate::{
    model::{
        handout::Handout,
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Printed, Screen, Step},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// What people call this screen.
pub const NAME: Text = Text::new("Bahan cetak", "Handouts");

/// The list of handouts.
#[derive(Default)]
pub struct Handouts {
    cursor: Cursor,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open what is under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// Back.
    Back,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::ENTER, keys::RIGHT, Key::char('l'), keys::SPACE],
        Msg::Open,
        Text::new("buka", "open"),
    ),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

/// Whether there is anything to print.
pub fn are_there(cx: &Cx) -> bool {
    !listed(cx).is_empty()
}

fn listed(cx: &Cx) -> Vec<Handout<'_>> {
    let mut all = Handout::all(&cx.course);
    all.retain(|handout| !handout.has_key());
    all
}

/// What a handout is for, in a word before its title.
fn group(handout: Handout<'_>, lang: Lang) -> &'static str {
    match handout {
        Handout::Book | Handout::Guide => lang.pick("Seluruh bahan", "The whole course"),
        Handout::Agenda(_) | Handout::Activities => lang.pick("Kelas", "Class"),
        Handout::Sheet(_) => lang.pick("Lembar kerja", "Worksheets"),
        _ => lang.pick("Rujukan", "Reference"),
    }
}

impl Screen for Handouts {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let count = listed(cx).len();
        let right = match cx.lang() {
            Lang::Id => format!("{count} bahan"),
            Lang::En => format!("{count} in all"),
        };
        Head { left: NAME.say(cx.lang()).to_owned(), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let listed = listed(cx);
        match msg {
            Msg::Move(to) => self.cursor.go(to, listed.len()),
            Msg::Back => return Step::Back,
            Msg::Open => {
                if let Some(handout) = listed.get(self.cursor.at(listed.len())) {
                    let (sort, name) = handout.name();
                    let name = name.map(str::to_owned);
                    return Step::open(View::new(Printed::Handout { sort, name }));
                }
            }
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let (lang, theme) = (cx.lang(), &cx.theme);
        let listed = listed(cx);
        let at = self.cursor.at(listed.len());
        let width = usize::from(area.width);
        let (mut rows, mut here, mut before) = (Vec::new(), 0, "");
        for (place, handout) in listed.iter().enumerate() {
            let group = group(*handout, lang);
            if group != before {
                if !rows.is_empty() {
                    rows.push(Line::raw(""));
                }
                rows.push(Line::styled(group, theme.quiet));
                before = group;
            }
            if place == at {
                here = rows.len();
            }
            let title = frame::fit(&handout.title(lang), width.saturating_sub(2), theme);
            rows.push(cursor::row(place == at, vec![Span::raw(title)], theme));
        }
        // The first row's group stays in sight above it.
        let here = if at == 0 { 0 } else { here };
        cursor::draw(&rows, here, area, buf, theme);
        None
    }
}
