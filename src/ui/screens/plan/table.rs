//! The rows of a plan as a table that shrinks with the window, the if-then sentence, and the line
//! that is kept free for notices.

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};
use unicode_width::UnicodeWidthStr;

use super::{remarks, reminders};
use crate::{
    model::{
        dates,
        plan::{
            Plan, Row, Status,
            document::sentence,
            review::{Advice, Remark},
        },
        safe_text::safe_line,
        text::Lang,
    },
    ui::{
        cx::Cx,
        frame, prose,
        theme::Theme,
        widgets::{cursor, lines},
    },
};

/// Rows below the table: an empty one, the sentence, an empty one, the notice.
const BELOW: u16 = 5;
const SENTENCE: usize = 2;
/// Widest columns.
/// Where there is room; a year is never cut away there.
const LONGEST_TIME: usize = 23;
/// The same in a narrow table.
const NARROW_TIME: usize = 15;
const LONGEST_STATUS: usize = 10;

/// What a plan is and how to begin.
pub(super) fn invite(cx: &Cx, area: Rect, buf: &mut Buffer) {
    let texts = match cx.lang() {
        Lang::Id => [
            "Belum ada rencana tindak lanjut.",
            "Rencana tindak lanjut (RTL) membawa yang Anda pelajari ke kantor Anda: satu SOP, \
             beberapa rencana aksi, dan untuk setiap aksi satu penanggung jawab, tanggal, serta \
             bukti yang dapat ditunjukkan.",
            "Pilihlah satu SOP yang paling sering dikeluhkan. Tidak perlu lengkap hari ini: semua \
             isian boleh menyusul.",
            "Tekan Enter untuk memulai, g untuk dipandu, atau m untuk mengambil rencana dari berkas.",
        ],
        Lang::En => [
            "There is no follow-up plan yet.",
            "A follow-up plan (RTL) takes what you learn to your own office: one SOP, a few \
             actions, and for each action one responsible post, dates, and evidence that can be \
             shown.",
            "Choose the one SOP that is complained about most. It need not be complete today: every \
             field may follow later.",
            "Press Enter to begin, g to be guided, or m to take a plan in from a file.",
        ],
    };
    let mut rows = Vec::new();
    for (place, text) in texts.into_iter().enumerate() {
        if place > 0 {
            rows.push(Line::raw(""));
        }
        let style = if place == 0 { cx.theme.strong } else { cx.theme.text };
        let width = area.width.min(cx.text_width());
        rows.extend(prose::wrap(&[Span::styled(text, style)], width, &cx.theme));
    }
    lines::draw(&rows, 0, area, buf, &cx.theme);
}

/// The table with the cursor at a row.
pub(super) fn draw(
    plan: &Plan,
    at: usize,
    notice: Option<&str>,
    remarks: &[Remark],
    cx: &Cx,
    area: Rect,
    buf: &mut Buffer,
) {
    if area.height < 2 {
        return;
    }
    let last = frame::row(area, area.height - 1);
    let about = remarks::about_row(remarks, at, cx);
    let (words, style) = match (notice, &about) {
        (Some(notice), _) => (notice, cx.theme.accent),
        (None, Some(about)) => (about.content.as_ref(), about.style),
        (None, None) => ("", cx.theme.accent),
    };
    let fit = |words: &str| frame::fit(words, usize::from(area.width), &cx.theme);
    Line::styled(fit(words), style).render(last, buf);
    let reminder = reminders::of(plan, cx).unwrap_or_default();
    Line::styled(fit(&reminder), cx.theme.quiet).render(frame::row(area, area.height - 2), buf);
    let space = area.height.saturating_sub(1 + BELOW).max(1);
    let used = if plan.rows.is_empty() {
        no_rows(plan, cx, area, buf)
    } else {
        let height = u16::try_from(plan.rows.len()).unwrap_or(u16::MAX).min(space);
        let columns = Columns::of(plan, remarks, usize::from(area.width), cx);
        columns.head(cx).render(frame::row(area, 0), buf);
        let rows: Vec<Line<'_>> = (1..)
            .zip(&plan.rows)
            .map(|(number, row)| {
                let about: Vec<&Remark> =
                    remarks.iter().filter(|it| it.row_at() == Some(number - 1)).collect();
                cursor::row(number == at + 1, columns.row(number, row, &about, cx), &cx.theme)
            })
            .collect();
        cursor::draw(&rows, at, Rect { y: area.y + 1, height, ..area }, buf, &cx.theme);
        height + 1
    };
    let Some(words) = sentence(&plan.if_then, cx.lang()) else { return };
    let spans = prose::spans(&words, cx.theme.text, &cx.theme);
    let width = area.width.min(cx.text_width());
    for (place, line) in (used + 1..area.height.saturating_sub(2)).zip(shortened(&spans, width, cx))
    {
        line.render(frame::row(area, place), buf);
    }
}

