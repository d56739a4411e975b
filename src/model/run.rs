//! One facilitated run: minutes per page and day, polls (totals only), bookmarks. The shape of
//! `<data>/runs/<date>-<name>.json`. Built from the states of the show, one after the other; what a
//! report says of it is in [`times`] and [`document`]. No person is named.
//!
//! `{"format":"pandu-run","sum":"crc32:…","schema":1,"name","course":"key@version","rehearsal",
//! "schedule","days":[{"day","date","start","pages":[{"page","seconds"}],"black"}],
//! "polls":[{"item","at","counts":[[12,5],[6,11]]}],"bookmarks":["page"],"until","saved_at","born","last"}`.
//! `date` is the learning day, `start` when the agenda really began, `black` seconds of a black
//! screen, `until` up to when time was counted; `born` (when it was begun) tells runs of one name apart,
//! `last` is where it was left.

pub mod document;
#[cfg(test)]
mod laws;
pub mod times;

use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    course::Course,
    live::{Live, Poll, Sight, Spot, course_id, course_key},
    moment::Moment,
    profile::Unknown,
};

/// Value of `format`.
pub const FORMAT: &str = "pandu-run";
/// Value of `schema` that this version writes; a newer one is never written over.
pub const SCHEMA: u32 = 1;
/// A machine that slept, or a hall that was left: so long without any sign is no page's time.
const LONGEST_STRETCH: SignedDuration = SignedDuration::from_hours(3);

/// A facilitated run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Always [`FORMAT`].
    pub format: String,
    /// `crc32:` and eight hex digits; filled in by the writer.
    pub sum: String,
    /// Version of the shape.
    pub schema: u32,
    /// Its name.
    pub name: String,
    /// Key and version of the course.
    pub course: String,
    /// Whether nobody was in the hall.
    #[serde(default)]
    pub rehearsal: bool,
    /// Key of the schedule that was followed last.
    #[serde(default)]
    pub schedule: Option<String>,
    /// Its days, in the order they were begun.
    #[serde(default)]
    pub days: Vec<RunDay>,
    /// What the hall was asked, in the order it was asked first.
    #[serde(default)]
    pub polls: Vec<Polled>,
    /// Keys of marked pages.
    #[serde(default)]
    pub bookmarks: Vec<String>,
    /// Up to when time was counted; null while the start page is shown.
    #[serde(default)]
    pub until: Option<Moment>,
    /// When it was written; filled in by the writer.
    #[serde(default)]
    pub saved_at: Option<Moment>,
    /// When it was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Moment>,
    /// Where it was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Spot>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A day of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunDay {
    /// Day of the schedule, from 1; the next number where no agenda was begun.
    pub day: u32,
    /// The learning day.
    pub date: Date,
    /// When its agenda began, set by hand.
    #[serde(default)]
    pub start: Option<Moment>,
    /// What the hall saw, in the order it was seen first.
    #[serde(default)]
    pub pages: Vec<Shown>,
    /// Seconds of a black screen.
    #[serde(default)]
    pub black: i64,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// How long a page was seen on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Page key.
    pub page: String,
    /// Seconds.
    pub seconds: i64,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// A poll that was counted: totals only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Polled {
    /// Key of the question.
    pub item: String,
    /// When its first hands were counted.
    #[serde(default)]
    pub at: Option<Moment>,
    /// Hands of each vote, option by option in file order.
    pub counts: Vec<Vec<u32>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Run {
    /// A run that is about to begin.
    pub fn new(name: &str, course: &Course, rehearsal: bool) -> Self {
        Self {
            format: FORMAT.to_owned(),
            sum: "crc32:00000000".to_owned(),
            schema: SCHEMA,
            name: name.to_owned(),
            course: course_id(course),
            rehearsal,
            schedule: None,
            days: Vec::new(),
            polls: Vec::new(),
            bookmarks: Vec::new(),
            until: None,
            saved_at: None,
            born: None,
            last: None,
            unknown: Unknown::new(),
        }
    }

    /// The run that this state belongs to, about to begin.
    pub fn of(state: &Live, course: &Course) -> Self {
        Self { born: state.born, ..Self::new(&state.run, course, state.rehearsal) }
    }

    /// Whether a state belongs to this run: by name, course and when it was begun; a rehearsal is a run
    /// of its own.
    pub fn is_of(&self, state: &Live) -> bool {
        self.name == state.run
            && self.rehearsal == state.rehearsal
            && self.born == state.born
            && course_key(&self.course) == course_key(&state.course)
    }

    /// The learning day on which it began; `None` before.
    pub fn date(&self) -> Option<Date> {
        self.days.first().map(|day| day.date)
    }

    /// Whether time was counted on a day before this one: to go on with it is to resume it.
    pub fn is_of_another_day(&self, now: Moment) -> bool {
        self.days.last().is_some_and(|day| day.date != now.learning_day())
    }

    /// A poll as the rules of [`crate::model::tally`] take it.
    pub fn poll(&self, at: usize) -> Option<Poll> {
        let polled = self.polls.get(at)?;
        Some(Poll {
            item: polled.item.clone(),
            vote: polled.counts.len().max(1),
            counts: polled.counts.clone(),
            show: crate::model::live::Show::Key,
            unknown: Unknown::new(),
        })
    }
}

