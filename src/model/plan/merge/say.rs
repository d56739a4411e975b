//! What merging did or would do, in words.

use super::Merge;
use crate::model::{
    course::Course,
    faults::quoted,
    plan::{Plan, document::name_of, incoming::Incoming},
    text::Lang,
};

/// What happens to that which differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differing {
    /// It was not decided yet.
    Open,
    /// It stays as it is.
    Stays,
    /// It is replaced by what comes.
    Replaced,
}

impl Merge {
    /// One sentence about one plan: added, same, different.
    pub fn say(&self, differing: Differing, lang: Lang) -> String {
        let untitled = || lang.pick("SOP belum diisi", "no SOP named yet").to_owned();
        let name = name_of(&self.with_all).unwrap_or_else(untitled);
        let mut parts = Vec::new();
        let (id, en) = (lang == Lang::Id, lang == Lang::En);
        match self.added {
            0 => {}
            1 if en => parts.push("1 row added".to_owned()),
            count if en => parts.push(format!("{count} rows added")),
            count => parts.push(format!("{count} baris ditambahkan")),
        }
        if self.same > 0 {
            parts.push(
                lang.pick(format!("{} baris sama", self.same), format!("the same: {}", self.same)),
            );
        }
        if let Some(what) = self.differing_words(lang) {
            let what = match differing {
                Differing::Open if id => format!("berbeda: {what}"),
                Differing::Open => format!("different: {what}"),
                Differing::Stays if id => format!("berbeda dan tidak diubah: {what}"),
                Differing::Stays => format!("different and left as it is: {what}"),
                Differing::Replaced if id => format!("diganti: {what}"),
                Differing::Replaced => format!("replaced: {what}"),
            };
            parts.push(what);
        }
        let nothing = lang.pick("tidak ada yang baru", "nothing new").to_owned();
        let parts = if parts.is_empty() { nothing } else { parts.join("; ") };
        match (lang, self.is_new) {
            (Lang::Id, true) => format!("Rencana baru “{name}”: {parts}."),
            (Lang::Id, false) => format!("Rencana “{name}”: {parts}."),
            (Lang::En, true) => format!("New plan “{name}”: {parts}."),
            (Lang::En, false) => format!("Plan “{name}”: {parts}."),
        }
    }

    /// "identitas, tinjauan, baris 2, 5".
    fn differing_words(&self, lang: Lang) -> Option<String> {
        let mut words: Vec<String> =
            self.other.iter().map(|what| what.say(lang).to_owned()).collect();
        if !self.differing.is_empty() {
            let rows: Vec<String> =
                self.differing.iter().take(10).map(|at| (at + 1).to_string()).collect();
            let more = if self.differing.len() > rows.len() { " …" } else { "" };
            words.push(format!("{} {}{more}", lang.pick("baris", "row"), rows.join(", ")));
        }
        (!words.is_empty()).then(|| words.join(", "))
    }
}

/// What a person should know of a file besides: columns left out, factors that the course does not
/// have.
pub fn notices(incoming: &Incoming, merged: &[Merge], course: &Course, lang: Lang) -> Vec<String> {
    let mut notices = Vec::new();
    let list = |words: &[String]| {
        words.iter().take(8).map(|word| quoted(word)).collect::<Vec<_>>().join(", ")
    };
    if let Incoming::Rows(table) = incoming
        && !table.left_out.is_empty()
    {
        let columns = list(&table.left_out);
        notices.push(lang.pick(
            format!("Kolom yang tidak dikenal dan tidak diambil: {columns}."),
            format!("Columns that are not known and were left out: {columns}."),
        ));
    }
    let plans = merged.iter().map(|merge| &merge.with_all);
    let mut strange: Vec<String> = plans.flat_map(|plan| factors(plan, course)).collect();
    strange.dedup();
    if !strange.is_empty() && !course.factors.is_empty() {
        let factors = list(&strange);
        notices.push(lang.pick(
            format!("Faktor yang tidak ada dalam bahan ini, disimpan seperti tertulis: {factors}."),
            format!("Factors that this course does not have, kept as written: {factors}."),
        ));
    }
    notices
}

/// Factors of a plan that a course does not have.
fn factors(plan: &Plan, course: &Course) -> Vec<String> {
    let used = plan.rows.iter().filter_map(|row| row.factor.clone());
    used.filter(|key| course.factor(key).is_none()).collect()
}
