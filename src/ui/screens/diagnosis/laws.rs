//! Laws of the diagnosis, pressed as a person presses it.

use std::rc::Rc;

use super::*;
use crate::{
    model::{
        course::{Course, Factor},
        profile::Profile,
    },
    ui::{
        keys::Code,
        screen::{AnyScreen, Input},
        screens::home::Home,
    },
};

const DOWN: Key = Key::plain(Code::PageDown);
const UP: Key = Key::plain(Code::PageUp);
const LONG: &str = "Keterlibatan seluruh aparatur pada semua tingkat dan unit kerja di kabupaten";

fn both(text: &str) -> Said {
    Said::new(text.to_owned(), format!("{text} EN"))
}

/// Two factors; `a` has two statements, `b` one.
fn course() -> Course {
    let statement = |key: &str, factor: &str| diagnosis::Statement {
        key: key.to_owned(),
        factor: factor.to_owned(),
        text: both(&format!("Pernyataan {key}.")),
        evidence: both(&format!("bukti {key}")),
    };
    let factor = |key: &str, name: &str| Factor { key: key.to_owned(), name: both(name) };
    Course {
        key: "c".to_owned(),
        factors: vec![factor("a", LONG), factor("b", "Monev")],
        statements: vec![statement("b1", "b"), statement("a1", "a"), statement("a2", "a")],
        ..Course::default()
    }
}

/// A stack of screens as the app holds it.
struct Desk {
    screens: Vec<Box<dyn AnyScreen>>,
    cx: Cx,
}

impl Desk {
    fn with(course: Course, profile: Profile, now: &str) -> Self {
        let cx = Cx::new(Rc::new(course), profile, now.parse().unwrap(), 1);
        let screens: Vec<Box<dyn AnyScreen>> = vec![Box::new(Home::new(&cx))];
        Self { screens, cx }
    }

    fn new() -> Self {
        let profile = Profile::new("id".to_owned());
        Self::with(course(), profile, "2026-11-24T09:00:00+07:00")
    }

    /// On the first statement of a diagnosis of an SOP.
    fn rating(sop: &str) -> Self {
        let mut desk = Self::new();
        desk.keys(&format!("d\n{sop}\n\n"));
        desk
    }

    /// The same person after a stop, as the file brings everything back.
    fn again(&self, course: Course, now: &str) -> Self {
        let text = serde_json::to_string(self.cx.profile()).unwrap();
        Self::with(course, serde_json::from_str(&text).unwrap(), now)
    }

