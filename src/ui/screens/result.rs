//! How a round went, by factor in a test, and what to read again: Enter opens the page, Esc there
//! comes back here.

mod words;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use self::words::{calibration, gains, headline, mean, of_factors, reflected};
use super::{
    exams,
    question::{
        self,
        explained::{self, Explained},
    },
    reader::Reader,
    search::{self, Search},
};
use crate::{
    model::{
        quiz::{self, Ask, Outcome},
        standing,
        text::{Lang, Text},
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Binding, Key, bind},
        prose,
        screen::{Head, Screen, Step},
        widgets::cursor::{self, Cursor, MOVE, Move},
    },
};

/// How a round went.
pub struct Result {
    round: u64,
    cursor: Cursor,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Open the page under the cursor.
    Open,
    /// Move the cursor.
    Move(Move),
    /// Every question with its whys.
    Explain,
    /// Look something up.
    Search,
    /// Back to the map.
    Home,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, Key::char('o')], Msg::Open, Text::new("baca lagi", "read again")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(&[Key::char('p')], Msg::Explain, Text::new("pembahasan", "explanations")),
    bind(search::OPEN, Msg::Search, search::SAY),
    bind(&[keys::ESC, keys::SPACE], Msg::Home, Text::new("ke peta modul", "home screen")),
];

impl Result {
    /// The result of a round.
    pub const fn new(round: u64) -> Self {
        Self { round, cursor: Cursor::new(0) }
    }

    fn ask(&self, cx: &Cx) -> Option<Ask> {
        cx.work().round(self.round).and_then(Ask::of)
    }

    /// Pages to read again: none after the test before the course, which gives nothing away.
    fn to_read(&self, cx: &Cx, outcome: &Outcome) -> Vec<(usize, usize, String)> {
        if self.ask(cx) == Some(Ask::Pre) { Vec::new() } else { Self::pages(cx, outcome) }
    }

    /// Pages behind the items that were not right at the first try, each once, in course order.
    fn pages(cx: &Cx, outcome: &Outcome) -> Vec<(usize, usize, String)> {
        let mut pages: Vec<(usize, usize, String)> = outcome
            .firsts
            .iter()
            .filter(|answer| answer.mark < 1.0)
            .filter_map(|answer| cx.course.item(&answer.item))
            .filter_map(|(_, item)| cx.course.page(&item.page))
            .map(|(m, p, page)| (m, p, page.key.clone()))
            .collect();
        pages.sort();
        pages.dedup();
        pages
    }
}

impl Screen for Result {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn allows(&self, msg: Msg, cx: &Cx) -> bool {
        let pages = self.to_read(cx, &quiz::outcome(cx.work(), self.round)).len();
        match msg {
            Msg::Home | Msg::Search => true,
            Msg::Explain => explained::is_there(self.round, cx),
            Msg::Open => pages > 0,
            Msg::Move(_) => pages > 1,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        let left = cx.lang().pick("Hasil soal", "Result");
        let right = self.ask(cx).map_or_else(String::new, |ask| question::title(&ask, cx));
        Head { left: left.to_owned(), right }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let pages = self.to_read(cx, &quiz::outcome(cx.work(), self.round));
        match msg {
            Msg::Open => {
                let page = pages.get(self.cursor.at(pages.len()));
                return page.map_or(Step::Stay, |(.., key)| Step::open(Reader::visit(key)));
            }
            Msg::Move(to) => self.cursor.go(to, pages.len()),
            Msg::Explain => return Step::open(Explained::new(self.round, cx)),
            Msg::Search => return Step::open(Search::new(cx)),
            Msg::Home => return Step::Home,
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        let lang = cx.lang();
        let outcome = quiz::outcome(cx.work(), self.round);
        let width = area.width.min(cx.text_width());
        if outcome.firsts.is_empty() && outcome.reflected == 0 {
            let words = lang.pick(
                "Putaran ini ditutup sebelum ada jawaban. Soalnya tetap menunggu di isi modul.",
                "This round was closed before anything was answered. Its questions are still there, \
                 in the contents of the module.",
            );
            let rows = prose::wrap(&[Span::raw(words)], width, &cx.theme);
            cursor::draw(&rows, 0, area, buf, &cx.theme);
            return None;
        }
        let mut rows = Vec::new();
        // A round of reflections alone has nothing that is right or not.
        if !outcome.firsts.is_empty() {
            rows.push(Line::styled(
                headline(self.ask(cx).as_ref(), &outcome, lang),
                cx.theme.strong,
            ));
            let ask = self.ask(cx);
            let about = mean(ask.as_ref(), &outcome, cx);
            let sentences = [about, calibration(&outcome, lang)];
            for words in sentences.into_iter().filter(|words| !words.is_empty()) {
                rows.extend(prose::wrap(&[Span::raw(words)], width, &cx.theme));
            }
            if ask.as_ref().is_some_and(|ask| ask.mode().is_test())
                && let Some(score) = standing::score(&cx.course, cx.work(), self.round)
            {
                rows.push(Line::raw(""));
                rows.extend(of_factors(&score, ask.as_ref(), width, cx));
                let gains = gains(ask.as_ref(), cx);
                if !gains.is_empty() {
                    rows.push(Line::raw(""));
                    rows.extend(prose::wrap(&[Span::raw(gains)], width, &cx.theme));
                }
            }
        }
        if self.ask(cx) == Some(Ask::Review) {
            let words = format!("{}: {}.", lang.pick("Ulangan", "Review"), exams::due_words(cx));
            rows.extend(prose::wrap(&[Span::raw(words)], width, &cx.theme));
        }
        if outcome.reflected > 0 {
            let words = reflected(outcome.reflected, lang);
            rows.extend(prose::wrap(&[Span::raw(words)], width, &cx.theme));
        }
        rows.push(Line::raw(""));
        let pages = self.to_read(cx, &outcome);
        let mut here = 0;
        if self.ask(cx) == Some(Ask::Pre) {
            let words = lang.pick(
                "Kunci tes awal tidak ditampilkan; jawabannya Anda temukan sendiri di modul-modul.",
                "The key of this test is not shown; you will find the answers in the modules.",
            );
            rows.extend(prose::wrap(&[Span::styled(words, cx.theme.quiet)], width, &cx.theme));
        } else if pages.is_empty() {
            let words =
                lang.pick("Tidak ada yang perlu dibaca ulang.", "There is nothing to read again.");
            rows.push(Line::styled(words, cx.theme.right));
        } else {
            let words = lang.pick("Sebaiknya dibaca lagi:", "Worth reading again:");
            rows.push(Line::styled(words, cx.theme.strong));
            for (at, (m, p, key)) in pages.iter().enumerate() {
                let title = cx.course.page(key).map_or("", |(.., page)| page.title(lang));
                let place = match lang {
                    Lang::Id => format!("Modul {}, hal. {}", m + 1, p + 1),
                    Lang::En => format!("Module {}, page {}", m + 1, p + 1),
                };
                let is_here = at == self.cursor.at(pages.len());
                // The first of them leaves the marks above it in sight.
                if is_here && at > 0 {
                    here = rows.len();
                }
                let room = usize::from(width).saturating_sub(2);
                let text = frame::fit(&format!("{place:<18} {title}"), room, &cx.theme);
                rows.push(cursor::row(is_here, vec![Span::raw(text)], &cx.theme));
            }
        }
        cursor::draw(&rows, here, area, buf, &cx.theme);
        None
    }
}
