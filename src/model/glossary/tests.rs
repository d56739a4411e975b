//! What the glossary promises.

use super::*;
use crate::model::{
    course::{Body, Part},
    markdown,
    progress::tests::course as plain,
    text::{Said, Text},
};

fn term(key: &str, id: &str, en: &str) -> Term {
    let term = Said::new(id.to_owned(), en.to_owned());
    Term { key: key.to_owned(), term, meaning: Said::default() }
}

fn part(seen: Seen, source: &str) -> Vec<Part> {
    let parsed = markdown::parse(source).into_iter();
    parsed
        .map(|block| Part { step: 0, seen, late_columns: 0, content: Content::Block(block) })
        .collect()
}

fn course() -> Course {
    let mut course = plain();
    course.terms = vec![
        term("sop-ap", "SOP AP", "SOP AP (administrative SOP)"),
        term("sop", "SOP (standar operasional prosedur)", "SOP (procedure)"),
        term("data-dasar", "data dasar", "baseline"),
        term("elan", "Élan", "zeal"),
        term("opd", "OPD (organisasi perangkat daerah)", "OPD (regional office)"),
    ];
    let source = "Satu [SOP](g:sop), **[data dasar](g:data-dasar)** dan [SOP](g:sop) lagi.\n\n\
        - [tak dikenal](g:hilang) [OPD](g:opd)\n\n\
        | a | b |\n|---|---|\n| x | [SOP AP](g:sop-ap) |\n\n> [halaman](p:m1-b)";
    let mut parts = part(Seen::Facilitator, "[Élan](g:elan)");
    parts.extend(part(Seen::Reader, source));
    let id = Body { title: "A".to_owned(), parts };
    let en = Body { title: "A".to_owned(), parts: part(Seen::Everywhere, "[OPD](g:opd)") };
    course.modules[0].pages[0].body = Text::new(id, en);
    let parts = part(Seen::Everywhere, "[SOP](g:sop)");
    course.modules[1].pages[1].body.id = Body { title: "B".to_owned(), parts };
    course
}

fn keys(terms: &[&Term]) -> Vec<String> {
    terms.iter().map(|term| term.key.clone()).collect()
}

#[test]
fn the_words_of_a_page_come_as_its_reader_meets_them_each_once() {
    let course = course();
    let page = &course.modules[0].pages[0];
    assert_eq!(keys(&of_page(&course, page, Lang::Id)), ["sop", "data-dasar", "opd", "sop-ap"]);
    assert_eq!(keys(&of_page(&course, page, Lang::En)), ["opd"]);
}

#[test]
fn a_term_knows_the_pages_that_use_it() {
    let course = course();
    assert_eq!(uses(&course, "sop", Lang::Id), [(0, 0), (1, 1)]);
    assert_eq!(uses(&course, "sop", Lang::En), []);
    assert_eq!(uses(&course, "elan", Lang::Id), [], "the facilitator's words are not the reader's");
}

#[test]
fn all_words_are_sorted_as_each_language_spells_them() {
    let course = course();
    let all = |lang| keys(&matching(&course, "", lang));
    assert_eq!(all(Lang::Id), ["data-dasar", "elan", "opd", "sop", "sop-ap"]);
    assert_eq!(all(Lang::En), ["data-dasar", "opd", "sop", "sop-ap", "elan"]);
}

#[test]
fn typing_finds_words_by_their_beginnings_in_both_languages_whatever_case_and_accents() {
    let course = course();
    for (typed, found) in [
        ("DASAR", vec!["data-dasar"]),
        ("base", vec!["data-dasar"]),
        ("elan", vec!["elan"]),
        ("é", vec!["elan"]),
        ("o", vec!["opd", "sop"]),
        ("sop a", vec!["sop-ap"]),
        ("asar", vec![]),
        (" - ", vec!["data-dasar", "elan", "opd", "sop", "sop-ap"]),
    ] {
        assert_eq!(keys(&matching(&course, typed, Lang::Id)), found, "{typed}");
    }
}
