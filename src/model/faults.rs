//! What is wrong with a course folder: where, what, and what to do about it.

use std::ops::Range;

use super::text::{Said, Text};

/// Whether a course with this fault opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The course does not open.
    Error,
    /// The course opens; the author is told.
    Advice,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How bad it is.
    pub weight: Weight,
    /// File relative to the course folder, with `/`.
    pub file: String,
    /// Bytes in that file, if a place in it is meant.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub what: Said,
    /// What to do.
    pub remedy: Said,
}

impl Fault {
    /// An error at a place in a file.
    pub fn error(file: &str, span: Option<Range<usize>>, what: Said, remedy: Said) -> Self {
        Self { weight: Weight::Error, file: file.to_owned(), span, what, remedy }
    }

    /// Advice about a place in a file.
    pub fn advice(file: &str, span: Option<Range<usize>>, what: Said, remedy: Said) -> Self {
        Self { weight: Weight::Advice, file: file.to_owned(), span, what, remedy }
    }
}

impl From<Text> for Said {
    fn from(text: Text) -> Self {
        Self::new(text.id.to_owned(), text.en.to_owned())
    }
}
