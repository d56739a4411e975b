//! Whether people can look at their own office with what the course asks: statements of every
//! factor, and moves to choose from for every challenge.

use super::{Advice, Sort};
use crate::model::{
    course::{Course, Factor},
    faults::quoted,
    text::{Said, Text},
};

/// Fewest statements from which the mean of a factor says something.
const FEWEST: usize = 3;

/// Checks statements and challenges; a course without any asks nothing about the office, which is
/// its author's choice.
pub(super) fn check(course: &Course, advice: &mut Advice<'_>) {
    if !course.statements.is_empty() {
        for factor in &course.factors {
            statements(course, factor, advice);
        }
    }
    for challenge in course.challenges.iter().filter(|challenge| challenge.moves.is_empty()) {
        let key = quoted(&challenge.key);
        let what = Said::new(
            format!("tantangan {key} tanpa langkah yang dapat dipilih"),
            format!("the challenge {key} has no moves to choose from"),
        );
        let remedy = Text::new(
            "Tulis [[challenge.move]] dengan text.id di bawahnya, tiga sampai enam.",
            "Write [[challenge.move]] with text.id and text.en below it, three to six.",
        );
        advice.about(Sort::Challenge, &challenge.key, what, remedy);
    }
}

fn statements(course: &Course, factor: &Factor, advice: &mut Advice<'_>) {
    let name = &factor.name;
    let count = course.statements.iter().filter(|known| known.factor == factor.key).count();
    let (what, remedy) = match count {
        0 => (
            Said::new(
                format!("faktor {} tanpa pernyataan diagnosis", quoted(&name.id)),
                format!("the factor {} has no statement of the diagnosis", quoted(&name.en)),
            ),
            Said::new(
                format!("Tulis [[statement]] dengan factor = \"{}\" di office.toml.", factor.key),
                format!("Write a [[statement]] with factor = \"{}\" in office.toml.", factor.key),
            ),
        ),
        _ if count < FEWEST => (
            Said::new(
                format!("pernyataan diagnosis untuk faktor {}: {count}", quoted(&name.id)),
                format!("statements of the diagnosis about {}: {count}", quoted(&name.en)),
            ),
            Said::new(
                format!("Tulis paling sedikit {FEWEST}; rata-rata dari satu dua mudah meleset."),
                format!("Write {FEWEST} at least; a mean of one or two is easily off."),
            ),
        ),
        _ => return,
    };
    advice.about(Sort::Factor, &factor.key, what, remedy);
}
