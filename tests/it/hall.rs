//! The built-in course in the hall: every page whole in every window, and what `pandu present
//! --check` says of it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{collections::BTreeMap, process::Command};

use pandu::{
    app::settings::Settings,
    model::{
        course::{Content, Course, Seen},
        markdown::{self, Block},
        safe_text::safe,
        text::{Lang, Text},
    },
    ui::{
        hall::{Density, Hall, Part, Poll, USUAL, View, way},
        theme::Theme,
    },
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
};

const SIZES: [(u16, u16); 5] = [USUAL, (80, 24), (100, 30), (120, 40), (160, 45)];

fn course() -> Course {
    Settings::default().load_course().expect("the built-in course opens")
}

fn drawn(part: &Part, step: usize, hall: &Hall<'_>) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, hall.size.0, hall.size.1));
    part.draw(step, hall.theme, buf.area, &mut buf);
    buf
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

fn body(part: &Part) -> String {
    part.body(usize::MAX).map(|line| letters(&line.to_string()).collect::<String>()).collect()
}

/// How often each letter stands in what the hall sees of a page, by its source.
fn source(hall: &Hall<'_>, key: &str) -> BTreeMap<char, usize> {
    let (_, _, page) = hall.course.page(key).expect("a page");
    let mut counted = BTreeMap::new();
    for part in &page.body.get(hall.lang).parts {
        let Content::Block(block) = &part.content else { continue };
        if !matches!(part.seen, Seen::Everywhere | Seen::Projector) {
            continue;
        }
        let mut text = String::new();
        block.each_text(&mut |spans| text += &safe(&markdown::plain(spans)));
        if let Block::Code(code) = block {
            text += code;
        }
        letters(&text).for_each(|letter| *counted.entry(letter).or_default() += 1);
    }
    counted
}

/// Every line of the body stands in the window as it is, in this order.
fn stands_in(buf: &Buffer, part: &Part, step: usize) -> bool {
    let rows: Vec<String> = (buf.content.chunks(usize::from(buf.area.width)))
        .map(|row| row.iter().flat_map(|cell| letters(cell.symbol())).collect())
        .collect();
    let mut rows = rows.iter();
    part.body(step).all(|line| {
        let text: String = line.spans.iter().flat_map(|span| letters(&span.content)).collect();
        text.is_empty() || rows.any(|row| *row == text)
    })
}

#[test]
fn every_page_is_whole_in_every_window_and_nothing_moves() {
    let course = course();
    let theme = Theme::contrast();
    for lang in Lang::ALL {
        for size in SIZES {
            for density in Density::ALL {
                let hall = Hall { course: &course, lang, size, density, theme: &theme };
                let endless = Hall { size: (size.0, 9_999), ..hall };
                for page in course.pages() {
                    let place = format!("{} {lang} {size:?} {density:?}", page.key);
                    let parts = hall.page(&page.key);
                    let all: String = parts.iter().map(body).collect();
                    let whole: String = endless.page(&page.key).iter().map(body).collect();
                    assert_eq!(all, whole, "{place}");
                    let mut left = source(&hall, &page.key);
                    for letter in all.chars() {
                        left.entry(letter).and_modify(|count| *count = count.saturating_sub(1));
                    }
                    assert!(left.values().all(|count| *count == 0), "{place}: {left:?} is missing");
                    walk(&hall, &parts, &place);
                }
            }
        }
    }
}

/// Step by step through a page: each stop adds something and moves nothing.
fn walk(hall: &Hall<'_>, parts: &[Part], place: &str) {
    let mut stop = way::first(parts);
    let mut before = drawn(&parts[0], stop.step, hall);
    loop {
        let part = &parts[stop.part];
        assert!(stands_in(&before, part, stop.step), "{place}: {stop:?}");
        let Some(next) = way::next(parts, stop) else { break };
        let after = drawn(&parts[next.part], next.step, hall);
        assert_ne!(before, after, "{place}: nothing new at {next:?}");
        if next.part == stop.part {
            let cells = before.content.iter().zip(&after.content);
            let is_kept = |(old, new): (&_, &_)| old == new;
            let kept = cells.filter(|(old, _)| old.symbol() != " ").all(is_kept);
            assert!(kept, "{place}: something moved at {next:?}");
        }
        (stop, before) = (next, after);
    }
    assert_eq!(stop, way::last(parts), "{place}");
}

/// Words of a page, each with the step at which it is there for the first time.
type Brought = [(&'static str, usize); 3];

/// Pages that compare.
const COMPARED: [(&str, Text<Brought>); 4] = [
    (
        "sebelum-sesudah",
        Text::new(
            [("Aspek", 0), ("Sebelum", 0), ("lebih terukur", 1)],
            [("Aspect", 0), ("Before", 0), ("more measurable", 1)],
        ),
    ),
    (
        "bandingkan-dua-kasus",
        Text::new(
            [("SOP dari peta", 0), ("data ganda dihapus", 1), ("bukan naskah", 1)],
            [("SOP from a map", 0), ("double entry removed", 1), ("not the core text", 1)],
        ),
    ),
    (
        "yang-serupa-bernama",
        Text::new(
            [("Anda temukan", 0), ("Namanya", 1), ("komitmen pimpinan", 1)],
            [("You found", 0), ("Its name", 1), ("commitment of leaders", 1)],
        ),
    ),
    (
        "adminduk-isi-celah",
        Text::new(
            [("Langkah", 0), ("Yang dikerjakan", 0), ("data ganda terlihat", 1)],
            [("Step", 0), ("What is done", 0), ("double entry shows", 1)],
        ),
    ),
];

#[test]
fn the_pages_that_compare_show_their_columns_one_after_the_other() {
    let course = course();
    let theme = Theme::contrast();
    for lang in Lang::ALL {
        let density = Density::default();
        let hall = Hall { course: &course, lang, size: USUAL, density, theme: &theme };
        for (key, words) in &COMPARED {
            let parts = hall.page(key);
            assert_eq!(parts.len(), 1, "{key}");
            let told: Vec<String> = (0..=1)
                .map(|step| drawn(&parts[0], step, &hall))
                .map(|buf| {
                    let rows = buf.content.chunks(usize::from(buf.area.width));
                    rows.map(|row| row.iter().map(Cell::symbol).collect::<String>() + "\n")
                        .collect()
                })
                .collect();
            for (word, step) in words.get(lang) {
                let found = told.iter().position(|text| text.contains(word));
                assert_eq!(found, Some(*step), "{key} {lang}: {word}\n{}", told[1]);
            }
        }
    }
}

#[test]
fn in_the_usual_window_no_page_of_the_course_is_split() {
    let course = course();
    let theme = Theme::plain();
    for lang in Lang::ALL {
        let density = Density::default();
        let hall = Hall { course: &course, lang, size: USUAL, density, theme: &theme };
        for page in course.pages() {
            let fit = hall.fit(page);
            assert_eq!((fit.parts, fit.rows <= fit.room), (1, true), "{} {lang}", page.key);
        }
    }
}

#[test]
fn what_is_too_tall_is_what_is_split() {
    let course = course();
    let theme = Theme::plain();
    for size in [(40, 12), (56, 16), (60, 14), (30, 10)] {
        for density in [Density::Dense, Density::Usual] {
            let hall = Hall { course: &course, lang: Lang::Id, size, density, theme: &theme };
            for page in course.pages() {
                let fit = hall.fit(page);
                assert_eq!(fit.parts > 1, fit.rows > fit.room, "{} {size:?} {fit:?}", page.key);
            }
        }
    }
}

#[test]
fn every_poll_stands_on_one_screen_in_every_view() {
    let course = course();
    let theme = Theme::contrast();
    let counts = [vec![17, 9, 5, 0, 1, 0, 2], vec![6, 27, 2, 0, 1, 0, 2]];
    for item in course.items().filter(|item| item.is_poll()) {
        for lang in Lang::ALL {
            let density = Density::default();
            let hall = Hall { course: &course, lang, size: USUAL, density, theme: &theme };
            for view in [View::Question, View::Bars, View::Key] {
                let parts = hall.question(&Poll { item, shown: &[], counts: &counts, view });
                assert_eq!(parts.len(), 1, "{} {lang} {view:?}", item.key);
            }
        }
    }
}

/// Exit code, standard output, standard error.
fn pandu(arguments: &[&str]) -> (i32, String, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_pandu")).args(arguments).output().expect("starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_check_names_each_split_page_and_fails() {
    let (code, said, _) = pandu(&["present", "--check", "60x20"]);
    assert_eq!(code, 0);
    assert!(said.contains("semuanya muat pada layar 60×20."), "{said}");
    let (code, said, told) = pandu(&["sajikan", "--check", "40x12", "--lang", "en"]);
    assert_eq!((code, said.as_str()), (1, ""));
    assert!(told.contains("3.2 “") && told.contains("(id): ") && told.contains("(en): "), "{told}");
    assert!(told.trim_end().ends_with("or shorten the pages."), "{told}");
}

#[test]
fn the_check_without_a_size_is_one_plain_sentence() {
    for (arguments, sentence) in [
        (&["present", "--check"][..], "--check <60x20> perlu diisi"),
        (&["present", "--check", "besar"], "besar"),
        (&["present", "--check", "60x20", "--run", "x"], "--run"),
    ] {
        let (code, _, told) = pandu(arguments);
        assert_eq!(code, 2, "{told}");
        assert!(told.contains(sentence) && told.trim_end().lines().count() == 1, "{told}");
    }
}
