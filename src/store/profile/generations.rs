//! Older good files: `profile.1.json` is the file before this one; `generations/` keeps some older
//! ones. A file goes there when it is the last of its day or 25 changes past the newest kept there.
//! Kept are the newest five and the newest of each of the last seven days that occur. Order is by
//! `rev`; days only group, so a wrong clock cannot push a good file out of turn.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use super::{
    code::{self, Decoded, Standing},
    whole::{self, Twin, settle, twin},
};
use crate::{
    model::profile::{LARGEST, Profile},
    store::{
        cause::Refusal,
        disk::Disk,
        paths::{GENERATIONS, PREVIOUS},
    },
};

const APART: u64 = 25;
const NEWEST: usize = 5;
const DAYS: usize = 7;
/// A `rev` from this on was never reached by counting, and leaves no room to count on.
pub(super) const HIGHEST: u64 = u64::MAX / 2;

/// One file in `generations/`, as its name tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    pub(super) rev: u64,
    pub(super) day: String,
}

impl Kept {
    /// What a profile is called there.
    pub(super) fn of(profile: &Profile) -> Self {
        let day = profile.saved_at.map_or_else(String::new, |at| at.date().to_string());
        Self { rev: profile.rev, day }
    }

    pub(super) fn file_name(&self) -> String {
        format!("{:020}-{}.json", self.rev, self.day)
    }

    fn parse(name: &str) -> Option<Self> {
        let (rev, day) = name.strip_suffix(".json")?.split_once('-')?;
        let rev = rev.parse().ok().filter(|rev| *rev < HIGHEST)?;
        Some(Self { rev, day: day.to_owned() })
    }
}

/// Whether the file called `old` should be kept when `new` takes its place.
fn is_due(kept: &[Kept], old: &Kept, new: &Kept) -> bool {
    match kept.iter().map(|each| each.rev).max() {
        None => true,
        Some(newest) => {
            old.rev > newest && (old.day != new.day || old.rev >= newest.saturating_add(APART))
        }
    }
}

/// Those that are no longer needed.
fn surplus(mut kept: Vec<Kept>) -> Vec<Kept> {
    kept.sort_by(|one, other| other.cmp(one));
    let mut days = BTreeSet::new();
    let mut place = 0_usize;
    kept.retain(|each| {
        place += 1;
        let is_last_of_day = !days.contains(&each.day) && days.len() < DAYS;
        if is_last_of_day {
            days.insert(each.day.clone());
        }
        !is_last_of_day && place > NEWEST
    });
    kept
}

/// The generations of one profile folder.
pub(super) struct Generations<'a> {
    pub(super) disk: &'a dyn Disk,
    pub(super) folder: PathBuf,
}

