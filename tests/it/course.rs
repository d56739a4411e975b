//! Courses in folders: the good ones load whole, each bad one is told as its author should hear it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a test may stop, and its helpers are no tests in clippy's eyes"
)]

mod advice;
mod hostile;
mod shown;

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use pandu::{
    app::commands::check::examined,
    model::{
        course::{Content, Course, Kind, Seen},
        faults::Fault,
        markdown::{Block, Callout, Link},
        text::Lang,
    },
    store::course::{Source, export, lines, load},
};
use tempfile::TempDir;

/// A folder of the tests.
fn tests(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

/// Writes a file and the folders above it.
pub fn put(root: &Path, name: &str, bytes: &[u8]) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    File::create(path).unwrap().write_all(bytes).unwrap();
}

/// The text of every file in a folder, by its path within it.
pub fn texts(root: &Path) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                texts.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    texts
}

/// A copy of the good course that a test may spoil.
fn copy() -> TempDir {
    copy_of("course")
}

/// A copy of one of the fixtures.
fn copy_of(fixture: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in texts(&tests(&format!("fixture/{fixture}"))) {
        put(folder.path(), &name, text.as_bytes());
    }
    folder
}

/// Whether a course opens, and its faults on one line each in both languages.
fn told(root: &Path) -> (bool, [String; 2]) {
    let (opens, faults, files) = match load(&Source::Folder(root.to_owned())) {
        Ok(loaded) => (true, loaded.advice, loaded.files),
        Err(refused) => (false, refused.faults, refused.files),
    };
    assert!(opens != faults.iter().any(Fault::is_error), "opens: {opens}, {faults:#?}");
    (opens, Lang::ALL.map(|lang| lines(&faults, &files, lang)))
}

fn good(path: &str) -> Course {
    let loaded = load(&Source::Folder(tests(path)));
    let loaded = loaded.unwrap_or_else(|refused| panic!("{:#?}", refused.faults));
    assert_eq!(loaded.advice, [], "the good course is beyond advice");
    loaded.course
}

#[test]
fn the_good_course_loads_whole() {
    let course = good("fixture/course");
    assert_eq!((course.key.as_str(), course.version.as_str()), ("arsip-kantor", "1.0"));
    assert!(course.has_english);
    assert_eq!(course.title.en, "Keeping Office Records in Order");
    assert_eq!(course.agenda.len(), 3);
    assert_eq!(course.agenda[1].module, None);
    assert_eq!(course.source("uu-43-2009").unwrap().year, Some(2009));
    assert_eq!(course.term("retensi").unwrap().term.id, "jadwal retensi");
    let pages: Vec<usize> = course.modules.iter().map(|module| module.pages.len()).collect();
    assert_eq!(pages, [2, 3, 1]);
    let kinds: Vec<Kind> =
        course.modules.iter().flat_map(|module| &module.items).map(|item| item.kind).collect();
    for (kind, name) in Kind::ALL {
        assert!(kinds.contains(&kind), "{name}");
    }
}

#[test]
fn a_page_serves_three_surfaces_in_steps() {
    let course = good("fixture/course");
    let (_, _, page) = course.page("berkas-atau-tumpukan").unwrap();
    assert_eq!(page.sources, ["uu-43-2009", "susunan-kami"]);
    assert_eq!(page.minutes, 8);
    for lang in Lang::ALL {
        let body = page.body.get(lang);
        assert_eq!(page.last_step(lang), 1);
        let seen: Vec<(usize, Seen)> =
            body.parts.iter().map(|part| (part.step, part.seen)).collect();
        let expected = [
            (0, Seen::Everywhere),
            (0, Seen::Everywhere),
            (1, Seen::Everywhere),
            (1, Seen::Everywhere),
            (1, Seen::Reader),
            (1, Seen::Reader),
            (1, Seen::Projector),
            (1, Seen::Facilitator),
        ];
        assert_eq!(seen, expected, "{lang}");
        assert!(matches!(
            body.parts[5].content,
            Content::Block(Block::Quote { callout: Some(Callout::Note), .. })
        ));
    }
    assert_eq!(page.title(Lang::En), "A file, or a pile of paper?");
    let (_, _, page) = course.page("dekat-atau-jauh").unwrap();
    let item = |content: &Content| matches!(content, Content::Item(key) if key == "map-berdebu");
    assert!(page.body.id.parts.iter().any(|part| item(&part.content)));
    let links = |content: &Content| match content {
        Content::Block(Block::Paragraph(spans)) => {
            spans.iter().filter_map(|span| span.link.clone()).collect()
        }
        _ => Vec::new(),
    };
    let found: Vec<Link> =
        page.body.id.parts.iter().flat_map(|part| links(&part.content)).collect();
    assert_eq!(found, [Link::Term("arsip-aktif".to_owned())]);
}

