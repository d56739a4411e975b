//! What holds for notes, marks and words with any text, at any size, whatever is pressed.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::{
    model::{
        course::{Body, Content, Course, Part, Seen, Term},
        markdown::{Block, Link, Span as Run},
        notes::Note,
        profile::Profile,
        progress::tests::course as plain,
        safe_text::{hostile::HOSTILE, safe},
    },
    ui::{
        keys::Code,
        screen::{AnyScreen, Input},
        screens::{glossary::Glossary, words::Words},
    },
};

/// A course whose first page, words and titles say this, made safe as loading does.
fn course(text: &str) -> Course {
    let text = &*safe_line(text);
    let said = Said::new(text.to_owned(), format!("{text}!"));
    let term = |key: &str| Term { key: key.to_owned(), term: said.clone(), meaning: said.clone() };
    let link = |key: &str| Run {
        text: text.to_owned(),
        link: Some(Link::Term(key.to_owned())),
        ..Run::default()
    };
    let block = Block::Paragraph(vec![link("a"), link("b")]);
    let part =
        Part { step: 0, seen: Seen::Everywhere, late_columns: 0, content: Content::Block(block) };
    let body = Body { title: text.to_owned(), parts: vec![part] };
    let mut course = plain();
    course.terms = ["a", "b", "c"].map(term).to_vec();
    course.modules[0].pages[0].body = Text::new(body.clone(), body);
    course
}

fn cx(text: &str) -> Cx {
    let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
    let mut cx = Cx::new(Rc::new(course(text)), Profile::new("f00d".to_owned()), now, 1);
    let note = Note { text: text.to_owned(), marked: true, ..Note::default() };
    cx.edit_work(Save::Now, |work| {
        for page in ["m1-a", "m2-b", "gone\u{202e}\u{1b}[2J"] {
            work.notes.insert(page.to_owned(), note.clone());
        }
    });
    cx
}

fn screens(cx: &Cx) -> Vec<(&'static str, Box<dyn AnyScreen>)> {
    let field = |page| NoteField::new(page, Some(Reader::above_note(page)), cx);
    vec![
        ("list", Box::new(Notes::new())),
        ("field", Box::new(field("m1-a"))),
        ("field of a page that is gone", Box::new(field("gone\u{202e}\u{1b}[2J"))),
        ("page", Box::new(Reader::visit("m1-a"))),
        ("words", Box::new(Words::new("m1-a"))),
        ("words of no page", Box::new(Words::new("gone"))),
        ("glossary", Box::new(Glossary::at("b"))),
        ("glossary at nothing", Box::new(Glossary::at("gone"))),
    ]
}

#[test]
fn every_screen_stays_in_its_place_and_shows_nothing_that_steers_a_terminal() {
    let all: String = HOSTILE.iter().map(|(_, text)| *text).collect();
    let long = "标准作业 Éxx\n".repeat(60);
    for text in ["", "a\u{202e}b\x1b[2J", &all, &long] {
        let mut cx = cx(text);
        for lang in Lang::ALL {
            cx.speak(lang);
            for (name, screen) in screens(&cx) {
                for (width, height) in [1, 2, 3, 5, 8, 13, 40, 58, 78, 118]
                    .into_iter()
                    .flat_map(|width| [1, 2, 3, 4, 5, 8, 14, 20, 36].map(|height| (width, height)))
                {
                    let area = Rect::new(3, 2, width, height);
                    let mut buf = Buffer::empty(Rect::new(0, 0, width + 6, height + 4));
                    cx.body = area;
                    let cursor = screen.draw(&cx, area, &mut buf);
                    let head = screen.head(&cx);
                    assert_eq!(safe_line(&head.left), head.left, "{name}");
                    assert!(cursor.is_none_or(|cursor| area.contains(cursor)), "{name} {area:?}");
                    for position in buf.area.positions() {
                        let cell = buf[position].symbol();
                        assert!(area.contains(position) || cell == " ", "{name} out of {area:?}");
                        assert!(cell.is_empty() || safe(cell) == cell, "{name}: {cell:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_meaning_longer_than_its_place_can_be_read_to_its_end() {
    let long = format!("{}akhirnya", "kata ".repeat(100));
    let mut cx = cx("SOP");
    let mut course = course("SOP");
    for term in &mut course.terms {
        term.meaning = Said::new(long.clone(), long.clone());
    }
    cx.course = Rc::new(course);
    let make: [fn() -> Box<dyn AnyScreen>; 2] =
        [|| Box::new(Words::new("m1-a")), || Box::new(Glossary::at("b"))];
    for (make, (width, height)) in
        make.into_iter().flat_map(|make| [(60, 18), (80, 18)].map(|size| (make, size)))
    {
        let mut screen = make();
        let area = Rect::new(0, 0, width, height);
        cx.body = frame::body(area);
        let shows_end = |screen: &dyn AnyScreen, cx: &Cx| {
            let mut buf = Buffer::empty(area);
            frame::draw(screen, cx, area, &mut buf);
            buf.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        assert!(!shows_end(&*screen, &cx).contains("akhirnya"), "it fits: the law shows nothing");
        for _ in 0..60 {
            screen.input(Input::Key(Key::ctrl_code(Code::Down)), &mut cx);
        }
        let end = shows_end(&*screen, &cx);
        screen.input(Input::Key(Key::ctrl_code(Code::Up)), &mut cx);
        assert_ne!(end, shows_end(&*screen, &cx), "it moves back at once");
        assert!(end.contains("akhirnya"), "{width}x{height}: {end}");
    }
}

fn key() -> impl Strategy<Value = Key> {
    let letters = "tcguexmbjkhlé \u{301}日-".chars().collect::<Vec<_>>();
    let codes = vec![
        Code::Enter,
        Code::Enter,
        Code::Esc,
        Code::Tab,
        Code::BackTab,
        Code::Up,
        Code::Down,
        Code::Left,
        Code::Right,
        Code::Home,
        Code::End,
        Code::PageUp,
        Code::PageDown,
        Code::Backspace,
        Code::Delete,
    ];
    prop_oneof![
        proptest::sample::select(letters).prop_map(Key::char),
        proptest::sample::select(codes).prop_map(Key::plain),
        proptest::sample::select(vec!['w', 'u', 'k', 'a', 'e']).prop_map(Key::ctrl),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn whatever_is_pressed_no_text_is_lost_that_was_not_deleted(
        start in 0usize..8, keys in proptest::collection::vec(key(), 0..60),
    ) {
        let mut cx = cx("Rak dekat loket");
        let mut stack = vec![screens(&cx).swap_remove(start).1];
        for key in keys {
            let Some(top) = stack.last_mut() else { break };
            match top.input(Input::Key(key), &mut cx).unwrap_or(Step::Stay) {
                Step::Open(screen) => stack.push(screen),
                Step::Swap(screen) => *top = screen,
                Step::Back | Step::Home if stack.len() > 1 => drop(stack.pop()),
                _ => {}
            }
            let mut buf = Buffer::empty(Rect::new(0, 0, 60, 18));
            if let Some(top) = stack.last() {
                frame::draw(top.as_ref(), &cx, buf.area, &mut buf);
            }
        }
        // Whatever is deleted as a whole is remembered; here nothing else takes a note away.
        while put_back(&mut cx).is_some() {}
        let is_typing = stack.last().is_some_and(|top| top.is_typing(&cx));
        prop_assert!(is_typing || notes::listed(&cx.course, &cx.work().notes).len() >= 3);
    }
}
