//! `pandu present --report`: runs that were kept as a show keeps them, and the report read back.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{fs, path::Path, process::Command as Process, sync::Arc};

use jiff::SignedDuration;
use pandu::{
    app::settings::Settings,
    model::{
        course::{Course, Item, Kind},
        live::{Command, Live, apply},
        moment::Moment,
        run::{Run, record},
    },
    store::{
        disk::RealDisk,
        paths::{Layout, Name},
        runs::RunKeeper,
    },
};

fn course() -> Course {
    Settings::default().load_course().expect("the built-in course opens")
}

fn poll(course: &Course) -> &Item {
    course.items().find(|item| item.is_poll() && item.kind == Kind::Single).unwrap()
}

/// A run of 12 and a half minutes on the first page, with a poll that was voted on twice.
fn keep(data: &Path, name: &str, begin: &str, is_rehearsal: bool) {
    let course = course();
    let begin: Moment = begin.parse().unwrap();
    let later = begin.later(SignedDuration::from_secs(750));
    let item = poll(&course);
    let right = item.options.iter().position(|option| option.right).unwrap();
    let counts = |vote: usize, hits: u32| {
        let mut counts = vec![2; item.options.len()];
        counts[right] = hits;
        Command::Counts { item: item.key.clone(), vote, counts }
    };
    let state = Live { rehearsal: is_rehearsal, ..Live::new(name, &course) };
    let seen = apply(&state, &Command::Begin, &course, begin);
    let again = Command::VoteAgain { item: item.key.clone() };
    let commands = [Command::Ask(item.key.clone()), counts(1, 2), again, counts(2, 14)];
    let after = commands
        .into_iter()
        .fold(seen.clone(), |state, command| apply(&state, &command, &course, later));
    let run = record(&Run::new(name, &course, is_rehearsal), &seen, &after, later);
    let layout = Layout::new(data.to_owned());
    let name = Name::new(name).unwrap();
    let mut keeper = RunKeeper::open(Arc::new(RealDisk), &layout, &name, None).unwrap();
    keeper.save(&run, later).unwrap();
}

/// Exit code, standard output, standard error.
fn report(data: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Process::new(env!("CARGO_BIN_EXE_pandu"));
    for name in ["PANDU_LANG", "PANDU_COURSE", "PANDU_HOME", "PANDU_NOW"] {
        command.env_remove(name);
    }
    let output = command
        .current_dir(data)
        .env("LC_ALL", "C.UTF-8")
        .args(["present", "--report", "--data", "."])
        .args(arguments)
        .output()
        .expect("pandu starts");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

/// The cells of the row of a Markdown table in which this stands.
fn row<'a>(markdown: &'a str, with: &str) -> Vec<&'a str> {
    let row = markdown.lines().find(|line| line.starts_with('|') && line.contains(with)).unwrap();
    row.trim_matches('|').split('|').map(str::trim).collect()
}

/// The records of a table, read by rules of its own: quoted fields, `;`, CRLF.
fn records(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let (mut records, mut fields, mut field) = (vec![], vec![], String::new());
    let (mut is_inside, mut letters) = (false, table.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_inside && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => is_inside = !is_inside,
            ';' if !is_inside => fields.push(std::mem::take(&mut field)),
            '\r' if !is_inside => {
                assert_eq!(letters.next(), Some('\n'));
                fields.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut fields));
            }
            inside => {
                assert!(is_inside, "{inside:?} stands outside of quotes");
                field.push(inside);
            }
        }
    }
    assert!(!is_inside && fields.is_empty() && field.is_empty());
    records
}

#[test]
fn a_run_that_was_kept_is_read_back_from_its_report_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), "kelas-a", "2026-11-24T09:00:00+07:00", false);
    let course = course();
    let page = course.modules[0].pages[0].title(pandu::model::text::Lang::Id);
    let planned = course.modules[0].pages[0].minutes;

    let (code, text, said) = report(folder.path(), &[]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(text.starts_with("Laporan pelaksanaan: kelas-a\n===") && text.contains("12,5"));

    let (_, markdown, _) = report(folder.path(), &["--format", "md", "--run", "kelas-a"]);
    let cells = row(&markdown, page);
    let over = format!("+{},5", 12 - planned);
    assert_eq!(cells[2..], [planned.to_string().as_str(), "12,5", &over]);
    let right = poll(&course).options.iter().find(|option| option.right).unwrap();
    assert_eq!(row(&markdown, &right.text.id)[..], ["✓", right.text.id.as_str(), "2", "14"]);
    assert!(markdown.contains("gain"), "{markdown}");

    let (_, table, _) = report(folder.path(), &["--format", "csv", "--lang", "en"]);
    let records = records(&table);
    assert!(records.iter().all(|record| record.len() == records[0].len()));
    let of = |kind: &str, key: &str| {
        records.iter().filter(|it| it[0] == kind && it[2] == key).cloned().collect::<Vec<_>>()
    };
    assert_eq!(of("page", &course.modules[0].pages[0].key)[0][5], "12.5");
    let options = of("option", &poll(&course).key);
    let right = options.iter().find(|option| option[9] == "yes").unwrap();
    assert_eq!((right[7].as_str(), right[8].as_str()), ("2", "14"));
    // 2 of 8 were right, then 14 of 20.
    assert_eq!(of("poll", &poll(&course).key)[0][10], "0.60");
}

