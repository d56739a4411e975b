//! Searching: an index of words, and what answers a few typed ones. Knows no screen and remembers
//! nothing of who searched.
//!
//! Every typed word must be found. A word that stands nowhere as typed may be mistyped; only then are
//! words one or two letters away looked at.

mod excerpt;
mod nearness;
#[cfg(test)]
mod tests;
mod texts;

use std::collections::HashMap;

pub use self::excerpt::{Piece, excerpt};

use self::nearness::{Mistyped, nearness, set};

use super::{course::Course, notes::Notes, plan::Plan, text::Lang, words::words};

/// Most typed words that are looked for.
const MANY: usize = 12;
/// Most hits that are handed out; the rest is only counted.
const MOST: usize = 200;
/// Farthest word that is offered in place of one that stands nowhere, in letters.
const FARTHEST: usize = 3;

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A page, by key.
    Page(String),
    /// A question, by key.
    Item(String),
    /// A term of the glossary, by key.
    Term(String),
    /// The person's note on a page, by the page's key.
    Note(String),
    /// A plan by its id, or a row of it.
    Row {
        /// The plan.
        plan: String,
        /// The row; the plan's head when left out.
        row: Option<String>,
    },
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub place: Place,
    /// What it is called.
    pub title: String,
    /// Another name of it.
    pub also: Option<String>,
    /// What it says.
    pub body: String,
}

/// A word's place in the index: an entry, and how much its part counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Posting {
    entry: u32,
    weight: u8,
}

/// What a word counts in a title.
const TITLE: u8 = 4;
/// In another name.
const ALSO: u8 = 3;
/// In a text.
const BODY: u8 = 1;

/// Words and where they stand.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    vocabulary: Vec<Known>,
}

/// A word that stands somewhere.
#[derive(Clone, Debug)]
struct Known {
    word: String,
    /// Its letters as a set.
    set: u32,
    postings: Vec<Posting>,
}

/// The typed words, and whether each is taken as mistyped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    typed: Vec<(String, bool)>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The best hits, the best first; at most 200.
    pub hits: Vec<Entry>,
    /// How many there are in all.
    pub count: usize,
    /// What was looked for, to mark it in a text.
    pub query: Query,
    /// Nothing was found, but this would be.
    pub meant: Option<String>,
}

impl Index {
    /// An index of everything in a course, in one language.
    pub fn of_course(course: &Course, lang: Lang) -> Self {
        Self::new(texts::of_course(course, lang))
    }

    /// An index of what a person wrote: notes on pages of the course, and plans.
    pub fn of_person(plans: &[Plan], notes: &Notes, course: &Course, lang: Lang) -> Self {
        let mut entries = texts::of_notes(notes, course, lang);
        entries.extend(texts::of_plans(plans, lang));
        Self::new(entries)
    }

    /// An index of these entries; among equals the earlier one is found first.
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut vocabulary: HashMap<String, Vec<Posting>> = HashMap::new();
        for (number, entry) in (0..).zip(&entries) {
            let also = entry.also.as_deref().unwrap_or_default();
            for (text, weight) in [(entry.title.as_str(), TITLE), (also, ALSO), (&entry.body, BODY)]
            {
                for (_, word) in words(text) {
                    let postings = vocabulary.entry(word).or_default();
                    // The parts of an entry come with falling weight: the first posting is the best.
                    if postings.last().is_none_or(|last| last.entry != number) {
                        postings.push(Posting { entry: number, weight });
                    }
                }
            }
        }
        let known = |(word, postings): (String, _)| Known { set: set(&word), word, postings };
        let mut vocabulary: Vec<Known> = vocabulary.into_iter().map(known).collect();
        vocabulary.sort_unstable_by(|one, other| one.word.cmp(&other.word));
        Self { entries, vocabulary }
    }

    /// The best score of each entry for one typed word, by entry; `None` when it stands nowhere.
    fn scores(&self, nearness: impl Fn(&Known) -> u32) -> Option<Vec<u32>> {
        let mut scores: Option<Vec<u32>> = None;
        for known in &self.vocabulary {
            let near = nearness(known);
            if near == 0 {
                continue;
            }
            let scores = scores.get_or_insert_with(|| vec![0; self.entries.len()]);
            for posting in &known.postings {
                if let Some(best) = scores.get_mut(posting.entry as usize) {
                    *best = (*best).max(near * u32::from(posting.weight));
                }
            }
        }
        scores
    }

    fn nearest(&self, typed: &Mistyped<'_>, most: usize) -> Option<(usize, &str)> {
        let near = self.vocabulary.iter().filter_map(|known| {
            Some((typed.distance(&known.word, known.set, most)?, known.word.as_str()))
        });
        near.min_by_key(|(distance, _)| *distance)
    }
}

