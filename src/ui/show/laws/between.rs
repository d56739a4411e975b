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
    // A state in between was missed: the same agenda was opened anew.
    let missed = Live { cover_part: 0, cover_parts: 1, ..desk.live.clone() };
    desk.live = missed.clone();
    desk.windows[0].show(missed);
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
    desk.press(0, ENTER);
    assert!(
        desk.windows[0].prompt().is_some() && desk.windows[0].is_asking(),
        "a class has a name"
    );
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

#[test]
fn while_hands_are_counted_no_letter_and_no_click_does_anything_else() {
    let mut desk = Desk::asked();
    desk.keys(1, "h12");
    let before = (desk.live.poll.clone(), desk.live.cover.clone(), desk.live.spot());
    desk.keys(1, "kagjuodezpqnx+-[]");
    for key in [PAGE_DOWN, PAGE_UP, HOME] {
        desk.press(1, key);
    }
    assert_eq!((desk.live.poll.clone(), desk.live.cover.clone(), desk.live.spot()), before);
    let (shown, cursor) = desk.windows[1].prompt().unwrap().shown();
    assert_eq!((shown.as_str(), cursor), ("[A 12]  B _  C _", 5), "the field stands out");
    assert!(!desk.has_left && desk.windows[1].prompt().is_some());
    // Another number lets a click through: the clicker may be in another hand.
    desk.press(1, keys::ESC);
    desk.press(1, keys::ESC);
    desk.keys(1, "3");
    desk.press(1, PAGE_DOWN);
    assert_ne!(desk.live.spot(), before.2);
}

#[test]
fn a_poll_that_a_click_closed_opens_again_for_what_was_meant_for_it() {
    let mut desk = Desk::asked();
    for (key, says) in [("h", "Belum ada"), ("g", "Belum ada")] {
        let mut early = Desk::usual();
        early.press(0, Key::plain(Code::F(5)));
        early.keys(0, key);
        assert!(early.text(0).contains(says) && early.windows[0].prompt().is_none());
    }
    desk.keys(1, "h5");
    (0..3).for_each(|_| desk.press(1, ENTER));
    for (key, vote) in [("u", 2), ("u", 2), ("g", 2), ("k", 2)] {
        desk.press(0, PAGE_DOWN);
        assert!(desk.live.poll.is_none());
        desk.keys(1, key);
        assert_eq!(desk.live.poll.as_ref().map(|poll| poll.vote), Some(vote), "{key}");
    }
    desk.press(0, PAGE_DOWN);
    desk.keys(1, "h7");
    (0..3).for_each(|_| desk.press(1, ENTER));
    assert_eq!(desk.live.poll.as_ref().unwrap().counts, [[5, 0, 0], [7, 0, 0]]);
    assert!(desk.windows[1].said().is_some(), "seven hands of five are doubted");
}

#[test]
fn a_click_under_black_uncovers_and_moves_nothing() {
    let mut desk = Desk::usual();
    desk.press(0, Key::plain(Code::F(5)));
    for key in [PAGE_DOWN, PAGE_UP] {
        let before = desk.live.spot();
        desk.keys(0, "b");
        desk.press(0, key);
        assert!(!desk.live.black);
        assert_eq!(desk.live.spot(), before);
    }
}

#[test]
fn a_page_is_called_by_its_number_or_by_module_and_page() {
    let mut desk = Desk::usual();
    for (typed, page) in [("2,1", "b1"), ("1,3", "a3"), ("3", "a3"), ("3,1", "c1")] {
        desk.keys(0, typed);
        desk.press(0, ENTER);
        assert_eq!(desk.live.page, page, "{typed}");
    }
    for wrong in ["0", "9,1", "1,9", "1,"] {
        desk.keys(0, wrong);
        desk.press(0, ENTER);
        assert_eq!(desk.live.page, "c1", "{wrong}");
        assert!(desk.text(0).contains("Tidak ada halaman"), "{wrong}");
    }
    desk.press(1, PAGE_DOWN);
    assert!(desk.text(1).contains("Ini halaman terakhir."));
}

#[test]
fn the_end_of_a_countdown_stays_until_the_next_page() {
    let mut desk = Desk::usual();
    desk.press(0, Key::plain(Code::F(5)));
    desk.keys(0, "w1");
    desk.press(0, ENTER);
    let late = now().later(SignedDuration::from_mins(30));
    let next = |desk: &Desk| apply(&desk.live, &Command::Next, &course(), late);
    desk.live = next(&desk);
    assert!(desk.live.timer.is_some(), "first it goes to the edge");
    while desk.live.page == "a1" {
        assert!(desk.live.timer.is_some());
        desk.live = next(&desk);
    }
    assert!(desk.live.timer.is_none());
}

#[test]
fn what_was_set_today_survives_the_answer_of_the_other_window() {
    let mut desk = Desk::usual();
    desk.keys(1, "s2");
    desk.press(1, ENTER);
    desk.live = apply(&desk.live, &Command::Resume, &course(), now());
    assert!(desk.live.agenda.is_some());
    let tomorrow = now().later(SignedDuration::from_hours(24));
    desk.live = apply(&desk.live, &Command::Resume, &course(), tomorrow);
    assert!(desk.live.agenda.is_none());
}
