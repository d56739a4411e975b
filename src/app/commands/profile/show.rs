//! `pandu profile show`: what a profile holds, also while a window has it open.

use std::io::{self, IsTerminal, Write};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::{
    Look, Subject, Trouble,
    diagnosis::diagnosis,
    notes::notes,
    progress::{in_words, lines, without_course},
    shown, size, when,
};
use crate::{
    app::settings::{Answer, Failure, Settings},
    model::{
        course::Course,
        dates,
        plan::Plan,
        profile::{CourseRecord, Profile},
        safe_text::{cap, limit, safe, safe_line},
        standing,
        text::Lang,
    },
    report::progress,
    store::profile::{Damage, Standing, look::File},
};

/// Prints a profile for people, or as JSON the bytes of its file and `progress` beside them; both tell
/// where the person stands today in the course in use.
///
/// # Errors
/// When there is none, or it is damaged; as JSON also when it was changed outside pandu.
pub fn show(settings: &Settings, is_json: bool) -> Answer {
    let subject = Subject::of(settings)?;
    let look = subject.look.as_ref().map_err(|trouble| subject.failed(trouble))?;
    let file = file(&subject, look)?;
    let decoded = file.decoded.as_ref().map_err(|damage| damaged(&subject, file, damage))?;
    if is_json && decoded.standing == Standing::Edited {
        return Err(damaged(&subject, file, &Damage::Sum));
    }
    let today = settings.clock()?.now().learning_day();
    let (profile, lang) = (&decoded.profile, subject.lang);
    // A course that does not open costs titles and progress, nothing else.
    let taught = settings.load_course().ok();
    let nothing = CourseRecord::default();
    let stands = taught.as_ref().map(|course| {
        let work = profile.courses.get(&course.key).unwrap_or(&nothing);
        (course, work, standing::standing(course, work, today))
    });
    if is_json {
        let object = stands
            .map(|(course, _, stands)| progress::object(course, &stands, &profile.diagnoses, lang));
        return Ok(json(settings, file, object, lang));
    }
    let text = text(&subject, look, file, (profile, decoded.standing), taught.as_ref());
    let progress = stands.map_or_else(
        || lines(&without_course(settings, lang)),
        |(course, work, stands)| {
            diagnosis(course, &profile.diagnoses, today, lang)
                + &in_words(course, work, &stands, lang)
        },
    );
    Ok(safe(&(text + &progress)).into_owned())
}

/// The file with the progress beside what it holds; null where the course does not open.
fn json(settings: &Settings, file: &File, object: Option<Value>, lang: Lang) -> String {
    if object.is_none() {
        // Not among the data; and there may be nobody to hear it.
        let said = settings.plainly(Ok(without_course(settings, lang)), false).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{said}");
    }
    let file = String::from_utf8_lossy(&file.bytes);
    let json = progress::beside(&file, &object.unwrap_or_default());
    // A file may get every byte; a terminal would obey some of them.
    if io::stdout().is_terminal() { safe(&json).into_owned() } else { json }
}

fn file<'a>(subject: &Subject, look: &'a Look) -> Result<&'a File, Failure> {
    let path = subject.layout.profile(&subject.name);
    look.file.as_ref().ok_or_else(|| match look.older {
        0 => subject.failed(&Trouble::NoProfile(path)),
        older => {
            let path = path.display();
            shown(&subject.lang.pick(
                format!("{path} hilang, tetapi {older} salinan lama ada. Buka pandu untuk memulihkannya."),
                format!("{path} is missing, but there are {older} older copies. Open pandu to recover it."),
            ))
        }
    })
}

fn damaged(subject: &Subject, file: &File, damage: &Damage) -> Failure {
    subject.failed(&Trouble::Damaged { path: file.path.clone(), damage: damage.clone() })
}

