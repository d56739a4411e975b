//! Who may import whom. Reads the sources and fails when one of them reaches where it should not.
//!
//! `#[cfg(test)]` code is held to the layers like all other code: a test that needs another layer
//! is no unit test and belongs here. Only crates are freer there: dev-dependencies and the words
//! of one system harm nobody who runs the program. What is for tests only is told by the
//! attribute, not by a name.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop, and its helpers are no tests in clippy's eyes"
)]

mod samples;
mod source;
mod tokens;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use source::Named;

/// Ours: each layer, and what it may import. `lib` and `main` are the two files of that name.
const LAYERS: &[(&str, &[&str])] = &[
    ("lib", &[]),
    ("main", &["cli", "app"]),
    ("cli", &[]),
    ("app", &["ui", "store", "report", "model"]),
    ("ui", &["model"]),
    ("store", &["model"]),
    ("report", &["model"]),
    ("model", &[]),
];

/// Theirs: each crate, and the layers that may use it. A new dependency needs a row here.
const CRATES: &[(&str, &[&str])] = &[
    // Faults of a course, shown as rustc shows its own.
    ("annotate_snippets", &["store"]),
    ("clap", &["main", "cli"]),
    ("clap_complete", &["cli"]),
    ("crc32fast", &["store"]),
    // Only the loop touches the terminal.
    ("crossterm", &["app"]),
    ("csv", &["report", "model"]),
    ("directories", &["store"]),
    // The letters that the last row reads.
    ("font8x8", &["ui"]),
    ("fsrs", &["model"]),
    // Embeds the built-in course.
    ("include_dir", &["store"]),
    ("jiff", &["app", "ui", "store", "report", "model"]),
    ("maud", &["report"]),
    // Tells of what the other window of a show writes.
    ("notify", &["store"]),
    ("pulldown_cmark", &["model"]),
    ("ratatui", &["app", "ui"]),
    ("ratatui_textarea", &["ui"]),
    // The manual page.
    ("roff", &["cli"]),
    ("rust_xlsxwriter", &["report"]),
    ("rustix", &["app", "store"]),
    ("serde", &["app", "ui", "store", "report", "model"]),
    ("serde_json", &["app", "store", "report", "model"]),
    ("signal_hook", &["app"]),
    // How near a typed word is to one that stands somewhere.
    ("strsim", &["model"]),
    ("tempfile", &["store"]),
    ("thiserror", &["app", "ui", "store", "report", "model"]),
    ("toml", &["store", "model"]),
    ("tui_input", &["ui"]),
    ("unicode_normalization", &["ui", "store", "report", "model"]),
    ("unicode_properties", &["ui", "store", "report", "model"]),
    ("unicode_segmentation", &["ui", "store", "report", "model"]),
    ("unicode_width", &["app", "ui", "store", "report", "model"]),
    // A Word document is an archive.
    ("zip", &["report"]),
];

/// The parts of std that touch the world outside, and the layers that may use them.
const WORLD: &[(&str, &[&str])] = &[
    ("std::env", &["main", "cli", "app", "store"]),
    ("std::fs", &["store"]),
    ("std::io::stderr", &["main", "app"]),
    ("std::io::stdin", &["main", "app"]),
    ("std::io::stdout", &["main", "app"]),
    ("std::net", &[]),
    ("std::process", &["main", "app", "store"]),
    ("std::thread", &["app", "store"]),
    ("std::time::Instant", &["app", "store"]),
    ("std::time::SystemTime", &["app", "store"]),
];

/// Words of one family of systems; only files of this name speak them.
const UNIX_ONLY: &[&str] = &["std::os::unix", "rustix", "signal_hook"];
const UNIX_FILE: &str = "unix.rs";

/// Longest source, in lines.
const LONGEST: usize = 400;

/// The sources by their path within src, `/` between.
type Sources = BTreeMap<String, String>;

fn sources() -> Sources {
    fn walk(folder: &Path, above: &str, found: &mut Sources) {
        for entry in fs::read_dir(folder).expect("a folder of sources").map(Result::unwrap) {
            let name = format!("{above}{}", entry.file_name().to_str().expect("a plain name"));
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), found);
            } else if entry.path().extension() == Some("rs".as_ref()) {
                found.insert(name, fs::read_to_string(entry.path()).expect("UTF-8"));
            }
        }
    }
    let mut found = Sources::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut found);
    assert!(found.contains_key("lib.rs") && found.contains_key("main.rs"));
    found
}

