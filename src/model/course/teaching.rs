//! What a facilitator needs beside the pages: schedules, activities, worksheets, and how the pre-
//! and post-test are made up.

use crate::model::{
    markdown::Block,
    text::{Said, Text},
};

/// Length of one JP (jam pelajaran, teaching hour) in minutes.
pub const JP_MINUTES: u32 = 45;

/// The two parallel forms of the pre- and post-test.
pub const FORMS: [&str; 2] = ["a", "b"];

/// One way to run the course, in so many days.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Stable name.
    pub key: String,
    /// What it is called.
    pub title: Said,
    /// Teaching hours (JP) that its sessions must add up to.
    pub jp: u32,
}

/// One session of a facilitated run.
#[derive(Clone, Debug)]
pub struct Session {
    /// Key of the schedule it belongs to; `None` where the course has only one and does not name it.
    pub schedule: Option<String>,
    /// Day of the run, from 1.
    pub day: u32,
    /// Planned start as `HH.MM`, if set.
    pub start: Option<String>,
    /// Length in minutes.
    pub minutes: u32,
    /// Teaching hours (JP, 45 minutes each), 0 for breaks.
    pub jp: u32,
    /// The module that is taught, if one is.
    pub module: Option<String>,
    /// Keys of the pages that are taught, in order; empty for the whole module.
    pub pages: Vec<String>,
    /// What it is called.
    pub title: Said,
}

/// How many items each form of the test takes from a module or a factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Where they come from.
    pub of: QuotaOf,
    /// How many in each form.
    pub items: u32,
}

/// What a quota counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuotaOf {
    /// Items of the module with this key.
    Module(String),
    /// Items about the factor with this key.
    Factor(String),
}

/// A part of what was ordered, and the pages that teach it.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Stable name.
    pub key: String,
    /// What it is called.
    pub title: Said,
    /// Keys of its pages.
    pub pages: Vec<String>,
}

/// How made-up data is told from facts.
#[derive(Clone, Debug, Default)]
pub struct Practice {
    /// Words that must stand beside it.
    pub label: String,
    /// Names that were made up.
    pub names: Vec<String>,
}

/// Something that people do on a page, together or alone, while a countdown runs.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Stable name.
    pub key: String,
    /// Key of the page it belongs to.
    pub page: String,
    /// Length of the countdown in minutes.
    pub minutes: u32,
    /// How many work together; `None` for the whole room.
    pub group: Option<u32>,
    /// What it is called.
    pub title: Said,
    /// What people do, in order.
    pub steps: Vec<Said>,
    /// What is there at the end.
    pub product: Said,
    /// Key of the worksheet that is filled in.
    pub sheet: Option<String>,
}

/// A worksheet to print.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Stable name.
    pub key: String,
    /// Its title.
    pub title: Said,
    /// What stands on it.
    pub body: Text<Vec<Block>>,
}
