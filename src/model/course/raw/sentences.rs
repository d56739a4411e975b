//! Sentences about fields of TOML files.

use super::Place;
use crate::model::{
    faults::{Log, nearest},
    text::{Said, Text},
};

/// The remedy for a word that is not one of the known ones.
pub fn instead<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Said {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, known.iter().copied()) {
        Some(near) => Said::new(
            format!("Mungkin maksud Anda “{near}”."),
            format!("Perhaps “{near}” is meant."),
        ),
        None if known.is_empty() => Text::new("Hapus bagian ini.", "Delete this.").into(),
        None => {
            let list = known.join(", ");
            Said::new(format!("Yang dikenal: {list}."), format!("Known here: {list}."))
        }
    }
}

pub(super) fn missing(name: &str) -> Said {
    Said::new(format!("“{name}” belum ditulis"), format!("“{name}” is missing"))
}

pub(super) const FILL: Text =
    Text::new("Isilah, atau hapus barisnya.", "Fill it in, or delete the line.");

pub(super) fn blank(name: &str) -> Said {
    Said::new(format!("“{name}” kosong"), format!("“{name}” is empty"))
}

pub(super) fn untranslated(name: &str, code: &str) -> Said {
    match code {
        "id" => Said::new(
            format!("“{name}” belum ada dalam bahasa Indonesia"),
            format!("“{name}” has no Indonesian text"),
        ),
        _ => Said::new(
            format!("“{name}” belum ada dalam bahasa Inggris"),
            format!("“{name}” has no English text"),
        ),
    }
}

pub(super) fn translate(name: &str, code: &str) -> Said {
    match code {
        "id" => Said::new(format!("Tambahkan “{name}.id”."), format!("Add “{name}.id”.")),
        _ => Said::new(
            format!("Tambahkan “{name}.en”, atau hapus \"en\" dari languages di course.toml."),
            format!("Add “{name}.en”, or delete \"en\" from languages in course.toml."),
        ),
    }
}

/// What a field must hold, and what to do when it holds something else.
pub(super) struct Shape {
    name: Text,
    remedy: Text,
}

pub(super) const A_TEXT: Shape = Shape {
    name: Text::new("teks", "a text"),
    remedy: Text::new("Apit isinya dengan tanda kutip.", "Put it in quotation marks."),
};
pub(super) const A_FLAG: Shape = Shape {
    name: Text::new("true atau false", "true or false"),
    remedy: Text::new("Tulis salah satunya tanpa tanda kutip.", "Write one, without quotes."),
};
pub(super) const TEXTS: Shape = Shape {
    name: Text::new("daftar teks", "a list of texts"),
    remedy: Text::new("Tulis misalnya [\"…\", \"…\"].", "Write [\"…\", \"…\"], for example."),
};
pub(super) const LANGUAGES: Shape = Shape {
    name: Text::new("teks per bahasa", "a text per language"),
    remedy: Text::new(
        "Tambahkan .id pada namanya, dan .en untuk bahasa Inggris.",
        "Add .id to its name, and .en for English.",
    ),
};
pub(super) const TABLES: Shape = Shape {
    name: Text::new("daftar tabel", "a list of tables"),
    remedy: Text::new(
        "Apit namanya dengan [[ dan ]] di atas setiap bagian.",
        "Put its name between [[ and ]] above each part.",
    ),
};

impl Shape {
    /// Tells that a field does not hold this.
    pub(super) fn missed<T>(&self, name: &str, place: Place, log: &mut Log<'_>) -> Option<T> {
        let Text { id, en } = self.name;
        let what =
            Said::new(format!("“{name}” harus berisi {id}"), format!("“{name}” must hold {en}"));
        log.error(place, what, self.remedy);
        None
    }
}
