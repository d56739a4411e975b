//! Whether the pre- and post-test can be made: what the blueprint asks for is there in both forms,
//! and the forms share nothing.

use std::collections::BTreeMap;

use super::{Advice, Index, Sort};
use crate::model::{
    course::{
        Course, Item,
        teaching::{FORMS, QuotaOf},
    },
    faults::quoted,
    text::{Said, Text},
    words::level,
};

/// Checks the blueprint and the items of both forms.
pub(super) fn check(course: &Course, index: &Index, advice: &mut Advice<'_>) {
    quotas(course, index, advice);
    sizes(course, advice);
    shared(course, advice);
    for item in course.items() {
        uses(item, advice);
    }
}

fn quotas(course: &Course, index: &Index, advice: &mut Advice<'_>) {
    for (at, quota) in course.blueprint.iter().enumerate() {
        for form in FORMS {
            let (count, name) = match &quota.of {
                QuotaOf::Module(key) => {
                    let items = course.module(key).map_or(&[][..], |(_, module)| &module.items);
                    let is_in =
                        |item: &&Item| item.form.as_deref() == Some(form) && item.is_tested();
                    (items.iter().filter(is_in).count(), key)
                }
                QuotaOf::Factor(key) => {
                    let is_about = |item: &&Item| item.factor.as_ref() == Some(key);
                    (course.test(form).filter(is_about).count(), key)
                }
            };
            let wanted = quota.items;
            if u32::try_from(count) != Ok(wanted) {
                let (name, form) = (quoted(name), form.to_uppercase());
                let what = Said::new(
                    format!("soal dari {name} di bentuk {form}: {count}, kisi-kisinya {wanted}"),
                    format!("items of {name} in form {form}: {count}, the blueprint says {wanted}"),
                );
                let remedy = Text::new(
                    "Sesuaikan form dan use beberapa soal, atau kisi-kisinya.",
                    "Change form and use of some items, or the blueprint.",
                );
                advice.about_course(index.quotas.get(at), what, remedy);
            }
        }
    }
}

/// Both forms ask equally much.
fn sizes(course: &Course, advice: &mut Advice<'_>) {
    let [a, b] = FORMS.map(|form| course.test(form).count());
    if a != b {
        let what = Said::new(
            format!("soal di bentuk A: {a}, di bentuk B: {b}"),
            format!("items in form A: {a}, in form B: {b}"),
        );
        let remedy = Text::new(
            "Samakan banyaknya, supaya kedua hasil dapat dibandingkan.",
            "Make them equal, so that the two results can be compared.",
        );
        advice.about_course(None, what, remedy);
    }
}

/// No question stands in both forms.
fn shared(course: &Course, advice: &mut Advice<'_>) {
    let [a, b] = FORMS;
    let known: BTreeMap<String, &str> =
        course.test(a).map(|item| (level(&item.prompt.id), item.key.as_str())).collect();
    for item in course.test(b) {
        if let Some(twin) = known.get(&level(&item.prompt.id)) {
            let (ours, theirs) = (quoted(&item.key), quoted(twin));
            let what = Said::new(
                format!("soal {ours} di bentuk B sama dengan {theirs} di bentuk A"),
                format!("the item {ours} of form B is the same as {theirs} of form A"),
            );
            let remedy = Text::new(
                "Tulis soal lain; yang sudah dijawab mudah diingat.",
                "Write another; what was answered once is easily remembered.",
            );
            advice.about(Sort::Item, &item.key, what, remedy);
        }
    }
}

fn uses(item: &Item, advice: &mut Advice<'_>) {
    let key = quoted(&item.key);
    if item.is_tested() && item.form.is_none() {
        let what = Said::new(
            format!("soal tes {key} tidak masuk bentuk A atau B"),
            format!("the test item {key} is in neither form"),
        );
        let remedy = Text::new("Tambahkan form = \"a\" atau \"b\".", "Add form = \"a\" or \"b\".");
        advice.about(Sort::Item, &item.key, what, remedy);
    }
    if !item.is_tested() && item.form.is_some() {
        let what = Said::new(
            format!("soal {key} punya bentuk, tetapi tidak dipakai dalam tes"),
            format!("the item {key} has a form but is in no test"),
        );
        let remedy = Text::new(
            "Tambahkan \"pre\" atau \"post\" pada use, atau hapus form.",
            "Add \"pre\" or \"post\" to use, or delete form.",
        );
        advice.about(Sort::Item, &item.key, what, remedy);
    }
    let is_shown = item.uses.iter().any(|used| used == "practice" || used == "poll");
    if item.is_tested() && is_shown {
        let what = Said::new(
            format!("soal tes {key} juga dipakai untuk latihan atau jajak kelas"),
            format!("the test item {key} is also used in practice or polls"),
        );
        let remedy = Text::new(
            "Pisahkan: kuncinya sudah terbuka sebelum tes.",
            "Keep them apart: its key is known before the test.",
        );
        advice.about(Sort::Item, &item.key, what, remedy);
    }
}
