//! What the result of a round says.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::{
    model::{
        dates,
        progress::{self, ModuleState},
        quiz::{Ask, Outcome},
        standing::{self, Band, Score},
        text::Lang,
    },
    ui::{cx::Cx, frame},
};

/// Steps of a bar.
const STEPS: usize = 10;
/// Columns beside a factor's name: its bar, its mark, how many questions.
const BESIDE: usize = STEPS + 24;

/// The mean mark of each factor; after the course beside that of the test before.
pub(super) fn of_factors(
    score: &Score,
    ask: Option<&Ask>,
    width: u16,
    cx: &Cx,
) -> Vec<Line<'static>> {
    let lang = cx.lang();
    let standing = cx.standing();
    let before = standing.tests.pre.as_ref().filter(|_| ask == Some(&Ask::Post));
    let room = usize::from(width).saturating_sub(BESIDE).clamp(12, 42);
    score
        .factors
        .iter()
        .map(|(key, mean, items)| {
            let name = cx.course.factor(key).map_or(key.as_str(), |found| found.name.get(lang));
            let name = frame::fit(name, room, &cx.theme);
            let gap = " ".repeat(room.saturating_sub(name.width()));
            let is_full = |step: &usize| mean * STEPS as f64 >= *step as f64 - 0.5;
            let full = (1..=STEPS).filter(is_full).count();
            let bar =
                cx.theme.marks.block.repeat(full) + &cx.theme.marks.shade.repeat(STEPS - full);
            let was = before.and_then(|pre| pre.factors.iter().find(|(known, ..)| known == key));
            let was = was.map_or_else(String::new, |(_, mean, _)| {
                format!("  ({} {})", lang.pick("awal", "before"), dates::percent(*mean, lang))
            });
            let count = format!(
                "{items} {}",
                lang.pick("soal", if *items == 1 { "question" } else { "questions" })
            );
            let mean = dates::percent(*mean, lang);
            let beside = if was.is_empty() { format!("  {count}") } else { was };
            Line::from(vec![
                Span::raw(format!("{name}{gap}  ")),
                Span::styled(bar, cx.theme.accent),
                Span::raw(format!(" {mean:>5}")),
                Span::styled(beside, cx.theme.quiet),
            ])
        })
        .collect()
}

/// What the tests before and after the course say together; nothing about others.
pub(super) fn gains(ask: Option<&Ask>, cx: &Cx) -> String {
    let lang = cx.lang();
    let standing = cx.standing();
    let tests = &standing.tests;
    let (Some(Ask::Post), Some(pre), Some(post)) = (ask, &tests.pre, &tests.post) else {
        return String::new();
    };
    let (before, after) = (dates::percent(pre.mean, lang), dates::percent(post.mean, lang));
    match (standing::gain(pre.mean, post.mean), lang) {
        (None, Lang::Id) => format!(
            "Tes awal {before}, tes akhir {after}. Kenaikan ternormalisasi tidak terdefinisi: tes awal sudah penuh, jadi tidak ada lagi yang dapat dinaikkan."
        ),
        (None, Lang::En) => format!(
            "Before {before}, after {after}. The normalised gain is undefined: the first test was full, so nothing was left to gain."
        ),
        (Some(gain), Lang::Id) if gain < 0.0 => {
            format!("Nilai turun dari {before} pada tes awal ke {after}.")
        }
        (Some(gain), Lang::En) if gain < 0.0 => {
            format!("The mark fell from {before} before the course to {after}.")
        }
        (Some(gain), _) => {
            let band = Band::of(gain).name().say(lang);
            let (gain, items) = (dates::number(gain, 2, lang), post.items);
            match lang {
                Lang::Id => format!(
                    "Tes awal {before}, tes akhir {after}. Kenaikan ternormalisasi {gain} ({band}, menurut Hake 1998): bagian dari yang belum dikuasai yang kini dikuasai. {items} soal memberi gambaran, bukan ukuran kompetensi."
                ),
                Lang::En => format!(
                    "Before {before}, after {after}. Normalised gain {gain} ({band}, by Hake 1998): the share of what was missing that is there now. {items} questions give an idea, no measure of competence."
                ),
            }
        }
    }
}

