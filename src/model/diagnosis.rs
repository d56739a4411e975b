//! The diagnosis of one's own office: statements about each key factor, rated from 0 to 3 with the
//! evidence asked for. A talking aid of our own, not an official instrument.

mod history;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::{
    history::{AGAIN_AFTER, Change, before, changes, is_same_sop, latest, weakest},
    words::{LOWEST_FIRST, SCALE, level, people},
};
use super::{course::Course, moment::Moment, profile::Unknown, text::Said};

/// Highest rating: regular, with evidence, and used to improve.
pub const HIGHEST: u32 = 3;
/// Highest rating that counts where no evidence is named.
pub const WITHOUT_EVIDENCE: u32 = 1;
/// A factor whose mean lies below this is to be mended first.
pub const WEAK: f64 = 1.0;

/// One statement of a course about one of its factors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Stable name, unique among the statements of the course.
    pub key: String,
    /// Key of its factor.
    pub factor: String,
    /// What is true of an office where it is so.
    pub text: Said,
    /// What would show it.
    pub evidence: Said,
}

/// One diagnosis. A new one is begun each time, so that the history stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// 64 random bits in hex.
    #[serde(default)]
    pub id: String,
    /// Key of the course whose statements these are.
    #[serde(default)]
    pub course: String,
    /// When it was begun.
    #[serde(default)]
    pub begun: Option<Moment>,
    /// When it was finished; `None` while it is open.
    #[serde(default)]
    pub ended: Option<Moment>,
    /// The SOP it is about.
    #[serde(default)]
    pub sop: String,
    /// How many people rated together; 0 and 1 mean alone.
    #[serde(default)]
    pub people: u32,
    /// Ratings by key of statement.
    #[serde(default)]
    pub ratings: BTreeMap<String, Rating>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What was said to one statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// 0 not there; 1 there, not regular; 2 regular, with evidence; 3 and used to improve. `None` while
    /// only the evidence was typed.
    #[serde(default)]
    pub score: Option<u32>,
    /// What can be shown.
    #[serde(default)]
    pub evidence: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Rating {
    /// The rating that counts: without evidence at most [`WITHOUT_EVIDENCE`].
    pub fn counted(&self) -> Option<u32> {
        let most = if self.evidence.trim().is_empty() { WITHOUT_EVIDENCE } else { HIGHEST };
        self.score.map(|score| score.min(most))
    }
}

/// How one factor stands in a diagnosis.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorMean {
    /// Key of the factor.
    pub factor: String,
    /// Mean of the ratings that count, 0 to 3; `None` while no statement of it is rated.
    pub mean: Option<f64>,
    /// Statements rated, of those that the course has.
    pub rated: usize,
    /// Statements of the factor.
    pub all: usize,
}

impl Diagnosis {
    /// A diagnosis that begins now. `id` is 64 random bits in hex.
    pub fn new(id: String, course: &str, begun: Moment) -> Self {
        Self {
            id,
            course: course.to_owned(),
            begun: Some(begun),
            ended: None,
            sop: String::new(),
            people: 1,
            ratings: BTreeMap::new(),
            unknown: Unknown::new(),
        }
    }

    /// How each factor stands, in the order of the course. Ratings of statements that the course no
    /// longer has stay in the record and do not count.
    pub fn means(&self, course: &Course) -> Vec<FactorMean> {
        course.factors.iter().map(|factor| self.mean_of(&factor.key, &course.statements)).collect()
    }

    fn mean_of(&self, factor: &str, statements: &[Statement]) -> FactorMean {
        let of_it = statements.iter().filter(|statement| statement.factor == factor);
        let all = of_it.clone().count();
        let rating = |statement: &Statement| self.ratings.get(&statement.key)?.counted();
        let counted: Vec<u32> = of_it.filter_map(rating).collect();
        let sum: u32 = counted.iter().sum();
        let mean = (!counted.is_empty()).then(|| f64::from(sum) / counted.len() as f64);
        FactorMean { factor: factor.to_owned(), mean, rated: counted.len(), all }
    }

    /// The factor with the lowest mean; the first of the course where several are as low.
    pub fn lowest(&self, course: &Course) -> Option<FactorMean> {
        let rated = self.means(course).into_iter().filter(|factor| factor.mean.is_some());
        rated.reduce(|low, next| if next.mean < low.mean { next } else { low })
    }

    /// How many statements of the course are rated.
    pub fn rated(&self, course: &Course) -> usize {
        self.means(course).iter().map(|factor| factor.rated).sum()
    }

