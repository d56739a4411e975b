//! What the hall sees of a state: the one value that both windows draw from.

use super::{Cover, Live, Poll, Timer};

/// What the hall sees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sight<'a> {
    /// Nothing: the screen is black.
    Black,
    /// The start page.
    Start,
    /// A page.
    Page(Scene<'a>),
}

/// A page as the hall sees it. What is there of these lies over it, the first uppermost: a countdown
/// that is big, a poll, a cover.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene<'a> {
    /// Page key.
    pub page: &'a str,
    /// Its step, from 0.
    pub step: usize,
    /// Its part, from 0.
    pub part: usize,
    /// The question that the hall is asked.
    pub poll: Option<&'a Poll>,
    /// The countdown.
    pub timer: Option<&'a Timer>,
    /// What else lies over the page.
    pub cover: Option<&'a Cover>,
    /// The part of the poll or the cover.
    pub cover_part: usize,
    /// Whether the show has moved on beneath, or may.
    pub is_frozen: bool,
}

impl Live {
    /// What the hall sees: black covers what is frozen, and that the page.
    pub fn sight(&self) -> Sight<'_> {
        if self.black {
            return Sight::Black;
        }
        if let Some(frozen) = &self.frozen {
            return Sight::Page(Scene {
                page: &frozen.page,
                step: frozen.step,
                part: frozen.part,
                poll: frozen.poll.as_ref(),
                timer: frozen.timer.as_ref(),
                cover: frozen.cover.as_ref(),
                cover_part: frozen.cover_part,
                is_frozen: true,
            });
        }
        self.standing().map_or(Sight::Start, Sight::Page)
    }

    /// What the show stands on, whatever is black or frozen; `None` on the start page.
    pub fn standing(&self) -> Option<Scene<'_>> {
        self.begun.is_some().then(|| Scene {
            page: &self.page,
            step: self.step,
            part: self.part,
            poll: self.poll.as_ref(),
            timer: self.timer.as_ref(),
            cover: self.cover.as_ref(),
            cover_part: self.cover_part,
            is_frozen: false,
        })
    }
}
