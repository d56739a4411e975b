//! The scale in words, and what a mean says.

use super::{HIGHEST, WEAK};
use crate::model::text::{Lang, Text};

/// What each rating means.
pub const SCALE: [Text; HIGHEST as usize + 1] = [
    Text::new("tidak ada", "not there"),
    Text::new("ada, belum rutin", "there, not regular"),
    Text::new("rutin, ada bukti", "regular, with evidence"),
    Text::new(
        "rutin, ada bukti, dan dipakai memperbaiki",
        "regular, with evidence, and used to improve",
    ),
];

/// What is said of a factor that is to be mended before any other.
pub const LOWEST_FIRST: Text = Text::new("perlu dibenahi dulu", "needs work first");

/// What the mean of a factor says.
pub fn level(mean: Option<f64>) -> Text {
    match mean {
        None => Text::new("belum dinilai", "not rated"),
        Some(mean) if mean < WEAK => LOWEST_FIRST,
        Some(mean) if mean < 2.0 => Text::new("belum rutin", "not regular"),
        Some(mean) if mean < f64::from(HIGHEST) => Text::new("rutin", "regular"),
        Some(_) => Text::new("dipakai", "used"),
    }
}

/// Who rated: alone, or how many together.
pub fn people(count: u32, lang: Lang) -> String {
    match (count, lang) {
        (0 | 1, _) => lang.pick("sendiri", "alone").to_owned(),
        (_, Lang::Id) => format!("{count} orang"),
        (_, Lang::En) => format!("{count} people"),
    }
}
