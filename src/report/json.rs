//! A plan as JSON, in the shape that the profile keeps it in: nothing left out, nothing changed.

use std::fmt::Write;

use crate::model::{plan::Plan, safe_text::safe};

/// The plan, one field a line. What could steer a terminal is written as `\u` escapes, which mean
/// the same to every reader.
pub fn plan(plan: &Plan) -> String {
    // Only a map with keys that are no text could fail, and a plan has none.
    let json = serde_json::to_string_pretty(plan).unwrap_or_default();
    let mut out = String::with_capacity(json.len() + 1);
    let mut bytes = [0; 4];
    for c in json.chars() {
        let is_plain = matches!(c, '\n' | ' '..='~');
        let alone: &str = c.encode_utf8(&mut bytes);
        if is_plain || safe(alone) == alone {
            out.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out.push('\n');
    out
}
