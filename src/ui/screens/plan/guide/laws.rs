//! Laws of the walk.
