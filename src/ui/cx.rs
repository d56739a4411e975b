//! What every screen may see and ask for: course, profile, time, chance, theme.
//!
//! The profile changes only here, through [`Cx::record`] and [`Cx::edit`]; both raise `rev`, so
//! nothing is changed that the saver does not hear of.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
};

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::theme::{self, Terminal, Theme};
use crate::model::{
    chance::Chance,
    course::Course,
    history,
    moment::Moment,
    notes::Note,
    plan::changes::Undo,
    profile::{Answer, CourseRecord, Profile},
    search::Index,
    standing::{self, Standing},
    text::{Lang, Said},
};

/// How soon a change must be on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Save {
    /// Typed text: one second after the last key, at most three seconds of unsaved typing.
    Soon,
    /// Answers, finished pages, plan rows: at once.
    Now,
}

/// What the status line says about saving. It never says more than is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing to save yet.
    #[default]
    Idle,
    /// Everything up to this moment is on disk.
    Saved(Moment),
    /// Handed to the writer, or waiting for the typing to pause.
    Pending,
    /// The last try failed; the state is kept in memory and tried again.
    Failed(Said),
    /// Kept in a copy beside the file that another program changed.
    Aside(Said),
    /// This window does not save, and why.
    ReadOnly(Said),
}

/// What a standing depends on.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    today: Date,
    newest: u64,
    ended: usize,
    /// How many there are, and how many were taken back.
    resets: (usize, usize),
}

/// What every screen may see and ask for.
pub struct Cx {
    /// The course.
    pub course: Rc<Course>,
    /// The time of the event being handled.
    pub now: Moment,
    /// The same in milliseconds, for how long an answer took.
    pub now_ms: i64,
    /// Styles and marks.
    pub theme: Theme,
    /// Where a screen's body stands.
    pub body: Rect,
    /// What is known about saving.
    pub saving: Saving,
    /// Something to say once beside it; the next key takes it away.
    pub notice: Option<Said>,
    /// Where the profile lies, for the sentence on the first run.
    pub stored_in: String,
    /// Where a person keeps own files, for what is written at their wish.
    pub own_files: String,
    /// How many other people have their profile in this data folder, as far as a new person is told.
    pub neighbours: usize,
    /// Ways back from the changes of this session, by plan, the newest last.
    pub undos: BTreeMap<String, Vec<Undo>>,
    /// Notes deleted in this session with the pages they stood on, the newest last.
    pub removed: Vec<(String, Note)>,
    /// The indexes of the course, made when first looked into: one for each language.
    indexes: [OnceCell<Index>; 2],
    /// Where the person stands, computed last, and for what.
    standing: RefCell<Option<(Asked, Rc<Standing>)>>,
    /// Ways to make again what was taken back, likewise; a new change of the plan ends them.
    pub redos: BTreeMap<String, Vec<Undo>>,
    terminal: Terminal,
    profile: Profile,
    lang_override: Option<Lang>,
    chance: Chance,
    /// Feeds the names of new things.
    names: Chance,
    pending: Option<Save>,
}

impl Cx {
    /// A context for one course and one profile; `seed` feeds everything that is left to chance.
    pub fn new(course: Rc<Course>, profile: Profile, now: Moment, seed: u64) -> Self {
        // Another session of the same person gives other names, also with the same seed.
        let names = Chance::new(seed, &format!("names-{}", profile.rev));
        let mut cx = Self {
            course,
            now,
            now_ms: now.timestamp().as_millisecond(),
            theme: Theme::auto(),
            body: Rect::new(0, 0, 80, 20),
            saving: Saving::Idle,
            notice: None,
            stored_in: String::new(),
            own_files: String::new(),
            neighbours: 0,
            undos: BTreeMap::new(),
            removed: Vec::new(),
            indexes: Default::default(),
            standing: RefCell::default(),
            redos: BTreeMap::new(),
            terminal: Terminal::default(),
            profile,
            lang_override: None,
            chance: Chance::new(seed, "cx"),
            names,
            pending: None,
        };
        cx.enter_course();
        cx
    }

    /// Replaces the profile (another person, or the other copy of a damaged one).
    pub fn replace_profile(&mut self, profile: Profile) {
        self.profile = profile;
        self.pending = None;
        self.standing.take();
        self.undos.clear();
        self.removed.clear();
        self.redos.clear();
        self.enter_course();
        self.dress();
    }

    /// Draws for this terminal from now on.
    pub fn draw_for(&mut self, terminal: Terminal) {
        self.terminal = terminal;
        self.dress();
    }

    /// What is known of the terminal.
    pub const fn terminal(&self) -> Terminal {
        self.terminal
    }

    fn dress(&mut self) {
        let settings = &self.profile.settings;
        let theme = Theme::new(self.terminal, &settings.theme);
        self.theme = if settings.ascii { theme.ascii() } else { theme };
    }

