//! The report of a run: its days, minutes against plan, what the hall was asked and what it
//! answered. Totals only.

use super::{
    Run,
    times::{self, PageTime, Time},
};
use crate::model::{
    course::{Course, Item, Kind, Module},
    dates::{clock, date, number},
    document::{Document, plain, strong},
    live::{Poll, course_id},
    markdown::{Block, Span},
    safe_text::safe_line,
    standing::Band,
    tally::{Change, right_option, tally},
    text::Lang,
};

/// Stands where there is nothing to tell.
const NOTHING: &str = "–";
/// Stands beside the right option.
const RIGHT: &str = "✓";

/// The run as a document.
pub fn document(run: &Run, course: &Course, lang: Lang) -> Document {
    let title = lang.pick("Laporan pelaksanaan", "Report of the run");
    let rehearsal = lang.pick(" (gladi)", " (rehearsal)");
    let end = if run.rehearsal { rehearsal } else { "" };
    let mut document = Document::titled(format!("{title}: {}{end}", run.name));
    if let Some(sentence) = other_course(run, course, lang) {
        document.paragraph(vec![strong(sentence)]);
    } else {
        document.paragraph(vec![plain(format!("{} ({})", course.title.get(lang), run.course))]);
    }
    if run.days.is_empty() {
        let nothing = lang.pick("Belum ada yang ditampilkan.", "Nothing was shown yet.");
        document.paragraph(vec![plain(nothing)]);
        return document;
    }
    days(run, lang, &mut document);
    sessions(run, course, lang, &mut document);
    pages(run, course, lang, &mut document);
    polls(run, course, lang, &mut document);
    bookmarks(run, course, lang, &mut document);
    document
}

/// That another course was shown than the one that titles and planned minutes are taken from; `None`
/// where it is the same.
pub fn other_course(run: &Run, course: &Course, lang: Lang) -> Option<String> {
    let (shown, open) = (safe_line(&run.course), course_id(course));
    let title = course.title.get(lang);
    (run.course != open).then(|| match lang {
        Lang::Id => format!(
            "Yang disajikan adalah bahan {shown}, sedangkan yang terbuka sekarang {open} ({title}). Judul dan rencana menit diambil dari bahan yang terbuka; halaman yang tidak ada di sana disebut dengan kuncinya."
        ),
        Lang::En => format!(
            "What was shown is the course {shown}, and the one that is open now is {open} ({title}). Titles and planned minutes are those of the open course; pages that it lacks are called by their keys."
        ),
    })
}

/// Minutes with one decimal.
fn minutes(value: f64, lang: Lang) -> String {
    number(value, 1, lang)
}

/// Minutes that it took.
fn actual(time: Time, lang: Lang) -> String {
    if time.seconds == 0 { NOTHING.to_owned() } else { minutes(time.minutes(), lang) }
}

/// Minutes more or less, with their sign.
fn over(time: Time, lang: Lang) -> String {
    time.over().map_or_else(
        || NOTHING.to_owned(),
        |over| {
            let text = minutes(over, lang);
            let is_plus = over > 0.0 && text != minutes(0.0, lang);
            if is_plus { format!("+{text}") } else { text }
        },
    )
}

fn cells<const N: usize>(texts: [String; N]) -> Vec<Vec<Span>> {
    texts.into_iter().map(|text| vec![plain(text)]).collect()
}

fn header<const N: usize>(texts: [&str; N]) -> Vec<Vec<Span>> {
    cells(texts.map(str::to_owned))
}

fn planned(time: Time) -> String {
    if time.planned == 0 { NOTHING.to_owned() } else { time.planned.to_string() }
}

