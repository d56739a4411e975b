//! The fields of the settings: what is stored, what may be chosen, and what the terminal has to say
//! about it.

use crate::{
    model::{
        profile::{Profile, SESSIONS, TEXT_WIDTHS},
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        screens::{
            padded,
            welcome::{name_field, office_field},
        },
        theme::{self, Signs, THEMES},
        widgets::form::{Field, Kind},
    },
};

/// Columns between two widths that are offered.
const STEP: usize = 4;
/// Questions between two sizes of a session that are offered.
const STEP_OF_SESSIONS: usize = 5;
/// The place of the language, which the command line may hold.
pub(super) const LANGUAGE: usize = 0;
const YES: &str = "yes";
const NO: &str = "no";

pub(super) const FIELDS: &[Field<Profile>] = &[
    Field {
        label: Text::new("Bahasa", "Language"),
        hint: Text::new(
            "Bahasa semua layar; F2 menggantinya di mana saja.",
            "The language of all screens; F2 switches it anywhere.",
        ),
        kind: Kind::Choice(languages),
        get: |profile| profile.settings.lang.code().to_owned(),
        set: |profile, code| profile.settings.lang = Lang::from_code(&code).unwrap_or_default(),
    },
    Field {
        label: Text::new("Warna", "Colours"),
        hint: Text::new(
            "Kontras tinggi memakai latar hitam sendiri. F4 menggantinya di mana saja.",
            "High contrast brings its own black background. F4 switches anywhere.",
        ),
        kind: Kind::Choice(themes),
        get: |profile| profile.settings.theme.clone(),
        set: |profile, name| profile.settings.theme = name,
    },
    Field {
        label: Text::new("Karakter sederhana", "Plain characters"),
        hint: Text::new(
            "Bila tanda seperti centang atau garis tampak rusak, pilih ya.",
            "Choose yes if marks such as the tick or the lines look broken.",
        ),
        kind: Kind::Choice(plain),
        get: |profile| stored(profile.settings.ascii),
        set: |profile, text| profile.settings.ascii = text == YES,
    },
    Field {
        label: Text::new("Tanyakan keyakinan", "Ask how sure I am"),
        hint: Text::new(
            "Sesudah menjawab soal: menebak, cukup yakin, atau yakin. Anda melihat kapan Anda \
             keliru padahal yakin.",
            "After each answer: a guess, fairly sure or sure. You see where you were sure and wrong.",
        ),
        kind: Kind::Choice(confidence),
        get: |profile| stored(profile.settings.confidence),
        set: |profile, text| profile.settings.confidence = text == YES,
    },
    Field {
        label: Text::new("Soal per ulangan", "Longest review"),
        hint: Text::new(
            "Paling banyak sekian soal dalam satu putaran Ulang; sisanya menunggu putaran berikut.",
            "At most so many questions in one round of review; the rest waits for the next.",
        ),
        kind: Kind::Choice(sessions),
        get: |profile| profile.settings.session().to_string(),
        set: |profile, text| {
            profile.settings.session = text.parse().unwrap_or(profile.settings.session);
        },
    },
    Field {
        label: Text::new("Lebar teks", "Text width"),
        hint: Text::new(
            "Baris yang tidak terlalu panjang lebih mudah dibaca; 60 sampai 76 nyaman.",
            "Lines that are not too long are easier to read; 60 to 76 is comfortable.",
        ),
        kind: Kind::Choice(widths),
        get: |profile| profile.settings.text_width().to_string(),
        set: |profile, text| {
            profile.settings.width = text.parse().unwrap_or(profile.settings.width);
        },
    },
    name_field(Text::new(
        "Nama di layar Anda sendiri. NIP tidak ditanyakan dan tidak disimpan.",
        "The name on your own screens. NIP is neither asked for nor stored.",
    )),
    office_field(Text::new(
        "Contoh: DPMPTSP, Disdukcapil, Bagian Organisasi.",
        "Examples: DPMPTSP, Disdukcapil, Bagian Organisasi.",
    )),
];

fn stored(is_on: bool) -> String {
    if is_on { YES } else { NO }.to_owned()
}

