//! Laws of the drafts.

use super::*;
use crate::model::{
    course::{Factor, Item, Kind, Module, Page},
    diagnosis::{Rating, Statement},
    plan::{Adaptation, tests::full},
    text::Said,
};

const KEYS: [&str; 5] = ["komitmen", "keterlibatan", "kebutuhan", "sosialisasi", "monev"];

fn course() -> Course {
    let factor = |key: &str| Factor {
        key: key.to_owned(),
        name: Said::new(format!("F-{key}"), format!("E-{key}")),
    };
    let statement = |key: &str| Statement {
        key: format!("{key}-1"),
        factor: key.to_owned(),
        ..Statement::default()
    };
    Course {
        key: "c".to_owned(),
        factors: KEYS.map(factor).into(),
        statements: KEYS.map(statement).into(),
        ..Course::default()
    }
}

fn diagnosis(course: &str, ended: Option<&str>, low: &str) -> Diagnosis {
    let begun = "2026-11-24T09:00:00+07:00".parse().unwrap();
    let mut diagnosis = Diagnosis::new("1".to_owned(), course, begun);
    diagnosis.ended = ended.map(|at| at.parse().unwrap());
    for key in KEYS {
        let score = Some(u32::from(key != low) * 2);
        let rating = Rating { score, evidence: "foto".to_owned(), ..Rating::default() };
        diagnosis.ratings.insert(format!("{key}-1"), rating);
    }
    diagnosis
}

#[test]
fn the_newest_finished_diagnosis_of_the_course_leads() {
    let all = [
        diagnosis("c", Some("2026-11-20T09:00:00+07:00"), "monev"),
        diagnosis("c", Some("2026-11-23T09:00:00+07:00"), "sosialisasi"),
        diagnosis("c", None, "komitmen"),
        diagnosis("other", Some("2026-11-24T09:00:00+07:00"), "kebutuhan"),
    ];
    assert_eq!(diagnosis::weakest(&all, &course()).unwrap().factor, "sosialisasi");
    assert_eq!(diagnosis::weakest(&all[2..], &course()), None);
    let plan = full();
    let ground = Ground { plan: &plan, course: &course(), diagnoses: &all, missed: &[] };
    let actions = ground.drafts(About::Action, Lang::Id);
    assert_eq!(actions[0].factor.as_deref(), Some("sosialisasi"));
    assert!(actions[0].why.contains("0,0 dari 3"), "{}", actions[0].why);
    // What is at its best is not called the lowest.
    let mut best = all[1].clone();
    best.ratings.values_mut().for_each(|rating| rating.score = Some(3));
    let ground = Ground { diagnoses: &[best], ..ground };
    let drafts = ground.drafts(About::Action, Lang::Id);
    assert!(drafts.iter().all(|draft| !draft.why.contains("terendah")), "{drafts:?}");
}

#[test]
fn drafts_come_from_the_persons_own_words_first_and_none_comes_twice() {
    let mut plan = full();
    plan.rows[0].factor = None;
    plan.adaptation = vec![Adaptation {
        differs: "3 orang\n saja.".to_owned(),
        change: "peran digabung".to_owned(),
        ..Adaptation::new("sdm")
    }];
    let ground = Ground { plan: &plan, course: &course(), diagnoses: &[], missed: &[] };
    for lang in Lang::ALL {
        let first = |about| ground.drafts(about, lang)[0].text.clone();
        assert_eq!(first(About::Obstacle), "3 orang  saja");
        assert_eq!(first(About::If), "~hambatan");
        assert_eq!(first(About::Then), "~jawaban");
        assert_eq!(first(About::Action), "peran digabung");
        assert_eq!(first(About::Responsible), "~jabatan");
        for about in [
            About::Wish,
            About::Indicator,
            About::Obstacle,
            About::If,
            About::Then,
            About::Action,
            About::Evidence,
        ] {
            let drafts = ground.drafts(about, lang);
            assert!(drafts.len() >= 3, "{about:?}");
            for (at, draft) in drafts.iter().enumerate() {
                assert!(drafts[..at].iter().all(|other| other.text != draft.text), "{draft:?}");
                assert!(!draft.why.is_empty() && !draft.text.is_empty());
            }
        }
    }
}

#[test]
fn a_course_of_somebody_else_has_no_drafts_of_factors_and_breaks_nothing() {
    let plan = Plan::new("p".to_owned(), "2026-11-24T09:00:00+07:00".parse().unwrap());
    let ground = Ground {
        plan: &plan,
        course: &Course::default(),
        diagnoses: &[],
        missed: &["x".to_owned()],
    };
    assert!(ground.drafts(About::Action, Lang::Id).is_empty());
    assert!(ground.drafts(About::Responsible, Lang::Id).is_empty());
    assert!(!ground.drafts(About::Obstacle, Lang::En).is_empty());
}

/// A question about a factor, on a page of the first module.
fn item(key: &str, factor: &str, page: &str) -> Item {
    Item {
        key: key.to_owned(),
        revision: 1,
        kind: Kind::Single,
        page: page.to_owned(),
        factor: Some(factor.to_owned()),
        situation: true,
        uses: vec![],
        form: None,
        prompt: Said::default(),
        hints: vec![],
        options: vec![],
        verdict: false,
        accept: Text::default(),
        why: Said::default(),
        bins: vec![],
        model: Said::default(),
        check: vec![],
    }
}

#[test]
fn the_factor_missed_most_comes_after_the_weakest_with_the_page_to_read_again() {
    let page = |key: &str| Page {
        key: key.to_owned(),
        minutes: 0,
        sources: vec![],
        body: Text::default(),
    };
    let module = Module {
        key: "m".to_owned(),
        title: Said::default(),
        minutes: 0,
        pages: vec![page("p1"), page("p2")],
        items: vec![
            item("a", "monev", "p1"),
            item("b", "kebutuhan", "p2"),
            item("c", "kebutuhan", "p1"),
        ],
    };
    let course = Course { modules: vec![module], ..course() };
    let mut plan = full();
    plan.rows[0].factor = None;
    let missed = ["gone", "a", "b", "c"].map(str::to_owned);
    let diagnoses = [diagnosis("c", Some("2026-11-20T09:00:00+07:00"), "komitmen")];
    let first = |diagnoses: &[Diagnosis], at: usize, lang| {
        let ground = Ground { plan: &plan, course: &course, diagnoses, missed: &missed };
        ground.drafts(About::Action, lang)[at].why.clone()
    };
    assert_eq!(
        first(&[], 0, Lang::Id),
        "F-kebutuhan (2 soalnya terakhir dijawab keliru; baca lagi Modul 1, hal. 2)"
    );
    assert_eq!(
        first(&diagnoses, 2, Lang::En),
        "E-kebutuhan (2 questions on it missed last time; read again module 1, p. 2)"
    );
    assert!(first(&diagnoses, 0, Lang::Id).starts_with("F-komitmen"));
}
