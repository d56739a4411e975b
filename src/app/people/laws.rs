//! Laws of whole profiles: nothing unsaved is left behind, nothing of another person is touched, and
//! what is erased is gone.
#![allow(clippy::disallowed_methods, reason = "a law may spoil a file")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use crate::{app::laws::Desk, store::profile::decode};

/// Every file below a folder with its bytes, but the locks.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_none_or(|end| end != "lock") {
            found.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    found
}

/// A profile's text with its sum right again.
fn summed(text: &str) -> String {
    let (front, rest) = text.split_once("crc32:").unwrap();
    let rest = rest.split_at(8).1;
    let sum = crc32fast::hash(format!("{front}crc32:00000000{rest}").as_bytes());
    format!("{front}crc32:{sum:08x}{rest}")
}

impl Desk {
    fn profile(&self, name: &str) -> PathBuf {
        self.data.path().join("profiles").join(name)
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.profile(name).join("profile.json")).unwrap_or_default()
    }

    fn each(&mut self, keys: &str) {
        for key in keys.split(' ') {
            self.keys(key);
            self.settle();
        }
    }

    /// A window of Siti with one plan, and Budi beside her; Siti's is open, on home.
    fn of_two() -> Self {
        let mut desk = Self::used();
        desk.each("s down*6 text:Siti esc p t text:Budi enter esc esc p down enter");
        let screen = desk.screen();
        assert!(screen.contains("Siti") && screen.contains("RTL"), "{screen}");
        assert!(desk.file("budi").contains("Budi"));
        desk
    }
}

#[test]
fn what_was_typed_last_is_on_the_disk_before_another_profile_opens() {
    let mut desk = Desk::of_two();
    desk.keys("r i text:Baru esc esc p up enter");
    assert!(desk.screen().contains("Budi"), "{}", desk.screen());
    assert!(desk.file("utama").contains("IzinBaru"));
    assert!(decode(desk.file("utama").as_bytes()).is_ok());
}

#[test]
fn a_profile_that_cannot_be_saved_keeps_its_window_until_it_can() {
    let mut desk = Desk::of_two();
    let folder = desk.profile("utama");
    let away = desk.data.path().join("away");
    fs::rename(&folder, &away).unwrap();
    fs::write(&folder, "in the way").unwrap();
    for way in ["r i text:Baru esc esc p up enter", "p t text:Ani enter"] {
        desk.each(way);
        assert!(desk.screen().contains("Belum tersimpan"), "{way}: {}", desk.screen());
        desk.keys("down*2 enter esc");
    }
    assert!(!desk.profile("ani").exists());
    fs::remove_file(&folder).unwrap();
    fs::rename(&away, &folder).unwrap();
    desk.each("p up enter");
    assert!(desk.screen().contains("Budi"), "{}", desk.screen());
    assert!(desk.file("utama").contains("IzinBaru"));
}

#[test]
fn work_in_a_window_that_does_not_save_is_asked_about_before_another_profile_opens() {
    let desk = Desk::of_two();
    let mut second = Desk::beside(&desk.data);
    second.keys("down*2 enter r i text:Lain esc esc");
    for keys in ["p up enter", "p t text:Ani enter", "p b enter"] {
        second.keys(keys);
        let screen = second.screen();
        assert!(screen.contains("Tidak disimpan di jendela ini"), "{keys}: {screen}");
        second.keys("esc esc");
    }
    assert!(!second.profile("ani").exists());
    second.keys("r");
    assert!(second.screen().contains("IzinLain"), "{}", second.screen());
}

#[test]
fn a_new_person_gets_a_folder_of_their_own_and_nobody_else_is_touched() {
    let mut desk = Desk::of_two();
    let before = files(desk.data.path());
    for _ in 0..2 {
        desk.each("p t text:BUDI enter");
        assert!(desk.screen().contains("profiles/budi-"), "{}", desk.screen());
        desk.each("esc esc");
    }
    let after = files(desk.data.path());
    for (path, bytes) in before {
        assert_eq!(after.get(&path), Some(&bytes), "{}", path.display());
    }
    assert!(desk.file("budi-2").contains("BUDI") && desk.file("budi-3").contains("BUDI"));
}

