//! CSV, read by a reader of its own: quoted fields, `;`, CRLF, and the guard taken off.

use pandu::{
    model::{
        plan::{Plan, columns::Column, guard::unguard},
        safe_text::safe,
        text::Lang,
    },
    report::Format,
};

use super::{bytes, full, hostile};

/// Records of raw fields.
fn records(plan: Option<&Plan>, lang: Lang) -> Vec<Vec<String>> {
    let text = String::from_utf8(bytes(plan, Format::Csv, lang)).unwrap();
    let mut rest = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut records = vec![vec![]];
    while !rest.is_empty() {
        rest = rest.strip_prefix('"').expect("every field is quoted");
        let mut field = String::new();
        loop {
            let (text, after) = rest.split_once('"').expect("every quote is closed");
            field.push_str(text);
            rest = after;
            let Some(more) = rest.strip_prefix('"') else { break };
            field.push('"');
            rest = more;
        }
        records.last_mut().unwrap().push(field);
        if let Some(next) = rest.strip_prefix("\r\n") {
            records.push(vec![]);
            rest = next;
        } else {
            rest = rest.strip_prefix(';').expect("a field ends with ; or CRLF");
        }
    }
    assert_eq!(records.pop(), Some(vec![]), "the file ends with a line end");
    records
}

#[test]
fn a_hostile_plan_is_a_table_in_which_nothing_begins_as_a_formula_and_all_comes_back() {
    let plan = hostile();
    for lang in Lang::ALL {
        let records = records(Some(&plan), lang);
        assert_eq!(records.len(), 201);
        for (row, record) in plan.rows.iter().zip(&records[1..]) {
            assert_eq!(record.len(), Column::ALL.len());
            for (column, field) in Column::ALL.into_iter().zip(record) {
                let first = field.trim_start().chars().next();
                assert!(!first.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{field:?}");
                if let Some(text) = column.text(row) {
                    assert_eq!(unguard(field), safe(text), "{column:?}");
                }
            }
        }
    }
}

#[test]
fn the_header_speaks_the_language_and_days_are_written_as_every_program_reads_them() {
    for (lang, header, status) in
        [(Lang::Id, "Penanggung jawab", "rencana"), (Lang::En, "Responsible", "planned")]
    {
        let records = records(Some(&full()), lang);
        assert_eq!(records[0][7], header);
        for (at, field) in records[0].iter().enumerate() {
            assert_eq!(Column::from_header(field), Some(Column::ALL[at]));
        }
        assert_eq!(records[1][8..10], ["2026-12-01", "2026-12-14"]);
        assert_eq!(records[1][14], status);
        assert_ne!(records[1][2], "monev", "the factor has a name");
    }
    let empty = records(None, Lang::Id);
    assert_eq!(empty.len(), 8);
    assert!(empty[1..].iter().all(|row| row[1..].iter().all(String::is_empty)));
}
