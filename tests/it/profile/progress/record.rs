//! A record of answers, written down by hand.

use std::sync::Arc;

use pandu::model::profile::{Answer, CourseRecord};
use serde_json::json;

/// Item, round, mark, confidence, day of November 2026.
pub(super) type Given<'a> = (&'a str, u64, f64, Option<u8>, u8);

/// Rounds: 1 practice, 2 before the course, 3 after it.
pub(super) fn record(given: &[Given<'_>]) -> CourseRecord {
    let begun = "2026-11-01T09:00:00+07:00";
    let round = |(n, mode)| {
        let round = json!({"n": n, "mode": mode, "scope": "all", "seed": 1, "begun": begun, "ended": begun});
        serde_json::from_value(round).unwrap()
    };
    let answer = |(n, (item, round, mark, sure, day)): (usize, &Given<'_>)| {
        let at = format!("2026-11-{day:02}T09:00:00+07:00");
        let answer = json!({"n": n, "round": round, "item": item, "revision": 1, "chosen": ["a"],
            "mark": mark, "sure": sure, "try": 1, "ms": 1, "at": at});
        serde_json::from_value::<Answer>(answer).unwrap()
    };
    let rounds = [(1, "practice"), (2, "pre"), (3, "post")].map(round).to_vec();
    let answers = Arc::new((1..).zip(given).map(answer).collect::<Vec<_>>());
    CourseRecord { rounds, answers, ..CourseRecord::default() }
}

/// Pre 0.5, post 0.75; one item known by heart, one sure and wrong, one not due yet, one that left
/// the course, one that was answered wrong and then reset.
pub(super) fn crafted() -> CourseRecord {
    let mut work = record(&[
        ("map-berdebu", 2, 1.0, None, 1),
        ("urutan-pinjam", 2, 0.0, None, 1),
        ("map-berdebu", 1, 1.0, Some(2), 2),
        ("sudah-pergi", 1, 0.0, Some(1), 2),
        ("tempat-kode", 1, 0.0, Some(1), 2),
        ("sudah-pergi", 1, 0.0, Some(1), 3),
        ("map-berdebu", 1, 1.0, Some(2), 4),
        ("empat-permintaan", 3, 1.0, None, 24),
        ("terbuka-terbatas", 3, 0.5, None, 24),
        ("urutan-pinjam", 1, 0.5, Some(3), 24),
        ("daftar-umur", 1, 1.0, Some(2), 24),
    ]);
    work.resets.push(json!({"after": 5, "scope": "item:tempat-kode", "undone": false}));
    work
}
