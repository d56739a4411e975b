//! The cursor of a list: where it stands, how it moves, how its row looks and stays in sight.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::lines;
use crate::{model::text::Text, ui::theme::Theme};

/// A way to move, for the message of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// The first row.
    First,
    /// The last row.
    Last,
}

/// What the help says about up and down.
pub const MOVE: Text = Text::new("pilih", "choose");
/// What the help says about first and last.
pub const ENDS: Text = Text::new("ke awal, ke akhir", "first, last");

/// A place in a list, from 0. The list may shrink below it; the place is then its last row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor(usize);

impl Cursor {
    /// On this row.
    pub const fn new(at: usize) -> Self {
        Self(at)
    }

    /// The row among so many; 0 when there are none.
    pub fn at(self, count: usize) -> usize {
        self.0.min(count.saturating_sub(1))
    }

    /// Moves among so many rows; it stops at both ends.
    pub fn go(&mut self, to: Move, count: usize) {
        let at = self.at(count);
        let next = match to {
            Move::Up => at.saturating_sub(1),
            Move::Down => at + 1,
            Move::First => 0,
            Move::Last => count,
        };
        *self = Self(Self(next).at(count));
    }
}

/// A row with the cursor's mark and style, or the same place left empty.
pub fn row<'text>(is_here: bool, mut spans: Vec<Span<'text>>, theme: &Theme) -> Line<'text> {
    let mark = if is_here { theme.marks.cursor } else { " " };
    spans.insert(0, Span::styled(format!("{mark} "), theme.accent));
    let line = Line::from(spans);
    if is_here { line.style(theme.cursor) } else { line }
}

/// Draws rows so that the one at `here` is in sight.
pub fn draw(rows: &[Line<'_>], here: usize, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let scroll = lines::keep_in_sight(0, here, here + 1, usize::from(area.height));
    lines::draw(rows, scroll, area, buf, theme);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_never_leaves_its_list(
            from in 0usize..20, count in 0usize..9, ways in proptest::collection::vec(0..4usize, 0..9),
        ) {
            let mut cursor = Cursor::new(from);
            for way in ways {
                let before = cursor.at(count);
                let to = [Move::Up, Move::Down, Move::First, Move::Last][way];
                cursor.go(to, count);
                let at = cursor.at(count);
                prop_assert!(at < count.max(1));
                match to {
                    Move::Up => prop_assert!(at + 1 == before || before == 0 && at == 0),
                    Move::Down => prop_assert!(at == before + 1 || at + 1 >= count),
                    Move::First => prop_assert_eq!(at, 0),
                    Move::Last => prop_assert_eq!(at, count.saturating_sub(1)),
                }
            }
        }
    }
}
