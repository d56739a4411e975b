//! Laws of the two windows of a show.

mod between;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{
    model::live::{apply, samples::course},
    ui::{
        keys::{self, Code, ENTER, HOME, Key, PAGE_DOWN, PAGE_UP, SPACE},
        screen::Input,
    },
};

const NOW: &str = "2026-11-24T09:00:00+07:00";

fn now() -> Moment {
    NOW.parse().unwrap()
}

/// Two windows on one state, as whoever runs them keeps it.
struct Desk {
    windows: [Window; 2],
    live: Live,
    has_left: bool,
}

impl Desk {
    fn new(roles: [Role; 2], sizes: [(u16, u16); 2]) -> Self {
        let course = Rc::new(course());
        let live = Live::new("kelas", &course);
        let window = |at: usize| {
            let mut window =
                Window::new(roles[at], Rc::clone(&course), live.clone(), (now(), at as u64));
            window.resize(sizes[at]);
            window
        };
        let mut desk = Self { windows: [window(0), window(1)], live, has_left: false };
        desk.settle();
        desk
    }

    /// The hall's window and the notes.
    fn usual() -> Self {
        Self::new([Role::Hall, Role::Notes], [USUAL, (80, 24)])
    }

    fn fulfil(&mut self, wishes: Vec<Wish>) -> usize {
        let count = wishes.len();
        for wish in wishes {
            match wish {
                Wish::Leave => self.has_left = true,
                Wish::Send(command) => {
                    self.live = apply(&self.live, &command, &self.windows[0].course, now());
                    for window in &mut self.windows {
                        window.show(self.live.clone());
                    }
                }
            }
        }
        count
    }

    /// Lets both windows publish what they have to; how much that was.
    fn settle(&mut self) -> usize {
        (0..2)
            .map(|at| {
                let wishes = self.windows[at].settle();
                self.fulfil(wishes)
            })
            .sum()
    }

    fn press(&mut self, at: usize, key: Key) {
        let wishes = self.windows[at].input(&Input::Key(key));
        self.fulfil(wishes);
        self.settle();
    }

    fn keys(&mut self, at: usize, keys: &str) {
        keys.chars().for_each(|c| self.press(at, Key::char(c)));
    }

    fn screen(&self, at: usize) -> Buffer {
        let (width, height) = self.windows[at].size;
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        self.windows[at].draw(buf.area, &mut buf);
        buf
    }