    /// The rated statements that pull a factor down: those that count no more than its mean and
    /// less than the highest, the lowest first.
    pub fn pulls_down<'c>(&self, course: &'c Course, factor: &str) -> Vec<(&'c Statement, u32)> {
        let mean = self.mean_of(factor, &course.statements).mean.unwrap_or(0.0);
        let of_it = course.statements.iter().filter(|statement| statement.factor == factor);
        let counted = |statement: &'c Statement| {
            Some((statement, self.ratings.get(&statement.key)?.counted()?))
        };
        let low = |(_, counted): &(_, u32)| *counted < HIGHEST && f64::from(*counted) <= mean;
        let mut low: Vec<_> = of_it.filter_map(counted).filter(low).collect();
        low.sort_by_key(|(_, counted)| *counted);
        low
    }
}

impl Course {
    /// The statements in the order in which they are asked: factor by factor.
    pub fn asked(&self) -> Vec<&Statement> {
        let of = |factor: &str| {
            let factor = factor.to_owned();
            self.statements.iter().filter(move |statement| statement.factor == factor)
        };
        self.factors.iter().flat_map(|factor| of(&factor.key)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::course::Factor;

    fn course() -> Course {
        let factor = |key: &str| Factor { key: key.to_owned(), name: Said::default() };
        let statement = |key: &str, factor: &str| Statement {
            key: key.to_owned(),
            factor: factor.to_owned(),
            ..Statement::default()
        };
        Course {
            factors: vec![factor("a"), factor("b"), factor("c")],
            statements: vec![statement("a1", "a"), statement("a2", "a"), statement("b1", "b")],
            ..Course::default()
        }
    }

    fn diagnosis(ratings: &[(&str, u32, &str)]) -> Diagnosis {
        let begun = "2026-11-24T09:00:00+07:00".parse().unwrap();
        let mut diagnosis = Diagnosis::new("1".to_owned(), "c", begun);
        for (key, score, evidence) in ratings {
            let evidence = (*evidence).to_owned();
            let rating = Rating { score: Some(*score), evidence, ..Rating::default() };
            diagnosis.ratings.insert((*key).to_owned(), rating);
        }
        diagnosis
    }

    #[test]
    fn a_rating_without_evidence_counts_at_most_one() {
        let diagnosis = diagnosis(&[("a1", 3, "notulen"), ("a2", 3, " "), ("b1", 0, "")]);
        let means: Vec<_> = diagnosis.means(&course()).iter().map(|factor| factor.mean).collect();
        assert_eq!(means, [Some(2.0), Some(0.0), None]);
        assert_eq!(diagnosis.lowest(&course()).unwrap().factor, "b");
    }

    #[test]
    fn what_pulls_a_factor_down_counts_no_more_than_its_mean_the_lowest_first() {
        let course = course();
        let keys = |ratings: &[(&str, u32, &str)], factor: &str| -> Vec<(String, u32)> {
            let low = diagnosis(ratings);
            let low = low.pulls_down(&course, factor).into_iter();
            low.map(|(statement, counted)| (statement.key.clone(), counted)).collect()
        };
        let pair = |key: &str, counted| (key.to_owned(), counted);
        assert_eq!(keys(&[("a1", 3, ""), ("a2", 0, "")], "a"), [pair("a2", 0)]);
        assert_eq!(keys(&[("a1", 3, "foto"), ("a2", 2, "")], "a"), [pair("a2", 1)]);
        assert_eq!(keys(&[("a1", 1, ""), ("a2", 3, "")], "a"), [pair("a1", 1), pair("a2", 1)]);
        assert_eq!(keys(&[("b1", 3, "foto")], "b"), []);
        assert_eq!(keys(&[("a1", 0, "")], "b"), []);
    }

    #[test]
    fn statements_are_asked_factor_by_factor_whatever_their_place_in_the_file() {
        let mut course = course();
        course.statements.reverse();
        let keys: Vec<_> = course.asked().iter().map(|asked| asked.key.as_str()).collect();
        assert_eq!(keys, ["a2", "a1", "b1"]);
    }

    #[test]
    fn a_factor_without_ratings_is_never_the_lowest_and_strange_ratings_do_not_count() {
        let strange = diagnosis(&[("a1", 2, "foto"), ("gone", 0, ""), ("a2", 9, "foto")]);
        let low = strange.lowest(&course()).unwrap();
        assert_eq!((low.factor.as_str(), low.mean, low.rated, low.all), ("a", Some(2.5), 2, 2));
        assert_eq!(diagnosis(&[]).lowest(&course()), None);
    }
}
