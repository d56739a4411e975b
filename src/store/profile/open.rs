//! Opens a profile: a bounded read of a plain file, then format, sum, schema and invariants. What
//! is damaged is kept byte for byte before anything else happens.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process,
    sync::Arc,
};

use super::{
    Keeper, Known, Leave, Notice, OpenFault, Opened, SaveFault, State, Wrote, aside,
    code::{self, Damage, Decoded, Standing},
    older,
};
use crate::{
    model::profile::{LARGEST, Profile},
    store::{
        cause::Cause,
        disk::{Disk, Guard, Kind, Lock},
        paths::Layout,
    },
};

/// Opens the profile of `layout`, or a new one with the id `fresh_id` (128 random bits in hex).
///
/// # Errors
/// [`OpenFault`]: something else stands in its place, or it cannot be read at all.
pub fn open(disk: Arc<dyn Disk>, layout: &Layout, fresh_id: String) -> Result<Opened, OpenFault> {
    let mut access = Access::gain(&*disk, layout);
    let (target, found) = read(&*disk, layout)?;
    let mut keeper = Keeper {
        disk,
        layout: layout.clone(),
        target,
        leave: Leave::No,
        known: Known::Nothing,
        tried: None,
        spaced: None,
        guard: access.guard.take(),
        #[cfg(test)]
        way: super::Way::Right,
    };
    let fresh = Profile::new(fresh_id);
    let (profile, state) = match access.barred {
        Some(barred) => keeper.only_read(found, fresh, barred, &mut access.notices),
        None => keeper.settle_on(found, fresh, &mut access.notices),
    };
    if keeper.leave == Leave::No {
        keeper.read_only();
    }
    Ok(Opened { profile, state, keeper, notices: access.notices })
}

/// What was found in the profile's place.
enum Found {
    Nothing,
    Bytes(Vec<u8>),
    TooLarge,
}

/// Follows a link once; refuses everything that is not a plain file.
fn read(disk: &dyn Disk, layout: &Layout) -> Result<(PathBuf, Found), OpenFault> {
    let path = layout.profile();
    let unreadable = |error: &io::Error| OpenFault::Unreadable {
        path: layout.profile(),
        cause: Cause::of(error),
    };
    let mut target = path.clone();
    let mut kind = match disk.meta(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok((path, Found::Nothing));
        }
        found => found.map_err(|error| unreadable(&error))?.kind,
    };
    if kind == Kind::Link {
        target = disk.resolve(&path).map_err(|error| unreadable(&error))?;
        kind = disk.meta(&target).map_err(|error| unreadable(&error))?.kind;
    }
    if kind != Kind::File {
        return Err(OpenFault::NotAFile { path });
    }
    match disk.read(&target, LARGEST) {
        Ok(bytes) => Ok((target, Found::Bytes(bytes))),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Ok((target, Found::TooLarge)),
        Err(error) => Err(unreadable(&error)),
    }
}

/// Why this window only reads.
enum Barred {
    Locked(String),
    Unwritable(Cause),
}

/// What the folder lets us do.
struct Access {
    guard: Option<Guard>,
    barred: Option<Barred>,
    notices: Vec<Notice>,
}

impl Access {
    fn gain(disk: &dyn Disk, layout: &Layout) -> Self {
        let mut access = Self { guard: None, barred: None, notices: Vec::new() };
        if let Err(error) = make_folders(disk, layout) {
            access.barred = Some(Barred::Unwritable(Cause::of(&error)));
            return access;
        }
        match disk.lock(&layout.lock(), &about_us()) {
            Ok(Lock::Taken(guard)) => {
                access.guard = Some(guard);
                sweep(disk, &layout.folder());
            }
            Ok(Lock::Busy { text, .. }) => {
                access.barred = Some(Barred::Locked(tame(&text)));
                return access;
            }
            Err(error) => access.notices.push(Notice::NoLock(Cause::of(&error))),
        }
        if let Err(error) = access.try_out(disk, layout) {
            access.guard = None;
            access.notices.clear();
            access.barred = Some(Barred::Unwritable(Cause::of(&error)));
        }
        access
    }

