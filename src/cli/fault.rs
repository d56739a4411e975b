//! What is wrong with a command line, in one sentence of the language asked for.

use std::env;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What to print instead of doing something.
#[derive(Debug)]
pub enum Asked {
    /// Help or version, as asked for.
    Help(String),
    /// One sentence about what makes no sense.
    Nonsense(String),
}

/// Whether English was asked for, as far as a command line that makes no sense can tell.
pub(super) fn is_english() -> bool {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let follows = |pair: &[_]| matches!(pair, [flag, lang] if flag == "--lang" && lang == "en");
    arguments.iter().any(|argument| argument == "--lang=en")
        || arguments.windows(2).any(follows)
        || (!arguments.iter().any(|argument| argument.to_string_lossy().starts_with("--lang"))
            && env::var_os("PANDU_LANG").is_some_and(|lang| lang == "en"))
}

/// The sentence for people.
pub(super) fn say(error: &clap::Error, is_english: bool) -> String {
    let get = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let (id, en) = match error.kind() {
        ErrorKind::UnknownArgument => (
            format!("Pilihan “{argument}” tidak dikenal."),
            format!("The option “{argument}” is not known."),
        ),
        ErrorKind::InvalidSubcommand => {
            let command = get(ContextKind::InvalidSubcommand);
            (
                format!("Perintah “{command}” tidak dikenal."),
                format!("The command “{command}” is not known."),
            )
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let valid = get(ContextKind::ValidSubcommand);
            let valid = if valid.is_empty() { String::new() } else { format!(": {valid}") };
            (
                format!("Perintah ini perlu kata berikutnya{valid}."),
                format!("This command needs one more word{valid}."),
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = list(error.get(ContextKind::InvalidArg));
            (format!("Masih perlu: {missing}."), format!("Still needed: {missing}."))
        }
        ErrorKind::ArgumentConflict => {
            let prior = list(error.get(ContextKind::PriorArg));
            if prior == argument {
                (
                    format!("{argument} cukup disebut satu kali."),
                    format!("{argument} is given only once."),
                )
            } else {
                (
                    format!("{argument} tidak dapat dipakai bersama {prior}."),
                    format!("{argument} cannot be used together with {prior}."),
                )
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = get(ContextKind::InvalidValue);
            let valid = list(error.get(ContextKind::ValidValue));
            match (value.is_empty(), valid.is_empty()) {
                (true, _) => {
                    (format!("{argument} perlu diisi."), format!("{argument} needs a value."))
                }
                (false, true) => (
                    format!("“{value}” tidak cocok untuk {argument}."),
                    format!("“{value}” does not fit {argument}."),
                ),
                (false, false) => (
                    format!("“{value}” tidak cocok untuk {argument}; yang dapat dipakai: {valid}."),
                    format!("“{value}” does not fit {argument}; possible values: {valid}."),
                ),
            }
        }
        ErrorKind::InvalidUtf8 => (
            "Baris perintah memuat huruf yang tidak terbaca.".to_owned(),
            "The command line holds letters that cannot be read.".to_owned(),
        ),
        _ => (
            "Baris perintah ini tidak dipahami.".to_owned(),
            "This command line was not understood.".to_owned(),
        ),
    };
    let meant =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let meant = meant.into_iter().map(|kind| list(error.get(kind))).find(|meant| !meant.is_empty());
    let said = match (is_english, meant) {
        (false, None) => format!("{id} Lihat: pandu --help."),
        (false, Some(meant)) => format!("{id} Maksud Anda {meant}? Lihat: pandu --help."),
        (true, None) => format!("{en} See: pandu --help."),
        (true, Some(meant)) => format!("{en} Did you mean {meant}? See: pandu --help."),
    };
    // What was typed comes back on the terminal: nothing in it may steer that.
    said.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// One or several values, with commas.
fn list(value: Option<&ContextValue>) -> String {
    match value {
        Some(ContextValue::Strings(values)) => values.join(", "),
        Some(ContextValue::String(value)) => value.clone(),
        _ => String::new(),
    }
}
