//! Where a day should be against where it is: the agenda, the minute at which the day really began,
//! the page that stands, and now. Numbers come from here, sentences from [`words`].
//!
//! A page has its share of its session, as long as its planned minutes ask for; the share of the
//! first page begins with the sessions without a module before it, that of the last one lasts
//! through the breaks after it. Who stands on a page within its share is on time. A page that no session
//! lists takes the time of the one before it.

#[cfg(test)]
mod laws;
pub mod words;

use super::{
    course::{Course, Page, Session, build::minutes_of, teaching::JP_MINUTES},
    live::Day,
    moment::Moment,
};

/// Seconds of a minute.
const MINUTE: i64 = 60;

/// A session with where it lies on its day.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'a> {
    /// The session.
    pub session: &'a Session,
    /// Minutes from the beginning of the day to its beginning.
    pub from: i64,
}

/// How a day goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Minutes since the day began; negative before.
    pub elapsed: i64,
    /// The session that should run now, by its place in the day's sessions; `None` before and after.
    pub planned: Option<usize>,
    /// The session of the page that stands; `None` where the page is not of this day.
    pub taught: Option<usize>,
    /// Minutes behind (above 0) or ahead (below 0); `None` where the page is not of this day.
    pub behind: Option<i64>,
    /// Minutes left of the taught session, else of the planned one; below 0 past its end.
    pub left: Option<i64>,
    /// The next break: its place in the day's sessions, and when it begins.
    pub rest: Option<(usize, Moment)>,
    /// When the day ends by plan.
    pub end: Moment,
    /// Teaching hours (JP, 45 minutes each) that are over by plan, of how many on this day.
    pub jp: (u32, u32),
}

/// The sessions of a day of a schedule, in order of time. A session without a time follows the one
/// before it.
pub fn day<'a>(course: &'a Course, schedule: Option<&str>, day: u32) -> Vec<Slot<'a>> {
    let of_day = course
        .agenda
        .iter()
        .filter(|session| session.schedule.as_deref() == schedule && session.day == day);
    let mut slots: Vec<Slot<'a>> = Vec::new();
    let mut begins = None;
    for session in of_day {
        let follows = slots.last().map_or(0, Slot::until);
        let clock = session.start.as_deref().and_then(minutes_of).map(i64::from);
        let from = match (clock, begins) {
            (Some(clock), Some(begins)) => clock - begins,
            (Some(clock), None) => {
                begins = Some(clock - follows);
                follows
            }
            (None, _) => follows,
        };
        slots.push(Slot { session, from });
    }
    slots.sort_by_key(|slot| slot.from);
    slots
}

/// The days of all schedules, in the order of the agenda.
pub fn days(course: &Course) -> Vec<(Option<&str>, u32)> {
    let mut days = Vec::new();
    for session in &course.agenda {
        let day = (session.schedule.as_deref(), session.day);
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days
}

/// How the day goes; `None` where the agenda has no such day.
pub fn pace(course: &Course, today: &Day, page: &str, now: Moment) -> Option<Pace> {
    let slots = day(course, today.schedule.as_deref(), today.day);
    let since = now.timestamp().duration_since(today.start.timestamp());
    let elapsed = since.as_secs().div_euclid(MINUTE);
    let planned = slots.iter().position(|slot| (slot.from..slot.until()).contains(&elapsed));
    let page = listed(course, &slots, page);
    let taught = page.and_then(|page| taught(course, &slots, page, elapsed));
    let behind = taught.and_then(|at| {
        let share = share(course, &slots, at, page?)?;
        Some(if elapsed < share.0 { elapsed - share.0 } else { (elapsed - share.1).max(0) })
    });
    let current = taught.or(planned).and_then(|at| slots.get(at));
    let rest = rest(&slots, elapsed);
    let moment = |minutes: i64| today.start.later(jiff::SignedDuration::from_mins(minutes));
    Some(Pace {
        elapsed,
        planned,
        taught,
        behind,
        left: current.map(|slot| slot.until() - elapsed),
        rest: rest.and_then(|at| Some((at, moment(slots.get(at)?.from)))),
        end: moment(slots.last()?.until()),
        jp: hours(&slots, elapsed),
    })
}

impl Slot<'_> {
    /// Minutes from the beginning of the day to its end.
    pub fn until(&self) -> i64 {
        self.from + i64::from(self.session.minutes)
    }
}

