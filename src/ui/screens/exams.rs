//! The ways to be asked beyond the practice of a module: the tests before and after the course, tests
//! of a module or of all, what was last answered wrong. Each says how it stands.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    confirm::Confirm,
    padded,
    question::{self, Question},
    result::Result as ResultScreen,
};
use crate::{
    model::{
        dates,
        profile::Round,
        progress,
        quiz::{self, Ask},
        standing,
        text::{Lang, Said, Text},
    },
    ui::{
        cx::{Cx, Save},
        frame,
        keys::{self, Binding, Key, also, bind},
        screen::{Head, Screen, Step},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// What people call this screen.
pub const NAME: Text = Text::new("Ujian dan ulangan", "Tests and review");

/// The list is not drawn wider: how a row stands is read beside it.
const WIDEST: u16 = 92;

/// The list of ways.
pub struct Exams {
    cursor: Cursor,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Begin or go on.
    Open,
    /// Move the cursor.
    Move(Move),
    /// How it went last time.
    Result,
    /// Decline a test before or after the course.
    Decline,
    /// Want it after all.
    Want,
    /// Back.
    Back,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::ENTER, keys::RIGHT, Key::char('l'), keys::SPACE],
        Msg::Open,
        Text::new("mulai", "begin"),
    ),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('n')], Msg::Result, Text::new("hasil terakhir", "last result")),
    bind(&[Key::char('x')], Msg::Decline, Text::new("lewati tes ini", "skip this test")),
    bind(&[Key::char('x')], Msg::Want, Text::new("tawarkan lagi", "offer it again")),
    bind(&[keys::ESC, keys::LEFT, Key::char('h')], Msg::Back, Text::new("kembali", "back")),
];

/// Whether another test is open, which a new round of this kind would end.
pub fn is_in_the_way(ask: &Ask, cx: &Cx) -> bool {
    quiz::is_test_open(cx.work()) && quiz::open(&cx.course, cx.work()).as_ref() != Some(ask)
}

/// Begins a round of this kind, or goes on with it. A test that is open is asked about first: it
/// would be lost.
pub fn start(ask: &Ask, cx: &mut Cx) -> Step {
    if is_in_the_way(ask, cx) {
        return Step::open(Confirm::new(
            Said::both(|lang| other_test(cx, lang)),
            Box::new(|cx| {
                let (course, now) = (cx.course.clone(), cx.now);
                cx.edit_work(Save::Now, |work| quiz::hand_in(&course, work, now));
                cx.notice = Some(Said::both(|lang| {
                    lang.pick("ujian dikumpulkan", "the test was handed in").to_owned()
                }));
            }),
        ));
    }
    if let Some(question) = Question::start(ask, cx) {
        return Step::open(question);
    }
    cx.notice = Some(Said::both(|lang| nothing(ask, cx, lang)));
    Step::Stay
}

fn other_test(cx: &Cx, lang: Lang) -> String {
    let (given, all) = cx.work().open.clone().map_or((0, 0), |mut open| {
        open.take_draft(cx.now);
        (open.given.len(), open.items.len())
    });
    match lang {
        Lang::Id => format!(
            "Ada ujian yang belum dikumpulkan ({given} dari {all} terjawab). Kumpulkan sekarang? Yang belum dijawab bernilai 0. Sesudah itu, silakan pilih lagi."
        ),
        Lang::En => format!(
            "A test is not handed in yet ({given} of {all} answered). Hand it in now? What is not answered counts 0. Then open once more what you wanted."
        ),
    }
}

/// Why nothing is asked.
fn nothing(ask: &Ask, cx: &Cx, lang: Lang) -> String {
    match ask {
        Ask::Review => due_in(cx, lang),
        Ask::Mistakes(_) => lang
            .pick("tidak ada yang salah terakhir kali", "nothing was wrong last time")
            .to_owned(),
        _ => lang.pick("tidak ada soalnya", "there are no questions").to_owned(),
    }
}

/// What is due today, or when something will be.
pub fn due_words(cx: &Cx) -> String {
    due_in(cx, cx.lang())
}

