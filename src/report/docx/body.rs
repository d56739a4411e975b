//! The body of the document: the sheet, piece by piece.

use super::{
    parts::WORDS,
    xml::{DECLARATION, Row, Run, cell, paragraph, table},
};
use crate::model::{
    markdown::Span,
    plan::form::{Form, Grid, NIP, Pair, Part, Signature, WHOLE},
    text::Lang,
};

/// Text width of A4 on its side with margins of 15 mm, in twentieths of a point.
pub(super) const WIDTH: usize = 15138;
/// Columns of the head: label, text, label, text.
const HEAD: [usize; 4] = [1900, 5669, 1900, 5669];
/// A header or label has this ground.
const SHADE: &str = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7ECF2\"/>";
/// Twentieths of a point in a millimetre, nearly.
const MILLIMETRE: usize = 57;
/// Mean width of a sign of a cell.
const SIGN: usize = 92;
/// Rows of a table that stays on one page, if it fits there.
const TOGETHER: usize = 5;
/// Lines that a row may have to be kept on one page.
const WHOLE_LINES: usize = 34;

/// `word/document.xml`.
pub(super) fn document(form: &Form, lang: Lang) -> String {
    let plain = |style, text: &str| paragraph(style, "", &[Run { text, ..Run::default() }]);
    let mut body = vec![plain("Title", form.title)];
    body.push(plain("Subtitle", form.subject.as_deref().unwrap_or_default()));
    body.push(head(&form.head));
    body.push(plain("Heading1", form.actions.title));
    body.push(if form.actions.rows.is_empty() {
        plain("Field", lang.pick("Belum ada rencana aksi.", "There are no actions yet."))
    } else {
        grid(&form.actions)
    });
    body.push(plain("Heading1", form.if_then_title));
    body.push(paragraph("Sentence", "", &form.if_then.iter().map(run).collect::<Vec<_>>()));
    let titled = |more: &Option<Grid>| {
        more.iter().map(|more| plain("Heading1", more.title) + &grid(more)).collect::<String>()
    };
    body.push(titled(&form.adaptation));
    body.push(plain("Signature", ""));
    body.push(signatures(&form.signatures));
    // Signed is the plan; what is looked back on comes later.
    body.push(titled(&form.checkins));
    body.push(plain("Note", form.edited.as_deref().unwrap_or_default()));
    format!(
        "{DECLARATION}<w:document {WORDS}><w:body>{}<w:sectPr>\
         <w:footerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
         <w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"400\" \
         w:footer=\"400\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        body.concat()
    )
}

fn run(span: &Span) -> Run<'_> {
    Run { text: &span.text, strong: span.strong, emphasis: span.emphasis }
}

/// Two halves of pairs, side by side.
fn head([left, right]: &[Vec<Pair>; 2]) -> String {
    let [label_width, text_width, ..] = HEAD;
    let pair = |pair: Option<&Pair>| {
        let (label, lines) = pair.map_or(("", [].as_slice()), |(label, lines)| (*label, lines));
        let label = paragraph("Label", "", &[Run { text: label, ..Run::default() }]);
        let text: String = lines
            .iter()
            .map(|text| paragraph("Field", "", &[Run { text, ..Run::default() }]))
            .collect();
        let whole = lines.iter().map(String::len).sum::<usize>() < 2000;
        let text = if text.is_empty() { paragraph("Field", "", &[]) } else { text };
        (cell(label_width, SHADE, &label) + &cell(text_width, "", &text), whole)
    };
    let rows: String = (0..left.len().max(right.len()))
        .map(|at| {
            let ((first, is_short), (second, is_short_too)) =
                (pair(left.get(at)), pair(right.get(at)));
            let row = Row { whole: is_short && is_short_too, height: 380, ..Row::default() };
            row.of(&(first + &second))
        })
        .collect();
    table(&HEAD, true, &rows)
}

/// A table whose header stands again on every page.
fn grid(grid: &Grid) -> String {
    let mut widths: Vec<usize> =
        grid.columns.iter().map(|column| WIDTH * column.share / WHOLE).collect();
    let rest = WIDTH - widths.iter().sum::<usize>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    let header: String = grid
        .columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| {
            let name = paragraph("CellHead", "", &[Run { text: column.name, ..Run::default() }]);
            cell(*width, &format!("{SHADE}<w:vAlign w:val=\"center\"/>"), &name)
        })
        .collect();
    let mut rows = Row { whole: true, height: 0, header: true }.of(&header);
    let together = grid.rows.len() <= TOGETHER;
    for (at, row) in grid.rows.iter().enumerate() {
        // The paragraphs of a row hold on to the next row.
        let tune = if together && at + 1 < grid.rows.len() { "<w:keepNext/>" } else { "" };
        let cells: String = row
            .iter()
            .zip(&widths)
            .map(|(parts, width)| cell(*width, "", &cell_text(parts, tune)))
            .collect();
        let height = grid.room.unwrap_or(0) * MILLIMETRE;
        let lines = row.iter().zip(&widths).map(|(parts, width)| lines_of(parts, *width)).max();
        // A row that is higher than a page must break, or its end is lost.
        let whole = lines.unwrap_or(0) <= WHOLE_LINES;
        rows += &Row { whole, height, header: false }.of(&cells);
    }
    table(&widths, true, &rows)
}

/// How many lines a cell takes, roughly.
fn lines_of(parts: &[Part], width: usize) -> usize {
    let signs = (width / SIGN).max(1);
    let lines = |part: &Part| -> usize {
        let label = part.label.map_or(0, str::len);
        part.lines.iter().map(|line| (line.chars().count() + label).div_ceil(signs)).sum()
    };
    parts.iter().map(lines).sum()
}

/// The paragraphs of a cell.
fn cell_text(parts: &[Part], tune: &str) -> String {
    let mut out = String::new();
    for part in parts {
        let label = part.label.map(|label| format!("{label}: "));
        let label = label.as_deref().map(|text| Run { text, strong: true, emphasis: false });
        let mut lines = part.lines.iter();
        let first = lines.next().map(|text| Run { text, ..Run::default() });
        out += &paragraph("Cell", tune, &label.into_iter().chain(first).collect::<Vec<_>>());
        for text in lines {
            out += &paragraph("Cell", tune, &[Run { text, ..Run::default() }]);
        }
    }
    out
}

/// Who agrees and who wrote it; the two stay together on one page.
fn signatures([superior, writer]: &[Signature; 2]) -> String {
    let width = WIDTH / 2;
    let one = |signature: &Signature| {
        let line =
            |text, strong| paragraph("Signature", "", &[Run { text, strong, emphasis: false }]);
        let mut lines = vec![
            line(&signature.place, false),
            line(signature.role, false),
            line(&signature.post, false),
        ];
        lines.extend((0..4).map(|_| line("", false)));
        lines.push(line(&signature.name, true));
        lines.push(line(NIP, false));
        cell(width, "", &lines.concat())
    };
    let row = Row { whole: true, ..Row::default() };
    table(&[width, width], false, &row.of(&(one(superior) + &one(writer))))
}
