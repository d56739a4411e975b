//! What falls due in the next days.

use jiff::ToSpan;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::chart::{self, Series, number};
use crate::{
    model::{
        dates,
        standing::{DAYS, Standing},
        text::Lang,
    },
    ui::{cx::Cx, prose, widgets::lines},
};

/// Draws text and chart; false while there is nothing to show.
pub(super) fn draw(cx: &Cx, area: Rect, buf: &mut Buffer) -> bool {
    let standing = cx.standing();
    let lang = cx.lang();
    let all: usize = standing.forecast.iter().sum();
    if all == 0 && standing.next_due.is_none() {
        return false;
    }
    let width = area.width.min(cx.text_width());
    let sentences = [Some(today(&standing, lang)), next(&standing, lang), Some(total(all, lang))];
    let mut text: Vec<Line<'static>> = sentences
        .into_iter()
        .flatten()
        .flat_map(|words| prose::wrap(&[Span::raw(words)], width, &cx.theme))
        .collect();
    let most = scale(&standing.forecast);
    let is_cut = standing.due.len() > most;
    let why = if is_cut { cut(cx) } else { why(lang).to_owned() };
    text.extend(prose::wrap(&[Span::styled(why, cx.theme.quiet)], width, &cx.theme));
    text.push(Line::raw(""));
    lines::draw_top(&text, area, buf);
    if all > 0 {
        let series =
            [Series { values: &standing.forecast, style: cx.theme.accent, is_shade: false }];
        let ahead = i64::try_from(standing.forecast.len()).unwrap_or(1) - 1;
        let last = standing.today.checked_add(ahead.days()).ok();
        let last = last.map_or_else(String::new, |day| dates::day_month(day, lang));
        let ends = [lang.pick("hari ini", "today"), last.as_str()];
        chart::draw(&series, most, ends, cx, chart::room(area, text.len()), buf);
    }
    true
}

/// From so many times the tallest later day on, the bar of today is cut.
const STEEP: usize = 4;
fn today(standing: &Standing, lang: Lang) -> String {
    let due = standing.due.len();
    let count = number(due, lang);
    match (lang, due) {
        (Lang::Id, 0) => "Hari ini tidak ada soal yang perlu diulang.".to_owned(),
        (Lang::En, 0) => "There is nothing to review today.".to_owned(),
        (Lang::Id, _) => format!("Hari ini {count} soal menunggu diulang."),
        (Lang::En, 1) => "Today 1 question waits to be reviewed.".to_owned(),
        (Lang::En, _) => format!("Today {count} questions wait to be reviewed."),
    }
}

fn next(standing: &Standing, lang: Lang) -> Option<String> {
    let (day, items) = standing.next_due?;
    let (day, count) = (dates::date(day, lang), number(items, lang));
    Some(match (lang, items) {
        (Lang::Id, _) => format!("Hari berikutnya: {day}, {count} soal."),
        (Lang::En, 1) => format!("The next day: {day}, 1 question."),
        (Lang::En, _) => format!("The next day: {day}, {count} questions."),
    })
}

fn total(all: usize, lang: Lang) -> String {
    let count = number(all, lang);
    match (lang, all) {
        (Lang::Id, 0) => format!("Dalam {DAYS} hari ini tidak ada soal yang perlu diulang."),
        (Lang::En, 0) => format!("Nothing falls due within these {DAYS} days."),
        (Lang::Id, _) => format!("Seluruhnya {count} soal dalam {DAYS} hari."),
        (Lang::En, 1) => format!("In all 1 question within {DAYS} days."),
        (Lang::En, _) => format!("In all {count} questions within {DAYS} days."),
    }
}

/// The tallest day that is drawn whole. After a long break everything waits today; then the days after
/// it would not be seen beside it.
fn scale(forecast: &[usize]) -> usize {
    let (today, later) = forecast.split_first().unwrap_or((&0, &[]));
    let later = later.iter().copied().max().unwrap_or(0);
    if later > 0 && *today > later * STEEP { later } else { later.max(*today) }
}

fn cut(cx: &Cx) -> String {
    let up = cx.theme.marks.up;
    match cx.lang() {
        Lang::Id => format!("Tiang hari ini terpotong ({up}) agar hari lain tampak."),
        Lang::En => format!("The bar of today is cut ({up}) so that other days can be seen."),
    }
}

const fn why(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Soal kembali tepat sebelum terlupa; makin sering benar, makin jarang.",
        Lang::En => "A question comes back just before it is forgotten; less and less often.",
    }
}
