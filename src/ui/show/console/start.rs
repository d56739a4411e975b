//! What to know before the show begins: how it begins, where the hall's window is, which day it is.

use ratatui::text::{Line, Span};

use crate::{
    model::{dates::clock, text::Lang},
    ui::{
        hall::Density,
        prose,
        show::{Window, told::day_name},
    },
};

/// One line for each.
pub(super) fn lines(window: &Window, width: u16) -> Vec<Line<'static>> {
    let (lang, theme) = (window.lang(), window.theme());
    let title = window.course().title.get(lang).clone();
    let strong = theme.text.patch(theme.strong);
    let mut all = prose::wrap(&[Span::styled(title, strong.patch(theme.accent))], width, theme);
    let rows = [Some(begin(window)), Some(hall(window)), day(window), rehearsal(window)];
    let label = |text: &str| format!("{text:<13}");
    for (name, text) in rows.into_iter().flatten() {
        let first = Span::styled(label(name), strong);
        let rest = Span::styled(label(""), theme.text);
        all.extend(prose::hanging(&first, &rest, width, |room| {
            prose::wrap(&[Span::styled(text.as_str(), theme.text)], room, theme)
        }));
    }
    all
}

type Row = (&'static str, String);

fn begin(window: &Window) -> Row {
    let lang = window.lang();
    let text = lang.pick(
        "Tayangan belum dimulai: F5 atau Spasi memulainya.",
        "The show has not begun: F5 or Space begins it.",
    );
    (lang.pick("Mulai", "Begin"), text.to_owned())
}

fn hall(window: &Window) -> Row {
    let lang = window.lang();
    let open = window.live().window.as_ref().filter(|window| !window.closed);
    let text = match (open, lang) {
        (None, Lang::Id) => {
            "belum dibuka. Ketik pandu present di terminal yang menghadap peserta.".to_owned()
        }
        (None, Lang::En) => {
            "not open yet. Type pandu present in the terminal that faces the hall.".to_owned()
        }
        (Some(hall), _) => {
            let word = lang.pick("sudah dibuka", "open");
            let dense = lang.pick("kerapatan", "density");
            let density = Density::from_code(&hall.density).name().say(lang);
            format!("{word}, {} × {}, {dense} {density}", hall.columns, hall.rows)
        }
    };
    (lang.pick("Layar utama", "Main window"), text)
}

fn day(window: &Window) -> Option<Row> {
    let lang = window.lang();
    let label = lang.pick("Agenda", "Agenda");
    let Some(today) = &window.live().agenda else {
        let has_agenda = !window.course().agenda.is_empty();
        let text = lang.pick(
            "belum diatur. s: pilih hari dan jam mulainya.",
            "not set yet. s: choose the day and its beginning.",
        );
        return has_agenda.then(|| (label, text.to_owned()));
    };
    let schedules = &window.course().schedules;
    let schedule = schedules.iter().find(|known| Some(&known.key) == today.schedule.as_ref());
    let title = schedule.map_or("", |schedule| schedule.title.get(lang));
    let (day, start) = (day_name(today.day, title, lang), clock(today.start, lang));
    let text = match lang {
        Lang::Id => format!("{day}, mulai {start}. s mengubahnya."),
        Lang::En => format!("{day}, from {start}. s changes it."),
    };
    Some((label, text))
}

fn rehearsal(window: &Window) -> Option<Row> {
    let lang = window.lang();
    let text = lang.pick("waktunya dicatat sebagai latihan.", "times are noted as a rehearsal.");
    window.live().rehearsal.then(|| (lang.pick("Gladi", "Rehearsal"), text.to_owned()))
}
