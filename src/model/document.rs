//! A document: what a screen shows, a file holds and a printer prints, before any of them.

pub mod text;

use super::markdown::{Block, Span};

/// A title, the blocks below it, and the documents that it is made up of: chapters, and their
/// sections. Its text is safe to show; each writer adds its own escapes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Title.
    pub title: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
    /// Heading of its table of contents; empty where it has none.
    pub contents: String,
    /// Its chapters, or the sections of one.
    pub parts: Vec<Document>,
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
    /// A document with nothing in it yet.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Its chapters with their sections as a list; `None` where no table of contents is wanted.
    pub fn table_of_contents(&self) -> Option<Block> {
        fn list(parts: &[Document], deeper: bool) -> Block {
            let item = |part: &Document| {
                let mut item = vec![Block::Paragraph(vec![plain(part.title.as_str())])];
                if deeper && !part.parts.is_empty() {
                    item.push(list(&part.parts, false));
                }
                item
            };
            Block::List { start: None, items: parts.iter().map(item).collect() }
        }
        let is_wanted = !self.contents.is_empty() && !self.parts.is_empty();
        is_wanted.then(|| list(&self.parts, true))
    }

    /// All of its blocks in one row, the titles of its parts as headings.
    pub fn flat(&self) -> Vec<Block> {
        let mut blocks = self.blocks.clone();
        for part in &self.parts {
            blocks.push(Block::Heading(vec![plain(part.title.as_str())]));
            blocks.extend(part.flat());
        }
        blocks
    }

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
