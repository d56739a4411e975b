//! Laws of the check-ins: planned with the plan, told when due, kept as typed, and never changed once
//! they are recorded.

use proptest::prelude::*;

use super::*;
use crate::model::plan::CheckIn;

fn planned() -> Plan {
    let mut plan = three();
    let mut count = 0;
    plan.plan_checkins(|| {
        count += 1;
        format!("c{count}")
    });
    plan
}

/// On the check-ins of a plan, on this day.
fn on_checkins(day: &str) -> Desk {
    let mut desk = Desk::new(vec![planned()]);
    desk.cx.now = format!("{day}T09:00:00+07:00").parse().unwrap();
    desk.keys("rb");
    desk
}

#[test]
fn a_new_plan_has_its_check_ins_and_they_follow_its_first_day() {
    let mut desk = Desk::new(vec![]);
    desk.keys("r\n\u{1b}");
    let dues = |desk: &Desk| {
        let dues = desk.plan().checkins.iter().map(|checkin| checkin.due.unwrap().to_string());
        dues.collect::<Vec<_>>()
    };
    let ids: Vec<String> = desk.plan().checkins.iter().map(|one| one.id.clone()).collect();
    assert_eq!(dues(&desk), ["2026-12-24", "2027-01-23", "2027-02-22"]);
    desk.keys("i\t\t\t\t\t1/12/2026\n\u{1b}");
    assert_eq!(dues(&desk), ["2026-12-31", "2027-01-30", "2027-03-01"]);
    desk.keys("u");
    assert_eq!(dues(&desk), ["2026-12-24", "2027-01-23", "2027-02-22"]);
    let after: Vec<String> = desk.plan().checkins.iter().map(|one| one.id.clone()).collect();
    assert_eq!(ids, after, "the names stay for calendars");
}

#[test]
fn a_plan_without_check_ins_gets_them_when_they_are_looked_at() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("b");
    desk.shows("Tinjauan 90 hari   22 Feb 2027");
    assert_eq!((desk.plan().checkins.len(), desk.plan().edited), (3, three().edited));
    desk.keys("\u{1b}b");
    assert_eq!(desk.plan().checkins.len(), 3);
}

#[test]
fn a_plan_without_check_ins_gets_them_with_its_period() {
    let mut desk = Desk::on_plan(vec![three()]);
    desk.keys("iX");
    assert!(desk.plan().checkins.is_empty());
    desk.keys("\t\t\t\t\t1/12/2026\n\u{1b}");
    let dues: Vec<String> =
        desk.plan().checkins.iter().map(|it| it.due.unwrap().to_string()).collect();
    assert_eq!(dues, ["2026-12-31", "2027-01-30", "2027-03-01"]);
}

#[test]
fn one_that_was_planned_elsewhere_stays_when_home_opens_it() {
    let mut plan = planned();
    plan.checkins = vec![CheckIn::planned("x".to_owned(), "2026-12-24".parse().unwrap())];
    let mut desk = Desk::new(vec![plan]);
    desk.cx.now = "2026-12-28T08:00:00+07:00".parse().unwrap();
    desk.keys("j\n");
    desk.shows("Tinjauan tambahan");
    // As after a page of help.
    desk.screens.last_mut().unwrap().back_on_top(&mut desk.cx);
    assert_eq!(desk.plan().checkins.len(), 1);
}

#[test]
fn a_plan_that_was_brought_in_stays_with_a_check_in_that_was_begun_since() {
    let mut desk = Desk::on_plan(vec![planned()]);
    let (id, since) = (desk.plan().id.clone(), desk.plan().edited);
    let arrived = crate::model::plan::changes::Undo::Arrived(since);
    desk.cx.undos.insert(id, vec![arrived]);
    desk.cx.now = "2026-12-28T08:00:00+07:00".parse().unwrap();
    desk.keys("b\n\nDua\u{1b}\u{1b}u");
    assert_eq!(desk.cx.profile().plans.len(), 1);
    assert_eq!(desk.plan().checkins[0].did, "Dua");
    desk.shows("Rencana ini tetap: tinjauannya sudah mulai diisi.");
}

