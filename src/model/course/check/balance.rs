//! Whether the bank of questions is balanced: places and lengths of right answers, share of
//! situations.

use super::Advice;
use crate::model::{
    course::{Course, Item, Kind},
    text::{Said, Text},
};

/// Fewest items from which a share says something.
const ENOUGH: usize = 8;
/// Share of situations that a bank should reach, in percent.
const SITUATIONS: usize = 60;

/// Checks the whole bank of a course.
pub(super) fn check(course: &Course, advice: &mut Advice<'_>) {
    let items: Vec<&Item> = course.items().collect();
    places(&items, advice);
    lengths(&items, advice);
    situations(&items, advice);
}

fn places(items: &[&Item], advice: &mut Advice<'_>) {
    let single = items.iter().filter(|item| item.kind == Kind::Single);
    let places: Vec<usize> =
        single.filter_map(|item| item.options.iter().position(|option| option.right)).collect();
    let all = places.len();
    for (place, letter) in ('A'..='Z').enumerate() {
        let count = places.iter().filter(|&&other| other == place).count();
        if all >= ENOUGH && count * 2 > all {
            let what = Said::new(
                format!("jawaban benar berada di {letter} pada {count} dari {all} soal"),
                format!("the right answer is {letter} in {count} of {all} items"),
            );
            let remedy = Text::new(
                "Pindahkan pilihan benar di beberapa soal.",
                "Move the right option in some items.",
            );
            advice.about_course(None, what, remedy);
        }
    }
}

/// Who knows nothing takes the longest option: it must not pay.
fn lengths(items: &[&Item], advice: &mut Advice<'_>) {
    let single: Vec<&&Item> = items.iter().filter(|item| item.kind == Kind::Single).collect();
    let gives_away = |item: &Item| {
        let length = |right: bool| {
            let options = item.options.iter().filter(move |option| option.right == right);
            options.map(|option| option.text.id.chars().count()).max().unwrap_or(0)
        };
        length(true) > length(false)
    };
    let (count, all) = (single.iter().filter(|item| gives_away(item)).count(), single.len());
    if all >= ENOUGH && count * 2 > all {
        let what = Said::new(
            format!("jawaban benar adalah pilihan terpanjang pada {count} dari {all} soal"),
            format!("the right answer is the longest option in {count} of {all} items"),
        );
        let remedy = Text::new(
            "Ringkaskan jawaban benar, atau panjangkan pengecohnya.",
            "Shorten right answers, or lengthen wrong ones.",
        );
        advice.about_course(None, what, remedy);
    }
}

fn situations(items: &[&Item], advice: &mut Advice<'_>) {
    let count = items.iter().filter(|item| item.situation).count();
    let all = items.len();
    if all > 0 && count * 100 < all * SITUATIONS {
        let what = Said::new(
            format!("hanya {count} dari {all} soal memakai situasi kerja"),
            format!("only {count} of {all} items are situations at work"),
        );
        let remedy = Said::new(
            format!("Usahakan paling sedikit {SITUATIONS} %, dengan situation = true."),
            format!("Aim for {SITUATIONS} % at least, with situation = true."),
        );
        advice.about_course(None, what, remedy);
    }
}
