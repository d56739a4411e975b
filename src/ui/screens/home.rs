//! Home: the modules as a map with their state, what comes next under the cursor, the plan.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    contents::Contents,
    desk,
    glossary::Glossary,
    handouts::{self, Handouts},
    notes::Notes,
    plan::Planner,
    question::Question,
    reader::Reader,
    search::{self, Search},
    settings::Settings,
    standing::Progress,
};
use crate::{
    model::{
        dates, plan,
        progress::{self, ModuleProgress, ModuleState, Next},
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
];

impl Home {
    /// Home, the cursor on what comes next.
    pub fn new(_: &Cx) -> Self {
        Self { cursor: Cursor::default() }
    }

    /// Rows that the cursor visits: what comes next, then each module, then the plan.
    fn count(cx: &Cx) -> usize {
        cx.course.modules.len() + 2
    }

    fn open(&self, cx: &mut Cx) -> Step {
        match self.cursor.at(Self::count(cx)) {
            0 => go_on(cx),
            at => match cx.course.modules.get(at - 1) {
                Some(module) => Step::open(Contents::new(&module.key, cx)),
                None => Step::open(Planner::new(cx)),
            },
        }
    }
}

/// Does the obvious next thing.
fn go_on(cx: &mut Cx) -> Step {
    if let Some(step) = desk::reopen(cx) {
        return step;
    }
    match progress::next(&cx.course, cx.work()) {
        Next::Page(page) => Step::open(Reader::resume(&page, cx)),
        Next::Items(module) => match Question::open(&module, cx) {
            Some(question) => Step::open(question),
            None => Step::Stay,
        },
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
        !matches!(msg, Msg::Handouts) || handouts::are_there(cx)
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        match msg {
            Msg::Open => return self.open(cx),
            Msg::Plan => return Step::open(Planner::new(cx)),
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Notes => return Step::open(Notes::new()),
            Msg::Handouts => return Step::open(Handouts::default()),
            Msg::Glossary => return Step::open(Glossary::new()),
            Msg::Move(to) => self.cursor.go(to, Self::count(cx)),
            Msg::People => return Step::Do(Effect::People),
            Msg::Progress => return Step::open(Progress::new()),
            Msg::Settings => return Step::open(Settings::new(cx)),
            Msg::Quit => return Step::Quit,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let lang = cx.lang();
        let is_tall = area.height > 16;
        let width = usize::from(area.width.min(WIDEST));
        let mut rows = Vec::new();
        if is_tall {
            rows.push(Line::styled(frame::fit(&greeting(cx), width, &cx.theme), cx.theme.text));
            rows.push(Line::raw(""));
        }
        let mut places = vec![rows.len()];
        let (title, detail) = next_words(cx);
        rows.push(self.row(0, vec![Span::raw(title)], cx));
        rows.push(Line::styled(
            format!("  {}", frame::fit(&detail, width - 2, &cx.theme)),
            cx.theme.quiet,
        ));
        if is_tall {
            rows.push(Line::raw(""));
        }
        rows.push(columns_head(width, lang, cx.theme.quiet));
        let numbers = progress::of_course(&cx.course, cx.work());
        for (place, (module, numbers)) in cx.course.modules.iter().zip(&numbers).enumerate() {
            places.push(rows.len());
            let title = module.title.get(lang);
            rows.push(self.row(place + 1, module_row(place + 1, title, numbers, width, cx), cx));
        }
        if is_tall {
            rows.push(Line::raw(""));
        }
        places.push(rows.len());
        rows.push(self.row(cx.course.modules.len() + 1, plan_row(width, cx), cx));
        let here = places.get(self.cursor.at(Self::count(cx))).copied().unwrap_or(0);
        cursor::draw(&rows, here, area, buf, &cx.theme);
        None
    }
}

impl Home {
    fn row(&self, place: usize, spans: Vec<Span<'static>>, cx: &Cx) -> Line<'static> {
        cursor::row(place == self.cursor.at(Self::count(cx)), spans, &cx.theme)
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
    match progress::next(&cx.course, work) {
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

const PAGES: usize = 8;
const STATE: usize = 13;
const PLAN: usize = 5;
/// The map is not drawn wider than the longest titles need.
const WIDEST: u16 = 92;

/// Columns of the questions, as wide as their heading.
const fn items_width(lang: Lang) -> usize {
    match lang {
        Lang::Id => 8,
        Lang::En => 11,
    }
}

/// From this width on there is room for the state in words; below, its mark and the counts tell it.
const WITH_STATE: usize = 68;

const fn state_width(width: usize) -> usize {
    if width < WITH_STATE { 0 } else { STATE }
}

fn columns_head(width: usize, lang: Lang, style: Style) -> Line<'static> {
    let items_width = items_width(lang);
    let title = width.saturating_sub(PAGES + items_width + state_width(width));
    let pages = lang.pick("Halaman", "Pages");
    let items = lang.pick("Soal", "Questions");
    Line::styled(format!("{:title$}{pages:>PAGES$}{items:>items_width$}", ""), style)
}

fn module_row(
    number: usize,
    title: &str,
    numbers: &ModuleProgress,
    width: usize,
    cx: &Cx,
) -> Vec<Span<'static>> {
    let (mark, style) = match numbers.state {
        ModuleState::NotBegun => (cx.theme.marks.empty, cx.theme.quiet),
        ModuleState::Done => (cx.theme.marks.check, cx.theme.right),
        _ => (cx.theme.marks.full, cx.theme.accent),
    };
    let items_width = items_width(cx.lang());
    let room = width.saturating_sub(2 + 5 + PAGES + items_width + state_width(width));
    let title = frame::fit(title, room, &cx.theme);
    let gap = " ".repeat(room - title.width().min(room));
    let pages = format!("{}/{}", numbers.read, numbers.pages);
    let items = format!("{}/{}", numbers.answered, numbers.items);
    let mut row = vec![
        Span::styled(mark, style),
        Span::raw(format!(" {number}  {title}{gap}{pages:>PAGES$}{items:>items_width$}")),
    ];
    if state_width(width) > 0 {
        row.push(Span::styled(format!("   {}", state_word(numbers.state, cx.lang())), style));
    }
    row
}

/// The plan: how much there is, and when it was last touched.
fn plan_row(width: usize, cx: &Cx) -> Vec<Span<'static>> {
    let lang = cx.lang();
    let name = lang.pick("RTL", "Plan");
    let words = match plan::latest(&cx.profile().plans) {
        None => lang
            .pick(
                "belum ada; tekan r untuk memulai rencana Anda",
                "none yet; press r to begin a plan for your office",
            )
            .to_owned(),
        Some(plan) => {
            let day = dates::short_date(plan.edited.date(), lang);
            match (lang, plan.rows.len()) {
                (Lang::Id, rows) => format!("{rows} baris; terakhir disunting {day}"),
                (Lang::En, 1) => format!("1 row; last edited {day}"),
                (Lang::En, rows) => format!("{rows} rows; last edited {day}"),
            }
        }
    };
    let words = frame::fit(&words, width.saturating_sub(2 + PLAN), &cx.theme);
    vec![Span::raw(format!("{name:<PLAN$}")), Span::styled(words, cx.theme.quiet)]
}

/// The word for a module's state.
pub fn state_word(state: ModuleState, lang: Lang) -> &'static str {
    match state {
        ModuleState::NotBegun => lang.pick("belum", "not yet"),
        ModuleState::Reading => lang.pick("berjalan", "reading"),
        ModuleState::ToAnswer => lang.pick("jawab soal", "to answer"),
        ModuleState::ToRepeat => lang.pick("ulangi", "repeat"),
        ModuleState::Done => lang.pick("tuntas", "done"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_for_a_state_fits_its_column() {
        use ModuleState::{Done, NotBegun, Reading, ToAnswer, ToRepeat};
        for state in [NotBegun, Reading, ToAnswer, ToRepeat, Done] {
            for lang in Lang::ALL {
                assert!(
                    3 + state_word(state, lang).width() <= STATE,
                    "{}",
                    state_word(state, lang)
                );
            }
        }
    }
}
