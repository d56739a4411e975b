//! `pandu plan` on real files: what it prints, what it leaves alone, what it says when it cannot.
#![allow(clippy::unwrap_used, reason = "helpers of a test: a failure is what they are for")]

mod bring;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Output,
    sync::Arc,
};

use assert_cmd::Command;
use pandu::{
    model::{
        moment::Moment,
        plan::{Plan, Row, Status},
        text::Lang,
    },
    store::{
        disk::RealDisk,
        paths::{Layout, Name},
        profile::{self, Opened},
    },
};

fn moment(day: u8) -> Moment {
    format!("2026-11-{day:02}T09:12:31+07:00").parse().unwrap()
}

fn plan(id: &str, title: &str, day: u8) -> Plan {
    let mut plan = Plan::new(id.to_owned(), moment(day));
    title.clone_into(&mut plan.head.sop.title);
    let mut row = Row::new("1".to_owned());
    row.action = format!("Mengukur waktu {title}");
    row.factor = Some("monev".to_owned());
    row.start = "2026-12-01".parse().ok();
    row.status = Status::Started;
    plan.rows.push(row);
    let part = serde_json::json!({"challenge": "sdm", "differs": "x", "change": "y"});
    plan.adaptation.push(serde_json::from_value(part).unwrap());
    plan
}

fn open(data: &Path) -> Opened {
    let layout = Layout::new(data.to_owned());
    profile::open(Arc::new(RealDisk), &layout, &Name::default(), "ab".to_owned()).unwrap()
}

fn data_with(plans: Vec<Plan>, lang: Lang) -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    let mut opened = open(data.path());
    opened.profile.plans = plans;
    opened.profile.settings.lang = lang;
    opened.profile.rev += 1;
    opened.keeper.save(&opened.profile).unwrap();
    data
}

fn two_plans() -> tempfile::TempDir {
    data_with(vec![plan("aa", "Izin Praktik", 20), plan("bb", "Akta Lahir", 5)], Lang::Id)
}

fn run(data: &Path, args: &[&str]) -> Output {
    let mut command = Command::cargo_bin("pandu").unwrap();
    for name in ["PANDU_LANG", "PANDU_COURSE", "PANDU_HOME", "PANDU_NOW"] {
        command.env_remove(name);
    }
    command.current_dir(data).arg("plan").arg("--data").arg(data).args(args).output().unwrap()
}

fn printed(output: &Output) -> String {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && stderr.is_empty(), "{stderr}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Puts a file there as another program would.
fn put(path: &Path, text: &str) {
    fs::File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

/// Everything below a folder with its bytes and times.
fn everything(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>, std::time::SystemTime)> {
    let mut all = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything(&path));
        }
        let modified = path.metadata().unwrap().modified().unwrap();
        all.push((path.clone(), fs::read(&path).ok(), modified));
    }
    all.sort();
    all
}

