//! How a round went, and what to read again: Enter opens the page, Esc there comes back here.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    reader::Reader,
    search::{self, Search},
};
use crate::{
    model::{
        dates,
        quiz::{self, Outcome},
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
    /// Look something up.
    Search,
    /// Back to the map.
    Home,
}

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(&[keys::ENTER, Key::char('o')], Msg::Open, Text::new("baca lagi", "read again")),
    bind(&[keys::UP, Key::char('k')], Msg::Move(Move::Up), MOVE),
    bind(&[keys::DOWN, Key::char('j')], Msg::Move(Move::Down), MOVE),
    bind(search::OPEN, Msg::Search, search::SAY),
    bind(&[keys::ESC, keys::SPACE], Msg::Home, Text::new("ke peta modul", "home screen")),
];

impl Result {
    /// The result of a round.
    pub const fn new(round: u64) -> Self {
        Self { round, cursor: Cursor::new(0) }
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
        let pages = Self::pages(cx, &quiz::outcome(cx.work(), self.round)).len();
        match msg {
            Msg::Home | Msg::Search => true,
            Msg::Open => pages > 0,
            Msg::Move(_) => pages > 1,
        }
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: cx.lang().pick("Hasil soal", "Result").to_owned(), right: String::new() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let pages = Self::pages(cx, &quiz::outcome(cx.work(), self.round));
        match msg {
            Msg::Open => {
                let page = pages.get(self.cursor.at(pages.len()));
                return page.map_or(Step::Stay, |(.., key)| Step::open(Reader::visit(key)));
            }
            Msg::Move(to) => self.cursor.go(to, pages.len()),
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
            rows.push(Line::styled(headline(&outcome, lang), cx.theme.strong));
            for words in [mean(&outcome, cx.course.pass, lang), calibration(&outcome, lang)] {
                rows.extend(prose::wrap(&[Span::raw(words)], width, &cx.theme));
            }
        }
        if outcome.reflected > 0 {
            let words = reflected(outcome.reflected, lang);
            rows.extend(prose::wrap(&[Span::raw(words)], width, &cx.theme));
        }
        rows.push(Line::raw(""));
        let pages = Self::pages(cx, &outcome);
        let mut here = 0;
        if pages.is_empty() {
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
                if is_here {
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

fn headline(outcome: &Outcome, lang: Lang) -> String {
    let (right, all) = (outcome.right, outcome.firsts.len());
    match lang {
        Lang::Id => format!("{right} dari {all} benar pada percobaan pertama."),
        Lang::En => format!("{right} of {all} right on the first try."),
    }
}

fn reflected(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (_, Lang::Id) => format!("{count} soal direnungkan; tulisan Anda tidak dinilai."),
        (1, Lang::En) => "1 question reflected on; what you wrote is not marked.".to_owned(),
        (_, Lang::En) => format!("{count} questions reflected on; what you wrote is not marked."),
    }
}

fn mean(outcome: &Outcome, pass: f64, lang: Lang) -> String {
    let (mean, pass_words) = (dates::percent(outcome.mean, lang), dates::percent(pass, lang));
    match (outcome.mean >= pass, lang) {
        (true, Lang::Id) => {
            format!("Nilai rata-rata {mean}: modul ini tuntas bila semua halamannya sudah dibaca.")
        }
        (true, Lang::En) => {
            format!("Average mark {mean}: the module is done once all its pages are read.")
        }
        (false, Lang::Id) => format!(
            "Nilai rata-rata {mean}; modul tuntas mulai {pass_words}. Silakan baca lagi, lalu ulangi soalnya."
        ),
        (false, Lang::En) => format!(
            "Average mark {mean}; a module is done from {pass_words}. Please read again, then repeat the questions."
        ),
    }
}

fn calibration(outcome: &Outcome, lang: Lang) -> String {
    let Outcome { sure_and_right, sure_and_wrong, guess_and_right, .. } = outcome;
    if outcome.firsts.iter().all(|answer| answer.sure.is_none()) {
        return String::new();
    }
    match lang {
        Lang::Id => format!(
            "Yakin dan benar: {sure_and_right}. Yakin tetapi belum tepat: {sure_and_wrong}. Menebak dan benar: {guess_and_right}."
        ),
        Lang::En => format!(
            "Sure and right: {sure_and_right}. Sure but not right: {sure_and_wrong}. Guessed and right: {guess_and_right}."
        ),
    }
}
