//! Check vectors for each kind of question, and what holds for any answer to any of them.

use proptest::{
    collection::{btree_map, vec},
    prelude::*,
    sample::select,
};

use super::*;
use crate::model::{
    course::Bin,
    text::{Said, Text},
};

fn item(kind: Kind, right: &[&str], wrong: &[&str]) -> Item {
    // Of rows, the right ones lie in one bin, the others in another.
    let choice = |key: &&str, right| Choice {
        key: (*key).to_owned(),
        right,
        bin: if right { "kiri" } else { "kanan" }.to_owned(),
        ..Choice::default()
    };
    let right = right.iter().map(|key| choice(key, true));
    let options = right.chain(wrong.iter().map(|key| choice(key, false))).collect();
    Item {
        key: "soal".to_owned(),
        revision: 1,
        kind,
        page: "hal".to_owned(),
        factor: None,
        situation: true,
        uses: Vec::new(),
        form: None,
        prompt: Said::default(),
        hints: Vec::new(),
        options,
        verdict: true,
        accept: Text::new(
            vec!["Monitoring dan evaluasi".to_owned(), "monev".to_owned()],
            vec!["monitoring and evaluation".to_owned()],
        ),
        why: Said::default(),
        bins: ["kiri", "kanan"]
            .map(|key| Bin { key: key.to_owned(), text: Said::default() })
            .to_vec(),
        model: Said::default(),
        check: vec![Said::default(); 4],
    }
}

fn keys(keys: &str) -> Chosen {
    Chosen::Keys(keys.split_whitespace().map(str::to_owned).collect())
}

fn pairs(pairs: &[(&str, &str)]) -> Chosen {
    let word = |word: &str| word.to_owned();
    Chosen::Pairs(pairs.iter().map(|(row, choice)| (word(row), word(choice))).collect())
}

fn is(mark: f64, expected: f64) -> bool {
    (mark - expected).abs() < 1e-12
}

#[test]
fn one_option_is_right_or_not() {
    let item = item(Kind::Single, &["a"], &["b", "c"]);
    for (chosen, expected) in [
        ("a", 1.0),
        ("b", 0.0),
        ("", 0.0),
        ("a b", 0.0),
        ("b a", 0.0),
        ("x", 0.0),
        ("a a", 1.0),
        ("a x", 1.0),
    ] {
        assert!(is(mark(&item, &keys(chosen)), expected), "{chosen}");
    }
    let two = self::item(Kind::Single, &["a", "b"], &[]);
    assert!(is(mark(&two, &keys("a b")), 0.0));
}

#[test]
fn wrong_ones_of_a_set_take_away_what_right_ones_gave() {
    let item = item(Kind::Multiple, &["a", "b", "c"], &["d", "e"]);
    for (chosen, expected) in [
        ("a b c", 1.0),
        ("a b", 2.0 / 3.0),
        ("a b d", 1.0 / 3.0),
        ("a d", 0.0),
        ("d e", 0.0),
        ("a b c d e", 1.0 / 3.0),
        ("", 0.0),
        ("a a a", 1.0 / 3.0),
        ("a d d d b", 1.0 / 3.0),
        ("a x y", 1.0 / 3.0),
    ] {
        assert!(is(mark(&item, &keys(chosen)), expected), "{chosen}");
    }
    let hopeless = self::item(Kind::Multiple, &[], &["a"]);
    assert!(is(mark(&hopeless, &keys("a")), 0.0));
}

#[test]
fn neighbours_of_a_sequence_count_when_they_follow_each_other() {
    let item = item(Kind::Order, &["a", "b", "c", "d"], &[]);
    for (chosen, expected) in [
        ("a b c d", 1.0),
        ("b c d a", 2.0 / 3.0),
        ("a c b d", 0.0),
        ("d c b a", 0.0),
        ("c d a b", 2.0 / 3.0),
        ("a b", 1.0 / 3.0),
        ("a", 0.0),
        ("", 0.0),
        ("a x b", 0.0),
        ("a b a b a b", 1.0 / 3.0),
        ("x a b c d y", 1.0),
    ] {
        assert!(is(mark(&item, &keys(chosen)), expected), "{chosen}");
    }
    assert!(is(mark(&self::item(Kind::Order, &["a"], &[]), &keys("a")), 0.0));
}

