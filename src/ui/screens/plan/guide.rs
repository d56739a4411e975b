//! A plan, or what differs in the office, one question a screen. It writes the same plan as the
//! table does, as it is typed, and inserts nothing by itself: drafts are offered and taken with a key.

mod keys_of;
mod menu;
mod steps;
mod view;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

pub(in crate::ui::screens) use self::keys_of::KEYS;
use self::{
    keys_of::{DRAFTS as DRAFT_KEYS, Msg},
    menu::{Does, Menu},
    steps::{ADAPTATION, Door, PLAN, Question, Source},
};
use super::{change, editing::remember, find, opened, rehearse::Rehearse, row::give_up};
use crate::{
    model::{
        plan::{Adaptation, Plan, Row, changes::Undo},
        profile::Spot,
        text::Text,
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding},
        screen::{Head, Input, Screen, Step, of},
        widgets::form::{Asked, Form, Kind},
    },
};

/// Which questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walk {
    /// The whole plan.
    Plan,
    /// What differs in this office.
    Adaptation,
}

impl Walk {
    const fn steps(self) -> &'static [&'static Question] {
        match self {
            Self::Plan => PLAN,
            Self::Adaptation => ADAPTATION,
        }
    }

    const fn spot(self) -> &'static str {
        match self {
            Self::Plan => opened::GUIDE,
            Self::Adaptation => opened::ADAPT,
        }
    }
}

/// One question after the other.
pub struct Guide {
    plan: String,
    walk: Walk,
    at: usize,
    form: Form<Plan>,
    menu: Option<Menu>,
    /// What was said about the office when the walk through it began.
    before: Vec<Adaptation>,
}

impl Guide {
    /// From the first question.
    pub(super) fn new(walk: Walk, plan: &Plan) -> Self {
        let fields = walk.steps().first().map_or(&[][..], |step| step.fields);
        Self {
            plan: plan.id.clone(),
            walk,
            at: 0,
            form: Form::new(fields, plan).near(plan.head.from),
            menu: None,
            before: plan.adaptation.clone(),
        }
    }

    /// At a step of this name, a field of it being filled in.
    pub(super) fn standing_at(mut self, step: &str, field: usize, plan: &Plan) -> Self {
        let at = self.walk.steps().iter().position(|known| known.key == step);
        self.at = at.unwrap_or(0);
        self.form = self.form_here(plan).standing_at(field, plan);
        self
    }

    /// What a step is called, for home.
    pub(super) fn name(walk: Walk, step: &str) -> Option<Text> {
        walk.steps().iter().find(|known| known.key == step).map(|step| step.name)
    }

    fn step(&self) -> Option<&'static Question> {
        self.walk.steps().get(self.at).copied()
    }

    fn door(&self) -> Option<Door> {
        self.step().and_then(|step| step.door)
    }

    const fn is_last(&self) -> bool {
        self.at + 1 >= self.walk.steps().len()
    }

    fn form_here(&self, plan: &Plan) -> Form<Plan> {
        let fields = self.step().map_or(&[][..], |step| step.fields);
        Form::new(fields, plan).near(plan.head.from)
    }

    fn source(&self) -> Option<Source> {
        self.step()?.sources.get(self.form.at()).copied().flatten()
    }

    /// Goes to another step. A date that is none is told once and then given up.
    fn go(&mut self, to: usize, cx: &mut Cx) {
        if !self.may_leave(cx) {
            return;
        }
        self.at = to;
        if let Some(plan) = find(cx, &self.plan) {
            self.form = self.form_here(plan);
        }
        cx.hurry();
    }

    fn may_leave(&mut self, cx: &mut Cx) -> bool {
        if !self.form.may_close(cx) {
            return false;
        }
        if let Some((field, before)) = self.form.given_up(cx) {
            let fields = self.form.fields();
            change(cx, &self.plan, Save::Now, |plan| {
                // Only a row has dates here; the head's are set on the table.
                give_up(fields, field, before, plan, |plan| match plan.rows.first_mut() {
                    Some(row) => &mut row.unread,
                    None => &mut plan.head.unread,
                });
            });
        }
        true
    }

    fn set(&self, at: usize, text: String, save: Save, cx: &mut Cx) {
        let Some(step) = self.step() else { return };
        let Some(field) = step.fields.get(at) else { return };
        let needs_row = step.is_row && find(cx, &self.plan).is_some_and(|p| p.rows.is_empty());
        let row = needs_row.then(|| Row::new(cx.fresh_id(64)));
        change(cx, &self.plan, save, |plan| {
            plan.rows.extend(row);
            (field.set)(plan, text);
        });
    }

    /// Puts a draft into the field, behind what stands there, and the factor that it serves beside it.
    fn take(&mut self, text: &str, factor: Option<String>, cx: &mut Cx) -> Option<Step> {
        let plan = find(cx, &self.plan)?.clone();
        let stored = self.form.fields().get(self.form.at()).map(|field| (field.get)(&plan))?;
        let gap = if stored.trim().is_empty() { "" } else { "; " };
        self.form.typed(&Input::Key(keys::END), cx, &plan);
        let asked = self.form.typed(&Input::Paste(format!("{gap}{text}")), cx, &plan);
        if let Asked::Set(at, text, _) = asked {
            self.set(at, text, Save::Now, cx);
        }
        let is_action = self.step().is_some_and(|step| step.is_action);
        if let (true, Some(factor)) = (is_action, factor) {
            change(cx, &self.plan, Save::Now, |plan| {
                if let Some(row) = plan.rows.first_mut() {
                    row.factor.get_or_insert(factor);
                }
            });
        }
        Some(Step::Stay)
    }

    fn open_door(&self, cx: &Cx) -> Step {
        let Some(plan) = find(cx, &self.plan) else { return Step::Stay };
        match self.door() {
            Some(Door::Adaptation) => Step::open(Self::new(Walk::Adaptation, plan)),
            Some(Door::Rehearsal) => Step::open(Rehearse::new(plan)),
            None => Step::Stay,
        }
    }

    /// Closes it; what was said about the office can be taken back, challenge by challenge.
    fn close(&mut self, cx: &mut Cx) -> Step {
        if !self.may_leave(cx) {
            return Step::Stay;
        }
        cx.hurry();
        let Some(plan) = find(cx, &self.plan) else { return Step::Back };
        if self.walk != Walk::Adaptation || plan.adaptation == self.before {
            return Step::Back;
        }
        let mut now = plan.clone();
        now.tidy_adaptation();
        if now.adaptation.len() != plan.adaptation.len() {
            change(cx, &self.plan, Save::Now, Plan::tidy_adaptation);
        }
        for stage in stages(std::mem::take(&mut self.before), &now.adaptation) {
            remember(&self.plan, Undo::Adaptation(stage), cx);
        }
        Step::Back
    }
}

