//! One check-in: the state of the rows, then five short answers, then "recorded". What is typed is
//! kept as a draft in the check-in itself; once recorded it is only read.

mod view;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    change,
    editing::{forget, remember},
    find, opened,
};
use crate::{
    model::{
        plan::{CheckIn, LONGEST, Plan, checkins::WHOLE},
        profile::Spot,
        text::Text,
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Input, Screen, Step},
        widgets::{
            cursor::{Cursor, ENDS, MOVE, Move},
            form::{Asked, Field, Form, Kind},
        },
    },
};

const FIELDS: &[Field<CheckIn>] = &[
    Field {
        label: Text::new("Yang dikerjakan", "What you did"),
        hint: Text::new(
            "Yang sungguh dikerjakan sejak tinjauan terakhir. Contoh: simulasi dua kali, 6 petugas.",
            "What was really done since the last time. Example: two simulations with 6 staff.",
        ),
        kind: Kind::Text(LONGEST),
        get: |checkin| checkin.did.clone(),
        set: |checkin, text| checkin.did = text,
    },
    Field {
        label: Text::new("Bukti", "Evidence"),
        hint: Text::new(
            "Yang dapat ditunjukkan. Contoh: daftar hadir 7 dan 14 Desember, register loket.",
            "What can be shown. Example: attendance lists of 7 and 14 December, the register.",
        ),
        kind: Kind::Text(LONGEST),
        get: |checkin| checkin.evidence.clone(),
        set: |checkin, text| checkin.evidence = text,
    },
    Field {
        label: Text::new("Kemajuan (%)", "Progress (%)"),
        hint: Text::new(
            "Seberapa jauh menuju sasaran, 0 sampai 100. Perkiraan yang jujur sudah cukup.",
            "How far towards the goal, 0 to 100. An honest estimate will do.",
        ),
        kind: Kind::Number(WHOLE),
        get: |checkin| checkin.progress.to_string(),
        set: |checkin, text| checkin.progress = text.parse().unwrap_or(0).min(WHOLE),
    },
    Field {
        label: Text::new("Hambatan", "Obstacle"),
        hint: Text::new(
            "Yang mengganjal; “tidak ada” pun boleh. Contoh: loket penuh pada jam simulasi.",
            "What stood in the way; “none” is fine. Example: a crowded counter at that hour.",
        ),
        kind: Kind::Text(LONGEST),
        get: |checkin| checkin.obstacle.clone(),
        set: |checkin, text| checkin.obstacle = text,
    },
    Field {
        label: Text::new("Langkah berikutnya", "Next step"),
        hint: Text::new(
            "Satu langkah dengan tanggalnya. Contoh: mengukur ulang 20 berkas sebelum 15 Januari.",
            "One step with its date. Example: time 20 files again before 15 January.",
        ),
        kind: Kind::Text(LONGEST),
        get: |checkin| checkin.next.clone(),
        set: |checkin, text| checkin.next = text,
    },
];

/// What is shown of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// It was held: what was said.
    Read,
    /// The rows of the plan with their state.
    Rows,
    /// The answers.
    Fields,
    /// All of it once more, before it is recorded.
    Last,
}

/// A check-in being held or read.
pub(super) struct Holding {
    plan: String,
    id: String,
    stage: Stage,
    cursor: Cursor,
    scroll: usize,
    form: Form<CheckIn>,
}

/// What its keys tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// On to the answers.
    Next,
    /// The next status of the row.
    Status,
    /// Move among the rows.
    Move(Move),
    /// Shown only: the form takes these keys first.
    Field,
    /// Record it.
    Hold,
    /// Back to the answers.
    Answers,
    /// Scroll.
    Scroll(Move),
    /// Back to the list.
    Back,
}

