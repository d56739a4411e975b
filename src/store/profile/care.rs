//! What a person does to a whole profile: take a copy home, bring it back, remove every trace.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Access, Damage, Found, Notice, Trouble,
    code::{Decoded, Standing},
    holder, look, open,
    whole::{at, home, settle, sync_names, temporary},
};
use crate::{
    model::{
        moment::Moment,
        profile::{FORMAT, LARGEST, Profile},
    },
    store::{
        cause::Refusal,
        disk::{Disk, Kind, Lock},
        paths::{LOCK, Layout, MAIN, Name},
    },
};

/// Deepest folder that `erase` enters.
const DEEPEST: usize = 8;
/// Within so many bytes a profile says that it is one.
const START: usize = 256;

/// What was written by [`backup`] or brought back by [`restore`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The file written.
    pub path: PathBuf,
    /// Its `rev`.
    pub rev: u64,
    /// Its length in bytes.
    pub bytes: usize,
    /// Where the file lies that stood there before: a generation, or the quarantine for a bad one.
    pub former: Option<PathBuf>,
    /// Things to say once.
    pub notices: Vec<Notice>,
}

/// What [`erase`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Everything that is gone, folders last.
    pub removed: Vec<PathBuf>,
    /// What could not be removed.
    pub left: Vec<PathBuf>,
    /// Whether a power cut could bring some of it back, because the medium did not confirm.
    pub is_uncertain: bool,
}

/// Copies the last saved state of a profile, byte for byte, into one file anywhere but beside the
/// profile. It takes no lock: the profile may be open in a window.
///
/// # Errors
/// [`Trouble`]; a file that exists is only replaced with `overwrite`.
pub fn backup(
    disk: &dyn Disk,
    layout: &Layout,
    name: &Name,
    to: &Path,
    overwrite: bool,
) -> Result<Carried, Trouble> {
    let (bytes, decoded) = read_good(disk, &layout.profile(name))?;
    let folder = home(to);
    let Ok(real) = disk.resolve(&folder) else { return Err(Trouble::NoFolder(folder)) };
    if disk.resolve(&layout.folder(name)).is_ok_and(|own| real.starts_with(own)) {
        return Err(Trouble::Within(to.to_owned()));
    }
    match disk.meta(to) {
        Ok(found) if found.kind != Kind::File => return Err(Trouble::NotAFile(to.to_owned())),
        Ok(_) if !overwrite => return Err(Trouble::Exists(to.to_owned())),
        _ => {}
    }
    place(disk, to, &bytes, overwrite)?;
    Ok(Carried {
        path: to.to_owned(),
        rev: decoded.profile.rev,
        bytes: bytes.len(),
        former: None,
        notices: Vec::new(),
    })
}

