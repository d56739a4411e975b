//! The laws themselves on trial: every way around them that we know is caught, and nothing else.

use super::{Sources, breaches};

/// Sources that break a law: file, text, and what must be said.
const BAD: &[(&str, &str, &str)] = &[
    ("ui/x.rs", "use crate::store::disk::Disk;", "ui may not import store"),
    (
        "ui/x.rs",
        "use crate::{\n model::text::{Lang, Text},\n store::{disk::{self, Disk}},\n};",
        "ui may not import store",
    ),
    ("store/profile/x.rs", "use super::super::super::ui::theme::Theme;", "store may not import ui"),
    (
        "store/profile/x.rs",
        "mod inner { use super::super::super::super::ui; }",
        "store may not import ui",
    ),
    ("store/profile.rs", "fn f() { super::super::ui::frame::fit() }", "store may not import ui"),
    ("model/x.rs", "use crate::ui::theme as colours;", "model may not import ui"),
    (
        "model/x.rs",
        "fn f() -> Vec<crate::store::disk::Kind> { vec![] }",
        "model may not import store",
    ),
    (
        "model/x.rs",
        "fn f() { assert!(matches!(x, crate::report::Format::Csv)) }",
        "model may not import report",
    ),
    ("model/x.rs", "fn f() { Vec::<crate::app::App>::new(); }", "model may not import app"),
    ("model/x.rs", "use crate::r#store::disk;", "model may not import store"),
    ("report/x.rs", "pub use crate::store::paths::Name;", "report may not import store"),
    ("ui/x.rs", "use crate as house; fn f() { house::store::disk::f() }", "the whole crate"),
    ("ui/x.rs", "use crate::{self as house};", "the whole crate"),
    ("ui.rs", "use super::*;", "the whole crate"),
    ("ui/x.rs", "extern crate self as house;", "the whole crate"),
    ("ui/x.rs", "use crate::Everything;", "Everything is no layer"),
    ("cli.rs", "use crate::model::text::Lang;", "cli may not import model"),
    ("main.rs", "use pandu::{cli::Cli, store::paths::Name};", "main may not import store"),
    ("main.rs", "fn main() { pandu::model::key::is_key(\"\") }", "main may not import model"),
    ("lib.rs", "pub mod store;\npub use store::paths::Name;", "lib may not import store"),
    ("util.rs", "use crate::model::text::Lang;", "util is no layer"),
    (
        "ui/x.rs",
        "#[cfg(test)]\nmod tests { use crate::store::disk::Disk; }",
        "ui may not import store",
    ),
    ("model/x.rs", "use tempfile::TempDir;", "model may not use tempfile"),
    ("model/x.rs", "fn f() { tempfile::tempdir(); }", "model may not use tempfile"),
    ("model/x.rs", "fn f() { ::tempfile::tempdir(); }", "model may not use tempfile"),
    (
        "model/x.rs",
        "#[cfg(not(test))]\nmod x { use tempfile::TempDir; }",
        "model may not use tempfile",
    ),
    ("model/x.rs", "#[derive(clap::Parser)]\nstruct X;", "model may not use clap"),
    ("report/x.rs", "use ratatui::text::Line;", "report may not use ratatui"),
    ("store/x.rs", "use {std::path::Path, ratatui::text::Line};", "store may not use ratatui"),
    ("ui/x.rs", "extern crate crossterm as term;", "hides crossterm"),
    ("ui/x.rs", "use crossterm::event;", "ui may not use crossterm"),
    ("ui/x.rs", "use ratatui::crossterm::event;", "ui may not use crossterm"),
    ("ui/x.rs", "use ratatui::{backend::{Backend, CrosstermBackend}};", "ui may not use crossterm"),
    ("ui/x.rs", "use ratatui as r; fn f() { r::crossterm::event::read(); }", "hides ratatui"),
    ("ui/x.rs", "use directories::ProjectDirs;", "ui may not use directories"),
    ("model/x.rs", "use proptest::prelude::*;", "no row in CRATES"),
    ("model/x.rs", "use std::{fmt, fs::File};", "model may not use std::fs"),
    ("model/x.rs", "fn f() { std::time::Instant::now(); }", "model may not use std::time::Instant"),
    ("ui/x.rs", "use std::{thread, time::Duration};", "ui may not use std::thread"),
    ("app/x.rs", "use std::net::TcpStream;", "app may not use std::net"),
    ("store/x.rs", "fn f() { use std::os::unix::fs::OpenOptionsExt; }", "only unix.rs"),
    ("app.rs", "use signal_hook::consts::SIGTERM;", "only unix.rs"),
    ("app/unix.rs", "use crate::cli::Cli;", "app may not import cli"),
    ("ui/unix.rs", "use rustix::termios;", "ui may not use rustix"),
    ("model/x.rs", "#[path = \"../store/disk.rs\"]\nmod disk;", "from elsewhere"),
    ("app.rs", "#[path = \"store/disk.rs\"]\nmod disk;", "from elsewhere"),
    ("app.rs", "#[path = \"app/../../tests/disk.rs\"]\nmod disk;", "from elsewhere"),
    ("app.rs", "#[cfg_attr(unix, path = r#\"store/disk.rs\"#)]\nmod disk;", "from elsewhere"),
    ("model/x.rs", "include!(\"../store/disk.rs\");", "from elsewhere"),
    (
        "model/x.rs",
        "const A: char = '\"'; use crate::store::disk; const B: &str = \"\";",
        "may not import store",
    ),
    (
        "model/x.rs",
        "const A: &str = r#\"\"\"#; use crate::store::disk; const B: &str = \"\";",
        "may not import store",
    ),
    ("model/x.rs", "fn f<'a>(x: &'a str) { crate::store::f(x) } // '", "may not import store"),
];

