//! The test double of a disk: it lives in memory, records what is asked of it, refuses the k-th
//! operation, saves in broken ways on demand, and enumerates what a crash could have left behind.
//!
//! What is not synced is uncertain: a file's bytes may be absent, partial, zeros or whole; each
//! change of a name may or may not have happened, whatever else has. The room of a file that lost
//! its last name is free at once, so a name that comes back after a crash may lead to other bytes.

mod calls;
mod medium;

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use medium::{Entry, Inode, Medium, Names};

/// Ways of saving that lose data; the suite must catch each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Right,
    /// The target is written over instead of replaced.
    InPlace,
    /// A file's bytes are never waited for.
    NoFileSync,
    /// A folder's names are never waited for.
    NoFolderSync,
}

/// Which operations are refused and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault {
    /// The first one refused, from 0.
    pub(crate) at: usize,
    /// Whether all after it are refused too.
    pub(crate) for_ever: bool,
    pub(crate) errno: i32,
    /// Whether a refused rename or sync happens all the same.
    pub(crate) takes_effect: bool,
}

struct World {
    medium: Medium,
    way: Way,
    fault: Option<Fault>,
    /// Operations of this name are refused with this number.
    word: Option<(&'static str, i32)>,
    count: usize,
    refused: usize,
    log: Vec<String>,
    recording: bool,
    mark: usize,
    points: Vec<(usize, Medium)>,
    locks: BTreeSet<PathBuf>,
    /// Whether a file that somebody has open cannot be removed, as on Windows.
    keeps_open_files: bool,
    hook: Option<Hook>,
}

/// Called at each operation with its name; may wait or panic.
type Hook = Box<dyn Fn(&str) + Send>;

/// A disk in memory; clones share it.
#[derive(Clone)]
pub(crate) struct FaultDisk(Arc<Mutex<World>>);

/// What a crash may have left, and the highest mark set before it.
pub(crate) struct Crash {
    pub(crate) mark: usize,
    pub(crate) disk: FaultDisk,
}

impl FaultDisk {
    pub(crate) fn new(way: Way) -> Self {
        let names = Names::from([(PathBuf::from("/"), Entry::Folder)]);
        Self::of(Medium { sure: names.clone(), names, ..Medium::default() }, way)
    }

    fn of(medium: Medium, way: Way) -> Self {
        Self(Arc::new(Mutex::new(World {
            medium,
            way,
            fault: None,
            word: None,
            count: 0,
            refused: 0,
            log: Vec::new(),
            recording: false,
            mark: 0,
            points: Vec::new(),
            locks: BTreeSet::new(),
            keeps_open_files: false,
            hook: None,
        })))
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same files on a disk of its own, nothing recorded, everything on the medium.
    pub(crate) fn copy(&self) -> Self {
        let world = self.world();
        let mut medium = world.medium.clone();
        medium.sync_all();
        Self::of(medium, world.way)
    }

    /// From now on counts operations from 0 and refuses as told.
    pub(crate) fn refuse(&self, fault: Option<Fault>) {
        let mut world = self.world();
        world.fault = fault;
        world.word = None;
        world.count = 0;
        world.refused = 0;
        world.log.clear();
    }

    /// Refuses every operation of this name as well.
    pub(crate) fn refuse_word(&self, word: &'static str, errno: i32) {
        self.world().word = Some((word, errno));
    }

    /// From now on a file that somebody has open cannot be removed.
    pub(crate) fn keep_open_files(&self) {
        self.world().keeps_open_files = true;
    }

    /// How many operations were asked since `refuse`, and how many of them were refused.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let world = self.world();
        (world.count, world.refused)
    }

    /// What was asked since `refuse`, for messages.
    pub(crate) fn log(&self) -> Vec<String> {
        self.world().log.clone()
    }

    /// Calls `hook` at each operation from now on, while nobody else can use the disk.
    pub(crate) fn hook(&self, hook: impl Fn(&str) + Send + 'static) {
        self.world().hook = Some(Box::new(hook));
    }