/// The sentence on two lines; the second is cut where it is longer.
fn shortened(spans: &[Span<'_>], width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let mut lines = prose::wrap(spans, width, &cx.theme);
    let is_cut = lines.len() > SENTENCE;
    lines.truncate(SENTENCE);
    if let (true, Some(last)) = (is_cut, lines.last_mut()) {
        let mut spans = std::mem::take(&mut last.spans);
        spans.push(Span::raw(" ".repeat(usize::from(width))));
        *last = prose::clip(&spans, width, &cx.theme);
    }
    lines
}

fn no_rows(plan: &Plan, cx: &Cx, area: Rect, buf: &mut Buffer) -> u16 {
    let lang = cx.lang();
    let first = lang.pick("Rencana ini belum berisi aksi.", "This plan has no actions yet.");
    let hint = lang.pick(
        "Tekan Enter atau t untuk menulis aksi pertama. Identitas rencana (SOP, sasaran, atasan, \
         kalimat jika–maka) diisi dengan i. Dengan g Anda dipandu langkah demi langkah.",
        "Press Enter or t to write the first action. The plan details (SOP, goal, superior, \
         if–then sentence) are filled in with i. With g you are guided step by step.",
    );
    let width = area.width.min(cx.text_width());
    let mut rows = prose::wrap(&[Span::styled(first, cx.theme.strong)], width, &cx.theme);
    rows.push(Line::raw(""));
    rows.extend(prose::wrap(&[Span::raw(hint)], width, &cx.theme));
    if !plan.is_adapted() {
        let before = lang.pick(
            "Kerjakan dahulu: apa yang berbeda di kantor Anda? Tekan a.",
            "Do this first: what differs in your office? Press a.",
        );
        rows.push(Line::raw(""));
        rows.extend(prose::wrap(&[Span::styled(before, cx.theme.accent)], width, &cx.theme));
    }
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height - 1);
    lines::draw(&rows, 0, Rect { height, ..area }, buf, &cx.theme);
    height
}

/// When a row is done, with a mark where its dates do not fit.
fn time_of(row: &Row, is_odd: bool, cx: &Cx) -> String {
    let when = when(row, cx.today(), cx.lang());
    if is_odd { format!("{} {when}", cx.theme.marks.cross) } else { when }
}

fn is_about_days(remark: &Remark) -> bool {
    matches!(remark.advice, Advice::Days(_))
}

/// Widths of the columns: each what it needs up to a limit, the action all that is left.
struct Columns {
    number: usize,
    action: usize,
    responsible: usize,
    time: usize,
    status: usize,
    /// 0 in a narrow table, where the line below tells it.
    remarks: usize,
}

impl Columns {
    fn of(plan: &Plan, found: &[Remark], width: usize, cx: &Cx) -> Self {
        let lang = cx.lang();
        let [_, _, responsible, time, status] = names(lang).map(UnicodeWidthStr::width);
        let need = |least: usize, most: usize, of: &dyn Fn(&Row) -> usize| {
            plan.rows.iter().map(of).max().unwrap_or(0).clamp(least, most.max(least))
        };
        let is_narrow = width < 70;
        let gap = if is_narrow { 1 } else { 2 };
        let remarks = if is_narrow { 0 } else { remarks::NAME.say(lang).width() + gap - 1 };
        // A mark and a gap in front of the dates that do not fit.
        let odd = if found.iter().any(is_about_days) { 2 } else { 0 };
        let responsible = need(responsible, width / 5, &|row| safe_line(&row.responsible).width());
        let longest = if is_narrow { NARROW_TIME } else { LONGEST_TIME };
        let time = need(time, longest, &|row| time_of(row, false, cx).width() + odd);
        let status =
            need(status, LONGEST_STATUS, &|row| safe_line(row.status.say(lang)).width() + 2);
        let number = plan.rows.len().to_string().len().max(2);
        let taken = 2 + number + 2 + responsible + time + status + 3 * gap + remarks + 1;
        let action = width.saturating_sub(taken);
        Self {
            number: number + 2,
            action: action + gap,
            responsible: responsible + gap,
            time: time + gap,
            status,
            remarks,
        }
    }

