//! A screen in colour on the standard output, for the examples that show one.

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

/// Prints it row by row.
pub fn print(buf: &Buffer) {
    for row in buf.content.chunks(usize::from(buf.area.width)) {
        for cell in row {
            print!("\x1b[0{}m{}", codes(cell), cell.symbol());
        }
        println!("\x1b[0m");
    }
}

/// Styles and colours as a terminal is told of them.
fn codes(cell: &Cell) -> String {
    let styles = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
    ];
    let styles = styles.into_iter().filter(|(modifier, _)| cell.modifier.contains(*modifier));
    let colours = [(cell.fg, 38), (cell.bg, 48)].into_iter().filter_map(|(colour, ground)| {
        let Color::Indexed(index) = colour else { return None };
        Some(format!(";{ground};5;{index}"))
    });
    styles.map(|(_, code)| format!(";{code}")).chain(colours).collect::<Vec<_>>().concat()
}
