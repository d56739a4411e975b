//! The head of a plan and its if-then sentence as a form.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    change,
    fields::{KEYS, Msg, allows},
    find, opened, remarks,
    row::{DATE, date, give_up, place, take},
};
use crate::{
    model::{
        plan::{
            LONGEST, Plan,
            review::{self, HeadPart},
        },
        profile::Spot,
        text::Text,
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding},
        screen::{Head, Input, Screen, Step},
        screens::padded,
        widgets::form::{self, Field, Form, Kind},
    },
};

const FIELDS: &[Field<Plan>] = &[
    Field {
        label: Text::new("Judul SOP", "SOP title"),
        hint: Text::new(
            "Satu rencana untuk satu SOP kantor Anda. Contoh: Penerbitan Izin Praktik Bidan.",
            "One plan for one SOP of your office. Example: Issuing midwife practice permits.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.sop.title.clone(),
        set: |plan, text| plan.head.sop.title = text,
    },
    Field {
        label: Text::new("Nomor SOP", "SOP number"),
        hint: Text::new(
            "Seperti tertulis pada SOP. Contoh: 065/12/SOP/2026.",
            "As it stands on the SOP. Example: 065/12/SOP/2026.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.sop.number.clone(),
        set: |plan, text| plan.head.sop.number = text,
    },
    Field {
        label: Text::new("Keadaan sekarang", "Present state"),
        hint: Text::new(
            "Satu angka atau fakta hari ini. Contoh: rata-rata 9 hari dari berkas lengkap sampai \
             izin terbit.",
            "One figure or fact as of today. Example: 9 days on average from complete file to permit.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.baseline.text.clone(),
        set: |plan, text| plan.head.baseline.text = text,
    },
    Field {
        label: Text::new("Sumber data", "Data source"),
        hint: Text::new(
            "Dari mana angka itu. Contoh: register loket, September–Oktober.",
            "Where that figure comes from. Example: counter register, September–October.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.baseline.source.clone(),
        set: |plan, text| plan.head.baseline.source = text,
    },
    Field {
        label: Text::new("Sasaran 90 hari", "90-day goal"),
        hint: Text::new(
            "Satu kalimat, dengan satuan yang sama. Contoh: izin terbit paling lama 5 hari sejak \
             berkas lengkap.",
            "One sentence, in the same unit. Example: permits issued within 5 days of a complete \
             file.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.goal.clone(),
        set: |plan, text| plan.head.goal = text,
    },
    Field {
        label: Text::new("Mulai", "From"),
        hint: DATE,
        kind: Kind::Date,
        get: |plan| date(plan.head.from, &plan.head.unread.first),
        set: |plan, text| take(&mut plan.head.from, &mut plan.head.unread.first, text),
    },
    Field {
        label: Text::new("Sampai", "Until"),
        hint: DATE,
        kind: Kind::Date,
        get: |plan| date(plan.head.to, &plan.head.unread.last),
        set: |plan, text| take(&mut plan.head.to, &mut plan.head.unread.last, text),
    },
    Field {
        label: Text::new("Jika …", "If …"),
        hint: Text::new(
            "Satu keadaan yang pasti Anda jumpai dan dapat dikenali. Contoh: berkas datang tidak \
             lengkap.",
            "One situation that you are sure to meet and can recognise. Example: a file arrives \
             incomplete.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.if_then.situation.clone(),
        set: |plan, text| plan.if_then.set_situation(text),
    },
    Field {
        label: Text::new("maka saya …", "then I …"),
        hint: Text::new(
            "Tindakan Anda sendiri yang dapat langsung dimulai. Contoh: memakai daftar periksa di \
             loket.",
            "Your own action, one that can begin at once. Example: use the checklist at the counter.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.if_then.then.clone(),
        set: |plan, text| plan.if_then.set_then(text),
    },
    Field {
        label: Text::new("Nama", "Name"),
        hint: Text::new(
            "Nama Anda seperti pada dokumen. NIP tidak ditanyakan dan tidak disimpan.",
            "Your name as in documents. NIP is neither asked for nor stored.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.name.clone(),
        set: |plan, text| plan.head.name = text,
    },
    Field {
        label: Text::new("Jabatan", "Post"),
        hint: Text::new("Contoh: Analis Kebijakan Ahli Muda.", "Example: Policy Analyst."),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.post.clone(),
        set: |plan, text| plan.head.post = text,
    },
    Field {
        label: Text::new("Unit kerja", "Work unit"),
        hint: Text::new(
            "Contoh: Bidang Pelayanan Perizinan, DPMPTSP.",
            "Example: Permit Services Division, DPMPTSP.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.unit.clone(),
        set: |plan, text| plan.head.unit = text,
    },
    Field {
        label: Text::new("Pemerintah daerah", "Local government"),
        hint: Text::new(
            "Nama provinsi, kabupaten, atau kota tempat Anda bekerja.",
            "The province, regency or city that you work for.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.government.clone(),
        set: |plan, text| plan.head.government = text,
    },
    Field {
        label: Text::new("Nama atasan", "Superior’s name"),
        hint: Text::new(
            "Atasan langsung yang menyetujui rencana ini.",
            "The direct superior who approves this plan.",
        ),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.superior.name.clone(),
        set: |plan, text| plan.head.superior.name = text,
    },
    Field {
        label: Text::new("Jabatan atasan", "Superior’s post"),
        hint: Text::new("Contoh: Kepala Bidang Perizinan.", "Example: Head of Permit Services."),
        kind: Kind::Text(LONGEST),
        get: |plan| plan.head.superior.post.clone(),
        set: |plan, text| plan.head.superior.post = text,
    },
];

/// The states of a plan's head on the way from one to the other, field by field.
pub(super) fn stages(before: &Plan, after: &Plan) -> Vec<Plan> {
    form::stages(FIELDS, before, after)
}

/// A head being written.
pub struct HeadForm {
    plan: String,
    form: Form<Plan>,
}

impl HeadForm {
    /// The head of this plan.
    pub fn new(plan: &Plan) -> Self {
        Self { plan: plan.id.clone(), form: Form::new(FIELDS, plan) }
    }

    /// The same, one field of it being filled in.
    pub fn standing_at(self, at: usize, plan: &Plan) -> Self {
        Self { form: self.form.standing_at(at, plan), ..self }
    }
}

/// What a field of the head is called.
pub(super) fn label(at: usize) -> Text {
    FIELDS.get(at).map_or(Text::new("", ""), |field| field.label)
}

impl Screen for HeadForm {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = cx.lang().pick("Identitas rencana", "Plan details").to_owned();
        Head { left, right: place(&self.form, cx.lang()) }
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
        if let Some((field, before)) = self.form.given_up(cx) {
            change(cx, &self.plan, Save::Now, |plan| {
                give_up(FIELDS, field, before, plan, |plan| &mut plan.head.unread);
            });
        }
        cx.hurry();
        Step::Back
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if input == Input::Key(keys::ESC) && !self.form.is_picking() {
            return None;
        }
        let asked = self.form.typed(&input, cx, find(cx, &self.plan)?);
        asked.answer(cx, |cx, field, text, save| {
            change(cx, &self.plan, save, |plan| {
                if let Some(field) = FIELDS.get(field) {
                    (field.set)(plan, text);
                }
            });
        })
    }

    fn spot(&self, _: &Cx) -> Option<Spot> {
        let (screen, key, at) = (opened::HEAD.to_owned(), self.plan.clone(), self.form.at());
        Some(Spot { screen, key, at, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let plan = find(cx, &self.plan)?;
        let about = HeadPart::ALL.get(self.form.at()).and_then(|part| {
            let found = review::head(plan);
            remarks::beside(&found, |place| place.is_beside_head(*part), cx)
        });
        self.form.draw_with(about, cx, plan, padded(area), buf)
    }
}

#[cfg(test)]
pub(super) fn hints() -> impl Iterator<Item = Text> {
    FIELDS.iter().map(|field| field.hint)
}
