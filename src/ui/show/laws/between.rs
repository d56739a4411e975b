//! Laws of what lies between two windows, two frames or two days: covers that grow, windows that change,
//! questions that wait.

use super::*;

#[test]
fn what_covers_the_page_is_walked_through_each_time_and_as_it_grows() {
    let mut desk = Desk::new([Role::Hall, Role::Notes], [(30, 6), (80, 24)]);
    desk.press(0, Key::plain(Code::F(5)));
    desk.keys(0, "s1");
    desk.press(0, ENTER);
    // Shown, taken away, shown again, also between two frames.
    for _ in 0..2 {
        desk.keys(0, "a");
        assert!(desk.live.cover_parts > 1, "{:?}", desk.live.window);
        desk.press(0, PAGE_DOWN);
        assert_eq!(desk.live.cover_part, 1);
        desk.keys(0, "a");
    }
    for key in ['a', 'a', 'a'] {
        let wishes = desk.windows[0].input(&Input::Key(Key::char(key)));
        desk.fulfil(wishes);
    }
    desk.settle();
    assert!(desk.live.cover_parts > 1);
    // The task first, then more groups than fit.
    desk.keys(0, "4");
    desk.press(0, ENTER);
    desk.keys(0, "e");
    let before = desk.live.cover_parts;
    desk.keys(0, "n");
    let names = (1..=14).map(|at| format!("Kelompok {at}")).collect::<Vec<_>>().join(",");
    let _ = desk.windows[0].input(&Input::Paste(names));
    desk.press(0, ENTER);
    assert!(desk.live.cover_parts > before);
    (0..before).for_each(|_| desk.press(0, PAGE_DOWN));
    assert!(desk.live.cover.is_some(), "the groups are still to come");
}

#[test]
fn a_window_that_changes_takes_nobody_back() {
    let mut desk = Desk::new([Role::Hall, Role::Notes], [(40, 6), (80, 24)]);
    desk.press(0, Key::plain(Code::F(5)));
    desk.keys(1, "4");
    // The hall is made larger before it hears of the jump.
    desk.windows[0].resize(USUAL);
    let wishes = desk.windows[0].settle();
    desk.press(1, ENTER);
    desk.keys(1, "j");
    let here = (desk.live.page.clone(), desk.live.poll.is_some());
    desk.fulfil(wishes);
    assert_eq!((desk.live.page.clone(), desk.live.poll.is_some()), here);
}

#[test]
fn what_a_window_tells_of_itself_is_no_sign_of_somebody_who_leads() {
    let mut desk = Desk::usual();
    desk.press(0, Key::plain(Code::F(5)));
    let at = desk.live.at;
    let tomorrow: Moment = "2026-11-25T09:00:00+07:00".parse().unwrap();
    desk.windows[0].tick(tomorrow);
    desk.windows[0].resize((100, 30));
    for wish in desk.windows[0].settle() {
        let Wish::Send(command) = wish else { panic!("it left") };
        desk.live = apply(&desk.live, &command, &course(), tomorrow);
    }
    assert_eq!(desk.live.at, at);
    assert!(desk.live.is_stale(tomorrow) && desk.live.window.as_ref().unwrap().columns == 100);
}

#[test]
fn a_question_is_passed_over_only_where_that_answers_nothing() {
    let mut desk = Desk::usual();
    // A wrong key, and its way back: nothing of it remains.
    desk.keys(1, "s");
    desk.press(1, keys::ESC);
    assert!(matches!(desk.windows[1].over(), Over::Nothing));
    desk.keys(1, "s1");
    desk.press(1, keys::ESC);
    assert!(desk.windows[1].is_asking(), "the time was not typed: which day is asked again");
    desk.press(1, keys::ESC);
    assert!(!desk.windows[1].is_asking() && desk.live.agenda.is_none());
    // One that must be answered comes back after a line that was given up.
    let way = |does| Way { say: Said::both(|_| "!".to_owned()), does };
    let ways =
        vec![way(Does::Send(vec![Command::Resume])), way(Does::Type(For::Run, String::new()))];
    desk.windows[0].ask(Asked::new(Said::default(), ways, About::Stale));
    desk.keys(0, "2");
    assert!(desk.windows[0].prompt().is_some());
    desk.press(0, keys::ESC);
    assert!(desk.windows[0].is_asking());
    desk.keys(0, "qq");
    assert!(desk.has_left, "who wants to leave may");
}

#[test]
fn a_countdown_set_before_the_show_costs_no_click() {
    let mut desk = Desk::usual();
    desk.keys(0, "w");
    desk.press(0, ENTER);
    desk.press(0, SPACE);
    assert!(desk.live.begun.is_some());
}

#[test]
fn the_hall_is_drawn_when_its_clock_moves_and_forgets_what_was_said() {
    let mut desk = Desk::usual();
    desk.press(0, Key::plain(Code::F(5)));
    assert_eq!(desk.windows[0].wake(), Wake::Never);
    desk.keys(0, "s1");
    desk.press(0, ENTER);
    desk.keys(0, "a");
    assert_eq!(desk.windows[0].wake(), Wake::Minute, "the session that runs is marked");
    desk.keys(0, "a");
    desk.windows[0].say(Said::both(|_| "tersiar".to_owned()));
    assert_eq!(desk.windows[0].wake(), Wake::Second);
    assert!(desk.text(0).contains("tersiar"));
    let later = |seconds| now().later(SignedDuration::from_secs(seconds));
    desk.windows[0].tick(later(10));
    assert!(desk.text(0).contains("tersiar"));
    desk.windows[0].tick(later(20));
    assert!(!desk.text(0).contains("tersiar"));
}
