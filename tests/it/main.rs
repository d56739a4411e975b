//! All tests that need files or whole journeys, as one binary.

mod book;
mod brief;
mod console;
mod course;
mod desk;
mod doors;
mod exams;
mod guide;
mod hall;
mod handouts;
mod journey;
mod keys;
mod kill;
mod layers;
mod licences;
mod live;
mod notes;
mod paper;
mod plan;
mod print;
mod profile;

mod pty;
mod questions;
mod readme;
mod reports;
mod screens;
mod search;
mod shows;
mod stage;
mod walk;
mod ways_out;
mod windows;
mod words;
