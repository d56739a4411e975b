//! What `pandu profile show` tells about the newest diagnosis of the office.

use pandu::model::diagnosis::{Diagnosis, Rating};
use serde_json::{Value, json};

use super::Home;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course");

/// One of the fixture course, finished on a day, with evidence for every rating.
fn finished(id: &str, day: &str, ratings: &[(&str, u32)]) -> Diagnosis {
    let at = format!("{day}T09:00:00+07:00").parse().unwrap();
    let mut of = Diagnosis::new(id.to_owned(), "arsip-kantor", at);
    (of.ended, of.people) = (Some(at), 4);
    "Peminjaman \u{1b}[2Jmap".clone_into(&mut of.sop);
    for (key, score) in ratings {
        let evidence = "foto".to_owned();
        let rating = Rating { score: Some(*score), evidence, ..Rating::default() };
        of.ratings.insert((*key).to_owned(), rating);
    }
    of
}

fn with(diagnoses: Vec<Diagnosis>) -> Home {
    let home = Home::new();
    let mut opened = home.window("utama");
    opened.profile.diagnoses = diagnoses;
    opened.profile.rev += 1;
    opened.keeper.save(&opened.profile).unwrap();
    drop(opened);
    home
}

#[test]
fn the_newest_diagnosis_is_told_with_what_changed_since_the_one_before() {
    let before = [("map-kembali-hari-itu", 1), ("pimpinan-bertanya-kode", 2), ("sudah-pergi", 3)];
    let after =
        [("map-kembali-hari-itu", 2), ("meja-kosong-sore", 1), ("pimpinan-bertanya-kode", 0)];
    let mut open = finished("c", "2026-11-24", &[]);
    open.ended = None;
    let home =
        with(vec![finished("a", "2026-05-01", &before), finished("b", "2026-08-20", &after), open]);
    let shown = home.ok(&["show", "--course", FIXTURE]);
    let expected = "
Diagnosis kantor (bukan instrumen resmi)
  Peminjaman \u{fffd}[2Jmap: 20 Agustus 2026, 4 orang
    Kebiasaan harian: 1,5 dari 3, belum rutin (2 dari 3 dinilai); naik
    1,0
    Teladan pimpinan: 0,0 dari 3, perlu dibenahi dulu (1 dari 3
    dinilai); turun 2,0
    Perubahan dihitung sejak 1 Mei 2026, dari pernyataan yang dinilai
    dua kali.
    Sudah 90 hari atau lebih: saatnya mengulang diagnosis.
";
    assert!(shown.contains(expected), "{shown}");
    let shown = home.ok(&["show", "--course", FIXTURE, "--lang", "en"]);
    assert!(shown.contains("Office diagnosis (not an official instrument)"), "{shown}");
    assert!(shown.contains("Daily habits: 1.5 of 3, not regular (2 of 3 rated); up"), "{shown}");
    let json = home.ok(&["show", "--course", FIXTURE, "--format", "json"]);
    let printed: Value = serde_json::from_str(&json).unwrap();
    let told = &printed["progress"]["diagnosis"];
    assert_eq!(
        (&told["id"], &told["people"], &told["lowest"]),
        (&json!("b"), &json!(4), &json!("teladan"))
    );
    assert_eq!(told["factors"][0], json!({"key": "kebiasaan", "mean": 1.5, "rated": 2, "all": 3}));
    let change = json!({"key": "kebiasaan", "from": 1.0, "to": 2.0, "both": 1});
    assert_eq!((&told["before"]["id"], &told["before"]["changes"][0]), (&json!("a"), &change));
    // Of another course nothing is told.
    assert!(!home.ok(&["show"]).contains("Diagnosis kantor"));
}

#[test]
fn without_a_finished_diagnosis_nothing_is_told() {
    let mut open = finished("a", "2026-11-24", &[("meja-kosong-sore", 1)]);
    open.ended = None;
    let home = with(vec![open]);
    assert!(!home.ok(&["show", "--course", FIXTURE]).contains("Diagnosis kantor"));
    let json = home.ok(&["show", "--course", FIXTURE, "--format", "json"]);
    let printed: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(printed["progress"]["diagnosis"], Value::Null);
    // An open one is in the file all the same.
    assert_eq!(printed["diagnoses"][0]["ratings"]["meja-kosong-sore"]["score"], 1);
}
