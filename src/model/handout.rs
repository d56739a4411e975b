//! What is printed of a course: the whole of it as a book, agenda, activities, worksheets, the tests with their keys,
//! polls, sources; and what the course is made up of. Each is a document that any writer takes.

mod agenda;
mod book;
mod guide;
mod paper;
mod sources;
mod survey;

pub use self::survey::survey;
use super::{
    course::{Activity, Course, Schedule, Sheet, teaching::FORMS},
    document::Document,
    text::{Lang, Text},
};

/// One thing to print.
#[derive(Clone, Copy, Debug)]
pub enum Handout<'a> {
    /// The whole course as participants read it.
    Book,
    /// The whole course as the facilitator needs it, with notes and keys.
    Guide,
    /// The agenda of a schedule; of the only one where the course names none.
    Agenda(Option<&'a Schedule>),
    /// What people do, with its steps.
    Activities,
    /// A worksheet.
    Sheet(&'a Sheet),
    /// A form of the test, for participants.
    Test(&'static str),
    /// Its key, for the facilitator.
    Key(&'static str),
    /// Questions for the whole room, with their keys.
    Polls,
    /// What the course stands on.
    Sources,
}

/// Sorts of handouts: the name on the command line, and in both languages as files begin.
pub const SORTS: [(&str, Text); 9] = [
    ("book", Text::new("buku", "book")),
    ("guide", Text::new("panduan", "guide")),
    ("agenda", Text::new("agenda", "agenda")),
    ("activities", Text::new("kegiatan", "activities")),
    ("sheet", Text::new("lembar", "sheet")),
    ("test", Text::new("tes", "test")),
    ("key", Text::new("kunci", "key")),
    ("polls", Text::new("jajak", "polls")),
    ("sources", Text::new("sumber", "sources")),
];

impl<'a> Handout<'a> {
    /// Everything that can be printed of a course, in the order in which a facilitator needs it.
    pub fn all(course: &'a Course) -> Vec<Self> {
        let mut all = Vec::new();
        if course.pages().next().is_some() {
            all.extend([Self::Book, Self::Guide]);
        }
        if course.agenda.iter().any(|session| session.schedule.is_none()) {
            all.push(Self::Agenda(None));
        }
        all.extend(course.schedules.iter().map(|schedule| Self::Agenda(Some(schedule))));
        if !course.activities.is_empty() {
            all.push(Self::Activities);
        }
        all.extend(course.sheets.iter().map(Self::Sheet));
        let forms = || FORMS.into_iter().filter(|form| course.test(form).next().is_some());
        all.extend(forms().map(Self::Test));
        all.extend(forms().map(Self::Key));
        if course.items().any(super::course::Item::is_poll) {
            all.push(Self::Polls);
        }
        if !course.sources.is_empty() {
            all.push(Self::Sources);
        }
        all
    }

    /// The one of this sort and name.
    pub fn find(course: &'a Course, sort: &str, name: Option<&str>) -> Option<Self> {
        Self::all(course).into_iter().find(|handout| handout.name() == (sort, name))
    }

    /// What it is called in a list.
    pub fn title(self, lang: Lang) -> String {
        match self {
            Self::Book => lang.pick("Buku peserta", "Participants' book").to_owned(),
            Self::Guide => lang.pick("Panduan fasilitator", "Facilitator's guide").to_owned(),
            Self::Agenda(Some(schedule)) => format!("Agenda: {}", schedule.title.get(lang)),
            Self::Agenda(None) => "Agenda".to_owned(),
            Self::Activities => lang.pick("Kegiatan kelas", "Activities of the class").to_owned(),
            Self::Sheet(sheet) => sheet.title.get(lang).clone(),
            Self::Test(form) => match lang {
                Lang::Id => format!("Tes: bentuk {}", form.to_uppercase()),
                Lang::En => format!("Test: form {}", form.to_uppercase()),
            },
            Self::Key(form) => match lang {
                Lang::Id => format!("Kunci tes: bentuk {}", form.to_uppercase()),
                Lang::En => format!("Key to the test: form {}", form.to_uppercase()),
            },
            Self::Polls => lang.pick("Jajak kelas", "Polls for the class").to_owned(),
            Self::Sources => lang.pick("Sumber", "Sources").to_owned(),
        }
    }

    /// Whether it gives answers away, so that only a facilitator should have it.
    pub fn has_key(self) -> bool {
        matches!(self, Self::Guide | Self::Test(_) | Self::Key(_) | Self::Polls)
    }

    /// Its sort, as on the command line, and what tells it from others of that sort.
    pub fn name(self) -> (&'static str, Option<&'a str>) {
        match self {
            Self::Book => ("book", None),
            Self::Guide => ("guide", None),
            Self::Agenda(schedule) => ("agenda", schedule.map(|schedule| schedule.key.as_str())),
            Self::Activities => ("activities", None),
            Self::Sheet(sheet) => ("sheet", Some(&sheet.key)),
            Self::Test(form) => ("test", Some(form)),
            Self::Key(form) => ("key", Some(form)),
            Self::Polls => ("polls", None),
            Self::Sources => ("sources", None),
        }
    }

    /// The name of its file, without an ending: "lembar-bedah-sop".
    pub fn file_name(self, lang: Lang) -> String {
        let (sort, name) = self.name();
        let sort =
            SORTS.iter().find(|(known, _)| *known == sort).map_or(sort, |(_, say)| say.say(lang));
        name.map_or_else(|| sort.to_owned(), |name| format!("{sort}-{name}"))
    }

    /// Whether it is a book of the whole course.
    pub const fn is_book(self) -> bool {
        matches!(self, Self::Book | Self::Guide)
    }

    /// What stands on it. A book is called by its course as well.
    pub fn document(self, course: &Course, lang: Lang) -> Document {
        let mut document = Document::titled(self.title(lang));
        if self.is_book() {
            document.title = format!("{}: {}", document.title, course.title.get(lang));
        }
        match self {
            Self::Book => book::book(course, lang, &mut document),
            Self::Guide => guide::guide(course, lang, &mut document),
            Self::Agenda(schedule) => agenda::agenda(course, schedule, lang, &mut document),
            Self::Activities => agenda::activities(course, lang, &mut document),
            Self::Sheet(sheet) => document.blocks.clone_from(sheet.body.get(lang)),
            Self::Test(form) => paper::test(course, form, lang, &mut document),
            Self::Key(form) => paper::key(course, form, lang, &mut document),
            Self::Polls => paper::polls(course, lang, &mut document),
            Self::Sources => sources::sources(course, lang, &mut document),
        }
        document
    }
}

/// "3 menit, berdua".
fn length(activity: &Activity, lang: Lang) -> String {
    let minutes = activity.minutes;
    let group = match (activity.group, lang) {
        (None, Lang::Id) => "seluruh kelas".to_owned(),
        (None, Lang::En) => "the whole class".to_owned(),
        (Some(1), Lang::Id) => "sendiri".to_owned(),
        (Some(1), Lang::En) => "alone".to_owned(),
        (Some(2), Lang::Id) => "berdua".to_owned(),
        (Some(2), Lang::En) => "in pairs".to_owned(),
        (Some(3), Lang::Id) => "bertiga".to_owned(),
        (Some(3), Lang::En) => "in threes".to_owned(),
        (Some(people), Lang::Id) => format!("kelompok {people} orang"),
        (Some(people), Lang::En) => format!("groups of {people}"),
    };
    match (lang, minutes) {
        (Lang::Id, _) => format!("{minutes} menit, {group}"),
        (Lang::En, 1) => format!("1 minute, {group}"),
        (Lang::En, _) => format!("{minutes} minutes, {group}"),
    }
}

/// The title of a page, its key where there is none.
fn page_title(course: &Course, key: &str, lang: Lang) -> String {
    course.page(key).map_or_else(|| key.to_owned(), |(.., page)| page.title(lang).to_owned())
}
