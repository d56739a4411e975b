//! Whether the full mark of an item can be reached, and by one answer only.

mod rows;

use std::collections::BTreeSet;

use toml::Spanned;

use crate::model::{
    course::{Kind, build::Placed},
    faults::{Log, quoted},
    text::{Said, Text},
};

/// No accepted answer is given.
pub const NO_ACCEPT: Text =
    Text::new("tidak ada jawaban yang diterima", "no accepted answer is given");
/// What to do about it.
pub const NO_ACCEPT_REMEDY: Text =
    Text::new("Tulis paling sedikit satu kata.", "Write at least one word.");

/// Checks one item.
pub fn check(placed: &Placed, log: &mut Log<'_>) {
    let item = &placed.item;
    options_once(placed, log);
    let right = item.options.iter().filter(|option| option.right).count();
    if matches!(item.kind, Kind::Single | Kind::Multiple | Kind::Order | Kind::Truth) {
        let word = Text::new("pilihan", "options");
        rows::few(item.options.len(), word, &placed.place, log);
    }
    match item.kind {
        Kind::Single => {
            enough(placed, 2, log);
            exactly_one(placed, right, log);
        }
        Kind::Truth => {
            if !placed.has_verdict {
                log.error(
                    placed.place.clone(),
                    Text::new("“verdict” belum ditulis", "“verdict” is missing"),
                    Text::new(
                        "Tulis verdict = true bila pernyataannya benar, false bila salah.",
                        "Write verdict = true when the statement is true, false when it is not.",
                    ),
                );
            }
            enough(placed, 2, log);
            exactly_one(placed, right, log);
        }
        Kind::Multiple => {
            enough(placed, 3, log);
            some_right(placed, right, log);
        }
        Kind::Order => {
            enough(placed, 3, log);
            for place in placed.rights.iter().flatten() {
                log.error(
                    place.clone(),
                    Text::new(
                        "soal urutan tidak memakai “right”",
                        "an order item takes no “right”",
                    ),
                    Text::new(
                        "Hapus; urutan di berkas adalah kuncinya.",
                        "Delete it; the order in the file is the key.",
                    ),
                );
            }
        }
        Kind::Recall => {
            for word in &placed.accepted {
                accepted(word, log);
            }
        }
        Kind::Match => {
            enough(placed, 3, log);
            rows::partners(placed, log);
        }
        Kind::Classify => {
            enough(placed, 3, log);
            rows::bins(placed, log);
        }
        Kind::Reflect => rows::reflection(placed, log),
    }
}

/// Each option's key is given once within its item.
fn options_once(placed: &Placed, log: &mut Log<'_>) {
    let mut met = BTreeSet::new();
    for (option, place) in placed.item.options.iter().zip(&placed.options) {
        if !option.key.is_empty() && !met.insert(&option.key) {
            let key = quoted(&option.key);
            let what = Said::new(
                format!("kunci pilihan {key} sudah dipakai di soal ini"),
                format!("the option key {key} is already taken in this item"),
            );
            log.error(place.clone(), what, Text::new("Pilih kunci lain.", "Choose another."));
        }
    }
}

fn enough(placed: &Placed, least: usize, log: &mut Log<'_>) {
    let all = placed.item.options.len();
    if all < least {
        let what = Said::new(
            format!("pilihan di soal ini {all}, paling sedikit {least}"),
            format!("options in this item: {all}, the least is {least}"),
        );
        let remedy = Text::new("Tambahkan [[item.option]].", "Add an [[item.option]].");
        log.error(placed.place.clone(), what, remedy);
    }
}

fn exactly_one(placed: &Placed, right: usize, log: &mut Log<'_>) {
    if right != 1 && !placed.is_unclear && !placed.item.options.is_empty() {
        let what = Said::new(
            format!("pilihan benar di soal ini {right}, seharusnya satu"),
            format!("right options in this item: {right}, there should be one"),
        );
        let remedy = Text::new(
            "Tulis right = true pada tepat satu pilihan.",
            "Write right = true on exactly one option.",
        );
        // The second right one is where the author has to look.
        let second = placed.rights.iter().flatten().nth(1).filter(|_| right > 1);
        log.error(second.unwrap_or(&placed.place).clone(), what, remedy);
    }
}

fn some_right(placed: &Placed, right: usize, log: &mut Log<'_>) {
    let all = placed.item.options.len();
    if all >= 3 && !placed.is_unclear && (right < 2 || right == all) {
        let what = Said::new(
            format!("pilihan benar di soal ini {right} dari {all}"),
            format!("right options in this item: {right} of {all}"),
        );
        let remedy = Text::new(
            "Tandai paling sedikit dua pilihan benar dan sisakan satu yang salah.",
            "Mark at least two options as right and leave one wrong.",
        );
        log.error(placed.place.clone(), what, remedy);
    }
}

/// An accepted answer must keep something when case, spaces and marks are levelled.
fn accepted(word: &Spanned<String>, log: &mut Log<'_>) {
    if !word.get_ref().chars().any(char::is_alphanumeric) {
        let what = Said::new(
            format!("jawaban {} tidak memuat huruf atau angka", quoted(word.get_ref())),
            format!("the answer {} holds no letter or digit", quoted(word.get_ref())),
        );
        log.error(word.span(), what, NO_ACCEPT_REMEDY);
    }
}
