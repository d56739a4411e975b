//! Whether what is wanted can be measured, and compared with how it is today.

use super::{
    Advice,
    verb::words,
    wording::{
        COUNTS, MONEY, MONTHS, NAMED, NOT_YET, NUMBERS, OF, SHARES, SHOWN, TIMES, UNMEASURED,
        UNSHOWN, WITHIN, Words, YES_OR_NO,
    },
};

/// What a figure counts, where that is plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Per cent, or so many of so many.
    Share,
    /// Days, hours, minutes …
    Time,
    /// Rupiah.
    Money,
}

/// What could be better about a present state and what is wanted; the flag says that it is about
/// what is wanted.
pub(super) fn compare(today: &str, wanted: &str) -> Option<(bool, Advice)> {
    if wanted.trim().is_empty() {
        return None;
    }
    let (now, then) = (words(today), words(wanted));
    let is_measured = has_digit(wanted) || has_any(&then, NUMBERS);
    if !is_measured && !is_yes_or_no(&then) {
        if let Some(word) = then.iter().find(|word| UNMEASURED.contains(word)) {
            return Some((true, Advice::Unmeasured((*word).to_owned())));
        }
        return has_figure(today).then_some((true, Advice::NoFigure));
    }
    let is_told = has_digit(today) || has_any(&now, NUMBERS) || has_any(&now, NOT_YET);
    if has_figure(wanted) && !now.is_empty() && !is_told && !is_yes_or_no(&now) {
        return Some((false, Advice::NoPresentFigure));
    }
    let (before, after) = (sorts(today, &now), sorts(wanted, &then));
    let are_apart = !before.iter().any(|sort| after.contains(sort));
    // "4 loket dalam 30 hari" counts counters, not days.
    let plain = |sorts: &[Sort], words: &[&str]| {
        let is_plain = |sort: &&Sort| **sort != Sort::Time || !is_period(words);
        sorts.iter().find(is_plain).copied()
    };
    match (plain(&before, &now).as_ref(), plain(&after, &then).as_ref()) {
        (Some(before), Some(after)) if are_apart => {
            Some((true, Advice::OtherSort(*before, *after)))
        }
        _ => None,
    }
}

/// What could be better about the evidence.
pub(super) fn of_evidence(lower: &str) -> Option<Advice> {
    let words = words(lower);
    if has_digit(lower) || has_any(&words, SHOWN) {
        return None;
    }
    let word = words.iter().find(|word| UNSHOWN.contains(word))?;
    Some(Advice::NotShown((*word).to_owned()))
}

/// Whether a figure stands in a text that counts something: years, dates and the numbers of decrees
/// do not.
pub(super) fn has_figure(text: &str) -> bool {
    let lower = super::level(text);
    let words = words(&lower);
    let at = |place: usize| words.get(place).copied();
    let number = |place: usize| at(place).and_then(|word| word.parse::<u32>().ok());
    let is_year = |place: usize| number(place).is_some_and(|year| (1900..2100).contains(&year));
    let is_dated = |word: &str| {
        let (year, rest) = word.split_at_checked(4).unwrap_or_default();
        rest.starts_with('-') && year.chars().all(|c| c.is_ascii_digit())
    };
    let mut is_named = false;
    (0..words.len()).any(|place| {
        let word = at(place).unwrap_or_default();
        if !word.chars().any(|c| c.is_ascii_digit()) {
            is_named = NAMED.contains(word);
            return false;
        }
        // "24/12/2026".
        let is_day = number(place).is_some_and(|day| day <= 31);
        let is_date = is_day
            && (number(place + 1).is_some_and(|month| month <= 12) && is_year(place + 2)
                || place > 0 && number(place - 1).is_some() && is_year(place + 1));
        let is_before_month = is_day && at(place + 1).is_some_and(|word| MONTHS.contains(word));
        !(is_named || is_year(place) || is_date || is_before_month || is_dated(word))
    })
}

/// Whether the times in a text tell only within which time, or how often.
fn is_period(words: &[&str]) -> bool {
    let before = |place: usize| place.checked_sub(2).and_then(|place| words.get(place));
    let mut times = words.iter().enumerate().filter(|(_, word)| TIMES.contains(word));
    times.all(|(place, _)| before(place).is_some_and(|word| WITHIN.contains(word)))
}

/// Whether a digit stands in a text.
pub(super) fn has_digit(text: &str) -> bool {
    text.chars().take(super::FAR).any(|c| c.is_ascii_digit())
}

fn has_any(words: &[&str], known: Words) -> bool {
    words.iter().any(|word| known.contains(word))
}

/// "ditandatangani", "terpasang", "SOP terbit".
fn is_yes_or_no(words: &[&str]) -> bool {
    words.iter().any(|word| {
        let is_passive = (word.starts_with("di") || word.starts_with("ter"))
            && word.chars().count() > 6
            && !UNMEASURED.contains(word);
        is_passive || YES_OR_NO.contains(word)
    })
}

/// What the figures of a text count; units that nobody lists here count as unknown.
fn sorts(lower: &str, words: &[&str]) -> Vec<Sort> {
    let is_number = |word: Option<&&str>| {
        word.is_some_and(|word| COUNTS.contains(word) || word.chars().any(|c| c.is_ascii_digit()))
    };
    let at = |place: usize| words.get(place);
    let places = || 0..words.len();
    let before = |place: usize| place.checked_sub(1).and_then(at);
    let knows = |known: Words, place: usize| at(place).is_some_and(|word| known.contains(word));
    let is_share = lower.contains('%')
        || places().any(|place| knows(SHARES, place) && is_number(before(place)))
        || places()
            .any(|place| knows(OF, place) && is_number(before(place)) && is_number(at(place + 1)));
    let is_time = places().any(|place| knows(TIMES, place) && is_number(before(place)));
    let is_money = places()
        .any(|place| knows(MONEY, place) && (is_number(at(place + 1)) || is_number(before(place))))
        || words.iter().any(|word| {
            word.strip_prefix("rp")
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        });
    [(Sort::Share, is_share), (Sort::Time, is_time), (Sort::Money, is_money)]
        .into_iter()
        .filter_map(|(sort, is_there)| is_there.then_some(sort))
        .collect()
}
