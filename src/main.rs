//! pandu: reads the command line, does what it says, returns an exit code.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use pandu::{
    app::{
        self, commands,
        settings::{Answer, Failure, Print, Settings},
        show::{self, Begin},
    },
    cli::{
        Asked, Cli, Command, CourseAction, HandoutArgs, PlanArgs, PresentArgs, ProfileAction,
        RunArgs, manual,
    },
};

fn main() -> ExitCode {
    say(match Cli::read() {
        Ok(cli) => {
            let (settings, command) = settings(cli);
            // A screen that is printed is plain already where that is wanted.
            let is_data = command.as_ref().is_none_or(Command::is_data);
            settings.plainly(run(&settings, command), is_data)
        }
        Err(Asked::Help(text)) => Ok(text),
        Err(Asked::Nonsense(sentence)) => Err(Failure::usage(sentence)),
    })
}

fn run(settings: &Settings, command: Option<Command>) -> Answer {
    app::prepare()?;
    match command {
        None => app::start(settings),
        Some(Command::Keys) => commands::keys::keys(settings),
        Some(Command::Completions { shell }) => {
            Ok(manual::completions(shell, settings.is_english()))
        }
        Some(Command::Man) => Ok(manual::manual(settings.is_english())),
        Some(Command::Check { dir, strict, report }) => commands::check::check(
            settings,
            commands::check::Asked { dir, is_strict: strict, is_report: report },
        ),
        Some(Command::Present(asked)) => present(settings, asked),
        Some(Command::Notes) => show::notes(settings),
        Some(Command::Plan(PlanArgs { import: Some(file), plan, yes, .. })) => {
            commands::plan::import::import(settings, &file, plan.as_deref(), yes)
        }
        Some(Command::Plan(asked)) => plan(settings, asked),
        Some(Command::Course { action: CourseAction::Export { dir } }) => {
            commands::course::export(settings, &dir)
        }
        Some(Command::Course { action: CourseAction::Handout(asked) }) => {
            let HandoutArgs { sort, name, format, output, force, width } = asked;
            let width = width.map(usize::from);
            let is_forced = force;
            let asked = commands::handout::Asked { sort, name, format, output, is_forced, width };
            commands::handout::handout(settings, &asked)
        }
        Some(Command::Profile { action }) => profile(settings, action),
    }
}

fn present(settings: &Settings, asked: PresentArgs) -> Answer {
    let PresentArgs { at, run, rehearse, bell, check, about } = asked;
    if let Some(size) = check {
        return commands::present::check(settings, &size);
    }
    let RunArgs { report, format, output, force } = about;
    if report {
        let asked = commands::present::report::Asked { run, format, output, is_forced: force };
        return commands::present::report::report(settings, &asked);
    }
    let begin = Begin { run, at, is_rehearsal: rehearse, bell };
    show::present(settings, &begin)
}

fn plan(settings: &Settings, asked: PlanArgs) -> Answer {
    let PlanArgs { format, output, force, blank, plan, width, .. } = asked;
    let width = width.map(usize::from);
    let (is_forced, is_blank) = (force, blank);
    let asked = commands::plan::Asked { format, output, is_forced, plan, is_blank, width };
    commands::plan::plan(settings, &asked)
}

fn profile(settings: &Settings, action: ProfileAction) -> Answer {
    match action {
        ProfileAction::Path => commands::profile::path(settings),
        ProfileAction::List => commands::profile::list(settings),
        ProfileAction::Show { format } => commands::profile::show(settings, format == "json"),
        ProfileAction::Backup { file, force } => commands::profile::backup(settings, &file, force),
        ProfileAction::Restore { file } => commands::profile::restore(settings, &file),
        ProfileAction::Erase { yes } => commands::profile::erase(settings, yes),
    }
}

fn settings(cli: Cli) -> (Settings, Option<Command>) {
    let Cli { course, data, profile, lang, now, seed, ascii, print, size, keys, command, .. } = cli;
    let print = print.then_some(Print { size, keys });
    (Settings { course, data, profile, lang, now, seed, ascii, print }, command)
}

fn say(answer: Answer) -> ExitCode {
    let (written, code) = match answer {
        Ok(text) if text.is_empty() => return ExitCode::SUCCESS,
        Ok(text) => (writeln!(io::stdout(), "{}", text.trim_end()), ExitCode::SUCCESS),
        Err(failure) if failure.say.is_empty() => return ExitCode::from(failure.code),
        Err(Failure { say, code }) => {
            (writeln!(io::stderr(), "{}", say.trim_end()), ExitCode::from(code))
        }
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            // There may be nobody left to hear it.
            let _ = writeln!(io::stderr(), "Keluaran tidak dapat ditulis · cannot write: {error}");
            ExitCode::FAILURE
        }
        _ => code,
    }
}