#[test]
fn a_reason_counts_only_with_the_right_verdict() {
    let mut item = item(Kind::Truth, &["a"], &["b"]);
    for (statement, verdict, reason, expected) in [
        (true, true, "a", 1.0),
        (true, true, "b", 0.5),
        (true, true, "", 0.5),
        (true, true, "x", 0.5),
        (true, false, "a", 0.0),
        (false, false, "a", 1.0),
        (false, true, "a", 0.0),
    ] {
        item.verdict = statement;
        let chosen = Chosen::Truth { verdict, reason: reason.to_owned() };
        assert!(is(mark(&item, &chosen), expected), "{statement} {verdict} {reason}");
    }
}

#[test]
fn a_recalled_answer_is_levelled_and_a_slip_is_asked_about() {
    let item = item(Kind::Recall, &[], &[]);
    let near = |text: &str| Recalled::Near(text.to_owned());
    for (typed, expected) in [
        ("monitoring dan evaluasi", Recalled::Right),
        ("  MONITORING-dan\nEvaluasi. ", Recalled::Right),
        ("monitoringdanevaluasi", Recalled::Right),
        ("Mónitoring and evaluatión", Recalled::Right),
        ("Ｍｏｎｅｖ", Recalled::Right),
        ("monitorin dan evaluasi", near("Monitoring dan evaluasi")),
        ("monitoring dan evaluassi", near("Monitoring dan evaluasi")),
        ("monitoring den evaluasi", near("Monitoring dan evaluasi")),
        ("monitoring dan evaluais", near("Monitoring dan evaluasi")),
        ("omnitoring and evaluation", near("monitoring and evaluation")),
        ("xmonitoring dan evaluasi", near("Monitoring dan evaluasi")),
        ("monitring dan evaluas", Recalled::Wrong),
        ("monev!", Recalled::Right),
        ("monef", Recalled::Wrong),
        ("mone", Recalled::Wrong),
        ("", Recalled::Wrong),
        ("…", Recalled::Wrong),
    ] {
        assert_eq!(recall(&item, typed), expected, "{typed}");
        let right = f64::from(u8::from(expected == Recalled::Right));
        assert!(is(mark(&item, &Chosen::Typed(typed.to_owned())), right), "{typed}");
    }
}

#[test]
fn rows_give_the_share_that_stands_with_what_belongs_to_it() {
    let matched = item(Kind::Match, &["a", "b"], &["c", "d"]);
    for (chosen, expected) in [
        (&[("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")][..], 1.0),
        (&[("a", "a"), ("b", "c"), ("c", "b"), ("d", "d")], 0.5),
        (&[("a", "a")], 0.25),
        // The same partner everywhere is right once.
        (&[("a", "a"), ("b", "a"), ("c", "a"), ("d", "a")], 0.25),
        (&[("x", "a"), ("a", "x"), ("", "")], 0.0),
        (&[], 0.0),
    ] {
        assert!(is(mark(&matched, &pairs(chosen)), expected), "{chosen:?}");
    }
    let sorted = item(Kind::Classify, &["a", "b"], &["c"]);
    for (chosen, expected) in [
        (&[("a", "kiri"), ("b", "kiri"), ("c", "kanan")][..], 1.0),
        (&[("a", "kiri"), ("b", "kanan"), ("c", "kanan")], 2.0 / 3.0),
        (&[("a", "a"), ("b", "b"), ("c", "c")], 0.0),
        (&[("a", "kiri"), ("x", "kiri")], 1.0 / 3.0),
    ] {
        assert!(is(mark(&sorted, &pairs(chosen)), expected), "{chosen:?}");
    }
    let mut unsorted = sorted;
    unsorted.options[0].bin.clear();
    assert!(is(mark(&unsorted, &pairs(&[("a", "")])), 0.0), "no bin is no right answer");
    let empty = item(Kind::Match, &[], &[]);
    assert!(is(mark(&empty, &pairs(&[("a", "a")])), 0.0));
}

