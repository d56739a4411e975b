//! A worksheet's file: front matter and Markdown, without pages or steps.

use toml::Spanned;

use super::{Prose, first_line, front_matter, sentences::report};
use crate::model::{
    faults::Log,
    markdown::{self, Block},
    text::Text,
};

/// One worksheet in one language.
#[derive(Clone, Debug, Default)]
pub struct RawSheet {
    /// Its title.
    pub title: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// Reads one worksheet; faults go to the log.
pub fn sheet(text: &str, log: &mut Log<'_>) -> RawSheet {
    let mut prose = Prose::default();
    let from = front_matter(text, &mut prose, log);
    let source = text.get(from..).unwrap_or_default();
    let reading = markdown::read(source);
    for (strange, place) in reading.strange {
        let place = from + place.start..from + place.end;
        let html = text.get(place.clone()).unwrap_or_default();
        report(strange, html.starts_with("<!--"), place, log);
    }
    if reading.blocks.is_empty() {
        let what = Text::new("lembar ini kosong", "this sheet is empty");
        let remedy = Text::new("Tulis isinya di bawah kepala.", "Write it below the head.");
        log.error(0..first_line(text), what, remedy);
    }
    let title = prose.title.map(Spanned::into_inner).unwrap_or_default();
    RawSheet { title, blocks: reading.blocks }
}
