//! The words of Word’s own XML that the sheet needs. All text passes `escaped` here.

use std::fmt::Write;

/// The first line of every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Text between tags or in an attribute. What XML may not hold, even as a reference, becomes U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                out.push('\u{fffd}');
            }
            c => out.push(c),
        }
    }
    out
}

/// A run of text.
#[derive(Clone, Copy, Default)]
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
}

/// A paragraph in a style; `tune` is further properties, in the order of the schema.
pub(super) fn paragraph(style: &str, tune: &str, runs: &[Run<'_>]) -> String {
    let mut out = format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{tune}</w:pPr>");
    for run in runs {
        let strong = if run.strong { "<w:b/><w:bCs/>" } else { "" };
        let emphasis = if run.emphasis { "<w:i/><w:iCs/>" } else { "" };
        let look = match (strong, emphasis) {
            ("", "") => String::new(),
            _ => format!("<w:rPr>{strong}{emphasis}</w:rPr>"),
        };
        // Writing to a String cannot fail.
        let _ =
            write!(out, "<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(run.text));
    }
    out + "</w:p>"
}

/// A cell of a table: its width, further properties in the order of the schema, and paragraphs.
pub(super) fn cell(width: usize, tune: &str, paragraphs: &str) -> String {
    // A cell without a paragraph makes a broken document.
    let paragraphs = if paragraphs.is_empty() { "<w:p/>" } else { paragraphs };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{tune}</w:tcPr>{paragraphs}</w:tc>"
    )
}

/// A row of a table.
#[derive(Clone, Copy, Default)]
pub(super) struct Row {
    /// Stays on one page.
    pub(super) whole: bool,
    /// Least height in twentieths of a point; 0 is as high as its text.
    pub(super) height: usize,
    /// Stands again at the top of every page.
    pub(super) header: bool,
}

impl Row {
    pub(super) fn of(self, cells: &str) -> String {
        let whole = if self.whole { "<w:cantSplit/>" } else { "" };
        let height = match self.height {
            0 => String::new(),
            height => format!("<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>"),
        };
        let header = if self.header { "<w:tblHeader/>" } else { "" };
        format!("<w:tr><w:trPr>{whole}{height}{header}</w:trPr>{cells}</w:tr>")
    }
}

/// A table of fixed column widths.
pub(super) fn table(widths: &[usize], borders: bool, rows: &str) -> String {
    let all: usize = widths.iter().sum();
    let line = if borders { "single" } else { "nil" };
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map(|side| {
        format!("<w:{side} w:val=\"{line}\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>")
    });
    let columns: Vec<String> =
        widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblBorders>{}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/>\
         <w:left w:w=\"70\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/>\
         <w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>",
        sides.concat(),
        columns.concat()
    )
}
