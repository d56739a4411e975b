//! The built-in course against the brief it was written from: every part is there, in both
//! languages, where everybody sees it, and what the brief counts is counted the same.

#![allow(clippy::panic, reason = "a test may stop, and its helpers are no tests in clippy's eyes")]

mod parts;

use pandu::{
    model::{
        course::{Body, Content, Course, Kind, Part as Shown, Seen},
        markdown::{Block, Span, plain},
        text::{Lang, Text},
    },
    store::course::{Source, load},
};

use parts::{MODULES, PARTS, SAID};

/// Fewest items of the whole course.
const FEWEST_ITEMS: usize = 36;
/// Fewest words that the hall sees of a page; less is a heading without a page.
const FEWEST_SHOWN: usize = 40;
/// Fewest words that the reader sees of it.
const FEWEST_READ: usize = 90;

fn course() -> Course {
    load(&Source::BuiltIn).unwrap_or_else(|refused| panic!("{:#?}", refused.faults)).course
}

/// What the reader sees, in order.
fn read(body: &Body) -> impl Iterator<Item = &Block> {
    let is_read = |part: &&Shown| matches!(part.seen, Seen::Everywhere | Seen::Reader);
    body.parts.iter().filter(is_read).filter_map(block)
}

/// What stands on every surface, in order.
fn shown(body: &Body) -> impl Iterator<Item = &Block> {
    body.parts.iter().filter(|part| part.seen == Seen::Everywhere).filter_map(block)
}

fn block(part: &Shown) -> Option<&Block> {
    match &part.content {
        Content::Block(block) => Some(block),
        Content::Item(_) => None,
    }
}

/// All words of a block, in lower case.
fn words(block: &Block) -> String {
    let cells =
        |row: &[Vec<Span>]| row.iter().map(|cell| plain(cell)).collect::<Vec<String>>().join(" | ");
    let text = match block {
        Block::Heading(spans) | Block::Paragraph(spans) => plain(spans),
        Block::List { items, .. } => {
            items.iter().flatten().map(words).collect::<Vec<_>>().join(" ")
        }
        Block::Quote { blocks, .. } => blocks.iter().map(words).collect::<Vec<_>>().join(" "),
        Block::Table { header, rows } => {
            let rows = rows.iter().map(|row| cells(row));
            [cells(header)].into_iter().chain(rows).collect::<Vec<_>>().join(" ")
        }
        Block::Code(text) => text.clone(),
        Block::Rule => String::new(),
    };
    text.to_lowercase()
}

/// Every series of a page: its headings; its tables, where those with the same header are one; its
/// lists, where one that is only parted by a step, or counts on, is one.
fn series(body: &Body) -> Vec<Vec<String>> {
    let mut headings = Vec::new();
    let mut tables: Vec<(&[Vec<Span>], Vec<String>)> = Vec::new();
    let mut lists: Vec<Vec<String>> = Vec::new();
    let mut before: Option<&Block> = None;
    for block in shown(body) {
        match block {
            Block::Heading(_) => headings.push(words(block)),
            Block::Table { header, rows } => {
                let rows = rows.iter().map(|row| {
                    words(&Block::Table { header: Vec::new(), rows: vec![row.clone()] })
                });
                match tables.iter_mut().find(|(known, _)| known == header) {
                    Some((_, known)) => known.extend(rows),
                    None => tables.push((header, rows.collect())),
                }
            }
            Block::List { start, items } => {
                let rows = items.iter().map(|item| item.iter().map(words).collect::<String>());
                let goes_on = match (start, lists.last()) {
                    (Some(start), Some(last)) => *start == last.len() as u64 + 1,
                    (None, _) => matches!(before, Some(Block::List { start: None, .. })),
                    (Some(_), None) => false,
                };
                match lists.last_mut() {
                    Some(last) if goes_on => last.extend(rows),
                    _ => lists.push(rows.collect()),
                }
            }
            _ => {}
        }
        before = Some(block);
    }
    lists.push(headings);
    lists.extend(tables.into_iter().map(|(_, rows)| rows));
    lists
}

fn is_series_of(series: &[String], members: &[&str]) -> bool {
    series.len() == members.len()
        && series
            .iter()
            .zip(members)
            .all(|(text, words)| words.split('+').all(|word| text.contains(word)))
}

/// Everything of the brief that a course lacks, in words.
fn lacks(course: &Course) -> Vec<String> {
    let mut found = Vec::new();
    let modules: Vec<&str> = course.modules.iter().map(|module| module.key.as_str()).collect();
    if modules != MODULES {
        found.push(format!("the modules are {modules:?}, not the six topics in their order"));
    }
    for part in PARTS {
        let Some((.., page)) = course.page(part.page) else {
            found.push(format!("{}: the page {} is missing", part.named, part.page));
            continue;
        };
        for lang in Lang::ALL {
            let body = page.body.get(lang);
            let all: String = shown(body).map(words).collect::<Vec<_>>().join(" ");
            let told: usize = read(body).map(|block| words(block).split_whitespace().count()).sum();
            let is_thin = all.split_whitespace().count() < FEWEST_SHOWN || told < FEWEST_READ;
            if body.title.trim().is_empty() || is_thin {
                found.push(format!("{}: {} has hardly any text in {lang}", part.named, part.page));
            }
            let members = *part.shows.get(lang);
            let is_shown = members.is_empty()
                || series(body).iter().any(|series| is_series_of(series, members));
            if !is_shown {
                let count = members.len();
                found
                    .push(format!("{}: {} shows no such {count} in {lang}", part.named, part.page));
            }
            let said = SAID.iter().filter(|(key, _)| *key == part.page);
            for word in said.flat_map(|(_, words)| *words.get(lang)) {
                if !all.contains(word) {
                    found.push(format!(
                        "{}: {} does not say “{word}” in {lang}",
                        part.named, part.page
                    ));
                }
            }
        }
        if page.body.id.parts == page.body.en.parts {
            found.push(format!("{}: {} is the same in both languages", part.named, part.page));
        }
    }
    found
}

