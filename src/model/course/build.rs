//! From the text of a course folder to a [`Course`] and all its faults.
//!
//! Never stops at a fault: what can be read is read, so that an author hears of everything at once.

mod head;
mod items;
mod join;
mod office;
mod teaching;

use toml::Spanned;

pub use self::{items::Placed, teaching::minutes_of};
use super::{
    Course, Module, Sheet,
    check::{self, Index, Sort},
    raw::{self, English, Fields, Place},
};
use crate::model::{
    faults::{Fault, Files, Log, keep_most, quoted},
    key::is_key,
    pages,
    text::{Said, Text},
};

/// The file that makes a folder a course.
pub const COURSE_FILE: &str = "course.toml";
/// Works that pages rest on; the file may be missing.
pub const SOURCES_FILE: &str = "sources.toml";
/// Words explained; the file may be missing.
pub const GLOSSARY_FILE: &str = "glossary.toml";
/// What people do together; the file may be missing.
pub const ACTIVITIES_FILE: &str = "activities.toml";
/// What people are asked about their own office; the file may be missing.
pub const OFFICE_FILE: &str = "office.toml";

/// The files beside course.toml that may be missing, in reading order.
const BESIDE: [&str; 4] = [SOURCES_FILE, GLOSSARY_FILE, ACTIVITIES_FILE, OFFICE_FILE];

/// A course as far as it could be read, with everything that is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The course; usable when no fault is an error.
    pub course: Course,
    /// All faults, in the order of files and places.
    pub faults: Vec<Fault>,
    /// Where everything stands, for further checks.
    pub index: Index,
}

/// The files that a course with this `course.toml` is made of, the file itself included. Names
/// come from valid keys only, so that none of them can leave the folder.
pub fn files_of(course_file: &str) -> Vec<String> {
    let mut log = Log::new(COURSE_FILE);
    let mut files = vec![COURSE_FILE.to_owned()];
    files.extend(BESIDE.map(str::to_owned));
    let [modules, sheets] = head::folder_keys(course_file, &mut log);
    for key in modules {
        files.extend(["id.md", "en.md", "items.toml"].map(|name| module_file(&key, name)));
    }
    for key in sheets {
        files.extend(["id.md", "en.md"].map(|name| sheet_file(&key, name)));
    }
    files
}

/// The path of a module's file within the course folder.
pub fn module_file(module: &str, name: &str) -> String {
    format!("modules/{module}/{name}")
}

/// The path of a worksheet's file within the course folder.
pub fn sheet_file(sheet: &str, name: &str) -> String {
    format!("sheets/{sheet}/{name}")
}

/// Reads a course from its files. What its author should hear beyond its form is not told here; see
/// [`check::advise`].
pub fn build(files: &Files) -> Built {
    let mut built = Built::default();
    let mut index = Index::default();
    let Some(text) = files.get(COURSE_FILE) else {
        built.faults.push(Fault::error(COURSE_FILE, None, NO_COURSE, NO_COURSE_REMEDY));
        return built;
    };
    let mut log = Log::new(COURSE_FILE);
    let head = head::read(text, &mut built.course, &mut index, &mut log);
    built.faults.append(&mut log.faults);
    let Some(head) = head else { return built };
    let readers: [Reader; BESIDE.len()] =
        [head::sources, head::glossary, teaching::activities, office::read];
    for (name, read) in BESIDE.into_iter().zip(readers) {
        let Some(text) = files.get(name) else { continue };
        let mut log = Log::new(name);
        if let Some(mut fields) = opened(text, &mut index, &mut log) {
            read(&mut fields, head.english, &mut built.course, &mut index, &mut log);
            fields.end(&mut log);
        }
        built.faults.append(&mut log.faults);
    }
    for key in &head.modules {
        let mut reader =
            ModuleReader { files, english: head.english, index: &mut index, faults: Vec::new() };
        let module = reader.read(key);
        built.faults.append(&mut reader.faults);
        built.course.modules.extend(module);
    }
    for key in &head.sheets {
        let mut reader =
            ModuleReader { files, english: head.english, index: &mut index, faults: Vec::new() };
        let sheet = reader.sheet(key);
        built.faults.append(&mut reader.faults);
        built.course.sheets.extend(sheet);
    }
    check::names::check(&index, &mut built.faults);
    tidy(&mut built.faults);
    built.index = index;
    built
}

