//! Laws of names and of where the data folder is.

use super::*;

#[test]
fn a_name_is_safe_on_every_system_or_refused() {
    for good in ["utama", "Siti Aminah", "dpmptsp-2026", "Ñoño", "é".repeat(120).as_str()] {
        assert!(Name::new(good).is_ok(), "{good}");
    }
    for (bad, fault) in [
        ("", NameFault::Empty),
        ("  ", NameFault::Empty),
        ("..", NameFault::Edge),
        (".hidden", NameFault::Edge),
        ("siti.", NameFault::Edge),
        ("siti ", NameFault::Edge),
        ("a/b", NameFault::Character('/')),
        ("a\\b", NameFault::Character('\\')),
        ("a\0b", NameFault::Character('\0')),
        ("a\nb", NameFault::Character('\n')),
        ("a\u{202e}b", NameFault::Character('\u{202e}')),
        ("c:", NameFault::Character(':')),
        ("con", NameFault::Reserved),
        ("Com1.txt", NameFault::Reserved),
        ("lpt²", NameFault::Reserved),
        ("x".repeat(121).as_str(), NameFault::TooLong),
        ("é".repeat(128).as_str(), NameFault::TooLong),
    ] {
        assert_eq!(Name::new(bad), Err(fault), "{bad:?}");
        assert!(!fault.say(Lang::Id).is_empty() && !fault.say(Lang::En).is_empty());
    }
}

#[test]
fn two_spellings_of_one_name_are_one_profile() {
    assert_eq!(Name::new("e\u{301}"), Name::new("é"));
    assert_eq!(Name::default(), Name::new(USUAL).unwrap());
}

#[test]
fn the_chosen_data_folder_wins_then_the_one_beside_the_binary() {
    let place = tempfile::tempdir().unwrap();
    let home = Path::new("/home/x/.local/share/pandu");
    let chosen = Path::new("/elsewhere");
    let beside = place.path();
    assert_eq!(pick_data_dir(None, Some(beside), Some(home)), Ok(home.to_owned()));
    assert_eq!(pick_data_dir(None, Some(beside), None), Err(NoHome));
    std::fs::create_dir(beside.join(BESIDE)).unwrap();
    assert_eq!(pick_data_dir(None, Some(beside), Some(home)), Ok(beside.join(BESIDE)));
    assert_eq!(pick_data_dir(Some(chosen), Some(beside), Some(home)), Ok(chosen.to_owned()));
    assert_eq!(pick_data_dir(Some(Path::new("")), None, Some(home)), Ok(home.to_owned()));
}
