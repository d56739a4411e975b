//! A month in which a day is picked. It changes nothing but itself; what is picked the form takes.

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

use crate::{
    model::{
        dates::month::{self, Way},
        text::Text,
    },
    ui::{
        cx::Cx,
        frame,
        keys::{self, Code, Key},
    },
};

/// A month with one day under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    at: Date,
}

/// What a key of the calendar means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Another day.
    Go(Way),
    /// Today.
    Today,
    /// This day is it.
    Take,
    /// The field stays as it was.
    Leave,
}

/// What the help says about days.
pub const DAY: Text = Text::new("hari", "day");
/// What the help says about weeks.
pub const WEEK: Text = Text::new("minggu", "week");
/// What the help says about months.
pub const MONTH: Text = Text::new("bulan", "month");
/// What the help says about the ends of a month.
pub const ENDS: Text = Text::new("awal, akhir bulan", "start, end of the month");
/// What the help says about today.
pub const TODAY: Text = Text::new("hari ini", "today");
/// What the help says about taking a day.
pub const TAKE: Text = Text::new("ambil tanggal", "take the date");
/// What the help says about leaving.
pub const LEAVE: Text = Text::new("biarkan", "leave it");

/// The keys of the calendar. Dispatch reads these rows; a screen shows them.
pub const KEYS: &[(&[Key], Does, Text)] = &[
    (&[keys::ENTER, keys::SPACE], Does::Take, TAKE),
    (&[keys::LEFT], Does::Go(Way::Days(-1)), DAY),
    (&[keys::RIGHT], Does::Go(Way::Days(1)), DAY),
    (&[keys::UP], Does::Go(Way::Days(-7)), WEEK),
    (&[keys::DOWN], Does::Go(Way::Days(7)), WEEK),
    (&[keys::PAGE_UP], Does::Go(Way::Months(-1)), MONTH),
    (&[keys::PAGE_DOWN], Does::Go(Way::Months(1)), MONTH),
    (&[keys::HOME], Does::Go(Way::First), ENDS),
    (&[keys::END], Does::Go(Way::Last), ENDS),
    (&[Key::char('t'), Key::char('h')], Does::Today, TODAY),
    (&[Key::plain(Code::Esc), Key::plain(Code::F(5)), Key::ctrl('d')], Does::Leave, LEAVE),
];

/// Columns of a day: its mark, two digits, the mark of today, a gap.
const CELL: usize = 5;

impl Calendar {
    /// The month of this day.
    pub fn new(at: Date) -> Self {
        Self { at: month::within(at) }
    }

    /// The day under the cursor.
    pub const fn at(self) -> Date {
        self.at
    }

    /// What a key means here.
    pub fn does(key: Key) -> Option<Does> {
        let key = key.level();
        KEYS.iter().find(|(on, ..)| on.contains(&key)).map(|(_, does, _)| *does)
    }

    /// Goes another way.
    pub fn go(&mut self, way: Way) {
        self.at = month::moved(self.at, way);
    }

    /// Draws it below the name of the field: always as high, whatever the month.
    pub fn draw(self, name: &str, cx: &Cx, area: Rect, buf: &mut Buffer) {
        let (lang, theme) = (cx.lang(), &cx.theme);
        let width = usize::from(area.width);
        let today = cx.today();
        let mut rows = vec![
            Line::styled(frame::fit(name, width, theme), theme.quiet),
            Line::raw(""),
            Line::styled(format!(" {}", month::month_name(self.at, lang)), theme.strong),
        ];
        let names = month::short_days(lang).map(|day| format!(" {day:<4}"));
        rows.push(Line::styled(names.concat(), theme.quiet));
        let mut weeks = month::weeks(self.at);
        weeks.resize(6, [None; 7]);
        rows.extend(weeks.into_iter().map(|week| {
            let cells = week.into_iter().enumerate();
            Line::from(
                cells.map(|(place, day)| self.cell(place, day, today, cx)).collect::<Vec<_>>(),
            )
        }));
        let is_today = self.at == today;
        let picked = format!(" {} {}", theme.marks.cursor, month::long_date(self.at, lang));
        rows.push(Line::styled(picked, theme.cursor));
        let known = format!(
            " {} {}: {}",
            theme.marks.full,
            TODAY.say(lang),
            if is_today {
                lang.pick("tanggal ini", "this date").to_owned()
            } else {
                month::long_date(today, lang)
            }
        );
        rows.push(Line::styled(known, theme.quiet));
        for (line, at) in rows.into_iter().zip(0..area.height) {
            line.render(frame::row(area, at), buf);
        }
    }

    fn cell(self, place: usize, day: Option<Date>, today: Date, cx: &Cx) -> Span<'static> {
        let theme = &cx.theme;
        let Some(day) = day else { return Span::raw(" ".repeat(CELL)) };
        let is_here = day == self.at;
        let mark = if is_here { theme.marks.cursor } else { " " };
        let known = if day == today { theme.marks.full } else { " " };
        let style = match place {
            _ if is_here => theme.cursor,
            5 | 6 => theme.quiet,
            _ => theme.text,
        };
        Span::styled(format!("{mark}{:>2}{known} ", day.day()), style)
    }
}
