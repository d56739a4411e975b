//! office.toml: statements to rate one's own office by, and the challenges of replication.

use toml::Spanned;

use super::{own_key, reference};
use crate::model::{
    course::{
        Challenge, Course,
        check::{Index, Sort},
        raw::{English, Fields, instead},
    },
    diagnosis::Statement,
    faults::{Log, quoted},
    plan::CHALLENGES,
    text::Said,
};

/// Reads office.toml.
pub(super) fn read(
    fields: &mut Fields<'_>,
    english: English,
    course: &mut Course,
    index: &mut Index,
    log: &mut Log<'_>,
) {
    for table in fields.tables("statement", log) {
        course.statements.extend(statement(table, english, index, log));
    }
    for table in fields.tables("challenge", log) {
        course.challenges.extend(challenge(table, english, index, log));
    }
}

fn statement(
    mut fields: Fields<'_>,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Statement> {
    let key = own_key(&mut fields, Sort::Statement, index, log);
    let is_there = fields.need("factor", log);
    let factor = is_there.then(|| reference(&mut fields, "factor", Sort::Factor, index, log));
    let text = fields.need_said("text", english, log);
    let evidence = fields.need_said("evidence", english, log);
    fields.end(log);
    let key = key?.into_inner();
    Some(Statement { key, factor: factor.flatten()?, text: text?, evidence: evidence? })
}

fn challenge(
    mut fields: Fields<'_>,
    english: English,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Challenge> {
    let key = own_key(&mut fields, Sort::Challenge, index, log).filter(|key| is_known(key, log));
    let ask = fields.need_said("ask", english, log);
    let mut moves = Vec::new();
    for mut table in fields.tables("move", log) {
        moves.extend(table.need_said("text", english, log));
        table.end(log);
    }
    fields.end(log);
    Some(Challenge { key: key?.into_inner(), ask: ask?, moves })
}

/// A plan has room for the four challenges only; another one could not be answered.
fn is_known(key: &Spanned<String>, log: &mut Log<'_>) -> bool {
    let is_known = CHALLENGES.contains(&key.get_ref().as_str());
    if !is_known {
        let what = Said::new(
            format!("tantangan {} tidak dikenal", quoted(key.get_ref())),
            format!("the challenge {} is not known", quoted(key.get_ref())),
        );
        log.error(key.span(), what, instead(key.get_ref(), CHALLENGES));
    }
    is_known
}
