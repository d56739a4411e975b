//! The workbook, read with calamine, and its print set-up with zip and quick-xml.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use pandu::{
    model::{
        plan::{Plan, columns::Column},
        safe_text::safe,
        text::Lang,
    },
    report::Format,
};

use super::{
    bytes, full, hostile, hostile_texts,
    xml::{parts, read},
};

/// First row below the header.
const FIRST: u32 = 3;

fn book(plan: Option<&Plan>, lang: Lang) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(bytes(plan, Format::Xlsx, lang))).unwrap()
}

fn text(range: &Range<Data>, row: u32, column: u32) -> String {
    match range.get_value((row, column)) {
        Some(Data::String(text)) => text.clone(),
        Some(Data::Empty) | None => String::new(),
        other => panic!("{other:?} at {row}, {column}"),
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap()
}

/// What a cell shows: blanks alone are nothing.
fn shown(text: &str) -> String {
    let text = safe(text);
    if text.trim().is_empty() { String::new() } else { text.into_owned() }
}

#[test]
fn a_hostile_plan_is_a_workbook_of_text_without_a_formula_or_a_link() {
    let plan = hostile();
    for lang in Lang::ALL {
        let mut book = book(Some(&plan), lang);
        let names = book.sheet_names();
        assert_eq!(names.len(), 6, "{names:?}");
        for name in &names {
            assert!(book.worksheet_formula(name).unwrap().is_empty(), "{name}");
        }
        let rows = book.worksheet_range(&names[0]).unwrap();
        for (at, row) in plan.rows.iter().enumerate() {
            for (column, of) in Column::ALL.into_iter().enumerate() {
                let Some(written) = of.text(row) else { continue };
                let read = text(&rows, FIRST + index(at), index(column));
                assert_eq!(read, shown(written), "{of:?}");
            }
        }
        let diagnosis = book.worksheet_range(&names[4]).unwrap();
        let statements = super::course().statements.len();
        for (at, evidence) in hostile_texts().iter().enumerate() {
            let read = text(&diagnosis, FIRST + index(statements + at), 9);
            assert_eq!(read, shown(evidence));
        }
    }
    for (name, text) in parts(&bytes(Some(&plan), Format::Xlsx, Lang::Id)) {
        let part = read(&text, &[]);
        for active in ["f", "hyperlink", "externalLink", "oleObject", "drawing"] {
            assert!(part.all(active).is_empty(), "{active} in {name}");
        }
        let links = part.all("Relationship");
        assert!(links.iter().all(|link| link.attribute("TargetMode").is_none()), "{name}");
    }
}

#[test]
fn days_counts_and_shares_are_numbers_and_not_texts() {
    let plan = full();
    for lang in Lang::ALL {
        let mut book = book(Some(&plan), lang);
        let names = book.sheet_names();
        let day = |range: &Range<Data>, row: u32, column: u32| match range.get_value((row, column))
        {
            Some(Data::DateTime(at)) => at.as_f64(),
            other => panic!("{other:?}"),
        };
        let rows = book.worksheet_range(&names[0]).unwrap();
        // 1 December 2026, as days since 1900.
        assert!((day(&rows, FIRST, 8) - 46357.0).abs() < 1e-9);
        assert!((day(&rows, FIRST, 9) - 46370.0).abs() < 1e-9);
        assert_eq!(rows.get_value((FIRST + 2, 0)), Some(&Data::Float(3.0)));
        let checks = book.worksheet_range(&names[3]).unwrap();
        assert!((day(&checks, FIRST, 1) - 46380.0).abs() < 1e-9);
        assert_eq!(checks.get_value((FIRST, 5)), Some(&Data::Float(0.35)));
        assert_eq!(checks.get_value((FIRST + 1, 5)), Some(&Data::Empty), "not held yet");
        let diagnosis = book.worksheet_range(&names[4]).unwrap();
        let count = index(super::course().statements.len());
        let counted: Vec<&Data> =
            (7..9).map(|column| diagnosis.get_value((FIRST + count, column)).unwrap()).collect();
        assert_eq!(counted, [&Data::Float(1.0), &Data::Float(1.0)]);
    }
}

#[test]
fn every_sheet_keeps_its_header_in_view_and_prints_on_a4_as_wide_as_the_page() {
    let all = parts(&bytes(Some(&full()), Format::Xlsx, Lang::En));
    let sheets: Vec<_> =
        all.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).collect();
    assert_eq!(sheets.len(), 6);
    for (name, text) in sheets {
        let sheet = read(text, &[]);
        let pane = sheet.all("pane")[0];
        assert_eq!(
            (pane.attribute("state"), pane.attribute("ySplit")),
            (Some("frozen"), Some("3"))
        );
        let page = sheet.all("pageSetup")[0];
        let set = ["paperSize", "orientation", "fitToHeight"].map(|it| page.attribute(it));
        assert_eq!(set, [Some("9"), Some("landscape"), Some("0")], "{name}");
        assert_eq!(sheet.all("pageSetUpPr")[0].attribute("fitToPage"), Some("1"));
        assert!(!sheet.all("col").is_empty());
    }
    let (_, book) = all.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    let names = read(book, &[]);
    let titles = names.all("definedName");
    let titles = titles.iter().filter(|name| name.attribute("name") == Some("_xlnm.Print_Titles"));
    assert_eq!(titles.count(), 6);
}

#[test]
fn an_empty_form_has_rows_to_fill_in_and_no_diagnosis() {
    for lang in Lang::ALL {
        let mut book = book(None, lang);
        let names = book.sheet_names();
        assert_eq!(names.len(), 4);
        let rows = book.worksheet_range(&names[0]).unwrap();
        assert_eq!(rows.get_value((FIRST + 6, 0)), Some(&Data::Float(7.0)));
        assert!((1..15).all(|column| text(&rows, FIRST, column).is_empty()));
    }
}
