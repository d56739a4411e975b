//! A plan on paper: what a screen shows, an overview of its rows, and room for two signatures.

use super::{document, or_dash, period};
use crate::model::{
    course::Course,
    document::{Document, plain, strong},
    markdown::{Block, Span},
    plan::{Plan, Row},
    text::Lang,
};

/// Fewest rows that an overview is worth.
const SEVERAL: usize = 2;
/// Rows left for a signature.
const ROOM: usize = 3;

/// The whole plan for print. `course` gives the names of the key factors. NIP is neither asked nor
/// stored: the form carries an empty line for it.
pub fn printed(plan: &Plan, course: &Course, lang: Lang) -> Document {
    let mut paper = document(plan, course, lang);
    if plan.rows.len() >= SEVERAL {
        // Between the head and the if-then sentence.
        let overview = [
            Block::Heading(vec![plain(lang.pick("Ringkasan aksi", "Actions at a glance"))]),
            overview(&plan.rows, lang),
        ];
        let after = 1.min(paper.blocks.len());
        paper.blocks.splice(after..after, overview);
    }
    paper.blocks.push(signatures(plan, lang));
    paper
}

fn overview(rows: &[Row], lang: Lang) -> Block {
    let head = |id: &'static str, en: &'static str| vec![strong(lang.pick(id, en))];
    let header = vec![
        head("No", "No"),
        head("Rencana aksi", "Action"),
        head("Penanggung jawab", "Responsible"),
        head("Waktu", "Time"),
        head("Status", "Status"),
    ];
    let cells = |(number, row): (usize, &Row)| {
        [
            number.to_string(),
            or_dash(&row.action),
            or_dash(&row.responsible),
            period(row.start, row.finish, lang),
            row.status.say(lang).to_owned(),
        ]
        .map(|text| vec![plain(text)])
        .to_vec()
    };
    Block::Table { header, rows: (1..).zip(rows).map(cells).collect() }
}

/// Who wrote it and who agrees, side by side.
fn signatures(plan: &Plan, lang: Lang) -> Block {
    let head = &plan.head;
    let pair = |left: String, right: String| vec![vec![plain(left)], vec![plain(right)]];
    let same = |text: &str| pair(text.to_owned(), text.to_owned());
    let header: Vec<Vec<Span>> = vec![
        vec![strong(lang.pick("Disusun oleh,", "Written by,"))],
        vec![strong(lang.pick("Disetujui oleh,", "Agreed by,"))],
    ];
    let mut rows = vec![pair(or_dash(&head.post), or_dash(&head.superior.post))];
    rows.extend((0..ROOM).map(|_| same("")));
    rows.push(pair(or_dash(&head.name), or_dash(&head.superior.name)));
    rows.push(same("NIP ..............."));
    rows.push(same(lang.pick("Tanggal ...........", "Date ..............")));
    Block::Table { header, rows }
}
