//! Questions of the built-in course as they are answered: nothing that is needed together is apart,
//! and what was half done is there again after the terminal was killed.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop, and its helpers are no tests in clippy's eyes"
)]

use std::rc::Rc;

use pandu::{
    model::{
        course::{Item, Kind},
        profile::Profile,
        text::Lang,
    },
    store::course::{Source, load},
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Key},
        screen::{AnyScreen, Input},
        screens::question::Question,
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

/// A question of the built-in course as it first comes up.
fn asked(cx: &mut Cx, module: &str, item: &str) -> Box<dyn AnyScreen> {
    Question::open(module, cx).unwrap();
    cx.edit_work(Save::Now, |work| {
        let open = work.open.as_mut().unwrap();
        // Whichever the round begins with: this one is asked.
        (open.items, open.at) = (vec![item.to_owned()], 0);
    });
    Box::new(Question::open(module, cx).unwrap())
}

fn picture(screen: &dyn AnyScreen, cx: &Cx, window: Rect) -> String {
    let mut buf = Buffer::empty(window);
    frame::draw(screen, cx, window, &mut buf);
    let rows = buf.content.chunks(usize::from(window.width));
    let rows = rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>());
    rows.collect::<Vec<_>>().join("\n")
}

/// How many letters a row of this item may be given.
fn letters(item: &Item) -> usize {
    if item.kind == Kind::Classify { item.bins.len() } else { item.options.len() }
}

/// Whatever the course asks, in a window of 60 × 18 the row being answered and every choice stand
/// together, on the way down and on the way up.
#[test]
fn a_row_and_all_its_choices_are_seen_together() {
    let course = Rc::new(load(&Source::BuiltIn).unwrap().course);
    let mut count = 0;
    for (width, height) in [(60, 18), (80, 18), (80, 24), (120, 40)] {
        let window = Rect::new(0, 0, width, height);
        for module in &course.modules {
            for item in module.items.iter().filter(|item| item.has_rows()) {
                let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
                let profile = Profile::new("f00d".to_owned());
                let mut cx = Cx::new(Rc::clone(&course), profile, now, 1);
                cx.body = frame::body(window);
                let mut screen = asked(&mut cx, &module.key, &item.key);
                for lang in Lang::ALL {
                    cx.speak(lang);
                    let down = vec![keys::DOWN; item.options.len()];
                    let up = vec![keys::UP; item.options.len()];
                    for key in down.into_iter().chain(up) {
                        let seen = picture(&*screen, &cx, window);
                        let rows = seen.lines().filter(|line| line.contains("▸ ○"));
                        assert_eq!(rows.count(), 1, "{}:\n{seen}", item.key);
                        for letter in ('A'..).take(letters(item)) {
                            let is_seen = seen.contains(&format!("○ {letter}  "));
                            assert!(is_seen, "{letter} of {}:\n{seen}", item.key);
                        }
                        screen.input(Input::Key(key), &mut cx);
                    }
                }
                count += 1;
            }
        }
    }
    assert!(count >= 4 * 7, "{count}");
}

/// Answered rightly by letters alone, every item with rows is worth the whole mark.
#[test]
fn every_item_with_rows_can_be_answered_by_letters() {
    let course = Rc::new(load(&Source::BuiltIn).unwrap().course);
    for module in &course.modules {
        for item in module.items.iter().filter(|item| item.has_rows()) {
            let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
            let mut cx = Cx::new(Rc::clone(&course), Profile::new("f00d".to_owned()), now, 7);
            let mut screen = asked(&mut cx, &module.key, &item.key);
            let seed = cx.work().rounds[0].seed;
            let choices = pandu::model::quiz::choices(item, seed);
            for row in pandu::model::quiz::rows(item, seed) {
                let right = item.right_choice(item.option(&row).unwrap());
                let at = choices.iter().position(|choice| choice == right).unwrap();
                let letter = ('a'..='g').nth(at).unwrap();
                screen.input(Input::Key(Key::char(letter)), &mut cx);
            }
            for key in [keys::ENTER, Key::char('3')] {
                screen.input(Input::Key(key), &mut cx);
            }
            let answer = cx.work().answers.last().unwrap();
            assert!((answer.mark - 1.0).abs() < 1e-9, "{}: {:?}", item.key, answer.chosen);
        }
    }
}

#[test]
#[cfg(unix)]
fn half_a_match_and_half_a_reflection_survive_a_kill() {
    use crate::pty::Session;
    let folder = tempfile::tempdir().unwrap();
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/course");
    let start = || {
        Session::start_with(folder.path(), |command| {
            command.args(["--seed", "1", "--course", fixture]);
        })
    };
    let mut session = start();
    session.shows(&["Selamat datang di pandu"]);
    session.press("\rSiti\r\r");
    session.shows(&["1 dari 4"]);
    session.press("\x1b");
    session.shows(&["q keluar"]);
    session.press("\x1b[B\x1b[B\x1b[B\r");
    session.shows(&["s soal"]);
    session.press("s");
    session.shows(&["soal 1 dari 3"]);
    session.press("ac");
    session.shows(&["C  Rekan memerlukan map", "▸ ○  Atasan meminta rekap", "✓ tersimpan"]);
    session.kill();

    let mut session = start();
    session.shows(&["q keluar"]);
    session.press("\r");
    session.shows(&["C  Rekan memerlukan map", "▸ ○  Atasan meminta rekap"]);
    session.press("bd\r2");
    session.shows(&["coba sekali lagi"]);
    // The second try, to its end and past its feedback; then the classify in one go.
    session.press("\radcb\r3");
    session.shows(&["Benar pada percobaan kedua"]);
    session.press("\r\r");
    session.shows(&["soal 2 dari 3"]);
    session.press("bbaa\r3");
    session.shows(&["✓ Benar."]);
    session.press("\r\r");
    session.shows(&["soal 3 dari 3"]);
    session.press("Rekan saya meminta map");
    session.shows(&["Rekan saya meminta map", "✓ tersimpan"]);
    session.kill();

    let mut session = start();
    session.shows(&["q keluar"]);
    session.press("\r");
    session.shows(&["▸ Rekan saya meminta map", "Enter bandingkan"]);
    session.press(" izin\rb");
    session.shows(&["Contoh jawaban", "✓ B  kapan dijawab", "✓ tersimpan"]);
    session.kill();

    let mut session = start();
    session.shows(&["q keluar"]);
    session.press("\r");
    session.shows(&["Rekan saya meminta map izin", "✓ B  kapan dijawab", "Enter selesai"]);
    session.press("\r");
    session.shows(&["Direnungkan: 1 dari 3 butir", "✓ tersimpan"]);
    session.press("\r");
    session.shows(&["1 dari 2 benar pada percobaan pertama", "1 soal direnungkan"]);
    session.press("\x03");
    assert!(session.end().success());
}
