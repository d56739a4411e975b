//! What `pandu profile show` tells about progress: a crafted record with known numbers.

mod record;

use std::fs;

use pandu::{
    model::{
        course::Course,
        mastery::Mastery,
        moment::Moment,
        profile::CourseRecord,
        standing::{self, Standing},
        text::Lang,
    },
    store::course::{Source, load},
};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use self::record::{Given, crafted, record};
use super::{Home, NOW};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course");
const KEY: &str = "arsip-kantor";

fn load_course(source: &Source) -> Course {
    load(source).unwrap_or_else(|refused| panic!("{:#?}", refused.faults)).course
}

fn fixture() -> Course {
    load_course(&Source::Folder(FIXTURE.into()))
}

fn save(home: &Home, key: &str, work: CourseRecord) {
    let mut opened = home.window("utama");
    opened.profile.courses.insert(key.to_owned(), work);
    opened.profile.rev += 1;
    opened.keeper.save(&opened.profile).unwrap();
}

fn with(work: CourseRecord) -> Home {
    let home = Home::new();
    save(&home, KEY, work);
    home
}

fn progress(home: &Home, more: &[&str]) -> Value {
    let arguments = [&["show", "--format", "json", "--course", FIXTURE], more].concat();
    let printed: Value = serde_json::from_str(&home.ok(&arguments)).unwrap();
    printed["progress"].clone()
}

/// What stands under the heading of progress.
fn told(home: &Home, more: &[&str]) -> String {
    let shown = home.ok(&[&["show", "--course", FIXTURE], more].concat());
    let from = shown.find("\nKemajuan · ").or_else(|| shown.find("\nProgress · ")).unwrap();
    shown[from..].to_owned()
}

fn is_near(ours: &Value, theirs: f64) -> bool {
    (ours.as_f64().unwrap() - theirs).abs() <= theirs.abs() * 1e-4
}

fn item<'a>(progress: &'a Value, key: &str) -> &'a Value {
    let items = progress["items"].as_array().unwrap();
    items.iter().find(|item| item["key"] == key).unwrap()
}

#[test]
fn known_numbers_come_out_as_they_must() {
    let progress = progress(&with(crafted()), &[]);
    assert_eq!((&progress["course"], &progress["today"]), (&json!(KEY), &json!("2026-11-24")));
    let known = item(&progress, "map-berdebu");
    assert!(is_near(&known["stability"], 10.9643), "{known}");
    assert!(is_near(&known["difficulty"], 2.1112), "{known}");
    assert_eq!((&known["answers"], &known["due"]), (&json!(2), &json!("2026-11-15")));
    // Twenty days after a stability of eleven: less than nine tenths.
    assert!((0.80..0.90).contains(&known["retrievability"].as_f64().unwrap()), "{known}");
    let flags = |key: &str| {
        let item = item(&progress, key);
        (item["known"].as_bool().unwrap(), item["retired"].as_bool().unwrap())
    };
    assert_eq!(flags("map-berdebu"), (false, false), "right, but due");
    assert_eq!(flags("daftar-umur"), (true, false));
    assert_eq!(flags("terbuka-terbatas"), (false, false), "not due, but not right");
    assert_eq!(flags("urutan-pinjam"), (false, false));
    assert_eq!(flags("sudah-pergi"), (false, true));
    let keys: Vec<&Value> =
        progress["items"].as_array().unwrap().iter().map(|item| &item["key"]).collect();
    assert_eq!(keys.len(), 6, "what was reset is not there: {keys:?}");
    assert_eq!(progress["mistakes"], json!(["terbuka-terbatas", "urutan-pinjam"]));
    assert_eq!(
        progress["calibration"],
        json!({"guess": {"right": 0, "all": 2}, "fairly_sure": {"right": 3, "all": 3},
            "sure": {"right": 0, "all": 1}})
    );
    let tests = &progress["tests"];
    assert_eq!((&tests["pre"]["mean"], &tests["post"]["mean"]), (&json!(0.5), &json!(0.75)));
    assert_eq!(
        (&tests["gain"], &tests["band"], &tests["gain_defined"]),
        (&json!(0.5), &json!("medium"), &json!(true))
    );
    let factor = json!({"key": "kebiasaan", "mean": 0.5, "items": 2});
    assert_eq!(tests["pre"]["factors"], json!([factor]));
    // Due: what is overdue, and what was wrong although the person was sure.
    assert_eq!(progress["due"]["today"], 2);
    assert_eq!(progress["due"]["forecast"].as_array().unwrap().len(), 30);
    assert_eq!(progress["due"]["forecast"][0], 2);
    let days = progress["days"].as_array().unwrap();
    assert_eq!((days.len(), &days[29], &days[9]), (30, &json!([2, 4]), &json!([1, 1])));
    assert_eq!(progress["due"]["next"], json!({"day": "2026-11-25", "items": 1}));
    let levels = progress["factors"].as_array().unwrap();
    assert_eq!((levels.len(), progress["modules"].as_array().unwrap().len()), (2, 3));
    let habits = &levels[0];
    assert_eq!(
        (&habits["key"], &habits["level"], &habits["answered"], &habits["wrong"]),
        (&json!("kebiasaan"), &json!("attempted"), &json!(4), &json!(2))
    );
    assert_eq!(habits["next"], "Jawab 1 soal lain; tingkat berikutnya mulai dari 5 soal.");
}

