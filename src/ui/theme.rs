//! Roles of styles and marks. Screens name a role, never a colour; meaning never hangs on colour
//! alone.

#[cfg(test)]
mod laws;

use ratatui::style::{Color, Modifier, Style};

use crate::model::text::Text;

/// Styles by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What the whole window is painted with first; nothing where the terminal's own colours stay.
    pub base: Style,
    /// Body text: the terminal's own colours.
    pub text: Style,
    /// Headings and what matters most.
    pub strong: Style,
    /// Emphasis inside text.
    pub emphasis: Style,
    /// What may be overlooked: rules, places still empty.
    pub quiet: Style,
    /// The one accent: where I am, what leads on.
    pub accent: Style,
    /// Right, always with a word or mark beside it.
    pub right: Style,
    /// Wrong, always with a word or mark beside it.
    pub wrong: Style,
    /// Text that what is typed takes the place of.
    pub marked: Style,
    /// A word that was looked for.
    pub hit: Style,
    /// The line under the cursor, always with a mark beside it.
    pub cursor: Style,
    /// Marks of this terminal.
    pub marks: Marks,
}

/// Characters that carry meaning, in a Unicode and a plain edition of the same widths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Done, right, saved.
    pub check: &'static str,
    /// Wrong, not saved.
    pub cross: &'static str,
    /// Begun, full.
    pub full: &'static str,
    /// Not begun, empty.
    pub empty: &'static str,
    /// The cursor.
    pub cursor: &'static str,
    /// Vertical line.
    pub bar: &'static str,
    /// Horizontal line.
    pub rule: &'static str,
    /// Where lines cross.
    pub joint: &'static str,
    /// Bullet of a list.
    pub bullet: &'static str,
    /// Filled part of a bar.
    pub block: &'static str,
    /// Empty part of a bar.
    pub shade: &'static str,
    /// More above.
    pub up: &'static str,
    /// More below.
    pub down: &'static str,
    /// Something was cut here (one cell).
    pub more: &'static str,
    /// A page that was marked.
    pub flag: &'static str,
    /// A page with a note.
    pub note: &'static str,
}

/// Marks for terminals that show Unicode.
pub const UNICODE: Marks = Marks {
    check: "✓",
    cross: "✗",
    full: "●",
    empty: "○",
    cursor: "▸",
    bar: "│",
    rule: "─",
    joint: "┼",
    bullet: "•",
    block: "█",
    shade: "░",
    up: "↑",
    down: "↓",
    more: "…",
    flag: "◆",
    note: "¶",
};

/// Marks for everything else.
pub const ASCII: Marks = Marks {
    check: "v",
    cross: "x",
    full: "*",
    empty: "o",
    cursor: ">",
    bar: "|",
    rule: "-",
    joint: "+",
    bullet: "-",
    block: "#",
    shade: ".",
    up: "^",
    down: "v",
    more: "~",
    flag: "+",
    note: "=",
};

/// What is known about the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// No colour is wanted (`NO_COLOR`).
    pub is_plain: bool,
    /// Its background is light, as far as it tells.
    pub is_light: bool,
    /// Which of our marks it shows.
    pub signs: Signs,
}

/// Which of our marks a terminal shows, and why not all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// All, as far as is known.
    #[default]
    All,
    /// Plain ones were asked for (`--ascii`).
    Asked,
    /// It is the console of Linux itself, whose fonts lack most of them.
    Console,
    /// The locale names another encoding than UTF-8.
    Locale,
}

/// The name of the theme that chooses by itself; a name that nobody knows acts like it.
pub const AUTO: &str = "auto";
const DARK: &str = "dark";
const LIGHT: &str = "light";
const CONTRAST: &str = "contrast";

/// The themes by their stored names.
pub const THEMES: [(&str, Text); 4] = [
    (AUTO, Text::new("otomatis", "automatic")),
    (DARK, Text::new("untuk latar gelap", "for a dark background")),
    (LIGHT, Text::new("untuk latar terang", "for a light background")),
    (CONTRAST, Text::new("kontras tinggi", "high contrast")),
];

/// The theme that F4 comes to after this one.
pub fn next(wish: &str, terminal: Terminal) -> (&'static str, Text) {
    let is_light = wish == LIGHT || (wish != DARK && wish != CONTRAST && terminal.is_light);
    let [_, dark, light, contrast] = THEMES;
    match wish {
        CONTRAST => dark,
        _ if is_light => contrast,
        _ => light,
    }
}

