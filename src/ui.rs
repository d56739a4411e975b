//! What a person sees and presses: screens, keys, widgets, running text, theme.

pub mod cx;
pub mod fit;
pub mod frame;
pub mod hall;
pub mod keys;
pub mod plain;
pub mod prose;
pub mod screen;
pub mod screens;
pub mod show;
pub mod theme;
pub mod widgets;
