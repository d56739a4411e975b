//! Old or new, never half: every operation refused, every crash, and the broken ways of saving,
//! which must not pass.

use super::{
    super::{Found, Opened, decode},
    change, empty, heart, open_on, settled,
};
use crate::{
    model::profile::Profile,
    store::disk::{
        Disk,
        fault::{Crash, Fault, FaultDisk, Way},
    },
};

/// EINTR, EIO, EACCES, EFBIG, ENOSPC, EROFS, EDQUOT.
const ERRNOS: [i32; 7] = [4, 5, 13, 27, 28, 30, 122];

/// What a disk must hold: one of the states, at least the acknowledged one, without any doubt.
fn verdict(disk: &FaultDisk, states: &[Profile], acknowledged: usize) -> Result<(), String> {
    let opened = open_on(disk).map_err(|trouble| trouble.to_string())?;
    if opened.found == Found::New && acknowledged == 0 {
        return Ok(());
    }
    if opened.found != Found::Good {
        return Err(format!("{:?}", opened.found));
    }
    match states.iter().position(|state| heart(state) == heart(&opened.profile)) {
        Some(place) if place + 1 >= acknowledged => Ok(()),
        Some(place) => Err(format!("state {} although {acknowledged} was acknowledged", place + 1)),
        None => Err(format!("none of the states: rev {}", opened.profile.rev)),
    }
}

/// Each way of refusing operation `at`.
fn faults(at: usize) -> impl Iterator<Item = Fault> {
    ERRNOS.into_iter().flat_map(move |errno| {
        [(false, false), (true, false), (false, true)].map(|(for_ever, takes_effect)| Fault {
            at,
            for_ever,
            errno,
            takes_effect,
        })
    })
}

#[test]
fn a_save_refused_at_any_operation_leaves_old_or_new_and_the_next_one_succeeds() {
    let (base, old) = settled(2);
    let mut new = old.clone();
    change(&mut new, 2);
    let mut reached = 0;
    for at in 0.. {
        let mut any = false;
        for fault in faults(at) {
            let disk = base.copy();
            let mut opened = open_on(&disk).unwrap();
            disk.refuse(Some(fault));
            let saved = opened.keeper.save(&new);
            let (_, refused) = disk.counts();
            any |= refused > 0;
            let log = disk.log();
            disk.refuse(None);
            let states = [old.clone(), new.clone()];
            let acknowledged = if saved.is_ok() { 2 } else { 1 };
            let after = verdict(&disk.copy(), &states, acknowledged);
            assert_eq!(after, Ok(()), "{fault:?} {saved:?} {log:#?}");
            let mut newer = new.clone();
            change(&mut newer, 2);
            let again = opened.keeper.save(&newer);
            assert!(again.is_ok(), "{fault:?} {again:?} {log:#?}");
            let after = verdict(&disk.copy(), &[old.clone(), new.clone(), newer], 3);
            assert_eq!(after, Ok(()), "{fault:?}");
        }
        if !any {
            break;
        }
        reached = at;
    }
    assert!(reached > 12, "the save path has more operations than {reached}");
}

#[test]
fn an_opening_refused_at_any_operation_loses_nothing() {
    let (base, old) = settled(2);
    let (operations, _) = {
        let disk = base.copy();
        disk.refuse(None);
        open_on(&disk).unwrap();
        disk.counts()
    };
    for at in 0..operations {
        for fault in faults(at) {
            let disk = base.copy();
            disk.refuse(Some(fault));
            let opened = open_on(&disk);
            disk.refuse(None);
            assert_eq!(verdict(&disk.copy(), std::slice::from_ref(&old), 1), Ok(()), "{fault:?}");
            let Ok(mut opened) = opened else { continue };
            assert_ne!(opened.found, Found::New, "{fault:?}");
            let mut new = opened.profile.clone();
            change(&mut new, 1);
            opened.keeper.save(&new).unwrap();
            assert_eq!(verdict(&disk.copy(), &[old.clone(), new], 2), Ok(()), "{fault:?}");
        }
    }
}

/// Saves a few states one after another, crashes everywhere, and tells what was lost.
fn crash_everywhere(way: Way, saves: usize) -> Vec<String> {
    let disk = FaultDisk::new(way);
    disk.record();
    let mut opened = open_on(&disk).unwrap();
    let mut profile = opened.profile.clone();
    let mut states = Vec::new();
    for number in 1..=saves {
        change(&mut profile, u32::try_from(number).unwrap());
        states.push(profile.clone());
        opened.keeper.save(&profile).unwrap();
        disk.mark(number);
    }
    let crashes = disk.crashes();
    assert!(crashes.len() > 10, "only {} crash states", crashes.len());
    crashes
        .iter()
        .filter_map(|crash| {
            // Before the next acknowledgement, the next state may be there already.
            let possible = &states[..states.len().min(crash.mark + 1)];
            verdict(&crash.disk, possible, crash.mark).err()
        })
        .collect()
}

