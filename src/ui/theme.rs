//! Roles of styles and marks. Screens name a role, never a colour; meaning never hangs on colour
//! alone.

use ratatui::style::{Color, Modifier, Style};

/// Styles by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
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
    /// It cannot show our marks, or they are not wanted.
    pub is_ascii: bool,
}

impl Theme {
    /// The theme for a terminal and a wish: `dark`, `light`, or whatever fits.
    pub fn new(terminal: Terminal, wish: &str) -> Self {
        let is_light = match wish {
            "dark" => false,
            "light" => true,
            _ => terminal.is_light,
        };
        let theme = match (terminal.is_plain, is_light) {
            (true, _) => Self::plain(),
            (false, true) => Self::light(),
            (false, false) => Self::auto(),
        };
        if terminal.is_ascii { theme.ascii() } else { theme }
    }

    /// The theme for a dark background; it keeps the terminal's own foreground and background.
    pub const fn auto() -> Self {
        let plain = Style::new();
        Self {
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
