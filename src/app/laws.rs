//! Laws of saving and of the ways out, on the real app and the real disk, without a terminal.
#![allow(clippy::disallowed_methods, reason = "a law may spoil a file")]

use std::{
    fs,
    path::{Path, PathBuf},
    rc::Rc,
    sync::mpsc::{Receiver, channel},
    time::Instant,
};

use ratatui::{buffer::Buffer, layout::Rect};
use tempfile::TempDir;

use super::{
    App, Going, Happening, LAST_WAIT, headless,
    program::Program,
    script::{self, Press},
    settings::Settings,
    start,
};
use crate::store::profile::decode;

pub(super) struct Desk {
    pub(super) app: App,
    mailbox: Receiver<Happening>,
    pub(super) data: Rc<TempDir>,
}

impl Desk {
    fn open(data: TempDir) -> Self {
        Self::beside(&Rc::new(data))
    }

    /// A window on this data folder, beside others perhaps.
    pub(super) fn beside(data: &Rc<TempDir>) -> Self {
        let data = Rc::clone(data);
        let settings = Settings {
            course: Some(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course").into()),
            data: Some(data.path().to_owned()),
            profile: "utama".to_owned(),
            now: Some("2026-11-24T09:00:00+07:00".to_owned()),
            seed: Some(1),
            ..Settings::default()
        };
        let (post, mailbox) = channel();
        let app = start::open(&settings, post).unwrap();
        Self { app, mailbox, data }
    }

    /// A profile with one plan, saved.
    pub(super) fn used() -> Self {
        let mut desk = Self::open(tempfile::tempdir().unwrap());
        for keys in ["esc esc", "r", "enter text:Izin esc", "esc", "f2", "f2"] {
            desk.keys(keys);
            desk.settle();
        }
        desk
    }

    /// The same, opened again after something was done to its file.
    fn after(spoil: impl FnOnce(&Path)) -> Self {
        let Self { app, data, .. } = Self::used();
        drop(app);
        spoil(&data.path().join("profiles/utama/profile.json"));
        Self::beside(&data)
    }

    /// Presses keys as the loop does, without waiting for the writer; how the last one went on.
    pub(super) fn keys(&mut self, keys: &str) -> Going {
        let mut going = Going::On;
        for step in script::read(keys).unwrap() {
            let Press::Input(input) = step else { panic!("only keys and pastes") };
            going = self.app.input(&input, Instant::now());
            self.app.put_due();
        }
        going
    }

    /// Waits for the writer and hears what it says.
    pub(super) fn settle(&mut self) {
        self.app.saver.flush(LAST_WAIT);
        let waiting: Vec<_> = self.mailbox.try_iter().collect();
        for happening in waiting {
            if let Happening::Saved(life, outcome) = happening {
                self.app.saved(life, outcome, Instant::now());
            }
        }
    }

    pub(super) fn screen(&mut self) -> String {
        let area = Rect::new(0, 0, 100, 30);
        let mut screen = Buffer::empty(area);
        self.app.draw(area, &mut screen);
        headless::text(&screen)
    }

    fn folder(&self) -> PathBuf {
        self.data.path().join("profiles/utama")
    }

    pub(super) fn main(&self) -> PathBuf {
        self.folder().join("profile.json")
    }

    /// Another program writes the file: the next save finds that it is not ours.
    fn is_changed_by_another(&self) {
        let text = fs::read_to_string(self.main()).unwrap();
        fs::write(self.main(), text.replace("Izin", "Asing")).unwrap();
    }

    fn copies(&self) -> Vec<String> {
        let found = fs::read_dir(self.folder().join("conflict")).unwrap();
        found.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
    }
}

#[test]
fn a_conflict_is_asked_about_once_however_often_it_saves_after_that() {
    let mut desk = Desk::used();
    desk.is_changed_by_another();
    desk.keys("f2");
    desk.settle();
    assert!(desk.screen().contains("Another program changed the profile"), "{}", desk.screen());
    desk.keys("enter");
    for _ in 0..3 {
        desk.keys("f2");
        desk.settle();
        assert!(
            desk.screen().contains("RTL") || desk.screen().contains("Plan "),
            "{}",
            desk.screen()
        );
    }
    assert!(desk.screen().contains("sebagai salinan"), "{}", desk.screen());
}

#[test]
fn a_window_that_could_not_open_its_profile_again_says_that_it_saves_no_more() {
    let mut desk = Desk::used();
    fs::remove_file(desk.main()).unwrap();
    fs::create_dir(desk.main()).unwrap();
    desk.keys("f2");
    desk.settle();
    assert!(desk.screen().contains("Another program changed the profile"), "{}", desk.screen());
    desk.keys("down enter enter esc f2");
    desk.settle();
    assert!(desk.screen().contains("tidak disimpan"), "{}", desk.screen());
}

#[test]
fn another_profile_that_does_not_open_leaves_this_one_as_it_was() {
    let mut desk = Desk::after(|main| {
        fs::write(main, "{").unwrap();
        fs::remove_dir_all(main.with_file_name("generations")).unwrap();
        let _ = fs::remove_file(main.with_file_name("profile.1.json"));
    });
    fs::create_dir_all(desk.data.path().join("profiles/budi/profile.json")).unwrap();
    assert!(desk.screen().contains("Buka profil lain"), "{}", desk.screen());
    desk.keys("down enter text:budi enter");
    assert!(desk.screen().contains("Belum dapat dilakukan"), "{}", desk.screen());
    desk.keys("enter up enter");
    desk.settle();
    assert!(desk.screen().contains("✓ tersimpan"), "{}", desk.screen());
    assert!(decode(&fs::read(desk.main()).unwrap()).is_ok());
}

#[test]
fn what_was_typed_last_lies_in_the_copy_when_the_changed_file_is_opened() {
    let mut desk = Desk::used();
    desk.is_changed_by_another();
    desk.keys("r i f2");
    desk.app.saver.flush(LAST_WAIT);
    // Typed before the window hears of the conflict, and not handed over yet.
    desk.keys("text:Baru");
    desk.settle();
    desk.keys("down enter");
    assert!(desk.copies().iter().any(|copy| copy.contains("IzinBaru")), "{:?}", desk.copies());
}

#[test]
fn the_good_copy_takes_the_place_of_every_screen_of_the_changed_one() {
    let mut desk = Desk::after(|main| {
        let text = fs::read_to_string(main).unwrap();
        fs::write(main, text.replace("Izin", "Asing")).unwrap();
    });
    desk.keys("esc r i ctrl+s");
    assert!(desk.screen().contains("diubah di luar pandu"), "{}", desk.screen());
    desk.keys("down enter text:x esc");
    desk.settle();
    let text = fs::read_to_string(desk.main()).unwrap();
    assert!(text.contains("saved_at") && !text.contains("Asing"), "{text}");
}

#[test]
fn who_worked_before_agreeing_may_still_agree() {
    let mut desk = Desk::after(|main| fs::write(main, "{").unwrap());
    desk.keys("esc r i text:Baru esc esc ctrl+s");
    let screen = desk.screen();
    assert!(screen.contains("▸ Agree, save it here"), "{screen}");
    desk.keys("enter");
    desk.settle();
    assert!(desk.screen().contains("✓ saved"), "{}", desk.screen());
    assert!(fs::read_to_string(desk.main()).unwrap().contains("Baru"));
}

#[test]
fn caps_lock_takes_nothing_from_the_keys_that_hold_everywhere() {
    let mut desk = Desk::used();
    assert_eq!(desk.keys("ctrl+C"), Going::Leave);
}

#[test]
fn a_signal_that_comes_while_saving_is_not_dropped() {
    let mut desk = Desk::used();
    desk.app.post.send(Happening::Leave(15)).unwrap();
    desk.app.may_leave(&desk.mailbox);
    let waiting: Vec<_> = desk.mailbox.try_iter().collect();
    assert!(waiting.iter().any(|happening| matches!(happening, Happening::Leave(15))));
}
