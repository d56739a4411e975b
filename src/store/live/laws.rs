//! Laws of the shared state: nothing is lost, nothing stops a show, nothing else is written.

mod hostile;
mod watching;

use std::{fs, sync::Arc, thread};

use tempfile::TempDir;

use super::*;
use crate::{
    model::{
        live::{Sight, samples::course},
        text::Lang,
    },
    store::disk::{
        RealDisk,
        fault::{Fault, FaultDisk, Way},
    },
};

/// No test waits for a lock that shortly on a busy machine.
const AGES: Duration = Duration::from_secs(60);

pub(super) fn now() -> Moment {
    "2026-11-24T09:00:00+07:00".parse().unwrap()
}

pub(super) fn window(disk: impl Disk + 'static, folder: &Path) -> Shared {
    let layout = Layout::new(folder.to_owned());
    let (mut shared, _) = Shared::join(Arc::new(disk), &layout, Live::new("kelas", &course()));
    shared.patience = AGES;
    shared
}

pub(super) fn send(shared: &mut Shared, command: &Command) -> Sent {
    shared.send(command, &course(), now())
}

fn on_disk(folder: &Path) -> Live {
    decode(&fs::read(folder.join("live.json")).unwrap()).unwrap()
}

/// Writes as another program would.
#[expect(clippy::disallowed_methods, reason = "the test is that other program")]
pub(super) fn plant(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    fs::write(path, bytes)
}

fn counts(hands: u32) -> Command {
    Command::Counts { item: "qb".to_owned(), vote: 1, counts: vec![hands, 1, 2, 3] }
}

/// Every command is counted once, and what is there at the end is what the commands make in the order
/// in which they were counted.
#[test]
fn many_writers_lose_nothing_and_agree() {
    const WRITERS: usize = 4;
    const EACH: usize = 100;
    let home = TempDir::new().unwrap();
    let commands = |writer: usize, at: usize| match (writer + at) % 7 {
        0 => Command::Ask("qb".to_owned()),
        1 => counts(u32::try_from(at).unwrap()),
        2 => Command::Black(at.is_multiple_of(2)),
        3 => Command::TimerAdd(1),
        4 => Command::Back,
        _ => Command::Next,
    };
    let work = |writer: usize| {
        let mut shared = window(RealDisk, home.path());
        let give = |at: usize| {
            let command = commands(writer, at);
            let sent = send(&mut shared, &command);
            assert_eq!(sent.trouble, None);
            (sent.state.seq, command)
        };
        (0..EACH).map(give).collect::<Vec<_>>()
    };
    let mut all: Vec<(u64, Command)> = thread::scope(|scope| {
        let writers: Vec<_> =
            (0..WRITERS).map(|writer| scope.spawn(move || work(writer))).collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    all.sort_by_key(|(seq, _)| *seq);
    let seqs: Vec<u64> = all.iter().map(|(seq, _)| *seq).collect();
    let expected: Vec<u64> = (1..=(WRITERS * EACH) as u64).collect();
    assert_eq!(seqs, expected, "each number once");
    let course = course();
    let mut state = Live::new("kelas", &course);
    for (_, command) in &all {
        state = apply(&state, command, &course, now());
    }
    state.seq = expected.len() as u64;
    assert_eq!(on_disk(home.path()), state);
}

/// The clicker of one window against the typing in the other.
#[test]
fn two_hundred_fast_clicks_and_the_other_types() {
    let home = TempDir::new().unwrap();
    let mut first = window(RealDisk, home.path());
    for command in [Command::Begin, Command::Ask("qb".to_owned()), Command::ClosePoll] {
        send(&mut first, &command);
    }
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut clicker = window(RealDisk, home.path());
            for at in 0..200 {
                let command = if at % 20 < 18 { Command::Next } else { Command::First };
                send(&mut clicker, &command);
            }
        });
        for hands in 0..60 {
            send(&mut first, &counts(hands));
        }
    });
    let state = on_disk(home.path());
    assert_eq!(state.seq, 263);
    assert_eq!(state.polled[0].hands(1), [59, 1, 2, 3]);
    assert_eq!(state.page, "a1", "the last click went there");
    // Whoever joins late sees the same.
    assert_eq!(window(RealDisk, home.path()).state(), &state);
}

