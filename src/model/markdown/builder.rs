//! From the parser's flat events to nested blocks, without recursion.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::{Block, Callout, DEEPEST, Link, Reading, Span, Strange, WIDEST};
use crate::model::safe_text::{safe, safe_line};

/// A container that is still open.
#[derive(Debug, Default)]
struct Open {
    kind: OpenKind,
    blocks: Vec<Block>,
    /// Spans that stand directly in the container (tight list items).
    loose: Vec<Span>,
}

#[derive(Debug, Default)]
enum OpenKind {
    #[default]
    Page,
    Quote(Option<Callout>),
    List(Option<u64>, Vec<Vec<Block>>),
    Item,
}

/// What inline text goes into.
#[derive(Debug)]
enum Inline {
    /// A paragraph or heading.
    Line(Vec<Span>),
    /// Code or raw HTML, kept as written.
    Verbatim(String),
    /// A table: finished rows, the row being read, the cell being read.
    Table { rows: Vec<Vec<Vec<Span>>>, row: Vec<Vec<Span>>, cell: Vec<Span> },
}

/// Builds blocks from the parser's events.
#[derive(Debug, Default)]
pub(super) struct Builder {
    /// Open containers, the innermost last; an empty stack stands for the page itself.
    outer: Vec<Open>,
    page: Open,
    /// Containers that are open below the deepest level.
    too_deep: usize,
    inline: Option<Inline>,
    style: Span,
    strong: usize,
    emphasis: usize,
    reading: Reading,
}

