//! SPDX licence expressions: `OR`, `AND`, `WITH`, parentheses, and the `/` of old manifests.

/// Whether someone can comply with an expression using only licences that are `allowed`
/// (asked as `ID` or `ID WITH exception`).
///
/// # Errors
/// What is wrong with the expression, in words.
pub fn is_satisfied(text: &str, allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    let is_satisfied = reader.either()?;
    match reader.words.first() {
        None => Ok(is_satisfied),
        Some(word) => Err(format!("“{word}” is out of place")),
    }
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a dyn Fn(&str) -> bool,
}

impl<'a> Reader<'a> {
    fn take(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.words.first() == Some(&word);
        if is_next {
            self.take();
        }
        is_next
    }

    fn either(&mut self) -> Result<bool, String> {
        let mut is_satisfied = self.both()?;
        while self.takes("OR") {
            is_satisfied |= self.both()?;
        }
        Ok(is_satisfied)
    }

    /// `AND` binds closer than `OR`.
    fn both(&mut self) -> Result<bool, String> {
        let mut is_satisfied = self.one()?;
        while self.takes("AND") {
            is_satisfied &= self.one()?;
        }
        Ok(is_satisfied)
    }

    fn one(&mut self) -> Result<bool, String> {
        let name = match self.take() {
            Some("(") => {
                let is_satisfied = self.either()?;
                let is_closed = self.takes(")");
                return is_closed.then_some(is_satisfied).ok_or("“)” is missing".to_owned());
            }
            Some(name) if is_name(name) => name,
            word => return Err(format!("a licence is missing before “{}”", word.unwrap_or(""))),
        };
        if !self.takes("WITH") {
            return Ok((self.allowed)(name));
        }
        match self.take() {
            Some(exception) if is_name(exception) => {
                Ok((self.allowed)(&format!("{name} WITH {exception}")))
            }
            _ => Err(format!("{name} WITH what?")),
        }
    }
}

fn is_name(word: &str) -> bool {
    !matches!(word, "OR" | "AND" | "WITH" | ")")
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "-.+:".contains(c))
}

#[test]
fn an_expression_is_satisfied_by_what_it_lets_one_choose() {
    let allowed = |name: &str| matches!(name, "A" | "B" | "C-1.0" | "A WITH x");
    for (text, expected) in [
        ("A", true),
        ("Z", false),
        ("C-1.0", true),
        ("C-1.0+", false),
        ("A OR Z", true),
        ("Z OR A", true),
        ("Z OR Y", false),
        ("A AND B", true),
        ("A AND Z", false),
        ("Z OR A AND B", true),
        ("A OR Z AND Y", true),
        ("Z AND Y OR A", true),
        ("Z AND (Y OR A)", false),
        ("(A OR Z) AND B", true),
        ("(A OR Z) AND Y", false),
        ("((A))", true),
        ("Z/A", true),
        ("Z/Y", false),
        ("Z / A", true),
        ("A WITH x", true),
        ("A WITH y", false),
        ("Z WITH x", false),
        ("Z OR A WITH x AND B", true),
        ("A WITH x OR Z OR Y", true),
    ] {
        assert_eq!(is_satisfied(text, &allowed), Ok(expected), "{text}");
    }
}

#[test]
fn an_expression_that_cannot_be_read_satisfies_nobody() {
    for text in
        ["", "A OR", "OR A", "(A", "A)", "A B", "A WITH", "A WITH OR B", "A AND AND B", "()"]
    {
        assert!(is_satisfied(text, &|_| true).is_err(), "{text}");
    }
}
