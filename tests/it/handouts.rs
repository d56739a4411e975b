//! `pandu course handout` and `pandu check --report` on the built-in course, as a facilitator and an
//! organiser use them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use pandu::{
    model::{
        course::{Course, Item, Kind, teaching::FORMS},
        document::{Document, text::PORTRAIT},
        handout::{Handout, survey},
        markdown::{Block, plain},
        text::Lang,
    },
    report,
    store::course::{Source, load},
};
use unicode_width::UnicodeWidthStr;

fn course() -> Course {
    load(&Source::BuiltIn).unwrap_or_else(|refused| panic!("{:#?}", refused.faults)).course
}

/// Exit code, standard output, standard error.
pub fn pandu(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pandu"));
    for name in ["PANDU_LANG", "PANDU_COURSE", "PANDU_HOME", "PANDU_NOW"] {
        command.env_remove(name);
    }
    let output = command.current_dir(folder).env("LC_ALL", "C.UTF-8").args(arguments).output();
    let output = output.expect("pandu starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

fn all_text(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        block.each_text(&mut |spans| {
            text.push_str(&plain(spans));
            text.push('\n');
        });
    }
    text
}

/// The blocks of a form that belong to one of its questions: from its number to the next.
fn question(document: &Document, number: usize) -> &[Block] {
    let begins = |block: &Block, number: usize| match block {
        Block::Paragraph(spans) => plain(spans).starts_with(&format!("{number}. ")),
        _ => false,
    };
    let at = |number| document.blocks.iter().position(|block| begins(block, number));
    let from = at(number).unwrap();
    &document.blocks[from..at(number + 1).unwrap_or(document.blocks.len())]
}

/// The letters of a question with what they say.
fn letters(blocks: &[Block]) -> Vec<(String, String)> {
    let rows = blocks.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let pair = |row: &Vec<Vec<_>>| (plain(&row[0]), plain(&row[1]));
    rows.unwrap().iter().map(pair).collect()
}

#[test]
fn a_form_asks_each_of_its_items_once_and_gives_no_reason_away() {
    let course = course();
    for lang in Lang::ALL {
        for form in FORMS {
            let document = Handout::Test(form).document(&course, lang);
            let text = all_text(&document);
            let items: Vec<&Item> = course.test(form).collect();
            assert_eq!(items.len(), 15);
            for (number, item) in (1..).zip(items) {
                let prompt = item.prompt.get(lang);
                assert_eq!(text.matches(prompt.as_str()).count(), 1, "{}", item.key);
                let asked = question(&document, number);
                assert!(
                    matches!(&asked[0], Block::Paragraph(spans) if plain(spans).ends_with(prompt.as_str()))
                );
                for option in &item.options {
                    assert!(!text.contains(option.why.get(lang).as_str()), "{}", item.key);
                }
            }
        }
    }
}

#[test]
fn the_letters_of_a_key_lead_to_the_right_options_of_its_form() {
    let course = course();
    for lang in Lang::ALL {
        for form in FORMS {
            let (test, key) = (Handout::Test(form), Handout::Key(form));
            let (test, key) = (test.document(&course, lang), key.document(&course, lang));
            let headings: Vec<String> = key
                .blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Heading(spans) => Some(plain(spans)),
                    _ => None,
                })
                .collect();
            assert_eq!(headings.len(), 15);
            for ((number, item), heading) in (1..).zip(course.test(form)).zip(headings) {
                let answer = heading.strip_prefix(&format!("{number}. ")).unwrap();
                let says = letters(question(&test, number));
                let (verdict, chosen) = match item.kind {
                    Kind::Truth => {
                        let (verdict, reason) = answer.split_once(", ").unwrap();
                        (Some(verdict), reason)
                    }
                    _ => (None, answer),
                };
                let meant: BTreeSet<&str> = chosen
                    .split(", ")
                    .map(|letter| &*says.iter().find(|(known, _)| known == letter).unwrap().1)
                    .collect();
                let right: BTreeSet<&str> = item
                    .options
                    .iter()
                    .filter(|option| option.right)
                    .map(|option| option.text.get(lang).as_str())
                    .collect();
                assert_eq!(meant, right, "{}", item.key);
                if let Some(verdict) = verdict {
                    let is_true = verdict == lang.pick("Benar", "True");
                    assert_eq!(is_true, item.verdict, "{}", item.key);
                }
            }
        }
    }
}

