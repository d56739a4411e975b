//! Whether one post is responsible, so that somebody knows whom to ask.

use super::{
    Advice, level,
    verb::words,
    wording::{EVERYONE, GROUPS, POSTS},
};

/// Between two posts. Commas and "dan" stand inside the names of posts as well, so what follows has
/// to begin like a post.
const BETWEEN: [&str; 7] = [" dan ", " serta ", " bersama ", ",", ";", "/", "&"];

/// What could be better about who is responsible.
pub(super) fn of_responsible(text: &str) -> Option<Advice> {
    let lower = level(text);
    let words = words(&lower);
    let first = words.first()?;
    if let Some(word) = words.iter().find(|word| EVERYONE.contains(word)) {
        return Some(Advice::Everyone((*word).to_owned()));
    }
    let leads = ["leader", "lead", "head", "coordinator"];
    if GROUPS.contains(first) && !words.iter().any(|word| leads.contains(word)) {
        return Some(Advice::Group(text.trim().chars().take(super::FAR).collect()));
    }
    is_several(&lower).then_some(Advice::Several)
}

fn is_several(lower: &str) -> bool {
    let mut parts = vec![lower];
    for sign in BETWEEN {
        parts = parts.into_iter().flat_map(|part| part.split(sign)).collect();
    }
    let begins_like_a_post =
        |part: &&str| words(part).first().is_some_and(|word| POSTS.contains(word));
    parts.iter().flat_map(|part| part.split('\n')).filter(begins_like_a_post).count() > 1
}