#[test]
fn the_plan_edited_last_is_printed_in_the_language_of_the_profile_or_the_one_asked_for() {
    let data = two_plans();
    let text = printed(&run(data.path(), &[]));
    assert!(text.starts_with("Rencana tindak lanjut · Izin Praktik\n====="), "{text}");
    for words in [
        "Mengukur waktu Izin Praktik",
        "Monitoring dan evaluasi rutin",
        "mulai 1 Des 2026",
        "berjalan",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    let text = printed(&run(data.path(), &["--lang", "en", "--plan", "bb"]));
    for words in ["Follow-up plan · Akta Lahir", "Routine monitoring", "from 1 Dec 2026", "started"]
    {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    let english = data_with(vec![plan("aa", "X", 1)], Lang::En);
    assert!(printed(&run(english.path(), &[])).starts_with("Follow-up plan"));
}

#[test]
fn json_is_the_plan_as_the_profile_keeps_it() {
    let data = two_plans();
    let json = printed(&run(data.path(), &["--format", "json"]));
    assert_eq!(serde_json::from_str::<Plan>(&json).unwrap(), plan("aa", "Izin Praktik", 20));
}

#[test]
fn the_alias_is_the_same_command() {
    let data = two_plans();
    let mut command = Command::cargo_bin("pandu").unwrap();
    let output = command.arg("rtl").arg("--data").arg(data.path()).output().unwrap();
    assert_eq!(printed(&output), printed(&run(data.path(), &[])));
}

#[test]
fn reading_changes_nothing_and_works_beside_a_window_that_holds_the_profile() {
    let data = two_plans();
    let before = everything(data.path());
    let alone = printed(&run(data.path(), &[]));
    assert_eq!(everything(data.path()), before);
    let held = open(data.path());
    let before = everything(data.path());
    assert_eq!(printed(&run(data.path(), &[])), alone);
    assert_eq!(everything(data.path()), before);
    drop(held);
}

#[test]
fn without_a_plan_it_says_how_to_make_one_and_makes_no_folder() {
    let data = tempfile::tempdir().unwrap();
    let said = refused(&run(data.path(), &[]));
    assert!(said.contains("Belum ada rencana") && said.contains("tekan r"), "{said}");
    assert_eq!(everything(data.path()), []);
    let empty = data_with(vec![], Lang::En);
    let said = refused(&run(empty.path(), &[]));
    assert!(said.contains("no follow-up plan yet") && said.contains("press r"), "{said}");
}

#[test]
fn an_unknown_id_is_answered_with_those_that_exist() {
    let data = two_plans();
    let said = refused(&run(data.path(), &["--plan", "cc"]));
    for words in ["cc", "aa  Izin Praktik", "bb  Akta Lahir"] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_file_is_written_in_the_form_that_its_ending_asks_for() {
    let data = two_plans();
    for (name, format, begin) in [
        ("rtl.md", None, "# Rencana"),
        ("rtl.JSON", None, "{\n"),
        ("rtl.txt", None, "Rencana tindak lanjut · "),
        ("rtl", None, "Rencana tindak lanjut · "),
        ("lain.txt", Some("md"), "# Rencana"),
        ("rtl.html", None, "<!DOCTYPE html>"),
        ("rtl.HTM", None, "<!DOCTYPE html>"),
        ("rtl.csv", None, "\u{feff}\"No.\";"),
        ("rtl.ics", None, "BEGIN:VCALENDAR\r\n"),
    ] {
        let mut args = vec!["-o", name];
        args.extend(format.map(|_| "--format"));
        args.extend(format);
        let said = printed(&run(data.path(), &args));
        assert_eq!(said, format!("Rencana ditulis ke {name}.\n"));
        let text = fs::read_to_string(data.path().join(name)).unwrap();
        assert!(text.starts_with(begin) && text.ends_with('\n'), "{name}: {text}");
    }
    let entries = fs::read_dir(data.path()).unwrap().map(|entry| entry.unwrap().path());
    let left = entries.filter(|path| path.extension().is_some_and(|ending| ending == "tmp"));
    assert_eq!(left.count(), 0);
}

#[test]
fn nothing_but_a_plain_file_is_replaced() {
    let data = two_plans();
    let folder = data.path().join("folder.md");
    fs::create_dir(&folder).unwrap();
    let said = refused(&run(data.path(), &["-o", "folder.md"]));
    assert!(said.contains("folder.md") && said.contains("bukan berkas biasa"), "{said}");
    assert!(folder.is_dir());
    let said = refused(&run(data.path(), &["-o", "tidak/ada.md", "--lang", "en"]));
    assert!(said.contains("its folder is not there") && said.contains("-o"), "{said}");
    assert!(!data.path().join("tidak").exists());
    #[cfg(unix)]
    {
        let target = data.path().join("asli.md");
        put(&target, "asli");
        std::os::unix::fs::symlink(&target, data.path().join("tautan.md")).unwrap();
        let said = refused(&run(data.path(), &["-o", "tautan.md"]));
        assert!(said.contains("tautan.md"), "{said}");
        assert_eq!(fs::read_to_string(&target).unwrap(), "asli");
    }
}

#[test]
fn an_ending_that_stands_for_no_form_is_told_and_nothing_written() {
    let data = two_plans();
    let file = data.path().join("rencana.pdf");
    for lang in ["id", "en"] {
        let output = run(data.path(), &["-o", "rencana.pdf", "--lang", lang]);
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        for ending in ["pdf", "docx", "xlsx", "csv", "html", "ics", "txt", "md", "json"] {
            assert!(said.contains(&format!(".{ending}")), "{said}");
        }
    }
    assert!(!file.exists());
    run(data.path(), &["-o", "rencana.pdf", "--format", "text"]);
    assert!(file.exists(), "the form was named");
}

#[test]
fn a_file_that_exists_is_replaced_only_when_that_is_asked_for() {
    let data = two_plans();
    let file = data.path().join("rtl.docx");
    put(&file, "milik orang lain");
    for (lang, words) in [("id", "sudah ada"), ("en", "exists already")] {
        let said = refused(&run(data.path(), &["-o", "rtl.docx", "--lang", lang]));
        assert!(said.contains(words) && said.contains("--force"), "{said}");
        assert_eq!(fs::read(&file).unwrap(), b"milik orang lain");
    }
    printed(&run(data.path(), &["-o", "rtl.docx", "--force"]));
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
    // There is nothing to force where nothing is written.
    assert_eq!(run(data.path(), &["--force"]).status.code(), Some(2));
    let folder = data.path().join("folder.docx");
    fs::create_dir(&folder).unwrap();
    refused(&run(data.path(), &["-o", "folder.docx", "--force"]));
    assert!(folder.is_dir());
}

#[test]
fn what_goes_into_a_pipe_is_what_goes_into_a_file() {
    let data = two_plans();
    for format in ["docx", "xlsx", "csv", "html", "ics", "json"] {
        let name = format!("rtl.{format}");
        printed(&run(data.path(), &["-o", &name]));
        let piped = run(data.path(), &["--format", format]);
        assert!(piped.status.success() && piped.stderr.is_empty());
        assert!(piped.stdout == fs::read(data.path().join(&name)).unwrap(), "{format}");
    }
}

#[test]
fn an_empty_form_needs_no_plan_and_not_even_a_profile() {
    let nobody = tempfile::tempdir().unwrap();
    for format in ["docx", "xlsx", "csv", "html", "md", "text"] {
        let output = run(nobody.path(), &["--blank", "--format", format]);
        assert!(output.status.success() && output.stdout.len() > 300, "{format}");
    }
    assert_eq!(everything(nobody.path()), []);
    let text = printed(&run(nobody.path(), &["--blank", "--lang", "en"]));
    assert!(text.starts_with("Follow-up plan\n") && text.contains("90 days"), "{text}");
    for format in ["json", "ics"] {
        let output = run(nobody.path(), &["--blank", "--format", format]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("Formulir kosong"));
    }
    assert_eq!(run(nobody.path(), &["--blank", "--plan", "aa"]).status.code(), Some(2));
    let said = printed(&run(nobody.path(), &["--blank", "-o", "kosong.docx"]));
    assert_eq!(said, "Formulir kosong ditulis ke kosong.docx.\n");
    let data = two_plans();
    let text = printed(&run(data.path(), &["--blank"]));
    assert!(!text.contains("Izin Praktik") && text.contains("NIP ...."), "{text}");
}

#[test]
fn a_plan_without_dates_is_no_calendar_and_says_what_to_do() {
    let mut dateless = plan("aa", "X", 1);
    dateless.rows[0].start = None;
    let data = data_with(vec![dateless], Lang::En);
    let said = refused(&run(data.path(), &["-o", "rtl.ics"]));
    assert!(said.contains("no dates") && said.contains("start or finish"), "{said}");
    assert!(!data.path().join("rtl.ics").exists());
}

#[test]
fn a_damaged_profile_is_told_and_left_alone() {
    let data = two_plans();
    let file = data.path().join("profiles/utama/profile.json");
    let text = fs::read_to_string(&file).unwrap();
    put(&file, text.get(..text.len() / 2).unwrap());
    let before = everything(data.path());
    let said = refused(&run(data.path(), &[]));
    assert!(said.contains("profile.json") && said.contains("Buka pandu"), "{said}");
    assert_eq!(everything(data.path()), before);
    fs::remove_file(&file).unwrap();
    let folder = data.path().join("profiles/utama");
    put(&folder.join("profile.1.json"), &text);
    assert!(refused(&run(data.path(), &[])).contains("hilang"));
}

#[test]
fn a_width_is_kept_and_one_that_no_paper_has_is_refused() {
    let data = two_plans();
    for width in ["40", "76", "116"] {
        let text = printed(&run(data.path(), &["--width", width]));
        let longest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= width.parse().unwrap(), "{width}: {longest}");
        assert!(text.contains("NIP ...") && text.contains("Yang berbeda"), "{text}");
    }
    for width in ["39", "201", "lebar"] {
        assert_eq!(run(data.path(), &["--width", width]).status.code(), Some(2), "{width}");
    }
}

/// Runs the app without a terminal, at home in the data folder.
#[cfg(unix)]
fn screen(data: &Path, keys: &str) -> String {
    let mut command = Command::cargo_bin("pandu").unwrap();
    command.env("HOME", data).env_remove("XDG_CONFIG_HOME").env("LC_ALL", "C.UTF-8");
    command.args(["--now", "2026-11-24T09:00:00+07:00", "--print", "--keys", keys, "--data"]);
    String::from_utf8(command.arg(data).output().unwrap().stdout).unwrap()
}

#[test]
#[cfg(unix)]
fn a_screen_writes_the_same_paper_and_replaces_nothing_unasked() {
    let data = two_plans();
    // The name that is offered is that of a Word document.
    let offered = data.path().join("RTL-izin-praktik-2026-11-24.docx");
    let said = screen(data.path(), "r v w enter");
    assert!(said.contains("Rencana ditulis ke"), "{said}");
    assert!(fs::read(&offered).unwrap().starts_with(b"PK"));
    for ending in ["docx", "xlsx", "csv", "html", "ics", "json", "md", "txt"] {
        let name = format!("layar.{ending}");
        let typed = data.path().join(&name);
        screen(data.path(), &format!("r v w ctrl+u text:{} enter", typed.display()));
        let same = format!("perintah.{ending}");
        printed(&run(data.path(), &["-o", &same]));
        assert!(fs::read(typed).unwrap() == fs::read(data.path().join(same)).unwrap(), "{ending}");
    }
    let paper = fs::read(&offered).unwrap();
    put(&offered, "milik orang lain");
    let asked = screen(data.path(), "r v w enter");
    assert!(asked.contains("sudah ada"), "{asked}");
    assert_eq!(fs::read_to_string(&offered).unwrap(), "milik orang lain");
    let back = screen(data.path(), "r v w enter enter");
    assert!(back.contains("Rencana selengkapnya"), "{back}");
    screen(data.path(), "r v w enter down enter");
    assert!(fs::read(&offered).unwrap() == paper);
    let bare = data.path().join("tanpa-akhiran");
    let told = screen(data.path(), &format!("r v w ctrl+u text:{} enter", bare.display()));
    assert!(bare.with_extension("docx").is_file() && !bare.exists(), "{told}");
    let unknown = screen(data.path(), "r v w ctrl+u text:rtl.pdf enter");
    assert!(unknown.contains(".pdf belum dikenal"), "{unknown}");
    let nowhere = screen(data.path(), "r v w ctrl+u text:/tidak/ada/rtl.txt enter");
    assert!(nowhere.contains("tidak dapat ditulis"), "{nowhere}");
}
