//! Tests, mistakes and review as a person meets them: what is kept back, what is kept, what comes back.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{fs, path::Path, process::Command};

use pandu::store::course::{Source, load};
use serde_json::Value;
use tempfile::TempDir;

const BEGIN: &str = "enter text:Siti enter enter esc";

/// Runs the app on a fixture course at a moment; gives its last screen.
fn at(now: &str, course: &str, data: &Path, keys: &str) -> String {
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture").join(course);
    in_course(now, &course, data, keys)
}

fn in_course(now: &str, course: &Path, data: &Path, keys: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_pandu"))
        .args(["--seed", "1", "--print", "--size", "100x40", "--now", now, "--data"])
        .arg(data)
        .arg("--course")
        .arg(course)
        .args(["--keys", keys])
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("pandu starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const DAY: &str = "2026-11-24T09:00:00+07:00";

/// The record of the only course in a profile.
fn record(data: &Path) -> Value {
    let text = fs::read_to_string(data.join("profiles/utama/profile.json")).unwrap();
    let profile: Value = serde_json::from_str(&text).unwrap();
    profile["courses"].as_object().unwrap().values().next().unwrap().clone()
}

/// The letter before a text on the screen.
fn letter(screen: &str, text: &str) -> Option<char> {
    let line = screen.lines().find(|line| line.ends_with(text))?;
    line.strip_suffix(text)?.trim_end().chars().last()
}

/// Goes on with the open round from home and answers its question, rightly or not; gives the screen
/// that follows the answer.
fn answer(now: &str, data: &Path, is_right: bool, after: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture/indonesian-only");
    let course = load(&Source::Folder(folder)).unwrap().course;
    let screen = at(now, "indonesian-only", data, "enter");
    let options = course.items().flat_map(|item| &item.options);
    let mut fitting = options.filter(|option| option.right == is_right);
    let letter = fitting.find_map(|option| letter(&screen, &option.text.id));
    let letter = letter.unwrap_or_else(|| panic!("no question: {screen}")).to_ascii_lowercase();
    at(now, "indonesian-only", data, &format!("enter {letter} enter {after}"))
}

/// Home of the course about meetings: next, two modules, review, tests, plan.
const TO_TESTS: &str = "down*4 enter";

#[test]
fn a_test_keeps_everything_back_until_it_is_handed_in_and_nothing_is_lost_on_the_way() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    // Tests: before, review, mistakes, all modules, two modules, after.
    let screen =
        at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} down*5 enter a enter 3"));
    assert!(screen.contains("Ujian · Modul 2") && screen.contains("soal 2 dari 5"), "{screen}");
    assert!(!screen.contains("Benar.") && !screen.contains("Belum tepat"), "{screen}");
    let work = record(data.path());
    assert_eq!(work["answers"], serde_json::json!([]), "nothing is an answer yet");
    assert_eq!(work["open"]["given"].as_object().unwrap().len(), 1);
    // Another start goes on in the middle, and what was given stands there to be changed.
    let screen = at(DAY, "indonesian-only", data.path(), "");
    assert!(screen.contains("Lanjutkan: Modul 2, soal 2 dari 5"), "{screen}");
    let screen = at(DAY, "indonesian-only", data.path(), "enter pgup");
    assert!(screen.contains("● A") && screen.contains("soal 1 dari 5"), "{screen}");
    let screen = at(DAY, "indonesian-only", data.path(), "enter b pgdn t v");
    assert!(screen.contains("ragu") && screen.contains("1 dari 5 terjawab"), "{screen}");
    // What was chosen without Enter is kept as well when the question is left.
    at(DAY, "indonesian-only", data.path(), "enter v down enter a esc");
    let open = record(data.path())["open"].clone();
    assert_eq!(open["given"].as_object().unwrap().len(), 2, "{open}");
    assert!(open["draft"].is_null());
    let first = open["items"][0].as_str().unwrap();
    assert_ne!(open["given"][first]["sure"], 3, "another answer is not what was sure");
    // Handing in asks once while something is missing.
    let screen = at(DAY, "indonesian-only", data.path(), "enter v end enter");
    assert!(screen.contains("Enter sekali lagi"), "{screen}");
    assert!(record(data.path())["answers"].as_array().unwrap().is_empty());
    let screen = at(DAY, "indonesian-only", data.path(), "enter v end enter enter");
    assert!(screen.contains("Hasil soal") && screen.contains("dari 5 benar"), "{screen}");
    let work = record(data.path());
    assert_eq!(work["answers"].as_array().unwrap().len(), 5, "all in one save");
    assert!(work["open"].is_null() && !work["rounds"][0]["ended"].is_null());
}

