//! Where lines break, what is drawn of them, and what holds for any text.

use proptest::prelude::*;
use ratatui::{buffer::Buffer, layout::Rect, style::Stylize};

use super::*;
use crate::model::safe_text::hostile;

const THEME: Theme = Theme::auto();

fn lines(text: &str, width: u16) -> Vec<String> {
    let lines = wrap(&[Span::raw(text)], width, &THEME);
    lines.iter().map(ToString::to_string).collect()
}

/// What a buffer of this width holds after the line was drawn on it.
pub(in crate::ui::prose) fn drawn(line: &Line<'_>, width: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
    buffer.set_line(0, 0, line, width);
    let (mut x, mut text) = (0, String::new());
    while x < width {
        let symbol = buffer[(x, 0)].symbol();
        text.push_str(symbol);
        x += symbol.cell_width().max(1);
    }
    text.trim_end_matches(' ').to_owned()
}

#[test]
fn lines_break_where_a_reader_expects_it() {
    for (text, width, expected) in [
        ("satu dua tiga", 8, &["satu dua", "tiga"][..]),
        ("satu dua tiga", 9, &["satu dua", "tiga"]),
        ("satu  dua", 9, &["satu  dua"]),
        ("satu  dua", 8, &["satu", "dua"]),
        ("satu   ", 4, &["satu"]),
        ("  satu dua", 6, &["  satu", "dua"]),
        ("   satu", 3, &["sat", "u"]),
        ("", 5, &[""]),
        ("   ", 2, &[""]),
        ("satu\n\ndua\n", 9, &["satu", "", "dua", ""]),
        ("pegawai-pegawai", 10, &["pegawai-", "pegawai"]),
        ("dan/atau", 5, &["dan/", "atau"]),
        ("kirim e-mail", 8, &["kirim", "e-mail"]),
        ("nomor 35/2012", 9, &["nomor", "35/2012"]),
        ("tercapai 29 %", 11, &["tercapai", "29 %"]),
        ("tercapai 29 %", 12, &["tercapai", "29 %"]),
        ("Rp\u{a0}5.000 saja", 9, &["Rp\u{a0}5.000", "saja"]),
        ("a\u{301}b\u{301}c\u{301}", 2, &["áb\u{301}", "ć"]),
        ("sangatpanjang ya", 6, &["sangat", "panjan", "g ya"]),
        ("ya sangatpanjang", 6, &["ya", "sangat", "panjan", "g"]),
        ("29 %", 2, &["29", "%"]),
        ("tercapai 29  %", 12, &["tercapai", "29  %"]),
        ("biaya Rp\u{a0}5.000", 9, &["biaya", "Rp\u{a0}5.000"]),
        ("satu\u{a0}", 9, &["satu"]),
        ("ya 標準作業", 7, &["ya 標準", "作業"]),
        ("標準作業手順", 5, &["標準", "作業", "手順"]),
        ("標a準", 1, &["…", "a", "…"]),
        ("tab\tx", 20, &["tab    x"]),
        ("abc", 0, &[]),
    ] {
        assert_eq!(lines(text, width), expected, "{text:?} at {width}");
    }
}

