//! What is taught and what a person did, with the rules between the two. Pure: no disk, no
//! terminal, no clock, no chance; those come in as values.

pub mod chance;
pub mod course;
pub mod dates;
pub mod diagnosis;
pub mod document;
pub mod faults;
pub mod glossary;
pub mod grade;
pub mod handout;
pub mod history;
pub mod key;
pub mod live;
pub mod markdown;
pub mod mastery;
pub mod memory;
pub mod moment;
pub mod notes;
pub mod pacing;
pub mod pages;
pub mod plan;
pub mod profile;
pub mod progress;
pub mod quiz;
pub mod run;
pub mod safe_text;
pub mod search;
pub mod standing;
pub mod tally;
pub mod text;
pub mod words;
