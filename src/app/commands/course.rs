//! `pandu course`: the built-in course as a folder that a facilitator can edit.

use std::path::Path;

use crate::{
    app::settings::{Answer, Settings},
    model::{safe_text::safe_line, text::Lang},
    store::course,
};

/// Writes the built-in course into an empty or new folder.
///
/// # Errors
/// Where the folder is not empty or cannot be written.
pub fn export(settings: &Settings, dir: &Path) -> Answer {
    let lang = settings.lang();
    let count = course::export(dir).map_err(|fault| fault.say(lang))?;
    let place = safe_line(&dir.to_string_lossy()).into_owned();
    Ok(match lang {
        Lang::Id => {
            format!("{count} berkas ditulis ke {place}. Mulailah dari PANDUAN-PENULIS.md di sana.")
        }
        Lang::En => {
            format!("{count} files were written to {place}. Begin with AUTHORS-GUIDE.md there.")
        }
    })
}
