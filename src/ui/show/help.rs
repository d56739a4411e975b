//! The keys of a window of the show, made from the rows that dispatch them.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::{KEYS, Window, press::is_esc};
use crate::{
    model::text::Text,
    ui::{
        keys::{self, Code, HelpRow, Key},
        prose, theme,
        widgets::lines,
    },
};

/// Columns of the keys.
const LABELS: usize = 20;
/// Lines that one screen key moves by.
const SCREEN: isize = 10;

/// What a key does to the help.
pub(super) enum Way {
    Close,
    By(isize),
    Other,
}

/// Keys that hold whatever else is open.
const ALWAYS: [(&[Key], Text); 2] = [
    (&[Key::plain(Code::F(2))], Text::new("bahasa jendela ini", "language of this window")),
    (&[Key::plain(Code::F(4))], Text::new("latar gelap atau terang", "dark or light background")),
];

pub(super) fn pressed(key: Key) -> Way {
    match key {
        key if is_esc(key) => Way::Close,
        keys::ENTER => Way::Close,
        key if key == Key::char('?') || key == Key::plain(Code::F(1)) => Way::Close,
        keys::UP => Way::By(-1),
        keys::DOWN => Way::By(1),
        keys::PAGE_UP => Way::By(-SCREEN),
        keys::PAGE_DOWN | keys::SPACE => Way::By(SCREEN),
        keys::HOME => Way::By(isize::MIN / 2),
        _ => Way::Other,
    }
}

pub(super) fn draw(window: &Window, from: usize, area: Rect, buf: &mut Buffer) {
    let theme = window.theme();
    let lines = lines_of(window, area.width);
    let last = lines::last_scroll(lines.len(), usize::from(area.height));
    lines::draw(&lines, from.min(last), area, buf, theme);
}

fn lines_of(window: &Window, width: u16) -> Vec<Line<'static>> {
    let (theme, lang) = (window.theme(), window.lang());
    let title = lang.pick("Tombol; sama di kedua jendela", "Keys; the same in both windows");
    let mut lines = vec![Line::styled(title, theme.text.patch(theme.strong)), Line::default()];
    let always = ALWAYS.iter().map(|(on, say)| HelpRow {
        keys: on.to_vec(),
        shown: 1,
        say: *say,
        in_bar: false,
    });
    let rows = keys::help(KEYS, |_| true).into_iter().chain(always);
    for row in rows {
        let label = row.label(lang, theme.marks == theme::ASCII, true);
        let gap = LABELS.saturating_sub(usize::from(prose::cells(&label))).max(2);
        let first =
            Span::styled(format!("{label}{}", " ".repeat(gap)), theme.text.patch(theme.strong));
        let rest = Span::styled(" ".repeat(LABELS), theme.text);
        lines.extend(prose::hanging(&first, &rest, width, |room| {
            prose::wrap(&[Span::styled(row.say.say(lang), theme.text)], room, theme)
        }));
    }
    lines
}
