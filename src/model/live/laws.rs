//! Laws of the state of a show: commands, covers, timers, polls, and a course that changed.

mod covers;
mod walks;

use jiff::SignedDuration;
use proptest::prelude::*;

use super::{samples::course, *};
use crate::model::course::Course;

const NOW: &str = "2026-11-24T09:00:00+07:00";

pub(super) fn now() -> Moment {
    NOW.parse().unwrap()
}

fn later(seconds: i64) -> Moment {
    now().later(SignedDuration::from_secs(seconds))
}

/// A show that has begun.
pub(super) fn begun(course: &Course) -> Live {
    apply(&Live::new("kelas", course), &Command::Begin, course, now())
}

pub(super) fn after(state: &Live, commands: &[Command], course: &Course) -> Live {
    commands.iter().fold(state.clone(), |state, command| apply(&state, command, course, now()))
}

pub(super) fn go_to(page: &str) -> Command {
    Command::GoTo(page.to_owned())
}

fn counts(item: &str, vote: usize, counts: &[u32]) -> Command {
    Command::Counts { item: item.to_owned(), vote, counts: counts.to_vec() }
}

/// Any command, sensible or not.
pub(super) fn any_command() -> impl Strategy<Value = Command> {
    let page = || prop::sample::select(vec!["a1", "a2", "a3", "b1", "b2", "b3", "c1", "gone"]);
    let item = || prop::sample::select(vec!["qa", "qb", "gone"]).prop_map(str::to_owned);
    let stops = prop::collection::vec((0..5_usize, 0..200_usize), 0..6);
    let spot = (page(), 0..9_usize, 0..9_usize).prop_map(|(page, step, part)| Spot {
        page: page.to_owned(),
        step,
        part,
        unknown: Unknown::new(),
    });
    let moves = prop_oneof![
        4 => Just(Command::Next),
        2 => Just(Command::Back),
        1 => prop::sample::select(vec![Command::First, Command::Last, Command::Return]),
        1 => page().prop_map(go_to),
        1 => spot.prop_map(Command::At),
    ];
    let covers = prop_oneof![
        any::<bool>().prop_map(Command::Black),
        prop::sample::select(vec![Command::Freeze, Command::Thaw, Command::Uncover]),
        prop::sample::select(vec![Command::Begin, Command::Resume]),
    ];
    let timers = prop_oneof![
        (0..2000_u32).prop_map(|minutes| Command::TimerStart { minutes, activity: None }),
        any::<i32>().prop_map(Command::TimerAdd),
        any::<bool>().prop_map(Command::TimerBig),
        prop::sample::select(vec![Command::TimerPause, Command::TimerResume, Command::TimerClear,]),
    ];
    let hands = prop::collection::vec(any::<u32>(), 0..5);
    let polls = prop_oneof![
        item().prop_map(Command::Ask),
        (item(), 0..4_usize, hands).prop_map(|(item, vote, counts)| Command::Counts {
            item,
            vote,
            counts
        }),
        (item(), prop::sample::select(vec![Show::Question, Show::Bars, Show::Key]))
            .prop_map(|(item, show)| Command::Show { item, show }),
        item().prop_map(|item| Command::VoteAgain { item }),
        Just(Command::ClosePoll),
    ];
    let rest = prop_oneof![
        (page(), 0..300_usize)
            .prop_map(|(page, parts)| Command::Parts { page: page.to_owned(), parts }),
        prop::collection::btree_map(page().prop_map(str::to_owned), stops, 0..3)
            .prop_map(Command::Stops),
        (page(), any::<bool>())
            .prop_map(|(page, is_set)| Command::Bookmark { page: page.to_owned(), is_set }),
        prop::collection::vec("[A-Z\u{1b} ]{0,40}", 0..50).prop_map(Command::Groups),
        any::<u64>().prop_map(Command::Draw),
        prop::sample::select(vec![
            None,
            Some(Cover::agenda()),
            Some(Cover::task("kerja")),
            Some(Cover::task("gone"))
        ])
        .prop_map(Command::Cover),
        (
            prop::sample::select(vec!["start", "agenda", "task kerja", "poll qa 1 bars", ""]),
            0..300_usize
        )
            .prop_map(|(of, parts)| Command::CoverParts { of: of.to_owned(), parts }),
        any::<usize>().prop_map(Command::Turn),
        any::<bool>().prop_map(|rehearsal| Command::Fresh {
            run: "lain".to_owned(),
            rehearsal,
            born: None
        }),
        (0..3_u32).prop_map(|day| Command::StartDay {
            schedule: Some("dua".to_owned()),
            day,
            start: now(),
        }),
    ];
    prop_oneof![4 => moves, 1 => covers, 1 => timers, 2 => polls, 1 => rest]
}

