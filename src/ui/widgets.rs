//! Pieces that several screens share. Each draws from what it is given and keeps no state of ours.

pub mod calendar;
pub mod cursor;
pub mod edit;
pub mod form;
pub mod lines;
pub mod prompt;
