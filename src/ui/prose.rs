//! Running text as ready lines: wrapped on graphemes, measured as the buffer measures, never wider
//! than asked. Draws nothing and knows no screen; what it returns needs no further wrapping.

mod blocks;
mod hits;
#[cfg(test)]
mod laws;
mod table;
mod wrap;

pub use blocks::{lay, pieces, spans};
pub use hits::mark;
pub use table::{Pieces, fits as table_fits, part as table_part, pieces as table_pieces};
pub use wrap::{cells, clip, cut, hanging, wrap};
