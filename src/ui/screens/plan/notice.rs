//! What the reserved line of the table says about the last change. It changes nothing.

use crate::model::text::Lang;

/// What the reserved line says about the last change; rows by number, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Added(usize),
    /// A row was copied; this is the copy.
    Copied(usize),
    Removed(usize),
    Edited(usize),
    Moved(usize),
    Head,
    /// A visit of the guided plan changed it.
    Guided,
    Undone,
    /// A plan that was brought in is gone again.
    Gone,
    /// It does not go: a check-in was begun in it since.
    Stays,
    Redone,
}

impl Notice {
    /// In a sentence or two, with the way back.
    pub(super) fn say(self, lang: Lang) -> String {
        let (id, en) = match self {
            Self::Added(row) => (format!("Baris {row} ditambahkan."), format!("Row {row} added.")),
            Self::Removed(row) => (format!("Baris {row} dihapus."), format!("Row {row} deleted.")),
            Self::Edited(row) => (format!("Baris {row} diubah."), format!("Row {row} changed.")),
            Self::Moved(row) => {
                (format!("Sekarang menjadi baris {row}."), format!("It is now row {row}."))
            }
            Self::Head => ("Identitas rencana diubah.".into(), "Plan details changed.".into()),
            Self::Guided => ("Rencana diubah.".into(), "The plan was changed.".into()),
            Self::Copied(row) => (
                format!("Baris {} disalin menjadi baris {row}.", row - 1),
                format!("Row {} copied as row {row}.", row - 1),
            ),
            Self::Undone => {
                return lang
                    .pick("Sudah diurungkan. Tekan y untuk mengulangi.", "Undone. Press y to redo.")
                    .to_owned();
            }
            Self::Gone => {
                return lang
                    .pick(
                        "Rencana yang diambil dari berkas sudah dikeluarkan lagi.",
                        "The plan that was taken in is gone again.",
                    )
                    .to_owned();
            }
            Self::Stays => {
                return lang
                    .pick(
                        "Rencana ini tetap: tinjauannya sudah mulai diisi.",
                        "This plan stays: a check-in was begun in it.",
                    )
                    .to_owned();
            }
            Self::Redone => ("Sudah diulangi.".into(), "Done again.".into()),
        };
        lang.pick(id + " Tekan u untuk mengurungkan.", en + " Press u to undo.")
    }
}
