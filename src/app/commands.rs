//! What can be done without opening the app: one file per command. Each returns what to print.

pub mod check;
pub mod course;
pub mod handout;
pub mod keys;
pub mod plan;
pub mod present;
pub mod profile;
