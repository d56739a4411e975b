//! A profile taken along, brought back, or removed with everything that belongs to it.
//!
//! Nothing damaged is backed up or restored, and nothing is removed while another window writes.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    OpenFault, SaveFault, State, aside,
    code::{self, Damage, Standing},
    older, open,
    say::shown,
};
use crate::{
    model::{
        profile::{LARGEST, Profile},
        text::Lang,
    },
    store::{
        cause::Cause,
        disk::{Disk, Kind, Lock},
        paths::{Layout, Name, PROFILES},
    },
};

/// Deepest folder that is removed.
const DEEPEST: usize = 8;

/// Why a profile could not be taken along, brought back or removed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TakeFault {
    /// There is no profile of this name.
    #[error("there is no such profile")]
    NoProfile,
    /// Something stands where the copy should go.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// The file is damaged.
    #[error("{path}: {damage}")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        damage: Damage,
    },
    /// A newer pandu wrote it.
    #[error("{path} has schema {schema}")]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its schema.
        schema: u64,
    },
    /// Another window writes the profile.
    #[error("another window writes the profile: {0}")]
    Locked(String),
    /// The disk refused.
    #[error("{path}: {cause:?}")]
    Refused {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        cause: Cause,
    },
    /// The profile in its place cannot be opened.
    #[error("{0}")]
    Open(OpenFault),
    /// The profile was not saved.
    #[error("{0}")]
    Save(SaveFault),
}

impl TakeFault {
    fn refused(path: &Path, error: &io::Error) -> Self {
        Self::Refused { path: path.to_owned(), cause: Cause::of(error) }
    }

    /// The sentence for people.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoProfile => lang.pick(
                "Profil itu tidak ada. Lihat daftarnya: pandu profile list.".to_owned(),
                "There is no such profile. See them: pandu profile list.".to_owned(),
            ),
            Self::Exists(path) => {
                let path = shown(path);
                lang.pick(
                    format!("{path} sudah ada. Pilih nama lain, atau izinkan menimpanya."),
                    format!("{path} exists. Choose another name, or allow it to be replaced."),
                )
            }
            Self::Damaged { path, damage } => format!("{}: {}", shown(path), damage.say(lang)),
            Self::Newer { path, .. } => {
                let path = shown(path);
                lang.pick(
                    format!("{path} ditulis pandu yang lebih baru. Perbarui pandu dahulu."),
                    format!("{path} was written by a newer pandu. Update pandu first."),
                )
            }
            Self::Locked(holder) => lang.pick(
                format!("Profil sedang dibuka jendela lain ({holder}). Tutup dahulu jendela itu."),
                format!("Another window has the profile open ({holder}). Close that window first."),
            ),
            Self::Refused { path, cause } => {
                format!("{}: {}. {}", shown(path), cause.say(lang), cause.remedy(lang))
            }
            Self::Open(fault) => fault.say(lang),
            Self::Save(fault) => fault.say(lang),
        }
    }
}

/// Reads a file that must hold every check; its bytes and what they mean.
fn read_sound(disk: &dyn Disk, path: &Path) -> Result<(Vec<u8>, Profile), TakeFault> {
    let refused = |error: &io::Error| TakeFault::refused(path, error);
    let real = disk.resolve(path).map_err(|error| refused(&error))?;
    if disk.meta(&real).map_err(|error| refused(&error))?.kind != Kind::File {
        return Err(TakeFault::Refused { path: path.to_owned(), cause: Cause::WrongKind });
    }
    let damaged = |damage| TakeFault::Damaged { path: path.to_owned(), damage };
    let bytes = match disk.read(&real, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            return Err(damaged(Damage::TooLarge));
        }
        read => read.map_err(|error| refused(&error))?,
    };
    let decoded = code::decode(&bytes).map_err(damaged)?;
    match decoded.standing {
        Standing::Good => Ok((bytes, decoded.profile)),
        Standing::Edited => Err(damaged(Damage::Sum)),
        Standing::Newer { schema } => Err(TakeFault::Newer { path: path.to_owned(), schema }),
    }
}

/// Writes a copy of the profile to `to`, by a temporary file beside it.
///
/// # Errors
/// [`TakeFault`]; what stood at `to` is then as it was.
pub fn backup(
    disk: &dyn Disk,
    layout: &Layout,
    to: &Path,
    overwrite: bool,
) -> Result<(), TakeFault> {
    let bytes = match read_sound(disk, &layout.profile()) {
        Err(TakeFault::Refused { cause: Cause::Gone, .. }) => return Err(TakeFault::NoProfile),
        read => read?.0,
    };
    match disk.meta(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(TakeFault::refused(to, &error)),
        Ok(meta) if overwrite && matches!(meta.kind, Kind::File | Kind::Link) => {}
        Ok(_) => return Err(TakeFault::Exists(to.to_owned())),
    }
    let folder = match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    aside::write_new(disk, folder, &bytes, true)
        .and_then(|temporary| aside::put(disk, &temporary, to))
        .and_then(|()| aside::settle(disk, folder))
        .map_err(|error| TakeFault::refused(to, &error))
}