impl Generations<'_> {
    fn shelf(&self) -> PathBuf {
        self.folder.join(GENERATIONS)
    }

    fn names(&self) -> Vec<String> {
        self.list().unwrap_or_default()
    }

    fn list(&self) -> io::Result<Vec<String>> {
        let found = self.disk.list(&self.shelf())?;
        Ok(found.into_iter().filter_map(|name| name.into_string().ok()).collect())
    }

    fn kept(&self) -> Vec<Kept> {
        self.names().iter().filter_map(|name| Kept::parse(name)).collect()
    }

    fn files(&self) -> Vec<PathBuf> {
        let shelf = self.shelf();
        let older = self.names().into_iter().map(|name| shelf.join(name));
        let older = older.filter(|path| path.extension().is_some_and(|end| end == "json"));
        std::iter::once(self.folder.join(PREVIOUS)).chain(older).collect()
    }

    /// How many older copies exist, good or not.
    pub(super) fn count(&self) -> usize {
        self.files().iter().filter(|path| !self.is_absent(path)).count()
    }

    /// Whether any older copy exists, good or not. A shelf that cannot be read may hold one.
    pub(super) fn any(&self) -> bool {
        let is_unreadable =
            matches!(self.list(), Err(error) if error.kind() != io::ErrorKind::NotFound);
        is_unreadable || self.count() > 0
    }

    fn is_absent(&self, path: &Path) -> bool {
        matches!(self.disk.meta(path), Err(error) if error.kind() == io::ErrorKind::NotFound)
    }

    /// The newest copy that passes every check.
    pub(super) fn newest_good(&self) -> Option<(PathBuf, Decoded)> {
        let read = |path: PathBuf| {
            let decoded = code::decode(&self.disk.read(&path, LARGEST).ok()?).ok()?;
            (decoded.standing != Standing::Edited).then_some((path, decoded))
        };
        self.files().into_iter().filter_map(read).max_by_key(|(_, decoded)| decoded.profile.rev)
    }

    /// The highest `rev` that an older copy claims; whatever is saved next must lie above it.
    pub(super) fn highest_rev(&self) -> u64 {
        let previous = self.disk.read(&self.folder.join(PREVIOUS), LARGEST).ok();
        let previous = previous.and_then(|bytes| code::decode(&bytes).ok());
        let previous = previous.map(|decoded| decoded.profile.rev).filter(|rev| *rev < HIGHEST);
        self.kept().iter().map(|kept| kept.rev).chain(previous).max().unwrap_or(0)
    }

    /// Keeps the good file `main` as the previous one, and in `generations/` when it is due or `always`;
    /// tells how the previous one was made.
    pub(super) fn keep(
        &self,
        main: &Path,
        bytes: &[u8],
        old: &Kept,
        new: &Kept,
        always: bool,
    ) -> Result<Twin, Refusal> {
        let (temporary, made) = twin(self.disk, main, &self.folder, bytes)?;
        settle(self.disk, &temporary, &self.folder.join(PREVIOUS))?;
        if always || is_due(&self.kept(), old, new) {
            let shelf = self.shelf();
            whole::ensure_folder(self.disk, &shelf)?;
            let (temporary, _) = twin(self.disk, main, &shelf, bytes)?;
            settle(self.disk, &temporary, &shelf.join(old.file_name()))?;
            whole::sync_names(self.disk, &shelf)?;
        }
        Ok(made)
    }

    /// Removes what is no longer needed; a failure only means that more is kept.
    pub(super) fn thin(&self) {
        for kept in surplus(self.kept()) {
            let _ = self.disk.remove(&self.shelf().join(kept.file_name()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(rev: u64, day: &str) -> Kept {
        Kept { rev, day: day.to_owned() }
    }

    #[test]
    fn the_newest_five_stay_and_the_last_of_each_of_seven_days() {
        let all: Vec<Kept> =
            (0..20_u64).map(|rev| kept(rev, &format!("d{:02}", rev / 2))).collect();
        let gone: Vec<u64> = surplus(all).iter().map(|kept| kept.rev).collect();
        // 19..=15 are the newest; 13, 11, 9, 7 the last of days 6, 5, 4, 3; days 9, 8, 7 are covered.
        assert_eq!(gone, [14, 12, 10, 8, 6, 5, 4, 3, 2, 1, 0]);
    }

    #[test]
    fn a_clock_that_once_stood_wrong_pushes_nothing_out() {
        let mut all: Vec<Kept> = (1..=5).map(|rev| kept(rev, "2026-11-24")).collect();
        all.push(kept(6, "2099-01-01"));
        all.push(kept(7, "2026-11-24"));
        let gone: Vec<u64> = surplus(all).iter().map(|kept| kept.rev).collect();
        assert_eq!(gone, [2, 1]);
    }

    #[test]
    fn a_file_is_kept_when_first_last_of_its_day_or_25_changes_on() {
        let shelf = [kept(10, "a")];
        for (shelf, old, new, due) in [
            (&[][..], kept(1, "a"), kept(2, "a"), true),
            (&shelf, kept(11, "a"), kept(12, "a"), false),
            (&shelf, kept(11, "a"), kept(12, "b"), true),
            (&shelf, kept(34, "a"), kept(35, "a"), false),
            (&shelf, kept(35, "a"), kept(36, "a"), true),
            (&shelf, kept(10, "a"), kept(11, "b"), false),
        ] {
            assert_eq!(is_due(shelf, &old, &new), due, "{old:?} {new:?}");
        }
    }

    #[test]
    fn only_names_of_this_form_count() {
        assert_eq!(Kept::parse(&kept(7, "2026-11-24").file_name()), Some(kept(7, "2026-11-24")));
        assert_eq!(Kept::parse(&kept(7, "").file_name()), Some(kept(7, "")));
        for bad in ["x.json", "7.json", "99999999999999999999-a.json", "00000000000000000007-a.txt"]
        {
            assert_eq!(Kept::parse(bad), None, "{bad}");
        }
    }
}