/// The colours of the 256 that look the same in every terminal: the first sixteen are everybody's own.
const BLACK: Color = Color::Indexed(16);
const WHITE: Color = Color::Indexed(231);
const GREY: Color = Color::Indexed(252);
const CYAN: Color = Color::Indexed(51);
const GREEN: Color = Color::Indexed(120);
const RED: Color = Color::Indexed(217);
const YELLOW: Color = Color::Indexed(226);
const ASH: Color = Color::Indexed(238);
const BLUE: Color = Color::Indexed(18);
const FIR: Color = Color::Indexed(22);
const BRICK: Color = Color::Indexed(88);
const PLUM: Color = Color::Indexed(90);

impl Theme {
    /// The theme for a terminal and a wish: one of [`THEMES`], or whatever fits.
    pub fn new(terminal: Terminal, wish: &str) -> Self {
        let theme = match wish {
            _ if terminal.is_plain => Self::plain(),
            CONTRAST => Self::contrast(),
            DARK => Self::auto(),
            LIGHT => Self::light(),
            _ if terminal.is_light => Self::light(),
            _ => Self::auto(),
        };
        if terminal.signs == Signs::All { theme } else { theme.ascii() }
    }

    /// The theme for a dark background; it keeps the terminal's own foreground and background.
    pub const fn auto() -> Self {
        let plain = Style::new();
        Self {
            base: plain,
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            emphasis: plain.add_modifier(Modifier::ITALIC),
            quiet: plain.add_modifier(Modifier::DIM),
            accent: plain.fg(Color::Cyan),
            right: plain.fg(Color::Green),
            wrong: plain.fg(Color::Red),
            marked: plain.add_modifier(Modifier::REVERSED),
            hit: plain.add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
            cursor: plain.add_modifier(Modifier::BOLD),
            marks: UNICODE,
        }
    }

    /// The theme for a light background, where cyan and green cannot be read: weight instead.
    pub const fn light() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self { accent: bold, right: bold, ..Self::auto() }
    }

    /// Foreground and background of our own, strong ones, for weak eyes and bad screens. Only the
    /// foreground tells roles apart, so that any of them may stand on the cursor's line.
    pub const fn contrast() -> Self {
        let plain = Style::new().fg(WHITE).bg(BLACK);
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            base: plain,
            text: plain,
            strong: bold,
            emphasis: plain.add_modifier(Modifier::UNDERLINED),
            quiet: plain.fg(GREY),
            accent: bold.fg(CYAN),
            right: bold.fg(GREEN),
            wrong: bold.fg(RED),
            marked: plain.add_modifier(Modifier::REVERSED),
            hit: bold.add_modifier(Modifier::UNDERLINED).fg(YELLOW),
            cursor: bold.fg(YELLOW),
            marks: UNICODE,
        }
    }

    /// The theme of a projector: both colours are ours, dark or light, because nobody in the last
    /// row can mend them; marks and missing colours as the terminal has them.
    pub fn projector(terminal: Terminal, is_light: bool) -> Self {
        let theme = match terminal.is_plain {
            true => Self::plain(),
            false if is_light => Self::paper(),
            false => Self::contrast(),
        };
        if terminal.signs == Signs::All { theme } else { theme.ascii() }
    }

    /// Dark letters on white, as strong as [`Theme::contrast`]: for a projector in a bright room.
    pub const fn paper() -> Self {
        let plain = Style::new().fg(BLACK).bg(WHITE);
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            base: plain,
            text: plain,
            strong: bold,
            emphasis: plain.add_modifier(Modifier::UNDERLINED),
            quiet: plain.fg(ASH),
            accent: bold.fg(BLUE),
            right: bold.fg(FIR),
            wrong: bold.fg(BRICK),
            marked: plain.add_modifier(Modifier::REVERSED),
            hit: bold.add_modifier(Modifier::UNDERLINED).fg(PLUM),
            cursor: bold.fg(PLUM),
            marks: UNICODE,
        }
    }

    /// No colour at all (`NO_COLOR`): weight and marks carry everything.
    pub const fn plain() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self { accent: bold, right: bold, wrong: bold, ..Self::auto() }
    }

    /// The same with plain marks.
    pub const fn ascii(self) -> Self {
        Self { marks: ASCII, ..self }
    }
}