impl Builder {
    /// Takes the next event.
    pub(super) fn take(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, place),
            Event::End(tag) => self.end(tag),
            Event::Code(text) => {
                self.style.code = true;
                self.text(&text);
                self.style.code = false;
            }
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::InlineHtml(text) => {
                self.reading.strange.push((Strange::Html, place));
                self.text(&text);
            }
            Event::FootnoteReference(label) => {
                self.reading.strange.push((Strange::Footnote, place));
                self.text(&format!("[^{label}]"));
            }
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(done) => self.text(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>, place: Range<usize>) {
        match tag {
            Tag::Paragraph => self.inline = Some(Inline::Line(Vec::new())),
            Tag::Heading { level, .. } => {
                if level <= HeadingLevel::H2 {
                    self.reading.strange.push((Strange::Heading, place));
                }
                self.flush();
                self.inline = Some(Inline::Line(Vec::new()));
            }
            Tag::BlockQuote(kind) => self.open(OpenKind::Quote(kind.map(callout)), place),
            Tag::List(start) => self.open(OpenKind::List(start, Vec::new()), place),
            Tag::Item => self.open(OpenKind::Item, place),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
                self.flush();
                self.inline = Some(Inline::Verbatim(String::new()));
            }
            Tag::HtmlBlock => {
                self.reading.strange.push((Strange::Html, place));
                self.flush();
                self.inline = Some(Inline::Verbatim(String::new()));
            }
            Tag::FootnoteDefinition(label) => {
                self.reading.strange.push((Strange::Footnote, place));
                self.flush();
                self.block(Block::Paragraph(vec![Span {
                    text: safe(&format!("[^{label}]")).into_owned(),
                    ..Span::default()
                }]));
            }
            Tag::Table(columns) => {
                if columns.len() > WIDEST {
                    self.reading.strange.push((Strange::Wide, place));
                }
                self.flush();
                self.inline =
                    Some(Inline::Table { rows: Vec::new(), row: Vec::new(), cell: Vec::new() });
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => {
                let link = Link::from_target(&dest_url);
                self.reading.links.push((link.clone(), place));
                self.style.link = Some(link);
            }
            Tag::Image { .. } => {
                self.reading.strange.push((Strange::Image, place));
                self.text("[");
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_line(Block::Paragraph),
            TagEnd::Heading(_) => self.end_line(Block::Heading),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::CodeBlock => {
                if let Some(Inline::Verbatim(text)) = self.inline.take() {
                    self.block(Block::Code(safe(text.trim_end_matches('\n')).into_owned()));
                }
            }
            TagEnd::HtmlBlock => {
                if let Some(Inline::Verbatim(text)) = self.inline.take() {
                    let spans = vec![Span { text, ..Span::default() }];
                    self.block(Block::Paragraph(tidy(spans)));
                }
            }
            TagEnd::TableCell => {
                if let Some(Inline::Table { row, cell, .. }) = &mut self.inline {
                    let cell = tidy(std::mem::take(cell));
                    if row.len() < WIDEST {
                        row.push(cell);
                    }
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(Inline::Table { rows, row, .. }) = &mut self.inline {
                    rows.push(std::mem::take(row));
                }
            }
            TagEnd::Table => self.end_table(),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => self.style.link = None,
            TagEnd::Image => self.text("]"),
            _ => {}
        }
    }

    /// Opens a container, or counts it when it lies too deep.
    fn open(&mut self, kind: OpenKind, place: Range<usize>) {
        self.flush();
        // A list counts once with its items, so that only the item is measured.
        if self.too_deep > 0 || (self.outer.len() >= 2 * DEEPEST) {
            if self.too_deep == 0 {
                self.reading.strange.push((Strange::Deep, place));
            }
            self.too_deep += 1;
            return;
        }
        self.outer.push(Open { kind, ..Open::default() });
    }

    fn close(&mut self) {
        self.flush();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(open) = self.outer.pop() else { return };
        match open.kind {
            OpenKind::Page => {}
            OpenKind::Quote(callout) => self.block(Block::Quote { callout, blocks: open.blocks }),
            OpenKind::List(start, items) => self.block(Block::List { start, items }),
            OpenKind::Item => {
                if let Some(Open { kind: OpenKind::List(_, items), .. }) = self.outer.last_mut() {
                    items.push(open.blocks);
                }
            }
        }
    }

    fn end_line(&mut self, block: fn(Vec<Span>) -> Block) {
        if let Some(Inline::Line(spans)) = self.inline.take() {
            let spans = tidy(spans);
            if !spans.is_empty() {
                self.block(block(spans));
            }
        }
    }

    fn end_table(&mut self) {
        if let Some(Inline::Table { rows, .. }) = self.inline.take() {
            let mut rows = rows.into_iter();
            let header = rows.next().unwrap_or_default();
            let width = header.len();
            let rows = rows
                .map(|mut row| {
                    row.resize(width, Vec::new());
                    row
                })
                .collect();
            self.block(Block::Table { header, rows });
        }
    }

    /// Adds a finished block to the innermost container.
    fn block(&mut self, block: Block) {
        self.flush();
        self.container().blocks.push(block);
    }

    fn container(&mut self) -> &mut Open {
        self.outer.last_mut().unwrap_or(&mut self.page)
    }

    /// Makes a paragraph of the spans that stand directly in the container.
    fn flush(&mut self) {
        let container = self.container();
        let spans = tidy(std::mem::take(&mut container.loose));
        if !spans.is_empty() {
            container.blocks.push(Block::Paragraph(spans));
        }
    }

    fn text(&mut self, text: &str) {
        let style =
            Span { strong: self.strong > 0, emphasis: self.emphasis > 0, ..self.style.clone() };
        let spans = match &mut self.inline {
            Some(Inline::Verbatim(whole)) => return whole.push_str(text),
            Some(Inline::Line(spans)) => spans,
            Some(Inline::Table { cell, .. }) => cell,
            None => &mut self.container().loose,
        };
        match spans.last_mut() {
            Some(last) if last.has_style_of(&style) => last.text.push_str(text),
            _ => spans.push(Span { text: text.to_owned(), ..style }),
        }
    }

    /// What was read.
    pub(super) fn finish(mut self) -> Reading {
        while !self.outer.is_empty() || self.too_deep > 0 {
            self.close();
        }
        self.flush();
        Reading { blocks: self.page.blocks, ..self.reading }
    }
}

/// Makes spans safe to show and free of line breaks.
fn tidy(spans: Vec<Span>) -> Vec<Span> {
    spans
        .into_iter()
        .map(|span| Span { text: safe_line(span.text.trim_end_matches('\n')).into_owned(), ..span })
        .filter(|span| !span.text.is_empty())
        .collect()
}

fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}
