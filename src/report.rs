//! Documents out: one pure writer per format, from a document or a plan to bytes. Writes no file
//! and asks no clock.

pub mod csv;
pub mod docx;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod paper;
pub mod progress;
pub mod run;
pub mod text;
pub mod xlsx;

#[cfg(test)]
mod laws;

use crate::model::{document::Document, text::Lang};

/// The formats that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// The rows as CSV.
    Csv,
    /// JSON, to read again.
    Json,
    /// One HTML file.
    Html,
    /// A Word document.
    Docx,
    /// A workbook.
    Xlsx,
    /// A calendar.
    Ics,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Markdown,
        Self::Csv,
        Self::Json,
        Self::Html,
        Self::Docx,
        Self::Xlsx,
        Self::Ics,
    ];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
        }
    }

    /// Reads the name of the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            other => other.name(),
        }
    }

    /// What a file's ending asks for, whatever its case.
    pub fn from_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Text),
            "text" => None,
            "htm" => Some(Self::Html),
            other => Self::from_name(other),
        }
    }

    /// Whether a terminal can show nothing of it.
    pub const fn is_binary(self) -> bool {
        matches!(self, Self::Docx | Self::Xlsx)
    }

    /// Whether it is prose that a terminal shows in its own way, where it can show little.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Text | Self::Markdown)
    }

    /// Whether any document can be had in it.
    pub const fn is_of_documents(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Html)
    }
}

/// Documents in one file, one after the other. A format that no document can be had in gives plain
/// text, `width` columns wide.
pub fn documents(documents: &[Document], format: Format, width: usize, lang: Lang) -> String {
    let each = |write: &dyn Fn(&Document) -> String| {
        documents.iter().map(write).collect::<Vec<_>>().join("\n\n")
    };
    match format {
        Format::Html => html::documents(documents, lang),
        Format::Markdown => each(&markdown::write),
        _ => each(&|document| text::write(document, width)),
    }
}
