//! Plans on paper and in files of other programs: a plan that is full, one that is hostile and an empty
//! form, each read back by something other than what wrote it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests: a failure is what they are for"
)]

mod calendar;
mod schema;
mod table;
mod web;
mod word;
mod workbook;
pub(crate) mod xml;

use pandu::{
    model::{
        course::Course,
        diagnosis::{Diagnosis, Rating},
        document::text::PORTRAIT,
        plan::{Adaptation, CHALLENGES, CheckIn, Plan, Row, Status},
        safe_text::safe,
        text::Lang,
    },
    report::{
        Format,
        paper::{Paper, Refused, write},
    },
    store::course::{Source, load},
};

/// What tries to become a formula, markup, a control or nothing at all.
pub(crate) const HOSTILE: &[&str] = &[
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://jahat.example\";\"klik\")",
    "+62 811",
    "-3 hari",
    "@SUM(A1:A9)",
    "'=1+1",
    "''tanda kutip",
    "\t=1",
    "\r=1",
    "\u{200b}=1",
    "＝1",
    "<script>alert(1)</script>",
    "</w:t></w:r></w:p><w:p>",
    "</td></tr></table><img src=x onerror=alert(1)>",
    "]]> <!-- --> <?xml?> <![CDATA[",
    "&lt; &#0; &bogus; &amp",
    "\" onload=\"x",
    "a\0b\u{b}c\u{1b}[31m\u{7f}\u{85}",
    "SOP\u{202e}fdp.exe",
    "\u{2066}a\u{2067}b",
    "\u{fffe}\u{ffff}\u{feff}",
    "_x0041_ _x000D_",
    "END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VALARM",
    "a;b,c\\n\\,d\"e\"\\",
    "\"\";\"\r\n\"x",
    "http://jahat.example www.jahat.example siti@kantor.example",
    "&P&N&\"Arial\"",
    "baris satu\nbaris dua\r\n\r\nbaris tiga",
    "e\u{301}\u{301}\u{301} \u{345}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "\u{e000}\u{10ffff}",
    "{{7*7}} ${x} %s %n",
    "سلام עולם",
];

/// As HOSTILE, and two texts that are as long as a field may be.
fn hostile_texts() -> Vec<String> {
    let mut texts: Vec<String> = HOSTILE.iter().map(|text| (*text).to_owned()).collect();
    texts.push("x".repeat(4096));
    texts.push("世".repeat(4096));
    texts
}

fn day(text: &str) -> Option<jiff::civil::Date> {
    text.parse().ok()
}

/// A plan whose texts are made by `next`, with this many rows.
fn plan_of(rows: usize, mut next: impl FnMut() -> String) -> Plan {
    let mut plan = Plan::new(next(), "2026-11-24T09:12:31+07:00".parse().unwrap());
    let head = &mut plan.head;
    for field in [
        &mut head.name,
        &mut head.post,
        &mut head.unit,
        &mut head.government,
        &mut head.sop.number,
        &mut head.sop.title,
        &mut head.baseline.text,
        &mut head.baseline.source,
        &mut head.goal,
        &mut head.superior.name,
        &mut head.superior.post,
        &mut plan.if_then.situation,
        &mut plan.if_then.then,
    ] {
        *field = next();
    }
    (head.from, head.to) = (day("2026-12-01"), day("2027-03-01"));
    plan.adaptation = CHALLENGES.into_iter().map(Adaptation::new).collect();
    plan.adaptation.push(Adaptation::new(&next()));
    for part in &mut plan.adaptation {
        (part.differs, part.change) = (next(), next());
    }
    plan.rows = (0..rows)
        .map(|_| Row {
            id: next(),
            action: next(),
            factor: Some(next()),
            purpose: next(),
            indicator: next(),
            baseline: next(),
            target: next(),
            responsible: next(),
            start: day("2026-12-01"),
            finish: day("2026-12-14"),
            resources: next(),
            obstacle: next(),
            answer: next(),
            evidence: next(),
            status: Status::Other(next()),
            ..Row::default()
        })
        .collect();
    let mut checkin = |due: &str, at: Option<&str>| CheckIn {
        id: next(),
        due: day(due),
        at: at.map(|at| at.parse().unwrap()),
        did: next(),
        evidence: next(),
        progress: 35,
        obstacle: next(),
        next: next(),
        ..CheckIn::default()
    };
    plan.checkins =
        vec![checkin("2026-12-24", Some("2026-12-24T10:00:00+07:00")), checkin("2027-01-23", None)];
    (plan.checkins[1].after, plan.checkins[1].moved) = (Some(60), true);
    plan
}

/// 200 rows in which every text stands in every column once at least.
fn hostile() -> Plan {
    let texts = hostile_texts();
    let mut at = 0;
    plan_of(200, || {
        at += 1;
        // Both numbers share no factor, so that no column sees only some of the texts.
        texts[at * 5 % texts.len()].clone()
    })
}

/// A plan of harmless texts that are all different.
fn full() -> Plan {
    let mut number = 0;
    let mut plan = plan_of(3, || {
        number += 1;
        format!("teks {number}")
    });
    for (row, status) in plan.rows.iter_mut().zip(Status::KNOWN) {
        row.status = status;
        row.factor = Some("monev".to_owned());
    }
    plan
}

fn course() -> Course {
    load(&Source::BuiltIn).unwrap_or_else(|refused| panic!("{:#?}", refused.faults)).course
}

fn diagnoses(texts: &[String]) -> Vec<Diagnosis> {
    let one = |day: &str, score: u32| {
        let at = format!("2026-{day}T09:00:00+07:00").parse().unwrap();
        let mut diagnosis = Diagnosis::new("d".to_owned(), "sop-pemda", at);
        diagnosis.sop.clone_from(&texts[0]);
        for (number, text) in texts.iter().enumerate() {
            let rating = Rating { score: Some(score), evidence: text.clone(), ..Rating::default() };
            diagnosis.ratings.insert(format!("k{number:03}"), rating);
        }
        diagnosis
    };
    vec![one("08-24", 1), one("11-24", 3)]
}

fn bytes(plan: Option<&Plan>, format: Format, lang: Lang) -> Vec<u8> {
    let course = course();
    let diagnoses = if plan.is_some() { diagnoses(&hostile_texts()) } else { vec![] };
    let paper = Paper { plan, course: &course, diagnoses: &diagnoses, width: PORTRAIT, lang };
    write(paper, format).unwrap()
}

/// A text as the sheet shows it: safe lines that are not empty.
fn lines(text: &str) -> Vec<String> {
    let text = safe(text);
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Of the forms that a person fills in by hand, none has a word of anybody or falls apart.
#[test]
fn an_empty_form_can_be_had_in_every_form_that_a_pen_can_fill_and_in_no_other() {
    let course = Course::default();
    for lang in Lang::ALL {
        for format in Format::ALL {
            let paper =
                Paper { plan: None, course: &course, diagnoses: &[], width: PORTRAIT, lang };
            let written = write(paper, format);
            if matches!(format, Format::Json | Format::Ics) {
                assert_eq!(written, Err(Refused::NotEmpty));
                continue;
            }
            assert!(written.unwrap().len() > 300, "{format:?}");
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes_in_every_form() {
    let plan = full();
    for format in Format::ALL {
        let [first, second] = [(); 2].map(|()| bytes(Some(&plan), format, Lang::Id));
        assert!(first == second, "{format:?}");
    }
}
