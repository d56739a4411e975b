//! A run as CSV for spreadsheets: sessions, pages and polls in one table, totals only. UTF-8 with a
//! mark in front, `;` between fields, every field quoted, CRLF at line ends. No text begins as a
//! formula; numbers are numbers of the language.

use crate::model::{
    course::{Course, Item},
    dates::number,
    plan::guard::guard,
    run::{
        Run,
        document::options,
        times::{self, Time},
    },
    safe_text::safe_line,
    tally::{Change, right_option},
    text::{Lang, Text},
};

/// By this mark Excel knows UTF-8.
const MARK: &str = "\u{feff}";

const HEADER: [Text; 11] = [
    Text::new("jenis", "kind"),
    Text::new("hari", "day"),
    Text::new("kunci", "key"),
    Text::new("judul", "title"),
    Text::new("rencana (menit)", "planned (minutes)"),
    Text::new("nyata (menit)", "actual (minutes)"),
    Text::new("selisih (menit)", "difference (minutes)"),
    Text::new("suara 1", "vote 1"),
    Text::new("suara 2", "vote 2"),
    Text::new("benar", "right"),
    Text::new("gain", "gain"),
];

/// One line of the table. What is empty has nothing to tell.
#[derive(Default)]
struct Line {
    kind: &'static str,
    day: String,
    key: String,
    title: String,
    planned: String,
    actual: String,
    over: String,
    votes: [String; 2],
    right: String,
    gain: String,
}

/// The whole table.
pub fn csv(run: &Run, course: &Course, lang: Lang) -> String {
    let header: Vec<String> = HEADER.iter().map(|text| text.say(lang).to_owned()).collect();
    let mut out = MARK.to_owned() + &line(&header);
    let lines = sessions(run, course, lang)
        .into_iter()
        .chain(pages(run, course, lang))
        .chain((0..run.polls.len()).flat_map(|at| poll(run, at, course, lang)));
    for row in lines {
        let [first, second] = row.votes;
        out += &line(&[
            row.kind.to_owned(),
            row.day,
            text(&row.key),
            text(&row.title),
            row.planned,
            row.actual,
            row.over,
            first,
            second,
            row.right,
            row.gain,
        ]);
    }
    out
}

fn line(fields: &[String]) -> String {
    let quoted: Vec<String> =
        fields.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect();
    quoted.join(";") + "\r\n"
}

/// Text on one line that no program takes for a formula.
fn text(raw: &str) -> String {
    guard(&safe_line(raw)).into_owned()
}

fn timed(kind: &'static str, time: Time, lang: Lang) -> Line {
    Line {
        kind,
        planned: if time.planned == 0 { String::new() } else { time.planned.to_string() },
        actual: number(time.minutes(), 1, lang),
        over: time.over().map(|over| number(over, 1, lang)).unwrap_or_default(),
        ..Line::default()
    }
}

fn sessions(run: &Run, course: &Course, lang: Lang) -> Vec<Line> {
    let row = |row: times::SessionTime<'_>| Line {
        day: row.day.to_string(),
        key: row.session.module.clone().unwrap_or_default(),
        title: row.session.title.get(lang).clone(),
        ..timed(lang.pick("acara", "session"), row.time, lang)
    };
    times::sessions(run, course).into_iter().map(row).collect()
}

fn pages(run: &Run, course: &Course, lang: Lang) -> Vec<Line> {
    let row = |row: times::PageTime<'_>| Line {
        key: row.page.key.clone(),
        title: row.page.title(lang).to_owned(),
        ..timed(lang.pick("halaman", "page"), row.time, lang)
    };
    let strange = times::strangers(run, course).into_iter().map(|(key, seconds)| Line {
        key: key.to_owned(),
        ..timed(lang.pick("halaman", "page"), Time { seconds, planned: 0 }, lang)
    });
    times::pages(run, course).into_iter().map(row).chain(strange).collect()
}

