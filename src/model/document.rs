//! A document: what a screen shows, a file holds and a printer prints, before any of them.

pub mod text;

use super::markdown::{Block, Span};

/// A title and the blocks below it. Its text is safe to show; each writer adds its own escapes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Title.
    pub title: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A run of plain text.
pub fn plain(text: impl Into<String>) -> Span {
    Span { text: text.into(), ..Span::default() }
}

/// A run of strong text.
pub fn strong(text: impl Into<String>) -> Span {
    Span { text: text.into(), strong: true, ..Span::default() }
}

impl Document {
    /// Adds a paragraph.
    pub fn paragraph(&mut self, spans: Vec<Span>) {
        self.blocks.push(Block::Paragraph(spans));
    }

    /// Adds a small heading.
    pub fn heading(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Heading(vec![plain(words)]));
    }

    /// Adds a table of two columns without a header: what it is, what stands there.
    pub fn pairs<'a>(&mut self, pairs: impl IntoIterator<Item = (&'a str, String)>) {
        let rows =
            pairs.into_iter().map(|(name, text)| vec![vec![strong(name)], vec![plain(text)]]);
        let rows = rows.collect();
        self.blocks.push(Block::Table { header: vec![Vec::new(), Vec::new()], rows });
    }
}