#[test]
fn the_name_that_is_shown_changes_and_the_folder_stays() {
    let mut desk = Desk::of_two();
    desk.each("p e ctrl+u text:Rahma enter");
    assert!(desk.screen().contains("Rahma"), "{}", desk.screen());
    assert!(desk.file("utama").contains("Rahma") && !desk.file("budi").contains("Rahma"));
    desk.each("up e");
    assert!(desk.screen().contains("buka dahulu"), "{}", desk.screen());
}

#[test]
fn erasing_leaves_no_trace_of_one_person_and_touches_nobody_else() {
    let mut desk = Desk::of_two();
    let budi = files(&desk.profile("budi"));
    desk.each("p x down down enter text:hapus enter");
    assert!(desk.screen().contains("Sudah dihapus"), "{}", desk.screen());
    desk.keys("enter");
    let screen = desk.screen();
    assert!(screen.contains("Selamat datang di pandu") && screen.contains("F3"), "{screen}");
    assert!(!screen.contains("Siti"), "{screen}");
    assert_eq!(files(desk.data.path()), budi, "more or less than Budi's files is left");
    // Whoever comes next begins with nothing.
    desk.each("down text:Ani esc esc r");
    assert!(desk.screen().contains("Belum ada rencana"), "{}", desk.screen());
    let next = desk.file("utama");
    assert!(next.contains("Ani") && !next.contains("Siti") && !next.contains("Izin"), "{next}");
}

#[test]
fn whoever_comes_next_gets_neither_the_folder_of_the_one_who_left_nor_that_of_another() {
    let mut desk = Desk::of_two();
    let siti = files(&desk.profile("utama"));
    desk.each("p up enter p x down down enter text:hapus enter enter");
    assert!(desk.screen().contains("profiles/orang/"), "{}", desk.screen());
    assert!(!desk.profile("budi").exists());
    desk.each("down text:Ani esc esc");
    assert!(desk.file("orang").contains("Ani"));
    assert_eq!(files(&desk.profile("utama")), siti);
}

#[test]
fn another_person_is_erased_and_this_window_stays_what_it_was() {
    let mut desk = Desk::of_two();
    let siti = files(&desk.profile("utama"));
    desk.each("p up x");
    assert!(desk.screen().contains("Budi"), "{}", desk.screen());
    desk.each("down down enter text:ERASE enter enter");
    assert!(desk.screen().contains("Siti") && !desk.screen().contains("Budi"));
    assert!(!desk.profile("budi").exists());
    assert_eq!(files(desk.data.path()), siti);
    desk.keys("esc r");
    assert!(desk.screen().contains("Izin"), "{}", desk.screen());
}

#[test]
fn only_the_typed_word_erases() {
    let mut desk = Desk::of_two();
    let before = files(desk.data.path());
    for keys in
        ["p x y", "p x enter esc", "p x down down enter enter", "p x down down enter y enter"]
    {
        desk.each(keys);
        desk.keys("esc esc esc");
        assert_eq!(files(desk.data.path()), before, "{keys}");
    }
}

#[test]
fn a_profile_that_another_window_holds_is_not_erased() {
    let desk = Desk::of_two();
    let before = files(desk.data.path());
    // In a window that came second, its own profile; then the same from Budi's window.
    for way in ["down down enter p x", "down down enter p up enter p down x"] {
        let mut second = Desk::beside(&desk.data);
        second.each(way);
        let screen = second.screen();
        let is_refused =
            screen.contains("Belum dapat dilakukan") && screen.contains("jendela lain");
        assert!(is_refused, "{way}: {screen}");
        assert_eq!(files(desk.data.path()), before, "{way}");
    }
    let mut second = Desk::beside(&desk.data);
    second.keys("down*2 enter");
    let done = second.app.act_on_people(crate::ui::screen::Effect::Erase("utama".to_owned()));
    assert!(done.is_err_and(|why| why.id.contains("jendela lain")));
    assert_eq!(files(desk.data.path()), before);
}

