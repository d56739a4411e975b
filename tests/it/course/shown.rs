//! How faults are shown: the line, the caret, what, and what to do; nothing that steers a terminal.

use pandu::{
    model::{faults::Files, text::Lang},
    store::course::{Source, lines, load, render},
};

use super::{copy, put};

/// The faults of the good course after one file of it was replaced.
fn faults(name: &str, text: &str) -> (Vec<pandu::model::faults::Fault>, Files) {
    let folder = copy();
    put(folder.path(), name, text.as_bytes());
    match load(&Source::Folder(folder.path().to_owned())) {
        Ok(loaded) => (loaded.advice, loaded.files),
        Err(refused) => (refused.faults, refused.files),
    }
}

#[test]
fn a_fault_shows_its_line_with_a_caret_and_what_to_do() {
    let (faults, files) = faults("glossary.toml", "[[trem]]\n");
    let first = &faults[..1];
    let shown = render(first, &files, Lang::Id, false);
    let expected = "\
kesalahan: nama “trem” tidak dikenal di sini
 --> glossary.toml:1:3
  |
1 | [[trem]]
  |   ^^^^
  |
  = tindakan: Mungkin maksud Anda “term”.

";
    assert_eq!(shown, expected);
    assert!(render(first, &files, Lang::En, false).starts_with("error: the name “trem”"));
    assert!(render(first, &files, Lang::En, true).contains("\u{1b}["));
}

#[test]
fn a_fault_without_a_place_names_its_file() {
    let (faults, files) = faults("glossary.toml", &"#".repeat(1024 * 1024 + 1));
    let expected = "glossary.toml: this file is larger than 1 MiB. Split it into several modules, \
                    or check that it is the right file.\n";
    assert_eq!(lines(&faults, &files, Lang::En), expected);
    assert!(render(&faults, &files, Lang::En, false).contains("--> glossary.toml\n"));
}

#[test]
fn a_long_line_is_cut_and_its_caret_stays_in_place() {
    let long = "é".repeat(5000);
    let text = format!("[[term]]\nkey = \"retensi\"\n\"{long}\" = 1\n");
    let (faults, files) = faults("glossary.toml", &text);
    let unknown: Vec<_> = faults.into_iter().filter(|fault| fault.what.en.contains("é")).collect();
    assert_eq!(unknown.len(), 1);
    let shown = render(&unknown, &files, Lang::En, false);
    assert!(shown.lines().all(|line| line.chars().count() < 140), "{shown}");
    assert!(shown.contains("3 | \"ééé") && shown.contains("…\n"), "{shown}");
    let far = format!("{long} [x](g:nowhere) {long}\n");
    let head = "+++\ntitle = \"x\"\n+++\n\n<!-- page: k -->\n## x\n";
    let (faults, files) = self::faults("modules/mengenal/id.md", &format!("{head}{far}"));
    let lost: Vec<_> = faults.into_iter().filter(|f| f.what.en.contains("nowhere")).collect();
    let shown = render(&lost, &files, Lang::En, false);
    assert!(shown.contains("id.md:7:5002\n") && shown.contains("| …ééé"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 140), "{shown}");
    let far = format!("[[term]] # {long}\n");
    let (faults, files) = self::faults("glossary.toml", &far);
    assert!(render(&faults, &files, Lang::En, false).contains("1 | [[term]]"));
}

#[test]
fn a_file_of_windows_is_shown_like_any_other() {
    let text = "[[term]]\nkey = \"retensi\"\nterm.id = 3 # satu\n";
    let (faults, files) = faults("glossary.toml", text);
    let shown = render(&faults, &files, Lang::Id, false);
    let (faults, files) = self::faults("glossary.toml", &text.replace('\n', "\r\n"));
    assert_eq!(render(&faults, &files, Lang::Id, false), shown);
}

#[test]
fn hostile_letters_of_a_line_never_reach_the_terminal() {
    let text = "[[term]]\nkey = \"a\u{202e}\u{1b}]0;x\u{7}b\"\n\u{9b}31m = 1\n";
    let (faults, files) = faults("glossary.toml", text);
    for lang in Lang::ALL {
        for shown in [render(&faults, &files, lang, false), lines(&faults, &files, lang)] {
            let bad = shown
                .chars()
                .find(|letter| *letter != '\n' && (letter.is_control() || *letter == '\u{202e}'));
            assert_eq!(bad, None, "{shown}");
        }
    }
}

#[test]
fn the_caret_stands_below_its_place_behind_letters_that_were_made_visible() {
    let (faults, files) = faults("glossary.toml", "\t[[trem]]\n");
    let shown = render(&faults[..1], &files, Lang::En, false);
    let mut rows = shown.lines().skip_while(|line| !line.contains("[[trem]]"));
    let (line, caret) = (rows.next().unwrap(), rows.next().unwrap());
    assert_eq!(line.find("trem"), caret.find("^^^^"), "{shown}");
}
