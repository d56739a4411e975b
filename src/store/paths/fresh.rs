//! A folder name for somebody new, made from what they are called: lower case, safe everywhere, and
//! nobody else's. It makes no folder.

use std::ffi::OsString;

use unicode_normalization::UnicodeNormalization;

use super::{Layout, Name};
use crate::store::{disk::Disk, profile::look};

/// Longest name that is made, in characters; a number may follow.
const LONGEST: usize = 40;
/// Who has no letters in their name, or one that Windows keeps for a device.
const SOMEBODY: &str = "orang";

/// A free name for somebody who is called so.
pub fn fresh_name(disk: &dyn Disk, layout: &Layout, called: &str) -> Name {
    let stem = stem(called);
    let there = disk.list(&layout.profiles()).unwrap_or_default();
    let is_free = |name: &Name| {
        let same = |other: &&OsString| level(&other.to_string_lossy()) == level(name.as_str());
        // A folder that somebody only looked into holds nothing and may be taken.
        let is_left = |other: &OsString| {
            other.to_str() == Some(name.as_str())
                && look::look(disk, layout, name).is_ok_and(|look| look.is_empty())
        };
        there.iter().filter(same).all(is_left)
    };
    let numbered = (2_u64..).map(|number| Name::new(&format!("{stem}-{number}")));
    std::iter::once(Name::new(&stem))
        .chain(numbered)
        .find_map(|name| name.ok().filter(is_free))
        .unwrap_or_default()
}

/// As file systems compare that know no case.
fn level(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

fn stem(called: &str) -> String {
    let mut stem = String::new();
    for letter in level(called).chars().take(LONGEST) {
        if letter.is_alphanumeric() {
            stem.push(letter);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    match Name::new(stem) {
        Ok(name) => name.as_str().to_owned(),
        Err(_) if stem.is_empty() => SOMEBODY.to_owned(),
        Err(_) => format!("{SOMEBODY}-{stem}"),
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a law may make files")]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn a_folder_name_is_made_from_what_people_are_called() {
        for (called, name) in [
            ("Siti Rahmawati", "siti-rahmawati"),
            ("  Pak Budi, S.Sos.  ", "pak-budi-s-sos"),
            ("../../etc/passwd", "etc-passwd"),
            ("Ñoño", "ñoño"),
            ("標準", "標準"),
            ("!!!", "orang"),
            ("", "orang"),
            ("CON", "orang-con"),
            ("\u{202e}x\u{0}y", "x-y"),
        ] {
            assert_eq!(stem(called), name, "{called:?}");
        }
    }

    #[test]
    fn nobody_gets_a_folder_that_holds_something_of_another_whatever_its_case() {
        let data = tempfile::tempdir().unwrap();
        let layout = Layout::new(data.path().to_owned());
        let taken = layout.profiles().join("Siti");
        fs::create_dir_all(&taken).unwrap();
        fs::write(taken.join("profile.json"), "{").unwrap();
        fs::write(layout.profiles().join("budi"), "a file").unwrap();
        fs::create_dir(layout.profiles().join("ani")).unwrap();
        for (called, name) in [("siti", "siti-2"), ("Budi", "budi-2"), ("Ani", "ani")] {
            assert_eq!(fresh_name(&RealDisk, &layout, called).as_str(), name);
        }
    }

    proptest! {
        #[test]
        fn whatever_people_are_called_there_is_a_safe_name_for_them(called in any::<String>()) {
            let layout = Layout::new("/nowhere".into());
            let name = fresh_name(&RealDisk, &layout, &called);
            prop_assert_eq!(name.as_str(), stem(&called));
            prop_assert!(!name.as_str().contains(['/', '\\', '.', ' ']));
            prop_assert_eq!(level(name.as_str()), name.as_str());
        }
    }
}
