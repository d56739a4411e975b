//! Laws of questions in the hall.

use super::*;
use crate::model::course::{Choice, Item, Kind};

fn item(kind: Kind, options: usize) -> Item {
    let option = |at: usize| Choice {
        key: format!("k{at}"),
        right: at == 1,
        text: said(&format!("Pilihan nomor {at} dengan cukup banyak kata supaya berbaris dua")),
        why: said("Karena begitulah bunyi aturannya, dan semua orang dapat memeriksanya."),
        with: said(&format!("pasangan {at}")),
        bin: String::new(),
    };
    Item {
        key: "tanya".to_owned(),
        revision: 1,
        kind,
        page: "satu".to_owned(),
        factor: None,
        situation: true,
        uses: vec!["poll".to_owned()],
        form: None,
        prompt: said("Siapa yang sebaiknya menulis SOP loket, dan mengapa bukan orang lain?"),
        hints: Vec::new(),
        options: (0..options).map(option).collect(),
        verdict: true,
        accept: Text::new(vec!["mutu baku".to_owned()], vec!["quality standard".to_owned()]),
        why: said("Begitulah istilahnya."),
        bins: Vec::new(),
        model: said("Jawaban contoh."),
        check: vec![said("satu"), said("dua")],
    }
}

#[test]
fn a_question_of_any_kind_is_whole_in_every_view_and_window() {
    let course = course("Halaman", &["isi"]);
    let theme = Theme::contrast();
    let counts = [vec![17, 9, 5, 0, 1, 0, 2], vec![6, 27, u32::MAX, 0, 1, 0, 2]];
    for (kind, _) in Kind::ALL {
        for options in [0, 7] {
            let item = item(kind, options);
            for (view, counts) in [
                (View::Question, &counts[..0]),
                (View::Bars, &counts[..0]),
                (View::Bars, &counts[..1]),
                (View::Bars, &counts[..]),
                (View::Key, &counts[..1]),
                (View::Key, &counts[..]),
            ] {
                let poll = Poll { item: &item, shown: &[], counts, view };
                for size in SIZES {
                    for density in [Density::Usual, Density::Sparse] {
                        let hall = hall(&course, size, density, &theme);
                        is_whole(&hall.question(&poll), size, &theme);
                        if view != View::Bars {
                            is_complete(&hall, |hall| hall.question(&poll));
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn seven_options_stand_on_one_screen_and_bars_keep_every_letter() {
    let course = course("Halaman", &["isi"]);
    let theme = Theme::plain();
    let item = item(Kind::Single, 7);
    let counts = [vec![17, 9, 5, 0, 1, 0, 2], vec![6, 27, 2, 0, 1, 0, 2]];
    let hall = hall(&course, USUAL, Density::Usual, &theme);
    for (view, votes) in [(View::Question, 0), (View::Bars, 1), (View::Bars, 2)] {
        let poll = Poll { item: &item, shown: &[], counts: &counts[..votes], view };
        let parts = hall.question(&poll);
        assert_eq!(parts.len(), 1, "{view:?} {votes}");
        let text = letters(parts[0].body(0));
        assert!(('A'..='G').all(|letter| text.contains(letter)), "{text}");
        let told = if votes == 2 { "−11" } else { "" };
        assert!(text.contains(told), "{text}");
    }
}

#[test]
fn the_key_tells_what_is_right_and_how_the_room_changed() {
    let course = course("Halaman", &["isi"]);
    let theme = Theme::plain();
    let item = item(Kind::Single, 3);
    let counts = [vec![17, 9, 5], vec![6, 27, 2]];
    let shown = ["k1", "k0", "k2"].map(str::to_owned);
    let hall = hall(&course, USUAL, Density::Usual, &theme);
    let told = |shown: &[String], counts: &[Vec<u32>]| {
        let poll = Poll { item: &item, shown, counts, view: View::Key };
        all_letters(&hall.question(&poll))
    };
    assert!(told(&[], &counts).contains("✓B") && told(&[], &counts).contains("Benar:29%→77%"));
    assert!(told(&shown, &counts).contains("✓A") && told(&shown, &counts).contains("55%→17%"));
    assert!(!told(&[], &[vec![0, 0, 0]]).contains('%'), "nobody voted, so there is no share");
    let written = |lang| {
        let hall = Hall { lang, ..hall };
        let poll = Poll { item: &item, shown: &[], counts: &counts, view: View::Key };
        let parts = hall.question(&poll);
        let lines = parts.iter().flat_map(|part| part.body(usize::MAX));
        lines.map(|line| line.to_string()).collect::<String>()
    };
    assert!(written(Lang::Id).contains("29 % → 77 %"), "{}", written(Lang::Id));
    assert!(written(Lang::En).contains("29% → 77%"), "{}", written(Lang::En));
}
