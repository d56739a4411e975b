//! When a plan is looked back at and what may be changed of it: dates follow the plan's first day
//! until they are set by hand, and what was held is never changed again. It knows no clock.

use jiff::{ToSpan, civil::Date};

use super::{
    CheckIn, Plan,
    changes::{Undo, Undone},
};
use crate::model::{moment::Moment, text::Lang};

/// Days after the first day of a plan on which it is looked back at.
pub const AFTER: [u32; 3] = [30, 60, 90];
/// Highest progress, in percent.
pub const WHOLE: u32 = 100;

impl CheckIn {
    /// Whether it was held.
    pub const fn is_held(&self) -> bool {
        self.at.is_some()
    }

    /// Whether something was written down for it already.
    pub fn is_begun(&self) -> bool {
        let texts = [&self.did, &self.evidence, &self.obstacle, &self.next];
        self.progress > 0 || texts.into_iter().any(|text| !text.trim().is_empty())
    }

    /// "Tinjauan 30 hari"; one that was added has no number of days.
    pub fn name(&self, lang: Lang) -> String {
        match (self.after, lang) {
            (Some(days), Lang::Id) => format!("Tinjauan {days} hari"),
            (Some(days), Lang::En) => format!("{days}-day check-in"),
            (None, Lang::Id) => "Tinjauan tambahan".to_owned(),
            (None, Lang::En) => "Extra check-in".to_owned(),
        }
    }

    /// Sets its day by hand; from then on it no longer follows the plan.
    pub fn set_due(&mut self, due: Option<Date>) {
        if self.due != due {
            (self.due, self.moved) = (due, true);
        }
    }

    fn follow(&mut self, from: Option<Date>) {
        let (Some(from), Some(after), false) = (from, self.after, self.moved || self.is_held())
        else {
            return;
        };
        self.due = day_after(from, after).or(self.due);
    }
}

fn day_after(from: Date, days: u32) -> Option<Date> {
    from.checked_add(i64::from(days).days()).ok()
}

impl Plan {
    /// Plans the check-ins 30, 60 and 90 days after the first day, else after the day of the last
    /// change, where there are none; `id` names each. False when there are some.
    pub fn plan_checkins(&mut self, mut id: impl FnMut() -> String) -> bool {
        if !self.checkins.is_empty() {
            return false;
        }
        let from = self.head.from.unwrap_or_else(|| self.edited.date());
        self.checkins = AFTER
            .into_iter()
            .filter_map(|days| Some((days, day_after(from, days)?)))
            .map(|(days, due)| CheckIn { after: Some(days), ..CheckIn::planned(id(), due) })
            .collect();
        !self.checkins.is_empty()
    }

    /// Lets the days of what is to come follow the first day of the plan.
    pub fn settle_checkins(&mut self) {
        let from = self.head.from;
        self.checkins.iter_mut().for_each(|checkin| checkin.follow(from));
    }

    /// Check-ins by their day, those without one last.
    pub fn checkins_by_day(&self) -> Vec<&CheckIn> {
        let mut all: Vec<&CheckIn> = self.checkins.iter().collect();
        all.sort_by_key(|checkin| (checkin.due.is_none(), checkin.due));
        all
    }

    /// The check-in of this name.
    pub fn checkin(&self, id: &str) -> Option<&CheckIn> {
        self.checkins.iter().find(|checkin| checkin.id == id)
    }

    /// The check-in of this name to write into; `None` for one that was held: it stays as it is.
    pub fn open_checkin(&mut self, id: &str) -> Option<&mut CheckIn> {
        self.checkins.iter_mut().find(|checkin| checkin.id == id && !checkin.is_held())
    }

    /// Adds one that is to come; it can be taken back until it is held.
    pub fn add_checkin(&mut self, checkin: CheckIn) -> Undo {
        let id = checkin.id.clone();
        self.checkins.push(checkin);
        Undo::CheckIn(id, None)
    }

    /// Changes one that is to come; `None` when it stays as it was or was held.
    pub fn edit_checkin(&mut self, id: &str, change: impl FnOnce(&mut CheckIn)) -> Option<Undo> {
        let checkin = self.open_checkin(id)?;
        let before = checkin.clone();
        change(checkin);
        (*checkin != before).then(|| Undo::CheckIn(id.to_owned(), Some(Box::new(before))))
    }

