//! Home: the modules as a map with their state, what comes next under the cursor, what is due, the
//! tests, the plan.

mod due;
mod rows;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

pub use self::rows::state_word;
use self::{
    due::{due_checkin, due_row},
    rows::{WIDEST, columns_head, module_row, office_row, plan_row, review_row, tests_row},
};
use super::{
    contents::Contents,
    desk,
    diagnosis::{self, Diagnoses},
    exams::{self, Exams},
    glossary::Glossary,
    handouts::{self, Handouts},
    notes::Notes,
    plan::Planner,
    question::{self, Question},
    reader::Reader,
    search::{self, Search},
    settings::Settings,
    standing::Progress,
};
use crate::{
    model::{
        progress::{self, Next},
        quiz::Ask,
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Binding, Key, bind},
        screen::{Effect, Head, Screen, Step, of},
        widgets::cursor::{self, Cursor, ENDS, MOVE, Move},
    },
};

/// The map of the course.
pub struct Home {
    cursor: Cursor,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open what is under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// Open the follow-up plan.
    Plan,
    /// Look at the office.
    Diagnosis,
    /// Look something up.
    Search,
    /// All notes and marks.
    Notes,
    /// All words.
    Glossary,
    /// What can be printed.
    Handouts,
    /// See where I stand.
    Progress,
    /// Open the settings.
    Settings,
    /// See who is on this laptop.
    People,
    /// Leave pandu.
    Quit,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::ENTER, keys::RIGHT, Key::char('l'), keys::SPACE],
        Msg::Open,
        Text::new("buka", "open"),
    ),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    keys::also(&[keys::HOME, keys::PAGE_UP], Msg::Move(Move::First), ENDS),
    keys::also(&[keys::END, keys::PAGE_DOWN], Msg::Move(Move::Last), ENDS),
    bind(&[Key::char('r')], Msg::Plan, Text::new("RTL", "plan")),
    bind(&[Key::char('q')], Msg::Quit, Text::new("keluar", "quit")),
    bind(search::OPEN, Msg::Search, search::SAY),
    bind(&[Key::char('t')], Msg::Progress, Text::new("kemajuan", "progress")),
    bind(&[Key::char('s')], Msg::Settings, Text::new("setelan", "settings")),
    bind(&[Key::char('c')], Msg::Notes, Text::new("catatan", "notes")),
    bind(&[Key::char('g')], Msg::Glossary, Text::new("istilah", "words")),
    bind(&[Key::char('b')], Msg::Handouts, Text::new("bahan cetak", "handouts")),
    bind(&[Key::char('p')], Msg::People, Text::new("orang", "people")),
    keys::also(
        &[Key::char('d')],
        Msg::Diagnosis,
        Text::new("diagnosis kantor", "office diagnosis"),
    ),
];

impl Home {
    /// Home, the cursor on what comes next.
    pub fn new(_: &Cx) -> Self {
        Self { cursor: Cursor::default() }
    }

    fn open(&self, cx: &mut Cx) -> Step {
        let rows = rows(cx);
        match rows.get(self.cursor.at(rows.len())) {
            None | Some(Row::Next) => go_on(cx),
            Some(Row::Module(at)) => match cx.course.modules.get(*at) {
                Some(module) => Step::open(Contents::new(&module.key, cx)),
                None => Step::Stay,
            },
            Some(Row::CheckIn) => due::open(cx),
            Some(Row::Review) => exams::start(&Ask::Review, cx),
            Some(Row::Tests) => Step::open(Exams::new(cx)),
            Some(Row::Plan) => Step::open(Planner::new(cx)),
            Some(Row::Office) => Step::open(Diagnoses::new(cx)),
        }
    }
}

/// What the cursor of home visits.
enum Row {
    /// What comes next.
    Next,
    /// A module, by its place from 0.
    Module(usize),
    /// A check-in that is due.
    CheckIn,
    /// Questions that are due.
    Review,
    Tests,
    Plan,
    /// The diagnosis of the office.
    Office,
}

