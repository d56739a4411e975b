//! Reads the text files of a course folder that nobody vouches for.
//!
//! The whole folder is walked by its names first, without opening anything: links, devices, depth
//! and numbers are refused there. Then only the files that the format names are opened.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read},
    path::Path,
};

use super::Faults;
use crate::model::{
    course::build::{COURSE_FILE, files_of},
    faults::{Fault, Files, quoted},
    safe_text::{limit, safe},
    text::{Said, Text},
};
use crate::store::disk::open_to_read;

/// Faults of the folder itself after which the walk stops.
const ENOUGH: usize = 20;

/// Reads a folder; the second value is what is wrong with texts that could still be read.
pub(super) fn read(root: &Path) -> Result<(Files, Vec<Fault>), Faults> {
    let refuse = |fault: Fault| Faults { faults: vec![fault], files: Files::new() };
    let shown = safe(&root.to_string_lossy()).into_owned();
    let meta = fs::metadata(root).map_err(|error| refuse(unreadable(&shown, &error)))?;
    if !meta.is_dir() {
        let what = Text::new("ini bukan folder", "this is not a folder");
        return Err(refuse(Fault::error(&shown, None, what, PICK_FOLDER)));
    }
    // Asked first, so that a folder of something else altogether is not walked and blamed.
    if fs::symlink_metadata(root.join(COURSE_FILE)).is_err() {
        let what =
            Text::new("folder ini tidak berisi course.toml", "this folder holds no course.toml");
        return Err(refuse(Fault::error(&shown, None, what, PICK_FOLDER)));
    }
    let names = walk(root).map_err(|faults| Faults { faults, files: Files::new() })?;
    let mut reading = Reading { root, files: Files::new(), faults: Vec::new(), lost: false };
    reading.take(COURSE_FILE);
    let named = reading.files.get(COURSE_FILE).map(|text| files_of(text)).unwrap_or_default();
    for name in named.iter().filter(|name| *name != COURSE_FILE && names.contains(*name)) {
        reading.take(name);
    }
    // Some editors add an ending of their own, and hide it.
    for name in named.iter().map(|name| format!("{name}.txt")).filter(|name| names.contains(name)) {
        let what = Text::new(
            "berkas ini tidak dibaca karena namanya berakhiran .txt",
            "this file is not read because its name ends in .txt",
        );
        let remedy = Text::new(
            "Hapus akhiran .txt itu; nyalakan tampilan akhiran nama berkas untuk melihatnya.",
            "Take the ending .txt away; let endings of file names be shown to see it.",
        );
        reading.faults.push(Fault::advice(&safe(&name), None, what, remedy));
    }
    let Reading { files, faults, lost, .. } = reading;
    // Without a whole file every reference into it would be told as a fault of its own.
    if lost { Err(Faults { faults, files }) } else { Ok((files, faults)) }
}

/// The files of a folder by their paths within it, with `/`.
fn walk(root: &Path) -> Result<BTreeSet<String>, Vec<Fault>> {
    let mut names = BTreeSet::new();
    let mut faults = Vec::new();
    let mut folders = vec![(String::new(), 0)];
    let (mut count, mut bytes) = (0, 0);
    while let Some((folder, depth)) = folders.pop() {
        let entries = match fs::read_dir(root.join(&folder)) {
            Ok(entries) => entries,
            Err(error) => {
                faults.push(unreadable(&folder, &error));
                continue;
            }
        };
        for entry in entries {
            let Ok(entry) = entry else { continue };
            let file_name = entry.file_name();
            let file_name = file_name.to_string_lossy();
            count += 1;
            if count > limit::COURSE_FILES {
                faults.push(too_much(Text::new(
                    "folder ini berisi lebih dari 10.000 berkas",
                    "this folder holds more than 10,000 files",
                )));
                return Err(faults);
            }
            // Editors and version control keep their own things in hidden files.
            if file_name.starts_with('.') {
                continue;
            }
            let name = if folder.is_empty() {
                file_name.into_owned()
            } else {
                format!("{folder}/{file_name}")
            };
            let Ok(meta) = entry.path().symlink_metadata() else { continue };
            if meta.is_dir() && depth < limit::COURSE_DEPTH {
                folders.push((name, depth + 1));
            } else if meta.is_dir() {
                let what = Text::new(
                    "folder ini lebih dari delapan tingkat",
                    "this folder is more than eight levels deep",
                );
                faults.push(Fault::error(&safe(&name), None, what, TAKE_OUT));
            } else if meta.is_file() {
                bytes += meta.len();
                names.insert(name);
            } else {
                faults.push(strange(&safe(&name), &meta));
            }
            if bytes > limit::COURSE_BYTES {
                faults.push(too_much(Text::new(
                    "isi folder ini lebih dari 256 MiB",
                    "this folder holds more than 256 MiB",
                )));
            }
            if bytes > limit::COURSE_BYTES || faults.len() >= ENOUGH {
                return Err(faults);
            }
        }
    }
    if faults.is_empty() { Ok(names) } else { Err(faults) }
}

