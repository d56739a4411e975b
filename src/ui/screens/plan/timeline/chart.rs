//! The drawing of the timeline: weeks above, one line for each row, check-ins below the weeks, a
//! legend. Every state has a word beside its bar, so that neither colour nor shade carries it alone.

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use crate::{
    model::{
        dates::{day_month, short_date},
        plan::{
            Plan, Row, Status,
            timeline::{Bar, Timeline, state},
        },
        safe_text::safe_line,
        text::Lang,
    },
    ui::{
        cx::Cx,
        frame,
        widgets::{cursor, lines},
    },
};

/// Columns for the word about a row.
const STATE: usize = 18;
/// Columns in front of a row: the cursor's mark.
const MARK: usize = 2;
/// Weeks shown before today where not all fit.
const BEFORE: usize = 1;
/// From this width on a week takes more columns.
const WIDE: usize = 100;
/// Rows above the list: dates of the weeks, today, check-ins.
const ABOVE: u16 = 3;
/// Height from which on there is room for the legend.
const TALL: u16 = 11;

/// The chart of a plan in so many columns.
pub(super) struct Chart<'a> {
    plan: &'a Plan,
    line: Timeline,
    cx: &'a Cx,
    /// Columns of the action, of the weeks, of one week.
    label: usize,
    width: usize,
    week: usize,
    /// The first week that is shown.
    first: usize,
}

/// Columns of the label, of all weeks and of one week in a window of this width.
fn columns(width: usize) -> (usize, usize, usize) {
    let week = if width < WIDE { 2 } else { 4 };
    let label = (width * 3 / 10).clamp(8, 40);
    let room = width.saturating_sub(MARK + label + 1 + STATE + 1);
    (label, room / week * week, week)
}

impl<'a> Chart<'a> {
    /// The first week that is shown and how many are; `chosen` by the person, else today's week and
    /// one before it where not all fit.
    pub(super) fn weeks(
        line: &Timeline,
        width: u16,
        chosen: Option<usize>,
        cx: &Cx,
    ) -> (usize, usize) {
        let (_, room, week) = columns(usize::from(width));
        let count = (room / week).max(1);
        let last = line.weeks.saturating_sub(count);
        let first = chosen.unwrap_or_else(|| line.week(cx.today()).saturating_sub(BEFORE));
        (first.min(last), count)
    }

    pub(super) fn new(plan: &'a Plan, width: u16, chosen: Option<usize>, cx: &'a Cx) -> Self {
        let line = Timeline::of(plan, cx.today());
        let (first, _) = Self::weeks(&line, width, chosen, cx);
        let (label, width, week) = columns(usize::from(width));
        Self { plan, line, cx, label, width, week, first }
    }

    /// Draws it with the cursor on a row of the plan.
    pub(super) fn draw(&self, here: Option<usize>, area: Rect, buf: &mut Buffer) {
        let cx = self.cx;
        let legend = u16::from(area.height >= TALL);
        // A line about the row under the cursor, and the legend.
        let below = 1 + legend;
        if area.height <= ABOVE + below {
            let rows = self.rows(here);
            cursor::draw(&rows.0, rows.1, area, buf, &cx.theme);
            return;
        }
        for (at, line) in (0..).zip([self.dates(), self.today_row(), self.checkins()]) {
            line.render(frame::row(area, at), buf);
        }
        let (rows, at) = self.rows(here);
        let list = Rect { y: area.y + ABOVE, height: area.height - ABOVE - below, ..area };
        if rows.is_empty() {
            let words =
                cx.lang().pick("Rencana ini belum berisi aksi.", "This plan has no actions yet.");
            lines::draw(&[Line::raw(words)], 0, list, buf, &cx.theme);
        }
        cursor::draw(&rows, at, list, buf, &cx.theme);
        let row = here.and_then(|at| self.plan.rows.get(at));
        let about = row.map_or_else(String::new, |row| self.about(row));
        let about = frame::fit(&about, usize::from(area.width), &cx.theme);
        Line::styled(about, cx.theme.accent).render(frame::row(area, area.height - below), buf);
        if legend > 0 {
            let words = frame::fit(&self.legend(), usize::from(area.width), &cx.theme);
            Line::styled(words, cx.theme.quiet).render(frame::row(area, area.height - 1), buf);
        }
    }