/// The module of a file, as segments below the crate.
fn module(file: &str) -> Vec<&str> {
    match file.trim_end_matches(".rs") {
        "lib" => Vec::new(),
        path => path.split('/').collect(),
    }
}

fn allowed(table: &[(&str, &[&str])], name: &str, layer: &str) -> Option<bool> {
    let row = table.iter().find(|(known, _)| *known == name)?;
    Some(row.1.contains(&layer))
}

/// Every breach in these sources, in words.
fn breaches(sources: &Sources) -> Vec<String> {
    let read: BTreeMap<&str, source::Read> =
        sources.iter().map(|(file, text)| (file.as_str(), source::read(text))).collect();
    let test_modules: BTreeSet<Vec<&str>> = read
        .iter()
        .flat_map(|(file, read)| read.test_files.iter().map(|name| (module(file), name.as_str())))
        .map(|(mut module, name)| {
            module.push(name);
            module
        })
        .collect();
    let mut found = Vec::new();
    for (file, read) in &read {
        let module = module(file);
        let is_test = test_modules.iter().any(|tests| module.starts_with(tests));
        let place = Place { file, module, is_test };
        for (target, line) in &read.elsewhere {
            if !place.is_own(target) {
                found.push(format!("src/{file}:{line}: takes in a source from elsewhere"));
            }
        }
        for named in &read.named {
            for breach in place.judge(named) {
                let path = named.path.join("::");
                found.push(format!("src/{file}:{}: {breach} ({path})", named.line));
            }
        }
    }
    found
}

/// Where a path is named.
struct Place<'a> {
    file: &'a str,
    module: Vec<&'a str>,
    /// The whole file is for tests only.
    is_test: bool,
}

impl Place<'_> {
    fn layer(&self) -> &str {
        self.module.first().copied().unwrap_or("lib")
    }

    /// Whether a source that is taken in by its path (from the folder of this file) belongs to
    /// the same layer.
    fn is_own(&self, target: &str) -> bool {
        let (folder, _) = self.file.rsplit_once('/').unwrap_or_default();
        let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in target.split('/') {
            match part {
                ".." if path.pop().is_none() => return false,
                ".." | "." => {}
                part => path.push(part),
            }
        }
        !target.is_empty() && path.len() > 1 && path.first() == Some(&self.layer())
    }

    fn judge(&self, named: &Named) -> Vec<String> {
        let is_test = self.is_test || named.is_test;
        let mut found = Vec::new();
        if let Some(path) = self.ours(named) {
            found.extend(self.within(&path));
        } else {
            found.extend(self.beyond(named, is_test));
            found.extend(self.terminal(named, is_test));
        }
        let path = named.path.join("::");
        let is_unix = UNIX_ONLY.iter().any(|word| is_under(&path, word));
        if is_unix && !is_test && Path::new(self.file).file_name() != Some(UNIX_FILE.as_ref()) {
            found.push(UNIX_SAID.to_owned());
        }
        found
    }

    /// The path below the crate that is meant, if it is one of ours.
    fn ours(&self, named: &Named) -> Option<Vec<String>> {
        if named.is_absolute && named.path.first().is_none_or(|first| first != "pandu") {
            return None;
        }
        let here = || {
            let around = self.module.iter().map(|name| (*name).to_owned());
            around.chain(named.inside.iter().cloned()).collect::<Vec<String>>()
        };
        let (first, rest) = named.path.split_first()?;
        let mut path = match first.as_str() {
            // The binary is a crate of its own.
            "crate" if self.layer() == "main" => vec!["main".to_owned()],
            "crate" | "pandu" => Vec::new(),
            "self" | "super" => here(),
            first if here().is_empty() && LAYERS.iter().any(|(layer, _)| *layer == first) => {
                vec![first.to_owned()]
            }
            _ => return None,
        };
        if first == "super" {
            path.pop();
        }
        for segment in rest {
            match segment.as_str() {
                "super" => _ = path.pop(),
                "self" => {}
                name => path.push(name.to_owned()),
            }
        }
        Some(path)
    }

    /// Judges a path below our crate.
    fn within(&self, path: &[String]) -> Option<String> {
        let layer = self.layer();
        let Some(target) = path.first() else {
            return Some("takes in the whole crate, so nobody sees what it uses".to_owned());
        };
        if target == layer {
            return None;
        }
        match (allowed(LAYERS, layer, target), LAYERS.iter().any(|(known, _)| known == target)) {
            (None, _) => Some(format!("{layer} is no layer")),
            (_, false) => Some(format!("{target} is no layer")),
            (Some(false), true) => Some(format!("{layer} may not import {target}")),
            (Some(true), true) => None,
        }
    }

    /// Judges a path into another crate; test code may use dev-dependencies, which have no row.
    fn beyond(&self, named: &Named, is_test: bool) -> Option<String> {
        let layer = self.layer();
        let first = named.path.first()?;
        if matches!(first.as_str(), "std" | "core" | "alloc") {
            let path = named.path.join("::").replacen(first, "std", 1);
            let (part, _) = WORLD
                .iter()
                .filter(|_| !is_test)
                .find(|(part, layers)| is_under(&path, part) && !layers.contains(&layer))?;
            return Some(format!("{layer} may not use {part}"));
        }
        let is_known = dependencies().contains(first);
        if !is_known {
            // A name that a `use` or `mod` brought in; that one is judged.
            return None;
        }
        if named.is_import && named.is_renamed && named.path.len() == 1 {
            return Some(format!("hides {first} under another name"));
        }
        match allowed(CRATES, first, layer) {
            _ if is_test => None,
            Some(true) => None,
            Some(false) => Some(format!("{layer} may not use {first}")),
            None => Some(format!("{first} is used outside tests, but has no row in CRATES")),
        }
    }

    /// ratatui hands the terminal on.
    fn terminal(&self, named: &Named, is_test: bool) -> Option<String> {
        let is_terminal = named
            .path
            .iter()
            .skip(1)
            .any(|name| matches!(name.as_str(), "crossterm" | "CrosstermBackend"));
        let may = allowed(CRATES, "crossterm", self.layer()) == Some(true);
        (is_terminal && !may && !is_test).then(|| format!("{} may not use crossterm", self.layer()))
    }
}

