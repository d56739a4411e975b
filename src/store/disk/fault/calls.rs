//! The double's answers to each operation of a disk.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{
    super::{Disk, Guard, Kind, Lock, Meta, NewFile},
    FaultDisk, Way,
    medium::{Entry, Inode},
};

/// What a holder of a lock says of itself.
const HOLDER: &str = "pid 1\nuser siti\n";

struct MemoryFile {
    disk: FaultDisk,
    number: usize,
    path: PathBuf,
}

impl NewFile for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut world = self.disk.world();
        let refused = world.ask("write", &self.path);
        let written = if refused.is_some() { &bytes[..bytes.len() / 2] } else { bytes };
        world.medium.inodes[self.number].now.extend_from_slice(written);
        world.note();
        refused.map_or(Ok(()), |(error, _)| Err(error))
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut world = self.disk.world();
        if let Some((error, _)) = world.ask("sync", &self.path) {
            return Err(error);
        }
        if world.way != Way::NoFileSync {
            world.medium.inodes[self.number].sure = None;
        }
        world.note();
        Ok(())
    }
}

struct MemoryLock(FaultDisk, PathBuf);

impl Drop for MemoryLock {
    fn drop(&mut self) {
        let mut world = self.0.world();
        world.locks.remove(&self.1);
        world.log.push(format!("unlock {}", self.1.display()));
    }
}

impl Disk for FaultDisk {
    fn meta(&self, path: &Path) -> io::Result<Meta> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("meta", path) {
            return Err(error);
        }
        Ok(match world.entry(path)? {
            Entry::Folder => Meta { kind: Kind::Folder, len: 0, mode: None },
            Entry::File(number) => {
                let len = world.medium.inodes[number].now.len() as u64;
                Meta { kind: Kind::File, len, mode: None }
            }
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("read", path) {
            return Err(error);
        }
        match world.entry(path)? {
            Entry::Folder => Err(io::ErrorKind::IsADirectory.into()),
            Entry::File(number) if world.medium.inodes[number].now.len() > limit => {
                Err(io::ErrorKind::FileTooLarge.into())
            }
            Entry::File(number) => Ok(world.medium.inodes[number].now.clone()),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("list", folder) {
            return Err(error);
        }
        world.entry(folder)?;
        let inside = world.medium.names.keys().filter(|path| path.parent() == Some(folder));
        Ok(inside.filter_map(|path| path.file_name()).map(OsString::from).collect())
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("make folder", folder) {
            return Err(error);
        }
        if world.entry(folder).is_ok_and(|entry| entry == Entry::Folder) {
            return Ok(());
        }
        let above = world.free(folder)?;
        world.medium.change(&above, vec![(folder.to_owned(), Some(Entry::Folder))]);
        world.note();
        Ok(())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("create", path) {
            return Err(error);
        }
        let folder = world.free(path)?;
        let number = world.medium.inodes.len();
        world.medium.inodes.push(Inode { now: Vec::new(), sure: Some(Vec::new()) });
        world.medium.change(&folder, vec![(path.to_owned(), Some(Entry::File(number)))]);
        world.note();
        Ok(Box::new(MemoryFile { disk: self.clone(), number, path: path.to_owned() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut world = self.world();
        let refused = world.ask("rename", to);
        if let Some((error, false)) = refused {
            return Err(error);
        }
        let moved = world.entry(from)?;
        let there = world.entry(to).ok();
        assert_eq!(from.parent(), to.parent(), "a rename across folders is two changes");
        let folder = to.parent().unwrap_or(to).to_owned();
        match (world.way, moved, there) {
            (_, moved, Some(there)) if moved == there => {}
            (Way::InPlace, Entry::File(new), Some(Entry::File(old))) => {
                let bytes = world.medium.inodes[new].now.clone();
                let target = &mut world.medium.inodes[old];
                target.sure = Some(std::mem::replace(&mut target.now, bytes));
                world.note();
                world.medium.inodes[old].sure = None;
                world.medium.change(&folder, vec![(from.to_owned(), None)]);
            }
            _ => {
                let sets = vec![(from.to_owned(), None), (to.to_owned(), Some(moved))];
                world.medium.change(&folder, sets);
            }
        }
        world.note();
        refused.map_or(Ok(()), |(error, _)| Err(error))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("link", to) {
            return Err(error);
        }
        let entry = world.entry(from)?;
        let folder = world.free(to)?;
        world.medium.change(&folder, vec![(to.to_owned(), Some(entry))]);
        world.note();
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut world = self.world();
        let refused = world.ask("sync folder", folder);
        if let Some((error, false)) = refused {
            return Err(error);
        }
        world.entry(folder)?;
        if world.way != Way::NoFolderSync {
            world.medium.sync(folder);
        }
        world.note();
        refused.map_or(Ok(()), |(error, _)| Err(error))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("remove", path) {
            return Err(error);
        }
        world.entry(path)?;
        if world.keeps_open_files && world.locks.contains(path) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        if world.medium.names.keys().any(|inside| inside.parent() == Some(path)) {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        let folder = path.parent().unwrap_or(path).to_owned();
        world.medium.change(&folder, vec![(path.to_owned(), None)]);
        world.note();
        Ok(())
    }

    fn lock(&self, path: &Path, _: &str) -> io::Result<Lock> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("lock", path) {
            return Err(error);
        }
        if !world.locks.insert(path.to_owned()) {
            return Ok(Lock::Busy { text: HOLDER.to_owned(), since: None });
        }
        if world.entry(path).is_err() {
            world.free(path)?;
            let number = world.medium.inodes.len();
            world.medium.inodes.push(Inode { now: Vec::new(), sure: None });
            // Whether a crash keeps it makes no difference, so it is not one more thing to try.
            world.medium.names.insert(path.to_owned(), Entry::File(number));
            world.medium.sure.insert(path.to_owned(), Entry::File(number));
        }
        let guard: Guard = Box::new(MemoryLock(self.clone(), path.to_owned()));
        Ok(Lock::Taken(guard))
    }

    fn holder(&self, path: &Path) -> io::Result<Option<(String, Option<Timestamp>)>> {
        let mut world = self.world();
        if let Some((error, _)) = world.ask("holder", path) {
            return Err(error);
        }
        Ok(world.locks.contains(path).then(|| (HOLDER.to_owned(), None)))
    }
}
