//! Whether the agenda adds up: hours, times of day, and what is taught when.

use std::collections::BTreeMap;

use super::{Advice, Index, Sort};
use crate::model::{
    course::{Course, Session, build::minutes_of, raw::Place, teaching::JP_MINUTES},
    faults::quoted,
    text::{Said, Text},
};

/// A session and where it stands.
type Placed<'a> = (&'a Session, Option<&'a Place>);

/// Checks every session, then each schedule as a whole.
pub(super) fn check(course: &Course, index: &Index, advice: &mut Advice<'_>) {
    let mut runs: BTreeMap<Option<&str>, Vec<Placed<'_>>> = BTreeMap::new();
    for (at, session) in course.agenda.iter().enumerate() {
        let placed = (session, index.sessions.get(at));
        hours(placed, advice);
        lesson(course, placed, advice);
        runs.entry(session.schedule.as_deref()).or_default().push(placed);
    }
    for (schedule, sessions) in &runs {
        if schedule.is_none() && !course.schedules.is_empty() {
            let what = Text::new(
                "acara ini tidak menyebut jadwalnya",
                "this session does not name its schedule",
            );
            let remedy = Text::new("Tambahkan schedule = \"…\".", "Add schedule = \"…\".");
            advice.about_course(sessions.first().and_then(|(_, place)| *place), what, remedy);
            // What it leaves out would be told of a schedule that nobody meant.
            continue;
        }
        times(sessions, advice);
        untaught(course, sessions, advice);
    }
    for schedule in &course.schedules {
        let sessions = runs.get(&Some(schedule.key.as_str()));
        let sum: u32 = sessions.into_iter().flatten().map(|(session, _)| session.jp).sum();
        if sum != schedule.jp {
            let (title, jp) = (&schedule.title, schedule.jp);
            let what = Said::new(
                format!("jumlah JP {} {sum}, sedangkan jadwalnya {jp}", quoted(&title.id)),
                format!("the JP of {} add up to {sum}, its schedule says {jp}", quoted(&title.en)),
            );
            let remedy = Text::new(
                "Samakan jp acara-acaranya dengan jp jadwal.",
                "Make the jp of its sessions and of the schedule agree.",
            );
            advice.about(Sort::Schedule, &schedule.key, what, remedy);
        }
    }
}

/// One JP takes 45 minutes.
fn hours((session, place): Placed<'_>, advice: &mut Advice<'_>) {
    let Session { jp, minutes, .. } = *session;
    let needed = jp * JP_MINUTES;
    if jp > 0 && needed != minutes {
        let what = Said::new(
            format!("{jp} JP sama dengan {needed} menit, sedangkan acara ini {minutes} menit"),
            format!("{jp} JP make {needed} minutes, but this session takes {minutes}"),
        );
        let remedy = Text::new(
            "Samakan minutes dan jp; satu JP 45 menit.",
            "Make minutes and jp agree; one JP is 45 minutes.",
        );
        advice.about_course(place, what, remedy);
    }
}

/// Each session begins when the one before it ends.
fn times(sessions: &[Placed<'_>], advice: &mut Advice<'_>) {
    for pair in sessions.windows(2) {
        let [(before, _), (session, place)] = pair else { continue };
        let start = |session: &Session| session.start.as_deref().and_then(minutes_of);
        let (Some(from), Some(start)) = (start(before), start(session)) else { continue };
        let end = from + before.minutes;
        if before.day == session.day && end != start {
            let clock = |minutes: u32| format!("{:02}.{:02}", minutes / 60, minutes % 60);
            let (end, start) = (clock(end), clock(start));
            let what = Said::new(
                format!("acara sebelumnya selesai pukul {end}, acara ini mulai pukul {start}"),
                format!("the session before ends at {end}, this one begins at {start}"),
            );
            let remedy = Text::new("Sesuaikan start atau minutes.", "Change start or minutes.");
            advice.about_course(*place, what, remedy);
        }
    }
}

/// The pages of a session belong to its module and fit into its minutes.
fn lesson(course: &Course, (session, place): Placed<'_>, advice: &mut Advice<'_>) {
    let Some((_, module)) = session.module.as_deref().and_then(|key| course.module(key)) else {
        return;
    };
    let mut needed = 0;
    for key in &session.pages {
        if let Some(page) = module.pages.iter().find(|page| page.key == *key) {
            needed += page.minutes;
            continue;
        }
        let (page, module) = (quoted(key), quoted(&module.key));
        let what = Said::new(
            format!("halaman {page} bukan bagian modul {module}"),
            format!("the page {page} is not in the module {module}"),
        );
        let remedy = Text::new(
            "Pindahkan ke acara modulnya sendiri.",
            "Move it to a session of its own module.",
        );
        advice.about_course(place, what, remedy);
    }
    let minutes = session.minutes;
    if needed > minutes {
        let what = Said::new(
            format!("halaman acara ini memerlukan {needed} menit, waktunya {minutes} menit"),
            format!("the pages of this session need {needed} minutes, it has {minutes}"),
        );
        let remedy = Text::new(
            "Kurangi halamannya, atau perpanjang acaranya.",
            "Take pages out, or make the session longer.",
        );
        advice.about_course(place, what, remedy);
    }
}

/// Every module is taught, and sessions that share one say which pages are whose.
fn untaught(course: &Course, sessions: &[Placed<'_>], advice: &mut Advice<'_>) {
    for module in &course.modules {
        let is_taught = |(session, _): &&Placed<'_>| session.module.as_ref() == Some(&module.key);
        let taught: Vec<&Placed<'_>> = sessions.iter().filter(is_taught).collect();
        let Some((_, first)) = taught.first() else {
            let what = Said::new(
                format!("modul {} tidak diajarkan dalam agenda ini", quoted(&module.key)),
                format!("the module {} is not taught in this agenda", quoted(&module.key)),
            );
            let remedy = Said::new(
                format!("Tambahkan acara dengan module = \"{}\".", module.key),
                format!("Add a session with module = \"{}\".", module.key),
            );
            advice.about_course(sessions.first().and_then(|(_, place)| *place), what, remedy);
            continue;
        };
        let unsaid = taught.iter().find(|(session, _)| session.pages.is_empty());
        if let Some((_, place)) = unsaid.filter(|_| taught.len() > 1) {
            let what = Said::new(
                format!("modul {} diajarkan dalam beberapa acara", quoted(&module.key)),
                format!("the module {} is taught in several sessions", quoted(&module.key)),
            );
            let remedy = Text::new(
                "Sebutkan halaman tiap acara dengan pages = [\"…\"].",
                "Say which pages each of them takes with pages = [\"…\"].",
            );
            advice.about_course(place.or(*first), what, remedy);
        }
    }
}
