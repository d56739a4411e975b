//! Everything that either window can do to a show. A command says what shall be, never "the other
//! way round": two windows that press the same key at once then mean the same.

use std::collections::BTreeMap;

use super::{Cover, HallWindow, Poll, Show, Spot};
use crate::model::moment::Moment;

/// One change of the state, given by a person or by a window.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Leave the start page.
    Begin,
    /// Forward: step, then part, then page. Begins the show; goes through what covers the page, takes
    /// it away and stays.
    Next,
    /// Back the same way, to the end of the page before.
    Back,
    /// The first page.
    First,
    /// The last page.
    Last,
    /// The page with this key, from its beginning; remembers where one was.
    GoTo(String),
    /// Back to where one was before the last jump, and there again the next time.
    Return,
    /// The screen of the hall black, or not.
    Black(bool),
    /// The hall goes on seeing what it sees.
    Freeze,
    /// The hall sees where the show stands.
    Thaw,
    /// Takes away the uppermost cover: black, what is frozen, a countdown that fills the screen, a poll,
    /// a task or an agenda. What Esc does.
    Uncover,
    /// A countdown of so many minutes from now. With an activity its task is shown; without, it is
    /// shown big where nothing else covers the page.
    TimerStart {
        /// Minutes, 1 at least.
        minutes: u32,
        /// Key of the activity that it belongs to.
        activity: Option<String>,
    },
    /// Stop the countdown for now.
    TimerPause,
    /// Let it go on.
    TimerResume,
    /// So many minutes more or less; an ended one counts again from now.
    TimerAdd(i32),
    /// No countdown any more.
    TimerClear,
    /// The countdown fills the screen of the hall, or stands small at its edge.
    TimerBig(bool),
    /// Ask the hall the question with this key; one that was asked already goes on with its counts.
    Ask(String),
    /// The hands that were counted, option by option in file order. Never lost: a poll that was
    /// closed in between takes them too.
    Counts {
        /// Key of the question.
        item: String,
        /// Vote, 1 or 2.
        vote: usize,
        /// Hands for each option.
        counts: Vec<u32>,
    },
    /// What the hall sees of the poll about this question.
    Show {
        /// Key of the question.
        item: String,
        /// What is shown.
        show: Show,
    },
    /// Vote a second time, after the first was counted.
    VoteAgain {
        /// Key of the question.
        item: String,
    },
    /// Close the poll; its counts are kept.
    ClosePoll,
    /// The audience window: this page takes so many parts. Only about the page that stands.
    Parts {
        /// Page key.
        page: String,
        /// Parts, 1 at least.
        parts: usize,
    },
    /// The audience window: what is shown click by click of each page that does not fit, as pairs of
    /// step and part; for all pages at once.
    Stops(BTreeMap<String, Vec<(usize, usize)>>),
    /// The audience window: how large it is and how it shows things.
    Window(HallWindow),
    /// The audience window laid the page that stands out anew: the same words are here now. Nothing
    /// where another page stands.
    Laid(Spot),
    /// The audience window: whatever covers the page takes so many parts. Only about what
    /// [`super::Live::covered_by`] names so.
    CoverParts {
        /// Its name.
        of: String,
        /// Parts, 1 at least.
        parts: usize,
    },
    /// Lay something over the page, in place of a question; or take it away.
    Cover(Option<Cover>),
    /// Mark a page, or take the mark away.
    Bookmark {
        /// Page key.
        page: String,
        /// Whether it is marked.
        is_set: bool,
    },
    /// The names of the groups; none ends the group work. A draw of the same groups stays.
    Groups(Vec<String>),
    /// Draw the order in which groups present.
    Draw(u64),
    /// The group that presents now, from 0 in drawn order.
    Turn(usize),
    /// The day of the agenda, and when its first session really began.
    StartDay {
        /// Key of the schedule.
        schedule: Option<String>,
        /// Day of the schedule, from 1.
        day: u32,
        /// When.
        start: Moment,
    },
    /// Go on with the run on another day: the start page, then where it was left, nothing covered.
    Resume,
    /// Begin another run from the first page.
    Fresh {
        /// Its name.
        run: String,
        /// Whether nobody is in the hall.
        rehearsal: bool,
        /// When the run was begun; tells it from others of its name.
        born: Option<Moment>,
    },
    /// What was known of a run that is gone on with: its polls and marks, and where it was left. The
    /// start page stays.
    Restore {
        /// Polls that were counted.
        polled: Vec<Poll>,
        /// Keys of marked pages.
        bookmarks: Vec<String>,
        /// Where it was left.
        spot: Option<Spot>,
    },
    /// Go exactly there; nothing where the page is gone.
    At(Spot),
}

impl Command {
    /// Whether a window tells of itself: no sign that anybody leads the show.
    pub const fn is_of_window(&self) -> bool {
        matches!(
            self,
            Self::Window(_)
                | Self::Laid(_)
                | Self::Stops(_)
                | Self::Parts { .. }
                | Self::CoverParts { .. }
        )
    }
}