/// What holds in every state after a command.
fn assert_sound(state: &Live, course: &Course) {
    let (.., page) = course.page(&state.page).expect("the page is there");
    assert!(page.hall_steps().contains(&state.step), "{state:?}");
    assert!((1..=MOST_PARTS).contains(&state.parts) && state.part < MOST_PARTS, "{state:?}");
    assert!(state.frozen.iter().all(|frozen| course.page(&frozen.page).is_some()));
    for poll in state.poll.iter().chain(&state.polled) {
        assert!((1..=2).contains(&poll.vote) && poll.counts.len() <= poll.vote, "{poll:?}");
        let (_, item) = course.item(&poll.item).unwrap();
        assert!(poll.counts.iter().all(|hands| hands.is_empty() || hands.len() == options(item)));
    }
    let mut items: Vec<&str> =
        state.poll.iter().chain(&state.polled).map(|poll| poll.item.as_str()).collect();
    items.sort_unstable();
    items.dedup();
    assert_eq!(items.len(), state.polled.len() + usize::from(state.poll.is_some()));
    assert!((1..=MOST_PARTS).contains(&state.cover_parts), "{state:?}");
    assert!(state.cover_part < state.cover_parts, "{state:?}");
    assert!(state.poll.is_none() || state.cover.is_none(), "one thing lies over the page");
    let timer = state.timer.iter().all(|timer| timer.until.is_some() != timer.left_ms.is_some());
    assert!(timer, "{:?}", state.timer);
    let bytes = serde_json::to_vec(state).unwrap();
    let read: Live = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(&read, state, "whoever joins late sees the same");
}

proptest! {
    #[test]
    fn any_commands_in_any_order_leave_a_sound_state(
        commands in prop::collection::vec(any_command(), 0..60)
    ) {
        let course = course();
        let mut state = Live::new("kelas", &course);
        for (second, command) in (0..).zip(&commands) {
            let next = apply(&state, command, &course, later(second * 31));
            prop_assert_eq!(next.seq, state.seq, "the store counts");
            assert_sound(&next, &course);
            state = next;
        }
    }

    /// What one window types while the other clicks does not depend on whose turn came first.
    #[test]
    fn clicks_and_counts_meet_in_the_same_state_in_any_order(
        turns in prop::collection::vec(any::<bool>(), 40), seed in any::<u64>()
    ) {
        let course = course();
        let open = [Command::Ask("qb".to_owned()), Command::ClosePoll, Command::Groups(vec!["X".to_owned()])];
        let state = after(&begun(&course), &open, &course);
        let clicks = vec![Command::Next; 20];
        let typed = (0..18_u32).map(|hands| counts("qb", 1, &[hands, 1, 2, 3]));
        let typed: Vec<Command> = typed.chain([Command::Draw(seed), Command::TimerAdd(1)]).collect();
        let (mut left, mut right) = (clicks.iter(), typed.iter());
        let mut mixed: Vec<Command> = Vec::new();
        for turn in turns {
            mixed.extend(if turn { left.next() } else { right.next() }.cloned());
        }
        mixed.extend(left.chain(right).cloned());
        let one = after(&after(&state, &clicks, &course), &typed, &course);
        prop_assert_eq!(after(&state, &mixed, &course), one);
    }
}

