//! Laws of saving: generations, conflicts, sizes, and what a person does to a whole profile.

use std::{path::Path, sync::Arc};

use super::{
    super::{Found, NEARLY_FULL, Notice, SaveFault, Trouble, care, code},
    MAIN, PREVIOUS, bytes_of, change, empty, heart, in_folder, layout, moment, open_on, sample,
    settled,
};
use crate::{
    model::{profile::LARGEST, text::Lang},
    store::{
        disk::fault::Fault,
        paths::{Layout, Name},
    },
};

fn rev_of(bytes: &[u8]) -> u64 {
    code::decode(bytes).unwrap().profile.rev
}

#[test]
fn the_previous_file_is_always_the_one_before_and_older_ones_are_few() {
    let disk = empty();
    let mut opened = open_on(&disk).unwrap();
    let mut profile = sample(0);
    for number in 0..120_u32 {
        change(&mut profile, number / 6);
        opened.keeper.save(&profile).unwrap();
        assert_eq!(rev_of(&bytes_of(&disk, MAIN)), profile.rev);
        if number > 0 {
            assert_eq!(rev_of(&bytes_of(&disk, PREVIOUS)), profile.rev - 1);
        }
        assert!(in_folder(&disk, "/generations/").len() <= 12);
        assert!(in_folder(&disk, ".tmp").is_empty());
    }
    let revs: Vec<u64> =
        in_folder(&disk, "/generations/").iter().map(|(_, bytes)| rev_of(bytes)).collect();
    assert_eq!(revs, [78, 84, 90, 96, 102, 108, 114], "the last of each of seven days");
}

#[test]
fn a_file_changed_by_another_is_never_written_over() {
    let (disk, old) = settled(2);
    let mut opened = open_on(&disk).unwrap();
    let mut theirs = old.clone();
    change(&mut theirs, 2);
    theirs.person.name = "Budi".to_owned();
    let theirs = code::encode(&theirs).unwrap();
    disk.plant(MAIN, &theirs);
    let mut ours = old.clone();
    for _ in 0..3 {
        change(&mut ours, 2);
        let Err(fault) = opened.keeper.save(&ours) else { panic!("written over") };
        let Some((kept, rev)) = fault.kept() else { panic!("{fault:?}") };
        assert!(matches!(fault, SaveFault::Conflict { .. }) && rev == ours.rev);
        for lang in Lang::ALL {
            let said = fault.say(lang);
            assert!(said.contains(&kept.display().to_string()), "{said}");
            assert!(said.contains("pandu profile restore"), "{said}");
        }
        assert_eq!(bytes_of(&disk, MAIN), theirs);
        let copies = in_folder(&disk, "/conflict/");
        assert_eq!(copies.len(), 1);
        assert_eq!(heart(&code::decode(&copies[0].1).unwrap().profile), heart(&ours));
    }
    let mut again = open_on(&disk).unwrap();
    drop(opened);
    assert_eq!(again.found, Found::Good);
    assert_eq!(again.profile.person.name, "Budi");
    again = {
        drop(again);
        open_on(&disk).unwrap()
    };
    change(&mut again.profile, 2);
    again.keeper.save(&again.profile).unwrap();
    assert_eq!(in_folder(&disk, "/conflict/").len(), 1, "our copy stays");
}

#[test]
fn a_conflict_copy_that_cannot_be_written_is_told_apart_from_one_that_was() {
    let (base, old) = settled(2);
    let mut ours = old.clone();
    change(&mut ours, 2);
    let theirs = code::encode(&sample(9)).unwrap();
    for at in 0..40 {
        let disk = base.copy();
        let mut opened = open_on(&disk).unwrap();
        disk.plant(MAIN, &theirs);
        for _ in 0..3 {
            disk.refuse(Some(Fault { at, for_ever: false, errno: 28, takes_effect: false }));
            let fault = opened.keeper.save(&ours).unwrap_err();
            let copies = in_folder(&disk, "/conflict/conflict-");
            let has_ours = copies.iter().any(|(_, bytes)| rev_of(bytes) == ours.rev);
            assert!(fault.kept().is_none() || has_ours, "operation {at}: {fault:?}");
            disk.refuse(None);
            let fault = opened.keeper.save(&ours).unwrap_err();
            assert_eq!(fault.kept().map(|(_, rev)| rev), Some(ours.rev), "operation {at}");
            change(&mut ours, 2);
        }
        assert_eq!(in_folder(&disk, "/conflict/").len(), 1, "operation {at}: one copy, no rest");
        assert_eq!(bytes_of(&disk, MAIN), theirs);
    }
}