#[test]
fn the_test_before_the_course_shows_no_key_and_counts_for_nothing_but_the_gain() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    let home = at(DAY, "indonesian-only", data.path(), "");
    assert!(home.contains("tes awal sebelum mulai (boleh dilewati)"), "{home}");
    at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} enter"));
    let screen = answer(DAY, data.path(), false, "2 enter");
    assert!(screen.contains("Kunci tes awal tidak ditampilkan"), "{screen}");
    assert!(!screen.contains("pembahasan") && !screen.contains("dibaca lagi"), "{screen}");
    let kept = at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} n enter"));
    assert!(kept.contains("Hasil soal"), "no page is opened from it: {kept}");
    let home = at(DAY, "indonesian-only", data.path(), "");
    assert!(home.contains("0/1") && home.contains("0/5"), "nothing is answered: {home}");
    assert!(!home.contains("jatuh tempo"), "{home}");
    // After it, the parallel form; its result stands beside the first.
    let later = "2026-11-25T15:00:00+07:00";
    at(later, "indonesian-only", data.path(), &format!("{TO_TESTS} end enter"));
    let screen = answer(later, data.path(), true, "2 enter");
    assert!(screen.contains("Tes awal 0 %, tes akhir 100 %"), "{screen}");
    assert!(screen.contains("Kenaikan ternormalisasi 1,00 (tinggi"), "{screen}");
    assert!(screen.contains("p pembahasan"), "{screen}");
    let progress = at(later, "indonesian-only", data.path(), "t");
    let both = "Tes awal 0 % · tes akhir 100 % · kenaikan ternormalisasi 1,00 (tinggi)";
    assert!(progress.contains(both), "{progress}");
    // Neither is taken a second time.
    let again = at(later, "indonesian-only", data.path(), &format!("{TO_TESTS} enter"));
    assert!(again.contains("Hasil soal") && again.contains("Tes awal"), "{again}");
    let list = at(DAY, "indonesian-only", data.path(), TO_TESTS);
    assert!(list.contains("0 %, 24 Nov 2026") && list.contains("100 %, 25 Nov 2026"), "{list}");
}

#[test]
fn a_test_may_be_skipped_and_wanted_again() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    let screen = at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} x"));
    assert!(screen.contains("dilewati"), "{screen}");
    assert_eq!(record(data.path())["declined"], serde_json::json!(["pre"]));
    let home = at(DAY, "indonesian-only", data.path(), "");
    assert!(!home.contains("tes awal"), "{home}");
    let screen = at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} x"));
    assert!(screen.contains("1 soal, boleh dilewati"), "{screen}");
}

#[test]
fn what_was_sure_and_wrong_comes_back_at_once_and_the_rest_when_it_is_due() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    at(DAY, "indonesian-only", data.path(), "down enter s");
    let screen = answer(DAY, data.path(), false, "3");
    assert!(screen.contains("Anda yakin, tetapi belum tepat"), "{screen}");
    at(DAY, "indonesian-only", data.path(), "enter enter");
    let screen = answer(DAY, data.path(), true, "2 enter");
    assert!(screen.contains("1 soal jatuh tempo"), "{screen}");
    // The same from the module itself.
    let screen = at(DAY, "indonesian-only", data.path(), "down enter m esc esc");
    assert!(screen.contains("Lanjutkan: Modul 1, soal 1 dari 1"), "{screen}");
    let screen = at(DAY, "indonesian-only", data.path(), "down*3 enter");
    assert!(screen.contains(" Ulang ") && screen.contains("soal 1 dari 1"), "{screen}");
    let screen = answer(DAY, data.path(), true, "3 enter");
    assert!(screen.contains("1 dari 1 benar") && screen.contains("Ulangan: "), "{screen}");
    let home = at(DAY, "indonesian-only", data.path(), "");
    assert!(!home.contains("jatuh tempo"), "answered rightly since: {home}");
    // The learning day keeps its first answer: the item is due tomorrow.
    let later = "2026-11-25T04:30:00+07:00";
    at(later, "indonesian-only", data.path(), "down*3 enter");
    answer(later, data.path(), true, "3 enter");
    let home = at(later, "indonesian-only", data.path(), "");
    assert!(home.contains("tidak ada hari ini; berikutnya"), "{home}");
    let month = at("2027-01-05T09:00:00+07:00", "indonesian-only", data.path(), "");
    assert!(month.contains("1 soal jatuh tempo hari ini"), "{month}");
}

