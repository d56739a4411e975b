//! `pandu course handout`: what a facilitator prints of a course.

use std::path::{Path, PathBuf};

use super::plan;
use crate::{
    app::settings::{Answer, Failure, Settings},
    model::{
        course::Course,
        document::{Document, text::PORTRAIT},
        faults::Files,
        handout::Handout,
        safe_text::safe_line,
        text::{Lang, Text},
    },
    report::{self, Format},
    store::course::write_new,
};

/// The sort that stands for every handout.
const ALL: &str = "all";

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The sort of handout, by its English name; `all` for every one.
    pub sort: String,
    /// Which one of that sort; all of them when left out.
    pub name: Option<String>,
    /// Name of the form; by the file's ending, or text, when left out.
    pub format: Option<String>,
    /// The file to write, or the folder for every handout; printed when left out.
    pub output: Option<PathBuf>,
    /// A plain file that exists is replaced.
    pub is_forced: bool,
    /// Columns of plain text; those of a sheet of A4 when left out.
    pub width: Option<usize>,
}

/// Prints handouts of the course, or writes them and says where.
///
/// # Errors
/// The course does not open or has no such handout; a file cannot be written.
pub fn handout(settings: &Settings, asked: &Asked) -> Answer {
    let lang = settings.lang();
    let course = settings.load_course()?;
    let width = asked.width.unwrap_or(PORTRAIT);
    let named = asked.format.as_deref().and_then(Format::from_name);
    let written = |handouts: &[Handout<'_>], format: Format| {
        let documents: Vec<Document> =
            handouts.iter().map(|handout| handout.document(&course, lang)).collect();
        report::documents(&documents, format, width, lang)
    };
    if asked.sort == ALL {
        let Some(folder) = &asked.output else {
            return Err(Failure::usage(NO_FOLDER.say(lang).to_owned()));
        };
        let format = named.unwrap_or(Format::Markdown);
        let ending = format.ending();
        let all = Handout::all(&course);
        let name = |handout: &Handout<'_>| format!("{}.{ending}", handout.file_name(lang));
        let files: Files =
            all.iter().map(|handout| (name(handout), written(&[*handout], format))).collect();
        let count = write_new(folder, &files).map_err(|fault| fault.say(lang))?;
        let place = safe_line(&folder.to_string_lossy()).into_owned();
        return Ok(match lang {
            Lang::Id => format!("{count} berkas ditulis ke {place}."),
            Lang::En => format!("{count} files were written to {place}."),
        });
    }
    let found = chosen(&course, asked, lang)?;
    let format = match (named, &asked.output) {
        (Some(format), _) => format,
        (None, None) => Format::Text,
        (None, Some(file)) => by_ending(file, lang).map_err(Failure::usage)?,
    };
    let text = written(&found, format);
    let Some(file) = &asked.output else {
        return plan::printed(text.into_bytes(), format, lang);
    };
    plan::put(file, text.as_bytes(), asked.is_forced, lang)?;
    Ok(said(file, lang))
}

/// Where it lies now.
pub fn said(file: &Path, lang: Lang) -> String {
    let place = safe_line(&file.to_string_lossy()).into_owned();
    match lang {
        Lang::Id => format!("Ditulis ke {place}."),
        Lang::En => format!("Written to {place}."),
    }
}

/// The form that a file's ending asks for; text where it has none.
///
/// # Errors
/// Which endings are known, where this is none of them.
pub fn by_ending(file: &Path, lang: Lang) -> Result<Format, String> {
    let known = plan::by_ending(file, lang).ok().filter(|format| format.is_of_documents());
    known.ok_or_else(|| ENDINGS.say(lang).to_owned())
}

/// The handouts of the sort, or the one that is named.
fn chosen<'a>(course: &'a Course, asked: &Asked, lang: Lang) -> Result<Vec<Handout<'a>>, String> {
    let mut there: Vec<Handout<'a>> = Handout::all(course);
    there.retain(|handout| handout.name().0 == asked.sort);
    if there.is_empty() {
        return Err(NOTHING.say(lang).to_owned());
    }
    let Some(name) = &asked.name else { return Ok(there) };
    let wanted = name.to_lowercase();
    let names: Vec<&str> = there.iter().filter_map(|handout| handout.name().1).collect();
    if !names.contains(&wanted.as_str()) {
        let (name, names) = (safe_line(name), names.join(", "));
        return Err(match (lang, names.is_empty()) {
            (Lang::Id, true) => "Jenis ini hanya satu; jangan sebutkan namanya.".to_owned(),
            (Lang::En, true) => "There is only one of this sort; leave its name out.".to_owned(),
            (Lang::Id, false) => format!("Tidak ada yang bernama {name}. Yang ada: {names}."),
            (Lang::En, false) => format!("There is none called {name}. Available: {names}."),
        });
    }
    there.retain(|handout| handout.name().1 == Some(&*wanted));
    Ok(there)
}

const NO_FOLDER: Text =
    Text::new("Sebutkan folder baru atau kosong dengan -o.", "Name a new or empty folder with -o.");
const ENDINGS: Text = Text::new(
    "Akhiran ini belum dikenal. Pakai .txt, .md, atau .html.",
    "This ending is not known. Use .txt, .md or .html.",
);
const NOTHING: Text = Text::new(
    "Bahan ini tidak memuatnya. Panduan penulis ada di folder dari pandu course export.",
    "This course has none. The author's guide is in the folder of pandu course export.",
);
