//! How far a person is, computed from the record alone.

use super::{
    course::{Course, Item, Kind, Module},
    history::Tried,
    profile::{CourseRecord, Round},
    quiz::{self, Ask},
};

/// State of a module on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ModuleState {
    /// Nothing read, nothing answered.
    NotBegun,
    /// Some pages read.
    Reading,
    /// All pages read, questions open.
    ToAnswer,
    /// Everything answered, but the mean mark is below the course's `pass`.
    ToRepeat,
    /// Read, and the mean newest first-try mark reaches `pass`.
    Done,
}

/// Numbers of one module.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModuleProgress {
    /// Its state.
    pub state: ModuleState,
    /// Pages read to their end.
    pub read: usize,
    /// Pages in all.
    pub pages: usize,
    /// Items with a first try or a reflection.
    pub answered: usize,
    /// Items that were reflected on; they have no mark.
    pub reflected: usize,
    /// Items whose newest first try was right (mark 1).
    pub right: usize,
    /// Items in all.
    pub items: usize,
    /// Mean newest first-try mark of the items answered, 0..=1, without reflections; `None` without
    /// any.
    pub mean: Option<f64>,
}

/// What the obvious next thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Open this page, at the place left if that is on it.
    Page(String),
    /// Go on with the open round.
    Round(Ask),
    /// Answer the questions of this module.
    Items(String),
    /// The test after the course, which may be declined.
    Post,
    /// Write the plan: everything is read and answered.
    Plan,
}

/// Numbers of one module; `tried` is what was answered.
pub fn of_module(
    course: &Course,
    module: &Module,
    work: &CourseRecord,
    tried: &Tried,
) -> ModuleProgress {
    let read = module.pages.iter().filter(|page| work.read.contains_key(&page.key)).count();
    let asked = module.items.iter().filter(|item| item.is_practice());
    let (reflecting, scored): (Vec<&Item>, Vec<&Item>) =
        asked.partition(|item| item.kind == Kind::Reflect);
    let items = reflecting.len() + scored.len();
    let mused = |item: &&&Item| tried.reflected.contains(&item.key);
    let reflected = reflecting.iter().filter(mused).count();
    let marks = scored.iter().filter_map(|item| tried.marks.get(&item.key));
    let marks: Vec<f64> = marks.copied().collect();
    let answered = marks.len() + reflected;
    let right = marks.iter().filter(|&&mark| mark >= 1.0).count();
    let mean = (!marks.is_empty()).then(|| marks.iter().sum::<f64>() / marks.len() as f64);
    let is_read = read == module.pages.len();
    let is_answered = answered == items;
    let state = match (is_read, is_answered) {
        _ if read == 0 && answered == 0 && !module.pages.is_empty() => ModuleState::NotBegun,
        (false, _) => ModuleState::Reading,
        (true, false) => ModuleState::ToAnswer,
        (true, true) if mean.is_none_or(|mean| mean >= course.pass) => ModuleState::Done,
        (true, true) => ModuleState::ToRepeat,
    };
    ModuleProgress {
        state,
        read,
        pages: module.pages.len(),
        answered,
        reflected,
        right,
        items,
        mean,
    }
}

/// Numbers of all modules, in order.
pub fn of_course(course: &Course, work: &CourseRecord, tried: &Tried) -> Vec<ModuleProgress> {
    course.modules.iter().map(|module| of_module(course, module, work, tried)).collect()
}

/// The obvious next thing: an open round first, then the page left, then what is open in order.
pub fn next(course: &Course, work: &CourseRecord, tried: &Tried) -> Next {
    if let Some(ask) = quiz::open(course, work) {
        return Next::Round(ask);
    }
    if let Some(place) = &work.place
        && let Some((module, _, _)) = course.page(&place.page)
        && !work.read.contains_key(&place.page)
        && course.modules.get(module).is_some()
    {
        return Next::Page(place.page.clone());
    }
    for (module, progress) in course.modules.iter().zip(of_course(course, work, tried)) {
        if let Some(page) = module.pages.iter().find(|page| !work.read.contains_key(&page.key)) {
            return Next::Page(page.key.clone());
        }
        if matches!(progress.state, ModuleState::ToAnswer | ModuleState::ToRepeat) {
            return Next::Items(module.key.clone());
        }
    }
    if is_offered(course, work, &Ask::Post) { Next::Post } else { Next::Plan }
}

