//! Puts the two languages of a module's prose together, page by page.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::tell_module_in_key;
use crate::model::{
    course::{
        Body, Module, Page,
        check::{Index, Sort},
    },
    faults::{Log, quoted},
    markdown::Link,
    pages::{Prose, RawPage},
    text::{Said, Text},
};

/// Joins the prose of one module.
pub(super) struct Joiner<'a, 'f> {
    pub(super) module: &'a str,
    pub(super) id_log: Log<'f>,
    pub(super) en_log: Log<'f>,
    pub(super) index: &'a mut Index,
}

impl Joiner<'_, '_> {
    /// The module without its items; `en` is `None` when Indonesian stands in for English.
    pub(super) fn join(&mut self, id: Prose, en: Option<Prose>) -> Module {
        if id.pages.is_empty() {
            let what = Text::new("modul ini belum punya halaman", "this module has no page");
            let remedy = Text::new(
                "Mulailah dengan <!-- page: kunci -->.",
                "Begin with <!-- page: key -->.",
            );
            self.id_log.error(0..3, what, remedy);
        }
        for page in &id.pages {
            self.define(page);
        }
        if id.is_cut || en.as_ref().is_some_and(|en| en.is_cut) {
            self.index.incomplete = true;
        } else if let Some(en) = &en {
            self.compare(&id, en);
        }
        let title = id.title.map(Spanned::into_inner).unwrap_or_default();
        let (en_title, en_pages) = match en {
            Some(en) => (en.title.map(Spanned::into_inner), en.pages),
            None => (None, Vec::new()),
        };
        let mut twins: BTreeMap<String, Body> =
            en_pages.into_iter().map(|page| (page.key.get_ref().clone(), body(page))).collect();
        let pages = id.pages.into_iter().map(|page| {
            let key = page.key.get_ref().clone();
            let twin = twins.remove(&key);
            let minutes = page.minutes;
            let sources = page.sources.iter().map(|source| source.get_ref().clone()).collect();
            let id = body(page);
            let en = twin.unwrap_or_else(|| id.clone());
            Page { key, minutes, sources, body: Text::new(id, en) }
        });
        Module {
            key: self.module.to_owned(),
            minutes: id.minutes,
            pages: pages.collect(),
            title: Said::new(title.clone(), en_title.unwrap_or(title)),
            items: Vec::new(),
        }
    }

    /// Enters a page and what it refers to into the index.
    fn define(&mut self, page: &RawPage) {
        let key = page.key.get_ref();
        if key.is_empty() {
            // The bad key was told; the page cannot be the target of anything.
            self.index.incomplete = true;
        } else {
            self.index.define(Sort::Page, &page.key, self.id_log.file);
            tell_module_in_key(self.module, key, page.key.span(), &mut self.id_log);
        }
        refer(page, self.index, &mut self.id_log);
        for source in &page.sources {
            self.index.want(Sort::Source, source, self.id_log.file);
        }
        if page.sources.is_empty() {
            let what = Said::new(
                format!("halaman {} tidak menyebut sumber", quoted(key)),
                format!("the page {} names no source", quoted(key)),
            );
            let remedy = Text::new(
                "Tambahkan “; sources: kunci-sumber” pada baris page.",
                "Add “; sources: source-key” to the page line.",
            );
            self.id_log.advice(page.key.span(), what, remedy);
        }
    }

    /// Tells where the English pages differ from the Indonesian ones.
    fn compare(&mut self, id: &Prose, en: &Prose) {
        let (ours, theirs) = (by_key(id), by_key(en));
        let mut met = BTreeSet::new();
        for page in &id.pages {
            if !theirs.contains_key(page.key.get_ref().as_str()) {
                self.id_log.error(
                    page.key.span(),
                    missing(page.key.get_ref(), "en.md"),
                    Text::new(
                        "Tulis halaman itu juga dalam bahasa Inggris.",
                        "Write that page in English too.",
                    ),
                );
            }
        }
        for page in &en.pages {
            refer(page, self.index, &mut self.en_log);
            self.index.twin(&page.key, self.en_log.file);
            match ours.get(page.key.get_ref().as_str()) {
                None => self.en_log.error(
                    page.key.span(),
                    missing(page.key.get_ref(), "id.md"),
                    Text::new(
                        "Samakan kuncinya, atau tulis halaman itu juga dalam bahasa Indonesia.",
                        "Use the same key, or write that page in Indonesian too.",
                    ),
                ),
                Some(twin) => self.compare_pages(twin, page),
            }
            if !met.insert(page.key.get_ref()) {
                let what = Said::new(
                    format!("halaman {} sudah ada di berkas ini", quoted(page.key.get_ref())),
                    format!("the page {} is already in this file", quoted(page.key.get_ref())),
                );
                let remedy = Text::new("Hapus salah satunya.", "Delete one of the two.");
                self.en_log.error(page.key.span(), what, remedy);
            }
        }
        if ours.keys().eq(theirs.keys()) {
            self.compare_order(id, en);
        }
    }

