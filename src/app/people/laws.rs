//! Laws of whole profiles.
