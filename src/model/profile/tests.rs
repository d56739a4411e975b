//! What the shape of a profile promises.

use super::*;

const SAMPLE: &str = r#"{"format":"pandu-profile","sum":"crc32:00000000","schema":1,"rev":812,
  "id":"00ff","app":"0.1.0","saved_at":"2026-11-24T09:12:31+07:00","later":{"kept":1},
  "person":{"name":"Siti","office":"","nick":"S"},
  "settings":{"lang":"en","theme":"dark","ascii":false,"confidence":true,"width":72,"session":20},
  "courses":{"sop-pemda":{"version":"1.0","place":{"page":"k","step":1,"scroll":2,"x":0},
    "read":{"k":"2026-11-24T09:12:31+07:00"},
    "notes":{"k":{"text":"satu\ndua","marked":true,"at":"2026-11-24T09:12:31+07:00","ink":[1]},
      "gone":{"text":"","marked":true,"at":null}},
    "rounds":[{"n":1,"mode":"practice","scope":"module:k","form":null,"seed":42,
       "begun":"2026-11-24T09:12:31+07:00","ended":null},
      {"n":2,"mode":"duel","scope":"all","form":"a","seed":1,
       "begun":"2026-11-24T09:12:31+07:00","ended":null,"y":[]}],
    "open":{"round":1,"items":["k"],"at":3,"flags":[],"given":{},"draft":["a"],"z":1},
    "answers":[{"n":1,"round":1,"item":"k","revision":1,"shown":["c","a"],"chosen":["a"],
       "mark":1.0,"sure":3,"hints":0,"try":1,"ms":8123,"at":"2026-11-24T09:12:31+07:00","w":2},
      {"n":2,"round":1,"item":"k","revision":1,"shown":[],
       "chosen":{"verdict":true,"reason":"b"},"mark":0.5,"sure":null,"hints":1,"try":2,
       "ms":1,"at":"2026-11-24T09:12:31+07:00"},
      {"n":3,"round":2,"item":"m","revision":1,"shown":[],"chosen":{"row":"x"},"mark":0.5,
       "sure":null,"hints":0,"try":1,"ms":1,"at":"2026-11-24T09:12:31+07:00"},
      {"n":4,"round":2,"item":"r","revision":1,"shown":[],
       "chosen":{"text":"Besok saya …","ticks":["1","3"]},"mark":0.5,
       "sure":null,"hints":0,"try":1,"ms":1,"at":"2026-11-24T09:12:31+07:00"},
      {"n":5,"round":2,"item":"r","revision":1,"shown":[],
       "chosen":{"text":"","ticks":[],"voice":"later"},"mark":0.5,
       "sure":null,"hints":0,"try":1,"ms":1,"at":"2026-11-24T09:12:31+07:00"}],
    "resets":[{"after":120,"scope":"item:k","undone":false}]}},
  "plans":[],"diagnoses":[{"id":"d","course":"sop-pemda",
    "begun":"2026-11-24T09:12:31+07:00","ended":null,"sop":"","people":3,
    "ratings":{"komitmen-1":{"score":2,"evidence":"notulen","x":1}},"any":"thing"}]}"#;

#[test]
fn whatever_is_unknown_survives_at_every_level() {
    let profile: Profile = serde_json::from_str(SAMPLE).unwrap();
    let before: Value = serde_json::from_str(SAMPLE).unwrap();
    let after = serde_json::to_value(&profile).unwrap();
    assert_eq!(before, after);
}

#[test]
fn each_kind_of_choice_is_known_by_its_shape() {
    let profile: Profile = serde_json::from_str(SAMPLE).unwrap();
    let answers = &profile.courses["sop-pemda"].answers;
    assert_eq!(answers[0].chosen, Chosen::Keys(vec!["a".to_owned()]));
    assert_eq!(answers[1].chosen, Chosen::Truth { verdict: true, reason: "b".to_owned() });
    let pairs = [("row".to_owned(), "x".to_owned())];
    assert_eq!(answers[2].chosen, Chosen::Pairs(pairs.into()));
    let ticks = vec!["1".to_owned(), "3".to_owned()];
    assert_eq!(answers[3].chosen, Chosen::Reflection { text: "Besok saya …".to_owned(), ticks });
    assert!(matches!(answers[4].chosen, Chosen::Other(_)), "a form of a later version");
    assert_eq!(profile.courses["sop-pemda"].rounds[1].mode, Mode::Other("duel".to_owned()));
}

/// Whatever stands in a question, whole or half filled, is the same after a restart; what no kind
/// writes stays as it was.
#[test]
fn a_draft_is_read_back_as_what_it_was_and_an_unknown_shape_is_kept() {
    let word = |word: &str| word.to_owned();
    let pairs = |pairs: &[(&str, &str)]| {
        Chosen::Pairs(pairs.iter().map(|(row, choice)| (word(row), word(choice))).collect())
    };
    let drafts = [
        Chosen::Keys(Vec::new()),
        Chosen::Keys(vec![word("b"), word("a")]),
        Chosen::Truth { verdict: false, reason: String::new() },
        Chosen::Typed(String::new()),
        Chosen::Typed(word("setengah jalan")),
        Chosen::Reflection { text: word("satu"), ticks: Vec::new() },
        pairs(&[]),
        pairs(&[("a", "b")]),
        // Rows may be called as the fields of other kinds are.
        pairs(&[("verdict", "true"), ("reason", "b")]),
        pairs(&[("text", "x"), ("ticks", "1")]),
    ];
    for draft in drafts {
        let json = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<Chosen>(&json).unwrap(), draft, "{json}");
    }
    for json in [
        "null",
        "7",
        "[1]",
        r#"{"row":["x"]}"#,
        r#"{"verdict":true,"reason":"b","sure":1}"#,
        r#"{"text":"a"  ,"ticks":[1]}"#,
        r#"{"text":"a","ticks":["1"],"at":0}"#,
    ] {
        let written: Value = serde_json::from_str(json).unwrap();
        let chosen: Chosen = serde_json::from_str(json).unwrap();
        assert_eq!(chosen, Chosen::Other(written.clone()), "{json}");
        assert_eq!(serde_json::to_value(&chosen).unwrap(), written);
    }
}

#[test]
fn marks_outside_their_range_and_answers_out_of_order_are_refused() {
    let mut profile: Profile = serde_json::from_str(SAMPLE).unwrap();
    assert_eq!(profile.check(), Ok(()));
    let course = profile.courses.get_mut("sop-pemda").unwrap();
    Arc::make_mut(&mut course.answers)[0].mark = 1.5;
    assert!(profile.check().is_err());
    let course = profile.courses.get_mut("sop-pemda").unwrap();
    Arc::make_mut(&mut course.answers)[0].mark = 1.0;
    Arc::make_mut(&mut course.answers)[2].n = 2;
    assert!(profile.check().is_err());
}

#[test]
fn a_file_without_notes_opens_and_gets_none() {
    let mut older: Value = serde_json::from_str(SAMPLE).unwrap();
    older["courses"]["sop-pemda"].as_object_mut().unwrap().remove("notes");
    let profile: Profile = serde_json::from_value(older.clone()).unwrap();
    assert!(profile.courses["sop-pemda"].notes.is_empty());
    assert_eq!(serde_json::to_value(&profile).unwrap(), older);
}
