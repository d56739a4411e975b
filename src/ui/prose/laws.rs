//! What holds for every page on every width, and how a few pages look.

use std::{collections::HashMap, fmt::Write};

use proptest::{collection::vec, prelude::*};
use ratatui::{buffer::CellWidth, style::Modifier};
use unicode_segmentation::UnicodeSegmentation;

use super::{lay, wrap::tests::drawn};
use crate::{
    model::{
        markdown::{self, Block, Callout, Link},
        safe_text::{hostile, safe},
        text::Lang,
    },
    ui::theme::Theme,
};

const THEME: Theme = Theme::auto();

fn run(text: &str) -> Vec<markdown::Span> {
    vec![markdown::Span { text: text.to_owned(), ..Default::default() }]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(run(text))
}

fn cells(texts: &[&str]) -> Vec<Vec<markdown::Span>> {
    texts.iter().map(|text| if text.is_empty() { Vec::new() } else { run(text) }).collect()
}

fn shown(blocks: &[Block], width: u16) -> String {
    lay(blocks, width, &THEME, Lang::Id).iter().fold(String::new(), |mut page, line| {
        writeln!(page, "{line}").unwrap();
        page
    })
}

fn comparison() -> Block {
    Block::Table {
        header: cells(&["Sebelum", "Sesudah"]),
        rows: vec![
            cells(&[
                "Waktu selesai tidak bisa dijanjikan kepada pemohon.",
                "Lama layanan tercantum di loket dan ditepati.",
            ]),
            cells(&["Keluhan datang setiap hari.", "Keluhan dicatat per langkah."]),
        ],
    }
}

fn plan() -> Block {
    Block::Table {
        header: cells(&["No", "Rencana aksi", "PJ", "Hari"]),
        rows: vec![
            cells(&["1", "Mengukur waktu tiap langkah di loket", "Kasubbag Umum", "9"]),
            cells(&["10", "Menggelar simulasi", "", "14"]),
        ],
    }
}

fn list() -> Block {
    let inner = Block::List { start: None, items: vec![vec![paragraph("dari loket")]] };
    Block::List {
        start: Some(9),
        items: vec![
            vec![paragraph("Catat waktu tunggu setiap pemohon selama lima hari."), inner],
            vec![paragraph("Bandingkan dengan mutu baku.")],
        ],
    }
}

fn callout() -> Block {
    Block::Quote {
        callout: Some(Callout::Note),
        blocks: vec![
            paragraph("Kasus ilustratif dari naskah pokok bimtek: tanpa nama daerah."),
            paragraph("Data apa yang akan Anda minta?"),
        ],
    }
}

