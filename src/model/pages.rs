//! A module's prose file: front matter, directives in comments, and the Markdown between them.
//!
//! Lines are scanned outside fenced code; each stretch between two directives is read as Markdown
//! of its own. Keys are only checked for their form here; whether they lead anywhere is for
//! `course::check`.

mod columns;
mod directive;
mod lines;
mod sentences;
mod sheet;
#[cfg(test)]
mod tests;

use std::ops::Range;

use toml::Spanned;

use self::{
    columns::Columns,
    directive::{Directive, Section},
    lines::{first_line, lines_of, opens_fence},
    sentences::{BEFORE_PAGE, BEFORE_PAGE_REMEDY, BEFORE_TITLE, BEFORE_TITLE_REMEDY, report},
};
pub use self::{
    directive::bad_key,
    sheet::{RawSheet, sheet},
};
use super::{
    course::{Content, Part, Seen, raw},
    faults::Log,
    markdown::{self, Link},
    text::{Said, Text},
};

/// Where something stands, in bytes of its file.
type Place = Range<usize>;

/// One prose file as read.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The module's title.
    pub title: Option<Spanned<String>>,
    /// Planned minutes of the module, 0 when none are given.
    pub minutes: u32,
    /// Its pages in order.
    pub pages: Vec<RawPage>,
    /// Whether a code block was left open, so that later pages may lie inside it.
    pub is_cut: bool,
}

/// One page in one language, with places.
#[derive(Clone, Debug)]
pub struct RawPage {
    /// Its key.
    pub key: Spanned<String>,
    /// Keys of its sources.
    pub sources: Vec<Spanned<String>>,
    /// Planned minutes, 0 when none are given.
    pub minutes: u32,
    /// Its heading; empty until one was found.
    pub title: String,
    /// What follows the heading.
    pub parts: Vec<Part>,
    /// Its last step: how many times it says `step`, and each column that comes later.
    pub steps: usize,
    /// For each table whose columns come one after the other, how many come later.
    pub columns: Vec<usize>,
    /// Items that are asked on it.
    pub items: Vec<Spanned<String>>,
    /// Links on it.
    pub links: Vec<(Link, Place)>,
}

/// Reads one prose file; faults go to the log.
pub fn parse(text: &str, log: &mut Log<'_>) -> Prose {
    let mut prose = Prose::default();
    let body = front_matter(text, &mut prose, log);
    let mut scanner = Scanner {
        text,
        pages: Vec::new(),
        section: None,
        columns: None,
        from: body,
        complained: false,
        log,
    };
    prose.is_cut = scanner.scan(body);
    prose.pages = scanner.pages;
    prose
}

/// Reads what stands between the two `+++` lines; gives the byte after them.
fn front_matter(text: &str, prose: &mut Prose, log: &mut Log<'_>) -> usize {
    let mut lines = lines_of(text, 0);
    let opens = lines.next().is_some_and(|(_, line)| line.trim_end() == "+++");
    let closing = lines.find(|(_, line)| line.trim_end() == "+++").filter(|_| opens);
    let Some((end, line)) = closing else {
        let what = Text::new(
            "berkas ini tidak dibuka dengan kepala di antara dua baris +++",
            "this file does not open with a head between two lines of +++",
        );
        let remedy = Text::new(
            "Mulailah dengan baris +++, lalu title dan minutes, lalu baris +++.",
            "Begin with a line +++, then title and minutes, then a line +++.",
        );
        log.error(0..first_line(text), what, remedy);
        return 0;
    };
    let base = text.find('\n').map_or(0, |at| at + 1);
    if let Some(mut fields) = raw::document(text.get(base..end).unwrap_or_default(), base, log) {
        fields.place = 0..3;
        prose.title = fields.need_text("title", log);
        prose.minutes = fields
            .number("minutes", 0..=directive::MOST_MINUTES, log)
            .and_then(|minutes| u32::try_from(minutes).ok())
            .unwrap_or(0);
        fields.end(log);
    }
    end + line.len()
}

struct Scanner<'t, 'l, 'f> {
    text: &'t str,
    pages: Vec<RawPage>,
    /// The section that is open, with the place where it was opened.
    section: Option<(Section, Place)>,
    /// What the table to come was asked for.
    columns: Option<Columns>,
    /// Where the current stretch of Markdown begins.
    from: usize,
    /// Whether text outside a page, or before its heading, was already told about.
    complained: bool,
    log: &'l mut Log<'f>,
}

