//! The sheets of the diagnoses: every rating with its evidence, and the means side by side.

use super::{
    Source,
    page::{Cell, Page},
};
use crate::model::{
    diagnosis::{Diagnosis, FactorMean, Rating},
    moment::Moment,
    plan::columns::factor_name,
    text::Text,
};

/// What it is not.
const NOTE: Text = Text::new(
    "Bahan diskusi pandu sendiri, bukan instrumen resmi. Nilai tanpa bukti dihitung paling tinggi 1.",
    "A talking aid of pandu’s own, not an official instrument. A rating without evidence counts 1 at most.",
);

/// The sheets; none while nothing was rated.
pub(super) fn pages(source: &Source<'_>) -> Vec<Page> {
    if source.diagnoses.is_empty() { vec![] } else { vec![ratings(source), means(source)] }
}

fn ratings(source: &Source<'_>) -> Page {
    let say = |id: &'static str, en: &'static str| source.lang.pick(id, en);
    let all = (1..).zip(source.diagnoses);
    Page {
        name: say("Diagnosis", "Diagnosis"),
        title: say("Diagnosis", "Diagnosis").to_owned(),
        note: Some(NOTE.say(source.lang)),
        columns: vec![
            (Cell::text("No."), 4),
            (Cell::text(say("Dimulai", "Begun")), 11),
            (Cell::text(say("Selesai", "Finished")), 11),
            (Cell::text("SOP"), 20),
            (Cell::text(say("Orang", "People")), 8),
            (Cell::text(say("Faktor kunci", "Key factor")), 20),
            (Cell::text(say("Pernyataan", "Statement")), 46),
            (Cell::text(say("Nilai (0–3)", "Rating (0–3)")), 9),
            (Cell::text(say("Nilai dihitung", "Counted rating")), 10),
            (Cell::text(say("Bukti", "Evidence")), 32),
        ],
        rows: all.flat_map(|(number, diagnosis)| of_one(number, diagnosis, source)).collect(),
        room: None,
        has_ids: false,
    }
}

/// The statements in the order of the course, then ratings whose statement it no longer has.
fn of_one(number: u32, diagnosis: &Diagnosis, source: &Source<'_>) -> Vec<Vec<Cell>> {
    let (course, lang) = (source.course, source.lang);
    let none = Rating::default();
    let row = |factor: &str, statement: &str, rating: &Rating| {
        let count =
            |score: Option<u32>| score.map_or(Cell::Empty, |score| Cell::Number(f64::from(score)));
        vec![
            Cell::Number(f64::from(number)),
            Cell::day(diagnosis.begun.map(Moment::date)),
            Cell::day(diagnosis.ended.map(Moment::date)),
            Cell::text(&diagnosis.sop),
            Cell::Number(f64::from(diagnosis.people.max(1))),
            Cell::text(factor),
            Cell::text(statement),
            count(rating.score),
            count(rating.counted()),
            Cell::text(&rating.evidence),
        ]
    };
    let known = course.statements.iter().map(|statement| {
        let rating = diagnosis.ratings.get(&statement.key).unwrap_or(&none);
        row(factor_name(course, &statement.factor, lang), statement.text.get(lang), rating)
    });
    let is_known = |key: &str| course.statements.iter().any(|statement| statement.key == key);
    let others = diagnosis.ratings.iter().filter(|(key, _)| !is_known(key));
    known.chain(others.map(|(key, rating)| row("", key, rating))).collect()
}

/// A row for each factor, a column for each diagnosis: the change is seen at a glance.
fn means(source: &Source<'_>) -> Page {
    let say = |id: &'static str, en: &'static str| source.lang.pick(id, en);
    let column = |(number, diagnosis): (usize, &Diagnosis)| {
        let day = diagnosis.begun.map(|at| Cell::Day(at.date()));
        (day.unwrap_or_else(|| Cell::text(&number.to_string())), 13)
    };
    let mut columns = vec![(Cell::text(say("Faktor kunci", "Key factor")), 40)];
    columns.extend((1..).zip(source.diagnoses).map(column));
    let means: Vec<_> =
        source.diagnoses.iter().map(|diagnosis| diagnosis.means(source.course)).collect();
    let rows = source.course.factors.iter().enumerate().map(|(at, factor)| {
        let mean = |of: &Vec<_>| mean_at(of, at);
        let name = Cell::label(factor.name.get(source.lang));
        std::iter::once(name).chain(means.iter().map(mean)).collect()
    });
    Page {
        name: say("Rata-rata", "Means"),
        title: say("Rata-rata per faktor kunci, 0–3", "Means by key factor, 0–3").to_owned(),
        note: Some(NOTE.say(source.lang)),
        columns,
        rows: rows.collect(),
        room: None,
        has_ids: false,
    }
}

fn mean_at(means: &[FactorMean], at: usize) -> Cell {
    means.get(at).and_then(|factor| factor.mean).map_or(Cell::Empty, Cell::Mean)
}
