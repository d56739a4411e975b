//! Laws of the facilitator's window: what is hidden is said, the key and the notes stay here, and
//! nothing of the notes is out of reach.

use std::{collections::BTreeSet, rc::Rc};

use proptest::prelude::*;
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
};

use crate::{
    model::{
        course::{Content, Course, Part, Seen},
        document::plain,
        live::{Command, Cover, HallWindow, Live, Show, apply, samples},
        markdown::Block,
        moment::Moment,
        profile::Unknown,
        text::{Lang, Said},
    },
    ui::{
        keys::{Code, Key},
        screen::Input,
        show::{Role, Window},
        theme::{Signs, Terminal},
    },
};

const NOW: &str = "2026-11-24T09:41:00+07:00";
const NOTE: &str = "BISIKAN";
const WHY: &str = "ALASAN";
const WORDS: usize = 300;

fn now() -> Moment {
    NOW.parse().unwrap()
}

fn paragraph(step: usize, seen: Seen, text: &str) -> Part {
    Part {
        step,
        seen,
        late_columns: 0,
        content: Content::Block(Block::Paragraph(vec![plain(text)])),
    }
}

/// A course with a note on every page and a reason for every option.
fn course() -> Course {
    let mut course = samples::course();
    for module in &mut course.modules {
        for page in &mut module.pages {
            let note = paragraph(0, Seen::Facilitator, NOTE);
            page.body.id.parts.push(note.clone());
            page.body.en.parts.push(note);
        }
        for option in module.items.iter_mut().flat_map(|item| &mut item.options) {
            option.why = Said::both(|_| WHY.to_owned());
        }
    }
    course
}

fn after(commands: &[Command], course: &Course) -> Live {
    let start = Live::new("kelas", course);
    commands.iter().fold(start, |live, command| apply(&live, command, course, now()))
}

fn window(role: Role, course: &Course, live: &Live) -> Window {
    let mut window = Window::new(role, Rc::new(course.clone()), live.clone(), (now(), 1));
    window.resize((60, 20));
    window
}

fn rows(window: &Window, (width, height): (u16, u16)) -> Vec<String> {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    window.draw(buf.area, &mut buf);
    let rows = buf.content.chunks(usize::from(width));
    rows.map(|row| row.iter().map(Cell::symbol).collect()).collect()
}

fn counts(item: &str, vote: usize, hands: &[u32]) -> Command {
    Command::Counts { item: item.to_owned(), vote, counts: hands.to_vec() }
}

fn show(item: &str, show: Show) -> Command {
    Command::Show { item: item.to_owned(), show }
}

fn hall() -> HallWindow {
    HallWindow {
        columns: 60,
        rows: 20,
        density: "usual".to_owned(),
        lang: "id".to_owned(),
        closed: false,
        unknown: Unknown::new(),
    }
}

fn any_command() -> impl Strategy<Value = Command> {
    let again = |item: &str| Command::VoteAgain { item: item.to_owned() };
    prop::sample::select(vec![
        Command::Begin,
        Command::Next,
        Command::Next,
        Command::Back,
        Command::Last,
        Command::GoTo("b1".to_owned()),
        Command::GoTo("b2".to_owned()),
        Command::Black(true),
        Command::Black(false),
        Command::Freeze,
        Command::Thaw,
        Command::Ask("qa".to_owned()),
        Command::Ask("qb".to_owned()),
        counts("qa", 1, &[17, 9, 5]),
        counts("qb", 1, &[9999, 9999, 9999, 9999]),
        again("qa"),
        counts("qa", 2, &[1, 2, 3]),
        show("qa", Show::Bars),
        show("qb", Show::Bars),
        Command::ClosePoll,
        Command::TimerStart { minutes: 5, activity: None },
        Command::TimerStart { minutes: 20, activity: Some("kerja".to_owned()) },
        Command::TimerPause,
        Command::TimerAdd(-60),
        Command::Cover(Some(Cover::agenda())),
        Command::Groups(vec!["Melati".to_owned(), "Kenanga".to_owned()]),
        Command::Draw(3),
        Command::Turn(1),
        Command::Window(hall()),
        Command::Bookmark { page: "a1".to_owned(), is_set: true },
        Command::StartDay { schedule: Some("dua".to_owned()), day: 1, start: now() },
    ])
}

