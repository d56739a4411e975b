//! Laws of rows and reflections: nothing is lost, nothing goes out of sight, nothing is judged that
//! is not to be judged.

use std::rc::Rc;

use super::*;
use crate::{
    model::{
        course::{Bin, Choice, Course},
        profile::{Chosen, Profile},
        progress::tests::{course as progress_course, item},
        text::{Lang, Said},
    },
    ui::{frame, keys::Key},
};

fn said(text: &str) -> Said {
    Said::new(text.to_owned(), text.to_owned())
}

fn row(key: &str, with: &str, bin: &str) -> Choice {
    let mut row = Choice { key: key.to_owned(), bin: bin.to_owned(), ..Choice::default() };
    (row.text, row.with, row.why) = (said(key), said(with), said("sebab"));
    row
}

/// A course of one item of this kind.
fn course(kind: Kind) -> Course {
    let mut course = progress_course();
    let mut asked = item("soal", "m1-a");
    asked.kind = kind;
    asked.prompt = said("Apa?");
    match kind {
        Kind::Match => {
            asked.options = ["a", "b", "c"].map(|key| row(key, &key.to_uppercase(), "")).into();
        }
        Kind::Classify => {
            asked.options = ["a", "b", "c"].map(|key| row(key, "", "kiri")).into();
            asked.bins =
                ["kiri", "kanan"].map(|key| Bin { key: key.to_owned(), text: said(key) }).into();
        }
        _ => {
            asked.model = said("Contoh.");
            asked.check = ["satu", "dua", "tiga"].map(said).into();
        }
    }
    course.modules[0].items = vec![asked];
    course
}

fn cx_of(course: Course) -> Cx {
    let now = "2026-11-24T09:12:31+07:00".parse().unwrap();
    let mut cx = Cx::new(Rc::new(course), Profile::new("f00d".to_owned()), now, 1);
    cx.body = frame::body(Rect::new(0, 0, 80, 24));
    cx
}

fn asked(kind: Kind) -> (Question, Cx) {
    let mut cx = cx_of(course(kind));
    let question = Question::open("m1", &mut cx).unwrap();
    (question, cx)
}

/// Presses a key as the app does; whether the screen stays.
fn press(question: &mut Question, code: Code, cx: &mut Cx) -> bool {
    let key = Key::plain(code);
    if let Some(step) = question.typed(Input::Key(key), cx) {
        return matches!(step, Step::Stay);
    }
    let row = KEYS.iter().find(|row| row.on.contains(&key) && question.allows(row.msg, cx));
    row.is_none_or(|row| matches!(question.update(row.msg, cx), Step::Stay))
}

fn type_in(question: &mut Question, text: &str, cx: &mut Cx) {
    for letter in text.chars() {
        assert!(press(question, Code::Char(letter), cx));
    }
}

fn draft(cx: &Cx) -> Option<Chosen> {
    cx.work().open.as_ref().unwrap().draft.clone()
}

fn pairs(question: &Question) -> Vec<(&str, &str)> {
    question.pairs.iter().map(|(row, choice)| (row.as_str(), choice.as_str())).collect()
}

/// What stands on the screen.
fn picture(question: &Question, cx: &Cx) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, cx.body.width, cx.body.height + cx.body.y));
    question.show(cx, cx.body, &mut buf);
    let rows = buf.content.chunks(usize::from(buf.area.width));
    let rows = rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>());
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_letter_fills_a_row_and_goes_to_the_next_one_without_a_choice() {
    let (mut question, mut cx) = asked(Kind::Classify);
    assert_eq!(question.at, 0);
    press(&mut question, Code::Down, &mut cx);
    for at in [2, 0, 0] {
        press(&mut question, Code::Char('b'), &mut cx);
        assert_eq!(question.at, at, "{:?}", question.pairs);
    }
    assert_eq!(pairs(&question), [("a", "kanan"), ("b", "kanan"), ("c", "kanan")]);
    press(&mut question, Code::Backspace, &mut cx);
    assert_eq!(question.pairs.len(), 2);
    assert!(!question.allows(Msg::Letter(2), &cx), "there is no third bin");
}

