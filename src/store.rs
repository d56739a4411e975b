//! Reads and writes: course folders, the data folder, the profile by its save protocol.
//!
//! Nothing else in pandu writes a file; `clippy.toml` holds that.

pub mod course;
pub mod profile;