#[test]
fn a_file_that_appears_where_none_was_is_a_conflict_and_one_that_vanishes_is_not() {
    let disk = empty();
    let mut opened = open_on(&disk).unwrap();
    let theirs = code::encode(&sample(9)).unwrap();
    disk.plant(MAIN, &theirs);
    let mut ours = sample(1);
    assert!(matches!(opened.keeper.save(&ours), Err(SaveFault::Conflict { .. })));
    assert_eq!(bytes_of(&disk, MAIN), theirs);

    for theirs in [b"not ours".to_vec(), vec![b' '; LARGEST + 1]] {
        let (disk, _) = settled(1);
        let mut opened = open_on(&disk).unwrap();
        disk.plant(MAIN, &theirs);
        change(&mut opened.profile, 1);
        let fault = opened.keeper.save(&opened.profile);
        assert!(matches!(fault, Err(SaveFault::Conflict { .. })), "{fault:?}");
        assert_eq!(bytes_of(&disk, MAIN), theirs);
    }

    let (disk, _) = settled(1);
    let mut opened = open_on(&disk).unwrap();
    disk.unplant(MAIN);
    change(&mut ours, 1);
    opened.keeper.save(&ours).unwrap();
    assert_eq!(rev_of(&bytes_of(&disk, MAIN)), 2);
}

#[test]
fn a_profile_beyond_the_limit_is_kept_whole_elsewhere_and_told_of_before() {
    let (disk, mut profile) = settled(1);
    let mut opened = open_on(&disk).unwrap();
    profile.person.office = "x".repeat(NEARLY_FULL);
    change(&mut profile, 1);
    assert!(opened.keeper.save(&profile).unwrap().nearly_full);
    let last = bytes_of(&disk, MAIN);
    profile.person.office = "x".repeat(LARGEST);
    for _ in 0..2 {
        change(&mut profile, 1);
        let fault = opened.keeper.save(&profile);
        assert!(matches!(fault, Err(SaveFault::TooLarge { .. })), "{fault:?}");
    }
    assert_eq!(bytes_of(&disk, MAIN), last);
    let copies = in_folder(&disk, "/conflict/oversize");
    assert_eq!(copies.len(), 1);
    let copy: crate::model::profile::Profile = serde_json::from_slice(&copies[0].1).unwrap();
    assert_eq!(copy.rev, profile.rev);
    profile.person.office.clear();
    change(&mut profile, 1);
    assert!(!opened.keeper.save(&profile).unwrap().nearly_full);
}

#[test]
fn fields_of_a_later_version_survive_open_and_save() {
    let (disk, old) = settled(2);
    let mut opened = open_on(&disk).unwrap();
    change(&mut opened.profile, 1);
    opened.keeper.save(&opened.profile).unwrap();
    let text = String::from_utf8(bytes_of(&disk, MAIN)).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["later"], old.unknown["later"]);
}

#[test]
fn generations_that_cannot_be_kept_do_not_stop_the_save() {
    let (base, mut profile) = settled(1);
    change(&mut profile, 1);
    let disk = base.copy();
    let mut opened = open_on(&disk).unwrap();
    disk.refuse(None);
    disk.refuse_word("link", 95);
    let saved = opened.keeper.save(&profile).unwrap();
    assert!(saved.notices.is_empty(), "where links are refused, a copy is as good");
    assert_eq!(rev_of(&bytes_of(&disk, PREVIOUS)), 1);

    let disk = base.copy();
    let mut opened = open_on(&disk).unwrap();
    disk.refuse(None);
    disk.refuse_word("make folder", 13);
    let saved = opened.keeper.save(&profile).unwrap();
    assert!(matches!(saved.notices[..], [Notice::NoGeneration(_)]), "{:?}", saved.notices);
    assert_eq!(rev_of(&bytes_of(&disk, MAIN)), 2);
}

#[test]
fn folders_that_cannot_be_synced_are_told_of_once() {
    let (disk, mut profile) = settled(1);
    let mut opened = open_on(&disk).unwrap();
    disk.refuse(None);
    disk.refuse_word("sync folder", 22);
    for expected in [1, 0, 0] {
        change(&mut profile, 1);
        assert_eq!(opened.keeper.save(&profile).unwrap().notices.len(), expected);
    }
}

