//! Laws of the sheet.

use super::*;
use crate::model::{
    document::text,
    markdown::{self, Block},
    plan::{Adaptation, CHALLENGES, CheckIn, Row, tests::full},
};

/// All text of a sheet.
fn words(form: &Form) -> String {
    let grids = [Some(&form.actions), form.adaptation.as_ref(), form.checkins.as_ref()];
    let parts = grids.into_iter().flatten().flat_map(|grid| grid.rows.iter().flatten().flatten());
    let parts = parts.flat_map(|part| part.lines.iter());
    let head = form.head.iter().flatten().flat_map(|(_, lines)| lines.iter());
    let signed = form.signatures.iter().flat_map(|one| [&one.post, &one.name]);
    let all: Vec<&str> = head.chain(parts).chain(signed).map(String::as_str).collect();
    format!("{}\n{}", all.join("\n"), markdown::plain(&form.if_then))
}

#[test]
fn every_text_of_a_plan_stands_on_its_sheet_in_both_languages() {
    let mut plan = full();
    let text = |name: &str| format!("~{name}");
    plan.if_then.situation = text("jika");
    plan.if_then.then = text("maka");
    let mut part = Adaptation::new("sdm");
    (part.differs, part.change) = (text("beda"), text("ubah"));
    plan.adaptation.push(part);
    plan.checkins.push(CheckIn {
        at: "2026-12-24T09:00:00+07:00".parse().ok(),
        did: text("kerja"),
        evidence: text("bukti cek"),
        obstacle: text("hambatan cek"),
        next: text("lanjut"),
        progress: 40,
        ..CheckIn::default()
    });
    let json = serde_json::to_string(&plan).unwrap();
    for lang in Lang::ALL {
        let words = words(&Form::new(&plan, &Course::default(), lang, Use::Read));
        let mut seen = 0;
        for written in json.split('"').filter(|text| text.starts_with('~')) {
            assert!(words.contains(written), "{written} is not in {words}");
            seen += 1;
        }
        assert_eq!(seen, 29);
        assert!(words.contains("monev") && words.contains("40 %"), "{words}");
    }
}

#[test]
fn the_columns_of_every_table_fill_its_width_and_every_row_has_a_cell_for_each() {
    let mut plan = blank::plan();
    plan.rows.push(Row::new(String::new()));
    for (lang, meant) in Lang::ALL.into_iter().zip([Use::Read, Use::WriteOn]) {
        let form = Form::new(&plan, &Course::default(), lang, meant);
        for grid in [Some(form.actions), form.adaptation, form.checkins].into_iter().flatten() {
            assert_eq!(grid.columns.iter().map(|column| column.share).sum::<usize>(), WHOLE);
            assert!(grid.rows.iter().all(|row| row.len() == grid.columns.len()));
            assert_eq!(grid.room.is_some(), meant == Use::WriteOn);
        }
    }
}

#[test]
fn lines_that_were_typed_stay_lines_and_what_is_empty_is_a_dash() {
    let mut plan = full();
    plan.rows[0].purpose = "satu\r\n\n  dua \n".to_owned();
    plan.rows[0].resources = " \n".to_owned();
    let form = Form::new(&plan, &Course::default(), Lang::Id, Use::Read);
    assert_eq!(form.actions.rows[0][2][0].lines, ["satu", "dua"]);
    assert_eq!(form.actions.rows[0][6][0].lines, [DASH]);
    assert_eq!(form.adaptation, None);
    assert_eq!(form.checkins, None);
}

#[test]
fn an_empty_sheet_has_seven_rows_four_challenges_three_checks_and_no_text_of_anybody() {
    for lang in Lang::ALL {
        let form = Form::new(&blank::plan(), &Course::default(), lang, Use::WriteOn);
        assert_eq!(form.actions.rows.len(), 7);
        assert_eq!(form.adaptation.as_ref().unwrap().rows.len(), CHALLENGES.len());
        assert_eq!(form.checkins.as_ref().unwrap().rows.len(), 3);
        assert_eq!((form.edited.as_ref(), form.subject.as_ref()), (None, None));
        assert!(form.head.iter().flatten().all(|(_, lines)| lines.is_empty()));
        assert!(markdown::plain(&form.if_then).contains(DOTS));
        let document = blank::document(lang);
        assert_eq!(document.blocks.len(), 1 + 8 + 2 + 5 + 4 + 1);
        let paper = text::lines(&document, text::PORTRAIT).join("\n");
        for words in
            ["NIP .....", "........", lang.pick("Penanggung jawab", "Responsible"), "7", "Target"]
        {
            assert!(paper.contains(words), "{words} is not in {paper}");
        }
        assert!(!paper.lines().any(|line| line.ends_with(DASH)), "{paper}");
        let Block::Table { rows, .. } = &document.blocks[2] else { panic!("{document:?}") };
        assert_eq!(markdown::plain(&rows[0][1]), "1");
    }
}

#[test]
fn what_is_still_to_come_is_left_blank_and_place_and_date_are_asked_for_once() {
    let mut plan = full();
    let due = "2026-12-24".parse().unwrap();
    plan.checkins.push(CheckIn::planned("c".to_owned(), due));
    plan.checkins.push(CheckIn { at: Some(plan.edited), ..CheckIn::planned("d".to_owned(), due) });
    for lang in Lang::ALL {
        let form = Form::new(&plan, &Course::default(), lang, Use::Read);
        let rows = form.checkins.unwrap().rows;
        let dashes =
            |at: usize| rows[at].iter().flatten().filter(|part| part.lines == [DASH]).count();
        assert_eq!((dashes(0), dashes(1)), (0, 4), "held ones say where nothing was written");
        assert_eq!(form.signatures.map(|one| one.place), ["", PLACE]);
    }
}
