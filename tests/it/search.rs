//! Looking something up and coming back, as whole runs of the program.
#![allow(clippy::expect_used, reason = "helpers of tests: a failure is what they are for")]

use std::{collections::BTreeSet, path::Path, process::Command};

use pandu::{
    model::{
        search::{Index, Place, find},
        text::Lang,
        words::words,
    },
    store::course::{Source, load},
};

const BEGIN: &str = "enter text:Siti enter enter esc";
const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course");

fn screen(data: &Path, keys: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--now", "2026-11-24T09:00:00+07:00", "--seed", "1", "--course", FIXTURE])
        .args(["--print", "--keys", keys, "--data"])
        .arg(data)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("pandu starts");
    String::from_utf8(output.stdout).expect("a screen is text")
}

#[test]
fn esc_leads_from_a_hit_to_the_search_and_from_there_to_the_same_place_on_the_page() {
    // Each run begins anew: the place is kept between runs.
    let after = |keys: &str| {
        let folder = tempfile::tempdir().unwrap();
        let way = "resize:60x18 down enter down enter space down*2";
        screen(folder.path(), &format!("{BEGIN} {way} {keys}"))
    };
    let found = after("/ text:kode enter");
    assert!(found.contains("Satu kode untuk satu urusan"), "{found}");
    let back = after("/ text:kode enter esc");
    assert!(back.contains("Cari: kode"), "{back}");
    assert_eq!(after("/ text:kode enter esc esc"), after(""));
}

#[test]
fn a_hit_is_in_sight_on_its_page_however_far_down_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let found = screen(folder.path(), &format!("{BEGIN} resize:60x18 / text:terbatas enter"));
    assert!(found.contains("Terbatas:"), "{found}");
}

#[test]
fn the_own_plan_and_notes_are_found_and_open_where_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let keys = "r enter text:Izin esc t text:Mengukur_antrean esc t text:Simulasi esc esc";
    screen(folder.path(), &format!("{BEGIN} {keys} enter c text:Rak_zamrud esc esc"));
    let plan = screen(folder.path(), "/ text:simulasi enter");
    assert!(plan.contains("▸ 2   Simulasi"), "{plan}");
    let note = screen(folder.path(), "/ text:zamrud");
    assert!(note.contains("Catatan Anda · Modul 1, hal. 1"), "{note}");
    let page = screen(folder.path(), "/ text:zamrud enter");
    assert!(page.contains("Rak zamrud"), "{page}");
}

#[test]
fn a_search_that_was_broken_off_is_offered_and_typing_replaces_it() {
    let folder = tempfile::tempdir().unwrap();
    screen(folder.path(), BEGIN);
    screen(folder.path(), "enter end / text:retensi");
    let home = screen(folder.path(), "");
    assert!(home.contains("Lanjutkan: pencarian") && home.contains("“retensi”"), "{home}");
    let again = screen(folder.path(), "enter");
    assert!(again.contains("Cari: retensi"), "{again}");
    let page = screen(folder.path(), "enter esc");
    assert!(page.contains("hal. 1 dari"), "the page it was begun on: {page}");
    screen(folder.path(), "/ esc esc");
    let replaced = screen(folder.path(), "/ text:kode");
    assert!(replaced.contains("Cari: kode"), "{replaced}");
    let gone = screen(folder.path(), "/ esc");
    assert!(!gone.contains("pencarian"), "{gone}");
}

#[test]
fn a_note_that_was_broken_off_is_offered_with_its_page() {
    let folder = tempfile::tempdir().unwrap();
    screen(folder.path(), BEGIN);
    screen(folder.path(), "enter c text:Rak_satu");
    let home = screen(folder.path(), "");
    assert!(home.contains("Lanjutkan: catatan Anda"), "{home}");
    let again = screen(folder.path(), "enter text:_dekat_loket");
    assert!(again.contains("Rak satu dekat loket"), "{again}");
    let page = screen(folder.path(), "enter esc end");
    assert!(page.contains("hal. 1 dari") && page.contains("Rak satu dekat loket"), "{page}");
}

/// The real course, since what nobody finds is as good as not written.
#[test]
fn every_word_of_every_page_is_found_and_no_answer_is_given_away() {
    let course = load(&Source::BuiltIn).expect("the built-in course opens").course;
    for lang in Lang::ALL {
        let index = Index::of_course(&course, lang);
        let mut missing = BTreeSet::new();
        for page in course.modules.iter().flat_map(|module| &module.pages) {
            for (_, word) in words(page.title(lang)) {
                if find(&[&index], &word).count == 0 {
                    missing.insert(word);
                }
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
        for item in course.modules.iter().flat_map(|module| &module.items) {
            let prompt = item.prompt.get(lang);
            for hit in find(&[&index], prompt).hits {
                let is_it = hit.place == Place::Item(item.key.clone());
                assert!(!is_it || hit.title.is_empty() && hit.body == *prompt, "{prompt}");
            }
        }
    }
}
