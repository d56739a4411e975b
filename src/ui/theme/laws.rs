//! Laws of the themes: what can be read where both colours are ours, and what each terminal gets.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Modifier, Style},
};

use super::*;

/// Lowest contrast between a letter and what it stands on.
const LEAST: f64 = 7.0;

fn roles(theme: &Theme) -> [(&'static str, Style); 11] {
    [
        ("base", theme.base),
        ("text", theme.text),
        ("strong", theme.strong),
        ("emphasis", theme.emphasis),
        ("quiet", theme.quiet),
        ("accent", theme.accent),
        ("right", theme.right),
        ("wrong", theme.wrong),
        ("marked", theme.marked),
        ("hit", theme.hit),
        ("cursor", theme.cursor),
    ]
}

/// Red, green and blue of one of the 240 colours that xterm fixes.
fn rgb(colour: Color) -> [u8; 3] {
    let Color::Indexed(index @ 16..) = colour else { panic!("{colour:?} is everybody's own") };
    if index >= 232 {
        return [8 + 10 * (index - 232); 3];
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let index = index - 16;
    [index / 36, index / 6 % 6, index % 6].map(level)
}

/// Relative luminance, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(colour: Color) -> f64 {
    let [red, green, blue] = rgb(colour).map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast ratio, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_measured_as_the_web_measures_it() {
    assert!((contrast(Color::Indexed(16), Color::Indexed(231)) - 21.0).abs() < 1e-9);
    assert!((contrast(Color::Indexed(231), Color::Indexed(231)) - 1.0).abs() < 1e-9);
    // #767676 on white, the usual example of 4.5:1, lies between these two.
    assert!(contrast(Color::Indexed(243), Color::Indexed(231)) > 4.5);
    assert!(contrast(Color::Indexed(244), Color::Indexed(231)) < 4.5);
}

/// A cell is styled once for the window, once for its line and once for its own part of it.
#[test]
fn in_high_contrast_every_pair_of_colours_reaches_seven_to_one() {
    for theme in [Theme::contrast(), Theme::paper()] {
        for (line, below) in roles(&theme) {
            for (part, above) in roles(&theme) {
                let mut cell = Cell::default();
                cell.set_style(theme.base).set_style(below).set_style(above);
                let reached = contrast(cell.fg, cell.bg);
                assert!(reached >= LEAST, "{part} on a line of {line}: {reached:.1}");
                assert!(!cell.modifier.contains(Modifier::DIM), "{part} on {line} is dimmed");
            }
        }
    }
}

#[test]
fn in_high_contrast_the_roles_that_matter_look_different() {
    for theme in [Theme::contrast(), Theme::paper()] {
        let looks = [theme.text, theme.accent, theme.right, theme.wrong, theme.cursor];
        for (at, one) in looks.iter().enumerate() {
            assert!(looks.iter().skip(at + 1).all(|other| one.fg != other.fg), "{one:?}");
        }
    }
}

#[test]
fn no_other_theme_paints_a_background() {
    for theme in [Theme::auto(), Theme::light(), Theme::plain()] {
        for (role, style) in roles(&theme) {
            assert_eq!(style.bg, None, "{role}");
        }
    }
}

#[test]
fn without_colour_no_wish_brings_one_back() {
    let terminal = Terminal { is_plain: true, ..Terminal::default() };
    for (wish, _) in THEMES {
        for (role, style) in roles(&Theme::new(terminal, wish)) {
            assert_eq!((style.fg, style.bg), (None, None), "{role} of {wish}");
        }
    }
}

#[test]
fn a_projector_has_both_colours_set_unless_none_is_wanted() {
    for is_light in [false, true] {
        let theme = Theme::projector(Terminal::default(), is_light);
        assert!(roles(&theme).iter().all(|(_, style)| style.fg.is_some() && style.bg.is_some()));
        let terminal = Terminal { is_plain: true, signs: Signs::Asked, ..Terminal::default() };
        let theme = Theme::projector(terminal, is_light);
        assert!(roles(&theme).iter().all(|(_, style)| style.fg.is_none() && style.bg.is_none()));
        assert_eq!(theme.marks, ASCII);
    }
    let base = |is_light| Theme::projector(Terminal::default(), is_light).base;
    assert_ne!(base(false), base(true));
}

#[test]
fn a_theme_that_nobody_knows_acts_as_the_automatic_one() {
    for is_light in [false, true] {
        let terminal = Terminal { is_light, ..Terminal::default() };
        assert_eq!(Theme::new(terminal, "neon"), Theme::new(terminal, AUTO));
        assert_eq!(next("neon", terminal), next(AUTO, terminal));
    }
}

#[test]
fn switching_on_shows_another_theme_each_time_and_comes_round() {
    for is_light in [false, true] {
        let terminal = Terminal { is_light, ..Terminal::default() };
        let mut wish = AUTO;
        let mut met = Vec::new();
        for _ in 0..3 {
            let (after, _) = next(wish, terminal);
            let look = |wish| Theme::new(terminal, wish);
            assert_ne!(look(wish), look(after), "{wish} and {after} look the same");
            met.push(after);
            wish = after;
        }
        met.sort_unstable();
        assert_eq!(met, [CONTRAST, DARK, LIGHT]);
    }
}

#[test]
fn plain_marks_are_as_wide_as_the_others_and_plain() {
    let terminal = Terminal { signs: Signs::Console, ..Terminal::default() };
    let theme = Theme::new(terminal, CONTRAST);
    assert_eq!((theme.marks, theme.base), (ASCII, Theme::contrast().base));
    let mut buf = Buffer::empty(Rect::new(0, 0, 1, 1));
    buf.set_style(buf.area, theme.base);
    assert_eq!(buf[(0, 0)].bg, BLACK);
}
