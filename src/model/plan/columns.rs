//! The columns of a plan's rows in a table of its own (CSV, spreadsheet): their names in both
//! languages, as data that writing and reading share.

use super::{Row, Status, review::RowPart};
use crate::model::{
    course::Course,
    text::{Lang, Text},
};

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Place in the plan, from 1; says nothing on reading.
    Number,
    /// What is done.
    Action,
    /// The success factor: its name in the language of the file, else its key.
    Factor,
    /// What for.
    Purpose,
    /// How one sees that it worked.
    Indicator,
    /// The indicator today.
    Baseline,
    /// The indicator wanted.
    Target,
    /// One post.
    Responsible,
    /// First day.
    Start,
    /// Last day.
    Finish,
    /// People, money, things.
    Resources,
    /// What may stand in the way.
    Obstacle,
    /// What is done about it.
    Answer,
    /// What can be shown.
    Evidence,
    /// How far it is: a word of the language, else the code.
    Status,
    /// The row's own ID, by which reading knows it again.
    Id,
}

impl Column {
    /// All, in the order of the file. `Id` is never first: a file that begins with "ID" is no CSV to
    /// some spreadsheets.
    pub const ALL: [Self; 16] = [
        Self::Number,
        Self::Action,
        Self::Factor,
        Self::Purpose,
        Self::Indicator,
        Self::Baseline,
        Self::Target,
        Self::Responsible,
        Self::Start,
        Self::Finish,
        Self::Resources,
        Self::Obstacle,
        Self::Answer,
        Self::Evidence,
        Self::Status,
        Self::Id,
    ];

    /// The header: fields are called as on the screen.
    pub const fn header(self) -> Text {
        match self {
            Self::Number => Text::new("No.", "No."),
            Self::Id => Text::new("ID baris", "Row ID"),
            Self::Action => RowPart::Action.name(),
            Self::Factor => RowPart::Factor.name(),
            Self::Purpose => RowPart::Purpose.name(),
            Self::Indicator => RowPart::Indicator.name(),
            Self::Baseline => RowPart::Baseline.name(),
            Self::Target => RowPart::Target.name(),
            Self::Responsible => RowPart::Responsible.name(),
            Self::Start => RowPart::Start.name(),
            Self::Finish => RowPart::Finish.name(),
            Self::Resources => RowPart::Resources.name(),
            Self::Obstacle => RowPart::Obstacle.name(),
            Self::Answer => RowPart::Answer.name(),
            Self::Evidence => RowPart::Evidence.name(),
            Self::Status => RowPart::Status.name(),
        }
    }

    /// The column that a header names in either language; case and blanks around do not count.
    pub fn from_header(header: &str) -> Option<Self> {
        let same = |name: &str| name.to_lowercase() == header.trim().to_lowercase();
        Self::ALL
            .into_iter()
            .find(|column| Lang::ALL.into_iter().any(|lang| same(column.header().say(lang))))
    }

    /// The row's text of this column; `None` for those that are no free text.
    pub fn text(self, row: &Row) -> Option<&String> {
        Some(match self {
            Self::Action => &row.action,
            Self::Purpose => &row.purpose,
            Self::Indicator => &row.indicator,
            Self::Baseline => &row.baseline,
            Self::Target => &row.target,
            Self::Responsible => &row.responsible,
            Self::Resources => &row.resources,
            Self::Obstacle => &row.obstacle,
            Self::Answer => &row.answer,
            Self::Evidence => &row.evidence,
            _ => return None,
        })
    }

    /// The same to write into.
    pub fn text_mut(self, row: &mut Row) -> Option<&mut String> {
        Some(match self {
            Self::Action => &mut row.action,
            Self::Purpose => &mut row.purpose,
            Self::Indicator => &mut row.indicator,
            Self::Baseline => &mut row.baseline,
            Self::Target => &mut row.target,
            Self::Responsible => &mut row.responsible,
            Self::Resources => &mut row.resources,
            Self::Obstacle => &mut row.obstacle,
            Self::Answer => &mut row.answer,
            Self::Evidence => &mut row.evidence,
            _ => return None,
        })
    }
}

/// The name of a factor in a language, else its key.
pub fn factor_name<'a>(course: &'a Course, key: &'a str, lang: Lang) -> &'a str {
    course.factor(key).map_or(key, |factor| factor.name.get(lang))
}

/// The key of the factor that a name in either language, or a key, means; one that this course does
/// not have is kept as written, nothing is `None`.
pub fn factor_key(course: &Course, name: &str) -> Option<String> {
    let name = name.trim();
    let same = |other: &str| other.to_lowercase() == name.to_lowercase();
    let known = course.factors.iter().find(|factor| {
        same(&factor.key) || Lang::ALL.into_iter().any(|lang| same(factor.name.get(lang)))
    });
    let key = known.map_or(name, |factor| &factor.key);
    (!key.is_empty()).then(|| key.to_owned())
}

/// The status that a word of either language, or a code, means; another word is kept as written,
/// nothing is the first status.
pub fn status_of(word: &str) -> Status {
    let word = word.trim();
    let same = |other: &str| other.to_lowercase() == word.to_lowercase();
    let known = Status::KNOWN.into_iter().find(|status| {
        same(status.code()) || Lang::ALL.into_iter().any(|lang| same(status.say(lang)))
    });
    match known {
        Some(status) => status,
        None if word.is_empty() => Status::default(),
        None => Status::from_code(word),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::plan::tests::full;

    #[test]
    fn a_column_is_found_by_its_header_in_both_languages_and_by_no_other() {
        for lang in Lang::ALL {
            let headers: BTreeSet<&str> =
                Column::ALL.into_iter().map(|column| column.header().say(lang)).collect();
            assert_eq!(headers.len(), Column::ALL.len(), "no header twice");
            for column in Column::ALL {
                let header = format!(" {} ", column.header().say(lang).to_uppercase());
                assert_eq!(Column::from_header(&header), Some(column));
            }
        }
        assert_eq!(Column::from_header(""), None);
    }

    #[test]
    fn every_text_of_a_row_has_one_column_that_reads_and_writes_it() {
        let mut row = full().rows.remove(0);
        let mut seen = BTreeSet::new();
        for column in Column::ALL {
            let Some(text) = column.text(&row).cloned() else { continue };
            assert!(text.starts_with('~') && seen.insert(text.clone()), "{column:?}");
            assert_eq!(column.text_mut(&mut row), Some(&mut text.clone()));
        }
        let json = serde_json::to_string(&row).unwrap();
        assert_eq!(seen.len(), json.matches('~').count(), "no text is left out");
    }

    #[test]
    fn a_status_reads_back_from_its_word_in_both_languages() {
        for status in Status::KNOWN {
            assert_eq!(status_of(status.code()), status);
            for lang in Lang::ALL {
                assert_eq!(status_of(&status.say(lang).to_uppercase()), status);
            }
        }
        assert_eq!(status_of(" "), Status::Planned);
        assert_eq!(status_of("paused"), Status::Other("paused".to_owned()));
    }
}
