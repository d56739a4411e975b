//! First run: language, display name, office, and one sentence on what is stored where.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::tour::Tour;
use crate::{
    model::{
        profile::{LONGEST_NAME, Profile, Spot},
        safe_text,
        text::{Lang, Text},
    },
    ui::{
        cx::{Cx, Save},
        keys::{self, Binding, Code, Key, bind},
        prose,
        screen::{Effect, Head, Input, Screen, Step},
        widgets::{
            form::{Asked, Field, Form, Kind},
            lines,
        },
    },
};

const FIELDS: &[Field<Profile>] = &[
    Field {
        label: Text::new("Bahasa", "Language"),
        hint: Text::new(
            "← → untuk mengganti. Sesudah ini, tekan F2 kapan saja.",
            "← → to change. Later, press F2 at any time.",
        ),
        kind: Kind::Choice(|_| {
            vec![
                ("id".to_owned(), "Bahasa Indonesia".to_owned()),
                ("en".to_owned(), "English".to_owned()),
            ]
        }),
        get: |profile| profile.settings.lang.code().to_owned(),
        set: |profile, code| {
            profile.settings.lang = Lang::from_code(&code).unwrap_or_default();
        },
    },
    name_field(Text::new(
        "Boleh dikosongkan. Cukup nama panggilan; NIP tidak ditanyakan dan tidak disimpan.",
        "May be left empty. The name you go by is enough; NIP is neither asked for nor stored.",
    )),
    office_field(Text::new(
        "Boleh dikosongkan. Contoh: DPMPTSP, Disdukcapil, Bagian Organisasi.",
        "May be left empty. Examples: DPMPTSP, Disdukcapil, Bagian Organisasi.",
    )),
];

/// The field for the name that a person goes by.
pub(super) const fn name_field(hint: Text) -> Field<Profile> {
    Field {
        label: Text::new("Nama panggilan", "Preferred name"),
        hint,
        kind: Kind::Text(LONGEST_NAME),
        get: |profile| profile.person.name.clone(),
        set: |profile, text| profile.person.name = text,
    }
}

/// The field for a person's office.
pub(super) const fn office_field(hint: Text) -> Field<Profile> {
    Field {
        label: Text::new("Kantor", "Office"),
        hint,
        kind: Kind::Text(LONGEST_NAME),
        get: |profile| profile.person.office.clone(),
        set: |profile, text| profile.person.office = text,
    }
}

/// The name of this screen among the spots of a desk.
pub(super) const SPOT: &str = "welcome";

/// The first screen that a new person meets.
pub struct Welcome {
    form: Form<Profile>,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Begin.
    Begin,
    /// See who is on this laptop already.
    People,
    /// Shown only: the form takes these keys first.
    Field,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER], Msg::Field, Text::new("lanjut", "next")),
    bind(&[keys::UP], Msg::Field, Text::new("pindah", "move")),
    bind(&[keys::DOWN], Msg::Field, Text::new("pindah", "move")),
    bind(&[keys::ESC], Msg::Begin, Text::new("langsung mulai", "begin right away")),
    bind(&[Key::plain(Code::F(3))], Msg::People, Text::new("orang lain", "other people")),
];

impl Welcome {
    /// The first screen, over the profile in `cx`.
    pub fn new(cx: &Cx) -> Self {
        Self { form: Form::new(FIELDS, cx.profile()) }
    }

    fn begin(cx: &mut Cx) -> Step {
        // Even with every field empty the profile exists from here on.
        cx.edit(Save::Now, |_| ());
        Step::swap(Tour::first())
    }
}

impl Screen for Welcome {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: format!("pandu · {}", cx.course.title.get(cx.lang())), right: String::new() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Begin => Self::begin(cx),
            Msg::People => Step::Do(Effect::People),
            Msg::Field => Step::Stay,
        }
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        !matches!(msg, Msg::People) || cx.neighbours > 0
    }

    /// From the first letter on; a person who only looked is new again next time.
    fn spot(&self, cx: &Cx) -> Option<Spot> {
        let screen = SPOT.to_owned();
        (cx.profile().rev > 0).then(|| Spot { screen, ..Spot::default() })
    }

    fn is_typing(&self, _: &Cx) -> bool {
        true
    }

    fn typed(&mut self, input: Input, cx: &mut Cx) -> Option<Step> {
        if input == Input::Key(Key::plain(Code::Esc)) {
            return None;
        }
        let asked = self.form.typed(&input, cx, cx.profile());
        if asked == Asked::Finished {
            return Some(Self::begin(cx));
        }
        asked.answer(cx, |cx, at, text, save| {
            if at == 0 {
                cx.set_lang(Lang::from_code(&text).unwrap_or_default());
            }
            cx.edit(save, |profile| {
                if let Some(field) = FIELDS.get(at) {
                    (field.set)(profile, text);
                }
            });
        })
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = cx.lang();
        let area = super::padded(area);
        let width = area.width.min(cx.text_width());
        let greeting = lang.pick("Selamat datang di pandu.", "Welcome to pandu.");
        let about = about(cx.course.title.get(lang), cx.course.modules.len(), lang);
        let is_high = area.height > 14;
        let mut text = Vec::new();
        // In a low window the fields matter more.
        if is_high || cx.neighbours == 0 {
            text.extend([Line::styled(greeting, cx.theme.strong), Line::raw("")]);
        }
        if is_high {
            text.extend(prose::wrap(&[Span::raw(about)], width, &cx.theme));
            text.push(Line::raw(""));
        }
        if cx.neighbours > 0 {
            text.extend(prose::wrap(
                &[Span::raw(neighbours(cx.neighbours, lang))],
                width,
                &cx.theme,
            ));
            text.push(Line::raw(""));
        }
        let height = u16::try_from(text.len()).unwrap_or(u16::MAX).min(area.height);
        lines::draw(&text, 0, Rect { height, ..area }, buf, &cx.theme);
        let stored = stored(&cx.stored_in, lang);
        let note = prose::wrap(&[Span::styled(stored, cx.theme.quiet)], width, &cx.theme);
        let note_height = u16::try_from(note.len()).unwrap_or(0).min(area.height - height);
        let form = Rect { y: area.y + height, height: area.height - height - note_height, ..area };
        lines::draw(
            &note,
            0,
            Rect { y: form.bottom(), height: note_height, ..area },
            buf,
            &cx.theme,
        );
        self.form.draw(cx, cx.profile(), form, buf)
    }
}

fn about(course: &str, modules: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!(
            "Teman belajar Anda untuk “{course}”: {modules} modul, soal untuk menguji pemahaman, dan \
             rencana tindak lanjut untuk kantor Anda sendiri."
        ),
        Lang::En => format!(
            "Your companion for “{course}”: {modules} modules, questions to test yourself, and a \
             follow-up plan for your own office."
        ),
    }
}

fn neighbours(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Id, _) => {
            format!("Di laptop ini sudah ada {count} profil lain. Profil Anda? Tekan F3.")
        }
        (Lang::En, 1) => {
            "There is another profile on this laptop already. Is it yours? Press F3.".to_owned()
        }
        (Lang::En, _) => {
            format!("There are {count} other profiles on this laptop. Is one yours? Press F3.")
        }
    }
}

fn stored(place: &str, lang: Lang) -> String {
    let place = safe_text::safe_line(place);
    match lang {
        Lang::Id => format!(
            "Jawaban dan rencana Anda hanya disimpan di laptop ini, di {place}; tidak ada yang \
             dikirim ke mana pun."
        ),
        Lang::En => format!(
            "Your answers and your plan are kept on this laptop only, in {place}; nothing is sent \
             anywhere."
        ),
    }
}
