//! Modes, devices and the question on a terminal: what only a Unix system can show.

use std::{
    fs,
    io::{Read, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::{Home, text, trace};

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn copies_are_for_their_owner_alone() {
    let home = Home::new();
    drop(home.save("utama", "Siti"));
    let copy = home.at("copy.json");
    home.ok(&["backup", text(&copy)]);
    assert_eq!(mode(&copy), 0o600);
    fs::set_permissions(&copy, fs::Permissions::from_mode(0o644)).unwrap();
    home.ok(&["backup", text(&copy), "--force"]);
    assert_eq!(mode(&copy), 0o600);
    home.ok(&["restore", text(&copy), "--profile", "rumah"]);
    for (path, _) in trace(&home.data()) {
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{path:?}");
    }
}

#[test]
fn a_folder_that_nobody_may_write_is_told_as_such() {
    if rustix::process::geteuid().is_root() {
        return;
    }
    let home = Home::new();
    drop(home.save("utama", "Siti"));
    let shut = home.at("shut");
    fs::create_dir(&shut).unwrap();
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o500)).unwrap();
    let said = home.refused(&["backup", text(&shut)]);
    assert!(said.contains("izin") && said.contains(text(&shut)), "{said}");
    fs::set_permissions(home.folder(), fs::Permissions::from_mode(0o500)).unwrap();
    let said = home.refused(&["erase", "--yes"]);
    assert!(said.contains("Tidak terhapus") && home.main().exists(), "{said}");
    fs::set_permissions(home.folder(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_no_place_for_a_backup_and_a_full_disk_no_success() {
    let home = Home::new();
    drop(home.save("utama", "Siti"));
    for force in [&[][..], &["--force"]] {
        let said = home.refused(&[&["backup", "/dev/full"], force].concat());
        assert!(said.contains("bukan berkas biasa"), "{said}");
    }
    assert!(Path::new("/dev/full").exists());
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_pandu"));
    command.arg("--data").arg(home.data()).args(["profile", "show", "--format", "json"]);
    assert_eq!(command.stdout(full).status().unwrap().code(), Some(1));
}

/// Answers the question of `erase` on a terminal; tells the exit code and all that was shown.
fn answer(home: &Home, lang: &str, typed: &str) -> (u32, String) {
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_pandu"));
    command.arg("--data");
    command.arg(home.data());
    command.args(["--lang", lang, "profile", "erase"]);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    // The line waits in the terminal until it is asked for.
    pair.master.take_writer().unwrap().write_all(typed.as_bytes()).unwrap();
    let code = child.wait().unwrap().exit_code();
    let mut shown = Vec::new();
    // The end of a terminal is an error on some systems.
    let _ = reader.read_to_end(&mut shown);
    (code, String::from_utf8_lossy(&shown).into_owned())
}

#[test]
fn only_the_typed_name_of_the_profile_erases_it() {
    let home = Home::new();
    drop(home.save("utama", "Siti"));
    for typed in ["ya\r", "\r", "y\r", "Utama\r", "\u{4}"] {
        let (code, shown) = answer(&home, "id", typed);
        assert_eq!(code, 1, "{typed:?}: {shown}");
        assert!(shown.contains("Profil “utama” (Siti, DPMPTSP) akan dihapus"), "{shown}");
        assert!(shown.contains("Tidak ada yang dihapus") && home.main().exists(), "{shown}");
    }
    let (code, shown) = answer(&home, "en", "utama\r");
    assert!(code == 0 && shown.contains("Backups elsewhere are not touched"), "{shown}");
    assert!(!home.folder().exists());
}
