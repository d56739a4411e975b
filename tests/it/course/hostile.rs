//! Folders that mean harm, made by code: refused with a sentence or loaded without harm, soon.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use pandu::{
    model::text::Lang,
    store::course::{Source, load, render},
};
use tempfile::TempDir;

use super::{copy, put, told};

/// Ten times what loading may take, so that a busy machine does not fail the test.
const SOON: Duration = Duration::from_secs(20);

/// Loads a spoilt copy of the good course; gives whether it opens and what is said in English.
fn after(spoil: impl FnOnce(&Path)) -> (bool, String) {
    let folder = copy();
    spoil(folder.path());
    let begun = Instant::now();
    let (opens, [indonesian, english]) = told(folder.path());
    assert!(begun.elapsed() < SOON, "took {:?}", begun.elapsed());
    assert_eq!(indonesian.lines().count(), english.lines().count());
    (opens, english)
}

#[track_caller]
fn refused(sentence: &str, spoil: impl FnOnce(&Path)) {
    let (opens, said) = after(spoil);
    assert!(!opens && said.contains(sentence), "opens: {opens}\n{said}");
}

#[test]
fn what_is_no_course_folder_is_said_to_be_none() {
    let folder = TempDir::new().unwrap();
    let (_, [id, en]) = told(folder.path());
    assert!(id.contains("tidak berisi course.toml"), "{id}");
    assert!(en.contains("holds no course.toml"), "{en}");
    put(folder.path(), "file", b"");
    assert!(told(&folder.path().join("file")).1[1].contains("not a folder"));
    assert!(told(&folder.path().join("nowhere")).1[1].contains("does not exist"));
}

#[cfg(unix)]
#[test]
fn links_are_refused_wherever_they_lead() {
    use std::os::unix::fs::symlink;
    let link = "this is a link";
    let elsewhere = TempDir::new().unwrap();
    for name in ["glossary.toml", "modules/mengenal/id.md", "modules/mengenal", "modules"] {
        refused(link, |root| {
            let path = root.join(name);
            let outside = elsewhere.path().join(name.replace('/', "-"));
            // What the link leads to is a good file or folder, so that only the link is at fault.
            fs_move(&path, &outside);
            symlink(&outside, &path).unwrap();
        });
    }
    refused(link, |root| symlink("/etc/passwd", root.join("notes.txt")).unwrap());
    refused(link, |root| symlink("nowhere", root.join("gone")).unwrap());
    refused(link, |root| symlink(".", root.join("modules/loop")).unwrap());
    let (_, said) = after(|root| {
        fs::remove_file(root.join("course.toml")).unwrap();
        symlink("/etc/passwd", root.join("course.toml")).unwrap();
    });
    assert!(said.contains(link) && !said.contains("root:"), "{said}");
}

/// Moves a file or folder within the temporary folder of the machine.
#[cfg(unix)]
fn fs_move(from: &Path, to: &Path) {
    let status = std::process::Command::new("mv").arg(from).arg(to).status().unwrap();
    assert!(status.success());
}

#[cfg(unix)]
#[test]
fn pipes_and_sockets_are_refused_without_waiting() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    for name in ["glossary.toml", "modules/mengenal/items.toml", "course.toml", "pipe"] {
        refused("not a plain file", |root| {
            let _ = fs::remove_file(root.join(name));
            mknodat(CWD, root.join(name), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
        });
    }
    refused("not a plain file", |root| {
        std::os::unix::net::UnixListener::bind(root.join("socket")).unwrap();
    });
}

#[cfg(unix)]
#[test]
fn the_course_folder_itself_may_be_a_link() {
    let (folder, other) = (copy(), TempDir::new().unwrap());
    let link = other.path().join("course");
    std::os::unix::fs::symlink(folder.path(), &link).unwrap();
    assert!(load(&Source::Folder(link)).is_ok());
}

#[test]
fn what_an_editor_of_windows_did_to_a_file_is_told_once() {
    let utf16: Vec<u8> = "\u{feff}[[term]]\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (opens, said) = after(|root| put(root, "glossary.toml", &utf16));
    assert!(!opens && said.lines().count() == 1 && said.contains("UTF-16"), "{said}");
    let (opens, said) = after(|root| {
        let name = "modules/mengenal/items.toml";
        let text = fs::read(root.join(name)).unwrap();
        fs::remove_file(root.join(name)).unwrap();
        put(root, &format!("{name}.txt"), &text);
    });
    assert!(said.contains("modules/mengenal/items.toml.txt: this file is not read"), "{said}");
    assert!(!opens, "a page asks an item of that file");
}

