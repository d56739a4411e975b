//! The diagnoses of one's own office: those that were made, and the way to a new one. A new one
//! never takes the place of an old one, so that ninety days later both can be held side by side.

mod begin;
#[cfg(test)]
mod laws;
mod left;
mod outcome;
mod rate;
mod view;
mod words;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use self::{
    begin::Begin,
    outcome::Outcome,
    rate::Rate,
    words::{day, mean, sop},
};
pub(super) use self::{
    begin::KEYS as BEGIN_KEYS,
    left::{BEGIN, RATE, reopen, words as left_words},
    outcome::KEYS as OUTCOME_KEYS,
    rate::KEYS as RATE_KEYS,
    words::home_words,
};
use super::{confirm::Confirm, padded};
use crate::{
    model::{
        diagnosis::{self, Diagnosis},
        plan,
        text::{Lang, Said, Text},
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// What people call this screen.
pub const NAME: Text = Text::new("Diagnosis kantor", "Office diagnosis");

/// The list of diagnoses, or what a diagnosis is.
#[derive(Default)]
pub struct Diagnoses {
    /// The SOP of the plan that it was opened from.
    sop: String,
    cursor: Cursor,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Begin the first one.
    Begin,
    /// Go on with one, or see its result.
    Open,
    /// Begin another one.
    New,
    /// Delete one.
    Delete,
    /// Move the cursor.
    Move(Move),
    /// Back.
    Back,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Begin, Text::new("mulai", "begin")),
    bind(&[keys::ENTER, keys::RIGHT, Key::char('l')], Msg::Open, Text::new("buka", "open")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('n')], Msg::New, Text::new("diagnosis baru", "a new one")),
    bind(&[Key::char('x')], Msg::Delete, Text::new("hapus", "delete")),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

/// Whether there is anything to rate by, or was.
pub(super) fn are_there(cx: &Cx) -> bool {
    has_statements(cx) || !listed(cx).is_empty()
}

/// Whether the course has statements to rate.
pub(super) fn has_statements(cx: &Cx) -> bool {
    !cx.course.statements.is_empty()
}

/// The diagnoses by the statements of the open course, the newest first.
fn listed(cx: &Cx) -> Vec<&Diagnosis> {
    let of_it = cx.profile().diagnoses.iter().filter(|known| known.course == cx.course.key);
    of_it.rev().collect()
}

fn find<'a>(cx: &'a Cx, id: &str) -> Option<&'a Diagnosis> {
    cx.profile().diagnoses.iter().find(|known| known.id == id)
}

/// Changes a diagnosis where it still is.
fn change(cx: &mut Cx, id: &str, save: Save, change: impl FnOnce(&mut Diagnosis)) {
    cx.edit(save, |profile| {
        if let Some(known) = profile.diagnoses.iter_mut().find(|known| known.id == id) {
            change(known);
        }
    });
}

fn remove(cx: &mut Cx, id: &str) {
    cx.edit(Save::Now, |profile| profile.diagnoses.retain(|known| known.id != id));
}

impl Diagnoses {
    /// The list; a new one is about the SOP of the plan that was edited last.
    pub fn new(cx: &Cx) -> Self {
        let title = plan::latest(&cx.profile().plans).map(|plan| plan.head.sop.title.clone());
        Self::about(title.unwrap_or_default())
    }

    /// The list; a new one is about this SOP, or, where that is empty, about the one diagnosed last.
    pub fn about(sop: String) -> Self {
        Self { sop, cursor: Cursor::default() }
    }

    /// The SOP that a new one is about, as far as is known.
    fn offered(&self, cx: &Cx) -> String {
        if self.sop.trim().is_empty() {
            return listed(cx).first().map_or_else(String::new, |last| last.sop.clone());
        }
        self.sop.clone()
    }

