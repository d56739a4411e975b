//! Pages of the course in the hall, and whether they fit.

use super::{Hall, Part, sheet::Sheet};
use crate::model::{
    course::{Body, Content, Page, Seen},
    text::Lang,
};

/// How well a page fits a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Rows that everything on it takes.
    pub rows: usize,
    /// Rows that there are below its headline.
    pub room: usize,
    /// Parts that it is shown in.
    pub parts: usize,
}

impl Hall<'_> {
    /// A page of the course in its parts; none where there is no such page.
    pub fn page(&self, key: &str) -> Vec<Part> {
        let Some((_, _, page)) = self.course.page(key) else { return Vec::new() };
        let body = page.body.get(self.lang);
        self.sheet(sheet(body, &self.foot(key)), &|flow, room| {
            self.pour(body, room, flow);
        })
    }

    /// How a page fits this window.
    pub fn fit(&self, page: &Page) -> Fit {
        let body = page.body.get(self.lang);
        let bare = sheet(body, "");
        let (rows, room) = self.need(bare, &|flow, room| self.pour(body, room, flow));
        Fit { rows, room, parts: self.page(&page.key).len() }
    }

    /// Where a page stands: `Modul 3 · 2/7`. Empty where there is no such page.
    pub fn foot(&self, key: &str) -> String {
        let Some((module, page, _)) = self.course.page(key) else { return String::new() };
        let pages = self.course.modules.get(module).map_or(0, |module| module.pages.len());
        let word = self.lang.pick("Modul", "Module");
        format!("{word} {} · {}/{pages}", module + 1, page + 1)
    }
}

const fn sheet<'s>(body: &'s Body, foot: &'s str) -> Sheet<'s> {
    Sheet { title: body.title.as_str(), foot, may_be_big: true }
}

/// The questions that stand on a page, each with the step that it belongs to.
pub fn questions(page: &Page, lang: Lang) -> impl Iterator<Item = (usize, &str)> {
    page.body.get(lang).parts.iter().filter_map(|part| match &part.content {
        Content::Item(key) if matches!(part.seen, Seen::Everywhere | Seen::Projector) => {
            Some((part.step, key.as_str()))
        }
        _ => None,
    })
}
