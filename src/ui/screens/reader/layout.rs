//! A page as ready lines: its steps so far, its sources, the note on it, and what was looked for.

use std::{cell::RefCell, rc::Rc};

use ratatui::text::{Line, Span};

use super::{
    Reader,
    parts::{block, sources_line},
};
use crate::{
    model::{
        course::{Content, Part, Seen},
        markdown::Block,
        search::Query,
        text::Lang,
    },
    ui::{cx::Cx, prose, screens::padded, theme::Theme, widgets::lines},
};

/// A page laid out: its lines, and the line at which each step begins.
#[derive(Default)]
pub(super) struct Laid {
    pub(super) lines: Vec<Line<'static>>,
    pub(super) steps: Vec<usize>,
    /// The first line with something that was looked for.
    pub(super) hit: Option<usize>,
}

/// What the lines of a page depend on: page, step, width, language, theme and the note on it.
type Asked = (String, usize, u16, Lang, Theme, Option<String>);

/// The lines laid out last, and for what.
pub(super) type Kept = RefCell<Option<(Asked, Rc<Laid>)>>;

/// Lines shown above something that was looked for.
const ABOVE_HIT: usize = 3;

impl Reader {
    /// Opens a page at what was looked for on it.
    pub fn looked_up(page: &str, hits: Query, cx: &Cx) -> Self {
        let mut reader = Self { hits, ..Self::visit(page) };
        let laid = reader.laid(cx, padded(cx.body).width);
        let last = lines::last_scroll(laid.lines.len(), Self::height(cx));
        reader.scroll = laid.hit.unwrap_or(0).saturating_sub(ABOVE_HIT).min(last);
        reader
    }

    /// The page as ready lines; the same page is laid out once, however often a key asks for it.
    pub(super) fn laid(&self, cx: &Cx, width: u16) -> Rc<Laid> {
        let width = width.min(cx.text_width());
        let note = cx.work().notes.get(&self.page).map(|note| note.text.clone());
        let asked = (self.page.clone(), self.step, width, cx.lang(), cx.theme, note);
        if let Some((known, laid)) = &*self.kept.borrow()
            && *known == asked
        {
            return Rc::clone(laid);
        }
        let laid = Rc::new(self.lay(cx, width));
        self.kept.replace(Some((asked, Rc::clone(&laid))));
        laid
    }

    fn lay(&self, cx: &Cx, width: u16) -> Laid {
        let Some((.., page)) = self.found(cx) else {
            return Laid::default();
        };
        let lang = cx.lang();
        let body = page.body.get(lang);
        let title = Span::styled(body.title.clone(), cx.theme.strong);
        let mut lines = prose::wrap(&[title], width, &cx.theme);
        let mut steps = vec![0];
        // Where a table begins whose columns are still coming.
        let mut open = None;
        for step in 0..=page.last_step(lang).min(self.step) {
            let parts: Vec<&Part> = body
                .parts
                .iter()
                .filter(|part| part.step == step)
                .filter(|part| matches!(part.seen, Seen::Everywhere | Seen::Reader))
                .collect();
            let is_column = open.is_some_and(|(_, last)| step <= last);
            let begin = open.filter(|_| is_column).map(|(line, _)| line);
            if !is_column || !parts.is_empty() {
                lines.push(Line::raw(""));
            }
            if step > 0 {
                steps.push(begin.unwrap_or(lines.len()));
            }
            let mut above: Option<&Content> = None;
            for together in parts.chunk_by(|one, next| one.late_columns + next.late_columns == 0) {
                let is_first = together.first() == parts.first();
                let is_headed = matches!(above, Some(Content::Block(Block::Heading(_))));
                above = together.last().map(|part| &part.content);
                if !is_first && !is_headed {
                    lines.push(Line::raw(""));
                }
                let from = lines.len();
                lines.extend(self.lay_parts(together, cx, width));
                let late = together.first().filter(|part| part.late_columns > 0);
                open = late.map(|part| (from, part.last_step())).or(open);
            }
        }
        if self.step >= page.last_step(lang) {
            let sources = sources_line(page, cx, lang);
            if !sources.is_empty() {
                lines.push(Line::raw(""));
                let run = Span::styled(sources, cx.theme.quiet);
                lines.extend(prose::wrap(&[run], width, &cx.theme));
            }
            lines.extend(self.note_lines(cx, width));
        }
        let hit = if self.hits.is_empty() {
            None
        } else {
            prose::mark(&mut lines, &self.hits, &cx.theme)
        };
        Laid { lines, steps, hit }
    }

    /// Parts that come together; a table only as far as its columns have come.
    fn lay_parts(&self, parts: &[&Part], cx: &Cx, width: u16) -> Vec<Line<'static>> {
        if let [part] = parts
            && let Content::Block(Block::Table { header, rows }) = &part.content
        {
            let shown = header.len().saturating_sub(part.last_step().saturating_sub(self.step));
            return prose::table_part(header, rows, shown, width, &cx.theme);
        }
        let blocks: Vec<Block> = parts.iter().filter_map(|part| block(&part.content, cx)).collect();
        prose::lay(&blocks, width, &cx.theme, cx.lang())
    }

    pub(super) fn last_scroll(&self, cx: &Cx) -> usize {
        let laid = self.laid(cx, padded(cx.body).width);
        lines::last_scroll(laid.lines.len(), Self::height(cx))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::model::{
        course::Course, markdown, profile::Profile, progress::tests::course, text::Text,
    };

    /// A page with a table of three columns, two of which come later, and a sentence below it.
    fn paged() -> Course {
        let source = "### Kasus\n\n| a | bb | cc |\n|---|---|---|\n| d | ee | ff |\n\nAkhir.";
        let parts = markdown::parse(source).into_iter().map(|block| {
            let is_table = matches!(block, Block::Table { .. });
            let (late_columns, is_last) = (2 * usize::from(is_table), block == last());
            let step = 2 * usize::from(is_last);
            Part { step, seen: Seen::Everywhere, late_columns, content: Content::Block(block) }
        });
        let body = crate::model::course::Body { title: "J".to_owned(), parts: parts.collect() };
        let mut course = course();
        course.modules[0].pages[0].body = Text::new(body.clone(), body);
        course
    }

    fn last() -> Block {
        markdown::parse("Akhir.").remove(0)
    }

    #[test]
    fn columns_come_one_after_the_other_and_nothing_moves() {
        let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
        let cx = Cx::new(Rc::new(paged()), Profile::new("f00d".to_owned()), now, 1);
        let key = &cx.course.modules[0].pages[0].key;
        for width in [40, 12] {
            let laid: Vec<Vec<String>> = (0..3)
                .map(|step| Reader { step, ..Reader::visit(key) }.laid(&cx, width))
                .map(|laid| laid.lines.iter().map(ToString::to_string).collect())
                .collect();
            for (step, lines) in laid.iter().enumerate() {
                let text = lines.join("\n");
                let there = ["d", "ee", "ff", "Akhir."].map(|word| text.contains(word));
                assert_eq!(there, [true, step > 0, step > 1, step > 1], "{width}: {text}");
                for (line, whole) in lines.iter().zip(&laid[2]) {
                    assert!(whole.starts_with(line.trim_end()), "{line} moved to {whole}");
                }
            }
            let whole = &laid[2];
            let heading = whole.iter().position(|line| line == "Kasus").unwrap();
            assert!(whole[heading + 1].contains('a'), "the heading stands close: {whole:#?}");
        }
    }
}
