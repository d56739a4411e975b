//! One row of a plan as a form. A new row comes into the plan with the first thing typed, so that
//! leaving an empty one leaves nothing behind.

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    change,
    fields::{KEYS, Msg, allows},
    find, opened,
};
use crate::{
    model::{
        plan::{LONGEST, Row, Status, Unread, oddities},
        profile::Spot,
        safe_text::safe_line,
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding},
        screen::{Head, Input, Screen, Step},
        screens::padded,
        widgets::form::{self, Field, Form, Kind},
    },
};

const FIELDS: &[Field<Row>] = &[
    Field {
        label: Text::new("Rencana aksi", "Action"),
        hint: Text::new(
            "Diawali kata kerja yang dapat dilihat orang lain. Contoh: Menggelar simulasi SOP 45 \
             menit di loket setiap Senin pertama.",
            "Begins with a verb that others can see happen. Example: Hold a 45-minute SOP \
             simulation at the counter every first Monday.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.action.clone(),
        set: |row, text| row.action = text,
    },
    Field {
        label: Text::new("Faktor kunci", "Key factor"),
        hint: Text::new(
            "← → untuk memilih faktor keberhasilan yang diperkuat aksi ini. Sedikitnya satu baris \
             untuk monev.",
            "← → to choose the success factor that this action strengthens. At least one row for \
             monitoring.",
        ),
        kind: Kind::Choice(factors),
        get: |row| row.factor.clone().unwrap_or_default(),
        set: |row, key| row.factor = Some(key).filter(|key| !key.is_empty()),
    },
    Field {
        label: Text::new("Tujuan", "Purpose"),
        hint: Text::new(
            "Untuk apa aksi ini. Contoh: semua petugas loket memakai alur yang sama.",
            "What this action is for. Example: all counter staff follow the same steps.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.purpose.clone(),
        set: |row, text| row.purpose = text,
    },
    Field {
        label: Text::new("Indikator", "Indicator"),
        hint: Text::new(
            "Ukuran yang menunjukkan bahwa aksi ini berhasil. Contoh: petugas yang menjalankan \
             semua langkah tanpa melihat catatan.",
            "The measure that shows the action worked. Example: staff who carry out all steps without \
             their notes.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.indicator.clone(),
        set: |row, text| row.indicator = text,
    },
    Field {
        label: Text::new("Data dasar", "Baseline"),
        hint: Text::new(
            "Ukuran itu hari ini, dengan satuan yang sama dengan target. Contoh: 2 dari 6 petugas.",
            "That measure today, in the same unit as the target. Example: 2 of 6 staff.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.baseline.clone(),
        set: |row, text| row.baseline = text,
    },
    Field {
        label: Text::new("Target", "Target"),
        hint: Text::new(
            "Ukuran yang ingin dicapai. Contoh: 6 dari 6 petugas.",
            "The measure you want to reach. Example: 6 of 6 staff.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.target.clone(),
        set: |row, text| row.target = text,
    },
    Field {
        label: Text::new("Penanggung jawab", "Responsible"),
        hint: Text::new(
            "Satu jabatan, bukan “semua”. Contoh: Kepala Subbagian Umum.",
            "One post, not “everyone”. Example: Head of the General Affairs Subdivision.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.responsible.clone(),
        set: |row, text| row.responsible = text,
    },
    Field {
        label: Text::new("Mulai", "Start"),
        hint: DATE,
        kind: Kind::Date,
        get: |row| date(row.start, &row.unread.first),
        set: |row, text| take(&mut row.start, &mut row.unread.first, text),
    },
    Field {
        label: Text::new("Selesai", "Finish"),
        hint: DATE,
        kind: Kind::Date,
        get: |row| date(row.finish, &row.unread.last),
        set: |row, text| take(&mut row.finish, &mut row.unread.last, text),
    },
    Field {
        label: Text::new("Sumber daya", "Resources"),
        hint: Text::new(
            "Orang, alat, waktu, biaya; “tanpa anggaran” pun boleh. Contoh: ruang rapat, 2 jam, \
             tanpa anggaran.",
            "People, tools, time, money; “no budget” is fine. Example: meeting room, 2 hours, no \
             budget.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.resources.clone(),
        set: |row, text| row.resources = text,
    },
    Field {
        label: Text::new("Hambatan", "Obstacle"),
        hint: Text::new(
            "Yang mungkin mengganjal. Contoh: loket penuh pada jam simulasi.",
            "What may stand in the way. Example: the counter is crowded at that hour.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.obstacle.clone(),
        set: |row, text| row.obstacle = text,
    },
    Field {
        label: Text::new("Cara mengatasi", "Response"),
        hint: Text::new(
            "Yang dilakukan bila hambatan itu muncul. Contoh: simulasi digeser ke pukul 14.00.",
            "What you do when it comes up. Example: the simulation moves to 14:00.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.answer.clone(),
        set: |row, text| row.answer = text,
    },
    Field {
        label: Text::new("Bukti", "Evidence"),
        hint: Text::new(
            "Yang dapat ditunjukkan kepada atasan. Contoh: daftar hadir dan lembar simulasi.",
            "What can be shown to a superior. Example: attendance list and simulation sheets.",
        ),
        kind: Kind::Text(LONGEST),
        get: |row| row.evidence.clone(),
        set: |row, text| row.evidence = text,
    },
    Field {
        label: Text::new("Status", "Status"),
        hint: Text::new(
            "← → untuk memilih: rencana, berjalan, selesai, atau batal.",
            "← → to choose: planned, started, done or dropped.",
        ),
        kind: Kind::Choice(statuses),
        get: |row| row.status.code().to_owned(),
        set: |row, code| row.status = Status::from_code(&code),
    },
];

/// What a field of a row is called.
pub(super) fn label(at: usize) -> Text {
    FIELDS.get(at).map_or(Text::new("", ""), |field| field.label)
}

/// How a date is typed.
pub(super) const DATE: Text = Text::new(
    "Ketik seperti 24/12/2026 atau 24 Des; tanpa tahun berarti yang terdekat. Boleh dikosongkan.",
    "Type it like 24/12/2026 or 24 Dec; without a year, the next one is meant. May be left empty.",
);

/// What a date field holds: the text that is no date yet, else the date.
pub(super) fn date(date: Option<Date>, unread: &str) -> String {
    match date {
        _ if !unread.is_empty() => unread.to_owned(),
        Some(date) => date.to_string(),
        None => String::new(),
    }
}

/// Takes what a date field was given. A text that is no date leaves the date and waits beside it.
pub(super) fn take(date: &mut Option<Date>, unread: &mut String, text: String) {
    if let Ok(day) = text.parse() {
        *date = Some(day);
        unread.clear();
    } else if text.is_empty() {
        *date = None;
        unread.clear();
    } else {
        *unread = text;
    }
}

fn factors(cx: &Cx) -> Vec<(String, String)> {
    let name = |factor: &crate::model::course::Factor| factor.name.get(cx.lang()).clone();
    let known = cx.course.factors.iter().map(|factor| (factor.key.clone(), name(factor)));
    std::iter::once((String::new(), "–".to_owned())).chain(known).collect()
}

fn statuses(cx: &Cx) -> Vec<(String, String)> {
    let pair = |status: Status| (status.code().to_owned(), status.say(cx.lang()).to_owned());
    Status::KNOWN.map(pair).into()
}

/// The states of a row on the way from one to the other, field by field.
pub(super) fn stages(before: &Row, after: &Row) -> Vec<Row> {
    form::stages(FIELDS, before, after)
}

/// A row being written.
pub struct RowForm {
    plan: String,
    at: usize,
    /// A new row into which nothing was written yet; it is not in the plan.
    draft: Option<Row>,
    form: Form<Row>,
}

impl RowForm {
    /// A row that stands in the plan.
    pub fn edit(plan: &str, at: usize, row: &Row, from: Option<Date>) -> Self {
        let form = Form::new(FIELDS, row).near(from);
        Self { plan: plan.to_owned(), at, draft: None, form }
    }

    /// The same, one field of it being filled in.
    pub fn standing_at(self, at: usize, row: &Row) -> Self {
        Self { form: self.form.standing_at(at, row), ..self }
    }

    /// A new row at the end of the plan.
    pub fn add(plan: &str, cx: &mut Cx) -> Self {
        let row = Row::new(cx.fresh_id(64));
        Self::add_drafted(plan, row, cx)
    }

    /// A new row of which something is suggested already.
    pub(super) fn add_drafted(plan: &str, row: Row, cx: &Cx) -> Self {
        let at = find(cx, plan).map_or(0, |plan| plan.rows.len());
        let from = find(cx, plan).and_then(|plan| plan.head.from);
        let form = Form::new(FIELDS, &row).near(from);
        Self { plan: plan.to_owned(), at, draft: Some(row), form }
    }

    fn row<'a>(&'a self, cx: &'a Cx) -> Option<&'a Row> {
        self.draft.as_ref().or_else(|| find(cx, &self.plan)?.rows.get(self.at))
    }

    fn set(&mut self, field: usize, text: String, save: Save, cx: &mut Cx) {
        let Some(field) = FIELDS.get(field) else { return };
        let Some(mut row) = self.draft.take() else {
            let at = self.at;
            change(cx, &self.plan, save, |plan| {
                if let Some(row) = plan.rows.get_mut(at) {
                    (field.set)(row, text);
                }
            });
            return;
        };
        (field.set)(&mut row, text);
        change(cx, &self.plan, Save::Now, |plan| drop(plan.add(row)));
    }
}

impl Screen for RowForm {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let lang = cx.lang();
        let number = self.at + 1;
        let action = self.row(cx).map(|row| safe_line(&row.action).into_owned());
        let action = action.filter(|action| !action.trim().is_empty());
        let left = match (action, lang) {
            (Some(action), Lang::Id) => format!("Baris {number} · {action}"),
            (Some(action), Lang::En) => format!("Row {number} · {action}"),
            (None, Lang::Id) => format!("Baris {number}"),
            (None, Lang::En) => format!("Row {number}"),
        };
        Head { left, right: place(&self.form, lang) }
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
        if let (Some((field, before)), None) = (self.form.given_up(cx), &self.draft) {
            let at = self.at;
            change(cx, &self.plan, Save::Now, |plan| {
                if let Some(row) = plan.rows.get_mut(at) {
                    give_up(FIELDS, field, before, row, |row| &mut row.unread);
                }
            });
        }
        cx.hurry();
        Step::Back
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if input == Input::Key(keys::ESC) && !self.form.is_picking() {
            return None;
        }
        let row = self.row(cx)?.clone();
        let asked = self.form.typed(&input, cx, &row);
        asked.answer(cx, |cx, field, text, save| self.set(field, text, save, cx))
    }

    /// A new row into which nothing was written is nothing to come back to.
    fn spot(&self, cx: &Cx) -> Option<Spot> {
        let part = find(cx, &self.plan)?.rows.get(self.at)?.id.clone();
        let (screen, key, at) = (opened::ROW.to_owned(), self.plan.clone(), self.form.at());
        Some(Spot { screen, key, part, at, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let row = self.row(cx)?;
        let odd = oddities::of_row(row, &find(cx, &self.plan)?.head);
        let odd = odd.map(|odd| odd.say(cx.lang()));
        self.form.draw_with(odd.as_deref(), cx, row, padded(area), buf)
    }
}

/// Takes a text that never became a date out of its field: what stood there before comes back, or,
/// when that was no date either, the date that waited behind it.
pub(super) fn give_up<T>(
    fields: &[Field<T>],
    at: usize,
    before: Option<String>,
    value: &mut T,
    unread: fn(&mut T) -> &mut Unread,
) {
    if let (Some(field), Some(before)) = (fields.get(at), before) {
        (field.set)(value, before);
        return;
    }
    let is_first = !fields.iter().take(at).any(|field| matches!(field.kind, Kind::Date));
    let unread = unread(value);
    if is_first { unread.first.clear() } else { unread.last.clear() }
}

/// "isian 3 dari 14".
pub(super) fn place<T>(form: &Form<T>, lang: Lang) -> String {
    let of = crate::ui::screen::of(form.at() + 1, form.fields().len(), lang);
    format!("{} {of}", lang.pick("isian", "field"))
}

#[cfg(test)]
pub(super) fn hints() -> impl Iterator<Item = Text> {
    FIELDS.iter().map(|field| field.hint)
}
