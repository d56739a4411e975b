//! Just enough of Rust's grammar to find every path that a source names, and where.
//!
//! Macros are read as plain tokens.

use super::tokens::{Token, tokens};

/// A path that a source names.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent of each other")]
pub struct Named {
    /// Its segments as written.
    pub path: Vec<String>,
    /// Starts with `::`: an external crate whatever is in scope.
    pub is_absolute: bool,
    /// Imports everything under it.
    pub is_glob: bool,
    /// Imports it under another name.
    pub is_renamed: bool,
    /// From a `use` or `extern crate`, not from the code itself.
    pub is_import: bool,
    /// Names of the inline modules around it, the outermost first.
    pub inside: Vec<String>,
    /// Inside an inline module that is compiled for tests only.
    pub is_test: bool,
    /// Line, from 1.
    pub line: usize,
}

/// What one source holds.
#[derive(Debug, Default)]
pub struct Read {
    /// Every path named.
    pub named: Vec<Named>,
    /// Modules in files of their own that are compiled for tests only.
    pub test_files: Vec<String>,
    /// Sources taken in from a place of one's choice, by `#[path]` or `include!` (which names none
    /// here), and the line of each.
    pub elsewhere: Vec<(String, usize)>,
}

/// Reads one source.
pub fn read(text: &str) -> Read {
    let mut reader = Reader { tokens: tokens(text), ..Reader::default() };
    while reader.at < reader.tokens.len() {
        reader.next();
    }
    reader.read
}

#[derive(Default)]
struct Reader {
    tokens: Vec<(Token, usize)>,
    at: usize,
    depth: usize,
    /// Inline modules: depth outside, name, tests only.
    modules: Vec<(usize, String, bool)>,
    /// The attributes just read say `cfg(test)`.
    is_for_tests: bool,
    read: Read,
}