/// Written once more from the numbers that the library computes.
fn as_json(standing: &Standing, lang: Lang) -> Value {
    let level = |(key, it): &(String, Mastery)| {
        json!({"key": key, "level": it.level.key(), "answered": it.answered, "items": it.items,
            "wrong": it.wrong, "mean": it.mean, "next": it.way_up().map(|way| way.get(lang).clone())})
    };
    let levels = |of: &[(String, Mastery)]| of.iter().map(level).collect::<Vec<_>>();
    let memories = standing.memories.iter();
    let items = memories.map(|(key, it)| {
        json!({"key": key, "answers": it.answers, "stability": it.stability,
            "difficulty": it.difficulty, "due": it.due.to_string(), "mark": it.mark,
            "retrievability": it.retrievability(standing.today)})
    });
    let next =
        standing.next_due.map(|(day, items)| json!({"day": day.to_string(), "items": items}));
    json!({
        "today": standing.today.to_string(), "items": items.collect::<Vec<_>>(),
        "factors": levels(&standing.masteries.factors),
        "modules": levels(&standing.masteries.modules),
        "due": {"today": standing.due.len(), "next": next, "forecast": standing.forecast},
        "mistakes": standing.mistakes, "retention": standing.retention, "days": standing.days,
    })
}

#[test]
fn the_json_is_the_standing_that_the_library_computes_in_both_languages() {
    let home = with(crafted());
    let today = NOW.parse::<Moment>().unwrap().learning_day();
    let standing = standing::standing(&fixture(), &crafted(), today);
    assert!(standing.next_due.is_some() && standing.retention.is_some());
    for lang in Lang::ALL {
        let mut printed = progress(&home, &["--lang", lang.code()]);
        for item in printed["items"].as_array_mut().unwrap() {
            let item = item.as_object_mut().unwrap();
            assert!(item.remove("known").is_some() && item.remove("retired").is_some());
        }
        for (field, value) in as_json(&standing, lang).as_object().unwrap() {
            assert_eq!(&printed[field], value, "{field}");
        }
    }
}

#[test]
fn the_file_stands_in_the_json_as_it_is_and_the_learning_day_begins_at_four() {
    let home = with(crafted());
    let shown = home.ok(&["show", "--format", "json", "--course", FIXTURE]);
    let file = fs::read_to_string(home.main()).unwrap();
    assert!(shown.starts_with(file.trim_end().strip_suffix("\n}").unwrap()), "{shown}");
    let mut printed: Value = serde_json::from_str(&shown).unwrap();
    assert!(printed.as_object_mut().unwrap().remove("progress").is_some());
    assert_eq!(printed, serde_json::from_str::<Value>(&file).unwrap());
    let mut command = super::pandu();
    let night = ["--now", "2026-11-25T03:59:59+07:00", "profile", "show", "--format", "json"];
    command.arg("--data").arg(home.data()).args(night);
    let (code, shown, _) = super::run(&mut command);
    let printed: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!((code, &printed["progress"]["today"]), (0, &json!("2026-11-24")));
    // Another course is in use, of which nothing is known yet.
    assert_eq!(printed["progress"]["course"], "sop-pemda");
    assert_eq!(printed["progress"]["items"], json!([]));
    assert_eq!(printed["progress"]["tests"]["pre"], Value::Null);
    assert_eq!(printed["progress"]["factors"][0]["level"], "not-started");
}