/// What was said on the way from one state to the other, challenge by challenge.
fn stages(before: Vec<Adaptation>, after: &[Adaptation]) -> Vec<Vec<Adaptation>> {
    let (mut now, mut stages) = (before, Vec::new());
    for part in after {
        let known = now.iter().position(|known| known.challenge == part.challenge);
        if known.and_then(|at| now.get(at)) == Some(part) {
            continue;
        }
        stages.push(now.clone());
        match known.and_then(|at| now.get_mut(at)) {
            Some(known) => known.clone_from(part),
            None => now.push(part.clone()),
        }
    }
    if now != after {
        stages.push(now);
    }
    stages
}

impl Screen for Guide {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let left = match self.walk {
            Walk::Plan => lang.pick("Rencana langkah demi langkah", "The plan step by step"),
            Walk::Adaptation => lang.pick("Apa yang berbeda di sini", "What differs here"),
        };
        let count = of(self.at + 1, self.walk.steps().len(), lang);
        let right = format!("{} {count}", lang.pick("langkah", "step"));
        Head { left: left.to_owned(), right }
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let is_menu = self.menu.is_some();
        let is_picking = self.form.is_picking();
        let is_plain = !is_menu && !is_picking;
        match msg {
            Msg::Take | Msg::Choose | Msg::CloseMenu => is_menu,
            Msg::Day => is_picking,
            Msg::Pick => is_plain && self.form.is_date(),
            Msg::Drafts => is_plain && menu::are_there(self, cx),
            Msg::Field => is_plain && self.door().is_none(),
            Msg::Enter => is_plain && self.door().is_some(),
            Msg::Next => is_plain && !self.is_last(),
            Msg::Before => is_plain && self.at > 0,
            Msg::Back => is_plain,
        }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        self.menu.is_none() && !self.form.is_picking() && self.door().is_none()
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Next => self.go(self.at + 1, cx),
            Msg::Before => self.go(self.at.saturating_sub(1), cx),
            Msg::Drafts => self.menu = menu::of(self, cx),
            Msg::Enter => return self.open_door(cx),
            Msg::Back => return self.close(cx),
            Msg::Field | Msg::Pick | Msg::Day | Msg::Take | Msg::Choose | Msg::CloseMenu => {}
        }
        Step::Stay
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if let Some(menu) = &mut self.menu {
            return match menu.typed(&input)? {
                Does::Stay => Some(Step::Stay),
                Does::Close => {
                    self.menu = None;
                    Some(Step::Stay)
                }
                Does::Take(draft) => {
                    self.menu = None;
                    self.take(&draft.text, draft.factor, cx)
                }
            };
        }
        let is_mine = matches!(input, Input::Key(keys::ESC | keys::PAGE_UP | keys::PAGE_DOWN));
        if self.door().is_some() || (is_mine && !self.form.is_picking()) {
            return None;
        }
        let asked = self.form.typed(&input, cx, find(cx, &self.plan)?);
        if asked == Asked::Finished {
            if self.is_last() {
                return Some(self.close(cx));
            }
            self.go(self.at + 1, cx);
            return Some(Step::Stay);
        }
        asked.answer(cx, |cx, field, text, save| self.set(field, text, save, cx))
    }

    /// What was opened from here may have changed the plan.
    fn back_on_top(&mut self, cx: &mut Cx) {
        if let Some(plan) = find(cx, &self.plan) {
            self.form = self.form_here(plan);
        }
    }

    fn spot(&self, _: &Cx) -> Option<Spot> {
        let screen = self.walk.spot().to_owned();
        let part = self.step()?.key.to_owned();
        Some(Spot { screen, key: self.plan.clone(), part, at: self.form.at(), ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, crate::ui::screens::padded(area), buf)
    }
}

/// Whether a field of this kind can take a draft.
const fn takes_text(kind: Kind) -> bool {
    matches!(kind, Kind::Text(_))
}

#[cfg(test)]
pub(super) fn hints() -> impl Iterator<Item = Text> {
    PLAN.iter().chain(ADAPTATION).flat_map(|step| step.fields).map(|field| field.hint)
}

/// How many steps a walk has.
#[cfg(test)]
pub(super) const fn length(walk: Walk) -> usize {
    walk.steps().len()
}