/// Puts faults in the order in which an author would walk through the files, and keeps the most
/// that help.
pub fn tidy(faults: &mut Vec<Fault>) {
    sort(faults);
    if keep_most(faults) {
        faults.push(Fault::advice(COURSE_FILE, None, MORE, MORE_REMEDY));
    }
}

/// What `course.toml` alone tells: title, version and which modules there are, without anything in
/// them. It is there long before the whole course is read.
pub fn outline(course_file: &str) -> Course {
    let mut course = Course::default();
    let mut log = Log::new(COURSE_FILE);
    let head = head::read(course_file, &mut course, &mut Index::default(), &mut log);
    let modules = head.map(|head| head.modules).unwrap_or_default();
    course.modules = modules.into_iter().map(|key| Module::empty(key.into_inner())).collect();
    course
}

/// Sorts faults as an author would walk through the files.
fn sort(faults: &mut [Fault]) {
    let rank = |file: &str| match file {
        COURSE_FILE => 0,
        _ => BESIDE.iter().position(|name| *name == file).unwrap_or(BESIDE.len()) + 1,
    };
    faults.sort_by_cached_key(|fault| {
        let start = fault.span.as_ref().map_or(0, |span| span.start);
        (rank(&fault.file), fault.file.clone(), start)
    });
}

/// Reads one of the files beside course.toml.
type Reader = fn(&mut Fields<'_>, English, &mut Course, &mut Index, &mut Log<'_>);

/// A file of the course, opened. What it defines is missing when it is no TOML, so names that lead
/// nowhere are not told then.
fn opened<'t>(text: &'t str, index: &mut Index, log: &mut Log<'_>) -> Option<Fields<'t>> {
    let fields = raw::document(text, 0, log);
    index.incomplete |= fields.is_none();
    fields
}

/// Reads the files of one module or worksheet.
struct ModuleReader<'a> {
    files: &'a Files,
    english: English,
    index: &'a mut Index,
    faults: Vec<Fault>,
}

