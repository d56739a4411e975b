//! Laws of the drafts.

use super::*;
use crate::model::{
    course::Factor,
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
    assert_eq!(weakest(&course(), &all), Some(("sosialisasi".to_owned(), 0.0)));
    assert_eq!(weakest(&course(), &all[2..]), None);
    let plan = full();
    let ground = Ground { plan: &plan, course: &course(), diagnoses: &all, missed: &[] };
    let actions = ground.drafts(About::Action, Lang::Id);
    assert_eq!(actions[0].factor.as_deref(), Some("sosialisasi"));
    assert!(actions[0].why.contains("0,0 dari 3"), "{}", actions[0].why);
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