#[test]
fn a_partner_in_use_moves_to_the_row_that_takes_it() {
    let (mut question, mut cx) = asked(Kind::Match);
    press(&mut question, Code::Char('a'), &mut cx);
    press(&mut question, Code::Char('a'), &mut cx);
    let first = Question::choices(&cx)[0].clone();
    assert_eq!(pairs(&question), [("b", first.as_str())]);
    assert_eq!(question.at, 2, "the next row without one");
    press(&mut question, Code::Char('b'), &mut cx);
    assert_eq!(question.at, 0, "the row that lost it is open again");
}

#[test]
fn arrows_walk_through_what_is_free_and_take_nothing_from_another_row() {
    let (mut question, mut cx) = asked(Kind::Match);
    press(&mut question, Code::Char('b'), &mut cx);
    let choices = Question::choices(&cx);
    for at in [0, 2, 0] {
        press(&mut question, Code::Right, &mut cx);
        assert_eq!(question.pairs["b"], choices[at]);
        assert_eq!((question.pairs["a"].as_str(), question.at), (choices[1].as_str(), 1));
    }
    press(&mut question, Code::Left, &mut cx);
    assert_eq!(question.pairs["b"], choices[2]);
    let (mut question, mut cx) = asked(Kind::Classify);
    press(&mut question, Code::Left, &mut cx);
    press(&mut question, Code::Down, &mut cx);
    press(&mut question, Code::Left, &mut cx);
    let given: Vec<&str> = pairs(&question).iter().map(|(_, bin)| *bin).collect();
    assert_eq!(given, ["kanan", "kanan"], "a bin takes many rows");
}

#[test]
fn an_answer_with_an_open_row_is_not_taken_and_the_cursor_stands_there() {
    for kind in [Kind::Match, Kind::Classify] {
        let (mut question, mut cx) = asked(kind);
        press(&mut question, Code::Char('a'), &mut cx);
        press(&mut question, Code::Char('b'), &mut cx);
        press(&mut question, Code::Up, &mut cx);
        press(&mut question, Code::Enter, &mut cx);
        assert!(question.asking != Asking::Sure && question.at == 2, "{kind:?}");
        assert!(picture(&question, &cx).contains("Masih 1 baris"), "{kind:?}");
        press(&mut question, Code::Char(if kind == Kind::Match { 'c' } else { 'a' }), &mut cx);
        press(&mut question, Code::Enter, &mut cx);
        assert!(question.asking == Asking::Sure, "{kind:?}");
        press(&mut question, Code::Char('2'), &mut cx);
        let answer = cx.work().answers.last().unwrap();
        assert!(matches!(answer.chosen, Chosen::Pairs(ref pairs) if pairs.len() == 3));
        assert_eq!((answer.sure, draft(&cx)), (Some(2), None));
    }
}

#[test]
fn what_stands_half_filled_is_there_again_after_a_kill() {
    for kind in [Kind::Match, Kind::Classify] {
        let (mut question, mut cx) = asked(kind);
        press(&mut question, Code::Char('b'), &mut cx);
        let again = Question::open("m1", &mut cx).unwrap();
        assert_eq!((&again.pairs, again.at), (&question.pairs, 1), "{kind:?}");
    }
    let (mut question, mut cx) = asked(Kind::Reflect);
    type_in(&mut question, "satu ab", &mut cx);
    assert_eq!(draft(&cx), Some(Chosen::Typed("satu ab".to_owned())));
    let mut again = Question::open("m1", &mut cx).unwrap();
    assert_eq!((again.edit.value(), again.asking), ("satu ab", Asking::Answer));
    press(&mut again, Code::Enter, &mut cx);
    press(&mut again, Code::Char('c'), &mut cx);
    press(&mut again, Code::Char('a'), &mut cx);
    let ticks = vec!["1".to_owned(), "3".to_owned()];
    assert_eq!(draft(&cx), Some(Chosen::Reflection { text: "satu ab".to_owned(), ticks }));
    let last = Question::open("m1", &mut cx).unwrap();
    assert_eq!((last.edit.value(), last.asking, last.picked.len()), ("satu ab", Asking::Ticks, 2));
}

