//! `pandu profile list`: every profile in the data folder, one bad file among them notwithstanding.

use unicode_width::UnicodeWidthStr;

use super::{Look, Subject, Trouble, columns, shown, size};
use crate::{
    app::settings::{Answer, Settings},
    model::{
        dates,
        profile::Person,
        safe_text::{cap, limit, safe_line},
        text::{Lang, Text},
    },
    store::{
        cause::Refusal,
        disk::RealDisk,
        paths::{Layout, Name},
        profile::{Standing, look},
    },
    ui::{frame::fit, theme::Theme},
};

/// Stands between two columns.
const GAP: &str = "  ";
/// Narrowest cell of a text that may be cut.
const LEAST: usize = 8;
const HEADS: [Text; 6] = [
    Text::new("Profil", "Profile"),
    Text::new("Nama", "Name"),
    Text::new("Kantor", "Office"),
    Text::new("Disimpan", "Saved"),
    Text::new("Ukuran", "Size"),
    Text::new("Keadaan", "State"),
];
/// Columns that may be cut where the terminal is narrow: whoever it is, the profile's own name stays.
const CUTS: [usize; 2] = [1, 2];
const RIGHT: usize = 4;

type Row = [String; 6];

/// A profile and what a look at it shows.
pub(in crate::app) type Seen = (Name, Result<Look, Trouble>);

/// Prints the profiles in the data folder.
///
/// # Errors
/// When the folder of profiles cannot be read.
pub fn list(settings: &Settings) -> Answer {
    let Subject { layout, lang, .. } = Subject::of(settings)?;
    let people = all(&layout).map_err(|trouble| shown(&trouble.say(lang)))?;
    let rows: Vec<Row> = people.iter().map(|(name, look)| row(name, look, lang)).collect();
    if rows.is_empty() {
        let data = layout.data().display().to_string();
        let data = safe_line(&data);
        return Ok(lang.pick(
            format!("Belum ada profil di {data}. Jalankan pandu untuk memulai yang pertama."),
            format!("There is no profile in {data} yet. Start pandu to begin the first one."),
        ));
    }
    let theme = Theme::plain();
    let theme = if settings.ascii { theme.ascii() } else { theme };
    Ok(draw(&rows, columns(), lang, &theme))
}

/// A look at each profile of a data folder that holds anything.
pub(in crate::app) fn all(layout: &Layout) -> Result<Vec<Seen>, Trouble> {
    let names = layout
        .list(&RealDisk)
        .map_err(|error| Trouble::Disk(Refusal::new(&layout.profiles(), &error)))?;
    let looked = names.into_iter().map(|name| {
        let look = look::look(&RealDisk, layout, &name);
        (name, look)
    });
    Ok(looked.filter(|(_, look)| !look.as_ref().is_ok_and(Look::is_empty)).collect())
}

fn row(name: &Name, look: &Result<Look, Trouble>, lang: Lang) -> Row {
    let profile = look.as_ref().ok().and_then(Look::decoded).map(|decoded| &decoded.profile);
    let nobody = Person::default();
    let person = profile.map_or(&nobody, |profile| &profile.person);
    let field = |text: &str| cap(safe_line(text).trim(), limit::NAME).into_owned();
    let saved = profile.and_then(|profile| profile.saved_at).map_or_else(String::new, |at| {
        format!("{} {}", dates::short_date(at.date(), lang), dates::clock(at, lang))
    });
    let file = look.as_ref().ok().and_then(|look| look.file.as_ref());
    let size = file.map_or_else(String::new, |file| size(file.len, lang));
    let name = safe_line(name.as_str()).into_owned();
    let state = state(look, lang);
    [name, field(&person.name), field(&person.office), saved, size, state]
}

