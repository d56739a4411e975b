//! Older good files: the previous one, and generations spaced out over changes and days. Order is
//! by revision; days are those written in the files, never those of a clock.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use super::{
    aside,
    code::{self, Decoded, Standing},
};
use crate::{
    model::profile::{LARGEST, Profile},
    store::{disk::Disk, paths::Layout},
};

/// Changes between two generations of one day and one session.
const SPACING: u64 = 50;
const NEWEST: usize = 5;
const DAYS: usize = 7;

/// The day a profile was saved, as its generation is named.
pub(super) fn day(profile: &Profile) -> String {
    profile.saved_at.map_or_else(|| "undated".to_owned(), |at| at.date().to_string())
}

/// Whether a file of this revision and day is far enough from the last generation.
pub(super) fn is_due(last: Option<&(u64, String)>, rev: u64, day: &str) -> bool {
    last.is_none_or(|(last, of)| of != day || rev < *last || rev - last >= SPACING)
}

/// Whether any older file is there, good or not.
pub(super) fn are_there(disk: &dyn Disk, layout: &Layout) -> bool {
    disk.meta(&layout.previous()).is_ok()
        || disk.list(&layout.generations()).is_ok_and(|names| !names.is_empty())
}

/// The older file with the highest revision that holds every check, and where it is.
pub(super) fn newest(disk: &dyn Disk, layout: &Layout) -> Option<(Decoded, PathBuf)> {
    let folder = layout.generations();
    let mut paths: Vec<PathBuf> =
        disk.list(&folder).unwrap_or_default().iter().map(|name| folder.join(name)).collect();
    paths.sort();
    paths.push(layout.previous());
    paths
        .into_iter()
        .filter_map(|path| {
            let decoded = code::decode(&disk.read(&path, LARGEST).ok()?).ok()?;
            (decoded.standing != Standing::Edited).then_some((decoded, path))
        })
        .max_by_key(|(decoded, _)| decoded.profile.rev)
}

/// Gives the file at `from` (whose bytes are `bytes`) a second name `to` inside `folder`, replacing
/// what had it: by a link, or by a copy where there are no links.
pub(super) fn also_as(
    disk: &dyn Disk,
    folder: &Path,
    from: &Path,
    bytes: &[u8],
    to: &Path,
) -> io::Result<()> {
    let linked = aside::temporary(folder);
    let temporary = match disk.link(from, &linked) {
        Ok(()) => linked,
        Err(_) => aside::write_new(disk, folder, bytes, true)?,
    };
    aside::put(disk, &temporary, to)?;
    // Renaming one name of a file to another name of the same file does nothing: the first stays.
    if disk.meta(&temporary).is_ok() {
        disk.remove(&temporary)?;
    }
    Ok(())
}

/// Puts the previous file into the generations and removes those that nobody needs.
pub(super) fn put_away(
    disk: &dyn Disk,
    layout: &Layout,
    bytes: &[u8],
    rev: u64,
    day: &str,
) -> io::Result<()> {
    let folder = layout.generations();
    disk.make_folder(&folder)?;
    let place = folder.join(format!("{rev:020}-{day}.json"));
    also_as(disk, &layout.folder(), &layout.previous(), bytes, &place)?;
    aside::settle(disk, &folder)?;
    let names: Vec<String> =
        disk.list(&folder)?.into_iter().filter_map(|name| name.into_string().ok()).collect();
    for name in superfluous(names) {
        disk.remove(&folder.join(name))?;
    }
    Ok(())
}

/// All but the newest five and the newest of each of the seven newest days.
fn superfluous(mut names: Vec<String>) -> Vec<String> {
    names.retain(|name| parts(name).is_some());
    names.sort_by(|one, other| other.cmp(one));
    let mut days = BTreeSet::new();
    let mut place = 0;
    names.retain(|name| {
        place += 1;
        let day = parts(name).map_or("", |(_, day)| day);
        let is_first = days.len() < DAYS && days.insert(day.to_owned());
        !(is_first || place <= NEWEST)
    });
    names
}

/// Revision and day of a generation's name; `None` for a name that is not ours.
fn parts(name: &str) -> Option<(u64, &str)> {
    let (rev, day) = name.strip_suffix(".json")?.split_once('-')?;
    Some((rev.parse().ok()?, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_five_and_one_of_each_of_seven_days_stay() {
        let mut names: Vec<String> = (1..=10)
            .flat_map(|day| (0..10).map(move |each| (day, day * 10 + each)))
            .map(|(day, rev)| format!("{rev:020}-2026-11-{day:02}.json"))
            .collect();
        names.push("of-somebody-else.json".to_owned());
        let gone: BTreeSet<String> = superfluous(names.clone()).into_iter().collect();
        let stay: Vec<u64> = names
            .iter()
            .filter(|name| !gone.contains(*name))
            .filter_map(|name| parts(name))
            .map(|(rev, _)| rev)
            .collect();
        assert_eq!(stay, [49, 59, 69, 79, 89, 99, 105, 106, 107, 108, 109]);
        assert!(!gone.contains("of-somebody-else.json"));
    }

    #[test]
    fn generations_are_spaced_over_changes_and_days() {
        let last = (100, "2026-11-24".to_owned());
        assert!(is_due(None, 1, "2026-11-24"));
        assert!(!is_due(Some(&last), 149, "2026-11-24"));
        assert!(is_due(Some(&last), 150, "2026-11-24"));
        assert!(is_due(Some(&last), 101, "2026-11-25"));
        assert!(is_due(Some(&last), 7, "2026-11-24"));
    }
}
