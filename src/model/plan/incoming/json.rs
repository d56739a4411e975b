//! Whole plans from JSON: one, or several in a list.

use std::collections::BTreeSet;

use serde_json::{Value, error::Category};

use super::{Fault, MOST_PLANS, MOST_ROWS, is_id};
use crate::model::{
    faults::quoted,
    plan::{FORMAT, LONGEST, Plan, SCHEMA},
    text::{Said, Text},
};

/// What each plan says of itself, read before the rest so that the right sentence is said.
#[derive(serde::Deserialize)]
struct Claim {
    #[serde(default)]
    format: Option<String>,
    #[serde(default)]
    schema: Option<u64>,
}

pub(super) fn read(text: &str) -> Result<Vec<Plan>, Vec<Fault>> {
    let one = |fault: Fault| vec![fault];
    let is_list = text.starts_with('[');
    let claims: Vec<Claim> = parse(text, is_list).map_err(one)?;
    for claim in &claims {
        check(claim).map_err(one)?;
    }
    let plans: Vec<Plan> = parse(text, is_list).map_err(one)?;
    if plans.is_empty() || plans.len() > MOST_PLANS {
        return Err(one(Fault::whole(
            Said::new(
                format!("Berkas ini berisi {} rencana.", plans.len()),
                format!("This file holds {} plans.", plans.len()),
            ),
            Said::new(
                format!("Yang dapat dibaca 1 sampai {MOST_PLANS}."),
                format!("1 to {MOST_PLANS} can be read."),
            ),
        )));
    }
    let faults = faults(&plans);
    if faults.is_empty() { Ok(plans) } else { Err(faults) }
}

fn parse<T: serde::de::DeserializeOwned>(text: &str, is_list: bool) -> Result<Vec<T>, Fault> {
    let read = if is_list {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text).map(|only| vec![only])
    };
    read.map_err(|error| said(&error))
}

/// What the reader of JSON found, in our words.
fn said(error: &serde_json::Error) -> Fault {
    let (what, remedy) = match error.classify() {
        Category::Eof => (
            Text::new("Berkas ini terpotong.", "This file is cut off."),
            Text::new("Salin sekali lagi dari asalnya.", "Copy it once more from where it came."),
        ),
        Category::Syntax | Category::Io => (
            Text::new("Ini bukan JSON yang utuh.", "This is not sound JSON."),
            Text::new(
                "Tulis ulang dengan pandu plan --format json.",
                "Write it anew with pandu plan --format json.",
            ),
        ),
        Category::Data => (
            Text::new(
                "Isian di sini bukan yang diharapkan dari sebuah rencana.",
                "What stands here is not what a plan holds.",
            ),
            Text::new(
                "Perbaiki isian itu, atau tulis ulang dengan pandu plan --format json.",
                "Mend it, or write the plan anew with pandu plan --format json.",
            ),
        ),
    };
    let fault = Fault::whole(what, remedy).on(error.line() as u64);
    // In the words of the reader, which name the field that is missing or of another kind.
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    let is_named = error.classify() == Category::Data;
    if is_named { fault.at(&words.chars().take(80).collect::<String>()) } else { fault }
}

fn check(claim: &Claim) -> Result<(), Fault> {
    match claim.format.as_deref() {
        Some(FORMAT) => {}
        Some(crate::model::profile::FORMAT) => {
            return Err(Fault::whole(
                Text::new(
                    "Berkas ini seluruh profil, bukan rencana.",
                    "This file is a whole profile, no plan.",
                ),
                Text::new(
                    "Kembalikan dengan pandu profile restore, atau minta berkas rencananya.",
                    "Restore it with pandu profile restore, or ask for the plan’s own file.",
                ),
            ));
        }
        other => {
            let other = other.unwrap_or_default();
            return Err(Fault::whole(
                Said::new(
                    format!("Ini bukan rencana dari pandu (format {}).", quoted(other)),
                    format!("This is no plan of pandu (format {}).", quoted(other)),
                ),
                Text::new(
                    "Pakai berkas dari pandu plan --format json.",
                    "Use a file from pandu plan --format json.",
                ),
            ));
        }
    }
    if claim.schema.is_some_and(|schema| schema > u64::from(SCHEMA)) {
        return Err(Fault::whole(
            Text::new(
                "Rencana ini ditulis oleh pandu yang lebih baru.",
                "A newer pandu wrote this plan.",
            ),
            Text::new("Perbarui pandu, lalu ulangi.", "Update pandu, then try again."),
        ));
    }
    Ok(())
}

/// What is wrong with plans that could be read.
fn faults(plans: &[Plan]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut names = BTreeSet::new();
    for (number, plan) in plans.iter().enumerate() {
        let place = |rest: &str| {
            if plans.len() > 1 { format!("[{number}]{rest}") } else { format!("id{rest}") }
        };
        if !is_id(&plan.id) || !names.insert(&plan.id) {
            faults.push(bad_id(&plan.id).at(&place("")));
        }
        let mut rows = BTreeSet::new();
        for (at, row) in plan.rows.iter().enumerate() {
            if !is_id(&row.id) || !rows.insert(&row.id) {
                faults.push(bad_id(&row.id).at(&format!("rows[{at}].id")));
            }
        }
        let mut checkins = BTreeSet::new();
        for (at, checkin) in plan.checkins.iter().enumerate() {
            if !is_id(&checkin.id) || !checkins.insert(&checkin.id) {
                faults.push(bad_id(&checkin.id).at(&format!("checkins[{at}].id")));
            }
        }
        if plan.rows.len() > MOST_ROWS {
            faults.push(too_many(plan.rows.len()));
        }
        let value = serde_json::to_value(plan).unwrap_or_default();
        long(&value, "", &mut faults);
    }
    faults
}

fn bad_id(id: &str) -> Fault {
    Fault::whole(
        Said::new(
            format!("ID {} bukan ID, atau sudah dipakai di berkas ini.", quoted(id)),
            format!("{} is no ID, or is used already in this file.", quoted(id)),
        ),
        Text::new(
            "ID terdiri atas paling banyak 64 huruf, angka, - atau _, berbeda untuk setiap baris.",
            "An ID is at most 64 letters, digits, - or _, another one for each row.",
        ),
    )
}

/// A plan of so many rows is no plan.
pub(in crate::model::plan) fn too_many(rows: usize) -> Fault {
    Fault::whole(
        Said::new(
            format!("Rencana ini akan menjadi {rows} baris."),
            format!("This plan would have {rows} rows."),
        ),
        Said::new(
            format!("Paling banyak {MOST_ROWS}; bagilah menjadi beberapa rencana."),
            format!("{MOST_ROWS} at most; divide it into several plans."),
        ),
    )
}

/// A text that is longer than any field.
pub(super) fn too_long(length: usize) -> Fault {
    Fault::whole(
        Said::new(
            format!("Isian ini sepanjang {length} karakter."),
            format!("This text has {length} characters."),
        ),
        Said::new(
            format!("Paling panjang {LONGEST}; pendekkan, tidak ada yang dipotong diam-diam."),
            format!("{LONGEST} at most; shorten it, nothing is cut silently."),
        ),
    )
}

/// Tells every text that is too long, by its path.
fn long(value: &Value, path: &str, faults: &mut Vec<Fault>) {
    match value {
        Value::String(text) => {
            let length = text.chars().count();
            if length > LONGEST {
                faults.push(too_long(length).at(path));
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                long(value, &format!("{path}[{at}]"), faults);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                long(value, &format!("{path}{dot}{name}"), faults);
            }
        }
        _ => {}
    }
}
