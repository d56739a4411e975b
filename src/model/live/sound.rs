//! What a file may hold and no command makes: brought within bounds, so that nothing that reads a state
//! counts for ever, adds beyond the end or draws for minutes.

use super::{Groups, Live, MOST_PARTS, Poll, Timer, poll::VOTES};
use crate::model::safe_text::{cap, safe_line};

/// Most entries of a list.
const MOST: usize = 1000;
/// Longest name, in graphemes.
const LONGEST: usize = 120;
/// Largest window in columns or rows.
const LARGEST: u16 = 1000;

impl Live {
    /// The same state within the bounds that commands keep.
    pub fn sound(mut self) -> Self {
        self.run = cap(safe_line(&self.run).as_ref(), LONGEST).into_owned();
        self.parts = self.parts.clamp(1, MOST_PARTS);
        self.part = self.part.min(MOST_PARTS - 1);
        self.cover_parts = self.cover_parts.clamp(1, MOST_PARTS);
        self.cover_part = self.cover_part.min(self.cover_parts - 1);
        self.bookmarks.truncate(MOST);
        self.polled.truncate(MOST);
        for poll in self.polled.iter_mut().chain(&mut self.poll) {
            bound(poll);
        }
        if let Some(frozen) = &mut self.frozen {
            frozen.cover_part = frozen.cover_part.min(MOST_PARTS - 1);
            frozen.poll.iter_mut().for_each(bound);
            frozen.timer.iter_mut().for_each(Timer::bound);
        }
        self.timer.iter_mut().for_each(Timer::bound);
        self.groups = self.groups.and_then(Groups::sound);
        if let Some(window) = &mut self.window {
            window.columns = window.columns.clamp(1, LARGEST);
            window.rows = window.rows.clamp(1, LARGEST);
        }
        self
    }
}

fn bound(poll: &mut Poll) {
    poll.vote = poll.vote.clamp(1, VOTES);
    poll.counts.truncate(poll.vote);
    for hands in &mut poll.counts {
        hands.truncate(MOST);
        for count in hands {
            *count = (*count).min(super::poll::MOST_HANDS);
        }
    }
}

#[cfg(test)]
mod laws {
    use super::*;
    use crate::model::live::{Command, apply, samples::course};

    #[test]
    fn whatever_a_file_holds_is_brought_within_bounds_and_what_commands_make_stays() {
        let course = course();
        let now = "2026-11-24T09:00:00+07:00".parse().unwrap();
        let commands = [
            Command::Begin,
            Command::Groups(vec!["Melati".to_owned(), "Kenanga".to_owned()]),
            Command::Draw(7),
            Command::Turn(1),
            Command::TimerStart { minutes: 5, activity: None },
            Command::Ask("qa".to_owned()),
            Command::Counts { item: "qa".to_owned(), vote: 1, counts: vec![1, 2, 3] },
        ];
        let usual = commands.iter().fold(Live::new("kelas", &course), |state, command| {
            apply(&state, command, &course, now)
        });
        assert_eq!(usual.clone().sound(), usual);
        let mut wild = usual.clone();
        wild.run = "x".repeat(500_000);
        (wild.parts, wild.part, wild.cover_part) = (0, usize::MAX, usize::MAX);
        let poll = wild.poll.as_mut().unwrap();
        (poll.vote, poll.counts) = (usize::MAX, vec![vec![u32::MAX; 5000]; 50]);
        let groups = wild.groups.as_mut().unwrap();
        (groups.turn, groups.names) = (usize::MAX, vec!["y".repeat(9999); 60_000]);
        wild.timer.as_mut().unwrap().left_ms = Some(i64::MAX);
        wild.bookmarks = vec![String::new(); 50_000];
        let sound = wild.sound();
        assert!(sound.run.chars().count() <= LONGEST + 1 && sound.bookmarks.len() <= MOST);
        assert!(sound.part < MOST_PARTS && sound.cover_part < sound.cover_parts);
        let poll = sound.poll.as_ref().unwrap();
        assert!(poll.vote == VOTES && poll.counts.len() == VOTES && poll.counts[0].len() <= MOST);
        let groups = sound.groups.as_ref().unwrap();
        assert!(groups.names.len() <= 40 && groups.turn < groups.names.len());
        assert!(groups.names.iter().all(|name| name.chars().count() <= 31));
        assert!(sound.timer.unwrap().left_ms.unwrap() <= 24 * 60 * 60_000);
    }
}
