//! How a question looks: prompt, options with their marks, and under them the whys once answered.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use super::{
    FALSE, Question, TRUE,
    words::{
        did_you_mean, how_sure, lacking, task, verdict_name, verdict_on, verdict_words, why_ask,
    },
};
use crate::{
    model::{
        course::{Choice, Item, Kind},
        profile::{Answer, Chosen},
        quiz::Stage,
        text::Lang,
    },
    ui::{cx::Cx, prose, screens, widgets::lines},
};

/// A question laid out: its lines, the line of the cursor, the place of the text cursor.
#[derive(Default)]
struct Laid {
    lines: Vec<Line<'static>>,
    focus: usize,
    caret: Option<(usize, usize)>,
}

impl Question {
    pub(super) fn show(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = screens::padded(area);
        let laid = self.laid(cx, area.width);
        let height = usize::from(area.height);
        let is_at_end = self.is_sure_asked || self.is_lacking;
        let scroll = if self.is_asking(cx) && !is_at_end {
            lines::keep_in_sight(0, laid.focus, laid.focus + 1, height)
        } else if is_at_end {
            lines::last_scroll(laid.lines.len(), height)
        } else {
            self.scroll
        };
        lines::draw(&laid.lines, scroll, area, buf, &cx.theme);
        let (row, column) = laid.caret?;
        let x = area.x.checked_add(u16::try_from(column).ok()?)?;
        let y = area.y.checked_add(u16::try_from(row.checked_sub(scroll)?).ok()?)?;
        (x < area.right() && y < area.bottom()).then_some(Position { x, y })
    }

    pub(super) fn last_scroll(&self, cx: &Cx) -> usize {
        let area = screens::padded(cx.body);
        lines::last_scroll(self.laid(cx, area.width).lines.len(), usize::from(area.height))
    }

    fn laid(&self, cx: &Cx, width: u16) -> Laid {
        let mut laid = Laid::default();
        let (Some((_, item)), Some(stage)) = (Self::asked(cx), self.stage(cx)) else { return laid };
        let page = Page { cx, lang: cx.lang(), width: width.min(cx.text_width()) };
        page.text(&mut laid, item.prompt.get(page.lang), cx.theme.strong);
        page.quiet(&mut laid, task(item, page.lang));
        laid.lines.push(Line::raw(""));
        match &stage {
            Stage::Ask(attempt) => self.asking(&page, item, *attempt, &mut laid),
            Stage::Again(answer) => page.answered(item, answer, false, &self.shown(cx), &mut laid),
            Stage::Settled(answer) => page.answered(item, answer, true, &self.shown(cx), &mut laid),
        }
        laid
    }

    fn asking(&self, page: &Page<'_>, item: &Item, attempt: u32, laid: &mut Laid) {
        let theme = &page.cx.theme;
        if item.kind == Kind::Recall {
            let rows = self.edit.rows(usize::from(page.width.saturating_sub(4)));
            let caret = (laid.lines.len() + rows.cursor.0, 2 + rows.cursor.1);
            for row in rows.rows {
                laid.lines.push(Line::from(vec![
                    Span::styled(format!("{} ", theme.marks.cursor), theme.accent),
                    Span::raw(row),
                ]));
            }
            laid.focus = caret.0;
            if !self.is_sure_asked {
                laid.caret = Some(caret);
            }
        } else {
            self.options(page, item, laid);
        }
        laid.lines.push(Line::raw(""));
        if let Some(form) = &self.near {
            page.text(laid, &did_you_mean(form, page.lang), theme.accent);
        }
        for hint in item.hints.iter().take(self.hints) {
            let word = page.lang.pick("Petunjuk", "Hint");
            page.text(laid, &format!("{word}: {}", hint.get(page.lang)), theme.emphasis);
        }
        if self.is_lacking {
            page.text(laid, lacking(item.kind, page.lang), theme.accent);
        }
        if self.is_sure_asked {
            for words in how_sure(page.width, page.lang) {
                page.text(laid, &words, theme.strong);
            }
        } else if attempt > 1 {
            page.quiet(laid, page.lang.pick("Percobaan kedua.", "Second try."));
        }
    }

    fn options(&self, page: &Page<'_>, item: &Item, laid: &mut Laid) {
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
            let is_here = at == self.at && !self.is_sure_asked;
            let cursor = if is_here { theme.marks.cursor } else { " " };
            let style = if is_here || place.is_some() { theme.cursor } else { theme.text };
            if is_here {
                laid.focus = laid.lines.len();
            }
            let text = match key.as_str() {
                TRUE => page.lang.pick("Benar", "True"),
                FALSE => page.lang.pick("Salah", "False"),
                key => item.option(key).map_or("", |option| option.text.get(page.lang)),
            };
            let lead = format!("{cursor} {mark} {}  ", letter(at));
            page.hanging(laid, &lead, text, style);
        }
    }
}

/// The width and language that everything on a question is laid out for.
struct Page<'a> {
    cx: &'a Cx,
    lang: Lang,
    width: u16,
}

