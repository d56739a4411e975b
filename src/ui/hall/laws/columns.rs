//! Laws of tables whose columns come one after the other.

use super::*;

/// The same course; of each table so many last columns come later.
pub(super) fn late(mut course: Course, count: usize) -> Course {
    for page in course.modules.iter_mut().flat_map(|module| &mut module.pages) {
        for body in [&mut page.body.id, &mut page.body.en] {
            let mut more = 0;
            for part in &mut body.parts {
                part.step += more;
                if matches!(part.content, Content::Block(markdown::Block::Table { .. })) {
                    part.late_columns = count;
                    more += count;
                }
            }
        }
    }
    course
}

const CASE: &str = "| Aspek | Sebelum | Sesudah |\n|---|---|---|\n| Waktu | tidak pasti | terukur |\n\
                    | Prosedur | tidak seragam | seragam |\n| Loket |  | dua |\n";

fn drawn(part: &Part, step: usize, hall: &Hall<'_>) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, hall.size.0, hall.size.1));
    part.draw(step, hall.theme, buf.area, &mut buf);
    buf
}

#[test]
fn each_click_brings_something_and_moves_nothing() {
    let theme = Theme::plain();
    let long = "| a panjang | b panjang | c panjang |\n".repeat(30);
    let pages = [
        late(course("Kasus", &["Awal.", CASE, "Akhir."]), 2),
        late(course("Kasus", &[CASE, CASE]), 1),
        late(course("Kasus", &[&format!("{CASE}{long}"), "Akhir."]), 2),
    ];
    for course in &pages {
        for size in SIZES {
            for density in Density::ALL {
                let hall = hall(course, size, density, &theme);
                let parts = hall.page("satu");
                for pair in stops(&parts).windows(2) {
                    let (old, new) = (pair[0], pair[1]);
                    let before = drawn(&parts[old.part], old.step, &hall);
                    let after = drawn(&parts[new.part], new.step, &hall);
                    if old.part != new.part {
                        continue;
                    }
                    assert_ne!(before, after, "{size:?} {density:?}: nothing new at {new:?}");
                    let mut cells = before.content.iter().zip(&after.content);
                    let is_kept = cells.all(|(old, new)| old.symbol() == " " || old == new);
                    assert!(is_kept, "{size:?} {density:?}: something moved at {new:?}");
                }
            }
        }
    }
}

#[test]
fn a_column_is_not_there_before_its_step() {
    let theme = Theme::plain();
    let course = late(course("Kasus", &[CASE, "Akhir."]), 2);
    for (size, density) in [(USUAL, Density::Usual), ((30, 40), Density::Dense)] {
        let parts = hall(&course, size, density, &theme).page("satu");
        assert_eq!((parts.len(), parts[0].steps.as_slice()), (1, &[0, 1, 2, 3][..]));
        let words = ["Prosedur", "tidakseragam", "dua", "Akhir."];
        for step in 0..4 {
            let text = letters(parts[0].body(step));
            let there = words.map(|word| text.contains(word));
            assert_eq!(there, [0, 1, 2, 3].map(|at| at <= step), "{size:?} {step}: {text}");
        }
    }
}

#[test]
fn the_pieces_of_a_line_are_the_line() {
    let theme = Theme::plain();
    let course = late(course("世界", &[CASE, "| 世界您好 | 世界 |\n|---|---|\n| 您 | 好 |"]), 1);
    for part in hall(&course, USUAL, Density::Usual, &theme).page("satu") {
        for row in part.shown() {
            let pieces: Vec<_> = row.pieces();
            assert!(pieces.is_sorted_by_key(|(step, _)| *step));
            let text: String = pieces.iter().map(|(_, line)| line.to_string()).collect();
            assert_eq!(text, row.line.to_string());
            let seen = part.body(row.step).any(|line| line.to_string() == pieces[0].1.to_string());
            assert!(seen);
        }
    }
}
