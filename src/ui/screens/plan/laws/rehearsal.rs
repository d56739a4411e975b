//! Laws of the sentence from memory: offered and never forced, hidden while it is typed, noted when it
//! came again, and asked for again when the sentence changes.

use super::*;

fn on_sentence() -> Desk {
    Desk::on_plan(vec![three()])
}

#[test]
fn the_table_tells_of_it_until_it_is_done_and_again_when_the_sentence_changes() {
    let offer = "Ulangi kalimat jika–maka sekali dari ingatan: tekan h.";
    let mut desk = on_sentence();
    desk.shows(offer);
    desk.keys("h");
    let hidden = desk.draw(80, 24);
    assert!(!hidden.contains("lengkap") && !hidden.contains("daftar"), "{hidden}");
    desk.keys("Berkas tidak-lengkap\nmaka saya memakai daftar periksa.\n");
    desk.shows("✓ Sama.");
    assert_eq!(desk.plan().if_then.rehearsed, Some(desk.cx.now));
    desk.keys("\n");
    assert!(!desk.draw(80, 24).contains(offer));
    desk.keys("i\t\t\t\t\t\t\t\tX\u{1b}");
    assert_eq!(desk.plan().if_then.rehearsed, None);
    desk.keys("u");
    assert_eq!(desk.plan().if_then.rehearsed, Some(desk.cx.now), "the old sentence was learnt");
    desk.keys("u");
    assert_eq!(desk.plan().if_then, three().if_then);
    desk.shows("Sudah diurungkan");
}

#[test]
fn what_differs_is_shown_and_the_person_decides() {
    let mut desk = on_sentence();
    desk.keys("hberkas lengkap\nmemakai formulir\n");
    desk.shows("Jika berkas [tidak] lengkap maka saya memakai [daftar] [periksa]");
    desk.shows("selain itu: formulir");
    assert_eq!(desk.plan().if_then.rehearsed, None);
    desk.keys("\n");
    let fresh = desk.draw(80, 24);
    assert!(!fresh.contains("formulir"), "{fresh}");
    desk.keys("a\nb\nm");
    assert_eq!(desk.plan().if_then.rehearsed, Some(desk.cx.now));
    assert_eq!(desk.screens.len(), 2, "back on the table");
}

#[test]
fn half_a_sentence_is_not_asked_for() {
    let mut plan = three();
    plan.if_then.then = " ".to_owned();
    let mut desk = Desk::on_plan(vec![plan]);
    desk.keys("h");
    assert_eq!(desk.screens.len(), 2);
    assert!(!desk.draw(80, 24).contains("tekan h"));
}
