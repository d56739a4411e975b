//! Where a person stands in a course, as the `progress` object of `pandu profile show --format json`.
//!
//! Numbers are as they were computed, unrounded; days are written `2026-11-24`.
//!
//! - `course`: its key; `today`: the learning day (it begins at 04:00) that all of it is about.
//! - `items`: each item answered in a way that counts: `key`; `answers`, learning days on which it
//!   was answered; `stability` in days and `difficulty` 1 to 10, of FSRS-6; `due`, the day from
//!   which it is asked again; `mark` of the newest first try; `retrievability`, the chance of
//!   remembering it today; `known`, right the last time and not due today; `retired`, whether it
//!   left the course.
//! - `factors`, `modules`: `key`; `level` (`not-started`, `attempted`, `familiar`, `proficient`,
//!   `mastered`); `answered` of `items`, `wrong` among them, `mean` mark; `next`, what would raise
//!   the level, in the language of the output, null at the top.
//! - `due`: items `today`; `next` `{day, items}` or null; `forecast`, items due on each of 30 days,
//!   today first.
//! - `mistakes`: keys of items answered wrong last, oldest first.
//! - `calibration`: `guess`, `fairly_sure`, `sure`, each `right` of `all`.
//! - `tests`: `pre` and `post`, the newest finished ones, `{mean, items, factors: [{key, mean,
//!   items}]}` or null; `gain` (post − pre) / (1 − pre) or null; `band` `low`, `medium`, `high` or
//!   null; `gain_defined`, false where the first test was full already and nothing was left to gain.
//! - `diagnosis`: of one's own office, the one finished last: `id`, `ended`, `sop`, `people`;
//!   `factors`, each `key`, `mean` 0 to 3 (without evidence at most 1 counts) or null, `rated` of `all`
//!   statements; `lowest`, a key or null; `before`, the one before on the same SOP `{id, ended, changes:
//!   [{key, from, to, both}]}` by the `both` statements rated each time, or null. Null while there is
//!   none.
//! - `retention`: mean chance of remembering today, or null.
//! - `days`: `[right, all]` of the first tries on each of the last 30 days, today last.

use std::{collections::BTreeSet, fmt::Write};

use serde_json::{Map, Value, json};

use crate::model::{
    course::Course,
    diagnosis::{self, Change, Diagnosis, FactorMean},
    mastery::Mastery,
    memory::Memory,
    standing::{Band, Score, Standing, Tests, gain},
    text::Lang,
};

/// Name of the field beside those of the profile.
pub const FIELD: &str = "progress";

/// The object.
pub fn object(course: &Course, standing: &Standing, diagnoses: &[Diagnosis], lang: Lang) -> Value {
    let [guess, fairly_sure, sure] =
        standing.calibration.levels.map(|(right, all)| json!({"right": right, "all": all}));
    let next = standing.next_due.map(|(day, items)| json!({"day": day, "items": items}));
    json!({
        "course": course.key,
        "today": standing.today,
        "items": items(course, standing),
        "factors": levels(&standing.masteries.factors, lang),
        "modules": levels(&standing.masteries.modules, lang),
        "due": {"today": standing.due.len(), "next": next, "forecast": standing.forecast},
        "mistakes": standing.mistakes,
        "calibration": {"guess": guess, "fairly_sure": fairly_sure, "sure": sure},
        "tests": tests(&standing.tests),
        "diagnosis": diagnosis(course, diagnoses),
        "retention": standing.retention,
        "days": standing.days,
    })
}

fn diagnosis(course: &Course, all: &[Diagnosis]) -> Option<Value> {
    let last = diagnosis::latest(all, &course.key)?;
    let factor = |factor: FactorMean| {
        let FactorMean { factor, mean, rated, all } = factor;
        json!({"key": factor, "mean": mean, "rated": rated, "all": all})
    };
    let change = |change: Change| {
        let (from, to) = change.means.unzip();
        json!({"key": change.factor, "from": from, "to": to, "both": change.both})
    };
    let before = diagnosis::before(all, last).map(|before| {
        let changes = diagnosis::changes(course, before, last).into_iter();
        let changes: Vec<Value> = changes.map(change).collect();
        json!({"id": before.id, "ended": before.ended, "changes": changes})
    });
    Some(json!({
        "id": last.id,
        "ended": last.ended,
        "sop": last.sop,
        "people": last.people.max(1),
        "factors": last.means(course).into_iter().map(factor).collect::<Vec<_>>(),
        "lowest": last.lowest(course).map(|factor| factor.factor),
        "before": before,
    }))
}

