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