pub(super) fn headline(ask: Option<&Ask>, outcome: &Outcome, lang: Lang) -> String {
    let (right, all) = (outcome.right, outcome.firsts.len());
    match lang {
        // A test knows one try only.
        Lang::Id if ask.is_some_and(|ask| ask.mode().is_test()) => {
            format!("{right} dari {all} benar.")
        }
        Lang::En if ask.is_some_and(|ask| ask.mode().is_test()) => {
            format!("{right} of {all} right.")
        }
        Lang::Id => format!("{right} dari {all} benar pada percobaan pertama."),
        Lang::En => format!("{right} of {all} right on the first try."),
    }
}

pub(super) fn reflected(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (_, Lang::Id) => format!("{count} soal direnungkan; tulisan Anda tidak dinilai."),
        (1, Lang::En) => "1 question reflected on; what you wrote is not marked.".to_owned(),
        (_, Lang::En) => format!("{count} questions reflected on; what you wrote is not marked."),
    }
}

/// The mean of the round; after practice also how far its module is.
pub(super) fn mean(ask: Option<&Ask>, outcome: &Outcome, cx: &Cx) -> String {
    let lang = cx.lang();
    let mean = dates::percent(outcome.mean, lang);
    let said = match lang {
        Lang::Id => format!("Nilai rata-rata {mean}."),
        Lang::En => format!("Average mark {mean}."),
    };
    let module = match ask {
        Some(Ask::Module(key)) => cx.course.module(key).map(|(_, module)| module),
        _ => None,
    };
    let Some(module) = module else { return said };
    let numbers = progress::of_module(&cx.course, module, cx.work(), &cx.standing().tried);
    let pages = numbers.pages - numbers.read;
    let items = numbers.items.saturating_sub(numbers.answered);
    let rest = match (numbers.state, lang) {
        (ModuleState::Done, Lang::Id) => "Modul ini tuntas.".to_owned(),
        (ModuleState::Done, Lang::En) => "The module is done.".to_owned(),
        (ModuleState::ToRepeat, _) => {
            let of_module = dates::percent(numbers.mean.unwrap_or_default(), lang);
            let pass = dates::percent(cx.course.pass, lang);
            match lang {
                Lang::Id => format!(
                    "Rata-rata modul {of_module}; tuntas mulai {pass}. Silakan baca lagi, lalu ulangi soalnya."
                ),
                Lang::En => format!(
                    "The module stands at {of_module}; it is done from {pass}. Please read again, then repeat the questions."
                ),
            }
        }
        (_, Lang::Id) => match (pages, items) {
            (0, items) => format!("Di modul ini masih {items} soal yang belum dijawab."),
            (pages, 0) => format!("Modul tuntas bila {pages} halaman sisanya sudah dibaca."),
            (pages, items) => format!(
                "Di modul ini masih {pages} halaman yang belum dibaca dan {items} soal yang belum dijawab."
            ),
        },
        (_, Lang::En) => match (pages, items) {
            (0, items) => format!("Questions of the module still to answer: {items}."),
            (pages, 0) => format!("The module is done once its other pages are read ({pages})."),
            (pages, items) => {
                format!("Still to read in the module: {pages} pages; to answer: {items} questions.")
            }
        },
    };
    format!("{said} {rest}")
}

pub(super) fn calibration(outcome: &Outcome, lang: Lang) -> String {
    let Outcome { sure_and_right, sure_and_wrong, guess_and_right, .. } = outcome;
    if outcome.firsts.iter().all(|answer| answer.sure.is_none()) {
        return String::new();
    }
    match lang {
        Lang::Id => format!(
            "Yakin dan benar: {sure_and_right}. Yakin tetapi belum tepat: {sure_and_wrong}. Menebak dan benar: {guess_and_right}."
        ),
        Lang::En => format!(
            "Sure and right: {sure_and_right}. Sure but not right: {sure_and_wrong}. Guessed and right: {guess_and_right}."
        ),
    }
}
