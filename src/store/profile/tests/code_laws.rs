//! Laws of the bytes: what is written reads back, what is damaged never passes for good.

use std::sync::Arc;

use super::{
    super::code::{DEEPEST, Damage, Standing, Unwritable, decode, encode, seal},
    sample,
};
use crate::model::profile::{LARGEST, Profile};

/// Three profiles of one to three kilobytes, unlike each other.
fn three() -> Vec<Vec<u8>> {
    let mut typed = sample(1);
    typed.plans[0].head.goal =
        "Waktu layanan turun dari 9 hari menjadi 3 hari – “tepat”".to_owned();
    [sample(2), Profile::new("a1".to_owned()), typed]
        .iter()
        .map(|profile| encode(profile).unwrap())
        .collect()
}

fn sealed(json: &str) -> Vec<u8> {
    let mut bytes = json.as_bytes().to_vec();
    seal(&mut bytes).unwrap();
    bytes
}

#[test]
fn what_is_written_reads_back_the_same_and_good() {
    for rev in [0, 1, 40] {
        let profile = sample(rev);
        let decoded = decode(&encode(&profile).unwrap()).unwrap();
        assert_eq!(decoded.standing, Standing::Good);
        assert_eq!(super::heart(&decoded.profile), super::heart(&profile));
    }
}

#[test]
fn every_answer_is_one_line_and_the_sum_is_the_second_key() {
    let text = String::from_utf8(encode(&sample(3)).unwrap()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1], "  \"format\": \"pandu-profile\",");
    assert!(lines[2].starts_with("  \"sum\": \"crc32:"), "{}", lines[2]);
    assert!(text.ends_with("}\n"));
    let answers: Vec<_> = lines.iter().filter(|line| line.contains("\"item\":\"item-")).collect();
    assert_eq!(answers.len(), 3);
    for line in answers {
        assert!(line.starts_with("        {\"n\":") && line.trim_end_matches(',').ends_with('}'));
    }
    assert!(text.contains("\"answers\": [],\n"), "an empty list stays on its line");
}

#[test]
fn a_file_cut_short_at_any_byte_never_passes_for_good() {
    for bytes in three() {
        for length in 0..bytes.len() {
            let read = decode(&bytes[..length]);
            assert!(!matches!(read, Ok(ref it) if it.standing == Standing::Good), "{length}");
        }
    }
}

#[test]
fn no_flipped_bit_goes_unseen() {
    for mut bytes in three() {
        assert!(bytes.len() < 4000, "{}", bytes.len());
        for place in 0..bytes.len() * 8 {
            bytes[place / 8] ^= 1 << (place % 8);
            let standing = decode(&bytes).map(|decoded| decoded.standing);
            assert!(matches!(standing, Err(_) | Ok(Standing::Edited)), "bit {place}");
            bytes[place / 8] ^= 1 << (place % 8);
        }
    }
}

#[test]
fn an_unsound_profile_is_never_written() {
    for mark in [f64::NAN, f64::INFINITY, -0.5, 1.5] {
        let mut profile = sample(2);
        let course = profile.courses.get_mut("sop-pemda").unwrap();
        Arc::make_mut(&mut course.answers)[1].mark = mark;
        assert!(matches!(encode(&profile), Err(Unwritable::Unsound(_))), "{mark}");
    }
}

#[test]
fn a_rev_that_leaves_no_room_to_count_on_is_refused_and_never_written() {
    let text = String::from_utf8(encode(&sample(2)).unwrap()).unwrap();
    let bytes = sealed(&text.replace("\"rev\": 2,", &format!("\"rev\": {},", u64::MAX)));
    assert!(matches!(decode(&bytes), Err(Damage::Unsound(_))));
    let mut profile = sample(1);
    profile.rev = u64::MAX;
    assert!(matches!(encode(&profile), Err(Unwritable::Unsound(_))));
}

