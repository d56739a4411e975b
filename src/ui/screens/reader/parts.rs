//! What stands on a page beside prose: its questions as callouts, its sources as they are cited.

use crate::{
    model::{
        course::{Content, Page, Source},
        markdown::{Block, Callout, Span as Run},
        text::Lang,
    },
    ui::cx::Cx,
};

/// What a part looks like in the reader; a question stands there as a callout.
pub(super) fn block(content: &Content, cx: &Cx) -> Option<Block> {
    match content {
        Content::Block(block) => Some(block.clone()),
        Content::Item(key) => {
            let (_, item) = cx.course.item(key)?;
            let text = item.prompt.get(cx.lang()).clone();
            Some(Block::Quote {
                callout: Some(Callout::Important),
                blocks: vec![Block::Paragraph(vec![Run { text, ..Run::default() }])],
            })
        }
    }
}

pub(super) fn sources_line(page: &Page, cx: &Cx, lang: Lang) -> String {
    let names: Vec<String> =
        page.sources.iter().filter_map(|key| cx.course.source(key)).map(Source::cited).collect();
    if names.is_empty() {
        return String::new();
    }
    format!("{}: {}", lang.pick("Sumber", "Sources"), names.join("; "))
}
