//! Laws of saving a run.

use std::{collections::BTreeMap, sync::Arc};

use super::*;
use crate::{
    model::{
        live::{Command, Live, apply, samples::course},
        run::record,
    },
    store::disk::fault::{Fault, FaultDisk, Way},
};

fn now() -> Moment {
    "2026-11-24T09:00:00+07:00".parse().unwrap()
}

fn layout() -> Layout {
    Layout::new(PathBuf::from("/data"))
}

fn name() -> Name {
    Name::new("kelas").unwrap()
}

/// A run in which so many minutes were shown.
fn run(minutes: i64) -> Run {
    let course = course();
    let state = apply(&Live::new("kelas", &course), &Command::Begin, &course, now());
    let later = now().later(jiff::SignedDuration::from_mins(minutes));
    record(&Run::new("kelas", &course, false), &state, &state, later)
}

fn open(disk: &FaultDisk, resumed: Option<&RunFile>) -> RunKeeper {
    RunKeeper::open(Arc::new(disk.clone()), &layout(), &name(), resumed).unwrap()
}

fn seconds(run: &Run) -> i64 {
    run.days[0].pages[0].seconds
}

fn runs_on(disk: &FaultDisk) -> BTreeMap<String, i64> {
    let files = disk.files().into_iter();
    let json = files.filter(|(path, _)| path.extension().is_some_and(|end| end == "json"));
    json.map(|(path, bytes)| {
        let seconds = decode(&bytes).map_or(-1, |run| seconds(&run));
        (path.strip_prefix("/data/runs").unwrap().display().to_string(), seconds)
    })
    .collect()
}

#[test]
fn a_run_is_saved_with_its_date_and_the_copy_before_is_kept() {
    let disk = FaultDisk::new(Way::Right);
    let mut keeper = open(&disk, None);
    keeper.save(&Run::new("kelas", &course(), false), now()).unwrap();
    assert!(runs_on(&disk).is_empty(), "nothing was shown yet");
    for minutes in 1..4 {
        keeper.save(&run(minutes), now()).unwrap();
    }
    let both = [("2026-11-24-kelas.json", 180), ("previous/2026-11-24-kelas.json", 120)];
    let both = both.map(|(path, seconds)| (path.to_owned(), seconds));
    assert_eq!(runs_on(&disk), BTreeMap::from(both));
    let text = String::from_utf8(disk.files()[keeper.path().unwrap()].clone()).unwrap();
    assert!(text.starts_with("{\n  \"format\": \"pandu-run\",\n  \"sum\": \"crc32:"), "{text}");
}

#[test]
fn the_second_day_goes_on_in_the_same_file_and_a_second_class_has_its_own() {
    let disk = FaultDisk::new(Way::Right);
    open(&disk, None).save(&run(1), now()).unwrap();
    let found = list(&disk, &layout()).unwrap();
    let first = found.newest("kelas").unwrap();
    let mut keeper = open(&disk, Some(first));
    keeper.save(&run(2), now()).unwrap();
    assert_eq!(runs_on(&disk)["2026-11-24-kelas.json"], 120);
    assert!(matches!(
        RunKeeper::open(Arc::new(disk.clone()), &layout(), &name(), None),
        Err(NotSaved::Held)
    ));
    drop(keeper);
    open(&disk, None).save(&run(9), now()).unwrap();
    assert_eq!(runs_on(&disk)["2026-11-24-kelas-2.json"], 540);
    assert_eq!(runs_on(&disk)["2026-11-24-kelas.json"], 120);
    let found = list(&disk, &layout()).unwrap();
    assert_eq!((found.runs.len(), seconds(&found.newest("kelas").unwrap().run)), (2, 540));
    assert!(found.newest("lain").is_none());
}

#[test]
fn what_another_wrote_is_never_written_over() {
    let theirs: [&[u8]; 3] = [b"{", b"{\"format\":\"pandu-run\",\"schema\":2}", b"[]"];
    for theirs in theirs {
        let disk = FaultDisk::new(Way::Right);
        let mut keeper = open(&disk, None);
        keeper.save(&run(1), now()).unwrap();
        disk.plant("/data/runs/2026-11-24-kelas.json", theirs);
        keeper.save(&run(2), now()).unwrap();
        keeper.save(&run(3), now()).unwrap();
        assert_eq!(disk.files()[Path::new("/data/runs/2026-11-24-kelas.json")], theirs);
        assert_eq!(runs_on(&disk)["2026-11-24-kelas-2.json"], 180);
        let found = list(&disk, &layout()).unwrap();
        assert_eq!((found.runs.len(), found.refused.len()), (1, 1));
    }
}

#[test]
fn every_single_fault_leaves_the_old_run_or_the_new_one_and_the_next_save_heals_it() {
    for takes_effect in [false, true] {
        for at in 0.. {
            let disk = FaultDisk::new(Way::Right);
            let mut keeper = open(&disk, None);
            keeper.save(&run(1), now()).unwrap();
            keeper.save(&run(2), now()).unwrap();
            disk.refuse(Some(Fault { at, for_ever: false, errno: 28, takes_effect }));
            let saved = keeper.save(&run(3), now());
            let refused = disk.counts().1;
            disk.refuse(None);
            let there = runs_on(&disk)["2026-11-24-kelas.json"];
            assert!(there == 120 || there == 180, "{at}: {there}");
            assert!(saved.is_err() || there == 180, "{at}");
            keeper.save(&run(4), now()).unwrap();
            keeper.save(&run(5), now()).unwrap();
            let main = keeper.path().unwrap().to_owned();
            assert_eq!(seconds(&decode(&disk.files()[&main]).unwrap()), 300, "{at}");
            assert_eq!(runs_on(&disk).len(), 2, "{at}: one file and the copy before it");
            if refused == 0 {
                break;
            }
        }
    }
}

#[test]
fn hostile_numbers_are_no_run() {
    let bytes = encode(&run(1), now()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(decode(text.as_bytes()).is_ok());
    for (old, new) in [("60", "-60"), ("60", "9223372036854775807"), ("\"day\": 1", "\"day\": -1")]
    {
        assert!(decode(text.replace(old, new).as_bytes()).is_err(), "{new}");
    }
    for length in 0..text.len() - 2 {
        assert!(decode(&text.as_bytes()[..length]).is_err(), "{length}");
    }
    let unknown = text.replacen("\"name\"", "\"later\": [1], \"name\"", 1);
    assert!(decode(unknown.as_bytes()).unwrap().unknown.contains_key("later"));
}