/// Puts a copy in its place, whole or not at all.
fn place(disk: &dyn Disk, to: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Trouble> {
    let folder = home(to);
    let refused = |refusal: Refusal| Trouble::Copy(Refusal { path: to.to_owned(), ..refusal });
    let new = temporary(disk, &folder, bytes).map_err(refused)?;
    let placed = if overwrite { None } else { Some(disk.link(&new, to)) };
    match placed {
        Some(Ok(())) => {
            let _ = disk.remove(&new);
        }
        Some(Err(error)) if error.kind() == io::ErrorKind::AlreadyExists => {
            let _ = disk.remove(&new);
            return Err(Trouble::Exists(to.to_owned()));
        }
        Some(Err(_)) | None => settle(disk, &new, to).map_err(refused)?,
    }
    sync_names(disk, &folder).map(drop).map_err(refused)
}

/// Reads a profile that passes every check (one of a newer pandu as well).
fn read_good(disk: &dyn Disk, path: &Path) -> Result<(Vec<u8>, Decoded), Trouble> {
    let file = look::read(disk, path)?.ok_or_else(|| Trouble::NoProfile(path.to_owned()))?;
    let damaged = |damage| Trouble::Damaged { path: file.path.clone(), damage };
    match file.decoded {
        Err(damage) => Err(damaged(damage)),
        Ok(Decoded { standing: Standing::Edited, .. }) => Err(damaged(Damage::Sum)),
        Ok(decoded) => Ok((file.bytes, decoded)),
    }
}

/// Reads a file that was taken home, if it can be brought back.
///
/// # Errors
/// [`Trouble`]: it is no good profile, or a newer pandu wrote it.
pub fn read_copy(disk: &dyn Disk, from: &Path) -> Result<Profile, Trouble> {
    let read = read_good(disk, from).map_err(|trouble| match trouble {
        Trouble::NoProfile(path) => Trouble::NoFile(path),
        Trouble::Damaged { path, damage } => Trouble::BadCopy { path, damage },
        other => other,
    });
    let (_, Decoded { profile, standing }) = read?;
    match standing {
        Standing::Newer { schema } => Err(Trouble::Newer { path: from.to_owned(), schema }),
        _ => Ok(profile),
    }
}

/// Makes the profile in `from` the profile `name`; the former one is kept.
///
/// # Errors
/// [`Trouble`]: `from` is no good profile, another window holds `name`, or the disk refuses.
pub fn restore(
    disk: Arc<dyn Disk>,
    layout: &Layout,
    name: &Name,
    from: &Path,
    now: Moment,
) -> Result<Carried, Trouble> {
    let mut profile = read_copy(&*disk, from)?;
    let mut opened = open(disk, layout, name, profile.id.clone())?;
    match opened.access {
        Access::Held(holder) => return Err(Trouble::Held(holder)),
        Access::NotWritable(refusal) => return Err(refusal.into()),
        Access::Writable => {}
    }
    let former = opened.keeper.former()?;
    opened.keeper.accept()?;
    if opened.found != Found::New {
        profile.rev = profile.rev.max(opened.profile.rev).saturating_add(1);
    }
    profile.saved_at = Some(now);
    opened.keeper.keep_next = true;
    let saved = opened.keeper.save(&profile)?;
    Ok(Carried {
        path: opened.keeper.path().to_owned(),
        rev: saved.rev,
        bytes: saved.bytes,
        former: former.filter(|path| opened.keeper.disk.meta(path).is_ok()),
        notices: [opened.notices, saved.notices].concat(),
    })
}

/// Removes a profile with its generations, copies and lock, and the file behind a linked profile.
///
/// # Errors
/// [`Trouble`] when nothing was removed: no such profile, or another window holds it.
pub fn erase(disk: &dyn Disk, layout: &Layout, name: &Name) -> Result<Erased, Trouble> {
    let named = layout.folder(name);
    let found = disk.meta(&named);
    if matches!(&found, Err(error) if error.kind() == io::ErrorKind::NotFound) {
        return Err(Trouble::NoProfile(named));
    }
    let folder = match at(&named, found)?.kind {
        Kind::Folder => named.clone(),
        Kind::Link => at(&named, disk.resolve(&named))?,
        Kind::File | Kind::Other => return Err(Trouble::NotAFile(named)),
    };
    let lock = folder.join(LOCK);
    // Where no lock can be had, nobody else holds one either.
    let held = match disk.lock(&lock, &holder::this_process()) {
        Ok(Lock::Busy { text, since }) => return Err(Trouble::Held(holder::parse(&text, since))),
        Ok(Lock::Taken(guard)) => Some(guard),
        Err(_) => None,
    };
    let inside = at(&folder, disk.list(&folder))?;
    let mut erased = Erased::default();
    remove_target(disk, &folder.join(MAIN), &mut erased);
    for path in inside.into_iter().map(|name| folder.join(name)).filter(|path| *path != lock) {
        remove(disk, &path, 0, &mut erased);
    }
    // Removed while it is held: between its end and its removal another window could take it, and
    // a third one a new file of that name.
    let lock_removed = disk.remove(&lock);
    drop(held);
    match lock_removed {
        Ok(()) => erased.removed.push(lock),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        // Some systems do not remove an open file.
        Err(_) => remove(disk, &lock, DEEPEST, &mut erased),
    }
    remove(disk, &folder, DEEPEST, &mut erased);
    if folder != named {
        remove(disk, &named, DEEPEST, &mut erased);
    }
    erased.is_uncertain = sync_names(disk, &layout.profiles()).is_err();
    Ok(erased)
}

/// Removes the file behind a linked profile, unless it is something else that only stands there.
fn remove_target(disk: &dyn Disk, main: &Path, erased: &mut Erased) {
    if !disk.meta(main).is_ok_and(|found| found.kind == Kind::Link) {
        return;
    }
    let Ok(target) = disk.resolve(main) else { return };
    let start = disk.read(&target, LARGEST).unwrap_or_default();
    let start = String::from_utf8_lossy(start.get(..START).unwrap_or(&start)).into_owned();
    if start.contains(FORMAT) {
        remove(disk, &target, 0, erased);
    } else {
        erased.left.push(target);
    }
}

fn remove(disk: &dyn Disk, path: &Path, depth: usize, erased: &mut Erased) {
    let is_folder = disk.meta(path).is_ok_and(|found| found.kind == Kind::Folder);
    if is_folder && depth < DEEPEST {
        for name in disk.list(path).unwrap_or_default() {
            remove(disk, &path.join(name), depth + 1, erased);
        }
    }
    match disk.remove(path) {
        Ok(()) => erased.removed.push(path.to_owned()),
        Err(_) => erased.left.push(path.to_owned()),
    }
}
