//! Laws of everything shown in the hall: all of it is there, inside the window, at any size.

mod asked;
mod columns;

use std::borrow::Borrow;

use ratatui::{buffer::Buffer, layout::Rect, text::Line};

use super::*;
use crate::{
    model::{
        course::{Activity, Body, Content, Module, Page, Seen},
        markdown,
        safe_text::hostile::HOSTILE,
        text::{Said, Text},
    },
    ui::hall::way::Stop,
};

const TALL: u16 = 20_000;

fn said(text: &str) -> Said {
    Said::new(text.to_owned(), text.to_owned())
}

/// A course of one page with these stretches of Markdown, a step each.
fn course(title: &str, steps: &[&str]) -> Course {
    let blocks = steps.iter().enumerate().flat_map(|(step, text)| {
        markdown::parse(text).into_iter().map(move |block| teaching_part(step, block))
    });
    let body = Body { title: title.to_owned(), parts: blocks.collect() };
    let page = Page {
        key: "satu".to_owned(),
        minutes: 5,
        sources: Vec::new(),
        body: Text::new(body.clone(), body),
    };
    let module = Module { pages: vec![page], ..Module::empty("modul".to_owned()) };
    Course { title: said(title), modules: vec![module], ..Course::default() }
}

fn teaching_part(step: usize, block: markdown::Block) -> crate::model::course::Part {
    let content = Content::Block(block);
    crate::model::course::Part { step, seen: Seen::Everywhere, late_columns: 0, content }
}

fn hall<'a>(course: &'a Course, size: (u16, u16), density: Density, theme: &'a Theme) -> Hall<'a> {
    Hall { course, lang: Lang::Id, size, density, theme }
}

fn letters<L: Borrow<Line<'static>>>(lines: impl IntoIterator<Item = L>) -> String {
    let text: String = lines.into_iter().map(|line| line.borrow().to_string()).collect();
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Everything inside the window, nothing above another, each line of the body whole.
fn is_whole(parts: &[Part], size: (u16, u16), theme: &Theme) {
    assert!(!parts.is_empty());
    for part in parts {
        assert!(!part.steps.is_empty() && part.steps.is_sorted());
        for (at, row) in part.rows.iter().enumerate() {
            let end = usize::from(row.x) + row.line.width();
            assert!(end <= usize::from(size.0) && row.y < size.1, "{size:?}: {row:?}");
            let is_over = |other: &Row| other.y == row.y && !other.line.spans.is_empty();
            let beside = |other: &Row| {
                end <= usize::from(other.x)
                    || usize::from(other.x) + other.line.width() <= usize::from(row.x)
            };
            let rest = part.rows.iter().skip(at + 1);
            assert!(rest.filter(|o| is_over(o)).all(beside), "{size:?}: over {row:?}");
        }
        let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        part.draw(usize::MAX, theme, buf.area, &mut buf);
    }
}

fn all_letters(parts: &[Part]) -> String {
    parts.iter().map(|part| letters(part.body(usize::MAX))).collect()
}

/// What the parts hold is what one endless window holds, letter by letter.
fn is_complete(hall: &Hall<'_>, lay: impl Fn(&Hall<'_>) -> Vec<Part>) {
    let parts = lay(hall);
    is_whole(&parts, hall.size, hall.theme);
    let endless = Hall { size: (hall.size.0, TALL), ..*hall };
    let whole = lay(&endless);
    // A headline that is too long goes with the text.
    let (shown, whole) = (all_letters(&parts), all_letters(&whole));
    assert!(shown.ends_with(&whole), "{:?} {:?}\n{shown}\n{whole}", hall.size, hall.density);
}

fn hostile_pages() -> Vec<Course> {
    let all: Vec<&str> = HOSTILE.iter().map(|(_, text)| *text).collect();
    let all = all.join("\n\n");
    let list: Vec<_> = (1..=200).map(|n| format!("{n}. butir yang ke-{n}")).collect();
    let list = list.join("\n");
    let word = "sangatpanjang".repeat(12);
    let cells = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(8));
    let table = cells("Kepala") + &cells("---") + &cells(&word) + &cells("isi");
    let wide = "世界您好".repeat(40);
    let deep = format!("{}dalam\n", "> ".repeat(12));
    let code = format!("```\n{}\n   {}\n```", "=".repeat(130), "x ".repeat(70));
    let long = "Kalimat yang panjang sekali, ".repeat(30);
    vec![
        course("Ancaman", &[&all]),
        course("Daftar", &[&list, "Sesudahnya."]),
        course("Tabel", &["Awal.", &table, &table]),
        course(&wide, &[&wide, &word, &deep]),
        course(&long, &[&long, &code, "### Judul\n\nAkhir."]),
        columns::late(course("Kolom", &["Awal.", &table, &table, "Akhir."]), 5),
        course("", &[]),
        course("Kosong", &["", "", "***"]),
    ]
}