#[test]
fn a_draft_of_an_edited_course_keeps_only_what_is_still_asked() {
    let (mut question, mut cx) = asked(Kind::Classify);
    let drafts = [
        Chosen::Pairs(
            [("a", "kiri"), ("b", "gone"), ("gone", "kiri")]
                .map(|(row, choice)| (row.to_owned(), choice.to_owned()))
                .into(),
        ),
        Chosen::Typed("teks".to_owned()),
        Chosen::Keys(vec!["a".to_owned()]),
        Chosen::Other(serde_json::json!({"later": [1]})),
    ];
    for draft in drafts {
        question.pairs.clear();
        cx.edit_work(Save::Now, |work| work.open.as_mut().unwrap().draft = Some(draft.clone()));
        question.take_up(&mut cx);
        let is_pairs = matches!(draft, Chosen::Pairs(_));
        assert_eq!(pairs(&question), if is_pairs { vec![("a", "kiri")] } else { Vec::new() });
        assert!(question.is_asking(&cx) && question.picked.is_empty());
    }
}

#[test]
fn a_draft_keeps_only_options_that_are_still_offered() {
    let mut course = course(Kind::Classify);
    for asked in &mut course.modules[0].items {
        asked.kind = Kind::Multiple;
    }
    let mut cx = cx_of(course);
    let mut question = Question::open("m1", &mut cx).unwrap();
    let keys = ["gone", "b"].map(str::to_owned).to_vec();
    assert!(question.take_draft(Chosen::Keys(keys), &cx));
    assert_eq!(question.chosen(&cx), Some(Chosen::Keys(vec!["b".to_owned()])));
    assert!(question.take_draft(Chosen::Keys(vec!["gone".to_owned()]), &cx));
    assert_eq!(question.chosen(&cx), None);
}

#[test]
fn a_reflection_is_kept_once_without_confidence_and_never_judged() {
    for lang in Lang::ALL {
        let (mut question, mut cx) = asked(Kind::Reflect);
        cx.speak(lang);
        let mut seen = picture(&question, &cx);
        press(&mut question, Code::Enter, &mut cx);
        assert!(question.is_lacking && question.asking != Asking::Ticks, "nothing to compare yet");
        type_in(&mut question, "Besok 2", &mut cx);
        press(&mut question, Code::Enter, &mut cx);
        seen += &picture(&question, &cx);
        assert!(cx.work().answers.is_empty() && question.asking == Asking::Ticks);
        press(&mut question, Code::Char(' '), &mut cx);
        press(&mut question, Code::Enter, &mut cx);
        seen += &picture(&question, &cx);
        assert!(question.asking != Asking::Sure);
        let answers = &cx.work().answers;
        assert_eq!((answers.len(), answers[0].sure, answers[0].attempt), (1, None, 1));
        let expected =
            Chosen::Reflection { text: "Besok 2".to_owned(), ticks: vec!["1".to_owned()] };
        assert_eq!(answers[0].chosen, expected);
        for word in
            ["Benar", "Belum tepat", "percobaan", "yakin", "Right", "Not quite", "try", "sure"]
        {
            assert!(!seen.contains(word), "{word}:\n{seen}");
        }
        let step = question.update(Msg::Go, &mut cx);
        assert!(matches!(step, Step::Swap(_)), "the round is at its end");
        assert_eq!(cx.work().answers.len(), 1);
    }
}

#[test]
fn writing_goes_on_where_it_was_left_after_the_model_answer_was_seen() {
    let (mut question, mut cx) = asked(Kind::Reflect);
    type_in(&mut question, "ab", &mut cx);
    press(&mut question, Code::Enter, &mut cx);
    press(&mut question, Code::Char('b'), &mut cx);
    press(&mut question, Code::Backspace, &mut cx);
    assert!(Screen::is_typing(&question, &cx));
    type_in(&mut question, "c", &mut cx);
    assert_eq!(draft(&cx), Some(Chosen::Typed("abc".to_owned())));
    press(&mut question, Code::Enter, &mut cx);
    let ticks = vec!["2".to_owned()];
    assert_eq!(draft(&cx), Some(Chosen::Reflection { text: "abc".to_owned(), ticks }));
}

