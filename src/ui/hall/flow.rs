//! What is shown, one line below the other, before it is known how much of it fits: each line with
//! its step, its place, and how well a new part may begin with it.

use ratatui::text::{Line, Span};

use super::{Hall, Place, columns::Columns};
use crate::{
    model::{
        course::{Body, Content, Part, Seen},
        markdown::Block,
        safe_text::safe,
    },
    ui::{prose, theme},
};

/// How well a part may begin with a line, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// A step brings it.
    Step,
    /// A block begins.
    Block,
    /// An item of a list or a row of a table begins.
    Piece,
    /// It lies inside a paragraph.
    Inside,
    /// It belongs to what stands above.
    Glued,
}

/// One line of what is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Strip {
    pub(super) line: Line<'static>,
    pub(super) step: usize,
    pub(super) place: Place,
    pub(super) joint: Joint,
    /// The header (by its place in [`Flow::headers`]) to be repeated above it on a new part.
    pub(super) header: Option<usize>,
    /// Columns of the drawing that it belongs to, where that is wider than the text.
    pub(super) wide: Option<u16>,
    /// Whether it only parts two rows of a table.
    pub(super) is_gap: bool,
    /// Where a column begins that comes later, with its step.
    pub(super) later: Vec<(u16, usize)>,
}

impl Strip {
    /// Whether a part may as well begin or end without it.
    pub(super) fn is_blank(&self) -> bool {
        self.is_gap || self.is_empty()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.line.spans.iter().all(|span| span.content.trim().is_empty())
    }
}

/// All lines in order.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) strips: Vec<Strip>,
    pub(super) headers: Vec<Vec<Line<'static>>>,
    /// The next piece.
    piece: usize,
    /// The last step of what is there so far.
    reached: usize,
    /// Whether what comes next follows without an empty line.
    is_close: bool,
    /// Whether what comes next belongs to what stands above.
    is_glued: bool,
}

impl Flow {
    /// Nothing yet. Piece 0 is the headline, whether or not it flows with the rest.
    pub(super) const fn new() -> Self {
        Self {
            strips: Vec::new(),
            headers: Vec::new(),
            piece: 1,
            reached: 0,
            is_close: false,
            is_glued: false,
        }
    }

    /// A headline that is too long to stand above every part.
    pub(super) fn headline(&mut self, lines: Vec<Line<'static>>) {
        self.piece = 0;
        self.pieces(vec![lines], 0, None);
        self.piece = 1;
    }

    /// One block, an empty line before it unless it follows a heading.
    pub(super) fn block(&mut self, part: &Part, block: &Block, room: Room, hall: &Hall<'_>) {
        let step = part.step;
        match block {
            Block::Table { header, rows } => {
                let table =
                    prose::table_pieces(header, rows, room.columns, room.is_airy, hall.theme);
                let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(header.len());
                let columns = Columns::of(part, count, &table);
                let from = self.strips.len();
                self.table(table, step);
                if let Some(columns) = columns {
                    columns.reveal(self.strips.get_mut(from..).unwrap_or_default());
                    self.reached = part.last_step();
                }
            }
            Block::Code(code) => self.drawing(code, step, room, hall),
            _ => {
                let mut pieces = prose::pieces(block, room.columns, hall.theme, hall.lang);
                if room.is_airy && matches!(block, Block::List { .. }) {
                    space(&mut pieces);
                }
                self.pieces(pieces, step, None);
            }
        }
        self.is_glued = matches!(block, Block::Heading(_));
        self.is_close = self.is_glued && !room.is_airy;
    }

    /// Lines that stay together as well as may be, an empty line before them.
    pub(super) fn piece(&mut self, lines: Vec<Line<'static>>, step: usize) {
        self.pieces(vec![lines], step, None);
    }

    /// The same right below what stands above.
    pub(super) fn close_piece(&mut self, lines: Vec<Line<'static>>, step: usize) {
        self.is_close = true;
        let from = self.strips.len();
        self.pieces(vec![lines], step, None);
        if let Some(first) = self.strips.get_mut(from) {
            first.joint = first.joint.max(Joint::Piece);
        }
    }