    /// Lines of the list, and the one under the cursor.
    fn rows(&self, here: Option<usize>) -> (Vec<Line<'static>>, usize) {
        let cx = self.cx;
        let (mut rows, mut at) = (Vec::new(), 0);
        let mut put = |place: usize, spans: Vec<Span<'static>>, rows: &mut Vec<Line<'static>>| {
            if here == Some(place) {
                at = rows.len();
            }
            rows.push(cursor::row(here == Some(place), spans, &cx.theme));
        };
        for bar in &self.line.bars {
            if let Some(row) = self.plan.rows.get(bar.at) {
                put(bar.at, self.bar_row(bar, row), &mut rows);
            }
        }
        if !self.line.undated.is_empty() {
            if !rows.is_empty() {
                let words = cx.lang().pick("  Tanpa tanggal:", "  Without a date:");
                rows.push(Line::styled(words, cx.theme.quiet));
            }
            for place in &self.line.undated {
                let Some(row) = self.plan.rows.get(*place) else { continue };
                let room = self.label + 1 + self.width;
                let words = self.name(*place, row, room);
                let state = self.state(row);
                put(*place, vec![Span::raw(words + " "), state], &mut rows);
            }
        }
        (rows, at)
    }

    fn bar_row(&self, bar: &Bar, row: &Row) -> Vec<Span<'static>> {
        let mut spans = vec![Span::raw(self.name(bar.at, row, self.label) + " ")];
        spans.extend(self.cells(|column| self.bar_cell(bar, row, column)));
        spans.push(Span::raw(" "));
        spans.push(self.state(row));
        spans
    }

    /// "3 Menggelar simulasi …", padded.
    fn name(&self, at: usize, row: &Row, width: usize) -> String {
        let digits = self.plan.rows.len().to_string().len();
        let action = safe_line(&row.action);
        let action = if action.trim().is_empty() { "–" } else { action.trim() };
        let words = frame::fit(&format!("{:>digits$} {action}", at + 1), width, &self.cx.theme);
        let gap = " ".repeat(width.saturating_sub(words.width()));
        words + &gap
    }

    fn state(&self, row: &Row) -> Span<'static> {
        let theme = &self.cx.theme;
        let words = state(row, self.cx.today(), self.cx.lang());
        let is_late = crate::model::plan::review::late(row, self.cx.today()).is_some();
        let style = match row.status {
            _ if is_late => theme.wrong,
            Status::Started => theme.accent,
            Status::Done => theme.right,
            _ => theme.quiet,
        };
        Span::styled(frame::fit(&safe_line(&words), STATE, theme), style)
    }

    /// The columns of the weeks, each with its sign; today's line where nothing else stands.
    fn cells(&self, sign: impl Fn(usize) -> Option<(&'static str, Style)>) -> Vec<Span<'static>> {
        let theme = &self.cx.theme;
        let today = self.line.column(self.cx.today(), self.week);
        let start = self.first * self.week;
        (start..start + self.width)
            .map(|column| match sign(column) {
                Some((sign, style)) => Span::styled(sign, style),
                None if column == today => Span::styled(theme.marks.bar, theme.accent),
                None => Span::raw(" "),
            })
            .collect()
    }

    fn bar_cell(&self, bar: &Bar, row: &Row, column: usize) -> Option<(&'static str, Style)> {
        let theme = &self.cx.theme;
        let (from, to) =
            (self.line.column(bar.from, self.week), self.line.column(bar.to, self.week));
        if !(from..=to).contains(&column) {
            return None;
        }
        let marks = theme.marks;
        Some(match row.status {
            Status::Started => (marks.block, theme.accent),
            Status::Done => (marks.rule, theme.right),
            Status::Dropped => (marks.cross, theme.quiet),
            Status::Planned | Status::Other(_) => (marks.shade, theme.text),
        })
    }

    /// Mondays, as many as there is room for.
    fn dates(&self) -> Line<'static> {
        let lang = self.cx.lang();
        // "28 Nov" and a gap.
        let every = 8usize.div_ceil(self.week);
        let mut words = String::new();
        for week in 0..self.width / self.week {
            let is_named = week.is_multiple_of(every);
            let column = week * self.week;
            let name = day_month(self.line.monday(self.first + week), lang);
            let fits = column + name.width() <= self.width;
            if is_named && fits && words.width() <= column {
                words += &" ".repeat(column - words.width());
                words += &name;
            }
        }
        let label = self.heading(self.cx.lang().pick("Minggu mulai", "Week from"));
        Line::styled(label + &words, self.cx.theme.quiet)
    }

    /// A word in front of the weeks, padded.
    fn heading(&self, words: &str) -> String {
        let words = frame::fit(words, self.label, &self.cx.theme);
        let gap = (MARK + self.label + 1).saturating_sub(MARK + words.width());
        format!("{}{words}{}", " ".repeat(MARK), " ".repeat(gap))
    }

    /// Today in words, over its line.
    fn today_row(&self) -> Line<'static> {
        let (lang, theme) = (self.cx.lang(), &self.cx.theme);
        let day = day_month(self.cx.today(), lang);
        let words = format!("{} {day}", lang.pick("hari ini", "today"));
        let column = self.line.column(self.cx.today(), self.week);
        let start = self.first * self.week;
        let shown = match column.checked_sub(start) {
            None => format!("< {words}"),
            Some(at) if at >= self.width => {
                let words = format!("{words} >");
                " ".repeat(self.width.saturating_sub(words.width())) + &words
            }
            Some(at) if at + 2 + words.width() <= self.width + STATE => {
                format!("{}{} {words}", " ".repeat(at), theme.marks.down)
            }
            Some(at) => {
                let gap = at.saturating_sub(words.width() + 1);
                format!("{}{words} {}", " ".repeat(gap), theme.marks.down)
            }
        };
        Line::styled(self.heading("") + &shown, theme.accent)
    }

    /// The check-ins on their days, and the next one in words.
    fn checkins(&self) -> Line<'static> {
        let (lang, theme) = (self.cx.lang(), &self.cx.theme);
        if self.line.checkins.is_empty() {
            return Line::raw("");
        }
        let columns: Vec<(usize, bool)> = self
            .line
            .checkins
            .iter()
            .map(|(day, is_held)| (self.line.column(*day, self.week), *is_held))
            .collect();
        let mut spans =
            vec![Span::styled(self.heading(lang.pick("Tinjauan", "Check-ins")), theme.quiet)];
        spans.extend(self.cells(|column| {
            let (_, is_held) = columns.iter().rfind(|(at, _)| *at == column)?;
            let mark = if *is_held { theme.marks.full } else { theme.marks.empty };
            Some((mark, theme.accent))
        }));
        let next = self.line.checkins.iter().filter(|(_, is_held)| !is_held).map(|(day, _)| *day);
        let words = next.min().map_or_else(
            || lang.pick(" semua sudah", " all held").to_owned(),
            |day| format!(" {}", next_words(day, self.cx.today(), lang)),
        );
        spans.push(Span::styled(frame::fit(&words, STATE + 1, theme), theme.quiet));
        Line::from(spans)
    }

    /// The row under the cursor in words: its dates, how it stands, its action whole.
    fn about(&self, row: &Row) -> String {
        let lang = self.cx.lang();
        let day = |day: Date| short_date(day, lang);
        let when = match (row.start, row.finish) {
            (None, None) => lang.pick("tanpa tanggal", "without a date").to_owned(),
            (Some(start), None) => format!("{} {}", lang.pick("mulai", "from"), day(start)),
            (None, Some(finish)) => format!("{} {}", lang.pick("sampai", "until"), day(finish)),
            (Some(start), Some(finish)) if start == finish => day(start),
            (Some(start), Some(finish)) => format!("{} – {}", day(start), day(finish)),
        };
        let state = state(row, self.cx.today(), lang);
        format!("{when} · {} · {}", safe_line(&state), safe_line(row.action.trim()))
    }

    fn legend(&self) -> String {
        let (lang, marks) = (self.cx.lang(), self.cx.theme.marks);
        let word = |status: Status| status.say(lang).to_owned();
        format!(
            "{} {}  {} {}  {} {}  {} {}  {} {}",
            marks.shade,
            word(Status::Planned),
            marks.block,
            word(Status::Started),
            marks.rule,
            word(Status::Done),
            marks.cross,
            word(Status::Dropped),
            marks.bar,
            lang.pick("hari ini", "today"),
        )
    }
}

/// "terlambat" or the day of the next check-in.
fn next_words(day: Date, today: Date, lang: Lang) -> String {
    let when = day_month(day, lang);
    if day < today {
        format!("{} {when}", lang.pick("lewat", "missed"))
    } else {
        format!("{} {when}", lang.pick("berikut", "next"))
    }
}
