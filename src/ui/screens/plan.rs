//! The follow-up plan: its rows as a table, and the way to everything else of it. Every change of
//! rows and head can be taken back, so nothing asks "are you sure?".

mod begun;
mod checkin;
pub(super) mod checkins;
mod drafted;
mod due;
mod fields;
mod guide;
mod head;
#[cfg(test)]
mod laws;
mod list;
mod notice;
pub(super) mod opened;
mod rehearse;
mod reminders;
mod row;
mod table;
mod undoing;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub(super) use self::{
    checkin::KEYS as HOLDING_KEYS, checkins::KEYS as CHECKINS_KEYS, drafted::draft_row,
    fields::KEYS as FORM_KEYS, guide::KEYS as GUIDE_KEYS, list::KEYS as LIST_KEYS,
    rehearse::KEYS as REHEARSAL_KEYS,
};

use super::{
    diagnosis::{self, Diagnoses},
    printed::View,
    search::{self, Search},
};

use self::{
    checkins::CheckIns,
    guide::{Guide, Walk},
    head::HeadForm,
    list::Plans,
    notice::Notice,
    opened::Opened,
    rehearse::Rehearse,
    row::RowForm,
};
use crate::{
    model::{
        plan::{Plan, document::title, latest},
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Code, Key, also, bind},
        screen::{Head, Printed, Screen, Step},
        widgets::cursor::{Cursor, ENDS, MOVE, Move},
    },
};

/// The table of one plan, or the invitation to begin one.
#[derive(Default)]
pub struct Planner {
    /// `None` while there is no plan at all.
    plan: Option<String>,
    cursor: Cursor,
    opened: Option<Opened>,
    notice: Option<Notice>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Begin a plan, or its first row.
    Begin,
    /// Edit the row under the cursor.
    Edit,
    /// Add a row.
    Add,
    /// Edit the head.
    Identity,
    /// The next status of the row.
    Status,
    /// The whole plan to read.
    View,
    /// Delete the row.
    Delete,
    /// Copy the row below itself.
    Copy,
    /// Take the last change back.
    Undo,
    /// Make it once more.
    Redo,
    /// Move the cursor.
    Move(Move),
    /// Move the row up.
    Raise,
    /// Move the row down.
    Lower,
    /// The plan step by step, one question a screen.
    Guide,
    /// What differs in this office, before the rows.
    Adapt,
    /// What was done after 30, 60 and 90 days.
    CheckIns,
    /// The if-then sentence from memory.
    Rehearse,
    /// Begin another plan.
    New,
    /// Choose another plan, or delete one.
    Choose,
    /// Look at the office.
    Diagnosis,
    /// Look something up.
    Search,
    /// Back home.
    Back,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Begin, Text::new("mulai", "begin")),
    bind(&[keys::ENTER], Msg::Edit, Text::new("sunting", "edit")),
    bind(&[Key::char('t')], Msg::Add, Text::new("tambah", "add")),
    bind(&[Key::char('u'), Key::ctrl('z')], Msg::Undo, Text::new("urungkan", "undo")),
    bind(&[Key::char('i')], Msg::Identity, Text::new("identitas", "info")),
    bind(&[Key::char('v')], Msg::View, Text::new("lihat", "view")),
    bind(&[Key::char('s')], Msg::Status, Text::new("status", "status")),
    bind(&[Key::char('g')], Msg::Guide, Text::new("dipandu", "guided")),
    bind(&[Key::char('x')], Msg::Delete, Text::new("hapus", "delete")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
    also(&[Key::char('a')], Msg::Adapt, Text::new("yang berbeda di kantor", "what differs here")),
    also(&[Key::char('b')], Msg::CheckIns, Text::new("tinjauan 30, 60, 90 hari", "check-ins")),
    also(
        &[Key::char('h')],
        Msg::Rehearse,
        Text::new("jika–maka dari ingatan", "if–then from memory"),
    ),
    also(&[Key::char('c')], Msg::Copy, Text::new("salin baris", "copy the row")),
    also(&[Key::char('y'), Key::ctrl('y')], Msg::Redo, Text::new("ulangi", "redo")),
    also(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    also(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    also(
        &[Key::char('['), Key::ctrl_code(Code::Up)],
        Msg::Raise,
        Text::new("geser baris ke atas", "move the row up"),
    ),
    also(
        &[Key::char(']'), Key::ctrl_code(Code::Down)],
        Msg::Lower,
        Text::new("geser baris ke bawah", "move the row down"),
    ),
    also(&[Key::char('d')], Msg::Diagnosis, Text::new("diagnosis kantor", "office diagnosis")),
    also(search::OPEN, Msg::Search, search::SAY),
    also(&[Key::char('n')], Msg::New, Text::new("rencana baru", "a new plan")),
    also(
        &[Key::char('p')],
        Msg::Choose,
        Text::new("pilih atau hapus rencana", "choose or delete a plan"),
    ),
];

/// Changes a plan and notes when.
fn change(cx: &mut Cx, id: &str, save: Save, change: impl FnOnce(&mut Plan)) {
    let now = cx.now;
    cx.edit(save, |profile| {
        if let Some(plan) = profile.plans.iter_mut().find(|plan| plan.id == id) {
            change(plan);
            plan.settle_checkins();
            plan.edited = now;
        }
    });
}

fn find<'a>(cx: &'a Cx, id: &str) -> Option<&'a Plan> {
    cx.profile().plans.iter().find(|plan| plan.id == id)
}

