//! Reads XML strictly: every element closed, every character one that XML may hold.

use std::io::{Cursor, Read};

use quick_xml::{Reader, XmlVersion, events::Event};

/// An element or a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// An element with what is in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) nodes: Vec<Node>,
}

impl Element {
    /// Elements of this name at any depth.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = vec![];
        for node in &self.nodes {
            let Node::Element(inner) = node else { continue };
            if inner.name == name {
                found.push(inner);
            }
            found.extend(inner.all(name));
        }
        found
    }

    /// Children of this name.
    pub(crate) fn children<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let inner = self.nodes.iter().filter_map(|node| match node {
            Node::Element(inner) if inner.name == name => Some(inner),
            _ => None,
        });
        inner.collect()
    }

    /// All text below it.
    pub(crate) fn text(&self) -> String {
        let of = |node: &Node| match node {
            Node::Element(inner) => inner.text(),
            Node::Text(text) => text.clone(),
        };
        self.nodes.iter().map(of).collect()
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Names of all elements below it.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names = vec![];
        for node in &self.nodes {
            let Node::Element(inner) = node else { continue };
            names.push(inner.name.as_str());
            names.extend(inner.names());
        }
        names
    }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// The whole document; `void` elements are never closed, as HTML has some.
pub(crate) fn read(source: &str, void: &[&str]) -> Element {
    assert!(source.chars().all(is_allowed), "a character that XML cannot hold");
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) if void.contains(&start.name().0) => {
                let element = element(&start);
                open.last_mut().unwrap().nodes.push(Node::Element(element));
            }
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => {
                let element = element(&start);
                open.last_mut().unwrap().nodes.push(Node::Element(element));
            }
            Event::End(end) => {
                let done = open.pop().unwrap();
                assert_eq!(done.name, end.name().0, "closed what was not open");
                open.last_mut().unwrap().nodes.push(Node::Element(done));
            }
            Event::Text(text) => {
                open.last_mut().unwrap().nodes.push(Node::Text(text.xml10_content().into_owned()));
            }
            Event::GeneralRef(reference) => {
                let c = reference.resolve_char_ref().unwrap().unwrap_or_else(|| {
                    match reference.xml10_content().as_ref() {
                        "lt" => '<',
                        "gt" => '>',
                        "amp" => '&',
                        "quot" => '"',
                        "apos" => '\'',
                        other => panic!("unknown entity {other}"),
                    }
                });
                assert!(is_allowed(c));
                open.last_mut().unwrap().nodes.push(Node::Text(c.to_string()));
            }
            Event::Decl(_) | Event::DocType(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(open.len(), 1, "left open");
    open.pop().unwrap()
}

fn element(start: &quick_xml::events::BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
        (attribute.key.0.to_owned(), value)
    });
    Element { name: start.name().0.to_owned(), attributes: attributes.collect(), nodes: vec![] }
}

/// The parts of an archive by name, in order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}
