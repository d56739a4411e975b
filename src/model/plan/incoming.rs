//! A plan that somebody else wrote, or the same one from another laptop, read from a file. Reading
//! changes nothing, keeps every sign, and cuts nothing silently: what cannot be understood is a
//! fault with its place, and then nothing is taken at all.

mod fault;
mod json;
mod table;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub(in crate::model::plan) use self::json::too_many;
pub use self::{
    fault::{Fault, told},
    table::{Line, Table},
};
use super::Plan;
use crate::model::{course::Course, profile::LARGEST, text::Text};

/// Most rows of a plan that is read.
pub const MOST_ROWS: usize = 200;
/// Most plans in one file.
pub const MOST_PLANS: usize = 100;
/// Longest name of a plan or a row, in characters.
const LONGEST_ID: usize = 64;

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming {
    /// Whole plans (JSON).
    Plans(Vec<Plan>),
    /// Rows (CSV).
    Rows(Table),
}

/// Reads a file: JSON where it begins like that, else a table. `course` knows the factors by name,
/// and dates without a year are refused, so that today decides nothing.
///
/// # Errors
/// Every fault that was found; nothing of the file is to be taken then.
pub fn read(bytes: &[u8], course: &Course, today: Date) -> Result<Incoming, Vec<Fault>> {
    let text = text_of(bytes).map_err(|fault| vec![fault])?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err(vec![Fault::whole(
            Text::new("Berkas ini kosong.", "This file is empty."),
            Text::new("Pilih berkas lain.", "Choose another file."),
        )]);
    }
    if start.starts_with(['{', '[']) {
        return json::read(start).map(Incoming::Plans);
    }
    table::read(text, course, today).map(Incoming::Rows)
}

/// The text of a file, without the mark that some programs begin it with.
fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > LARGEST {
        return Err(Fault::whole(
            Text::new("Berkas ini lebih besar daripada 16 MB.", "This file is larger than 16 MB."),
            Text::new("Sebuah rencana tidak sebesar itu.", "No plan is as large as that."),
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let read = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + String::from_utf8_lossy(read).matches('\n').count() as u64;
        Fault::whole(
            Text::new("Bukan teks UTF-8.", "This is no UTF-8 text."),
            Text::new(
                "Di Excel, simpan sebagai “CSV UTF-8”; di LibreOffice, pilih UTF-8.",
                "In Excel, save it as “CSV UTF-8”; in LibreOffice, choose UTF-8.",
            ),
        )
        .on(line)
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether it can be the name of a plan or a row.
fn is_id(id: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    !id.is_empty() && id.chars().count() <= LONGEST_ID && id.chars().all(is_sign)
}
