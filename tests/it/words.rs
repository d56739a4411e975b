//! The words of the built-in course: each is found by its letters, seen whole in the smallest
//! window, and leads to the pages that use it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop, and its helpers are no tests in clippy's eyes"
)]

use std::rc::Rc;

use pandu::{
    model::{glossary, moment::Moment, profile::Profile, text::Lang},
    store::course::{Source, load},
    ui::{
        cx::Cx,
        frame,
        keys::{self, Code, Key},
        screen::{AnyScreen, Input, Step},
        screens::{glossary::Glossary, words::Words},
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

/// The smallest window, where the meaning stands below the list, and a usual one.
const SIZES: [(u16, u16); 2] = [frame::SMALLEST, (80, 24)];
/// Where the meaning begins beside the list.
const BESIDE: usize = 39;

fn cx(lang: Lang) -> Cx {
    let course = load(&Source::BuiltIn).unwrap_or_else(|refused| panic!("{:#?}", refused.faults));
    let now: Moment = "2026-11-24T09:12:31+07:00".parse().unwrap();
    let mut cx = Cx::new(Rc::new(course.course), Profile::new("f00d".to_owned()), now, 1);
    cx.speak(lang);
    cx
}

/// The rows of the window with this screen in it.
fn rows(screen: &dyn AnyScreen, (width, height): (u16, u16), cx: &mut Cx) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    cx.body = frame::body(area);
    frame::draw(screen, cx, area, &mut buf);
    let row = |y| (0..width).map(|x| buf[(x, y)].symbol()).collect();
    (0..height).map(row).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn press(screen: &mut dyn AnyScreen, key: Key, cx: &mut Cx) -> Option<Step> {
    screen.input(Input::Key(key), cx)
}

/// The row with the cursor among the words.
fn under_cursor(rows: &[String]) -> String {
    let row = rows.iter().find(|row| row.starts_with("  ▸ ")).unwrap();
    row.chars().skip(4).collect()
}

#[test]
fn every_meaning_is_seen_whole_in_the_smallest_window() {
    for lang in Lang::ALL {
        let mut cx = cx(lang);
        let course = Rc::clone(&cx.course);
        for (size, term) in
            SIZES.into_iter().flat_map(|size| course.terms.iter().map(move |term| (size, term)))
        {
            let whole = letters(term.meaning.get(lang));
            let skip = if size == frame::SMALLEST { 0 } else { BESIDE };
            let rows = rows(&Glossary::at(&term.key), size, &mut cx);
            let shown: String =
                rows.iter().map(|row| row.chars().skip(skip).collect::<String>()).collect();
            assert!(letters(&shown).contains(&whole), "{lang} {size:?} {}\n{rows:#?}", term.key);
            let uses = glossary::uses(&course, &term.key, lang).len();
            let used = lang.pick("Dipakai di", "Used on");
            assert!(uses == 0 || shown.contains(used), "{lang} {size:?} {}", term.key);
        }
        let pages = course.modules.iter().flat_map(|module| &module.pages);
        for page in pages.filter(|page| !glossary::of_page(&course, page, lang).is_empty()) {
            let mut screen = Words::new(&page.key);
            for term in glossary::of_page(&course, page, lang) {
                let shown = rows(&screen, frame::SMALLEST, &mut cx);
                let whole = letters(term.meaning.get(lang));
                assert!(letters(&shown.concat()).contains(&whole), "{lang} {}", term.key);
                press(&mut screen, keys::DOWN, &mut cx);
            }
        }
    }
}

#[test]
fn typing_a_word_leads_to_it_and_taking_the_letters_back_keeps_it() {
    for lang in Lang::ALL {
        let mut cx = cx(lang);
        let course = Rc::clone(&cx.course);
        for term in &course.terms {
            let mut screen = Glossary::new();
            let word = term.term.get(lang);
            let typed: Vec<char> = word.chars().filter(|c| !['?', '/'].contains(c)).collect();
            for c in typed.iter().flat_map(|c| c.to_uppercase()) {
                assert!(matches!(press(&mut screen, Key::char(c), &mut cx), Some(Step::Stay)));
            }
            let start = |rows: &[String]| {
                let start: String = word.chars().take(20).collect();
                under_cursor(rows).starts_with(&start)
            };
            assert!(start(&rows(&screen, (120, 40), &mut cx)), "{word}");
            for _ in &typed {
                press(&mut screen, Key::plain(Code::Backspace), &mut cx);
            }
            let all = rows(&screen, (120, 40), &mut cx);
            assert!(start(&all) && all[0].contains(&course.terms.len().to_string()), "{word}");
        }
    }
}

#[test]
fn a_word_leads_to_each_page_that_uses_it() {
    let mut cx = cx(Lang::Id);
    let course = Rc::clone(&cx.course);
    for term in &course.terms {
        let mut screen = Glossary::at(&term.key);
        let uses = glossary::uses(&course, &term.key, Lang::Id);
        for (m, p) in &uses {
            let Some(Step::Open(page)) = press(&mut screen, keys::ENTER, &mut cx) else {
                panic!("{}: Enter opens nothing", term.key)
            };
            let head = page.head(&cx);
            let module = format!("Modul {} ", m + 1);
            let place = format!("hal. {} dari", p + 1);
            assert!(head.left.starts_with(&module) && head.right.starts_with(&place), "{head:?}");
            press(&mut screen, keys::TAB, &mut cx);
        }
        let opens = matches!(press(&mut screen, keys::ENTER, &mut cx), Some(Step::Open(_)));
        assert_eq!(opens, !uses.is_empty(), "{}", term.key);
    }
}

#[test]
fn another_language_keeps_the_word_under_the_cursor() {
    let mut cx = cx(Lang::Id);
    let screen = Glossary::at("rtl");
    let here = under_cursor(&rows(&screen, (120, 40), &mut cx));
    cx.speak(Lang::En);
    let there = rows(&screen, (120, 40), &mut cx);
    assert!(here.starts_with("rencana tindak lanjut"), "{here}");
    assert!(under_cursor(&there).starts_with("RTL (follow-up plan)"), "{there:#?}");
}