/// Whether a test before or after the course is there, not declined and not done yet.
pub fn is_offered(course: &Course, work: &CourseRecord, ask: &Ask) -> bool {
    let (form, name) = match ask {
        Ask::Pre => ("a", "pre"),
        Ask::Post => ("b", "post"),
        _ => return false,
    };
    let is_done = |round: &Round| round.mode == ask.mode() && round.ended.is_some();
    course.test(form).next().is_some()
        && !work.declined.iter().any(|declined| declined == name)
        && !work.rounds.iter().any(is_done)
}

/// The number of the newest round over a module that was answered to its end.
pub fn last_round(work: &CourseRecord, module: &str) -> Option<u64> {
    let is_whole = |round: &&Round| {
        round.ended.is_some() && round.scope.strip_prefix("module:") == Some(module)
    };
    work.rounds.iter().rev().find(is_whole).map(|round| round.n)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{
        course::Page,
        moment::Moment,
        profile::{Answer, Chosen, Mode, Place, Round},
        text::{Said, Text},
    };

    pub fn moment() -> Moment {
        "2026-11-24T09:00:00+07:00".parse().unwrap()
    }

    pub fn item(key: &str, page: &str) -> Item {
        Item {
            key: key.to_owned(),
            revision: 1,
            kind: Kind::Single,
            page: page.to_owned(),
            factor: None,
            situation: true,
            uses: vec!["practice".to_owned()],
            form: None,
            prompt: Said::default(),
            hints: Vec::new(),
            options: Vec::new(),
            verdict: false,
            accept: Text::default(),
            why: Said::default(),
            bins: Vec::new(),
            model: Said::default(),
            check: Vec::new(),
        }
    }

    pub fn course() -> Course {
        let module = |key: &str| Module {
            key: key.to_owned(),
            title: Said::default(),
            minutes: 10,
            pages: ["a", "b"]
                .map(|page| Page {
                    key: format!("{key}-{page}"),
                    minutes: 0,
                    sources: Vec::new(),
                    body: Text::default(),
                })
                .to_vec(),
            items: vec![item(&format!("{key}-x"), "a"), item(&format!("{key}-y"), "b")],
        };
        Course {
            key: "c".to_owned(),
            pass: 0.8,
            modules: vec![module("m1"), module("m2")],
            ..Course::default()
        }
    }

    pub fn round(n: u64, scope: &str) -> Round {
        Round {
            n,
            mode: Mode::Practice,
            scope: scope.to_owned(),
            form: None,
            seed: 1,
            begun: moment(),
            ended: None,
            unknown: serde_json::Map::new(),
        }
    }

    pub fn answer(work: &mut CourseRecord, round: u64, item: &str, attempt: u32, mark: f64) {
        let n = work.next_answer();
        Arc::make_mut(&mut work.answers).push(Answer {
            n,
            round,
            item: item.to_owned(),
            revision: 1,
            shown: Vec::new(),
            chosen: Chosen::Keys(Vec::new()),
            mark,
            sure: None,
            hints: 0,
            attempt,
            ms: 0,
            at: moment(),
            unknown: serde_json::Map::new(),
        });
    }

    pub fn reflect(work: &mut CourseRecord, round: u64, item: &str) {
        answer(work, round, item, 1, 0.0);
        let last = Arc::make_mut(&mut work.answers).last_mut().unwrap();
        last.chosen = Chosen::Reflection { text: "teks".to_owned(), ticks: Vec::new() };
    }

    fn read(work: &mut CourseRecord, pages: &[&str]) {
        work.read.extend(pages.iter().map(|page| ((*page).to_owned(), moment())));
    }

    #[test]
    fn a_module_goes_from_not_begun_to_done() {
        let course = course();
        let mut work = CourseRecord { rounds: vec![round(1, "module:m1")], ..Default::default() };
        let state = |work: &CourseRecord| {
            of_module(&course, &course.modules[0], work, &Tried::of(work)).state
        };
        assert_eq!(state(&work), ModuleState::NotBegun);
        read(&mut work, &["m1-a"]);
        assert_eq!(state(&work), ModuleState::Reading);
        read(&mut work, &["m1-b"]);
        assert_eq!(state(&work), ModuleState::ToAnswer);
        answer(&mut work, 1, "m1-x", 1, 1.0);
        assert_eq!(state(&work), ModuleState::ToAnswer);
        answer(&mut work, 1, "m1-y", 1, 0.0);
        answer(&mut work, 1, "m1-y", 2, 1.0);
        assert_eq!(state(&work), ModuleState::ToRepeat, "a second try does not count");
        work.rounds.push(round(2, "module:m1"));
        answer(&mut work, 2, "m1-y", 1, 1.0);
        assert_eq!(state(&work), ModuleState::Done, "the newest first try counts");
    }

    #[test]
    fn a_reflection_is_answered_and_has_no_mark() {
        let mut course = course();
        course.modules[0].items[1].kind = Kind::Reflect;
        let mut work = CourseRecord { rounds: vec![round(1, "module:m1")], ..Default::default() };
        let numbers =
            |work: &CourseRecord| of_module(&course, &course.modules[0], work, &Tried::of(work));
        reflect(&mut work, 1, "m1-y");
        let only = numbers(&work);
        assert_eq!((only.answered, only.reflected, only.right, only.mean), (1, 1, 0, None));
        assert_eq!(only.state, ModuleState::Reading);
        read(&mut work, &["m1-a", "m1-b"]);
        assert_eq!(numbers(&work).state, ModuleState::ToAnswer);
        answer(&mut work, 1, "m1-x", 1, 1.0);
        let both = numbers(&work);
        assert_eq!((both.answered, both.items, both.mean), (2, 2, Some(1.0)));
        assert_eq!(both.state, ModuleState::Done);
        assert!(!Tried::of(&work).marks.contains_key("m1-y"));
        // What was asked otherwise before the course changed has no mark any more.
        answer(&mut work, 1, "m1-y", 1, 0.0);
        assert_eq!(numbers(&work).mean, Some(1.0));
    }

    #[test]
    fn next_is_what_is_open_then_what_was_left_then_what_is_first() {
        let course = course();
        let mut work = CourseRecord::default();
        assert_eq!(next(&course, &work, &Tried::of(&work)), Next::Page("m1-a".to_owned()));
        work.place = Some(Place { page: "m2-a".to_owned(), ..Default::default() });
        assert_eq!(next(&course, &work, &Tried::of(&work)), Next::Page("m2-a".to_owned()));
        read(&mut work, &["m1-a", "m1-b", "m2-a", "m2-b"]);
        assert_eq!(next(&course, &work, &Tried::of(&work)), Next::Items("m1".to_owned()));
        work.rounds.push(round(1, "module:m2"));
        work.open = Some(super::super::profile::OpenRound {
            round: 1,
            items: vec!["m2-x".to_owned()],
            ..Default::default()
        });
        assert_eq!(
            next(&course, &work, &Tried::of(&work)),
            Next::Round(Ask::Module("m2".to_owned()))
        );
        work.open = None;
        for item in ["m1-x", "m1-y", "m2-x", "m2-y"] {
            answer(&mut work, 1, item, 1, 1.0);
        }
        assert_eq!(next(&course, &work, &Tried::of(&work)), Next::Plan);
    }

    #[test]
    fn a_page_that_left_the_course_leads_nowhere() {
        let course = course();
        let place = Some(Place { page: "gone".to_owned(), ..Default::default() });
        let work = CourseRecord { place, ..Default::default() };
        assert_eq!(next(&course, &work, &Tried::of(&work)), Next::Page("m1-a".to_owned()));
    }
}
