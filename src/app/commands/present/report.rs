//! `pandu present --report`: what a run was like, in totals. Reads the records of runs and the course;
//! no profile is opened. What is beside the report goes to standard error, so that a file or a pipe
//! holds the report alone.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    app::{
        commands::{handout, plan},
        settings::{Answer, Failure, Settings},
    },
    model::{
        course::Course,
        dates::date,
        document::text::PORTRAIT,
        run::{
            Run,
            document::{document, other_course},
        },
        safe_text::safe_line,
        text::{Lang, Text},
    },
    report::{self, Format},
    store::{
        disk::RealDisk,
        runs::{self, RunFile, Runs},
    },
};

/// Most names of files in one sentence.
const MOST_NAMES: usize = 5;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Name of the run, or of its file; the newest run when left out.
    pub run: Option<String>,
    /// Name of the form; by the file's ending, or text, when left out.
    pub format: Option<String>,
    /// The file to write; printed when left out.
    pub output: Option<PathBuf>,
    /// A plain file that exists is replaced.
    pub is_forced: bool,
}

/// Prints the report of a run, or writes it into a file and says where.
///
/// # Errors
/// There is no run, or none of this name; the folder of runs cannot be read; the course does not open;
/// the file exists or cannot be written.
pub fn report(settings: &Settings, asked: &Asked) -> Answer {
    let lang = settings.lang();
    let format = format(asked, lang)?;
    let runs =
        runs::list(&RealDisk, &settings.layout()?).map_err(|refusal| unread(&refusal, lang))?;
    let file = chosen(&runs, asked.run.as_deref(), lang)?;
    let course = settings.load_course()?;
    let bytes = written(&file.run, &course, format, lang).into_bytes();
    let asides = asides(&runs, file, &course, format, lang);
    let Some(to) = &asked.output else {
        tell(&asides, settings);
        return plan::printed(bytes, format, lang);
    };
    plan::put(to, &bytes, asked.is_forced, lang)?;
    tell(&asides, settings);
    Ok(handout::said(to, lang))
}

fn written(run: &Run, course: &Course, format: Format, lang: Lang) -> String {
    match format {
        Format::Csv => report::run::csv(run, course, lang),
        format => report::documents(&[document(run, course, lang)], format, PORTRAIT, lang),
    }
}

/// Said beside the report. There may be nobody to hear it.
fn tell(asides: &[String], settings: &Settings) {
    for aside in asides {
        if let Ok(aside) = settings.plainly(Ok(aside.clone()), false) {
            let _ = writeln!(io::stderr(), "{aside}");
        }
    }
}

/// The form that is named, else the one that the file's ending asks for.
fn format(asked: &Asked, lang: Lang) -> Result<Format, Failure> {
    if let Some(named) = asked.format.as_deref().and_then(Format::from_name) {
        return Ok(named);
    }
    let Some(ending) = asked.output.as_deref().and_then(Path::extension) else {
        return Ok(Format::Text);
    };
    Format::from_ending(&ending.to_string_lossy())
        .filter(|format| matches!(format, Format::Text | Format::Markdown | Format::Csv))
        .ok_or_else(|| Failure::usage(ENDINGS.say(lang).to_owned()))
}

const ENDINGS: Text = Text::new(
    "Akhiran ini belum dikenal. Pakai .txt, .md, atau .csv, atau sebutkan --format.",
    "This ending is not known. Use .txt, .md or .csv, or name the --format.",
);

fn unread(refusal: &crate::store::cause::Refusal, lang: Lang) -> String {
    let why = refusal.say(lang);
    match lang {
        Lang::Id => format!("Catatan pelaksanaan tidak dapat dibaca: {why}"),
        Lang::En => format!("The records of runs cannot be read: {why}"),
    }
}

/// The run that is meant: the newest of its name, the one whose file is called so, or the newest of
/// all.
fn chosen<'a>(runs: &'a Runs, name: Option<&str>, lang: Lang) -> Result<&'a RunFile, String> {
    let Some(newest) = runs.last() else { return Err(none(runs, lang)) };
    let Some(name) = name else { return Ok(newest) };
    let by_file = || runs.runs.iter().find(|file| file.stem() == name);
    runs.newest(name).or_else(by_file).ok_or_else(|| unknown(runs, name, lang))
}

fn none(runs: &Runs, lang: Lang) -> String {
    let nothing = lang.pick(
        "Belum ada catatan pelaksanaan di folder data ini.",
        "There is no record of a run in this data folder yet.",
    );
    match refused(runs, lang) {
        None => nothing.to_owned(),
        Some(refused) => refused,
    }
}

/// The runs that exist, one a line.
fn unknown(runs: &Runs, name: &str, lang: Lang) -> String {
    let name = safe_line(name);
    let first = match lang {
        Lang::Id => format!("Tidak ada pelaksanaan bernama {name}. Yang ada:"),
        Lang::En => format!("There is no run called {name}. Available:"),
    };
    let line = |file: &RunFile| {
        let day = file.run.date().map_or_else(String::new, |day| format!(", {}", date(day, lang)));
        let rehearsal = lang.pick(" (gladi)", " (rehearsal)");
        let rehearsal = if file.run.rehearsal { rehearsal } else { "" };
        let file_name = file.stem();
        format!("  {}{day}{rehearsal}: {}", safe_line(&file.run.name), safe_line(&file_name))
    };
    let lines = std::iter::once(first).chain(runs.runs.iter().map(line)).chain(refused(runs, lang));
    lines.collect::<Vec<_>>().join("\n")
}

/// What a reader of the report should know and does not stand in it.
fn asides(runs: &Runs, file: &RunFile, course: &Course, format: Format, lang: Lang) -> Vec<String> {
    // A table has no room for sentences.
    let other = other_course(&file.run, course, lang).filter(|_| format == Format::Csv);
    other.into_iter().chain(namesakes(runs, file, lang)).chain(refused(runs, lang)).collect()
}

/// That others have the same name, and how they are asked for.
fn namesakes(runs: &Runs, file: &RunFile, lang: Lang) -> Option<String> {
    let name = &file.run.name;
    let others = runs.runs.iter().filter(|other| other.run.name == *name && *other != file);
    let others = some(others.map(RunFile::stem));
    let (count, name) = (runs.count(name), safe_line(name));
    (count > 1).then(|| match lang {
        Lang::Id => format!(
            "Ada {count} pelaksanaan bernama {name}; ini {}. Yang lain, dengan --run: {others}.",
            safe_line(&file.stem())
        ),
        Lang::En => format!(
            "There are {count} runs called {name}; this is {}. The others, with --run: {others}.",
            safe_line(&file.stem())
        ),
    })
}

/// How many records cannot be read, and why.
fn refused(runs: &Runs, lang: Lang) -> Option<String> {
    let count = runs.refused.len();
    let named = runs.refused.iter().map(|(path, damage)| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        format!("{name} ({})", damage.say(lang))
    });
    let named = some(named);
    match (count, lang) {
        (0, _) => None,
        (_, Lang::Id) => Some(format!("{count} catatan pelaksanaan tidak terbaca: {named}.")),
        (1, Lang::En) => Some(format!("1 record of a run cannot be read: {named}.")),
        (_, Lang::En) => Some(format!("{count} records of runs cannot be read: {named}.")),
    }
}

/// The first few, and a sign where there are more.
fn some(names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<String> =
        names.take(MOST_NAMES + 1).map(|name| safe_line(&name).into_owned()).collect();
    if names.len() > MOST_NAMES {
        names.truncate(MOST_NAMES);
        names.push("…".to_owned());
    }
    names.join(", ")
}