fn due_in(cx: &Cx, lang: Lang) -> String {
    let standing = cx.standing();
    if !standing.due.is_empty() {
        let count = standing.due.len();
        return match (lang, count) {
            (Lang::Id, _) => format!("{count} soal jatuh tempo hari ini"),
            (Lang::En, 1) => "1 question is due today".to_owned(),
            (Lang::En, _) => format!("{count} questions are due today"),
        };
    }
    match (standing.next_due, lang) {
        (None, Lang::Id) => "belum ada; soal yang dijawab kembali pada waktunya".to_owned(),
        (None, Lang::En) => "nothing yet; what you answer comes back in time".to_owned(),
        (Some((day, count)), Lang::Id) => {
            let day = dates::short_date(day, lang);
            format!("tidak ada hari ini; berikutnya {day} ({count} soal)")
        }
        (Some((day, count)), Lang::En) => {
            let day = dates::short_date(day, lang);
            format!("nothing due; next on {day} ({count})")
        }
    }
}

impl Exams {
    /// The list, the cursor on its first row.
    pub fn new(_: &Cx) -> Self {
        Self { cursor: Cursor::default() }
    }

    /// The list, the cursor on one of its rows.
    pub fn at(ask: &Ask, cx: &Cx) -> Self {
        let at = rows(cx).iter().position(|row| row == ask).unwrap_or(0);
        Self { cursor: Cursor::new(at) }
    }

    fn here(&self, cx: &Cx) -> Option<Ask> {
        let rows = rows(cx);
        rows.get(self.cursor.at(rows.len())).cloned()
    }
}

/// What can be asked, in order; tests of forms that the course lacks are left out.
fn rows(cx: &Cx) -> Vec<Ask> {
    let has = |form: &str| cx.course.test(form).next().is_some();
    let mut rows = Vec::new();
    if has("a") {
        rows.push(Ask::Pre);
    }
    rows.extend([Ask::Review, Ask::Mistakes(None), Ask::Test(None)]);
    rows.extend(cx.course.modules.iter().map(|module| Ask::Test(Some(module.key.clone()))));
    if has("b") {
        rows.push(Ask::Post);
    }
    rows
}

/// The newest finished round of this kind.
fn last<'a>(ask: &Ask, cx: &'a Cx) -> Option<&'a Round> {
    let is_it = |round: &&Round| round.ended.is_some() && Ask::of(round).as_ref() == Some(ask);
    cx.work().rounds.iter().rev().find(is_it)
}

fn is_declined(ask: &Ask, cx: &Cx) -> bool {
    let name = key(ask);
    cx.work().declined.iter().any(|declined| Some(declined.as_str()) == name)
}

/// The name of a test that may be declined.
const fn key(ask: &Ask) -> Option<&'static str> {
    match ask {
        Ask::Pre => Some("pre"),
        Ask::Post => Some("post"),
        _ => None,
    }
}

/// Whether a test before or after the course was handed in and is not open again.
fn is_done(ask: &Ask, cx: &Cx) -> bool {
    key(ask).is_some()
        && last(ask, cx).is_some()
        && quiz::open(&cx.course, cx.work()).as_ref() != Some(ask)
}

/// How it stands, in a few words.
fn state(ask: &Ask, cx: &Cx) -> String {
    let lang = cx.lang();
    if quiz::open(&cx.course, cx.work()).as_ref() == Some(ask) {
        let (at, all) = cx.work().open.as_ref().map_or((0, 0), |open| (open.at, open.items.len()));
        return match lang {
            Lang::Id => {
                format!("sedang berjalan, soal {} dari {all}", at.saturating_add(1).min(all))
            }
            Lang::En => format!("open, question {} of {all}", at.saturating_add(1).min(all)),
        };
    }
    match ask {
        Ask::Review => return due_words(cx),
        Ask::Mistakes(_) => {
            let wrong = cx.standing().mistakes.len();
            return match (lang, wrong) {
                (Lang::Id, 0) => "tidak ada".to_owned(),
                (Lang::En, 0) => "none".to_owned(),
                (Lang::Id, wrong) => format!("{wrong} soal"),
                (Lang::En, 1) => "1 question".to_owned(),
                (Lang::En, wrong) => format!("{wrong} questions"),
            };
        }
        _ => {}
    }
    let score = last(ask, cx)
        .and_then(|round| Some((round, standing::score(&cx.course, cx.work(), round.n)?)));
    if let Some((round, score)) = score {
        let day = dates::short_date(round.ended.unwrap_or(round.begun).date(), lang);
        return format!("{}, {day}", dates::percent(score.mean, lang));
    }
    if is_declined(ask, cx) {
        return lang.pick("dilewati", "skipped").to_owned();
    }
    let count = match ask {
        Ask::Pre => cx.course.test("a").count(),
        Ask::Post => cx.course.test("b").count(),
        _ => return lang.pick("belum", "not yet").to_owned(),
    };
    match lang {
        Lang::Id => format!("{count} soal, boleh dilewati"),
        Lang::En if count == 1 => "1 question, may be skipped".to_owned(),
        Lang::En => format!("{count} questions, may be skipped"),
    }
}