impl Query {
    /// Whether a levelled word is one of those looked for.
    pub fn is_hit(&self, word: &str) -> bool {
        self.typed.iter().any(|(typed, is_mistyped)| near(typed, *is_mistyped, word) > 0)
    }

    /// Whether nothing is looked for.
    pub const fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }
}

fn near(typed: &str, is_mistyped: bool, word: &str) -> u32 {
    if is_mistyped { Mistyped::new(typed).nearness(word, set(word)) } else { nearness(typed, word) }
}

/// What answers the typed words in these indexes.
pub fn find(indexes: &[&Index], text: &str) -> Found {
    let mut found = Found::default();
    let mut totals: Vec<Vec<Option<u32>>> =
        indexes.iter().map(|index| vec![Some(0); index.entries.len()]).collect();
    let typed: Vec<String> = words(text).map(|(_, word)| word).take(MANY).collect();
    for word in &typed {
        let (scores, is_mistyped) = scores(indexes, word);
        found.query.typed.push((word.clone(), is_mistyped));
        for (totals, scores) in totals.iter_mut().zip(&scores) {
            for (at, total) in totals.iter_mut().enumerate() {
                let score = scores.as_ref().and_then(|scores| scores.get(at)).copied();
                *total = total.zip(score.filter(|score| *score > 0)).map(|(a, b)| a + b);
            }
        }
        if scores.iter().all(Option::is_none) {
            break;
        }
    }
    if typed.is_empty() {
        return found;
    }
    let mut hits: Vec<(u32, &Entry)> = Vec::new();
    for (index, totals) in indexes.iter().zip(&totals) {
        let scored = index.entries.iter().zip(totals);
        hits.extend(scored.filter_map(|(entry, total)| Some(((*total)?, entry))));
    }
    // Stable: among equals the order of the course stays.
    hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.count = hits.len();
    found.hits = hits.into_iter().take(MOST).map(|(_, entry)| entry.clone()).collect();
    if found.count == 0 {
        found.meant = meant(indexes, &typed);
    }
    found
}

/// Scores of one typed word in each index, as typed or, where it stands nowhere, as mistyped.
fn scores(indexes: &[&Index], typed: &str) -> (Vec<Option<Vec<u32>>>, bool) {
    let set = set(typed);
    // Most words lack a letter, and that is seen much sooner than where a word begins.
    let exact = |known: &Known| {
        if set & !known.set == 0 { nearness(typed, &known.word) } else { 0 }
    };
    let exact: Vec<_> = indexes.iter().map(|index| index.scores(exact)).collect();
    if exact.iter().any(Option::is_some) {
        return (exact, false);
    }
    let mistyped = Mistyped::new(typed);
    let near = |known: &Known| mistyped.nearness(&known.word, known.set);
    (indexes.iter().map(|index| index.scores(near)).collect(), true)
}

/// The same words, each that stands nowhere replaced by the nearest one that does.
fn meant(indexes: &[&Index], typed: &[String]) -> Option<String> {
    let mut is_changed = false;
    let mut meant = Vec::new();
    for word in typed {
        if scores(indexes, word).0.iter().any(Option::is_some) {
            meant.push(word.clone());
            continue;
        }
        // Most of the letters must be right.
        let most = FARTHEST.min(word.chars().count() / 3).max(1);
        let mistyped = Mistyped::new(word);
        let nearest = indexes.iter().filter_map(|index| index.nearest(&mistyped, most));
        let (_, near) = nearest.min_by_key(|(distance, _)| *distance)?;
        is_changed = true;
        meant.push(near.to_owned());
    }
    // Found or not, this goes no further: every word of it stands somewhere.
    let meant = meant.join(" ");
    (is_changed && find(indexes, &meant).count > 0).then_some(meant)
}
