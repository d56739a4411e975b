//! Minutes of a run against the plan: page by page, and session by session where an agenda was
//! followed.

use super::{Run, RunDay};
use crate::model::{
    course::{Course, Module, Page, Session},
    live::hall_pages,
    pacing,
};

/// Seconds against planned minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// Seconds that the hall saw it.
    pub seconds: i64,
    /// Minutes planned; 0 where none are.
    pub planned: u32,
}

impl Time {
    /// Minutes that it took.
    pub fn minutes(self) -> f64 {
        self.seconds as f64 / 60.0
    }

    /// Minutes more (above 0) or less than planned; `None` where nothing was planned or it was never
    /// seen.
    pub fn over(self) -> Option<f64> {
        let is_known = self.planned > 0 && self.seconds > 0;
        is_known.then(|| self.minutes() - f64::from(self.planned))
    }
}

/// A page of the course and its time.
pub struct PageTime<'a> {
    /// Its module.
    pub module: &'a Module,
    /// The page.
    pub page: &'a Page,
    /// Its time, over all days.
    pub time: Time,
}

/// A session of the agenda and its time.
pub struct SessionTime<'a> {
    /// Day of the schedule.
    pub day: u32,
    /// The session.
    pub session: &'a Session,
    /// Time of its pages on that day.
    pub time: Time,
}

/// All pages of the course that the hall sees or saw, in order.
pub fn pages<'a>(run: &Run, course: &'a Course) -> Vec<PageTime<'a>> {
    let in_hall: Vec<&str> = hall_pages(course).map(|(_, page)| page.key.as_str()).collect();
    let seconds = |key: &str| run.days.iter().map(|day| seconds_of(day, key)).sum();
    let all = course
        .modules
        .iter()
        .flat_map(|module| module.pages.iter().map(move |page| (module, page)));
    all.map(|(module, page)| {
        let time = Time { seconds: seconds(&page.key), planned: page.minutes };
        PageTime { module, page, time }
    })
    .filter(|row| row.time.seconds > 0 || in_hall.contains(&row.page.key.as_str()))
    .collect()
}

/// The sessions with a module of each day whose agenda was begun.
pub fn sessions<'a>(run: &Run, course: &'a Course) -> Vec<SessionTime<'a>> {
    let mut found = Vec::new();
    for day in run.days.iter().filter(|day| day.start.is_some()) {
        let slots = pacing::day(course, run.schedule.as_deref(), day.day);
        for session in slots.iter().map(|slot| slot.session) {
            let Some((_, module)) = session.module.as_deref().and_then(|key| course.module(key))
            else {
                continue;
            };
            let is_its =
                |page: &&Page| session.pages.is_empty() || session.pages.contains(&page.key);
            let its = module.pages.iter().filter(is_its);
            let seconds = its.map(|page| seconds_of(day, &page.key)).sum();
            let time = Time { seconds, planned: session.minutes };
            found.push(SessionTime { day: day.day, session, time });
        }
    }
    found
}

/// Keys of pages that were seen but are not in this course, each with its seconds over all days.
pub fn strangers<'a>(run: &'a Run, course: &Course) -> Vec<(&'a str, i64)> {
    let mut found: Vec<(&str, i64)> = Vec::new();
    let shown = run.days.iter().flat_map(|day| &day.pages);
    for shown in shown.filter(|shown| course.page(&shown.page).is_none()) {
        match found.iter_mut().find(|(key, _)| *key == shown.page) {
            Some((_, seconds)) => *seconds = seconds.saturating_add(shown.seconds),
            None => found.push((&shown.page, shown.seconds)),
        }
    }
    found
}

/// Seconds that anything was seen on a day.
pub fn shown(day: &RunDay) -> i64 {
    day.pages.iter().map(|shown| shown.seconds).sum()
}

fn seconds_of(day: &RunDay, page: &str) -> i64 {
    day.pages.iter().filter(|shown| shown.page == page).map(|shown| shown.seconds).sum()
}
