//! The JSON Schema of a plan, held against what is written by a small checker: of JSON Schema it knows
//! the words that the schema uses, and no other word passes.

use std::collections::BTreeSet;

use pandu::{
    model::{
        moment::Moment,
        plan::{Plan, Unread},
        text::Lang,
    },
    report::Format,
};
use serde_json::{Value, json};

use super::{bytes, full, hostile};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../assets/plan.schema.json")).unwrap()
}

fn written(plan: &Plan) -> Value {
    serde_json::from_slice(&bytes(Some(plan), Format::Json, Lang::Id)).unwrap()
}

fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let name = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
    name.map_or(schema, |name| root.pointer(name).expect("a definition"))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_u64() || number.is_i64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// What is wrong with a value. `seen` takes the places of all fields that were met.
fn faults(
    root: &Value,
    schema: &Value,
    value: &Value,
    at: &str,
    seen: &mut BTreeSet<String>,
) -> Vec<String> {
    let schema = resolve(root, schema);
    let mut found = vec![];
    for (word, wanted) in schema.as_object().unwrap() {
        match word.as_str() {
            "description" | "title" | "$schema" | "$id" | "$defs" | "$ref" => {}
            "const" => {
                found.extend((value != wanted).then(|| format!("{at}: not {wanted}")));
            }
            "type" => {
                let list = json!([wanted]);
                let kinds = if wanted.is_array() { wanted } else { &list };
                if !kinds.as_array().unwrap().contains(&json!(kind(value))) {
                    found.push(format!("{at}: {} is no {wanted}", kind(value)));
                }
            }
            "format" => {
                let text = value.as_str();
                let is_read = match wanted.as_str().unwrap() {
                    "date" => text.is_none_or(|text| text.parse::<jiff::civil::Date>().is_ok()),
                    "date-time" => text.is_none_or(|text| text.parse::<Moment>().is_ok()),
                    other => panic!("{other}"),
                };
                if !is_read {
                    found.push(format!("{at}: no {wanted}"));
                }
            }
            "required" => {
                let names = wanted.as_array().unwrap().iter().filter_map(Value::as_str);
                let missing = names.filter(|name| value.get(name).is_none());
                found.extend(missing.map(|name| format!("{at}: without {name}")));
            }
            "properties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    let place = format!("{at}/{name}");
                    match wanted.get(name) {
                        Some(inner) => found.extend(faults(root, inner, field, &place, seen)),
                        None => found.push(format!("{place}: not in the schema")),
                    }
                    seen.insert(place);
                }
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    found.extend(faults(root, wanted, item, &format!("{at}/*"), seen));
                }
            }
            "anyOf" => {
                let ways = wanted.as_array().unwrap();
                if !ways.iter().any(|way| faults(root, way, value, at, seen).is_empty()) {
                    found.push(format!("{at}: fits none"));
                }
            }
            "minimum" => {
                found
                    .extend((value.as_f64() < wanted.as_f64()).then(|| format!("{at}: too small")));
            }
            "maximum" => {
                found
                    .extend((value.as_f64() > wanted.as_f64()).then(|| format!("{at}: too large")));
            }
            other => panic!("the checker does not know {other}"),
        }
    }
    found
}

/// The places of all fields that the schema has.
fn places(root: &Value, schema: &Value, at: &str, found: &mut BTreeSet<String>) {
    let schema = resolve(root, schema);
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let place = format!("{at}/{name}");
        places(root, inner, &place, found);
        found.insert(place);
    }
    if let Some(items) = schema.get("items") {
        places(root, items, &format!("{at}/*"), found);
    }
}

fn check(value: &Value) -> (Vec<String>, BTreeSet<String>) {
    let (schema, mut seen) = (schema(), BTreeSet::new());
    (faults(&schema, &schema, value, "", &mut seen), seen)
}

#[test]
fn every_field_that_is_written_is_in_the_schema_and_every_field_of_the_schema_is_written() {
    let mut plan = full();
    let unread = Unread { first: "kapan-kapan".to_owned(), last: "nanti".to_owned() };
    (plan.head.unread, plan.rows[0].unread) = (unread.clone(), unread);
    plan.if_then.rehearsed = Some(plan.edited);
    let (faults, seen) = check(&written(&plan));
    assert_eq!(faults, [""; 0]);
    let (schema, mut known) = (schema(), BTreeSet::new());
    places(&schema, &schema, "", &mut known);
    assert_eq!(seen, known);
}

#[test]
fn empty_and_hostile_plans_fit_the_schema() {
    let empty = Plan::new("ab".to_owned(), full().edited);
    for plan in [empty, full(), hostile()] {
        assert_eq!(check(&written(&plan)).0, [""; 0]);
    }
}

#[test]
fn what_is_no_plan_does_not_fit() {
    let good = written(&full());
    for (place, wrong) in [
        ("/format", json!("pandu-profile")),
        ("/schema", json!(2)),
        ("/id", json!(7)),
        ("/edited", json!("kemarin")),
        ("/head/from", json!("1 Desember")),
        ("/rows/0/start", json!(20_261_201)),
        ("/rows/0/factor", json!([])),
        ("/rows", json!({})),
        ("/checkins/0/progress", json!(101)),
        ("/checkins/0/at", json!("2026")),
        ("/if_then/rehearsed", json!(true)),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap() = wrong;
        assert_eq!(check(&bad).0.len(), 1, "{place}");
    }
    let mut bad = good;
    bad.as_object_mut().unwrap().remove("id");
    assert_eq!(check(&bad).0, [": without id"]);
}
