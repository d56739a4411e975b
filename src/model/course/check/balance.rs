//! Whether the bank of questions is balanced: places of right answers, share of situations.

use crate::model::{
    course::{Course, Item, Kind, build::COURSE_FILE},
    faults::Fault,
    text::{Said, Text},
};

/// Fewest items from which a share says something.
const ENOUGH: usize = 8;
/// Share of situations that a bank should reach, in percent.
const SITUATIONS: usize = 60;

/// Checks the whole bank of a course.
pub fn check(course: &Course, faults: &mut Vec<Fault>) {
    let items: Vec<&Item> = course.modules.iter().flat_map(|module| &module.items).collect();
    places(&items, faults);
    situations(&items, faults);
}

fn places(items: &[&Item], faults: &mut Vec<Fault>) {
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
            faults.push(Fault::advice(COURSE_FILE, None, what, remedy));
        }
    }
}

fn situations(items: &[&Item], faults: &mut Vec<Fault>) {
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
        faults.push(Fault::advice(COURSE_FILE, None, what, remedy));
    }
}