    /// Changes settings; how the screens look follows at once.
    pub fn adjust(&mut self, save: Save, change: impl FnOnce(&mut Profile)) {
        self.edit(save, change);
        self.dress();
    }

    /// Switches to the next colours, remembers it and says which ones these are.
    pub fn switch_theme(&mut self) {
        let (wish, name) = theme::next(&self.profile.settings.theme, self.terminal);
        self.adjust(Save::Now, |profile| wish.clone_into(&mut profile.settings.theme));
        let is_plain = self.terminal.is_plain;
        self.notice = Some(Said::both(|lang| {
            let none = lang.pick(" (tanpa warna: NO_COLOR)", " (no colour: NO_COLOR)");
            let none = if is_plain { none } else { "" };
            format!("{}: {}{none}", lang.pick("warna", "colours"), name.say(lang))
        }));
    }

    // The record of the open course exists from the start, so that screens need not ask.
    fn enter_course(&mut self) {
        let record = self.profile.courses.entry(self.course.key.clone()).or_default();
        record.version.clone_from(&self.course.version);
    }

    /// The index of the course in the language of the screens.
    pub fn index(&self) -> &Index {
        let lang = self.lang();
        let [id, en] = &self.indexes;
        lang.pick(id, en).get_or_init(|| Index::of_course(&self.course, lang))
    }

    /// The profile, to read.
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// What was done in the open course.
    pub fn work(&self) -> &CourseRecord {
        static EMPTY: std::sync::LazyLock<CourseRecord> =
            std::sync::LazyLock::new(CourseRecord::default);
        self.profile.courses.get(&self.course.key).unwrap_or(&EMPTY)
    }

    /// Where the person stands today; computed once for a state of the record.
    pub fn standing(&self) -> Rc<Standing> {
        let work = self.work();
        let asked = Asked {
            today: self.now.learning_day(),
            newest: work.next_answer(),
            ended: work.rounds.iter().filter(|round| round.ended.is_some()).count(),
            resets: history::resets(work),
        };
        if let Some((known, standing)) = &*self.standing.borrow()
            && *known == asked
        {
            return Rc::clone(standing);
        }
        let standing = Rc::new(standing::standing(&self.course, work, asked.today));
        self.standing.replace(Some((asked, Rc::clone(&standing))));
        standing
    }

    /// How many items are due, as far as is known without computing anything anew while answers
    /// are given: the status line must not cost more than the answer.
    pub fn due(&self) -> usize {
        let today = self.now.learning_day();
        if let Some((asked, standing)) = &*self.standing.borrow()
            && asked.today == today
        {
            return standing.due.len();
        }
        self.standing().due.len()
    }

    /// The language of the screens.
    pub fn lang(&self) -> Lang {
        self.lang_override.unwrap_or(self.profile.settings.lang)
    }

    /// Speaks this language whatever the profile says (`--lang`), until the person switches.
    pub fn speak(&mut self, lang: Lang) {
        self.lang_override = Some(lang);
    }

    /// Switches the language and remembers it.
    pub fn set_lang(&mut self, lang: Lang) {
        self.lang_override = None;
        self.edit(Save::Now, |profile| profile.settings.lang = lang);
    }

    /// Widest running text in columns.
    pub fn text_width(&self) -> u16 {
        self.profile.settings.text_width()
    }

    /// Today, where the person is.
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// Changes the profile.
    pub fn edit<R>(&mut self, save: Save, change: impl FnOnce(&mut Profile) -> R) -> R {
        let result = change(&mut self.profile);
        self.profile.rev = self.profile.rev.saturating_add(1);
        self.pending = self.pending.max(Some(save));
        result
    }

    /// Changes what was done in the open course.
    pub fn edit_work<R>(&mut self, save: Save, change: impl FnOnce(&mut CourseRecord) -> R) -> R {
        let key = self.course.key.clone();
        self.edit(save, |profile| change(profile.courses.entry(key).or_default()))
    }

    /// Writes down one answer. Its number is given here.
    pub fn record(&mut self, mut answer: Answer) {
        self.edit_work(Save::Now, |work| {
            answer.n = work.next_answer();
            Arc::make_mut(&mut work.answers).push(answer);
        });
    }

    /// Lets whatever is unsaved be saved at once (a field was left).
    pub fn hurry(&mut self) {
        self.pending = Some(Save::Now);
    }

    /// Takes the note that something must be saved.
    pub fn take_pending(&mut self) -> Option<Save> {
        self.pending.take()
    }

    /// A fresh seed.
    pub fn fresh_seed(&mut self) -> u64 {
        // JSON numbers beyond 2^53 lose digits in other programs.
        self.chance.bits() >> 11
    }

    /// A fresh name of 64 or 128 bits in hex.
    pub fn fresh_id(&mut self, bits: u32) -> String {
        let words: Vec<String> =
            (0..bits / 64).map(|_| format!("{:016x}", self.names.bits())).collect();
        words.concat()
    }
}
