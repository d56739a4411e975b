//! Running text as ready lines: wrapped on graphemes, measured as the buffer measures, never wider
//! than asked. Draws nothing and knows no screen; what it returns needs no further wrapping.

mod blocks;
mod hits;
#[cfg(test)]
mod laws;
mod table;
mod wrap;

pub use blocks::{lay, spans};
pub use hits::mark;
pub use table::fits as table_fits;
pub use wrap::{cells, clip, hanging, wrap};
