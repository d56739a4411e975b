//! What a screen is, and what it may ask of the app. Screens return a [`Step`]; they never reach
//! up.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    cx::Cx,
    keys::{self, Binding, HelpRow, Key},
};
use crate::model::{profile::Spot, text::Lang};

/// What a screen asks of the app.
pub enum Step {
    /// Nothing more.
    Stay,
    /// Put a screen on top of this one.
    Open(Box<dyn AnyScreen>),
    /// Put several screens on top, the last one uppermost.
    OpenAll(Vec<Box<dyn AnyScreen>>),
    /// Put a screen in place of this one.
    Swap(Box<dyn AnyScreen>),
    /// Put several screens in place of this one, the last one uppermost.
    SwapAll(Vec<Box<dyn AnyScreen>>),
    /// Close this screen.
    Back,
    /// Close every screen but the first.
    Home,
    /// Something outside the screens.
    Do(Effect),
    /// Save and leave.
    Quit,
}

impl Step {
    /// Puts a screen on top.
    pub fn open(screen: impl Screen) -> Self {
        Self::Open(Box::new(screen))
    }

    /// Puts a screen in place of the one that asks.
    pub fn swap(screen: impl Screen) -> Self {
        Self::Swap(Box::new(screen))
    }
}

/// What only the app can do, since only it holds the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open this profile once more, as it is on the disk now.
    Reopen,
    /// Open another profile by name.
    OpenProfile(String),
    /// Show the people whose profiles lie in this data folder.
    People,
    /// Begin a profile for somebody who is called so, and open it.
    AddPerson(String),
    /// Copy a profile into one file to take home.
    TakeHome {
        /// The profile.
        name: String,
        /// The file or folder, as typed.
        to: String,
        /// A file that stands there is replaced.
        replace: bool,
    },
    /// Read a file that was taken home and ask where it goes.
    BringBack(String),
    /// Make that file a profile here and open it.
    Restore {
        /// The file, as typed.
        from: String,
        /// The profile that it takes the place of; `None` for a new person.
        into: Option<String>,
    },
    /// Ask before a profile is erased.
    AskErase(String),
    /// Erase a profile with everything beside it.
    Erase(String),
    /// Go on with what is shown and let saving begin.
    Accept,
    /// Of a file edited by hand: take the last good copy instead.
    TakeGood,
    /// The window that held this profile may be gone: save this window's state in it.
    TakeOver,
    /// Try to save again now.
    SaveAgain,
    /// Keep the profile in another folder from now on.
    SaveIn(String),
    /// Write something into a file of the person's own.
    Write {
        /// What.
        what: Printed,
        /// The file, as typed; its ending names the form.
        to: String,
        /// Columns of plain text.
        width: usize,
        /// A file that exists is replaced.
        replace: bool,
    },
    /// Take plans in from a file.
    BringPlan {
        /// The file, as typed.
        from: String,
        /// The plan that rows without one belong to.
        into: Option<String>,
        /// Whether what differs is replaced; `None` while that was not asked.
        replace: Option<bool>,
    },
    /// Leave although something is not saved.
    Abandon,
}

/// What can be written into a file to hand on or to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The plan with this ID.
    Plan(String),
    /// A handout of the course.
    Handout {
        /// Its sort.
        sort: &'static str,
        /// What tells it from others of that sort.
        name: Option<String>,
    },
}

/// What a text field may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A whole paste, already made safe.
    Paste(String),
}

/// The title line: where am I, and who or how far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Left.
    pub left: String,
    /// Right.
    pub right: String,
}