#[test]
fn a_report_names_no_path_and_no_person() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), "kelas-a", "2026-11-24T09:00:00+07:00", false);
    let profile = folder.path().join("profiles/utama");
    fs::create_dir_all(&profile).unwrap();
    fs::write(profile.join("profile.json"), "{\"person\":{\"name\":\"Siti Rahayu\"}}").unwrap();
    for format in ["text", "md", "csv"] {
        let (code, out, said) = report(folder.path(), &["--format", format]);
        assert_eq!(code, 0);
        let all = out + &said;
        let place = folder.path().to_string_lossy().into_owned();
        for word in ["Siti", "utama", "runs/", ".json", "profile", place.as_str()] {
            assert!(!all.contains(word), "{word} in {all}");
        }
    }
}

#[test]
fn without_a_run_or_with_none_of_the_name_it_says_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, said) = report(folder.path(), &[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(said.starts_with("Belum ada catatan pelaksanaan"), "{said}");
    keep(folder.path(), "kelas-a", "2026-11-23T09:00:00+07:00", false);
    keep(folder.path(), "gladi", "2026-11-20T09:00:00+07:00", true);
    let (code, out, said) = report(folder.path(), &["--run", "kelas-b"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert_eq!(
        said,
        "Tidak ada pelaksanaan bernama kelas-b. Yang ada:\n  \
         kelas-a, 23 November 2026: 2026-11-23-kelas-a\n  \
         gladi, 20 November 2026 (gladi): 2026-11-20-gladi\n"
    );
    let (_, out, _) = report(folder.path(), &["--run", "gladi", "--lang", "en"]);
    assert!(out.starts_with("Report of the run: gladi (rehearsal)\n"), "{out}");
}

#[test]
fn of_runs_of_one_name_the_newest_is_told_and_the_others_can_be_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), "kelas", "2026-11-20T09:00:00+07:00", false);
    keep(folder.path(), "kelas", "2026-11-24T09:00:00+07:00", false);
    keep(folder.path(), "lama", "2026-10-24T09:00:00+07:00", false);
    let (code, out, said) = report(folder.path(), &[]);
    assert!(code == 0 && out.contains("24 November 2026") && !out.contains("20 November"));
    assert!(said.contains("Ada 2 pelaksanaan bernama kelas") && said.contains("2026-11-20-kelas"));
    let (_, out, _) = report(folder.path(), &["--run", "2026-11-20-kelas"]);
    assert!(out.contains("20 November 2026") && !out.contains("24 November"), "{out}");
}

#[test]
fn records_that_cannot_be_read_are_counted_and_stop_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let runs = folder.path().join("runs");
    fs::create_dir_all(&runs).unwrap();
    fs::write(runs.join("2026-12-01-rusak.json"), "{").unwrap();
    let newer = "{\"format\":\"pandu-run\",\"schema\":99}";
    fs::write(runs.join("2026-12-02-baru\u{1b}[31m.json"), newer).unwrap();
    fs::write(runs.join("2026-12-03-lain.json"), "[]").unwrap();
    let (code, out, said) = report(folder.path(), &[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(said.starts_with("3 catatan pelaksanaan tidak terbaca: "), "{said}");
    keep(folder.path(), "kelas", "2026-11-24T09:00:00+07:00", false);
    let (code, out, said) = report(folder.path(), &["--lang", "en"]);
    assert!(code == 0 && out.starts_with("Report of the run: kelas\n"));
    assert!(said.starts_with("3 records of runs cannot be read: "), "{said}");
    for why in ["(damaged)", "(of a newer pandu)", "(not a record of pandu)"] {
        assert!(said.contains(why), "{said}");
    }
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn a_run_of_another_course_is_told_apart_and_told_as_far_as_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), "kelas", "2026-11-24T09:00:00+07:00", false);
    let file = folder.path().join("runs/2026-11-24-kelas.json");
    let text = fs::read_to_string(&file).unwrap();
    let course = course();
    let (id, page) =
        (format!("{}@{}", course.key, course.version), &course.modules[0].pages[0].key);
    let text =
        text.replace(&id, "kursus-lain@9").replace(&format!("\"{page}\""), "\"halaman-lain\"");
    fs::write(&file, text).unwrap();
    let (code, markdown, said) = report(folder.path(), &["--format", "md"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(markdown.contains("Yang disajikan adalah bahan kursus-lain\\@9"), "{markdown}");
    assert_eq!(row(&markdown, "halaman-lain")[3], "12,5");
    let (_, table, said) = report(folder.path(), &["--format", "csv"]);
    let records = records(&table);
    assert!(records.iter().any(|it| it[2] == "halaman-lain" && it[5] == "12,5"));
    assert!(said.contains("kursus-lain@9"), "a table has no room for sentences: {said}");
}

#[test]
fn a_report_is_written_once_and_replaced_only_when_forced() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), "kelas", "2026-11-24T09:00:00+07:00", false);
    let (code, out, _) = report(folder.path(), &["-o", "laporan.csv"]);
    assert_eq!((code, out.as_str()), (0, "Ditulis ke laporan.csv.\n"));
    let file = folder.path().join("laporan.csv");
    assert!(records(&fs::read_to_string(&file).unwrap()).len() > 100);
    fs::write(&file, "milik orang lain").unwrap();
    let (code, _, said) = report(folder.path(), &["-o", "laporan.csv"]);
    assert!(code == 1 && said.contains("laporan.csv sudah ada"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "milik orang lain");
    let (code, ..) = report(folder.path(), &["-o", "laporan.csv", "--force", "--format", "md"]);
    assert!(code == 0 && fs::read_to_string(&file).unwrap().starts_with("# Laporan"));
    let (code, _, said) = report(folder.path(), &["-o", "laporan.docx"]);
    assert!(code == 2 && said.contains(".txt, .md, atau .csv"), "{said}");
}
