//! A profile as bytes and back. What is written is read back before it counts; what is read is
//! bounded and passes format, sum, schema and invariants in this order.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{compact::Compact, generations::HIGHEST};
pub use crate::store::seal::DEEPEST;
use crate::{
    model::profile::{FORMAT, LARGEST, Profile, SCHEMA},
    store::seal::{self, is_too_deep},
};

/// How a readable file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Every check holds.
    Good,
    /// A newer pandu wrote it; what this one understands is there, nothing may be written over it.
    Newer {
        /// Its schema.
        schema: u64,
    },
    /// Readable and sound, but its sum is wrong: somebody changed it by hand, or a disk did.
    Edited,
}

/// A file that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// What it holds.
    pub profile: Profile,
    /// How it stands.
    pub standing: Standing,
}

/// Why a file is no profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// It is not there although older copies are.
    #[error("the file is missing although older copies exist")]
    Missing,
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More than 16 MiB.
    #[error("the file is larger than 16 MiB")]
    TooLarge,
    /// Nested deeper than 64.
    #[error("the file is nested deeper than {DEEPEST}")]
    TooDeep,
    /// Not JSON, or not of this shape.
    #[error("line {line}, column {column}: {what}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        what: String,
    },
    /// JSON of something else.
    #[error("the file is not a profile of pandu")]
    Foreign,
    /// The sum is wrong and so is the version, so the file cannot be trusted.
    #[error("the sum is wrong")]
    Sum,
    /// No version that ever existed.
    #[error("the file names no known version")]
    Schema,
    /// A number out of range, answers out of order.
    #[error("{0}")]
    Unsound(String),
}

/// Why a profile cannot become bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// It breaks a rule of `Profile::check`, or holds a number that JSON has not.
    #[error("{0}")]
    Unsound(String),
    /// What was written does not read back as the same.
    #[error("what was written does not read back as the same")]
    Unequal,
    /// It takes more than 16 MiB. The bytes are whole and right.
    #[error("the profile takes more than 16 MiB")]
    TooLarge(Vec<u8>),
}

impl From<serde_json::Error> for Damage {
    fn from(error: serde_json::Error) -> Self {
        Self::Shape { line: error.line(), column: error.column(), what: error.to_string() }
    }
}

/// A profile as the bytes of its file, sum included.
///
/// # Errors
/// [`Unwritable`]; nothing that reads back differently is ever returned.
pub fn encode(profile: &Profile) -> Result<Vec<u8>, Unwritable> {
    profile.check().map_err(Unwritable::Unsound)?;
    let mut wanted = profile.clone();
    FORMAT.clone_into(&mut wanted.format);
    "crc32:00000000".clone_into(&mut wanted.sum);
    wanted.schema = SCHEMA;
    env!("CARGO_PKG_VERSION").clone_into(&mut wanted.app);
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Compact::new());
    wanted.serialize(&mut serializer).map_err(|error| Unwritable::Unsound(error.to_string()))?;
    bytes.push(b'\n');
    let digits = seal(&mut bytes).ok_or(Unwritable::Unequal)?;
    wanted.sum = format!("crc32:{digits}");
    let read = parse(&bytes).map_err(|damage| Unwritable::Unsound(damage.to_string()))?;
    if read.standing != Standing::Good || read.profile != wanted {
        return Err(Unwritable::Unequal);
    }
    if bytes.len() > LARGEST { Err(Unwritable::TooLarge(bytes)) } else { Ok(bytes) }
}

/// Writes the right digits into the place of the sum and tells them.
pub(super) fn seal(bytes: &mut [u8]) -> Option<String> {
    seal::seal(bytes, FORMAT)
}

/// Reads the bytes of a profile file.
///
/// # Errors
/// [`Damage`]: the bytes are no profile that may be trusted.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Damage> {
    if bytes.len() > LARGEST {
        return Err(Damage::TooLarge);
    }
    parse(bytes)
}

fn parse(bytes: &[u8]) -> Result<Decoded, Damage> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Damage::Empty);
    }
    if is_too_deep(bytes) {
        return Err(Damage::TooDeep);
    }
    // Editors of some systems put a mark in front; the sum tells that such a file was changed.
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let sum_holds = seal::holds(bytes, FORMAT);
    // What this version wrote itself is read once; only a stranger is looked at from all sides.
    if sum_holds
        && let Ok(profile) = serde_json::from_slice::<Profile>(json)
        && profile.schema == SCHEMA
    {
        return sound(profile, Standing::Good);
    }
    let value: Value = serde_json::from_slice(json)?;
    let fields = value.as_object().ok_or(Damage::Foreign)?;
    if fields.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(Damage::Foreign);
    }
    match fields.get("schema").and_then(Value::as_u64) {
        Some(schema) if schema > u64::from(SCHEMA) && sum_holds => {
            Ok(Decoded { profile: lenient(fields), standing: Standing::Newer { schema } })
        }
        Some(schema) if schema > u64::from(SCHEMA) => Err(Damage::Sum),
        Some(schema) if schema == u64::from(SCHEMA) => {
            // Once more from the bytes: only so an error names its line.
            let profile: Profile = serde_json::from_slice(json)?;
            sound(profile, if sum_holds { Standing::Good } else { Standing::Edited })
        }
        _ => Err(Damage::Schema),
    }
}

/// A profile that holds what must hold in each.
fn sound(profile: Profile, standing: Standing) -> Result<Decoded, Damage> {
    profile.check().map_err(Damage::Unsound)?;
    if profile.rev >= HIGHEST {
        return Err(Damage::Unsound(format!("rev {} was never reached", profile.rev)));
    }
    Ok(Decoded { profile, standing })
}

/// What this version understands of a newer file, field by field.
fn lenient(fields: &Map<String, Value>) -> Profile {
    fn field<T: DeserializeOwned>(fields: &Map<String, Value>, key: &str) -> Option<T> {
        serde_json::from_value(fields.get(key)?.clone()).ok()
    }
    let mut profile = Profile::new(field(fields, "id").unwrap_or_default());
    profile.sum = field(fields, "sum").unwrap_or(profile.sum);
    profile.schema = field(fields, "schema").unwrap_or(u32::MAX);
    profile.rev = field(fields, "rev").unwrap_or(0);
    profile.app = field(fields, "app").unwrap_or_default();
    profile.saved_at = field(fields, "saved_at").unwrap_or(None);
    profile.person = field(fields, "person").unwrap_or_default();
    profile.settings = field(fields, "settings").unwrap_or_default();
    profile.diagnoses = field(fields, "diagnoses").unwrap_or_default();
    let plans: Vec<Value> = field(fields, "plans").unwrap_or_default();
    profile.plans =
        plans.into_iter().filter_map(|plan| serde_json::from_value(plan).ok()).collect();
    let courses: Map<String, Value> = field(fields, "courses").unwrap_or_default();
    let readable = |(key, course)| Some((key, serde_json::from_value(course).ok()?));
    profile.courses = courses.into_iter().filter_map(readable).collect();
    profile
}
