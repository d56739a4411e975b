//! A document as plain text for terminals, printers, mails and chats.

use crate::model::document::{Document, text::lines};

/// The document in lines of at most `width` columns that end with LF and without spaces.
pub fn write(document: &Document, width: usize) -> String {
    lines(document, width).join("\n") + "\n"
}
