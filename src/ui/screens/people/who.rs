//! One row of the list of people: plain data that the app read, and how it is said.

use crate::model::{
    dates,
    moment::Moment,
    profile::Person,
    safe_text,
    text::{Lang, Said},
};

/// One profile of the data folder, as the app read it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Who {
    /// Name of the profile: its folder.
    pub name: String,
    /// What the person is called, and where they work.
    pub person: Person,
    /// When it was saved last.
    pub saved: Option<Moment>,
    /// How many answers, notes with marks, and plans it holds; `None` when it cannot be read.
    pub holds: Option<(usize, usize, usize)>,
    /// What is the matter with it; empty when all is well.
    pub state: Said,
    /// It is the one of this window.
    pub is_open: bool,
    /// A file to take it home in.
    pub carry_to: String,
}

impl Who {
    /// Name and office; of somebody without them, which profile it is.
    pub fn title(&self, lang: Lang) -> String {
        let title = self.person.title(lang);
        let is_nameless =
            self.person.name.trim().is_empty() && self.person.office.trim().is_empty();
        if is_nameless { format!("{title} ({})", safe_text::safe_line(&self.name)) } else { title }
    }

    /// How much there is: "12 jawaban, 1 rencana".
    pub fn size(&self, lang: Lang) -> String {
        let Some((answers, notes, plans)) = self.holds else {
            return lang.pick("isi tidak terbaca", "content cannot be read").to_owned();
        };
        let many = |count: usize, one: &str, more: &str| {
            let number = dates::number(count as f64, 0, lang);
            format!("{number} {}", if count == 1 { one } else { more })
        };
        match lang {
            Lang::Id => format!(
                "{}, {}, {}",
                many(answers, "jawaban", "jawaban"),
                many(notes, "catatan", "catatan"),
                many(plans, "rencana", "rencana")
            ),
            Lang::En => format!(
                "{}, {}, {}",
                many(answers, "answer", "answers"),
                many(notes, "note", "notes"),
                many(plans, "plan", "plans")
            ),
        }
    }
}