#[test]
fn right_answers_are_read_by_kind() {
    let course = good("fixture/course");
    let right = |key: &str| -> Vec<String> {
        course.item(key).unwrap().1.right_keys().map(str::to_owned).collect()
    };
    assert_eq!(right("map-berdebu"), ["pindahkan"]);
    assert_eq!(right("tempat-kode"), ["punggung-map", "daftar", "nama-berkas"]);
    let truth = course.item("tembusan-surat").unwrap().1;
    assert!(!truth.verdict && truth.uses == ["practice", "poll"]);
    let recall = course.item("daftar-umur").unwrap().1;
    assert_eq!(recall.accept.en[0], "retention");
    assert_eq!((recall.form.as_deref(), recall.hints.len()), (Some("a"), 1));
    assert!(!recall.why.en.is_empty() && recall.options.is_empty());
    let matched = course.item("empat-permintaan").unwrap().1;
    assert_eq!(matched.option("perlu-map").unwrap().with.en, "A loan sheet");
    assert_eq!(matched.right_choice(&matched.options[1]), "perlu-map");
    let sorted = course.item("terbuka-terbatas").unwrap().1;
    assert_eq!(sorted.bin("terbatas").unwrap().text.id, "Terbatas");
    assert_eq!(sorted.right_choice(&sorted.options[1]), "terbatas");
    let mused = course.item("permintaan-terakhir").unwrap().1;
    assert!(mused.options.is_empty() && !mused.model.en.is_empty());
    assert_eq!(mused.check[2].en, "a note that can be shown");
}

#[test]
fn indonesian_stands_in_where_english_is_not_declared() {
    let course = good("fixture/indonesian-only");
    assert!(!course.has_english);
    assert_eq!(course.title.id, course.title.en);
    let page = &course.modules[0].pages[0];
    assert_eq!(page.title(Lang::En), "Satu rapat, satu keputusan");
    assert_eq!(page.body.id.parts, page.body.en.parts);
    let item = &course.modules[0].items[0];
    assert_eq!(item.options[0].why.id, item.options[0].why.en);
    assert_eq!((item.revision, item.uses.as_slice()), (1, &["practice".to_owned()][..]));
}

#[test]
fn what_a_facilitator_needs_is_read() {
    let course = good("fixture/indonesian-only");
    let schedule = &course.schedules[0];
    assert_eq!((schedule.key.as_str(), schedule.jp), ("setengah-hari", 2));
    let last = &course.agenda[2];
    assert_eq!((last.schedule.as_deref(), last.jp), (Some("setengah-hari"), 1));
    assert_eq!(last.pages, ["notula-lima-baris"]);
    let activity = &course.activities[0];
    assert_eq!((activity.minutes, activity.group), (10, Some(2)));
    assert_eq!(activity.steps[0].id, "Ingat rapat terakhir Anda.");
    let sheet = course.sheet(activity.sheet.as_deref().unwrap()).unwrap();
    assert_eq!(
        (sheet.title.id.as_str(), sheet.title.en.as_str()),
        ("Lembar notula", "Lembar notula")
    );
    let is_form =
        |blocks: &[Block]| matches!(blocks, [_, Block::Table { rows, .. }] if rows.len() == 2);
    assert!(is_form(&sheet.body.id) && is_form(&sheet.body.en));
    assert_eq!((course.blueprint.len(), course.blueprint[0].items), (1, 1));
    assert_eq!(course.topics[0].pages, ["satu-keputusan", "notula-lima-baris"]);
    assert_eq!(course.practice.label, "CONTOH KARANGAN");
    assert_eq!(course.practice.names, ["Kantor Melati"]);
}

