//! A plan, or an empty one to fill in by hand, in any of the formats.

use super::{Format, csv, docx, html, ics, json, markdown, text, xlsx};
use crate::model::{
    course::Course,
    diagnosis::Diagnosis,
    plan::{
        Plan,
        document::printed,
        form::{Use, blank},
    },
    text::{Lang, Text},
};

/// What is written, and how.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    /// The plan; an empty sheet where there is none.
    pub plan: Option<&'a Plan>,
    /// Names of factors and statements.
    pub course: &'a Course,
    /// Diagnoses, in order; a workbook has sheets for them.
    pub diagnoses: &'a [Diagnosis],
    /// Columns of plain text.
    pub width: usize,
    /// Language of all that is not the person's own.
    pub lang: Lang,
}

/// Why a form cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A calendar of a plan in which nothing has a day.
    #[error("the plan has no dates")]
    NoDays,
    /// A form that is of no use empty.
    #[error("there is no empty form of this kind")]
    NotEmpty,
    /// The writer of the format gave up.
    #[error("{0}")]
    Writer(String),
}

impl Refused {
    /// Why, and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let text = match self {
            Self::NoDays => Text::new(
                "Rencana ini belum punya tanggal untuk kalender. Isi tanggal mulai atau selesai suatu baris lebih dulu.",
                "This plan has no dates for a calendar yet. Give a row a start or finish date first.",
            ),
            Self::NotEmpty => Text::new(
                "Formulir kosong hanya untuk ditulis tangan: pakai docx, xlsx, csv, html, md, atau text.",
                "An empty form is there to be filled in by hand: use docx, xlsx, csv, html, md or text.",
            ),
            Self::Writer(why) => {
                return match lang {
                    Lang::Id => format!("Berkas tidak dapat dibuat: {why}. Coba bentuk lain."),
                    Lang::En => format!("The file cannot be made: {why}. Try another form."),
                };
            }
        };
        text.say(lang).to_owned()
    }
}

/// The bytes of the file.
///
/// # Errors
/// [`Refused`].
pub fn write(paper: Paper<'_>, format: Format) -> Result<Vec<u8>, Refused> {
    let Paper { course, diagnoses, width, lang, .. } = paper;
    let empty = blank::plan();
    let (plan, meant) = paper.plan.map_or((&empty, Use::WriteOn), |plan| (plan, Use::Read));
    let document = || match meant {
        Use::Read => printed(plan, course, lang),
        Use::WriteOn => blank::document(lang),
    };
    let failed = |error: &dyn std::fmt::Display| Refused::Writer(error.to_string());
    match format {
        Format::Text => Ok(text::write(&document(), width).into_bytes()),
        Format::Markdown => Ok(markdown::write(&document()).into_bytes()),
        Format::Json | Format::Ics if meant == Use::WriteOn => Err(Refused::NotEmpty),
        Format::Json => Ok(json::plan(plan).into_bytes()),
        Format::Ics => ics::plan(plan, lang).ok_or(Refused::NoDays),
        Format::Csv => csv::plan(plan, course, lang, meant).map_err(|error| failed(&error)),
        Format::Html => Ok(html::plan(plan, course, lang, meant).into_bytes()),
        Format::Docx => docx::plan(plan, course, lang, meant).map_err(|error| failed(&error)),
        Format::Xlsx => {
            let source = xlsx::Source { plan, course, diagnoses, lang, meant };
            xlsx::workbook(source).map_err(|error| failed(&error))
        }
    }
}
