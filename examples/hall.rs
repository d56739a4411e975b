//! Prints any screen of the hall in colour, to be looked at:
//! `cargo run --example hall -- id 60x20 dark usual page:lima-kunci 1 0`
//! (language, window, dark or light or plain or ascii, density, screen, step, part).
#![allow(
    clippy::print_stdout,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a tool for authors"
)]

#[path = "print/colour.rs"]
mod colour;

use std::env;

use pandu::{
    app::settings::Settings,
    model::text::Lang,
    ui::{
        hall::{Countdown, Density, Hall, Pace, Part, Poll, Slot, Start, Task, View},
        theme::{Signs, Terminal, Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let course = Settings::default().load_course().unwrap_or_else(|fault| panic!("{}", fault.say));
    let size = word(1).split_once('x').map(|(w, h)| (w.parse().ok(), h.parse().ok()));
    let Some((Some(width), Some(height))) = size else { panic!("a size like 60x20") };
    let terminal = Terminal {
        is_plain: word(2) == "plain",
        signs: if word(2) == "ascii" { Signs::Asked } else { Signs::All },
        ..Terminal::default()
    };
    let theme = Theme::projector(terminal, word(2) == "light");
    let density = match word(3) {
        "dense" => Density::Dense,
        "roomy" => Density::Roomy,
        "sparse" => Density::Sparse,
        _ => Density::Usual,
    };
    let lang = Lang::from_code(word(0)).unwrap_or_default();
    let hall = Hall { course: &course, lang, size: (width, height), density, theme: &theme };
    let parts = screen(&hall, word(4));
    let part = &parts[word(6).parse().unwrap_or(0).min(parts.len() - 1)];
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    part.draw(word(5).parse().unwrap_or(usize::MAX), &theme, buf.area, &mut buf);
    colour::print(&buf);
}

fn screen(hall: &Hall<'_>, name: &str) -> Vec<Part> {
    let (sort, key) = name.split_once(':').unwrap_or((name, ""));
    let poll = |view, counts: &[Vec<u32>]| {
        let item = hall.course.items().find(|item| item.key == key);
        let item = item
            .or_else(|| hall.course.items().filter(|item| item.is_poll()).nth(key.parse().ok()?));
        let Some(item) = item else { panic!("no question {key}") };
        hall.question(&Poll { item, shown: &[], counts, view })
    };
    let title = hall.lang.pick("Diskusi berdua", "Talk in pairs");
    let countdown = |seconds, pace| Countdown { seconds, pace, title };
    match sort {
        "page" => hall.page(key),
        "question" => poll(View::Question, &[]),
        "bars" => poll(View::Bars, &[vec![17, 9, 5, 0, 1]]),
        "two" => poll(View::Bars, &[vec![17, 9, 5, 0, 1], vec![6, 27, 2, 1]]),
        "key" => poll(View::Key, &[vec![17, 9, 5, 0, 1], vec![6, 27, 2, 1]]),
        "run" => hall.countdown(countdown(272, Pace::Running)),
        "pause" => hall.countdown(countdown(272, Pace::Paused)),
        "over" => hall.countdown(countdown(0, Pace::Over)),
        "black" => vec![Part::black(hall.theme)],
        "agenda" => {
            let day = hall.course.agenda.iter().filter(|session| {
                session.day == 1 && session.schedule.as_deref() == Some("dua-hari")
            });
            let slots: Vec<_> = day
                .map(|session| Slot {
                    start: session.start.clone().unwrap_or_default(),
                    title: session.title.get(hall.lang).clone(),
                    is_break: session.jp == 0,
                })
                .collect();
            hall.agenda(&slots, Some(4))
        }
        "task" => {
            let groups = ["Melati", "Kenanga", "Cempaka", "Flamboyan"].map(str::to_owned);
            let found = hall.course.activities.iter().find(|activity| activity.key == key);
            let Some(activity) = found.or(hall.course.activities.first()) else { panic!("none") };
            let countdown = Some(countdown(180, Pace::Running));
            hall.task(Task { activity, groups: &groups, is_drawn: true, countdown })
        }
        _ => {
            let keys = [
                hall.lang
                    .pick("F5 atau Spasi: mulai · b: layar gelap", "F5 or Space: begin · b: black"),
                hall.lang.pick(
                    "[ ]: padat atau lapang · ?: semua tombol",
                    "[ ]: dense or roomy · ?: all keys",
                ),
            ]
            .map(str::to_owned);
            let session = hall
                .lang
                .pick("Hari 1 · Registrasi dan pre-test", "Day 1 · Registration and pre-test");
            hall.start(Start { session, second: "pandu notes", keys: &keys })
        }
    }
}
