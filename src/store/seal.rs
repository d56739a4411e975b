//! The sum of a file: CRC-32 of its exact bytes with its own eight hex digits read as zeros, in the
//! second key. And how deep a file may nest.

use std::ops::Range;

/// Deepest nesting of a file.
pub const DEEPEST: usize = 64;
const BLANK: &[u8; 8] = b"00000000";

/// Writes the right digits into the place of the sum and tells them.
pub(super) fn seal(bytes: &mut [u8], format: &str) -> Option<String> {
    let place = place(bytes, format)?;
    let digits = digits(bytes, &place);
    bytes.get_mut(place)?.copy_from_slice(digits.as_bytes());
    Some(digits)
}

/// Whether the eight digits are the CRC-32 of the exact bytes with these digits read as zeros.
pub(super) fn holds(bytes: &[u8], format: &str) -> bool {
    place(bytes, format).is_some_and(|place| {
        let digits = digits(bytes, &place);
        bytes.get(place) == Some(digits.as_bytes())
    })
}

fn digits(bytes: &[u8], place: &Range<usize>) -> String {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(bytes.get(..place.start).unwrap_or_default());
    hasher.update(BLANK);
    hasher.update(bytes.get(place.end..).unwrap_or_default());
    format!("{:08x}", hasher.finalize())
}

/// Where the eight digits stand: in the second key of the file and nowhere else.
fn place(bytes: &[u8], format: &str) -> Option<Range<usize>> {
    let mut rest = bytes;
    let format = format!("\"{format}\"");
    for token in [b"{", b"\"format\"".as_slice(), b":", format.as_bytes(), b",", b"\"sum\"", b":"] {
        rest = rest.trim_ascii_start().strip_prefix(token)?;
    }
    rest = rest.trim_ascii_start().strip_prefix(b"\"crc32:")?;
    let start = bytes.len().checked_sub(rest.len())?;
    (rest.get(8) == Some(&b'"')).then_some(start..start.checked_add(8)?)
}

/// A scan of brackets outside strings, so that no parser is asked to go deeper.
pub(super) fn is_too_deep(bytes: &[u8]) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > DEEPEST {
                    return true;
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}
