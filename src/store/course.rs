//! Loads a course, built in or from a folder, and tells everything that is wrong with it; writes
//! the built-in one out, ready to edit.
//!
//! A folder is not trusted: only plain files inside it are opened, none that could block, and only
//! those that the format names.

mod export;
mod folder;
mod show;

use std::path::PathBuf;

use include_dir::{Dir, include_dir};

pub use self::{
    export::{NotExported, export, write_new},
    show::{lines, render},
};
use crate::model::{
    course::{
        Course,
        build::{self, COURSE_FILE},
        check::Index,
    },
    faults::{Fault, Files},
};

/// The built-in course.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/course");

/// Where a course comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The course inside the program.
    BuiltIn,
    /// A folder.
    Folder(PathBuf),
}

/// A course that opens.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The course.
    pub course: Course,
    /// What was odd about its form.
    pub advice: Vec<Fault>,
    /// The text that it was read from, for showing faults.
    pub files: Files,
    /// Where everything in it stands.
    pub index: Index,
}

/// A course that does not open, with everything that is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    /// Errors and advice, in the order of files and places.
    pub faults: Vec<Fault>,
    /// The text that was read, for showing faults.
    pub files: Files,
}

/// Loads a course.
///
/// # Errors
/// All faults, when at least one of them is an error.
pub fn load(source: &Source) -> Result<Loaded, Faults> {
    let (files, mut faults) = match source {
        Source::BuiltIn => (built_in(), Vec::new()),
        Source::Folder(root) => folder::read(root)?,
    };
    let built = build::build(&files);
    faults.extend(built.faults);
    if faults.iter().any(Fault::is_error) {
        return Err(Faults { faults, files });
    }
    Ok(Loaded { course: built.course, advice: faults, files, index: built.index })
}

/// What the built-in course's `course.toml` alone tells; see [`build::outline`].
pub fn outline() -> Course {
    let text = BUILT_IN.get_file(COURSE_FILE).and_then(|file| file.contents_utf8());
    build::outline(&folder::levelled(text.unwrap_or_default()))
}

/// The guides for those who write a course, in both languages; no part of it.
const GUIDES: [&str; 2] = ["PANDUAN-PENULIS.md", "AUTHORS-GUIDE.md"];

/// A file of the built-in course, if it has one of this name.
fn text(name: &str) -> Option<(String, String)> {
    let text = BUILT_IN.get_file(name)?.contents_utf8()?;
    Some((name.to_owned(), folder::levelled(text)))
}

/// The files of the built-in course that its format names.
fn built_in() -> Files {
    let Some((name, course)) = text(COURSE_FILE) else { return Files::new() };
    let mut files: Files = build::files_of(&course).iter().filter_map(|name| text(name)).collect();
    files.insert(name, course);
    files
}

/// The guides that go with it.
fn guides() -> Files {
    GUIDES.into_iter().filter_map(text).collect()
}