#[test]
fn a_test_ends_when_its_time_is_over_and_time_runs_only_on_its_screen() {
    let data = tempfile::tempdir().unwrap();
    let course = tempfile::tempdir().unwrap();
    for (name, text) in super::course::texts(Path::new("tests/fixture/indonesian-only")) {
        let text =
            if name == "course.toml" { format!("{text}\n[test]\nminutes = 2\n") } else { text };
        super::course::put(course.path(), &name, text.as_bytes());
    }
    in_course(DAY, course.path(), data.path(), BEGIN);
    let begin = format!("{TO_TESTS} down*5 enter a enter 2 wait:60000 pgdn");
    let screen = in_course(DAY, course.path(), data.path(), &begin);
    assert!(screen.contains("sisa 1 menit"), "{screen}");
    // A night passes: nobody sat before it.
    let screen = in_course("2026-11-25T09:00:00+07:00", course.path(), data.path(), "enter");
    assert!(screen.contains("sisa 1 menit"), "{screen}");
    let screen = in_course(
        "2026-11-25T09:00:00+07:00",
        course.path(),
        data.path(),
        "enter ? wait:70000 esc",
    );
    assert!(screen.contains("sisa 1 menit"), "reading the help takes no time: {screen}");
    // Nobody has to press a key for it.
    let screen =
        in_course("2026-11-25T09:00:00+07:00", course.path(), data.path(), "enter wait:70000");
    assert!(screen.contains("Hasil soal"), "{screen}");
    assert_eq!(record(data.path())["answers"].as_array().unwrap().len(), 5);
}

#[test]
fn the_time_of_a_question_is_kept_however_the_program_ends() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    let begin = format!("{TO_TESTS} down*5 enter a wait:40000");
    for (keys, seconds) in [
        (format!("{begin} ctrl+c"), 40),
        ("enter wait:2000 ? wait:30000 esc wait:13000 ctrl+c".to_owned(), 55),
        ("enter wait:5000 v wait:60000 ctrl+c".to_owned(), 60),
        // As when the terminal is closed.
        ("enter wait:10000".to_owned(), 70),
    ] {
        let screen = at(DAY, "indonesian-only", data.path(), &keys);
        let open = record(data.path())["open"].clone();
        assert_eq!(open["ms"], seconds * 1000, "{keys}: {screen}");
        let first = open["items"][0].as_str().unwrap();
        assert_eq!(open["given"][first]["ms"], seconds * 1000, "{keys}");
    }
    let screen = at(DAY, "indonesian-only", data.path(), "enter");
    assert!(screen.contains("1 menit"), "{screen}");
    let screen = at(DAY, "indonesian-only", data.path(), "enter wait:50000");
    assert!(screen.contains("2 menit"), "the clock goes on by itself: {screen}");
}

#[test]
fn no_key_acts_behind_a_window_that_is_too_small() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} down*5 enter a enter 2"));
    let before = record(data.path())["open"].clone();
    let keys = "enter v end resize:59x18 enter enter esc text:abc resize:100x40";
    let screen = at(DAY, "indonesian-only", data.path(), keys);
    assert!(screen.contains("Kumpulkan jawaban"), "{screen}");
    assert_eq!(record(data.path())["open"]["given"], before["given"]);
    let screen = at(DAY, "indonesian-only", data.path(), "resize:60x17 f2");
    assert!(screen.contains("too small"), "the language can be changed: {screen}");
}

