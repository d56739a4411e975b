//! Words about a diagnosis: its SOP, its day, its numbers, a line of home.

use super::listed;
use crate::{
    model::{
        dates,
        diagnosis::{self, Diagnosis},
        safe_text::safe_line,
        text::Lang,
    },
    ui::cx::Cx,
};

/// The name of the SOP, or that there is none yet.
pub(super) fn sop(of: &Diagnosis, lang: Lang) -> String {
    let title = safe_line(of.sop.trim());
    if title.is_empty() {
        return lang.pick("SOP belum disebut", "no SOP named").to_owned();
    }
    title.into_owned()
}

/// The day that it is known by: when it was finished, else begun.
pub(super) fn day(of: &Diagnosis, lang: Lang) -> String {
    let at = of.ended.or(of.begun);
    at.map_or_else(String::new, |at| dates::short_date(at.date(), lang))
}

/// A mean as it is written.
pub(super) fn mean(value: f64, lang: Lang) -> String {
    dates::number(value, 1, lang)
}

/// Words about diagnoses for one line of home.
pub(in crate::ui::screens) fn home_words(cx: &Cx) -> String {
    let lang = cx.lang();
    let count = cx.course.statements.len();
    let newest = listed(cx).into_iter().next();
    if let Some(open) = newest.filter(|known| known.ended.is_none()) {
        let rated = open.rated(&cx.course);
        return match lang {
            Lang::Id => format!("diagnosis belum selesai: {rated} dari {count} dinilai"),
            Lang::En => format!("diagnosis not finished: {rated} of {count} rated"),
        };
    }
    let Some(last) = diagnosis::latest(&cx.profile().diagnoses, &cx.course.key) else {
        return match lang {
            Lang::Id => "diagnosis belum ada; tekan d untuk memulai".to_owned(),
            Lang::En => "no diagnosis yet; press d to begin one".to_owned(),
        };
    };
    let days = last.age(cx.today()).unwrap_or(0).max(0);
    if last.is_due_again(cx.today()) {
        return match lang {
            Lang::Id => format!("saatnya mengulang diagnosis ({days} hari lalu)"),
            Lang::En => format!("time to repeat the diagnosis ({days} days ago)"),
        };
    }
    let day = day(last, lang);
    let lowest = last.lowest(&cx.course).and_then(|low| factor_name(&low.factor, cx));
    match (lang, lowest) {
        (Lang::Id, Some(name)) => format!("diagnosis {day}; terendah: {name}"),
        (Lang::En, Some(name)) => format!("diagnosis of {day}; lowest: {name}"),
        (_, None) => format!("diagnosis {day}"),
    }
}

/// What a factor of the course is called.
pub(super) fn factor_name(key: &str, cx: &Cx) -> Option<String> {
    let factor = cx.course.factors.iter().find(|factor| factor.key == key)?;
    Some(factor.name.get(cx.lang()).clone())
}
