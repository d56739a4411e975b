//! Laws of the writer: nothing waits for the disk, the newest state is saved, nothing hangs.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    time::Duration,
};

use super::{Outcome, Writer};
use crate::store::{
    disk::fault::FaultDisk,
    profile::{
        SaveFault,
        tests::{change, empty, moment, open_on, sample},
    },
};

const LIMIT: Duration = Duration::from_secs(20);

fn start(disk: &FaultDisk) -> (Writer, Receiver<Outcome>) {
    let (send, outcomes) = channel();
    let keeper = open_on(disk).unwrap().keeper;
    let writer = Writer::start(keeper, move |outcome| {
        let _ = send.send(outcome);
    });
    (writer.unwrap(), outcomes)
}

/// The disk stands still at the next new file until the sender is used or dropped.
fn stop_at_next_file(disk: &FaultDisk) -> (Receiver<()>, Sender<()>) {
    let (reached, has_reached) = channel();
    let (go, may_go) = channel();
    disk.hook(move |what| {
        if what == "create" {
            let _ = reached.send(());
            let _ = may_go.recv();
        }
    });
    (has_reached, go)
}

#[test]
fn what_is_put_is_saved_with_the_time_given() {
    let disk = empty();
    let (writer, outcomes) = start(&disk);
    writer.put(sample(3), moment(5));
    assert!(writer.flush(LIMIT));
    assert!(!writer.is_busy());
    let outcome = outcomes.try_recv().unwrap();
    assert_eq!((outcome.rev, outcome.result.unwrap().rev), (3, 3));
    drop(writer);
    let opened = open_on(&disk).unwrap();
    assert_eq!((opened.profile.rev, opened.profile.saved_at), (3, Some(moment(5))));
}

#[test]
fn while_the_disk_stands_still_only_the_newest_state_waits() {
    let disk = empty();
    let (writer, outcomes) = start(&disk);
    let (has_reached, go) = stop_at_next_file(&disk);
    let mut profile = sample(1);
    writer.put(profile.clone(), moment(1));
    has_reached.recv_timeout(LIMIT).unwrap();
    for _ in 0..9 {
        change(&mut profile, 1);
        writer.put(profile.clone(), moment(1));
    }
    assert!(writer.is_busy());
    assert!(!writer.flush(Duration::ZERO));
    drop(go);
    assert!(writer.flush(LIMIT));
    let revs: Vec<u64> = outcomes.try_iter().map(|outcome| outcome.rev).collect();
    assert_eq!(revs, [1, 10]);
}

#[test]
fn a_panic_while_saving_is_an_outcome_and_the_next_save_works() {
    let disk = empty();
    let (writer, outcomes) = start(&disk);
    disk.hook(|what| assert!(what != "rename", "the disk broke"));
    writer.put(sample(1), moment(1));
    assert!(writer.flush(LIMIT));
    let Err(SaveFault::Broken(words)) = outcomes.try_recv().unwrap().result else {
        panic!("no fault")
    };
    assert!(words.contains("the disk broke"));
    disk.hook(|_| ());
    writer.put(sample(2), moment(1));
    assert!(writer.flush(LIMIT));
    assert!(outcomes.try_recv().unwrap().result.is_ok());
}

#[test]
fn a_panic_while_telling_hangs_nobody() {
    let disk = empty();
    let keeper = open_on(&disk).unwrap().keeper;
    let writer = Writer::start(keeper, |_| panic!("nobody listens")).unwrap();
    writer.put(sample(1), moment(1));
    assert!(writer.flush(LIMIT));
    assert!(writer.stop().is_some());
}

#[test]
fn stopping_saves_what_waits_and_gives_the_keeper_back() {
    let disk = empty();
    let (writer, _outcomes) = start(&disk);
    writer.put(sample(4), moment(1));
    let mut keeper = writer.stop().unwrap();
    let mut next = sample(4);
    change(&mut next, 1);
    keeper.save(&next).unwrap();
    drop(keeper);
    assert_eq!(open_on(&disk).unwrap().profile.rev, 5);
}

#[test]
fn a_writer_that_is_dropped_saves_what_waits() {
    let disk = empty();
    let (writer, _outcomes) = start(&disk);
    writer.put(sample(2), moment(1));
    drop(writer);
    assert_eq!(open_on(&disk).unwrap().profile.rev, 2);
}
