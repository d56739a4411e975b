//! Courses made up for tests of the show.

use crate::model::{
    course::{
        Activity, Body, Choice, Content, Course, Item, Kind, Module, Page, Part, Schedule, Seen,
        Session,
    },
    document::plain,
    markdown::Block,
    text::{Said, Text},
};

/// A question with one right option of so many.
pub(crate) fn single(key: &str, page: &str, options: usize) -> Item {
    let option = |at| Choice {
        key: format!("o{at}"),
        right: at == 0,
        text: Said::both(|_| format!("={at}")),
        ..Choice::default()
    };
    Item {
        key: key.to_owned(),
        revision: 1,
        kind: Kind::Single,
        page: page.to_owned(),
        factor: None,
        situation: true,
        uses: vec!["poll".to_owned()],
        form: None,
        prompt: Said::both(|lang| format!("{lang}: {key}?")),
        hints: Vec::new(),
        options: (0..options).map(option).collect(),
        verdict: false,
        accept: Text::default(),
        why: Said::default(),
        bins: Vec::new(),
        model: Said::default(),
        check: Vec::new(),
    }
}

/// A page whose parts are seen as given, one step after the other.
pub(crate) fn page(key: &str, minutes: u32, parts: &[(usize, Seen)]) -> Page {
    let part = |(step, seen): &(usize, Seen)| Part {
        step: *step,
        late_columns: 0,
        seen: *seen,
        content: Content::Block(Block::Paragraph(vec![plain("x")])),
    };
    let body = |title: String| Body { title, parts: parts.iter().map(part).collect() };
    Page {
        key: key.to_owned(),
        minutes,
        sources: Vec::new(),
        body: Text::new(body(format!("Halaman {key}")), body(format!("Page {key}"))),
    }
}

/// Three modules: `a` with pages of 3, 1 and 2 steps, `b` whose middle page nobody in the hall sees,
/// `c` with one page; a question in each of the first two; an agenda of two days; group
/// work on `b1`.
pub(crate) fn course() -> Course {
    let all = |steps: usize| (0..steps).map(|step| (step, Seen::Everywhere)).collect::<Vec<_>>();
    let module = |key: &str, pages: Vec<Page>, items: Vec<Item>| Module {
        title: Said::both(|_| key.to_uppercase()),
        minutes: 90,
        pages,
        items,
        ..Module::empty(key.to_owned())
    };
    let hidden = [(0, Seen::Reader), (1, Seen::Facilitator)];
    let a = vec![page("a1", 10, &all(3)), page("a2", 20, &all(1)), page("a3", 10, &all(2))];
    let b = vec![page("b1", 30, &all(1)), page("b2", 0, &hidden), page("b3", 15, &all(2))];
    Course {
        key: "sop".to_owned(),
        version: "1.0".to_owned(),
        title: Said::new("Kursus".to_owned(), "Course".to_owned()),
        has_english: true,
        modules: vec![
            module("a", a, vec![single("qa", "a1", 3)]),
            module("b", b, vec![single("qb", "b1", 4)]),
            module("c", vec![page("c1", 20, &all(1))], Vec::new()),
        ],
        schedules: vec![Schedule {
            key: "dua".to_owned(),
            title: Said::new("Dua hari".to_owned(), "Two days".to_owned()),
            jp: 5,
        }],
        agenda: agenda(),
        activities: vec![Activity {
            key: "kerja".to_owned(),
            page: "b1".to_owned(),
            minutes: 20,
            group: Some(5),
            title: Said::new("Kerja kelompok".to_owned(), "Group work".to_owned()),
            steps: vec![Said::new("Baca kasusnya.".to_owned(), "Read the case.".to_owned())],
            product: Said::new("Satu lembar.".to_owned(), "One sheet.".to_owned()),
            sheet: None,
        }],
        ..Course::default()
    }
}

fn agenda() -> Vec<Session> {
    let session = |day, start: &str, minutes, jp, module: &str| Session {
        schedule: Some("dua".to_owned()),
        day,
        start: Some(start.to_owned()),
        minutes,
        jp,
        module: Some(module.to_owned()).filter(|key| !key.is_empty()),
        pages: Vec::new(),
        title: Said::both(|_| format!("{start} {module}")),
    };
    vec![
        session(1, "08.00", 30, 0, ""),
        session(1, "08.30", 90, 2, "a"),
        session(1, "10.00", 15, 0, ""),
        session(1, "10.15", 90, 2, "b"),
        session(2, "08.00", 45, 1, "c"),
    ]
}
