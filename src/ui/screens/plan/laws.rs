//! Laws of the plan's screens, pressed as a person presses them.

mod any;
mod back;
mod better;
mod checkins;
mod dates;
mod rehearsal;
mod several;
mod walk;
mod weeks;

use std::rc::Rc;

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::{
    model::{
        course::{Course, Factor},
        plan::{Row, tests::full},
        profile::Profile,
        text::{Said, Text},
    },
    ui::{
        frame,
        keys::{self, Code, Key},
        screen::{AnyScreen, Input},
        screens::home::Home,
    },
};

/// A stack of screens as the app holds it.
struct Desk {
    screens: Vec<Box<dyn AnyScreen>>,
    cx: Cx,
}

impl Desk {
    fn new(plans: Vec<Plan>) -> Self {
        let name = Said::new("Monev".to_owned(), "Monitoring".to_owned());
        let factors = vec![Factor { key: "monev".to_owned(), name }];
        let mut profile = Profile::new("id".to_owned());
        profile.person.name = "Siti".to_owned();
        profile.plans = plans;
        let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
        let cx = Cx::new(Rc::new(Course { factors, ..Course::default() }), profile, now, 1);
        let screens: Vec<Box<dyn AnyScreen>> = vec![Box::new(Home::new(&cx))];
        Self { screens, cx }
    }

    /// On the table of the plan.
    fn on_plan(plans: Vec<Plan>) -> Self {
        let mut desk = Self::new(plans);
        desk.keys("r");
        desk
    }