#[test]
fn a_table_has_columns_while_they_can_be_read() {
    insta::assert_snapshot!(shown(&[comparison()], 72), @r"
    Sebelum                              │ Sesudah
    ─────────────────────────────────────┼──────────────────────────────────
    Waktu selesai tidak bisa dijanjikan  │ Lama layanan tercantum di loket
    kepada pemohon.                      │ dan ditepati.
                                         │
    Keluhan datang setiap hari.          │ Keluhan dicatat per langkah.
    ");
    insta::assert_snapshot!(shown(&[comparison()], 40), @r"
    Sebelum             │ Sesudah
    ────────────────────┼───────────────────
    Waktu selesai tidak │ Lama layanan
    bisa dijanjikan     │ tercantum di loket
    kepada pemohon.     │ dan ditepati.
                        │
    Keluhan datang      │ Keluhan dicatat
    setiap hari.        │ per langkah.
    ");
    insta::assert_snapshot!(shown(&[comparison()], 24), @r"
    Sebelum: Waktu selesai
      tidak bisa dijanjikan
      kepada pemohon.
    Sesudah: Lama layanan
      tercantum di loket dan
      ditepati.

    Sebelum: Keluhan
      datang setiap hari.
    Sesudah: Keluhan
      dicatat per langkah.
    ");
}

#[test]
fn short_columns_keep_their_need_and_long_ones_share_the_rest() {
    insta::assert_snapshot!(shown(&[plan()], 72), @r"
    No │ Rencana aksi                         │ PJ            │ Hari
    ───┼──────────────────────────────────────┼───────────────┼─────
     1 │ Mengukur waktu tiap langkah di loket │ Kasubbag Umum │    9
    10 │ Menggelar simulasi                   │               │   14
    ");
    insta::assert_snapshot!(shown(&[plan()], 40), @r"
    No │ Rencana aksi      │ PJ       │ Hari
    ───┼───────────────────┼──────────┼─────
     1 │ Mengukur waktu    │ Kasubbag │    9
       │ tiap langkah di   │ Umum     │
       │ loket             │          │
       │                   │          │
    10 │ Menggelar         │          │   14
       │ simulasi          │          │
    ");
    insta::assert_snapshot!(shown(&[plan()], 24), @r"
    No: 1
    Rencana aksi: Mengukur
      waktu tiap langkah di
      loket
    PJ: Kasubbag Umum
    Hari: 9

    No: 10
    Rencana aksi:
      Menggelar simulasi
    PJ: ─
    Hari: 14
    ");
}

#[test]
fn lists_hang_and_nest() {
    insta::assert_snapshot!(shown(&[list()], 72), @r"
     9. Catat waktu tunggu setiap pemohon selama lima hari.
        • dari loket
    10. Bandingkan dengan mutu baku.
    ");
    insta::assert_snapshot!(shown(&[list()], 24), @r"
     9. Catat waktu tunggu
        setiap pemohon
        selama lima hari.
        • dari loket
    10. Bandingkan dengan
        mutu baku.
    ");
}

#[test]
fn a_callout_says_what_it_is_beside_its_bar() {
    insta::assert_snapshot!(shown(&[callout()], 40), @r"
    │ Catatan: Kasus ilustratif dari naskah
    │ pokok bimtek: tanpa nama daerah.
    │
    │ Data apa yang akan Anda minta?
    ");
    insta::assert_snapshot!(shown(&[callout()], 24), @r"
    │ Catatan: Kasus
    │ ilustratif dari naskah
    │ pokok bimtek: tanpa
    │ nama daerah.
    │
    │ Data apa yang akan
    │ Anda minta?
    ");
    for (callout, id, en) in [
        (Callout::Note, "Catatan:", "Note:"),
        (Callout::Tip, "Saran:", "Tip:"),
        (Callout::Important, "Penting:", "Important:"),
        (Callout::Warning, "Perhatian:", "Warning:"),
        (Callout::Caution, "Batasan:", "Limits:"),
    ] {
        let block = Block::Quote { callout: Some(callout), blocks: vec![paragraph("x")] };
        for (lang, word) in [(Lang::Id, id), (Lang::En, en)] {
            let lines = lay(std::slice::from_ref(&block), 30, &THEME.ascii(), lang);
            assert_eq!(lines[0].to_string(), format!("| {word} x"));
        }
    }
}

#[test]
fn blocks_stand_apart_and_a_heading_close_to_its_text() {
    let page = [
        Block::Heading(run("Langkah pertama")),
        paragraph("Satu."),
        paragraph("Dua."),
        Block::Rule,
        Block::Quote { callout: None, blocks: vec![paragraph("Tiga.")] },
        Block::Code("a    b\n  terlalu panjang\n".to_owned()),
    ];
    insta::assert_snapshot!(shown(&page, 15), @r"
    Langkah pertama
    Satu.

    Dua.

    ───────────────

    │ Tiga.

    a    b
      terlalu panj…
    ");
}

#[test]
fn an_item_of_several_paragraphs_makes_the_list_loose() {
    let items = vec![vec![paragraph("a"), paragraph("b")], vec![paragraph("c")]];
    assert_eq!(shown(&[Block::List { start: None, items }], 9), "• a\n\n  b\n\n• c\n");
}

#[test]
fn a_link_that_can_be_followed_is_underlined() {
    for (link, is_underlined) in [
        (Some(Link::Term("sop".to_owned())), true),
        (Some(Link::Page("awal".to_owned())), true),
        (Some(Link::Elsewhere("https://x".to_owned())), false),
        (None, false),
    ] {
        let text = markdown::Span { text: "SOP".to_owned(), link, ..Default::default() };
        let lines = lay(&[Block::Paragraph(vec![text])], 9, &THEME, Lang::Id);
        let style = lines[0].spans[0].style;
        assert_eq!(style.add_modifier.contains(Modifier::UNDERLINED), is_underlined);
    }
}

#[test]
fn strong_emphasis_and_code_are_told_apart_from_plain_text() {
    let plain = run("SOP").remove(0);
    for (run, modifier) in [
        (markdown::Span { strong: true, ..plain.clone() }, Modifier::BOLD),
        (markdown::Span { code: true, ..plain.clone() }, Modifier::BOLD),
        (markdown::Span { emphasis: true, ..plain.clone() }, Modifier::ITALIC),
        (plain, Modifier::empty()),
    ] {
        let lines = lay(&[Block::Paragraph(vec![run])], 9, &THEME, Lang::Id);
        assert_eq!(lines[0].spans[0].style.add_modifier, modifier);
    }
}

#[test]
fn a_column_is_as_wide_as_its_longest_word_where_that_is_fair() {
    let table = Block::Table {
        header: cells(&["Hal", "Uraian"]),
        rows: vec![cells(&["keputusan dan Pertanggungjawaban", &"kata ".repeat(60)])],
    };
    assert!(shown(&[table], 60).contains("\nPertanggungjawaban │ "));
}

#[test]
fn quotes_without_end_are_cut_off() {
    let mut block = paragraph("dasar");
    for _ in 0..200 {
        block = Block::Quote { callout: None, blocks: vec![block] };
    }
    let lines = lay(&[block], 80, &THEME, Lang::Id);
    assert!(lines.len() == 1 && lines[0].to_string().ends_with('…'), "{lines:?}");
}

fn inline() -> impl Strategy<Value = Vec<markdown::Span>> {
    let text = prop_oneof![
        3 => "[a-zA-Z ,.-]{0,40}",
        1 => "[0-9]{1,3}",
        1 => "[標準作業🙂🇮🇩e\u{301}שלום ]{0,9}",
        1 => hostile::text(),
    ];
    let span = (text, any::<[bool; 3]>()).prop_map(|(text, [strong, emphasis, code])| {
        markdown::Span { text, strong, emphasis, code, link: None }
    });
    vec(span, 0..3)
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        inline().prop_map(Block::Paragraph),
        inline().prop_map(Block::Heading),
        Just(Block::Rule),
        (vec(inline(), 0..5), vec(vec(inline(), 0..5), 0..4))
            .prop_map(|(header, rows)| Block::Table { header, rows }),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let kinds = [None, Some(Callout::Tip), Some(Callout::Warning)];
        prop_oneof![
            (
                proptest::sample::select(&[None, Some(1), Some(u64::MAX)][..]),
                vec(vec(inner.clone(), 0..3), 0..4)
            )
                .prop_map(|(start, items)| Block::List { start, items }),
            (0..3usize, vec(inner, 0..3))
                .prop_map(move |(kind, blocks)| Block::Quote { callout: kinds[kind], blocks }),
        ]
    })
}

fn texts(block: &Block, out: &mut Vec<String>) {
    let mut add = |runs: &[markdown::Span]| out.extend(runs.iter().map(|run| run.text.clone()));
    match block {
        Block::Heading(runs) | Block::Paragraph(runs) => add(runs),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| texts(inner, out)),
        Block::Quote { blocks, .. } => blocks.iter().for_each(|inner| texts(inner, out)),
        Block::Table { header, rows } => {
            header.iter().chain(rows.iter().flatten()).for_each(|cell| add(cell));
        }
        Block::Code(code) => out.push(code.clone()),
        Block::Rule => {}
    }
}

fn count(text: &str) -> HashMap<char, usize> {
    text.chars().filter(|c| !c.is_whitespace()).fold(HashMap::new(), |mut counts, c| {
        *counts.entry(c).or_default() += 1;
        counts
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_page_fits_any_width_and_keeps_its_text(
        page in vec(block(), 0..4),
        width in 0u16..=100,
    ) {
        let lines = lay(&page, width, &THEME, Lang::Id);
        for line in &lines {
            let text = line.to_string();
            prop_assert_eq!(drawn(line, width), text.as_str());
            prop_assert!(!text.ends_with(' '), "{text:?}");
            prop_assert!(line.width() <= usize::from(width), "{text:?}");
        }
        let mut source = Vec::new();
        for block in &page {
            texts(block, &mut source);
        }
        let source: String = source.iter().map(|text| safe(text)).collect();
        if width >= 2 && source.graphemes(true).all(|g| g == "\n" || g.cell_width() <= 2) {
            let shown = count(&lines.iter().map(ToString::to_string).collect::<String>());
            for (c, times) in count(&source) {
                prop_assert!(shown.get(&c).is_some_and(|&found| found >= times), "{c:?} is lost");
            }
        }
    }

    #[test]
    fn drawings_are_cut_and_never_wrapped(code in hostile::text(), width in 1u16..=100) {
        let lines = lay(&[Block::Code(code.clone())], width, &THEME, Lang::Id);
        prop_assert_eq!(lines.len(), safe(&code).trim_end_matches('\n').split('\n').count());
        prop_assert!(lines.iter().all(|line| line.width() <= usize::from(width)));
    }
}

#[test]
fn the_sample_pages_fit_every_width() {
    let page = [comparison(), plan(), list(), callout(), Block::Rule];
    for width in 0..=120 {
        for line in lay(&page, width, &THEME, Lang::En) {
            assert_eq!(drawn(&line, width), line.to_string());
        }
    }
}
