//! `pandu present --check 60x20`: the pages that a projector's window of this size cannot show in
//! one piece, before anybody stands in front of it; and the report of a run.

pub mod report;

use crate::{
    app::{
        script,
        settings::{Answer, Failure, Settings},
    },
    model::{
        course::{Course, Page},
        faults::quoted,
        text::Lang,
    },
    ui::{
        hall::{Density, Hall},
        theme::Theme,
    },
};

/// Lays out every page for a window of this size, in every language of the course.
///
/// # Errors
/// The pages that are split, one a line; a size that is none; a course that does not open.
pub fn check(settings: &Settings, size: &str) -> Answer {
    let lang = settings.lang();
    let size = script::size(size).map_err(|fault| Failure::usage(fault.say(lang)))?;
    let course = settings.load_course()?;
    let mut split = Vec::new();
    for spoken in Lang::ALL.into_iter().filter(|spoken| *spoken == Lang::Id || course.has_english) {
        split.extend(course.pages().filter_map(|page| {
            let parts = parts(&course, page, spoken, size);
            (parts > 1).then(|| told(&course, page, spoken, parts, lang))
        }));
    }
    if split.is_empty() {
        return Ok(fine(course.pages().count(), size, lang));
    }
    Err(format!("{}\n{}", split.join("\n"), advice(split.len(), size, lang)).into())
}

/// In how many parts a page is shown.
fn parts(course: &Course, page: &Page, lang: Lang, size: (u16, u16)) -> usize {
    let theme = Theme::plain();
    Hall { course, lang, size, density: Density::default(), theme: &theme }.page(&page.key).len()
}

fn told(course: &Course, page: &Page, spoken: Lang, parts: usize, lang: Lang) -> String {
    let place = course.page(&page.key).map(|(module, at, _)| format!("{}.{}", module + 1, at + 1));
    let (place, title) = (place.unwrap_or_default(), quoted(page.title(spoken)));
    let spoken = spoken.code();
    match lang {
        Lang::Id => format!("{place} {title} ({spoken}): {parts} bagian"),
        Lang::En => format!("{place} {title} ({spoken}): {parts} parts"),
    }
}

fn fine(pages: usize, (width, height): (u16, u16), lang: Lang) -> String {
    match (lang, pages) {
        (Lang::Id, _) => format!("{pages} halaman, semuanya muat pada layar {width}×{height}."),
        (Lang::En, 1) => format!("1 page, it fits a window of {width}×{height}."),
        (Lang::En, _) => format!("{pages} pages, all fit a window of {width}×{height}."),
    }
}

fn advice(count: usize, (width, height): (u16, u16), lang: Lang) -> String {
    match (lang, count) {
        (Lang::Id, _) => format!(
            "{count} halaman terbagi pada layar {width}×{height}. Perkecil huruf di terminal, atau ringkaskan halamannya."
        ),
        (Lang::En, 1) => format!(
            "1 page is split in a window of {width}×{height}. Make the letters of the terminal smaller, or shorten the page."
        ),
        (Lang::En, _) => format!(
            "{count} pages are split in a window of {width}×{height}. Make the letters of the terminal smaller, or shorten the pages."
        ),
    }
}
