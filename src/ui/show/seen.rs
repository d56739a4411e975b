//! What the hall sees of a state: the page, or what covers it, laid out. Draws nothing.

use super::{Window, told::day_name};
use crate::{
    model::{
        course::Session,
        dates::clock,
        live::{self, CoverKind, Scene, Sight},
        pacing,
        text::{Lang, Text},
    },
    ui::hall::{
        Countdown, Hall, Pace, Part, Poll, Slot, Start, Task, View,
        way::{self, Stop},
    },
};

const DISCUSS: Text = Text::new("Diskusi", "Discussion");

/// What the hall sees, ready to be drawn.
pub struct Seen {
    /// Its parts.
    pub parts: Vec<Part>,
    /// The one that is shown, with its step.
    pub stop: Stop,
    /// The countdown at its edge.
    pub timer: Option<(u64, Pace)>,
}

impl Window {
    /// What the hall sees now.
    pub fn seen(&self) -> Seen {
        self.seen_in(&self.hall())
    }

    fn seen_in(&self, hall: &Hall<'_>) -> Seen {
        let bare = |parts: Vec<Part>, part: usize| {
            let stop = way::settle(&parts, Stop { step: usize::MAX, part });
            Seen { parts, stop, timer: None }
        };
        match self.live.sight() {
            Sight::Black => bare(vec![Part::black(&self.theme)], 0),
            Sight::Start => bare(self.start(hall), self.live.cover_part),
            Sight::Page(scene) => self.scene(hall, scene),
        }
    }

    pub(super) fn scene(&self, hall: &Hall<'_>, scene: Scene<'_>) -> Seen {
        let timer = scene.timer.map(|timer| self.time(timer));
        let in_hall = |parts: Vec<Part>, timer| {
            let stop = way::settle(&parts, Stop { step: usize::MAX, part: scene.cover_part });
            Seen { parts, stop, timer }
        };
        if let (Some((seconds, pace)), true) = (timer, scene.timer.is_some_and(|it| it.big)) {
            let title = self.timer_title(scene, hall.lang);
            let parts = hall.countdown(Countdown { seconds, pace, title });
            return Seen { stop: way::first(&parts), parts, timer: None };
        }
        if let Some(poll) = scene.poll
            && let Some((_, item)) = self.course.item(&poll.item)
        {
            let view = match poll.show {
                live::Show::Question => View::Question,
                live::Show::Bars => View::Bars,
                live::Show::Key => View::Key,
            };
            let poll = Poll { item, shown: &[], counts: &poll.counts, view };
            return in_hall(hall.question(&poll), timer);
        }
        match scene.cover {
            Some(cover) if cover.kind == CoverKind::Agenda => in_hall(self.agenda(hall), timer),
            Some(cover) => match self.task(hall, cover.activity.as_deref(), timer) {
                Some(parts) => in_hall(parts, None),
                None => page_seen(hall, scene, timer),
            },
            None => page_seen(hall, scene, timer),
        }
    }

    /// Seconds that are left, rounded up, and how the countdown goes.
    pub fn time(&self, timer: &live::Timer) -> (u64, Pace) {
        let seconds = u64::try_from(timer.left_ms(self.now)).unwrap_or(0).div_ceil(1000);
        let pace = match () {
            () if timer.is_over(self.now) => Pace::Over,
            () if timer.is_paused() => Pace::Paused,
            () => Pace::Running,
        };
        (seconds, pace)
    }

    pub(super) fn timer_title(&self, scene: Scene<'_>, lang: Lang) -> &str {
        let key = scene.timer.and_then(|timer| timer.activity.as_deref());
        match key.and_then(|key| self.course.activity(key)) {
            Some(activity) => activity.title.get(lang),
            None if scene.poll.is_some() => DISCUSS.say(lang),
            None => "",
        }
    }

    fn task(
        &self,
        hall: &Hall<'_>,
        key: Option<&str>,
        timer: Option<(u64, Pace)>,
    ) -> Option<Vec<Part>> {
        let activity = self.course.activity(key?)?;
        let groups = self.live.groups.as_ref();
        let turn = groups.and_then(live::Groups::presenting);
        let now = hall.lang.pick("sekarang", "now");
        let done = hall.lang.pick("selesai", "done");
        let at = groups.map_or(0, |groups| groups.turn);
        let named = |(index, name): (usize, &str)| match turn {
            Some(_) if index == at => format!("{name} ({now})"),
            Some(_) if index < at => format!("{name} ({done})"),
            _ => name.to_owned(),
        };
        let names: Vec<String> = groups
            .map(|groups| groups.order().into_iter().enumerate().map(named).collect())
            .unwrap_or_default();
        let is_drawn = groups.is_some_and(|groups| groups.seed.is_some());
        let title = activity.title.get(hall.lang);
        let countdown = timer.map(|(seconds, pace)| Countdown { seconds, pace, title });
        Some(hall.task(Task { activity, groups: &names, is_drawn, countdown }))
    }

    fn agenda(&self, hall: &Hall<'_>) -> Vec<Part> {
        let Some((today, (pace, slots))) = self.live.agenda.as_ref().zip(self.pace()) else {
            return hall.agenda(&[], None);
        };
        let shown: Vec<Slot> = slots
            .iter()
            .map(|slot| Slot {
                start: clock(
                    today.start.later(jiff::SignedDuration::from_mins(slot.from)),
                    hall.lang,
                ),
                title: slot.session.title.get(hall.lang).clone(),
                is_break: slot.session.jp == 0,
            })
            .collect();
        hall.agenda(&shown, pace.planned)
    }

    pub(super) fn start(&self, hall: &Hall<'_>) -> Vec<Part> {
        let lang = hall.lang;
        let mut keys = vec![
            lang.pick("F5 atau Spasi: mulai · b: gelap", "F5 or Space: begin · b: black")
                .to_owned(),
            lang.pick(
                "[ ]: padat, lapang · F4: terang · ?: tombol",
                "[ ]: dense, roomy · F4: light · ?: keys",
            )
            .to_owned(),
        ];
        keys.extend(split_pages(self.live.stops.len(), lang));
        if self.live.rehearsal {
            let word =
                lang.pick("GLADI: waktu dicatat sebagai latihan.", "REHEARSAL: timed as such.");
            keys.push(word.to_owned());
        }
        let session = self.live.agenda.as_ref().map(|today| {
            let slots = pacing::day(&self.course, today.schedule.as_deref(), today.day);
            let first: Option<&Session> = slots.first().map(|slot| slot.session);
            let title = first.map_or("", |session| session.title.get(lang));
            let day = day_name(today.day, "", lang);
            format!("{day} · {title}")
        });
        let session = session.unwrap_or_default();
        hall.start(Start { session: &session, second: "pandu notes", keys: &keys })
    }
}

/// The page itself, with a countdown at its edge.
fn page_seen(hall: &Hall<'_>, scene: Scene<'_>, timer: Option<(u64, Pace)>) -> Seen {
    let parts = hall.page(scene.page);
    let stop = way::settle(&parts, Stop { step: scene.step, part: scene.part });
    Seen { parts, stop, timer }
}

fn split_pages(count: usize, lang: Lang) -> Option<String> {
    match (count, lang) {
        (0, _) => None,
        (_, Lang::Id) => Some(format!("{count} halaman terbagi di layar ini; lihat o.")),
        (1, Lang::En) => Some("1 page is split in this window; see o.".to_owned()),
        (_, Lang::En) => Some(format!("{count} pages are split in this window; see o.")),
    }
}
