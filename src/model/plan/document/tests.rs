//! Laws of the plan's document.

use super::*;
use crate::model::{
    course::Factor,
    markdown::{self, Block},
    plan::{Adaptation, CheckIn, tests::full},
    text::Said,
};

fn course() -> Course {
    let name = Said::new("Monitoring dan evaluasi".to_owned(), "Monitoring".to_owned());
    Course { factors: vec![Factor { key: "monev".to_owned(), name }], ..Course::default() }
}

/// All pairs of all tables, and the other blocks as text.
fn read(document: &Document) -> (Vec<(String, String)>, Vec<String>) {
    let (mut pairs, mut words) = (vec![], vec![]);
    for block in &document.blocks {
        match block {
            Block::Table { rows, .. } => pairs.extend(
                rows.iter().map(|row| (markdown::plain(&row[0]), markdown::plain(&row[1]))),
            ),
            Block::Heading(spans) | Block::Paragraph(spans) => words.push(markdown::plain(spans)),
            other => panic!("{other:?}"),
        }
    }
    (pairs, words)
}

fn value<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    let found = pairs.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("no {name}")).1
}

#[test]
fn every_field_of_a_plan_stands_in_its_document_in_both_languages() {
    let plan = full();
    for lang in Lang::ALL {
        let (pairs, words) = read(&document(&plan, &course(), lang));
        let all = format!("{pairs:?} {words:?}");
        let json = serde_json::to_value(&plan).unwrap();
        let mut texts = vec![];
        collect(&json["head"], &mut texts);
        collect(&json["rows"][0], &mut texts);
        texts.retain(|text| text.starts_with('~'));
        assert_eq!(texts.len(), 21, "{texts:?}");
        for text in texts {
            assert!(all.contains(&text), "{text} is not in {all}");
        }
    }
}

fn collect(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| collect(field, out)),
        _ => {}
    }
}

#[test]
fn dates_status_and_factor_are_said_in_the_language() {
    let plan = full();
    let (id, words) = read(&document(&plan, &course(), Lang::Id));
    assert_eq!(value(&id, "Waktu"), "1 Des 2026 – 14 Des 2026");
    assert_eq!(value(&id, "Masa rencana"), "mulai 24 Nov 2026");
    assert_eq!(value(&id, "Status"), "berjalan");
    assert_eq!(value(&id, "Faktor kunci"), "Monitoring dan evaluasi");
    assert!(
        words.contains(&"Jika berkas tidak lengkap, maka saya memakai daftar periksa.".to_owned())
    );
    assert_eq!(words.last().unwrap(), "Terakhir disunting 24 November 2026 pukul 09.12.");
    let (en, words) = read(&document(&plan, &course(), Lang::En));
    assert_eq!(value(&en, "Time"), "1 Dec 2026 – 14 Dec 2026");
    assert_eq!(value(&en, "Status"), "started");
    assert_eq!(value(&en, "Key factor"), "Monitoring");
    assert!(words.contains(&"If berkas tidak lengkap, then I memakai daftar periksa.".to_owned()));
}

#[test]
fn what_is_empty_is_a_dash_and_a_plan_without_rows_says_so() {
    let plan = Plan::new("p".to_owned(), "2026-11-24T09:12:31+07:00".parse().unwrap());
    let (pairs, words) = read(&document(&plan, &course(), Lang::Id));
    assert!(pairs.iter().all(|(_, text)| text == DASH));
    assert!(words.contains(&"Belum ada rencana aksi.".to_owned()));
    assert!(words.iter().any(|words| words.contains("belum ditulis")));
}

#[test]
fn the_fixed_words_of_the_sentence_are_not_said_twice() {
    let cases = [
        ("berkas kurang", "memeriksa", "Jika berkas kurang, maka saya memeriksa."),
        ("Jika berkas kurang,", "maka saya memeriksa.", "Jika berkas kurang, maka saya memeriksa."),
        ("jikalau", "sayang", "Jika jikalau, maka saya sayang."),
        ("", "memeriksa", "Jika …, maka saya memeriksa."),
        ("é", " ", "Jika é, maka saya …."),
    ];
    for (situation, then, expected) in cases {
        let if_then =
            IfThen { situation: situation.to_owned(), then: then.to_owned(), ..IfThen::default() };
        assert_eq!(markdown::plain(&sentence(&if_then, Lang::Id).unwrap()), expected);
    }
    assert_eq!(sentence(&IfThen::default(), Lang::Id), None);
}

#[test]
fn a_plan_is_called_by_its_sop() {
    let mut plan = full();
    assert_eq!(title(&plan, Lang::Id), "Rencana tindak lanjut · ~judul");
    plan.head.sop.title = " ".to_owned();
    assert_eq!(title(&plan, Lang::En), "Follow-up plan · ~nomor");
    plan.head.sop.number.clear();
    assert_eq!(title(&plan, Lang::En), "Follow-up plan");
}

#[test]
fn adaptation_and_check_ins_stand_in_the_document() {
    let mut plan = full();
    let part = Adaptation {
        differs: "~a".to_owned(),
        change: "~b".to_owned(),
        ..Adaptation::new("beban")
    };
    plan.adaptation = vec![part];
    plan.checkins = vec![CheckIn {
        at: Some(plan.edited),
        did: "~c".to_owned(),
        evidence: "~d".to_owned(),
        progress: 40,
        obstacle: "~e".to_owned(),
        next: "~f".to_owned(),
        ..CheckIn::planned("1".to_owned(), "2026-12-24".parse().unwrap())
    }];
    for lang in Lang::ALL {
        let (pairs, _) = read(&document(&plan, &course(), lang));
        let all = format!("{pairs:?}");
        for text in ["~a", "~b", "~c", "~d", "~e", "~f", "40 %"] {
            assert!(all.contains(text), "{text} is not in {all}");
        }
        assert!(all.contains(lang.pick("Beban kerja", "Workload")), "{all}");
        assert!(all.contains(lang.pick("24 Desember 2026", "24 December 2026")), "{all}");
    }
}

#[test]
fn paper_ends_with_room_for_two_signatures_and_an_empty_nip() {
    let mut plan = full();
    plan.rows.push(plan.rows[0].clone());
    for lang in Lang::ALL {
        let paper = printed(&plan, &course(), lang);
        let (pairs, words) = read(&paper);
        let nip = pairs.iter().filter(|(left, right)| left.starts_with("NIP ..") && left == right);
        assert_eq!(nip.count(), 1);
        let both = (plan.head.name.clone(), plan.head.superior.name.clone());
        assert!(pairs.contains(&both), "{pairs:?}");
        let glance = lang.pick("Ringkasan aksi", "Actions at a glance");
        assert!(words.iter().any(|word| word == glance), "{words:?}");
        plan.rows.truncate(2);
    }
    plan.rows.truncate(1);
    let (_, words) = read(&printed(&plan, &course(), Lang::Id));
    assert!(words.iter().all(|word| word != "Ringkasan aksi"), "one row is its own overview");
}