#[test]
fn numbers_and_depths_have_limits() {
    refused("more than 10,000 files", |root| {
        for number in 0..10_001 {
            put(root, &format!("many/{number}"), b"");
        }
    });
    refused("more than eight levels deep", |root| put(root, "1/2/3/4/5/6/7/8/9/file", b""));
    let (opens, said) = after(|root| put(root, "1/2/3/4/5/6/7/8/file", b""));
    assert!(opens, "{said}");
    refused("more than 256 MiB", |root| {
        // Two files with a hole each take no room on the disk.
        for name in ["a", "b"] {
            put(root, name, b"");
            let file = fs::OpenOptions::new().write(true).open(root.join(name)).unwrap();
            file.set_len(129 * 1024 * 1024).unwrap();
        }
    });
}

#[test]
fn a_text_file_has_a_limit() {
    let large = "#".repeat(2 * 1024 * 1024);
    for name in ["course.toml", "glossary.toml", "modules/mengenal/en.md"] {
        refused("larger than 1 MiB", |root| put(root, name, large.as_bytes()));
    }
}

#[test]
fn hidden_files_of_editors_and_version_control_are_left_alone() {
    let (opens, said) = after(|root| {
        put(root, ".git/objects/1/2/3/4/5/6/7/8/9/10", b"\xff");
        put(root, "modules/mengenal/.id.md.swp", b"\0\xff");
        #[cfg(unix)]
        std::os::unix::fs::symlink("somebody@host.1", root.join("modules/.#id.md")).unwrap();
    });
    assert!(opens && said.is_empty(), "{said}");
}

#[test]
fn a_name_cannot_lead_out_of_the_folder() {
    for name in ["../x", "..", "/etc", "a/b", "C:", "", "a\\\\b", ".", "\u{202e}x", "nul\\u0000"] {
        let (opens, said) = after(|root| {
            put(root, "../secret/id.md", b"+++\ntitle = \"secret\"\n+++\n");
            let course = fs::read_to_string(root.join("course.toml")).unwrap();
            let course = course.replace(
                "key = \"menemukan\"",
                &format!("key = \"menemukan\"\n\n[[module]]\nkey = \"{name}\""),
            );
            put(root, "course.toml", course.as_bytes());
        });
        assert!(!opens && said.lines().count() <= 2, "{name}: {said}");
    }
}

#[test]
fn broken_encodings_are_told_with_their_byte() {
    refused("glossary.toml:2:13: the letter at byte 22 is not UTF-8", |root| {
        put(root, "glossary.toml", b"[[term]]\r\nkey = \"reten\xff\"\r\n");
    });
    for bytes in [&b"\xff[\0[\0"[..], b"\xc0\x80", b"+++\n\xed\xa0\x80", b"\xf4\x90\x80\x80"] {
        for name in ["course.toml", "modules/mengenal/id.md"] {
            refused("is not UTF-8", |root| put(root, name, bytes));
        }
    }
}

#[test]
fn letters_that_steer_a_terminal_are_made_visible() {
    let folder = copy();
    let text = fs::read_to_string(folder.path().join("modules/mengenal/id.md")).unwrap();
    put(folder.path(), "modules/mengenal/id.md", text.replace("###", "### \u{1b}\0").as_bytes());
    let course = load(&Source::Folder(folder.path().to_owned())).unwrap().course;
    let shown = format!("{:?}", course.modules[0].pages[0].body.id);
    assert!(shown.contains('\u{fffd}') && !shown.contains("\\u{1b}"), "{shown}");
}

#[test]
fn nesting_has_a_limit_everywhere() {
    let deep =
        |open: &str, close: &str| format!("x = {}{}", open.repeat(200_000), close.repeat(200_000));
    for text in [deep("[", "]"), deep("{a=", "}"), format!("{}a = 1", "a.".repeat(200_000))] {
        for name in ["course.toml", "glossary.toml", "modules/mengenal/items.toml"] {
            let (opens, said) = after(|root| put(root, name, text.as_bytes()));
            assert!(!opens && said.lines().count() < 10, "{said}");
        }
    }
    let head = "+++\ntitle = \"x\"\n+++\n\n<!-- page: berkas-atau-tumpukan -->\n\n## x\n\n";
    for text in
        ["> ".repeat(100_000), "- ".repeat(100_000), "*_".repeat(100_000), "[".repeat(100_000)]
    {
        let (opens, said) = after(|root| {
            put(root, "modules/mengenal/id.md", format!("{head}{text}x").as_bytes());
        });
        assert!(!opens && said.lines().count() < 20, "{said}");
    }
}

