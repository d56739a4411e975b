//! Days as bars: `BarChart` of ratatui in our marks, with a scale, a base line and the two ends named.
//! A day with anything shows something, however tall the tallest is.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    symbols::bar,
    text::Line,
    widgets::{Bar, BarChart, Widget},
};

use crate::{
    model::{dates, text::Lang},
    ui::{
        cx::Cx,
        frame,
        theme::{Theme, UNICODE},
    },
};

/// Rows below the bars: base line and names of the ends.
const BELOW: u16 = 2;
/// A chart is not taller than this.
const TALLEST: u16 = 12;
/// Widest place of one bar with the gap beside it.
const WIDEST: u16 = 3;
/// Ticks of a cell, as ratatui counts them.
const TICKS: u64 = 8;

/// One number for each day.
pub(super) struct Series<'a> {
    /// The numbers.
    pub(super) values: &'a [usize],
    /// How its bars look.
    pub(super) style: Style,
    /// Drawn with the mark of what is empty; a later series stands on it.
    pub(super) is_shade: bool,
}

/// Draws series of the same days over one another, what stands at the left end and at the right.
/// Bars that are taller than `most` are cut there and say so.
pub(super) fn draw(
    series: &[Series<'_>],
    most: usize,
    ends: [&str; 2],
    cx: &Cx,
    area: Rect,
    buf: &mut Buffer,
) {
    let area = area.intersection(buf.area);
    let area = Rect { height: area.height.min(TALLEST), ..area };
    let days = series.iter().map(|series| series.values.len()).max().unwrap_or(0);
    let days = u16::try_from(days).unwrap_or(u16::MAX);
    let scale = number(most, cx.lang());
    let margin = u16::try_from(scale.len() + 1).unwrap_or(u16::MAX);
    if days == 0 || area.height <= BELOW || area.width <= margin {
        return;
    }
    let room = area.width - margin;
    let place = (room / days).clamp(1, WIDEST);
    let gap = u16::from(place > 1);
    let bars = Rect {
        x: area.x + margin,
        width: room.min(days.saturating_mul(place) - gap),
        height: area.height - BELOW,
        ..area
    };
    Line::styled(scale, cx.theme.quiet).render(Rect { width: margin, height: 1, ..area }, buf);
    for series in series {
        put(series, most, [place - gap, gap], bars, buf, &cx.theme);
    }
    let below = |by: u16| Rect { y: bars.bottom() + by, height: 1, ..bars };
    frame::rule(&cx.theme, below(0), buf);
    let [left, right] = ends;
    Line::styled(left.to_owned(), cx.theme.quiet).render(below(1), buf);
    let right = Line::styled(right.to_owned(), cx.theme.quiet).right_aligned();
    let used = u16::try_from(right.width()).unwrap_or(u16::MAX).min(bars.width);
    right.render(Rect { x: bars.right() - used, width: used, ..below(1) }, buf);
}

/// Draws one series over what stands there already.
fn put(
    series: &Series<'_>,
    most: usize,
    [width, gap]: [u16; 2],
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let most = u64::try_from(most).unwrap_or(u64::MAX).max(1);
    let least = most.div_ceil(u64::from(area.height.max(1)) * TICKS);
    let bars: Vec<Bar<'_>> = series
        .values
        .iter()
        .map(|value| match u64::try_from(*value).unwrap_or(u64::MAX) {
            0 => Bar::new(0).text_value(""),
            value => Bar::new(value.max(least)).text_value(""),
        })
        .collect();
    let mut drawn = Buffer::empty(area);
    BarChart::vertical(bars)
        .max(most)
        .bar_width(width)
        .bar_gap(gap)
        .bar_set(set(series.is_shade, theme))
        .bar_style(series.style)
        .render(area, &mut drawn);
    for place in area.positions() {
        if let (Some(from), Some(to)) = (drawn.cell(place), buf.cell_mut(place))
            && from.symbol() != " "
        {
            to.clone_from(from);
        }
    }
    for (at, _) in (0..).zip(series.values).filter(|(_, value)| **value as u64 > most) {
        let x = area.x.saturating_add(u16::saturating_mul(at, width + gap));
        if x < area.right() {
            buf.set_string(x, area.y, theme.marks.up, series.style);
        }
    }
}

/// The characters of a bar; plain terminals have no parts of a cell.
fn set(is_shade: bool, theme: &Theme) -> bar::Set<'static> {
    let mark = if is_shade { theme.marks.shade } else { theme.marks.block };
    if !is_shade && theme.marks == UNICODE {
        return bar::NINE_LEVELS;
    }
    bar::Set {
        full: mark,
        seven_eighths: mark,
        three_quarters: mark,
        five_eighths: mark,
        half: mark,
        three_eighths: mark,
        one_quarter: mark,
        one_eighth: mark,
        empty: " ",
    }
}

/// What is left of an area below so many rows of text.
pub(super) fn room(area: Rect, text: usize) -> Rect {
    let used = u16::try_from(text).unwrap_or(u16::MAX).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// A whole number as the language writes it.
pub(super) fn number(value: usize, lang: Lang) -> String {
    dates::number(value as f64, 0, lang)
}