/// Puts a backup in the profile's place. The former one becomes a generation; the revision rises
/// above all that are there.
///
/// # Errors
/// [`TakeFault`]; the profile is then as it was, or wholly the restored one.
#[expect(clippy::needless_pass_by_value, reason = "the same shape as open")]
pub fn restore(disk: Arc<dyn Disk>, layout: &Layout, from: &Path) -> Result<Profile, TakeFault> {
    let (_, mut profile) = read_sound(&*disk, from)?;
    let opened = open(Arc::clone(&disk), layout, profile.id.clone()).map_err(TakeFault::Open)?;
    match opened.state {
        State::Locked { holder } => return Err(TakeFault::Locked(holder)),
        State::Newer { schema } => {
            return Err(TakeFault::Newer { path: layout.profile(), schema });
        }
        State::Unwritable { why } => return Err(TakeFault::Save(why)),
        State::New
        | State::Good
        | State::Recovered { .. }
        | State::Lost { .. }
        | State::Edited { .. } => {}
    }
    let older = older::newest(&*disk, layout).map_or(0, |(decoded, _)| decoded.profile.rev);
    let highest = profile.rev.max(opened.profile.rev).max(older);
    profile.rev = highest.saturating_add(1);
    let mut keeper = opened.keeper;
    keeper.accept();
    keeper.save(&profile).map_err(TakeFault::Save)?;
    Ok(profile)
}

/// Removes the profile and everything that belongs to it; what was removed, in order.
///
/// # Errors
/// [`TakeFault`]; what could not be removed is still there, and so is its lock.
pub fn erase(disk: &dyn Disk, layout: &Layout) -> Result<Vec<PathBuf>, TakeFault> {
    let folder = layout.folder();
    let refused = |error: &io::Error| TakeFault::refused(&folder, error);
    match disk.meta(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(TakeFault::NoProfile);
        }
        found => found.map_err(|error| refused(&error))?,
    };
    let guard = match disk.lock(&layout.lock(), &open::about_us()) {
        Ok(Lock::Taken(guard)) => Some(guard),
        Ok(Lock::Busy { text, .. }) => return Err(TakeFault::Locked(open::tame(&text))),
        Err(_) => None,
    };
    let mut gone = Vec::new();
    // A linked profile holds the person's data where the link leads.
    if disk.meta(&layout.profile()).is_ok_and(|meta| meta.kind == Kind::Link)
        && let Ok(target) = disk.resolve(&layout.profile())
    {
        remove(disk, &target, &mut gone)?;
    }
    empty(disk, &folder, &layout.lock(), DEEPEST, &mut gone)?;
    if disk.meta(&layout.lock()).is_ok() && disk.remove(&layout.lock()).is_err() {
        // Some systems do not remove a file that is open.
        drop(guard);
        disk.remove(&layout.lock()).map_err(|error| refused(&error))?;
    }
    gone.push(layout.lock());
    remove(disk, &folder, &mut gone)?;
    aside::settle(disk, &layout.profiles()).map_err(|error| refused(&error))?;
    Ok(gone)
}

fn remove(disk: &dyn Disk, path: &Path, gone: &mut Vec<PathBuf>) -> Result<(), TakeFault> {
    disk.remove(path).map_err(|error| TakeFault::refused(path, &error))?;
    gone.push(path.to_owned());
    Ok(())
}

/// Removes all in a folder but `last`; links are removed, never followed.
fn empty(
    disk: &dyn Disk,
    folder: &Path,
    last: &Path,
    depth: usize,
    gone: &mut Vec<PathBuf>,
) -> Result<(), TakeFault> {
    let mut names = disk.list(folder).map_err(|error| TakeFault::refused(folder, &error))?;
    names.sort();
    for path in names.into_iter().map(|name| folder.join(name)).filter(|path| path != last) {
        let meta = disk.meta(&path).map_err(|error| TakeFault::refused(&path, &error))?;
        if meta.kind == Kind::Folder && depth > 0 {
            empty(disk, &path, last, depth - 1, gone)?;
        }
        remove(disk, &path, gone)?;
    }
    Ok(())
}

/// The names of all profiles in a data folder, in order; folders with other names are passed over.
///
/// # Errors
/// What the disk says; a missing folder is an empty list.
pub fn list(disk: &dyn Disk, data: &Path) -> io::Result<Vec<Name>> {
    let folder = data.join(PROFILES);
    let found = match disk.list(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        found => found?,
    };
    let is_folder = |name: &Name| {
        let kind = disk.meta(&folder.join(name.as_str())).map(|meta| meta.kind);
        matches!(kind, Ok(Kind::Folder | Kind::Link))
    };
    let mut names: Vec<Name> =
        found.iter().filter_map(|name| Name::new(name.to_str()?).ok()).filter(is_folder).collect();
    names.sort();
    Ok(names)
}