#[test]
fn many_lost_links_are_not_compared_with_many_names() {
    let long = "x".repeat(58);
    let terms = (0..6_000).map(|n| {
        format!(
            "[[term]]\nkey=\"{n:05}{long}\"\nterm={{id=\"x\",en=\"x\"}}\nmeaning={{id=\"x\",en=\"x\"}}\n"
        )
    });
    let links = (0..6_000).map(|n| format!("[x](g:{n:05}{}) ", "y".repeat(58)));
    let (opens, said) = after(|root| {
        put(root, "glossary.toml", terms.collect::<String>().as_bytes());
        let text = fs::read_to_string(root.join("modules/mengenal/id.md")).unwrap();
        let text = text.replace("### ", &format!("{}\n\n### ", links.collect::<String>()));
        put(root, "modules/mengenal/id.md", text.as_bytes());
    });
    assert!(!opens && said.lines().count() > 1000, "{}", said.lines().count());
}

#[test]
fn very_long_lines_and_lists_stay_cheap() {
    let long = "x ".repeat(500_000);
    let head = "+++\ntitle = \"x\"\n+++\n\n<!-- page: berkas-atau-tumpukan -->\n\n## x\n\n";
    let texts = [
        ("modules/mengenal/id.md", format!("{head}{long}")),
        ("modules/mengenal/id.md", format!("{head}<!-- {long} -->")),
        ("modules/mengenal/id.md", format!("{head}{}", "<!-- x -->\n".repeat(90_000))),
        ("modules/mengenal/id.md", format!("{head}{}", "[x](g:x)".repeat(100_000))),
        ("modules/mengenal/id.md", format!("{head}{}", "|a".repeat(300_000))),
        ("modules/mengenal/id.md", format!("{head}|a|\n|-|\n{}", "|x|\n".repeat(200_000))),
        ("modules/mengenal/id.md", format!("<!-- page: x; sources: {} -->", "a, ".repeat(300_000))),
        ("modules/mengenal/id.md", format!("{head}{0}|\n{1}|\n{2}", "|a".repeat(10_000), "|-".repeat(10_000), "|x|\n".repeat(200_000))),
        ("modules/mengenal/id.md", format!("{head}[{}](g:{})", "*a*b".repeat(100_000), "x".repeat(400_000))),
        ("modules/mengenal/id.md", format!("{head}{}\n\n[a]: g:{}", "[a]".repeat(100_000), "x".repeat(400_000))),
        ("modules/mengenal/id.md", format!("{head}{}", (0..30_000).map(|n| format!("<!-- page: x{n} -->\n## x\n")).collect::<String>())),
        ("modules/mengenal/en.md", format!("{head}{}", (0..30_000).map(|n| format!("<!-- page: x{n} -->\n## x\n")).collect::<String>())),
        ("course.toml", (0..30_000).map(|n| format!("[[module]]\nkey = \"x{n}\"\n")).collect()),
        ("glossary.toml", (0..12_000).map(|n| format!("[[term]]\nkey=\"x{n}\"\nterm.id=\"x\"\nterm.en=\"x\"\nmeaning.id=\"x\"\nmeaning.en=\"x\"\n")).collect()),
        ("glossary.toml", format!("# {long}")),
        ("glossary.toml", format!("x = [{}]", "[1],".repeat(200_000))),
        ("glossary.toml", (0..50_000).map(|n| format!("x{n} = 1\n")).collect()),
        ("course.toml", "[[module]]\nkey = \"mengenal\"\n".repeat(30_000)),
        ("modules/mengenal/items.toml", "[[item]]\n".repeat(100_000)),
        (
            "modules/mengenal/items.toml",
            format!(
                "[[item]]\nkey = \"a\"\nkind = \"single\"\n{}",
                (0..20_000).map(|n| format!("[[item.option]]\nkey=\"a{n}\"\n")).collect::<String>()
            ),
        ),
    ];
    for (name, text) in texts {
        let folder = copy();
        put(folder.path(), name, text.as_bytes());
        let begun = Instant::now();
        let start: String = text.chars().skip(100).take(20).collect();
        let (faults, files) = match load(&Source::Folder(folder.path().to_owned())) {
            Ok(loaded) => (loaded.advice, loaded.files),
            Err(refused) => (refused.faults, refused.files),
        };
        let loaded = begun.elapsed();
        let shown = render(&faults, &files, Lang::Id, true);
        let shown_after = begun.elapsed();
        println!(
            "{name} {start:?}: {} faults, {loaded:?}, shown after {shown_after:?}",
            faults.len()
        );
        assert!(shown_after < SOON && shown.len() < 4_000_000, "{name} {start:?}");
    }
}
