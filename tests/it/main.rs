//! All tests that need files or whole journeys, as one binary.

mod course;
mod doors;
mod journey;
mod kill;
mod print;
mod pty;
mod screens;
mod walk;
mod ways_out;