impl ModuleReader<'_> {
    fn read(&mut self, key: &Spanned<String>) -> Option<Module> {
        let parsed = |text: &str, log: &mut Log<'_>| pages::parse(text, log);
        let id = self.prose(key, &module_file(key.get_ref(), "id.md"), parsed)?;
        let en = self.english_too(key, &module_file(key.get_ref(), "en.md"), parsed);
        let key = key.get_ref();
        let id_file = module_file(key, "id.md");
        let en_file = module_file(key, "en.md");
        let mut joiner = join::Joiner {
            module: key,
            id_log: Log::new(&id_file),
            en_log: Log::new(&en_file),
            index: &mut *self.index,
        };
        let mut module = joiner.join(id, en);
        self.faults.append(&mut joiner.id_log.faults);
        self.faults.append(&mut joiner.en_log.faults);
        let file = module_file(key, "items.toml");
        if let Some(text) = self.files.get(&file) {
            let mut log = Log::new(&file);
            module.items = items::read(text, key, self.english, self.index, &mut log);
            self.faults.append(&mut log.faults);
        }
        Some(module)
    }

    /// Reads a worksheet.
    fn sheet(&mut self, key: &Spanned<String>) -> Option<Sheet> {
        let read = |text: &str, log: &mut Log<'_>| pages::sheet(text, log);
        let id = self.prose(key, &sheet_file(key.get_ref(), "id.md"), read)?;
        let en = self.english_too(key, &sheet_file(key.get_ref(), "en.md"), read);
        let en = en.unwrap_or_else(|| id.clone());
        let title = Said::new(id.title, en.title);
        let body = Text::new(id.blocks, en.blocks);
        Some(Sheet { key: key.get_ref().clone(), title, body })
    }

    /// Reads the English of something where it is declared.
    fn english_too<P>(
        &mut self,
        key: &Spanned<String>,
        file: &str,
        parse: impl Fn(&str, &mut Log<'_>) -> P,
    ) -> Option<P> {
        match self.english {
            English::Declared => self.prose(key, file, parse),
            English::Absent => None,
        }
    }

    /// Reads one language of a module or worksheet; its absence is a fault of course.toml.
    fn prose<P>(
        &mut self,
        key: &Spanned<String>,
        file: &str,
        parse: impl Fn(&str, &mut Log<'_>) -> P,
    ) -> Option<P> {
        let Some(text) = self.files.get(file) else {
            self.index.incomplete = true;
            let what =
                Said::new(format!("berkas {file} tidak ada"), format!("there is no file {file}"));
            let remedy = if file.ends_with("en.md") {
                Text::new(
                    "Buatlah, atau hapus \"en\" dari languages.",
                    "Make it, or delete \"en\" from languages.",
                )
            } else if file.starts_with("sheets/") {
                Text::new("Buatlah, atau hapus lembar ini.", "Make it, or delete this sheet.")
            } else {
                Text::new("Buatlah, atau hapus modul ini.", "Make it, or delete this module.")
            };
            self.faults.push(Fault::error(COURSE_FILE, Some(key.span()), what, remedy));
            return None;
        };
        let mut log = Log::new(file);
        let parsed = parse(text, &mut log);
        self.faults.append(&mut log.faults);
        Some(parsed)
    }
}

/// The key of a table, checked for its form and entered into the index.
fn own_key(
    fields: &mut Fields<'_>,
    sort: Sort,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<Spanned<String>> {
    let key = valid_key(fields, "key", log)?;
    index.define(sort, &key, log.file);
    Some(key)
}

/// A required key of the right form.
fn valid_key(
    fields: &mut Fields<'_>,
    name: &'static str,
    log: &mut Log<'_>,
) -> Option<Spanned<String>> {
    let key = fields.need_text(name, log)?;
    if is_key(key.get_ref()) {
        return Some(key);
    }
    pages::bad_key(key.get_ref(), key.span(), log);
    None
}

/// An optional reference to something by its key.
fn reference(
    fields: &mut Fields<'_>,
    name: &'static str,
    sort: Sort,
    index: &mut Index,
    log: &mut Log<'_>,
) -> Option<String> {
    let key = fields.text(name, log)?;
    index.want(sort, &key, log.file);
    Some(key.into_inner())
}

/// Tells that a page or item key holds its module's key, which would make it unstable.
fn tell_module_in_key(module: &str, key: &str, place: Place, log: &mut Log<'_>) {
    if key.contains(module) {
        let (key, module) = (quoted(key), quoted(module));
        let what = Said::new(
            format!("kunci {key} memuat kunci modulnya, {module}"),
            format!("the key {key} holds its module's key, {module}"),
        );
        let remedy = Text::new(
            "Pilih kunci lain, supaya tetap cocok bila halaman atau soal pindah modul.",
            "Choose another, so that it still fits when the page or item moves to another module.",
        );
        log.error(place, what, remedy);
    }
}

const MORE: Text = Text::new(
    "masih ada lagi yang tidak ditampilkan di sini",
    "there is more that is not listed here",
);
const MORE_REMEDY: Text = Text::new(
    "Perbaiki dahulu yang di atas, lalu periksa lagi.",
    "Correct what is listed first, then check again.",
);
const NO_COURSE: Text = Text::new("berkas course.toml tidak ada", "there is no file course.toml");
const NO_COURSE_REMEDY: Text = Text::new(
    "Periksa apakah ini folder bahan pelatihan. Contoh lengkap: pandu course export FOLDER.",
    "Check that this is a course folder. A complete example: pandu course export FOLDER.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_course_toml_there_is_one_fault_and_no_place() {
        let built = build(&Files::new());
        assert_eq!(built.faults.len(), 1);
        assert!(built.faults[0].is_error() && built.faults[0].span.is_none());
    }

    #[test]
    fn only_files_below_modules_with_good_keys_are_named() {
        let text = "[[module]]\nkey = \"a\"\n[[module]]\nkey = \"../b\"\n[[module]]\nkey = \"A/b\"\n\
             [[sheet]]\nkey = \"c\"\n[[sheet]]\nkey = \"../d\"\n";
        let expected = [
            "course.toml",
            "sources.toml",
            "glossary.toml",
            "activities.toml",
            "office.toml",
            "modules/a/id.md",
            "modules/a/en.md",
            "modules/a/items.toml",
            "sheets/c/id.md",
            "sheets/c/en.md",
        ];
        assert_eq!(files_of(text), expected);
        assert_eq!(files_of("not toml ["), expected[..5]);
    }
}
