//! Web pages of documents, read as XML: what is written is text, whatever it tries to be.

use std::collections::BTreeSet;

use pandu::{
    model::{
        course::Content,
        document::Document,
        handout::Handout,
        markdown::{Block, Callout, Link, Span},
        safe_text::{safe, safe_line},
        text::{Lang, Said},
    },
    report::html::documents,
};
use proptest::prelude::*;

use super::{course, squeezed};
use crate::paper::{
    HOSTILE,
    xml::{Element, Node, read},
};

const VOID: &[&str] = &["meta", "hr"];
const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "aside",
    "blockquote",
    "body",
    "code",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "li",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "strong",
    "style",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];
const ATTRIBUTES: &[&str] = &[
    "charset",
    "class",
    "content",
    "dir",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "scope",
    "start",
];
const CLASSES: &[&str] =
    &["aside", "chapter", "few", "leads", "long", "open", "short", "warns", "wide"];

/// All elements below this one.
fn each<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for node in &element.nodes {
        if let Node::Element(inner) = node {
            found.push(inner);
            each(inner, found);
        }
    }
}

/// Reads a page and holds it to what a page may be made of.
fn checked(page: &str) -> Element {
    let page = read(page, VOID);
    let mut elements = Vec::new();
    each(&page, &mut elements);
    let mut places = BTreeSet::new();
    for element in &elements {
        assert!(ELEMENTS.contains(&element.name.as_str()), "<{}>", element.name);
        for (name, value) in &element.attributes {
            assert!(ATTRIBUTES.contains(&name.as_str()), "{name}");
            match name.as_str() {
                "class" => assert!(value.split(' ').all(|it| CLASSES.contains(&it)), "{value}"),
                "id" => assert!(places.insert(value.as_str()), "{value} twice"),
                "start" => assert!(value.parse::<u32>().is_ok(), "{value}"),
                _ => {}
            }
        }
    }
    for link in page.all("a") {
        let place = link.attribute("href").and_then(|target| target.strip_prefix('#'));
        assert!(place.is_some_and(|place| places.contains(place)), "{place:?} leads nowhere");
    }
    let style = page.all("style")[0].text();
    assert!(!style.contains("url(") && !style.contains("@import"));
    let policy = page.all("meta").into_iter().filter_map(|meta| meta.attribute("content"));
    assert!(policy.into_iter().any(|it| it == "default-src 'none'; style-src 'unsafe-inline'"));
    page
}

/// Text of a document in its order, with the table of contents.
fn source(document: &Document, lang: Lang) -> String {
    let mut text = safe_line(&document.title).into_owned();
    document.blocks.iter().for_each(|block| text += &of_block(block, lang));
    if !document.contents.is_empty() && !document.parts.is_empty() {
        text += &safe_line(&document.contents);
        for part in &document.parts {
            text += &safe_line(&part.title);
            part.parts.iter().for_each(|inner| text += &safe_line(&inner.title));
        }
    }
    document.parts.iter().for_each(|part| text += &source(part, lang));
    squeezed(&text)
}

fn of_block(block: &Block, lang: Lang) -> String {
    let take = |spans: &Vec<Span>| -> String {
        spans.iter().map(|span| safe_line(&span.text).into_owned()).collect()
    };
    let all =
        |blocks: &[Block]| -> String { blocks.iter().map(|block| of_block(block, lang)).collect() };
    match block {
        Block::Heading(spans) | Block::Paragraph(spans) => take(spans),
        Block::List { items, .. } => items.iter().map(|item| all(item)).collect(),
        Block::Quote { callout, blocks } => {
            let word = callout.map_or("", |kind| kind.word().say(lang));
            format!("{word}{}", all(blocks))
        }
        Block::Table { header, rows } => {
            // A head without any text is none.
            header.iter().chain(rows.iter().flatten()).map(take).collect()
        }
        Block::Code(code) => safe(code).into_owned(),
        Block::Rule => String::new(),
    }
}

fn text() -> impl Strategy<Value = String> {
    let hostile = proptest::sample::select(HOSTILE).prop_map(str::to_owned);
    prop_oneof![hostile, any::<String>(), "[a-z <>&\"'=/#]{0,30}"]
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let span = (text(), any::<[bool; 3]>(), text());
    let span = span.prop_map(|(text, [strong, emphasis, code], to)| {
        let link = code.then_some(Link::Elsewhere(to));
        Span { text, strong, emphasis, code, link }
    });
    proptest::collection::vec(span, 0..3)
}

fn block() -> impl Strategy<Value = Block> {
    let cells = || proptest::collection::vec(spans(), 0..3);
    let leaf = prop_oneof![
        spans().prop_map(Block::Heading),
        spans().prop_map(Block::Paragraph),
        text().prop_map(Block::Code),
        Just(Block::Rule),
        (cells(), proptest::collection::vec(cells(), 0..3))
            .prop_map(|(header, rows)| Block::Table { header, rows }),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let many = || proptest::collection::vec(inner.clone(), 0..3);
        let kinds = vec![None, Some(Callout::Note), Some(Callout::Warning)];
        prop_oneof![
            (proptest::sample::select(kinds), many())
                .prop_map(|(callout, blocks)| Block::Quote { callout, blocks }),
            (any::<Option<u64>>(), proptest::collection::vec(many(), 0..3))
                .prop_map(|(start, items)| Block::List { start, items }),
        ]
    })
}

