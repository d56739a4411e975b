//! The first screen of a new person, drawn before anything is opened: it needs next to nothing of
//! the course, and no disk but one look that finds nothing.

use std::rc::Rc;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{people::neighbours, settings::Settings};
use crate::{
    model::{moment::Moment, profile::Profile, text::Lang},
    store::course,
    ui::{cx::Cx, frame, screens::welcome::Welcome},
};

/// The first screen, to look at; keys wait until the app stands.
pub(super) struct First {
    cx: Cx,
    screen: Welcome,
}

impl First {
    /// The first screen, if this person is new and the course is the built-in one.
    pub(super) fn of(settings: &Settings, now: Moment) -> Option<Self> {
        let layout = settings.layout().ok()?;
        let name = settings.name().ok()?;
        if settings.course.is_some() || layout.folder(&name).symlink_metadata().is_ok() {
            return None;
        }
        let mut profile = Profile::new(String::new());
        profile.settings.lang = settings.lang();
        let mut cx = Cx::new(Rc::new(course::outline()), profile, now, 0);
        cx.stored_in = layout.profile(&name).display().to_string();
        cx.neighbours = neighbours(&layout, &name);
        cx.draw_for(settings.terminal());
        let screen = Welcome::new(&cx);
        Some(Self { cx, screen })
    }

    /// The language it speaks.
    pub(super) fn lang(&self) -> Lang {
        self.cx.lang()
    }

    /// Draws it as the app will.
    pub(super) fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.cx.body = frame::body(area);
        frame::draw(&self.screen, &self.cx, area, buf)
    }
}
