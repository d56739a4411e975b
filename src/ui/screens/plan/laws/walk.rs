//! Laws of the walks: every step is whole in the smallest window, writes the plan that the table
//! writes, inserts nothing by itself and is found again after a kill.

use super::*;
use crate::model::{
    course::Challenge,
    plan::{CHALLENGES, suggestions::About},
};

const DOWN: Key = keys::PAGE_DOWN;
const F6: Key = Key::plain(Code::F(6));

fn with_moves(mut desk: Desk) -> Desk {
    let challenge = |key: &&str| Challenge {
        key: (*key).to_owned(),
        ask: Said::new(format!("Tanya {key}?"), format!("Ask {key}?")),
        moves: vec![Said::new(format!("Langkah {key}."), format!("Move {key}."))],
    };
    let course = Course {
        factors: desk.cx.course.factors.clone(),
        challenges: CHALLENGES.iter().map(challenge).collect(),
        ..Course::default()
    };
    desk.cx.course = Rc::new(course);
    desk
}

fn bare() -> Plan {
    Plan::new("p".to_owned(), full().edited)
}

#[test]
fn every_step_is_whole_in_the_smallest_window_in_both_languages() {
    for (key, walk) in [("g", Walk::Plan), ("a", Walk::Adaptation)] {
        let mut desk = with_moves(Desk::on_plan(vec![bare()]));
        desk.keys(key);
        let steps = guide::length(walk);
        for step in 1..=steps {
            for lang in Lang::ALL {
                desk.cx.speak(lang);
                let small = desk.draw(60, 18);
                let progress = lang.pick(
                    format!("langkah {step} dari {steps}"),
                    format!("step {step} of {steps}"),
                );
                assert!(small.contains(&progress), "{progress}\n{small}");
                assert!(small.contains('?'), "a question\n{small}");
                // A mark of more beside the fields would hide one of them.
                let body: Vec<&str> = small.lines().skip(2).take(14).collect();
                assert!(!body.iter().any(|line| line.ends_with(['↓', '↑'])), "{small}");
            }
            desk.press(DOWN);
        }
    }
}

/// The same things said on the guided walk and on the forms of the table.
#[test]
fn the_walk_and_the_table_write_the_same_plan() {
    let mut guided = Desk::on_plan(vec![bare()]);
    guided.keys("gIzin\n9 hari\nregister\nalur sama\n5 hari\nmedian\n9\n5\n");
    guided.press(DOWN);
    guided.keys("loket penuh\ngeser\nberkas kurang\nmemeriksa\n");
    guided.press(DOWN);
    guided
        .keys("Mengukur\nlembar\nKasubbag\n1/12/2026\n14/12/2026\ntanpa anggaran\nBu Ani\nKabid\n");
    guided.shows("Rencana diubah");
    let mut typed = Desk::on_plan(vec![bare()]);
    typed.keys(
        "iIzin\n\n9 hari\nregister\n5 hari\n\n\nberkas kurang\nmemeriksa\n\n\n\n\nBu Ani\nKabid\n",
    );
    typed.keys("tMengukur\n\nalur sama\nmedian\n9\n5\nKasubbag\n1/12/2026\n14/12/2026\ntanpa anggaran\nloket penuh\ngeser\nlembar\n\n");
    let same = |desk: &Desk| {
        let mut plan = desk.plan().clone();
        plan.rows.iter_mut().for_each(|row| row.id.clear());
        plan
    };
    assert_eq!(same(&guided), same(&typed));
    assert_eq!(guided.plan().rows[0].id.len(), 16);
}

#[test]
fn nothing_comes_into_the_plan_without_a_key_of_the_person() {
    for key in ["g", "a"] {
        let mut desk = with_moves(Desk::on_plan(vec![bare()]));
        desk.keys(key);
        for _ in 0..12 {
            desk.keys("\t");
            desk.press(F6);
            desk.press(keys::DOWN);
            desk.press(F6);
            desk.press(F6);
            desk.keys("x");
            let has_menu = desk.draw(80, 24).contains("tanpa saran");
            if has_menu {
                desk.keys(ESC);
            } else {
                desk.press(Key::plain(Code::Backspace));
            }
            desk.press(DOWN);
        }
        desk.keys(ESC);
        desk.keys(ESC);
        let mut plan = desk.cx.profile().plans[0].clone();
        plan.rows.retain(|row| !row.is_empty());
        assert_eq!(Plan { edited: bare().edited, ..plan }, bare(), "{key}");
    }
}

#[test]
fn a_draft_is_taken_edited_and_taken_back_and_brings_its_factor() {
    let mut plan = bare();
    plan.adapt("beban", |part| part.change = "Membuka jalur cepat.".to_owned());
    let mut desk = Desk::on_plan(vec![plan.clone()]);
    desk.keys("g");
    for _ in 0..8 {
        desk.press(DOWN);
    }
    desk.press(F6);
    desk.shows("penyesuaian Anda: Beban kerja: Membuka jalur cepat.");
    desk.keys("j");
    desk.shows("Monev");
    desk.keys("\n di loket\u{1b}");
    let row = &desk.plan().rows[0];
    assert!(row.action.starts_with("Mencatat waktu") && row.action.ends_with(" di loket"));
    assert_eq!(row.factor.as_deref(), Some("monev"), "said beside the draft");
    desk.keys("g");
    for _ in 0..8 {
        desk.press(DOWN);
    }
    desk.press(F6);
    desk.shows("Monev (faktor baris ini)");
    desk.keys("jj\n\u{1b}");
    assert!(desk.plan().rows[0].action.ends_with(" di loket; Membuka jalur cepat"));
    desk.keys("uu");
    assert_eq!(Plan { edited: plan.edited, ..desk.plan().clone() }, plan);
}

