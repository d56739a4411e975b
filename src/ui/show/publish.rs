//! What the hall's window tells of its layout, so that a click is never short of a part.

use std::collections::BTreeMap;

use super::{Laid, Role, Window, Wish};
use crate::{
    model::{
        live::{Command, HallWindow, Scene, Spot, hall_pages},
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
        let mut wishes = Vec::new();
        if self.laid != Some(laid) {
            let before = self.laid.replace(laid);
            wishes.extend(self.lay_out(laid, before));
        }
        let of = self.live.covered_by();
        let name = (of.clone(), laid);
        if !of.is_empty() && self.live.frozen.is_none() && self.laid_cover.as_ref() != Some(&name) {
            self.laid_cover = Some(name);
            let live = &self.live;
            let scene = Scene {
                page: &live.page,
                step: live.step,
                part: live.part,
                poll: live.poll.as_ref(),
                timer: None,
                cover: live.cover.as_ref(),
                cover_part: 0,
                is_frozen: false,
            };
            let hall = self.hall();
            let parts = if live.begun.is_none() {
                self.start(&hall).len()
            } else {
                self.scene(&hall, scene).parts.len()
            };
            if parts != live.cover_parts {
                wishes.push(Wish::Send(Command::CoverParts { of, parts }));
            }
        }
        wishes
    }

    fn lay_out(&self, laid: Laid, before: Option<Laid>) -> Vec<Wish> {
        let hall = self.hall();
        let split = hall_pages(&self.course).filter_map(|(_, page)| {
            let stops = stops(&hall.page(&page.key));
            stops.iter().any(|(_, part)| *part > 0).then(|| (page.key.clone(), stops))
        });
        let stops: BTreeMap<String, Vec<(usize, usize)>> = split.collect();
        let window = HallWindow {
            columns: laid.size.0,
            rows: laid.size.1,
            density: laid.density.code().to_owned(),
            lang: laid.lang.code().to_owned(),
            unknown: Unknown::new(),
        };
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
            wishes.push(Wish::Send(Command::At(spot)));
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
