//! What a good course lacks: one file of tests/advice for each piece of advice, which must be told
//! after the change and not before. `PANDU_ADVICE=always` writes what is told into the files.

use std::{collections::BTreeSet, fs, path::Path};

use pandu::{
    app::commands::check::examined,
    model::{faults::Fault, text::Lang},
    store::course::{Source, lines},
};

use super::{Change, Says, copy_of, put, rewrite, tests, texts};

/// One file of tests/advice.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The fixture that is changed.
    #[serde(default = "bilingual")]
    base: String,
    change: Vec<Change>,
    says: Says,
}

fn bilingual() -> String {
    "course".to_owned()
}

/// Everything that `pandu check` tells of a course that opens, a line each.
fn advised(root: &Path, lang: Lang) -> BTreeSet<String> {
    let loaded = examined(&Source::Folder(root.to_owned()));
    let loaded = loaded.unwrap_or_else(|refused| panic!("{:#?}", refused.faults));
    assert!(!loaded.advice.iter().any(Fault::is_error));
    lines(&loaded.advice, &loaded.files, lang).lines().map(str::to_owned).collect()
}

#[test]
fn a_complete_course_is_beyond_advice() {
    assert_eq!(advised(&tests("fixture/indonesian-only"), Lang::Id), BTreeSet::new());
}

#[test]
fn each_lack_is_told_once_it_is_there() {
    let cases = texts(&tests("advice"));
    assert!(cases.len() >= 25, "only {} cases", cases.len());
    let mut wrong = String::new();
    for (name, text) in cases {
        let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let folder = copy_of(&case.base);
        let before = Lang::ALL.map(|lang| advised(folder.path(), lang));
        for change in &case.change {
            change.make(&name, folder.path());
        }
        let said = Lang::ALL.map(|lang| {
            let known = &before[lang.pick(0, 1)];
            let after = advised(folder.path(), lang);
            after.difference(known).map(|line| format!("{line}\n")).collect::<String>()
        });
        if std::env::var_os("PANDU_ADVICE").is_some() {
            rewrite("advice", &name, &text, true, &said);
        }
        let expected = [case.says.id, case.says.en];
        if !case.says.opens || said != expected {
            wrong += &format!("== {name}\nexpected {expected:#?}\nsaid {said:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn letters_that_steer_a_terminal_are_told() {
    let folder = copy_of("course");
    let name = "modules/mengenal/id.md";
    let text = fs::read_to_string(folder.path().join(name)).unwrap();
    put(folder.path(), name, text.replace("###", "### \u{1b}[31m\0\u{202e}").as_bytes());
    let said = advised(folder.path(), Lang::En);
    assert!(said.iter().any(|line| line.contains("U+001B")), "{said:?}");
}