/// The rows that there are now, in their order.
fn rows(cx: &Cx) -> Vec<Row> {
    let mut rows = vec![Row::Next];
    rows.extend((0..cx.course.modules.len()).map(Row::Module));
    if due_checkin(cx).is_some() && !due::leads(cx) {
        rows.push(Row::CheckIn);
    }
    rows.extend([Row::Review, Row::Tests, Row::Plan]);
    if diagnosis::are_there(cx) {
        rows.push(Row::Office);
    }
    rows
}

/// Does the obvious next thing.
fn go_on(cx: &mut Cx) -> Step {
    if let Some(step) = desk::reopen(cx) {
        return step;
    }
    if due::leads(cx) {
        return due::open(cx);
    }
    match progress::next(&cx.course, cx.work(), &cx.standing().tried) {
        Next::Page(page) => Step::open(Reader::resume(&page, cx)),
        Next::Items(module) => exams::start(&Ask::Module(module), cx),
        Next::Round(_) => Step::open(Question::resumed(cx)),
        Next::Post => Step::open(Exams::at(&Ask::Post, cx)),
        Next::Plan => Step::open(Planner::new(cx)),
    }
}

impl Screen for Home {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: format!("pandu · {}", cx.course.title.get(cx.lang())), right: frame::who(cx) }
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        match msg {
            Msg::Handouts => handouts::are_there(cx),
            Msg::Diagnosis => diagnosis::are_there(cx),
            _ => true,
        }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Open => return self.open(cx),
            Msg::Plan => return Step::open(Planner::new(cx)),
            Msg::Diagnosis => return Step::open(Diagnoses::new(cx)),
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Notes => return Step::open(Notes::new()),
            Msg::Handouts => return Step::open(Handouts::default()),
            Msg::Glossary => return Step::open(Glossary::new()),
            Msg::Move(to) => self.cursor.go(to, rows(cx).len()),
            Msg::People => return Step::Do(Effect::People),
            Msg::Progress => return Step::open(Progress::new()),
            Msg::Settings => return Step::open(Settings::new(cx)),
            Msg::Quit => return Step::Quit,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let is_tall = area.height > 16;
        let width = usize::from(area.width.min(WIDEST));
        let mut lines = Vec::new();
        let gap = |lines: &mut Vec<Line<'static>>| {
            if is_tall {
                lines.push(Line::raw(""));
            }
        };
        if is_tall {
            lines.push(Line::styled(frame::fit(&greeting(cx), width, &cx.theme), cx.theme.text));
        }
        gap(&mut lines);
        let rows = rows(cx);
        let at = self.cursor.at(rows.len());
        let mut here = 0;
        for (place, row) in rows.iter().enumerate() {
            if place == 1 {
                gap(&mut lines);
                lines.push(columns_head(width, cx.lang(), cx.theme.quiet));
            }
            if place == cx.course.modules.len() + 1 {
                gap(&mut lines);
            }
            if place == at {
                here = lines.len();
            }
            lines.push(cursor::row(place == at, row.spans(width, cx), &cx.theme));
            if matches!(row, Row::Next) {
                let detail = frame::fit(&next_words(cx).1, width.saturating_sub(2), &cx.theme);
                lines.push(Line::styled(format!("  {detail}"), cx.theme.quiet));
            }
        }
        cursor::draw(&lines, here, area, buf, &cx.theme);
        None
    }
}

impl Row {
    fn spans(&self, width: usize, cx: &Cx) -> Vec<Span<'static>> {
        match self {
            Self::Next => vec![Span::raw(next_words(cx).0)],
            Self::Module(at) => {
                let Some(module) = cx.course.modules.get(*at) else { return Vec::new() };
                let numbers =
                    progress::of_module(&cx.course, module, cx.work(), &cx.standing().tried);
                module_row(at + 1, module.title.get(cx.lang()), &numbers, width, cx)
            }
            Self::CheckIn => due_row(width, cx).unwrap_or_default(),
            Self::Review => review_row(width, cx),
            Self::Tests => tests_row(width, cx),
            Self::Plan => plan_row(width, cx),
            Self::Office => office_row(width, cx),
        }
    }
}

