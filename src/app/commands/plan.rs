//! `pandu plan`: the follow-up plan on paper. Reads the profile and changes nothing in it.

pub mod import;

use std::path::{Path, PathBuf};

use crate::{
    app::settings::{Answer, Failure, Settings},
    model::{
        course::Course,
        document::text::PORTRAIT,
        plan::{
            Plan,
            document::{name_of, printed},
            latest,
        },
        profile::Profile,
        safe_text::safe_line,
        text::Lang,
    },
    report::{self, Format},
    store::{disk::RealDisk, out, profile::look},
};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Name of the form; by the file's ending, or text, when left out.
    pub format: Option<String>,
    /// The file to write; printed when left out.
    pub output: Option<PathBuf>,
    /// The plan's ID; the one edited last when left out.
    pub plan: Option<String>,
    /// Columns of plain text; those of a sheet of A4 when left out.
    pub width: Option<usize>,
}

/// Prints a plan, or writes it into a file and says where.
///
/// # Errors
/// There is no plan, or not this one; the profile cannot be read; the file cannot be written.
pub fn plan(settings: &Settings, args: &Asked) -> Answer {
    let read = look::profile(&RealDisk, &settings.layout()?, &settings.name()?);
    let profile = read.map_err(|trouble| trouble.say(settings.lang()))?;
    let spoken = profile.as_ref().map(|profile| profile.settings.lang);
    let lang = settings.asked_lang().or(spoken).unwrap_or_default();
    let plans = profile.as_ref().map_or([].as_slice(), |profile: &Profile| &profile.plans);
    let plan = chosen(plans, args.plan.as_deref(), lang)?;
    let format = format(args, lang)?;
    // JSON needs nothing of the course, so it comes out even where that does not open.
    let course = match format {
        Format::Json => Course::default(),
        Format::Markdown | Format::Text => settings.load_course()?,
    };
    let text = written(plan, &course, format, args.width.unwrap_or(PORTRAIT), lang);
    let Some(file) = &args.output else { return Ok(text) };
    out::write(&RealDisk, file, text.as_bytes()).map_err(|fault| {
        let other = lang.pick("Pilih tempat lain dengan -o.", "Choose another place with -o.");
        format!("{} {other}", fault.say(lang))
    })?;
    Ok(said(file, lang))
}

/// The plan in a form; only plain text has a width, in columns.
pub fn written(plan: &Plan, course: &Course, format: Format, width: usize, lang: Lang) -> String {
    match format {
        Format::Json => report::json::plan(plan),
        Format::Markdown => report::markdown::write(&printed(plan, course, lang)),
        Format::Text => report::text::write(&printed(plan, course, lang), width),
    }
}

/// Where it lies now.
pub fn said(file: &Path, lang: Lang) -> String {
    let place = safe_line(&file.to_string_lossy()).into_owned();
    match lang {
        Lang::Id => format!("Rencana ditulis ke {place}."),
        Lang::En => format!("The plan was written to {place}."),
    }
}

/// The form that is named, else the one that the file's ending asks for. Another ending is not
/// guessed at: a letter that opens as nothing helps nobody.
fn format(args: &Asked, lang: Lang) -> Result<Format, Failure> {
    if let Some(named) = args.format.as_deref().and_then(Format::from_name) {
        return Ok(named);
    }
    let Some(file) = &args.output else { return Ok(Format::Text) };
    by_ending(file, lang).map_err(|why| {
        let name = lang.pick("Atau sebutkan --format.", "Or name the --format.");
        Failure::usage(format!("{why} {name}"))
    })
}

/// The form that a file's ending asks for; text where it has none.
///
/// # Errors
/// Why another ending is not guessed at, and which ones are known.
pub fn by_ending(file: &Path, lang: Lang) -> Result<Format, String> {
    let Some(ending) = file.extension() else { return Ok(Format::Text) };
    let ending = ending.to_string_lossy();
    Format::from_ending(&ending).ok_or_else(|| {
        let ending = safe_line(&ending);
        match lang {
            Lang::Id => format!("Akhiran .{ending} belum dikenal. Pakai .txt, .md, atau .json."),
            Lang::En => format!("The ending .{ending} is not known. Use .txt, .md or .json."),
        }
    })
}

fn chosen<'a>(plans: &'a [Plan], id: Option<&str>, lang: Lang) -> Result<&'a Plan, String> {
    let Some(newest) = latest(plans) else {
        return Err(match lang {
            Lang::Id => {
                "Belum ada rencana tindak lanjut. Buka pandu, lalu tekan r di peta modul untuk membuatnya."
            }
            Lang::En => {
                "There is no follow-up plan yet. Open pandu, then press r on the home screen to make one."
            }
        }
        .to_owned());
    };
    let Some(id) = id else { return Ok(newest) };
    plans.iter().find(|plan| plan.id == id).ok_or_else(|| unknown(plans, id, lang))
}

/// The plans that exist, one a line.
fn unknown(plans: &[Plan], id: &str, lang: Lang) -> String {
    let id = safe_line(id);
    let first = match lang {
        Lang::Id => format!("Tidak ada rencana dengan ID {id}. Yang ada:"),
        Lang::En => format!("There is no plan with the ID {id}. Available:"),
    };
    let line = |plan: &Plan| {
        let untitled = || lang.pick("(SOP belum diisi)", "(no SOP named yet)").to_owned();
        format!("  {}  {}", safe_line(&plan.id), name_of(plan).unwrap_or_else(untitled))
    };
    std::iter::once(first).chain(plans.iter().map(line)).collect::<Vec<_>>().join("\n")
}
