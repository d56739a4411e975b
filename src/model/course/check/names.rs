//! Names: each is given once, and each that is referred to exists.

use std::collections::{BTreeMap, BTreeSet};

use super::{Index, Named, Sort};
use crate::model::{
    course::raw::instead,
    faults::{Fault, MOST, nearest, quoted},
    text::{Said, Text},
};

/// Lost names for which a near one is looked for.
const COMPARED: usize = 50;

/// Checks all names of a course.
pub fn check(index: &Index, faults: &mut Vec<Fault>) {
    let mut known: BTreeMap<Sort, BTreeSet<&str>> = BTreeMap::new();
    for named in &index.defined {
        if !known.entry(named.sort).or_default().insert(&named.key) {
            faults.push(twice(named));
        }
    }
    // A key may only be missing because its file could not be read: that was told already.
    if index.incomplete {
        return;
    }
    let nothing = BTreeSet::new();
    let known = |named: &Named| known.get(&named.sort).unwrap_or(&nothing);
    let lost = index.wanted.iter().filter(|named| !known(named).contains(named.key.as_str()));
    // Comparing each lost name with each known one would take a hostile folder's time.
    let lost = lost.enumerate().map(|(at, named)| nowhere(named, known(named), at < COMPARED));
    // One more than are kept, so that it is told that there are more.
    faults.extend(lost.take(MOST + 1));
}

fn twice(named: &Named) -> Fault {
    let (sort, key) = (word(named.sort), quoted(&named.key));
    let what = Said::new(
        format!("kunci {} {key} sudah dipakai", sort.id),
        format!("the {} key {key} is already taken", sort.en),
    );
    let remedy = Text::new(
        "Pilih kunci lain; setiap kunci hanya satu di seluruh bahan.",
        "Choose another; a key is given once in the whole course.",
    );
    Fault::error(&named.file, Some(named.place.clone()), what, remedy)
}

fn nowhere(named: &Named, known: &BTreeSet<&str>, is_compared: bool) -> Fault {
    let (sort, key) = (word(named.sort), quoted(&named.key));
    let what =
        Said::new(format!("{} {key} tidak ada", sort.id), format!("there is no {} {key}", sort.en));
    // A long list of keys helps nobody: only a near one, or a short list, is told.
    let is_near = is_compared && nearest(&named.key, known.iter().copied()).is_some();
    let remedy = if is_near || (1..=6).contains(&known.len()) {
        instead(&named.key, known.iter().copied())
    } else {
        match named.sort {
            Sort::Source => Text::new(
                "Tambahkan [[source]] di sources.toml, atau hapus dari sini.",
                "Add a [[source]] in sources.toml, or delete it here.",
            ),
            Sort::Term => Text::new(
                "Tambahkan [[term]] di glossary.toml, atau hapus tautannya.",
                "Add a [[term]] in glossary.toml, or delete the link.",
            ),
            Sort::Schedule => Text::new(
                "Tambahkan [[schedule]] di course.toml, atau hapus dari sini.",
                "Add a [[schedule]] in course.toml, or delete it here.",
            ),
            Sort::Sheet => Text::new(
                "Tambahkan [[sheet]] di course.toml, atau hapus dari sini.",
                "Add a [[sheet]] in course.toml, or delete it here.",
            ),
            _ => Text::new("Periksa ejaan kuncinya.", "Check how the key is spelt."),
        }
        .into()
    };
    Fault::error(&named.file, Some(named.place.clone()), what, remedy)
}

fn word(sort: Sort) -> Text {
    match sort {
        Sort::Module => Text::new("modul", "module"),
        Sort::Page => Text::new("halaman", "page"),
        Sort::Item => Text::new("soal", "item"),
        Sort::Factor => Text::new("faktor", "factor"),
        Sort::Source => Text::new("sumber", "source"),
        Sort::Term => Text::new("istilah", "term"),
        Sort::Schedule => Text::new("jadwal", "schedule"),
        Sort::Activity => Text::new("kegiatan", "activity"),
        Sort::Sheet => Text::new("lembar", "sheet"),
        Sort::Topic => Text::new("bagian", "topic"),
        Sort::Statement => Text::new("pernyataan", "statement"),
        Sort::Challenge => Text::new("tantangan", "challenge"),
    }
}
