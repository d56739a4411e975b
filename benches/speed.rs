//! How long the parts take that a person waits for: loading, drawing, grading, saving.
//!
//! What they may take is said in README; here it is only measured. Screens are drawn through
//! [`frame::draw`] as the app draws them, without a terminal.

#![allow(missing_docs, reason = "the macro of criterion makes an undocumented function")]
#![allow(clippy::expect_used, reason = "a measurement of nothing must stop")]

use std::{fs, hint::black_box, rc::Rc, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::SignedDuration;
use pandu::{
    model::{
        chance::Chance,
        course::{Choice, Course, Item, Kind},
        grade, history, memory,
        moment::Moment,
        notes,
        profile::{Answer, Chosen, Mode, Profile, Round},
        quiz,
        search::{Entry, Index, Place, find},
        standing,
        text::Lang,
    },
    store::{
        course::{Source, load},
        disk::RealDisk,
        paths::{Layout, Name},
        profile,
    },
    ui::{
        cx::{Cx, Save},
        frame,
        screen::AnyScreen,
        screens::{
            contents::Contents, glossary::Glossary, help::Help, home::Home, notes::Notes,
            question::Question, reader::Reader, result::Result as ResultScreen, search::Search,
            welcome::Welcome,
        },
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

const WINDOW: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };
/// Answers of a diligent person after a year.
const ANSWERS: usize = 1_000;
/// Answers of somebody who never stopped.
const MANY: usize = 20_000;

fn built_in() -> Course {
    load(&Source::BuiltIn).expect("the built-in course opens").course
}

fn now() -> Moment {
    "2026-11-24T09:12:31+07:00".parse().expect("a time")
}

fn cx(course: &Rc<Course>) -> Cx {
    let mut cx = Cx::new(Rc::clone(course), Profile::new("f00d".to_owned()), now(), 1);
    cx.body = frame::body(WINDOW);
    cx
}

fn courses(criterion: &mut Criterion) {
    criterion.bench_function("load the course", |bencher| {
        bencher.iter(|| load(&Source::BuiltIn).map(|loaded| loaded.course.modules.len()).ok());
    });
}

/// Ten thousand pages of about 1 KB, made of the words of the built-in course and a number each.
fn library() -> Index {
    let course = built_in();
    let mut chance = Chance::new(1, "library");
    let bodies = course.modules.iter().flat_map(|module| &module.items);
    let texts = bodies.map(|item| item.prompt.get(Lang::Id).as_str()).collect::<Vec<_>>().join(" ");
    let known: Vec<&str> = texts.split_whitespace().collect();
    let page = |number: usize| {
        let mut body = String::new();
        while body.len() < 1_000 {
            let at = chance.bits() as usize % known.len();
            body += known.get(at).copied().unwrap_or_default();
            // Real texts hold many words that stand nowhere else.
            if chance.bits().is_multiple_of(16) {
                body += &(chance.bits() % 30_000).to_string();
            }
            body.push(' ');
        }
        let place = Place::Page(number.to_string());
        Entry { place, title: format!("Halaman {number}"), also: None, body }
    };
    Index::new((0..10_000).map(page).collect())
}

fn searches(criterion: &mut Criterion) {
    let index = library();
    for typed in ["m", "mutu", "mutu baku", "pelayann", "monitorng evaluasi", "qwertyuiop"] {
        criterion.bench_function(&format!("search 10,000 pages: {typed}"), |bencher| {
            bencher.iter(|| find(&[&index], black_box(typed)).count);
        });
    }
}

/// Every screen with the state it is drawn in. A new screen is one more line here.
fn screens(course: &Rc<Course>) -> Vec<(&'static str, Box<dyn AnyScreen>, Cx)> {
    let module = &course.modules.first().expect("a module").key;
    let first = &course.modules.first().and_then(|m| m.pages.first()).expect("a page").key;
    let table = "landasan-regulasi";
    let question = |cx: &mut Cx| Question::open(module, cx).expect("the module has questions");
    let mut screens = Vec::new();
    let mut add = |name, make: &dyn Fn(&mut Cx) -> Box<dyn AnyScreen>| {
        let mut cx = cx(course);
        let screen = make(&mut cx);
        screens.push((name, screen, cx));
    };
    add("welcome", &|cx| Box::new(Welcome::new(cx)));
    add("home", &|cx| Box::new(Home::new(cx)));
    add("contents", &|cx| Box::new(Contents::new(module, cx)));
    add("reader, first page", &|cx| Box::new(Reader::resume(first, cx)));
    add("reader, a table", &|_| Box::new(Reader::visit(table)));
    add("glossary", &|_| Box::new(Glossary::new()));
    add("search", &|cx| {
        cx.edit_work(Save::Soon, |work| "mutu baku".clone_into(&mut work.search));
        Box::new(Search::new(cx))
    });
    add("notes", &|cx| {
        let course = Rc::clone(&cx.course);
        let pages = course.modules.iter().flat_map(|module| &module.pages);
        for page in pages {
            let (key, now) = (page.key.as_str(), cx.now);
            let text = "Tanya Bagian Organisasi. ".repeat(20);
            cx.edit_work(Save::Now, |work| notes::write(&mut work.notes, key, text, now));
        }
        Box::new(Notes::new())
    });
    add("question", &|cx| Box::new(question(cx)));
    add("result", &|cx| Box::new(ResultScreen::new(finished(module, cx))));
    add("help", &|cx| {
        let below = question(cx);
        Box::new(Help::new(below.head(cx).left, AnyScreen::help(&below, cx), false))
    });
    screens
}

/// A round of a module answered whole, every second item wrongly; returns its number.
fn finished(module: &str, cx: &mut Cx) -> u64 {
    let course = Rc::clone(&cx.course);
    assert!(Question::open(module, cx).is_some());
    let round = cx.work().open.as_ref().expect("an open round").round;
    let (_, module) = course.module(module).expect("the module");
    for (at, item) in module.items.iter().enumerate() {
        cx.record(answer(item, round, at % 2 == 0));
    }
    cx.edit_work(Save::Now, |work| quiz::finish(work, now())).expect("the round ends")
}

fn drawing(criterion: &mut Criterion) {
    let course = Rc::new(built_in());
    let mut group = criterion.benchmark_group("draw 80x24");
    for (name, screen, cx) in screens(&course) {
        group.bench_function(name, |bencher| {
            let mut buffer = Buffer::empty(WINDOW);
            bencher.iter(|| {
                buffer.reset();
                frame::draw(black_box(screen.as_ref()), &cx, WINDOW, &mut buffer)
            });
        });
    }
    group.finish();
}

/// The right answer to an item, or none of it.
fn chosen(item: &Item, is_right: bool) -> Chosen {
    let right: Vec<String> = item.right_keys().map(str::to_owned).collect();
    let all = item.options.iter().map(|option| option.key.clone());
    match item.kind {
        _ if !is_right => Chosen::Keys(Vec::new()),
        Kind::Single | Kind::Multiple => Chosen::Keys(right),
        Kind::Order => Chosen::Keys(all.collect()),
        Kind::Truth => Chosen::Truth { verdict: item.verdict, reason: right.concat() },
        Kind::Recall => Chosen::Typed(item.accept.id.first().cloned().unwrap_or_default()),
        Kind::Match | Kind::Classify => {
            let right = |row: &Choice| (row.key.clone(), item.right_choice(row).to_owned());
            Chosen::Pairs(item.options.iter().map(right).collect())
        }
        Kind::Reflect => Chosen::Reflection {
            text: "Teks.".to_owned(),
            ticks: (1..=item.check.len()).map(|line| line.to_string()).collect(),
        },
    }
}

fn answer(item: &Item, round: u64, is_right: bool) -> Answer {
    let chosen = chosen(item, is_right);
    Answer {
        n: 0,
        round,
        item: item.key.clone(),
        revision: item.revision,
        shown: quiz::shown(item, 1),
        mark: grade::mark(item, &chosen),
        chosen,
        sure: Some(3),
        hints: 0,
        attempt: 1,
        ms: 8_123,
        at: now(),
        unknown: serde_json::Map::new(),
    }
}

fn grading(criterion: &mut Criterion) {
    let course = built_in();
    let mut group = criterion.benchmark_group("grade");
    for (kind, name) in Kind::ALL {
        let mut items = course.modules.iter().flat_map(|module| &module.items);
        let item = items.find(|item| item.kind == kind).expect("an item of each kind");
        let chosen = chosen(item, true);
        assert!(grade::mark(item, &chosen) >= 1.0, "{}", item.key);
        group.bench_function(name, |bencher| {
            bencher.iter(|| grade::mark(black_box(item), black_box(&chosen)));
        });
    }
    group.finish();
}

/// A profile of so many answers, spread over the whole course.
fn full() -> Profile {
    let course = Rc::new(built_in());
    let mut cx = cx(&course);
    let items: Vec<&Item> = course.modules.iter().flat_map(|module| &module.items).collect();
    for (at, item) in items.iter().cycle().take(ANSWERS).enumerate() {
        cx.record(answer(item, 1, at % 3 != 0));
    }
    cx.profile().clone()
}

/// A record of so many first tries, each item on days of its own, as years of review would leave it.
fn years(answers: usize) -> Cx {
    let course = Rc::new(built_in());
    let mut cx = cx(&course);
    let items: Vec<&Item> = course.items().filter(|item| item.is_scored()).collect();
    cx.edit_work(Save::Now, |work| {
        work.rounds.push(Round {
            n: 1,
            mode: Mode::Practice,
            scope: "all".to_owned(),
            form: None,
            seed: 1,
            begun: now(),
            ended: Some(now()),
            unknown: serde_json::Map::new(),
        });
    });
    for (at, item) in items.iter().cycle().take(answers).enumerate() {
        let days = i64::try_from(at / items.len()).unwrap_or(0) * 3;
        let mut answer = answer(item, 1, at % 3 != 0);
        answer.at = now().later(SignedDuration::from_hours(24 * days - 24 * 300));
        cx.record(answer);
    }
    cx
}

fn standings(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("20,000 answers");
    let cx = years(MANY);
    let today = now().learning_day();
    group.bench_function("standing", |bencher| {
        bencher.iter(|| standing::standing(black_box(&cx.course), black_box(cx.work()), today));
    });
    let firsts = history::first_tries(cx.work());
    let daily = history::daily(&firsts);
    assert!(daily.len() > MANY * 9 / 10, "{} count", daily.len());
    group.bench_function("memories by FSRS", |bencher| {
        bencher.iter(|| memory::memories(black_box(&daily), &firsts));
    });
    let home = Home::new(&cx);
    group.bench_function("home, drawn again", |bencher| {
        let mut buffer = Buffer::empty(WINDOW);
        bencher.iter(|| {
            buffer.reset();
            frame::draw(black_box(&home as &dyn AnyScreen), &cx, WINDOW, &mut buffer)
        });
    });
    group.finish();
}

fn saving(criterion: &mut Criterion) {
    let profile = full();
    let mut group = criterion.benchmark_group("profile of 1,000 answers");
    group.bench_function("encode", |bencher| {
        bencher.iter(|| profile::encode(black_box(&profile)).map(|bytes| bytes.len()).ok());
    });
    // Where cargo builds: a real disk, while the folder for temporary files may be in memory.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("speed");
    fs::create_dir_all(&folder).expect("a folder");
    let place = tempfile::tempdir_in(&folder).expect("a temporary folder");
    let layout = Layout::new(place.path().to_owned());
    let id = "f00d".to_owned();
    let opened = profile::open(Arc::new(RealDisk), &layout, &Name::default(), id);
    let mut keeper = opened.expect("a new profile opens").keeper;
    group.bench_function("save", |bencher| {
        let mut profile = profile.clone();
        bencher.iter(|| {
            profile.rev += 1;
            keeper.save(&profile).expect("the disk takes it")
        });
    });
    group.finish();
}

criterion_group!(benches, courses, drawing, grading, standings, saving, searches);
criterion_main!(benches);