impl Planner {
    /// The plan edited last.
    pub fn new(cx: &Cx) -> Self {
        let plan = latest(&cx.profile().plans).map(|plan| plan.id.clone());
        Self { plan, ..Self::default() }
    }

    /// This plan.
    fn of(id: String) -> Self {
        Self { plan: Some(id), ..Self::default() }
    }

    /// This plan, the cursor on this row; `None` where it is gone.
    pub fn standing(plan: &str, row: Option<&str>, cx: &Cx) -> Option<Self> {
        let rows = &find(cx, plan)?.rows;
        let at = rows.iter().position(|known| Some(known.id.as_str()) == row);
        Some(Self { cursor: Cursor::new(at.unwrap_or(0)), ..Self::of(plan.to_owned()) })
    }

    fn plan<'a>(&self, cx: &'a Cx) -> Option<&'a Plan> {
        find(cx, self.plan.as_deref()?)
    }

    fn count(&self, cx: &Cx) -> usize {
        self.plan(cx).map_or(0, |plan| plan.rows.len())
    }

    fn at(&self, cx: &Cx) -> usize {
        self.cursor.at(self.count(cx))
    }

    fn copy(&mut self, cx: &mut Cx) {
        let (at, id) = (self.at(cx), cx.fresh_id(64));
        if self.change(cx, |plan| plan.copy(at, id)) {
            self.cursor = Cursor::new(at + 1);
            self.notice = Some(Notice::Copied(at + 2));
        }
    }

    fn open_head(&mut self, cx: &Cx) -> Step {
        let Some(plan) = self.plan(cx) else { return Step::Stay };
        self.opened = Some(Opened::Head(Box::new(plan.clone())));
        Step::open(HeadForm::new(plan))
    }

    fn open_row(&mut self, cx: &Cx) -> Step {
        let at = self.at(cx);
        let Some(plan) = self.plan(cx) else { return Step::Stay };
        let Some(row) = plan.rows.get(at) else { return Step::Stay };
        self.opened = Some(Opened::Row(at, Box::new(row.clone())));
        Step::open(RowForm::edit(&plan.id, at, row, plan.head.from))
    }

    fn open_new_row(&mut self, cx: &mut Cx) -> Step {
        let Some(id) = self.plan(cx).map(|plan| plan.id.clone()) else { return Step::Stay };
        self.opened = Some(Opened::New(self.count(cx)));
        Step::open(RowForm::add(&id, cx))
    }

    fn shift(&mut self, is_down: bool, cx: &mut Cx) {
        let from = self.at(cx);
        let Some(to) = (if is_down { Some(from + 1) } else { from.checked_sub(1) }) else { return };
        if self.change(cx, |plan| plan.shift(from, to)) {
            self.cursor = Cursor::new(to);
            self.notice = Some(Notice::Moved(to + 1));
        }
    }
}