/// A line for each option, then one with the gain of the class.
fn poll(run: &Run, at: usize, course: &Course, lang: Lang) -> Vec<Line> {
    let Some(poll) = run.poll(at) else { return Vec::new() };
    let item: Option<&Item> = course.item(&poll.item).map(|(_, item)| item);
    let right = item.and_then(right_option);
    let hands = |vote: usize, option: usize| {
        poll.hands(vote).get(option).map(u32::to_string).unwrap_or_default()
    };
    let option = |(option, title): (usize, String)| Line {
        kind: lang.pick("pilihan", "option"),
        key: poll.item.clone(),
        title,
        votes: [hands(1, option), hands(2, option)],
        right: if right == Some(option) {
            lang.pick("ya", "yes").to_owned()
        } else {
            String::new()
        },
        ..Line::default()
    };
    let all = |vote: usize| {
        let all: u64 = poll.hands(vote).iter().map(|hands| u64::from(*hands)).sum();
        if all == 0 { String::new() } else { all.to_string() }
    };
    let gain = item.and_then(|item| Change::of(&poll, item)?.gain());
    let whole = Line {
        kind: lang.pick("jajak", "poll"),
        key: poll.item.clone(),
        title: item.map(|item| item.prompt.get(lang).clone()).unwrap_or_default(),
        votes: [all(1), all(2)],
        gain: gain.map(|gain| number(gain, 2, lang)).unwrap_or_default(),
        ..Line::default()
    };
    let options = options(&poll, item, lang).into_iter().enumerate().map(option);
    options.chain([whole]).collect()
}

#[cfg(test)]
mod laws {
    use super::*;
    use crate::{
        model::{
            live::{Command, Live, apply, samples::course},
            run::{document::document, record},
        },
        report::markdown,
    };

    /// A run with a page, a session and a poll.
    fn run(course: &Course) -> Run {
        let moment = |text: &str| text.parse().unwrap();
        let [begin, later] = ["2026-11-24T08:00:00+07:00", "2026-11-24T08:12:30+07:00"].map(moment);
        let counts = Command::Counts { item: "qb".to_owned(), vote: 1, counts: vec![3, 1, 0, 0] };
        let start = Command::StartDay { schedule: Some("dua".to_owned()), day: 1, start: begin };
        let commands = [Command::Begin, start, Command::Ask("qb".to_owned()), counts];
        let state = commands.iter().fold(Live::new("kelas", course), |state, command| {
            apply(&state, command, course, begin)
        });
        record(&Run::new("kelas", course, false), &state, &state, later)
    }

    #[test]
    fn sessions_pages_and_polls_are_lines_of_one_table() {
        let course = course();
        for (lang, page, whole) in [
            (Lang::Id, "\"10\";\"12,5\";\"2,5\"", "\"jajak\";\"\";\"qb\""),
            (Lang::En, "\"10\";\"12.5\";\"2.5\"", "\"poll\";\"\";\"qb\""),
        ] {
            let table = csv(&run(&course), &course, lang);
            let lines: Vec<&str> =
                table.strip_prefix(MARK).unwrap().trim_end().split("\r\n").collect();
            // The header, two sessions, six pages that the hall sees, four options and the poll.
            assert_eq!(lines.len(), 1 + 2 + 6 + 4 + 1, "{table}");
            assert!(
                lines.iter().all(|line| line.split("\";\"").count() == HEADER.len()),
                "{table}"
            );
            assert!(table.contains(page) && table.contains(whole), "{table}");
            // What a course writes is text.
            assert!(table.contains("\"'=0\"") && !table.contains(";\"="), "{table}");
            let markdown = markdown::write(&document(&run(&course), &course, lang));
            assert!(markdown.contains("| ✓ | =0 | 3 |"), "{markdown}");
        }
    }

    #[test]
    fn no_text_begins_as_a_formula_and_quotes_stay_inside() {
        for raw in ["=1+1", "+1", "-1", "@x", " =1", "'=1", "\"=1", "\t=1", "\r=1", "＝1"] {
            let field = text(raw);
            assert!(field.starts_with('\'') || !field.contains('='), "{raw:?} → {field:?}");
            assert!(!field.contains(['\r', '\n', '\t']), "{field:?}");
        }
        assert_eq!(text("Apa itu SOP?"), "Apa itu SOP?");
        assert_eq!(line(&["a\"b".to_owned(), "c;d".to_owned()]), "\"a\"\"b\";\"c;d\"\r\n");
    }
}