fn items(course: &Course, standing: &Standing) -> Vec<Value> {
    let here: BTreeSet<&str> =
        course.items().filter(|item| item.is_scored()).map(|item| item.key.as_str()).collect();
    let item = |(key, memory): (&String, &Memory)| {
        json!({
            "key": key,
            "answers": memory.answers,
            "stability": memory.stability,
            "difficulty": memory.difficulty,
            "due": memory.due,
            "mark": memory.mark,
            "retrievability": memory.retrievability(standing.today),
            "known": memory.is_known(standing.today),
            "retired": !here.contains(key.as_str()),
        })
    };
    standing.memories.iter().map(item).collect()
}

fn levels(of: &[(String, Mastery)], lang: Lang) -> Vec<Value> {
    let level = |(key, mastery): &(String, Mastery)| {
        json!({
            "key": key,
            "level": mastery.level.key(),
            "answered": mastery.answered,
            "items": mastery.items,
            "wrong": mastery.wrong,
            "mean": mastery.mean,
            "next": mastery.way_up().map(|way| way.get(lang).clone()),
        })
    };
    of.iter().map(level).collect()
}

fn tests(tests: &Tests) -> Value {
    let score = |score: &Score| {
        let factors = score.factors.iter();
        let factors = factors
            .map(|(key, mean, items)| json!({"key": key, "mean": mean, "items": items}))
            .collect::<Vec<_>>();
        json!({"mean": score.mean, "items": score.items, "factors": factors})
    };
    let is_full = |pre: &Score| gain(pre.mean, pre.mean).is_none();
    json!({
        "pre": tests.pre.as_ref().map(score),
        "post": tests.post.as_ref().map(score),
        "gain": tests.gain(),
        "band": tests.gain().map(|gain| Band::of(gain).key()),
        "gain_defined": !tests.pre.as_ref().is_some_and(is_full),
    })
}

/// The JSON of a profile's file with the object as its last field; every byte of the file stays as
/// it is. So does a file that has such a field of its own, or is no JSON object.
pub fn beside(file: &str, progress: &Value) -> String {
    let is_free = serde_json::from_str::<Map<String, Value>>(file)
        .is_ok_and(|fields| !fields.is_empty() && !fields.contains_key(FIELD));
    let open = file.trim_end().strip_suffix('}').filter(|_| is_free);
    open.map_or_else(
        || file.to_owned(),
        |open| format!("{},\n  \"{FIELD}\": {}\n}}\n", open.trim_end(), laid(progress)),
    )
}

/// One field a line, and one line for each object in a list, as the answers of a profile are.
fn laid(object: &Value) -> String {
    let Some(fields) = object.as_object() else { return object.to_string() };
    let mut out = String::from("{");
    for (at, (key, value)) in fields.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = write!(out, "{comma}\n    {}: {}", Value::from(key.as_str()), field(value));
    }
    out + "\n  }"
}

fn field(value: &Value) -> String {
    match value.as_array() {
        Some(list) if list.first().is_some_and(Value::is_object) => {
            let lines: Vec<String> = list.iter().map(|each| format!("\n      {each}")).collect();
            format!("[{}\n    ]", lines.join(","))
        }
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod laws {
    use super::*;

    #[test]
    fn a_file_keeps_every_byte_and_a_field_of_its_own() {
        let progress = json!({"items": [{"a": 1}, {"b": "}"}], "days": [[0, 1]], "none": []});
        let file = "{\n  \"format\": \"pandu-profile\",\n  \"x\": 1.50\n}\n";
        let both = beside(file, &progress);
        assert!(both.starts_with(file.trim_end().trim_end_matches('}').trim_end()));
        let read: Value = serde_json::from_str(&both).unwrap();
        assert_eq!(read[FIELD], progress);
        assert!(both.contains("      {\"a\":1},\n      {\"b\":\"}\"}\n    ],\n    \"days\""));
        for file in ["{\"progress\": 1}", "[]", "{}", "{\"a\"", ""] {
            assert_eq!(beside(file, &progress), file);
        }
    }
}