#[test]
fn each_refusal_is_told_in_both_languages_with_a_way_out() {
    let (base, mut profile) = settled(1);
    change(&mut profile, 1);
    for (errno, words) in [
        (28, "disk is full"),
        (122, "quota"),
        (30, "only be read"),
        (13, "permission"),
        (27, "size limit"),
        (2, "stick"),
        (5, "reports an error"),
    ] {
        let disk = base.copy();
        let mut opened = open_on(&disk).unwrap();
        disk.refuse(Some(Fault { at: 1, for_ever: true, errno, takes_effect: false }));
        let fault = opened.keeper.save(&profile).unwrap_err();
        assert!(fault.say(Lang::En).contains(words), "{}", fault.say(Lang::En));
        assert!(fault.say(Lang::Id).starts_with("Belum tersimpan: "));
    }
}

#[test]
fn a_backup_comes_back_and_the_former_profile_stays_a_generation() {
    let (disk, old) = settled(2);
    let (name, copy) = (Name::default(), Path::new("/data/take-home.json"));
    let carried = care::backup(&disk, &layout(), &name, copy, false).unwrap();
    assert_eq!(bytes_of(&disk, "/data/take-home.json"), bytes_of(&disk, MAIN));
    assert_eq!(carried.rev, 2);
    let again = care::backup(&disk, &layout(), &name, copy, false);
    assert_eq!(again, Err(Trouble::Exists(copy.to_owned())));
    care::backup(&disk, &layout(), &name, copy, true).unwrap();

    let mut opened = open_on(&disk).unwrap();
    let held = care::restore(Arc::new(disk.clone()), &layout(), &name, copy, moment(9));
    assert!(matches!(held, Err(Trouble::Held(_))));
    let mut later = old.clone();
    for _ in 0..3 {
        change(&mut later, 1);
        opened.keeper.save(&later).unwrap();
    }
    drop(opened);
    let carried = care::restore(Arc::new(disk.clone()), &layout(), &name, copy, moment(1)).unwrap();
    assert_eq!(carried.rev, later.rev + 1);
    let opened = open_on(&disk).unwrap();
    let mut expected = old;
    expected.rev = carried.rev;
    assert_eq!(heart(&opened.profile), heart(&expected));
    let former = carried.former.unwrap();
    assert!(former.starts_with("/data/profiles/utama/generations"), "{}", former.display());
    let former = code::decode(&bytes_of(&disk, former.to_str().unwrap())).unwrap();
    assert_eq!(heart(&former.profile), heart(&later));
}

#[test]
fn a_backup_never_lies_beside_the_profile_nor_where_no_folder_is() {
    let (disk, _) = settled(1);
    let name = Name::default();
    for overwrite in [false, true] {
        for inside in ["profile.lock", "profile.json", "quarantine/x.json"] {
            let to = layout().folder(&name).join(inside);
            let backed = care::backup(&disk, &layout(), &name, &to, overwrite);
            assert_eq!(backed, Err(Trouble::Within(to)));
        }
    }
    let before = disk.files();
    disk.refuse(None);
    disk.refuse_word("create", 28);
    let to = Path::new("/data/copy.json");
    let fault = care::backup(&disk, &layout(), &name, to, false).unwrap_err();
    assert!(
        fault.say(Lang::Id).starts_with("Cadangan tidak tertulis ke /data/copy.json: disk penuh")
    );
    assert_eq!(disk.files(), before);
}

#[test]
fn only_a_good_file_is_backed_up_or_restored() {
    let (disk, _) = settled(1);
    let name = Name::default();
    let good = bytes_of(&disk, MAIN);
    disk.plant("/data/bad.json", &good[..100]);
    let bad = Path::new("/data/bad.json");
    let restored = care::restore(Arc::new(disk.clone()), &layout(), &name, bad, moment(1));
    assert!(matches!(restored, Err(Trouble::BadCopy { .. })));
    assert_eq!(bytes_of(&disk, MAIN), good);
    disk.plant(MAIN, b"");
    let backed = care::backup(&disk, &layout(), &name, Path::new("/data/new.json"), false);
    assert!(matches!(backed, Err(Trouble::Damaged { .. })));
    let nobody = Layout::new("/elsewhere".into());
    let backed = care::backup(&disk, &nobody, &name, Path::new("/data/new.json"), false);
    assert!(matches!(backed, Err(Trouble::NoProfile(_))));
}