    fn input(&mut self, input: Input) {
        let Some(top) = self.screens.last_mut() else { return };
        match top.input(input, &mut self.cx).unwrap_or(Step::Stay) {
            Step::Open(screen) => self.screens.push(screen),
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

    /// Types letters; `\n` is Enter, `\u{1b}` Esc, `\t` Tab.
    fn keys(&mut self, keys: &str) {
        for c in keys.chars() {
            self.press(match c {
                '\n' => keys::ENTER,
                '\u{1b}' => keys::ESC,
                '\t' => keys::TAB,
                c => Key::char(c),
            });
        }
    }

    fn plan(&self) -> &Plan {
        &self.cx.profile().plans[0]
    }

    fn actions(&self) -> Vec<&str> {
        self.plan().rows.iter().map(|row| row.action.as_str()).collect()
    }

    fn draw(&mut self, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        self.cx.body = frame::body(area);
        let cursor = frame::draw(self.screens.last().unwrap().as_ref(), &self.cx, area, &mut buf);
        if let Some(cursor) = cursor {
            assert!(area.contains(cursor), "{cursor:?} {area:?}");
        }
        let line = |y| {
            // A wide letter covers the cell after it.
            let (mut line, mut x) = (String::new(), 0);
            while x < width {
                let symbol = buf[(x, y)].symbol();
                line.push_str(symbol);
                x += symbol.width().max(1) as u16;
            }
            line
        };
        (0..height).map(|y| line(y).trim_end().to_owned() + "\n").collect()
    }

    fn shows(&mut self, words: &str) {
        let shown = self.draw(80, 24);
        assert!(shown.contains(words), "no “{words}” in\n{shown}");
    }
}

const ESC: &str = "\u{1b}";

fn three() -> Plan {
    let mut plan = full();
    plan.rows = ["satu", "dua", "tiga"]
        .map(|action| Row { action: action.to_owned(), ..Row::new(action.to_owned()) })
        .into();
    plan
}

#[test]
fn a_first_plan_is_begun_filled_in_and_found_again_on_the_home_screen() {
    let mut desk = Desk::new(vec![]);
    desk.shows("belum ada; tekan r");
    desk.keys("r");
    desk.shows("Tekan Enter untuk memulai");
    desk.keys("\n");
    desk.keys("Izin Praktik");
    desk.keys(ESC);
    let head = &desk.plan().head;
    assert_eq!((head.sop.title.as_str(), head.name.as_str()), ("Izin Praktik", "Siti"));
    assert_eq!(head.from, "2026-11-24".parse().ok());
    assert_eq!(head.to, "2027-02-22".parse().ok());
    assert_eq!(desk.plan().id.len(), 32);
    desk.keys("\nMengukur waktu\n");
    desk.press(keys::RIGHT);
    desk.keys(ESC);
    let row = &desk.plan().rows[0];
    assert_eq!((row.action.as_str(), row.factor.as_deref()), ("Mengukur waktu", Some("monev")));
    assert_eq!(row.id.len(), 16);
    desk.shows("Mengukur waktu");
    desk.keys(ESC);
    desk.shows("1 baris, 2 saran; terakhir disunting 24 Nov 2026");
}

#[test]
fn an_untouched_new_row_leaves_no_trace() {
    let mut desk = Desk::on_plan(vec![three()]);
    let before = desk.cx.profile().clone();
    desk.keys("t\n\t\n");
    desk.keys(ESC);
    assert_eq!(*desk.cx.profile(), before);
    desk.keys("tab");
    desk.press(Key::plain(Code::Backspace));
    desk.press(Key::plain(Code::Backspace));
    desk.keys(ESC);
    assert_eq!(desk.plan().rows, before.plans[0].rows, "typed and taken away again");
    assert!(!desk.draw(80, 24).contains("mengurungkan"), "nothing to take back");
}

#[test]
fn adding_is_saved_at_once_typing_soon_and_leaving_a_field_hurries() {
    let mut desk = Desk::on_plan(vec![three()]);
    let mut after = |keys: &str| {
        desk.cx.take_pending();
        desk.keys(keys);
        desk.cx.take_pending()
    };
    assert_eq!(after("t"), None);
    assert_eq!(after("M"), Some(Save::Now));
    assert_eq!(after("e"), Some(Save::Soon));
    assert_eq!(after("\n"), Some(Save::Now));
    assert_eq!(after(ESC), Some(Save::Now));
    for keys in ["s", "[", "x", "u"] {
        assert_eq!(after(keys), Some(Save::Now), "{keys}");
    }
    assert_eq!(after("kj"), None);
}

#[test]
fn edited_tells_the_time_of_the_last_change_and_only_of_a_change() {
    let mut desk = Desk::on_plan(vec![three()]);
    let old = desk.plan().edited;
    desk.cx.now = "2026-12-01T08:00:00+07:00".parse().unwrap();
    desk.keys("kj\n");
    desk.press(keys::LEFT);
    desk.keys(ESC);
    desk.keys("v");
    desk.keys(ESC);
    assert_eq!(desk.plan().edited, old);
    desk.keys("s");
    assert_eq!(desk.plan().edited, desk.cx.now);
}

#[test]
fn a_row_is_deleted_moved_and_brought_back_level_by_level() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("jx");
    assert_eq!(desk.actions(), ["satu", "tiga"]);
    desk.shows("Baris 2 dihapus. Tekan u untuk mengurungkan.");
    desk.press(Key::ctrl_code(Code::Up));
    assert_eq!(desk.actions(), ["tiga", "satu"]);
    desk.keys("]");
    assert_eq!(desk.actions(), ["satu", "tiga"]);
    desk.keys("\nX\u{1b}s");
    assert_eq!(desk.actions(), ["satu", "tigaX"]);
    desk.keys("uuuuu");
    assert_eq!(desk.plan().rows, three().rows);
    assert!(!desk.draw(80, 24).contains("u urungkan"));
    desk.keys("u");
    assert_eq!(desk.plan().rows, three().rows);
}

#[test]
fn the_status_goes_round_and_the_head_can_be_taken_back() {
    let mut desk = Desk::on_plan(vec![three()]);
    for status in ["● berjalan", "✓ selesai", "✗ batal", "○ rencana"] {
        desk.keys("s");
        desk.shows(status);
    }
    let head = desk.plan().head.clone();
    desk.keys("iX");
    desk.keys(ESC);
    assert_ne!(desk.plan().head, head);
    desk.shows("Identitas rencana diubah.");
    desk.keys("u");
    assert_eq!(desk.plan().head, head);
}

#[test]
fn a_date_is_taken_as_typed_and_a_word_that_is_none_is_told_before_it_is_given_up() {
    for (typed, stored) in [
        ("24/12/2026", "2026-12-24"),
        ("24 Des 2026", "2026-12-24"),
        ("24.12.26", "2026-12-24"),
        ("1 Jan", "2027-01-01"),
        ("2027-01-05", "2027-01-05"),
    ] {
        let mut desk = Desk::on_plan(vec![three()]);
        desk.keys("\n\t\t\t\t\t\t\t");
        desk.keys(typed);
        assert_eq!(desk.plan().rows[0].start, stored.parse().ok(), "{typed} at once");
        desk.keys("\n");
        assert_eq!(desk.plan().rows[0].start, stored.parse().ok(), "{typed}");
    }
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("\n\t\t\t\t\t\t\t24 Des\n");
    desk.press(keys::UP);
    desk.press(Key::ctrl('u'));
    desk.keys("besok\n");
    desk.shows("belum terbaca sebagai tanggal");
    desk.keys(ESC);
    desk.shows("sekali lagi: kembali tanpa tanggal ini");
    assert_eq!(desk.screens.len(), 3, "the form still stands");
    desk.keys(ESC);
    assert_eq!(desk.screens.len(), 2);
    assert_eq!(desk.plan().rows[0].start, "2026-12-24".parse().ok(), "as it was before");
    desk.keys("\n\t\t\t\t\t\t\t");
    desk.press(Key::ctrl('u'));
    desk.press(keys::DOWN);
    assert_eq!(desk.plan().rows[0].start, None);
}

#[test]
fn a_date_typed_in_the_first_or_last_field_survives_a_walk_against_the_end() {
    struct Dates(String);
    const FIELDS: &[crate::ui::widgets::form::Field<Dates>] = &[crate::ui::widgets::form::Field {
        label: Text::new("a", "a"),
        hint: Text::new("b", "b"),
        kind: crate::ui::widgets::form::Kind::Date,
        get: |dates| dates.0.clone(),
        set: |dates, text| dates.0 = text,
    }];
    use crate::ui::widgets::form::{Asked, Form};
    let desk = Desk::new(vec![]);
    let mut dates = Dates(String::new());
    let mut form = Form::new(FIELDS, &dates);
    for key in ["24/12/2026".chars().map(Key::char).collect(), vec![keys::DOWN, keys::UP]].concat()
    {
        if let Asked::Set(at, text, _) = form.typed(&Input::Key(key), &desk.cx, &dates) {
            (FIELDS[at].set)(&mut dates, text);
        }
    }
    assert_eq!(dates.0, "2026-12-24");
    assert_eq!(form.typed(&Input::Key(keys::ENTER), &desk.cx, &dates), Asked::Finished);
}

#[test]
fn the_cursor_stays_where_a_walk_ends_and_comes_to_the_rows_of_a_long_text() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("i");
    desk.press(keys::PAGE_DOWN);
    desk.keys("ab");
    desk.press(keys::DOWN);
    desk.keys("c");
    assert_eq!(desk.plan().head.superior.post, "~posabc");
    let mut plan = three();
    plan.rows[0].purpose = "kata ".repeat(30);
    let mut desk = Desk::on_plan(vec![plan]);
    desk.keys("\n\t");
    desk.press(keys::DOWN);
    desk.press(keys::DOWN);
    desk.keys("X");
    let at = desk.plan().rows[0].purpose.find('X').unwrap();
    assert!(at > 20 && at < 80 && at.is_multiple_of(5), "the beginning of the second row: {at}");
}

