//! The Word document, read with zip and quick-xml.

use std::collections::BTreeSet;

use pandu::{
    model::{plan::Plan, text::Lang},
    report::Format,
};

use super::{
    bytes, full, hostile, lines,
    xml::{Element, parts, read},
};

/// All that a sheet is made of. A field other than the page number, a link, a picture or a macro
/// would need another.
const ELEMENTS: &[&str] = &[
    "w:b",
    "w:bCs",
    "w:body",
    "w:bottom",
    "w:cantSplit",
    "w:document",
    "w:footerReference",
    "w:gridCol",
    "w:insideH",
    "w:insideV",
    "w:jc",
    "w:keepNext",
    "w:left",
    "w:p",
    "w:pPr",
    "w:pStyle",
    "w:pgMar",
    "w:pgSz",
    "w:r",
    "w:rPr",
    "w:right",
    "w:sectPr",
    "w:shd",
    "w:t",
    "w:tbl",
    "w:tblBorders",
    "w:tblCellMar",
    "w:tblGrid",
    "w:tblHeader",
    "w:tblLayout",
    "w:tblPr",
    "w:tblW",
    "w:tc",
    "w:tcPr",
    "w:tcW",
    "w:top",
    "w:tr",
    "w:trHeight",
    "w:trPr",
    "w:vAlign",
];

fn body(plan: Option<&Plan>, lang: Lang) -> Element {
    let parts = parts(&bytes(plan, Format::Docx, lang));
    for (name, text) in &parts {
        let read = read(text, &[]);
        let links = read.all("Relationship");
        assert!(links.iter().all(|link| link.attribute("TargetMode").is_none()), "{name}");
    }
    let (_, text) = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    read(text, &[])
}

/// The text of a cell, one line a paragraph.
fn cell(cell: &Element) -> Vec<String> {
    cell.children("w:p").iter().map(|paragraph| paragraph.text()).collect()
}

#[test]
fn a_hostile_plan_is_a_well_formed_document_of_plain_text() {
    let plan = hostile();
    for lang in Lang::ALL {
        let body = body(Some(&plan), lang);
        let names: BTreeSet<&str> = body.names().into_iter().collect();
        let odd: Vec<&&str> = names.iter().filter(|name| !ELEMENTS.contains(name)).collect();
        assert!(odd.is_empty(), "{odd:?}");
        let tables = body.all("w:tbl");
        let rows: Vec<usize> = tables.iter().map(|table| table.children("w:tr").len()).collect();
        assert_eq!(rows, [6, 201, 6, 1, 3], "head, actions, adaptation, signatures, check-ins");
        for table in &tables {
            let columns = table.all("w:gridCol").len();
            for row in table.children("w:tr") {
                let cells = row.children("w:tc");
                assert_eq!(cells.len(), columns);
                assert!(cells.iter().all(|cell| !cell.children("w:p").is_empty()));
            }
        }
        for (row, written) in plan.rows.iter().zip(tables[1].children("w:tr").iter().skip(1)) {
            let cells = written.children("w:tc");
            for (at, text) in [(2, &row.purpose), (4, &row.responsible), (6, &row.resources)] {
                assert_eq!(cell(cells[at]), lines(text), "{text:?}");
            }
            let first = cell(cells[1]);
            assert!(first.starts_with(&lines(&row.action)), "{first:?}");
        }
    }
}

#[test]
fn every_header_stands_again_on_each_page_and_only_rows_that_are_too_high_may_break() {
    let body = body(Some(&hostile()), Lang::Id);
    let tables = body.all("w:tbl");
    for table in [&tables[1], &tables[2], &tables[4]] {
        let rows = table.children("w:tr");
        assert_eq!(rows[0].all("w:tblHeader").len(), 1);
        assert!(rows[1..].iter().all(|row| row.all("w:tblHeader").is_empty()));
        for row in rows {
            let longest = row.children("w:tc").iter().map(|cell| cell.text().len()).max().unwrap();
            assert_eq!(row.all("w:cantSplit").is_empty(), longest > 2000, "{longest}");
        }
    }
    let page = body.all("w:pgSz")[0];
    assert_eq!(page.attribute("w:orient"), Some("landscape"));
    assert_eq!((page.attribute("w:w"), page.attribute("w:h")), (Some("16838"), Some("11906")));
}

#[test]
fn labels_speak_the_language_and_the_widths_of_a_table_fill_the_page() {
    for (lang, words) in [
        (
            Lang::Id,
            ["Rencana tindak lanjut", "Penanggung jawab", "Disetujui oleh,", "Jika", "id-ID"],
        ),
        (Lang::En, ["Follow-up plan", "Responsible", "Agreed by,", "If", "en-GB"]),
    ] {
        let whole = body(Some(&full()), lang);
        let text = whole.text();
        for word in &words[..4] {
            assert!(text.contains(word), "{word}");
        }
        let all = parts(&bytes(Some(&full()), Format::Docx, lang));
        assert!(all.iter().any(|(_, text)| text.contains(words[4])));
        assert_eq!(text.matches("NIP ....").count(), 2);
        for table in whole.all("w:tbl") {
            let widths = table.all("w:gridCol");
            let widths = widths.iter().map(|column| column.attribute("w:w").unwrap());
            let sum: usize = widths.map(|width| width.parse::<usize>().unwrap()).sum();
            assert_eq!(sum, 15138);
        }
    }
}

#[test]
fn an_empty_form_has_rows_high_enough_to_write_on() {
    for lang in Lang::ALL {
        let body = body(None, lang);
        let tables = body.all("w:tbl");
        let rows: Vec<usize> = tables.iter().map(|table| table.children("w:tr").len()).collect();
        assert_eq!(rows, [6, 8, 5, 1, 4]);
        for row in &tables[1].children("w:tr")[1..] {
            let height = row.all("w:trHeight")[0].attribute("w:val").unwrap();
            assert!(height.parse::<usize>().unwrap() > 1000);
        }
        assert!(body.text().contains("......"));
    }
}