#[test]
fn what_was_left_in_the_middle_comes_before_a_check_in_that_is_due() {
    let mut desk = Desk::new(vec![planned()]);
    desk.cx.now = "2026-12-28T08:00:00+07:00".parse().unwrap();
    desk.shows("▸ Tinjauan 30 hari: terlambat 4 hari");
    desk.cx.edit_work(Save::Now, |work| {
        work.search = "izin".to_owned();
        let screen = crate::ui::screens::search::SPOT.to_owned();
        work.desk = vec![crate::model::profile::Spot { screen, ..Default::default() }];
    });
    desk.shows("▸ Lanjutkan: ");
    desk.shows("Segera Tinjauan 30 hari: terlambat 4 hari");
    desk.keys("j\n");
    desk.shows("▸ ✗ Tinjauan 30 hari   24 Des 2026  terlambat 4 hari");
}

#[test]
fn home_tells_a_check_in_from_its_day_on_in_words_and_opens_it() {
    let words = [
        ("2026-12-23T23:59:00+07:00", ""),
        ("2026-12-24T00:01:00+07:00", "Tinjauan 30 hari: hari ini"),
        ("2026-12-28T03:59:00+07:00", "Tinjauan 30 hari: terlambat 4 hari"),
        ("2026-12-28T04:01:00+07:00", "Tinjauan 30 hari: terlambat 4 hari"),
        ("2027-01-23T08:00:00+07:00", "Tinjauan 30 hari: terlambat 30 hari, dan 1 lagi"),
    ];
    for (now, expected) in words {
        let mut desk = Desk::new(vec![planned()]);
        desk.cx.now = now.parse().unwrap();
        let shown = desk.draw(80, 24);
        assert_eq!(shown.contains("Tinjauan"), !expected.is_empty(), "{shown}");
        assert!(shown.contains(expected), "{expected}\n{shown}");
    }
    let mut desk = Desk::new(vec![planned()]);
    desk.cx.now = "2026-12-28T08:00:00+07:00".parse().unwrap();
    // Nothing was left in the middle, so it is what comes next.
    desk.keys("\n");
    desk.shows("▸ ✗ Tinjauan 30 hari   24 Des 2026  terlambat 4 hari");
    desk.keys("\u{1b}r");
    desk.shows("Tinjauan 30 hari: terlambat 4 hari. Tekan b.");
}

#[test]
fn one_is_held_in_a_few_keys_with_the_rows_beside_it() {
    let mut desk = on_checkins("2026-12-28");
    desk.keys("\n");
    desk.shows("sudah sampai mana tiap aksi?");
    desk.keys("js\nDua simulasi\nDaftar hadir\n60\n\nUkur lagi\n");
    desk.shows("Setelah itu isinya tidak diubah lagi");
    assert_eq!(desk.plan().checkins[0].at, None, "not before Enter");
    desk.keys("\n");
    desk.shows("✓ Tinjauan 30 hari   24 Des 2026  dilakukan · 60 %");
    let held = &desk.plan().checkins[0];
    assert_eq!(held.at, Some(desk.cx.now));
    assert_eq!(
        (held.did.as_str(), held.evidence.as_str(), held.progress, held.next.as_str()),
        ("Dua simulasi", "Daftar hadir", 60, "Ukur lagi")
    );
    assert_eq!(desk.plan().rows[1].status, crate::model::plan::Status::Started);
    desk.keys("\n");
    desk.shows("Dilakukan 28 Desember 2026");
    desk.keys("\u{1b}j\n\n");
    desk.shows("Sasaran: ~sasaran");
    desk.shows("Janji tinjauan lalu: Ukur lagi");
}