#[test]
fn half_a_translation_harms_nobody_while_english_is_not_declared() {
    let folder = copy();
    let course = fs::read_to_string(folder.path().join("course.toml")).unwrap();
    put(folder.path(), "course.toml", course.replace(r#", "en"]"#, "]").as_bytes());
    put(folder.path(), "modules/mengenal/en.md", b"not yet");
    assert_eq!(told(folder.path()), (true, [String::new(), String::new()]));
}

#[test]
fn line_ends_and_a_byte_order_mark_of_windows_change_nothing() {
    let folder = TempDir::new().unwrap();
    for (name, text) in texts(&tests("fixture/course")) {
        let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        put(folder.path(), &name, text.as_bytes());
    }
    let course = load(&Source::Folder(folder.path().to_owned())).unwrap().course;
    assert_eq!(format!("{course:?}"), format!("{:?}", good("fixture/course")));
}

/// One file of tests/bad: what is changed in the good course and what must be said about it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Bad {
    change: Vec<Change>,
    says: Says,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    file: String,
    /// Text that occurs once and is replaced.
    #[serde(default)]
    find: String,
    #[serde(default)]
    put: String,
    #[serde(default)]
    delete: bool,
}

impl Change {
    /// Makes the change in a copy; `name` is the case's, for when its text is not there once.
    fn make(&self, name: &str, folder: &Path) {
        let path = folder.join(&self.file);
        if self.delete {
            return fs::remove_file(path).unwrap();
        }
        let before = fs::read_to_string(path).unwrap();
        assert_eq!(before.matches(&self.find).count(), 1, "{name}: {}", self.find);
        put(folder, &self.file, before.replace(&self.find, &self.put).as_bytes());
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    opens: bool,
    id: String,
    en: String,
}

/// Writes what is told into a case's file; `PANDU_ADVICE=always` asks for it.
fn rewrite(folder: &str, name: &str, text: &str, opens: bool, [id, en]: &[String; 2]) {
    let head = text.split("[says]").next().unwrap();
    let says = format!("[says]\nopens = {opens}\nid = '''\n{id}'''\nen = '''\n{en}'''\n");
    put(&tests(folder), name, format!("{head}{says}").as_bytes());
}

#[test]
fn each_bad_course_is_told_as_its_author_should_hear_it() {
    let cases = texts(&tests("bad"));
    assert!(cases.len() >= 100, "only {} cases", cases.len());
    let mut wrong = String::new();
    for (name, text) in cases {
        let bad: Bad = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let folder = copy();
        for change in &bad.change {
            change.make(&name, folder.path());
        }
        let said = told(folder.path());
        if std::env::var_os("PANDU_ADVICE").is_some() {
            rewrite("bad", &name, &text, said.0, &said.1);
        }
        let expected = (bad.says.opens, [bad.says.id, bad.says.en]);
        if said != expected {
            wrong += &format!("== {name}\nexpected {expected:#?}\nsaid {said:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_course_that_is_written_out_is_the_one_that_is_built_in() {
    let folder = TempDir::new().unwrap();
    let inside = folder.path().join("new");
    let count = export(&inside).unwrap();
    assert_eq!(count, texts(&inside).len());
    let again = export(&inside).unwrap_err();
    assert!(again.say(Lang::Id).contains("sudah berisi"), "{again}");
    // Whether the built-in course is good is another test's business; here both are the same.
    let said = |source| match examined(&source) {
        Ok(loaded) => format!("{:?} {:?}", loaded.course, loaded.advice),
        Err(refused) => format!("{:?}", refused.faults),
    };
    assert_eq!(said(Source::Folder(inside)), said(Source::BuiltIn));
}