    fn head(&self, cx: &Cx) -> Line<'static> {
        let [number, action, responsible, time, status] = names(cx.lang());
        let theme = &cx.theme;
        let words = [
            cell(number, self.number, theme),
            cell(action, self.action, theme),
            cell(responsible, self.responsible, theme),
            cell(time, self.time, theme),
            cell(status, self.status + 1, theme),
            self.last(remarks::NAME.say(cx.lang())),
        ];
        Line::styled(format!("  {}", words.concat()), theme.quiet)
    }

    /// The last column, right-aligned; nothing in a narrow table.
    fn last(&self, text: &str) -> String {
        let width = self.remarks;
        if width == 0 { String::new() } else { format!("{text:>width$}") }
    }

    fn row(&self, number: usize, row: &Row, about: &[&Remark], cx: &Cx) -> Vec<Span<'static>> {
        let lang = cx.lang();
        let theme = &cx.theme;
        let (mark, style) = mark(&row.status, theme);
        let status = format!("{mark} {}", safe_line(row.status.say(lang)));
        let time = time_of(row, about.iter().any(|remark| is_about_days(remark)), cx);
        let count = if about.is_empty() { String::new() } else { about.len().to_string() };
        let status = cell(&status, self.status + 1, theme);
        let words = [
            cell(&number.to_string(), self.number, theme),
            cell(&or_dash(&row.action), self.action, theme),
            cell(&or_dash(&row.responsible), self.responsible, theme),
            cell(&time, self.time, theme),
        ];
        vec![
            Span::raw(words.concat()),
            Span::styled(status, style),
            Span::styled(self.last(&count), theme.accent),
        ]
    }
}

fn names(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["No", "Rencana aksi", "PJ", "Waktu", "Status"],
        ["No", "Action", "Responsible", "Time", "Status"],
    )
}

/// Text in a column, at least one cell of it left empty.
fn cell(text: &str, width: usize, theme: &Theme) -> String {
    let text = frame::fit(text, width.saturating_sub(1), theme);
    let gap = " ".repeat(width.saturating_sub(text.width()));
    text + &gap
}

fn or_dash(text: &str) -> String {
    let text = safe_line(text);
    if text.trim().is_empty() { "–".to_owned() } else { text.trim().to_owned() }
}

pub(super) const fn mark(status: &Status, theme: &Theme) -> (&'static str, Style) {
    match status {
        Status::Started => (theme.marks.full, theme.accent),
        Status::Done => (theme.marks.check, theme.right),
        Status::Dropped => (theme.marks.cross, theme.quiet),
        Status::Planned | Status::Other(_) => (theme.marks.empty, theme.quiet),
    }
}

/// "1–14 Des", "28 Nov–3 Des", "s.d. 14 Des"; the year only where it is not near.
fn when(row: &Row, today: Date, lang: Lang) -> String {
    let full = |date: Date| dates::short_date(date, lang);
    let short = |date: Date| {
        let is_near = date.year().abs_diff(today.year()) <= 1;
        let words = full(date);
        match words.rsplit_once(' ') {
            Some((day, _)) if is_near => day.to_owned(),
            _ => words,
        }
    };
    match (row.start, row.finish) {
        (None, None) => "–".to_owned(),
        (Some(start), Some(finish)) if start == finish => short(start),
        (Some(start), Some(finish)) if start.first_of_month() == finish.first_of_month() => {
            format!("{}–{}", start.day(), short(finish))
        }
        (Some(start), Some(finish)) => format!("{}–{}", short(start), short(finish)),
        (Some(start), None) => format!("{} {}", lang.pick("mulai", "from"), short(start)),
        (None, Some(finish)) => format!("{} {}", lang.pick("s.d.", "by"), short(finish)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_as_short_as_it_stays_clear() {
        let today = "2026-11-24".parse().unwrap();
        let date = |text: &str| text.parse().ok();
        for (start, finish, id, en) in [
            ("", "", "–", "–"),
            ("2026-12-01", "2026-12-14", "1–14 Des", "1–14 Dec"),
            ("2026-12-01", "2026-12-01", "1 Des", "1 Dec"),
            ("2026-11-28", "2026-12-03", "28 Nov–3 Des", "28 Nov–3 Dec"),
            ("2026-12-28", "2027-01-03", "28 Des–3 Jan", "28 Dec–3 Jan"),
            ("2026-12-28", "2027-12-28", "28 Des–28 Des", "28 Dec–28 Dec"),
            ("", "2026-12-14", "s.d. 14 Des", "by 14 Dec"),
            ("2026-05-01", "", "mulai 1 Mei", "from 1 May"),
            ("2031-12-01", "2031-12-01", "1 Des 2031", "1 Dec 2031"),
        ] {
            let row = Row { start: date(start), finish: date(finish), ..Row::default() };
            assert_eq!(when(&row, today, Lang::Id), id);
            assert_eq!(when(&row, today, Lang::En), en);
        }
    }
}
