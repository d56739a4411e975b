//! The check-ins of a plan: what was held, what is overdue, what is to come. Those that were held can
//! only be read; another may be added any time.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::{
    change,
    checkin::Holding,
    due::DueForm,
    editing::{remember, step_back},
    find, plan_checkins,
};
use crate::{
    model::{
        dates,
        plan::{CheckIn, Plan, changes::Undo, checkins::say_when},
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Key, also, bind},
        prose,
        screen::{Head, Screen, Step},
        screens::padded,
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// Columns of a name and of a day.
const NAME: usize = 19;
const DAY: usize = 13;

/// The check-ins of one plan.
pub struct CheckIns {
    plan: String,
    cursor: Cursor,
    notice: Option<Text>,
    opened: Option<Opened>,
}

/// What was opened on top.
enum Opened {
    /// One that may be empty again.
    New(String),
    /// The day of this one, as it was.
    Due(Box<CheckIn>),
    /// One that was to be held.
    Holding(String),
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Hold the one under the cursor.
    Hold,
    /// Read the one under the cursor.
    Read,
    /// Add one that is held today.
    Add,
    /// Set its day.
    Due,
    /// Remove one that is to come.
    Remove,
    /// Take the last change back.
    Undo,
    /// Move the cursor.
    Move(Move),
    /// Back.
    Back,
}

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Hold, Text::new("isi", "fill in")),
    bind(&[keys::ENTER], Msg::Read, Text::new("baca", "read")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(&[Key::char('t')], Msg::Add, Text::new("tambah", "add")),
    bind(&[Key::char('d')], Msg::Due, Text::new("tanggal", "date")),
    bind(&[Key::char('x')], Msg::Remove, Text::new("hapus", "delete")),
    bind(&[Key::char('u'), Key::ctrl('z')], Msg::Undo, Text::new("urungkan", "undo")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
];

impl CheckIns {
    /// Those of this plan, the cursor on one of them, else on the first that is to be held. Where a
    /// plan has none they are planned now.
    pub fn new(plan: &str, at: Option<&str>, cx: &mut Cx) -> Self {
        if find(cx, plan).is_some_and(|plan| plan.checkins.is_empty()) {
            plan_checkins(cx, plan, Save::Now);
        }
        Self { opened: None, ..Self::standing(plan, at, cx) }
    }

    /// The same below a check-in that was left in the middle.
    pub(super) fn standing(plan: &str, at: Option<&str>, cx: &Cx) -> Self {
        let all = find(cx, plan).map(Plan::checkins_by_day).unwrap_or_default();
        let place = all.iter().position(|checkin| match at {
            Some(id) => checkin.id == id,
            None => !checkin.is_held(),
        });
        let cursor = Cursor::new(place.unwrap_or(0));
        // One that was added today and left empty goes when it is left.
        let today = Some(cx.today());
        let is_empty = |one: &&&CheckIn| {
            one.after.is_none() && one.due == today && !one.is_begun() && !one.is_held()
        };
        let opened = at.and_then(|id| all.iter().find(|one| one.id == id));
        let opened = opened.filter(is_empty).map(|one| Opened::New(one.id.clone()));
        Self { plan: plan.to_owned(), cursor, notice: None, opened }
    }

    fn all<'a>(&self, cx: &'a Cx) -> Vec<&'a CheckIn> {
        find(cx, &self.plan).map(Plan::checkins_by_day).unwrap_or_default()
    }

    fn here<'a>(&self, cx: &'a Cx) -> Option<&'a CheckIn> {
        let all = self.all(cx);
        all.get(self.cursor.at(all.len())).copied()
    }

    fn stand_on(&mut self, id: &str, cx: &Cx) {
        if let Some(at) = self.all(cx).iter().position(|checkin| checkin.id == id) {
            self.cursor = Cursor::new(at);
        }
    }

    /// Whether the last change of the plan was one of its check-ins: others are taken back where they
    /// are seen.
    fn can_undo(&self, cx: &Cx) -> bool {
        let last = cx.undos.get(&self.plan).and_then(|undos| undos.last());
        matches!(last, Some(Undo::CheckIn(..)))
    }

    fn open(&mut self, cx: &Cx) -> Step {
        let Some(checkin) = self.here(cx) else { return Step::Stay };
        self.opened = Some(Opened::Holding(checkin.id.clone()));
        Step::open(Holding::new(&self.plan, checkin, cx))
    }

    fn add(&mut self, cx: &mut Cx) -> Step {
        let checkin = CheckIn::planned(cx.fresh_id(64), cx.today());
        let id = checkin.id.clone();
        change(cx, &self.plan, Save::Now, |plan| drop(plan.add_checkin(checkin.clone())));
        self.stand_on(&id, cx);
        self.opened = Some(Opened::New(id));
        Step::open(Holding::new(&self.plan, &checkin, cx))
    }

    fn remove(&mut self, cx: &mut Cx) {
        let Some(id) = self.here(cx).map(|checkin| checkin.id.clone()) else { return };
        let mut undo = None;
        change(cx, &self.plan, Save::Now, |plan| undo = plan.remove_checkin(&id));
        if let Some(undo) = undo {
            remember(&self.plan, undo, cx);
            self.notice = Some(Text::new(
                "Tinjauan dihapus. Tekan u untuk mengurungkan.",
                "Check-in deleted. Press u to undo.",
            ));
        }
    }
}