fn is_under(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The crates that Cargo.toml names in these sections, as the code writes them.
fn named_in(sections: &[&str]) -> BTreeSet<String> {
    let manifest: toml::Table =
        toml::from_str(include_str!("../../Cargo.toml")).expect("Cargo.toml is TOML");
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = targets.into_iter().flat_map(toml::Table::values).filter_map(|t| t.as_table());
    tables
        .chain([&manifest])
        .flat_map(|table| sections.iter().filter_map(|section| table.get(*section)?.as_table()))
        .flat_map(toml::Table::keys)
        .map(|name| name.replace('-', "_"))
        .collect()
}

fn dependencies() -> &'static BTreeSet<String> {
    static ALL: std::sync::LazyLock<BTreeSet<String>> = std::sync::LazyLock::new(|| {
        named_in(&["dependencies", "build-dependencies", "dev-dependencies"])
    });
    &ALL
}

/// What the Unix law says; the other laws say something else.
const UNIX_SAID: &str = "only unix.rs may be about Unix";

#[track_caller]
fn none(mut found: Vec<String>, kept: impl Fn(&str) -> bool) {
    found.retain(|breach| kept(breach));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn no_source_imports_what_its_layer_may_not() {
    none(breaches(&sources()), |breach| !breach.contains(UNIX_SAID));
}

#[test]
fn what_holds_on_unix_only_stands_in_files_of_that_name() {
    none(breaches(&sources()), |breach| breach.contains(UNIX_SAID));
}

#[test]
fn every_dependency_of_the_program_has_its_layers() {
    let rows: Vec<&str> = CRATES.iter().map(|(name, _)| *name).collect();
    for name in named_in(&["dependencies"]) {
        assert!(rows.contains(&name.as_str()), "{name} has no row in CRATES");
    }
    assert!(rows.is_sorted(), "the rows are in order of the alphabet");
}

#[test]
fn no_source_is_longer_than_one_can_hold_in_mind() {
    let long: Vec<String> = sources()
        .iter()
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("src/{file}: {lines} lines, {LONGEST} at most"))
        .collect();
    assert!(long.is_empty(), "\n{}\n", long.join("\n"));
}
