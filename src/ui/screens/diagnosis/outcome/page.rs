//! The lines of a result: what is lowest, what pulls a factor down, what changed.

use ratatui::text::{Line, Span};

use crate::{
    model::{
        diagnosis::{Change, Diagnosis, FactorMean, HIGHEST, WITHOUT_EVIDENCE, level},
        moment::Moment,
        text::Lang,
    },
    ui::{
        cx::Cx,
        prose,
        screens::diagnosis::{
            view,
            words::{day, factor_name, mean},
        },
    },
};

/// The lowest factor and what to do about it, in one or two sentences.
pub(super) fn headline(of: &Diagnosis, cx: &Cx) -> String {
    let lang = cx.lang();
    let Some(low) = of.lowest(&cx.course) else {
        return lang
            .pick("Belum ada pernyataan yang dinilai.", "No statement is rated yet.")
            .to_owned();
    };
    let value = low.mean.unwrap_or_default();
    let name = factor_name(&low.factor, cx).unwrap_or_default();
    if value >= f64::from(HIGHEST) {
        return lang
            .pick(
                "Semua yang dinilai rutin, berbukti, dan dipakai memperbaiki.",
                "All that was rated is regular, evidenced and used to improve.",
            )
            .to_owned();
    }
    let (number, word) = (mean(value, lang), level(Some(value)).say(lang));
    let words = match lang {
        Lang::Id => format!("Paling rendah: {name}, {number} dari {HIGHEST}: {word}."),
        Lang::En => format!("Lowest: {name}, {number} of {HIGHEST}: {word}."),
    };
    let ties = of.means(&cx.course).into_iter();
    let ties = ties.filter(|factor| factor.mean == low.mean && factor.factor != low.factor);
    let ties: Vec<_> = ties.filter_map(|factor| factor_name(&factor.factor, cx)).collect();
    let ties = ties.join("; ");
    match lang {
        _ if ties.is_empty() => words,
        Lang::Id => format!("{words} Sama rendahnya: {ties}."),
        Lang::En => format!("{words} As low: {ties}."),
    }
}

/// The lines of the page as they are gathered.
pub(super) struct Page<'a> {
    pub(super) cx: &'a Cx,
    pub(super) width: u16,
    pub(super) rows: Vec<Line<'static>>,
}

