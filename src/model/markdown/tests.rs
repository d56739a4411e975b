//! Laws of Markdown as blocks.

use proptest::prelude::*;

use super::*;

fn span(text: &str) -> Span {
    Span { text: text.to_owned(), ..Span::default() }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![span(text)])
}

#[test]
fn styles_and_links_become_spans() {
    let bold = Span { strong: true, ..span("mutu") };
    let both = Span { emphasis: true, ..bold.clone() };
    let link = Span { link: Some(Link::Term("mutu-baku".to_owned())), ..span("baku") };
    let code = Span { code: true, ..span("a b") };
    for (source, expected) in [
        ("**mutu** baku", vec![bold, span(" baku")]),
        ("***mutu***", vec![both]),
        ("[baku](g:mutu-baku)", vec![link]),
        ("`a b`\ndi sini", vec![code, span(" di sini")]),
        ("satu\ndua  \ntiga", vec![span("satu dua tiga")]),
        ("“a” – b… -- \"c\" 'd'", vec![span("“a” – b… -- \"c\" 'd'")]),
    ] {
        assert_eq!(parse(source), [Block::Paragraph(expected)], "{source}");
    }
    assert_eq!(Link::from_target("p:k"), Link::Page("k".to_owned()));
    assert_eq!(Link::from_target("http://x"), Link::Elsewhere("http://x".to_owned()));
}

#[test]
fn blocks_keep_their_order_and_nesting() {
    let source = "### Judul\n\n1. satu\n   - dalam\n2. dua\n\n> [!TIP]\n> isi\n\n---\n\nakhir";
    let inner = Block::List { start: None, items: vec![vec![paragraph("dalam")]] };
    let list = Block::List {
        start: Some(1),
        items: vec![vec![paragraph("satu"), inner], vec![paragraph("dua")]],
    };
    let tip = Block::Quote { callout: Some(Callout::Tip), blocks: vec![paragraph("isi")] };
    let heading = Block::Heading(vec![span("Judul")]);
    assert_eq!(parse(source), [heading, list, tip, Block::Rule, paragraph("akhir")]);
}

#[test]
fn each_callout_is_known_and_a_plain_quotation_stays_one() {
    for (name, expected) in [
        ("[!NOTE]\n> ", Some(Callout::Note)),
        ("[!TIP]\n> ", Some(Callout::Tip)),
        ("[!IMPORTANT]\n> ", Some(Callout::Important)),
        ("[!WARNING]\n> ", Some(Callout::Warning)),
        ("[!CAUTION]\n> ", Some(Callout::Caution)),
        ("", None),
    ] {
        let blocks = vec![paragraph("isi")];
        let quote = Block::Quote { callout: expected, blocks };
        assert_eq!(parse(&format!("> {name}isi")), [quote], "{name}");
    }
}

#[test]
fn rows_of_a_table_are_as_wide_as_its_header() {
    let cell = |text: &str| if text.is_empty() { vec![] } else { vec![span(text)] };
    let table = parse("|a|b|\n|-|-|\n|1|\n|2|3|4|");
    let expected = Block::Table {
        header: vec![cell("a"), cell("b")],
        rows: vec![vec![cell("1"), cell("")], vec![cell("2"), cell("3")]],
    };
    assert_eq!(table, [expected]);
    let wide = read(&format!("|{}\n|{}\n|1|\n", "a|".repeat(20), "-|".repeat(20)));
    let [Block::Table { header, rows }] = wide.blocks.as_slice() else { panic!("no table") };
    assert_eq!((header.len(), rows[0].len()), (WIDEST, WIDEST));
    assert_eq!(wide.strange[0].0, Strange::Wide);
}

#[test]
fn code_keeps_its_columns() {
    let source = "```text\n a\n   b\n```\n";
    assert_eq!(parse(source), [Block::Code(" a\n   b".to_owned())]);
}

#[test]
fn what_is_not_interpreted_stays_visible_and_is_told() {
    for (source, shown, strange) in [
        ("a <b>c</b>", "a <b>c</b>", Strange::Html),
        ("<div>\nx\n</div>", "<div> x </div>", Strange::Html),
        ("![denah](x.png)", "[denah]", Strange::Image),
        ("a[^1]\n\n[^1]: b", "a[^1][^1]b", Strange::Footnote),
        ("# a", "a", Strange::Heading),
        ("a\n===", "a", Strange::Heading),
    ] {
        let reading = read(source);
        assert_eq!(text_of(&reading.blocks), shown, "{source}");
        assert_eq!(reading.strange.first().map(|(strange, _)| *strange), Some(strange));
    }
}

#[test]
fn places_are_those_of_the_source() {
    let source = "satu [dua](g:dua) <b>";
    let reading = read(source);
    assert_eq!(source.get(reading.links[0].1.clone()), Some("[dua](g:dua)"));
    assert_eq!(source.get(reading.strange[0].1.clone()), Some("<b>"));
}

#[test]
fn nesting_is_bounded_and_nothing_is_lost_by_it() {
    let source = format!("{}inti\n\nakhir", "> ".repeat(40));
    let reading = read(&source);
    assert!(depth(&reading.blocks) <= 2 * DEEPEST + 1);
    assert_eq!(text_of(&reading.blocks), "intiakhir");
    assert_eq!(reading.strange, [(Strange::Deep, reading.strange[0].1.clone())]);
    let lines: Vec<String> = (0..30).map(|n| format!("{}- {n}", "  ".repeat(n))).collect();
    let reading = read(&lines.join("\n"));
    assert_eq!(text_of(&reading.blocks), (0..30).map(|n| n.to_string()).collect::<String>());
}

/// All text, block after block.
fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading(spans) | Block::Paragraph(spans) => text += &plain(spans),
            Block::List { items, .. } => items.iter().for_each(|item| text += &text_of(item)),
            Block::Quote { blocks, .. } => text += &text_of(blocks),
            Block::Table { header, rows } => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| text += &plain(cell));
            }
            Block::Code(code) => text += code,
            Block::Rule => {}
        }
    }
    text
}

fn depth(blocks: &[Block]) -> usize {
    let inner = blocks.iter().map(|block| match block {
        Block::List { items, .. } => items.iter().map(|item| 1 + depth(item)).max().unwrap_or(0),
        Block::Quote { blocks, .. } => depth(blocks),
        _ => 0,
    });
    1 + inner.max().unwrap_or(0)
}

proptest! {
    #[test]
    fn any_text_becomes_safe_blocks(source in "([-*_>|`#\\[\\]()!<a \n\t\u{1b}\u{202e}]|\\PC){0,200}") {
        let reading = read(&source);
        let text = text_of(&reading.blocks);
        let unsafe_letter = |letter: char| letter.is_control() && letter != '\n' || letter == '\u{202e}';
        prop_assert!(!text.contains(unsafe_letter));
        for (_, place) in &reading.links {
            prop_assert!(source.get(place.clone()).is_some());
        }
        for (_, place) in &reading.strange {
            prop_assert!(source.get(place.clone()).is_some());
        }
    }
}
