//! What searching promises.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::*;

fn page(key: &str, title: &str, body: &str) -> Entry {
    Entry {
        place: Place::Page(key.to_owned()),
        title: title.to_owned(),
        also: None,
        body: body.to_owned(),
    }
}

fn keys(entries: &[Entry], typed: &str) -> Vec<String> {
    let index = Index::new(entries.to_vec());
    let found = find(&[&index], typed);
    let key = |entry: &Entry| match &entry.place {
        Place::Page(key) => key.clone(),
        other => format!("{other:?}"),
    };
    found.hits.iter().map(key).collect()
}

fn some() -> Vec<Entry> {
    vec![
        page("baku", "Mutu baku", "Kelengkapan, waktu, dan keluaran tiap langkah."),
        page("monev", "Monitoring dan evaluasi", "Mutu pelayanan dipantau; tindak-lanjut dicatat."),
        page("loket", "Di loket", "Café, dialog, dan pelayanan yang ramah."),
    ]
}

#[test]
fn case_accents_and_hyphens_make_no_difference() {
    for (typed, found) in [
        ("CAFE", "loket"),
        ("café", "loket"),
        ("tindak lanjut", "monev"),
        ("Tindak-Lanjut", "monev"),
    ] {
        assert_eq!(keys(&some(), typed), [found], "{typed}");
    }
}

#[test]
fn every_typed_word_must_be_there() {
    assert_eq!(keys(&some(), "mutu pelayanan"), ["monev"]);
    assert!(keys(&some(), "mutu ramah").is_empty());
    assert!(keys(&some(), "  ,. ").is_empty());
}

#[test]
fn a_title_counts_more_than_a_text_and_a_whole_word_more_than_a_part() {
    assert_eq!(keys(&some(), "mutu"), ["baku", "monev"]);
    let parts =
        [page("a", "", "pelayanannya"), page("b", "", "layananku"), page("c", "", "layanan")];
    assert_eq!(keys(&parts, "layanan"), ["c", "b", "a"]);
    let equals = [page("a", "", "satu"), page("b", "", "satu"), page("c", "", "satu")];
    assert_eq!(keys(&equals, "satu"), ["a", "b", "c"], "the order of the course");
}

#[test]
fn what_is_mistyped_is_found_and_what_is_another_word_is_not() {
    for typed in ["monitorng", "monitroing", "monitorring", "monitering", "minitorng", "monitir"] {
        assert_eq!(keys(&some(), typed), ["monev"], "{typed}");
    }
    for typed in ["mutx", "laket", "xyzzy", "monumental"] {
        let found = keys(&some(), typed);
        assert!(found.is_empty() || typed == "laket", "{typed}: {found:?}");
    }
}

#[test]
fn mistyping_is_only_thought_of_when_nothing_stands_as_typed() {
    let entries = [page("a", "", "evaluasi"), page("b", "", "evakuasi")];
    assert_eq!(keys(&entries, "evaluasi"), ["a"]);
    assert_eq!(keys(&entries, "evakuasi"), ["b"]);
}

#[test]
fn where_nothing_is_found_the_nearest_is_offered() {
    let index = Index::new(some());
    let meant = |typed| find(&[&index], typed).meant;
    assert_eq!(meant("muto"), Some("mutu".to_owned()));
    assert_eq!(meant("muto baku"), Some("mutu baku".to_owned()));
    assert_eq!(meant("qqqqq"), None);
    assert_eq!(meant("mutu ramah"), None, "both are known, they only never meet");
}

#[test]
fn an_excerpt_shows_the_first_hit_and_marks_it() {
    let index = Index::new(some());
    let text = "Setiap langkah punya ukuran sendiri, dan pada akhirnya mutu pelayanan itulah yang \
                dirasakan pemohon di loket kita.";
    let found = find(&[&index], "pelayanan");
    let pieces = excerpt(text, &found.query, 40, "…");
    let shown: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
    let hits: Vec<_> = pieces.iter().filter(|piece| piece.is_hit).collect();
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].text, "pelayanan");
}

/// A library of its own, far larger than any course.
#[test]
fn ten_thousand_pages_are_searched_to_the_last() {
    let entries: Vec<Entry> = (0..10_000)
        .map(|n| page(&n.to_string(), &format!("Halaman {n}"), &format!("kata{n} umum{}", n % 7)))
        .collect();
    let index = Index::new(entries);
    assert_eq!(find(&[&index], "kata9999").hits.len(), 1);
    let many = find(&[&index], "umum3");
    assert_eq!((many.hits.len(), many.count), (MOST, 1429));
}

proptest! {
    #[test]
    fn nothing_typed_stops_it_and_an_excerpt_fits(
        typed in "\\PC{0,30}", text in "[a-zA-Zé世🇮🇩 ,.-]{0,200}", width in 0usize..80,
    ) {
        let index = Index::new(vec![page("a", &text, &text)]);
        let found = find(&[&index], &typed);
        let pieces = excerpt(&text, &found.query, width, "…");
        let shown: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let cells: usize = shown.graphemes(true).map(UnicodeWidthStr::width).sum();
        prop_assert!(cells <= width.max(1), "{shown:?} in {width}");
        let whole: Vec<&str> = text.graphemes(true).collect();
        for grapheme in shown.graphemes(true).filter(|grapheme| *grapheme != "…") {
            prop_assert!(whole.contains(&grapheme), "half a grapheme: {grapheme:?}");
        }
    }

    #[test]
    fn every_word_of_a_text_finds_it(text in "[a-zA-Zé ,.-]{1,60}") {
        let index = Index::new(vec![page("a", "", &text)]);
        for (_, word) in words(&text) {
            prop_assert_eq!(find(&[&index], &word).hits.len(), 1);
        }
    }
}
