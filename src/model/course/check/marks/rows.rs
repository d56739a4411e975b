//! Whether partners, bins and the list of a reflection can be answered, and by keys that exist.

use std::collections::BTreeSet;

use crate::model::{
    course::{
        build::Placed,
        raw::{Place, instead},
    },
    faults::{Log, quoted},
    text::{Lang, Said, Text},
    words::level,
};

/// Fewest and most bins.
const BINS: std::ops::RangeInclusive<usize> = 2..=4;
/// As many letters as a question has.
const LETTERS: usize = 7;

/// Rows of a match: each partner belongs to one row only.
pub(super) fn partners(placed: &Placed, log: &mut Log<'_>) {
    let partners = placed.item.options.iter().map(|option| &option.with);
    alike(partners.zip(&placed.options), log, |text| {
        let text = quoted(text);
        Said::new(
            format!("pasangan {text} sudah dipakai baris lain di soal ini"),
            format!("the partner {text} already belongs to another row of this item"),
        )
    });
    few(placed.item.options.len(), Text::new("baris", "rows"), &placed.place, log);
}

/// Bins of a classify: two to four, each with its own name, and every row in one of them.
pub(super) fn bins(placed: &Placed, log: &mut Log<'_>) {
    let item = &placed.item;
    let (count, least, most) = (item.bins.len(), BINS.start(), BINS.end());
    if !BINS.contains(&count) {
        let what = Said::new(
            format!("kelompok di soal ini {count}, seharusnya {least} sampai {most}"),
            format!("bins in this item: {count}, there should be {least} to {most}"),
        );
        let remedy = Text::new(
            "Tambah atau kurangi [[item.bin]], masing-masing dengan key dan text.",
            "Add or take away [[item.bin]], each with key and text.",
        );
        log.error(placed.place.clone(), what, remedy);
    }
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (bin, place) in item.bins.iter().zip(&placed.bins) {
        if !bin.key.is_empty() && !known.insert(&bin.key) {
            let key = quoted(&bin.key);
            let what = Said::new(
                format!("kunci kelompok {key} sudah dipakai di soal ini"),
                format!("the bin key {key} is already taken in this item"),
            );
            log.error(place.clone(), what, Text::new("Pilih kunci lain.", "Choose another."));
        }
    }
    alike(item.bins.iter().map(|bin| &bin.text).zip(&placed.bins), log, |text| {
        let text = quoted(text);
        Said::new(
            format!("kelompok {text} sudah ada di soal ini"),
            format!("the bin {text} is already there in this item"),
        )
    });
    named(placed, &known, log);
    unused(placed, log);
}

/// Each row names a bin that is there.
fn named(placed: &Placed, known: &BTreeSet<&str>, log: &mut Log<'_>) {
    // Without any bin each row would only repeat that there is none; and a bin whose key could not
    // be read may be the one that is meant.
    if known.is_empty() || placed.item.bins.iter().any(|bin| bin.key.is_empty()) {
        return;
    }
    for (option, place) in placed.item.options.iter().zip(&placed.chosen_bins) {
        if let Some(place) = place
            && !known.contains(option.bin.as_str())
        {
            let bin = quoted(&option.bin);
            let what = Said::new(
                format!("kelompok {bin} tidak ada di soal ini"),
                format!("there is no bin {bin} in this item"),
            );
            log.error(place.clone(), what, instead(&option.bin, known.iter().copied()));
        }
    }
}

/// A bin that nothing belongs to may mislead on purpose, so it is only advice.
fn unused(placed: &Placed, log: &mut Log<'_>) {
    for (bin, place) in placed.item.bins.iter().zip(&placed.bins) {
        let is_used = placed.item.options.iter().any(|option| option.bin == bin.key);
        if !bin.key.is_empty() && !is_used {
            let key = quoted(&bin.key);
            let what = Said::new(
                format!("kelompok {key} tidak dipakai satu baris pun"),
                format!("no row belongs to the bin {key}"),
            );
            let remedy = Text::new(
                "Tambahkan baris untuknya, atau hapus kelompok ini.",
                "Add a row for it, or delete this bin.",
            );
            log.advice(place.clone(), what, remedy);
        }
    }
}

/// A reflection has no mark, so nothing that counts marks may ask it.
pub(super) fn reflection(placed: &Placed, log: &mut Log<'_>) {
    if let Some(used) = placed.item.uses.iter().find(|used| *used != "practice") {
        let used = quoted(used);
        let what = Said::new(
            format!("soal renungan tidak dinilai, jadi tidak dapat dipakai untuk {used}"),
            format!("a reflection has no mark, so it cannot be used for {used}"),
        );
        let remedy = Text::new(
            "Tulis use = [\"practice\"], atau hapus barisnya.",
            "Write use = [\"practice\"], or delete the line.",
        );
        log.error(placed.uses.clone(), what, remedy);
    }
    few(placed.item.check.len(), Text::new("butir", "points"), &placed.check, log);
}

/// Tells of each text that a reader of either language cannot tell from an earlier one.
fn alike<'a>(
    texts: impl Iterator<Item = (&'a Said, &'a Place)>,
    log: &mut Log<'_>,
    what: impl Fn(&str) -> Said,
) {
    let mut met = Lang::ALL.map(|_| BTreeSet::new());
    for (said, place) in texts {
        let is_twice = |(lang, met): (Lang, &mut BTreeSet<String>)| {
            let text = level(said.get(lang));
            (!text.is_empty() && !met.insert(text)).then_some(lang)
        };
        // Both languages are noted, although one is enough to tell.
        let found: Vec<Lang> = Lang::ALL.into_iter().zip(&mut met).filter_map(is_twice).collect();
        if let Some(lang) = found.first() {
            let remedy = Text::new(
                "Bedakan teksnya; bila sama, tidak ada yang tahu mana yang benar.",
                "Make the texts differ; nobody can tell which is right when they are the same.",
            );
            log.error(place.clone(), what(said.get(*lang)), remedy);
        }
    }
}

/// What has no letter can only be reached by arrows.
pub(super) fn few(count: usize, word: Text, place: &Place, log: &mut Log<'_>) {
    if count > LETTERS {
        let Text { id, en } = word;
        let what = Said::new(
            format!("soal ini memuat {count} {id}; huruf pilihannya hanya A sampai G"),
            format!("this item has {count} {en}; its letters are only A to G"),
        );
        let remedy = Said::new(
            format!("Sisakan paling banyak {LETTERS}, atau bagi menjadi dua soal."),
            format!("Keep {LETTERS} at most, or make two items of it."),
        );
        log.advice(place.clone(), what, remedy);
    }
}