fn document() -> impl Strategy<Value = Document> {
    let own = || (text(), proptest::collection::vec(block(), 0..3), text());
    let leaf = own().prop_map(|(title, blocks, contents)| Document {
        title,
        blocks,
        contents,
        parts: Vec::new(),
    });
    leaf.prop_recursive(3, 8, 3, move |inner| {
        (own(), proptest::collection::vec(inner, 0..3)).prop_map(
            |((title, blocks, contents), parts)| Document { title, blocks, contents, parts },
        )
    })
}

proptest! {
    #[test]
    fn a_page_reads_back_as_the_same_text_and_holds_no_element_but_its_own(
        all in proptest::collection::vec(document(), 1..3),
    ) {
        for lang in Lang::ALL {
            let page = checked(&documents(&all, lang));
            let expected: String = all.iter().map(|document| source(document, lang)).collect();
            prop_assert_eq!(squeezed(&page.all("body")[0].text()), expected);
        }
    }
}

/// The next hostile text in both languages.
fn hostile(at: &mut usize) -> Said {
    *at += 1;
    let text = |shift: usize| HOSTILE[(*at + shift) % HOSTILE.len()].to_owned();
    Said::new(text(0), text(7))
}

#[test]
fn a_hostile_course_gives_pages_of_text() {
    let mut course = course();
    let at = &mut 0;
    course.title = hostile(at);
    course.version = hostile(at).id;
    course.practice.label = hostile(at).id;
    for module in &mut course.modules {
        module.title = hostile(at);
        for page in &mut module.pages {
            for body in [&mut page.body.id, &mut page.body.en] {
                body.title = hostile(at).id;
                for part in &mut body.parts {
                    let Content::Block(block) = &mut part.content else { continue };
                    *block = block.with_texts(&|_| {
                        vec![Span { text: HOSTILE[*at % HOSTILE.len()].into(), ..Span::default() }]
                    });
                    *at += 1;
                }
            }
        }
        for item in &mut module.items {
            (item.prompt, item.why, item.model) = (hostile(at), hostile(at), hostile(at));
            for option in &mut item.options {
                (option.text, option.why, option.with) = (hostile(at), hostile(at), hostile(at));
            }
        }
    }
    for activity in &mut course.activities {
        (activity.title, activity.product) = (hostile(at), hostile(at));
        activity.steps.iter_mut().for_each(|step| *step = hostile(at));
    }
    for source in &mut course.sources {
        (source.work, source.status) = (hostile(at).id, hostile(at));
        (source.issuer, source.number) = (Some(hostile(at).id), Some(hostile(at).id));
    }
    for term in &mut course.terms {
        (term.term, term.meaning) = (hostile(at), hostile(at));
    }
    for lang in Lang::ALL {
        for handout in Handout::all(&course) {
            let document = handout.document(&course, lang);
            let page = checked(&documents(std::slice::from_ref(&document), lang));
            assert_eq!(squeezed(&page.all("body")[0].text()), source(&document, lang));
        }
    }
}

#[test]
fn a_book_begins_each_chapter_on_a_new_page_and_its_contents_lead_to_all_of_it() {
    let course = course();
    for (lang, module) in [(Lang::Id, "Modul"), (Lang::En, "Module")] {
        for handout in [Handout::Book, Handout::Guide] {
            let document = handout.document(&course, lang);
            let text = documents(std::slice::from_ref(&document), lang);
            let page = checked(&text);
            assert_eq!(page.all("html")[0].attribute("lang"), Some(lang.code()));
            let chapters: Vec<&Element> = page
                .all("section")
                .into_iter()
                .filter(|section| section.attribute("class") == Some("chapter"))
                .collect();
            let titles: Vec<String> =
                chapters.iter().map(|chapter| chapter.children("h2")[0].text()).collect();
            let modules = titles.iter().filter(|title| title.starts_with(module));
            assert_eq!(modules.count(), course.modules.len(), "{titles:?}");
            let parts = document.parts.iter().map(|part| 1 + part.parts.len()).sum::<usize>();
            let links = page.all("nav")[0].all("a");
            assert_eq!(links.len(), parts);
            let sections = page.all("section");
            for link in links {
                let place = link.attribute("href").unwrap().trim_start_matches('#');
                let target = sections.iter().find(|it| it.attribute("id") == Some(place)).unwrap();
                assert!(target.text().starts_with(&link.text()), "{place}");
            }
            for rule in [
                "size: A4;",
                ".chapter { break-before: page; }",
                "break-after: avoid;",
                "table-header-group",
                "counter(page)",
            ] {
                assert!(text.contains(rule), "{rule}");
            }
        }
    }
}