/// The run after the show went from one state to another, or stayed the same until now. Time since
/// it was last counted belongs to what the hall saw before. Counting twice adds nothing, and a
/// state in between that was missed costs only the parting of its time.
pub fn record(run: &Run, before: &Live, after: &Live, now: Moment) -> Run {
    let mut next = run.clone();
    if run.is_of(before) {
        count(&mut next, before, now);
    }
    if run.is_of(after) {
        take(&mut next, after, now);
        next.until = after.begun.map(|_| now);
    }
    next
}

fn count(run: &mut Run, before: &Live, now: Moment) {
    // What stands since another day is not led by anybody.
    let Some(begun) = before.begun.filter(|_| !before.is_stale(now)) else { return };
    let counted = run.until.map(Moment::timestamp);
    let from = counted.map_or(begun.timestamp(), |until| until.max(begun.timestamp()));
    let stretch = now.timestamp().duration_since(from);
    let is_one_day = learning_day(from, now) == now.learning_day();
    if !stretch.is_positive() || stretch > LONGEST_STRETCH || !is_one_day {
        return;
    }
    let seconds = stretch.as_secs();
    match before.sight() {
        Sight::Start => {}
        Sight::Black => in_day(run, now, |day| day.black = day.black.saturating_add(seconds)),
        Sight::Page(scene) => in_day(run, now, |day| day.add(scene.page, seconds)),
    }
}

/// The learning day of a point in time, at the offset of now.
fn learning_day(at: jiff::Timestamp, now: Moment) -> Date {
    now.later(at.duration_since(now.timestamp())).learning_day()
}

/// Takes in what the show holds besides time.
fn take(run: &mut Run, after: &Live, now: Moment) {
    run.course.clone_from(&after.course);
    if after.begun.is_some() {
        run.last = Some(after.spot());
    }
    run.bookmarks.clone_from(&after.bookmarks);
    if let Some(agenda) = &after.agenda
        && agenda.start.learning_day() == now.learning_day()
    {
        run.schedule.clone_from(&agenda.schedule);
        in_day(run, now, |day| (day.day, day.start) = (agenda.day, Some(agenda.start)));
    }
    for poll in after.polled.iter().chain(&after.poll) {
        if poll.is_counted(1) {
            put(run, poll, now);
        }
    }
}

fn put(run: &mut Run, poll: &Poll, now: Moment) {
    if let Some(known) = run.polls.iter_mut().find(|known| known.item == poll.item) {
        known.counts.clone_from(&poll.counts);
    } else {
        let (item, counts) = (poll.item.clone(), poll.counts.clone());
        run.polls.push(Polled { item, at: Some(now), counts, unknown: Unknown::new() });
    }
}

/// Changes the day of now, a new one when the last is another.
fn in_day(run: &mut Run, now: Moment, change: impl FnOnce(&mut RunDay)) {
    let date = now.learning_day();
    let next = run.days.iter().map(|day| day.day).max().unwrap_or(0).saturating_add(1);
    let mut day = match run.days.pop() {
        Some(day) if day.date == date => day,
        other => {
            run.days.extend(other);
            RunDay {
                day: next,
                date,
                start: None,
                pages: Vec::new(),
                black: 0,
                unknown: Unknown::new(),
            }
        }
    };
    change(&mut day);
    run.days.push(day);
}

impl RunDay {
    fn add(&mut self, page: &str, seconds: i64) {
        if let Some(shown) = self.pages.iter_mut().find(|shown| shown.page == page) {
            shown.seconds = shown.seconds.saturating_add(seconds);
        } else {
            let page = page.to_owned();
            self.pages.push(Shown { page, seconds, unknown: Unknown::new() });
        }
    }
}
