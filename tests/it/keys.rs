//! The keys of all screens: one meaning each, words in both languages, the same way back.
//!
//! Every screen is made here once more than in the program, on the fixture course; one that is
//! forgotten fails a test.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop, and its helpers are no tests in clippy's eyes"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier},
};

use pandu::{
    model::{
        course::Kind,
        notes,
        profile::Profile,
        quiz::{self, Ask},
        text::{Lang, Said, Text},
    },
    store::course::{Source, load},
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Code, Key},
        screen::{AnyScreen, Input, Printed, Screen, Step},
        screens::{
            choice::{Choice, Does, Way},
            confirm::Confirm,
            contents::Contents,
            diagnosis::Diagnoses,
            erase::Erase,
            exams::Exams,
            glossary::Glossary,
            handouts::Handouts,
            help::{EVERYWHERE, Help},
            home::Home,
            key_pages,
            note::NoteField,
            notes::Notes,
            people::{People, Who},
            plan::Planner,
            printed::View,
            question::Question,
            reader::Reader,
            result::Result as ResultScreen,
            search::Search,
            settings::Settings,
            sheet::Sheet,
            standing::Progress,
            tour::Tour,
            welcome::Welcome,
            words::Words,
        },
        theme::Theme,
    },
};

/// A module and a page of the fixture course.
const MODULE: &str = "mengenal";
const PAGE: &str = "dekat-atau-jauh";
/// The screen at the bottom of the stack: Esc has nowhere to go, and `q` leaves.
const ROOT: &str = "home";
/// What opens the help closes it.
const OPENS_HELP: [Key; 2] = [Key::char('?'), Key::plain(Code::F(1))];
/// How often Esc may be asked for: a field, a question, then the screen.
const PATIENCE: usize = 3;

fn fresh_cx() -> Cx {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture/course");
    let course = load(&Source::Folder(folder)).unwrap_or_else(|refused| panic!("{refused:?}"));
    let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
    Cx::new(Rc::new(course.course), Profile::new("f00d".to_owned()), now, 1)
}

fn who(name: &str, is_open: bool) -> Who {
    Who { name: name.to_owned(), is_open, ..Who::default() }
}

/// A screen as these laws see it.
struct Known {
    /// The file that it lives in.
    name: &'static str,
    /// Keys and words of each row.
    rows: Vec<(Vec<Key>, Text)>,
    fresh: Box<dyn Fn() -> (Box<dyn AnyScreen>, Cx)>,
}

fn known<S: Screen>(name: &'static str, make: fn(&mut Cx) -> S) -> Known {
    let rows = make(&mut fresh_cx()).keys().iter().map(|row| (row.on.to_vec(), row.say)).collect();
    let fresh = move || {
        let mut cx = fresh_cx();
        let screen: Box<dyn AnyScreen> = Box::new(make(&mut cx));
        (screen, cx)
    };
    Known { name, rows, fresh: Box::new(fresh) }
}

/// Every screen, in the order of src/ui/screens.rs.
fn screens() -> Vec<Known> {
    vec![
        known("choice", |_| {
            let way = |say, does| Way { say: Text::new(say, say), does };
            let story = vec![Said::new("Ada dua.".to_owned(), "There are two.".to_owned())];
            let ways = vec![way("go on", Does::GoOn), way("leave", Does::Quit)];
            Choice::new(Text::new("Pilih", "Choose"), story, ways)
        }),
        known("confirm", |_| Confirm::new(Said::default(), Box::new(|_| ()))),
        known("contents", |cx| Contents::new(MODULE, cx)),
        known("diagnosis", |cx| Diagnoses::new(cx)),
        known("erase", |_| Erase::new(who("utama", true), vec![Said::default()])),
        known("exams", |cx| Exams::new(cx)),
        known("glossary", |_| Glossary::new()),
        known("handouts", |_| Handouts::default()),
        known("help", |_| Help::new(String::new(), Vec::new(), true)),
        known(ROOT, |cx| Home::new(cx)),
        known("note", |cx| NoteField::new(PAGE, Some(Reader::visit(PAGE)), cx)),
        known("notes", |cx| {
            let now = cx.now;
            cx.edit_work(Save::Now, |work| notes::turn_mark(&mut work.notes, PAGE, now));
            Notes::new()
        }),
        known("people", |_| People::new(vec![who("utama", true), who("siti", false)])),
        known("plan", |cx| Planner::new(cx)),
        known("printed", |_| View::new(Printed::Handout { sort: "sources", name: None })),
        known("question", |cx| Question::open(MODULE, cx).unwrap()),
        known("reader", |cx| Reader::resume(PAGE, cx)),
        known("result", |cx| {
            let now = cx.now;
            assert!(Question::open(MODULE, cx).is_some());
            ResultScreen::new(cx.edit_work(Save::Now, |work| quiz::finish(work, now)).unwrap())
        }),
        known("search", |cx| Search::new(cx)),
        known("settings", |cx| Settings::new(cx)),
        known("sheet", |cx| {
            Question::start(&Ask::Test(Some(MODULE.to_owned())), cx).unwrap();
            Sheet::new(cx)
        }),
        known("standing", |_| Progress::new()),
        known("tour", |_| Tour::again()),
        known("welcome", |cx| Welcome::new(cx)),
        known("words", |_| Words::new(PAGE)),
    ]
}

