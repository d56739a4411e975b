//! Every remark is said in both languages, shortly, and whatever stands in the fields.

use super::*;
use crate::model::{plan::tests::full, text::Lang};

#[test]
fn every_remark_has_its_words_in_both_languages_and_they_are_short() {
    let mut plan = good();
    plan.rows = [
        Row { action: "Sosialisasi SOP".to_owned(), ..Row::default() },
        Row { action: "Meningkatkan kesadaran".to_owned(), ..Row::default() },
        Row { responsible: "Kepala Dinas dan Sekretaris".to_owned(), ..Row::default() },
        Row { responsible: "x".repeat(4096) + " semua", ..Row::default() },
        Row { responsible: "tim ".repeat(1000), ..Row::default() },
        Row { target: "9 hari".to_owned(), baseline: "90%".to_owned(), ..Row::default() },
        Row { target: "9 hari".to_owned(), baseline: "ramai".to_owned(), ..Row::default() },
        Row { target: "lebih".to_owned(), evidence: "paham".to_owned(), ..Row::default() },
        Row { finish: "2026-11-20".parse().ok(), ..Row::default() },
        Row { start: "2026-11-30".parse().ok(), finish: plan.head.from, ..Row::default() },
    ]
    .into();
    plan.if_then.then.clear();
    let remarks = review(&plan, today(), None);
    assert!(remarks.len() > 15, "{remarks:?}");
    for remark in &remarks {
        for lang in Lang::ALL {
            let (what, why, better) = (remark.what(lang), remark.why(lang), remark.better(lang));
            for words in [&what, &why.to_owned(), &better] {
                assert!(words.chars().count() > 10, "{remark:?}: {words}");
            }
            // Both stand below a form of 58 columns.
            if !remark.is_lack() {
                let length = what.chars().count() + better.chars().count();
                assert!(length < 3 * 52, "{what} {better}");
            }
        }
    }
}

#[test]
fn strange_texts_are_read_without_harm() {
    let strange =
        ["%", "0", "ſ", "İİİ", "🙂 meningkatkan 🙂", "\u{202e}rapat", "a\0b", "—", "dari"];
    for text in strange.map(str::to_owned).into_iter().chain([" ".repeat(9000), "ı".repeat(9000)])
    {
        let mut plan = full();
        let row = &mut plan.rows[0];
        for field in [
            &mut row.action,
            &mut row.target,
            &mut row.baseline,
            &mut row.responsible,
            &mut row.evidence,
        ] {
            field.clone_from(&text);
        }
        for remark in review(&plan, today(), None) {
            for lang in Lang::ALL {
                let said = remark.what(lang) + remark.why(lang) + &remark.better(lang);
                assert!(!said.chars().any(char::is_control), "{said:?}");
            }
        }
    }
}