#[test]
fn the_file_of_the_contract_is_read_and_what_is_unknown_is_kept() {
    let file = r#"{"format":"pandu-live","schema":1,"seq":7,"run":"r","course":"sop@1.0",
        "page":"a1","step":1,"part":0,"parts":1,"black":false,
        "frozen":{"page":"a2","step":0,"part":0,"hue":3},"timer":{"until":"2026-11-24T09:05:00+07:00","x":1},
        "poll":{"item":"qa","vote":1,"counts":[[12,5]],"show":"bars","y":[]},"later":{"z":1}}"#;
    let state: Live = serde_json::from_str(file).unwrap();
    let next = apply(&state, &Command::Black(true), &course(), now());
    let value = serde_json::to_value(&next).unwrap();
    for (pointer, kept) in [("/frozen/hue", 3), ("/timer/x", 1), ("/later/z", 1)] {
        assert_eq!(value.pointer(pointer).unwrap(), kept, "{pointer}");
    }
    assert!(value.pointer("/poll/y").unwrap().is_array());
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    let order = ["format", "schema", "seq", "run", "course", "page", "step", "part", "parts"];
    assert_eq!(keys[..9], order);
}

#[test]
fn black_covers_what_is_frozen_and_that_the_page() {
    let course = course();
    let state = Live::new("kelas", &course);
    assert_eq!(state.sight(), Sight::Start);
    let ask = Command::Ask("qa".to_owned());
    let state = after(&begun(&course), &[ask, Command::Freeze], &course);
    let moved = after(&state, &[Command::ClosePoll, Command::Next, go_to("b1")], &course);
    let Sight::Page(scene) = moved.sight() else { panic!("{:?}", moved.sight()) };
    assert!(scene.is_frozen && scene.page == "a1" && scene.step == 0 && scene.poll.is_some());
    let black = after(&moved, &[Command::Black(true)], &course);
    assert_eq!(black.sight(), Sight::Black);
    // Freezing again keeps what the hall sees, under black as well.
    let again = after(&black, &[Command::Freeze, Command::Uncover], &course);
    assert_eq!(again.sight(), moved.sight());
    let thawed = after(&again, &[Command::Uncover], &course);
    let Sight::Page(scene) = thawed.sight() else { panic!("{:?}", thawed.sight()) };
    assert!(!scene.is_frozen && scene.page == "b1" && scene.poll.is_none());
    assert_eq!(after(&thawed, &[Command::Uncover], &course), thawed, "never the show");
    let under = [Command::Black(true), Command::Freeze, go_to("c1"), Command::Black(false)];
    let under = after(&thawed, &under, &course);
    let Sight::Page(scene) = under.sight() else { panic!("{:?}", under.sight()) };
    assert_eq!((scene.page, scene.is_frozen), ("b1", true), "what is under black is frozen");
    let early = Live::new("kelas", &course);
    assert_eq!(after(&early, &[Command::Freeze], &course).frozen, None, "no start page to freeze");
}

#[test]
fn the_start_key_begins_and_then_freezes_and_thaws() {
    let course = course();
    let mut state = Live::new("kelas", &course);
    let mut seen = Vec::new();
    for _ in 0..4 {
        let command = state.start_key();
        seen.push(command.clone());
        state = apply(&state, &command, &course, now());
    }
    assert_eq!(seen, [Command::Begin, Command::Freeze, Command::Thaw, Command::Freeze]);
    assert_eq!(state.page, "a1");
}