proptest! {
    #[test]
    fn it_is_drawn_in_every_window_and_every_state(
        commands in prop::collection::vec(any_command(), 0..16),
        (width, height) in (1..=130_u16, 1..=45_u16),
        keys in prop::collection::vec(prop::sample::select(vec!['?', 'o', 'a', 's', 'w', 'h', 'q', 'i']), 0..3),
        is_plain: bool,
        rehearsal: bool,
    ) {
        let course = course();
        let mut live = after(&commands, &course);
        live.rehearsal = rehearsal;
        for lang in [Lang::Id, Lang::En] {
            let mut window = window(Role::Notes, &course, &live);
            window.speak(lang);
            let signs = if is_plain { Signs::Asked } else { Signs::All };
            window.draw_for(Terminal { is_plain, signs, ..Terminal::default() });
            window.resize((width, height));
            window.input(&Input::Key(Key::ctrl_code(Code::Down)));
            for key in &keys {
                window.input(&Input::Key(Key::char(*key)));
            }
            let rows = rows(&window, (width, height));
            prop_assert!(!is_plain || rows.iter().all(|row| row.is_ascii()), "{rows:?}");
        }
    }

    #[test]
    fn what_hides_the_show_is_said_in_words_at_the_top(
        commands in prop::collection::vec(any_command(), 0..16),
        (width, height) in (60..=130_u16, 18..=45_u16),
        keys in prop::collection::vec(prop::sample::select(vec!['?', 'o', 'a', 's', 'w', 'q']), 0..3),
    ) {
        let course = course();
        let live = after(&commands, &course);
        let mut window = window(Role::Notes, &course, &live);
        for key in keys {
            window.input(&Input::Key(Key::char(key)));
        }
        let rows = rows(&window, (width, height));
        let says = |word: &str| rows[0].contains(word);
        prop_assert_eq!(says("LAYAR GELAP"), live.black, "{}", &rows[0]);
        let is_frozen = live.frozen.is_some() && !live.black;
        prop_assert_eq!(says("LAYAR BEKU"), is_frozen, "{}", &rows[0]);
        let way = if live.black { "b membuka" } else { "F5 melepas" };
        prop_assert_eq!(says(way), live.black || is_frozen, "{}", &rows[0]);
    }

    #[test]
    fn the_notes_and_the_key_stay_out_of_the_hall(
        commands in prop::collection::vec(any_command(), 0..24),
        (width, height) in (60..=130_u16, 18..=45_u16),
    ) {
        let course = course();
        let live = after(&commands, &course);
        let hall = rows(&window(Role::Hall, &course, &live), (width, height)).concat();
        prop_assert!(!hall.contains(NOTE));
        prop_assert!(!hall.contains(WHY));
        prop_assert!(live.agenda.is_some() || !hall.contains('✓'), "{hall}");
        // High enough for all of it; what does not fit is scrolled to.
        let notes = rows(&window(Role::Notes, &course, &live), (width, 80)).concat();
        prop_assert!(notes.contains(NOTE));
        prop_assert_eq!(notes.contains("✓ A"), live.poll.is_some());
        prop_assert_eq!(notes.contains(WHY), live.poll.is_some());
    }
}

#[test]
fn the_places_of_a_window_depend_on_its_size_alone() {
    let course = course();
    for size in [(60, 18), (80, 24), (120, 40)] {
        let states = [
            vec![Command::Window(hall())],
            vec![Command::Window(hall()), Command::Begin],
            vec![Command::Window(hall()), Command::Begin, Command::Ask("qa".to_owned())],
            vec![Command::Window(hall()), Command::Begin, Command::Freeze, Command::Black(true)],
            vec![Command::Window(hall()), Command::TimerStart { minutes: 5, activity: None }],
        ];
        let places = states.map(|commands| {
            let live = after(&commands, &course);
            let rows = rows(&window(Role::Notes, &course, &live), size);
            let rules = rows.iter().enumerate().filter(|(_, row)| row.contains("───"));
            rules.map(|(at, _)| at).collect::<Vec<_>>()
        });
        assert!(places[0].len() >= 2, "{places:?}");
        assert!(places.iter().all(|place| *place == places[0]), "{size:?}: {places:?}");
    }
}

#[test]
fn every_word_of_long_notes_is_reached() {
    let mut course = course();
    let words: Vec<String> = (0..WORDS).map(|at| format!("kata{at:03}")).collect();
    let note = paragraph(0, Seen::Facilitator, &words.join(" "));
    course.modules[0].pages[0].body.id.parts.push(note);
    for size in [(20, 6), (60, 18), (80, 24), (120, 40)] {
        for commands in [vec![], vec![Command::Ask("qa".to_owned()), counts("qa", 1, &[3, 9, 5])]] {
            let mut window = window(Role::Notes, &course, &after(&commands, &course));
            window.resize(size);
            let mut seen = BTreeSet::new();
            for _ in 0..WORDS + 50 {
                let drawn = rows(&window, size).join(" ");
                seen.extend(drawn.split_whitespace().map(str::to_owned));
                window.input(&Input::Key(Key::ctrl_code(Code::Down)));
            }
            let missing: Vec<_> = words.iter().filter(|word| !seen.contains(*word)).collect();
            assert!(missing.is_empty(), "{size:?}: {missing:?}");
            let end = rows(&window, size);
            window.input(&Input::Key(Key::ctrl_code(Code::Up)));
            assert_ne!(rows(&window, size), end, "{size:?}: one key up moves at once");
        }
    }
}

#[test]
fn a_frozen_show_tells_both_what_the_hall_sees_and_where_it_stands() {
    let course = course();
    let commands = [Command::Begin, Command::Freeze, Command::GoTo("b1".to_owned())];
    let live = after(&commands, &course);
    let rows = rows(&window(Role::Notes, &course, &live), (80, 24));
    assert!(rows[0].contains("“Halaman a1”"), "{}", rows[0]);
    assert!(rows[2].contains("Tampak setelah F5 · Modul 2 hal. 1"), "{}", rows[2]);
    assert!(rows[3].contains("Halaman b1"), "{}", rows[3]);
    assert!(!rows[3].contains('│'), "a bar stands beside what the hall sees: {}", rows[3]);
}