#[test]
fn what_differs_is_asked_by_the_course_and_taken_back_challenge_by_challenge() {
    let reminder = "Kerjakan dahulu: apa yang berbeda di kantor Anda? Tekan a.";
    Desk::on_plan(vec![bare()]).shows(reminder);
    let mut plan = bare();
    plan.adaptation.push(crate::model::plan::Adaptation {
        differs: "hujan".to_owned(),
        ..crate::model::plan::Adaptation::new("iklim")
    });
    let mut desk = with_moves(Desk::on_plan(vec![plan.clone()]));
    desk.keys("a");
    desk.shows("SDM: Tanya sdm?");
    desk.keys("3 orang\n");
    desk.press(F6);
    desk.shows("langkah dari kursus: Langkah sdm.");
    desk.keys("\n juga\n");
    desk.shows("Anggaran: Tanya anggaran?");
    desk.keys("tidak ada\n\nx");
    desk.press(Key::plain(Code::Backspace));
    desk.keys(ESC);
    let said: Vec<_> = desk.plan().adaptation.iter().map(|part| part.challenge.clone()).collect();
    assert_eq!(said, ["iklim", "sdm", "anggaran"], "what was emptied again leaves nothing");
    assert_eq!(desk.plan().adaptation[1].change, "Langkah sdm juga");
    desk.keys("u");
    assert_eq!(desk.plan().adaptation.len(), 2);
    desk.keys("u");
    assert_eq!(desk.plan().adaptation.len(), 1);
    desk.keys("yy");
    assert_eq!(desk.plan().adaptation.len(), 3);
}

#[test]
fn every_step_is_found_again_after_a_kill_with_what_was_typed() {
    for (key, walk) in [("g", Walk::Plan), ("a", Walk::Adaptation)] {
        let mut desk = Desk::on_plan(vec![bare()]);
        desk.keys(key);
        for step in 1..=guide::length(walk) {
            desk.keys("kata");
            desk.keys(&step.to_string());
            let spot = desk.screens.last().unwrap().spot(&desk.cx).unwrap();
            let kept: Plan =
                serde_json::from_str(&serde_json::to_string(desk.plan()).unwrap()).unwrap();
            let mut again = Desk::new(vec![kept]);
            again.screens.extend(opened::reopen(&spot, &again.cx).unwrap());
            assert_eq!(again.draw(80, 24), desk.draw(80, 24), "{key} {step}");
            assert!(opened::words(&spot, &again.cx).is_some());
            again.keys(ESC);
            if again.screens.len() == 3 {
                again.shows("sekali lagi: kembali tanpa tanggal ini");
                again.keys(ESC);
            }
            assert_eq!(again.screens.len(), 2, "on the table");
            desk.press(DOWN);
        }
    }
}

#[test]
fn what_was_opened_from_the_walk_lies_on_it_again() {
    let mut desk = Desk::on_plan(vec![bare()]);
    desk.keys("g");
    for _ in 0..4 {
        desk.press(DOWN);
    }
    desk.keys("\n3 orang");
    let spots: Vec<_> = desk.screens.iter().filter_map(|screen| screen.spot(&desk.cx)).collect();
    assert_eq!(spots.len(), 2);
    desk.cx.edit_work(Save::Now, |work| work.desk.clone_from(&spots));
    let again: Vec<_> =
        spots.iter().filter_map(|spot| opened::reopen(spot, &desk.cx)).flatten().collect();
    assert_eq!(again.len() + 1, desk.screens.len());
}

#[test]
fn a_visit_is_taken_back_field_by_field() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("gA\nB\nC\nD\n\u{1b}");
    assert_eq!(desk.plan().rows[0].purpose, "D");
    desk.keys("uuuu");
    assert_eq!(Plan { edited: three().edited, ..desk.plan().clone() }, three());
}

#[test]
fn a_date_that_is_none_is_told_before_the_step_is_left() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("g");
    for _ in 0..9 {
        desk.press(DOWN);
    }
    desk.keys("\tbesok");
    desk.press(DOWN);
    desk.shows("belum terbaca sebagai tanggal");
    desk.shows("langkah 10 dari 11");
    desk.press(DOWN);
    desk.shows("langkah 11 dari 11");
    let row = &desk.plan().rows[0];
    assert!(row.start.is_none() && row.unread.is_empty());
}

#[test]
fn the_guided_plan_begins_one_where_there_is_none() {
    let mut desk = Desk::new(vec![]);
    desk.keys("rgIzin\u{1b}");
    assert_eq!(desk.plan().head.sop.title, "Izin");
    assert_eq!(desk.plan().checkins.len(), 3);
    let ground = crate::model::plan::suggestions::Ground {
        plan: desk.plan(),
        course: &desk.cx.course,
        diagnoses: &[],
        missed: &[],
    };
    assert!(!ground.drafts(About::Action, Lang::Id).is_empty());
}
