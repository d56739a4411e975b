//! Four short steps that show a new person around: home, reading, questions, plan and help. It
//! changes nothing; Esc leaves it at any step.

mod steps;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use self::steps::{STEPS, Sign, Step as Shown};
use super::home::Home;
use crate::{
    model::{profile::Spot, text::Text},
    ui::{
        cx::Cx,
        keys::{self, Binding, Key, bind},
        prose,
        screen::{Head, Screen, Step, of},
        widgets::lines,
    },
};

/// The steps, one at a time.
pub struct Tour {
    at: usize,
    /// Home follows; otherwise the screen that it was opened from.
    is_first_run: bool,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// The next step.
    Next,
    /// The last step was read.
    Finish,
    /// The step before.
    Before,
    /// Leave the tour, of a new person.
    Skip,
    /// Leave the tour, back to where it was opened.
    Close,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::ENTER, keys::SPACE, keys::RIGHT, keys::PAGE_DOWN, Key::char('l')],
        Msg::Next,
        Text::new("lanjut", "next"),
    ),
    bind(&[keys::ENTER, keys::SPACE], Msg::Finish, Text::new("selesai", "done")),
    bind(
        &[Key::char('b'), keys::LEFT, keys::PAGE_UP, Key::char('h')],
        Msg::Before,
        Text::new("balik", "back a step"),
    ),
    bind(&[keys::ESC], Msg::Skip, Text::new("lewati", "skip")),
    bind(&[keys::ESC], Msg::Close, Text::new("kembali", "back")),
];

/// The name of this screen among the spots of a desk.
pub(super) const SPOT: &str = "tour";

impl Tour {
    /// The tour of a new person; home follows.
    pub const fn first() -> Self {
        Self { at: 0, is_first_run: true }
    }

    /// The tour of a new person who left in the middle of it.
    pub fn from(at: usize) -> Self {
        Self { at: at.min(STEPS.len().saturating_sub(1)), ..Self::first() }
    }

    /// The tour once more.
    pub const fn again() -> Self {
        Self { at: 0, is_first_run: false }
    }

    const fn is_last(&self) -> bool {
        self.at + 1 >= STEPS.len()
    }

    fn leave(&self, cx: &Cx) -> Step {
        if self.is_first_run { Step::swap(Home::new(cx)) } else { Step::Back }
    }
}

impl Screen for Tour {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, _: &Cx) -> bool {
        match msg {
            Msg::Next => !self.is_last(),
            Msg::Finish => self.is_last(),
            Msg::Before => self.at > 0,
            Msg::Skip => self.is_first_run,
            Msg::Close => !self.is_first_run,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let left = lang.pick("Kenali pandu", "Getting to know pandu").to_owned();
        Head { left, right: of(self.at + 1, STEPS.len(), lang) }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Next => self.at = (self.at + 1).min(STEPS.len() - 1),
            Msg::Before => self.at = self.at.saturating_sub(1),
            Msg::Finish | Msg::Skip | Msg::Close => return self.leave(cx),
        }
        Step::Stay
    }

    fn spot(&self, _: &Cx) -> Option<Spot> {
        let (screen, at) = (SPOT.to_owned(), self.at);
        self.is_first_run.then(|| Spot { screen, at, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let step = STEPS.get(self.at)?;
        lines::draw(&fitting(step, cx, area), 0, area, buf, &cx.theme);
        None
    }
}

/// As wide as the person likes it; wider in a low window, where nobody can scroll.
fn fitting(step: &Shown, cx: &Cx, area: Rect) -> Vec<Line<'static>> {
    let liked = laid(step, cx, area.width.min(cx.text_width()));
    if liked.len() <= usize::from(area.height) { liked } else { laid(step, cx, area.width) }
}

/// Title, sketch behind a bar, and what to know.
fn laid(step: &Shown, cx: &Cx, width: u16) -> Vec<Line<'static>> {
    let (lang, theme) = (cx.lang(), &cx.theme);
    let mut rows = vec![Line::styled(step.title.say(lang), theme.strong), Line::raw("")];
    for (sign, words) in step.sketch {
        let (mark, style) = match sign {
            Sign::None => (" ", theme.text),
            Sign::Here => (theme.marks.cursor, theme.accent),
            Sign::Done => (theme.marks.check, theme.right),
            Sign::Begun => (theme.marks.full, theme.accent),
            Sign::Open => (theme.marks.empty, theme.quiet),
        };
        let spans = [
            Span::styled(format!("{}  ", theme.marks.bar), theme.quiet),
            Span::styled(mark, style),
            Span::raw(format!(" {}", words.say(lang))),
        ];
        rows.push(prose::clip(&spans, width, theme));
    }
    for words in step.say {
        rows.push(Line::raw(""));
        rows.extend(prose::wrap(&[Span::styled(words.say(lang), theme.text)], width, theme));
    }
    rows
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::{
        model::{course::Course, profile::Profile, text::Lang},
        ui::frame::{SMALLEST, body},
    };

    #[test]
    fn every_step_fits_the_smallest_window_whatever_width_is_liked() {
        let window = Rect::new(0, 0, SMALLEST.0, SMALLEST.1);
        let area = super::super::padded(body(window));
        for (lang, width) in Lang::ALL.into_iter().flat_map(|lang| [(lang, 40), (lang, 72)]) {
            let mut profile = Profile::new(String::new());
            (profile.settings.lang, profile.settings.width) = (lang, width);
            let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
            let cx = Cx::new(Rc::new(Course::default()), profile, now, 1);
            for step in &STEPS {
                let rows = fitting(step, &cx, area).len();
                assert!(rows <= usize::from(area.height), "{}: {rows}", step.title.say(lang));
                let cut = |line: &Line<'_>| line.to_string().contains(cx.theme.marks.more);
                assert!(!laid(step, &cx, area.width).iter().any(cut), "{}", step.title.say(lang));
            }
        }
    }
}
