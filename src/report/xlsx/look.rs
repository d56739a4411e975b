//! How cells look, and how much of a text a cell can hold.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Size of all text in tables, in points.
const SIZE: f64 = 10.0;
/// Height of a line of it.
const LINE: usize = 13;
/// Highest row of a spreadsheet.
const HIGHEST: usize = 409;
/// Most UTF-16 units of a cell.
const LONGEST: usize = 32_767;

/// The formats of a workbook.
pub(super) struct Look {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) header: Format,
    pub(super) header_day: Format,
    pub(super) text: Format,
    pub(super) label: Format,
    pub(super) day: Format,
    pub(super) number: Format,
    pub(super) share: Format,
    pub(super) mean: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let cell = Format::new()
            .set_font_size(SIZE)
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x0080_8080))
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let header = cell
            .clone()
            .set_bold()
            .set_align(FormatAlign::VerticalCenter)
            .set_align(FormatAlign::Center)
            .set_background_color(Color::RGB(0x00E7_ECF2));
        let right = cell.clone().set_align(FormatAlign::Center);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            note: Format::new().set_italic(),
            header_day: header.clone().set_num_format(DAY),
            header,
            label: cell.clone().set_bold(),
            // "@": a spreadsheet keeps it as text when it is edited.
            text: cell.clone().set_num_format("@"),
            day: cell.set_align(FormatAlign::Left).set_num_format(DAY),
            number: right.clone(),
            share: right.clone().set_num_format("0%"),
            mean: right.set_num_format("0.00"),
        }
    }
}

/// Read everywhere as what it is: the month as a word of the reader's own language.
const DAY: &str = "d mmm yyyy";

/// As much of a text as a cell holds.
pub(super) fn fitted(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut units = 0;
    let is_in = |c: &char| {
        units += c.len_utf16();
        units < LONGEST
    };
    text.chars().take_while(is_in).chain(['…']).collect()
}

/// The height of a row of this many lines: not every spreadsheet finds it by itself.
pub(super) fn height(lines: usize) -> f64 {
    (lines.max(1) * LINE + 3).min(HIGHEST) as f64
}