    /// Removes one that is to come; `None` when there is none.
    pub fn remove_checkin(&mut self, id: &str) -> Option<Undo> {
        self.open_checkin(id)?;
        let at = self.checkins.iter().position(|checkin| checkin.id == id)?;
        let before = self.checkins.remove(at);
        Some(Undo::CheckIn(id.to_owned(), Some(Box::new(before))))
    }

    /// Writes down that it was held now; false when it was held before. There is no way back.
    pub fn hold_checkin(&mut self, id: &str, now: Moment) -> bool {
        self.open_checkin(id).is_some_and(|checkin| {
            checkin.progress = checkin.progress.min(WHOLE);
            checkin.at = Some(now);
            true
        })
    }

    /// Takes over every check-in of these that was held, in the place of its own of that name.
    pub(super) fn keep_held(&mut self, checkins: &[CheckIn]) {
        for held in checkins.iter().filter(|checkin| checkin.is_held()) {
            let is_it = |known: &&mut CheckIn| known.id == held.id && !known.is_held();
            if self.checkins.contains(held) {
                continue;
            }
            match self.checkins.iter_mut().find(is_it) {
                Some(known) => known.clone_from(held),
                None => self.checkins.push(held.clone()),
            }
        }
    }

    /// Puts a check-in back as it was; `None` when it was held since then.
    pub(super) fn restore_checkin(
        &mut self,
        id: String,
        before: Option<Box<CheckIn>>,
    ) -> Option<Undone> {
        let at = self.checkins.iter().position(|checkin| checkin.id == id);
        let now = at.and_then(|at| self.checkins.get(at)).cloned();
        if now.as_ref().is_some_and(CheckIn::is_held) {
            return None;
        }
        match (at, before) {
            (Some(at), Some(before)) => {
                if let Some(checkin) = self.checkins.get_mut(at) {
                    *checkin = *before;
                }
            }
            (Some(at), None) => drop(self.checkins.remove(at)),
            (None, Some(before)) => self.checkins.push(*before),
            (None, None) => {}
        }
        self.settle_checkins();
        Some(Undone { at: None, back: Undo::CheckIn(id, now.map(Box::new)) })
    }
}

/// One that is to be held, of which plan, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The check-in.
    pub checkin: &'a CheckIn,
    /// Its day.
    pub due: Date,
}

/// What is to be held of all plans, by its day: the one most overdue first.
pub fn waiting(plans: &[Plan]) -> Vec<Waiting<'_>> {
    let mut all: Vec<_> = plans
        .iter()
        .flat_map(|plan| plan.checkins.iter().map(move |checkin| (plan, checkin)))
        .filter(|(_, checkin)| !checkin.is_held())
        .filter_map(|(plan, checkin)| Some(Waiting { plan, checkin, due: checkin.due? }))
        .collect();
    all.sort_by_key(|waiting| waiting.due);
    all
}

