//! Laws that only a real file system can show: links, pipes, modes, locks.

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::{
    super::{Access, Found, Opened, Trouble, care, look, open},
    change,
};
use crate::store::{
    disk::{Disk, Lock, RealDisk},
    paths::{LOCK, Layout, Name},
};

fn open_in(data: &Path) -> Result<Opened, Trouble> {
    let layout = Layout::new(data.to_owned());
    open(Arc::new(RealDisk), &layout, &Name::default(), "f00d".to_owned())
}

fn save_one(data: &Path) -> Opened {
    let mut opened = open_in(data).unwrap();
    change(&mut opened.profile, 1);
    opened.keeper.save(&opened.profile).unwrap();
    opened
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
}

#[test]
fn a_profile_is_saved_and_opened_on_a_real_disk() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    let first = save_one(&data);
    assert!(first.notices.is_empty(), "{:?}", first.notices);
    drop(first);
    let second = save_one(&data);
    assert_eq!((second.found, second.profile.rev), (Found::Good, 2));
    let names = Layout::new(data).list(&RealDisk).unwrap();
    assert_eq!(names, [Name::default()]);
}

#[test]
fn a_linked_profile_is_replaced_beside_its_target() {
    let place = tempfile::tempdir().unwrap();
    let (data, other) = (place.path().join("data"), place.path().join("other"));
    drop(save_one(&data));
    let main = Layout::new(data.clone()).profile(&Name::default());
    fs::create_dir(&other).unwrap();
    let target = other.join("mine.json");
    fs::copy(&main, &target).unwrap();
    fs::remove_file(&main).unwrap();
    symlink(&target, &main).unwrap();
    let opened = save_one(&data);
    assert_eq!(opened.keeper.path(), fs::canonicalize(&target).unwrap());
    assert!(fs::symlink_metadata(&main).unwrap().is_symlink());
    drop(opened);
    assert_eq!(open_in(&data).unwrap().profile.rev, 2);
    fs::remove_file(&target).unwrap();
    assert!(matches!(open_in(&data), Err(Trouble::DeadLink(_))));
}

#[test]
fn an_erased_profile_takes_the_file_behind_its_link_with_it() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    drop(save_one(&data));
    let layout = Layout::new(data);
    let main = layout.profile(&Name::default());
    let target = place.path().join("mine.json");
    fs::copy(&main, &target).unwrap();
    fs::remove_file(&main).unwrap();
    symlink(&target, &main).unwrap();
    let erased = care::erase(&RealDisk, &layout, &Name::default()).unwrap();
    assert!(erased.left.is_empty() && !target.exists());
    assert!(!layout.folder(&Name::default()).exists());
}

#[test]
fn a_foreign_file_behind_a_link_outlives_the_profile_and_is_told_of() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    drop(save_one(&data));
    let layout = Layout::new(data);
    let main = layout.profile(&Name::default());
    let target = place.path().join("letter.txt");
    fs::copy(std::env::current_exe().unwrap(), &target).unwrap();
    fs::remove_file(&main).unwrap();
    symlink(&target, &main).unwrap();
    let erased = care::erase(&RealDisk, &layout, &Name::default()).unwrap();
    assert!(erased.left == [fs::canonicalize(&target).unwrap()] && target.exists());
    assert!(!layout.folder(&Name::default()).exists());
}

#[test]
fn a_linked_folder_of_a_profile_is_erased_with_its_link() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    drop(save_one(&data));
    let layout = Layout::new(data);
    let (folder, real) = (layout.folder(&Name::default()), place.path().join("real"));
    RealDisk.rename(&folder, &real).unwrap();
    symlink(&real, &folder).unwrap();
    let erased = care::erase(&RealDisk, &layout, &Name::default()).unwrap();
    assert!(erased.left.is_empty() && !real.exists() && !folder.is_symlink());
}

#[test]
fn a_look_neither_makes_a_lock_nor_keeps_a_window_out() {
    let place = tempfile::tempdir().unwrap();
    let layout = Layout::new(place.path().join("data"));
    let name = Name::default();
    assert!(look::look(&RealDisk, &layout, &name).unwrap().is_empty());
    assert!(!layout.data().exists());
    let first = save_one(layout.data());
    let held = look::look(&RealDisk, &layout, &name).unwrap().holder.unwrap();
    assert_eq!(held.pid, Some(std::process::id()));
    drop(first);
    assert_eq!(look::look(&RealDisk, &layout, &name).unwrap().holder, None);
    let lock = layout.folder(&name).join(LOCK);
    fs::remove_file(&lock).unwrap();
    assert_eq!(look::look(&RealDisk, &layout, &name).unwrap().holder, None);
    assert!(!lock.exists());
}

#[test]
fn a_window_that_opens_while_others_look_is_not_kept_out() {
    let place = tempfile::tempdir().unwrap();
    let lock = place.path().join(LOCK);
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                RealDisk.holder(&lock).unwrap();
            }
        });
        let is_taken = |_: &u32| matches!(RealDisk.lock(&lock, "us"), Ok(Lock::Taken(_)));
        let taken = (0..2000).filter(is_taken).count();
        is_done.store(true, Ordering::Relaxed);
        assert_eq!(taken, 2000);
    });
}

#[test]
fn a_pipe_or_a_folder_in_the_place_of_the_profile_is_refused_at_once() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    drop(save_one(&data));
    let main = Layout::new(data.clone()).profile(&Name::default());
    fs::remove_file(&main).unwrap();
    mknodat(CWD, &main, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    assert!(matches!(open_in(&data), Err(Trouble::NotAFile(_))));
    fs::remove_file(&main).unwrap();
    fs::create_dir(&main).unwrap();
    assert!(matches!(open_in(&data), Err(Trouble::NotAFile(_))));
}