impl Page<'_> {
    pub(super) fn text(&mut self, text: &str, style: ratatui::style::Style) {
        let span = [Span::styled(text.to_owned(), style)];
        self.rows.extend(prose::wrap(&span, self.width, &self.cx.theme));
    }

    pub(super) fn blank(&mut self) {
        self.rows.push(Line::raw(""));
    }

    fn hanging(&mut self, lead: &str, text: &str) {
        let theme = &self.cx.theme;
        let first = Span::styled(lead.to_owned(), theme.text);
        let rest = Span::raw(" ".repeat(usize::from(prose::cells(lead))));
        self.rows.extend(prose::hanging(&first, &rest, self.width, |room| {
            prose::wrap(&[Span::styled(text.to_owned(), theme.text)], room, theme)
        }));
    }

    /// How many statements were passed over.
    pub(super) fn unrated(&mut self, means: &[FactorMean]) {
        let all: usize = means.iter().map(|factor| factor.all).sum();
        let rated: usize = means.iter().map(|factor| factor.rated).sum();
        let open = all - rated.min(all);
        if open == 0 {
            return;
        }
        let words = match self.cx.lang() {
            Lang::Id => format!("{open} dari {all} pernyataan belum dinilai dan tidak dihitung."),
            Lang::En => format!("{open} of {all} statements are not rated and do not count."),
        };
        self.text(&words, self.cx.theme.quiet);
    }

    /// What pulls a factor down and where to begin.
    pub(super) fn factor(&mut self, of: &Diagnosis, factor: &FactorMean) {
        let (cx, lang) = (self.cx, self.cx.lang());
        let name = factor_name(&factor.factor, cx).unwrap_or_default();
        let (rated, all) = (factor.rated, factor.all);
        let heading = match lang {
            Lang::Id => format!("{name} ({rated} dari {all} dinilai)"),
            Lang::En => format!("{name} ({rated} of {all} rated)"),
        };
        self.text(&heading, cx.theme.strong);
        let low = of.pulls_down(&cx.course, &factor.factor);
        if low.is_empty() {
            let words = match factor.mean {
                None => lang.pick("Belum ada yang dinilai di sini.", "Nothing is rated here yet."),
                Some(_) => {
                    lang.pick("Tidak ada yang menariknya ke bawah.", "Nothing pulls it down.")
                }
            };
            return self.text(words, cx.theme.quiet);
        }
        self.text(
            lang.pick("Pernyataan yang paling rendah:", "The lowest statements:"),
            cx.theme.quiet,
        );
        for (statement, counted) in &low {
            let score = of.ratings.get(&statement.key).and_then(|rating| rating.score);
            let score = score.unwrap_or(*counted).min(HIGHEST);
            let capped = match (lang, score > *counted) {
                (_, false) => String::new(),
                (Lang::Id, true) => {
                    format!(" (dinilai {score}; tanpa bukti dihitung {WITHOUT_EVIDENCE})")
                }
                (Lang::En, true) => {
                    format!(" (rated {score}; without evidence {WITHOUT_EVIDENCE} counts)")
                }
            };
            self.hanging(&format!("{counted}  "), &format!("{}{capped}", statement.text.get(lang)));
        }
        let Some((first, _)) = low.first() else { return };
        let evidence = first.evidence.get(lang);
        self.text(
            &match lang {
                Lang::Id => format!("Mulailah dari yang teratas; buktinya nanti: {evidence}."),
                Lang::En => format!("Begin with the first; what will show it: {evidence}."),
            },
            cx.theme.text,
        );
    }

    /// What changed since the diagnosis before, factor by factor.
    pub(super) fn since(&mut self, before: &Diagnosis, of: &Diagnosis, changes: &[Change]) {
        let (cx, lang) = (self.cx, self.cx.lang());
        let days = of.ended.map_or(cx.today(), Moment::date);
        let days = before.age(days).unwrap_or(0).max(0);
        let date = day(before, lang);
        let heading = match lang {
            Lang::Id => format!("Dibanding {date}, {days} hari sebelumnya"),
            Lang::En => format!("Against {date}, {days} days before"),
        };
        self.text(&heading, cx.theme.strong);
        for change in changes {
            let name = factor_name(&change.factor, cx).unwrap_or_default();
            let sign = match view::sign(change, cx) {
                sign if sign.is_empty() => "?".to_owned(),
                sign => sign,
            };
            self.hanging(&format!("{sign:<6}"), &format!("{name}: {}", moved(change, lang)));
        }
        self.text(
            lang.pick(
                "Dihitung dari pernyataan yang dinilai dua kali saja.",
                "Counted from statements rated both times only.",
            ),
            cx.theme.quiet,
        );
    }
}

/// A change in words.
fn moved(change: &Change, lang: Lang) -> String {
    let (Some((before, after)), Some(tenths)) = (change.means, change.tenths()) else {
        let none = "tidak dapat dibandingkan; tidak ada pernyataan yang dinilai dua kali";
        return lang.pick(none, "cannot be compared; no statement was rated both times").to_owned();
    };
    let [from, to] = [before, after].map(|value| mean(value, lang));
    match (lang, tenths) {
        (Lang::Id, 0) => format!("tetap {to}"),
        (Lang::En, 0) => format!("still {to}"),
        (Lang::Id, 1..) => format!("naik dari {from} menjadi {to}"),
        (Lang::En, 1..) => format!("up from {from} to {to}"),
        (Lang::Id, _) => format!("turun dari {from} menjadi {to}"),
        (Lang::En, _) => format!("down from {from} to {to}"),
    }
}
