//! pandu: reads the command line, does what it says, returns an exit code.

use std::{
    hash::{BuildHasher, RandomState},
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::Parser;
use pandu::{
    app::{self, App},
    cli::{Cli, Command, CourseAction},
    model::{moment::Moment, text::Lang},
    store::{
        course::{self, Source},
        disk::RealDisk,
        paths::{Layout, Name, data_dir},
        profile::open,
    },
};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang.as_deref().and_then(Lang::from_code);
    let words = lang.unwrap_or_default();
    let source = |dir: Option<PathBuf>| dir.map_or(Source::BuiltIn, Source::Folder);
    let result = match cli.command {
        Some(Command::Check { dir, strict }) => check(&source(dir.or(cli.course)), strict, words),
        Some(Command::Course { action: CourseAction::Export { dir } }) => {
            course::export(&dir).map(|_| String::new()).map_err(|fault| fault.say(words))
        }
        None => start(&source(cli.course), lang, cli.ascii, cli.data.as_deref(), &cli.profile),
    };
    let (text, code) = match result {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(text) => (text, ExitCode::FAILURE),
    };
    // A closed pipe is no fault of ours.
    if !text.is_empty() {
        let _ = if code == ExitCode::SUCCESS {
            writeln!(io::stdout(), "{}", text.trim_end())
        } else {
            writeln!(io::stderr(), "{}", text.trim_end())
        };
    }
    code
}

fn check(source: &Source, is_strict: bool, lang: Lang) -> Result<String, String> {
    let loaded =
        course::load(source).map_err(|bad| course::render(&bad.faults, &bad.files, lang, false))?;
    let advice = course::render(&loaded.advice, &loaded.files, lang, false);
    if is_strict && !loaded.advice.is_empty() {
        return Err(advice);
    }
    let modules = loaded.course.modules.len();
    let pages: usize = loaded.course.modules.iter().map(|module| module.pages.len()).sum();
    let items: usize = loaded.course.modules.iter().map(|module| module.items.len()).sum();
    Ok(match lang {
        Lang::Id => {
            format!("{advice}{modules} modul, {pages} halaman, {items} soal: dapat dibuka.")
        }
        Lang::En => format!("{advice}{modules} modules, {pages} pages, {items} items: it opens."),
    })
}

fn start(
    source: &Source,
    lang: Option<Lang>,
    is_ascii: bool,
    data: Option<&Path>,
    profile: &str,
) -> Result<String, String> {
    let words = lang.unwrap_or_default();
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(words
            .pick(
                "pandu memerlukan terminal. Jalankan langsung di jendela terminal, tanpa pipa.",
                "pandu needs a terminal. Start it in a terminal window, without pipes.",
            )
            .to_owned());
    }
    let loaded = course::load(source)
        .map_err(|bad| course::render(&bad.faults, &bad.files, words, false))?;
    let seed = RandomState::new().hash_one("seed");
    let id = format!("{seed:016x}{:016x}", RandomState::new().hash_one("id"));
    let data = data_dir(data).map_err(|fault| fault.say(words))?;
    let name = Name::new(profile).map_err(|fault| fault.say(words))?;
    let opened = open(Arc::new(RealDisk), &Layout::new(data), &name, id)
        .map_err(|fault| fault.say(words))?;
    let mut app = App::new(loaded.course, opened, now(), seed);
    if let Some(lang) = lang {
        app.speak(lang);
    }
    if is_ascii {
        let theme = app.cx().theme.ascii();
        app.cx().theme = theme;
    }
    app::run(app, now).map_err(|error| error.to_string())?;
    Ok(String::new())
}

#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
fn now() -> Moment {
    Moment::of(&jiff::ZonedDateTime::now())
}
