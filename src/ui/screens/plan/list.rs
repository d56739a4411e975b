//! The plans of a person, to choose another one or to delete one. A whole plan is deleted only
//! after a question, since that cannot be taken back.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::Planner;
use crate::{
    model::{
        dates,
        plan::{Plan, document::name_of},
        text::{Lang, Said, Text},
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step},
        screens::{confirm::Confirm, padded},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// The list of plans; it holds the table that it was opened from.
pub struct Plans {
    cursor: Cursor,
    from: Planner,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open the plan under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// Copy the plan under the cursor for another SOP.
    Copy,
    /// Delete the plan under the cursor.
    Delete,
    /// Back to the table.
    Back,
}

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, keys::RIGHT, Key::char('l')], Msg::Open, Text::new("buka", "open")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('c')], Msg::Copy, Text::new("salin", "copy")),
    bind(&[Key::char('x')], Msg::Delete, Text::new("hapus rencana", "delete the plan")),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

impl Plans {
    /// The list, the cursor on the plan of the table.
    pub(super) fn new(from: Planner, cx: &Cx) -> Self {
        let at = in_order(cx).iter().position(|plan| from.plan.as_ref() == Some(&plan.id));
        let at = at.unwrap_or(0);
        Self { cursor: Cursor::new(at), from }
    }

    fn here<'a>(&self, cx: &'a Cx) -> Option<&'a Plan> {
        let plans = in_order(cx);
        plans.get(self.cursor.at(plans.len())).copied()
    }

    /// A copy for another SOP; its head is opened, since that is what differs.
    fn copy(&self, cx: &mut Cx) -> Step {
        let Some(plan) = self.here(cx).cloned() else { return Step::Stay };
        let (id, now) = (cx.fresh_id(128), cx.now);
        let copy = plan.for_another_sop(id.clone(), now, || cx.fresh_id(64));
        cx.edit(Save::Now, |profile| profile.plans.push(copy));
        let mut planner = Planner::of(id);
        let head = planner.open_head(cx);
        let Step::Open(head) = head else { return Step::swap(planner) };
        Step::SwapAll(vec![Box::new(planner), head])
    }

    fn open(&mut self, cx: &Cx) -> Step {
        let id = self.here(cx).map(|plan| plan.id.clone());
        if id.is_some() && id != self.from.plan {
            return id.map_or(Step::Stay, |id| Step::swap(Planner::of(id)));
        }
        self.back(cx)
    }

    /// The table as it was left; another plan's when its own is gone.
    fn back(&mut self, cx: &Cx) -> Step {
        let from = std::mem::take(&mut self.from);
        Step::swap(if from.plan(cx).is_some() { from } else { Planner::new(cx) })
    }

    fn delete(&self, cx: &Cx) -> Step {
        let Some(plan) = self.here(cx) else { return Step::Stay };
        let rows = plan.rows.len();
        let question = Said::new(
            format!(
                "Hapus rencana “{}” ({rows} baris)? Tindakan ini tidak dapat diurungkan.",
                name(plan, Lang::Id)
            ),
            format!(
                "Delete the plan “{}” (rows: {rows})? This cannot be undone.",
                name(plan, Lang::En)
            ),
        );
        let id = plan.id.clone();
        Step::open(Confirm::new(
            question,
            Box::new(move |cx| {
                cx.edit(Save::Now, |profile| {
                    if let Some(at) = profile.plans.iter().position(|plan| plan.id == id) {
                        profile.plans.remove(at);
                    }
                });
            }),
        ))
    }
}

fn name(plan: &Plan, lang: Lang) -> String {
    name_of(plan).unwrap_or_else(|| lang.pick("SOP belum diisi", "no SOP named yet").to_owned())
}

/// The plans, the one edited last first.
fn in_order(cx: &Cx) -> Vec<&Plan> {
    let mut plans: Vec<&Plan> = cx.profile().plans.iter().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.edited.timestamp()));
    plans
}

impl Screen for Plans {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Back => true,
            Msg::Move(_) => cx.profile().plans.len() > 1,
            Msg::Open | Msg::Copy | Msg::Delete => self.here(cx).is_some(),
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = cx.lang().pick("Pilih rencana", "Choose a plan").to_owned();
        Head { left, right: String::new() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Open => self.open(cx),
            Msg::Back => self.back(cx),
            Msg::Copy => self.copy(cx),
            Msg::Delete => self.delete(cx),
            Msg::Move(to) => {
                self.cursor.go(to, cx.profile().plans.len());
                Step::Stay
            }
        }
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let lang = cx.lang();
        let plans = in_order(cx);
        let at = self.cursor.at(plans.len());
        let room = usize::from(area.width.min(cx.text_width())).saturating_sub(2);
        let mut rows: Vec<_> = plans
            .iter()
            .enumerate()
            .map(|(place, plan)| {
                let day = dates::short_date(plan.edited.date(), lang);
                let rows = plan.rows.len();
                let about = match lang {
                    Lang::Id => format!("{rows:>3} baris   {day:>11}"),
                    Lang::En => format!("{rows:>3} rows   {day:>11}"),
                };
                let room = room.saturating_sub(about.width() + 1);
                // The one that stands on the table below.
                let is_open = self.from.plan.as_ref() == Some(&plan.id);
                let open = if is_open { lang.pick("  terbuka", "  open") } else { "" };
                let name = frame::fit(&name(plan, lang), room - open.width().min(room), &cx.theme);
                let name = name + open;
                let gap = " ".repeat(room.saturating_sub(name.width()) + 1);
                let spans = vec![Span::raw(name + &gap), Span::styled(about, cx.theme.quiet)];
                cursor::row(place == at, spans, &cx.theme)
            })
            .collect();
        if rows.len() < 2 {
            let words = match rows.len() {
                0 => Text::new(
                    "Belum ada rencana. Kembali dengan Esc, lalu n memulai yang pertama.",
                    "There is no plan yet. Go back with Esc, then n begins the first one.",
                ),
                _ => Text::new(
                    "Hanya ada satu rencana. Untuk SOP lain, kembali dengan Esc, lalu tekan n.",
                    "There is only one plan. For another SOP, go back with Esc, then press n.",
                ),
            };
            rows.push(Line::raw(""));
            let words = [Span::styled(words.say(lang), cx.theme.quiet)];
            rows.extend(prose::wrap(&words, area.width.min(cx.text_width()), &cx.theme));
        }
        cursor::draw(&rows, at, area, buf, &cx.theme);
        None
    }
}
