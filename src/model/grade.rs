//! What an answer is worth, 0..=1, by the rules for each kind of question. Whatever does not fit
//! the question counts nothing; no answer, however odd, stops the program.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::{
    course::{Choice, Item, Kind},
    profile::Chosen,
    words::level,
};

/// Fewest letters of an accepted answer that forgives one letter off.
const FORGIVING: usize = 6;

/// How a typed answer compares with the accepted ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recalled {
    /// It is an accepted answer.
    Right,
    /// One letter off; holds the accepted answer as written, to be asked about before it counts.
    Near(String),
    /// It is none.
    Wrong,
}

/// The mark of an answer, 0..=1. An empty choice is worth 0.
pub fn mark(item: &Item, chosen: &Chosen) -> f64 {
    match (item.kind, chosen) {
        (Kind::Single, Chosen::Keys(keys)) => single(item, keys),
        (Kind::Multiple, Chosen::Keys(keys)) => multiple(item, keys),
        (Kind::Order, Chosen::Keys(keys)) => order(item, keys),
        (Kind::Truth, Chosen::Truth { verdict, reason }) => truth(item, *verdict, reason),
        (Kind::Recall, Chosen::Typed(typed)) => all_or_none(recall(item, typed) == Recalled::Right),
        (Kind::Match | Kind::Classify, Chosen::Pairs(pairs)) => rows(item, pairs),
        (Kind::Reflect, Chosen::Reflection { ticks, .. }) => {
            let lines = 1..=item.check.len();
            let ticked = lines.filter(|line| ticks.contains(&line.to_string())).count();
            share(ticked, item.check.len())
        }
        _ => 0.0,
    }
}

/// Compares a typed answer with the accepted ones of both languages.
pub fn recall(item: &Item, typed: &str) -> Recalled {
    let typed: Vec<char> = level(typed).chars().collect();
    let mut near = None;
    for accepted in item.accept.id.iter().chain(&item.accept.en) {
        let wanted: Vec<char> = level(accepted).chars().collect();
        if !wanted.is_empty() && wanted == typed {
            return Recalled::Right;
        }
        if near.is_none() && wanted.len() >= FORGIVING && is_one_off(&wanted, &typed) {
            near = Some(accepted.clone());
        }
    }
    near.map_or(Recalled::Wrong, Recalled::Near)
}

const fn all_or_none(is_right: bool) -> f64 {
    if is_right { 1.0 } else { 0.0 }
}

/// Keys of this item's options, each once.
fn known<'keys>(item: &Item, keys: &'keys [String]) -> Vec<&'keys str> {
    let mut known: Vec<&str> = Vec::new();
    for key in keys {
        if item.option(key).is_some() && !known.contains(&key.as_str()) {
            known.push(key);
        }
    }
    known
}

fn is_right(item: &Item, key: &str) -> bool {
    item.option(key).is_some_and(|option| option.right)
}

fn single(item: &Item, keys: &[String]) -> f64 {
    let known = known(item, keys);
    all_or_none(known.len() == 1 && known.iter().all(|key| is_right(item, key)))
}

/// max(0, (right chosen − wrong chosen) / right in all).
fn multiple(item: &Item, keys: &[String]) -> f64 {
    let all = item.right_keys().count();
    let (right, wrong): (Vec<_>, Vec<_>) =
        known(item, keys).into_iter().partition(|key| is_right(item, key));
    share(right.len().saturating_sub(wrong.len()), all)
}

/// Half for the verdict, half for the reason; the reason counts only with the right verdict.
fn truth(item: &Item, verdict: bool, reason: &str) -> f64 {
    if verdict != item.verdict {
        return 0.0;
    }
    if is_right(item, reason) { 1.0 } else { 0.5 }
}

/// The share of the n − 1 neighbouring pairs of the key that stand next to each other here, in
/// their order.
fn order(item: &Item, keys: &[String]) -> f64 {
    let mut seen = vec![false; item.options.len()];
    let mut before = None;
    let mut pairs = 0;
    for key in keys {
        // An unknown or repeated key stands between its neighbours and belongs to no pair.
        let place = item.options.iter().position(|option| option.key == *key);
        let place = place.filter(|&place| {
            seen.get_mut(place).is_some_and(|seen| !std::mem::replace(seen, true))
        });
        if let (Some(before), Some(place)) = (before, place)
            && before + 1 == place
        {
            pairs += 1;
        }
        before = place;
    }
    share(pairs, item.options.len().saturating_sub(1))
}

/// Whether a row stands with the choice that belongs to it.
pub fn is_row_right(item: &Item, row: &Choice, pairs: &BTreeMap<String, String>) -> bool {
    let right = item.right_choice(row);
    !right.is_empty() && pairs.get(&row.key).is_some_and(|chosen| chosen == right)
}

/// The share of rows that stand with the choice that belongs to them.
fn rows(item: &Item, pairs: &BTreeMap<String, String>) -> f64 {
    let right = item.options.iter().filter(|row| is_row_right(item, row, pairs)).count();
    share(right, item.options.len())
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { (part as f64 / whole as f64).min(1.0) }
}

/// Whether one letter was added, left out or replaced, or two neighbours changed places.
fn is_one_off(one: &[char], other: &[char]) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let (long, short) =
        (long.get(same..).unwrap_or_default(), short.get(same..).unwrap_or_default());
    match (long, short) {
        ([_, rest @ ..], short) if rest == short => true,
        ([_, long @ ..], [_, short @ ..]) if long == short => true,
        ([a, b, long @ ..], [c, d, short @ ..]) => a == d && b == c && long == short,
        _ => false,
    }
}
