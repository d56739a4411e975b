//! Laws of check-ins.
