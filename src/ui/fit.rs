//! Whether the pages of a course fit where they are shown: the projector's window as it is in most
//! halls, and the reader's on an old laptop.

use super::{
    hall::{Density, Hall, USUAL},
    prose,
    theme::Theme,
};
use crate::model::{
    course::{
        Body, Content, Course, Seen,
        check::{Advice, Sort},
    },
    faults::quoted,
    markdown::Block,
    text::{Lang, Said, Text},
};

/// Columns of a drawing in a projector's window of 60 columns.
const HALL_COLUMNS: u16 = 56;
/// Columns of text in a reader's window of 80 columns.
const READER_COLUMNS: u16 = 72;

/// Checks every page in both languages.
pub fn check(course: &Course, advice: &mut Advice<'_>) {
    let theme = Theme::plain();
    for page in course.pages() {
        for lang in Lang::ALL {
            if lang == Lang::En && !course.has_english {
                continue;
            }
            let body = page.body.get(lang);
            let hall =
                Hall { course, lang, size: USUAL, density: Density::default(), theme: &theme };
            let fit = hall.fit(page);
            if fit.parts > 1 {
                let (key, rows, room) = (quoted(&page.key), fit.rows, fit.room);
                let what = Said::new(
                    format!("halaman {key} {rows} baris di proyektor 60×20, yang muat {room}"),
                    format!("the page {key} takes {rows} rows on a projector of 60×20, {room} fit"),
                );
                about(lang, &page.key, what, SHORTEN, advice);
            }
            if let Some(columns) = widest_drawing(body).filter(|columns| *columns > HALL_COLUMNS) {
                let key = quoted(&page.key);
                let what = Said::new(
                    format!(
                        "gambar di halaman {key} selebar {columns} kolom, yang muat {HALL_COLUMNS}"
                    ),
                    format!(
                        "a drawing on the page {key} is {columns} columns wide, {HALL_COLUMNS} fit"
                    ),
                );
                about(lang, &page.key, what, REDRAW, advice);
            }
            if !tables_fit(body, &theme) {
                let key = quoted(&page.key);
                let what = Said::new(
                    format!("tabel di halaman {key} tidak muat pada 80 kolom"),
                    format!("a table of the page {key} does not fit 80 columns"),
                );
                about(lang, &page.key, what, NARROW, advice);
            }
        }
    }
}

const SHORTEN: Text = Text::new(
    "Pindahkan rincian ke bagian read, atau bagi menjadi dua halaman.",
    "Move details into a read section, or make two pages of it.",
);
const NARROW: Text =
    Text::new("Kurangi kolomnya, atau ringkaskan isinya.", "Use fewer columns or shorter cells.");

const REDRAW: Text = Text::new(
    "Gambar lebih sempit; di layar kecil tepinya terpotong.",
    "Draw it narrower; on small screens its edge is cut off.",
);

fn about(lang: Lang, page: &str, what: Said, remedy: Text, advice: &mut Advice<'_>) {
    match lang {
        Lang::Id => advice.about(Sort::Page, page, what, remedy),
        Lang::En => advice.about_english(page, what, remedy),
    }
}

/// Columns of the widest line of the drawings on a page.
fn widest_drawing(body: &Body) -> Option<u16> {
    let drawings = body.parts.iter().filter_map(|part| match &part.content {
        Content::Block(Block::Code(text)) => Some(text),
        _ => None,
    });
    drawings.flat_map(|text| text.lines()).map(prose::cells).max()
}

fn tables_fit(body: &Body, theme: &Theme) -> bool {
    let read =
        body.parts.iter().filter(|part| matches!(part.seen, Seen::Everywhere | Seen::Reader));
    read.filter_map(|part| match &part.content {
        Content::Block(Block::Table { header, rows }) => Some((header, rows)),
        _ => None,
    })
    .all(|(header, rows)| prose::table_fits(header, rows, READER_COLUMNS, theme))
}
