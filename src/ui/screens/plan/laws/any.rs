//! What holds for any key, any size, any text, and for the whole of a document.

use proptest::prelude::*;

use super::*;
use crate::model::{
    plan::Status,
    safe_text::{hostile::HOSTILE, safe},
};

#[test]
fn no_key_of_a_screen_means_two_things_and_none_differs_by_case_alone() {
    fn check<M: Copy>(keys: &[Binding<M>], allowed: impl Fn(M) -> bool) {
        let all: Vec<Key> = keys
            .iter()
            .filter(|row| allowed(row.msg))
            .flat_map(|row| row.on.iter().copied())
            .collect();
        for (place, key) in all.iter().enumerate() {
            assert_eq!(key.level(), *key, "{key:?}");
            assert!(!all[..place].contains(key), "{key:?} twice");
        }
    }
    for plans in [vec![], vec![Plan::new("p".to_owned(), full().edited)], vec![three()]] {
        let desk = Desk::on_plan(plans);
        let planner = Planner::new(&desk.cx);
        check(KEYS, |msg| planner.allows(msg, &desk.cx));
    }
    check(fields::KEYS, |msg| msg != fields::Msg::Day);
    check(fields::KEYS, |msg| msg == fields::Msg::Day);
    let plan = three();
    let desk = Desk::on_plan(vec![three()]);
    let guide = Guide::new(Walk::Plan, &plan);
    check(GUIDE_KEYS, |msg| guide.allows(msg, &desk.cx));
    let rehearse = Rehearse::new(&plan);
    check(REHEARSAL_KEYS, |msg| rehearse.allows(msg, &desk.cx));
}

#[test]
fn every_hint_is_short_enough_for_the_smallest_window() {
    for lang in Lang::ALL {
        let hints = row::hints().chain(head::hints()).chain(guide::hints()).chain(checkin::hints());
        for hint in hints.map(|hint| hint.say(lang)) {
            let span = ratatui::text::Span::raw(hint);
            let lines = crate::ui::prose::wrap(&[span], 57, &crate::ui::theme::Theme::auto());
            assert!(lines.len() <= 3, "{hint}");
        }
    }
}

#[test]
fn the_view_shows_the_document_and_scrolls_to_both_ends() {
    let mut desk = Desk::on_plan(vec![full()]);
    desk.keys("v");
    desk.shows("~keadaan");
    desk.press(keys::END);
    desk.shows("Terakhir disunting");
    desk.press(keys::PAGE_UP);
    desk.press(keys::HOME);
    desk.shows("Rencana tindak lanjut · ~judul");
}

/// A plan whose texts are hostile and long.
fn hostile(text: &str) -> Plan {
    let mut plan = full();
    let long = format!("{text}{}", "标准作业 Éxx ".repeat(20));
    plan.head.sop.title.clone_from(&long);
    plan.head.goal.clone_from(&long);
    plan.if_then.situation.clone_from(&long);
    plan.adapt("sdm", |part| part.differs.clone_from(&long));
    plan.plan_checkins(|| "c".to_owned());
    plan.edit_checkin("c", |checkin| checkin.did.clone_from(&long));
    plan.rows = vec![plan.rows[0].clone(); 12];
    for row in plan.rows.iter_mut().take(2) {
        (row.action, row.responsible) = (long.clone(), text.to_owned());
        row.factor = Some(text.to_owned());
        row.status = Status::Other(text.to_owned());
    }
    plan
}

#[test]
fn every_screen_draws_at_any_size_and_shows_nothing_that_steers_a_terminal() {
    const WIDTHS: [u16; 11] = [1, 2, 3, 4, 6, 9, 15, 21, 30, 40, 77];
    let all: String = HOSTILE.iter().map(|(_, text)| *text).collect();
    for text in ["", "a\u{202e}b\x1b[2J", &all] {
        for keys in [
            "",
            "g",
            "a",
            "b",
            "b\n",
            "b\n\n",
            "bd",
            "h",
            "hx\ny\n",
            "j",
            "t",
            "i",
            "v",
            "p",
            "px",
            "e",
            "ejj",
            "l",
            "lj",
            "m",
            "\n",
            "\n\t",
            "\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
        ] {
            let mut desk = Desk::on_plan(vec![hostile(text)]);
            desk.keys(keys);
            for lang in Lang::ALL {
                desk.cx.speak(lang);
                for (width, height) in [(59, 18), (60, 18), (80, 24), (120, 40), (300, 90)] {
                    let shown = desk.draw(width, height);
                    assert!(shown.lines().all(|line| line.width() <= usize::from(width)));
                    assert_eq!(safe(&shown), shown, "{keys:?}");
                }
                let screen = desk.screens.last().unwrap();
                for (width, height) in
                    WIDTHS.into_iter().flat_map(|w| [1, 2, 3, 5, 8, 13, 20].map(|h| (w, h)))
                {
                    let area = Rect::new(3, 2, width, height);
                    let mut buf = Buffer::empty(Rect::new(0, 0, width + 6, height + 4));
                    let blank = buf.clone();
                    let cursor = screen.draw(&desk.cx, area, &mut buf);
                    assert!(cursor.is_none_or(|cursor| area.contains(cursor)));
                    for position in buf.area.positions().filter(|at| !area.contains(*at)) {
                        assert_eq!(buf[position], blank[position], "{keys:?} outside {area:?}");
                    }
                }
            }
        }
    }
}

fn key() -> impl Strategy<Value = Key> {
    let letters = "tixusvnpgabhdmel[]jkyAé 24/\u{301}".chars().collect::<Vec<_>>();
    let codes = vec![
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
        Code::F(5),
        Code::F(6),
        Code::Backspace,
        Code::Delete,
    ];
    prop_oneof![
        proptest::sample::select(letters).prop_map(Key::char),
        proptest::sample::select(codes.clone()).prop_map(Key::plain),
        proptest::sample::select(codes).prop_map(Key::ctrl_code),
        proptest::sample::select(vec!['w', 'u', 'k', 'a']).prop_map(Key::ctrl),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_is_pressed_nothing_breaks_and_escape_leads_home(
        rows in 0usize..4, keys in proptest::collection::vec(key(), 0..60),
    ) {
        let mut plan = three();
        plan.rows.truncate(rows);
        let mut desk = Desk::on_plan(vec![plan]);
        for key in keys {
            desk.press(key);
            desk.draw(60, 18);
            desk.draw(33, 7);
        }
        for _ in 0..9 {
            desk.keys(ESC);
        }
        prop_assert_eq!(desk.screens.len(), 1);
    }

    #[test]
    fn as_many_undos_as_it_takes_bring_every_row_back(
        deeds in proptest::collection::vec(
            proptest::sample::select(vec!["x", "s", "[", "]", "tab\u{1b}", "\nX\u{1b}", "j", "k", "i\nY\u{1b}", "t\u{1b}"]),
            0..25,
        ),
    ) {
        let mut desk = Desk::on_plan(vec![three()]);
        for deed in &deeds {
            desk.keys(deed);
        }
        for _ in 0..=deeds.len() {
            desk.keys("u");
        }
        prop_assert_eq!(&desk.plan().rows, &three().rows);
        prop_assert_eq!(&desk.plan().head, &three().head);
    }
}
