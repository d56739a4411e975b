//! Who a profile belongs to. A display name is enough; nothing that identifies anybody further.

use serde::{Deserialize, Serialize};

use super::Unknown;
use crate::model::{
    safe_text::{cap, limit, safe_line},
    text::Lang,
};

/// Display name and office; both may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Display name.
    #[serde(default)]
    pub name: String,
    /// Office.
    #[serde(default)]
    pub office: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Person {
    /// Name and office on one line, safe to show.
    pub fn title(&self, lang: Lang) -> String {
        let field = |text: &str| cap(safe_line(text).trim(), limit::NAME).into_owned();
        match (field(&self.name), field(&self.office)) {
            (name, office) if name.is_empty() && office.is_empty() => {
                lang.pick("tanpa nama", "without a name").to_owned()
            }
            (name, office) if office.is_empty() => name,
            (name, office) if name.is_empty() => office,
            (name, office) => format!("{name}, {office}"),
        }
    }
}