#[rustfmt::skip]
const SIZES: [(u16, u16); 14] = [
    (1, 1), (2, 3), (4, 9), (9, 2), (13, 5), (25, 8), (36, 3), (41, 6), (49, 9),
    USUAL, (80, 24), (160, 45), (500, 200), (500, 1),
];

#[test]
fn the_worst_page_is_split_and_never_clipped() {
    let (colour, plain) = (Theme::contrast(), Theme::plain().ascii());
    for course in hostile_pages() {
        for size in SIZES {
            for (density, theme) in [
                (Density::Dense, &colour),
                (Density::Usual, &plain),
                (Density::Usual, &colour),
                (Density::Sparse, &plain),
            ] {
                is_complete(&hall(&course, size, density, theme), |hall| hall.page("satu"));
            }
        }
    }
}

#[test]
fn the_same_window_gets_the_same_parts() {
    let theme = Theme::contrast();
    for course in hostile_pages() {
        let hall = hall(&course, (30, 9), Density::Usual, &theme);
        assert_eq!(hall.page("satu"), hall.page("satu"));
    }
}

#[test]
fn a_table_that_goes_on_repeats_its_header() {
    let rows: Vec<_> = (0..40).map(|n| format!("| sebelum {n} | sesudah {n} |")).collect();
    let rows = rows.join("\n");
    let table = format!("| Sebelum | Sesudah |\n|---|---|\n{rows}");
    let course = course("Loket", &[&table]);
    let theme = Theme::plain();
    let parts = hall(&course, (60, 20), Density::Usual, &theme).page("satu");
    assert_eq!(parts.len(), 3);
    for part in &parts {
        let heads = part.rows.iter().filter(|row| letters([&row.line]) == "Sebelum│Sesudah");
        assert_eq!(heads.count(), 1);
    }
    let told = |part: &Part| letters(part.rows.iter().map(|row| &row.line));
    assert!(told(&parts[1]).contains("(lanjutan2/3)"), "{}", told(&parts[1]));
}

#[test]
fn a_heading_does_not_end_a_part() {
    let filler = "Satu kalimat.\n\n".repeat(7);
    for extra in 0..6 {
        let text = format!("{}{filler}### Judul kecil\n\n{filler}", "- a\n".repeat(extra) + "\n\n");
        let course = course("Judul", &[&text]);
        let theme = Theme::plain();
        for part in hall(&course, (60, 20), Density::Usual, &theme).page("satu") {
            let last = part.body(usize::MAX).last().map(|line| letters([line]));
            assert_ne!(last.as_deref(), Some("Judulkecil"));
        }
    }
}

/// The stops of a page in order.
fn stops(parts: &[Part]) -> Vec<Stop> {
    let mut stops = vec![way::first(parts)];
    while let Some(next) = way::next(parts, stops[stops.len() - 1]) {
        stops.push(next);
        assert!(stops.len() < 10_000);
    }
    stops
}

#[test]
fn the_way_goes_on_and_back_over_every_step_of_every_part() {
    let theme = Theme::plain();
    for course in hostile_pages() {
        for size in [(1, 1), (9, 6), (30, 8), (60, 20), (80, 24)] {
            let parts = hall(&course, size, Density::Usual, &theme).page("satu");
            let there = stops(&parts);
            assert_eq!(there.last(), Some(&way::last(&parts)));
            let all: usize = parts.iter().map(|part| part.steps.len()).sum();
            assert_eq!(there.len(), all);
            for pair in there.windows(2) {
                assert_eq!(way::previous(&parts, pair[1]), Some(pair[0]));
                assert!(pair[0].step <= pair[1].step && pair[0].part <= pair[1].part);
            }
            assert_eq!(way::previous(&parts, there[0]), None);
            for stop in there {
                assert_eq!(way::settle(&parts, stop), stop);
            }
            let astray = Stop { step: usize::MAX, part: usize::MAX };
            assert_eq!(way::settle(&parts, astray), way::last(&parts));
        }
    }
}

#[test]
fn in_another_window_the_same_words_are_in_sight() {
    let theme = Theme::plain();
    for course in hostile_pages() {
        let lay = |size| hall(&course, size, Density::Usual, &theme).page("satu");
        for old in [(20, 6), (60, 20), (160, 45)].map(lay) {
            for new in [(15, 5), (40, 9), (60, 20), (100, 30)].map(lay) {
                for stop in stops(&old) {
                    let place = old[stop.part].newest(stop.step);
                    let moved = way::moved(&old, &new, stop);
                    let part = &new[moved.part];
                    assert!(part.begin() <= place || moved.part == 0);
                    let after = new.get(moved.part + 1).map(Part::begin);
                    assert!(after.is_none_or(|after| after > place), "{stop:?} {moved:?}");
                    assert!(moved.step <= stop.step.max(part.steps[0]));
                }
            }
        }
    }
}