#[test]
fn a_course_without_factors_offers_none_and_a_choice_of_one_writes_nothing() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.cx.course = Rc::new(Course::default());
    let before = desk.cx.profile().clone();
    desk.keys("t\t");
    desk.press(keys::RIGHT);
    desk.press(keys::LEFT);
    desk.keys(ESC);
    assert_eq!(*desk.cx.profile(), before);
}

#[test]
fn a_paste_of_five_thousand_letters_is_cut_at_the_fields_length_and_that_is_said() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("\n\t\t");
    desk.input(Input::Paste("é ".repeat(2500)));
    assert_eq!(desk.plan().rows[0].purpose.chars().count(), 4096);
    desk.shows("4.096 karakter");
    for _ in 0..2000 {
        desk.press(keys::LEFT);
    }
    let cursor = || {
        let area = Rect::new(0, 0, 60, 18);
        let screen = desk.screens.last().unwrap().as_ref();
        frame::draw(screen, &desk.cx, area, &mut Buffer::empty(area))
    };
    assert!(cursor().is_some(), "the cursor is in sight in the middle");
    desk.press(Key::ctrl('w'));
    desk.keys("x");
    let text = &desk.plan().rows[0].purpose;
    assert_eq!((text.chars().count(), text.find('x')), (4095, Some("é ".repeat(1047).len())));
}

#[test]
fn the_language_switches_within_a_form_and_nothing_typed_is_lost() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("\n\t\t\t\t\t\t\tbeso");
    desk.cx.set_lang(Lang::En);
    desk.keys("k\n");
    desk.shows("besok");
    desk.shows("does not read as a date");
    desk.cx.set_lang(Lang::Id);
    desk.shows("belum terbaca sebagai tanggal");
}