    fn here<'a>(&self, cx: &'a Cx) -> Option<&'a Diagnosis> {
        let listed = listed(cx);
        listed.get(self.cursor.at(listed.len())).copied()
    }

    fn open(&self, cx: &Cx) -> Step {
        let Some(here) = self.here(cx) else { return Step::Stay };
        if here.ended.is_none() && has_statements(cx) {
            return Step::open(Rate::resume(here, cx));
        }
        Step::open(Outcome::new(here, cx))
    }

    fn delete(&self, cx: &Cx) -> Step {
        let Some(here) = self.here(cx) else { return Step::Stay };
        let question = Said::both(|lang| {
            let (sop, day) = (sop(here, lang), day(here, lang));
            match lang {
                Lang::Id => format!(
                    "Hapus diagnosis {day} tentang “{sop}”? Tindakan ini tidak dapat diurungkan."
                ),
                Lang::En => {
                    format!("Delete the diagnosis of {day} about “{sop}”? This cannot be undone.")
                }
            }
        });
        let id = here.id.clone();
        Step::open(Confirm::new(question, Box::new(move |cx| remove(cx, &id))))
    }

    /// What a diagnosis is, for somebody who has made none.
    fn invite(cx: &Cx, area: Rect, buf: &mut Buffer) {
        let count = cx.course.statements.len();
        let texts = match cx.lang() {
            Lang::Id => [
                "Belum ada diagnosis.".to_owned(),
                format!(
                    "Diagnosis melihat satu SOP kantor Anda dari faktor-faktor kunci: {count} \
                     pernyataan, masing-masing dinilai 0 sampai 3 dengan buktinya. Faktor yang \
                     paling rendah memimpin rencana Anda."
                ),
                "Ini alat bantu berbincang buatan kami sendiri, bukan instrumen resmi. Nilailah \
                 sendiri atau dalam kelompok kecil; hasilnya tidak untuk membandingkan perangkat \
                 daerah."
                    .to_owned(),
                "Boleh dilewati, ditinggalkan, dan dilanjutkan kapan saja. Tekan Enter untuk \
                 memulai."
                    .to_owned(),
            ],
            Lang::En => [
                "There is no diagnosis yet.".to_owned(),
                format!(
                    "A diagnosis looks at one SOP of your office through the key factors: {count} \
                     statements, each rated 0 to 3 with its evidence. The lowest factor leads \
                     your plan."
                ),
                "It is a talking aid of our own, not an official instrument. Rate alone or in a \
                 small group; the result is not for comparing offices."
                    .to_owned(),
                "Statements may be skipped, and you may leave and come back at any point. Press \
                 Enter to begin."
                    .to_owned(),
            ],
        };
        let rows = view::paragraphs(&texts, cx, area.width);
        crate::ui::widgets::lines::draw(&rows, 0, area, buf, &cx.theme);
    }

    /// A row of the list: day, SOP, who, and how far it is or how low its lowest factor.
    fn row(of: &Diagnosis, cx: &Cx, room: usize) -> Vec<Span<'static>> {
        let lang = cx.lang();
        let state = match (of.ended, of.lowest(&cx.course).and_then(|low| low.mean)) {
            (None, _) => lang.pick("belum selesai", "not finished").to_owned(),
            (Some(_), Some(low)) => {
                format!("{} {}", lang.pick("terendah", "lowest"), mean(low, lang))
            }
            (Some(_), None) => lang.pick("belum dinilai", "not rated").to_owned(),
        };
        let about = format!("  {:<9}  {state:<13}", diagnosis::people(of.people, lang));
        let day = format!("{:<13}", day(of, lang));
        let room = room.saturating_sub(about.width() + day.width());
        let name = frame::fit(&sop(of, lang), room, &cx.theme);
        let gap = " ".repeat(room.saturating_sub(name.width()));
        vec![Span::raw(day + &name + &gap), Span::styled(about, cx.theme.quiet)]
    }
}

impl Screen for Diagnoses {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let count = listed(cx).len();
        match msg {
            Msg::Begin => count == 0 && has_statements(cx),
            Msg::New => count > 0 && has_statements(cx),
            Msg::Open | Msg::Delete => count > 0,
            Msg::Move(_) => count > 1,
            Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = NAME.say(cx.lang()).to_owned();
        let right = cx.lang().pick("bukan instrumen resmi", "not an official instrument");
        Head { left, right: right.to_owned() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Begin | Msg::New => {
                self.cursor = Cursor::default();
                let sop = self.offered(cx);
                return Step::open(Begin::new(&sop, cx));
            }
            Msg::Open => return self.open(cx),
            Msg::Delete => return self.delete(cx),
            Msg::Move(to) => self.cursor.go(to, listed(cx).len()),
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let listed = listed(cx);
        if listed.is_empty() {
            Self::invite(cx, area, buf);
            return None;
        }
        let at = self.cursor.at(listed.len());
        let width = area.width.min(view::WIDEST);
        let room = usize::from(width).saturating_sub(2);
        let rows = listed.iter().enumerate();
        let rows: Vec<Line<'_>> = rows
            .map(|(place, of)| cursor::row(place == at, Self::row(of, cx, room), &cx.theme))
            .collect();
        let mut below = vec![Line::raw("")];
        if let Some(here) = listed.get(at) {
            let open = here.rated(&cx.course);
            let all = cx.course.statements.len();
            let words = match cx.lang() {
                Lang::Id => format!("{open} dari {all} pernyataan dinilai"),
                Lang::En => format!("{open} of {all} statements rated"),
            };
            let words = [Span::styled(words, cx.theme.quiet)];
            below.extend(prose::wrap(&words, width, &cx.theme));
            below.extend(view::bars(here, &[], None, cx, width));
        }
        // The list keeps at least a third; its factors take what they need of the rest.
        let needed = u16::try_from(below.len()).unwrap_or(u16::MAX);
        let most = area.height - area.height / 3;
        let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let height = count.min(area.height.saturating_sub(needed.min(most)));
        let list = Rect { height, ..area };
        cursor::draw(&rows, at, list, buf, &cx.theme);
        let rest = Rect { y: list.bottom(), height: area.height - height, ..area };
        crate::ui::widgets::lines::draw_top(&below, rest, buf);
        None
    }
}
