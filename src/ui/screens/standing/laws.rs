//! What holds on every leaf: it stays in its place with any record, and a reset takes away what it
//! names, no more, and nothing for ever.

use std::{rc::Rc, sync::Arc, time::Instant};

use proptest::prelude::*;

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
        let ago = 59 - (at * days / count.max(1)) as i64;
        given.at = moment().later(jiff::SignedDuration::from_hours(-24 * ago));
        given.sure = [None, Some(1), Some(2), Some(3)][at % 4];
    }
    work
}

fn press(screen: &mut dyn AnyScreen, keys: &[Code], cx: &mut Cx) -> Option<Step> {
    let step = |code: &Code| screen.input(Input::Key(Key::plain(*code)), cx);
    keys.iter().map(step).last().flatten()
}

/// Presses what opens a question, then answers it.
fn decide(screen: &mut Progress, yes: char, cx: &mut Cx) {
    let Some(Step::Open(mut ask)) = press(screen, &[Code::Char('x')], cx) else {
        panic!("nothing was asked")
    };
    press(&mut *ask, &[Code::Char(yes)], cx);
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

/// Items whose first tries count.
fn known(standing: &Standing) -> Vec<String> {
    standing.memories.keys().cloned().collect()
}

#[test]
fn a_reset_takes_what_it_names_and_no_more_and_undo_brings_it_back() {
    // Rows of the first leaf: two factors, two modules, everything.
    for (leaf, downs) in [(Leaf::Levels, 2), (Leaf::Levels, 3), (Leaf::Levels, 4), (Leaf::Weak, 1)]
    {
        let mut cx = cx_of(course("SOP"), record(90));
        let before = cx.standing();
        let archive = Arc::clone(&cx.work().answers);
        let weak = before.weakest[downs.min(1)].item.clone();
        let is_in = |item: &str| match (leaf, downs) {
            (Leaf::Weak, _) => item == weak,
            (_, 4) => true,
            (_, row) => item.starts_with(&format!("m{}-", row - 1)),
        };
        let mut screen = on(leaf);
        press(&mut screen, &vec![Code::Down; downs], &mut cx);
        decide(&mut screen, 't', &mut cx);
        assert_eq!(*cx.standing(), *before, "no means no");
        assert!(cx.notice.is_none() && !screen.allows(Msg::Undo, &cx));
        decide(&mut screen, 'y', &mut cx);
        let kept: Vec<String> = known(&before).into_iter().filter(|item| !is_in(item)).collect();
        assert_eq!(known(&cx.standing()), kept, "{leaf:?} {downs}");
        assert_eq!(cx.work().answers, archive, "the archive stays");
        assert!(cx.notice.is_some());
        cx.notice = None;
        assert!(press(&mut screen, &[Code::Char('u')], &mut cx).is_some());
        assert_eq!(*cx.standing(), *before);
        assert!(cx.notice.is_some() && !screen.allows(Msg::Undo, &cx));
        assert!(press(&mut screen, &[Code::Char('u')], &mut cx).is_none(), "nothing to take back");
    }
}

#[test]
fn a_question_taken_back_is_under_the_cursor_again() {
    let mut cx = cx_of(course("SOP"), record(90));
    let weak = cx.standing().weakest[2].item.clone();
    let mut screen = on(Leaf::Weak);
    press(&mut screen, &[Code::Down, Code::Down], &mut cx);
    decide(&mut screen, 'y', &mut cx);
    press(&mut screen, &[Code::Home, Code::Char('u')], &mut cx);
    let standing = cx.standing();
    assert_eq!(standing.weakest[screen.weak.at(standing.weakest.len())].item, weak);
}

#[test]
fn what_would_do_nothing_is_not_offered() {
    let mut cx = cx_of(course("SOP"), record(0));
    for leaf in Leaf::ALL {
        let screen = on(leaf);
        let offered = [Msg::Open, Msg::Reset, Msg::Undo, Msg::Move(Move::Down)];
        assert!(offered.into_iter().all(|msg| !screen.allows(msg, &cx)), "{leaf:?}");
    }
    // One answer, in the first module.
    let mut work = CourseRecord::default();
    work.rounds.push(round(1, "all"));
    answer(&mut work, 1, "m1-i0", 1, 1.0);
    cx.edit_work(Save::Now, |own| *own = work);
    let mut screen = Progress::new();
    let mut offered = Vec::new();
    for _ in 0..5 {
        offered.push(screen.allows(Msg::Reset, &cx));
        press(&mut screen, &[Code::Down], &mut cx);
    }
    assert_eq!(offered, [false, false, true, false, true], "factors and empty modules");
    assert!(!on(Leaf::Weak).allows(Msg::Reset, &cx), "nothing is weak");
    let weak = shown(&on(Leaf::Weak), (80, 24), &mut cx);
    assert!(weak.contains("semua jawaban pertama Anda benar"), "{weak}");
}

#[test]
fn a_reflection_alone_can_be_reset() {
    let mut work = CourseRecord::default();
    work.rounds.push(round(1, "all"));
    answer(&mut work, 1, "m2-i0", 1, 1.0);
    Arc::make_mut(&mut work.answers)[0].chosen =
        Chosen::Reflection { text: "x".to_owned(), ticks: Vec::new() };
    let mut cx = cx_of(course("SOP"), work);
    let mut screen = Progress::new();
    press(&mut screen, &[Code::Down; 3], &mut cx);
    decide(&mut screen, 'y', &mut cx);
    assert!(history::reflected(cx.work()).is_empty());
    let none = shown(&screen, (80, 24), &mut cx);
    assert!(none.contains("Belum ada jawaban") && none.contains("dengan u"), "{none}");
}

#[test]
fn a_question_that_is_asked_first_is_seen_whole_in_the_smallest_window() {
    let mut cx = cx_of(course(&"Setiap kata panjang ".repeat(20)), record(90));
    for lang in Lang::ALL {
        cx.speak(lang);
        for (leaf, downs) in [(Leaf::Levels, 2), (Leaf::Levels, 4), (Leaf::Weak, 0)] {
            let mut screen = on(leaf);
            press(&mut screen, &vec![Code::Down; downs], &mut cx);
            let Some(Step::Open(ask)) = press(&mut screen, &[Code::Char('x')], &mut cx) else {
                panic!("nothing was asked")
            };
            let asked = shown(&*ask, frame::SMALLEST, &mut cx);
            assert!(asked.contains(lang.pick("y  ya", "y  yes")), "{asked}");
        }
    }
}

#[test]
fn items_that_left_the_course_are_named_nowhere_and_lead_nowhere() {
    let mut work = CourseRecord::default();
    work.rounds.push(round(1, "all"));
    for key in ["gone-1", "gone\u{202e}\u{1b}[2J"] {
        answer(&mut work, 1, key, 1, 0.0);
    }
    work.resets.push(serde_json::json!({"after": 1, "scope": "star:x"}));
    let mut cx = cx_of(course("SOP"), work);
    for leaf in Leaf::ALL {
        let screen = shown(&on(leaf), (80, 24), &mut cx);
        assert!(!screen.contains("gone"), "{screen}");
    }
    let mut screen = on(Leaf::Weak);
    assert!(press(&mut screen, &[Code::Enter], &mut cx).is_none());
    // A reset of a later version is taken back like any other, only without its name.
    assert!(press(&mut screen, &[Code::Char('u')], &mut cx).is_some());
    assert_eq!(cx.notice.as_ref().map(|said| said.id.as_str()), Some("Sudah diurungkan."));
    // With everything goes what has left the course.
    screen.leaf = Leaf::Levels;
    press(&mut screen, &[Code::End], &mut cx);
    decide(&mut screen, 'y', &mut cx);
    assert!(cx.standing().memories.is_empty());
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
            match above.as_mut() {
                Some(top) => match press(&mut **top, &[code], &mut cx) {
                    Some(Step::Back | Step::Home) => above = None,
                    _ => {}
                },
                None => match press(&mut screen, &[code], &mut cx) {
                    Some(Step::Open(top)) => above = Some(top),
                    _ => {}
                },
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