impl Screen for Planner {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let has_plan = self.plan(cx).is_some();
        let has_rows = self.count(cx) > 0;
        match msg {
            Msg::Begin => !has_rows,
            Msg::Edit
            | Msg::Status
            | Msg::Delete
            | Msg::Copy
            | Msg::Move(_)
            | Msg::Raise
            | Msg::Lower => has_rows,
            Msg::Add | Msg::Identity | Msg::View | Msg::Choose | Msg::Adapt | Msg::CheckIns => {
                has_plan
            }
            Msg::Rehearse => self.plan(cx).is_some_and(|plan| plan.if_then.is_whole()),
            Msg::Undo => self.has_any(&cx.undos),
            Msg::Redo => self.has_any(&cx.redos),
            Msg::Diagnosis => diagnosis::are_there(cx),
            Msg::Guide | Msg::New | Msg::Search | Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let Some(plan) = self.plan(cx) else {
            let left = lang.pick("Rencana tindak lanjut", "Follow-up plan").to_owned();
            return Head { left, right: String::new() };
        };
        let right = match (lang, plan.rows.len()) {
            (Lang::Id, rows) => format!("{rows} baris"),
            (Lang::En, 1) => "1 row".to_owned(),
            (Lang::En, rows) => format!("{rows} rows"),
        };
        Head { left: title(plan, lang), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        self.notice = None;
        let at = self.at(cx);
        match msg {
            Msg::Begin if self.plan(cx).is_some() => return self.open_new_row(cx),
            Msg::Begin | Msg::New => {
                let beside = self.plan(cx).map(|plan| plan.id.clone());
                let (planner, step) = Self::begin(cx, beside);
                *self = planner;
                return step;
            }
            Msg::Edit => return self.open_row(cx),
            Msg::Add => return self.open_new_row(cx),
            Msg::Identity => return self.open_head(cx),
            Msg::View => {
                return self.plan(cx).map_or(Step::Stay, |plan| {
                    Step::open(View::new(Printed::Plan(plan.id.clone())))
                });
            }
            Msg::Status => {
                self.change(cx, |plan| plan.edit(at, |row| row.status = row.status.next()));
            }
            Msg::Delete => {
                if self.change(cx, |plan| plan.remove(at)) {
                    self.notice = Some(Notice::Removed(at + 1));
                }
            }
            Msg::Copy => self.copy(cx),
            Msg::Undo => self.step_back(false, cx),
            Msg::Redo => self.step_back(true, cx),
            Msg::Move(to) => self.cursor.go(to, self.count(cx)),
            Msg::Raise => self.shift(false, cx),
            Msg::Lower => self.shift(true, cx),
            Msg::Guide => return self.open_guide(cx),
            Msg::Adapt => {
                return self
                    .plan(cx)
                    .map_or(Step::Stay, |plan| Step::open(Guide::new(Walk::Adaptation, plan)));
            }
            Msg::CheckIns => {
                let Some(id) = self.plan(cx).map(|plan| plan.id.clone()) else { return Step::Stay };
                return Step::open(CheckIns::new(&id, None, cx));
            }
            Msg::Rehearse => {
                return self.plan(cx).map_or(Step::Stay, |plan| Step::open(Rehearse::new(plan)));
            }
            Msg::Choose => return Step::swap(Plans::new(std::mem::take(self), cx)),
            Msg::Diagnosis => {
                let sop = self.plan(cx).map(|plan| plan.head.sop.title.clone());
                return Step::open(Diagnoses::about(sop.unwrap_or_default()));
            }
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        if let Some(opened) = self.opened.take() {
            self.take_up(opened, cx);
        }
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        match self.plan(cx) {
            None => table::invite(cx, area, buf),
            Some(plan) => {
                let notice = self.notice.map(|notice| notice.say(cx.lang()));
                table::draw(plan, self.at(cx), notice.as_deref(), cx, area, buf);
            }
        }
        None
    }
}
