//! Words of the trade in order: those of a page, all of them from A to Z, and the pages that use
//! one. Computed from the course alone.

#[cfg(test)]
mod tests;

use super::{
    course::{Content, Course, Page, Seen, Term},
    markdown::Link,
    text::Lang,
    words::words,
};

/// The terms that a page links, as its reader meets them, each once.
pub fn of_page<'a>(course: &'a Course, page: &Page, lang: Lang) -> Vec<&'a Term> {
    let mut met: Vec<&Term> = Vec::new();
    links(page, lang, &mut |key| {
        if let Some(term) = course.term(key)
            && !met.iter().any(|known| known.key == term.key)
        {
            met.push(term);
        }
    });
    met
}

/// The pages whose readers meet a term, in course order: module and page from 0.
pub fn uses(course: &Course, term: &str, lang: Lang) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (m, module) in course.modules.iter().enumerate() {
        for (p, page) in module.pages.iter().enumerate() {
            let mut is_met = false;
            links(page, lang, &mut |key| is_met |= key == term);
            if is_met {
                places.push((m, p));
            }
        }
    }
    places
}

/// The terms whose word in either language has a word that begins as `typed` does, from A to Z in
/// one language; all of them when nothing is typed.
pub fn matching<'a>(course: &'a Course, typed: &str, lang: Lang) -> Vec<&'a Term> {
    let wanted = format!(" {}", level(typed));
    let fits = |word: &String| format!(" {}", level(word)).contains(&wanted);
    let mut terms: Vec<&Term> = course
        .terms
        .iter()
        .filter(|term| wanted == " " || fits(&term.term.id) || fits(&term.term.en))
        .collect();
    terms.sort_by_cached_key(|term| place(term.term.get(lang)));
    terms
}

/// Whether a term itself, not only one of its words, begins as `typed` does.
pub fn begins_with(term: &Term, typed: &str, lang: Lang) -> bool {
    level(term.term.get(lang)).starts_with(&level(typed))
}

/// What a word is sorted by: first without what stands in brackets, so that "SOP (…)" comes before
/// "SOP AP".
fn place(word: &str) -> (String, String) {
    let bare = word.split('(').next().unwrap_or_default();
    (level(bare), level(word))
}

/// The levelled words of a text, one space between them.
fn level(text: &str) -> String {
    words(text).map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

/// Every link to a term that the reader shows on a page, in order.
fn links<'a>(page: &'a Page, lang: Lang, found: &mut impl FnMut(&'a str)) {
    for part in &page.body.get(lang).parts {
        if let (Seen::Everywhere | Seen::Reader, Content::Block(block)) = (part.seen, &part.content)
        {
            block.each_text(&mut |spans| {
                for span in spans {
                    if let Some(Link::Term(key)) = &span.link {
                        found(key);
                    }
                }
            });
        }
    }
}