#[test]
fn polls_are_twenty_at_least_and_name_their_keys() {
    let course = course();
    let polls = Handout::Polls.document(&course, Lang::Id);
    let keys = all_text(&polls).lines().filter(|line| line.starts_with("Kunci: ")).count();
    assert_eq!(keys, course.items().filter(|item| item.is_poll()).count());
    assert!(keys >= 20);
}

#[test]
fn a_poll_has_the_letters_of_the_screen_on_paper() {
    let course = course();
    let polls = Handout::Polls.document(&course, Lang::Id);
    for (number, item) in (1..).zip(course.items().filter(|item| item.is_poll())) {
        let says = letters(question(&polls, number));
        let shown = ('A'..).zip(&item.options);
        let shown: Vec<(String, String)> =
            shown.map(|(letter, option)| (letter.to_string(), option.text.id.clone())).collect();
        assert_eq!(says, shown, "{}", item.key);
    }
}

#[test]
fn each_agenda_teaches_its_pages_once_and_says_when() {
    let course = course();
    for schedule in &course.schedules {
        let document = Handout::Agenda(Some(schedule)).document(&course, Lang::Id);
        let text = report::text::write(&document, PORTRAIT);
        let sessions =
            course.agenda.iter().filter(|known| known.schedule.as_ref() == Some(&schedule.key));
        let mut taught = BTreeSet::new();
        for session in sessions.filter(|session| session.module.is_some()) {
            let (_, module) = course.module(session.module.as_ref().unwrap()).unwrap();
            for page in &module.pages {
                if session.pages.is_empty() || session.pages.contains(&page.key) {
                    assert!(taught.insert(&page.key), "{} twice in {}", page.key, schedule.key);
                }
            }
        }
        if schedule.key == "dua-hari" {
            assert_eq!(taught.len(), course.pages().count(), "two days teach everything");
        }
        let said = all_text(&document);
        for key in taught {
            let (.., page) = course.page(key).unwrap();
            assert!(said.contains(page.title(Lang::Id)), "{key}");
        }
        assert!(text.contains("Istirahat, salat, makan siang") && text.contains("Post-test"));
    }
    assert_eq!(course.schedules.iter().map(|schedule| schedule.jp).collect::<Vec<_>>(), [15, 8]);
}

#[test]
fn every_activity_has_a_sheet_that_is_there_and_every_sheet_an_activity() {
    let course = course();
    let used: BTreeSet<&str> =
        course.activities.iter().filter_map(|activity| activity.sheet.as_deref()).collect();
    for module in &course.modules {
        let there = course
            .activities
            .iter()
            .filter(|activity| module.pages.iter().any(|page| page.key == activity.page));
        assert!(there.count() >= 3, "{}", module.key);
    }
    assert!(course.sheets.len() >= 12);
    for key in &used {
        assert!(course.sheet(key).is_some());
    }
    let text = all_text(&Handout::Activities.document(&course, Lang::En));
    for activity in &course.activities {
        let (.., page) = course.page(&activity.page).unwrap();
        assert!(activity.minutes <= page.minutes, "{} is longer than its page", activity.key);
        assert!(text.contains(activity.title.en.as_str()));
    }
}

#[test]
fn every_handout_fits_on_a_sheet_of_paper_in_both_languages() {
    let course = course();
    let mut names = BTreeSet::new();
    for lang in Lang::ALL {
        for handout in Handout::all(&course) {
            let document = handout.document(&course, lang);
            assert!(document.title.starts_with(&handout.title(lang)), "{}", document.title);
            assert!(!document.blocks.is_empty(), "{}", document.title);
            for line in report::text::write(&document, PORTRAIT).lines() {
                assert!(line.width() <= PORTRAIT, "{}: {line}", document.title);
            }
            assert!(names.insert((lang.code(), handout.file_name(lang))), "{}", document.title);
        }
    }
}

