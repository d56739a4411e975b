//! The web page, read as XML: every element but those that HTML never closes is closed.

use std::collections::BTreeSet;

use pandu::{
    model::{plan::Plan, text::Lang},
    report::Format,
};

use super::{
    bytes, full, hostile, lines,
    xml::{Element, read},
};

const VOID: &[&str] = &["meta", "col"];
const ELEMENTS: &[&str] = &[
    "b", "body", "col", "colgroup", "div", "footer", "h1", "h2", "head", "header", "html", "meta",
    "p", "section", "strong", "style", "table", "tbody", "td", "th", "thead", "title", "tr",
];
const ATTRIBUTES: &[&str] =
    &["charset", "class", "content", "dir", "http-equiv", "lang", "name", "scope", "style"];

fn page(plan: Option<&Plan>, lang: Lang) -> (String, Element) {
    let text = String::from_utf8(bytes(plan, Format::Html, lang)).unwrap();
    let read = read(&text, VOID);
    (text, read)
}

fn attributes(element: &Element, found: &mut BTreeSet<String>) {
    for name in element.names().into_iter().collect::<BTreeSet<_>>() {
        for inner in element.all(name) {
            found.extend(inner.attributes.iter().map(|(name, _)| name.clone()));
        }
    }
}

#[test]
fn a_hostile_plan_is_a_page_without_script_link_or_anything_from_outside() {
    let plan = hostile();
    for lang in Lang::ALL {
        let (text, page) = page(Some(&plan), lang);
        let names: BTreeSet<&str> = page.names().into_iter().collect();
        assert!(names.iter().all(|name| ELEMENTS.contains(name)), "{names:?}");
        let mut found = BTreeSet::new();
        attributes(&page, &mut found);
        assert!(found.iter().all(|name| ATTRIBUTES.contains(&name.as_str())), "{found:?}");
        let style = page.all("style")[0].text();
        assert!(!style.contains("url(") && !style.contains("@import"));
        assert!(text.contains("default-src 'none'"));
        let grids = page.all("table");
        let rows = grids[2].all("tbody")[0].children("tr");
        assert_eq!(rows.len(), plan.rows.len());
        for (row, written) in plan.rows.iter().zip(rows) {
            let cells = written.children("td");
            let read: Vec<String> = cells[2].children("div").iter().map(|it| it.text()).collect();
            assert_eq!(read, lines(&row.purpose));
        }
    }
}

#[test]
fn a_page_says_its_language_and_how_it_prints() {
    for (lang, word) in [(Lang::Id, "Rencana aksi"), (Lang::En, "Actions")] {
        let (text, page) = page(Some(&full()), lang);
        assert!(text.starts_with("<!DOCTYPE html>"));
        assert_eq!(page.all("html")[0].attribute("lang"), Some(lang.code()));
        assert!(page.text().contains(word) && page.text().contains("NIP ...."));
        assert!(text.contains("size: A4 landscape") && text.contains("table-header-group"));
    }
    let (_, blank) = page(None, Lang::Id);
    assert_eq!(blank.all("table")[2].all("tbody")[0].children("tr").len(), 7);
}
