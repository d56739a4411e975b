//! Notes and marks on paper: by module, with the titles of the pages, as a person would keep them.

use ratatui::text::Span;

use crate::{
    model::{
        course::Course,
        notes::{Entry, Notes, listed},
        safe_text::{cap, limit, safe_line},
        text::Lang,
    },
    ui::{prose, theme::Theme},
};

/// Widest line in columns.
pub(super) const WIDTH: u16 = 72;

/// The notes and marks of one course, or nothing when there are none. Without the course the pages
/// are told by their keys.
pub(super) fn notes(notes: &Notes, course: Option<&Course>, lang: Lang) -> String {
    let none = Course::default();
    let entries = listed(course.unwrap_or(&none), notes);
    if entries.is_empty() {
        return String::new();
    }
    let blank = String::new;
    let mut lines = vec![blank(), indent(lang.pick("Catatan dan tanda", "Notes and marks"), 2)];
    let mut above = None;
    for entry in &entries {
        let module = entry.place.map(|(module, _)| module);
        if let Some(course) = course
            && above != Some(module)
        {
            above = Some(module);
            lines.extend([blank(), indent(&heading(course, module, lang), 2)]);
        }
        lines.extend(self::entry(entry, course, lang));
    }
    lines.join("\n") + "\n"
}

fn heading(course: &Course, module: Option<usize>, lang: Lang) -> String {
    let found = module.and_then(|at| Some((at, course.modules.get(at)?)));
    found.map_or_else(
        || lang.pick("Halaman yang tidak ada lagi di kursus", "No longer in the course").to_owned(),
        |(at, module)| {
            let word = lang.pick("Modul", "Module");
            format!("{word} {} · {}", at + 1, safe_line(module.title.get(lang)))
        },
    )
}

fn entry(entry: &Entry<'_>, course: Option<&Course>, lang: Lang) -> Vec<String> {
    let page = course.and_then(|course| course.page(entry.page));
    let title = page.map_or_else(
        || cap(&safe_line(entry.page), limit::NAME).into_owned(),
        |(_, at, page)| {
            let word = lang.pick("hal.", "page");
            format!("{word} {}  {}", at + 1, safe_line(page.title(lang)))
        },
    );
    let mark = if entry.note.marked { lang.pick("  (ditandai)", "  (marked)") } else { "" };
    let mut lines = wrapped(&format!("{title}{mark}"), 4);
    if entry.note.has_text() {
        lines.extend(wrapped(entry.note.text.trim(), 6));
    }
    lines
}

/// Text in lines behind so many columns.
pub(super) fn wrapped(words: &str, columns: u16) -> Vec<String> {
    let lines = prose::wrap(&[Span::raw(words)], WIDTH - columns, &Theme::auto());
    lines.iter().map(|line| indent(&line.to_string(), columns)).collect()
}

/// A line behind so many columns; an empty one stays empty.
pub(super) fn indent(line: &str, columns: u16) -> String {
    format!("{}{line}", " ".repeat(usize::from(columns))).trim_end().to_owned()
}
