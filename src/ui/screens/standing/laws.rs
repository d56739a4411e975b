//! What holds on every leaf: it stays in its place with any record, and a reset takes away what it
//! names, no more, and nothing for ever.

mod resets;

use std::{rc::Rc, sync::Arc, time::Instant};

use proptest::prelude::*;
use ratatui::style::Color;

use super::*;
use crate::{
    model::{
        course::{Course, Factor},
        mastery::Level,
        profile::{Chosen, CourseRecord, Profile},
        progress::tests::{answer, course as plain, item, moment, round},
        safe_text::{hostile::HOSTILE, safe, safe_line},
        standing::Standing,
        text::Said,
    },
    ui::{
        cx::Save,
        frame,
        keys::Code,
        screen::{AnyScreen, Input},
        theme::{Terminal, Theme, UNICODE},
    },
};

fn said(text: &str) -> Said {
    Said::new(text.to_owned(), format!("{text}!"))
}

/// Two modules of eight questions about two factors; titles and prompts say this.
fn course(text: &str) -> Course {
    let text = &*safe_line(text);
    let mut course = plain();
    let factor = |key: &str| Factor { key: key.to_owned(), name: said(text) };
    course.factors = vec![factor("f0"), factor("f1")];
    for module in &mut course.modules {
        module.title = said(text);
        let ask = |at: usize| {
            let mut asked = item(&format!("{}-i{at}", module.key), &format!("{}-a", module.key));
            asked.prompt = said(&format!("{text} {at}"));
            asked.factor = Some(format!("f{}", at % 2));
            asked
        };
        module.items = (0..8).map(ask).collect();
    }
    course
}

fn cx_of(course: Course, work: CourseRecord) -> Cx {
    let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
    let mut cx = Cx::new(Rc::new(course), Profile::new("f00d".to_owned()), now, 1);
    cx.edit_work(Save::Now, |own| *own = work);
    cx.body = frame::body(Rect::new(0, 0, 80, 24));
    cx
}

/// So many answers spread over days, modules, marks and confidence; some of items that are gone.
fn record(count: usize) -> CourseRecord {
    let mut work = CourseRecord::default();
    let days = 60.min(count);
    for n in 0..days {
        work.rounds.push(round(n as u64 + 1, "all"));
    }
    for at in 0..count {
        let key = match at % 11 {
            10 => format!("gone-{}", at % 3),
            which => format!("m{}-i{}", at % 2 + 1, which % 8),
        };
        let day = at * days / count;
        answer(&mut work, day as u64 + 1, &key, 1, (at * 7 % 5) as f64 / 4.0);
    }
    let all = Arc::make_mut(&mut work.answers);
    for (at, given) in all.iter_mut().enumerate() {
        let ago = i64::try_from(59 - at * days / count.max(1)).unwrap();
        given.at = moment().later(jiff::SignedDuration::from_hours(-24 * ago));
        given.sure = [None, Some(1), Some(2), Some(3)][at % 4];
    }
    work
}

fn press(screen: &mut dyn AnyScreen, keys: &[Code], cx: &mut Cx) -> Option<Step> {
    let step = |code: &Code| screen.input(Input::Key(Key::plain(*code)), cx);
    keys.iter().map(step).last().flatten()
}

fn on(leaf: Leaf) -> Progress {
    Progress { leaf, ..Progress::new() }
}

fn shown(screen: &dyn AnyScreen, (width, height): (u16, u16), cx: &mut Cx) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    cx.body = frame::body(area);
    frame::draw(screen, cx, area, &mut buf);
    let rows = buf.content.chunks(usize::from(width));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "\n")
        .collect()
}

#[test]
fn every_leaf_stays_in_its_place_with_any_record_and_any_words() {
    let all: String = HOSTILE.iter().map(|(_, text)| *text).collect();
    let long = "标准作业 Éxx ".repeat(40);
    for (text, count) in [("", 0), ("SOP", 1), (all.as_str(), 90), (long.as_str(), 400)] {
        let mut cx = cx_of(course(text), record(count));
        for (leaf, lang) in
            Leaf::ALL.into_iter().flat_map(|leaf| Lang::ALL.map(|lang| (leaf, lang)))
        {
            cx.speak(lang);
            let mut screen = on(leaf);
            press(&mut screen, &[Code::Down, Code::End], &mut cx);
            for (width, height) in [1, 2, 3, 5, 8, 13, 40, 58, 78, 118]
                .into_iter()
                .flat_map(|width| [1, 2, 3, 4, 5, 8, 14, 20, 36].map(|height| (width, height)))
            {
                let area = Rect::new(3, 2, width, height);
                let mut buf = Buffer::empty(Rect::new(0, 0, width + 6, height + 4));
                cx.body = area;
                Screen::draw(&screen, &cx, area, &mut buf);
                for position in buf.area.positions() {
                    let cell = buf[position].symbol();
                    assert!(area.contains(position) || cell == " ", "{leaf:?} out of {area:?}");
                    assert!(cell.is_empty() || safe(cell) == cell, "{leaf:?}: {cell:?}");
                }
            }
        }
    }
}

#[test]
fn a_window_of_one_cell_and_a_huge_one_are_drawn_as_well() {
    let mut cx = cx_of(course("SOP"), record(400));
    for leaf in Leaf::ALL {
        for size in [(1, 1), (60, 18), (61, 19), (80, 24), (500, 200), (500, 18), (60, 200)] {
            shown(&on(leaf), size, &mut cx);
        }
    }
}

