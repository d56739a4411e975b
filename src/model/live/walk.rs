//! Where one can stand in a show: pages that the hall sees, and the clicks within a page.

use super::{Live, MOST_PARTS, Place, Spot};
use crate::model::{
    course::{Course, Module, Page},
    profile::Unknown,
};

/// The pages that the hall sees, in order; all pages of a course that shows none.
pub fn hall_pages(course: &Course) -> impl DoubleEndedIterator<Item = (&Module, &Page)> {
    let none = !course.pages().any(Page::is_in_hall);
    let all = course
        .modules
        .iter()
        .flat_map(|module| module.pages.iter().map(move |page| (module, page)));
    all.filter(move |(_, page)| none || page.is_in_hall())
}

/// The page of the hall with this number, from 1.
pub fn page_at(course: &Course, number: usize) -> Option<&Page> {
    hall_pages(course).nth(number.checked_sub(1)?).map(|(_, page)| page)
}

/// Where a page of the course stands.
pub(super) fn place(course: &Course, key: &str) -> Option<Place> {
    let (module, page, _) = course.page(key)?;
    let module = course.modules.get(module)?.key.clone();
    Some(Place { module, page, unknown: Unknown::new() })
}

/// The page that took the place of one that is gone: the next of its module that the hall sees, else
/// the last of them before it, else the first of the course.
pub(super) fn instead<'a>(course: &'a Course, place: Option<&Place>) -> Option<&'a Page> {
    let module = place.and_then(|place| course.module(&place.module));
    let at = place.map_or(0, |place| place.page);
    let near = module.and_then(|(_, module)| {
        let after = module.pages.iter().skip(at).find(|page| page.is_in_hall());
        after.or_else(|| module.pages.iter().take(at).rev().find(|page| page.is_in_hall()))
    });
    near.or_else(|| hall_pages(course).next().map(|(_, page)| page))
}

/// What is shown of a page click by click, as pairs of step and part; never empty.
fn stops(state: &Live, page: &Page) -> Vec<(usize, usize)> {
    let steps = page.hall_steps();
    let known = state.stops.get(&page.key).into_iter().flatten().copied();
    let mut known: Vec<(usize, usize)> =
        known.filter(|(step, part)| steps.contains(step) && *part < MOST_PARTS).collect();
    known.sort_unstable();
    known.dedup();
    if !known.is_empty() {
        return known;
    }
    let last = steps.last().copied().unwrap_or(0);
    let parts = if page.key == state.page { state.parts.clamp(1, MOST_PARTS) } else { 1 };
    steps.iter().map(|step| (*step, 0)).chain((1..parts).map(|part| (last, part))).collect()
}

/// Puts the show on a page: at its end when `at_end`, else at its beginning.
pub(super) fn stand(state: &mut Live, course: &Course, page: &Page, at_end: bool) {
    if page.key != state.page {
        page.key.clone_into(&mut state.page);
        state.parts = parts_of(state, &page.key);
    }
    state.place = place(course, &page.key);
    let stops = stops(state, page);
    let stop = if at_end { stops.last() } else { stops.first() };
    (state.step, state.part) = stop.copied().unwrap_or_default();
}

/// Parts of a page as far as the audience window has told.
pub(super) fn parts_of(state: &Live, key: &str) -> usize {
    let parts = state.stops.get(key).into_iter().flatten().map(|(_, part)| *part).max();
    parts.unwrap_or(0).min(MOST_PARTS - 1) + 1
}

/// Puts the show where it was, as far as that is still there.
pub(super) fn stand_at(state: &mut Live, course: &Course, spot: &Spot) {
    let Some((.., page)) = course.page(&spot.page) else { return };
    stand(state, course, page, false);
    let wanted = (spot.step, spot.part);
    let stop = stops(state, page).into_iter().rfind(|stop| *stop <= wanted);
    (state.step, state.part) = stop.unwrap_or((state.step, state.part));
}

/// One click forward or back; at the ends nothing moves.
pub(super) fn click(state: &mut Live, course: &Course, is_back: bool) {
    let Some((.., page)) = course.page(&state.page) else { return };
    let here = (state.step, state.part);
    let mut stops = stops(state, page).into_iter();
    let within =
        if is_back { stops.rfind(|stop| *stop < here) } else { stops.find(|stop| *stop > here) };
    if let Some(stop) = within {
        (state.step, state.part) = stop;
    } else if let Some(page) = beside(course, &page.key, is_back) {
        stand(state, course, page, is_back);
    }
}

/// The page of the hall after or before this one, which may itself not be one.
fn beside<'a>(course: &'a Course, key: &str, is_back: bool) -> Option<&'a Page> {
    let order: Vec<&Page> = course.pages().collect();
    let at = order.iter().position(|page| page.key == key)?;
    let is_there = |page: &&Page| hall_pages(course).any(|(_, known)| known.key == page.key);
    if is_back {
        order.into_iter().take(at).rev().find(is_there)
    } else {
        order.into_iter().skip(at + 1).find(is_there)
    }
}