    fn text(&self, at: usize) -> String {
        self.screen(at).content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    /// Begun, with a question before the hall.
    fn asked() -> Self {
        let mut desk = Self::usual();
        desk.press(0, Key::plain(Code::F(5)));
        desk.keys(1, "j");
        assert_eq!(desk.live.poll.as_ref().unwrap().item, "qa");
        desk
    }
}

fn any_key() -> impl Strategy<Value = Key> {
    let all: Vec<Key> = KEYS.iter().flat_map(|row| row.on.iter().copied()).collect();
    let more = [
        ENTER,
        keys::ESC,
        Key::char('7'),
        Key::char('0'),
        Key::char('ñ'),
        Key::plain(Code::F(2)),
        Key::plain(Code::F(4)),
        Key::plain(Code::Delete),
    ];
    prop::sample::select(all.into_iter().chain(more).collect::<Vec<_>>())
}

#[test]
fn no_key_stands_in_two_rows() {
    let mut known = BTreeSet::new();
    for key in KEYS.iter().flat_map(|row| row.on) {
        assert!(known.insert(format!("{key:?}")), "{key:?}");
        assert_eq!(*key, key.level(), "upper and lower case are one key");
    }
}

#[test]
fn either_window_drives_and_both_show_the_same_state() {
    let mut desk = Desk::usual();
    desk.press(1, Key::plain(Code::F(5)));
    for at in [0, 1, 1, 0] {
        desk.press(at, PAGE_DOWN);
    }
    let clicked = desk.live.spot();
    desk.press(0, HOME);
    (0..4).for_each(|_| desk.press(0, PAGE_DOWN));
    assert_eq!(desk.live.spot(), clicked);
    desk.press(1, PAGE_UP);
    assert_ne!(desk.live.spot(), clicked);
}

#[test]
fn a_window_that_joins_late_draws_the_same() {
    let mut desk = Desk::asked();
    desk.keys(1, "h3");
    desk.press(1, ENTER);
    desk.keys(1, "45");
    desk.press(1, ENTER);
    desk.press(1, ENTER);
    desk.keys(0, "gd");
    let mut late =
        Window::new(Role::Hall, Rc::clone(&desk.windows[0].course), desk.live.clone(), (now(), 9));
    late.resize(USUAL);
    assert!(late.settle().is_empty(), "nothing is laid out otherwise");
    let mut buf = Buffer::empty(Rect::new(0, 0, USUAL.0, USUAL.1));
    late.draw(buf.area, &mut buf);
    assert_eq!(buf, desk.screen(0));
}

#[test]
fn a_clicker_never_leaves_the_show() {
    let mut desk = Desk::usual();
    for key in
        [keys::ESC, Key::plain(Code::F(5)), PAGE_DOWN, PAGE_UP, Key::char('.'), Key::char('b')]
    {
        (0..3).for_each(|_| desk.press(0, key));
    }
    desk.keys(0, "q");
    desk.press(0, PAGE_DOWN);
    desk.keys(0, "q");
    assert!(!desk.has_left, "once is not twice");
    desk.keys(0, "q");
    assert!(desk.has_left);
    for key in [Key::ctrl('q'), Key::ctrl('c')] {
        let mut desk = Desk::usual();
        desk.press(1, key);
        assert!(desk.has_left);
    }
}

#[test]
fn a_number_takes_digits_only_so_that_black_stays_black() {
    for (opens, at) in [("h", 1), ("w", 0), ("1", 1)] {
        let mut desk = Desk::asked();
        desk.keys(at, opens);
        desk.keys(at, "2b");
        assert!(desk.live.black && desk.windows[at].prompt().is_some(), "{opens}");
        desk.keys(at, ".");
        assert!(!desk.live.black, "{opens}");
        assert!(desk.windows[at].prompt().unwrap().shown().0.contains('2'), "{opens}");
    }
}

#[test]
fn the_hands_that_are_typed_are_those_that_count() {
    let mut desk = Desk::asked();
    desk.keys(1, "h12");
    desk.press(1, SPACE);
    desk.keys(1, "5");
    desk.press(1, ENTER);
    desk.keys(1, "39");
    desk.press(1, Key::plain(Code::Backspace));
    desk.press(1, ENTER);
    assert_eq!(desk.live.poll.as_ref().unwrap().counts, [[12, 5, 3]]);
    // What was counted stands there again; a digit takes its place, Enter leaves it.
    desk.keys(1, "h");
    desk.press(1, ENTER);
    desk.keys(1, "6");
    desk.press(1, ENTER);
    desk.press(1, ENTER);
    assert_eq!(desk.live.poll.as_ref().unwrap().counts, [[12, 6, 3]]);
    desk.keys(1, "uh");
    desk.press(1, keys::ESC);
    assert_eq!(desk.live.poll.as_ref().unwrap().counts.len(), 1, "given up, nothing counts");
    assert_eq!(desk.live.poll.as_ref().unwrap().vote, 2);
}

#[test]
fn the_second_vote_waits_for_the_first() {
    let mut desk = Desk::asked();
    desk.keys(0, "u");
    assert_eq!(desk.live.poll.as_ref().unwrap().vote, 1);
    assert!(desk.text(0).contains("dengan h"), "{}", desk.text(0));
}

#[test]
fn a_page_is_found_by_number_and_by_words() {
    let mut desk = Desk::usual();
    desk.keys(0, "3");
    desk.press(0, ENTER);
    assert_eq!(desk.live.page, "a3");
    desk.keys(1, "o");
    desk.keys(1, "halaman b1");
    desk.press(1, ENTER);
    assert_eq!(desk.live.page, "b1");
    desk.press(1, Key::plain(Code::Backspace));
    assert_eq!(desk.live.page, "a3");
    desk.keys(0, "99");
    desk.press(0, ENTER);
    assert_eq!(desk.live.page, "a3");
    assert!(desk.text(0).contains("Tidak ada halaman"));
}

#[test]
fn marked_pages_come_one_after_the_other() {
    let mut desk = Desk::usual();
    for page in ["1", "3", "4"] {
        desk.keys(0, page);
        desk.press(0, ENTER);
        desk.keys(0, "t");
    }
    let pages = ["a1", "a3", "b1"].map(|page| {
        desk.press(1, keys::TAB);
        assert_eq!(desk.live.page, page);
        page
    });
    assert_eq!(desk.live.bookmarks, pages);
}

#[test]
fn the_day_begins_when_it_is_said_to() {
    let mut desk = Desk::usual();
    desk.keys(1, "s2");
    desk.keys(1, "0815");
    desk.press(1, ENTER);
    let today = desk.live.agenda.clone().unwrap();
    assert_eq!((today.day, today.start.to_string().as_str()), (2, "2026-11-24T08:15:00+07:00"));
    for wrong in ["2560", "08", "2460"] {
        desk.keys(1, "s1");
        desk.keys(1, wrong);
        desk.press(1, ENTER);
        assert_eq!(desk.live.agenda.as_ref(), Some(&today), "{wrong}");
    }
}

#[test]
fn groups_work_and_present_in_turn() {
    let mut desk = Desk::usual();
    desk.keys(0, "4");
    desk.press(0, ENTER);
    desk.keys(0, "n");
    let _ = desk.windows[0].input(&Input::Paste("Melati, Kenanga; Cempaka".to_owned()));
    desk.press(0, ENTER);
    desk.keys(0, "er");
    let order: Vec<String> =
        desk.live.groups.as_ref().unwrap().order().iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(order.len(), 3);
    let text = desk.text(0);
    assert!(order.iter().all(|name| text.contains(name.as_str())), "{text}");
    assert_eq!(desk.live.timer.as_ref().unwrap().activity.as_deref(), Some("kerja"));
    for name in order.iter().chain(order.first()) {
        assert_eq!(desk.live.groups.as_ref().unwrap().presenting(), Some(name.as_str()));
        desk.keys(0, "v");
    }
}

#[test]
fn a_window_publishes_once_and_two_halls_never_chase_each_other() {
    let mut desk = Desk::new([Role::Hall, Role::Hall], [(60, 20), (120, 40)]);
    for key in [Key::plain(Code::F(5)), Key::char('j'), Key::char('g'), Key::char(']')] {
        desk.press(0, key);
        let rounds = (0..10).position(|_| desk.settle() == 0);
        assert!(rounds.is_some_and(|rounds| rounds < 3), "{key:?}: {rounds:?}");
    }
    assert_eq!(desk.windows.each_ref().map(Window::density), [Density::Roomy; 2]);
}

#[test]
fn the_same_words_stay_in_sight_when_the_window_changes() {
    let mut desk = Desk::usual();
    desk.press(0, Key::plain(Code::F(5)));
    let (text, spot) = (desk.text(0), desk.live.spot());
    for size in [(20, 5), (160, 45), (1, 1), USUAL] {
        desk.windows[0].resize(size);
        desk.settle();
    }
    assert_eq!((desk.text(0), desk.live.spot()), (text, spot));
    assert!(desk.live.begun.is_some());
}

#[test]
fn a_question_about_a_state_goes_when_the_other_window_answers_it() {
    let mut desk = Desk::usual();
    desk.press(0, Key::plain(Code::F(5)));
    let title = Said::both(|_| "?".to_owned());
    let ways = vec![Way { say: Said::both(|_| "!".to_owned()), does: Does::Nothing }];
    for window in &mut desk.windows {
        window.tick("2026-11-26T09:00:00+07:00".parse().unwrap());
        window.ask(Asked::new(title.clone(), ways.clone(), About::Stale));
    }
    let again = apply(&desk.live, &Command::Resume, &course(), desk.windows[0].now());
    desk.windows[1].show(desk.live.clone());
    assert!(desk.windows[1].is_asking(), "the state is still that of another day");
    desk.windows[1].show(again);
    assert!(!desk.windows[1].is_asking() && desk.windows[0].is_asking());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_keys_in_either_window_at_any_size_are_survived(
        presses in prop::collection::vec((0..2_usize, any_key(), 0..9_u8), 1..80),
        sizes in prop::collection::vec((1..130_u16, 1..45_u16), 2),
    ) {
        let mut desk = Desk::usual();
        for (at, key, other) in presses {
            if other == 0 {
                desk.windows[at].resize(sizes[at]);
            }
            desk.press(at, key);
            desk.screen(at);
            prop_assert!(!desk.live.page.is_empty());
        }
        // Whatever is open, this leads back to the page that stands.
        (0..8).for_each(|_| desk.press(0, keys::ESC));
        desk.windows[0].resize(USUAL);
        desk.settle();
        let foot = desk.windows[0].hall().foot(&desk.live.page);
        let text = desk.text(0);
        prop_assert!(desk.live.begun.is_none() || text.contains(&foot), "{foot}: {text}");
    }
}
