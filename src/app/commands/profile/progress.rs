//! Where a person stands in the course, in plain lines: what [`Standing`] holds, said in words.

use std::path::Path;

use ratatui::text::Span;

use super::notes::{WIDTH, indent, wrapped};
use crate::{
    app::settings::Settings,
    model::{
        course::Course,
        dates::{date, number, percent},
        mastery::Mastery,
        profile::{Answer, CourseRecord},
        safe_text::{cap, limit, safe_line},
        standing::{Band, Score, Standing, Tests, Weak},
        text::Lang,
    },
    ui::{prose, theme::Theme},
};

/// How many of the items known least are told.
const LEAST_KNOWN: usize = 10;

/// The section about progress; one sentence while nothing was answered.
pub(super) fn in_words(
    course: &Course,
    work: &CourseRecord,
    standing: &Standing,
    lang: Lang,
) -> String {
    let title = safe_line(course.title.get(lang));
    let heading = lang.pick(format!("Kemajuan · {title}"), format!("Progress · {title}"));
    let mut lines = vec![String::new()];
    lines.extend(wrapped(&heading, 0));
    if !work.answers.iter().any(Answer::is_scored) {
        let none = lang.pick("Belum ada soal yang dijawab.", "No question has been answered yet.");
        lines.extend(wrapped(none, 2));
        return lines.join("\n") + "\n";
    }
    let today = date(standing.today, lang);
    let today = lang.pick(format!("Hari belajar {today}"), format!("Learning day {today}"));
    lines.extend(wrapped(&today, 2));
    let sections = [
        (lang.pick("Tingkat per faktor", "Levels by factor"), factors(course, standing, lang)),
        (lang.pick("Tingkat per modul", "Levels by module"), modules(course, standing, lang)),
        (lang.pick("Jatuh tempo untuk diulang", "Due for review"), due(standing, lang)),
        (lang.pick("Keyakinan", "Confidence"), calibration(standing, lang)),
        (lang.pick("Tes awal dan tes akhir", "Pre-test and post-test"), tests(standing, lang)),
        (lang.pick("Paling sedikit dikuasai", "Known least"), least_known(course, standing, lang)),
        (
            lang.pick("Tidak lagi ada dalam bahan", "No longer in the course"),
            retired(course, standing, lang),
        ),
    ];
    for (heading, body) in sections.into_iter().filter(|(_, body)| !body.is_empty()) {
        lines.extend([String::new(), indent(heading, 2)]);
        lines.extend(body);
    }
    lines.join("\n") + "\n"
}

/// In one sentence, that nothing can be told because the course does not open.
pub(super) fn without_course(settings: &Settings, lang: Lang) -> String {
    let folder = settings.course.as_deref().unwrap_or(Path::new("."));
    let folder = safe_line(&folder.to_string_lossy()).into_owned();
    lang.pick(
        format!(
            "Kemajuan tidak dihitung karena bahan pelatihan di {folder} tidak dapat dibuka; pandu check {folder} menjelaskan sebabnya."
        ),
        format!(
            "Progress is not computed because the course in {folder} does not open; pandu check {folder} tells why."
        ),
    )
}

/// A paragraph of its own.
pub(super) fn lines(sentence: &str) -> String {
    format!("\n{}\n", wrapped(sentence, 0).join("\n"))
}

fn factors(course: &Course, standing: &Standing, lang: Lang) -> Vec<String> {
    let names = course.factors.iter().map(|factor| (&factor.key, factor.name.get(lang).clone()));
    levels(names, &standing.masteries.factors, lang)
}

fn modules(course: &Course, standing: &Standing, lang: Lang) -> Vec<String> {
    let word = lang.pick("Modul", "Module");
    let name = |(at, title): (usize, &str)| format!("{word} {at} · {title}");
    let modules = (1..).zip(&course.modules);
    let names = modules.map(|(at, module)| (&module.key, name((at, module.title.get(lang)))));
    levels(names, &standing.masteries.modules, lang)
}

fn levels<'a>(
    names: impl Iterator<Item = (&'a String, String)>,
    found: &[(String, Mastery)],
    lang: Lang,
) -> Vec<String> {
    let mastery = |key: &String| found.iter().find(|(known, _)| known == key);
    names
        .filter_map(|(key, name)| Some((name, mastery(key)?.1)))
        .flat_map(|(name, mastery)| {
            let level = mastery.level.name().say(lang);
            let mut lines = wrapped(&format!("{}: {level}", safe_line(&name)), 4);
            lines.extend(wrapped(&level_in_words(&mastery, lang), 6));
            lines
        })
        .collect()
}

fn level_in_words(mastery: &Mastery, lang: Lang) -> String {
    let Mastery { answered, items, .. } = *mastery;
    let mean = percent(mastery.mean, lang);
    let counts = match (lang, answered) {
        (Lang::Id, 0) => format!("Belum satu pun dari {items} soal dijawab."),
        (Lang::En, 0) => format!("None of {items} questions answered."),
        (Lang::Id, _) => format!("{answered} dari {items} soal dijawab, rata-rata {mean}."),
        (Lang::En, _) => format!("{answered} of {items} questions answered, mean {mean}."),
    };
    let way = mastery.way_up().map(|way| format!(" {}", way.get(lang)));
    counts + &way.unwrap_or_default()
}

