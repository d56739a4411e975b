//! All tests that need files or whole journeys, as one binary.

mod course;
mod journey;
mod kill;
mod pty;
mod ways_out;