/// Sources that keep all laws.
const GOOD: &[(&str, &str)] = &[
    (
        "ui/screens/x.rs",
        "use super::{home::Home, super::theme::Theme};\nuse crate::{model::text::{Lang, Text}, ui::cx::Cx};",
    ),
    ("store/disk/x.rs", "use super::super::super::model::text::Lang;"),
    (
        "store/x.rs",
        "//! Not [`crate::ui`].\n/* use crate::ui; /* nested */ use crate::ui; */\nconst A: &str = \"use crate::ui;\\\" crate::ui::x\";",
    ),
    (
        "store/x.rs",
        "const A: &str = r##\"\"# crate::ui::x\"##; const B: char = '\\''; const C: &[u8] = b\"crate::ui::x\";",
    ),
    ("store/x.rs", "mod ui {}\nuse self::ui::Inner;\nfn f() { ui::draw(); other::ui::draw() }"),
    ("store/x.rs", "mod a { pub mod b { use super::super::super::disk::Disk; } }"),
    (
        "model/x.rs",
        "#[cfg(test)]\nmod tests { use super::*; use proptest::prelude::*; fn f() { std::fs::read(x); } }",
    ),
    ("store/unix.rs", "use std::os::unix::fs::OpenOptionsExt;\nuse rustix::fs::OFlags;"),
    ("store/x.rs", "#[cfg(all(test, unix))]\nmod tests { use std::os::unix::fs::symlink; }"),
    ("app/x.rs", "use crossterm::event::{self, Event}; use ratatui::backend::CrosstermBackend;"),
    (
        "main.rs",
        "use clap::Parser;\nuse pandu::{app::{self, settings::Answer}, cli::Cli};\nmod inner { use crate::run; }",
    ),
    ("app.rs", "#[cfg(unix)]\n#[path = \"app/unix.rs\"]\nmod system;"),
    (
        "store/x.rs",
        "#[error(\"{}\", path.display())]\nstruct X;\n#[serde(rename = \"path\")]\nstruct Y;",
    ),
    ("lib.rs", "pub mod app;\npub mod store;"),
    ("model/x.rs", "fn f<T>() -> impl Sized + use<T> { <T as Into<X>>::into; Vec::<u8>::new() }"),
];

fn one(file: &str, text: &str) -> Vec<String> {
    breaches(&Sources::from([(file.to_owned(), text.to_owned())]))
}

#[test]
fn each_way_around_the_layers_is_caught() {
    for (file, text, said) in BAD {
        let found = one(file, text);
        assert!(found.iter().any(|breach| breach.contains(said)), "{file}: {text}\n{found:#?}");
    }
}

#[test]
fn what_keeps_the_laws_is_left_alone() {
    for (file, text) in GOOD {
        assert_eq!(one(file, text), [""; 0], "{file}: {text}");
    }
}

#[test]
fn a_file_that_is_for_tests_only_may_use_what_tests_may() {
    let text = "use proptest::prelude::*; fn f() { std::fs::read(x); }";
    let sources = |declared: &str| {
        [("model/x.rs", declared), ("model/x/laws.rs", text), ("model/x/laws/more.rs", text)]
            .map(|(file, text)| (file.to_owned(), text.to_owned()))
            .into()
    };
    assert_eq!(breaches(&sources("#[cfg(test)]\npub(crate) mod laws;")), [""; 0]);
    assert_eq!(breaches(&sources("mod laws;")).len(), 4);
    assert_eq!(breaches(&sources("#[cfg(test)]\nconst X: u8 = 1;\nmod laws;")).len(), 4);
}

#[test]
fn a_breach_is_told_with_its_line() {
    let found =
        one("ui/x.rs", "//! X.\n\nuse crate::{\n    model::text::Lang,\n    store::disk,\n};");
    assert_eq!(found, ["src/ui/x.rs:5: ui may not import store (crate::store::disk)"]);
}