/// What a row is called.
fn label(ask: &Ask, cx: &Cx) -> String {
    let lang = cx.lang();
    match ask {
        Ask::Test(None) => lang.pick("Ujian: semua modul", "Test: all modules").to_owned(),
        Ask::Test(Some(key)) => {
            let (number, title) = cx
                .course
                .module(key)
                .map_or((0, ""), |(number, module)| (number + 1, module.title.get(lang).as_str()));
            format!("{} {number}: {title}", lang.pick("Ujian modul", "Test of module"))
        }
        _ => question::name(ask).say(lang).to_owned(),
    }
}

impl Screen for Exams {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let Some(here) = self.here(cx) else { return matches!(msg, Msg::Back) };
        match msg {
            Msg::Result => last(&here, cx).is_some(),
            Msg::Decline | Msg::Want => {
                key(&here).is_some()
                    && last(&here, cx).is_none()
                    && is_declined(&here, cx) == matches!(msg, Msg::Want)
            }
            Msg::Open if quiz::open(&cx.course, cx.work()).as_ref() == Some(&here) => true,
            Msg::Open => match &here {
                Ask::Mistakes(_) => !cx.standing().mistakes.is_empty(),
                Ask::Review => !cx.standing().due.is_empty(),
                _ => true,
            },
            Msg::Move(_) | Msg::Back => true,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: NAME.say(cx.lang()).to_owned(), right: String::new() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let Some(here) = self.here(cx) else { return Step::Back };
        match msg {
            // These two are taken once: a second try would tell nothing of what was known before.
            Msg::Open if is_done(&here, cx) => {
                let round = last(&here, cx).map(|round| round.n);
                return round.map_or(Step::Stay, |round| Step::open(ResultScreen::new(round)));
            }
            Msg::Open => return start(&here, cx),
            Msg::Move(to) => self.cursor.go(to, rows(cx).len()),
            Msg::Result => {
                let round = last(&here, cx).map(|round| round.n);
                return round.map_or(Step::Stay, |round| Step::open(ResultScreen::new(round)));
            }
            Msg::Decline | Msg::Want => {
                if let Some(name) = key(&here) {
                    cx.edit_work(Save::Now, |work| {
                        match work.declined.iter().position(|declined| declined == name) {
                            Some(at) => drop(work.declined.remove(at)),
                            None => work.declined.push(name.to_owned()),
                        }
                    });
                }
            }
            Msg::Back => return Step::Back,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = padded(area);
        let asks = rows(cx);
        let at = self.cursor.at(asks.len());
        let width = usize::from(area.width.min(WIDEST));
        let mut lines: Vec<Line<'_>> = Vec::new();
        for (place, ask) in asks.iter().enumerate() {
            let state = frame::fit(&state(ask, cx), width / 2, &cx.theme);
            let room = width.saturating_sub(2 + 2 + state.width());
            let label = frame::fit(&label(ask, cx), room, &cx.theme);
            let gap = " ".repeat(room.saturating_sub(label.width()) + 2);
            let style = if progress::is_offered(&cx.course, cx.work(), ask) {
                cx.theme.accent
            } else {
                cx.theme.quiet
            };
            let spans = vec![Span::raw(format!("{label}{gap}")), Span::styled(state, style)];
            lines.push(cursor::row(place == at, spans, &cx.theme));
        }
        cursor::draw(&lines, at, area, buf, &cx.theme);
        None
    }
}
