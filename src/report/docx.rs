//! A plan as a Word document: one sheet of A4 on its side, as a table form with room for two
//! signatures. Written part by part, since no crate at hand can say that a header row repeats.
//!
//! Nothing in it is active: no field but the page number, no link, no macro, no outside resource.

mod body;
mod parts;
mod xml;

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use crate::model::{
    course::Course,
    plan::{
        Plan,
        form::{Form, Use},
    },
    text::Lang,
};

/// The document. The same plan gives the same bytes.
///
/// # Errors
/// What the archive refused.
pub fn plan(plan: &Plan, course: &Course, lang: Lang, meant: Use) -> ZipResult<Vec<u8>> {
    let form = Form::new(plan, course, lang, meant);
    let edited = (meant == Use::Read).then(|| plan.edited.timestamp());
    let files = [
        ("[Content_Types].xml", parts::TYPES.to_owned()),
        ("_rels/.rels", parts::LINKS.to_owned()),
        ("docProps/core.xml", parts::about(&form, &plan.head.name, edited)),
        ("word/document.xml", body::document(&form, lang)),
        ("word/styles.xml", parts::styles(lang)),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/footer1.xml", parts::footer(&form, lang)),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_LINKS.to_owned()),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // No clock here: the same plan gives the same file.
        .last_modified_time(DateTime::default());
    for (name, text) in files {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
