//! Laws of going forward, back and elsewhere.

use std::collections::BTreeMap;

use super::{after, begun, go_to, now};
use crate::model::live::{Command, Live, apply, hall_pages, page_at, samples::course};

fn here(state: &Live) -> (&str, usize, usize) {
    (&state.page, state.step, state.part)
}

/// Every place from the first to where nothing moves any more.
fn way(state: &Live, command: &Command) -> Vec<(String, usize, usize)> {
    let course = course();
    let mut state = state.clone();
    let mut seen = Vec::new();
    for _ in 0..100 {
        let (page, step, part) = here(&state);
        let place = (page.to_owned(), step, part);
        if seen.last() == Some(&place) {
            return seen;
        }
        seen.push(place);
        state = apply(&state, command, &course, now());
    }
    panic!("it never ends: {seen:?}");
}

fn places(list: &[(&str, usize, usize)]) -> Vec<(String, usize, usize)> {
    list.iter().map(|(page, step, part)| ((*page).to_owned(), *step, *part)).collect()
}

#[test]
fn next_is_step_then_part_then_page_and_back_is_the_same_way() {
    let course = course();
    let stops = BTreeMap::from([("a1".to_owned(), vec![(2, 1), (0, 0), (1, 0), (2, 0), (2, 1)])]);
    let state = after(&begun(&course), &[Command::Stops(stops)], &course);
    let mut expected = places(&[
        ("a1", 0, 0),
        ("a1", 1, 0),
        ("a1", 2, 0),
        ("a1", 2, 1),
        ("a2", 0, 0),
        ("a3", 0, 0),
        ("a3", 1, 0),
        ("b1", 0, 0),
        ("b3", 0, 0),
        ("b3", 1, 0),
        ("c1", 0, 0),
    ]);
    assert_eq!(way(&state, &Command::Next), expected, "nothing of b2 is seen in the hall");
    let last = after(&state, &[Command::Last], &course);
    expected.reverse();
    assert_eq!(way(&last, &Command::Back), expected);
}

#[test]
fn a_part_may_come_before_a_later_step() {
    let course = course();
    let stops = BTreeMap::from([("a1".to_owned(), vec![(0, 0), (0, 1), (1, 1), (2, 2)])]);
    let state = after(&begun(&course), &[Command::Stops(stops)], &course);
    assert_eq!(state.parts, 3);
    let expected = places(&[("a1", 0, 0), ("a1", 0, 1), ("a1", 1, 1), ("a1", 2, 2), ("a2", 0, 0)]);
    assert_eq!(way(&state, &Command::Next)[..5], expected);
}

#[test]
fn parts_count_for_the_page_that_stands_and_no_other() {
    let course = course();
    let parts = |page: &str, parts| Command::Parts { page: page.to_owned(), parts };
    let state = after(&begun(&course), &[go_to("a2"), parts("a1", 9)], &course);
    assert_eq!(state.parts, 1, "it came too late");
    let state = after(&state, &[parts("a2", 3), Command::Next, Command::Next], &course);
    assert_eq!((here(&state), state.parts), (("a2", 0, 2), 3));
    // A larger window: what stood in the last part stands in one that is there.
    let fewer = after(&state, &[parts("a2", 2)], &course);
    assert_eq!(here(&fewer), ("a2", 0, 1));
    let next = after(&fewer, &[Command::Next], &course);
    assert_eq!((here(&next), next.parts), (("a3", 0, 0), 1));
    // New stops take the place that is nearest before.
    let stops = Command::Stops(BTreeMap::from([("a2".to_owned(), vec![(0, 0), (0, 1)])]));
    let laid = after(&state, &[stops], &course);
    assert_eq!((here(&laid), laid.parts), (("a2", 0, 1), 2));
    let large = after(&laid, &[Command::Stops(BTreeMap::new())], &course);
    assert_eq!((here(&large), large.parts), (("a2", 0, 0), 1));
}

#[test]
fn one_click_begins_and_never_goes_past_the_start() {
    let course = course();
    let state = Live::new("kelas", &course);
    let back = after(&state, &[Command::Back], &course);
    assert_eq!((back.begun, here(&back)), (None, ("a1", 0, 0)));
    let next = after(&state, &[Command::Next], &course);
    assert_eq!((next.begun, here(&next)), (Some(now()), ("a1", 0, 0)));
    assert_eq!(after(&next, &[Command::Begin], &course), next, "to begin twice is to begin");
}

#[test]
fn one_comes_back_to_where_one_was() {
    let course = course();
    let state = after(&begun(&course), &[go_to("a3"), Command::Next], &course);
    let jumped = after(&state, &[go_to("c1")], &course);
    let back = after(&jumped, &[Command::Return], &course);
    assert_eq!(here(&back), ("a3", 1, 0));
    let there = after(&back, &[Command::Return], &course);
    assert_eq!(here(&there), ("c1", 0, 0));
    // A jump to where one stands forgets nothing.
    let same = after(&there, &[go_to("c1"), Command::Return], &course);
    assert_eq!(here(&same), ("a3", 1, 0));
    let gone = after(&back, &[go_to("gone")], &course);
    assert_eq!(here(&gone), here(&back));
    // A page that only the reader sees can be gone to on purpose, and one walks on from there.
    let hidden = after(&back, &[go_to("b2")], &course);
    assert_eq!(here(&hidden), ("b2", 0, 0));
    assert_eq!(here(&after(&hidden, &[Command::Next], &course)), ("b3", 0, 0));
    assert_eq!(here(&after(&hidden, &[Command::Back], &course)), ("b1", 0, 0));
}

#[test]
fn pages_have_the_numbers_that_the_hall_sees() {
    let course = course();
    let keys: Vec<&str> = hall_pages(&course).map(|(_, page)| page.key.as_str()).collect();
    assert_eq!(keys, ["a1", "a2", "a3", "b1", "b3", "c1"]);
    assert_eq!(page_at(&course, 5).unwrap().key, "b3");
    assert!(page_at(&course, 0).is_none() && page_at(&course, 7).is_none());
}

#[test]
fn pages_are_marked_once_and_in_order() {
    let course = course();
    let mark = |page: &str, is_set| Command::Bookmark { page: page.to_owned(), is_set };
    let marks = [mark("b1", true), mark("a1", true), mark("b1", true), mark("gone", true)];
    let state = after(&begun(&course), &marks, &course);
    assert_eq!(state.bookmarks, ["b1", "a1"]);
    assert_eq!(after(&state, &[mark("b1", false)], &course).bookmarks, ["a1"]);
}