#[test]
fn a_reflection_is_worth_the_share_of_its_ticks_each_once() {
    let item = item(Kind::Reflect, &[], &[]);
    for (ticks, expected) in [
        (&["1", "2", "3", "4"][..], 1.0),
        (&["2"], 0.25),
        (&["2", "2", "2"], 0.25),
        (&["0", "5", "01", "-1", "", "99999999999999999999"], 0.0),
        (&[], 0.0),
    ] {
        let ticks: Vec<String> = ticks.iter().map(|&tick| tick.to_owned()).collect();
        let chosen = Chosen::Reflection { text: String::new(), ticks: ticks.clone() };
        assert!(is(mark(&item, &chosen), expected), "{ticks:?}");
    }
}

#[test]
fn a_choice_of_another_shape_is_worth_nothing() {
    let reflection = Chosen::Reflection { text: "monev".to_owned(), ticks: vec!["1".to_owned()] };
    let shapes = [
        (keys("a"), &[Kind::Single, Kind::Multiple, Kind::Order][..]),
        (Chosen::Truth { verdict: true, reason: "a".to_owned() }, &[Kind::Truth]),
        (Chosen::Typed("monev".to_owned()), &[Kind::Recall]),
        (pairs(&[("a", "a"), ("b", "kanan")]), &[Kind::Match, Kind::Classify]),
        (reflection, &[Kind::Reflect]),
        (Chosen::Other(serde_json::Value::Null), &[]),
    ];
    for (kind, name) in Kind::ALL {
        let item = item(kind, &["a"], &["b"]);
        for (chosen, kinds) in &shapes {
            let is_worthless = is(mark(&item, chosen), 0.0);
            let is_order = kind == Kind::Order;
            assert_eq!(is_worthless, !kinds.contains(&kind) || is_order, "{name}: {chosen:?}");
        }
    }
}

#[test]
fn of_several_near_answers_the_first_is_asked_about() {
    let mut item = item(Kind::Recall, &[], &[]);
    item.accept = Text::new(vec!["regulasi".to_owned()], vec!["regulasy".to_owned()]);
    assert_eq!(recall(&item, "regulase"), Recalled::Near("regulasi".to_owned()));
    assert_eq!(recall(&item, "regulasy"), Recalled::Right);
}

#[test]
fn every_letter_levels_to_something_that_stays() {
    for c in '\0'..=char::MAX {
        let levelled = level(&c.to_string());
        assert_eq!(level(&levelled), levelled, "{c:?}");
    }
}

#[test]
fn an_accepted_answer_without_letters_accepts_nothing() {
    let mut item = item(Kind::Recall, &[], &[]);
    item.accept = Text::new(vec!["…".to_owned()], Vec::new());
    assert_eq!(recall(&item, "?"), Recalled::Wrong);
}

#[test]
fn levelled_text_has_neither_case_nor_marks_nor_signs() {
    for (text, levelled) in [
        ("Café", "cafe"),
        ("cafe\u{301}", "cafe"),
        ("e-mail", "email"),
        ("SOP/35 2012", "sop352012"),
        ("İstanbul", "istanbul"),
        ("ﬁle", "file"),
        ("標準", "標準"),
        ("हिन्दी", "हनद"),
        (" – ", ""),
    ] {
        assert_eq!(level(text), levelled);
    }
}

fn any_chosen() -> impl Strategy<Value = Chosen> {
    let key = select(&["a", "b", "c", "d", "e", "x", ""][..]).prop_map(str::to_owned);
    let row =
        select(&["a", "b", "c", "d", "e", "x", "", "kiri", "kanan"][..]).prop_map(str::to_owned);
    let other = select(&["null", "3", "{\"baris\":\"x\"}", "[1]"][..]);
    prop_oneof![
        3 => vec(key.clone(), 0..9).prop_map(Chosen::Keys),
        1 => (any::<bool>(), key).prop_map(|(verdict, reason)| Chosen::Truth { verdict, reason }),
        1 => any::<String>().prop_map(Chosen::Typed),
        2 => btree_map(row.clone(), row.clone(), 0..6).prop_map(Chosen::Pairs),
        1 => (any::<String>(), vec("[0-9]{0,2}", 0..9))
            .prop_map(|(text, ticks)| Chosen::Reflection { text, ticks }),
        1 => other.prop_map(|json| Chosen::Other(serde_json::from_str(json).unwrap())),
    ]
}