#[test]
fn passing_over_a_question_of_a_test_asks_once_how_sure() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    let screen =
        at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} down*5 enter a pgdn"));
    assert!(screen.contains("Seberapa yakin") && screen.contains("soal 1 dari 5"), "{screen}");
    // Whoever does not want to say is not held up, and another answer may still be chosen.
    let screen = at(DAY, "indonesian-only", data.path(), "enter pgdn pgdn");
    assert!(screen.contains("soal 2 dari 5"), "{screen}");
    let screen = at(DAY, "indonesian-only", data.path(), "enter pgup pgdn b");
    assert!(screen.contains("● B") && !screen.contains("Seberapa yakin"), "{screen}");
    let screen = at(DAY, "indonesian-only", data.path(), "enter enter 3 pgup pgdn");
    assert!(screen.contains("soal 2 dari 5"), "it was said already: {screen}");
    let open = record(data.path())["open"].clone();
    assert_eq!(open["given"][open["items"][0].as_str().unwrap()]["sure"], 3, "{open}");
}

#[test]
fn whoever_is_asked_how_sure_may_still_choose_otherwise() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    let screen = at(DAY, "indonesian-only", data.path(), "down enter s a enter");
    assert!(screen.contains("● A") && screen.contains("Seberapa yakin"), "{screen}");
    for (keys, letter) in [("enter a enter b", 'B'), ("enter a enter down", 'B')] {
        let screen = at(DAY, "indonesian-only", data.path(), keys);
        assert!(screen.contains(&format!("● {letter}")), "{keys}: {screen}");
        assert!(!screen.contains("Seberapa yakin"), "{keys}: it is asked again later: {screen}");
    }
    at(DAY, "indonesian-only", data.path(), "enter a enter b enter 2");
    let answers = record(data.path())["answers"].as_array().unwrap().clone();
    assert_eq!((answers.len(), &answers[0]["sure"]), (1, &2.into()));
}

/// The first question of a test is answered in a course that may be edited: data folder, course folder
/// and its files.
fn in_the_middle_of_a_test() -> (TempDir, TempDir, Vec<(String, String)>) {
    let (data, course) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let texts = super::course::texts(Path::new("tests/fixture/indonesian-only"));
    for (name, text) in &texts {
        super::course::put(course.path(), name, text.as_bytes());
    }
    in_course(DAY, course.path(), data.path(), BEGIN);
    in_course(DAY, course.path(), data.path(), &format!("{TO_TESTS} down*5 enter a enter 2"));
    (data, course, texts)
}

#[test]
fn an_option_that_left_the_course_is_no_answer_and_a_question_that_left_says_so() {
    let (data, course, texts) = in_the_middle_of_a_test();
    let open = record(data.path())["open"].clone();
    let (first, second) = (open["items"][0].as_str().unwrap(), open["items"][1].as_str().unwrap());
    let chosen = open["given"][first]["chosen"][0].as_str().unwrap();
    for (name, text) in &texts {
        if name == "modules/penutup/items.toml" {
            let items = text.split("[[item]]\n").filter(|item| !item.contains(second));
            let edited: Vec<String> = items
                .map(|item| {
                    // Only the first option of this item is called so.
                    let times = usize::from(item.contains(first));
                    item.replacen(&format!("key = \"{chosen}\""), "key = \"lain\"", times)
                })
                .collect();
            super::course::put(course.path(), name, edited.join("[[item]]\n").as_bytes());
        }
    }
    let screen = in_course(DAY, course.path(), data.path(), "enter v");
    assert!(screen.contains("0 dari 4 terjawab"), "{screen}");
    assert!(screen.contains("sudah tidak ada dalam bahan"), "{screen}");
    let screen = in_course(DAY, course.path(), data.path(), "enter v home enter");
    assert!(!screen.contains('●'), "nothing that is offered was chosen: {screen}");
}

