//! A run as bytes and back: what is written is read back before it counts.

use serde_json::Value;

use crate::{
    model::{
        moment::Moment,
        run::{FORMAT, Run, SCHEMA},
        text::{Lang, Text},
    },
    store::seal::{holds, is_too_deep, seal},
};

/// Seconds that no page is shown for: they would spoil every sum.
const YEAR: i64 = 366 * 24 * 3600;

/// Why a file is no run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Empty, too large, no JSON, or not of this shape.
    #[error("it is damaged")]
    Shape,
    /// JSON of something else.
    #[error("it is not a run of pandu")]
    Foreign,
    /// A newer pandu wrote it.
    #[error("a newer pandu wrote it")]
    Newer,
}

impl Damage {
    /// Why, as the end of a sentence.
    pub fn say(self, lang: Lang) -> &'static str {
        let why = match self {
            Self::Shape => Text::new("rusak", "damaged"),
            Self::Foreign => Text::new("bukan catatan pandu", "not a record of pandu"),
            Self::Newer => Text::new("dari pandu yang lebih baru", "of a newer pandu"),
        };
        why.say(lang)
    }
}

/// Reads the bytes of a run. One that was changed by hand is taken as it is.
///
/// # Errors
/// [`Damage`].
pub fn decode(bytes: &[u8]) -> Result<Run, Damage> {
    if is_too_deep(bytes) {
        return Err(Damage::Shape);
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|_| Damage::Shape)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(Damage::Foreign);
    }
    if value.get("schema").and_then(Value::as_u64) > Some(u64::from(SCHEMA)) {
        return Err(Damage::Newer);
    }
    let run: Run = serde_json::from_value(value).map_err(|_| Damage::Shape)?;
    let seconds = run
        .days
        .iter()
        .flat_map(|day| day.pages.iter().map(|shown| shown.seconds).chain([day.black]));
    if seconds.into_iter().all(|seconds| (0..=YEAR).contains(&seconds)) {
        Ok(run)
    } else {
        Err(Damage::Shape)
    }
}

/// A run as the bytes of its file, sum included; `None` if they do not read back as the same.
pub(super) fn encode(run: &Run, now: Moment) -> Option<Vec<u8>> {
    let mut wanted = run.clone();
    FORMAT.clone_into(&mut wanted.format);
    wanted.schema = SCHEMA;
    "crc32:00000000".clone_into(&mut wanted.sum);
    wanted.saved_at = Some(now);
    let mut bytes = serde_json::to_vec_pretty(&wanted).ok()?;
    bytes.push(b'\n');
    let digits = seal(&mut bytes, FORMAT)?;
    wanted.sum = format!("crc32:{digits}");
    let is_same = decode(&bytes).is_ok_and(|read| read == wanted) && holds(&bytes, FORMAT);
    is_same.then_some(bytes)
}