impl Screen for CheckIns {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let name = lang.pick("Tinjauan", "Check-ins");
        let sop = find(cx, &self.plan).and_then(crate::model::plan::document::name_of);
        let left = sop.map_or_else(|| name.to_owned(), |sop| format!("{name} · {sop}"));
        Head { left, right: String::new() }
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let here = self.here(cx);
        match msg {
            Msg::Hold | Msg::Due | Msg::Remove => here.is_some_and(|here| !here.is_held()),
            Msg::Read => here.is_some_and(CheckIn::is_held),
            Msg::Move(_) => self.all(cx).len() > 1,
            Msg::Undo => self.can_undo(cx),
            Msg::Add => find(cx, &self.plan).is_some(),
            Msg::Back => true,
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        self.notice = None;
        match msg {
            Msg::Hold | Msg::Read => return self.open(cx),
            Msg::Add => return self.add(cx),
            Msg::Due => {
                let Some(here) = self.here(cx) else { return Step::Stay };
                self.opened = Some(Opened::Due(Box::new(here.clone())));
                return Step::open(DueForm::new(&self.plan, here));
            }
            Msg::Remove => self.remove(cx),
            Msg::Undo => {
                let is_done = step_back(&self.plan, false, cx).is_some();
                self.notice = is_done.then_some(Text::new("Sudah diurungkan.", "Undone."));
            }
            Msg::Move(to) => self.cursor.go(to, self.all(cx).len()),
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        let Some(opened) = self.opened.take() else { return };
        let held = Text::new("Tinjauan sudah dicatat.", "The check-in is recorded.");
        let id = match opened {
            Opened::Due(before) => {
                let id = before.id.clone();
                let is_new = find(cx, &self.plan)
                    .and_then(|plan| plan.checkin(&id))
                    .is_some_and(|now| *now != *before);
                if is_new {
                    remember(&self.plan, Undo::CheckIn(id.clone(), Some(before)), cx);
                }
                id
            }
            Opened::New(id) => {
                let checkin = find(cx, &self.plan).and_then(|plan| plan.checkin(&id));
                match checkin {
                    Some(checkin) if checkin.is_held() => self.notice = Some(held),
                    Some(checkin) if !checkin.is_begun() => {
                        change(cx, &self.plan, Save::Now, |plan| drop(plan.remove_checkin(&id)));
                    }
                    Some(_) => remember(&self.plan, Undo::CheckIn(id.clone(), None), cx),
                    None => {}
                }
                id
            }
            Opened::Holding(id) => {
                let checkin = find(cx, &self.plan).and_then(|plan| plan.checkin(&id));
                let is_now = |checkin: &CheckIn| checkin.at == Some(cx.now);
                self.notice = checkin.is_some_and(is_now).then_some(held);
                id
            }
        };
        self.stand_on(&id, cx);
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        if area.height < 2 {
            return None;
        }
        let lang = cx.lang();
        let width = usize::from(area.width);
        let all = self.all(cx);
        let at = self.cursor.at(all.len());
        let rows: Vec<Line<'_>> = all
            .iter()
            .enumerate()
            .map(|(place, checkin)| cursor::row(place == at, row(checkin, width, cx), &cx.theme))
            .collect();
        let about = about(self.here(cx), lang);
        let text = prose::wrap(
            &[Span::styled(about, cx.theme.quiet)],
            area.width.min(cx.text_width()),
            &cx.theme,
        );
        let below = u16::try_from(text.len() + 3).unwrap_or(u16::MAX);
        let space = area.height.saturating_sub(below).max(1);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(space);
        cursor::draw(&rows, at, Rect { height, ..area }, buf, &cx.theme);
        for (line, place) in text.into_iter().zip(height + 1..area.height - 1) {
            line.render(frame::row(area, place), buf);
        }
        let notice = self.notice.map_or("", |notice| notice.say(lang));
        Line::styled(frame::fit(notice, width, &cx.theme), cx.theme.accent)
            .render(frame::row(area, area.height - 1), buf);
        None
    }
}

/// Mark, name, day, and how near or late it is.
fn row(checkin: &CheckIn, width: usize, cx: &Cx) -> Vec<Span<'static>> {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let today = cx.today();
    let is_late = !checkin.is_held() && checkin.due.is_some_and(|due| due < today);
    let (mark, style): (_, Style) = match checkin {
        _ if checkin.is_held() => (theme.marks.check, theme.right),
        _ if is_late => (theme.marks.cross, theme.wrong),
        _ if checkin.is_begun() => (theme.marks.full, theme.accent),
        _ => (theme.marks.empty, theme.quiet),
    };
    let due = checkin.due.map_or_else(|| "–".to_owned(), |due| dates::short_date(due, lang));
    let when = match (checkin.at, checkin.due) {
        (Some(_), _) => {
            let percent = dates::percent(f64::from(checkin.progress) / 100.0, lang);
            format!("{} · {percent}", lang.pick("dilakukan", "held"))
        }
        (None, Some(due)) => say_when(due, today, lang),
        (None, None) => lang.pick("tanpa tanggal", "no date").to_owned(),
    };
    let is_draft = !checkin.is_held() && checkin.is_begun();
    let draft = if is_draft { lang.pick(", draf", ", draft") } else { "" };
    let cell = |text: &str, width: usize| {
        let text = frame::fit(text, width.saturating_sub(1), theme);
        let gap = " ".repeat(width.saturating_sub(text.width()));
        text + &gap
    };
    let room = width.saturating_sub(4 + NAME + DAY);
    vec![
        Span::styled(mark, style),
        Span::raw(format!(" {}{}", cell(&checkin.name(lang), NAME), cell(&due, DAY))),
        Span::styled(frame::fit(&format!("{when}{draft}"), room, theme), style),
    ]
}

/// What can be done with the one under the cursor.
fn about(here: Option<&CheckIn>, lang: Lang) -> &'static str {
    match here {
        None => lang.pick(
            "Belum ada tinjauan. Tekan t untuk menambah.",
            "There are no check-ins. Press t to add one.",
        ),
        Some(here) if here.is_held() => lang.pick(
            "Enter membacanya. Tinjauan yang sudah dicatat tidak diubah lagi; tekan t untuk \
             menambah yang baru.",
            "Enter reads it. What was recorded is never changed again; press t to add another.",
        ),
        Some(_) => lang.pick(
            "Enter mengisinya, kira-kira tiga menit: apa yang dikerjakan, buktinya, kemajuan, \
             hambatan, langkah berikutnya. Boleh ditinggal dan dilanjutkan. Tanggal dapat diganti \
             dengan d.",
            "Enter fills it in, about three minutes: what you did, evidence, progress, obstacle, \
             next step. You may leave and go on later. Its date is changed with d.",
        ),
    }
}
