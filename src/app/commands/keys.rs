//! `pandu keys`: all keys of all screens, from the rows that dispatch them.

use unicode_width::UnicodeWidthStr;

use crate::{
    app::settings::{Answer, Settings},
    model::text::{Lang, Text},
    ui::{
        keys::{self, HelpRow},
        screens::{help, key_pages},
        show,
        widgets::edit,
    },
};

/// Columns of the keys.
const WIDTH: usize = 34;

/// The list, one screen after the other.
///
/// # Errors
/// None; the answer fits those of the other commands.
pub fn keys(settings: &Settings) -> Answer {
    let lang = settings.lang();
    let mut out = String::new();
    for page in key_pages() {
        add(&mut out, page.name, &page.rows, lang, settings.ascii);
    }
    let name =
        Text::new("Tayangan: pandu present, pandu notes", "A show: pandu present, pandu notes");
    add(&mut out, name, &keys::help(show::KEYS, |_| true), lang, settings.ascii);
    let everywhere = help::EVERYWHERE.iter().map(|(keys, say)| HelpRow {
        keys: keys.to_vec(),
        shown: 1,
        say: *say,
        in_bar: false,
    });
    add(&mut out, help::TYPING, &edit::help(), lang, settings.ascii);
    let name = Text::new("Di mana saja", "Everywhere");
    add(&mut out, name, &everywhere.collect::<Vec<_>>(), lang, settings.ascii);
    Ok(out)
}

fn add(out: &mut String, name: Text, rows: &[HelpRow], lang: Lang, is_ascii: bool) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(name.say(lang));
    out.push('\n');
    for row in rows {
        let label = row.label(lang, is_ascii, true);
        // Keys that leave no room beside them get a line of their own.
        let gap = match WIDTH.checked_sub(label.width() + 2) {
            Some(room) => " ".repeat(room + 2),
            None => format!("\n{}", " ".repeat(WIDTH + 2)),
        };
        for piece in ["  ", &label, &gap, row.say.say(lang), "\n"] {
            out.push_str(piece);
        }
    }
}