#[test]
fn a_deadline_survives_restarts_and_a_pause_survives_page_changes() {
    let course = course();
    let start = Command::TimerStart { minutes: 5, activity: Some("diskusi".to_owned()) };
    let state = after(&begun(&course), &[start], &course);
    let again: Live = serde_json::from_str(&serde_json::to_string(&state).unwrap()).unwrap();
    let timer = again.timer.clone().unwrap();
    assert_eq!((timer.left_ms(later(60)), timer.big), (240_000, true));
    assert_eq!((timer.left_ms(later(301)), timer.is_over(later(300))), (0, true));

    let paused = apply(&again, &Command::TimerPause, &course, later(90));
    let moved = apply(&paused, &go_to("b1"), &course, later(600));
    let timer = moved.timer.clone().unwrap();
    assert_eq!((timer.left_ms(later(9_999)), timer.big), (210_000, false));
    let resumed = apply(&moved, &Command::TimerResume, &course, later(1000));
    assert_eq!(resumed.timer.unwrap().left_ms(later(1010)), 200_000);

    let minute = |by| Command::TimerAdd(by);
    let more = apply(&moved, &minute(2), &course, later(1000)).timer.unwrap();
    assert_eq!((more.left_ms(later(0)), more.is_paused()), (330_000, true));
    let none = apply(&moved, &minute(-9), &course, later(1000)).timer.unwrap();
    assert!(none.is_over(later(0)));
    // A minute more after the end is a minute from now.
    let over = apply(&again, &minute(1), &course, later(900)).timer.unwrap();
    assert_eq!(over.left_ms(later(900)), 60_000);
    // Pausing what is over changes nothing, resuming what runs neither.
    let twice = apply(&again, &Command::TimerResume, &course, later(30));
    assert_eq!(twice.timer, again.timer);
    let late = apply(&again, &Command::TimerPause, &course, later(400));
    assert_eq!(late.timer, again.timer);
}

#[test]
fn a_poll_keeps_its_counts_however_it_ends() {
    let course = course();
    let item = || "qa".to_owned();
    let state = after(&begun(&course), &[Command::Ask(item())], &course);
    let early = after(&state, &[Command::VoteAgain { item: item() }], &course);
    assert_eq!(early.poll.as_ref().unwrap().vote, 1, "nobody voted yet");
    let wrong = [counts("qa", 2, &[1, 2, 3]), counts("qa", 1, &[1, 2]), counts("qb", 1, &[1; 4])];
    assert_eq!(after(&state, &wrong, &course), state, "out of date or of another question");

    let first = after(&state, &[counts("qa", 1, &[4, 10, 2])], &course);
    let bars = Command::Show { item: item(), show: Show::Bars };
    let shown = after(&first, &[bars, Command::VoteAgain { item: item() }], &course);
    let poll = shown.poll.as_ref().unwrap();
    assert_eq!((poll.vote, poll.show, poll.hands(1)), (2, Show::Question, &[4, 10, 2][..]));

    // A click closes it and stays; hands typed by the other window still arrive.
    let closed = after(&shown, &[Command::Next], &course);
    assert_eq!((closed.poll.is_none(), closed.spot()), (true, shown.spot()));
    let late = after(&closed, &[counts("qa", 2, &[12, 3, 1])], &course);
    let again = after(&late, &[Command::Ask(item())], &course);
    let poll = again.poll.as_ref().unwrap();
    assert_eq!((poll.hands(1), poll.hands(2)), (&[4, 10, 2][..], &[12, 3, 1][..]));
    assert!(again.polled.is_empty());
    let refused = after(&again, &[Command::Ask("gone".to_owned())], &course);
    assert_eq!(refused, again);
    let most = after(&again, &[counts("qa", 1, &[u32::MAX, 0, 0])], &course);
    assert_eq!(most.poll.unwrap().hands(1), [9_999, 0, 0]);
}

