//! Opening a profile: lock, bounded read, checks; what is damaged is set aside and an older good
//! copy shown. Opening never changes the profile's file.

use std::{io, path::Path, path::PathBuf, sync::Arc};

use super::{
    Access, Found, Notice, Older, Opened, ReadOnly, Recovery, Trouble,
    code::{self, Damage, Decoded, Standing},
    generations::{Generations, Kept},
    holder,
    keeper::{Bar, Copies, Hold, Keeper, Seen, is_too_large},
    whole::{at, ensure_folder, probe, sweep},
};
use crate::{
    model::profile::{LARGEST, Profile},
    store::{
        cause::{Cause, Refusal},
        disk::{Disk, Kind, Lock},
        paths::{CONFLICT, GENERATIONS, LOCK, Layout, MAIN, Name, QUARANTINE},
    },
};

const FOLDER_MODE: u32 = 0o700;

/// Opens a profile; `fresh_id` (128 random bits in hex) is used if a new one begins.
///
/// # Errors
/// [`Trouble`] when there is nothing that can be shown; nothing was changed then.
pub fn open(
    disk: Arc<dyn Disk>,
    layout: &Layout,
    name: &Name,
    fresh_id: String,
) -> Result<Opened, Trouble> {
    let folder = layout.folder(name);
    let mut notices = Vec::new();
    let refused = prepare(&*disk, &folder, &mut notices)?;
    let main = resolve(&*disk, &folder.join(MAIN))?;
    let mut keeper = Keeper {
        disk,
        folder,
        main,
        hold: Hold::NotYet,
        bar: Bar::None,
        seen: None,
        tried: None,
        // Whoever wrote the file may have been killed before its name was on the medium.
        certain: false,
        held: None,
        anchored: false,
        copies: Copies::default(),
        said: Vec::new(),
        keep_next: false,
    };
    let access = enter(&mut keeper, refused, &mut notices);
    let read = read_main(&*keeper.disk, &keeper.main)?;
    let (profile, found) = judge(&mut keeper, read, fresh_id, access == Access::Writable);
    if let Access::Held(holder) = &access {
        keeper.bar = Bar::ReadOnly(ReadOnly::Held(holder.clone()));
    }
    keeper.said.clone_from(&notices);
    Ok(Opened { profile, found, access, notices, keeper })
}

/// Makes the folder or tells why not; sets its mode.
fn prepare(
    disk: &dyn Disk,
    folder: &Path,
    notices: &mut Vec<Notice>,
) -> Result<Option<Refusal>, Trouble> {
    if let Err(refusal) = ensure_folder(disk, folder) {
        return match refusal.cause {
            Cause::WrongKind => Err(refusal.into()),
            _ => Ok(Some(refusal)),
        };
    }
    let mode = || disk.meta(folder).ok().filter(|meta| meta.kind == Kind::Folder)?.mode;
    let is_wrong = |mode: Option<u32>| mode.is_some_and(|mode| mode & 0o777 != FOLDER_MODE);
    if is_wrong(mode()) {
        let _ = disk.make_folder(folder);
        if is_wrong(mode()) {
            notices.push(Notice::NoModes);
        }
    }
    Ok(None)
}

/// Follows a linked profile once.
pub(super) fn resolve(disk: &dyn Disk, main: &Path) -> Result<PathBuf, Trouble> {
    match disk.meta(main) {
        Ok(found) if found.kind == Kind::Link => match disk.resolve(main) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(Trouble::DeadLink(main.to_owned()))
            }
            target => Ok(at(main, target)?),
        },
        _ => Ok(main.to_owned()),
    }
}

/// Takes the lock and finds out whether the folder can be written.
fn enter(keeper: &mut Keeper, refused: Option<Refusal>, notices: &mut Vec<Notice>) -> Access {
    if let Some(refusal) = refused {
        return Access::NotWritable(refusal);
    }
    match keeper.disk.lock(&keeper.folder.join(LOCK), &holder::this_process()) {
        Ok(Lock::Taken(guard)) => {
            keeper.hold = Hold::Taken { guard };
            sweep(&*keeper.disk, &keeper.folder);
            for shelf in [GENERATIONS, QUARANTINE, CONFLICT] {
                sweep(&*keeper.disk, &keeper.folder.join(shelf));
            }
        }
        Ok(Lock::Busy { text, since }) => return Access::Held(holder::parse(&text, since)),
        Err(error) => {
            // On a medium that refuses everything, the lock is not what to speak of.
            if let Err(refusal) = probe(&*keeper.disk, &keeper.folder) {
                return Access::NotWritable(refusal);
            }
            notices.push(keeper.without_lock(&error));
            return Access::Writable;
        }
    }
    match probe(&*keeper.disk, &keeper.folder) {
        Ok(()) => Access::Writable,
        Err(refusal) => Access::NotWritable(refusal),
    }
}

