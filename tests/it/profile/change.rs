//! Backup, restore and erase: what is replaced or removed was asked for, and nothing else.

use std::fs;

use super::{Home, newer, put, text, trace};

#[test]
fn a_backup_is_the_file_itself_and_replaces_nothing_unasked() {
    let home = Home::new();
    let window = home.save("utama", "Siti");
    let (good, copy) = (fs::read(home.main()).unwrap(), home.at("copy.json"));
    let said = home.ok(&["backup", text(&copy)]);
    assert!(said.contains(text(&copy)) && said.contains("rev 1"), "{said}");
    assert_eq!(fs::read(&copy).unwrap(), good);
    drop(window);

    put(&copy, b"precious");
    assert!(home.refused(&["backup", text(&copy)]).contains("--force"));
    assert_eq!(fs::read(&copy).unwrap(), b"precious");
    home.ok(&["backup", text(&copy), "--force"]);
    assert_eq!(fs::read(&copy).unwrap(), good);

    let folder = home.at("stick");
    fs::create_dir(&folder).unwrap();
    home.ok(&["backup", text(&folder)]);
    let named = folder.join("pandu-utama-2026-11-24.json");
    assert_eq!(fs::read(&named).unwrap(), good);
    assert!(home.refused(&["backup", text(&folder)]).contains("--force"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left there");
    for (target, words) in [
        (home.at("none/copy.json"), "bukan folder yang ada"),
        (home.at("none/"), "bukan folder yang ada"),
        (home.folder().join("profile.lock"), "folder profil itu sendiri"),
    ] {
        let said = home.refused(&["backup", text(&target), "--force"]);
        assert!(said.contains(words), "{said}");
    }
    assert_eq!(home.profile(&["backup"]).0, 2, "a missing FILE is a matter of usage");
    assert_eq!(home.profile(&["restore"]).0, 2, "a missing FILE is a matter of usage");
}

#[test]
fn a_restored_profile_is_told_with_its_owner_and_the_former_one_is_kept() {
    let home = Home::new();
    drop(home.save("utama", "Siti"));
    let copy = home.at("copy.json");
    home.ok(&["backup", text(&copy)]);
    drop(home.save("utama", "Budi"));
    let budi = fs::read(home.main()).unwrap();
    let said = home.ok(&["restore", text(&copy)]);
    assert!(said.contains("Siti, DPMPTSP") && said.contains("rev 3"), "{said}");
    let former = said.lines().find_map(|line| line.strip_prefix("Isi sebelumnya disimpan di "));
    let former = former.unwrap().trim_end_matches('.');
    assert_eq!(fs::read(former).unwrap(), budi);
    assert!(home.ok(&["show"]).contains("Siti, DPMPTSP"));
    home.ok(&["restore", former]);
    assert!(home.ok(&["show"]).contains("Budi, DPMPTSP"));
    let said = home.ok(&["restore", text(&copy), "--profile", "rumah", "--lang", "en"]);
    assert!(said.contains("“rumah” now holds") && !said.contains("before"), "{said}");
    assert!(home.ok(&["list"]).contains("rumah"));

    put(&home.main(), b"garbage");
    let said = home.ok(&["restore", text(&copy)]);
    let aside = said.lines().find_map(|line| line.strip_prefix("Isi sebelumnya disimpan di "));
    assert_eq!(fs::read(aside.unwrap().trim_end_matches('.')).unwrap(), b"garbage");
}

#[test]
fn a_restore_that_is_refused_says_why_and_changes_nothing() {
    let home = Home::new();
    drop(home.save("utama", "Siti"));
    let good = fs::read_to_string(home.main()).unwrap();
    let file = home.at("file.json");
    for (bytes, words) in [
        (b"127.0.0.1 localhost".to_vec(), "bukan salinan profil yang baik (tidak terbaca"),
        (br#"{"format":"pandu-plan"}"#.to_vec(), "(bukan profil pandu)"),
        (good.as_bytes()[..good.len() / 2].to_vec(), "tidak terbaca pada baris"),
        (good.replace("Siti", "Sari").into_bytes(), "isinya berubah di luar pandu"),
        (newer(&good), "Perbarui pandu"),
        (vec![b' '; 16 * 1024 * 1024 + 1], "lebih besar dari 16 MiB"),
    ] {
        put(&file, &bytes);
        let before = trace(home.0.path());
        let said = home.refused(&["restore", text(&file)]);
        assert!(said.contains(words) && said.contains(text(&file)), "{said}");
        assert_eq!(trace(home.0.path()), before);
    }
    for name in ["a\u{1b}[2Jb", "a\u{202e}b", "a\nb"] {
        let said = home.profile(&["restore", text(&home.at(name))]).2;
        assert!(!said.contains(['\u{1b}', '\u{202e}']) && said.contains("tidak ada"), "{said}");
    }
    put(&file, good.as_bytes());
    let window = home.window("utama");
    let before = trace(home.0.path());
    let said = home.refused(&["restore", text(&file)]);
    assert!(said.contains(&format!("proses {}", std::process::id())), "{said}");
    assert_eq!(trace(home.0.path()), before);
    drop(window);
    put(&home.main(), &newer(&good));
    let said = home.refused(&["restore", text(&file)]);
    assert!(said.contains("skema 7") && said.contains("Perbarui pandu"), "{said}");
    assert_eq!(fs::read(home.main()).unwrap(), newer(&good));
}

#[test]
fn an_erased_profile_leaves_nothing_behind_but_backups_elsewhere() {
    let home = Home::new();
    drop(home.save("lain", "Budi"));
    for _ in 0..3 {
        drop(home.save("utama", "Siti"));
    }
    let copy = home.at("copy.json");
    home.ok(&["backup", text(&copy)]);
    put(&home.main(), b"garbage");
    drop(home.window("utama"));
    assert!(
        home.folder().join("quarantine").exists() && home.folder().join("generations").exists()
    );

    let said = home.refused(&["erase"]);
    assert!(said.contains("--yes") && home.main().exists(), "{said}");
    let window = home.window("utama");
    assert!(home.refused(&["erase", "--yes"]).contains("jendela lain"));
    assert!(home.main().exists());
    drop(window);

    let said = home.ok(&["erase", "--yes"]);
    assert!(said.contains("tempat lain tidak ikut terhapus"), "{said}");
    assert!(!home.folder().exists() && copy.exists());
    let names: Vec<_> = fs::read_dir(home.data().join("profiles")).unwrap().collect();
    assert_eq!(names.len(), 1);
    assert!(home.ok(&["list"]).contains("Budi"));
}
