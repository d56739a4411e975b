//! A plan as the sheet of A4 on its side, laid out as its form.

use maud::{Markup, html};

use super::{file, words};
use crate::model::{
    course::Course,
    plan::{
        Plan,
        form::{Form, Grid, NIP, Pair, Part, Signature, Use},
    },
    text::Lang,
};

/// How it looks.
const STYLE: &str = include_str!("plan.css");

/// The file.
pub fn plan(plan: &Plan, course: &Course, lang: Lang, meant: Use) -> String {
    let form = Form::new(plan, course, lang, meant);
    let title = match &form.subject {
        Some(subject) => format!("{} · {subject}", form.title),
        None => form.title.to_owned(),
    };
    file(&title, STYLE, &body(&form, lang), lang)
}

fn body(form: &Form, lang: Lang) -> Markup {
    html! {
        header {
            h1 { (form.title) }
            @if let Some(subject) = &form.subject { p .subject { (subject) } }
        }
        div .head { @for half in &form.head { (pairs(half)) } }
        h2 { (form.actions.title) }
        @if form.actions.rows.is_empty() {
            p { (lang.pick("Belum ada rencana aksi.", "There are no actions yet.")) }
        } @else {
            (grid(&form.actions))
        }
        section {
            h2 { (form.if_then_title) }
            p .sentence { @for span in &form.if_then { (words(span)) } }
        }
        (titled(form.adaptation.as_ref()))
        // Signed is the plan; what is looked back on comes later.
        div .signatures { @for one in &form.signatures { (signature(one)) } }
        (titled(form.checkins.as_ref()))
        @if let Some(edited) = &form.edited { footer { (edited) } }
    }
}

fn titled(more: Option<&Grid>) -> Markup {
    html! {
        @if let Some(more) = more {
            h2 { (more.title) }
            (grid(more))
        }
    }
}

fn pairs(half: &[Pair]) -> Markup {
    html! {
        table .pairs {
            tbody {
                @for (label, lines) in half {
                    tr { th scope="row" { (label) } td dir="auto" { (broken(lines)) } }
                }
            }
        }
    }
}

/// Lines, one below the other.
fn broken(lines: &[String]) -> Markup {
    html! { @for line in lines { div { (line) } } }
}

fn grid(grid: &Grid) -> Markup {
    html! {
        table .grid {
            colgroup {
                @for column in &grid.columns {
                    col style=(format!("width:{}.{}%", column.share / 10, column.share % 10));
                }
            }
            thead { tr { @for column in &grid.columns { th scope="col" { (column.name) } } } }
            tbody {
                @for row in &grid.rows {
                    tr style=[grid.room.map(|room| format!("height:{room}mm"))] {
                        @for cell in row { td dir="auto" { @for part in cell { (part_of(part)) } } }
                    }
                }
            }
        }
    }
}

/// The label stands before the first line.
fn part_of(part: &Part) -> Markup {
    let (first, rest) =
        part.lines.split_first().map_or(("", [].as_slice()), |(first, rest)| (first, rest));
    html! {
        div {
            @if let Some(label) = part.label { b { (label) ":" } " " }
            (first)
        }
        (broken(rest))
    }
}

fn signature(one: &Signature) -> Markup {
    html! {
        div .signature {
            p { (one.place) }
            p { (one.role) }
            p { (one.post) }
            p .name { (one.name) }
            p { (NIP) }
        }
    }
}
