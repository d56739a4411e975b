//! What the hall's window tells of its layout, so that a click is never short of a part.

use std::collections::BTreeMap;

use super::{Laid, Role, Window, Wish};
use crate::{
    model::{
        live::{Command, HallWindow, Scene, Spot, Timer, hall_pages},
        profile::Unknown,
    },
    ui::hall::{
        Hall, Part,
        way::{self, Stop},
    },
};

/// Smallest window that is drawn in.
const SMALLEST: (u16, u16) = (20, 5);

impl Window {
    /// The window has this size from now on.
    pub const fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// What this window must tell of its layout: all pages at the beginning and when size, language or
    /// density changed; what covers the page as soon as it is there.
    pub fn settle(&mut self) -> Vec<Wish> {
        if self.role == Role::Notes || self.is_too_small() {
            return Vec::new();
        }
        let laid = Laid { size: self.size, density: self.density(), lang: self.lang };
        if self.live.window.as_ref().is_none_or(|window| window.closed) {
            self.laid = None;
        }
        let mut wishes = Vec::new();
        if self.laid != Some(laid) {
            let before = self.laid.replace(laid);
            wishes.extend(self.lay_out(before));
        }
        wishes.extend(self.lay_out_cover(laid));
        wishes
    }

    /// What was published may have reached nobody.
    pub fn forget_layout(&mut self) {
        (self.laid, self.laid_cover) = (None, None);
    }

    /// Parts of whatever covers the page. Two halls of different sizes both tell theirs, and then leave it.
    fn lay_out_cover(&mut self, laid: Laid) -> Option<Wish> {
        let of = self.live.covered_by();
        if of.is_empty() || self.live.frozen.is_some() {
            return None;
        }
        let parts = self.cover_parts();
        let told = (of.clone(), laid, parts);
        let is_known = self.laid_cover.as_ref() == Some(&told) && self.live.cover_parts != 1;
        if parts == self.live.cover_parts || is_known {
            return None;
        }
        self.laid_cover = Some(told);
        Some(Wish::Send(Command::CoverParts { of, parts }))
    }

    fn cover_parts(&self) -> usize {
        let (live, hall) = (&self.live, self.hall());
        let Some(scene) = live.standing() else { return self.start(&hall).len() };
        let timer = live.timer.as_ref().map(|timer| Timer { big: false, ..timer.clone() });
        self.scene(&hall, Scene { timer: timer.as_ref(), ..scene }).parts.len()
    }

    /// This window as the notes know it.
    pub(super) fn own_window(&self) -> HallWindow {
        HallWindow {
            columns: self.size.0,
            rows: self.size.1,
            density: self.density().code().to_owned(),
            lang: self.lang.code().to_owned(),
            closed: false,
            unknown: Unknown::new(),
        }
    }

    /// What is told of the hall's window when it is closed.
    pub fn closed(&self) -> Option<HallWindow> {
        let window = self.live.window.clone().filter(|_| self.role == Role::Hall)?;
        Some(HallWindow { closed: true, ..window })
    }

    fn lay_out(&self, before: Option<Laid>) -> Vec<Wish> {
        let hall = self.hall();
        let split = hall_pages(&self.course).filter_map(|(_, page)| {
            let stops = stops(&hall.page(&page.key));
            stops.iter().any(|(_, part)| *part > 0).then(|| (page.key.clone(), stops))
        });
        let stops: BTreeMap<String, Vec<(usize, usize)>> = split.collect();
        let window = self.own_window();
        let mut wishes = Vec::new();
        if self.live.window.as_ref() != Some(&window) {
            wishes.push(Wish::Send(Command::Window(window)));
        }
        // The same words stay in sight.
        let (page, stop) = (&self.live.page, Stop { step: self.live.step, part: self.live.part });
        let moved = before.map(|before| {
            let Laid { size, density, lang } = before;
            let old = Hall { lang, size, density, ..hall }.page(page);
            way::moved(&old, &hall.page(page), stop)
        });
        if self.live.stops != stops {
            wishes.push(Wish::Send(Command::Stops(stops)));
        }
        if let Some(Stop { step, part }) = moved.filter(|moved| *moved != stop) {
            let spot = Spot { page: page.clone(), step, part, unknown: Unknown::new() };
            wishes.push(Wish::Send(Command::Laid(spot)));
        }
        wishes
    }

    /// Whether nothing can be drawn in it.
    pub(super) const fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }
}

/// What is shown click by click of a page.
fn stops(parts: &[Part]) -> Vec<(usize, usize)> {
    let mut stops = Vec::new();
    let mut next = (!parts.is_empty()).then(|| way::first(parts));
    while let Some(stop) = next {
        stops.push((stop.step, stop.part));
        next = way::next(parts, stop);
    }
    stops
}