fn days(run: &Run, lang: Lang, document: &mut Document) {
    document.heading(lang.pick("Hari", "Days"));
    let head = header([
        lang.pick("Hari", "Day"),
        lang.pick("Tanggal", "Date"),
        lang.pick("Mulai", "Began"),
        lang.pick("Tayang (menit)", "Shown (minutes)"),
        lang.pick("Layar gelap (menit)", "Black screen (minutes)"),
    ]);
    let rows = run.days.iter().map(|day| {
        cells([
            day.day.to_string(),
            date(day.date, lang),
            day.start.map_or_else(|| NOTHING.to_owned(), |start| clock(start, lang)),
            minutes(times::shown(day) as f64 / 60.0, lang),
            minutes(day.black as f64 / 60.0, lang),
        ])
    });
    document.blocks.push(Block::Table { header: head, rows: rows.collect() });
}

fn sessions(run: &Run, course: &Course, lang: Lang, document: &mut Document) {
    let sessions = times::sessions(run, course);
    if sessions.is_empty() {
        return;
    }
    document.heading(lang.pick("Acara: menit dan rencana", "Sessions: minutes and plan"));
    let head = header([
        lang.pick("Hari", "Day"),
        lang.pick("Acara", "Session"),
        lang.pick("Rencana", "Planned"),
        lang.pick("Nyata", "Actual"),
        lang.pick("Selisih", "Difference"),
    ]);
    let rows = sessions.iter().map(|row| {
        cells([
            row.day.to_string(),
            row.session.title.get(lang).clone(),
            planned(row.time),
            actual(row.time, lang),
            over(row.time, lang),
        ])
    });
    document.blocks.push(Block::Table { header: head, rows: rows.collect() });
}

fn pages(run: &Run, course: &Course, lang: Lang, document: &mut Document) {
    let all = times::pages(run, course);
    let (seen, unseen): (Vec<&PageTime<'_>>, Vec<&PageTime<'_>>) =
        all.iter().partition(|row| row.time.seconds > 0);
    document.heading(lang.pick("Halaman: menit dan rencana", "Pages: minutes and plan"));
    let head = header([
        lang.pick("Modul", "Module"),
        lang.pick("Halaman", "Page"),
        lang.pick("Rencana", "Planned"),
        lang.pick("Nyata", "Actual"),
        lang.pick("Selisih", "Difference"),
    ]);
    let rows = seen.iter().map(|row| {
        cells([
            row.module.title.get(lang).clone(),
            row.page.title(lang).to_owned(),
            planned(row.time),
            actual(row.time, lang),
            over(row.time, lang),
        ])
    });
    let strange = times::strangers(run, course).into_iter().map(|(key, seconds)| {
        let time = Time { seconds, planned: 0 };
        let [none, over] = [(); 2].map(|()| NOTHING.to_owned());
        cells([none, key.to_owned(), planned(time), actual(time, lang), over])
    });
    let rows = rows.chain(strange).collect();
    document.blocks.push(Block::Table { header: head, rows });
    if !unseen.is_empty() {
        document.paragraph(vec![strong(lang.pick("Tidak ditampilkan", "Not shown"))]);
        document.blocks.push(unshown(&unseen, &seen, course, lang));
    }
}

/// The pages that were not shown, module by module; a module of which nothing was shown is named
/// alone.
fn unshown(unseen: &[&PageTime<'_>], seen: &[&PageTime<'_>], course: &Course, lang: Lang) -> Block {
    let item = |module: &Module| {
        let is_its = |row: &&&PageTime<'_>| row.module.key == module.key;
        let titles: Vec<&str> =
            unseen.iter().filter(is_its).map(|row| row.page.title(lang)).collect();
        let is_whole = !seen.iter().any(|row| is_its(&row));
        let rest = match (is_whole, lang) {
            _ if titles.is_empty() => return None,
            (true, Lang::Id) => format!(": seluruhnya, {} halaman", titles.len()),
            (true, Lang::En) if titles.len() == 1 => ": all of it, 1 page".to_owned(),
            (true, Lang::En) => format!(": all of it, {} pages", titles.len()),
            (false, _) => format!(": {}", titles.join("; ")),
        };
        let title = strong(module.title.get(lang).as_str());
        Some(vec![Block::Paragraph(vec![title, plain(rest)])])
    };
    Block::List { start: None, items: course.modules.iter().filter_map(item).collect() }
}

