//! The way back into a diagnosis that was left in the middle.

use super::{Diagnoses, begin::Begin, find, rate::Rate, words::sop};
use crate::{
    model::profile::Spot,
    ui::{
        cx::Cx,
        screen::{AnyScreen, of},
    },
};

/// The name of the page before the first statement among the spots of a desk.
pub(in crate::ui::screens) const BEGIN: &str = "diagnosis-begin";
/// The name of the statements.
pub(in crate::ui::screens) const RATE: &str = "diagnosis";

/// Where somebody was in a diagnosis, in words.
pub(in crate::ui::screens) fn words(spot: &Spot, cx: &Cx) -> Option<(String, String)> {
    let known = find(cx, &spot.key).filter(|known| known.course == cx.course.key)?;
    let lang = cx.lang();
    let what = lang.pick("diagnosis kantor", "office diagnosis");
    if spot.screen == BEGIN {
        return Some((what.to_owned(), sop(known, lang)));
    }
    let asked = cx.course.asked();
    // The statement may have left the course since; then the first unrated one is asked.
    let at = asked.iter().position(|statement| statement.key == spot.part);
    let at = at.or_else(|| (!asked.is_empty()).then(|| Rate::first_open(known, cx)))?;
    let place = of(at + 1, asked.len(), lang);
    Some((format!("{what}, {} {place}", lang.pick("pernyataan", "statement")), sop(known, lang)))
}

/// The screens of somebody who was in the middle of one.
pub(in crate::ui::screens) fn reopen(spot: &Spot, cx: &Cx) -> Option<Vec<Box<dyn AnyScreen>>> {
    words(spot, cx)?;
    let known = find(cx, &spot.key)?;
    let screen: Box<dyn AnyScreen> = match spot.screen.as_str() {
        BEGIN => Box::new(Begin::of(known).standing_at(spot.at, known)),
        _ => Box::new(Rate::standing(known, spot, cx)),
    };
    Some(vec![Box::new(Diagnoses::about(known.sop.clone())), screen])
}