#[test]
fn groups_present_in_the_order_that_the_seed_draws() {
    let course = course();
    let names: Vec<String> =
        ["Melati", " Anggrek ", "", "Ma\u{1b}[2Jwar"].map(str::to_owned).into();
    let state = after(&begun(&course), &[Command::Groups(names.clone())], &course);
    let groups = state.groups.as_ref().unwrap();
    assert_eq!(groups.order()[..2], ["Melati", "Anggrek"]);
    assert!(!groups.order()[2].contains('\u{1b}') && groups.presenting().is_none());
    let drawn = after(&state, &[Command::Draw(7), Command::Turn(1)], &course);
    let groups = drawn.groups.clone().unwrap();
    assert_eq!(groups.presenting(), Some(groups.order()[1]));
    let same = after(&drawn, &[Command::Groups(names)], &course);
    assert_eq!(same, drawn, "the draw stays");
    let orders = (0..60).map(|seed| after(&state, &[Command::Draw(seed)], &course));
    let firsts: std::collections::BTreeSet<String> =
        orders.map(|state| state.groups.unwrap().order()[0].to_owned()).collect();
    assert_eq!(firsts.len(), 3, "every group may be first");
    assert_eq!(after(&drawn, &[Command::Groups(Vec::new())], &course).groups, None);
}

#[test]
fn the_state_of_yesterday_is_told_and_goes_on_from_the_start_page() {
    let course = course();
    let evening = "2026-11-24T16:30:00+07:00".parse().unwrap();
    let state = apply(&begun(&course), &go_to("b3"), &course, evening);
    let table = [
        ("2026-11-24T23:00:00+07:00", false),
        ("2026-11-25T03:59:00+07:00", false),
        ("2026-11-25T04:00:00+07:00", true),
        ("2026-11-25T08:00:00+07:00", true),
        ("2026-11-24T15:45:00+07:00", false),
        ("2026-11-24T12:00:00+07:00", true),
    ];
    for (now, is_stale) in table {
        assert_eq!(state.is_stale(now.parse().unwrap()), is_stale, "{now}");
    }
    let unknown = Live { at: None, ..state.clone() };
    assert!(unknown.is_stale(evening));
    assert!(!Live::new("kelas", &course).is_stale(evening));
    let covered = after(&state, &[Command::Black(true), Command::Freeze], &course);
    let morning = "2026-11-25T08:00:00+07:00".parse().unwrap();
    let resumed = apply(&covered, &Command::Resume, &course, morning);
    assert_eq!(resumed.sight(), Sight::Start);
    assert!(!resumed.is_stale(morning));
    let begun = apply(&resumed, &Command::Begin, &course, morning);
    assert_eq!((begun.page.as_str(), begun.begun), ("b3", Some(morning)));
    let marked = Command::Bookmark { page: "a2".to_owned(), is_set: true };
    let fresh = Command::Fresh { run: "kelas-b".to_owned(), rehearsal: true, born: None };
    let other = after(&Live { seq: 41, ..begun }, &[marked, fresh], &course);
    assert_eq!((other.page.as_str(), other.seq, other.rehearsal), ("a1", 41, true));
    assert!(other.bookmarks.is_empty() && other.run == "kelas-b");
}

#[test]
fn a_page_that_is_gone_gives_way_to_the_one_in_its_place() {
    let mut edited = course();
    let at_a2 = after(&begun(&edited), &[go_to("a2"), Command::Freeze], &edited);
    let at_b3 = after(&begun(&edited), &[go_to("b3")], &edited);
    edited.modules[0].pages.remove(1);
    edited.modules[1].pages.retain(|page| page.key != "b3");
    let healed = apply(&at_a2, &Command::Black(false), &edited, now());
    assert_eq!((healed.page.as_str(), healed.frozen), ("a3", None));
    let healed = apply(&at_b3, &Command::Black(false), &edited, now());
    assert_eq!(healed.page, "b1", "the last of its module that the hall sees");
    edited.modules.remove(1);
    assert_eq!(apply(&at_b3, &Command::Next, &edited, now()).page, "a1");
    assert!(at_b3.is_of(&edited));
    edited.version = "2.0".to_owned();
    assert!(at_b3.is_of(&edited));
    edited.key = "lain".to_owned();
    assert!(!at_b3.is_of(&edited));
    // Even a course without pages.
    let none = Course::default();
    let state = apply(&at_b3, &Command::Next, &none, now());
    assert_eq!(state.page, "b3");
    assert_eq!(Live::new("x", &none).page, "");
}
