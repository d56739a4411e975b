//! Documents out: one pure writer per format, from a document or a plan to text. Writes no file
//! and asks no clock.

pub mod json;
pub mod markdown;
pub mod progress;
pub mod run;
pub mod text;

#[cfg(test)]
mod laws;

/// The formats that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// JSON, to read again.
    Json,
}

impl Format {
    /// Reads the name of the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "md" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// What a file's ending asks for, whatever its case.
    pub fn from_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Text),
            "md" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}