const WALK: Text = Text::new("pindah isian", "change field");
const SCROLL: Text = Text::new("gulir", "scroll");

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Next, Text::new("lanjut", "go on")),
    bind(&[Key::char('s')], Msg::Status, Text::new("status", "status")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[keys::ENTER, keys::TAB], Msg::Field, Text::new("isian berikutnya", "next field")),
    bind(&[keys::UP, keys::BACK_TAB], Msg::Field, WALK),
    bind(&[keys::DOWN], Msg::Field, WALK),
    also(
        &[keys::PAGE_UP, keys::PAGE_DOWN],
        Msg::Field,
        Text::new("isian pertama, terakhir", "first, last field"),
    ),
    bind(&[keys::ENTER], Msg::Hold, Text::new("catat", "record it")),
    bind(&[Key::char('b')], Msg::Answers, Text::new("ubah isian", "change answers")),
    bind(&[keys::UP, Key::char('k')], Msg::Scroll(Move::Up), SCROLL),
    bind(&[keys::DOWN, Key::char('j')], Msg::Scroll(Move::Down), SCROLL),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Scroll(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Scroll(Move::Last), ENDS),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Holding {
    /// This one: to read when it was held, else from the rows on.
    pub(super) fn new(plan: &str, checkin: &CheckIn, cx: &Cx) -> Self {
        let has_rows = find(cx, plan).is_some_and(|plan| !plan.rows.is_empty());
        let stage = match (checkin.is_held(), has_rows) {
            (true, _) => Stage::Read,
            (false, true) => Stage::Rows,
            (false, false) => Stage::Fields,
        };
        Self {
            plan: plan.to_owned(),
            id: checkin.id.clone(),
            stage,
            cursor: Cursor::default(),
            scroll: 0,
            form: Form::new(FIELDS, checkin),
        }
    }

    /// The same where it was left: 0 among the rows, then each answer, then the end.
    pub(super) fn standing_at(mut self, at: usize, checkin: &CheckIn) -> Self {
        if self.stage == Stage::Read {
            return self;
        }
        if let Some(field) = at.checked_sub(1) {
            self.stage = if field < FIELDS.len() { Stage::Fields } else { Stage::Last };
            self.form = self.form.standing_at(field, checkin);
        }
        self
    }

    /// What a place of it is called, for home.
    pub(super) fn label(at: usize) -> Text {
        let field = at.checked_sub(1).and_then(|field| FIELDS.get(field));
        field.map_or(Text::new("status aksi", "the actions"), |field| field.label)
    }

    fn plan<'a>(&self, cx: &'a Cx) -> Option<&'a Plan> {
        find(cx, &self.plan)
    }

    fn checkin<'a>(&self, cx: &'a Cx) -> Option<&'a CheckIn> {
        self.plan(cx)?.checkin(&self.id)
    }

    fn rows(&self, cx: &Cx) -> usize {
        self.plan(cx).map_or(0, |plan| plan.rows.len())
    }

    fn set(&self, at: usize, text: String, save: Save, cx: &mut Cx) {
        change(cx, &self.plan, save, |plan| {
            if let (Some(checkin), Some(field)) = (plan.open_checkin(&self.id), FIELDS.get(at)) {
                (field.set)(checkin, text);
            }
        });
    }

    fn next_status(&self, cx: &mut Cx) {
        let at = self.cursor.at(self.rows(cx));
        let mut undo = None;
        change(cx, &self.plan, Save::Now, |plan| {
            undo = plan.edit(at, |row| row.status = row.status.next());
        });
        if let Some(undo) = undo {
            remember(&self.plan, undo, cx);
        }
    }

    fn hold(&self, cx: &mut Cx) -> Step {
        let now = cx.now;
        let mut is_held = false;
        change(cx, &self.plan, Save::Now, |plan| is_held = plan.hold_checkin(&self.id, now));
        if !is_held {
            return Step::Stay;
        }
        forget(&self.plan, &self.id, cx);
        Step::Back
    }

    fn enter(&mut self, stage: Stage, cx: &Cx) {
        self.stage = stage;
        self.scroll = 0;
        if let (Stage::Fields, Some(checkin)) = (stage, self.checkin(cx)) {
            self.form = Form::new(FIELDS, checkin);
        }
    }
}

impl Screen for Holding {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let left = self.checkin(cx).map_or_else(String::new, |checkin| checkin.name(lang));
        let right = match self.stage {
            Stage::Fields => super::row::place(&self.form, lang),
            _ => String::new(),
        };
        Head { left, right }
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Next => self.stage == Stage::Rows,
            Msg::Status | Msg::Move(_) => self.stage == Stage::Rows && self.rows(cx) > 0,
            Msg::Field => self.stage == Stage::Fields,
            Msg::Hold => {
                self.stage == Stage::Last && self.checkin(cx).is_some_and(CheckIn::is_begun)
            }
            Msg::Answers => self.stage == Stage::Last,
            Msg::Scroll(_) => matches!(self.stage, Stage::Read | Stage::Last),
            Msg::Back => true,
        }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        self.stage == Stage::Fields
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Next | Msg::Answers => self.enter(Stage::Fields, cx),
            Msg::Status => self.next_status(cx),
            Msg::Move(to) => self.cursor.go(to, self.rows(cx)),
            Msg::Hold => return self.hold(cx),
            Msg::Scroll(to) => {
                let last = view::last_scroll(self, cx);
                self.scroll = match to {
                    Move::Up => self.scroll.min(last).saturating_sub(1),
                    Move::Down => (self.scroll + 1).min(last),
                    Move::First => 0,
                    Move::Last => last,
                };
            }
            Msg::Back => {
                cx.hurry();
                return Step::Back;
            }
            Msg::Field => {}
        }
        Step::Stay
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if self.stage != Stage::Fields || input == Input::Key(keys::ESC) {
            return None;
        }
        let (at, checkin) = (self.form.at(), self.checkin(cx)?.clone());
        let asked = self.form.typed(&input, cx, &checkin);
        let is_up = matches!(input, Input::Key(keys::UP | keys::BACK_TAB));
        if asked == Asked::Left && is_up && (at, self.form.at()) == (0, 0) && self.rows(cx) > 0 {
            self.enter(Stage::Rows, cx);
        }
        if asked == Asked::Finished {
            self.enter(Stage::Last, cx);
            cx.hurry();
            return Some(Step::Stay);
        }
        asked.answer(cx, |cx, field, text, save| self.set(field, text, save, cx))
    }

    fn spot(&self, _: &Cx) -> Option<Spot> {
        let at = match self.stage {
            // What was held is not in the middle of being done.
            Stage::Read => return None,
            Stage::Rows => 0,
            Stage::Fields => self.form.at() + 1,
            Stage::Last => FIELDS.len() + 1,
        };
        let (screen, key, part) = (opened::CHECKIN.to_owned(), self.plan.clone(), self.id.clone());
        Some(Spot { screen, key, part, at, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, crate::ui::screens::padded(area), buf)
    }
}

#[cfg(test)]
pub(super) fn hints() -> impl Iterator<Item = Text> {
    FIELDS.iter().map(|field| field.hint)
}
