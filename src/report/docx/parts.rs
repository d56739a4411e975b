//! The parts of a Word document around its body.

use jiff::Timestamp;

use super::xml::{DECLARATION, escaped};
use crate::model::{plan::form::Form, safe_text::safe_line, text::Lang};

/// What sort each part is.
pub(super) const TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>",
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>",
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    "</Types>"
);

/// Where the document lies in the archive.
pub(super) const LINKS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "</Relationships>"
);

/// What the body refers to.
pub(super) const DOCUMENT_LINKS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>",
    "</Relationships>"
);

/// Word 2013 and later, so that no window says "compatibility mode".
pub(super) const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:defaultTabStop w:val=\"720\"/><w:compat>",
    "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>",
    "</w:compat></w:settings>"
);

/// The body's own words.
pub(super) const WORDS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// "Rencana tindak lanjut · SOP Izin Praktik".
fn whole_title(form: &Form) -> String {
    match &form.subject {
        Some(subject) => format!("{} · {subject}", form.title),
        None => form.title.to_owned(),
    }
}

/// Title, writer and last change, as file managers show them.
pub(super) fn about(form: &Form, writer: &str, edited: Option<Timestamp>) -> String {
    let stamp = |name: &str| {
        edited.map_or_else(String::new, |at| {
            let at = at.strftime("%Y-%m-%dT%H:%M:%SZ");
            format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:{name}>")
        })
    };
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator>{}{}</cp:coreProperties>",
        escaped(&whole_title(form)),
        escaped(&safe_line(writer)),
        stamp("created"),
        stamp("modified"),
    )
}

/// The line below every page: what it is, and which page.
pub(super) fn footer(form: &Form, lang: Lang) -> String {
    let text =
        |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text));
    let number =
        |of: &str| format!("<w:fldSimple w:instr=\" {of} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let width = super::body::WIDTH;
    format!(
        "{DECLARATION}<w:ftr {WORDS}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs>\
         <w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        text(&shortened(&whole_title(form))),
        text(lang.pick("Halaman ", "Page ")),
        number("PAGE"),
        text(lang.pick(" dari ", " of ")),
        number("NUMPAGES"),
    )
}

/// A title that leaves room for the page number.
fn shortened(title: &str) -> String {
    crate::model::safe_text::cap(title, 110).into_owned()
}

/// How paragraphs look.
pub(super) fn styles(lang: Lang) -> String {
    let tongue = lang.pick("id-ID", "en-GB");
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        let of = if id == "Normal" { "w:default=\"1\" " } else { "" };
        let based = if id == "Normal" { "" } else { "<w:basedOn w:val=\"Normal\"/>" };
        format!(
            "<w:style w:type=\"paragraph\" {of}w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based}\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let size = |halves: usize| format!("<w:sz w:val=\"{halves}\"/><w:szCs w:val=\"{halves}\"/>");
    let bold = "<w:b/><w:bCs/>";
    let styles = [
        style("Normal", "Normal", "", ""),
        style(
            "Title",
            "Title",
            "<w:keepNext/><w:jc w:val=\"center\"/>",
            &format!("{bold}<w:caps/>{}", size(28)),
        ),
        style(
            "Subtitle",
            "Subtitle",
            "<w:keepNext/><w:spacing w:after=\"160\"/><w:jc w:val=\"center\"/>",
            &size(22),
        ),
        style(
            "Heading1",
            "heading 1",
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"220\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
            &format!("{bold}{}", size(22)),
        ),
        style("Sentence", "Sentence", "<w:keepLines/>", &size(21)),
        style("Cell", "Cell", "", &size(17)),
        style(
            "CellHead",
            "Cell Head",
            "<w:keepNext/><w:jc w:val=\"center\"/>",
            &format!("{bold}{}", size(17)),
        ),
        style("Label", "Label", "", &format!("{bold}{}", size(18))),
        style("Field", "Field", "", &size(18)),
        style(
            "Signature",
            "Signature",
            "<w:keepNext/><w:keepLines/><w:jc w:val=\"center\"/>",
            &size(20),
        ),
        style(
            "Note",
            "Note",
            "<w:spacing w:before=\"200\"/>",
            &format!("<w:color w:val=\"595959\"/>{}", size(16)),
        ),
        style("Footer", "footer", "", &format!("<w:color w:val=\"595959\"/>{}", size(16))),
    ];
    format!(
        "{DECLARATION}<w:styles {WORDS}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>{}\
         <w:lang w:val=\"{tongue}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:before=\"0\" w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>\
         </w:pPr></w:pPrDefault></w:docDefaults>{}</w:styles>",
        size(20),
        styles.concat()
    )
}
