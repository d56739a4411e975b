//! What a person sees and presses: screens, keys, widgets, running text, theme.

pub mod prose;
pub mod theme;
