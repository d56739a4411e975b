//! A question of a test: nothing is marked until everything is handed in, and until then every answer
//! may be changed. Time runs only while a question is on the screen.

use super::{Asking, Question, ResultScreen};
use crate::{
    model::{profile::Given, quiz, text::Lang},
    ui::{
        cx::{Cx, Save},
        screen::Step,
        screens::sheet::Sheet,
    },
};

impl Question {
    /// Whether the open round is a test.
    pub(super) fn is_exam(cx: &Cx) -> bool {
        quiz::is_test(cx.work())
    }

    /// Milliseconds spent on the question that are not in the record yet.
    pub(super) fn spent(&self, cx: &Cx) -> u64 {
        self.spent.saturating_add(u64::try_from(cx.now_ms - self.since).unwrap_or(0))
    }

    /// Keeps what stands in the question, sure or not, and counts the time; the question counts as
    /// new from here on.
    pub(super) fn keep(&mut self, sure: Option<u8>, save: Save, cx: &mut Cx) {
        let Some((_, item)) = Self::asked(cx) else { return };
        let (key, ms, at) = (item.key.clone(), self.spent(cx), cx.now);
        let chosen = self.chosen(cx);
        (self.since, self.spent) = (cx.now_ms, 0);
        cx.edit_work(save, |work| {
            let Some(open) = &mut work.open else { return };
            open.ms = open.ms.saturating_add(ms);
            open.draft = None;
            // What this version cannot show is not thrown away by passing over it.
            let Some(chosen) = chosen else { return };
            let before = open.given(&key);
            let (spent, known) = before.map_or((0, None), |given| {
                (given.ms, given.sure.filter(|_| given.chosen == chosen))
            });
            let given = Given { chosen, sure: sure.or(known), ms: spent.saturating_add(ms), at };
            open.give(&key, &given);
        });
    }

    /// Keeps it when the question is left another way than by Enter.
    pub(super) fn keep_given(&mut self, save: Save, cx: &mut Cx) {
        if Self::is_exam(cx) {
            self.keep(None, save, cx);
        }
    }

    /// Takes the answer and goes on to the next question, or to the sheet after the last.
    pub(super) fn give_in_exam(&mut self, sure: Option<u8>, cx: &mut Cx) -> Step {
        self.keep(sure, Save::Now, cx);
        self.go_to(true, cx)
    }

    /// Another question; what stands in this one is kept.
    pub(super) fn turn(&mut self, is_next: bool, cx: &mut Cx) -> Step {
        self.keep(None, Save::Now, cx);
        if is_next && self.is_to_be_asked_how_sure(cx) {
            self.asking = Asking::Sure;
            return Step::Stay;
        }
        self.go_to(is_next, cx)
    }

    /// Whether the question is passed over with a whole answer and without a word on how sure it is.
    /// Once is enough: whoever passes over it again does not want to say.
    fn is_to_be_asked_how_sure(&self, cx: &Cx) -> bool {
        let given = Self::asked(cx).and_then(|(_, item)| {
            let given = cx.work().open.as_ref()?.given(&item.key)?;
            quiz::is_whole(item, &given.chosen).then_some(given.sure)
        });
        cx.profile().settings.confidence && self.asking != Asking::Sure && given == Some(None)
    }

    fn go_to(&mut self, is_next: bool, cx: &mut Cx) -> Step {
        let Some(open) = &cx.work().open else { return Step::Stay };
        let (at, last) = (open.at, open.items.len().saturating_sub(1));
        if is_next && at >= last {
            return Step::swap(Sheet::new(cx));
        }
        let to = if is_next { at + 1 } else { at.saturating_sub(1) };
        cx.edit_work(Save::Now, |work| {
            if let Some(open) = &mut work.open {
                open.at = to;
            }
        });
        self.take_up(cx);
        if Self::asked(cx).is_none() { Step::swap(Sheet::new(cx)) } else { Step::Stay }
    }

    /// All questions of the test.
    pub(super) fn open_sheet(&mut self, cx: &mut Cx) -> Step {
        self.keep(None, Save::Now, cx);
        Step::swap(Sheet::new(cx))
    }

    /// Marks the question to come back to.
    pub(super) fn turn_flag(cx: &mut Cx) {
        let Some((_, item)) = Self::asked(cx) else { return };
        let key = item.key.clone();
        cx.edit_work(Save::Now, |work| {
            if let Some(open) = &mut work.open {
                open.turn_flag(&key);
            }
        });
    }

    /// Hands the test in once its time is over; the course may set one.
    pub(super) fn time_over(&mut self, cx: &mut Cx) -> Option<Step> {
        let left = self.minutes_left(cx)?;
        if left > 0 {
            return None;
        }
        self.keep(None, Save::Now, cx);
        hand_in(cx)
    }

    /// Milliseconds until the minutes on the screen change.
    pub(super) fn until_next_minute(&self, cx: &Cx) -> Option<u64> {
        if !Self::is_exam(cx) {
            return None;
        }
        let used = cx.work().open.as_ref()?.ms.saturating_add(self.spent(cx));
        Some(MINUTE - used % MINUTE)
    }

    /// Whole minutes that are left, if the course limits a test; a minute begun is one.
    fn minutes_left(&self, cx: &Cx) -> Option<u64> {
        if !Self::is_exam(cx) {
            return None;
        }
        let limit = u64::from(cx.course.test_minutes?) * MINUTE;
        let used = cx.work().open.as_ref()?.ms.saturating_add(self.spent(cx));
        Some(limit.saturating_sub(used).div_ceil(MINUTE))
    }

    /// "soal 4 dari 15, ditandai · 6 menit"; the first minute is not told.
    pub(super) fn place_in_exam(&self, place: &str, cx: &Cx) -> String {
        let lang = cx.lang();
        let Some(open) = &cx.work().open else { return place.to_owned() };
        let item = open.items.get(open.at);
        let is_flagged = item.is_some_and(|item| open.flags.contains(item));
        let flag = if is_flagged { lang.pick(", ditandai", ", flagged") } else { "" };
        let time = match (self.minutes_left(cx), open.ms.saturating_add(self.spent(cx)), lang) {
            (Some(minutes), _, Lang::Id) => format!(" · sisa {minutes} menit"),
            (Some(minutes), _, Lang::En) => format!(" · {minutes} min left"),
            (None, ms, _) if ms < MINUTE => String::new(),
            (None, ms, _) => format!(" · {}", minutes_used(ms, lang)),
        };
        format!("{place}{flag}{time}")
    }
}

const MINUTE: u64 = 60_000;

/// How long a test took so far, in whole minutes.
pub fn minutes_used(ms: u64, lang: Lang) -> String {
    match (lang, ms / MINUTE) {
        (Lang::Id, 0) => "kurang dari 1 menit".to_owned(),
        (Lang::En, 0) => "under a minute".to_owned(),
        (Lang::Id, minutes) => format!("{minutes} menit"),
        (Lang::En, 1) => "1 minute".to_owned(),
        (Lang::En, minutes) => format!("{minutes} minutes"),
    }
}

/// Hands the open test in and shows how it went.
pub fn hand_in(cx: &mut Cx) -> Option<Step> {
    let (course, now) = (cx.course.clone(), cx.now);
    let round = cx.edit_work(Save::Now, |work| quiz::hand_in(&course, work, now))?;
    Some(Step::swap(ResultScreen::new(round)))
}
