//! The day of one check-in, typed or picked in the calendar. A text that is no date changes nothing.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    change,
    fields::{KEYS, Msg, allows},
    find,
};
use crate::{
    model::{plan::CheckIn, text::Text},
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding},
        screen::{Head, Input, Screen, Step},
        screens::padded,
        widgets::form::{Field, Form, Kind},
    },
};

const FIELDS: &[Field<CheckIn>] = &[Field {
    label: Text::new("Tanggal", "Date"),
    hint: Text::new(
        "Ketik seperti 24/12/2026 atau 24 Des, atau pilih di kalender dengan F5. Bila dikosongkan, \
         tanggal lama tetap.",
        "Type it like 24/12/2026 or 24 Dec, or pick it with F5. Left empty, the old date stays.",
    ),
    kind: Kind::Date,
    get: |checkin| checkin.due.map(|due| due.to_string()).unwrap_or_default(),
    set: |checkin, text| {
        if let Ok(due) = text.parse() {
            checkin.set_due(Some(due));
        }
    },
}];

/// The day of a check-in being set.
pub(super) struct DueForm {
    plan: String,
    checkin: CheckIn,
    form: Form<CheckIn>,
}

impl DueForm {
    /// The day of this one.
    pub(super) fn new(plan: &str, checkin: &CheckIn) -> Self {
        let form = Form::new(FIELDS, checkin);
        Self { plan: plan.to_owned(), checkin: checkin.clone(), form }
    }

    fn set(&self, text: String, save: Save, cx: &mut Cx) {
        change(cx, &self.plan, save, |plan| {
            if let (Some(checkin), Some(field)) =
                (plan.open_checkin(&self.checkin.id), FIELDS.first())
            {
                (field.set)(checkin, text);
            }
        });
    }
}

impl Screen for DueForm {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: self.checkin.name(cx.lang()), right: String::new() }
    }

    fn allows(&self, msg: Msg, _: &Cx) -> bool {
        allows(&self.form, msg)
    }

    fn is_typing(&self, _: &Cx) -> bool {
        !self.form.is_picking()
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        if msg != Msg::Back || !self.form.may_close(cx) {
            return Step::Stay;
        }
        if let Some((_, Some(before))) = self.form.given_up(cx) {
            self.set(before, Save::Now, cx);
        }
        cx.hurry();
        Step::Back
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if input == Input::Key(keys::ESC) && !self.form.is_picking() {
            return None;
        }
        let checkin = find(cx, &self.plan)?.checkin(&self.checkin.id)?.clone();
        let asked = self.form.typed(&input, cx, &checkin);
        asked.answer(cx, |cx, _, text, save| self.set(text, save, cx))
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let checkin = find(cx, &self.plan)?.checkin(&self.checkin.id)?;
        self.form.draw(cx, checkin, padded(area), buf)
    }
}