fn polls(run: &Run, course: &Course, lang: Lang, document: &mut Document) {
    if run.polls.is_empty() {
        return;
    }
    document.heading(lang.pick("Jajak pendapat (jumlah tangan)", "Polls (hands)"));
    for (at, polled) in run.polls.iter().enumerate() {
        let Some(poll) = run.poll(at) else { continue };
        let item = course.item(&polled.item).map(|(_, item)| item);
        let prompt = item.map_or(polled.item.as_str(), |item| item.prompt.get(lang));
        document.paragraph(vec![strong(prompt)]);
        table(&poll, item, lang, document);
        if let Some(item) = item {
            document.paragraph(vec![plain(outcome(&poll, item, lang))]);
        }
    }
}

/// What the options are called; numbers where the question has left the course.
pub fn options(poll: &Poll, item: Option<&Item>, lang: Lang) -> Vec<String> {
    let count = poll.counts.iter().map(Vec::len).max().unwrap_or(0);
    let name = |at: usize| match item {
        Some(item) if item.kind == Kind::Truth => {
            let (yes, no) = lang.pick(("Benar", "Salah"), ("True", "False"));
            if at == 0 { yes.to_owned() } else { no.to_owned() }
        }
        Some(item) => {
            item.options.get(at).map_or_else(String::new, |option| option.text.get(lang).clone())
        }
        None => (at + 1).to_string(),
    };
    (0..count).map(name).collect()
}

fn table(poll: &Poll, item: Option<&Item>, lang: Lang, document: &mut Document) {
    let vote = lang.pick("Suara", "Vote");
    let names = options(poll, item, lang);
    let right = item.and_then(right_option);
    let second = poll.is_counted(2);
    let hands = |vote: usize, at: usize| {
        poll.hands(vote).get(at).map_or_else(|| NOTHING.to_owned(), u32::to_string)
    };
    let mut head = header(["", lang.pick("Pilihan", "Option")]);
    head.push(vec![plain(format!("{vote} 1"))]);
    if second {
        head.push(vec![plain(format!("{vote} 2"))]);
    }
    let rows = names.into_iter().enumerate().map(|(at, name)| {
        let mark = if right == Some(at) { RIGHT } else { "" };
        let mut row = cells([mark.to_owned(), name, hands(1, at)]);
        if second {
            row.push(vec![plain(hands(2, at))]);
        }
        row
    });
    document.blocks.push(Block::Table { header: head, rows: rows.collect() });
}

/// "Benar: 29 % → 77 %; gain 0,68 (sedang)".
fn outcome(poll: &Poll, item: &Item, lang: Lang) -> String {
    if let Some(change) = Change::of(poll, item) {
        let gain = change.gain().map_or_else(
            || lang.pick("; semua sudah benar sejak awal", "; all were right at first").to_owned(),
            |gain| {
                let band = Band::of(gain).name().say(lang);
                format!("; gain {} ({band})", number(gain, 2, lang))
            },
        );
        return change.say(lang) + &gain;
    }
    let share = tally(poll, item, 1).and_then(|tally| tally.right_share());
    let share =
        share.map_or_else(|| NOTHING.to_owned(), |share| crate::model::dates::percent(share, lang));
    format!("{}: {share}", lang.pick("Benar", "Right"))
}

fn bookmarks(run: &Run, course: &Course, lang: Lang, document: &mut Document) {
    if run.bookmarks.is_empty() {
        return;
    }
    document.heading(lang.pick("Halaman yang ditandai", "Marked pages"));
    let title = |key: &String| {
        let page = course.page(key).map(|(.., page)| page.title(lang));
        vec![Block::Paragraph(vec![plain(page.unwrap_or(key))])]
    };
    let items = run.bookmarks.iter().map(title).collect();
    document.blocks.push(Block::List { start: None, items });
}
