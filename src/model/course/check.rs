//! What must hold in a course beyond its form: names that lead somewhere, marks that can be
//! reached, a balanced bank of questions, letters that every terminal shows.

pub mod balance;
pub mod letters;
pub mod marks;
pub mod names;

use toml::Spanned;

use super::raw::Place;

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

    /// Where a key is given.
    pub fn place_of(&self, sort: Sort, key: &str) -> Option<&Named> {
        self.defined.iter().find(|named| named.sort == sort && named.key == key)
    }

    /// Where the English of a page stands; its Indonesian where there is no English.
    pub fn twin_of(&self, page: &str) -> Option<&Named> {
        let twin = self.twins.iter().find(|named| named.key == page);
        twin.or_else(|| self.place_of(Sort::Page, page))
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