#[test]
fn marks_read_back_to_the_last_bit() {
    for mark in [1.0 / 3.0, 0.1 + 0.2, f64::MIN_POSITIVE, 0.699_999_999_999_999_9] {
        let mut profile = sample(1);
        let course = profile.courses.get_mut("sop-pemda").unwrap();
        Arc::make_mut(&mut course.answers)[0].mark = mark;
        let read = decode(&encode(&profile).unwrap()).unwrap().profile;
        let read = read.courses["sop-pemda"].answers[0].mark;
        assert_eq!(read.to_bits(), mark.to_bits());
    }
}

#[test]
fn a_profile_that_grew_too_large_still_becomes_whole_bytes() {
    let mut profile = sample(1);
    profile.person.office = "x".repeat(LARGEST);
    let Err(Unwritable::TooLarge(bytes)) = encode(&profile) else { panic!("it fits") };
    assert!(bytes.ends_with(b"}\n"));
    assert_eq!(decode(&bytes), Err(Damage::TooLarge));
}

#[test]
fn whatever_is_no_profile_is_told_apart() {
    let start = r#"{"format":"pandu-profile","sum":"crc32:00000000""#;
    let deep = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        format!(r#"{start},"schema":1,"rev":1,"id":"a","app":"0","x":{open}{close}}}"#)
    };
    let good = encode(&sample(1)).unwrap();
    let twice = [good.clone(), good].concat();
    for (bytes, expected) in [
        (Vec::new(), "Empty"),
        (b" \n\t".to_vec(), "Empty"),
        (vec![0; 900], "Shape"),
        (b"{".to_vec(), "Shape"),
        (b"[]".to_vec(), "Foreign"),
        (b"{}".to_vec(), "Foreign"),
        (br#"{"format":"pandu-plan"}"#.to_vec(), "Foreign"),
        (sealed(&format!("{start}}}")), "Schema"),
        (sealed(&format!("{start},\"schema\":0}}")), "Schema"),
        (sealed(&format!("{start},\"schema\":1}}")), "Shape"),
        (format!("{start},\"schema\":9}}").into_bytes(), "Sum"),
        (sealed(&deep(DEEPEST)), "TooDeep"),
        (twice, "Shape"),
        ("\u{feff}".as_bytes().to_vec(), "Shape"),
        (vec![b'['; 100_000], "TooDeep"),
    ] {
        let damage = format!("{:?}", decode(&bytes).unwrap_err());
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]).into_owned();
        assert!(damage.starts_with(expected), "{shown}: {damage}");
    }
    assert_eq!(decode(&sealed(&deep(DEEPEST - 1))).unwrap().standing, Standing::Good);
    let brackets = deep(1).replace("\"a\"", &format!("\"{}\"", "[".repeat(100)));
    assert_eq!(decode(&sealed(&brackets)).unwrap().standing, Standing::Good);
}

#[test]
fn a_file_changed_by_hand_is_readable_but_known() {
    let bytes = encode(&sample(1)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let crlf = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{text}");
    let renamed = text.replace("Aminah", "Amanah");
    let no_sum = text.replace("\"sum\"", "\"mus\"");
    for changed in [crlf, marked, renamed] {
        assert_eq!(decode(changed.as_bytes()).unwrap().standing, Standing::Edited);
    }
    assert!(matches!(decode(no_sum.as_bytes()), Err(Damage::Shape { .. })));
}

#[test]
fn of_a_newer_file_all_that_is_understood_is_shown() {
    let json = r#"{"format":"pandu-profile","sum":"crc32:00000000","schema":2,"rev":7,"id":"a",
        "app":"9","person":{"name":"Siti"},"plans":[{"strange":1}],
        "courses":{"old":{"version":"1.0"},"new":{"version":3}},"settings":"?"}"#;
    let decoded = decode(&sealed(json)).unwrap();
    assert_eq!(decoded.standing, Standing::Newer { schema: 2 });
    assert_eq!((decoded.profile.rev, decoded.profile.person.name.as_str()), (7, "Siti"));
    assert_eq!(decoded.profile.courses.keys().collect::<Vec<_>>(), ["old"]);
}