#[test]
fn a_copy_is_the_saved_file_and_replaces_nothing_unasked() {
    let mut desk = Desk::of_two();
    let copy = desk.data.path().join("pulang.json");
    fs::write(&copy, "another file").unwrap();
    let take = format!("p b ctrl+u paste:{} enter", copy.display());
    desk.each(&take);
    assert!(desk.screen().contains("Berkas itu sudah ada"), "{}", desk.screen());
    assert_eq!(fs::read_to_string(&copy).unwrap(), "another file");
    desk.each("down enter");
    assert!(desk.screen().contains("Sudah disalin"), "{}", desk.screen());
    assert_eq!(fs::read(&copy).unwrap(), fs::read(desk.main()).unwrap());
}

#[test]
fn a_copy_comes_back_as_it_was_and_the_former_profile_is_kept() {
    let mut desk = Desk::of_two();
    let copy = desk.data.path().join("pulang.json");
    desk.each(&format!("p b ctrl+u paste:{} enter enter esc", copy.display()));
    desk.each("r i text:Sesudah esc esc");
    assert!(desk.file("utama").contains("IzinSesudah"));
    let budi = files(&desk.profile("budi"));
    desk.each(&format!("p i paste:{} enter", copy.display()));
    assert!(desk.screen().contains("Ke mana berkas ini?"), "{}", desk.screen());
    desk.each("enter");
    assert!(desk.screen().contains("Sudah dikembalikan"), "{}", desk.screen());
    assert!(desk.file("utama").contains("Izin") && !desk.file("utama").contains("IzinSesudah"));
    let kept = files(&desk.profile("utama").join("generations"));
    let has = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("IzinSesudah");
    assert!(kept.values().any(has), "the former profile is gone");
    assert_eq!(files(&desk.profile("budi")), budi);
    desk.each("enter r i text:Lagi esc esc");
    assert!(desk.file("utama").contains("IzinLagi"), "it is not saved after it came back");
}

#[test]
fn a_copy_may_come_back_as_somebody_new() {
    let mut desk = Desk::of_two();
    let copy = desk.data.path().join("pulang.json");
    desk.each(&format!("p b ctrl+u paste:{} enter enter esc", copy.display()));
    let before = files(&desk.data.path().join("profiles"));
    desk.each(&format!("p i paste:{} enter down enter", copy.display()));
    assert!(desk.screen().contains("profiles/siti/"), "{}", desk.screen());
    let after = files(&desk.data.path().join("profiles"));
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)));
    assert!(desk.file("siti").contains("Izin"));
}

#[test]
fn a_file_that_is_no_profile_changes_nothing() {
    let mut desk = Desk::of_two();
    let copy = desk.data.path().join("pulang.json");
    for text in ["", "{}", "not even that"] {
        fs::write(&copy, text).unwrap();
        let before = files(desk.data.path());
        desk.each(&format!("p i paste:{} enter", copy.display()));
        assert!(desk.screen().contains("Belum dapat dilakukan"), "{}", desk.screen());
        desk.each("enter esc");
        assert_eq!(files(desk.data.path()), before, "{text:?}");
        assert!(desk.screen().contains("RTL"), "{}", desk.screen());
    }
}

#[test]
fn everybody_is_told_of_in_words_whatever_their_file_is_like() {
    let desk = Desk::of_two();
    let good = desk.file("budi");
    for (name, text) in [
        ("rusak", "{".to_owned()),
        ("diubah", good.replace("Budi", "Bude")),
        ("baru", summed(&good.replace("\"schema\": 1", "\"schema\": 9"))),
    ] {
        fs::create_dir_all(desk.profile(name)).unwrap();
        fs::write(desk.profile(name).join("profile.json"), text).unwrap();
    }
    let mut second = Desk::beside(&desk.data);
    second.keys("down*2 enter p");
    let screen = second.screen();
    for words in ["rusak", "lebih baru", "diubah di luar pandu", "terbuka di jendela lain"] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    assert_eq!(Rc::strong_count(&desk.data), 2);
}