fn text(
    subject: &Subject,
    look: &Look,
    file: &File,
    (profile, standing): (&Profile, Standing),
    taught: Option<&Course>,
) -> String {
    let (name, lang) = (&subject.name, subject.lang);
    let language = match profile.settings.lang {
        Lang::Id => lang.pick("Indonesia", "Indonesian"),
        Lang::En => lang.pick("Inggris", "English"),
    };
    let mut facts = vec![
        (lang.pick("Milik", "Of"), profile.person.title(lang)),
        (lang.pick("Bahasa", "Language"), language.to_owned()),
        (
            lang.pick("Berkas", "File"),
            format!("{} ({}, rev {})", file.path.display(), size(file.len, lang), profile.rev),
        ),
        (lang.pick("Disimpan", "Saved"), when(profile.saved_at, lang)),
        (lang.pick("Keadaan", "State"), state(look, standing, lang)),
        (
            lang.pick("Salinan", "Copies"),
            lang.pick(format!("{} lama", look.older), format!("{} older", look.older)),
        ),
    ];
    for path in &look.conflicts {
        facts.push((lang.pick("Konflik", "Conflict"), path.display().to_string()));
    }
    let wide = facts.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    let mut text = lang.pick(format!("Profil {name}\n"), format!("Profile {name}\n"));
    for (label, value) in facts {
        let blank = " ".repeat(wide.saturating_sub(label.width()));
        text.extend(["  ", label, &blank, "  ", &safe_line(&value), "\n"]);
    }
    for (key, record) in &profile.courses {
        text += &course(key, record, lang);
        text += &notes(&record.notes, taught.filter(|course| course.key == *key), lang);
    }
    text += &plans(&profile.plans, lang);
    text
}

fn state(look: &Look, standing: Standing, lang: Lang) -> String {
    let state = match standing {
        Standing::Good => lang.pick("baik", "good").to_owned(),
        Standing::Edited => lang
            .pick(
                "diubah di luar pandu; pandu menanyakannya saat dibuka",
                "changed outside pandu; pandu asks about it when opened",
            )
            .to_owned(),
        Standing::Newer { schema } => lang.pick(
            format!("ditulis pandu yang lebih baru (skema {schema}); hanya dapat dibaca"),
            format!("written by a newer pandu (schema {schema}); read-only"),
        ),
    };
    let Some(holder) = &look.holder else { return state };
    let who = holder.say(lang);
    lang.pick(
        format!("{state}; sedang terbuka di jendela lain ({who})"),
        format!("{state}; open in another window ({who})"),
    )
}

fn course(key: &str, record: &CourseRecord, lang: Lang) -> String {
    let (read, answers, rounds) = (record.read.len(), record.answers.len(), record.rounds.len());
    let key = cap(&safe_line(key), limit::NAME).into_owned();
    let version = cap(&safe_line(&record.version), limit::NAME).into_owned();
    let version = if version.is_empty() { version } else { format!(" {version}") };
    let many = |count: usize, one: &str, more: &str| {
        let number = dates::number(count as f64, 0, lang);
        format!("{number} {}", if count == 1 { one } else { more })
    };
    let told = match lang {
        Lang::Id => [
            many(read, "halaman dibaca", "halaman dibaca"),
            many(answers, "jawaban", "jawaban"),
            many(rounds, "putaran soal", "putaran soal"),
        ],
        Lang::En => [
            many(read, "page read", "pages read"),
            many(answers, "answer", "answers"),
            many(rounds, "round of questions", "rounds of questions"),
        ],
    };
    let heading = lang.pick("Bahan pelatihan", "Course");
    format!("\n{heading} {key}{version}\n  {}\n", told.join(", "))
}

fn plans(plans: &[Plan], lang: Lang) -> String {
    if plans.is_empty() {
        return String::new();
    }
    let heading = lang.pick("Rencana tindak lanjut (RTL)", "Follow-up plans");
    let mut text = format!("\n{heading}\n");
    for plan in plans {
        let titles = [&plan.head.sop.title, &plan.head.sop.number, &plan.head.goal];
        let title = titles.into_iter().map(|title| title.trim()).find(|title| !title.is_empty());
        let title = title.unwrap_or(lang.pick("tanpa judul", "without a title"));
        let title = cap(&safe_line(title), limit::NAME).into_owned();
        let rows = plan.rows.len();
        let rows = lang.pick(
            format!("{rows} baris"),
            format!("{rows} {}", if rows == 1 { "row" } else { "rows" }),
        );
        let edited = dates::date(plan.edited.date(), lang);
        text += &lang.pick(
            format!("  {title}: {rows}, disunting {edited}\n"),
            format!("  {title}: {rows}, edited {edited}\n"),
        );
    }
    text
}