#[test]
fn the_text_says_the_same_in_both_languages() {
    let home = with(crafted());
    let told_id = told(&home, &[]);
    for words in [
        "Kemajuan · Menata Arsip Kantor\n  Hari belajar 24 November 2026\n",
        "    Kebiasaan harian: mencoba\n      4 dari 5 soal dijawab, rata-rata 75 %. Jawab 1 soal",
        "    Modul 1 · Mengenal arsip: mencoba\n",
        "    Hari ini 2 soal. Berikutnya 1 soal pada 25 November 2026. Peluang\n",
        "    Benar 0 dari 2 saat menebak, 3 dari 3 saat cukup yakin, 0 dari 1\n    saat yakin.\n",
        "    Tes awal: 50 % dari 2 soal\n    Tes akhir: 75 % dari 2 soal\n",
        "    Peningkatan (gain): 0,50 (sedang)\n",
        "    terbuka-terbatas: 50 % dari 1 jawaban\n      Seorang tamu",
        "  Tidak lagi ada dalam bahan\n    sudah-pergi: terakhir 0 %\n",
    ] {
        assert!(told_id.contains(words), "{words}\n{told_id}");
    }
    assert!(!told_id.contains("tempat-kode"), "reset: {told_id}");
    let told_en = told(&home, &["--lang", "en"]);
    for words in [
        "Progress · Keeping Office Records in Order\n  Learning day 24 November 2026\n",
        "    Daily habits: attempted\n      4 of 5 questions answered, mean 75%. Answer one more;",
        "    Module 1 · ",
        "    Today 2 questions. Next 1 question on 25 November 2026. The mean\n",
        "    Right: 0 of 2 as a guess, 3 of 3 when fairly sure, 0 of 1 when sure.\n",
        "    Pre-test: 50% of 2 questions\n    Post-test: 75% of 2 questions\n",
        "    Gain: 0.50 (medium)\n",
        "    terbuka-terbatas: 50% of 1 answer\n      A visitor",
        "  No longer in the course\n    sudah-pergi: 0% the last time\n",
    ] {
        assert!(told_en.contains(words), "{words}\n{told_en}");
    }
    let in_other_course = home.ok(&["show"]);
    assert!(
        in_other_course.contains("Bahan pelatihan arsip-kantor\n  0 halaman dibaca, 11 jawaban")
    );
    assert!(in_other_course.contains("Belum ada soal yang dijawab."), "{in_other_course}");
    assert!(!in_other_course.contains("sudah-pergi"), "{in_other_course}");
}

#[test]
fn a_gain_is_undefined_where_the_first_test_was_full_and_waits_for_a_second_test() {
    let full = [("map-berdebu", 2, 1.0, None, 1), ("daftar-umur", 3, 1.0, None, 3)];
    let home = with(record(&full));
    let tests = progress(&home, &[])["tests"].clone();
    assert_eq!((&tests["gain"], &tests["band"]), (&Value::Null, &Value::Null));
    assert_eq!((&tests["gain_defined"], &tests["post"]["mean"]), (&json!(false), &json!(1.0)));
    let told_id = told(&home, &[]);
    assert!(told_id.contains("tidak terdefinisi: tes awal sudah penuh"), "{told_id}");
    assert!(told_id.contains("Belum pernah ditanyakan."), "{told_id}");
    let told_en = told(&home, &["--lang", "en"]);
    assert!(told_en.contains("undefined: the pre-test was full already"), "{told_en}");
    let one = with(record(&[("map-berdebu", 2, 0.5, None, 1)]));
    assert!(told(&one, &[]).contains("Tes akhir: belum ada\n    Peningkatan (gain): menunggu"));
    let tests = progress(&one, &[])["tests"].clone();
    assert_eq!((&tests["gain"], &tests["gain_defined"]), (&Value::Null, &json!(true)));
}

#[test]
fn a_course_that_does_not_open_costs_the_progress_and_nothing_else() {
    let home = with(crafted());
    let missing = home.at("tidak-ada");
    let missing = super::text(&missing);
    let shown = home.ok(&["show", "--course", missing]);
    assert!(shown.contains("Bahan pelatihan arsip-kantor"), "{shown}");
    assert!(shown.contains("Kemajuan tidak dihitung") && !shown.contains("Kemajuan ·"), "{shown}");
    let arguments = ["show", "--format", "json", "--lang", "en", "--course", missing];
    let (code, shown, said) = home.profile(&arguments);
    let printed: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!((code, &printed["progress"]), (0, &Value::Null));
    assert_eq!(printed["courses"][KEY]["answers"].as_array().unwrap().len(), 11);
    assert!(said.starts_with("Progress is not computed") && said.lines().count() == 1, "{said}");
    assert!(said.contains(missing), "{said}");
}

#[test]
fn every_line_fits_eighty_columns_with_the_whole_course_answered() {
    let course = load_course(&Source::BuiltIn);
    let scored = course.items().filter(|item| item.is_scored());
    let mut given: Vec<Given<'_>> = scored
        .zip((0..3).cycle())
        .map(|(item, at)| (item.key.as_str(), 1, f64::from(at) / 2.0, Some(at + 1), 20))
        .collect();
    given.extend([("a", 2, 0.5, None, 1), ("b", 3, 1.0, None, 23)]);
    let long = "x".repeat(200);
    given.push((&long, 1, 1.0, None, 23));
    let home = Home::new();
    save(&home, &course.key, record(&given));
    for lang in Lang::ALL {
        let shown = home.ok(&["show", "--lang", lang.code()]);
        let heading = lang.pick("Kemajuan · ", "Progress · ");
        let told = &shown[shown.find(heading).unwrap()..];
        for line in told.lines() {
            assert!(line.width() <= 80 && line.trim_end() == line, "{line}");
        }
        for name in course.factors.iter().map(|factor| factor.name.get(lang)) {
            assert!(told.contains(&format!("    {name}: ")), "{name}: {told}");
        }
        let least = told.split(lang.pick("Paling sedikit dikuasai\n", "Known least\n")).nth(1);
        let least = least.unwrap().lines().take_while(|line| !line.is_empty());
        let items = least.filter(|line| !line.starts_with("      "));
        assert_eq!(items.count(), 10, "{told}");
    }
}