    fn table(&mut self, table: prose::Pieces, step: usize) {
        let prose::Pieces { header, rows, .. } = table;
        if header.is_empty() {
            self.pieces(rows, step, None);
            return;
        }
        let known = self.headers.len();
        let first = self.strips.len();
        self.pieces(vec![header.clone()], step, None);
        for strip in self.strips.iter_mut().skip(first + 1).filter(|strip| !strip.is_blank()) {
            strip.joint = Joint::Glued;
        }
        (self.is_close, self.is_glued) = (true, true);
        let first = self.strips.len();
        let heights: Vec<_> = rows.iter().map(Vec::len).collect();
        self.pieces(rows, step, Some(known));
        let mut end = first;
        for height in heights {
            end += height;
            // A row of a table ends with what parts it from the next.
            if let Some(strip) = self.strips.get_mut(end - 1).filter(|_| height > 1) {
                strip.is_gap = is_gap(&strip.line);
            }
        }
        self.headers.push(header);
    }

    /// A drawing keeps its columns where the window has them; else its lines are wrapped.
    fn drawing(&mut self, code: &str, step: usize, room: Room, hall: &Hall<'_>) {
        let text = safe(code);
        let lines = || text.trim_end_matches('\n').split('\n');
        let widest = lines().map(prose::cells).max().unwrap_or(0);
        let width = widest.max(room.columns).min(room.widest);
        let line = |line| prose::wrap(&[Span::styled(line, hall.theme.text)], width, hall.theme);
        let from = self.strips.len();
        self.pieces(vec![lines().flat_map(line).collect()], step, None);
        if width > room.columns {
            let drawn = self.strips.iter_mut().skip(from);
            drawn.for_each(|strip| strip.wide = Some(width.min(widest)));
        }
    }

    fn pieces(&mut self, pieces: Vec<Vec<Line<'static>>>, step: usize, header: Option<usize>) {
        let is_new = !self.strips.is_empty() && self.reached < step;
        self.reached = self.reached.max(step);
        let mut joint = match (is_new, self.is_glued) {
            (true, _) => Joint::Step,
            (false, true) => Joint::Glued,
            (false, false) => Joint::Block,
        };
        if !self.strips.is_empty() && !self.is_close {
            self.push(Line::default(), step, Place::default(), joint, header);
        }
        (self.is_close, self.is_glued) = (false, false);
        for lines in pieces {
            let mut letters = 0;
            for line in lines {
                let place = Place { piece: self.piece, letters };
                let many = line.spans.iter().flat_map(|span| span.content.chars());
                letters += many.filter(|letter| !letter.is_whitespace()).count();
                self.push(line, step, place, joint, header);
                joint = Joint::Inside;
            }
            joint = Joint::Piece;
            self.piece += 1;
        }
    }

    fn push(
        &mut self,
        line: Line<'static>,
        step: usize,
        place: Place,
        joint: Joint,
        header: Option<usize>,
    ) {
        let (wide, is_gap, later) = (None, false, Vec::new());
        self.strips.push(Strip { line, step, place, joint, header, wide, is_gap, later });
    }
}

/// The room that a flow is laid out for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Columns of text.
    pub(super) columns: u16,
    /// Columns of a drawing.
    pub(super) widest: u16,
    /// Whether the items of a list stand apart.
    pub(super) is_airy: bool,
}

impl Hall<'_> {
    /// Adds what the hall sees of a page, all steps.
    pub(super) fn pour(&self, body: &Body, room: Room, flow: &mut Flow) {
        for part in &body.parts {
            let is_seen = matches!(part.seen, Seen::Everywhere | Seen::Projector);
            // A question is asked on a screen of its own.
            if let Content::Block(block) = &part.content
                && is_seen
            {
                flow.block(part, block, room, self);
            }
        }
    }
}

/// An empty line after each piece but the last, where none is.
fn space(pieces: &mut [Vec<Line<'static>>]) {
    let Some((_, but_last)) = pieces.split_last_mut() else { return };
    for piece in but_last {
        if piece.last().is_some_and(|line| !line.spans.is_empty()) {
            piece.push(Line::default());
        }
    }
}

/// Whether a line of a table holds nothing but what stands between its columns.
fn is_gap(line: &Line<'_>) -> bool {
    let bars = [theme::UNICODE.bar, theme::ASCII.bar, ""];
    line.spans.iter().all(|span| bars.contains(&span.content.trim()))
}
