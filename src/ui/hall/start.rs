//! What stands on the projector before the show: the title, and a box that tells how large the
//! letters must be.

use ratatui::text::{Line, Span};

use super::{Hall, Part, Row, USUAL, flow::Flow, sheet::Sheet};
use crate::{
    model::text::{Lang, Text},
    ui::{prose, theme},
};

/// What the start page says besides the title of the course.
#[derive(Clone, Copy, Debug, Default)]
pub struct Start<'a> {
    /// The session that comes, or nothing.
    pub session: &'a str,
    /// What is typed to open the second window, or nothing where that is not offered.
    pub second: &'a str,
    /// The keys in brief, one line each.
    pub keys: &'a [String],
}

const SECOND: Text = Text::new("Layar catatan, di terminal lain:", "Notes, in another terminal:");

impl Hall<'_> {
    /// The start page: one part, or several where the window is small.
    pub fn start(&self, start: Start<'_>) -> Vec<Part> {
        let (width, height) = self.size;
        let (across, down) = USUAL;
        let has_box = width >= across && height >= down;
        // Inside the box the page is that of the usual window, a frame around it.
        let inner = if has_box { Hall { size: (across - 4, down - 2), ..*self } } else { *self };
        let title = self.course.title.get(self.lang);
        let sheet = Sheet { title, foot: "", may_be_big: true };
        let mut parts = inner
            .sheet(sheet, &|flow, room| inner.pour_start(start, self.size, flow, room.columns));
        if has_box {
            let (left, top) = ((width - across) / 2, (height - down) / 2);
            for part in &mut parts {
                for row in &mut part.rows {
                    row.x += left + 2;
                    row.y += top + 1;
                }
                part.rows.extend(self.frame(left, top));
            }
        }
        parts
    }

    fn pour_start(&self, start: Start<'_>, window: (u16, u16), flow: &mut Flow, columns: u16) {
        let theme = self.theme;
        let strong = theme.text.patch(theme.strong);
        let wrap = |text: &str, style| prose::wrap(&[Span::styled(text, style)], columns, theme);
        if !start.session.is_empty() {
            flow.piece(wrap(start.session, theme.text), 0);
        }
        flow.piece(wrap(&letters(window, self.lang), strong), 0);
        if !start.second.is_empty() {
            flow.piece(wrap(SECOND.say(self.lang), theme.text), 0);
            let command = [Span::styled("  ", theme.text), Span::styled(start.second, strong)];
            flow.close_piece(prose::wrap(&command, columns, theme), 0);
        }
        for (index, line) in start.keys.iter().enumerate() {
            if index == 0 {
                flow.piece(wrap(line, theme.text), 0);
            } else {
                flow.close_piece(wrap(line, theme.text), 0);
            }
        }
    }

    /// The box, 60 columns and 20 rows.
    fn frame(&self, left: u16, top: u16) -> Vec<Row> {
        let theme = self.theme;
        let style = theme.text.patch(theme.accent);
        let (across, down) = USUAL;
        let marks = theme.marks;
        let edge = |corners: [&str; 2]| {
            let [open, close] = corners;
            format!("{open}{}{close}", marks.rule.repeat(usize::from(across) - 2))
        };
        let is_plain = marks == theme::ASCII;
        let (upper, lower) =
            if is_plain { (["+", "+"], ["+", "+"]) } else { (["┌", "┐"], ["└", "┘"]) };
        let row = |x, y, text: String| Row::fixed(x, y, Line::styled(text, style));
        let mut rows = vec![row(left, top, edge(upper)), row(left, top + down - 1, edge(lower))];
        for y in top + 1..top + down - 1 {
            rows.push(row(left, y, marks.bar.to_owned()));
            rows.push(row(left + across - 1, y, marks.bar.to_owned()));
        }
        rows
    }
}

/// What to do about the letters in a window of this size.
fn letters((width, height): (u16, u16), lang: Lang) -> String {
    let (across, down) = USUAL;
    if width < across || height < down {
        return lang.pick(
            format!("Perkecil huruf: layar ini {width}×{height}, yang perlu {across}×{down}."),
            format!("Make the letters smaller: this window is {width}×{height}, {across}×{down} is needed."),
        );
    }
    let is_filled = width < across + across / 10 && height < down + down / 5;
    if is_filled {
        return lang.pick("Ukuran huruf sudah pas.", "The letters have the right size.").to_owned();
    }
    lang.pick(
        "Perbesar huruf sampai kotak ini memenuhi layar.",
        "Enlarge the letters until this box fills the screen.",
    )
    .to_owned()
}