#[test]
fn everything_else_is_whole_in_every_window() {
    let course = course("Studi Kasus Keberhasilan SOP", &["isi"]);
    let groups: Vec<String> = (1..=9).map(|n| format!("Kelompok {n}")).collect();
    let activity = Activity {
        key: "kerja".to_owned(),
        page: "satu".to_owned(),
        minutes: 4,
        group: Some(5),
        title: said("Empat label untuk satu SOP"),
        steps: vec![said("Pilih satu SOP yang dikenal semua orang."), said("Lingkari label.")],
        product: said("Empat label"),
        sheet: None,
    };
    let slots: Vec<Slot> = (8..17)
        .map(|hour| Slot {
            start: format!("{hour:02}.00"),
            title: "Konsep dasar SOP dan peran regulasi".to_owned(),
            is_break: hour == 12,
        })
        .collect();
    let keys = ["F5: mulai".to_owned()];
    for theme in [Theme::contrast(), Theme::plain().ascii()] {
        for size in SIZES {
            for density in Density::ALL {
                let hall = hall(&course, size, density, &theme);
                let start = Start { session: "Hari 1", second: "pandu notes", keys: &keys };
                is_whole(&hall.start(start), size, &theme);
                is_complete(&hall, |hall| hall.agenda(&slots, Some(3)));
                for pace in [Pace::Running, Pace::Paused, Pace::Over] {
                    let countdown = Countdown { seconds: 35_999, pace, title: "Diskusi berdua" };
                    is_whole(&hall.countdown(countdown), size, &theme);
                    let countdown = Some(countdown);
                    let task =
                        Task { activity: &activity, groups: &groups, is_drawn: true, countdown };
                    is_whole(&hall.task(task), size, &theme);
                    let task = Task { countdown: None, ..task };
                    is_complete(&hall, |hall| hall.task(task));
                }
                is_whole(&[Part::black(&theme)], size, &theme);
            }
        }
    }
}

#[test]
fn the_box_of_the_start_page_is_the_usual_window() {
    let course = course("Judul", &["isi"]);
    let theme = Theme::plain();
    for size in [(60, 20), (80, 24), (161, 45)] {
        let hall = hall(&course, size, Density::Usual, &theme);
        let parts = hall.start(Start::default());
        let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        parts[0].draw(0, &theme, buf.area, &mut buf);
        let (left, top) = ((size.0 - 60) / 2, (size.1 - 20) / 2);
        for (x, y, corner) in [(0, 0, "┌"), (59, 0, "┐"), (0, 19, "└"), (59, 19, "┘")] {
            assert_eq!(buf[(left + x, top + y)].symbol(), corner, "{size:?}");
        }
    }
}

#[test]
fn a_countdown_says_in_words_and_inverted_that_it_is_over() {
    let course = course("Judul", &["isi"]);
    let theme = Theme::contrast();
    let hall = hall(&course, USUAL, Density::Usual, &theme);
    let told = |pace, seconds| {
        let part = hall.countdown(Countdown { seconds, pace, title: "" }).remove(0);
        let text = letters(part.rows.iter().map(|row| &row.line));
        let is_inverted = part
            .rows
            .iter()
            .any(|row| row.line.style.add_modifier.contains(ratatui::style::Modifier::REVERSED));
        (text, is_inverted, part.rows.len())
    };
    let (text, is_inverted, _) = told(Pace::Over, 0);
    assert!(text.contains("Waktuhabis") && is_inverted);
    let (text, is_inverted, rows) = told(Pace::Paused, 61);
    assert!(text.contains("Dijeda") && !is_inverted);
    assert_eq!(rows, told(Pace::Running, 5).2, "nothing moves while it runs");
    assert_eq!([clock(61), clock(35_999)], ["01:01", "9:59:59"]);
}

#[test]
fn headings_in_big_letters_appear_where_they_cost_no_further_part() {
    let theme = Theme::contrast();
    let short = course("Monev", &["Satu kalimat."]);
    let count = |course: &Course, size| {
        let parts = hall(course, size, Density::Usual, &theme).page("satu");
        (parts.len(), parts[0].rows[0].line.spans[0].content.contains('█'))
    };
    assert_eq!(count(&short, (60, 20)), (1, true));
    let full = course("Monev", &[&"Satu kalimat.\n\n".repeat(9)]);
    assert_eq!(count(&full, (60, 20)), (1, false));
}
