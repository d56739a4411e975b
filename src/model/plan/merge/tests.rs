//! Nothing that is there is lost or replaced without a yes, and the same file read twice changes
//! nothing the second time.

use proptest::prelude::*;

use super::*;
use crate::model::{
    course::Course,
    plan::{Adaptation, CheckIn, incoming::read, tests::full},
    text::Lang,
};

fn now() -> Moment {
    "2026-12-01T08:00:00+07:00".parse().unwrap()
}

fn fresh() -> Plan {
    Plan::new("fresh".to_owned(), now())
}

fn merged(plans: &[Plan], incoming: &Incoming) -> Vec<Merge> {
    merge(plans, incoming, None, &fresh()).unwrap()
}

fn table(text: &str) -> Incoming {
    read(text.as_bytes(), &Course::default(), now().date()).unwrap()
}

#[test]
fn a_plan_that_is_not_there_is_added_whole() {
    let mut plans = vec![Plan::new("mine".to_owned(), now())];
    let incoming = Incoming::Plans(vec![full()]);
    let found = merged(&plans, &incoming);
    assert!(found[0].is_new && !found[0].differs());
    assert_eq!((found[0].added, found[0].same), (1, 0));
    assert!(take(&mut plans, &found, false, now()));
    assert_eq!(plans.len(), 2);
    assert_eq!(plans[1], Plan { edited: now(), ..full() });
}

#[test]
fn what_differs_is_replaced_only_with_a_yes_and_what_is_new_comes_either_way() {
    let mine = full();
    let mut theirs = full();
    theirs.rows[0].action = "Memasang bagan".to_owned();
    theirs.head.goal = "5 hari".to_owned();
    theirs.rows.push(Row { action: "Baru".to_owned(), ..Row::new("new".to_owned()) });
    let incoming = Incoming::Plans(vec![theirs.clone()]);
    let found = merged(std::slice::from_ref(&mine), &incoming);
    assert_eq!((found[0].added, found[0].same, found[0].differing.len()), (1, 0, 1));
    assert!(found[0].other == [HEAD] && found[0].differs());
    let mut plans = vec![mine.clone()];
    assert!(take(&mut plans, &found, false, now()));
    assert_eq!(plans[0].rows[0], mine.rows[0]);
    assert_eq!(plans[0].head, mine.head);
    assert_eq!(plans[0].rows.len(), 2);
    let found = merged(&plans, &incoming);
    assert!(take(&mut plans, &found, true, now()));
    assert_eq!(plans[0], Plan { edited: now(), ..theirs });
}

#[test]
fn my_own_rows_stay_where_they_are_and_a_held_check_in_stays_as_it_was() {
    let mut mine = full();
    mine.rows.insert(0, Row::new("own".to_owned()));
    let held =
        CheckIn { id: "c1".to_owned(), at: Some(now()), did: "A".to_owned(), ..CheckIn::default() };
    mine.checkins.push(held.clone());
    let mut theirs = full();
    theirs.checkins.push(CheckIn { did: "B".to_owned(), ..held.clone() });
    theirs.checkins.push(CheckIn::planned("c2".to_owned(), now().date()));
    let mut plans = vec![mine.clone()];
    let found = merged(&plans, &Incoming::Plans(vec![theirs]));
    assert!(take(&mut plans, &found, true, now()));
    assert_eq!(plans[0].rows, mine.rows);
    assert_eq!(plans[0].checkins[0], held);
    assert_eq!(plans[0].checkins.len(), 2);
}

#[test]
fn what_they_do_not_say_about_the_office_stays_and_what_differs_is_named() {
    let said = |challenge: &str, change: &str| Adaptation {
        change: change.to_owned(),
        ..Adaptation::new(challenge)
    };
    let (mut mine, mut theirs) = (full(), full());
    mine.adaptation = vec![said("sdm", "rangkap"), said("beban", "loket cepat")];
    mine.if_then.rehearsed = Some(now());
    theirs.adaptation = vec![said("beban", "antrean"), said("anggaran", "tanpa biaya")];
    theirs
        .checkins
        .push(CheckIn { after: Some(30), ..CheckIn::planned("theirs".to_owned(), now().date()) });
    mine.plan_checkins(|| "mine".to_owned());
    let found = merged(std::slice::from_ref(&mine), &Incoming::Plans(vec![theirs]));
    assert_eq!(found[0].other, [ADAPTATION]);
    assert!(found[0].say(Differing::Open, Lang::Id).contains("berbeda: penyesuaian"));
    let taken = |replace| found[0].result(replace).unwrap();
    let [sdm, beban, anggaran] =
        [said("sdm", "rangkap"), said("beban", "antrean"), said("anggaran", "tanpa biaya")];
    assert_eq!(taken(true).adaptation, [sdm.clone(), beban, anggaran.clone()]);
    assert_eq!(taken(false).adaptation, [sdm, said("beban", "loket cepat"), anggaran]);
    assert_eq!(taken(true).if_then, mine.if_then, "the same sentence stays typed from memory");
    assert_eq!(taken(true).checkins, mine.checkins, "its twin is there");
}

#[test]
fn a_table_goes_to_the_plan_that_holds_its_rows_else_to_the_named_one_else_to_a_new_one() {
    let (mut one, mut two) = (full(), full());
    (one.id, two.id) = ("one".to_owned(), "two".to_owned());
    two.rows[0].id = "r2".to_owned();
    let plans = [one, two];
    let of = |text: &str, into: Option<&str>| {
        let found = merge(&plans, &table(text), into, &fresh()).unwrap();
        (found[0].plan().id.clone(), found[0].added, found[0].differing.len())
    };
    assert_eq!(of("Rencana aksi;ID baris\nA;r2\n", Some("one")), ("two".to_owned(), 0, 1));
    assert_eq!(of("Rencana aksi\nA\n", Some("one")), ("one".to_owned(), 1, 0));
    assert_eq!(of("Rencana aksi\nA\n", None), ("fresh".to_owned(), 1, 0));
    // What the table does not speak of stays.
    let found = merged(&plans, &table("Rencana aksi;ID baris\nA;r2\n"));
    let row = &found[0].result(true).unwrap().rows[0];
    assert_eq!((row.action.as_str(), row.target.as_str()), ("A", "~target"));
}

#[test]
fn a_plan_never_gets_more_rows_than_can_be_read_again() {
    let mut mine = full();
    mine.rows = (0..MOST_ROWS).map(|at| Row::new(format!("r{at}"))).collect();
    let faults = merge(&[mine], &table("Rencana aksi\nA\n"), Some("00ab"), &fresh()).unwrap_err();
    assert_eq!(faults.len(), 1);
}

proptest! {
    #[test]
    fn the_same_file_read_twice_changes_nothing_the_second_time(
        actions in proptest::collection::vec("[ab]{1,2}", 1..6),
        ids in proptest::collection::vec(proptest::option::of("[12]"), 6),
        replace: bool,
    ) {
        let mut text = "Rencana aksi;ID baris\n".to_owned();
        for (action, id) in actions.iter().zip(&ids) {
            text += &[action.as_str(), ";", id.as_deref().unwrap_or_default(), "\n"].concat();
        }
        let mut plans = vec![full()];
        let incoming = table(&text);
        let found = merged(&plans, &incoming);
        take(&mut plans, &found, replace, now());
        let after = plans.clone();
        let again = merged(&plans, &incoming);
        prop_assert!(!take(&mut plans, &again, replace, now()));
        prop_assert_eq!(plans, after);
    }
}
