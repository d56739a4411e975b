//! `pandu course`: the built-in course as a folder that a facilitator can edit.

use std::path::Path;

use crate::{
    app::settings::{Answer, Settings},
    store::course,
};

/// Writes the built-in course into an empty or new folder.
///
/// # Errors
/// Where the folder is not empty or cannot be written.
pub fn export(settings: &Settings, dir: &Path) -> Answer {
    course::export(dir).map(|_| String::new()).map_err(|fault| fault.say(settings.lang()).into())
}
