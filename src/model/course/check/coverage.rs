//! Whether everything is taught and asked: pages with items, factors with enough of them, sources
//! in use, minutes that add up.

use std::collections::BTreeSet;

use super::{Advice, Sort};
use crate::model::{
    course::{Course, FEWEST_OF_FACTOR, Item},
    faults::quoted,
    text::{Said, Text},
};

/// Checks pages, factors, topics and sources.
pub(super) fn check(course: &Course, advice: &mut Advice<'_>) {
    let asked: BTreeSet<&str> = course.items().map(|item| item.page.as_str()).collect();
    for page in course.pages().filter(|page| !asked.contains(page.key.as_str())) {
        let what = Said::new(
            format!("tidak ada soal tentang halaman {}", quoted(&page.key)),
            format!("no item is about the page {}", quoted(&page.key)),
        );
        let remedy = Said::new(
            format!("Tulis soal dengan page = \"{}\" di items.toml.", page.key),
            format!("Write an item with page = \"{}\" in items.toml.", page.key),
        );
        advice.about(Sort::Page, &page.key, what, remedy);
    }
    factors(course, advice);
    sources(course, advice);
    minutes(course, advice);
    activities(course, advice);
}

/// A countdown fits into the minutes of its page.
fn activities(course: &Course, advice: &mut Advice<'_>) {
    for activity in &course.activities {
        let page = course.page(&activity.page).map_or(0, |(.., page)| page.minutes);
        let minutes = activity.minutes;
        if page > 0 && minutes > page {
            let key = quoted(&activity.key);
            let what = Said::new(
                format!("kegiatan {key} {minutes} menit, halamannya {page} menit"),
                format!("the activity {key} takes {minutes} minutes, its page {page}"),
            );
            let remedy = Text::new(
                "Perpendek kegiatannya, atau beri halamannya lebih banyak menit.",
                "Make the activity shorter, or give its page more minutes.",
            );
            advice.about(Sort::Activity, &activity.key, what, remedy);
        }
    }
}

fn factors(course: &Course, advice: &mut Advice<'_>) {
    for factor in &course.factors {
        let is_asked = |item: &&Item| item.factor.as_ref() == Some(&factor.key) && item.is_scored();
        let count = course.items().filter(is_asked).count();
        if count < FEWEST_OF_FACTOR {
            let name = &factor.name;
            let what = Said::new(
                format!("soal tentang faktor {}: {count}", quoted(&name.id)),
                format!("items about the factor {}: {count}", quoted(&name.en)),
            );
            let remedy = Said::new(
                format!(
                    "Tulis paling sedikit {FEWEST_OF_FACTOR}; di bawah itu penguasaan tidak terukur."
                ),
                format!("Write {FEWEST_OF_FACTOR} at least; with fewer, mastery cannot be told."),
            );
            advice.about(Sort::Factor, &factor.key, what, remedy);
        }
    }
}

fn sources(course: &Course, advice: &mut Advice<'_>) {
    let used: BTreeSet<&str> =
        course.pages().flat_map(|page| &page.sources).map(String::as_str).collect();
    for source in &course.sources {
        if source.status.id.is_empty() {
            let what = Said::new(
                format!("sumber {} tanpa status", quoted(&source.key)),
                format!("the source {} has no status", quoted(&source.key)),
            );
            let remedy = Text::new(
                "Tulis status.id: masih berlaku, dicabut, atau belum diperiksa.",
                "Write status.id and status.en: in force, revoked, or not checked yet.",
            );
            advice.about(Sort::Source, &source.key, what, remedy);
        }
        if !used.contains(source.key.as_str()) {
            let what = Said::new(
                format!("sumber {} tidak dipakai halaman mana pun", quoted(&source.key)),
                format!("no page rests on the source {}", quoted(&source.key)),
            );
            let remedy = Text::new(
                "Sebutkan pada baris page, atau hapus.",
                "Name it on a page line, or delete it.",
            );
            advice.about(Sort::Source, &source.key, what, remedy);
        }
    }
}

/// The pages of a module fit into its minutes; what is left is for questions.
fn minutes(course: &Course, advice: &mut Advice<'_>) {
    for module in &course.modules {
        let sum: u32 = module.pages.iter().map(|page| page.minutes).sum();
        if module.minutes > 0 && sum > module.minutes {
            let (key, planned) = (quoted(&module.key), module.minutes);
            let what = Said::new(
                format!("halaman modul {key} berjumlah {sum} menit, modulnya {planned} menit"),
                format!("the pages of {key} add up to {sum} minutes, the module says {planned}"),
            );
            let remedy = Text::new(
                "Kurangi menit halaman, atau tambah menit modul.",
                "Give the pages fewer minutes, or the module more.",
            );
            advice.about(Sort::Module, &module.key, what, remedy);
        }
    }
}
