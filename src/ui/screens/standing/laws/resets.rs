//! What a reset takes, what it leaves, what brings it back.

use super::*;

/// Presses what opens a question, then answers it.
fn decide(screen: &mut Progress, yes: char, cx: &mut Cx) {
    let Some(Step::Open(mut ask)) = press(screen, &[Code::Char('x')], cx) else {
        panic!("nothing was asked")
    };
    press(&mut *ask, &[Code::Char(yes)], cx);
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
