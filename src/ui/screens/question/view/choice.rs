//! How options, sequences and typed words look, and what is said about each once answered.

use ratatui::text::Line;

use super::{Laid, Page, letter};
use crate::{
    model::{
        course::{Choice, Item, Kind},
        profile::{Answer, Chosen},
        quiz,
    },
    ui::screens::question::{
        Asking, FALSE, Question, TRUE,
        words::{in_fact, verdict_words, why_ask},
    },
};

impl Question {
    pub(super) fn options(&self, page: &Page<'_>, item: &Item, laid: &mut Laid) {
        let theme = &page.cx.theme;
        if let Some(verdict) = self.verdict {
            let words = verdict_words(verdict, page.lang);
            page.text(laid, &format!("{words}. {}", why_ask(page.lang)), theme.text);
            laid.lines.push(Line::raw(""));
        }
        for (at, key) in self.shown(page.cx).iter().enumerate() {
            let place = self.picked.iter().position(|picked| picked == key);
            let mark = match (item.kind, place) {
                (Kind::Order, Some(place)) => format!("{}", place + 1),
                (_, Some(_)) => theme.marks.full.to_owned(),
                (_, None) => theme.marks.empty.to_owned(),
            };
            let is_here = at == self.at && self.asking != Asking::Sure;
            let cursor = if is_here { theme.marks.cursor } else { " " };
            let style = if is_here || place.is_some() { theme.cursor } else { theme.text };
            let from = laid.lines.len();
            let text = match key.as_str() {
                TRUE => page.lang.pick("Benar", "True"),
                FALSE => page.lang.pick("Salah", "False"),
                key => item.option(key).map_or("", |option| option.text.get(page.lang)),
            };
            let lead = format!("{cursor} {mark} {}  ", letter(at));
            page.hanging(laid, &lead, text, style);
            if is_here {
                laid.focus = (from, from + 1);
            }
        }
    }
}

impl Page<'_> {
    /// Options in the order shown, with the verdict on a statement before its reasons.
    pub(super) fn chosen(&self, item: &Item, answer: &Answer, is_settled: bool, laid: &mut Laid) {
        if let Chosen::Truth { verdict, .. } = answer.chosen {
            self.verdict(item, verdict, is_settled, laid);
        }
        let chosen = chosen_keys(&answer.chosen);
        for (at, key) in quiz::shown(item, self.seed).iter().enumerate() {
            if let Some(option) = item.option(key) {
                let is_chosen = chosen.iter().any(|picked| *picked == key);
                self.option(at, option, is_chosen, is_settled, laid);
            }
        }
    }

    fn option(
        &self,
        at: usize,
        option: &Choice,
        is_chosen: bool,
        is_settled: bool,
        laid: &mut Laid,
    ) {
        let theme = &self.cx.theme;
        let (mark, style) = match (option.right, is_chosen) {
            (true, true) => (theme.marks.check, theme.right),
            (true, false) if is_settled => (theme.marks.check, theme.right),
            (false, true) => (theme.marks.cross, theme.wrong),
            _ => (" ", theme.quiet),
        };
        let lead = format!("{mark} {}  ", letter(at));
        self.hanging(laid, &lead, option.text.get(self.lang), style);
        if is_chosen || (is_settled && (option.right || self.every_why)) {
            let word = match (option.right, is_chosen) {
                (true, true) => self.lang.pick("Benar. ", "Right. "),
                (true, false) => self.lang.pick("Yang benar. ", "The right one. "),
                (false, true) => self.lang.pick("Belum tepat. ", "Not quite. "),
                (false, false) => "",
            };
            let why = format!("{word}{}", option.why.get(self.lang));
            self.hanging(laid, "     ", &why, theme.text);
        }
    }

    fn verdict(&self, item: &Item, verdict: bool, is_settled: bool, laid: &mut Laid) {
        let is_right = verdict == item.verdict;
        let (mark, style) = self.mark(is_right);
        let mut words = verdict_words(verdict, self.lang).to_owned();
        if !is_right && is_settled {
            words = format!("{words}. {}", in_fact(item.verdict, self.lang));
        }
        self.text(laid, &format!("{mark} {words}."), style);
        laid.lines.push(Line::raw(""));
    }

    pub(super) fn sequence(&self, item: &Item, answer: &Answer, is_settled: bool, laid: &mut Laid) {
        let theme = &self.cx.theme;
        let chosen = chosen_keys(&answer.chosen);
        if !is_settled || answer.mark < 1.0 {
            self.quiet(laid, self.lang.pick("Urutan Anda:", "Your order:"));
            for (at, key) in chosen.iter().enumerate() {
                let text = item.option(key).map_or("", |option| option.text.get(self.lang));
                self.hanging(laid, &format!("  {}  ", at + 1), text, theme.text);
            }
        }
        if is_settled {
            if answer.mark < 1.0 {
                laid.lines.push(Line::raw(""));
            }
            self.quiet(laid, self.lang.pick("Urutan yang tepat:", "The right order:"));
            for (at, option) in item.options.iter().enumerate() {
                let lead = format!("{} {}  ", theme.marks.check, at + 1);
                self.hanging(laid, &lead, option.text.get(self.lang), theme.right);
                self.hanging(laid, "     ", option.why.get(self.lang), theme.text);
            }
        }
    }

    pub(super) fn recalled(&self, item: &Item, answer: &Answer, is_settled: bool, laid: &mut Laid) {
        let theme = &self.cx.theme;
        let Chosen::Typed(typed) = &answer.chosen else { return };
        let is_right = answer.mark >= 1.0;
        let (mark, style) = self.mark(is_right);
        self.text(laid, &format!("{mark} {typed}"), style);
        if is_settled {
            if let (false, Some(form)) = (is_right, item.accept.get(self.lang).first()) {
                let word = self.lang.pick("Jawaban", "Answer");
                self.text(laid, &format!("{word}: {form}"), theme.right);
            }
            laid.lines.push(Line::raw(""));
            self.text(laid, item.why.get(self.lang), theme.text);
        }
    }
}

fn chosen_keys(chosen: &Chosen) -> Vec<&str> {
    match chosen {
        Chosen::Keys(keys) => keys.iter().map(String::as_str).collect(),
        Chosen::Truth { reason, .. } => vec![reason],
        _ => Vec::new(),
    }
}
