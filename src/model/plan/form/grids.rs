//! The tables of the sheet: rows, adaptation, check-ins.

use super::{Column, DASH, Grid, Part, Use, lines};
use crate::model::{
    course::Course,
    dates,
    plan::{
        Adaptation, CheckIn, Plan, Row, Status, challenge, columns::factor_name, document::period,
    },
    text::Lang,
};

/// A cell that holds one text.
fn one(text: &str, meant: Use) -> Vec<Part> {
    vec![Part { label: None, lines: lines(text, meant) }]
}

/// A cell that several texts share, each below its label; the first has none where the column says
/// what it is. What is empty is left out, unless it is written on by hand.
fn several(texts: &[(Option<&'static str>, &str)], meant: Use) -> Vec<Part> {
    let part = |(label, text): &(Option<&'static str>, &str)| {
        let mut lines = lines(text, Use::WriteOn);
        if lines.is_empty() && label.is_none() && meant == Use::WriteOn {
            // Room before the next label.
            lines = vec![String::new(); 3];
        }
        let is_kept = !lines.is_empty() || meant == Use::WriteOn;
        is_kept.then_some(Part { label: *label, lines })
    };
    let parts: Vec<Part> = texts.iter().filter_map(part).collect();
    if parts.is_empty() { vec![Part { label: None, lines: vec![DASH.to_owned()] }] } else { parts }
}

fn columns(named: &[(&'static str, usize)]) -> Vec<Column> {
    named.iter().map(|&(name, share)| Column { name, share }).collect()
}

pub(super) fn actions(plan: &Plan, course: &Course, lang: Lang, meant: Use) -> Grid {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let rows = (1..).zip(&plan.rows).map(|(number, row)| action(number, row, course, lang, meant));
    Grid {
        title: say("Rencana aksi", "Actions"),
        columns: columns(&[
            (say("No.", "No."), 32),
            (say("Rencana aksi", "Action"), 172),
            (say("Tujuan", "Purpose"), 110),
            (say("Indikator", "Indicator"), 140),
            (say("Penanggung jawab", "Responsible"), 102),
            (say("Waktu", "Time"), 90),
            (say("Sumber daya", "Resources"), 96),
            (say("Hambatan", "Obstacle"), 122),
            (say("Bukti", "Evidence"), 82),
            (say("Status", "Status"), 54),
        ]),
        rows: rows.collect(),
        room: (meant == Use::WriteOn).then_some(22),
    }
}

fn action(number: usize, row: &Row, course: &Course, lang: Lang, meant: Use) -> Vec<Vec<Part>> {
    let say = |id: &'static str, en: &'static str| Some(lang.pick(id, en));
    let factor = row.factor.as_deref().map_or("", |key| factor_name(course, key, lang));
    let time = match (row.start, row.finish) {
        (None, None) => String::new(),
        // Two days, two lines: the column is narrow.
        (start, finish) => period(start, finish, lang).replace(" – ", " –\n"),
    };
    let status = match meant {
        Use::WriteOn if row.status == Status::Planned => "",
        _ => row.status.say(lang),
    };
    vec![
        one(&number.to_string(), meant),
        several(&[(None, &row.action), (say("Faktor", "Factor"), factor)], meant),
        one(&row.purpose, meant),
        several(
            &[
                (None, &row.indicator),
                (say("Data dasar", "Baseline"), &row.baseline),
                (Some("Target"), &row.target),
            ],
            meant,
        ),
        one(&row.responsible, meant),
        one(&time, meant),
        one(&row.resources, meant),
        several(&[(None, &row.obstacle), (say("Cara mengatasi", "Response"), &row.answer)], meant),
        one(&row.evidence, meant),
        one(status, meant),
    ]
}

pub(super) fn adaptation(plan: &Plan, lang: Lang, meant: Use) -> Option<Grid> {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let is_told = |part: &&Adaptation| meant == Use::WriteOn || !part.is_empty();
    let row = |part: &Adaptation| {
        let name = challenge(&part.challenge, lang).unwrap_or(&part.challenge);
        vec![one(name, meant), one(&part.differs, meant), one(&part.change, meant)]
    };
    let rows: Vec<_> = plan.adaptation.iter().filter(is_told).map(row).collect();
    (!rows.is_empty()).then(|| Grid {
        title: say("Penyesuaian dengan kantor sendiri", "Adapted to the office"),
        columns: columns(&[
            (say("Tantangan", "Challenge"), 160),
            (say("Yang berbeda di kantor kami", "What differs in our office"), 420),
            (say("Karena itu, yang diubah", "What therefore changes"), 420),
        ]),
        rows,
        room: (meant == Use::WriteOn).then_some(14),
    })
}

pub(super) fn checkins(plan: &Plan, lang: Lang, meant: Use) -> Option<Grid> {
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    let rows: Vec<_> = (1..)
        .zip(plan.checkins_by_day())
        .map(|(number, checkin)| check(number, checkin, lang, meant))
        .collect();
    (!rows.is_empty()).then(|| Grid {
        title: say("Tinjauan", "Check-ins"),
        columns: columns(&[
            (say("Tenggat", "Due"), 100),
            (say("Dilakukan", "Held"), 100),
            (say("Yang dikerjakan", "What was done"), 230),
            (say("Bukti", "Evidence"), 140),
            (say("Kemajuan", "Progress"), 80),
            (say("Hambatan", "Obstacle"), 170),
            (say("Langkah berikutnya", "Next step"), 180),
        ]),
        rows,
        room: (meant == Use::WriteOn).then_some(19),
    })
}

fn check(number: usize, checkin: &CheckIn, lang: Lang, meant: Use) -> Vec<Vec<Part>> {
    let day = |date| dates::short_date(date, lang);
    let due = match (checkin.due, meant) {
        (None, Use::WriteOn) => format!("{} {}", number * 30, lang.pick("hari:", "days:")),
        (due, _) => due.map(day).unwrap_or_default(),
    };
    let held = checkin.at.map(|at| day(at.date())).unwrap_or_default();
    let progress = checkin.at.map(|_| format!("{} %", checkin.progress)).unwrap_or_default();
    // What is still to come is filled in later, by hand where the sheet is printed.
    let due_as = meant;
    let meant = if checkin.at.is_none() { Use::WriteOn } else { meant };
    vec![
        one(&due, due_as),
        one(&held, meant),
        one(&checkin.did, meant),
        one(&checkin.evidence, meant),
        one(&progress, meant),
        one(&checkin.obstacle, meant),
        one(&checkin.next, meant),
    ]
}
