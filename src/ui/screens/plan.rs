//! The follow-up plan: its rows as a table, and the way to everything else of it. Every change of
//! rows and head can be taken back, so nothing asks "are you sure?".

mod begun;
mod bring;
mod checkin;
pub(super) mod checkins;
mod drafted;
mod due;
mod editing;
mod fields;
mod guide;
mod head;
#[cfg(test)]
mod laws;
mod list;
mod msg;
mod notice;
pub(super) mod opened;
mod rehearse;
mod remarks;
mod reminders;
mod row;
mod table;
mod timeline;

use std::{cell::RefCell, rc::Rc};

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub use self::msg::Msg;
pub(super) use self::{
    bring::KEYS as BRING_KEYS,
    checkin::KEYS as HOLDING_KEYS,
    checkins::KEYS as CHECKINS_KEYS,
    drafted::draft_row,
    fields::KEYS as FORM_KEYS,
    guide::KEYS as GUIDE_KEYS,
    list::KEYS as LIST_KEYS,
    msg::KEYS,
    rehearse::KEYS as REHEARSAL_KEYS,
    remarks::{KEYS as REMARK_KEYS, TITLE as REMARKS, count_words, of as remarks_of},
    timeline::{KEYS as WEEK_KEYS, NAME as WEEKS},
};

use super::{
    diagnosis::{self, Diagnoses},
    printed::View,
    search::Search,
};

use self::{
    checkins::CheckIns,
    guide::{Guide, Walk},
    list::Plans,
    notice::Notice,
    opened::Opened,
    rehearse::Rehearse,
    remarks::Remarks,
    timeline::Weeks,
};
use crate::{
    model::{
        plan::{Plan, checkins::AFTER, document::title, latest, review::Remark},
        text::Lang,
    },
    ui::{
        cx::{Cx, Save},
        keys::Binding,
        screen::{Head, Input, Printed, Screen, Step},
        widgets::{cursor::Cursor, prompt::Prompt},
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
    /// The file to take a plan from, while it is asked for.
    asked: Option<Prompt>,
    /// What was typed there last, so that a path that did not work need not be typed again.
    typed: String,
    /// What could be better, for a state of the profile on a day.
    found: RefCell<Option<Found>>,
}

/// A state of the profile, a day, and what could be better then.
type Found = ((u64, Date), Rc<Vec<Remark>>);

/// Changes a plan and notes when. One without check-ins gets them with a first day that is to come.
fn change(cx: &mut Cx, id: &str, save: Save, change: impl FnOnce(&mut Plan)) {
    let (now, today) = (cx.now, cx.today());
    let before = find(cx, id).and_then(|plan| plan.head.from);
    cx.edit(save, |profile| {
        if let Some(plan) = profile.plans.iter_mut().find(|plan| plan.id == id) {
            change(plan);
            plan.settle_checkins();
            plan.edited = now;
        }
    });
    let is_set = |plan: &Plan| {
        let from = plan.head.from.filter(|from| Some(*from) != before && *from >= today);
        from.is_some() && plan.checkins.is_empty()
    };
    if find(cx, id).is_some_and(is_set) {
        plan_checkins(cx, id, save);
    }
}

/// Plans the check-ins of a plan that has none. Nothing that a person wrote changes, so neither does
/// the day of the last change.
fn plan_checkins(cx: &mut Cx, id: &str, save: Save) {
    let mut ids: Vec<String> = AFTER.map(|_| cx.fresh_id(64)).into();
    cx.edit(save, |profile| {
        let plan = profile.plans.iter_mut().find(|known| known.id == id);
        plan.is_some_and(|plan| plan.plan_checkins(|| ids.pop().unwrap_or_default()))
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

    /// What could be better, computed once for a state of the profile.
    fn remarks(&self, cx: &Cx) -> Rc<Vec<Remark>> {
        let asked = (cx.profile().rev, cx.today());
        if let Some((known, found)) = &*self.found.borrow()
            && *known == asked
        {
            return Rc::clone(found);
        }
        let found = self.plan(cx).map_or_else(Vec::new, |plan| remarks::of(plan, cx));
        let found = Rc::new(found);
        self.found.replace(Some((asked, Rc::clone(&found))));
        found
    }

    fn count(&self, cx: &Cx) -> usize {
        self.plan(cx).map_or(0, |plan| plan.rows.len())
    }

    fn at(&self, cx: &Cx) -> usize {
        self.cursor.at(self.count(cx))
    }
}

impl Screen for Planner {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        if self.asked.is_some() { bring::KEYS } else { KEYS }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        self.asked.is_some()
    }

    fn typed(&mut self, input: Input, _: &mut Cx) -> Option<Step> {
        self.type_path(&input)
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
            Msg::Add
            | Msg::Identity
            | Msg::View
            | Msg::Choose
            | Msg::Adapt
            | Msg::CheckIns
            | Msg::Remarks
            | Msg::Weeks => has_plan,
            Msg::Rehearse => self.plan(cx).is_some_and(|plan| plan.if_then.is_whole()),
            Msg::Undo => self.has_any(&cx.undos),
            Msg::Redo => self.has_any(&cx.redos),
            Msg::Diagnosis => diagnosis::are_there(cx),
            Msg::Guide | Msg::New | Msg::Search | Msg::Back | Msg::Bring | Msg::Typing => true,
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
        let right = match self.remarks(cx).len() {
            0 => right,
            count => format!("{right} · {}", count_words(count, lang)),
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
            Msg::Remarks => return Step::swap(Remarks::new(std::mem::take(self), cx)),
            Msg::Weeks => return Step::swap(Weeks::new(std::mem::take(self), cx)),
            Msg::Bring => self.asked = Some(bring::prompt(&self.typed)),
            Msg::Typing => {}
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
        if let Some(prompt) = &self.asked {
            return bring::draw(prompt, cx, area, buf);
        }
        match self.plan(cx) {
            None => table::invite(cx, area, buf),
            Some(plan) => {
                let notice = self.notice.map(|notice| notice.say(cx.lang()));
                let found = self.remarks(cx);
                table::draw(plan, self.at(cx), notice.as_deref(), &found, cx, area, buf);
            }
        }
        None
    }
}
