//! `pandu check`: the loader that the app runs, and what it found.

use std::path::PathBuf;

use crate::{
    app::settings::{Answer, Settings, source},
    model::text::Lang,
    store::course,
};

/// Checks a course folder, the built-in course when none is named.
///
/// # Errors
/// The faults that keep it from opening; with `is_strict`, advice as well.
pub fn check(settings: &Settings, dir: Option<PathBuf>, is_strict: bool) -> Answer {
    let lang = settings.lang();
    let loaded = course::load(&source(dir.or_else(|| settings.course.clone())))
        .map_err(|bad| course::render(&bad.faults, &bad.files, lang, false))?;
    let advice = course::render(&loaded.advice, &loaded.files, lang, false);
    if is_strict && !loaded.advice.is_empty() {
        return Err(advice.into());
    }
    let modules = loaded.course.modules.len();
    let pages: usize = loaded.course.modules.iter().map(|module| module.pages.len()).sum();
    let items: usize = loaded.course.modules.iter().map(|module| module.items.len()).sum();
    Ok(match lang {
        Lang::Id => {
            format!("{advice}{modules} modul, {pages} halaman, {items} soal: dapat dibuka.")
        }
        Lang::En => format!("{advice}{modules} modules, {pages} pages, {items} items: it opens."),
    })
}
