//! All tests that need files or whole journeys, as one binary.

mod course;
mod journey;
mod profile;