/// One screen: a table of keys, an update and a draw.
pub trait Screen: 'static {
    /// What its keys tell it.
    type Msg: Copy + 'static;

    /// Its keys. Dispatch, help bar and help page read these same rows.
    fn keys(&self) -> &'static [Binding<Self::Msg>];

    /// The title line.
    fn head(&self, cx: &Cx) -> Head;

    /// Changes the screen's own state, and the profile through `cx`.
    fn update(&mut self, msg: Self::Msg, cx: &mut Cx) -> Step;

    /// Draws the body. Returns where the real cursor stands, if anywhere.
    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position>;

    /// Hides a row from dispatch, bar and help page alike.
    fn allows(&self, _msg: Self::Msg, _cx: &Cx) -> bool {
        true
    }

    /// Text fields are asked first; `None` passes the input on to the keys.
    fn typed(&mut self, _input: Input, _cx: &mut Cx) -> Option<Step> {
        None
    }

    /// Whether letters are typed into a text here, so that help is on F1 alone.
    fn is_typing(&self, _cx: &Cx) -> bool {
        false
    }

    /// Called before another screen covers this one, and before the program ends or stops for a while:
    /// what only the screen knows goes into the record.
    fn rest(&mut self, _cx: &mut Cx) {}

    /// Called when the screen on top of this one closed.
    fn back_on_top(&mut self, _cx: &mut Cx) {}

    /// After how many milliseconds it wants to be [`Screen::woken`] if no key comes before.
    fn wake(&self, _cx: &Cx) -> Option<u64> {
        None
    }

    /// Called when that time has passed.
    fn woken(&mut self, _cx: &mut Cx) -> Step {
        Step::Stay
    }

    /// How it is found again in the middle of what is being done, where anything is.
    fn spot(&self, _cx: &Cx) -> Option<Spot> {
        None
    }
}

/// A screen on the stack.
pub trait AnyScreen {
    /// Offers an input to the text field, then to the keys; `None` when neither wants it.
    fn input(&mut self, input: Input, cx: &mut Cx) -> Option<Step>;
    /// See [`Screen::draw`].
    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position>;
    /// See [`Screen::head`].
    fn head(&self, cx: &Cx) -> Head;
    /// See [`Screen::is_typing`].
    fn is_typing(&self, cx: &Cx) -> bool;
    /// Rows of help that hold now.
    fn help(&self, cx: &Cx) -> Vec<HelpRow>;
    /// See [`Screen::rest`].
    fn rest(&mut self, cx: &mut Cx);
    /// See [`Screen::back_on_top`].
    fn back_on_top(&mut self, cx: &mut Cx);
    /// See [`Screen::wake`].
    fn wake(&self, cx: &Cx) -> Option<u64>;
    /// See [`Screen::woken`].
    fn woken(&mut self, cx: &mut Cx) -> Step;
    /// See [`Screen::spot`].
    fn spot(&self, cx: &Cx) -> Option<Spot>;
}

impl<S: Screen> AnyScreen for S {
    fn input(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if let Some(step) = self.typed(input.clone(), cx) {
            return Some(step);
        }
        let Input::Key(key) = input else { return None };
        let key = key.level();
        let row =
            self.keys().iter().find(|row| row.on.contains(&key) && self.allows(row.msg, cx))?;
        Some(self.update(row.msg, cx))
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        Screen::draw(self, cx, area, buf)
    }

    fn head(&self, cx: &Cx) -> Head {
        Screen::head(self, cx)
    }

    fn help(&self, cx: &Cx) -> Vec<HelpRow> {
        keys::help(self.keys(), |msg| self.allows(msg, cx))
    }

    fn is_typing(&self, cx: &Cx) -> bool {
        Screen::is_typing(self, cx)
    }

    fn rest(&mut self, cx: &mut Cx) {
        Screen::rest(self, cx);
    }

    fn back_on_top(&mut self, cx: &mut Cx) {
        Screen::back_on_top(self, cx);
    }

    fn wake(&self, cx: &Cx) -> Option<u64> {
        Screen::wake(self, cx)
    }

    fn woken(&mut self, cx: &mut Cx) -> Step {
        Screen::woken(self, cx)
    }

    fn spot(&self, cx: &Cx) -> Option<Spot> {
        Screen::spot(self, cx)
    }
}

/// Words of a count and a total: "4 dari 9".
pub fn of(part: usize, whole: usize, lang: Lang) -> String {
    format!("{part} {} {whole}", lang.pick("dari", "of"))
}
