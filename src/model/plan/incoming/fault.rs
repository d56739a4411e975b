//! What is wrong with a file that is read: line, column, what, and what to do.

use crate::model::{
    safe_text::safe_line,
    text::{Lang, Said},
};

/// Most faults that are told; the others are counted.
const TOLD: usize = 10;

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file, from 1.
    pub line: Option<u64>,
    /// Header of the column, or the place in the line.
    pub column: Option<String>,
    /// What is wrong, and what to do.
    says: Box<(Said, Said)>,
}

impl Fault {
    /// A fault of the whole file.
    pub(super) fn whole(what: impl Into<Said>, remedy: impl Into<Said>) -> Self {
        Self { line: None, column: None, says: Box::new((what.into(), remedy.into())) }
    }

    /// The same on a line.
    pub(super) fn on(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same in a column or at a place.
    pub(super) fn at(self, column: &str) -> Self {
        Self { column: Some(column.to_owned()), ..self }
    }

    /// Where, what, and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let column = self.column.as_deref().map(safe_line);
        let place = match (self.line, column, lang) {
            (Some(line), Some(column), Lang::Id) => format!("Baris {line}, “{column}”: "),
            (Some(line), Some(column), Lang::En) => format!("Line {line}, “{column}”: "),
            (Some(line), None, Lang::Id) => format!("Baris {line}: "),
            (Some(line), None, Lang::En) => format!("Line {line}: "),
            (None, Some(column), _) => format!("“{column}”: "),
            (None, None, _) => String::new(),
        };
        let (what, remedy) = &*self.says;
        format!("{place}{} {}", what.get(lang), remedy.get(lang))
    }
}

/// The faults of a file, one a line, and that nothing was changed.
pub fn told(faults: &[Fault], lang: Lang) -> String {
    let mut lines: Vec<String> = faults.iter().take(TOLD).map(|fault| fault.say(lang)).collect();
    if let Some(more) = faults.len().checked_sub(TOLD).filter(|more| *more > 0) {
        lines.push(match lang {
            Lang::Id => format!("Dan {more} kesalahan lain."),
            Lang::En => format!("And {more} more faults."),
        });
    }
    lines.push(lang.pick("Tidak ada yang diubah.", "Nothing was changed.").to_owned());
    lines.join("\n")
}