struct Reading<'r> {
    root: &'r Path,
    files: Files,
    faults: Vec<Fault>,
    /// Whether a file could not be read at all.
    lost: bool,
}

impl Reading<'_> {
    fn take(&mut self, name: &str) {
        match bytes_of(&self.root.join(name)) {
            Ok(Some(bytes)) => self.keep(name, bytes),
            Ok(None) => {
                self.lost = true;
                let what = Text::new(
                    "berkas ini lebih besar dari 1 MiB",
                    "this file is larger than 1 MiB",
                );
                let remedy = Text::new(
                    "Pecah menjadi beberapa modul, atau periksa apakah ini berkas yang benar.",
                    "Split it into several modules, or check that it is the right file.",
                );
                self.faults.push(Fault::error(name, None, what, remedy));
            }
            Err(error) => {
                self.lost = true;
                self.faults.push(unreadable(name, &error));
            }
        }
    }

    fn keep(&mut self, name: &str, bytes: Vec<u8>) {
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            self.lost = true;
            let what = Text::new("berkas ini tersimpan sebagai UTF-16", "this file is UTF-16");
            let remedy = Text::new(
                "Simpan ulang berkas ini dengan pengodean UTF-8.",
                "Save this file again in the encoding UTF-8.",
            );
            self.faults.push(Fault::error(name, None, what, remedy));
            return;
        }
        let text = String::from_utf8(bytes).unwrap_or_else(|error| {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let what = Said::new(
                format!("huruf di bita ke-{at} bukan UTF-8"),
                format!("the letter at byte {at} is not UTF-8"),
            );
            let remedy = Text::new(
                "Simpan ulang berkas ini dengan pengodean UTF-8.",
                "Save this file again in the encoding UTF-8.",
            );
            // Levelling line ends moves what follows; the place must move with it.
            let before = levelled(text.get(..at).unwrap_or_default()).len();
            let place = before..before + char::REPLACEMENT_CHARACTER.len_utf8();
            self.faults.push(Fault::error(name, Some(place), what, remedy));
            text
        });
        self.files.insert(name.to_owned(), levelled(&text));
    }
}

/// A text without byte order mark and with plain line ends, as the parsers and places expect it.
pub(super) fn levelled(text: &str) -> String {
    text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n")
}

/// The bytes of a plain file; `None` when there are too many.
fn bytes_of(path: &Path) -> io::Result<Option<Vec<u8>>> {
    // The folder may have changed since it was walked: no link is followed, no pipe waited for.
    let file = open_to_read(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    let mut bytes = Vec::new();
    file.take(limit::COURSE_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit::COURSE_FILE_BYTES).then_some(bytes))
}

const PICK_FOLDER: Text = Text::new(
    "Sebutkan folder yang berisi course.toml. Contoh lengkap: pandu course export FOLDER.",
    "Name a folder that holds course.toml. A complete example: pandu course export FOLDER.",
);
const TAKE_OUT: Text = Text::new("Keluarkan dari folder ini.", "Take it out of the folder.");

fn too_much(what: Text) -> Fault {
    Fault::error(
        COURSE_FILE,
        None,
        what,
        Text::new(
            "Periksa apakah ini folder bahan pelatihan; keluarkan yang bukan bahan.",
            "Check that this is a course folder; take out what does not belong to it.",
        ),
    )
}

fn strange(name: &str, meta: &fs::Metadata) -> Fault {
    if meta.is_symlink() {
        let what = Text::new(
            "ini tautan ke tempat lain, bukan berkas",
            "this is a link to another place, not a file",
        );
        let remedy = Text::new(
            "Ganti dengan berkasnya sendiri, atau keluarkan dari folder ini.",
            "Put the file itself here, or take it out of the folder.",
        );
        Fault::error(name, None, what, remedy)
    } else {
        let what = Text::new("ini bukan berkas biasa", "this is not a plain file");
        Fault::error(name, None, what, TAKE_OUT)
    }
}

fn unreadable(name: &str, error: &io::Error) -> Fault {
    let name = if name.is_empty() { COURSE_FILE } else { name };
    let (what, remedy): (Said, Text) = match error.kind() {
        io::ErrorKind::NotFound => (
            Text::new("tidak ada", "this does not exist").into(),
            Text::new("Periksa nama dan tempatnya.", "Check its name and place."),
        ),
        io::ErrorKind::PermissionDenied => (
            Text::new("tidak boleh dibaca", "this may not be read").into(),
            Text::new("Periksa izin bacanya.", "Check the permission to read it."),
        ),
        _ => {
            let reason = quoted(&error.to_string());
            (
                Said::new(
                    format!("tidak dapat dibaca: {reason}"),
                    format!("this cannot be read: {reason}"),
                ),
                Text::new("Salin ulang, lalu coba lagi.", "Copy it again, then try again."),
            )
        }
    };
    Fault::error(&safe(name), None, what, remedy)
}
