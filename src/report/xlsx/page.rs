//! One sheet: a title, a header that stays in view and on every printed page, and rows.

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::look::{Look, fitted, height};
use crate::model::{safe_text::safe, text::Lang};

/// First row of the table: the title and one row of air stand above.
const HEADER: u32 = 2;
/// A4.
const PAPER: u8 = 9;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing but its frame.
    Empty,
    /// A person's words, safe to show.
    Text(String),
    /// Words of ours.
    Label(String),
    /// A day.
    Day(Date),
    /// A count.
    Number(f64),
    /// A part of 1, shown in percent.
    Share(f64),
    /// A mean.
    Mean(f64),
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        let text = safe(text);
        if text.trim().is_empty() { Self::Empty } else { Self::Text(fitted(&text)) }
    }

    pub(super) fn label(text: &str) -> Self {
        Self::Label(fitted(&safe(text)))
    }

    /// The lines that it takes in a column of this width, roughly.
    fn lines(&self, width: u16) -> usize {
        let (Self::Text(text) | Self::Label(text)) = self else { return 1 };
        // Letters are narrower than the digits that a width counts, by a tenth.
        let room = usize::from(width.max(1)) * 11;
        let lines = text.lines().map(|line| (line.chars().count() * 10).div_ceil(room).max(1));
        // Words break before the end of a line, so there is one more where there are many.
        lines.map(|count| count + count / 6).sum::<usize>().max(1)
    }

    pub(super) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// A sheet before it is written.
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) title: String,
    /// What stands below the table.
    pub(super) note: Option<&'static str>,
    /// Header and width of each column.
    pub(super) columns: Vec<(Cell, u16)>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// Least height of a row that is written on by hand, in lines.
    pub(super) room: Option<usize>,
    /// The last column is for programs and is not printed.
    pub(super) has_ids: bool,
}

impl Page {
    pub(super) fn write(
        &self,
        book: &mut Workbook,
        look: &Look,
        lang: Lang,
    ) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(self.name)?;
        sheet.write_string_with_format(0, 0, fitted(&self.title), &look.title)?;
        for (at, (header, width)) in (0..).zip(&self.columns) {
            sheet.set_column_width(at, *width)?;
            let format =
                if matches!(header, Cell::Day(_)) { &look.header_day } else { &look.header };
            put_as(sheet, HEADER, at, header, format)?;
        }
        let widths: Vec<u16> = self.columns.iter().map(|(_, width)| *width).collect();
        let lines = |cells: &mut dyn Iterator<Item = &Cell>| {
            cells.zip(&widths).map(|(cell, width)| cell.lines(*width)).max().unwrap_or(1)
        };
        let header = lines(&mut self.columns.iter().map(|(cell, _)| cell));
        sheet.set_row_height(HEADER, height(header))?;
        for (row, cells) in (HEADER + 1..).zip(&self.rows) {
            let lines = lines(&mut cells.iter()).max(self.room.unwrap_or(1));
            sheet.set_row_height(row, height(lines))?;
            for (at, cell) in (0..).zip(cells) {
                put(sheet, row, at, cell, look)?;
            }
        }
        let rows = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let last_row = HEADER.saturating_add(rows);
        if let Some(note) = self.note {
            sheet.write_string_with_format(last_row + 2, 0, note, &look.note)?;
        }
        let last = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        if !self.rows.is_empty() && self.room.is_none() {
            sheet.autofilter(HEADER, 0, last_row, last)?;
        }
        if self.has_ids {
            let below = if self.note.is_some() { 2 } else { 0 };
            sheet.set_print_area(0, 0, last_row + below, last.saturating_sub(1))?;
        }
        sheet.set_freeze_panes(HEADER + 1, 0)?;
        set_up(sheet, lang)
    }
}

/// How it prints.
fn set_up(sheet: &mut Worksheet, lang: Lang) -> Result<(), XlsxError> {
    sheet
        .set_paper_size(PAPER)
        .set_landscape()
        // As wide as one page, as long as it takes.
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer(lang.pick("&L&A&RHalaman &P dari &N", "&L&A&RPage &P of &N"));
    sheet.set_repeat_rows(HEADER, HEADER)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &Cell,
    look: &Look,
) -> Result<(), XlsxError> {
    let format = match cell {
        Cell::Empty | Cell::Text(_) => &look.text,
        Cell::Label(_) => &look.label,
        Cell::Day(_) => &look.day,
        Cell::Number(_) => &look.number,
        Cell::Share(_) => &look.share,
        Cell::Mean(_) => &look.mean,
    };
    put_as(sheet, row, at, cell, format)
}

fn put_as(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &Cell,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, at, format)?,
        Cell::Text(text) | Cell::Label(text) => {
            sheet.write_string_with_format(row, at, text.as_str(), format)?
        }
        Cell::Day(day) => match excel(*day) {
            Some(date) => sheet.write_datetime_with_format(row, at, &date, format)?,
            // Before 1900 there are no days in a spreadsheet.
            None => sheet.write_string_with_format(row, at, day.to_string(), format)?,
        },
        Cell::Number(number) | Cell::Share(number) | Cell::Mean(number) => {
            sheet.write_number_with_format(row, at, *number, format)?
        }
    };
    Ok(())
}

fn excel(day: Date) -> Option<ExcelDateTime> {
    let number = |value: i8| u8::try_from(value).ok();
    let year = u16::try_from(day.year()).ok()?;
    // 1900 has a 29 February there; what lies before is not worth the trouble.
    (year > 1900).then_some(())?;
    ExcelDateTime::from_ymd(year, number(day.month())?, number(day.day())?).ok()
}
