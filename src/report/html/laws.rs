//! Laws of the web pages.