#[test]
fn the_command_prints_one_all_of_a_sort_or_everything_into_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (code, one, _) = pandu(folder.path(), &["course", "handout", "tes", "a"]);
    assert!(code == 0 && one.starts_with("Tes: bentuk A\n") && !one.contains("bentuk B"));
    let (_, both, _) = pandu(folder.path(), &["course", "handout", "test", "--lang", "en"]);
    assert!(both.starts_with("Test: form A\n") && both.contains("\nTest: form B\n"));
    let (_, same, _) = pandu(folder.path(), &["kursus", "handout", "tes", "A"]);
    assert_eq!(same, one);
    let (code, said, _) =
        pandu(folder.path(), &["course", "handout", "kunci", "b", "-o", "kunci.md"]);
    assert_eq!((code, said.as_str()), (0, "Ditulis ke kunci.md.\n"));
    assert!(fs::read_to_string(folder.path().join("kunci.md")).unwrap().starts_with("# Kunci tes"));
    let (code, said, _) = pandu(folder.path(), &["course", "handout", "semua", "-o", "cetak"]);
    let count = fs::read_dir(folder.path().join("cetak")).unwrap().count();
    assert_eq!((code, said), (0, format!("{count} berkas ditulis ke cetak.\n")));
    assert_eq!(count, Handout::all(&course()).len());
    assert!(folder.path().join("cetak/agenda-dua-hari.md").is_file());
}

#[test]
fn the_command_says_what_there_is_when_it_cannot() {
    let folder = tempfile::tempdir().unwrap();
    let cases: [(&[&str], i32, &str); 6] = [
        (&["tes", "c"], 1, "Tidak ada yang bernama c. Yang ada: a, b.\n"),
        (&["sumber", "x"], 1, "Jenis ini hanya satu; jangan sebutkan namanya.\n"),
        (&["semua"], 2, "Sebutkan folder baru atau kosong dengan -o.\n"),
        (
            &["tes", "a", "-o", "tes.docx"],
            2,
            "Akhiran ini belum dikenal. Pakai .txt, .md, atau .html.\n",
        ),
        (&["tes", "a", "-o", "tidak/ada.md"], 1, "foldernya tidak ditemukan"),
        (&["poster"], 2, "poster"),
    ];
    for (arguments, expected, words) in cases {
        let all: Vec<&str> = ["course", "handout"].iter().chain(arguments).copied().collect();
        let (code, out, said) = pandu(folder.path(), &all);
        assert_eq!((code, out.as_str()), (expected, ""), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
    fs::create_dir(folder.path().join("ada")).unwrap();
    let (code, _, said) = pandu(folder.path(), &["course", "handout", "all", "-o", "."]);
    assert!(code == 1 && said.contains("sudah berisi"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_report_counts_what_the_course_holds_and_leaves_no_page_out() {
    let course = course();
    for lang in Lang::ALL {
        let text = all_text(&survey(&course, lang));
        for page in course.pages() {
            assert!(text.lines().any(|line| line == page.title(lang)), "{}", page.key);
        }
        for topic in &course.topics {
            assert!(text.contains(topic.title.get(lang).as_str()));
        }
        let situations = course.items().filter(|item| item.situation).count();
        assert!(text.contains(&format!("{situations} (")));
    }
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = pandu(folder.path(), &["check", "--strict", "--report"]);
    assert!(code == 0 && out.contains("Situasi kerja") && out.contains("Faktor → soal"));
    assert!(!out.contains("(tambahan)"), "every page belongs to a part of what was ordered");
}

#[test]
fn what_was_edited_by_hand_is_replaced_only_when_forced() {
    let folder = tempfile::tempdir().unwrap();
    let run = |more: &[&str]| {
        let all = [&["course", "handout", "agenda", "dua-hari", "-o", "agenda.md"], more].concat();
        pandu(folder.path(), &all)
    };
    assert_eq!(run(&[]).0, 0);
    let file = folder.path().join("agenda.md");
    #[expect(clippy::disallowed_methods, reason = "a person edits a file")]
    fs::write(&file, "suntingan saya").unwrap();
    let (code, _, said) = run(&[]);
    assert!(
        code == 1 && said.contains("agenda.md sudah ada") && said.contains("--force"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "suntingan saya");
    assert_eq!(run(&["--force"]).0, 0);
    assert!(fs::read_to_string(&file).unwrap().starts_with("# Agenda"));
}