fn any_item() -> impl Strategy<Value = Item> {
    let kind = select(&Kind::ALL[..]).prop_map(|(kind, _)| kind);
    (kind, 0usize..=5, 0usize..=5).prop_map(|(kind, first, last)| {
        let all = ["a", "b", "c", "d", "e"];
        let (from, to) = (first.min(last), first.max(last));
        item(kind, &all[from..to], &all[..from])
    })
}

proptest! {
    #[test]
    fn a_mark_lies_within_0_and_1(item in any_item(), chosen in any_chosen()) {
        let mark = mark(&item, &chosen);
        prop_assert!((0.0..=1.0).contains(&mark), "{mark}");
    }

    #[test]
    fn unknown_keys_never_raise_a_mark(item in any_item(), chosen in vec("[a-e]", 0..6), at in 0usize..6) {
        let before = mark(&item, &Chosen::Keys(chosen.clone()));
        let mut more = chosen;
        more.insert(at.min(more.len()), "x".to_owned());
        prop_assert!(mark(&item, &Chosen::Keys(more)) <= before);
    }

    #[test]
    fn the_key_itself_is_worth_1(item in any_item()) {
        let all = item.options.iter().map(|option| option.key.clone()).collect::<Vec<_>>();
        let right: Vec<_> = item.right_keys().map(str::to_owned).collect();
        let best = match item.kind {
            Kind::Single if right.len() == 1 => Chosen::Keys(right),
            Kind::Multiple if !right.is_empty() => Chosen::Keys(right),
            Kind::Order if all.len() > 1 => Chosen::Keys(all),
            Kind::Truth if !right.is_empty() => Chosen::Truth { verdict: true, reason: right[0].clone() },
            Kind::Recall => Chosen::Typed("monev".to_owned()),
            Kind::Match | Kind::Classify if !all.is_empty() => Chosen::Pairs(
                item.options
                    .iter()
                    .map(|row| (row.key.clone(), item.right_choice(row).to_owned()))
                    .collect(),
            ),
            Kind::Reflect => {
                let ticks = (1..=item.check.len()).map(|line| line.to_string()).collect();
                Chosen::Reflection { text: String::new(), ticks }
            }
            _ => return Ok(()),
        };
        prop_assert!(is(mark(&item, &best), 1.0));
    }

    #[test]
    fn levelled_text_stays_and_ignores_case(text in any::<String>()) {
        let levelled = level(&text);
        prop_assert_eq!(&level(&levelled), &levelled);
        prop_assert!(levelled.chars().all(char::is_alphanumeric));
    }

    #[test]
    fn one_slip_is_near_and_two_are_not(word in "[a-z]{6,20}", at in 0usize..20, slip in 0..4) {
        let mut item = item(Kind::Recall, &[], &[]);
        item.accept = Text::new(vec![word.clone()], Vec::new());
        let mut typed: Vec<char> = word.chars().collect();
        let at = at.min(typed.len() - 2);
        match slip {
            0 => { typed.remove(at); }
            1 => typed.insert(at, '0'),
            2 => typed[at] = '0',
            _ => typed.swap(at, at + 1),
        }
        let typed: String = typed.into_iter().collect();
        let expected = if typed == word { Recalled::Right } else { Recalled::Near(word.clone()) };
        prop_assert_eq!(recall(&item, &typed), expected);
        prop_assert_eq!(recall(&item, &format!("11{word}")), Recalled::Wrong);
        prop_assert_eq!(recall(&item, &format!("1{word}1")), Recalled::Wrong);
    }
}
