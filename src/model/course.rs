//! The course: what is taught. Read-only once it is loaded.
//!
//! Everything is found by its key, never by its place; a key keeps its meaning for ever, so that a
//! course may be edited without anybody losing a record. How it is read from text is in
//! [`build`], what is checked in [`check`].

pub mod build;
pub mod check;
mod hall;
mod item;
mod office;
pub mod raw;
pub mod teaching;

pub use self::{
    item::{Bin, Choice, Item, Kind},
    office::Challenge,
    teaching::{Activity, Practice, Quota, Schedule, Session, Sheet, Topic},
};
use super::{
    diagnosis::Statement,
    markdown::Block,
    text::{Lang, Said, Text},
};

/// Fewest different items from which mastery of a factor is more than attempted (LEARNING §3).
pub const FEWEST_OF_FACTOR: usize = 5;

/// A whole course.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// Stable name; records in the profile hang on it.
    pub key: String,
    /// Version as the author counts it.
    pub version: String,
    /// Title shown on top of every screen.
    pub title: Said,
    /// Whether English was declared and is complete.
    pub has_english: bool,
    /// Mean newest first-try mark (0..=1) from which a module counts as done.
    pub pass: f64,
    /// Minutes that a test may take; no limit without it.
    pub test_minutes: Option<u32>,
    /// Key success factors.
    pub factors: Vec<Factor>,
    /// Modules in teaching order.
    pub modules: Vec<Module>,
    /// Ways to run it.
    pub schedules: Vec<Schedule>,
    /// Sessions of the facilitated runs.
    pub agenda: Vec<Session>,
    /// What people do on the pages.
    pub activities: Vec<Activity>,
    /// Worksheets to print.
    pub sheets: Vec<Sheet>,
    /// What each form of the pre- and post-test is made up of.
    pub blueprint: Vec<Quota>,
    /// What was ordered, part by part, and the pages that teach it.
    pub topics: Vec<Topic>,
    /// How made-up data is told from facts.
    pub practice: Practice,
    /// What the pages stand on.
    pub sources: Vec<Source>,
    /// Words explained.
    pub terms: Vec<Term>,
    /// Statements by which people look at their own office.
    pub statements: Vec<Statement>,
    /// What is asked of an office that takes over what worked elsewhere.
    pub challenges: Vec<Challenge>,
}

/// One key success factor.
#[derive(Clone, Debug)]
pub struct Factor {
    /// Stable name.
    pub key: String,
    /// What it is called.
    pub name: Said,
}

/// A work that pages rest on.
#[derive(Clone, Debug)]
pub struct Source {
    /// Stable name.
    pub key: String,
    /// Title of the work as it is.
    pub work: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Number of a regulation, as cited.
    pub number: Option<String>,
    /// Year of issue.
    pub year: Option<i32>,
    /// Whether it still holds, in words.
    pub status: Said,
    /// Day on which the status was last checked, ISO 8601.
    pub checked: Option<String>,
}

/// A word of the trade and its meaning.
#[derive(Clone, Debug)]
pub struct Term {
    /// Stable name, the target of `g:` links.
    pub key: String,
    /// The word.
    pub term: Said,
    /// Its meaning in a sentence or two.
    pub meaning: Said,
}

/// One module: pages to read, then items to answer.
#[derive(Clone, Debug)]
pub struct Module {
    /// Stable name.
    pub key: String,
    /// Title.
    pub title: Said,
    /// Planned minutes.
    pub minutes: u32,
    /// Pages in reading order.
    pub pages: Vec<Page>,
    /// Questions.
    pub items: Vec<Item>,
}

impl Module {
    /// A module without anything in it.
    pub fn empty(key: String) -> Self {
        Self { key, title: Said::default(), minutes: 0, pages: Vec::new(), items: Vec::new() }
    }
}

/// One page, in both languages with the same steps.
#[derive(Clone, Debug)]
pub struct Page {
    /// Stable name.
    pub key: String,
    /// Planned minutes, 0 when the author gave none.
    pub minutes: u32,
    /// Keys of the sources it rests on.
    pub sources: Vec<String>,
    /// Title and parts.
    pub body: Text<Body>,
}

/// A page in one language.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The page's heading.
    pub title: String,
    /// What follows it, in order.
    pub parts: Vec<Part>,
}

/// One block of a page with the step that brings it and the surfaces that show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Shown from this step on; 0 is there at once.
    pub step: usize,
    /// Which surface shows it.
    pub seen: Seen,
    /// How many of its last columns come later, one with each further step; 0 unless it is a table.
    pub late_columns: usize,
    /// What it is.
    pub content: Content,
}

impl Part {
    /// The step with which everything of it is there.
    pub const fn last_step(&self) -> usize {
        self.step + self.late_columns
    }
}

/// Which surface shows a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Reader and projector.
    Everywhere,
    /// The self-paced reader only.
    Reader,
    /// The projector only.
    Projector,
    /// The facilitator only.
    Facilitator,
}

/// A block of prose, or a question put into the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Prose.
    Block(Block),
    /// The item with this key is asked here.
    Item(String),
}

impl Course {
    /// The activity with this key.
    pub fn activity(&self, key: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.key == key)
    }

    /// The module with this key and its place, from 0.
    pub fn module(&self, key: &str) -> Option<(usize, &Module)> {
        self.modules.iter().enumerate().find(|(_, module)| module.key == key)
    }

    /// The page with this key, where it stands (module and page from 0).
    pub fn page(&self, key: &str) -> Option<(usize, usize, &Page)> {
        self.modules
            .iter()
            .enumerate()
            .find_map(|(m, module)| {
                module.pages.iter().position(|page| page.key == key).map(|p| (m, p))
            })
            .and_then(|(m, p)| Some((m, p, self.modules.get(m)?.pages.get(p)?)))
    }

    /// The item with this key and the module it belongs to.
    pub fn item(&self, key: &str) -> Option<(&Module, &Item)> {
        self.modules
            .iter()
            .find_map(|module| module.items.iter().find(|i| i.key == key).map(|i| (module, i)))
    }

    /// The factor with this key.
    pub fn factor(&self, key: &str) -> Option<&Factor> {
        self.factors.iter().find(|factor| factor.key == key)
    }

    /// The term with this key.
    pub fn term(&self, key: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.key == key)
    }

    /// The worksheet with this key.
    pub fn sheet(&self, key: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.key == key)
    }

    /// All items, module by module.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.modules.iter().flat_map(|module| &module.items)
    }

    /// Items of a form of the pre- and post-test, module by module.
    pub fn test<'a>(&'a self, form: &'a str) -> impl Iterator<Item = &'a Item> {
        self.items().filter(move |item| item.form.as_deref() == Some(form) && item.is_tested())
    }

    /// All pages, module by module.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.modules.iter().flat_map(|module| &module.pages)
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }
}

impl Source {
    /// As it is cited: a regulation by number and year, as everyone knows it; any other work by its
    /// title, with who published it and when.
    pub fn cited(&self) -> String {
        if let Some(number) = self.number.as_ref().filter(|number| number.contains("Tahun")) {
            return number.clone();
        }
        match (&self.issuer, self.year) {
            (Some(issuer), Some(year)) => format!("{} ({issuer}, {year})", self.work),
            _ => self.work.clone(),
        }
    }
}

impl Page {
    /// The last step in one language; 0 when the page shows everything at once.
    pub fn last_step(&self, lang: Lang) -> usize {
        self.body.get(lang).parts.iter().map(Part::last_step).max().unwrap_or(0)
    }

    /// Its title in one language.
    pub fn title(&self, lang: Lang) -> &str {
        &self.body.get(lang).title
    }
}
