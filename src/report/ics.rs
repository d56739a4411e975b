//! A plan as a calendar (RFC 5545): one whole-day event for the first and for the last day of each
//! row and for each check-in, with alarms. It is written once more after every change of the plan:
//! each event keeps its name, so that a calendar renews it instead of showing it twice.
//!
//! Written line by line: crates for it bring a second library of dates, a clock and chance.

mod lines;

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use lines::Lines;

use crate::model::{
    plan::{CheckIn, Plan, Row, Status, document::name_of},
    safe_text::{cap, safe, safe_line},
    text::Lang,
};

/// Second zero of the sequence numbers, 1 January 2020: they stay small.
const SEQUENCE_START: i64 = 1_577_836_800;
/// Longest summary, in signs: calendars show one line.
const SUMMARY: usize = 150;
/// The day before at nine.
const DAY_BEFORE: &str = "-PT15H";
/// Three days before at nine.
const DAYS_BEFORE: &str = "-P2DT15H";

/// An event.
struct Event {
    uid: String,
    day: Date,
    summary: String,
    description: String,
    status: &'static str,
    /// When it reminds, before the day begins.
    alarms: &'static [&'static str],
}

/// The calendar; `None` for a plan in which nothing has a day, since an empty calendar is none.
pub fn plan(plan: &Plan, lang: Lang) -> Option<Vec<u8>> {
    let mut events: Vec<Event> = plan.rows.iter().flat_map(|row| of_row(plan, row, lang)).collect();
    let checkins = plan.checkins_by_day().into_iter();
    events.extend(checkins.filter_map(|checkin| of_checkin(plan, checkin, lang)));
    // A calendar has four digits for a year.
    events.retain(|event| event.day.year() > 0);
    if events.is_empty() {
        return None;
    }
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.text("PRODID", "-//pandu//rencana tindak lanjut//ID");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.text("X-WR-CALNAME", &calendar_name(plan, lang));
    let mut seen = BTreeSet::new();
    for event in &events {
        write(&mut out, event, plan, &mut seen);
    }
    out.line("END", "VCALENDAR");
    Some(out.into_bytes())
}

/// "RTL · SOP Izin Praktik".
fn calendar_name(plan: &Plan, lang: Lang) -> String {
    let name = lang.pick("RTL", "Follow-up plan");
    name_of(plan).map_or_else(|| name.to_owned(), |sop| format!("{name} · {}", cap(&sop, SUMMARY)))
}

/// Letters and digits stay, every other byte is written in hex: no two IDs become one.
fn plain_id(id: &str) -> String {
    let plain = |byte: u8| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        other => format!("_{other:02x}"),
    };
    id.bytes().map(plain).collect()
}

fn uid(plan: &Plan, id: &str, kind: &str) -> String {
    format!("{}-{}-{kind}@pandu", plain_id(&plan.id), plain_id(id))
}

fn of_row(plan: &Plan, row: &Row, lang: Lang) -> Vec<Event> {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let (status, is_open) = match row.status {
        Status::Dropped => ("CANCELLED", false),
        Status::Done => ("CONFIRMED", false),
        _ => ("CONFIRMED", true),
    };
    let event = |day, kind: &str, word: &str, alarms: &'static [&'static str]| Event {
        uid: uid(plan, &row.id, kind),
        day,
        summary: named(word, &row.action, lang),
        description: told(row, plan, lang),
        status,
        alarms: if is_open { alarms } else { &[] },
    };
    // What lasts a day is one event, not two.
    let start = row.start.filter(|start| Some(*start) != row.finish);
    let start = start.map(|day| event(day, "start", say("Mulai", "Start"), &[DAY_BEFORE]));
    let finish = row.finish;
    let alarms: &[_] = &[DAYS_BEFORE, DAY_BEFORE];
    let finish = finish.map(|day| event(day, "finish", say("Tenggat", "Deadline"), alarms));
    start.into_iter().chain(finish).collect()
}

