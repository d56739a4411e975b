//! Laws of watching: what the other window does arrives, once, whether the system tells of it or not.

use std::{
    fs,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    time::{Duration, Instant},
};

use tempfile::TempDir;

use super::{
    super::{Posted, Trouble, Watch, watch::start},
    plant, send, window,
};
use crate::{
    model::live::{Command, Live},
    store::{
        disk::{Disk, RealDisk},
        paths::Layout,
    },
};

const LIMIT: Duration = Duration::from_secs(20);

fn watching(home: &TempDir, is_told: bool) -> (Watch, Receiver<Posted>) {
    let (post, posted) = channel();
    let layout = Layout::new(home.path().to_owned());
    let watch = start(Arc::new(RealDisk), &layout, is_told, move |it| post.send(it).is_ok());
    (watch.unwrap(), posted)
}

/// Waits until this number arrives.
fn comes(posted: &Receiver<Posted>, seq: u64) -> Live {
    let begun = Instant::now();
    loop {
        let left = LIMIT.checked_sub(begun.elapsed()).expect("it comes");
        match posted.recv_timeout(left).expect("it comes") {
            Posted::State(state) if state.seq >= seq => return *state,
            _ => {}
        }
    }
}

#[test]
fn what_one_window_does_reaches_the_other_told_or_not() {
    for is_told in [true, false] {
        let home = TempDir::new().unwrap();
        let mut shared = window(RealDisk, home.path());
        send(&mut shared, &Command::Begin);
        let (watch, posted) = watching(&home, is_told);
        // Who starts late sees at once what is there.
        assert_eq!(comes(&posted, 1), *shared.state());
        let mut waits: Vec<Duration> = (0..20)
            .map(|_| {
                let begun = Instant::now();
                let sent = send(&mut shared, &Command::Next);
                assert_eq!(comes(&posted, sent.state.seq), sent.state, "told: {is_told}");
                begun.elapsed()
            })
            .collect();
        waits.sort_unstable();
        println!("told: {is_told}: median {:?}, slowest {:?}", waits[10], waits[19]);
        // A look of its own would take half a second.
        assert!(waits[10] < Duration::from_millis(400), "told: {is_told}: {waits:?}");
        // Of many at once the last arrives for certain.
        for _ in 0..200 {
            send(&mut shared, &Command::Back);
        }
        assert_eq!(comes(&posted, 221), *shared.state());
        let again = posted.recv_timeout(Duration::from_millis(350));
        assert!(again.is_err(), "the same state is not posted twice");
        let begun = Instant::now();
        drop(watch);
        assert!(begun.elapsed() < LIMIT);
    }
}

#[test]
fn what_cannot_be_used_is_told_once_and_the_next_state_follows() {
    let home = TempDir::new().unwrap();
    let mut shared = window(RealDisk, home.path());
    send(&mut shared, &Command::Begin);
    let (_watch, posted) = watching(&home, true);
    comes(&posted, 1);
    // In one step: a file that is written in two is damaged twice.
    let new = home.path().join("new");
    plant(&new, "{").unwrap();
    RealDisk.rename(&new, &home.path().join("live.json")).unwrap();
    let told = posted.recv_timeout(LIMIT).unwrap();
    assert!(matches!(told, Posted::Trouble(Trouble::Damaged { .. })), "{told:?}");
    // Whatever else happens in the folder is nobody's business.
    plant(home.path().join("other.json"), "{").unwrap();
    let sent = send(&mut shared, &Command::Next);
    let next = posted.recv_timeout(LIMIT).unwrap();
    assert_eq!(next, Posted::State(Box::new(sent.state)));
}

#[test]
fn the_folder_may_come_later_and_vanish_in_between() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("data");
    let (post, posted) = channel();
    let layout = Layout::new(data.clone());
    let watch = start(Arc::new(RealDisk), &layout, true, move |it| post.send(it).is_ok());
    let mut shared = window(RealDisk, &data);
    send(&mut shared, &Command::Begin);
    comes(&posted, 1);
    fs::remove_dir_all(&data).unwrap();
    send(&mut shared, &Command::Next);
    comes(&posted, 2);
    drop(watch);
}

#[test]
fn a_watch_ends_when_nobody_listens() {
    let home = TempDir::new().unwrap();
    let mut shared = window(RealDisk, home.path());
    send(&mut shared, &Command::Begin);
    let (watch, posted) = watching(&home, true);
    drop(posted);
    send(&mut shared, &Command::Next);
    drop(watch);
}
