//! Whether an action begins with a verb that others can see happen.

use super::{
    Advice, FAR,
    wording::{EMPTY, HOW, LOOSE, NOT_NOUNS, NOUNS, RAISING, STATES, THINGS, TRYING},
};

/// A state stands at most so many words behind the verb that raises it.
const NEAR: usize = 3;
/// Shortest noun that is known by its ending.
const SHORTEST: usize = 7;
/// Words after "by" that say how; fewer say nothing.
const HOW_WORDS: usize = 2;
/// Prefixes of Indonesian verbs, before which the ending of a noun counts for nothing.
const PREFIXES: [&str; 2] = ["me", "ber"];

/// What could be better about an action.
pub(super) fn of_action(action: &str) -> Option<Advice> {
    let text: String = action.chars().take(FAR).collect();
    // A number or a bullet in front is no word.
    let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let lower = text.to_lowercase();
    let words = words(&lower);
    let first = words.first()?;
    if let Some(advice) = noun(text, first, words.get(1)) {
        return Some(advice);
    }
    vague(&lower, &words).map(Advice::Vague)
}

/// The words of a lowercase text: letters, digits and the hyphens between them.
pub(super) fn words(lower: &str) -> Vec<&str> {
    lower
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
        .collect()
}

/// `next` is the word after the first one.
fn noun(text: &str, first: &str, next: Option<&&str>) -> Option<Advice> {
    let shown: String = text.chars().take(first.chars().count()).collect();
    if let Some((_, verb)) = NOUNS.iter().find(|(noun, _)| *noun == first) {
        let rest: String = text.chars().skip(first.chars().count()).collect();
        // "Menggelar rapat" and "Berkoordinasi" are followed by what the noun was followed by.
        let stays = verb.to_lowercase().ends_with(first);
        let fits = next.is_some_and(|next| stays || !LOOSE.contains(next));
        return Some(Advice::Noun(shown, fits.then(|| format!("{verb}{}", rest.trim_end()))));
    }
    let is_noun = THINGS.contains(first) || ends_like_a_noun(first);
    is_noun.then_some(Advice::Noun(shown, None))
}

/// "penyusunan", "kehadiran", "standardisasi", "preparation", "improvement".
fn ends_like_a_noun(word: &str) -> bool {
    let is_long = word.chars().count() >= SHORTEST && word.is_ascii();
    if !is_long || NOT_NOUNS.contains(word) || PREFIXES.iter().any(|it| word.starts_with(it)) {
        return false;
    }
    // "pertahankan" and "kerjakan" are verbs.
    let is_of_a_verb = ["pe", "ke"].iter().any(|it| word.starts_with(it))
        && word.ends_with("an")
        && !word.ends_with("kan");
    is_of_a_verb || ["isasi", "asi", "tion", "ment", "ness"].iter().any(|it| word.ends_with(it))
}

/// The words that can mean anything, where it is not said how.
fn vague(lower: &str, words: &[&str]) -> Option<String> {
    let first = words.first()?;
    if says_how(words) {
        return None;
    }
    if RAISING.contains(first) && !is_from_to(words) {
        let state = words.iter().skip(1).take(NEAR).position(|word| STATES.contains(word));
        if let Some(at) = state {
            return words.get(..at + 2).map(|words| words.join(" "));
        }
    }
    let has_digit = lower.chars().any(|c| c.is_ascii_digit());
    if TRYING.contains(first) && !has_digit {
        return Some((*first).to_owned());
    }
    EMPTY.iter().find(|phrase| lower.contains(**phrase)).map(|phrase| (*phrase).to_owned())
}

/// "dari 70 menjadi 85" can be seen to happen.
fn is_from_to(words: &[&str]) -> bool {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let has = |known: &[&str]| {
        words.windows(2).any(|pair| match pair {
            [word, next] => known.contains(word) && is_number(next),
            _ => false,
        })
    };
    has(&["dari", "from"]) && has(&["ke", "menjadi", "to"])
}

/// "melalui simulasi tiap Senin", but not "dengan baik".
fn says_how(words: &[&str]) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let rest = words.get(at + 1..).unwrap_or_default();
        let is_empty = |word: &&str| matches!(*word, "baik" | "sebaik" | "optimal" | "maksimal");
        HOW.contains(word) && rest.len() >= HOW_WORDS && !rest.first().is_some_and(is_empty)
    })
}
