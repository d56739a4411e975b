//! Whatever bytes lie there: they are refused, or they make a state that any command can follow.

use jiff::SignedDuration;

use super::{super::*, counts, now};
use crate::model::{
    chance::Chance,
    live::{Day, samples::course},
    pacing::pace,
    run::{Run, record},
};

/// A state in which every field holds something.
fn full() -> Live {
    let course = course();
    let stops = [("a1".to_owned(), vec![(0, 0), (0, 1), (1, 1)])].into();
    let commands = [
        Command::StartDay { schedule: Some("dua".to_owned()), day: 1, start: now() },
        Command::Groups(vec!["Melati".to_owned(), "Mawar".to_owned()]),
        Command::Draw(7),
        Command::GoTo("b1".to_owned()),
        Command::Stops(stops),
        Command::Bookmark { page: "a2".to_owned(), is_set: true },
        Command::Ask("qa".to_owned()),
        Command::Ask("qb".to_owned()),
        counts(12),
        Command::TimerStart { minutes: 5, activity: Some("x".to_owned()) },
        Command::Freeze,
        Command::TimerPause,
        Command::Black(true),
    ];
    let state = Live::new("kelas", &course);
    commands.iter().fold(state, |state, command| apply(&state, command, &course, now()))
}

/// Does with a state whatever windows do.
fn use_up(state: &Live) {
    let course = course();
    let item = || "qb".to_owned();
    let commands = [
        Command::Next,
        Command::Back,
        counts(3),
        Command::VoteAgain { item: item() },
        Command::Counts { item: item(), vote: 2, counts: vec![1; 4] },
        Command::TimerAdd(i32::MAX),
        Command::TimerResume,
        Command::TimerAdd(i32::MIN),
        Command::TimerPause,
        Command::Return,
        Command::Stops(state.stops.clone()),
        Command::Parts { page: state.page.clone(), parts: usize::MAX },
        Command::Turn(usize::MAX),
        Command::Resume,
        Command::Begin,
    ];
    let run = Run::new(&state.run, &course, false);
    for command in &commands {
        let next = apply(state, command, &course, now());
        assert!(course.page(&next.page).is_some(), "{command:?}");
        let _ = (next.sight(), next.is_stale(now()), next.is_of(&course), next.start_key());
        let _ = next.timer.as_ref().map(|timer| (timer.left_ms(now()), timer.wake(now())));
        let _ = next
            .groups
            .as_ref()
            .map(|groups| (groups.order().len(), groups.presenting().is_some()));
        let _ = next.agenda.as_ref().and_then(|day: &Day| pace(&course, day, &next.page, now()));
        let run = record(&run, state, &next, now().later(SignedDuration::from_secs(60)));
        assert!(run.days.len() <= 1);
    }
}

#[test]
fn numbers_that_no_show_reaches_break_nothing() {
    let bytes = encode(&full());
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut tried = 0;
    for start in (1..bytes.len()).filter(|at| is_digit(*at) && !is_digit(at - 1)) {
        let end = (start..bytes.len()).find(|at| !is_digit(*at)).unwrap();
        for number in ["18446744073709551615", "9223372036854775807", "4294967295", "99", "-1", "0"]
        {
            let (before, after) = (&bytes[..start], &bytes[end..]);
            if let Ok(state) = decode(&[before, number.as_bytes(), after].concat()) {
                use_up(&state);
                tried += 1;
            }
        }
    }
    assert!(tried > 50, "{tried}");
}

#[test]
fn a_file_cut_or_changed_anywhere_is_refused_or_followed() {
    let bytes = encode(&full());
    use_up(&decode(&bytes).unwrap());
    for length in 0..bytes.len() - 2 {
        assert!(decode(&bytes[..length]).is_err(), "{length}");
    }
    let mut chance = Chance::new(7, "flips");
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (chance.bits() % 7);
        if let Ok(state) = decode(&changed) {
            use_up(&state);
        }
    }
}