#[test]
fn bars_and_steps_are_told_apart_without_colour_in_plain_characters_too() {
    let mut cx = cx_of(course("SOP"), record(400));
    for is_plain in [false, true] {
        if is_plain {
            cx.theme =
                Theme::new(Terminal { is_plain: true, ..Terminal::default() }, "auto").ascii();
        }
        let marks = cx.theme.marks;
        for leaf in [Leaf::Levels, Leaf::Days, Leaf::Sure] {
            let screen = shown(&on(leaf), (80, 24), &mut cx);
            assert!(screen.contains(marks.block) && screen.contains(marks.shade), "{screen}");
            assert!(!is_plain || screen.is_ascii(), "{screen}");
        }
        let ahead = shown(&on(Leaf::Ahead), (60, 18), &mut cx);
        assert!(ahead.contains(marks.block) && (!is_plain || ahead.is_ascii()), "{ahead}");
        for level in Level::ALL {
            let bar = levels::bar(level, 1, &cx.theme);
            assert_eq!(bar.matches(marks.block).count(), level.height(), "{bar}");
            assert_eq!(bar.chars().count(), Level::ALL.len() - 1, "{bar}");
        }
    }
}

#[test]
fn in_high_contrast_every_cell_of_every_leaf_has_both_colours() {
    let mut cx = cx_of(course("SOP"), record(400));
    cx.adjust(Save::Now, |profile| "contrast".clone_into(&mut profile.settings.theme));
    for (leaf, (width, height)) in
        Leaf::ALL.into_iter().flat_map(|leaf| [(60, 18), (120, 40)].map(|size| (leaf, size)))
    {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        cx.body = frame::body(area);
        frame::draw(&on(leaf), &cx, area, &mut buf);
        for cell in &buf.content {
            assert_eq!(Some(cell.bg), Theme::contrast().base.bg, "{leaf:?}: {:?}", cell.symbol());
            assert_ne!(cell.fg, Color::Reset, "{leaf:?}: {:?}", cell.symbol());
        }
    }
}

#[test]
fn a_day_with_anything_shows_something_and_a_day_that_is_cut_says_so() {
    let cx = cx_of(course("SOP"), CourseRecord::default());
    let values = [900, 0, 1, 5];
    for most in [900, 5] {
        let area = Rect::new(0, 0, 20, 8);
        let mut buf = Buffer::empty(area);
        let series = chart::Series { values: &values, style: cx.theme.text, is_shade: false };
        chart::draw(&[series], most, ["a", "z"], &cx, area, &mut buf);
        let left = u16::try_from(most.to_string().len()).unwrap() + 1;
        let foot = |day: u16| buf[(left + day * 3, 5)].symbol().to_owned();
        assert_eq!([0, 1, 2, 3].map(|day| foot(day) != " "), [true, false, true, true], "{most}");
        assert_eq!(buf[(left, 0)].symbol() == UNICODE.up, most < 900);
    }
}

#[test]
fn five_leaves_are_turned_one_after_the_other_and_each_says_its_place() {
    let mut cx = cx_of(course("SOP"), record(90));
    let mut screen = Progress::new();
    for (at, leaf) in Leaf::ALL.into_iter().enumerate() {
        assert_eq!(screen.leaf, leaf);
        assert_eq!(Screen::head(&screen, &cx).right, format!("{} dari 5", at + 1));
        assert_eq!(screen.allows(Msg::Before, &cx), at > 0);
        press(&mut screen, &[[Code::Right, Code::PageDown, Code::Char('l')][at % 3]], &mut cx);
    }
    assert_eq!(screen.leaf, Leaf::Weak);
    press(&mut screen, &[Code::Left, Code::Char('h'), Code::PageUp, Code::Left], &mut cx);
    assert_eq!(screen.leaf, Leaf::Levels);
    press(&mut screen, &[Code::Left], &mut cx);
    assert_eq!(screen.leaf, Leaf::Levels);
}

#[test]
fn twenty_thousand_answers_are_shown_without_waiting() {
    let mut cx = cx_of(course("SOP"), record(20_000));
    for leaf in Leaf::ALL {
        shown(&on(leaf), (80, 24), &mut cx);
    }
    let begin = Instant::now();
    for leaf in Leaf::ALL.into_iter().cycle().take(20) {
        shown(&on(leaf), (80, 24), &mut cx);
    }
    assert!(begin.elapsed().as_secs() < 5, "{:?}", begin.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_is_pressed_the_cursor_stays_in_its_list_and_no_answer_is_lost(
        count in 0usize..60, keys in proptest::collection::vec(0usize..12, 0..60),
    ) {
        let codes = [
            Code::Up, Code::Down, Code::Home, Code::End, Code::Left, Code::Right, Code::Enter,
            Code::Char('x'), Code::Char('y'), Code::Char('u'), Code::Esc, Code::Char('j'),
        ];
        let mut cx = cx_of(course("SOP"), record(count));
        let mut screen = Progress::new();
        let mut above: Option<Box<dyn AnyScreen>> = None;
        for code in keys.into_iter().map(|at| codes[at]) {
            let step = match above.as_mut() {
                Some(top) => press(&mut **top, &[code], &mut cx),
                None => press(&mut screen, &[code], &mut cx),
            };
            match step {
                Some(Step::Open(top)) if above.is_none() => above = Some(top),
                Some(Step::Back | Step::Home) => above = None,
                _ => {}
            }
            if let Some((cursor, rows)) = screen.list(&cx) {
                prop_assert!(cursor.at(rows) < rows);
            }
            shown(&screen, (60, 18), &mut cx);
        }
        prop_assert_eq!(cx.work().answers.len(), count);
        while history::has_reset(cx.work()) {
            reset::undo(&mut cx);
        }
        let untouched = cx_of(course("SOP"), record(count));
        prop_assert_eq!(&*cx.standing(), &*untouched.standing());
    }
}