impl Page<'_> {
    fn text(&self, laid: &mut Laid, words: &str, style: Style) {
        laid.lines.extend(prose::wrap(&[Span::styled(words, style)], self.width, &self.cx.theme));
    }

    fn quiet(&self, laid: &mut Laid, words: &str) {
        if !words.is_empty() {
            self.text(laid, words, self.cx.theme.quiet);
        }
    }

    fn hanging(&self, laid: &mut Laid, lead: &str, words: &str, style: Style) {
        let first = Span::styled(lead.to_owned(), style);
        let rest = Span::raw(" ".repeat(usize::from(prose::cells(lead))));
        laid.lines.extend(prose::hanging(&first, &rest, self.width, |room| {
            prose::wrap(&[Span::styled(words, style)], room, &self.cx.theme)
        }));
    }

    /// The feedback: every option stays in its place; the whys stand under those that matter.
    fn answered(
        &self,
        item: &Item,
        answer: &Answer,
        is_settled: bool,
        shown: &[String],
        laid: &mut Laid,
    ) {
        let theme = &self.cx.theme;
        match item.kind {
            Kind::Order => self.sequence(item, answer, is_settled, laid),
            Kind::Recall => self.recalled(item, answer, is_settled, laid),
            Kind::Single | Kind::Multiple | Kind::Truth => {
                if let Chosen::Truth { verdict, .. } = answer.chosen {
                    self.verdict(item, verdict, is_settled, laid);
                }
                let chosen = chosen_keys(&answer.chosen);
                for (at, key) in shown.iter().enumerate() {
                    if let Some(option) = item.option(key) {
                        let is_chosen = chosen.iter().any(|picked| *picked == key);
                        self.option(at, option, is_chosen, is_settled, laid);
                    }
                }
            }
        }
        laid.lines.push(Line::raw(""));
        let (mark, style) = if answer.mark >= 1.0 {
            (theme.marks.check, theme.right)
        } else {
            (theme.marks.cross, theme.wrong)
        };
        let words = verdict_on(answer, is_settled, self.lang);
        self.text(laid, &format!("{mark} {words}"), style);
        if is_settled {
            self.quiet(laid, &self.basis(item));
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
        if is_chosen || (is_settled && option.right) {
            let word = match (option.right, is_chosen) {
                (true, true) => self.lang.pick("Benar. ", "Right. "),
                (true, false) => self.lang.pick("Yang benar. ", "The right one. "),
                (false, _) => self.lang.pick("Belum tepat. ", "Not quite. "),
            };
            let why = format!("{word}{}", option.why.get(self.lang));
            self.hanging(laid, "     ", &why, theme.text);
        }
    }

    fn verdict(&self, item: &Item, verdict: bool, is_settled: bool, laid: &mut Laid) {
        let theme = &self.cx.theme;
        let is_right = verdict == item.verdict;
        let (mark, style) = if is_right {
            (theme.marks.check, theme.right)
        } else {
            (theme.marks.cross, theme.wrong)
        };
        let mut words = verdict_words(verdict, self.lang).to_owned();
        if !is_right && is_settled {
            words = match self.lang {
                Lang::Id => {
                    format!("{words}. Yang tepat: {}", verdict_name(item.verdict, self.lang))
                }
                Lang::En => format!("{words}. In fact: {}", verdict_name(item.verdict, self.lang)),
            };
        }
        self.text(laid, &format!("{mark} {words}."), style);
        laid.lines.push(Line::raw(""));
    }

    fn sequence(&self, item: &Item, answer: &Answer, is_settled: bool, laid: &mut Laid) {
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

    fn recalled(&self, item: &Item, answer: &Answer, is_settled: bool, laid: &mut Laid) {
        let theme = &self.cx.theme;
        let Chosen::Typed(typed) = &answer.chosen else { return };
        let is_right = answer.mark >= 1.0;
        let (mark, style) = if is_right {
            (theme.marks.check, theme.right)
        } else {
            (theme.marks.cross, theme.wrong)
        };
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

    /// "Dasar: Modul 3, hal. 2", and the factor it is about.
    fn basis(&self, item: &Item) -> String {
        let Some((m, p, _)) = self.cx.course.page(&item.page) else { return String::new() };
        let place = match self.lang {
            Lang::Id => format!("Dasar: Modul {}, hal. {} (o untuk membuka)", m + 1, p + 1),
            Lang::En => format!("Based on: Module {}, page {} (o to open)", m + 1, p + 1),
        };
        let factor = item.factor.as_ref().and_then(|key| self.cx.course.factor(key));
        match factor {
            Some(factor) => format!(
                "{place} · {}: {}",
                self.lang.pick("faktor", "factor"),
                factor.name.get(self.lang)
            ),
            None => place,
        }
    }
}

fn letter(at: usize) -> char {
    ('A'..='Z').nth(at).unwrap_or(' ')
}

fn chosen_keys(chosen: &Chosen) -> Vec<&str> {
    match chosen {
        Chosen::Keys(keys) => keys.iter().map(String::as_str).collect(),
        Chosen::Truth { reason, .. } => vec![reason],
        Chosen::Typed(_) | Chosen::Other(_) => Vec::new(),
    }
}
