//! The command line in one language: its definition holds both, with a point between them.

use clap::{Arg, Command};

/// What stands between Indonesian and English.
const BETWEEN: &str = " · ";

/// The same command with texts in one language, down to its last subcommand.
pub(super) fn speak(command: Command, is_english: bool) -> Command {
    let about = command.get_about().map(|about| half(&about.to_string(), is_english));
    let spoken = command.mut_args(|argument| argument_in(argument, is_english));
    let spoken = spoken.mut_subcommands(|sub| speak(sub, is_english));
    match about {
        Some(about) => spoken.about(about),
        None => spoken,
    }
}

fn argument_in(argument: Arg, is_english: bool) -> Arg {
    match argument.get_help().map(|help| half(&help.to_string(), is_english)) {
        Some(help) => argument.help(help),
        None => argument,
    }
}

/// One of the two languages of a text, beginning with a capital letter.
fn half(text: &str, is_english: bool) -> String {
    let (indonesian, english) = text.split_once(BETWEEN).unwrap_or((text, text));
    let half = if is_english { english } else { indonesian };
    let mut letters = half.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    /// Each text of a command and of all below it.
    fn texts(command: &Command, found: &mut Vec<String>) {
        let named = command.get_name() != "pandu" || command.get_about().is_some();
        found.extend(command.get_about().map(ToString::to_string).filter(|_| named));
        let of_arguments = command.get_arguments().filter_map(Arg::get_help);
        found.extend(of_arguments.map(ToString::to_string));
        for sub in command.get_subcommands() {
            texts(sub, found);
        }
    }

    #[test]
    fn every_text_is_said_in_both_languages_and_comes_out_in_one() {
        let mut both = Vec::new();
        texts(&Cli::command(), &mut both);
        assert!(both.len() > 20, "{both:?}");
        for text in &both {
            assert_eq!(text.matches(BETWEEN).count(), 1, "{text}");
        }
        for is_english in [false, true] {
            let mut one = Vec::new();
            texts(&speak(Cli::command(), is_english), &mut one);
            assert_eq!(one.len(), both.len());
            for (one, both) in one.iter().zip(&both) {
                assert!(!one.contains('·') && both.to_lowercase().contains(&one.to_lowercase()));
            }
        }
    }
}
