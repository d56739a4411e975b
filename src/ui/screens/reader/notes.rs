//! What a person leaves on a page: a note at its end, a mark in the line of dots, and the page as it
//! stands above a note that is being written.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

use super::{Reader, layout::Kept};
use crate::{
    model::{
        notes::{self, Notes},
        text::Lang,
    },
    ui::{
        cx::{Cx, Save},
        prose,
        screen::Step,
        screens::{note::NoteField, notes as list},
        theme::Theme,
        widgets::lines,
    },
};

impl Reader {
    /// The note at the end of the page, if there is one.
    pub(super) fn note_lines(&self, cx: &Cx, width: u16) -> Vec<Line<'static>> {
        let note = cx.work().notes.get(&self.page).filter(|note| note.has_text());
        let Some(note) = note.filter(|_| !self.is_above_note) else { return Vec::new() };
        let theme = &cx.theme;
        let bar = Span::styled(format!("{} ", theme.marks.bar), theme.quiet);
        let words = cx.lang().pick("Catatan Anda: ", "Your note: ");
        let lead = Span::styled(words, theme.strong);
        let text = Span::styled(note.text.trim_end(), theme.text);
        let mut lines = vec![Line::raw("")];
        lines.extend(prose::hanging(&bar, &bar, width, |room| {
            prose::wrap(&[lead, text], room, theme)
        }));
        lines
    }

    /// Says at the right end of the line of dots what is on the page, as far as there is room.
    pub(super) fn draw_marks(&self, cx: &Cx, taken: usize, row: Rect, buf: &mut Buffer) {
        let notes = &cx.work().notes;
        let room = usize::from(row.width).saturating_sub(taken + 2);
        let whole = tail(notes, &self.page, true, cx.lang(), &cx.theme);
        let line = Line::styled(whole, cx.theme.accent);
        let line = if line.width() <= room {
            line
        } else {
            Line::styled(tail(notes, &self.page, false, cx.lang(), &cx.theme), cx.theme.accent)
        };
        if line.width() <= room {
            line.right_aligned().render(row, buf);
        }
    }

    /// A page as it stood when a note on it was being written.
    pub(in crate::ui::screens) fn below_note(page: &str, cx: &Cx) -> Self {
        let left = cx.work().place.as_ref().filter(|place| place.page == page);
        let (step, scroll) = left.map_or((usize::MAX, 0), |place| (place.step, place.scroll));
        Self { step, scroll, is_above_note: true, ..Self::visit(page) }
    }

    /// The field for the note on this page.
    pub(super) fn write(&self, cx: &Cx) -> Step {
        let above = Self {
            page: self.page.clone(),
            is_visit: true,
            is_above_note: true,
            is_from_contents: false,
            step: self.step,
            scroll: self.scroll,
            hits: self.hits.clone(),
            kept: Kept::default(),
        };
        Step::open(NoteField::new(&self.page, Some(above), cx))
    }

    pub(super) fn turn_mark(&self, cx: &mut Cx) {
        let now = cx.now;
        cx.edit_work(Save::Now, |work| notes::turn_mark(&mut work.notes, &self.page, now));
    }

    /// Whether the note deleted last stood here.
    pub(super) fn has_removed(&self, cx: &Cx) -> bool {
        cx.removed.last().is_some_and(|(page, _)| *page == self.page)
    }

    pub(super) fn put_back(&self, cx: &mut Cx) {
        if self.has_removed(cx) {
            list::put_back(cx);
        }
    }

    /// A page to look at while its note is being written.
    pub(in crate::ui::screens) fn above_note(page: &str) -> Self {
        Self { is_above_note: true, ..Self::visit(page) }
    }

    /// Draws the page alone; its first line stands where it stands in the reader.
    pub(in crate::ui::screens) fn draw_page(&self, cx: &Cx, area: Rect, buf: &mut Buffer) {
        lines::draw(&self.laid(cx, area.width).lines, self.scroll, area, buf, &cx.theme);
    }

    /// Moves the page drawn in this area by what it shows.
    pub(in crate::ui::screens) fn turn_page(&mut self, is_down: bool, area: Rect, cx: &Cx) {
        let height = usize::from(area.height);
        let last = lines::last_scroll(self.laid(cx, area.width).lines.len(), height);
        let by = height.saturating_sub(1).max(1);
        let scroll = self.scroll.min(last);
        self.scroll = if is_down { (scroll + by).min(last) } else { scroll.saturating_sub(by) };
    }
}

/// What is on a page, in marks and words or in marks alone; empty when nothing is.
pub(in crate::ui::screens) fn tail(
    notes: &Notes,
    page: &str,
    has_words: bool,
    lang: Lang,
    theme: &Theme,
) -> String {
    let parts = [
        (notes::is_marked(notes, page), theme.marks.flag, lang.pick("ditandai", "marked")),
        (notes::has_text(notes, page), theme.marks.note, lang.pick("ada catatan", "note")),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(is_there, ..)| *is_there)
        .map(|(_, mark, word)| if has_words { format!("{mark} {word}") } else { mark.to_owned() })
        .collect();
    said.join(if has_words { "  " } else { " " })
}
