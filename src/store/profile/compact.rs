//! The look of a profile file: two spaces of indent, and every answer on one line of its own, so
//! that a person can read it and a diff shows what was added.

use std::io::{self, Write};

use serde_json::ser::{Formatter, PrettyFormatter};

/// Pretty JSON whose `answers` hold one line per element.
pub(super) struct Compact<'a> {
    pretty: PrettyFormatter<'a>,
    key: Option<Vec<u8>>,
    depth: usize,
    /// Nesting inside `answers`; 0 outside, 1 between its elements.
    inside: usize,
    any: bool,
}

impl Compact<'_> {
    pub(super) fn new() -> Self {
        Self { pretty: PrettyFormatter::new(), key: None, depth: 0, inside: 0, any: false }
    }
}

fn line<W: ?Sized + Write>(writer: &mut W, indent: usize) -> io::Result<()> {
    writer.write_all(b"\n")?;
    (0..indent).try_for_each(|_| writer.write_all(b"  "))
}

impl Formatter for Compact<'_> {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        let answers = self.inside == 0 && self.key.as_deref() == Some(b"answers");
        if answers {
            self.any = false;
        }
        if answers || self.inside > 0 {
            self.inside += 1;
            return writer.write_all(b"[");
        }
        self.pretty.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        if self.inside == 0 {
            return self.pretty.end_array(writer);
        }
        self.inside -= 1;
        if self.inside == 0 && self.any {
            line(writer, self.depth)?;
        }
        writer.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        match self.inside {
            0 => self.pretty.begin_array_value(writer, first),
            1 => {
                self.any = true;
                writer.write_all(if first { b"" } else { b"," })?;
                line(writer, self.depth)
            }
            _ => writer.write_all(if first { b"" } else { b"," }),
        }
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.inside == 0 { self.pretty.end_array_value(writer) } else { Ok(()) }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        if self.inside > 0 {
            self.inside += 1;
            return writer.write_all(b"{");
        }
        self.pretty.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        if self.inside > 0 {
            self.inside -= 1;
            return writer.write_all(b"}");
        }
        self.pretty.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.key = Some(Vec::new());
        if self.inside > 0 {
            return writer.write_all(if first { b"" } else { b"," });
        }
        self.pretty.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.inside > 0 {
            return writer.write_all(b":");
        }
        self.pretty.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.key = None;
        if self.inside > 0 { Ok(()) } else { self.pretty.end_object_value(writer) }
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if let Some(key) = &mut self.key {
            key.extend_from_slice(fragment.as_bytes());
        }
        writer.write_all(fragment.as_bytes())
    }
}