#[test]
fn after_any_crash_the_acknowledged_state_or_the_next_one_is_there() {
    assert_eq!(crash_everywhere(Way::Right, 4), Vec::<String>::new());
}

#[test]
fn the_suite_catches_each_broken_way_of_saving() {
    for (way, saves) in [(Way::InPlace, 2), (Way::NoFileSync, 2), (Way::NoFolderSync, 1)] {
        assert!(!crash_everywhere(way, saves).is_empty(), "{way:?} went unseen");
    }
}

#[test]
fn a_crash_while_generations_are_thinned_out_loses_nothing() {
    let disk = empty();
    let mut opened = open_on(&disk).unwrap();
    let mut profile = opened.profile.clone();
    for day in 1..=14 {
        change(&mut profile, day);
        opened.keeper.save(&profile).unwrap();
    }
    disk.record();
    disk.mark(1);
    let old = profile.clone();
    change(&mut profile, 15);
    opened.keeper.save(&profile).unwrap();
    disk.mark(2);
    for crash in disk.crashes() {
        let states = [old.clone(), profile.clone()];
        assert_eq!(verdict(&crash.disk, &states, crash.mark), Ok(()));
    }
}

#[test]
fn a_crash_after_a_refused_operation_loses_nothing() {
    let (base, old) = settled(1);
    let mut new = old.clone();
    change(&mut new, 2);
    for at in 0..30 {
        for takes_effect in [false, true] {
            let disk = base.copy();
            let mut opened = open_on(&disk).unwrap();
            disk.record();
            disk.mark(1);
            disk.refuse(Some(Fault { at, for_ever: false, errno: 5, takes_effect }));
            if opened.keeper.save(&new).is_err() {
                disk.refuse(None);
                opened.keeper.save(&new).unwrap();
            }
            disk.mark(2);
            for crash in disk.crashes() {
                let states = [old.clone(), new.clone()];
                assert_eq!(verdict(&crash.disk, &states, crash.mark), Ok(()), "operation {at}");
            }
        }
    }
}

/// Saves rising states while the folder syncs of some of them fail (one bit each), crashes
/// everywhere, and tells what was lost.
fn crash_with_failing_syncs(base: &FaultDisk, first: &Profile, failing: u32) -> Vec<String> {
    const SAVES: u32 = 3;
    let disk = base.copy();
    let mut opened = open_on(&disk).unwrap();
    disk.record();
    disk.mark(1);
    let mut states = vec![first.clone()];
    for number in 0..=SAVES {
        let mut next = states.last().unwrap().clone();
        change(&mut next, 2);
        states.push(next.clone());
        disk.refuse(None);
        if failing >> number & 1 == 1 {
            disk.refuse_word("sync folder", 5);
        }
        if opened.keeper.save(&next).is_ok() {
            disk.mark(states.len());
        }
    }
    assert_eq!(opened.keeper.save(states.last().unwrap()).map(|saved| saved.rev), Ok(1 + 4));
    let crashes = disk.crashes();
    let lost = |crash: &Crash| verdict(&crash.disk, &states, crash.mark).err();
    crashes.iter().filter_map(lost).collect()
}

#[test]
fn rising_states_on_a_disk_whose_folders_fail_to_sync_never_push_out_a_certain_one() {
    let (base, first) = settled(1);
    for failing in 0..8 {
        assert_eq!(crash_with_failing_syncs(&base, &first, failing), Vec::<String>::new());
    }
}

/// Saves and refuses the last sync of the folder, as if the process were killed before it.
fn save_but_for_the_last_sync(disk: &FaultDisk, opened: &mut Opened, next: &Profile) {
    let other = disk.copy();
    let mut whole = open_on(&other).unwrap();
    other.refuse(None);
    whole.keeper.save(next).unwrap();
    let is_sync = |line: &String| line.starts_with("sync folder /data/profiles/utama");
    let at = other.log().iter().rposition(|line| is_sync(line) && !line.contains("generations"));
    disk.refuse(Some(Fault { at: at.unwrap(), for_ever: false, errno: 5, takes_effect: false }));
    assert!(opened.keeper.save(next).is_err());
    disk.refuse(None);
}

