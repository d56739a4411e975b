//! `pandu plan`: the follow-up plan on paper. Reads the profile and changes nothing in it.

pub mod import;

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use crate::{
    app::settings::{Answer, Failure, Settings},
    model::{
        course::Course,
        document::text::PORTRAIT,
        plan::{Plan, document::name_of, latest},
        profile::Profile,
        safe_text::safe_line,
        text::{Lang, Text},
    },
    report::{
        Format,
        paper::{self, Paper},
    },
    store::{disk::RealDisk, out, profile::look},
};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Name of the form; by the file's ending, or text, when left out.
    pub format: Option<String>,
    /// The file to write; printed when left out.
    pub output: Option<PathBuf>,
    /// A plain file that exists is replaced.
    pub is_forced: bool,
    /// The plan's ID; the one edited last when left out.
    pub plan: Option<String>,
    /// An empty plan, to be filled in by hand.
    pub is_blank: bool,
    /// Columns of plain text; those of a sheet of A4 when left out.
    pub width: Option<usize>,
}

/// Prints a plan, or writes it into a file and says where.
///
/// # Errors
/// There is no plan, or not this one; the profile cannot be read; the form cannot be had; the file
/// exists or cannot be written.
pub fn plan(settings: &Settings, args: &Asked) -> Answer {
    let read = look::profile(&RealDisk, &settings.layout()?, &settings.name()?);
    let profile = match read {
        Ok(profile) => profile,
        // An empty sheet needs nobody's profile.
        Err(_) if args.is_blank => None,
        Err(trouble) => return Err(trouble.say(settings.lang()).into()),
    };
    let spoken = profile.as_ref().map(|profile| profile.settings.lang);
    let lang = settings.asked_lang().or(spoken).unwrap_or_default();
    let plans = profile.as_ref().map_or([].as_slice(), |profile: &Profile| &profile.plans);
    let plan = if args.is_blank { None } else { Some(chosen(plans, args.plan.as_deref(), lang)?) };
    let format = format(args, lang)?;
    // These need nothing of the course, so they come out even where that does not open.
    let course = match format {
        Format::Json | Format::Ics => Course::default(),
        _ if args.is_blank => Course::default(),
        _ => settings.load_course()?,
    };
    let diagnoses = profile.as_ref().map_or([].as_slice(), |profile| &profile.diagnoses);
    let width = args.width.unwrap_or(PORTRAIT);
    let paper = Paper { plan, course: &course, diagnoses, width, lang };
    let bytes = paper::write(paper, format).map_err(|refused| match refused {
        paper::Refused::NotEmpty => Failure::usage(refused.say(lang)),
        other => other.say(lang).into(),
    })?;
    let Some(file) = &args.output else { return printed(bytes, format, lang) };
    put(file, &bytes, args.is_forced, lang)?;
    if args.is_blank {
        return Ok(said_empty(file, lang));
    }
    let with = profile.as_ref().map_or("", |profile| told_with(format, profile, lang));
    Ok(said(file, lang) + with)
}

/// Prose and JSON are lines that a command prints; all else goes out byte by byte, and what a
/// terminal cannot show does not go there.
pub(super) fn printed(bytes: Vec<u8>, format: Format, lang: Lang) -> Answer {
    if format.is_prose() || format == Format::Json {
        // The writers of these write text.
        return Ok(String::from_utf8(bytes).unwrap_or_default());
    }
    let mut out = io::stdout();
    if format.is_binary() && out.is_terminal() {
        return Err(Failure::usage(NO_TEXT.say(lang).to_owned()));
    }
    match out.write_all(&bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(match lang {
            Lang::Id => format!("Keluaran tidak dapat ditulis: {error}."),
            Lang::En => format!("The output cannot be written: {error}."),
        }
        .into()),
        _ => Ok(String::new()),
    }
}

const NO_TEXT: Text = Text::new(
    "Bentuk ini bukan teks untuk terminal. Tulis ke berkas, misalnya dengan -o rtl.docx.",
    "This form is no text for a terminal. Write it into a file, for instance with -o plan.docx.",
);

/// Writes a file of a person's own; one that exists is replaced only when forced.
///
/// # Errors
/// It exists, or the disk refuses.
pub(super) fn put(file: &Path, bytes: &[u8], is_forced: bool, lang: Lang) -> Result<(), Failure> {
    if !is_forced && out::is_there(&RealDisk, file) {
        return Err(there(file, lang).into());
    }
    Ok(out::write(&RealDisk, file, bytes).map_err(|fault| {
        let other = lang.pick("Pilih tempat lain dengan -o.", "Choose another place with -o.");
        format!("{} {other}", fault.say(lang))
    })?)
}

fn there(file: &Path, lang: Lang) -> String {
    let place = safe_line(&file.to_string_lossy()).into_owned();
    match lang {
        Lang::Id => format!(
            "{place} sudah ada. Pilih nama lain, atau tambahkan --force untuk menggantinya."
        ),
        Lang::En => {
            format!("{place} exists already. Choose another name, or add --force to replace it.")
        }
    }
}

fn said_empty(file: &Path, lang: Lang) -> String {
    let place = safe_line(&file.to_string_lossy()).into_owned();
    match lang {
        Lang::Id => format!("Formulir kosong ditulis ke {place}."),
        Lang::En => format!("An empty form was written to {place}."),
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

/// What else is in the file, where a person might not expect it; nothing to say otherwise.
pub fn told_with(format: Format, profile: &Profile, lang: Lang) -> &'static str {
    let is_with_diagnosis = format == Format::Xlsx && !profile.diagnoses.is_empty();
    if !is_with_diagnosis {
        return "";
    }
    lang.pick(
        " Buku kerja ini juga memuat diagnosis kantor Anda; hapus lembarnya bila tidak untuk dibagikan.",
        " This workbook also holds the diagnosis of your office; delete its sheets if they are not to be shared.",
    )
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
            Lang::Id => format!(
                "Akhiran .{ending} belum dikenal. Pakai .docx, .xlsx, .csv, .html, .ics, .txt, .md, atau .json."
            ),
            Lang::En => format!(
                "The ending .{ending} is not known. Use .docx, .xlsx, .csv, .html, .ics, .txt, .md or .json."
            ),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::diagnosis::Diagnosis;

    #[test]
    fn a_workbook_alone_says_that_it_holds_the_diagnosis_too() {
        let mut profile = Profile::new("f00d".to_owned());
        assert_eq!(told_with(Format::Xlsx, &profile, Lang::Id), "");
        let begun = "2026-11-24T09:00:00+07:00".parse().unwrap();
        profile.diagnoses.push(Diagnosis::new("1".to_owned(), "c", begun));
        assert!(told_with(Format::Xlsx, &profile, Lang::Id).contains("diagnosis kantor Anda"));
        assert!(told_with(Format::Xlsx, &profile, Lang::En).contains("diagnosis of your office"));
        assert_eq!(told_with(Format::Docx, &profile, Lang::Id), "");
    }
}
