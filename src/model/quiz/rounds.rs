//! What is asked in a round of each mode, how a round begins and how it ends.

use std::sync::Arc;

use super::shown;
use crate::model::{
    chance::Chance,
    course::{Course, Item, Kind, Module},
    grade::{self, Recalled},
    history,
    moment::Moment,
    profile::{Answer, Chosen, CourseRecord, Given, Mode, OpenRound, Round, Unknown},
    standing::Standing,
};

/// Most items of a practice round: what one sitting holds.
pub const ROUND: usize = 12;
/// Items of a test over the whole course.
const TEST: usize = 20;
/// The form of the test before the course, and of the one after it.
const FORMS: (&str, &str) = ("a", "b");

/// What a person wants to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Practice in the module with this key.
    Module(String),
    /// A test in the module with this key; over the whole course without one.
    Test(Option<String>),
    /// The test before the course.
    Pre,
    /// The test after it.
    Post,
    /// What was last answered wrong, in one module or in all.
    Mistakes(Option<String>),
    /// What is due.
    Review,
}

impl Ask {
    /// What a round asks; `None` for one of a later version.
    pub fn of(round: &Round) -> Option<Self> {
        let module = round.scope.strip_prefix("module:").map(str::to_owned);
        Some(match round.mode {
            Mode::Practice => Self::Module(module?),
            Mode::Test => Self::Test(module),
            Mode::Pre => Self::Pre,
            Mode::Post => Self::Post,
            Mode::Mistakes => Self::Mistakes(module),
            Mode::Review => Self::Review,
            Mode::Other(_) => return None,
        })
    }

    /// The mode of such a round.
    pub const fn mode(&self) -> Mode {
        match self {
            Self::Module(_) => Mode::Practice,
            Self::Test(_) => Mode::Test,
            Self::Pre => Mode::Pre,
            Self::Post => Mode::Post,
            Self::Mistakes(_) => Mode::Mistakes,
            Self::Review => Mode::Review,
        }
    }

    /// The module it stays in, if it does.
    pub fn module(&self) -> Option<&str> {
        match self {
            Self::Module(module) => Some(module),
            Self::Test(module) | Self::Mistakes(module) => module.as_deref(),
            Self::Pre | Self::Post | Self::Review => None,
        }
    }

    const fn form(&self) -> Option<&'static str> {
        match self {
            Self::Pre => Some(FORMS.0),
            Self::Post => Some(FORMS.1),
            _ => None,
        }
    }

    /// Keys of the items that such a round would ask now, in the order in which it would; none when
    /// there is nothing to ask. At most `session` items of what is due or was wrong.
    pub fn items(
        &self,
        course: &Course,
        work: &CourseRecord,
        standing: &Standing,
        session: usize,
        seed: u64,
    ) -> Vec<String> {
        let mut chance = Chance::new(seed, "round");
        match self {
            Self::Module(key) => {
                course.module(key).map_or_else(Vec::new, |(_, module)| next_items(module, work))
            }
            Self::Test(Some(key)) => course
                .module(key)
                .map_or_else(Vec::new, |(_, module)| drawn(module, ROUND, &mut chance)),
            Self::Test(None) => whole_course(course, &mut chance),
            Self::Pre | Self::Post => {
                let form = self.form().unwrap_or_default();
                let mut items = keys(course.test(form));
                chance.shuffle(&mut items);
                items
            }
            Self::Mistakes(module) => {
                let is_in = |item: &&String| match module {
                    Some(module) => course.item(item).is_some_and(|(in_, _)| in_.key == *module),
                    None => true,
                };
                let wrong = standing.mistakes.iter().filter(is_in).cloned().collect();
                mixed(wrong, standing, session, &mut chance)
            }
            Self::Review => mixed(standing.due.clone(), standing, session, &mut chance),
        }
    }
}

/// The first of these, what was sure and wrong before the rest, then in mixed order.
fn mixed(
    mut items: Vec<String>,
    standing: &Standing,
    session: usize,
    chance: &mut Chance,
) -> Vec<String> {
    let is_calm =
        |item: &String| !standing.memories.get(item).is_some_and(|known| known.is_sure_and_wrong);
    items.sort_by_key(is_calm);
    items.truncate(session);
    chance.shuffle(&mut items);
    items
}

fn keys<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<String> {
    items.map(|item| item.key.clone()).collect()
}

/// Some of a module's items by chance, in mixed order. Reflections have no mark.
fn drawn(module: &Module, most: usize, chance: &mut Chance) -> Vec<String> {
    let mut items = keys(module.items.iter().filter(|item| item.is_practice() && item.is_scored()));
    chance.shuffle(&mut items);
    items.truncate(most);
    items
}

/// As many of each module, one more of some, in mixed order.
fn whole_course(course: &Course, chance: &mut Chance) -> Vec<String> {
    let mut piles: Vec<Vec<String>> =
        course.modules.iter().map(|module| drawn(module, TEST, chance)).collect();
    let mut items = Vec::new();
    while items.len() < TEST && piles.iter().any(|pile| !pile.is_empty()) {
        for pile in &mut piles {
            items.extend(pile.pop());
        }
    }
    items.truncate(TEST);
    chance.shuffle(&mut items);
    items
}