fn of_checkin(plan: &Plan, checkin: &CheckIn, lang: Lang) -> Option<Event> {
    let sop = name_of(plan).unwrap_or_default();
    let ask = lang.pick(
        "Buka pandu: apa yang sudah dikerjakan, buktinya, kemajuan, hambatan, langkah berikutnya.",
        "Open pandu: what was done, its evidence, progress, obstacle, next step.",
    );
    let done = lang.pick("Sudah dilakukan.", "Held.");
    Some(Event {
        uid: uid(plan, &checkin.id, "checkin"),
        day: checkin.due?,
        summary: named(&checkin.name(lang), &sop, lang),
        description: if checkin.at.is_some() { done } else { ask }.to_owned(),
        status: "CONFIRMED",
        alarms: if checkin.at.is_some() { &[] } else { &[DAY_BEFORE] },
    })
}

/// "Mulai: Menyusun daftar periksa".
fn named(word: &str, what: &str, lang: Lang) -> String {
    let what = safe_line(what);
    let what = cap(what.trim(), SUMMARY);
    if what.is_empty() {
        return format!("{word} ({})", lang.pick("belum diisi", "not filled in yet"));
    }
    format!("{word}: {what}")
}

/// What a person wants to know on the day.
fn told(row: &Row, plan: &Plan, lang: Lang) -> String {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let sop = name_of(plan).unwrap_or_default();
    let lines = [
        ("SOP", sop.as_str()),
        (say("Rencana aksi", "Action"), &row.action),
        (say("Target", "Target"), &row.target),
        (say("Penanggung jawab", "Responsible"), &row.responsible),
        (say("Hambatan", "Obstacle"), &row.obstacle),
        (say("Cara mengatasi", "Response"), &row.answer),
        (say("Bukti", "Evidence"), &row.evidence),
        (say("Status", "Status"), row.status.say(lang)),
    ];
    let filled = lines.iter().filter(|(_, text)| !text.trim().is_empty());
    let lines: Vec<String> =
        filled.map(|(label, text)| format!("{label}: {}", safe(text).trim())).collect();
    lines.join("\n")
}

fn write(out: &mut Lines, event: &Event, plan: &Plan, seen: &mut BTreeSet<String>) {
    let at = plan.edited.timestamp();
    let day = |day: Date| day.strftime("%Y%m%d").to_string();
    // Two rows of one ID are two events all the same.
    let mut uid = event.uid.clone();
    for number in 2.. {
        if seen.insert(uid.clone()) {
            break;
        }
        uid = format!("{number}-{}", event.uid);
    }
    out.line("BEGIN", "VEVENT");
    out.text("UID", &uid);
    out.line("DTSTAMP", &stamp(at));
    out.line("LAST-MODIFIED", &stamp(at));
    out.line("SEQUENCE", &sequence(at).to_string());
    out.line("DTSTART;VALUE=DATE", &day(event.day));
    // The end is the first day that is free again; a day alone is what a missing end means.
    if let Ok(next) = event.day.tomorrow() {
        out.line("DTEND;VALUE=DATE", &day(next));
    }
    out.text("SUMMARY", &event.summary);
    out.text("DESCRIPTION", &event.description);
    out.line("STATUS", event.status);
    out.line("TRANSP", "TRANSPARENT");
    for alarm in event.alarms {
        out.line("BEGIN", "VALARM");
        out.line("ACTION", "DISPLAY");
        out.text("DESCRIPTION", &event.summary);
        out.line("TRIGGER", alarm);
        out.line("END", "VALARM");
    }
    out.line("END", "VEVENT");
}

/// "20261124T021231Z".
fn stamp(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Grows with every minute in which the plan changed, so that calendars take the later version.
fn sequence(at: Timestamp) -> i64 {
    ((at.as_second() - SEQUENCE_START) / 60).clamp(0, i64::from(i32::MAX))
}

#[cfg(test)]
mod tests;