fn press(screen: &mut Box<dyn AnyScreen>, key: Key, cx: &mut Cx) -> Option<Step> {
    screen.input(Input::Key(key), cx)
}

/// How many tables of keys the sources below a folder hold.
fn tables_of_keys(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let count = |path: PathBuf| {
        if path.is_dir() {
            return tables_of_keys(&path);
        }
        fs::read_to_string(path).unwrap().matches("const KEYS: &[Binding").count()
    };
    entries.map(count).sum()
}

#[test]
fn no_screen_is_forgotten_here() {
    let declared: Vec<&str> = include_str!("../../src/ui/screens.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let here: Vec<&str> = screens().iter().map(|screen| screen.name).collect();
    assert_eq!(here, declared, "each screen of src/ui/screens.rs needs its line in screens()");
    let tables = tables_of_keys(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/screens"));
    assert_eq!(key_pages().len(), tables, "each table of keys needs its row in key_pages()");
}

#[test]
fn a_key_means_one_thing_on_a_screen_whatever_its_case() {
    for screen in screens() {
        for key in screen.rows.iter().flat_map(|(on, _)| on) {
            assert_eq!(*key, key.level(), "{}: a key in upper case is never met", screen.name);
        }
        // Rows that never hold together may share a key, so what counts is what holds now.
        let unique = |top: &dyn AnyScreen, cx: &Cx| {
            let mut met = BTreeSet::new();
            for key in top.help(cx).iter().flat_map(|row| &row.keys) {
                assert!(met.insert(format!("{key:?}")), "{}: {key:?} twice", screen.name);
            }
        };
        let (top, cx) = (screen.fresh)();
        unique(&*top, &cx);
        for key in screen.rows.iter().flat_map(|(on, _)| on) {
            let (mut top, mut cx) = (screen.fresh)();
            press(&mut top, *key, &mut cx);
            unique(&*top, &cx);
        }
    }
}

#[test]
fn every_row_has_a_key_and_words_in_both_languages() {
    for screen in screens() {
        assert!(!screen.rows.is_empty(), "{}", screen.name);
        for (on, say) in screen.rows {
            assert!(!on.is_empty(), "{}: {say:?} has no key", screen.name);
            for lang in Lang::ALL {
                assert!(!say.say(lang).trim().is_empty(), "{}: {on:?} in {lang}", screen.name);
                let labels: Vec<String> = on.iter().map(|key| key.label(lang, true)).collect();
                assert!(labels.iter().all(|label| !label.is_empty()), "{}: {on:?}", screen.name);
            }
        }
    }
}

#[test]
fn no_screen_takes_a_key_that_holds_everywhere() {
    let everywhere: Vec<Key> = EVERYWHERE.iter().flat_map(|(on, _)| on.iter().copied()).collect();
    for must in [Key::ctrl('c'), Key::plain(Code::F(1)), Key::plain(Code::F(2)), Key::char('?')] {
        assert!(everywhere.contains(&must), "{must:?} is not on the help page");
    }
    for screen in screens() {
        for key in screen.rows.iter().flat_map(|(on, _)| on) {
            let may = screen.name == "help" && OPENS_HELP.contains(key);
            assert!(may || !everywhere.contains(key), "{} takes {key:?}", screen.name);
        }
        // A text field is asked before the rows.
        let (mut top, mut cx) = (screen.fresh)();
        for key in everywhere.iter().filter(|key| key.typed().is_none()) {
            let step = press(&mut top, *key, &mut cx);
            let may = screen.name == "help" && OPENS_HELP.contains(key);
            assert!(may || step.is_none(), "{} swallows {key:?}", screen.name);
        }
    }
}

/// Where the text is not, and in the frame as well.
#[test]
fn in_high_contrast_every_cell_of_every_screen_has_both_colours() {
    for screen in screens() {
        let (top, mut cx) = (screen.fresh)();
        cx.adjust(Save::Now, |profile| "contrast".clone_into(&mut profile.settings.theme));
        let theme = Theme::contrast();
        for (width, height) in [(80, 24), (120, 40), (60, 18), (20, 6)] {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            cx.body = frame::body(area);
            frame::draw(&*top, &cx, area, &mut buf);
            for cell in &buf.content {
                assert_eq!(Some(cell.bg), theme.base.bg, "{}: {:?}", screen.name, cell.symbol());
                assert_ne!(cell.fg, Color::Reset, "{}: {:?}", screen.name, cell.symbol());
                assert!(!cell.modifier.contains(Modifier::DIM), "{}", screen.name);
            }
        }
    }
}

/// Presses Esc until the screen is left; false when it stays.
fn leaves_by_esc(screen: &mut Box<dyn AnyScreen>, cx: &mut Cx) -> bool {
    (0..PATIENCE).any(|_| {
        matches!(press(screen, keys::ESC, cx), Some(Step::Back | Step::Home | Step::Swap(_)))
    })
}

#[test]
fn esc_leads_back_from_every_screen_but_the_first_whatever_was_pressed_before() {
    for screen in screens().iter().filter(|screen| screen.name != ROOT) {
        let (mut top, mut cx) = (screen.fresh)();
        assert!(leaves_by_esc(&mut top, &mut cx), "{}", screen.name);
        for key in screen.rows.iter().flat_map(|(on, _)| on) {
            let (mut top, mut cx) = (screen.fresh)();
            if matches!(press(&mut top, *key, &mut cx), None | Some(Step::Stay)) {
                assert!(leaves_by_esc(&mut top, &mut cx), "{} after {key:?}", screen.name);
            }
        }
    }
}

#[test]
fn esc_leads_back_from_a_question_of_every_kind_with_something_in_it() {
    let mut kinds = BTreeSet::new();
    let modules = fresh_cx().course.modules.clone();
    for (module, at) in
        modules.iter().flat_map(|module| (0..module.items.len()).map(move |at| (module, at)))
    {
        let mut cx = fresh_cx();
        let open = |cx: &mut Cx| Question::open(&module.key, cx).unwrap();
        open(&mut cx);
        let item = cx.edit_work(Save::Now, |work| {
            let open = work.open.as_mut().unwrap();
            open.at = at;
            open.items.get(at).cloned()
        });
        let Some(item) = item else { continue };
        kinds.insert(cx.course.item(&item).unwrap().1.kind.name());
        let mut top: Box<dyn AnyScreen> = Box::new(open(&mut cx));
        for key in [Key::char('a'), keys::ENTER] {
            press(&mut top, key, &mut cx);
        }
        assert!(leaves_by_esc(&mut top, &mut cx), "{item}");
    }
    assert_eq!(kinds.len(), Kind::ALL.len(), "{kinds:?}");
}

#[test]
fn on_the_first_screen_esc_does_nothing_and_only_there_q_leaves() {
    for screen in screens() {
        let (mut top, mut cx) = (screen.fresh)();
        let step = press(&mut top, Key::char('q'), &mut cx);
        let is_root = screen.name == ROOT;
        assert_eq!(matches!(step, Some(Step::Quit)), is_root, "{}: q", screen.name);
        if is_root {
            let step = press(&mut top, keys::ESC, &mut cx);
            assert!(matches!(step, None | Some(Step::Stay)), "{}: Esc", screen.name);
        }
    }
}
