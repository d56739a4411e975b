//! The lines of a calendar: escaped, folded at 75 octets, ended with CRLF.

/// Longest line in octets, its end not counted.
const LONGEST: usize = 75;

/// Lines so far.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is none of a person's words.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                // The space counts.
                room = LONGEST - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // Whatever else steers is no text of a calendar.
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
