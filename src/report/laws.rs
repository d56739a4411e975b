//! Laws of the writers: what goes in comes out, and nothing else does.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use unicode_width::UnicodeWidthStr;

use super::{json, markdown, text};
use crate::model::{
    course::Course,
    document::{Document, plain, strong, text::WIDTHS},
    markdown::{Block, Span},
    plan::{Plan, Row, document::printed, tests::full},
    safe_text::{
        hostile::{HOSTILE, text as any_text},
        safe_line,
    },
    text::Lang,
};

/// What tries to become markup in some program.
const ACTIVE: &[&str] = &[
    "[klik](http://jahat.example)",
    "![gambar](x.png)",
    "<b>tebal</b>",
    "<script>alert(1)</script>",
    "<!-- sembunyi -->",
    "http://jahat.example dan www.jahat.example",
    "<http://jahat.example>",
    "siti@kantor.example",
    "# judul",
    "- butir",
    "+ butir",
    "* butir",
    "1. butir",
    "12) butir",
    "> kutipan",
    "---",
    "===",
    "| sel | sel |",
    "`kode`",
    "```",
    "~~~",
    "**tebal** _miring_ ~~coret~~",
    "[^1]: catatan",
    "[x]: http://jahat.example",
    "[[wiki]]",
    "$x^2$",
    "&lt;b&gt; &#60; &amp;",
    "\\*",
    "\\",
    "baris\nbaru\n\n# judul",
    "    kode",
    ": definisi",
    "{#id .kelas}",
    ":smile:",
    "a\u{0}b",
];

fn field() -> impl Strategy<Value = String> {
    let active = proptest::sample::select(ACTIVE).prop_map(str::to_owned);
    prop_oneof![active.clone(), any_text(), (active, any_text()).prop_map(|(a, b)| a + &b)]
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let span = (field(), any::<bool>(), any::<bool>());
    let span = span.prop_map(|(text, strong, emphasis)| Span {
        text,
        strong,
        emphasis,
        ..Span::default()
    });
    proptest::collection::vec(span, 0..4)
}

fn blocks() -> impl Strategy<Value = Block> {
    let cells = || proptest::collection::vec(spans(), 2);
    let leaf = prop_oneof![
        spans().prop_map(Block::Heading),
        spans().prop_map(Block::Paragraph),
        (cells(), proptest::collection::vec(cells(), 0..3))
            .prop_map(|(header, rows)| Block::Table { header, rows }),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let many = || proptest::collection::vec(inner.clone(), 1..3);
        prop_oneof![
            many().prop_map(|blocks| Block::Quote { callout: None, blocks }),
            (any::<Option<u64>>(), proptest::collection::vec(many(), 1..3))
                .prop_map(|(start, items)| Block::List { start, items }),
        ]
    })
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All text of a document, in its order.
fn source(document: &Document) -> String {
    fn of(block: &Block) -> String {
        let take = |spans: &[Span]| spans.iter().map(|span| safe_line(&span.text)).collect();
        match block {
            Block::Heading(spans) | Block::Paragraph(spans) => take(spans),
            Block::Table { header, rows } => header
                .iter()
                .chain(rows.iter().flatten())
                .map(|cell: &Vec<Span>| take(cell))
                .collect::<Vec<String>>()
                .concat(),
            Block::Quote { blocks, .. } => blocks.iter().map(of).collect(),
            Block::List { items, .. } => items.iter().flatten().map(of).collect(),
            Block::Code(_) | Block::Rule => String::new(),
        }
    }
    let blocks: String = document.blocks.iter().map(of).collect();
    let contents = document
        .table_of_contents()
        .map(|list| format!("{}{}", safe_line(&document.contents), of(&list)));
    let parts: String = document.parts.iter().map(source).collect();
    let title = safe_line(&document.title);
    squeezed(&format!("{title}{blocks}{}{parts}", contents.unwrap_or_default()))
}

/// The text that a Markdown program shows, or what it took for markup.
fn read_back(source: &str) -> Result<String, String> {
    let mut options = Options::all();
    options.remove(Options::ENABLE_SMART_PUNCTUATION);
    // Their lines begin with what the writer itself never writes first.
    options.remove(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);
    options.remove(Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS);
    let mut shown = String::new();
    for event in Parser::new_ext(source, options) {
        match event {
            Event::Text(text) => shown.push_str(&text),
            Event::SoftBreak | Event::HardBreak => shown.push(' '),
            Event::End(_)
            | Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(_)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::BlockQuote(None)
                | Tag::Strong
                | Tag::Emphasis,
            ) => {}
            other => return Err(format!("{other:?} from {source:?}")),
        }
    }
    Ok(squeezed(&shown))
}

fn plan_of(texts: &[String]) -> Plan {
    let mut plan = full();
    let mut texts = texts.iter().cycle().cloned();
    let mut next = || texts.next().unwrap_or_default();
    plan.head.sop.title = next();
    plan.head.name = next();
    plan.head.goal = next();
    plan.if_then.situation = next();
    plan.if_then.then = next();
    let row = Row {
        action: next(),
        factor: Some(next()),
        target: next(),
        answer: next(),
        ..Row::default()
    };
    plan.rows.push(row);
    plan
}

#[test]
fn a_title_of_one_strange_blank_is_still_there() {
    let document = Document { title: "\u{2028}".to_owned(), ..Document::default() };
    let written = markdown::write(&document);
    assert_eq!(read_back(&written), Ok(source(&document)), "{written:?}");
}

