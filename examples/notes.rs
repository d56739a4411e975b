//! Prints the facilitator's window in colour, to be looked at:
//! `cargo run --example notes -- id 80x24 dark page:lima-kunci next next black`
//! (language, window, dark or light or plain or ascii, then what is done one after the other).
#![allow(
    clippy::print_stdout,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a tool for authors"
)]

#[path = "print/colour.rs"]
mod colour;

use std::{env, rc::Rc};

use pandu::{
    app::settings::Settings,
    model::{
        course::Course,
        live::{Command, Cover, HallWindow, Live, Show, apply, hall_pages, options},
        moment::Moment,
        profile::Unknown,
        text::Lang,
    },
    ui::{
        keys::{Code, Key},
        screen::Input,
        show::{Role, Window},
        theme::{Signs, Terminal},
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

const BEGIN: &str = "2026-11-24T08:00:00+07:00";

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let course = Settings::default().load_course().unwrap_or_else(|fault| panic!("{}", fault.say));
    let course = Rc::new(course);
    let size = word(1).split_once('x').map(|(w, h)| (w.parse().ok(), h.parse().ok()));
    let Some((Some(width), Some(height))) = size else { panic!("a size like 80x24") };
    let (begin, lang) = (moment(BEGIN), Lang::from_code(word(0)).unwrap_or_default());
    let mut now = begin.later(jiff::SignedDuration::from_mins(101));
    let mut live = Live::new("kelas", &course);
    let mut keys = Vec::new();
    for word in words.iter().skip(3) {
        let (word, rest) = word.split_once(':').unwrap_or((word, ""));
        match word {
            "press" => keys.push(rest.to_owned()),
            "wait" => {
                now = now.later(jiff::SignedDuration::from_secs(rest.parse().unwrap_or(60)));
            }
            "rehearsal" => live.rehearsal = true,
            _ => {
                for command in commands(word, rest, &live, &course, begin, lang) {
                    live = apply(&live, &command, &course, now);
                }
            }
        }
    }
    let mut window = Window::new(Role::Notes, course, live, (now, 7));
    window.draw_for(Terminal {
        is_plain: word(2) == "plain",
        is_light: word(2) == "light",
        signs: if word(2) == "ascii" { Signs::Asked } else { Signs::All },
    });
    window.speak(lang);
    for key in keys {
        let key = match key.as_str() {
            "down" => Key::ctrl_code(Code::Down),
            key => Key::char(key.chars().next().unwrap_or('?')),
        };
        window.input(&Input::Key(key));
    }
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    window.draw(buf.area, &mut buf);
    colour::print(&buf);
}

fn moment(text: &str) -> Moment {
    text.parse().unwrap_or_else(|_| panic!("a moment"))
}

fn commands(
    word: &str,
    rest: &str,
    live: &Live,
    course: &Course,
    begin: Moment,
    lang: Lang,
) -> Vec<Command> {
    let item = || live.poll.as_ref().map_or_else(String::new, |poll| poll.item.clone());
    let show = |show| Command::Show { item: item(), show };
    let one = match word {
        "page" => {
            let number = rest.parse::<usize>().ok();
            let page = number.and_then(|number| hall_pages(course).nth(number.checked_sub(1)?));
            let key = page.map_or(rest, |(_, page)| page.key.as_str());
            return vec![Command::Begin, Command::GoTo(key.to_owned())];
        }
        "next" => Command::Next,
        "black" => Command::Black(true),
        "freeze" => Command::Freeze,
        "day" => {
            let schedule = course.schedules.iter().find(|schedule| schedule.key == rest);
            let schedule = schedule.or(course.schedules.first()).map(|it| it.key.clone());
            Command::StartDay { schedule, day: 1, start: begin }
        }
        "hall" => Command::Window(HallWindow {
            columns: rest.split_once('x').and_then(|(w, _)| w.parse().ok()).unwrap_or(60),
            rows: rest.split_once('x').and_then(|(_, h)| h.parse().ok()).unwrap_or(20),
            density: "usual".to_owned(),
            lang: lang.code().to_owned(),
            closed: false,
            unknown: Unknown::new(),
        }),
        "mark" => Command::Bookmark { page: live.page.clone(), is_set: true },
        "ask" => {
            let nth = rest.parse().unwrap_or(0);
            let items = course.items().filter(|item| item.is_poll());
            let key = items.map(|item| item.key.as_str()).nth(nth).unwrap_or(rest);
            return vec![Command::Begin, Command::Ask(key.to_owned())];
        }
        "count" | "again" => {
            let hands: &[u32] = if word == "count" { &[17, 9, 5, 1, 0] } else { &[6, 27, 2, 0, 0] };
            let vote = if word == "count" { 1 } else { 2 };
            let count = course.item(&item()).map_or(0, |(_, item)| options(item));
            let counts = hands.iter().copied().take(count).collect();
            let counts = Command::Counts { item: item(), vote, counts };
            return match vote {
                1 => vec![counts],
                _ => vec![Command::VoteAgain { item: item() }, counts],
            };
        }
        "bars" => show(Show::Bars),
        "key" => show(Show::Key),
        "timer" => Command::TimerStart { minutes: rest.parse().unwrap_or(5), activity: None },
        "pause" => Command::TimerPause,
        "small" => Command::TimerBig(false),
        "task" => {
            let found = course.activities.iter().find(|activity| activity.key == rest);
            let found = found.or(course.activities.first());
            let Some(activity) = found else { panic!("no activity") };
            let (page, key) = (activity.page.clone(), Some(activity.key.clone()));
            let start = Command::TimerStart { minutes: activity.minutes, activity: key };
            return vec![Command::Begin, Command::GoTo(page), start];
        }
        "groups" => {
            let names = ["Melati", "Kenanga", "Cempaka", "Flamboyan"].map(str::to_owned);
            return vec![Command::Groups(names.to_vec())];
        }
        "draw" => Command::Draw(7),
        "turn" => Command::Turn(rest.parse().unwrap_or(1)),
        "agenda" => Command::Cover(Some(Cover::agenda())),
        _ => panic!("nobody knows {word}"),
    };
    vec![one]
}
