//! The manual page and the completions for shells, made from the same definition that reads the
//! command line.

use clap::{Arg, Command, CommandFactory};
use clap_complete::{Shell, generate};
use roff::{Inline, Roff, bold, italic, roman};

use super::{Cli, tongue};

/// What the program is called on the command line.
const NAME: &str = "pandu";

/// A script that lets this shell complete pandu's command line, its remarks in one language.
pub fn completions(shell: Shell, is_english: bool) -> String {
    let mut script = Vec::new();
    generate(shell, &mut tongue::speak(Cli::command(), is_english), NAME, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page in roff, in one language.
pub fn manual(is_english: bool) -> String {
    let mut command = tongue::speak(Cli::command(), is_english);
    command.build();
    let page = Page { is_english };
    let mut out = Roff::new();
    let version = format!("{NAME} {}", command.get_version().unwrap_or_default());
    out.control("TH", ["PANDU", "1", " ", &version, page.pick("Panduan pandu", "pandu manual")]);
    page.section(&mut out, "NAMA", "NAME");
    out.text([roman(format!("{NAME} - {}", about(&command)))]);
    page.section(&mut out, "RINGKASAN", "SYNOPSIS");
    out.text([
        bold(NAME),
        roman(" ["),
        italic(page.pick("pilihan", "options")),
        roman("] ["),
        italic(page.pick("perintah", "command")),
        roman("]"),
    ]);
    page.section(&mut out, "URAIAN", "DESCRIPTION");
    out.text([roman(page.pick(
        "Tanpa perintah, pandu membuka modul, soal, dan rencana tindak lanjut di terminal. Tombol ? di setiap layar menunjukkan semua tombolnya; Ctrl-C menyimpan dan keluar. Semuanya tersimpan di mesin ini saja.",
        "Without a command pandu opens the modules, the questions and the follow-up plan in the terminal. The key ? shows the keys of any screen; Ctrl-C saves and quits. Everything is kept on this machine only.",
    ))]);
    page.section(&mut out, "PILIHAN", "OPTIONS");
    for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
        page.argument(&mut out, argument);
    }
    page.section(&mut out, "PERINTAH", "COMMANDS");
    page.commands(&mut out, &command, NAME);
    page.close(&mut out);
    out.render()
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// The manual page in one language.
struct Page {
    is_english: bool,
}

impl Page {
    const fn pick<'a>(&self, indonesian: &'a str, english: &'a str) -> &'a str {
        if self.is_english { english } else { indonesian }
    }

    fn section(&self, out: &mut Roff, indonesian: &str, english: &str) {
        out.control("SH", [self.pick(indonesian, english)]);
    }

    /// Each command that does something, with what it takes.
    fn commands(&self, out: &mut Roff, command: &Command, path: &str) {
        for sub in command.get_subcommands() {
            let path = format!("{path} {}", sub.get_name());
            if sub.has_subcommands() {
                self.commands(out, sub, &path);
                continue;
            }
            let own = || sub.get_arguments().filter(|argument| !argument.is_global_set());
            let mut heading = vec![bold(path)];
            for argument in own().filter(|argument| argument.is_positional()) {
                let name = value(argument);
                let name = if argument.is_required_set() { name } else { format!("[{name}]") };
                heading.extend([roman(" "), italic(name)]);
            }
            out.control("TP", []);
            out.text(heading);
            let alias = sub.get_all_aliases().next();
            let also = self.pick("Juga", "Also");
            let alias = alias.map(|alias| format!(" {also}: {NAME} {alias}."));
            out.text([roman(format!("{}.{}", about(sub), alias.unwrap_or_default()))]);
            if own().next().is_some() {
                out.control("RS", []);
                for argument in own() {
                    self.argument(out, argument);
                }
                out.control("RE", []);
            }
        }
    }

    fn argument(&self, out: &mut Roff, argument: &Arg) {
        let mut heading: Vec<Inline> = Vec::new();
        if let Some(short) = argument.get_short() {
            heading.extend([bold(format!("-{short}")), roman(", ")]);
        }
        match argument.get_long() {
            Some(long) => heading.push(bold(format!("--{long}"))),
            None => heading.push(italic(value(argument))),
        }
        if argument.get_long().is_some() && argument.get_action().takes_values() {
            heading.extend([roman(" "), italic(value(argument))]);
        }
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let mut text = vec![roman(format!("{help}."))];
        let values: Vec<String> = if argument.get_action().takes_values() {
            let values = argument.get_possible_values();
            values.iter().map(|value| value.get_name().to_owned()).collect()
        } else {
            Vec::new()
        };
        if !values.is_empty() {
            let words = self.pick("Nilai", "Values");
            text.push(roman(format!(" {words}: {}.", values.join(", "))));
        }
        if let Some(variable) = argument.get_env().and_then(|variable| variable.to_str()) {
            let words = self.pick("Dari lingkungan", "From the environment");
            text.extend([roman(format!(" {words}: ")), bold(variable), roman(".")]);
        }
        out.control("TP", []);
        out.text(heading);
        out.text(text);
    }

    /// What belongs to all commands.
    fn close(&self, out: &mut Roff) {
        self.section(out, "LINGKUNGAN", "ENVIRONMENT");
        for (name, words) in [
            ("NO_COLOR", self.pick("Tanpa warna.", "No colours.")),
            (
                "LC_ALL, LC_CTYPE, LANG",
                self.pick(
                    "Bila bukan UTF-8, hanya karakter ASCII yang dipakai.",
                    "Where they name no UTF-8, plain characters are used.",
                ),
            ),
        ] {
            out.control("TP", []);
            out.text([bold(name)]);
            out.text([roman(words)]);
        }
        self.section(out, "KODE KELUAR", "EXIT STATUS");
        for (code, words) in [
            ("0", self.pick("Semua baik.", "All is well.")),
            (
                "1",
                self.pick(
                    "Ada yang salah; sebabnya dikatakan.",
                    "Something was wrong; it is said what.",
                ),
            ),
            ("2", self.pick("Baris perintah tidak dipahami.", "The command line makes no sense.")),
            (
                "128+n",
                self.pick(
                    "Diakhiri sinyal n, sesudah menyimpan.",
                    "Ended by signal n, after saving.",
                ),
            ),
        ] {
            out.control("TP", []);
            out.text([bold(code)]);
            out.text([roman(words)]);
        }
        self.section(out, "CONTOH", "EXAMPLES");
        for line in [
            "pandu",
            "pandu plan -o rtl.docx",
            "pandu plan --blank -o formulir.docx",
            "pandu profile backup /media/stik",
            "pandu --course kursus-kami check kursus-kami",
        ] {
            out.control("PP", []);
            out.text([bold(line)]);
        }
    }
}

/// What an argument's value is called.
fn value(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    names.first().map_or_else(|| argument.get_id().as_str().to_uppercase(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn every_command_and_option_stands_in_the_manual_in_one_language() {
        for is_english in [false, true] {
            let page = manual(is_english).replace("\\-", "-");
            for word in ["pandu check", "pandu profile backup", "--course", "PANDU_HOME", "128+n"] {
                assert!(page.contains(word), "{word}");
            }
            assert!(!page.contains('·'), "two languages at once");
            assert_eq!(page.contains(".SH NAME"), is_english);
            assert_eq!(page.contains(".SH NAMA"), !is_english);
        }
    }

    #[test]
    fn each_shell_gets_a_script_that_knows_the_commands() {
        for shell in Shell::value_variants() {
            for is_english in [false, true] {
                let script = completions(*shell, is_english);
                for word in ["backup", "--strict", "--course"] {
                    let word = word.trim_start_matches('-');
                    assert!(script.contains(word), "{shell}: {word}");
                }
                assert!(!script.contains('·'), "{shell}");
            }
        }
    }
}
