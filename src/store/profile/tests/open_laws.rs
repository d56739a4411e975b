//! Laws of opening: damage is told and set aside, nothing is written before the person agrees.

use std::path::{Path, PathBuf};

use super::{
    super::{Access, Found, Holder, Notice, ReadOnly, SaveFault, Standing, Trouble, code, look},
    MAIN, PREVIOUS, bytes_of, change, empty, heart, in_folder, layout, open_on, sample, settled,
};
use crate::{
    model::{
        profile::{LARGEST, Profile},
        text::Lang,
    },
    store::{
        cause::{Cause, Refusal},
        disk::{
            Disk,
            fault::{Fault, FaultDisk},
        },
        paths::Name,
    },
};

/// Two saves: rev 2 is the profile, rev 1 the previous one.
fn two_saves() -> (FaultDisk, Profile, Profile) {
    let (disk, old) = settled(1);
    let mut new = old.clone();
    change(&mut new, 1);
    open_on(&disk).unwrap().keeper.save(&new).unwrap();
    (disk, old, new)
}

fn newer_schema() -> Vec<u8> {
    let text = String::from_utf8(code::encode(&sample(1)).unwrap()).unwrap();
    let mut bytes =
        text.replace("\"schema\": 1,\n  \"rev\"", "\"schema\": 7,\n  \"rev\"").into_bytes();
    code::seal(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_damaged_profile_is_set_aside_and_the_newest_good_copy_opens() {
    let (base, old, _) = two_saves();
    let whole = bytes_of(&base, MAIN);
    let foreign = b"{\"format\":\"other\"}".to_vec();
    let huge = vec![b' '; LARGEST + 1];
    for bad in [Vec::new(), whole[..whole.len() / 2].to_vec(), vec![0; 512], foreign, huge] {
        let disk = base.copy();
        disk.plant(MAIN, &bad);
        for _ in 0..3 {
            let mut opened = open_on(&disk).unwrap();
            let Found::Recovered(recovery) = &opened.found else { panic!("{:?}", opened.found) };
            assert_eq!(recovery.rev, 1);
            assert_eq!(heart(&opened.profile), heart(&old));
            assert_eq!(opened.keeper.save(&old), Err(SaveFault::Waiting));
            assert!(!recovery.say(Lang::Id).is_empty() && !recovery.say(Lang::En).is_empty());
        }
        assert_eq!(bytes_of(&disk, MAIN), bad, "opening changes nothing");
        let aside = in_folder(&disk, "/quarantine/");
        assert_eq!(aside.len(), 1, "the same bytes are set aside once");
        assert_eq!(aside[0].1, bad);

        let mut opened = open_on(&disk).unwrap();
        let mut next = opened.profile.clone();
        change(&mut next, 1);
        opened.keeper.accept().unwrap();
        opened.keeper.save(&next).unwrap();
        drop(opened);
        let again = open_on(&disk).unwrap();
        assert_eq!((again.found, heart(&again.profile)), (Found::Good, heart(&next)));
        let previous = code::decode(&bytes_of(&disk, PREVIOUS)).unwrap();
        assert_eq!(previous.profile.rev, 1, "a bad file never takes the place of a good one");
    }
}

#[test]
fn a_missing_profile_with_a_copy_is_damage_and_without_one_a_new_person() {
    let (disk, old, _) = two_saves();
    disk.unplant(MAIN);
    let opened = open_on(&disk).unwrap();
    let Found::Recovered(recovery) = opened.found else { panic!("{:?}", opened.found) };
    assert_eq!((recovery.damage, recovery.aside), (code::Damage::Missing, None));
    assert_eq!(heart(&opened.profile), heart(&old));
    let opened = open_on(&empty()).unwrap();
    assert_eq!((opened.found, opened.access), (Found::New, Access::Writable));
    assert_eq!(opened.profile.id, "f00d");
}

#[test]
fn of_the_copies_the_one_with_the_highest_rev_opens_whatever_its_date() {
    let disk = empty();
    let mut opened = open_on(&disk).unwrap();
    let mut profile = sample(1);
    for day in [20, 9, 3] {
        change(&mut profile, day);
        opened.keeper.save(&profile).unwrap();
    }
    drop(opened);
    disk.plant(MAIN, b"");
    disk.plant(PREVIOUS, b"bad too");
    let opened = open_on(&disk).unwrap();
    let Found::Recovered(recovery) = opened.found else { panic!("{:?}", opened.found) };
    assert_eq!(recovery.rev, 3);
    assert!(recovery.from.to_string_lossy().contains("generations"));
}

#[test]
fn a_copy_changed_by_hand_is_no_good_copy() {
    let (disk, _, mut new) = two_saves();
    change(&mut new, 1);
    open_on(&disk).unwrap().keeper.save(&new).unwrap();
    let text = String::from_utf8(bytes_of(&disk, PREVIOUS)).unwrap();
    disk.plant(PREVIOUS, text.replace("Aminah", "Amanah").as_bytes());
    disk.plant(MAIN, b"garbage");
    let Found::Recovered(recovery) = open_on(&disk).unwrap().found else { panic!("not recovered") };
    assert_eq!(recovery.rev, 1);
}

#[test]
fn a_shelf_of_copies_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    let (disk, _, mut new) = two_saves();
    change(&mut new, 9);
    open_on(&disk).unwrap().keeper.save(&new).unwrap();
    disk.unplant(MAIN);
    disk.unplant(PREVIOUS);
    disk.refuse(None);
    disk.refuse_word("list", 5);
    let found = open_on(&disk).unwrap().found;
    assert!(matches!(found, Found::Damaged { .. }), "{found:?}");
}

#[test]
fn a_look_at_a_profile_tells_its_state_and_its_window_and_changes_nothing() {
    let (base, _, new) = two_saves();
    let text = String::from_utf8(bytes_of(&base, MAIN)).unwrap();
    let good = text.clone().into_bytes();
    let changed = text.replace("Aminah", "Amanah").into_bytes();
    for (bytes, expected) in [
        (good.clone(), Some(Standing::Good)),
        (changed, Some(Standing::Edited)),
        (newer_schema(), Some(Standing::Newer { schema: 7 })),
        (good[..200].to_vec(), None),
        (vec![b' '; LARGEST + 1], None),
    ] {
        let disk = base.copy();
        disk.plant(MAIN, &bytes);
        disk.plant("/data/profiles/utama/conflict/conflict-9.json", &good);
        let window = open_on(&disk).unwrap();
        let before = disk.files();
        let look = look::look(&disk, &layout(), &Name::default()).unwrap();
        assert_eq!(look.decoded().map(|decoded| decoded.standing), expected);
        assert_eq!(look.holder.as_ref().map(|holder| holder.pid), Some(Some(1)));
        assert_eq!((look.older, look.conflicts.len()), (2, 1));
        assert_eq!(disk.files(), before);
        drop(window);
        let look = look::look(&disk, &layout(), &Name::default()).unwrap();
        assert_eq!(look.holder, None);
        if expected == Some(Standing::Good) {
            assert_eq!(heart(&look.decoded().unwrap().profile), heart(&new));
            assert_eq!(look.file.unwrap().bytes, good);
        }
    }
    let disk = empty();
    let look = look::look(&disk, &layout(), &Name::default()).unwrap();
    assert!(look.is_empty());
    disk.refuse(None);
    assert!(disk.files().is_empty() && disk.list("/".as_ref()).unwrap().is_empty());
}

#[test]
fn everything_that_can_be_said_is_a_sentence_in_both_languages() {
    let refusal = || Refusal::new(Path::new("/data"), &std::io::ErrorKind::StorageFull.into());
    let path = || PathBuf::from("/data/x");
    let notices = [
        Notice::NoLock(Cause::Full),
        Notice::NoModes,
        Notice::NoFolderSync,
        Notice::NoGeneration(refusal()),
    ];
    let faults = [
        SaveFault::Disk(refusal()),
        SaveFault::Conflict { kept: path(), rev: 1 },
        SaveFault::TooLarge { kept: path(), rev: 1 },
        SaveFault::Unsound("x".to_owned()),
        SaveFault::Waiting,
        SaveFault::ReadOnly(ReadOnly::Newer { schema: 2 }),
        SaveFault::Broken("x".to_owned()),
    ];
    let troubles = [
        Trouble::Disk(refusal()),
        Trouble::NotAFile(path()),
        Trouble::DeadLink(path()),
        Trouble::NoProfile(path()),
        Trouble::NoFile(path()),
        Trouble::NoFolder(path()),
        Trouble::Within(path()),
        Trouble::Copy(refusal()),
        Trouble::Newer { path: path(), schema: 2 },
        Trouble::Exists(path()),
        Trouble::Damaged { path: path(), damage: code::Damage::Sum },
        Trouble::BadCopy { path: path(), damage: code::Damage::Empty },
        Trouble::Held(Holder::default()),
        Trouble::Save(SaveFault::Waiting),
    ];
    let said = |lang| {
        let notices = notices.iter().map(move |notice| notice.say(lang));
        let faults = faults.iter().map(move |fault| fault.say(lang));
        notices.chain(faults).chain(troubles.iter().map(move |trouble| trouble.say(lang)))
    };
    for (id, en) in said(Lang::Id).zip(said(Lang::En)) {
        assert!(id != en && id.ends_with('.') && en.ends_with('.'), "{id} / {en}");
    }
}

#[test]
fn damage_without_any_good_copy_offers_a_fresh_profile_and_writes_nothing() {
    let disk = empty();
    disk.plant(MAIN, b"garbage");
    let mut opened = open_on(&disk).unwrap();
    assert!(matches!(opened.found, Found::Damaged { aside: Some(_), .. }), "{:?}", opened.found);
    assert_eq!(opened.keeper.save(&opened.profile), Err(SaveFault::Waiting));
    assert_eq!(bytes_of(&disk, MAIN), b"garbage");
    opened.keeper.accept().unwrap();
    change(&mut opened.profile, 1);
    opened.keeper.save(&opened.profile).unwrap();
    assert_eq!(in_folder(&disk, "/quarantine/")[0].1, b"garbage");
    assert!(in_folder(&disk, "profile.1.json").is_empty());
}

#[test]
fn what_cannot_be_set_aside_is_not_written_over() {
    let disk = empty();
    disk.plant(MAIN, b"garbage");
    let (operations, _) = {
        let other = disk.copy();
        other.refuse(None);
        open_on(&other).unwrap();
        other.counts()
    };
    for at in 0..operations {
        let disk = disk.copy();
        disk.refuse(Some(Fault { at, for_ever: true, errno: 28, takes_effect: false }));
        let Ok(mut opened) = open_on(&disk) else { continue };
        if opened.keeper.accept().is_err() {
            assert_eq!(opened.keeper.save(&opened.profile), Err(SaveFault::Waiting));
            disk.refuse(None);
            opened.keeper.accept().unwrap();
        }
        disk.refuse(None);
        change(&mut opened.profile, 1);
        opened.keeper.save(&opened.profile).unwrap();
        let aside = in_folder(&disk, "/quarantine/profile-");
        assert_eq!(aside[0].1, b"garbage", "operation {at}");
    }
}

#[test]
fn a_profile_changed_by_hand_is_copied_and_the_person_chooses() {
    let (base, old, _) = two_saves();
    let text = String::from_utf8(bytes_of(&base, MAIN)).unwrap().replace("Aminah", "Amanah");
    for changed in [true, false] {
        let disk = base.copy();
        disk.plant(MAIN, text.as_bytes());
        let mut opened = open_on(&disk).unwrap();
        let Found::Edited { aside: Some(_), last_good: Some(last) } = opened.found else {
            panic!("{:?}", opened.found)
        };
        assert!(opened.profile.person.name.contains("Amanah"));
        assert!(last.profile.person.name == old.person.name && last.profile.rev >= 2);
        assert_eq!(opened.keeper.save(&opened.profile), Err(SaveFault::Waiting));
        assert_eq!(in_folder(&disk, "/quarantine/")[0].1, text.as_bytes());
        let mut chosen = if changed { opened.profile } else { last.profile };
        opened.keeper.accept().unwrap();
        change(&mut chosen, 1);
        opened.keeper.save(&chosen).unwrap();
        drop(opened.keeper);
        assert_eq!(heart(&open_on(&disk).unwrap().profile), heart(&chosen));
        let previous = code::decode(&bytes_of(&disk, PREVIOUS)).unwrap();
        assert_eq!(heart(&previous.profile), heart(&old), "an edited file is no good copy");
    }
}

#[test]
fn a_profile_of_a_newer_pandu_is_never_written() {
    let disk = empty();
    disk.plant(MAIN, &newer_schema());
    let mut opened = open_on(&disk).unwrap();
    assert_eq!(opened.found, Found::Newer { schema: 7 });
    assert!(opened.profile.person.name.contains("Siti"));
    let refused = SaveFault::ReadOnly(ReadOnly::Newer { schema: 7 });
    assert_eq!(opened.keeper.accept(), Err(refused.clone()));
    assert_eq!(opened.keeper.save(&opened.profile), Err(refused));
    assert_eq!(bytes_of(&disk, MAIN), newer_schema());
}

#[test]
fn the_second_window_reads_only_and_names_the_first() {
    let (disk, old, _) = two_saves();
    let first = open_on(&disk).unwrap();
    let mut second = open_on(&disk).unwrap();
    let Access::Held(holder) = &second.access else { panic!("{:?}", second.access) };
    assert_eq!((holder.pid, holder.user.as_str()), (Some(1), "siti"));
    assert!(second.access.say(Lang::En).unwrap().contains("siti"));
    assert!(matches!(second.keeper.save(&old), Err(SaveFault::ReadOnly(ReadOnly::Held(_)))));
    let mut third = open_on(&disk).unwrap();
    drop(first);
    let still = third.keeper.save(&old);
    assert!(matches!(still, Err(SaveFault::ReadOnly(_))), "what it shows may be out of date");
    drop((second, third));
    assert_eq!(open_on(&disk).unwrap().access, Access::Writable);
}

#[test]
fn a_lock_that_cannot_be_had_is_not_a_lock_held_by_another() {
    let (disk, _, new) = two_saves();
    disk.refuse(None);
    open_on(&disk).unwrap();
    let at = disk.log().iter().position(|line| line.starts_with("lock")).unwrap();
    for errno in [13, 37, 95] {
        let disk = disk.copy();
        disk.refuse(Some(Fault { at, for_ever: false, errno, takes_effect: false }));
        let mut opened = open_on(&disk).unwrap();
        assert_eq!(opened.access, Access::Writable);
        assert_eq!(opened.notices.len(), 1, "{:?}", opened.notices);
        let mut next = new.clone();
        change(&mut next, 1);
        assert!(opened.keeper.save(&next).unwrap().notices.is_empty(), "it is said once");
    }
}

#[test]
fn a_medium_that_only_reads_opens_and_says_so() {
    let (disk, _, new) = two_saves();
    let writes = ["lock", "create", "make folder", "rename", "link", "remove"];
    disk.refuse(None);
    open_on(&disk).unwrap();
    let at = disk.log().iter().position(|line| writes.iter().any(|word| line.starts_with(word)));
    let disk = disk.copy();
    let lock = Fault { at: at.unwrap(), for_ever: false, errno: 30, takes_effect: false };
    disk.refuse(Some(lock));
    disk.refuse_word("create", 30);
    let mut opened = open_on(&disk).unwrap();
    assert!(matches!(opened.access, Access::NotWritable(_)), "{:?}", opened.access);
    assert_eq!(heart(&opened.profile), heart(&new));
    assert!(opened.access.say(Lang::En).unwrap().contains("only be read"));
    let mut next = new.clone();
    change(&mut next, 1);
    assert!(matches!(opened.keeper.save(&next), Err(SaveFault::Disk(_))));
    disk.refuse(None);
    opened.keeper.save(&next).unwrap();
}

#[test]
fn an_old_file_put_back_by_hand_starts_above_every_copy() {
    let (disk, _, mut new) = two_saves();
    let early = bytes_of(&disk, PREVIOUS);
    let mut opened = open_on(&disk).unwrap();
    for _ in 0..5 {
        change(&mut new, 1);
        opened.keeper.save(&new).unwrap();
    }
    drop(opened);
    disk.plant(MAIN, &early);
    let opened = open_on(&disk).unwrap();
    assert_eq!(opened.found, Found::Good);
    assert!(opened.profile.rev >= new.rev - 1, "rev {}", opened.profile.rev);
}

#[test]
fn what_a_crash_left_under_a_temporary_name_is_swept_away() {
    let (disk, _, _) = two_saves();
    disk.plant("/data/profiles/utama/.profile-77-3.tmp", b"half");
    open_on(&disk).unwrap();
    assert!(in_folder(&disk, ".tmp").is_empty());
}
