//! One thing said in Indonesian and in English, side by side. A missing language does not compile.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The two languages of pandu; Indonesian is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The other language (F2 switches).
    pub const fn other(self) -> Self {
        match self {
            Self::Id => Self::En,
            Self::En => Self::Id,
        }
    }

    /// The two-letter code used on the command line and in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// Reads a two-letter code; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Picks the value that belongs to this language.
    pub fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The same thing in both languages. `Text` alone is two literals of the program; [`Said`] is text
/// read from a course folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text<S = &'static str> {
    /// Indonesian, written first.
    pub id: S,
    /// English; in a course without English it repeats the Indonesian.
    pub en: S,
}

/// Text that was read, not compiled in.
pub type Said = Text<String>;

impl<S> Text<S> {
    /// Puts two values side by side.
    pub const fn new(id: S, en: S) -> Self {
        Self { id, en }
    }

    /// The value in one language.
    pub const fn get(&self, lang: Lang) -> &S {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

impl Said {
    /// What is said about something, asked once for each language.
    pub fn both(say: impl Fn(Lang) -> String) -> Self {
        Self { id: say(Lang::Id), en: say(Lang::En) }
    }

    /// The same where there may be nothing to say.
    pub fn some(say: impl Fn(Lang) -> Option<String>) -> Option<Self> {
        Some(Self { id: say(Lang::Id)?, en: say(Lang::En)? })
    }
}

impl Text {
    /// The literal in one language.
    pub const fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}