#[test]
fn what_is_no_state_is_set_aside_told_and_does_not_stop_the_show() {
    let good = encode(&Live::new("kelas", &course()));
    let deep = "[".repeat(4000);
    let many = vec![b' '; LARGEST + 1];
    let unsound =
        String::from_utf8(good.clone()).unwrap().replace("\"seq\":0", "\"seq\":9007199254740992");
    let bad: [&[u8]; 8] = [
        b"",
        b"\0\0\0\0",
        &good[..good.len() / 2],
        b"{\"format\":\"pandu-profile\",\"schema\":1}",
        b"[]",
        deep.as_bytes(),
        &many,
        unsound.as_bytes(),
    ];
    for bytes in bad {
        let home = TempDir::new().unwrap();
        let mut shared = window(RealDisk, home.path());
        send(&mut shared, &Command::Next);
        let before = send(&mut shared, &Command::Next).state;
        plant(home.path().join("live.json"), bytes).unwrap();
        let sent = send(&mut shared, &Command::Next);
        let Some(Trouble::Damaged { aside: Some(aside), .. }) = sent.trouble else {
            panic!("{:?}", sent.trouble)
        };
        assert_eq!(fs::read(aside).unwrap(), bytes);
        assert_eq!((sent.state.seq, sent.state.step), (before.seq + 1, 2));
        assert_eq!(on_disk(home.path()), sent.state);
        assert!(!shared.is_alone());
        plant(home.path().join("live.json"), bytes).unwrap();
        let (late, found) =
            Shared::join(Arc::new(RealDisk), &shared.layout, Live::new("lain", &course()));
        assert!(matches!(found, Found::Unusable(Trouble::Damaged { .. })), "{found:?}");
        assert_eq!(late.state().run, "lain");
    }
}

#[test]
fn a_newer_state_is_never_written_over() {
    let home = TempDir::new().unwrap();
    let mut shared = window(RealDisk, home.path());
    send(&mut shared, &Command::Next);
    let newer = br#"{"format":"pandu-live","schema":2,"seq":9}"#;
    plant(home.path().join("live.json"), newer).unwrap();
    for step in 1..3 {
        let sent = send(&mut shared, &Command::Next);
        assert_eq!(sent.trouble, Some(Trouble::Newer { schema: 2 }));
        assert_eq!(sent.state.step, step, "the show of this window goes on");
    }
    assert_eq!(fs::read(home.path().join("live.json")).unwrap(), newer);
    let (_, found) = Shared::join(Arc::new(RealDisk), &shared.layout, shared.last.clone());
    assert_eq!(found, Found::Unusable(Trouble::Newer { schema: 2 }));
}

#[test]
fn a_lock_that_is_never_let_go_is_waited_for_once() {
    let home = TempDir::new().unwrap();
    let mut shared = window(RealDisk, home.path());
    send(&mut shared, &Command::Next);
    let before = on_disk(home.path());
    let Lock::Taken(guard) = RealDisk.lock(&home.path().join("live.lock"), "").unwrap() else {
        panic!("nobody holds it")
    };
    shared.patience = PATIENCE;
    let begun = Instant::now();
    for _ in 0..8 {
        assert_eq!(send(&mut shared, &Command::Next).trouble, Some(Trouble::Busy));
    }
    assert!(begun.elapsed() < 5 * PATIENCE, "{:?}", begun.elapsed());
    assert!(begun.elapsed() >= PATIENCE);
    assert_eq!((on_disk(home.path()), shared.is_alone()), (before, true));
    let alone = shared.state().clone();
    drop(guard);
    let sent = send(&mut shared, &Command::Black(true));
    assert_eq!(sent.trouble, None);
    assert_eq!((sent.state.spot(), sent.state.seq), (alone.spot(), alone.seq + 1), "it catches up");
    assert_eq!(on_disk(home.path()), sent.state);
}

#[test]
fn a_medium_without_locks_is_told_and_still_shared() {
    let disk = FaultDisk::new(Way::Right);
    let mut shared = window(disk.clone(), Path::new("/d"));
    disk.refuse_word("lock", 95);
    for seq in 1..4 {
        let sent = send(&mut shared, &Command::Next);
        assert_eq!((sent.trouble, sent.state.seq), (Some(Trouble::NoLock), seq));
        assert_eq!(read(&disk, Path::new("/d/live.json")), Ok(Some(sent.state)));
    }
    assert!(!shared.is_alone() && disk.files().len() == 1);
}

#[test]
fn what_was_done_alone_gives_way_when_somebody_else_has_acted() {
    let disk = FaultDisk::new(Way::Right);
    let (mut one, mut other) =
        (window(disk.clone(), Path::new("/d")), window(disk.clone(), Path::new("/d")));
    send(&mut one, &Command::Begin);
    disk.refuse(Some(Fault { at: 0, for_ever: true, errno: 28, takes_effect: false }));
    let alone = send(&mut one, &Command::GoTo("c1".to_owned()));
    assert!(alone.trouble.unwrap().is_alone());
    let unchanged = other.state().clone();
    disk.refuse(None);
    // The watcher's look shows what was there before: nothing to take over.
    let seen = read(&disk, Path::new("/d/live.json")).unwrap().unwrap();
    assert!(!one.take(seen) && one.state().page == "c1");
    let theirs = send(&mut other, &Command::GoTo("b1".to_owned())).state;
    assert_ne!(theirs.seq, unchanged.seq);
    assert!(one.take(theirs.clone()) && !one.take(theirs));
    let both = send(&mut one, &Command::Black(true)).state;
    assert_eq!((both.page.as_str(), both.black), ("b1", true));
}