/// Whether nothing is taught and nothing counted: a break, an opening, a closing.
fn is_free(session: &Session) -> bool {
    session.module.is_none()
}

/// The next session between lessons that has not begun: no opening before the first, no closing after
/// the last.
fn rest(slots: &[Slot<'_>], elapsed: i64) -> Option<usize> {
    let is_lesson = |slot: &Slot<'_>| !is_free(slot.session);
    let first = slots.iter().position(is_lesson)?;
    let last = slots.iter().rposition(is_lesson)?;
    let is_ahead = |slot: &Slot<'_>| is_free(slot.session) && slot.from > elapsed;
    (first..last).find(|at| slots.get(*at).is_some_and(is_ahead))
}

/// The pages of a session, in the order of the course.
fn pages<'a>(course: &'a Course, session: &'a Session) -> Vec<(&'a str, i64)> {
    let module = session.module.as_deref().and_then(|key| course.module(key));
    let pages = module.into_iter().flat_map(|(_, module)| &module.pages);
    pages
        .filter(|page| session.pages.is_empty() || session.pages.contains(&page.key))
        .map(|page| (page.key.as_str(), i64::from(page.minutes)))
        .collect()
}

/// The page itself, or the one in whose time it is shown when no session lists it: the nearest before
/// it in its module that is taught on this day, else the nearest after it.
fn listed<'a>(course: &'a Course, slots: &[Slot<'_>], page: &str) -> Option<&'a str> {
    let (module, at, _) = course.page(page)?;
    let module = course.modules.get(module)?;
    let is_listed = |page: &&Page| {
        let mut sessions =
            slots.iter().filter(|slot| slot.session.module.as_ref() == Some(&module.key));
        sessions.any(|slot| slot.session.pages.is_empty() || slot.session.pages.contains(&page.key))
    };
    let before = module.pages.iter().take(at + 1).rev().find(is_listed);
    let listed = before.or_else(|| module.pages.iter().skip(at).find(is_listed))?;
    Some(&listed.key)
}

/// The session that a page belongs to; of several the one that runs, else the first.
fn taught(course: &Course, slots: &[Slot<'_>], page: &str, elapsed: i64) -> Option<usize> {
    let has = |slot: &Slot<'_>| pages(course, slot.session).iter().any(|(key, _)| *key == page);
    let runs = |slot: &Slot<'_>| (slot.from..slot.until()).contains(&elapsed) && has(slot);
    slots.iter().position(runs).or_else(|| slots.iter().position(has))
}

/// The minutes of the day that a page may take: from, until.
fn share(course: &Course, slots: &[Slot<'_>], at: usize, page: &str) -> Option<(i64, i64)> {
    let slot = slots.get(at)?;
    let pages = pages(course, slot.session);
    let place = pages.iter().position(|(key, _)| *key == page)?;
    let sum: i64 = pages.iter().map(|(_, minutes)| minutes).sum();
    let before = |count: usize| -> i64 {
        let length = slot.until() - slot.from;
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let number = i64::try_from(pages.len()).unwrap_or(i64::MAX).max(1);
        // Pages without minutes share evenly.
        let done: i64 = pages.iter().zip(0..count).map(|((_, minutes), _)| minutes).sum();
        if sum == 0 { length * count / number } else { length * done / sum }
    };
    let mut from = slot.from + before(place);
    let mut until = slot.from + before(place + 1);
    if place == 0 {
        let free = slots.iter().take(at).rev().take_while(|slot| is_free(slot.session));
        from = free.map(|slot| slot.from).min().unwrap_or(from).min(from);
    }
    if place + 1 == pages.len() {
        let free = slots.iter().skip(at + 1).take_while(|slot| is_free(slot.session));
        until = free.map(Slot::until).max().unwrap_or(until).max(until);
    }
    Some((from, until))
}

/// Teaching hours over, and of the day.
fn hours(slots: &[Slot<'_>], elapsed: i64) -> (u32, u32) {
    let done = |slot: &Slot<'_>| {
        let within = (elapsed - slot.from).max(0) / i64::from(JP_MINUTES);
        if elapsed >= slot.until() {
            slot.session.jp
        } else {
            slot.session.jp.min(u32::try_from(within).unwrap_or(u32::MAX))
        }
    };
    (slots.iter().map(done).sum(), slots.iter().map(|slot| slot.session.jp).sum())
}