/// How the file stands and whether a window has it open.
pub(in crate::app) fn state(look: &Result<Look, Trouble>, lang: Lang) -> String {
    let Ok(look) = look else { return lang.pick("tidak terbaca", "unreadable").to_owned() };
    let text = match look.file.as_ref().map(|file| &file.decoded) {
        None if look.older > 0 => Text::new("hilang, salinan ada", "missing, copies exist"),
        None => Text::new("baru", "new"),
        Some(Err(_)) => Text::new("rusak", "damaged"),
        Some(Ok(decoded)) => match decoded.standing {
            Standing::Good => Text::new("baik", "good"),
            Standing::Edited => Text::new("diubah di luar pandu", "changed outside pandu"),
            Standing::Newer { .. } => Text::new("dari pandu yang lebih baru", "from a newer pandu"),
        },
    };
    let state = text.say(lang);
    if look.holder.is_none() {
        return state.to_owned();
    }
    format!("{state}, {}", lang.pick("dipakai", "in use"))
}

/// One line each, cut to the columns at hand; where they do not suffice, one block each.
fn draw(whole: &[Row], columns: Option<usize>, lang: Lang, theme: &Theme) -> String {
    let heads = HEADS.map(|head| head.say(lang).to_owned());
    let width = |place: usize, rows: &[Row]| {
        let cells = rows.iter().chain(std::iter::once(&heads)).filter_map(|row| row.get(place));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    };
    let total = |rows: &[Row]| {
        (0..HEADS.len()).map(|place| width(place, rows) + GAP.len()).sum::<usize>() - GAP.len()
    };
    let mut rows = whole.to_vec();
    if let Some(columns) = columns {
        for place in CUTS {
            let over = total(&rows).saturating_sub(columns);
            let room = width(place, &rows).saturating_sub(over).max(LEAST);
            for cell in rows.iter_mut().filter_map(|row| row.get_mut(place)) {
                *cell = fit(cell, room, theme);
            }
        }
        if total(&rows) > columns {
            return whole.iter().map(block).collect::<Vec<_>>().join("\n");
        }
    }
    let widths: Vec<usize> = (0..HEADS.len()).map(|place| width(place, &rows)).collect();
    let line = |row: &Row| {
        let mut line = String::new();
        for (place, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            let blank = " ".repeat(width.saturating_sub(cell.width()));
            let (front, back) =
                if place == RIGHT { (blank.as_str(), "") } else { ("", blank.as_str()) };
            line.extend([front, cell.as_str(), back, GAP]);
        }
        line.trim_end().to_owned()
    };
    std::iter::once(&heads).chain(&rows).map(line).collect::<Vec<_>>().join("\n")
}

fn block(row: &Row) -> String {
    let [name, person, office, saved, size, state] = row;
    let lines = [[person, office], [saved, size], [state, &String::new()]].map(|parts| {
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    });
    let lines = lines.iter().filter(|line| !line.is_empty()).map(|line| format!("\n  {line}"));
    format!("{name}{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        [
            [
                "utama",
                "Siti Nurhaliza binti Tarudin",
                "DPMPTSP Kabupaten Contoh",
                "24 Nov 2026 09.12",
                "12,3 KB",
                "baik",
            ],
            ["標準", "", "", "", "1.024,0 KB", "rusak, dipakai"],
        ]
        .map(|row| row.map(str::to_owned))
        .to_vec()
    }

    #[test]
    fn columns_stand_under_their_heads_whatever_the_width_of_a_letter() {
        let text = draw(&rows(), None, Lang::Id, &Theme::plain());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        let before = |line: &str, word: &str| line.split_once(word).unwrap().0.width();
        let state = before(lines[0], "Keadaan");
        assert_eq!(before(lines[1], "baik"), state);
        assert_eq!(before(lines[2], "rusak"), state);
        assert!(lines[1].contains("Siti Nurhaliza binti Tarudin"), "nothing is cut in a file");
    }

    #[test]
    fn a_terminal_of_any_width_shows_each_profile_by_its_whole_name() {
        for columns in 1..140 {
            let text = draw(&rows(), Some(columns), Lang::Id, &Theme::plain());
            assert!(text.contains("utama") && text.contains("rusak, dipakai"), "{text}");
            let is_table = text.contains("Keadaan");
            assert!(!is_table || text.lines().all(|line| line.width() <= columns), "{text}");
            assert!(is_table || columns < 80, "{columns}: {text}");
            assert!(is_table || text.contains("Siti Nurhaliza binti Tarudin, DPMPTSP"), "{text}");
        }
    }
}