fn greeting(cx: &Cx) -> String {
    let name = &cx.profile().person.name;
    let is_new = cx.work().read.is_empty() && cx.work().answers.is_empty();
    let words = match (cx.lang(), is_new) {
        (Lang::Id, true) => "Selamat datang",
        (Lang::Id, false) => "Selamat datang kembali",
        (Lang::En, true) => "Welcome",
        (Lang::En, false) => "Welcome back",
    };
    let words = if name.is_empty() { format!("{words}.") } else { format!("{words}, {name}.") };
    if cx.neighbours == 0 {
        return words;
    }
    // On a shared laptop the wrong person may be sitting here.
    format!("{words} {}", cx.lang().pick("Bukan Anda? Tekan p.", "Not you? Press p."))
}

/// The words of the obvious next thing, and one line about it.
fn next_words(cx: &Cx) -> (String, String) {
    let lang = cx.lang();
    let work = cx.work();
    let is_new = work.read.is_empty() && work.place.is_none() && work.answers.is_empty();
    let verb =
        if is_new { lang.pick("Mulai", "Begin") } else { lang.pick("Lanjutkan", "Continue") };
    if let Some((what, detail)) = desk::words(cx) {
        return (format!("{}: {what}", lang.pick("Lanjutkan", "Continue")), detail);
    }
    if due::leads(cx)
        && let Some(words) = due::due_words(cx)
    {
        return words;
    }
    match progress::next(&cx.course, work, &cx.standing().tried) {
        Next::Page(key) => {
            let Some((m, p, page)) = cx.course.page(&key) else { return Default::default() };
            let pages = cx.course.modules.get(m).map_or(0, |module| module.pages.len());
            let place = of(p + 1, pages, lang);
            let words = match lang {
                Lang::Id => format!("{verb}: Modul {}, halaman {place}", m + 1),
                Lang::En => format!("{verb}: Module {}, page {place}", m + 1),
            };
            (words, page.title(lang).to_owned())
        }
        Next::Round(ask) => {
            let place = cx.work().open.as_ref().map_or_else(String::new, |open| {
                of(open.at.saturating_add(1).min(open.items.len()), open.items.len(), lang)
            });
            let words = match (ask.module().and_then(|key| cx.course.module(key)), lang) {
                (Some((m, _)), Lang::Id) => format!("Modul {}, soal {place}", m + 1),
                (Some((m, _)), Lang::En) => format!("Module {}, question {place}", m + 1),
                (None, Lang::Id) => format!("soal {place}"),
                (None, Lang::En) => format!("question {place}"),
            };
            (
                format!("{}: {words}", lang.pick("Lanjutkan", "Continue")),
                question::name(&ask).say(lang).to_owned(),
            )
        }
        Next::Post => (
            lang.pick("Semua modul tuntas: tes akhir", "All modules are done: the test after it")
                .to_owned(),
            lang.pick(
                "Hasilnya dibandingkan dengan tes awal. Boleh dilewati.",
                "Its result is compared with the first test. It may be skipped.",
            )
            .to_owned(),
        ),
        Next::Items(key) => {
            let Some((m, module)) = cx.course.module(&key) else { return Default::default() };
            let is_again = work.open.is_none() && progress::last_round(work, &key).is_some();
            let verb = if is_again { lang.pick("Ulangi", "Repeat") } else { verb };
            let words = match lang {
                Lang::Id => format!("{verb}: Modul {}, soal", m + 1),
                Lang::En => format!("{verb}: Module {}, questions", m + 1),
            };
            (words, module.title.get(lang).clone())
        }
        Next::Plan => (
            lang.pick("Semua modul tuntas", "All modules are done").to_owned(),
            lang.pick("Sekarang giliran kantor Anda.", "Now it is your office's turn.").to_owned(),
        ),
    }
}
