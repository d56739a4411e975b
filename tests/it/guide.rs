//! The guides for authors: what they show works, and both tell the same.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{collections::BTreeMap, fs, path::Path};

use clap::Parser;
use pandu::{
    app::commands::check::examined,
    cli::Cli,
    model::{
        course::{Course, Kind, build, check},
        faults::Files,
        text::Lang,
    },
    store::course::{Source, export, load, render},
};
use tempfile::TempDir;

/// Both guides with the language that they are written in.
const GUIDES: [(&str, Lang); 2] =
    [("PANDUAN-PENULIS.md", Lang::Id), ("AUTHORS-GUIDE.md", Lang::En)];
/// Widest line of a guide, in letters.
const WIDEST: usize = 120;

/// An example: what stands between two fences.
struct Example {
    /// Number of the section that it stands in.
    section: usize,
    /// The word after the fence.
    sort: String,
    /// The file that it belongs into, if it names one.
    file: Option<String>,
    text: String,
}

/// A guide as read: headings with their level, and examples.
#[derive(Default)]
struct Guide {
    levels: Vec<usize>,
    examples: Vec<Example>,
}

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/course").join(name);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .replace("\r\n", "\n")
}

fn read(name: &str) -> Guide {
    let text = text(name);
    let mut guide = Guide::default();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with('#') {
            guide.levels.push(line.chars().take_while(|letter| *letter == '#').count());
        }
        let Some(fence) = ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence)) else {
            continue;
        };
        let mut words = line.trim_start_matches(fence).split_whitespace().map(str::to_owned);
        let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
        guide.examples.push(Example {
            section: guide.levels.iter().filter(|level| **level == 2).count(),
            sort: words.next().unwrap_or_else(|| panic!("{name}: a bare fence: {inside:?}")),
            file: words.next(),
            text: inside.join("\n") + "\n",
        });
    }
    guide
}

/// The course that the examples of a guide make. Where a guide shows the English of a file only, it
/// stands in for the Indonesian.
fn course_of(guide: &Guide) -> TempDir {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for example in &guide.examples {
        if let Some(name) = &example.file {
            *files.entry(name.clone()).or_default() += &example.text;
            if let Some(folder) = name.strip_suffix("/en.md") {
                *files.entry(format!("{folder}/id.md")).or_default() += &example.text;
            }
        }
    }
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        crate::course::put(folder.path(), &name, text.as_bytes());
    }
    folder
}

fn open(folder: &TempDir, lang: Lang) -> Course {
    let source = Source::Folder(folder.path().to_owned());
    match examined(&source) {
        Ok(loaded) => {
            let advice = render(&loaded.advice, &loaded.files, lang, false);
            assert!(advice.is_empty(), "{advice}");
            loaded.course
        }
        Err(refused) => panic!("{}", render(&refused.faults, &refused.files, lang, false)),
    }
}

#[test]
fn the_examples_of_each_guide_make_a_course_beyond_advice() {
    for (name, lang) in GUIDES {
        let guide = read(name);
        let course = open(&course_of(&guide), lang);
        assert_eq!(course.has_english, lang == Lang::En, "{name}");
        assert!(!course.activities.is_empty() && !course.sheets.is_empty(), "{name}");
        assert!(!course.terms.is_empty() && !course.sources.is_empty(), "{name}");
    }
}

#[test]
fn section_five_shows_each_kind_of_question() {
    for (name, lang) in GUIDES {
        let guide = read(name);
        let is_question = |example: &&Example| example.section == 5 && example.sort == "toml";
        let shown: String = guide
            .examples
            .iter()
            .filter(is_question)
            .map(|example| example.text.as_str())
            .collect();
        let course = open(&course_of(&guide), lang);
        for (kind, word) in Kind::ALL {
            let item = course.items().find(|item| item.kind == kind);
            let item = item.unwrap_or_else(|| panic!("{name} shows no {word}"));
            assert!(shown.contains(&format!("key = \"{}\"", item.key)), "{name}: {word}");
        }
    }
}

#[test]
fn the_message_that_a_guide_quotes_is_the_one_that_is_told() {
    for (name, lang) in GUIDES {
        let guide = read(name);
        let folder = course_of(&guide);
        let quoted = guide
            .examples
            .iter()
            .find(|example| example.text.contains("-->") && example.sort == "text");
        let quoted = &quoted.unwrap_or_else(|| panic!("{name} quotes no message")).text;
        let items = guide
            .examples
            .iter()
            .find(|example| example.file.as_ref().is_some_and(|file| file.ends_with("items.toml")));
        let items = items.and_then(|items| items.file.as_ref()).expect("a file of items");
        let path = folder.path().join(items);
        let spoilt = fs::read_to_string(&path).unwrap().replacen("right = true\n", "", 1);
        crate::course::put(folder.path(), items, spoilt.as_bytes());
        let refused = load(&Source::Folder(folder.path().to_owned())).expect_err("it opens");
        let told = render(&refused.faults, &refused.files, lang, false);
        assert_eq!(told.trim_end(), quoted.trim_end(), "{name}");
    }
}

#[test]
fn each_command_and_each_toml_that_a_guide_shows_can_be_read() {
    for (name, _) in GUIDES {
        let mut commands = 0;
        for example in read(name).examples {
            if example.sort == "toml" {
                let read = toml::from_str::<toml::Table>(&example.text);
                read.unwrap_or_else(|error| panic!("{name}: {error}"));
            }
            for line in example.text.lines().filter(|line| line.starts_with("pandu ")) {
                Cli::try_parse_from(line.split(' '))
                    .unwrap_or_else(|error| panic!("{line}: {error}"));
                commands += 1;
            }
        }
        assert!(commands >= 9, "{name}: {commands}");
    }
}

#[test]
fn both_guides_are_built_alike() {
    let [id, en] = GUIDES.map(|(name, _)| read(name));
    assert_eq!(id.levels, en.levels);
    assert_eq!(id.levels.iter().filter(|level| **level == 2).count(), 12);
    let places = |guide: &Guide| -> Vec<(usize, String)> {
        guide.examples.iter().map(|example| (example.section, example.sort.clone())).collect()
    };
    assert_eq!(places(&id), places(&en));
    let rows =
        GUIDES.map(|(name, _)| text(name).lines().filter(|line| line.starts_with('|')).count());
    assert_eq!(rows.first(), rows.last());
}

#[test]
fn the_letters_and_lines_of_the_guides_show_everywhere() {
    let mut files = Files::new();
    for (name, _) in GUIDES {
        let text = text(name);
        for (number, line) in (1..).zip(text.lines()) {
            assert!(line.chars().count() <= WIDEST, "{name}:{number}");
        }
        files.insert(name.to_owned(), text);
    }
    let advice = check::advise(&Course::default(), &check::Index::default(), &files);
    let told: Vec<_> = advice.iter().filter(|fault| files.contains_key(&fault.file)).collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn the_guides_are_written_out_with_the_course_and_are_no_part_of_it() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("kursus");
    export(&root).unwrap();
    for (name, _) in GUIDES {
        let written = fs::read_to_string(root.join(name)).unwrap();
        assert_eq!(written, text(name), "{name}");
        let course = fs::read_to_string(root.join(build::COURSE_FILE)).unwrap();
        assert!(!build::files_of(&course).contains(&name.to_owned()), "{name}");
    }
}
