//! One HTML file each, for a browser and its printer: the sheet of a plan, and documents as large as a
//! book. No script, nothing from outside; its head forbids both.

mod document;
mod plan;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use self::{document::documents, plan::plan};
use crate::model::{markdown::Span, safe_text::safe_line, text::Lang};

/// What the browser may load: nothing but the style within.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The whole file.
fn file(title: &str, style: &str, body: &Markup, lang: Lang) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    page.into_string() + "\n"
}

/// A run of text in its style. Where it leads stays behind: paper follows no link.
fn words(span: &Span) -> Markup {
    let text = safe_line(&span.text);
    match (span.strong, span.emphasis, span.code) {
        (true, ..) => html! { strong { (text) } },
        (false, true, _) => html! { em { (text) } },
        (false, false, true) => html! { code { (text) } },
        (false, false, false) => html! { (text) },
    }
}
