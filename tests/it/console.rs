//! The built-in course in the facilitator's window: whatever the hall sees is in the preview.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests: a failure is what they are for"
)]

use std::{collections::BTreeMap, rc::Rc};

use pandu::{
    app::settings::Settings,
    model::{
        live::{Command, HallWindow, Live, apply, hall_pages},
        moment::Moment,
        profile::Unknown,
        text::Lang,
    },
    ui::{
        hall::{USUAL, way},
        show::{Role, Window},
    },
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
};

const NOW: &str = "2026-11-24T09:41:00+07:00";

/// How often each letter stands there; lines and bars are drawn, not written.
fn letters(text: impl Iterator<Item = char>) -> BTreeMap<char, usize> {
    let mut counted = BTreeMap::new();
    for letter in text.filter(|letter| letter.is_alphanumeric()) {
        *counted.entry(letter).or_default() += 1;
    }
    counted
}

#[test]
fn the_preview_holds_what_the_hall_sees_or_says_that_there_is_more() {
    let now: Moment = NOW.parse().expect("a moment");
    let course = Rc::new(Settings::default().load_course().expect("the built-in course opens"));
    let (mut whole, mut parted) = (0, 0);
    for lang in [Lang::Id, Lang::En] {
        let hall = HallWindow {
            columns: USUAL.0,
            rows: USUAL.1,
            density: "usual".to_owned(),
            lang: lang.code().to_owned(),
            closed: false,
            unknown: Unknown::new(),
        };
        let start = apply(&Live::new("kelas", &course), &Command::Window(hall), &course, now);
        for (_, page) in hall_pages(&course) {
            let live = apply(&start, &Command::GoTo(page.key.clone()), &course, now);
            let mut window = Window::new(Role::Notes, Rc::clone(&course), live, (now, 1));
            window.speak(lang);
            let parts = window.hall().page(&page.key);
            let mut next = Some(way::first(&parts));
            while let Some(stop) = next {
                next = way::next(&parts, stop);
                let mut live = window.live().clone();
                (live.step, live.part) = (stop.step, stop.part);
                window.show(live);
                let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
                window.draw(buf.area, &mut buf);
                let rows: Vec<String> = buf
                    .content
                    .chunks(80)
                    .map(|row| row.iter().map(Cell::symbol).collect())
                    .collect();
                let word = lang.pick(" Berikutnya  ", " Next  ");
                let end = rows.iter().position(|row| row.starts_with(word)).expect("what is next");
                let pane = &rows[3..end];
                let shown = letters(pane.iter().flat_map(|row| row.chars()));
                let seen = window.seen();
                let body = seen.parts[seen.stop.part].body(seen.stop.step);
                let body = body
                    .flat_map(|line| line.spans)
                    .flat_map(|span| span.content.chars().collect::<Vec<_>>());
                let is_there =
                    |(letter, count): (&char, &usize)| shown.get(letter).unwrap_or(&0) >= count;
                if letters(body).iter().all(is_there) {
                    whole += 1;
                    continue;
                }
                parted += 1;
                let is_said = pane.iter().any(|row| row.ends_with(['↑', '↓']));
                assert!(is_said, "{} {stop:?}\n{rows:#?}", page.key);
            }
        }
    }
    assert!(whole > 2 * parted, "{whole} are whole, {parted} are not");
}
