//! A plan as a sheet of A4 that a superior signs: head, table of rows, if-then sentence, adaptation,
//! room for two signatures, check-ins. Filled in, or empty for those without a laptop. It holds
//! words only; how they look is up to each writer.

pub mod blank;

mod grids;

use super::{
    Plan,
    document::{head_pairs, name_of, sentence},
};
use crate::model::{
    course::Course,
    dates,
    document::{plain, strong},
    markdown::Span,
    safe_text::safe,
    text::Lang,
};

/// Where something is written by hand.
pub const DOTS: &str = "..................................................";
/// Where the place and the date of a signature are written.
const PLACE: &str = "...................................., ........................ 20....";
/// The number of a civil servant is neither asked nor stored: an empty line for it.
pub const NIP: &str = "NIP ............................................";
/// Stands in an empty field of a plan that is filled in.
const DASH: &str = "–";

/// What the sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To be read and signed.
    Read,
    /// To be filled in by hand.
    WriteOn,
}

/// A piece of a cell: a small label where several share a cell, and lines of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What it is; left out where the column says so.
    pub label: Option<&'static str>,
    /// Its lines.
    pub lines: Vec<String>,
}

/// One column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands in it.
    pub name: &'static str,
    /// Its share of the width; those of a table add up to [`WHOLE`].
    pub share: usize,
}

/// The sum of the shares of a table.
pub const WHOLE: usize = 1000;

/// A table with a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What stands above it.
    pub title: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has a cell for each column.
    pub rows: Vec<Vec<Vec<Part>>>,
    /// Least height of a row in millimetres, where it is written on by hand.
    pub room: Option<usize>,
}

/// Room for one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// As what one signs.
    pub role: &'static str,
    /// Place and date, to be filled in by hand; once on a sheet, above the one at the right.
    pub place: String,
    /// The post.
    pub post: String,
    /// The name.
    pub name: String,
}

/// The sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What the sheet is called.
    pub title: &'static str,
    /// The SOP that it is about.
    pub subject: Option<String>,
    /// What it is about, in two halves that stand side by side.
    pub head: [Vec<Pair>; 2],
    /// The rows of the plan.
    pub actions: Grid,
    /// What stands above the sentence.
    pub if_then_title: &'static str,
    /// The if-then sentence.
    pub if_then: Vec<Span>,
    /// What differs and therefore changes; `None` where nothing was written.
    pub adaptation: Option<Grid>,
    /// Looks back; `None` while there are none.
    pub checkins: Option<Grid>,
    /// Who agrees, who wrote it.
    pub signatures: [Signature; 2],
    /// When it was edited last; `None` on an empty sheet.
    pub edited: Option<String>,
}

/// A label and the lines of its text.
pub type Pair = (&'static str, Vec<String>);

impl Form {
    /// The sheet of a plan. `course` gives the names of the key factors.
    pub fn new(plan: &Plan, course: &Course, lang: Lang, meant: Use) -> Self {
        let say = |id: &'static str, en: &'static str| lang.pick(id, en);
        let mut pairs = head_pairs(plan, lang, &|text| lines(text, meant));
        // People on the left, the SOP on the right.
        let superior = pairs.split_off(pairs.len().saturating_sub(2));
        let right = pairs.split_off(4.min(pairs.len()));
        pairs.extend(superior);
        Self {
            title: say("Rencana tindak lanjut", "Follow-up plan"),
            subject: name_of(plan),
            head: [pairs, right],
            actions: grids::actions(plan, course, lang, meant),
            if_then_title: say("Kalimat jika–maka", "If–then sentence"),
            if_then: if_then(plan, lang, meant),
            adaptation: grids::adaptation(plan, lang, meant),
            checkins: grids::checkins(plan, lang, meant),
            signatures: signatures(plan, lang),
            edited: (meant == Use::Read).then(|| edited(plan, lang)),
        }
    }
}

/// "Terakhir disunting 24 November 2026 pukul 09.12."
pub(super) fn edited(plan: &Plan, lang: Lang) -> String {
    let (day, clock) = (dates::date(plan.edited.date(), lang), dates::clock(plan.edited, lang));
    match lang {
        Lang::Id => format!("Terakhir disunting {day} pukul {clock}."),
        Lang::En => format!("Last edited {day} at {clock}."),
    }
}

fn if_then(plan: &Plan, lang: Lang, meant: Use) -> Vec<Span> {
    match (sentence(&plan.if_then, lang), meant) {
        (Some(spans), _) => spans,
        (None, Use::Read) => vec![plain(lang.pick(
            "Kalimat “Jika …, maka saya …” belum ditulis.",
            "The sentence “If …, then I …” has not been written yet.",
        ))],
        (None, Use::WriteOn) => vec![
            strong(lang.pick("Jika", "If")),
            plain(format!(" {DOTS}{DOTS}, ")),
            strong(lang.pick("maka saya", "then I")),
            plain(format!(" {DOTS}{DOTS}")),
        ],
    }
}

fn signatures(plan: &Plan, lang: Lang) -> [Signature; 2] {
    let head = &plan.head;
    let or_dots = |text: &str| {
        let text = safe(text).split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() { DOTS.to_owned() } else { text }
    };
    let one = |role, place: &str, post: &str, name: &str| Signature {
        role,
        place: place.to_owned(),
        post: or_dots(post),
        name: or_dots(name),
    };
    let say = |id: &'static str, en: &'static str| lang.pick(id, en);
    [
        one(say("Disetujui oleh,", "Agreed by,"), "", &head.superior.post, &head.superior.name),
        one(say("Disusun oleh,", "Written by,"), PLACE, &head.post, &head.name),
    ]
}

/// The lines of a text that are not empty; a dash, or nothing where one writes by hand.
fn lines(text: &str, meant: Use) -> Vec<String> {
    let text = safe(text);
    let all = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let all: Vec<String> = all.map(str::to_owned).collect();
    if all.is_empty() && meant == Use::Read { vec![DASH.to_owned()] } else { all }
}

#[cfg(test)]
mod tests;