/// What lies in the profile's place.
enum Read {
    Nothing,
    Large(u64),
    Bytes(Vec<u8>),
}

fn read_main(disk: &dyn Disk, main: &Path) -> Result<Read, Trouble> {
    let found = match disk.meta(main) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Read::Nothing),
        found => at(main, found)?,
    };
    if found.kind != Kind::File {
        return Err(Trouble::NotAFile(main.to_owned()));
    }
    if is_too_large(found.len) {
        return Ok(Read::Large(found.len));
    }
    Ok(Read::Bytes(at(main, disk.read(main, LARGEST))?))
}

/// Decides what to show and sets the keeper up for it.
fn judge(keeper: &mut Keeper, read: Read, fresh_id: String, writable: bool) -> (Profile, Found) {
    let (result, bytes, large) = match read {
        Read::Nothing => (Err(Damage::Missing), None, None),
        Read::Large(len) => (Err(Damage::TooLarge), Some(Vec::new()), Some(len)),
        Read::Bytes(bytes) => (code::decode(&bytes), Some(bytes), None),
    };
    let good = match &result {
        Ok(Decoded { profile, standing: Standing::Good }) => Some(Kept::of(profile)),
        _ => None,
    };
    keeper.seen = bytes.map(|bytes| Seen { bytes, large, good });
    let disk = Arc::clone(&keeper.disk);
    let older = Generations { disk: &*disk, folder: keeper.folder.clone() };
    let (mut profile, found) = match result {
        Err(Damage::Missing) if !older.any() => return (Profile::new(fresh_id), Found::New),
        Ok(Decoded { profile, standing: Standing::Good }) => (profile, Found::Good),
        Ok(Decoded { profile, standing: Standing::Newer { schema } }) => {
            keeper.bar = Bar::ReadOnly(ReadOnly::Newer { schema });
            return (profile, Found::Newer { schema });
        }
        Ok(Decoded { profile, standing: Standing::Edited }) => {
            let aside = wait(keeper, writable);
            let last_good = older.newest_good().filter(|(_, last)| last.standing == Standing::Good);
            let last_good = last_good.map(|(path, mut last)| {
                last.profile.rev = last.profile.rev.max(older.highest_rev()).max(profile.rev);
                Box::new(Older { path, profile: last.profile })
            });
            (profile, Found::Edited { aside, last_good })
        }
        Err(damage) => {
            let aside = wait(keeper, writable);
            recover(keeper, &older, damage, aside, fresh_id)
        }
    };
    // An old file put back by hand starts a new line above every older copy, so that order by `rev` holds.
    profile.rev = profile.rev.max(older.highest_rev());
    (profile, found)
}

/// Shows the newest good copy, or a fresh profile.
fn recover(
    keeper: &mut Keeper,
    older: &Generations<'_>,
    damage: Damage,
    aside: Option<PathBuf>,
    fresh_id: String,
) -> (Profile, Found) {
    let Some((from, Decoded { profile, standing })) = older.newest_good() else {
        return (Profile::new(fresh_id), Found::Damaged { damage, aside });
    };
    if let Standing::Newer { schema } = standing {
        keeper.bar = Bar::ReadOnly(ReadOnly::Newer { schema });
    }
    let (rev, saved_at) = (profile.rev, profile.saved_at);
    (profile, Found::Recovered(Recovery { damage, aside, from, rev, saved_at }))
}

/// Bars saves until the person agrees; sets the present bytes aside now if it can.
fn wait(keeper: &mut Keeper, writable: bool) -> Option<PathBuf> {
    let aside = if writable { keeper.set_aside().ok().flatten() } else { None };
    keeper.bar = Bar::Waiting { aside: aside.clone() };
    aside
}
