//! Markdown as blocks: what reports, search, check and the screens have in common.
//!
//! Refuses to interpret HTML, images and footnotes: they stay visible as plain text and are told
//! to the author. Nesting is bounded, so that no text can exhaust the stack.

mod builder;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use self::builder::Builder;
use super::{safe_text::safe, text::Text};

/// Most columns of a table; cells beyond are not shown.
pub const WIDEST: usize = 12;
/// Most letters of a link's target.
const LONGEST_TARGET: usize = 256;
/// Deepest nesting of lists and quotations; what lies deeper is shown at this depth.
pub const DEEPEST: usize = 8;

/// One block of prose.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A small heading inside a page (level 3 and below).
    Heading(Vec<Span>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list; `start` is the first number of an ordered one.
    List {
        /// First number, or `None` for bullets.
        start: Option<u64>,
        /// Each item as blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation or a callout.
    Quote {
        /// The callout's kind, if it is one.
        callout: Option<Callout>,
        /// What it holds.
        blocks: Vec<Block>,
    },
    /// A table: header cells, then rows of cells.
    Table {
        /// Header cells.
        header: Vec<Vec<Span>>,
        /// Rows, each as many cells as the header.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// Text that keeps its columns (a drawing).
    Code(String),
    /// A rule.
    Rule,
}

/// Kinds of callouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// Neutral.
    Note,
    /// A practical tip.
    Tip,
    /// Must not be missed.
    Important,
    /// A risk.
    Warning,
    /// A limit of what is said.
    Caution,
}

/// A run of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text, without line breaks.
    pub text: String,
    /// Strong (bold).
    pub strong: bool,
    /// Emphasis (italic).
    pub emphasis: bool,
    /// Code.
    pub code: bool,
    /// Where it leads.
    pub link: Option<Link>,
}

/// Where a link leads. Links out of the course are not followed: there is no network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// `g:key`, a glossary term.
    Term(String),
    /// `p:key`, another page.
    Page(String),
    /// Anything else, kept as written.
    Elsewhere(String),
}

/// Something in Markdown that pandu does not show as its author meant it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strange {
    /// An image.
    Image,
    /// Raw HTML, comments that are no directives included.
    Html,
    /// A footnote or a reference to one.
    Footnote,
    /// A heading of level 1 or 2 where only smaller ones belong.
    Heading,
    /// Lists or quotations nested deeper than [`DEEPEST`].
    Deep,
    /// A table of more than [`WIDEST`] columns.
    Wide,
}

/// Markdown as read: its blocks, and what check wants to know with its place (bytes).
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// Links with their places.
    pub links: Vec<(Link, Range<usize>)>,
    /// What is not shown as meant, with its place.
    pub strange: Vec<(Strange, Range<usize>)>,
}

/// Reads Markdown into blocks.
pub fn parse(source: &str) -> Vec<Block> {
    read(source).blocks
}

/// Reads Markdown into blocks and tells links and oddities with their places.
pub fn read(source: &str) -> Reading {
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_FOOTNOTES;
    let mut builder = Builder::default();
    for (event, place) in Parser::new_ext(source, options).into_offset_iter() {
        builder.take(event, place);
    }
    builder.finish()
}

/// The text of spans without their styles.
pub fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

impl Block {
    /// Hands over every run of text in it, as a reader meets them; drawings hold none.
    pub fn each_text<'a>(&'a self, found: &mut dyn FnMut(&'a [Span])) {
        match self {
            Self::Heading(spans) | Self::Paragraph(spans) => found(spans),
            Self::List { items, .. } => {
                items.iter().flatten().for_each(|block| block.each_text(found));
            }
            Self::Quote { blocks, .. } => blocks.iter().for_each(|block| block.each_text(found)),
            Self::Table { header, rows } => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| found(cell));
            }
            Self::Code(_) | Self::Rule => {}
        }
    }

    /// The same block with every run of text in it changed.
    #[must_use]
    pub fn with_texts(&self, change: &dyn Fn(&[Span]) -> Vec<Span>) -> Self {
        let all = |blocks: &[Self]| blocks.iter().map(|block| block.with_texts(change)).collect();
        let cells = |cells: &[Vec<Span>]| cells.iter().map(|cell| change(cell)).collect();
        match self {
            Self::Heading(spans) => Self::Heading(change(spans)),
            Self::Paragraph(spans) => Self::Paragraph(change(spans)),
            Self::List { start, items } => {
                Self::List { start: *start, items: items.iter().map(|item| all(item)).collect() }
            }
            Self::Quote { callout, blocks } => {
                Self::Quote { callout: *callout, blocks: all(blocks) }
            }
            Self::Table { header, rows } => Self::Table {
                header: cells(header),
                rows: rows.iter().map(|row| cells(row)).collect(),
            },
            Self::Code(_) | Self::Rule => self.clone(),
        }
    }
}

impl Callout {
    /// The word that says what it is.
    pub const fn word(self) -> Text {
        match self {
            Self::Note => Text::new("Catatan", "Note"),
            Self::Tip => Text::new("Saran", "Tip"),
            Self::Important => Text::new("Penting", "Important"),
            Self::Warning => Text::new("Perhatian", "Warning"),
            Self::Caution => Text::new("Batasan", "Limits"),
        }
    }
}

impl Link {
    /// Reads a link's target.
    pub fn from_target(target: &str) -> Self {
        // Each span of the link's text holds a copy of it.
        let target: String = target.chars().take(LONGEST_TARGET).collect();
        if let Some(key) = target.strip_prefix("g:") {
            Self::Term(key.to_owned())
        } else if let Some(key) = target.strip_prefix("p:") {
            Self::Page(key.to_owned())
        } else {
            Self::Elsewhere(safe(&target).into_owned())
        }
    }
}

impl Span {
    fn has_style_of(&self, other: &Self) -> bool {
        self.strong == other.strong
            && self.emphasis == other.emphasis
            && self.code == other.code
            && self.link == other.link
    }
}
