//! Blocks of Markdown as lines: what a page of the course looks like on any width.

use ratatui::{
    style::{Modifier, Style},
    text::{Line, Span},
};

use super::{
    table,
    wrap::{cells, clip, hanging, wrap},
};
use crate::{
    model::{
        markdown::{self, Block, Callout, Link},
        safe_text::safe,
        text::Lang,
    },
    ui::theme::Theme,
};

/// Quotes and lists inside one another that are still laid out.
const DEEPEST: usize = 32;

/// The prose of a page as lines of at most `width` cells, one empty line between blocks. No lines
/// for width 0.
pub fn lay(blocks: &[Block], width: u16, theme: &Theme, lang: Lang) -> Vec<Line<'static>> {
    if width == 0 {
        return Vec::new();
    }
    Page { theme, lang, depth: 0 }.blocks(blocks, width, None)
}

/// One block as lines, in the pieces that stay together: the items of a list, else the whole block.
pub fn pieces(block: &Block, width: u16, theme: &Theme, lang: Lang) -> Vec<Vec<Line<'static>>> {
    let page = Page { theme, lang, depth: 0 };
    match block {
        _ if width == 0 => Vec::new(),
        Block::List { start, items } => page.list(*start, items, width),
        _ => vec![page.block(block, width)],
    }
}

/// Runs of Markdown as styled runs on a base style; terms and pages that a link leads to are
/// underlined.
pub fn spans<'text>(runs: &'text [markdown::Span], base: Style, theme: &Theme) -> Vec<Span<'text>> {
    runs.iter()
        .map(|run| {
            let mut style = base;
            if run.strong || run.code {
                style = style.patch(theme.strong);
            }
            if run.emphasis {
                style = style.patch(theme.emphasis);
            }
            if matches!(run.link, Some(Link::Term(_) | Link::Page(_))) {
                style = style.add_modifier(Modifier::UNDERLINED);
            }
            Span::styled(run.text.as_str(), style)
        })
        .collect()
}

/// What stays the same while one page is laid out.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) theme: &'a Theme,
    lang: Lang,
    depth: usize,
}

impl Page<'_> {
    /// Blocks one below the other; `lead` runs into the first paragraph or stands above.
    fn blocks(
        self,
        blocks: &[Block],
        width: u16,
        lead: Option<Span<'static>>,
    ) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        let mut rest = blocks;
        if let Some(lead) = lead {
            let mut runs = vec![lead];
            if let Some((Block::Paragraph(text), after)) = blocks.split_first() {
                runs.push(Span::styled(" ", self.theme.text));
                runs.extend(spans(text, self.theme.text, self.theme));
                rest = after;
            }
            lines = wrap(&runs, width, self.theme);
            if rest.len() < blocks.len() && !rest.is_empty() {
                lines.push(Line::default());
            }
        }
        for (index, block) in rest.iter().enumerate() {
            lines.extend(self.block(block, width));
            // A heading stands close to what it is the heading of.
            if index + 1 < rest.len() && !matches!(block, Block::Heading(_)) {
                lines.push(Line::default());
            }
        }
        lines
    }

    fn block(self, block: &Block, width: u16) -> Vec<Line<'static>> {
        let theme = self.theme;
        match block {
            Block::Heading(runs) => {
                wrap(&spans(runs, theme.text.patch(theme.strong), theme), width, theme)
            }
            Block::Paragraph(runs) => wrap(&spans(runs, theme.text, theme), width, theme),
            Block::List { start, items } => {
                self.deeper(|page| page.list(*start, items, width).concat())
            }
            Block::Quote { callout, blocks } => {
                self.deeper(|page| page.quote(*callout, blocks, width))
            }
            Block::Table { header, rows } => table::lay(header, rows, width, theme),
            Block::Code(code) => safe(code)
                .trim_end_matches('\n')
                .split('\n')
                .map(|line| clip(&[Span::styled(line, theme.text)], width, theme))
                .collect(),
            Block::Rule => vec![rule(width, theme)],
        }
    }

    /// A level further in; where levels have no end, the mark for "more" stands instead.
    fn deeper(self, lay: impl FnOnce(Self) -> Vec<Line<'static>>) -> Vec<Line<'static>> {
        if self.depth == DEEPEST {
            return vec![Line::styled(self.theme.marks.more, self.theme.quiet)];
        }
        lay(Self { depth: self.depth + 1, ..self })
    }

    /// Each item of a list, with the gap that ends it.
    fn list(self, start: Option<u64>, items: &[Vec<Block>], width: u16) -> Vec<Vec<Line<'static>>> {
        let last = start.map(|start| start.saturating_add(items.len().saturating_sub(1) as u64));
        let digits = last.map_or(0, |last| last.to_string().len());
        let is_loose = items.iter().any(|item| {
            item.iter().filter(|block| !matches!(block, Block::List { .. })).count() > 1
        });
        let mut pieces = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let mark = start.map_or_else(
                || format!("{} ", self.theme.marks.bullet),
                |start| format!("{:>digits$}. ", start.saturating_add(index as u64)),
            );
            let indent = " ".repeat(usize::from(cells(&mark)));
            let mut lines = hanging(
                &Span::styled(mark, self.theme.text),
                &Span::styled(indent, self.theme.text),
                width,
                |room| self.item(item, room),
            );
            if is_loose && index + 1 < items.len() {
                lines.push(Line::default());
            }
            pieces.push(lines);
        }
        pieces
    }

    /// The blocks of a list item; a list inside it follows its sentence directly.
    fn item(self, blocks: &[Block], width: u16) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 && !matches!(block, Block::List { .. }) {
                lines.push(Line::default());
            }
            lines.extend(self.block(block, width));
        }
        lines
    }

    fn quote(self, callout: Option<Callout>, blocks: &[Block], width: u16) -> Vec<Line<'static>> {
        let theme = self.theme;
        let tone = match callout {
            None => theme.quiet,
            Some(Callout::Note | Callout::Tip | Callout::Important) => theme.accent,
            Some(Callout::Warning | Callout::Caution) => theme.wrong,
        };
        let bar = Span::styled(format!("{} ", theme.marks.bar), theme.text.patch(tone));
        let lead = callout.map(|kind| {
            let style = theme.text.patch(theme.strong).patch(tone);
            Span::styled(format!("{}:", kind.word().say(self.lang)), style)
        });
        hanging(&bar, &bar, width, |room| self.blocks(blocks, room, lead))
    }
}

fn rule(width: u16, theme: &Theme) -> Line<'static> {
    Line::styled(theme.marks.rule.repeat(usize::from(width)), theme.text.patch(theme.quiet))
}
