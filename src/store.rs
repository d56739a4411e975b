//! Reads and writes: course folders, the data folder, the profile by its save protocol.
//!
//! Nothing else in pandu writes a file; `clippy.toml` holds that.

pub mod cause;
pub mod course;
pub mod disk;
pub mod given;
pub mod live;
pub mod out;
pub mod paths;
#[cfg(not(unix))]
mod plain;
pub mod profile;
pub mod runs;
mod seal;
#[cfg(unix)]
mod unix;
pub mod writer;