#[test]
fn no_active_text_becomes_markup() {
    for text in ACTIVE.iter().copied().chain(HOSTILE.iter().map(|(_, text)| *text)) {
        for spans in [vec![plain(text)], vec![strong(text)], vec![strong("a"), plain(text)]] {
            let cell = vec![vec![spans.clone(), spans.clone()]];
            let blocks = vec![
                Block::Heading(spans.clone()),
                Block::Paragraph(spans.clone()),
                Block::Table { header: vec![spans.clone(), vec![]], rows: cell },
                Block::List { start: Some(1), items: vec![vec![Block::Paragraph(spans)]] },
            ];
            let document = Document { title: text.to_owned(), blocks, ..Document::default() };
            let written = markdown::write(&document);
            assert_eq!(read_back(&written), Ok(source(&document)), "{written}");
        }
    }
}

proptest! {
    #[test]
    fn markdown_reads_back_as_the_same_text_without_any_markup_of_its_own(
        documents in proptest::collection::vec(
            (field(), proptest::collection::vec(blocks(), 0..4), field()), 1..6,
        ),
    ) {
        // The first holds the second, that holds the third, and so on.
        let document = documents.into_iter().rev().fold(None, |inner, (title, blocks, contents)| {
            Some(Document { title, blocks, contents, parts: inner.into_iter().collect() })
        });
        let document = document.unwrap();
        let written = markdown::write(&document);
        prop_assert_eq!(read_back(&written), Ok(source(&document)), "{}", written);
    }

    #[test]
    fn plain_text_keeps_within_any_width_that_can_be_asked_for_and_steers_no_terminal(
        title in field(), blocks in proptest::collection::vec(blocks(), 0..4), width in WIDTHS,
    ) {
        let document = Document { title, blocks, ..Document::default() };
        let written = text::write(&document, width);
        for line in written.lines() {
            prop_assert!(line.width() <= width, "{:?}", line);
            prop_assert_eq!(safe_line(line), line);
            prop_assert_eq!(line.trim_end(), line);
        }
    }

    #[test]
    fn plain_text_loses_no_letter(
        words in proptest::collection::vec("[a-zé世]{1,90}", 0..12), width in WIDTHS,
    ) {
        let document = Document {
            title: "judul".to_owned(),
            blocks: vec![Block::Paragraph(vec![plain(words.join(" "))])],
            ..Document::default()
        };
        let written = text::write(&document, width);
        let body = written.split_once("=\n").map_or("", |(_, body)| body);
        prop_assert_eq!(squeezed(body), words.concat());
    }

    #[test]
    fn any_plan_can_be_written_and_its_json_reads_back_the_same(
        texts in proptest::collection::vec(field(), 1..6), width in WIDTHS,
    ) {
        let plan = plan_of(&texts);
        for lang in Lang::ALL {
            let document = printed(&plan, &Course::default(), lang);
            let written = markdown::write(&document);
            prop_assert_eq!(read_back(&written), Ok(source(&document)), "{}", written);
            prop_assert!(text::write(&document, width).lines().all(|line| line.width() <= width));
        }
        let written = json::plan(&plan);
        prop_assert_eq!(serde_json::from_str::<Plan>(&written).unwrap(), plan);
        prop_assert!(written.lines().all(|line| safe_line(line) == line), "{}", written);
    }
}

#[test]
fn json_has_exactly_the_fields_of_the_format_and_keeps_what_it_does_not_know() {
    let mut plan = full();
    let part = serde_json::json!({"challenge": "sdm", "differs": "3 orang", "x": [1]});
    plan.adaptation.push(serde_json::from_value(part).unwrap());
    let due = serde_json::json!({"id": "1", "due": "2026-12-24"});
    plan.checkins.push(serde_json::from_value(due).unwrap());
    plan.unknown.insert("later".to_owned(), serde_json::json!({"a": null}));
    let value: serde_json::Value = serde_json::from_str(&json::plan(&plan)).unwrap();
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    let top = ["format", "schema", "id", "edited", "head", "adaptation", "if_then", "rows"];
    assert_eq!(keys(&value), [top.as_slice(), &["checkins", "later"]].concat());
    let head = ["name", "post", "unit", "government", "sop", "baseline", "goal", "from", "to"];
    assert_eq!(keys(&value["head"]), [head.as_slice(), &["superior"]].concat());
    let row = [
        "id",
        "action",
        "factor",
        "purpose",
        "indicator",
        "baseline",
        "target",
        "responsible",
        "start",
        "finish",
        "resources",
        "obstacle",
        "answer",
        "evidence",
        "status",
    ];
    assert_eq!(keys(&value["rows"][0]), row);
    assert_eq!(value["rows"][0]["start"], "2026-12-01");
    assert_eq!(value["if_then"]["rehearsed"], serde_json::Value::Null);
    assert_eq!(value["adaptation"][0]["differs"], "3 orang");
    assert_eq!(value["adaptation"][0]["x"], serde_json::json!([1]));
    let checkin = ["id", "due", "at", "did", "evidence", "progress", "obstacle", "next"];
    assert_eq!(keys(&value["checkins"][0]), checkin);
    assert_eq!(value["checkins"][0]["due"], "2026-12-24");
}

#[test]
fn a_format_is_known_by_its_name_and_by_a_files_ending() {
    use super::Format;
    assert_eq!(Format::from_name("md"), Some(Format::Markdown));
    assert_eq!(Format::from_name("pdf"), None);
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
        let ending = if format == Format::Text { "txt" } else { format.name() };
        assert_eq!(Format::from_ending(&ending.to_uppercase()), Some(format));
    }
    assert_eq!(Format::from_ending("text"), None);
    assert_eq!(Format::from_ending("JSON"), Some(Format::Json));
    assert_eq!(Format::from_ending("doc"), None);
}