#[test]
fn what_a_killed_process_did_not_make_certain_pushes_out_nothing_certain() {
    for tries in [1, 2] {
        let (disk, first) = settled(1);
        let mut states = vec![first];
        let next = |states: &mut Vec<Profile>| {
            let mut next = states.last().unwrap().clone();
            change(&mut next, 2);
            states.push(next.clone());
            next
        };
        open_on(&disk).unwrap().keeper.save(&next(&mut states)).unwrap();
        let disk = disk.copy();
        let mut killed = open_on(&disk).unwrap();
        disk.record();
        disk.mark(2);
        let third = next(&mut states);
        for _ in 0..tries {
            save_but_for_the_last_sync(&disk, &mut killed, &third);
        }
        drop(killed);
        let mut opened = open_on(&disk).unwrap();
        for _ in 0..2 {
            opened.keeper.save(&next(&mut states)).unwrap();
            disk.mark(states.len());
        }
        for crash in disk.crashes() {
            assert_eq!(verdict(&crash.disk, &states, crash.mark), Ok(()), "{tries} tries");
        }
    }
}

#[test]
fn where_links_are_refused_a_crash_leaves_a_good_copy_of_what_was_acknowledged() {
    let (base, first) = settled(1);
    for failing in 0..8_u32 {
        let disk = base.copy();
        let mut opened = open_on(&disk).unwrap();
        disk.record();
        disk.mark(1);
        let mut states = vec![first.clone()];
        for number in 0..4 {
            let mut next = states.last().unwrap().clone();
            change(&mut next, 2);
            states.push(next.clone());
            disk.refuse(None);
            disk.refuse_word("link", 95);
            if failing >> number & 1 == 1 {
                disk.refuse_word("sync folder", 5);
            }
            if opened.keeper.save(&next).is_ok() {
                disk.mark(states.len());
            }
        }
        for crash in disk.crashes() {
            let opened = open_on(&crash.disk).unwrap();
            assert!(
                matches!(opened.found, Found::Good | Found::Recovered(_)),
                "{:?}",
                opened.found
            );
            // The copy before the last acknowledged one is told as older, with its date.
            let least = crash.mark - usize::from(opened.found != Found::Good);
            assert!(opened.profile.rev >= least as u64, "{:?} after {}", opened.found, crash.mark);
        }
    }
}

#[test]
fn the_copy_of_a_conflict_outlives_any_crash_once_it_was_acknowledged() {
    let (base, old) = settled(1);
    for failing in 0..8_u32 {
        let disk = base.copy();
        let mut opened = open_on(&disk).unwrap();
        disk.plant(super::MAIN, b"theirs");
        disk.record();
        let mut ours = old.clone();
        for number in 0..4 {
            change(&mut ours, 2);
            disk.refuse(None);
            if failing >> number & 1 == 1 {
                disk.refuse_word("sync folder", 5);
            }
            let fault = opened.keeper.save(&ours).unwrap_err();
            if let Some((_, rev)) = fault.kept() {
                disk.mark(usize::try_from(rev).unwrap());
            }
        }
        for crash in disk.crashes().iter().filter(|crash| crash.mark > 0) {
            let copies = super::in_folder(&crash.disk, "/conflict/conflict-");
            let revs = copies.iter().filter_map(|(_, bytes)| decode(bytes).ok());
            let newest = revs.map(|decoded| decoded.profile.rev).max();
            assert!(newest >= Some(crash.mark as u64), "{newest:?} after {}", crash.mark);
        }
    }
}

#[test]
fn a_new_person_on_a_disk_that_refuses_at_first_is_saved_for_good_later() {
    for at in 0..40 {
        let disk = empty();
        disk.record();
        disk.refuse(Some(Fault { at, for_ever: false, errno: 5, takes_effect: false }));
        let Ok(mut opened) = open_on(&disk) else { continue };
        let mut profile = opened.profile.clone();
        change(&mut profile, 1);
        if opened.keeper.is_waiting() {
            // A disk that cannot say whether older copies exist is not taken for an empty one.
            opened.keeper.accept().unwrap();
        }
        if opened.keeper.save(&profile).is_err() {
            disk.refuse(None);
            opened.keeper.save(&profile).unwrap();
        }
        disk.mark(1);
        for crash in disk.crashes() {
            let states = [profile.clone()];
            assert_eq!(verdict(&crash.disk, &states, crash.mark), Ok(()), "operation {at}");
        }
    }
}

#[test]
fn folders_that_a_killed_process_made_are_on_the_medium_before_a_save_counts() {
    let disk = empty();
    for folder in ["/data", "/data/profiles", "/data/profiles/utama"] {
        disk.make_folder(folder.as_ref()).unwrap();
    }
    let mut opened = open_on(&disk).unwrap();
    disk.record();
    change(&mut opened.profile, 1);
    opened.keeper.save(&opened.profile).unwrap();
    disk.mark(1);
    for crash in disk.crashes() {
        let states = [opened.profile.clone()];
        assert_eq!(verdict(&crash.disk, &states, crash.mark), Ok(()));
    }
}