    /// Whether a file can be made here, and what the medium cannot do.
    fn try_out(&mut self, disk: &dyn Disk, layout: &Layout) -> io::Result<()> {
        let folder = layout.folder();
        let probe = aside::write_new(disk, &folder, &[], false)?;
        if disk.meta(&probe)?.mode.is_some_and(|mode| mode & 0o077 != 0) {
            self.notices.push(Notice::NoModes);
        }
        disk.remove(&probe)?;
        match disk.sync_folder(&folder) {
            Err(error) if aside::cannot_confirm(&error) => {
                self.notices.push(Notice::NoFolderSync);
                Ok(())
            }
            result => result,
        }
    }
}

/// Makes what is missing down to the profile's folder. A data folder that exists keeps its mode.
pub(super) fn make_folders(disk: &dyn Disk, layout: &Layout) -> io::Result<()> {
    let data = layout.data();
    let mut missing: Vec<&Path> = Vec::new();
    for folder in data.ancestors().filter(|folder| !folder.as_os_str().is_empty()) {
        match disk.meta(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push(folder),
            _ => break,
        }
    }
    for folder in missing.into_iter().rev() {
        make_folder(disk, folder)?;
    }
    make_folder(disk, &layout.profiles())?;
    make_folder(disk, &layout.folder())
}

/// A new folder is on the medium only when its parent is.
fn make_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let is_new = disk.meta(folder).is_err();
    disk.make_folder(folder)?;
    match folder.parent().filter(|parent| is_new && !parent.as_os_str().is_empty()) {
        // A parent that is not ours may refuse to be opened; the folder is there all the same.
        Some(parent) => match aside::settle(disk, parent) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
            result => result,
        },
        None => Ok(()),
    }
}

/// Removes what an interrupted save left; only the holder of the lock may.
fn sweep(disk: &dyn Disk, folder: &Path) {
    for name in disk.list(folder).unwrap_or_default() {
        if name.to_str().is_some_and(aside::is_temporary) {
            let _ = disk.remove(&folder.join(name));
        }
    }
}

/// What the lock file tells others: `pid 4711 siti@pc-07`.
pub(super) fn about_us() -> String {
    let variable = |names: [&str; 2]| names.into_iter().find_map(|name| env::var(name).ok());
    let user = variable(["USER", "USERNAME"]).unwrap_or_default();
    let host = variable(["HOSTNAME", "COMPUTERNAME"])
        .or_else(|| fs::read_to_string("/etc/hostname").ok())
        .unwrap_or_default();
    tame(&format!("pid {} {user}@{}", process::id(), host.trim()))
}

/// The text of a lock file comes from outside: one short line of plain characters.
pub(super) fn tame(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let plain = |each: &char| each.is_ascii_graphic() || *each == ' ';
    line.chars().filter(plain).take(80).collect::<String>().trim().trim_end_matches('@').to_owned()
}

impl Keeper {
    /// What can be shown where nothing may be written.
    fn only_read(
        &mut self,
        found: Found,
        fresh: Profile,
        barred: Barred,
        notices: &mut Vec<Notice>,
    ) -> (Profile, State) {
        let read = match found {
            Found::Nothing if older::are_there(&*self.disk, &self.layout) => Err(Damage::Missing),
            Found::Nothing => Ok(None),
            Found::TooLarge => Err(Damage::TooLarge),
            Found::Bytes(bytes) => code::decode(&bytes).map(Some),
        };
        let profile = match read {
            Ok(decoded) => decoded.map(|decoded| decoded.profile),
            Err(damage) => {
                notices.push(Notice::Damaged(damage));
                older::newest(&*self.disk, &self.layout).map(|(decoded, _)| decoded.profile)
            }
        };
        let state = match barred {
            Barred::Locked(holder) => State::Locked { holder },
            Barred::Unwritable(cause) => State::Unwritable { why: SaveFault::Refused(cause) },
        };
        (profile.unwrap_or(fresh), state)
    }

