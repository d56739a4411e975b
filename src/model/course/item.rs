//! One question: how it is asked, what it holds, what is right. Grades nothing; that is
//! [`crate::model::grade`].

use crate::model::text::{Said, Text};

/// How an item is asked and graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One right option.
    Single,
    /// True or false, then why.
    Truth,
    /// A set of right options.
    Multiple,
    /// A sequence.
    Order,
    /// A typed word or phrase.
    Recall,
    /// Rows, each with the one partner that belongs to it.
    Match,
    /// Statements, each put into one of a few bins.
    Classify,
    /// A free text, then a model answer with a list to tick. Never part of a score.
    Reflect,
}

impl Kind {
    /// All kinds with their names in files.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Single, "single"),
        (Self::Truth, "truth"),
        (Self::Multiple, "multiple"),
        (Self::Order, "order"),
        (Self::Recall, "recall"),
        (Self::Match, "match"),
        (Self::Classify, "classify"),
        (Self::Reflect, "reflect"),
    ];

    /// The name used in files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }
}

/// One question.
#[derive(Clone, Debug)]
pub struct Item {
    /// Stable name.
    pub key: String,
    /// Rises only when key or meaning changes.
    pub revision: u32,
    /// How it is asked.
    pub kind: Kind,
    /// The page it rests on.
    pub page: String,
    /// The success factor it is about.
    pub factor: Option<String>,
    /// Whether it is a situation at work rather than recall of a list.
    pub situation: bool,
    /// Where it may be used: practice, pre, post, poll.
    pub uses: Vec<String>,
    /// Parallel form of the pre- and post-test.
    pub form: Option<String>,
    /// The question.
    pub prompt: Said,
    /// Up to two hints, weaker first.
    pub hints: Vec<Said>,
    /// Options; in right order for [`Kind::Order`], the reasons for [`Kind::Truth`], the rows of
    /// [`Kind::Match`] and [`Kind::Classify`].
    pub options: Vec<Choice>,
    /// Whether the statement of a [`Kind::Truth`] is true.
    pub verdict: bool,
    /// Accepted answers of a [`Kind::Recall`].
    pub accept: Text<Vec<String>>,
    /// Explanation of a [`Kind::Recall`].
    pub why: Said,
    /// Bins of a [`Kind::Classify`], in the order shown.
    pub bins: Vec<Bin>,
    /// Model answer of a [`Kind::Reflect`].
    pub model: Said,
    /// What a good answer to a [`Kind::Reflect`] holds, to be ticked.
    pub check: Vec<Said>,
}

/// One option of an item.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Stable name within its item.
    pub key: String,
    /// Whether choosing it is right.
    pub right: bool,
    /// What it says.
    pub text: Said,
    /// Why it is right or wrong.
    pub why: Said,
    /// What belongs to it, in a [`Kind::Match`].
    pub with: Said,
    /// Key of the bin that it belongs to, in a [`Kind::Classify`].
    pub bin: String,
}

/// One bin of a [`Kind::Classify`].
#[derive(Clone, Debug, Default)]
pub struct Bin {
    /// Stable name within its item.
    pub key: String,
    /// What it is called.
    pub text: Said,
}

impl Item {
    /// The option with this key.
    pub fn option(&self, key: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.key == key)
    }

    /// Keys of the right options, in file order.
    pub fn right_keys(&self) -> impl Iterator<Item = &str> {
        self.options.iter().filter(|option| option.right).map(|option| option.key.as_str())
    }

    /// Whether it is asked in practice rounds.
    pub fn is_practice(&self) -> bool {
        self.uses.iter().any(|used| used == "practice")
    }

    /// Whether its answers have a mark.
    pub fn is_scored(&self) -> bool {
        self.kind != Kind::Reflect
    }

    /// Whether it is asked in the pre- or post-test.
    pub fn is_tested(&self) -> bool {
        self.uses.iter().any(|used| used == "pre" || used == "post")
    }

    /// Whether it is put to the whole room.
    pub fn is_poll(&self) -> bool {
        self.uses.iter().any(|used| used == "poll")
    }

    /// The bin with this key.
    pub fn bin(&self, key: &str) -> Option<&Bin> {
        self.bins.iter().find(|bin| bin.key == key)
    }

    /// Whether it asks for a choice for each of its rows.
    pub const fn has_rows(&self) -> bool {
        matches!(self.kind, Kind::Match | Kind::Classify)
    }

    /// The key of the choice that a row is right with: its own in a [`Kind::Match`], that of its bin
    /// in a [`Kind::Classify`].
    pub fn right_choice<'row>(&self, row: &'row Choice) -> &'row str {
        if self.kind == Kind::Classify { &row.bin } else { &row.key }
    }

    /// What the choice with this key says.
    pub fn choice(&self, key: &str) -> Option<&Said> {
        match self.kind {
            Kind::Classify => self.bin(key).map(|bin| &bin.text),
            _ => self.option(key).map(|option| &option.with),
        }
    }
}
