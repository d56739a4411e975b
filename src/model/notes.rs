//! Notes and bookmarks on pages, by page key. An entry without text and mark is taken out, unless a
//! later version wrote something into it; one whose page left the course is kept.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{course::Course, moment::Moment, profile::Unknown};

/// Longest text of a note, in characters.
pub const LONGEST: usize = 4_096;

/// What a person wrote on pages and which ones they marked, by page key.
pub type Notes = BTreeMap<String, Note>;

/// A note, a mark, or both, on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What was written; may hold line ends.
    #[serde(default)]
    pub text: String,
    /// Whether the page is marked.
    #[serde(default)]
    pub marked: bool,
    /// When it was last changed.
    #[serde(default)]
    pub at: Option<Moment>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Note {
    /// Whether something is written; blanks are nothing.
    pub fn has_text(&self) -> bool {
        !self.text.trim().is_empty()
    }

    fn is_empty(&self) -> bool {
        !self.has_text() && !self.marked && self.unknown.is_empty()
    }
}

/// Whether something is written on this page.
pub fn has_text(notes: &Notes, page: &str) -> bool {
    notes.get(page).is_some_and(Note::has_text)
}

/// Whether this page is marked.
pub fn is_marked(notes: &Notes, page: &str) -> bool {
    notes.get(page).is_some_and(|note| note.marked)
}

/// Writes this text on a page in place of what stood there.
pub fn write(notes: &mut Notes, page: &str, text: String, now: Moment) {
    change(notes, page, now, |note| note.text = text);
}

/// Marks a page, or takes its mark away.
pub fn turn_mark(notes: &mut Notes, page: &str, now: Moment) {
    change(notes, page, now, |note| note.marked = !note.marked);
}

fn change(notes: &mut Notes, page: &str, now: Moment, change: impl FnOnce(&mut Note)) {
    let note = notes.entry(page.to_owned()).or_default();
    change(note);
    note.at = Some(now);
    if note.is_empty() {
        notes.remove(page);
    }
}

/// Puts back what was taken away from a page. What was written there since stays below it.
pub fn put_back(notes: &mut Notes, page: &str, former: Note) {
    let Some(now) = notes.remove(page) else {
        notes.insert(page.to_owned(), former);
        return;
    };
    let mut unknown = former.unknown;
    unknown.extend(now.unknown);
    let text = match (former.text.trim().is_empty(), now.text.trim().is_empty()) {
        (false, false) if former.text != now.text => format!("{}\n{}", former.text, now.text),
        (true, _) => now.text,
        (false, _) => former.text,
    };
    let marked = former.marked || now.marked;
    notes.insert(page.to_owned(), Note { text, marked, at: now.at.or(former.at), unknown });
}

/// One entry as lists show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Module and page from 0; `None` when the page left the course.
    pub place: Option<(usize, usize)>,
    /// Page key.
    pub page: &'a str,
    /// What is there.
    pub note: &'a Note,
}

/// Every note and mark: in the order of the course, then those whose pages are gone.
pub fn listed<'a>(course: &Course, notes: &'a Notes) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = notes
        .iter()
        .filter(|(_, note)| note.has_text() || note.marked)
        .map(|(page, note)| {
            let place = course.page(page).map(|(module, page, _)| (module, page));
            Entry { place, page, note }
        })
        .collect();
    entries.sort_by_key(|entry| (entry.place.is_none(), entry.place));
    entries
}
