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
}
