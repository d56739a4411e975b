//! What a medium holds for sure, what is uncertain, and every state that a crash could leave.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Entry {
    File(usize),
    Folder,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Inode {
    pub(super) now: Vec<u8>,
    /// What the medium surely holds; `None` if nothing is uncertain.
    pub(super) sure: Option<Vec<u8>>,
}

pub(super) type Names = BTreeMap<PathBuf, Entry>;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Change {
    pub(super) folder: PathBuf,
    pub(super) sets: Vec<(PathBuf, Option<Entry>)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Medium {
    pub(super) names: Names,
    pub(super) sure: Names,
    pub(super) pending: Vec<Change>,
    pub(super) inodes: Vec<Inode>,
}

impl Medium {
    pub(super) fn change(&mut self, folder: &Path, sets: Vec<(PathBuf, Option<Entry>)>) {
        for (path, entry) in &sets {
            put(&mut self.names, path, *entry);
        }
        self.pending.push(Change { folder: folder.to_owned(), sets });
    }

    /// The medium holds the names of this folder.
    pub(super) fn sync(&mut self, folder: &Path) {
        let (done, pending) =
            self.pending.drain(..).partition(|change: &Change| change.folder == folder);
        self.pending = pending;
        for change in done {
            for (path, entry) in &change.sets {
                put(&mut self.sure, path, *entry);
            }
        }
    }

    /// Everything is on the medium.
    pub(super) fn sync_all(&mut self) {
        self.sure = self.names.clone();
        self.pending.clear();
        for inode in &mut self.inodes {
            inode.sure = None;
        }
    }

    /// Each subset of the pending changes, times what became of unsynced bytes.
    pub(super) fn outcomes(&self) -> Vec<Self> {
        let count = self.pending.len();
        assert!(count <= 14, "too many pending changes to enumerate");
        let mut outcomes = Vec::new();
        for subset in 0..1_usize << count {
            let mut names = self.sure.clone();
            for (number, change) in self.pending.iter().enumerate() {
                if subset >> number & 1 == 1 {
                    for (path, entry) in &change.sets {
                        put(&mut names, path, *entry);
                    }
                }
            }
            let whole = names.clone();
            names.retain(|path, _| path.ancestors().all(|above| whole.contains_key(above)));
            let has = |names: &Names, number| names.values().any(|at| *at == Entry::File(number));
            let mut states = vec![self.inodes.clone()];
            for number in (0..self.inodes.len()).filter(|number| has(&names, *number)) {
                let is_freed = !has(&self.names, number);
                let choices = self.inodes[number].choices(is_freed);
                if choices.len() == 1 {
                    continue;
                }
                states = states
                    .into_iter()
                    .flat_map(|state| {
                        choices.iter().map(move |bytes| {
                            let mut state = state.clone();
                            state[number].now.clone_from(bytes);
                            state
                        })
                    })
                    .collect();
            }
            outcomes.extend(states.into_iter().map(|inodes| settled(&names, &inodes)));
        }
        outcomes
    }
}

/// A state with only the files that have a name, numbered in order, all of it on the medium.
fn settled(names: &Names, inodes: &[Inode]) -> Medium {
    let mut numbers = BTreeMap::new();
    let mut kept = Vec::new();
    let mut renumbered = Names::new();
    for (path, entry) in names {
        let entry = match entry {
            Entry::Folder => Entry::Folder,
            Entry::File(old) => Entry::File(*numbers.entry(*old).or_insert_with(|| {
                kept.push(Inode { now: inodes[*old].now.clone(), sure: None });
                kept.len() - 1
            })),
        };
        renumbered.insert(path.clone(), entry);
    }
    Medium { names: renumbered.clone(), sure: renumbered, pending: Vec::new(), inodes: kept }
}

pub(super) fn put(names: &mut Names, path: &Path, entry: Option<Entry>) {
    match entry {
        Some(entry) => {
            names.insert(path.to_owned(), entry);
        }
        None => {
            names.remove(path);
        }
    }
}

impl Inode {
    /// What a file may hold after a crash: an unsynced one anything between before and now, one that
    /// has no name any more what was written over it.
    fn choices(&self, is_freed: bool) -> Vec<Vec<u8>> {
        if self.sure.is_none() {
            let freed = is_freed.then(|| vec![0; self.now.len()]);
            return std::iter::once(self.now.clone()).chain(freed).collect();
        }
        let half = self.now[..self.now.len() / 2].to_vec();
        let mut choices =
            vec![self.sure.clone().unwrap_or_default(), Vec::new(), half, vec![0; self.now.len()]];
        choices.push(self.now.clone());
        choices.sort();
        choices.dedup();
        choices
    }
}