fn due(standing: &Standing, lang: Lang) -> Vec<String> {
    let mut said = match (lang, standing.due.len()) {
        (Lang::Id, 0) => "Hari ini tidak ada.".to_owned(),
        (Lang::En, 0) => "Nothing today.".to_owned(),
        (_, many) => format!("{} {}.", lang.pick("Hari ini", "Today"), questions(many, lang)),
    };
    if let Some((day, many)) = standing.next_due {
        let (day, many) = (date(day, lang), questions(many, lang));
        said += &lang
            .pick(format!(" Berikutnya {many} pada {day}."), format!(" Next {many} on {day}."));
    }
    if let Some(share) = standing.retention {
        let share = percent(share, lang);
        said += &lang.pick(
            format!(" Peluang ingat hari ini rata-rata {share}."),
            format!(" The mean chance of remembering today is {share}."),
        );
    }
    wrapped(&said, 4)
}

fn questions(many: usize, lang: Lang) -> String {
    match (lang, many) {
        (Lang::Id, many) => format!("{many} soal"),
        (Lang::En, 1) => "1 question".to_owned(),
        (Lang::En, many) => format!("{many} questions"),
    }
}

fn calibration(standing: &Standing, lang: Lang) -> Vec<String> {
    let names = match lang {
        Lang::Id => ["saat menebak", "saat cukup yakin", "saat yakin"],
        Lang::En => ["as a guess", "when fairly sure", "when sure"],
    };
    let of = lang.pick("dari", "of");
    let told: Vec<String> = names
        .iter()
        .zip(standing.calibration.levels)
        .filter(|(_, (_, all))| *all > 0)
        .map(|(name, (right, all))| format!("{right} {of} {all} {name}"))
        .collect();
    if told.is_empty() {
        let none = lang.pick("Belum pernah ditanyakan.", "It was never asked for.");
        return wrapped(none, 4);
    }
    let told = told.join(", ");
    wrapped(&lang.pick(format!("Benar {told}."), format!("Right: {told}.")), 4)
}

fn tests(standing: &Standing, lang: Lang) -> Vec<String> {
    let Tests { pre, post } = &standing.tests;
    let score = |score: &Option<Score>| match score {
        None => lang.pick("belum ada", "none yet").to_owned(),
        Some(score) => {
            let (mean, many) = (percent(score.mean, lang), questions(score.items, lang));
            lang.pick(format!("{mean} dari {many}"), format!("{mean} of {many}"))
        }
    };
    let gain = match (standing.tests.gain(), pre, post) {
        (Some(gain), ..) => {
            format!("{} ({})", number(gain, 2, lang), Band::of(gain).name().say(lang))
        }
        (None, Some(_), Some(_)) => lang
            .pick(
                "tidak terdefinisi: tes awal sudah penuh",
                "undefined: the pre-test was full already",
            )
            .to_owned(),
        _ => lang.pick("menunggu kedua tes", "waits for both tests").to_owned(),
    };
    [
        (lang.pick("Tes awal", "Pre-test"), score(pre)),
        (lang.pick("Tes akhir", "Post-test"), score(post)),
        (lang.pick("Peningkatan (gain)", "Gain"), gain),
    ]
    .iter()
    .flat_map(|(name, value)| wrapped(&format!("{name}: {value}"), 4))
    .collect()
}

fn least_known(course: &Course, standing: &Standing, lang: Lang) -> Vec<String> {
    let told = |Weak { item, mean, tries }: &Weak| {
        let mean = percent(*mean, lang);
        let asked = match (lang, tries) {
            (Lang::Id, _) => format!("{mean} dari {tries} jawaban"),
            (Lang::En, 1) => format!("{mean} of 1 answer"),
            (Lang::En, _) => format!("{mean} of {tries} answers"),
        };
        let mut lines = wrapped(&format!("{item}: {asked}"), 4);
        if let Some((_, item)) = course.item(item) {
            let prompt = Span::raw(item.prompt.get(lang));
            let line = prose::clip(&[prompt], WIDTH - 6, &Theme::auto());
            lines.push(indent(&line.to_string(), 6));
        }
        lines
    };
    standing.weakest.iter().take(LEAST_KNOWN).flat_map(told).collect()
}

fn retired(course: &Course, standing: &Standing, lang: Lang) -> Vec<String> {
    let is_here = |key: &str| course.item(key).is_some_and(|(_, item)| item.is_scored());
    standing
        .memories
        .iter()
        .filter(|(key, _)| !is_here(key))
        .flat_map(|(key, memory)| {
            let key = cap(&safe_line(key), limit::NAME).into_owned();
            let mark = percent(memory.mark, lang);
            let last = lang.pick(format!("terakhir {mark}"), format!("{mark} the last time"));
            wrapped(&format!("{key}: {last}"), 4)
        })
        .collect()
}
