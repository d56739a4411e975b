//! Laws of the profile on disk, on the test double and on the real disk.

mod code_laws;
mod crash_laws;
mod open_laws;
#[cfg(unix)]
mod real_laws;
mod save_laws;

use std::{path::PathBuf, sync::Arc};

use super::{Opened, Trouble, open};
use crate::{
    model::{
        moment::Moment,
        plan::Plan,
        profile::{Answer, Chosen, CourseRecord, Profile},
    },
    store::{
        disk::{
            Disk,
            fault::{FaultDisk, Way},
        },
        paths::{Layout, Name},
    },
};

pub(crate) const MAIN: &str = "/data/profiles/utama/profile.json";
const PREVIOUS: &str = "/data/profiles/utama/profile.1.json";

pub(crate) fn layout() -> Layout {
    Layout::new(PathBuf::from("/data"))
}

pub(crate) fn moment(day: u32) -> Moment {
    format!("2026-11-{:02}T09:12:31+07:00", day % 28 + 1).parse().unwrap()
}

pub(crate) fn open_on(disk: &FaultDisk) -> Result<Opened, Trouble> {
    open(Arc::new(disk.clone()), &layout(), &Name::default(), "f00d".to_owned())
}

/// A disk that can be saved to in the right way, with nothing on it.
pub(crate) fn empty() -> FaultDisk {
    FaultDisk::new(Way::Right)
}

pub(crate) fn answer(n: u64) -> Answer {
    Answer {
        n,
        round: 1,
        item: format!("item-{n}"),
        revision: 1,
        shown: vec!["c".to_owned(), "a".to_owned(), "b".to_owned()],
        chosen: Chosen::Keys(vec!["a".to_owned()]),
        mark: 1.0 / 3.0,
        sure: Some(3),
        hints: 0,
        attempt: 1,
        ms: 8123,
        at: moment(1),
        unknown: serde_json::Map::new(),
    }
}

/// One more answer, the next `rev`, the given day.
pub(crate) fn change(profile: &mut Profile, day: u32) {
    profile.rev += 1;
    profile.saved_at = Some(moment(day));
    let course = profile.courses.entry("sop-pemda".to_owned()).or_default();
    let next = course.next_answer();
    Arc::make_mut(&mut course.answers).push(answer(next));
}

/// A profile as one would meet it: answers, a plan, fields of a later version.
pub(crate) fn sample(rev: u64) -> Profile {
    let mut profile = Profile::new("00ff".to_owned());
    profile.person.name = "Siti “Ti” Aminah\n\\".to_owned();
    profile.unknown.insert("later".to_owned(), serde_json::json!({"answers": [[1, {"a": []}], 2]}));
    profile.plans.push(Plan::new("ab".to_owned(), moment(2)));
    profile.courses.insert("empty".to_owned(), CourseRecord::default());
    for _ in 0..rev {
        change(&mut profile, 1);
    }
    profile
}

/// A disk that already holds a saved profile of this `rev`.
pub(crate) fn settled(rev: u64) -> (FaultDisk, Profile) {
    let disk = empty();
    let mut opened = open_on(&disk).unwrap();
    let mut profile = sample(rev);
    profile.sum = String::new();
    opened.keeper.save(&profile).unwrap();
    drop(opened);
    (disk, profile)
}

/// What a profile holds, whatever the writer fills in.
fn heart(profile: &Profile) -> Profile {
    let mut heart = profile.clone();
    heart.sum = String::new();
    heart.saved_at = None;
    heart
}

/// All files below the profile's folder whose path holds this word.
fn in_folder(disk: &FaultDisk, word: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let files = disk.files().into_iter();
    files.filter(|(path, _)| path.to_string_lossy().contains(word)).collect()
}

fn bytes_of(disk: &FaultDisk, path: &str) -> Vec<u8> {
    disk.read(path.as_ref(), usize::MAX).unwrap()
}
