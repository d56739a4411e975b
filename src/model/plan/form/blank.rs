//! The plan that is filled in by hand: seven rows, four challenges, three check-ins, all empty.

use jiff::{Timestamp, tz::Offset};

use super::{Column, Form, Grid, Part, Use, signatures};
use crate::model::{
    course::Course,
    document::{Document, plain, strong},
    markdown::{Block, Span},
    moment::Moment,
    plan::{Adaptation, CHALLENGES, CheckIn, Plan, Row},
    text::Lang,
};

/// Rows of an empty sheet, as many as a plan should have at most.
pub const ROWS: usize = 7;
/// Looks back on an empty sheet: after 30, 60 and 90 days.
pub const CHECKINS: usize = 3;

/// Where something is written in a column of plain text; two stand side by side on a sheet.
const LINE: &str = "................................";
/// Place and date.
const PLACE: &str = ".................., .......... 20..";
/// The number of a civil servant.
const NIP: &str = "NIP ............................";

/// The empty plan. It is nobody's, so it has no ID and was never edited.
pub fn plan() -> Plan {
    let mut plan = Plan::new(String::new(), Moment::new(Timestamp::UNIX_EPOCH, Offset::UTC));
    plan.rows = (0..ROWS).map(|_| Row::new(String::new())).collect();
    plan.adaptation = CHALLENGES.into_iter().map(Adaptation::new).collect();
    plan.checkins = (0..CHECKINS).map(|_| CheckIn::default()).collect();
    plan
}

/// The empty sheet in words alone, for text and Markdown: every field with a line to write on.
pub fn document(lang: Lang) -> Document {
    let form = Form::new(&plan(), &Course::default(), lang, Use::WriteOn);
    let mut document = Document { title: form.title.to_owned(), ..Document::default() };
    let [left, right] = &form.head;
    document.pairs(left.iter().chain(right).map(|(label, _)| (*label, LINE.to_owned())));
    add(&form.actions, &mut document);
    document.heading(form.if_then_title);
    document.paragraph(form.if_then.clone());
    form.adaptation.iter().for_each(|grid| add(grid, &mut document));
    document.blocks.push(signed(lang));
    form.checkins.iter().for_each(|grid| add(grid, &mut document));
    document
}

fn add(grid: &Grid, document: &mut Document) {
    document.heading(grid.title);
    document.blocks.extend(grid.rows.iter().map(|row| fields(&grid.columns, row)));
}

/// The fields of one row, one below the other.
fn fields(columns: &[Column], row: &[Vec<Part>]) -> Block {
    let mut rows: Vec<Vec<Vec<Span>>> = vec![];
    for (column, cell) in columns.iter().zip(row) {
        for part in cell {
            let label = part.label.unwrap_or(column.name);
            let text = part.lines.join(" ");
            let text = if text.trim().is_empty() { LINE.to_owned() } else { text };
            rows.push(vec![vec![strong(label)], vec![plain(text)]]);
        }
    }
    Block::Table { header: vec![Vec::new(), Vec::new()], rows }
}

/// Two signatures side by side.
fn signed(lang: Lang) -> Block {
    let [superior, writer] = signatures(&plan(), lang);
    let both = |text: &str| vec![vec![plain(text)], vec![plain(text)]];
    let mut rows = vec![vec![Vec::new(), vec![plain(PLACE)]], both(LINE)];
    rows.extend((0..3).map(|_| both("")));
    rows.extend([both(LINE), both(NIP)]);
    Block::Table { header: vec![vec![strong(superior.role)], vec![strong(writer.role)]], rows }
}
