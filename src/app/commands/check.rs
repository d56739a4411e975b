//! `pandu check`: the loader that the app runs, and what it found.

use std::path::PathBuf;

use crate::{
    app::settings::{Answer, Settings, source},
    model::{
        course::{build, check},
        document::text::PORTRAIT,
        handout::survey,
        text::Lang,
    },
    report,
    store::course::{self, Faults, Loaded, Source},
    ui::fit,
};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The folder; the built-in course when left out.
    pub dir: Option<PathBuf>,
    /// Whether advice counts as an error.
    pub is_strict: bool,
    /// Whether it is told what the course is made up of.
    pub is_report: bool,
}

/// Loads a course as the app does, then gathers what its author should hear: what stands in its
/// text, and what does not fit on a screen.
///
/// # Errors
/// All faults, when at least one of them is an error.
pub fn examined(source: &Source) -> Result<Loaded, Faults> {
    let mut loaded = course::load(source)?;
    loaded.advice.extend(check::advise(&loaded.course, &loaded.index, &loaded.files));
    let mut fit = check::Advice::new(&loaded.index);
    fit::check(&loaded.course, &mut fit);
    loaded.advice.append(&mut fit.faults);
    build::tidy(&mut loaded.advice);
    Ok(loaded)
}

/// Checks a course folder, the built-in course when none is named.
///
/// # Errors
/// The faults that keep it from opening; where it is asked to be strict, advice as well.
pub fn check(settings: &Settings, asked: Asked) -> Answer {
    let lang = settings.lang();
    let loaded = examined(&source(asked.dir.or_else(|| settings.course.clone())))
        .map_err(|bad| course::render(&bad.faults, &bad.files, lang, false))?;
    let advice = course::render(&loaded.advice, &loaded.files, lang, false);
    if asked.is_strict && !loaded.advice.is_empty() {
        return Err(advice.into());
    }
    if asked.is_report {
        let survey = survey(&loaded.course, lang);
        return Ok(format!("{advice}{}", report::text::write(&survey, PORTRAIT)));
    }
    let modules = loaded.course.modules.len();
    let (pages, items) = (loaded.course.pages().count(), loaded.course.items().count());
    let opens = match lang {
        Lang::Id => format!("{modules} modul, {pages} halaman, {items} soal: dapat dibuka."),
        Lang::En => {
            let many = |count: usize, word: &str| match count {
                1 => format!("1 {word}"),
                _ => format!("{count} {word}s"),
            };
            let (modules, pages) = (many(modules, "module"), many(pages, "page"));
            format!("{modules}, {pages}, {}: it opens.", many(items, "item"))
        }
    };
    Ok(format!("{advice}{opens}"))
}
