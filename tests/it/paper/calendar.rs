//! The calendar, read by a small line reader: unfold, octets, balance, counts.

use std::collections::BTreeSet;

use pandu::{
    model::{plan::Plan, text::Lang},
    report::Format,
};

use super::{bytes, full, hostile};

/// Events, each its properties without those of its alarms, and how many alarms it has.
struct Event {
    properties: Vec<(String, String)>,
    alarms: usize,
}

impl Event {
    fn one(&self, name: &str) -> &str {
        let mut found = self.properties.iter().filter(|(known, _)| known == name);
        let (Some((_, value)), None) = (found.next(), found.next()) else { panic!("{name}") };
        value
    }
}

fn events(plan: &Plan, lang: Lang) -> Vec<Event> {
    let text = String::from_utf8(bytes(Some(plan), Format::Ics, lang)).unwrap();
    let raw: Vec<&str> = text.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    assert!(raw.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let mut lines: Vec<String> = vec![];
    for line in raw {
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().unwrap().push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    let mut open: Vec<String> = vec![];
    let mut events = vec![];
    for line in &lines {
        let (name, value) = line.split_once(':').expect("a property");
        assert!(name.bytes().all(|b| b.is_ascii_uppercase() || b"-;=".contains(&b)), "{name}");
        assert!(!value.chars().any(char::is_control), "{value:?}");
        match name {
            "BEGIN" => {
                match value {
                    "VEVENT" => events.push(Event { properties: vec![], alarms: 0 }),
                    "VALARM" => events.last_mut().unwrap().alarms += 1,
                    "VCALENDAR" => assert!(open.is_empty()),
                    other => panic!("{other}"),
                }
                open.push(value.to_owned());
            }
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            _ if open.last().is_some_and(|it| it == "VEVENT") => {
                events.last_mut().unwrap().properties.push((name.to_owned(), value.to_owned()));
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    events
}

#[test]
fn a_hostile_plan_is_a_balanced_calendar_with_as_many_events_as_days() {
    for lang in Lang::ALL {
        let events = events(&hostile(), lang);
        assert_eq!(events.len(), 200 * 2 + 2);
        let mut names = BTreeSet::new();
        for event in &events {
            for once in ["DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "SEQUENCE"]
            {
                assert!(!event.one(once).is_empty());
            }
            assert!(names.insert(event.one("UID").to_owned()), "one name, two events");
        }
    }
}

#[test]
fn starts_deadlines_and_check_ins_stand_on_their_days_in_the_language() {
    for (lang, words) in [
        (Lang::Id, ["Mulai: ", "Tenggat: ", "Tinjauan 60 hari: "]),
        (Lang::En, ["Start: ", "Deadline: ", "60-day check-in: "]),
    ] {
        let events = events(&full(), lang);
        assert_eq!(events.len(), 3 * 2 + 2);
        for (event, (word, day)) in
            events.iter().zip([(words[0], "20261201"), (words[1], "20261214")])
        {
            assert!(event.one("SUMMARY").starts_with(word));
            assert_eq!(event.one("DTSTART;VALUE=DATE"), day);
        }
        let alarms: Vec<usize> = events.iter().map(|event| event.alarms).collect();
        assert_eq!(alarms, [1, 2, 1, 2, 0, 0, 0, 1], "what is done reminds nobody");
        assert!(events[7].one("SUMMARY").starts_with(words[2]));
    }
}
