//! What notes and marks promise.

use super::*;
use crate::model::progress::tests::{course, moment};

fn written(text: &str) -> Note {
    Note { text: text.to_owned(), ..Note::default() }
}

#[test]
fn what_was_written_and_marked_is_found_and_what_was_emptied_leaves_nothing() {
    let mut notes = Notes::new();
    write(&mut notes, "m1-a", "Tanya Bagian Organisasi".to_owned(), moment());
    turn_mark(&mut notes, "m1-a", moment());
    assert!(has_text(&notes, "m1-a") && is_marked(&notes, "m1-a"));
    assert_eq!(notes["m1-a"].at, Some(moment()));
    write(&mut notes, "m1-a", String::new(), moment());
    assert!(!has_text(&notes, "m1-a") && is_marked(&notes, "m1-a"), "the mark stays");
    turn_mark(&mut notes, "m1-a", moment());
    assert_eq!(notes, Notes::new());
    write(&mut notes, "m1-a", " \n ".to_owned(), moment());
    assert_eq!(notes, Notes::new(), "blanks are no note");
}

#[test]
fn what_a_later_version_wrote_into_an_entry_survives_its_emptying() {
    let mut notes: Notes =
        serde_json::from_str(r#"{"p":{"text":"x","marked":false,"at":null,"ink":1}}"#).unwrap();
    write(&mut notes, "p", String::new(), moment());
    assert_eq!(notes["p"].unknown["ink"], 1);
    assert_eq!(listed(&course(), &notes), [], "but it is no note");
}

#[test]
fn whatever_is_put_back_is_there_again_beside_what_came_since() {
    let marked = |note: Note| Note { marked: true, ..note };
    for (former, now, text, is_marked) in [
        (written("satu"), None, "satu", false),
        (marked(written("satu")), Some(written("dua")), "satu\ndua", true),
        (written("satu"), Some(marked(written(""))), "satu", true),
        (marked(written("")), Some(written("dua")), "dua", true),
        (written("sama"), Some(written("sama")), "sama", false),
    ] {
        let mut notes: Notes = now.map(|now| ("p".to_owned(), now)).into_iter().collect();
        put_back(&mut notes, "p", former);
        assert_eq!((notes["p"].text.as_str(), notes["p"].marked), (text, is_marked));
    }
}

#[test]
fn a_list_follows_the_course_and_forgets_no_page_that_left_it() {
    let mut notes = Notes::new();
    for page in ["a-gone", "m2-a", "m1-b", "z-gone", "m1-a"] {
        write(&mut notes, page, page.to_owned(), moment());
    }
    let course = course();
    let listed: Vec<_> = listed(&course, &notes).iter().map(|entry| entry.page).collect();
    assert_eq!(listed, ["m1-a", "m1-b", "m2-a", "a-gone", "z-gone"]);
}