impl Scanner<'_, '_, '_> {
    /// Reads all lines; gives whether a code block was left open.
    fn scan(&mut self, from: usize) -> bool {
        let mut fence: Option<(char, usize, Place)> = None;
        for (start, line) in lines_of(self.text, from) {
            let trimmed = line.trim();
            let indent = line.len() - line.trim_start().len();
            let place = start + indent..start + indent + trimmed.len();
            if let Some((mark, width, _)) = &fence {
                if trimmed.len() >= *width && trimmed.chars().all(|letter| letter == *mark) {
                    fence = None;
                }
                continue;
            }
            if let Some((mark, width)) = opens_fence(trimmed) {
                fence = Some((mark, width, place));
            } else if trimmed.starts_with("<!--") {
                self.cut(start, start + line.len());
                self.expect_no_table();
                self.directive(trimmed, place);
            } else if line.starts_with("## ") || line.trim_end() == "##" {
                self.cut(start, start + line.len());
                self.expect_no_table();
                self.title(trimmed, place);
            }
        }
        self.cut(self.text.len(), self.text.len());
        self.expect_no_table();
        self.close_page();
        let is_cut = fence.is_some();
        if let Some((_, _, place)) = fence {
            let what = Text::new("blok kode ini tidak ditutup", "this code block is never closed");
            let remedy = Text::new("Tambahkan baris penutup ```.", "Add a closing line of ```.");
            self.log.error(place, what, remedy);
        }
        is_cut
    }

    /// Ends the stretch of Markdown before `end` and begins the next one at `next`.
    fn cut(&mut self, end: usize, next: usize) {
        let from = std::mem::replace(&mut self.from, next);
        let source = self.text.get(from..end).unwrap_or_default();
        if source.trim().is_empty() {
            return;
        }
        let begin = from + (source.len() - source.trim_start().len());
        let place = begin..begin + first_line(self.text.get(begin..end).unwrap_or_default());
        let Some(page) = self.pages.last_mut() else {
            if !std::mem::replace(&mut self.complained, true) {
                self.log.error(place, BEFORE_PAGE, BEFORE_PAGE_REMEDY);
            }
            return;
        };
        if page.title.is_empty() && !std::mem::replace(&mut self.complained, true) {
            self.log.error(place, BEFORE_TITLE, BEFORE_TITLE_REMEDY);
        }
        let reading = markdown::read(source);
        let seen = self.section.as_ref().map_or(Seen::Everywhere, |(section, _)| section.seen());
        let asked = self.columns.take();
        let late = asked.map(|columns| columns.late(&reading.blocks, self.log));
        page.columns.extend(late.filter(|late| *late > 0));
        let mut late_columns = late.unwrap_or(0);
        for block in reading.blocks {
            let (step, content) = (page.steps, Content::Block(block));
            page.parts.push(Part { step, seen, late_columns, content });
            // What stands below such a table comes with its last column.
            page.steps += std::mem::take(&mut late_columns);
        }
        let moved = |place: Place| from + place.start..from + place.end;
        page.links.extend(reading.links.into_iter().map(|(link, place)| (link, moved(place))));
        for (strange, place) in reading.strange {
            let place = moved(place);
            let html = self.text.get(place.clone()).unwrap_or_default();
            report(strange, html.starts_with("<!--"), place, self.log);
        }
    }

    fn title(&mut self, line: &str, place: Place) {
        let Some(page) = self.pages.last_mut() else {
            if !std::mem::replace(&mut self.complained, true) {
                self.log.error(place, BEFORE_PAGE, BEFORE_PAGE_REMEDY);
            }
            return;
        };
        let title = match markdown::parse(line).into_iter().next() {
            Some(markdown::Block::Heading(spans)) => markdown::plain(&spans),
            _ => String::new(),
        };
        if title.trim().is_empty() {
            let what = Text::new("judul halaman ini kosong", "the heading of this page is empty");
            self.log.error(place, what, Text::new("Isilah judulnya.", "Fill it in."));
            "–".clone_into(&mut page.title);
        } else if !page.title.is_empty() {
            let what =
                Text::new("halaman ini punya dua judul ##", "this page has two headings with ##");
            let remedy = Text::new(
                "Pakai ### untuk judul kecil, atau mulai halaman baru dengan <!-- page: … -->.",
                "Use ### for a small heading, or begin a new page with <!-- page: … -->.",
            );
            self.log.error(place, what, remedy);
        } else if self.section.is_some() || page.steps > 0 {
            let what = Text::new(
                "judul halaman berada di dalam langkah atau bagian",
                "the page's heading stands inside a step or section",
            );
            self.log.error(place, what, BEFORE_TITLE_REMEDY);
            page.title = title;
        } else {
            page.title = title;
        }
    }

    fn directive(&mut self, line: &str, place: Place) {
        let Some(directive) = directive::read(line, place.clone(), self.log) else { return };
        match directive {
            Directive::Page { key, sources, minutes } => {
                self.close_page();
                self.complained = false;
                self.pages.push(RawPage {
                    key,
                    sources,
                    minutes,
                    title: String::new(),
                    parts: Vec::new(),
                    steps: 0,
                    columns: Vec::new(),
                    items: Vec::new(),
                    links: Vec::new(),
                });
            }
            _ if self.pages.is_empty() => {
                if !std::mem::replace(&mut self.complained, true) {
                    self.log.error(place, BEFORE_PAGE, BEFORE_PAGE_REMEDY);
                }
            }
            Directive::Step => self.step(place),
            Directive::Columns(at_once) => self.columns(at_once, place),
            Directive::Item(key) => self.item(key),
            Directive::Open(section) => self.open(section, place),
            Directive::Close(section) => self.close(section, place),
        }
    }

    fn step(&mut self, place: Place) {
        if self.is_in_section(Text::new("langkah", "a step"), &place) {
            return;
        }
        if let Some(page) = self.pages.last_mut() {
            page.steps += 1;
        }
    }

    fn columns(&mut self, at_once: Option<usize>, place: Place) {
        if !self.is_in_section(Text::new("columns", "columns"), &place) {
            self.columns = Some(Columns { at_once, place });
        }
    }

    /// Whether a section is open, in which nothing can come with a step of its own.
    fn is_in_section(&mut self, what: Text, place: &Place) -> bool {
        let Some((section, _)) = &self.section else { return false };
        let name = section.name();
        let said = Said::new(
            format!("{} berada di dalam bagian {name}", what.id),
            format!("{} stands inside a {name} section", what.en),
        );
        let remedy = Said::new(
            format!("Tutup dahulu bagian itu dengan <!-- /{name} -->."),
            format!("Close that section with <!-- /{name} --> first."),
        );
        self.log.error(place.clone(), said, remedy);
        true
    }

    /// Whatever else follows, the table that was asked for is not there.
    fn expect_no_table(&mut self) {
        if let Some(columns) = self.columns.take() {
            columns.without_table(self.log);
        }
    }

    fn item(&mut self, key: Spanned<String>) {
        let seen = self.section.as_ref().map_or(Seen::Everywhere, |(section, _)| section.seen());
        if let Some(page) = self.pages.last_mut() {
            let content = Content::Item(key.get_ref().clone());
            page.parts.push(Part { step: page.steps, seen, late_columns: 0, content });
            page.items.push(key);
        }
    }

    fn open(&mut self, section: Section, place: Place) {
        if let Some((outer, _)) = &self.section {
            let (outer, inner) = (outer.name(), section.name());
            let what = Said::new(
                format!("bagian {inner} dibuka di dalam bagian {outer}"),
                format!("a {inner} section opens inside a {outer} section"),
            );
            let remedy = Said::new(
                format!("Tutup dahulu bagian {outer} dengan <!-- /{outer} -->."),
                format!("Close the {outer} section with <!-- /{outer} --> first."),
            );
            self.log.error(place.clone(), what, remedy);
        }
        self.section = Some((section, place));
    }

    fn close(&mut self, section: Section, place: Place) {
        let name = section.name();
        match self.section.take() {
            Some((open, _)) if open == section => {}
            _ => {
                let what = Said::new(
                    format!("bagian {name} ditutup, padahal tidak terbuka"),
                    format!("a {name} section is closed, but none is open"),
                );
                let remedy = Said::new(
                    format!("Hapus baris ini, atau buka bagiannya dengan <!-- {name} -->."),
                    format!("Delete this line, or open the section with <!-- {name} -->."),
                );
                self.log.error(place, what, remedy);
            }
        }
    }

    fn close_page(&mut self) {
        if let Some((section, place)) = self.section.take() {
            let name = section.name();
            let what = Said::new(
                format!("bagian {name} ini tidak ditutup"),
                format!("this {name} section is never closed"),
            );
            let remedy = Said::new(
                format!("Tambahkan <!-- /{name} --> sebelum halaman berakhir."),
                format!("Add <!-- /{name} --> before the page ends."),
            );
            self.log.error(place, what, remedy);
        }
        if let Some(page) = self.pages.last()
            && page.title.is_empty()
            && !self.complained
        {
            let what = Text::new("halaman ini tidak berjudul", "this page has no heading");
            self.log.error(page.key.span(), what, BEFORE_TITLE_REMEDY);
        }
    }
}
