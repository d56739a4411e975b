//! What must hold in a course beyond its form: names that lead somewhere and marks that can be
//! reached, without which it does not open; and what a good course has besides, as advice.

mod agenda;
mod alike;
mod balance;
mod coverage;
mod forms;
mod invented;
mod letters;
pub mod marks;
pub mod names;
mod office;

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Course, build::COURSE_FILE, raw::Place};
use crate::model::{
    faults::{Fault, Files},
    text::Said,
};

/// What the author of a course that opens should hear.
pub fn advise(course: &Course, index: &Index, files: &Files) -> Vec<Fault> {
    let mut advice = Advice::new(index);
    agenda::check(course, index, &mut advice);
    alike::check(course, &mut advice);
    balance::check(course, &mut advice);
    coverage::check(course, &mut advice);
    forms::check(course, index, &mut advice);
    invented::check(course, &mut advice);
    office::check(course, &mut advice);
    let mut faults = advice.faults;
    letters::check(files, &mut faults);
    faults
}

/// Advice as it is gathered, with the places of everything that has a key.
#[derive(Debug)]
pub struct Advice<'a> {
    places: BTreeMap<(Sort, &'a str), &'a Named>,
    twins: BTreeMap<&'a str, &'a Named>,
    /// What was found so far.
    pub faults: Vec<Fault>,
}

impl<'a> Advice<'a> {
    /// Nothing yet.
    pub fn new(index: &'a Index) -> Self {
        Self {
            places: index.defined.iter().map(|named| ((named.sort, &*named.key), named)).collect(),
            twins: index.twins.iter().map(|named| (&*named.key, named)).collect(),
            faults: Vec::new(),
        }
    }

    /// Notes advice about what has this key.
    pub fn about(&mut self, sort: Sort, key: &str, what: impl Into<Said>, remedy: impl Into<Said>) {
        let found = self.places.get(&(sort, key)).copied();
        self.push(found, what.into(), remedy.into());
    }

    /// Notes advice about the English of a page.
    pub fn about_english(&mut self, page: &str, what: impl Into<Said>, remedy: impl Into<Said>) {
        let found = self.twins.get(page).copied();
        self.push(found, what.into(), remedy.into());
    }

    /// Notes advice about a place in course.toml, or about the course as a whole.
    pub fn about_course(
        &mut self,
        place: Option<&Place>,
        what: impl Into<Said>,
        remedy: impl Into<Said>,
    ) {
        self.faults.push(Fault::advice(COURSE_FILE, place.cloned(), what, remedy));
    }

    fn push(&mut self, found: Option<&Named>, what: Said, remedy: Said) {
        let file = found.map_or(COURSE_FILE, |named| &named.file);
        let place = found.map(|named| named.place.clone());
        self.faults.push(Fault::advice(file, place, what, remedy));
    }
}

/// What a key names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A module.
    Module,
    /// A page.
    Page,
    /// An item.
    Item,
    /// A success factor.
    Factor,
    /// A source.
    Source,
    /// A term of the glossary.
    Term,
    /// A way to run the course.
    Schedule,
    /// What people do on a page.
    Activity,
    /// A worksheet.
    Sheet,
    /// A part of what was ordered.
    Topic,
    /// A statement about one's own office.
    Statement,
    /// A challenge of replication.
    Challenge,
}

/// A key at a place.
#[derive(Clone, Debug)]
pub struct Named {
    /// What it names.
    pub sort: Sort,
    /// The key.
    pub key: String,
    /// The file it stands in.
    pub file: String,
    /// Where in that file.
    pub place: Place,
}

/// Every key that a course defines and every key that it refers to.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Keys as they are given.
    pub defined: Vec<Named>,
    /// Keys as they are referred to.
    pub wanted: Vec<Named>,
    /// Pages of the English files.
    pub twins: Vec<Named>,
    /// Where each session of the agenda stands.
    pub sessions: Vec<Place>,
    /// Where each quota of the blueprint stands.
    pub quotas: Vec<Place>,
    /// Whether a part of the course could not be read, so that a key may be missing for that.
    pub incomplete: bool,
}

impl Index {
    /// Notes that a key is given here.
    pub fn define(&mut self, sort: Sort, key: &Spanned<String>, file: &str) {
        self.defined.push(Named::new(sort, key, file));
    }

    /// Notes that a page stands here in the English file.
    pub fn twin(&mut self, key: &Spanned<String>, file: &str) {
        self.twins.push(Named::new(Sort::Page, key, file));
    }

    /// Notes that a key is referred to here.
    pub fn want(&mut self, sort: Sort, key: &Spanned<String>, file: &str) {
        self.wanted.push(Named::new(sort, key, file));
    }
}

impl Named {
    fn new(sort: Sort, key: &Spanned<String>, file: &str) -> Self {
        Self { sort, key: key.get_ref().clone(), file: file.to_owned(), place: key.span() }
    }
}