/// A choice's label with what stands against it, if anything.
fn noted(label: &str, note: Option<String>) -> String {
    note.map_or_else(|| label.to_owned(), |note| format!("{label} ({note})"))
}

fn languages(cx: &Cx) -> Vec<(String, String)> {
    let mine = cx.profile().settings.lang;
    let name = |lang: Lang| lang.pick("Bahasa Indonesia", "English");
    let spoken = (cx.lang() != mine).then(|| {
        let name = name(cx.lang());
        match cx.lang() {
            Lang::Id => format!("sekarang {name} karena --lang"),
            Lang::En => format!("now {name} because of --lang"),
        }
    });
    let label = |lang: Lang| noted(name(lang), spoken.clone().filter(|_| lang == mine));
    Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), label(lang))).collect()
}

fn themes(cx: &Cx) -> Vec<(String, String)> {
    let lang = cx.lang();
    let note = cx
        .terminal()
        .is_plain
        .then(|| lang.pick("NO_COLOR: tetap tanpa warna", "NO_COLOR: no colours here").to_owned());
    let mut choices: Vec<_> = THEMES
        .iter()
        .map(|(name, say)| ((*name).to_owned(), noted(say.say(lang), note.clone())))
        .collect();
    let mine = &cx.profile().settings.theme;
    if choices.iter().all(|(name, _)| name != mine) {
        let auto = THEMES.iter().find(|(name, _)| *name == theme::AUTO).map(|(_, say)| *say);
        let label = auto.unwrap_or_default().say(lang);
        let unknown = match lang {
            Lang::Id => format!("“{mine}” tidak dikenal"),
            Lang::En => format!("“{mine}” is not known"),
        };
        choices.insert(0, (mine.clone(), noted(label, note.or(Some(unknown)))));
    }
    choices
}

fn yes_or_no(lang: Lang, no: Option<String>) -> Vec<(String, String)> {
    let label = noted(lang.pick("tidak", "no"), no);
    vec![(YES.to_owned(), lang.pick("ya", "yes").to_owned()), (NO.to_owned(), label)]
}

fn plain(cx: &Cx) -> Vec<(String, String)> {
    let lang = cx.lang();
    let why = match cx.terminal().signs {
        Signs::All => None,
        Signs::Asked => Some("--ascii"),
        Signs::Console => Some(lang.pick("konsol Linux", "Linux console")),
        Signs::Locale => Some(lang.pick("bahasa sistem", "system locale")),
    };
    yes_or_no(
        lang,
        why.map(|why| match lang {
            Lang::Id => format!("{why}: tetap sederhana"),
            Lang::En => format!("{why}: plain here anyway"),
        }),
    )
}

fn confidence(cx: &Cx) -> Vec<(String, String)> {
    yes_or_no(cx.lang(), None)
}

fn sessions(cx: &Cx) -> Vec<(String, String)> {
    let mine = cx.profile().settings.session();
    let mut sizes: Vec<usize> = SESSIONS.step_by(STEP_OF_SESSIONS).collect();
    // One written by hand is offered as well.
    if let Err(at) = sizes.binary_search(&mine) {
        sizes.insert(at, mine);
    }
    let word = cx.lang().pick("soal", "questions");
    sizes.into_iter().map(|size| (size.to_string(), format!("{size} {word}"))).collect()
}

fn widths(cx: &Cx) -> Vec<(String, String)> {
    let lang = cx.lang();
    let mine = cx.text_width();
    let mut widths: Vec<u16> = TEXT_WIDTHS.step_by(STEP).collect();
    // One written by hand is offered as well.
    if let Err(at) = widths.binary_search(&mine) {
        widths.insert(at, mine);
    }
    let here = padded(cx.body).width;
    let label = |width: u16| {
        let columns = format!("{width} {}", lang.pick("kolom", "columns"));
        let less = (width > here).then(|| match lang {
            Lang::Id => format!("jendela ini memuat {here}"),
            Lang::En => format!("this window holds {here}"),
        });
        noted(&columns, less)
    };
    widths.into_iter().map(|width| (width.to_string(), label(width))).collect()
}