/// "terlambat 4 hari", "hari ini", "besok", "12 hari lagi": whole days of the calendar on the wall.
pub fn say_when(due: Date, today: Date, lang: Lang) -> String {
    let days = today.until(due).map_or(0, |span| span.get_days());
    match (days, lang) {
        (-1, Lang::Id) => "terlambat 1 hari".to_owned(),
        (-1, Lang::En) => "a day overdue".to_owned(),
        (..0, Lang::Id) => format!("terlambat {} hari", -days),
        (..0, Lang::En) => format!("{} days overdue", -days),
        (0, Lang::Id) => "hari ini".to_owned(),
        (0, Lang::En) => "today".to_owned(),
        (1, Lang::Id) => "besok".to_owned(),
        (1, Lang::En) => "tomorrow".to_owned(),
        (_, Lang::Id) => format!("{days} hari lagi"),
        (_, Lang::En) => format!("in {days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn planned() -> Plan {
        let mut plan = crate::model::plan::tests::full();
        let mut count = 0;
        plan.plan_checkins(|| {
            count += 1;
            format!("c{count}")
        });
        plan
    }

    fn dues(plan: &Plan) -> Vec<String> {
        plan.checkins.iter().map(|checkin| checkin.due.unwrap().to_string()).collect()
    }

    #[test]
    fn check_ins_come_30_60_and_90_days_after_the_first_day_once() {
        let mut plan = planned();
        assert_eq!(dues(&plan), ["2026-12-24", "2027-01-23", "2027-02-22"]);
        assert!(!plan.plan_checkins(|| "x".to_owned()));
        let mut without = crate::model::plan::tests::full();
        without.head.from = None;
        without.plan_checkins(|| "x".to_owned());
        assert_eq!(dues(&without)[0], "2026-12-24", "the day of the last change");
        let mut late = crate::model::plan::tests::full();
        late.head.from = Some(Date::MAX);
        assert!(!late.plan_checkins(|| "x".to_owned()), "no day after the last one");
    }

    #[test]
    fn days_follow_the_plan_until_they_are_set_by_hand_or_held_and_names_stay() {
        let mut plan = planned();
        let now = "2026-12-24T08:00:00+07:00".parse().unwrap();
        plan.edit_checkin("c2", |checkin| checkin.set_due(Some(day("2027-02-15"))));
        assert!(plan.hold_checkin("c1", now));
        plan.head.from = Some(day("2026-12-01"));
        plan.settle_checkins();
        assert_eq!(dues(&plan), ["2026-12-24", "2027-02-15", "2027-03-01"]);
        plan.head.from = None;
        plan.settle_checkins();
        assert_eq!(dues(&plan), ["2026-12-24", "2027-02-15", "2027-03-01"]);
        let ids: Vec<_> = plan.checkins.iter().map(|checkin| checkin.id.as_str()).collect();
        assert_eq!(ids, ["c1", "c2", "c3"]);
        assert_eq!(plan.checkins[1].name(Lang::Id), "Tinjauan 60 hari");
    }

    #[test]
    fn nothing_reaches_one_that_was_held_not_even_an_undo() {
        let mut plan = planned();
        let added = plan.add_checkin(CheckIn::planned("c4".to_owned(), day("2026-12-01")));
        let edited = plan.edit_checkin("c1", |checkin| checkin.did = "a".to_owned()).unwrap();
        let now = "2026-12-24T08:00:00+07:00".parse().unwrap();
        for id in ["c1", "c4"] {
            assert!(plan.hold_checkin(id, now) && !plan.hold_checkin(id, now));
        }
        let whole = Undo::Whole(Box::new(planned()));
        let mut other = plan.clone();
        other.undo(whole);
        for id in ["c1", "c4"] {
            assert_eq!(other.checkin(id), plan.checkin(id), "not even with the whole plan");
        }
        let before = plan.clone();
        assert_eq!(plan.undo(edited), None);
        assert_eq!(plan.undo(added), None);
        assert_eq!(plan.edit_checkin("c1", |checkin| checkin.did.clear()), None);
        assert_eq!(plan.remove_checkin("c4"), None);
        assert_eq!(plan, before);
    }

    #[test]
    fn two_that_were_held_under_one_name_both_stay() {
        let mut plan = planned();
        let held = |did: &str| CheckIn {
            id: "c1".to_owned(),
            at: Some(plan.edited),
            did: did.to_owned(),
            ..CheckIn::default()
        };
        let both = vec![held("a"), held("b")];
        plan.checkins.clone_from(&both);
        let mut before = planned();
        before.keep_held(&plan.checkins);
        assert!(both.iter().all(|one| before.checkins.contains(one)), "{:?}", before.checkins);
        assert_eq!(before.checkins.len(), 4);
    }

    #[test]
    fn what_is_to_come_is_removed_and_brought_back() {
        let mut plan = planned();
        let undo = plan.remove_checkin("c2").unwrap();
        assert_eq!(plan.checkins.len(), 2);
        let undone = plan.undo(undo).unwrap();
        let days: Vec<_> = plan.checkins_by_day().iter().map(|one| one.id.clone()).collect();
        assert_eq!(days, ["c1", "c2", "c3"]);
        plan.undo(undone.back);
        assert_eq!(plan.checkins.len(), 2);
    }

    #[test]
    fn days_are_counted_on_the_calendar() {
        for (due, id, en) in [
            ("2026-11-20", "terlambat 4 hari", "4 days overdue"),
            ("2026-11-23", "terlambat 1 hari", "a day overdue"),
            ("2026-11-24", "hari ini", "today"),
            ("2026-11-25", "besok", "tomorrow"),
            ("2026-12-24", "30 hari lagi", "in 30 days"),
            ("2025-11-24", "terlambat 365 hari", "365 days overdue"),
        ] {
            let today = day("2026-11-24");
            assert_eq!(say_when(day(due), today, Lang::Id), id);
            assert_eq!(say_when(day(due), today, Lang::En), en);
        }
    }
}
