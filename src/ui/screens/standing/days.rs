//! Answers of the last days, and how much of it all is remembered today.

use jiff::{ToSpan, civil::Date};
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
    let (right, all): (Vec<usize>, Vec<usize>) = standing.days.iter().copied().unzip();
    let is_empty = all.iter().all(|&all| all == 0);
    if is_empty && standing.retention.is_none() {
        return false;
    }
    let width = area.width.min(cx.text_width());
    let wrap = |words: String| prose::wrap(&[Span::raw(words)], width, &cx.theme);
    let mut text = wrap(total(&standing, cx.lang()));
    text.extend(best(&standing, cx.lang()).into_iter().flat_map(wrap));
    text.extend(remembered(&standing, cx.lang()).into_iter().flat_map(wrap));
    text.push(Line::raw(""));
    if !is_empty {
        text.push(legend(cx));
    }
    lines::draw_top(&text, area, buf);
    if !is_empty {
        let series = [
            Series { values: &all, style: cx.theme.quiet, is_shade: true },
            Series { values: &right, style: cx.theme.right, is_shade: false },
        ];
        let first = dates::day_month(day(&standing, 0), cx.lang());
        let ends = [first.as_str(), cx.lang().pick("hari ini", "today")];
        let most = all.iter().copied().max().unwrap_or(0);
        chart::draw(&series, most, ends, cx, chart::room(area, text.len()), buf);
    }
    true
}

/// The day at a place of [`Standing::days`].
fn day(standing: &Standing, at: usize) -> Date {
    let ago = i64::try_from(DAYS.saturating_sub(at + 1)).unwrap_or(0);
    standing.today.checked_sub(ago.days()).unwrap_or(standing.today)
}

fn total(standing: &Standing, lang: Lang) -> String {
    let (right, all) =
        standing.days.iter().fold((0, 0), |(right, all), day| (right + day.0, all + day.1));
    if all == 0 {
        return match lang {
            Lang::Id => format!("Tidak ada jawaban dalam {DAYS} hari terakhir."),
            Lang::En => format!("No answers in the last {DAYS} days."),
        };
    }
    let share = dates::percent(right as f64 / all as f64, lang);
    let (right, count) = (number(right, lang), number(all, lang));
    match lang {
        Lang::Id => format!(
            "Dalam {DAYS} hari terakhir {right} dari {count} jawaban pertama benar ({share})."
        ),
        Lang::En => {
            format!(
                "In the last {DAYS} days {right} of {count} first answers were right ({share})."
            )
        }
    }
}

/// The day with most right answers; of those alike, the one with fewer wrong ones, then the newest.
fn best(standing: &Standing, lang: Lang) -> Option<String> {
    let days = standing.days.iter().enumerate().filter(|(_, (right, _))| *right > 0);
    let (at, (right, all)) =
        days.max_by_key(|(at, (right, all))| (*right, std::cmp::Reverse(*all), *at))?;
    let day = dates::date(day(standing, at), lang);
    let (right, all) = (number(*right, lang), number(*all, lang));
    Some(match lang {
        Lang::Id => format!("Hari terbaik: {day}, {right} dari {all} benar."),
        Lang::En => format!("Best day: {day}, {right} of {all} right."),
    })
}

fn remembered(standing: &Standing, lang: Lang) -> Option<String> {
    let share = dates::percent(standing.retention?, lang);
    Some(match lang {
        Lang::Id => {
            format!("Dari yang pernah dijawab, kira-kira {share} masih diingat hari ini.")
        }
        Lang::En => {
            format!("Of what was ever answered, about {share} is still remembered today.")
        }
    })
}

/// What the two marks of the bars mean.
fn legend(cx: &Cx) -> Line<'static> {
    let (lang, theme) = (cx.lang(), &cx.theme);
    Line::from(vec![
        Span::styled(theme.marks.block, theme.right),
        Span::styled(format!(" {}   ", lang.pick("benar", "right")), theme.quiet),
        Span::styled(theme.marks.shade, theme.quiet),
        Span::styled(format!(" {}", lang.pick("belum tepat", "not right")), theme.quiet),
    ])
}