#[test]
fn questions_that_leave_the_course_in_the_middle_of_a_test_take_no_answer_with_them() {
    let (data, course, texts) = in_the_middle_of_a_test();
    let open = record(data.path())["open"].clone();
    let first = open["items"][0].as_str().unwrap().to_owned();
    // All but the answered one are withdrawn.
    for (name, text) in &texts {
        if name == "modules/penutup/items.toml" {
            let kept = text.split("[[item]]\n").find(|item| item.contains(&first)).unwrap();
            super::course::put(course.path(), name, format!("[[item]]\n{kept}").as_bytes());
        }
    }
    let screen = in_course(DAY, course.path(), data.path(), "enter enter");
    assert!(screen.contains("Kumpulkan jawaban"), "{screen}");
    in_course(DAY, course.path(), data.path(), "enter enter end enter enter");
    let answers = record(data.path())["answers"].clone();
    assert_eq!(answers.as_array().unwrap().len(), 1, "{answers}");
    assert_eq!(answers[0]["item"], first.as_str());
}

#[test]
fn an_open_test_is_asked_about_before_another_round_begins() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} down*5 enter a enter 2"));
    let screen = at(DAY, "indonesian-only", data.path(), "down enter s");
    assert!(screen.contains("Ada ujian yang belum dikumpulkan (1 dari 5 terjawab)"), "{screen}");
    assert!(record(data.path())["answers"].as_array().unwrap().is_empty(), "not without a yes");
    let screen = at(DAY, "indonesian-only", data.path(), "down enter s y s");
    assert!(screen.contains("Modul 1") && screen.contains("soal 1 dari 1"), "{screen}");
    assert_eq!(record(data.path())["answers"].as_array().unwrap().len(), 5);
}

#[test]
fn a_test_that_was_only_looked_into_stands_in_nobodys_way() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} enter esc"));
    let screen = at(DAY, "indonesian-only", data.path(), "down enter s");
    assert!(screen.contains("soal 1 dari 1"), "{screen}");
    let work = record(data.path());
    assert!(work["answers"].as_array().unwrap().is_empty() && work["rounds"][0]["ended"].is_null());
    let list = at(DAY, "indonesian-only", data.path(), TO_TESTS);
    assert!(list.contains("1 soal, boleh dilewati"), "{list}");
}

#[test]
fn no_way_into_another_round_loses_a_test() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    // One answer is given, another only chosen when the window is closed.
    at(DAY, "indonesian-only", data.path(), &format!("{TO_TESTS} down*5 enter a enter 2 b"));
    let open = record(data.path())["open"].clone();
    assert_eq!(open["given"].as_object().unwrap().len(), 2, "in a test it counts once chosen");
    // The last page of a module leads into its questions.
    let screen = at(DAY, "indonesian-only", data.path(), "down enter home enter space*4");
    assert!(screen.contains("belum dikumpulkan (2 dari 5 terjawab)"), "{screen}");
    assert_eq!(record(data.path())["open"]["round"], open["round"], "nothing was begun");
    at(DAY, "indonesian-only", data.path(), "down enter s y");
    let answers = record(data.path())["answers"].as_array().unwrap().clone();
    let chosen = |answer: &&Value| !answer["chosen"].as_array().unwrap().is_empty();
    assert_eq!(answers.iter().filter(chosen).count(), 2, "what was only chosen counts as well");
}

#[test]
fn after_the_last_module_the_test_is_offered_before_the_plan() {
    let data = tempfile::tempdir().unwrap();
    at(DAY, "indonesian-only", data.path(), BEGIN);
    at(DAY, "indonesian-only", data.path(), "enter space*3 esc*3");
    at(DAY, "indonesian-only", data.path(), "down*2 enter enter space*3 esc*3");
    for (down, questions) in [("down", 1), ("down*2", 5)] {
        at(DAY, "indonesian-only", data.path(), &format!("{down} enter s"));
        for _ in 0..questions {
            answer(DAY, data.path(), true, "2 enter");
        }
    }
    let home = at(DAY, "indonesian-only", data.path(), "");
    assert!(home.contains("Semua modul tuntas: tes akhir"), "{home}");
    let screen = at(DAY, "indonesian-only", data.path(), "enter");
    assert!(screen.contains("▸ Tes akhir"), "{screen}");
    at(DAY, "indonesian-only", data.path(), "enter x");
    let home = at(DAY, "indonesian-only", data.path(), "");
    assert!(home.contains("Semua modul tuntas") && !home.contains("tes akhir"), "{home}");
}