impl Reader {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).map(|(token, _)| token)
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.token(at)? {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at) == Some(&Token::Mark(mark))
    }

    fn line(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(0, |(_, line)| *line)
    }

    fn next(&mut self) {
        let at = self.at;
        self.at += 1;
        match self.token(at).cloned() {
            Some(Token::Mark('#')) => self.attribute(),
            Some(Token::Mark('{')) => {
                self.is_for_tests = false;
                self.depth += 1;
            }
            Some(Token::Mark('}')) => {
                self.is_for_tests = false;
                self.depth = self.depth.saturating_sub(1);
                self.modules.retain(|(depth, ..)| *depth < self.depth);
            }
            Some(Token::Mark(';')) => self.is_for_tests = false,
            Some(Token::Word(word)) => match word.as_str() {
                // `+ use<'a>` names lifetimes, not paths.
                "use" if !self.is_mark(self.at, '<') => {
                    self.tree(&[], at);
                    self.is_for_tests = false;
                }
                "extern" if self.word(self.at) == Some("crate") => {
                    self.at += 1;
                    self.tree(&[], at);
                    // `extern crate self` is the crate, where `use self` would be the module.
                    let last = self.read.named.last_mut().and_then(|named| named.path.first_mut());
                    if let Some(last) = last.filter(|first| *first == "self") {
                        "crate".clone_into(last);
                    }
                }
                "mod" => self.module(),
                "include" if self.is_mark(self.at, '!') => {
                    self.read.elsewhere.push((String::new(), self.line(at)));
                }
                _ => self.inline(at),
            },
            _ => {}
        }
    }

    /// Looks at an attribute; its tokens are read again as code, for the paths in them.
    fn attribute(&mut self) {
        let open = if self.is_mark(self.at, '!') { self.at + 1 } else { self.at };
        if !self.is_mark(open, '[') {
            return;
        }
        let mut depth = 0;
        let mut words = Vec::new();
        let mut path = None;
        for at in open..self.tokens.len() {
            match self.token(at) {
                Some(Token::Mark('[')) => depth += 1,
                Some(Token::Mark(']')) => depth -= 1,
                Some(Token::Word(word)) => words.push(word.as_str()),
                // Also as `cfg_attr(unix, path = "…")`.
                Some(Token::Text(text)) if self.is_mark(at - 1, '=') => {
                    path = self.word(at - 2).filter(|word| *word == "path").map(|_| text.clone());
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let is_cfg = words.first() == Some(&"cfg") && words.contains(&"test");
        // `not(test)` and `any(test, …)` are compiled without tests as well.
        if is_cfg && !words.contains(&"not") && !words.contains(&"any") {
            self.is_for_tests = true;
        }
        if let Some(path) = path {
            self.read.elsewhere.push((path, self.line(open)));
        }
    }

    fn module(&mut self) {
        let Some(name) = self.word(self.at).map(str::to_owned) else { return };
        self.at += 1;
        if self.is_mark(self.at, '{') {
            self.modules.push((self.depth, name, self.is_for_tests));
        } else if self.is_mark(self.at, ';') && self.is_for_tests {
            self.read.test_files.push(name);
        }
    }

    /// The tree of a `use`, up to the mark that ends it.
    fn tree(&mut self, above: &[String], start: usize) {
        let is_absolute = above.is_empty() && self.token(self.at) == Some(&Token::Colons);
        let mut path = above.to_vec();
        let mut is_glob = false;
        let mut is_renamed = false;
        loop {
            match self.token(self.at).cloned() {
                Some(Token::Word(word)) if word == "as" => {
                    is_renamed = self.word(self.at + 1) != Some("_");
                    self.at += 2;
                }
                Some(Token::Word(word)) => {
                    // `a::{self}` is `a`.
                    if word != "self" || path.is_empty() {
                        path.push(word);
                    }
                    self.at += 1;
                }
                Some(Token::Colons | Token::Mark('$')) => self.at += 1,
                Some(Token::Mark('*')) => {
                    is_glob = true;
                    self.at += 1;
                }
                Some(Token::Mark('{')) => {
                    self.at += 1;
                    while !self.is_mark(self.at, '}') && self.at < self.tokens.len() {
                        let before = self.at;
                        self.tree(&path, before);
                        // On a comma, and on what this reader does not know.
                        if self.is_mark(self.at, ',') || self.at == before {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                _ => break,
            }
        }
        if path.is_empty() && !is_glob {
            return;
        }
        self.name(
            Named { is_glob, is_renamed, is_import: true, ..named(path, is_absolute) },
            start,
        );
    }

    /// A path in the code: at least two words with `::` between.
    fn inline(&mut self, start: usize) {
        let before = start.checked_sub(1).and_then(|at| self.token(at));
        let is_absolute = before == Some(&Token::Colons);
        let far = start.checked_sub(2).and_then(|at| self.token(at));
        if is_absolute && matches!(far, Some(Token::Word(_) | Token::Mark('>'))) {
            // What follows `Vec::<T>::` or `<T as X>::` belongs to a type.
            return;
        }
        let mut path: Vec<String> = self.word(start).map(str::to_owned).into_iter().collect();
        while self.token(self.at) == Some(&Token::Colons) {
            let Some(word) = self.word(self.at + 1) else { break };
            path.push(word.to_owned());
            self.at += 2;
        }
        if path.len() > 1 {
            self.name(named(path, is_absolute), start);
        }
    }

    fn name(&mut self, mut named: Named, start: usize) {
        named.line = self.line(start);
        named.inside = self.modules.iter().map(|(_, name, _)| name.clone()).collect();
        named.is_test = self.modules.iter().any(|(.., is_test)| *is_test);
        self.read.named.push(named);
    }
}

fn named(path: Vec<String>, is_absolute: bool) -> Named {
    Named {
        path,
        is_absolute,
        is_glob: false,
        is_renamed: false,
        is_import: false,
        inside: Vec::new(),
        is_test: false,
        line: 0,
    }
}