#[test]
fn a_blank_to_write_on_ends_with_its_line_and_leaves_nothing_over() {
    let blank = "…".repeat(20);
    for (text, width, expected) in [
        (format!("Nama: {blank} Kantor: {blank}"), 30, vec!["Nama: …20", "Kantor: …20"]),
        (format!("Nama: {blank} Kantor: {blank}"), 40, vec!["Nama: …20 Kantor:", "…20"]),
        (format!("Nama: {blank} Kantor: {blank}"), 46, vec!["Nama: …20 Kantor: …11"]),
        (format!("{blank} {blank} b"), 12, vec!["…12", "…12", "b"]),
        (format!("{blank} {blank}"), 38, vec!["…20", "…20"]),
        (format!("Catatan{blank}"), 16, vec!["Catatan…9"]),
        ("dan seterusnya………".to_owned(), 16, vec!["dan", "seterusnya………"]),
        ("……… a".to_owned(), 2, vec!["……", "…", "a"]),
    ] {
        // Runs of four dots and more are told by their length.
        let dots = |line: &String| {
            (4..=20).rev().fold(line.clone(), |line, count| {
                line.replace(&"…".repeat(count), &format!("_{count}")).replace('_', "…")
            })
        };
        assert_eq!(lines(&text, width).iter().map(dots).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn a_style_keeps_to_its_own_words() {
    let spans = ["satu ".into(), "dua tiga".bold(), " empat".into()];
    let lines = wrap(&spans, 8, &THEME);
    assert_eq!(lines[0], Line::from(vec!["satu ".into(), "dua".bold()]));
    assert_eq!(lines[1], Line::from("tiga".bold()));
    assert_eq!(lines[2], Line::from("empat"));
}

#[test]
fn a_style_border_inside_a_word_is_no_place_to_break() {
    let lines = wrap(&["kata pen".into(), "ting".bold(), "!".into()], 9, &THEME);
    let text: Vec<_> = lines.iter().map(ToString::to_string).collect();
    assert_eq!(text, ["kata", "penting!"]);
}

#[test]
fn a_cut_line_says_that_it_was_cut() {
    for (text, width, expected) in [
        ("satu", 4, "satu"),
        ("satu dua", 6, "satu …"),
        ("標準作業", 4, "標…"),
        ("標準", 1, "…"),
        ("satu", 0, ""),
        ("satu\ndua", 9, "satu dua"),
    ] {
        assert_eq!(clip(&[Span::raw(text)], width, &THEME).to_string(), expected);
    }
}

#[test]
fn a_prefix_hangs_until_it_would_leave_no_room() {
    let body = |width| wrap(&["satu dua tiga".into()], width, &THEME);
    let text = |width| {
        let lines = hanging(&"1. ".into(), &"   ".into(), width, body);
        lines.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(text(11), ["1. satu dua", "   tiga"]);
    assert_eq!(text(7), ["1. satu", "   dua", "   tiga"]);
    assert_eq!(text(6), ["satu", "dua", "tiga"]);
    let empty = hanging(&"│ ".into(), &"│ ".into(), 9, |_| Vec::new());
    assert_eq!(empty[0].to_string(), "│");
}

#[test]
fn cells_are_counted_as_they_are_drawn() {
    for (text, count) in [("", 0), ("SOP", 3), ("é", 1), ("標準", 4), ("\u{200b}", 1)] {
        assert_eq!(cells(text), count, "{text:?}");
    }
}

fn styled() -> impl Strategy<Value = Vec<Span<'static>>> {
    let word = "[a-zA-Z0-9 ,./-]{0,30}";
    let wide = "[標準作業🙂🇮🇩सक्षमกำשלוםسلام e\u{301}\u{200d}가\u{1161}ｶ\u{ff9e} ]{0,12}";
    let piece = prop_oneof![word, wide, hostile::text()];
    let span = (piece, any::<bool>())
        .prop_map(|(text, is_bold)| if is_bold { Span::raw(text).bold() } else { Span::raw(text) });
    proptest::collection::vec(span, 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_grapheme_is_drawn_and_none_leaves_its_line(spans in styled(), width in 0u16..=80) {
        let (text, runs) = joined(&spans, |text| safe(text).into_owned());
        let widest = atoms(&text, &runs).iter().map(|atom| atom.width).max().unwrap_or(0);
        prop_assert!(atoms(&text, &runs).iter().all(|a| a.width > 0 || a.text == "\n"));
        let lines = wrap(&spans, width, &THEME);
        let mut shown = String::new();
        for line in &lines {
            let text = line.to_string();
            prop_assert!(needs(&line.spans).0 <= width, "{text:?}");
            prop_assert!(line.width() <= usize::from(width), "{text:?}");
            prop_assert_eq!(text.trim_end(), &text);
            prop_assert_eq!(drawn(line, width), text.as_str());
            shown.push_str(&text);
        }
        if widest <= width {
            let words = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(words(&shown), words(&text));
        }
    }

    #[test]
    fn a_line_that_fits_is_left_alone(text in "[a-z]{1,6}( [a-z]{1,6}){0,6}") {
        prop_assert_eq!(lines(&text, cells(&text)), [text.as_str()]);
    }

    #[test]
    fn no_line_takes_less_than_it_could(
        text in "[a-z]{1,6}( [a-z]{1,6}){0,9}",
        width in 6u16..20,
    ) {
        for pair in lines(&text, width).windows(2) {
            let word = pair[1].split(' ').next().unwrap();
            prop_assert!(pair[0].len() + 1 + word.len() > usize::from(width));
        }
    }

    #[test]
    fn a_clipped_line_fits(spans in styled(), width in 0u16..=80) {
        let line = clip(&spans, width, &THEME);
        prop_assert!(needs(&line.spans).0 <= width);
        let text = line.to_string();
        prop_assert_eq!(drawn(&line, width), text.trim_end_matches(' '));
    }
}