#[test]
fn every_part_of_the_brief_is_in_the_course() {
    let found = lacks(&course());
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn the_table_speaks_of_pages_that_it_names_and_counts_alike_in_both_languages() {
    for (page, _) in SAID {
        assert!(PARTS.iter().any(|part| part.page == *page), "{page}");
    }
    for part in PARTS {
        assert_eq!(part.shows.id.len(), part.shows.en.len(), "{}", part.named);
    }
}

#[test]
fn the_bank_holds_enough_of_every_kind_and_explains_itself() {
    let course = course();
    let items: Vec<_> = course.modules.iter().flat_map(|module| &module.items).collect();
    assert!(items.len() >= FEWEST_ITEMS, "{} items", items.len());
    for (kind, name) in Kind::ALL {
        assert!(items.iter().any(|item| item.kind == kind), "no item of the kind {name}");
    }
    for module in &course.modules {
        assert!(!module.items.is_empty(), "{} asks nothing", module.key);
        let mut reflecting = module.items.iter().filter(|item| item.kind == Kind::Reflect);
        assert!(reflecting.next().is_some(), "{} lets nobody reflect", module.key);
    }
    for factor in &course.factors {
        let key = Some(&factor.key);
        assert!(items.iter().any(|item| item.factor.as_ref() == key), "nothing about {key:?}");
    }
    for item in items {
        let key = &item.key;
        assert!(course.page(&item.page).is_some(), "{key} rests on no page");
        for lang in Lang::ALL {
            let is_blank = |text: &Text<String>| text.get(lang).trim().is_empty();
            assert!(!is_blank(&item.prompt), "{key} asks nothing in {lang}");
            for option in &item.options {
                let name = &option.key;
                assert!(!is_blank(&option.text), "{key}: {name} says nothing in {lang}");
                assert!(!is_blank(&option.why), "{key}: {name} has no why in {lang}");
            }
            match item.kind {
                Kind::Recall => {
                    assert!(!is_blank(&item.why), "{key} has no why in {lang}");
                    assert!(!item.accept.get(lang).is_empty(), "{key} accepts nothing in {lang}");
                }
                Kind::Reflect => {
                    assert!(!is_blank(&item.model), "{key} has no model answer in {lang}");
                    assert!(!item.check.iter().any(is_blank), "{key} lists nothing in {lang}");
                }
                _ => assert!(item.options.len() > 1, "{key} offers no choice"),
            }
        }
    }
}

/// The built-in course after something was taken away, and what must be missed then.
fn missed(spoil: impl FnOnce(&mut Course)) -> Vec<String> {
    let mut course = course();
    spoil(&mut course);
    lacks(&course)
}

fn page<'a>(course: &'a mut Course, key: &str) -> &'a mut pandu::model::course::Page {
    let pages = course.modules.iter_mut().flat_map(|module| &mut module.pages);
    pages.into_iter().find(|page| page.key == key).unwrap_or_else(|| panic!("{key}"))
}

#[test]
fn what_is_taken_out_of_the_course_is_missed() {
    let found = missed(|course| {
        for module in &mut course.modules {
            module.pages.retain(|page| page.key != "jika-maka");
        }
    });
    assert_eq!(found, ["the follow-up plan: if and then: the page jika-maka is missing"]);

    let found = missed(|course| page(course, "jika-maka").body.en.parts.clear());
    assert_eq!(found, ["the follow-up plan: if and then: jika-maka has hardly any text in en"]);

    let found = missed(|course| {
        let page = page(course, "survei-kepuasan");
        page.body.en = page.body.id.clone();
    });
    assert!(found.iter().any(|said| said.contains("is the same in both languages")), "{found:?}");

    let found = missed(|course| course.modules.swap(0, 1));
    assert!(found.iter().any(|said| said.contains("not the six topics")), "{found:?}");
}

#[test]
fn one_member_too_few_or_hidden_from_the_hall_is_missed() {
    let said = "the 5 qualities of a process: lima-kualitas shows no such 5 in en";
    let found = missed(|course| {
        let lists =
            page(course, "lima-kualitas").body.en.parts.iter_mut().filter_map(
                |part| match &mut part.content {
                    Content::Block(Block::List { items, .. }) => Some(items),
                    _ => None,
                },
            );
        lists.last().map(Vec::pop);
    });
    assert_eq!(found, [said]);

    let found = missed(|course| {
        for part in &mut page(course, "lima-kualitas").body.en.parts {
            if matches!(part.content, Content::Block(Block::List { .. })) {
                part.seen = Seen::Facilitator;
            }
        }
    });
    assert!(found.contains(&said.to_owned()), "{found:?}");

    let found = missed(|course| {
        page(course, "mengapa-sop-penting")
            .body
            .id
            .parts
            .retain(|part| !block(part).is_some_and(|block| words(block).contains("pilar")));
    });
    let said = "the pointer to the pillar topic: mengapa-sop-penting does not say “pilar” in id";
    assert!(found.contains(&said.to_owned()), "{found:?}");
}