/// The items of a module that are worth asking next, in its order: those of which the person was
/// sure and wrong, those never answered, those that were not right, then those longest ago.
fn next_items(module: &Module, work: &CourseRecord) -> Vec<String> {
    let newest = history::newest(&history::first_tries(work));
    let reflected = history::reflected(work);
    let mut asked: Vec<(usize, &Item)> =
        module.items.iter().filter(|item| item.is_practice()).enumerate().collect();
    asked.sort_by_cached_key(|(at, item)| {
        let key = item.key.as_str();
        let urgency = match newest.get(key) {
            Some(answer) if answer.mark < 1.0 && answer.sure == Some(3) => (0, answer.n),
            None if !reflected.contains(key) => (1, 0),
            Some(answer) if answer.mark < 1.0 => (2, answer.n),
            Some(answer) => (3, answer.n),
            None => (3, u64::MAX),
        };
        (urgency, *at)
    });
    asked.truncate(ROUND);
    asked.sort_by_key(|(at, _)| *at);
    keys(asked.into_iter().map(|(_, item)| item))
}

/// What a round begins from.
#[derive(Clone, Copy, Debug)]
pub struct Begin<'a> {
    /// The course.
    pub course: &'a Course,
    /// Where the person stands.
    pub standing: &'a Standing,
    /// Most items of a session of review.
    pub session: usize,
    /// Seed of everything left to chance in the round.
    pub seed: u64,
    /// When it begins.
    pub now: Moment,
}

/// Opens a round over what is worth asking now; false when there is nothing. A round that was open
/// stays in the record as it was left; an open test is handed in, so that no answer is lost.
pub fn begin(from: &Begin<'_>, ask: &Ask, work: &mut CourseRecord) -> bool {
    let items = ask.items(from.course, work, from.standing, from.session, from.seed);
    if items.is_empty() {
        return false;
    }
    if is_test_open(work) {
        hand_in(from.course, work, from.now);
    }
    let n = work.next_round();
    work.rounds.push(Round {
        n,
        mode: ask.mode(),
        scope: ask.module().map_or_else(|| "all".to_owned(), |module| format!("module:{module}")),
        form: ask.form().map(str::to_owned),
        seed: from.seed,
        begun: from.now,
        ended: None,
        unknown: Unknown::new(),
    });
    work.open = Some(OpenRound { round: n, items, ..OpenRound::default() });
    true
}

/// What the open round asks, if some of its items are still in the course.
pub fn open(course: &Course, work: &CourseRecord) -> Option<Ask> {
    let open = work.open.as_ref()?;
    let ask = Ask::of(work.round(open.round)?)?;
    // A test goes on although its module is called otherwise now: it holds answers.
    let is_there = (ask.mode().is_test()
        || ask.module().is_none_or(|module| course.module(module).is_some()))
        && open.items.iter().any(|key| course.item(key).is_some());
    is_there.then_some(ask)
}

/// Whether the open round is a test.
pub fn is_test(work: &CourseRecord) -> bool {
    let round = work.open.as_ref().and_then(|open| work.round(open.round));
    round.is_some_and(|round| round.mode.is_test())
}

/// Whether a test with any answer waits to be handed in; one that was only looked into is no test.
pub fn is_test_open(work: &CourseRecord) -> bool {
    let has_answer = |open: &OpenRound| !open.given.is_empty() || open.draft.is_some();
    is_test(work) && work.open.as_ref().is_some_and(has_answer)
}

/// Ends the open round; gives its number.
pub fn finish(work: &mut CourseRecord, now: Moment) -> Option<u64> {
    let open = work.open.take()?;
    if let Some(round) = work.rounds.iter_mut().find(|round| round.n == open.round) {
        round.ended = Some(now);
    }
    Some(open.round)
}

/// Hands a test in: what was given becomes answers with marks, what was left out counts nothing,
/// and the round ends. Items that left the course are passed over. Gives the round's number.
pub fn hand_in(course: &Course, work: &mut CourseRecord, now: Moment) -> Option<u64> {
    let mut open = work.open.clone()?;
    let seed = work.round(open.round)?.seed;
    open.take_draft(now);
    for (_, item) in open.items.iter().filter_map(|key| course.item(key)) {
        let given = open.given(&item.key).unwrap_or(Given {
            chosen: Chosen::Keys(Vec::new()),
            sure: None,
            ms: 0,
            at: now,
        });
        let answer = Answer {
            n: work.next_answer(),
            round: open.round,
            item: item.key.clone(),
            revision: item.revision,
            shown: shown(item, seed),
            mark: mark(item, &given.chosen),
            chosen: given.chosen,
            sure: given.sure,
            hints: 0,
            attempt: 1,
            ms: given.ms,
            at: given.at,
            unknown: Unknown::new(),
        };
        Arc::make_mut(&mut work.answers).push(answer);
    }
    finish(work, now)
}

/// The mark of an answer of a test. Nobody is asked there whether a word one letter off is meant, for
/// that would give the key away: it counts.
fn mark(item: &Item, chosen: &Chosen) -> f64 {
    match (item.kind, chosen) {
        (Kind::Recall, Chosen::Typed(typed))
            if matches!(grade::recall(item, typed), Recalled::Near(_)) =>
        {
            1.0
        }
        _ => grade::mark(item, chosen),
    }
}

#[cfg(test)]
mod tests;