    fn compare_pages(&mut self, id: &RawPage, en: &RawPage) {
        if id.columns != en.columns {
            let what = Text::new(
                "kolom tabel di halaman ini menyusul lain dari yang Indonesia",
                "the columns of tables on this page come differently from the Indonesian ones",
            );
            let remedy = Text::new(
                "Samakan baris <!-- columns --> dan kolom tabelnya di kedua berkas.",
                "Use the same <!-- columns --> lines, and as many columns, in both files.",
            );
            self.en_log.error(en.key.span(), what, remedy);
        }
        let said = |page: &RawPage| page.steps - page.columns.iter().sum::<usize>();
        let (ours, theirs) = (said(en), said(id));
        if ours != theirs {
            let what = Said::new(
                format!("jumlah langkah halaman ini {ours}, yang Indonesia {theirs}"),
                format!("this page's number of steps is {ours}, the Indonesian one's {theirs}"),
            );
            let remedy = Text::new(
                "Samakan jumlah <!-- step --> di kedua berkas.",
                "Use <!-- step --> equally often in both files.",
            );
            self.en_log.error(en.key.span(), what, remedy);
        }
        let keys = |list: &[Spanned<String>]| -> Vec<String> {
            list.iter().map(|key| key.get_ref().clone()).collect()
        };
        if keys(&id.items) != keys(&en.items) {
            let what = Text::new(
                "soal di halaman ini berbeda dari yang Indonesia",
                "the items on this page differ from the Indonesian ones",
            );
            let remedy = Text::new(
                "Samakan baris <!-- item: … --> di kedua berkas.",
                "Use the same <!-- item: … --> lines in both files.",
            );
            self.en_log.error(en.key.span(), what, remedy);
        }
        let sources_differ = keys(&id.sources) != keys(&en.sources);
        if sources_differ || id.minutes != en.minutes {
            let what = Text::new(
                "sumber atau menit halaman ini berbeda dari yang Indonesia, yang berlaku",
                "this page's sources or minutes differ from the Indonesian ones, which count",
            );
            let remedy =
                Text::new("Samakan baris page di kedua berkas.", "Use the same page line in both.");
            self.en_log.advice(en.key.span(), what, remedy);
        }
    }

    /// Tells of the first page that stands elsewhere, when both files hold the same pages.
    fn compare_order(&mut self, id: &Prose, en: &Prose) {
        let mut pairs = id.pages.iter().zip(&en.pages);
        if let Some((id, en)) = pairs.find(|(id, en)| id.key.get_ref() != en.key.get_ref()) {
            let (here, there) = (quoted(en.key.get_ref()), quoted(id.key.get_ref()));
            let what = Said::new(
                format!("urutan halaman berbeda: di sini {here}, di id.md {there}"),
                format!("the order of pages differs: here {here}, in id.md {there}"),
            );
            let remedy = Text::new(
                "Urutkan halaman sama di kedua berkas.",
                "Put the pages in the same order in both files.",
            );
            self.en_log.error(en.key.span(), what, remedy);
        }
    }
}

fn body(page: RawPage) -> Body {
    Body { title: page.title, parts: page.parts }
}

fn by_key(prose: &Prose) -> BTreeMap<&str, &RawPage> {
    prose.pages.iter().map(|page| (page.key.get_ref().as_str(), page)).collect()
}

fn missing(key: &str, file: &str) -> Said {
    Said::new(
        format!("halaman {} tidak ada di {file}", quoted(key)),
        format!("the page {} is not in {file}", quoted(key)),
    )
}

/// Enters what a page's text refers to into the index; tells of links out of the course.
fn refer(page: &RawPage, index: &mut Index, log: &mut Log<'_>) {
    for item in &page.items {
        index.want(Sort::Item, item, log.file);
    }
    for (link, place) in &page.links {
        match link {
            Link::Term(key) => {
                index.want(Sort::Term, &Spanned::new(place.clone(), key.clone()), log.file);
            }
            Link::Page(key) => {
                index.want(Sort::Page, &Spanned::new(place.clone(), key.clone()), log.file);
            }
            Link::Elsewhere(_) => {
                let what = Text::new(
                    "tautan ke luar bahan tidak dapat dibuka",
                    "links out of the course cannot be opened",
                );
                let remedy = Text::new(
                    "Tulis alamatnya sebagai teks biasa, atau pakai g: (istilah) atau p: (halaman).",
                    "Write the address as plain words, or use g: (a term) or p: (a page).",
                );
                log.advice(place.clone(), what, remedy);
            }
        }
    }
}