#[test]
fn a_restore_over_a_damaged_profile_keeps_the_damaged_bytes() {
    let (disk, _) = settled(1);
    let (name, copy) = (Name::default(), Path::new("/data/copy.json"));
    care::backup(&disk, &layout(), &name, copy, false).unwrap();
    disk.plant(MAIN, b"garbage");
    let carried = care::restore(Arc::new(disk.clone()), &layout(), &name, copy, moment(1)).unwrap();
    assert_eq!(bytes_of(&disk, carried.former.unwrap().to_str().unwrap()), b"garbage");
    assert_eq!(open_on(&disk).unwrap().found, Found::Good);
    assert_eq!(in_folder(&disk, "/quarantine/")[0].1, b"garbage");
}

#[test]
fn an_erased_profile_leaves_no_byte_behind() {
    let (disk, _) = settled(1);
    let mut opened = open_on(&disk).unwrap();
    for day in 1..5 {
        change(&mut opened.profile, day);
        opened.keeper.save(&opened.profile).unwrap();
    }
    disk.plant("/data/profiles/utama/quarantine/x.json", b"Siti");
    disk.plant("/data/profiles/utama/conflict/y.json", b"Siti");
    disk.plant("/data/profiles/budi/profile.json", b"Budi");
    let name = Name::default();
    assert!(matches!(care::erase(&disk, &layout(), &name), Err(Trouble::Held(_))));
    drop(opened);
    let erased = care::erase(&disk, &layout(), &name).unwrap();
    assert_eq!(erased.left, Vec::<std::path::PathBuf>::new());
    assert!(in_folder(&disk, "utama").is_empty());
    assert_eq!(in_folder(&disk, "budi").len(), 1);
    assert!(erased.removed.last().unwrap().ends_with("utama"));
    assert!(matches!(care::erase(&disk, &layout(), &name), Err(Trouble::NoProfile(_))));
    assert_eq!(open_on(&disk).unwrap().found, Found::New);
}

#[test]
fn the_lock_of_an_erased_profile_is_removed_while_it_is_held_where_that_can_be() {
    for keeps_open_files in [false, true] {
        let (disk, _) = settled(1);
        if keeps_open_files {
            disk.keep_open_files();
        }
        disk.refuse(None);
        let erased = care::erase(&disk, &layout(), &Name::default()).unwrap();
        assert_eq!(erased.left, Vec::<std::path::PathBuf>::new());
        let log = disk.log();
        let last = |word: &str| log.iter().rposition(|line| line.starts_with(word)).unwrap();
        let (removed, unlocked) =
            (last("remove /data/profiles/utama/profile.lock"), last("unlock "));
        assert_eq!(removed > unlocked, keeps_open_files, "{log:#?}");
    }
}

#[test]
fn what_cannot_be_erased_is_told_with_its_path() {
    let (base, _) = settled(1);
    let mut profile = sample(1);
    change(&mut profile, 1);
    open_on(&base).unwrap().keeper.save(&profile).unwrap();
    let disk = base.copy();
    disk.refuse(None);
    care::erase(&disk, &layout(), &Name::default()).unwrap();
    let (operations, _) = disk.counts();
    for at in 0..operations {
        let disk = base.copy();
        disk.refuse(Some(Fault { at, for_ever: false, errno: 13, takes_effect: false }));
        let Ok(erased) = care::erase(&disk, &layout(), &Name::default()) else {
            assert_eq!(disk.files().len(), base.files().len(), "operation {at} removed in secret");
            continue;
        };
        for (path, _) in in_folder(&disk, "utama") {
            let is_told = erased.left.iter().any(|left| path.starts_with(left) || *left == path);
            assert!(is_told, "operation {at}: {} is left", path.display());
            assert!(erased.say(Lang::Id).contains("Tidak terhapus"));
        }
    }
}

#[test]
fn a_save_that_is_tried_again_leaves_no_second_name_of_a_file() {
    let (base, mut profile) = settled(1);
    change(&mut profile, 1);
    let disk = base.copy();
    disk.refuse(None);
    open_on(&disk).unwrap().keeper.save(&profile).unwrap();
    let operations = disk.counts().0;
    for at in 0..operations {
        let disk = base.copy();
        let mut opened = open_on(&disk).unwrap();
        disk.refuse(Some(Fault { at, for_ever: false, errno: 28, takes_effect: false }));
        let refused = opened.keeper.save(&profile).is_err();
        let was_removing = disk.log().get(at).is_some_and(|line| line.starts_with("remove"));
        disk.refuse(None);
        opened.keeper.save(&profile).unwrap();
        let left = in_folder(&disk, ".tmp");
        assert!(left.is_empty() || was_removing, "operation {at}, refused {refused}: {left:?}");
    }
}