#[test]
fn the_longest_text_stays_in_sight_and_every_line_of_it_can_be_reached() {
    let (mut question, mut cx) = asked(Kind::Reflect);
    cx.body = frame::body(Rect::new(0, 0, 60, 18));
    let text = "kata ".repeat(5_000);
    question.typed(Input::Paste(format!("awal {text}")), &mut cx);
    assert_eq!(question.edit.value().chars().count(), LONGEST_REFLECTION);
    assert!(picture(&question, &cx).contains("10.000"), "that the rest was left out is said");
    let mut buf = Buffer::empty(Rect::new(0, 0, 60, 18));
    assert!(question.show(&cx, cx.body, &mut buf).is_some(), "the text cursor is in sight");
    press(&mut question, Code::Home, &mut cx);
    assert!(picture(&question, &cx).contains("Apa?"));
    press(&mut question, Code::Enter, &mut cx);
    assert!(picture(&question, &cx).contains("Contoh jawaban"), "{}", picture(&question, &cx));
    for _ in 0..400 {
        press(&mut question, Code::Up, &mut cx);
    }
    assert!(picture(&question, &cx).contains("awal kata"));
    press(&mut question, Code::PageUp, &mut cx);
    for _ in 0..200 {
        press(&mut question, Code::PageDown, &mut cx);
    }
    assert!(picture(&question, &cx).contains("▸ ○ A  satu"));
    press(&mut question, Code::Char('c'), &mut cx);
    assert!(picture(&question, &cx).contains("▸ ✓ C  tiga"));
}

#[test]
fn a_model_answer_longer_than_the_window_is_read_from_its_first_line() {
    let mut long = course(Kind::Reflect);
    long.modules[0].items[0].model = said(&format!("Mulai {}", "kata ".repeat(400)));
    let mut cx = cx_of(long);
    cx.body = frame::body(Rect::new(0, 0, 60, 18));
    let mut question = Question::open("m1", &mut cx).unwrap();
    type_in(&mut question, "teks", &mut cx);
    press(&mut question, Code::Enter, &mut cx);
    let seen = picture(&question, &cx);
    assert!(seen.contains("Contoh jawaban") && seen.contains("Mulai kata"), "{seen}");
    let again = Question::open("m1", &mut cx).unwrap();
    assert_eq!(picture(&again, &cx), seen, "also after a kill");
    press(&mut question, Code::Down, &mut cx);
    assert!(!picture(&question, &cx).contains("Contoh jawaban"), "one line further");
}

#[test]
fn long_partners_are_cut_before_one_of_them_is_out_of_sight() {
    let mut long = course(Kind::Match);
    let keys = ["a", "b", "c", "d", "e", "f", "g"];
    let text = |key| format!("{key} {}", "panjang ".repeat(12));
    long.modules[0].items[0].options = keys.map(|key| row(key, &text(key), "")).into();
    let mut cx = cx_of(long);
    for (width, height) in [(60, 18), (80, 18), (80, 24)] {
        cx.body = frame::body(Rect::new(0, 0, width, height));
        let mut question = Question::open("m1", &mut cx).unwrap();
        for _ in keys {
            let seen = picture(&question, &cx);
            assert!(seen.contains("▸ ○"), "{seen}");
            for letter in 'A'..='G' {
                assert!(seen.contains(&format!("○ {letter}  ")), "{letter}:\n{seen}");
            }
            press(&mut question, Code::Down, &mut cx);
        }
    }
}

#[test]
fn a_round_of_reflections_alone_has_no_share_of_right_answers() {
    let (mut question, mut cx) = asked(Kind::Reflect);
    type_in(&mut question, "a", &mut cx);
    press(&mut question, Code::Enter, &mut cx);
    press(&mut question, Code::Enter, &mut cx);
    press(&mut question, Code::Enter, &mut cx);
    let mut buf = Buffer::empty(Rect::new(0, 0, 80, 24));
    Screen::draw(&ResultScreen::new(1), &cx, Rect::new(0, 0, 80, 24), &mut buf);
    let seen: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(seen.contains("1 soal direnungkan") && !seen.contains("benar"), "{seen}");
}
