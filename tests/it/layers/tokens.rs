//! Rust text as tokens; comments, numbers and character literals are passed over.

use std::iter::Peekable;

/// A token that matters here.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Word(String),
    /// `::`
    Colons,
    /// A string, as written between its quotes.
    Text(String),
    /// Any other character; `->` and `=>` are one, so that `>` always closes something.
    Mark(char),
}

/// Words that the reader of paths acts on.
const KEYWORDS: [&str; 5] = ["use", "extern", "mod", "include", "as"];

/// The tokens of a source, each with its line from 1.
pub fn tokens(text: &str) -> Vec<(Token, usize)> {
    let mut scan = Scan { rest: text.chars().peekable(), line: 1 };
    let mut found = Vec::new();
    while let Some(c) = scan.step() {
        let line = scan.line;
        let token = match c {
            '/' if scan.is('/') => {
                scan.until('\n');
                None
            }
            '/' if scan.is('*') => {
                scan.comment();
                None
            }
            '"' => Some(scan.string()),
            '\'' => {
                scan.quote();
                None
            }
            ':' if scan.is(':') => {
                scan.step();
                Some(Token::Colons)
            }
            '-' | '=' if scan.is('>') => {
                scan.step();
                Some(Token::Mark('-'))
            }
            c if c.is_ascii_digit() => {
                scan.letters(c);
                None
            }
            c if is_letter(c) => scan.word(c),
            c if c.is_whitespace() => None,
            c => Some(Token::Mark(c)),
        };
        found.extend(token.map(|token| (token, line)));
    }
    found
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

struct Scan<I: Iterator<Item = char>> {
    rest: Peekable<I>,
    line: usize,
}

impl<I: Iterator<Item = char>> Scan<I> {
    fn step(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn is(&mut self, c: char) -> bool {
        self.rest.peek() == Some(&c)
    }

    fn until(&mut self, end: char) {
        while self.step().is_some_and(|c| c != end) {}
    }

    /// A block comment; they nest.
    fn comment(&mut self) {
        let mut depth = 0;
        let mut before = '/';
        while let Some(c) = self.step() {
            match (before, c) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    before = c;
                    continue;
                }
            }
            before = ' ';
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) -> Token {
        let mut text = String::new();
        while let Some(c) = self.step() {
            match c {
                '\\' => text.extend([c].into_iter().chain(self.step())),
                '"' => break,
                c => text.push(c),
            }
        }
        Token::Text(text)
    }

    /// A string in which nothing is escaped, after its `r`.
    fn raw(&mut self, hashes: usize) -> Token {
        let mut text = String::new();
        let mut seen = None;
        while let Some(c) = self.step() {
            text.push(c);
            seen = match (c, seen) {
                ('"', _) => Some(0),
                ('#', Some(count)) => Some(count + 1),
                _ => None,
            };
            if seen == Some(hashes) {
                text.truncate(text.len() - hashes - 1);
                break;
            }
        }
        Token::Text(text)
    }

    /// A character or a lifetime, after its `'`.
    fn quote(&mut self) {
        match self.step() {
            Some('\\') => {
                self.step();
                self.until('\'');
            }
            Some(_) if self.is('\'') => _ = self.step(),
            Some(c) if is_letter(c) => _ = self.letters(c),
            _ => {}
        }
    }

    fn letters(&mut self, first: char) -> String {
        let mut word = String::from(first);
        while let Some(&c) = self.rest.peek()
            && is_letter(c)
        {
            word.push(c);
            self.step();
        }
        word
    }

    /// A word, or the prefix of a string.
    fn word(&mut self, first: char) -> Option<Token> {
        let word = self.letters(first);
        let is_raw = matches!(word.as_str(), "r" | "br" | "cr");
        if is_raw && (self.is('"') || self.is('#')) {
            let mut hashes = 0;
            while self.is('#') {
                self.step();
                hashes += 1;
            }
            if self.is('"') {
                self.step();
                return Some(self.raw(hashes));
            }
            // `r#store` is `store`, but `r#use` is no `use`.
            let first = self.step()?;
            let word = self.letters(first);
            let is_keyword = KEYWORDS.contains(&word.as_str());
            return Some(Token::Word(if is_keyword { format!("r#{word}") } else { word }));
        }
        Some(Token::Word(word))
    }
}
