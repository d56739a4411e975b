//! The help page: the keys of the screen below, made from the same rows that dispatch them.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::tour::Tour;
use crate::{
    model::text::{Lang, Text},
    ui::{
        cx::Cx,
        keys::{self, Binding, HelpRow, Key, also, bind},
        prose,
        screen::{Head, Screen, Step},
        theme,
        widgets::{cursor::ENDS, edit, lines},
    },
};

/// Keys that hold on every screen.
pub const EVERYWHERE: &[(&[Key], Text)] = &[
    (&[Key::char('?'), Key::plain(keys::Code::F(1))], Text::new("bantuan ini", "this help")),
    (
        &[Key::plain(keys::Code::F(2))],
        Text::new("ganti bahasa: Indonesia, Inggris", "switch between Indonesian and English"),
    ),
    (
        &[Key::plain(keys::Code::F(4))],
        Text::new(
            "ganti warna: latar terang, kontras tinggi, latar gelap",
            "switch colours: light background, high contrast, dark background",
        ),
    ),
    (
        &[Key::ctrl('c')],
        Text::new("simpan dan keluar, dari mana saja", "save and quit, from anywhere"),
    ),
    (
        &[Key::ctrl('s')],
        Text::new(
            "simpan sekarang, atau lihat sebab belum tersimpan",
            "save now, or see why it is not saved",
        ),
    ),
    (&[Key::ctrl('l')], Text::new("gambar ulang layar", "draw the screen again")),
];

/// Heading of the keys of text editing.
pub const TYPING: Text = Text::new("Saat mengetik", "While typing");

/// The help page.
pub struct Help {
    title: String,
    rows: Vec<HelpRow>,
    typing: Vec<HelpRow>,
    scroll: usize,
}

/// What its keys tell it.
#[derive(Clone, Copy)]
pub enum Msg {
    /// Back to where it was asked for.
    Close,
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// To the top.
    First,
    /// To the bottom.
    Last,
    /// Show a person around.
    Tour,
}

const CLOSE: Text = Text::new("kembali", "back");
const SCROLL: Text = Text::new("gulir", "scroll");

pub(super) const KEYS: &[Binding<Msg>] = &[
    bind(
        &[keys::ESC, keys::ENTER, Key::char('?'), Key::plain(keys::Code::F(1))],
        Msg::Close,
        CLOSE,
    ),
    also(&[keys::UP, Key::char('k')], Msg::Up, SCROLL),
    also(&[keys::DOWN, Key::char('j')], Msg::Down, SCROLL),
    also(&[keys::HOME, keys::PAGE_UP], Msg::First, ENDS),
    also(&[keys::END, keys::PAGE_DOWN], Msg::Last, ENDS),
    bind(&[Key::char('t')], Msg::Tour, Text::new("perkenalan singkat", "short tour")),
];

impl Help {
    /// Help about a screen: its title and its rows, and whether text is being typed there.
    pub fn new(title: String, rows: Vec<HelpRow>, is_typing: bool) -> Self {
        let typing = if is_typing { edit::help() } else { Vec::new() };
        Self { title, rows, typing, scroll: 0 }
    }

    fn lines(&self, cx: &Cx) -> Vec<Line<'static>> {
        let lang = cx.lang();
        let everywhere = EVERYWHERE.iter().map(|(keys, say)| HelpRow {
            keys: keys.to_vec(),
            shown: 1,
            say: *say,
            in_bar: false,
        });
        let title = Span::styled(heading(&self.title, lang), cx.theme.strong);
        let mut lines = prose::wrap(&[title], super::padded(cx.body).width, &cx.theme);
        lines.push(Line::raw(""));
        lines.extend(self.rows.iter().flat_map(|row| entry(row, true, cx)));
        if !self.typing.is_empty() {
            lines.push(Line::raw(""));
            lines.push(Line::styled(TYPING.say(lang), cx.theme.strong));
            lines.push(Line::raw(""));
            lines.extend(self.typing.iter().flat_map(|row| entry(row, false, cx)));
        }
        lines.push(Line::raw(""));
        lines.push(Line::styled(lang.pick("Di mana saja", "Everywhere"), cx.theme.strong));
        lines.push(Line::raw(""));
        lines.extend(everywhere.flat_map(|row| entry(&row, true, cx)));
        lines
    }
}

fn heading(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("Tombol di layar ini: {title}"),
        Lang::En => format!("Keys on this screen: {title}"),
    }
}

/// One row; with all its keys, or with the first ones only.
fn entry(row: &HelpRow, all: bool, cx: &Cx) -> Vec<Line<'static>> {
    let label = row.label(cx.lang(), cx.theme.marks == theme::ASCII, all);
    let gap = 22usize.saturating_sub(label.width()).max(2);
    let first = Span::styled(format!("  {label}{}", " ".repeat(gap)), cx.theme.strong);
    let rest = Span::raw(" ".repeat(first.width()));
    let width = super::padded(cx.body).width;
    prose::hanging(&first, &rest, width, |room| {
        prose::wrap(&[Span::styled(row.say.say(cx.lang()), cx.theme.text)], room, &cx.theme)
    })
}

impl Screen for Help {
    type Msg = Msg;

    fn keys(&self) -> &'static [Binding<Msg>] {
        KEYS
    }

    fn head(&self, cx: &Cx) -> Head {
        Head { left: cx.lang().pick("Bantuan", "Help").to_owned(), right: String::new() }
    }

    fn update(&mut self, msg: Msg, cx: &mut Cx) -> Step {
        let last = lines::last_scroll(self.lines(cx).len(), super::padded_height(cx));
        match msg {
            Msg::Close => return Step::Back,
            Msg::Up => self.scroll = self.scroll.min(last).saturating_sub(1),
            Msg::Down => self.scroll = (self.scroll + 1).min(last),
            Msg::First => self.scroll = 0,
            Msg::Last => self.scroll = last,
            Msg::Tour => return Step::swap(Tour::again()),
        }
        Step::Stay
    }

    fn draw(&self, cx: &Cx, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = super::padded(area);
        lines::draw(&self.lines(cx), self.scroll, area, buf, &cx.theme);
        None
    }
}
