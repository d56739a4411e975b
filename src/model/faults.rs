//! What is wrong with a course folder: where, what, and what to do about it. Knows no file system
//! and prints nothing.

use std::{collections::BTreeMap, ops::Range};

use super::{
    safe_text::safe_line,
    text::{Said, Text},
};

/// Most errors, and most advice, that are kept; a hostile folder must not fill the memory with them.
pub const MOST: usize = 1000;

/// Most known names that a mistyped one is compared with.
const CANDIDATES: usize = 128;

/// Text files by their path relative to the course folder, with `/`.
pub type Files = BTreeMap<String, String>;

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
    pub fn error(
        file: &str,
        span: Option<Range<usize>>,
        what: impl Into<Said>,
        remedy: impl Into<Said>,
    ) -> Self {
        let file = file.to_owned();
        Self { weight: Weight::Error, file, span, what: what.into(), remedy: remedy.into() }
    }

    /// Advice about a place in a file.
    pub fn advice(
        file: &str,
        span: Option<Range<usize>>,
        what: impl Into<Said>,
        remedy: impl Into<Said>,
    ) -> Self {
        Self { weight: Weight::Advice, ..Self::error(file, span, what, remedy) }
    }

    /// Whether the course does not open with it.
    pub fn is_error(&self) -> bool {
        self.weight == Weight::Error
    }
}

impl From<Text> for Said {
    fn from(text: Text) -> Self {
        Self::new(text.id.to_owned(), text.en.to_owned())
    }
}

/// Faults as they are found in one file.
#[derive(Debug)]
pub struct Log<'a> {
    /// The file that is being read, relative to the course folder.
    pub file: &'a str,
    /// What was found so far.
    pub faults: Vec<Fault>,
    errors: usize,
}

impl<'a> Log<'a> {
    /// An empty log about one file.
    pub fn new(file: &'a str) -> Self {
        Self { file, faults: Vec::new(), errors: 0 }
    }

    /// Notes an error at a place.
    pub fn error(&mut self, span: Range<usize>, what: impl Into<Said>, remedy: impl Into<Said>) {
        // Advice must never crowd an error out, or a course with one would open.
        if self.errors <= MOST {
            self.errors += 1;
            self.faults.push(Fault::error(self.file, Some(span), what, remedy));
        }
    }

    /// Notes advice about a place.
    pub fn advice(&mut self, span: Range<usize>, what: impl Into<Said>, remedy: impl Into<Said>) {
        if self.faults.len() - self.errors <= MOST {
            self.faults.push(Fault::advice(self.file, Some(span), what, remedy));
        }
    }
}

/// Keeps the first [`MOST`] errors and as much advice; gives whether there were more.
pub fn keep_most(faults: &mut Vec<Fault>) -> bool {
    let before = faults.len();
    let (mut errors, mut advice) = (0, 0);
    faults.retain(|fault| {
        let count = if fault.is_error() { &mut errors } else { &mut advice };
        *count += 1;
        *count <= MOST
    });
    faults.len() < before
}

/// A word from a course folder as a sentence may quote it: safe, in quotation marks, cut when long.
pub fn quoted(word: &str) -> String {
    const LONGEST: usize = 48;
    let word = safe_line(word);
    let mut short: String = word.chars().take(LONGEST).collect();
    if short.len() < word.len() {
        short.push('…');
    }
    format!("“{short}”")
}

/// The known word that is nearest to a mistyped one, if any is near enough to be meant.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: String = word.chars().take(super::key::LONGEST).collect();
    // Further names are not looked at: comparing each with each would take a hostile folder's time.
    known
        .into_iter()
        .take(CANDIDATES)
        .map(|known| (distance(&word, known), known))
        .filter(|(distance, known)| distance * 3 <= known.chars().count() + 1)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// A letter and the distances of the word up to it from every beginning of the other word.
type Row = (Option<char>, Vec<usize>);

/// How many letters must be inserted, deleted, replaced or swapped with their neighbour (optimal
/// string alignment: Damerau 1964, Levenshtein 1966).
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let first: Vec<usize> = (0..=right.len()).collect();
    // The last row of the table and the one before it, each with the letter it stands for.
    let mut rows: (Option<Row>, Row) = (None, (None, first));
    for letter in left.chars() {
        let (older, (before, above)) = &rows;
        let mut row = vec![above.first().map_or(0, |cell| cell + 1)];
        for (at, other) in right.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let replaced = cell(above, at) + usize::from(letter != *other);
            let mut best = replaced.min(cell(&row, at) + 1).min(cell(above, at + 1) + 1);
            let left_of = at.checked_sub(1);
            if let (Some((_, older)), Some(left_of)) = (older, left_of)
                && *before == Some(*other)
                && right.get(left_of) == Some(&letter)
            {
                best = best.min(cell(older, left_of) + 1);
            }
            row.push(best);
        }
        rows = (Some(rows.1), (Some(letter), row));
    }
    rows.1.1.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_never_crowds_an_error_out() {
        let mut log = Log::new("file");
        for _ in 0..5 * MOST {
            log.advice(0..0, Text::new("saran", "advice"), Text::new("", ""));
        }
        log.error(0..0, Text::new("salah", "wrong"), Text::new("", ""));
        assert!(log.faults.len() < 2 * MOST);
        assert!(keep_most(&mut log.faults));
        assert_eq!(log.faults.len(), MOST + 1);
        assert!(log.faults.iter().any(Fault::is_error));
        assert!(!keep_most(&mut log.faults));
    }

    #[test]
    fn distance_counts_single_letters() {
        for (left, right, expected) in [
            ("", "", 0),
            ("a", "", 1),
            ("", "ab", 2),
            ("kitten", "sitting", 3),
            ("sop", "spo", 1),
            ("stpe", "step", 1),
        ] {
            assert_eq!(distance(left, right), expected, "{left} {right}");
        }
    }

    #[test]
    fn only_a_near_word_is_proposed() {
        assert_eq!(nearest("promt", ["kind", "prompt", "page"]), Some("prompt"));
        assert_eq!(nearest("xyz", ["kind", "prompt", "page"]), None);
    }

    #[test]
    fn a_quoted_word_is_short_and_on_one_line() {
        assert_eq!(quoted("loket"), "“loket”");
        assert_eq!(quoted("a\nb"), "“a b”");
        assert_eq!(quoted(&"x".repeat(500)).chars().count(), 51);
    }
}
