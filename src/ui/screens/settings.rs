//! Settings: language, colours, characters, confidence, width of text, name and office. Each change
//! is seen on this very screen and saved at once; what the terminal decides is said beside it.

mod fields;
mod sample;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use self::fields::FIELDS;
use crate::{
    model::{
        profile::Profile,
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        keys::{self, Binding, bind},
        screen::{Head, Input, Screen, Step},
        widgets::{form::Form, lines},
    },
};

/// Rows of the form: all of its fields and the hint.
const WHOLE: u16 = 11;
/// The same in a window so low that nothing of the sample would be left.
const LOW: u16 = 9;

/// The settings.
pub struct Settings {
    form: Form<Profile>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Shown only: the form takes these keys first.
    Field,
    /// Back.
    Back,
}

const MOVE: Text = Text::new("pindah", "move");
const CHANGE: Text = Text::new("ganti", "change");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::UP, keys::BACK_TAB], Msg::Field, MOVE),
    bind(&[keys::DOWN, keys::TAB, keys::ENTER], Msg::Field, MOVE),
    bind(&[keys::LEFT], Msg::Field, CHANGE),
    bind(&[keys::RIGHT], Msg::Field, CHANGE),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
];

impl Settings {
    /// The settings of the profile in `cx`.
    pub fn new(cx: &Cx) -> Self {
        Self { form: Form::new(FIELDS, cx.profile()) }
    }
}

impl Screen for Settings {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: cx.lang().pick("Setelan", "Settings").to_owned(), right: String::new() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Field => Step::Stay,
            Msg::Back => {
                cx.hurry();
                Step::Back
            }
        }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        true
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if input == Input::Key(keys::ESC) {
            return None;
        }
        let asked = self.form.typed(&input, cx, cx.profile());
        asked.answer(cx, |cx, at, text, save| {
            let Some(field) = FIELDS.get(at) else { return };
            if at == fields::LANGUAGE {
                // Whatever the command line asked for, this is what the person wants now.
                cx.set_lang(Lang::from_code(&text).unwrap_or_default());
            }
            cx.adjust(save, |profile| (field.set)(profile, text));
        })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let rows = sample::rows(cx, area.width);
        let form = if area.height > WHOLE + 2 { WHOLE } else { LOW }.min(area.height);
        let below = Rect { y: area.y + form, height: area.height - form, ..area };
        lines::draw_top(&rows, below, buf);
        self.form.draw(cx, cx.profile(), Rect { height: form, ..area }, buf)
    }
}
