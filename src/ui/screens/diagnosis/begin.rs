//! The page before the first statement: what this is and is not, which SOP it is about, who rates.
//! Left without anything filled in, it leaves no diagnosis behind.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{change, find, left, rate::Rate, remove, view};
use crate::{
    model::{
        diagnosis::{self, Diagnosis},
        plan::LONGEST,
        profile::Spot,
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, also, bind},
        screen::{Head, Input, Screen, Step},
        screens::padded,
        widgets::{
            form::{Field, Form, Kind},
            lines,
        },
    },
};

/// Most people that may be chosen: more are no small group.
const MOST: u32 = 15;
/// Rows that the fields and their hint need.
const FORM: u16 = 7;

const FIELDS: &[Field<Diagnosis>] = &[
    Field {
        label: Text::new("SOP", "SOP"),
        hint: Text::new(
            "SOP yang dinilai. Judul yang sama dipakai untuk membandingkan dengan diagnosis \
             berikutnya.",
            "The SOP that is rated. The same title lets the next diagnosis be compared with this \
             one.",
        ),
        kind: Kind::Text(LONGEST),
        get: |of| of.sop.clone(),
        set: |of, text| of.sop = text,
    },
    Field {
        label: Text::new("Dinilai oleh", "Rated by"),
        hint: Text::new(
            "← → untuk memilih: sendiri, atau berapa orang bersama-sama. Lalu Enter ke pernyataan \
             pertama.",
            "← → to choose: alone, or how many people together. Then Enter for the first statement.",
        ),
        kind: Kind::Choice(counts),
        get: |of| of.people.max(1).to_string(),
        set: |of, text| of.people = text.parse().unwrap_or(1),
    },
];

fn counts(cx: &Cx) -> Vec<(String, String)> {
    let words = |count: u32| diagnosis::people(count, cx.lang());
    (1..=MOST).map(|count| (count.to_string(), words(count))).collect()
}

/// The page before the first statement.
pub struct Begin {
    id: String,
    /// What a diagnosis that nobody touched is about.
    offered: String,
    form: Form<Diagnosis>,
}

/// What its keys tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Shown only: the form takes these keys first.
    Field,
    /// Back.
    Back,
}

pub(in crate::ui::screens) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Field, Text::new("lanjut", "go on")),
    bind(&[keys::UP], Msg::Field, Text::new("pindah isian", "change field")),
    bind(&[keys::DOWN, keys::TAB], Msg::Field, Text::new("pindah isian", "change field")),
    bind(&[keys::ESC], Msg::Back, Text::new("kembali", "back")),
    also(&[keys::LEFT, keys::RIGHT], Msg::Field, Text::new("ganti pilihan", "change the choice")),
];

impl Begin {
    /// Begins a diagnosis about this SOP.
    pub fn new(sop: &str, cx: &mut Cx) -> Self {
        let mut begun = Diagnosis::new(cx.fresh_id(64), &cx.course.key, cx.now);
        sop.trim().clone_into(&mut begun.sop);
        let begin = Self::of(&begun);
        cx.edit(Save::Now, |profile| profile.diagnoses.push(begun));
        begin
    }

    /// The page of one that was begun.
    pub(super) fn of(begun: &Diagnosis) -> Self {
        let form = Form::new(FIELDS, begun);
        Self { id: begun.id.clone(), offered: begun.sop.clone(), form }
    }

    /// The same after a stop, standing on the field that was left. A title that stands there may have
    /// been typed before the stop, so it counts as typed.
    pub(super) fn standing_at(self, at: usize, begun: &Diagnosis) -> Self {
        Self { form: self.form.standing_at(at, begun), offered: String::new(), ..self }
    }

    /// Nothing of it was filled in and nothing rated.
    fn is_untouched(&self, cx: &Cx) -> bool {
        find(cx, &self.id).is_some_and(|of| {
            of.ratings.is_empty() && of.people <= 1 && of.sop == self.offered && of.ended.is_none()
        })
    }

    fn intro(cx: &Cx, width: u16) -> Vec<ratatui::text::Line<'static>> {
        let count = cx.course.statements.len();
        let texts = match cx.lang() {
            Lang::Id => [
                format!("{count} pernyataan tentang satu SOP, dinilai 0 sampai 3 dengan bukti"),
                "Alat bantu berbincang buatan kami, bukan instrumen resmi: untuk kelompok kecil, \
                 dinilai sendiri, tidak untuk membandingkan perangkat daerah."
                    .to_owned(),
            ],
            Lang::En => [
                format!("{count} statements about one SOP, rated 0 to 3 with evidence"),
                "A talking aid of our own, not an official instrument: for small groups, \
                 self-rated, not for comparing offices."
                    .to_owned(),
            ],
        };
        view::paragraphs(&texts, cx, width)
    }
}

impl Screen for Begin {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = cx.lang().pick("Diagnosis baru", "A new diagnosis").to_owned();
        Head { left, right: String::new() }
    }

    fn is_typing(&self, _: &Cx) -> bool {
        true
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        if msg != Msg::Back {
            return Step::Stay;
        }
        if self.is_untouched(cx) {
            remove(cx, &self.id);
        }
        cx.hurry();
        Step::Back
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if input == Input::Key(keys::ESC) {
            return None;
        }
        let of = find(cx, &self.id)?;
        let asked = self.form.typed(&input, cx, of);
        let id = self.id.clone();
        let step = asked.answer(cx, |cx, field, text, save| {
            change(cx, &id, save, |of| {
                if let Some(field) = FIELDS.get(field) {
                    (field.set)(of, text);
                }
            });
        })?;
        if let (Step::Back, Some(of)) = (&step, find(cx, &self.id)) {
            return Some(Step::swap(Rate::resume(of, cx)));
        }
        Some(step)
    }

    fn spot(&self, cx: &Cx) -> Option<Spot> {
        find(cx, &self.id)?;
        let (screen, key, at) = (left::BEGIN.to_owned(), self.id.clone(), self.form.at());
        Some(Spot { screen, key, at, ..Spot::default() })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let of = find(cx, &self.id)?;
        let intro = Self::intro(cx, area.width);
        // The fields come first where there is little room.
        let needed = u16::try_from(intro.len() + 1).unwrap_or(u16::MAX);
        let above = needed.min(area.height.saturating_sub(FORM));
        lines::draw_top(&intro, Rect { height: above, ..area }, buf);
        let below = Rect { y: area.y + above, height: area.height - above, ..area };
        self.form.draw(cx, of, below, buf)
    }
}