    fn settle_on(
        &mut self,
        found: Found,
        fresh: Profile,
        notices: &mut Vec<Notice>,
    ) -> (Profile, State) {
        match found {
            Found::Nothing if older::are_there(&*self.disk, &self.layout) => {
                self.fall_back(Damage::Missing, None, fresh)
            }
            Found::Nothing => {
                self.leave = Leave::Yes;
                (fresh, State::New)
            }
            Found::TooLarge => {
                self.known = Known::TooLarge;
                let kept = self.keep_too_large();
                self.kept(kept, Damage::TooLarge, fresh, notices)
            }
            Found::Bytes(bytes) => match code::decode(&bytes) {
                Ok(decoded) => self.take(decoded, bytes, notices),
                Err(damage) => {
                    let kept = self.quarantine("damaged", &bytes);
                    self.known = Known::Bad(bytes.into());
                    self.kept(kept, damage, fresh, notices)
                }
            },
        }
    }

    fn take(
        &mut self,
        decoded: Decoded,
        bytes: Vec<u8>,
        notices: &mut Vec<Notice>,
    ) -> (Profile, State) {
        let profile = decoded.profile;
        match decoded.standing {
            Standing::Good => {
                self.leave = Leave::Yes;
                self.known = Known::Good(Wrote::new(bytes, &profile));
                (profile, State::Good)
            }
            Standing::Newer { schema } => (profile, State::Newer { schema }),
            Standing::Edited => match self.quarantine("edited", &bytes) {
                Ok(copy) => {
                    self.leave = Leave::AfterAccept;
                    self.known = Known::Bad(bytes.into());
                    let good = older::newest(&*self.disk, &self.layout)
                        .filter(|(decoded, _)| decoded.standing == Standing::Good)
                        .map(|(decoded, _)| Box::new(decoded.profile));
                    (profile, State::Edited { copy, good })
                }
                Err(error) => {
                    notices.push(Notice::Damaged(Damage::Sum));
                    (profile, unwritable(&error))
                }
            },
        }
    }

    /// Goes on only when the damaged bytes are safe.
    fn kept(
        &mut self,
        kept: io::Result<PathBuf>,
        damage: Damage,
        fresh: Profile,
        notices: &mut Vec<Notice>,
    ) -> (Profile, State) {
        match kept {
            Ok(kept) => self.fall_back(damage, Some(kept), fresh),
            Err(error) => {
                notices.push(Notice::Damaged(damage));
                let older = older::newest(&*self.disk, &self.layout);
                (older.map_or(fresh, |(decoded, _)| decoded.profile), unwritable(&error))
            }
        }
    }

    fn fall_back(
        &mut self,
        damage: Damage,
        kept: Option<PathBuf>,
        fresh: Profile,
    ) -> (Profile, State) {
        let Some((decoded, path)) = older::newest(&*self.disk, &self.layout) else {
            self.leave = Leave::AfterAccept;
            let kept = kept.unwrap_or_else(|| self.layout.folder());
            return (fresh, State::Lost { damage, kept });
        };
        if let Standing::Newer { schema } = decoded.standing {
            return (decoded.profile, State::Newer { schema });
        }
        self.leave = Leave::AfterAccept;
        let from = decoded.profile.saved_at;
        (decoded.profile, State::Recovered { damage, kept: kept.unwrap_or(path), from })
    }

    fn quarantine(&self, stem: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        aside::keep(&*self.disk, &self.layout.folder(), &self.layout.quarantine(), stem, bytes)
    }

    /// A file too large to be read is kept by a second name, or moved where there are no links.
    fn keep_too_large(&mut self) -> io::Result<PathBuf> {
        let (disk, place) = (&*self.disk, self.layout.quarantine());
        let len = disk.meta(&self.target)?.len;
        let path = place.join(format!("too-large-{len}.json"));
        disk.make_folder(&place)?;
        match disk.link(&self.target, &path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) => {
                disk.rename(&self.target, &path)?;
                self.known = Known::Nothing;
            }
            Ok(()) => {}
        }
        aside::settle(disk, &place)?;
        Ok(path)
    }
}

fn unwritable(error: &io::Error) -> State {
    State::Unwritable { why: SaveFault::Refused(Cause::of(error)) }
}