#[test]
fn a_pipe_in_the_place_of_the_lock_or_a_copy_stops_nothing() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    drop(save_one(&data));
    let folder = Layout::new(data.clone()).folder(&Name::default());
    for name in ["profile.lock", "profile.1.json"] {
        let path = folder.join(name);
        let _ = fs::remove_file(&path);
        mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    }
    let opened = save_one(&data);
    assert_eq!((opened.access, opened.profile.rev), (Access::Writable, 2));
}

/// The umask belongs to the whole process, so this test runs itself again in one of its own.
#[test]
fn folders_are_0700_and_files_0600_under_any_umask() {
    const PLACE: &str = "PANDU_TEST_UMASK_PLACE";
    if let Some(place) = std::env::var_os(PLACE) {
        for mask in [0, 0o777, 0o022] {
            rustix::process::umask(Mode::from_raw_mode(mask));
            let data = Path::new(&place).join(format!("data-{mask:o}"));
            drop(save_one(&data));
            drop(save_one(&data));
            check_modes(&data);
        }
        return;
    }
    let place = tempfile::tempdir().unwrap();
    let law = "folders_are_0700_and_files_0600_under_any_umask";
    let result = this_law(law).env(PLACE, place.path()).output().unwrap();
    assert!(result.status.success(), "{}", String::from_utf8_lossy(&result.stdout));
    assert!(place.path().join("data-777/profiles").exists(), "the child tested nothing");
}

fn check_modes(path: &Path) {
    if path.is_dir() {
        assert_eq!(mode(path), 0o700, "{}", path.display());
        for entry in fs::read_dir(path).unwrap() {
            check_modes(&entry.unwrap().path());
        }
    } else {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
}

#[test]
fn an_open_folder_of_a_profile_is_closed_to_others() {
    let place = tempfile::tempdir().unwrap();
    drop(save_one(place.path()));
    let folder = Layout::new(place.path().to_owned()).folder(&Name::default());
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    drop(save_one(place.path()));
    assert_eq!(mode(&folder), 0o700);
}

#[test]
fn the_second_opening_knows_the_process_that_holds_the_first() {
    let place = tempfile::tempdir().unwrap();
    let first = save_one(place.path());
    let second = open_in(place.path()).unwrap();
    let Access::Held(holder) = second.access else { panic!("{:?}", second.access) };
    assert_eq!(holder.pid, Some(std::process::id()));
    assert!(holder.since.is_some());
    drop(first);
}

/// Opens, waits for the lock, changes, saves, closes; several times.
fn work(data: &Path, times: usize) {
    for _ in 0..times {
        let mut opened = loop {
            let opened = open_in(data).unwrap();
            if opened.access == Access::Writable {
                break opened;
            }
            assert!(matches!(opened.access, Access::Held(_)), "{:?}", opened.access);
            thread::yield_now();
        };
        change(&mut opened.profile, 1);
        opened.keeper.save(&opened.profile).unwrap();
    }
}

fn check_work(data: &Path, changes: usize) {
    let opened = open_in(data).unwrap();
    let answers = &opened.profile.courses["sop-pemda"].answers;
    assert_eq!((answers.len(), opened.profile.rev), (changes, changes as u64));
}

#[test]
fn eight_threads_lose_no_change_when_each_waits_for_the_lock() {
    let place = tempfile::tempdir().unwrap();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| work(place.path(), 10));
        }
    });
    check_work(place.path(), 80);
}

#[test]
fn eight_processes_lose_no_change_when_each_waits_for_the_lock() {
    const PLACE: &str = "PANDU_TEST_WORK_PLACE";
    if let Some(place) = std::env::var_os(PLACE) {
        return work(Path::new(&place), 50);
    }
    let place = tempfile::tempdir().unwrap();
    let law = "eight_processes_lose_no_change_when_each_waits_for_the_lock";
    let mut children: Vec<_> =
        (0..8).map(|_| this_law(law).env(PLACE, place.path()).spawn().unwrap()).collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    check_work(place.path(), 400);
}

/// Runs one law of this file in a process of its own.
fn this_law(name: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let module = module_path!().split_once("::").unwrap().1;
    command.args(["--exact", "-q", &format!("{module}::{name}")]).stdout(Stdio::piped());
    command
}

#[test]
fn an_erased_and_reopened_profile_is_locked_by_the_new_file() {
    let place = tempfile::tempdir().unwrap();
    let layout = Layout::new(place.path().to_owned());
    drop(save_one(place.path()));
    care::erase(&RealDisk, &layout, &Name::default()).unwrap();
    let first = save_one(place.path());
    assert_eq!(first.profile.rev, 1);
    assert!(matches!(open_in(place.path()).unwrap().access, Access::Held(_)));
}

#[test]
fn a_lost_folder_is_told_as_such_and_saved_when_it_is_back() {
    let place = tempfile::tempdir().unwrap();
    let (data, away) = (place.path().join("stick"), place.path().join("away"));
    let mut opened = save_one(&data);
    RealDisk.rename(&data, &away).unwrap();
    change(&mut opened.profile, 1);
    let fault = opened.keeper.save(&opened.profile).unwrap_err();
    assert!(fault.say(crate::model::text::Lang::En).contains("stick"), "{fault:?}");
    assert!(!data.exists(), "nothing is made where the stick was");
    RealDisk.rename(&away, &data).unwrap();
    opened.keeper.save(&opened.profile).unwrap();
}
