//! The stable words that name pages, items, options, modules, factors and sources.

/// Longest key in characters.
pub const LONGEST: usize = 64;

/// Whether `key` has the form `[a-z0-9][a-z0-9-]{0,63}`.
///
/// ```
/// assert!(pandu::model::key::is_key("apa-itu-sop"));
/// assert!(!pandu::model::key::is_key("-sop"));
/// assert!(!pandu::model::key::is_key("SOP"));
/// ```
pub fn is_key(key: &str) -> bool {
    let first = key.bytes().next();
    key.len() <= LONGEST
        && first.is_some_and(|byte| byte != b'-')
        && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
