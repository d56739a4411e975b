//! Markdown as blocks: what reports, search, check and the screens have in common.

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