#[test]
fn a_state_that_waited_in_the_mailbox_takes_nobody_back() {
    let home = TempDir::new().unwrap();
    let (mut one, mut other) = (window(RealDisk, home.path()), window(RealDisk, home.path()));
    let early = send(&mut one, &Command::Begin).state;
    assert!(other.take(early.clone()) && !other.take(early.clone()));
    let late = send(&mut one, &Command::Next).state;
    assert!(!one.take(early.clone()) && one.state() == &late);
    // A file that was put back is the truth all the same.
    plant(home.path().join("live.json"), encode(&early)).unwrap();
    assert!(one.take(early.clone()) && one.state() == &early);
}

#[test]
fn every_single_fault_leaves_the_old_state_or_the_new_one_and_the_next_command_heals_it() {
    for errno in [28, 13, 5] {
        for at in 0.. {
            let disk = FaultDisk::new(Way::Right);
            let mut shared = window(disk.clone(), Path::new("/home/data"));
            let old = send(&mut shared, &Command::Begin).state;
            disk.refuse(Some(Fault { at, for_ever: false, errno, takes_effect: false }));
            let sent = send(&mut shared, &Command::Next);
            let is_through = disk.files().contains_key(Path::new("/home/data/live.json"));
            assert!(is_through, "{at}");
            let there = read(&disk.copy(), Path::new("/home/data/live.json")).unwrap().unwrap();
            assert!(there == old || there == sent.state, "{at}: {there:?}");
            assert_eq!(sent.state.step, 1, "{at}: the show goes on");
            let is_last = disk.counts().1 == 0;
            disk.refuse(None);
            let next = send(&mut shared, &Command::Next);
            assert_eq!((next.trouble, next.state.step), (None, 2), "{at}");
            let files: Vec<_> = disk.files().into_keys().collect();
            assert!(files.iter().all(|path| !path.ends_with(".live.tmp")), "{at}: {files:?}");
            if is_last {
                break;
            }
        }
    }
}

#[test]
fn a_state_that_was_removed_or_put_back_goes_on_with_higher_numbers() {
    let home = TempDir::new().unwrap();
    let mut shared = window(RealDisk, home.path());
    let first = send(&mut shared, &Command::Next).state;
    let old = fs::read(home.path().join("live.json")).unwrap();
    for _ in 0..4 {
        send(&mut shared, &Command::Next);
    }
    fs::remove_file(home.path().join("live.json")).unwrap();
    let after = send(&mut shared, &Command::Back).state;
    assert_eq!((after.seq, after.page.as_str()), (first.seq + 5, "a2"));
    plant(home.path().join("live.json"), old).unwrap();
    let again = send(&mut shared, &Command::Next).state;
    assert_eq!((again.seq, again.step), (first.seq + 6, 1), "what lies there is the truth");
}

#[test]
fn troubles_are_told_without_a_path() {
    let refusal =
        Refusal::new(Path::new("/home/siti/live.json"), &io::ErrorKind::StorageFull.into());
    let damaged = Trouble::Damaged { damage: Damage::Empty, aside: Some("/home/siti".into()) };
    let all = [
        Trouble::Disk(refusal),
        Trouble::Busy,
        Trouble::Newer { schema: 2 },
        damaged,
        Trouble::NoLock,
    ];
    for trouble in all {
        for lang in Lang::ALL {
            let said = trouble.say(lang);
            assert!(said.ends_with('.') && !said.contains('/'), "{said}");
        }
    }
}

/// No link is followed, nobody else may read it, and no rest is left.
#[cfg(unix)]
#[test]
fn only_its_own_files_are_written_for_their_owner_alone() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = TempDir::new().unwrap();
    let data = home.path().join("data");
    let profile = home.path().join("profile.json");
    plant(&profile, "siti").unwrap();
    fs::create_dir(&data).unwrap();
    symlink(&profile, data.join("live.json")).unwrap();
    symlink(&profile, data.join(".live.tmp")).unwrap();
    let mut shared = window(RealDisk, &data);
    let sent = send(&mut shared, &Command::Next);
    assert!(matches!(sent.trouble, Some(Trouble::Damaged { damage: Damage::NotAFile, .. })));
    assert_eq!(send(&mut shared, &Command::Next).trouble, None);
    assert_eq!(fs::read(&profile).unwrap(), b"siti");
    let mode = |name: &str| fs::symlink_metadata(data.join(name)).unwrap().permissions().mode();
    assert_eq!((mode("live.json") & 0o7777, mode("live.lock") & 0o7777), (0o600, 0o600));
    let mut names: Vec<_> =
        fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["live.damaged.json", "live.json", "live.lock"]);
    // A lock that is a link is refused, and the show goes on alone.
    fs::remove_file(data.join("live.lock")).unwrap();
    symlink(&profile, data.join("live.lock")).unwrap();
    assert!(send(&mut shared, &Command::Next).trouble.unwrap().is_alone());
    assert_eq!(fs::read(&profile).unwrap(), b"siti");
    assert!(matches!(shared.state().sight(), Sight::Page(_)));
}
