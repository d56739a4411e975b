//! The shared state as bytes and back. What is read is bounded and checked; what a show holds is
//! small.

use serde_json::Value;

use crate::{
    model::live::{FORMAT, Live, SCHEMA},
    store::seal::is_too_deep,
};

/// Largest file in bytes.
pub const LARGEST: usize = 1024 * 1024;
/// Beyond it other programs lose digits.
pub(super) const HIGHEST: u64 = 1 << 53;

/// Why a file is no state of a show.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// No bytes at all: the machine went down before the medium had them.
    #[error("the file is empty")]
    Empty,
    /// More than 1 MiB.
    #[error("the file is larger than 1 MiB")]
    TooLarge,
    /// A folder, a link, a pipe or a device.
    #[error("it is not a plain file")]
    NotAFile,
    /// Not JSON, or not of this shape.
    #[error("{0}")]
    Shape(String),
    /// JSON of something else.
    #[error("it is not the state of a show of pandu")]
    Foreign,
    /// A newer pandu wrote it.
    #[error("a newer pandu wrote it (schema {schema})")]
    Newer {
        /// Its schema.
        schema: u64,
    },
    /// A number that no show reaches.
    #[error("a number in it was never reached")]
    Unsound,
}

/// The state as the bytes of its file.
pub fn encode(state: &Live) -> Vec<u8> {
    // The state is a tree of plain values with text keys: nothing in it can fail.
    let mut bytes = serde_json::to_vec(state).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Reads the bytes of the file.
///
/// # Errors
/// [`Damage`].
pub fn decode(bytes: &[u8]) -> Result<Live, Damage> {
    if bytes.len() > LARGEST {
        return Err(Damage::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Damage::Empty);
    }
    if is_too_deep(bytes) {
        return Err(Damage::Shape("it is nested too deep".to_owned()));
    }
    let shape = |error: serde_json::Error| Damage::Shape(error.to_string());
    let value: Value = serde_json::from_slice(bytes).map_err(shape)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(Damage::Foreign);
    }
    match value.get("schema").and_then(Value::as_u64) {
        Some(schema) if schema > u64::from(SCHEMA) => return Err(Damage::Newer { schema }),
        Some(schema) if schema == u64::from(SCHEMA) => {}
        _ => return Err(Damage::Foreign),
    }
    let state: Live = serde_json::from_value(value).map_err(shape)?;
    if state.seq >= HIGHEST { Err(Damage::Unsound) } else { Ok(state.sound()) }
}