#[test]
fn an_empty_one_is_not_recorded_and_an_added_one_left_empty_is_gone() {
    let mut desk = on_checkins("2026-12-28");
    desk.keys("\n\n\n\n\n\n\n");
    desk.shows("Belum ada yang ditulis");
    desk.keys("\n\n");
    assert!(desk.plan().checkins.iter().all(|checkin| !checkin.is_held()));
    desk.keys("\u{1b}t\u{1b}");
    assert_eq!(desk.plan().checkins.len(), 3);
    desk.keys("t\nBertemu atasan\u{1b}");
    assert_eq!(desk.plan().checkins.len(), 4);
    desk.shows("Tinjauan tambahan");
    desk.keys("u");
    assert_eq!(desk.plan().checkins.len(), 3);
}

#[test]
fn progress_takes_whole_percents_only() {
    for (typed, kept) in [("60", 60), ("100", 100), ("101", 10), ("7x5", 75), ("", 0), ("007", 7)] {
        let mut desk = on_checkins("2026-12-28");
        desk.keys("\n\n\n\n");
        desk.keys(typed);
        desk.input(Input::Paste("a1".to_owned()));
        assert_eq!(desk.plan().checkins[0].progress, kept, "{typed}");
    }
}

#[test]
fn a_day_is_set_by_hand_and_taken_back_and_a_word_that_is_none_changes_nothing() {
    let mut desk = on_checkins("2026-11-24");
    desk.keys("d1/2/2027\n");
    desk.shows("▸ ○ Tinjauan 30 hari   1 Feb 2027   69 hari lagi");
    desk.keys("u");
    assert_eq!(desk.plan().checkins[0], planned().checkins[0]);
    desk.keys("dbesok\u{1b}\u{1b}");
    assert_eq!(desk.plan().checkins[0], planned().checkins[0]);
    desk.keys("d1 Feb x\u{1b}\u{1b}");
    assert_eq!(desk.plan().checkins[0].due, planned().checkins[0].due);
    desk.keys("x");
    assert_eq!(desk.plan().checkins.len(), 2);
    desk.keys("u");
    assert_eq!(desk.plan().checkins.len(), 3);
}

#[test]
fn a_draft_is_in_the_profile_as_typed_and_found_again_where_it_was_left() {
    let mut desk = on_checkins("2026-12-28");
    desk.keys("\n");
    for (keys, shown) in [
        ("", "sudah sampai mana"),
        ("\nDua", "▸ Yang dikerjakan      Dua"),
        ("\nfoto", "▸ Bukti                foto"),
        ("\n4", "▸ Kemajuan (%)         4"),
        ("\n\n\n", "Enter mencatat tinjauan ini"),
    ] {
        desk.keys(keys);
        let spot = desk.screens.last().unwrap().spot(&desk.cx).unwrap();
        let kept: Plan =
            serde_json::from_str(&serde_json::to_string(desk.plan()).unwrap()).unwrap();
        let mut again = Desk::new(vec![kept]);
        again.cx.now = desk.cx.now;
        again.screens.extend(opened::reopen(&spot, &again.cx).unwrap());
        again.shows(shown);
        assert_eq!(again.screens.len(), desk.screens.len(), "{shown}");
        assert!(opened::words(&spot, &again.cx).unwrap().0.contains("Tinjauan 30 hari"));
    }
}

fn held(plan: &Plan) -> Vec<CheckIn> {
    plan.checkins.iter().filter(|checkin| checkin.is_held()).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_was_recorded_is_never_changed_whatever_is_pressed(
        deeds in proptest::collection::vec(
            proptest::sample::select(vec![
                "\n", "\u{1b}", "j", "k", "t", "d", "x", "u", "y", "b", "s", "1/2/2027", "9", "g", "a",
                "i", "i\t\t\t\t\t1/12/2026\n\u{1b}", "\n\n\nA\n\n\n\n\n\n\n", "rb",
            ]),
            0..40,
        ),
    ) {
        let mut desk = on_checkins("2026-12-28");
        desk.keys("\n\nSudah\n\n\n\n\n\n");
        prop_assert_eq!(held(desk.plan()).len(), 1);
        let mut known = held(desk.plan());
        for deed in deeds {
            desk.keys(deed);
            let now = held(desk.plan());
            for one in &known {
                prop_assert!(now.contains(one), "{:?} after {:?}", one, deed);
            }
            known = now;
        }
    }
}