    pub(crate) fn record(&self) {
        let mut world = self.world();
        world.recording = true;
        world.note();
    }

    /// Everything that happens later happens after this mark.
    pub(crate) fn mark(&self, mark: usize) {
        let mut world = self.world();
        world.mark = mark;
        world.note();
    }

    /// Changes a file as another program or a bad medium would.
    pub(crate) fn plant(&self, path: &str, bytes: &[u8]) {
        let mut world = self.world();
        let number = world.medium.inodes.len();
        world.medium.inodes.push(Inode { now: bytes.to_vec(), sure: None });
        let path = PathBuf::from(path);
        let mut above: Vec<_> = path.ancestors().skip(1).map(Path::to_owned).collect();
        above.reverse();
        for folder in above {
            world.medium.names.entry(folder.clone()).or_insert(Entry::Folder);
            world.medium.sure.entry(folder).or_insert(Entry::Folder);
        }
        world.medium.names.insert(path.clone(), Entry::File(number));
        world.medium.sure.insert(path, Entry::File(number));
    }

    pub(crate) fn unplant(&self, path: &str) {
        let mut world = self.world();
        world.medium.names.remove(Path::new(path));
        world.medium.sure.remove(Path::new(path));
    }

    /// All files with their bytes.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let world = self.world();
        let of = |(path, entry): (&PathBuf, &Entry)| match entry {
            Entry::File(number) => Some((slashed(path), world.medium.inodes[*number].now.clone())),
            Entry::Folder => None,
        };
        world.medium.names.iter().filter_map(of).collect()
    }

    /// Every distinct state that a crash at any recorded point could have left, with its mark.
    pub(crate) fn crashes(&self) -> Vec<Crash> {
        let world = self.world();
        let mut known = HashSet::new();
        let mut crashes = Vec::new();
        for (mark, medium) in &world.points {
            for state in medium.outcomes() {
                if known.insert((*mark, state.clone())) {
                    crashes.push(Crash { mark: *mark, disk: Self::of(state, Way::Right) });
                }
            }
        }
        crashes
    }
}

impl World {
    fn note(&mut self) {
        if self.recording {
            self.points.push((self.mark, self.medium.clone()));
        }
    }

    /// Counts an operation; `Some` if it is to be refused, with whether it happens all the same.
    fn ask(&mut self, what: &str, path: &Path) -> Option<(io::Error, bool)> {
        let number = self.count;
        self.count += 1;
        self.log.push(format!("{what} {}", slashed(path).display()));
        if let Some(hook) = &self.hook {
            hook(what);
        }
        if let Some((_, errno)) = self.word.filter(|(word, _)| *word == what) {
            self.refused += 1;
            return Some((refusal(errno), false));
        }
        let fault = self.fault?;
        if number == fault.at || (fault.for_ever && number > fault.at) {
            self.refused += 1;
            return Some((refusal(fault.errno), fault.takes_effect));
        }
        None
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.medium.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn free(&self, path: &Path) -> io::Result<PathBuf> {
        let folder = path.parent().unwrap_or(path).to_owned();
        if self.entry(&folder)? != Entry::Folder {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        if self.entry(path).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        Ok(folder)
    }
}

/// A path as laws name it, whatever stands between its parts on this system.
fn slashed(path: &Path) -> PathBuf {
    PathBuf::from(path.to_string_lossy().replace('\\', "/"))
}

/// A refusal by its number on Unix; on Windows, the number that means the same there.
fn refusal(errno: i32) -> io::Error {
    let number = match errno {
        _ if cfg!(unix) => errno,
        5 => 1117,
        13 => 5,
        22 => 87,
        27 => 223,
        28 => 112,
        30 => 19,
        37 | 95 => 50,
        122 => 1295,
        other => other,
    };
    io::Error::from_raw_os_error(number)
}