    fn input(&mut self, input: Input) {
        let Some(top) = self.screens.last_mut() else { return };
        match top.input(input, &mut self.cx).unwrap_or(Step::Stay) {
            Step::Open(screen) => self.screens.push(screen),
            Step::OpenAll(screens) => self.screens.extend(screens),
            Step::Swap(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Step::Back if self.screens.len() > 1 => {
                self.screens.pop();
                self.screens.last_mut().unwrap().back_on_top(&mut self.cx);
            }
            _ => {}
        }
    }

    fn press(&mut self, key: Key) {
        self.input(Input::Key(key));
    }

    /// Types letters; `\n` is Enter, `\u{1b}` Esc, `\t` Tab, `>` and `<` a statement forth and back.
    fn keys(&mut self, keys: &str) {
        for c in keys.chars() {
            self.press(match c {
                '\n' => keys::ENTER,
                '\u{1b}' => keys::ESC,
                '\t' => keys::TAB,
                '>' => DOWN,
                '<' => UP,
                c => Key::char(c),
            });
        }
    }

    fn of(&self) -> &Diagnosis {
        self.cx.profile().diagnoses.last().unwrap()
    }

    fn given(&self, key: &str) -> Option<(Option<u32>, &str)> {
        let rating = self.of().ratings.get(key)?;
        Some((rating.score, rating.evidence.as_str()))
    }

    fn draw(&mut self, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        self.cx.body = frame::body(area);
        let cursor = frame::draw(self.screens.last().unwrap().as_ref(), &self.cx, area, &mut buf);
        assert!(cursor.is_none_or(|cursor| area.contains(cursor)), "{cursor:?} {area:?}");
        let line = |y| (0..width).map(|x| buf[(x, y)].symbol()).collect::<String>();
        (0..height).map(|y| line(y).trim_end().to_owned() + "\n").collect()
    }

    fn shows(&mut self, words: &str) {
        let shown = self.draw(80, 24);
        assert!(shown.contains(words), "no “{words}” in\n{shown}");
    }
}

#[test]
fn a_rating_is_kept_by_its_key_and_saved_at_once_evidence_as_it_is_typed() {
    let mut desk = Desk::rating("Izin");
    desk.shows("Pernyataan 1 dari 3 · Keterlibatan");
    desk.shows("Pernyataan a1.");
    assert!(desk.cx.take_pending().is_some());
    desk.keys("2");
    assert_eq!(desk.cx.take_pending(), Some(Save::Now));
    desk.keys("foto 3");
    assert_eq!(desk.cx.take_pending(), Some(Save::Soon), "digits in the evidence are text");
    assert_eq!(desk.given("a1"), Some((Some(2), "foto 3")));
    desk.keys(">>0<");
    desk.shows("Pernyataan a2.");
    assert_eq!((desk.given("a2"), desk.given("b1")), (None, Some((Some(0), ""))));
}

#[test]
fn tab_after_a_rating_stays_in_the_evidence_and_letters_are_text() {
    let mut desk = Desk::rating("Map");
    desk.keys("1\tlembar 2");
    let of = desk.of();
    assert_eq!(of.ratings.len(), 1, "no letter led to another statement: {:?}", of.ratings);
    let rating = of.ratings.values().next().unwrap();
    assert_eq!((rating.score, rating.evidence.as_str()), (Some(1), "lembar 2"));
}

#[test]
fn what_counts_without_evidence_is_said_at_once_and_mended_by_a_word() {
    let mut desk = Desk::rating("Izin");
    desk.shows("Belum dinilai; boleh dilewati.");
    desk.keys("3");
    desk.shows("Tanpa bukti, yang dihitung paling tinggi 1, bukan 3.");
    desk.keys("x");
    desk.shows("Dihitung 3.");
}

#[test]
fn a_rating_can_be_taken_away_and_one_that_says_nothing_is_not_kept() {
    let mut desk = Desk::rating("Izin");
    desk.keys("3\u{1b}x");
    assert_eq!(desk.given("a1"), None);
    desk.keys("1y\u{1b}x");
    assert_eq!(desk.given("a1"), Some((None, "y")), "what was typed stays");
}

#[test]
fn statements_may_all_be_skipped_and_then_there_is_no_result_yet() {
    let mut desk = Desk::rating("Izin");
    desk.keys("\n\n\n");
    desk.shows("Belum ada yang dinilai.");
    assert_eq!((desk.of().ended, desk.of().ratings.len()), (None, 0));
    desk.keys("1\n");
    assert!(desk.of().ended.is_some());
    desk.shows("Paling rendah: Monev, 1,0 dari 3");
    desk.shows("2 dari 3 pernyataan belum dinilai");
}

#[test]
fn a_diagnosis_that_nobody_touched_leaves_nothing_behind() {
    let mut desk = Desk::new();
    desk.keys("d\n\u{1b}");
    assert!(desk.cx.profile().diagnoses.is_empty());
    desk.keys("\nIzin\u{1b}");
    assert_eq!(desk.of().sop, "Izin", "what was typed stays");
}

#[test]
fn after_a_stop_it_goes_on_at_the_same_statement_in_the_same_field() {
    let mut desk = Desk::rating("Izin");
    desk.keys("1ya>\tnotul");
    let spot = desk.screens.last().unwrap().spot(&desk.cx).unwrap();
    let mut again = desk.again(course(), "2026-11-25T09:00:00+07:00");
    again.screens.extend(reopen(&spot, &again.cx).unwrap());
    again.shows("Pernyataan 2 dari 3");
    again.keys("en");
    assert_eq!(again.given("a2"), Some((None, "notulen")));
    assert_eq!(left_words(&spot, &again.cx).unwrap().0, "diagnosis kantor, pernyataan 2 dari 3");
    // Without the spot, the first unrated statement is asked.
    let mut list = desk.again(course(), "2026-11-25T09:00:00+07:00");
    list.keys("d\n");
    list.shows("Pernyataan 2 dari 3");
}

#[test]
fn a_title_typed_before_a_stop_is_not_taken_for_one_that_was_offered() {
    let mut desk = Desk::new();
    desk.keys("d\nIzin Praktik");
    let spot = desk.screens.last().unwrap().spot(&desk.cx).unwrap();
    let mut again = desk.again(course(), "2026-11-25T09:00:00+07:00");
    again.screens.extend(reopen(&spot, &again.cx).unwrap());
    again.keys("\u{1b}");
    assert_eq!(again.of().sop, "Izin Praktik");
}

#[test]
fn a_course_edited_in_between_loses_no_rating_and_asks_what_it_has() {
    let mut desk = Desk::rating("Izin");
    desk.keys("2foto>3foto");
    let spot = desk.screens.last().unwrap().spot(&desk.cx).unwrap();
    let mut edited = course();
    edited.statements.retain(|statement| statement.key != "a2");
    edited.statements.push(diagnosis::Statement {
        key: "a0".to_owned(),
        factor: "a".to_owned(),
        text: both("Pernyataan a0."),
        evidence: both("bukti"),
    });
    let mut again = desk.again(edited, "2026-11-24T10:00:00+07:00");
    again.screens.extend(reopen(&spot, &again.cx).unwrap());
    again.shows("Pernyataan a0.");
    again.keys("0r");
    again.shows("Paling rendah: Keterlibatan seluruh aparatur");
    again.shows("1,0 dari 3");
    assert_eq!(again.given("a2"), Some((Some(3), "foto")), "it stays in the record");
    // A course without any statement has nothing to rate; the result can still be read.
    let mut none =
        again.again(Course { statements: Vec::new(), ..course() }, "2026-11-24T10:00:00+07:00");
    assert!(reopen(&spot, &none.cx).is_none());
    none.keys("d\n");
    none.shows("Belum ada pernyataan yang dinilai.");
}

#[test]
fn the_lowest_factor_leads_to_a_draft_that_is_nobody_s_until_something_is_typed() {
    let mut desk = Desk::rating("Izin");
    desk.keys("3foto>3foto>0\n");
    desk.shows("Paling rendah: Monev, 0,0 dari 3: perlu dibenahi dulu.");
    desk.shows("0  Pernyataan b1.");
    desk.shows("buktinya nanti: bukti b1.");
    desk.keys("\n");
    desk.shows("Baris 1");
    assert_eq!(desk.cx.profile().plans[0].head.sop.title, "Izin", "a plan was begun");
    desk.keys("\u{1b}");
    assert!(desk.cx.profile().plans[0].rows.is_empty(), "a draft left is no row");
    desk.keys("\u{1b}\nMenata\u{1b}\u{1b}");
    let plans = &desk.cx.profile().plans;
    assert_eq!(plans.len(), 1);
    let row = &plans[0].rows[0];
    assert_eq!((row.action.as_str(), row.factor.as_deref()), ("Menata", Some("b")));
    assert_eq!((row.purpose.as_str(), row.evidence.as_str()), ("Pernyataan b1.", "bukti b1"));
    // The cursor chooses another factor.
    desk.press(keys::UP);
    desk.keys("\nLain\u{1b}\u{1b}");
    assert_eq!(desk.cx.profile().plans[0].rows[1].factor.as_deref(), Some("a"));
}

#[test]
fn ninety_days_later_home_asks_for_it_again_and_the_result_shows_the_change() {
    let mut desk = Desk::rating("Izin");
    desk.keys("1>2foto>3foto\n");
    let mut soon = desk.again(course(), "2027-02-21T09:00:00+07:00");
    let shown = soon.draw(80, 24);
    assert!(!shown.contains("mengulang"), "{shown}");
    let mut later = desk.again(course(), "2027-02-22T09:00:00+07:00");
    later.shows("saatnya mengulang diagnosis (90 hari lalu)");
    later.keys("dn\n\n3foto>1>3foto\n");
    assert_eq!(later.of().sop, "Izin", "the SOP is offered");
    later.shows("Dibanding 24 Nov 2026, 90 hari sebelumnya");
    later.shows("naik dari 1,5 menjadi 2,0");
    later.shows("+0,5");
    later.shows("Monev: tetap 3,0");
    assert_eq!(later.cx.profile().diagnoses.len(), 2, "the history stays");
}

#[test]
fn another_one_is_offered_the_sop_of_the_last_and_that_of_the_plan_before_it() {
    let mut desk = Desk::rating("Izin");
    desk.keys("1\u{1b}r\u{1b}n");
    assert_eq!(desk.of().sop, "Izin");
    desk.keys("\u{1b}\u{1b}rnAkta\u{1b}dn");
    assert_eq!(desk.of().sop, "Akta");
}

#[test]
fn a_result_is_changed_on_its_own_day_only() {
    let mut desk = Desk::rating("Izin");
    desk.keys("1>>3foto\nu");
    desk.shows("Pernyataan 1 dari 3");
    desk.keys("0r");
    assert_eq!(desk.given("a1"), Some((Some(0), "")));
    let mut later = desk.again(course(), "2026-11-26T09:00:00+07:00");
    later.keys("d\nu");
    later.shows("Hasil diagnosis");
}

#[test]
fn one_is_deleted_only_after_a_yes() {
    let mut desk = Desk::rating("Izin");
    desk.keys("1\u{1b}r\u{1b}xt");
    assert_eq!(desk.cx.profile().diagnoses.len(), 1);
    desk.keys("xy");
    assert!(desk.cx.profile().diagnoses.is_empty());
    desk.shows("Belum ada diagnosis.");
}

#[test]
fn every_screen_draws_at_every_size_in_both_languages_with_long_texts() {
    let long = "Penerbitan Surat Izin Praktik Tenaga Kesehatan ".repeat(20);
    for lang in Lang::ALL {
        for keys in ["", "\n", "\n\n", "\n\n\n3", "\n\n\n2>1>0\n", "\n\n\n2>1>0\n\u{1b}"] {
            let mut desk = Desk::new();
            desk.cx.speak(lang);
            desk.keys("d");
            for (place, c) in keys.chars().enumerate() {
                desk.keys(&c.to_string());
                if place == 0 || c == '3' || c == '2' {
                    desk.input(Input::Paste(long.clone()));
                }
            }
            for (width, height) in (1..30).map(|n| (n * 3, n)).chain([(60, 18), (120, 40)]) {
                desk.draw(width, height);
                desk.press(keys::UP);
                desk.press(DOWN);
                desk.press(UP);
            }
        }
    }
}

#[test]
fn at_the_smallest_size_the_scale_is_in_sight_and_the_note_while_typing() {
    let mut desk = Desk::rating("Izin");
    let shown = desk.draw(60, 18);
    assert!(shown.contains("○ 3  rutin, ada bukti, dan dipakai memperbaiki"), "{shown}");
    desk.keys("2");
    let shown = desk.draw(60, 18);
    assert!(shown.contains("● 2") && shown.contains("Tanpa bukti"), "{shown}");
}
