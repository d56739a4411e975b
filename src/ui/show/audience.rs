//! The hall's window: what the state shows, the countdown at its edge, and one line for the
//! facilitator. It also tells how pages are laid out in it, so that a click is never short of a part.

use std::collections::BTreeMap;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{Laid, Over, Role, Window, Wish, find::Find, help, told::day_name};
use crate::{
    model::{
        course::Session,
        dates::clock,
        live::{self, Command, CoverKind, HallWindow, Scene, Sight, Spot, hall_pages},
        pacing,
        profile::Unknown,
        text::{Lang, Text},
    },
    ui::{
        frame::row,
        hall::{
            Countdown, Hall, Pace, Part, Poll, Slot, Start, Task, View, clock as digits,
            way::{self, Stop},
        },
        plain, prose, theme,
        widgets::lines,
    },
};

/// Rows and columns around what lies over the window.
const MARGIN: (u16, u16) = (3, 1);
/// Smallest window that is drawn in.
const SMALLEST: (u16, u16) = (20, 5);

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
        let found = self.course.activities.iter().find(|it| Some(it.key.as_str()) == key);
        match found {
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
        let activity = self.course.activities.iter().find(|it| Some(it.key.as_str()) == key)?;
        let groups = self.live.groups.as_ref();
        let turn = groups.and_then(live::Groups::presenting);
        let mark = self.theme.marks.cursor;
        let named = |name: &str| {
            let is_turn = turn == Some(name);
            if is_turn { format!("{name} {mark}") } else { name.to_owned() }
        };
        let names: Vec<String> = groups
            .map(|groups| groups.order().into_iter().map(named).collect())
            .unwrap_or_default();
        let is_drawn = groups.is_some_and(|groups| groups.seed.is_some());
        let title = activity.title.get(hall.lang);
        let countdown = timer.map(|(seconds, pace)| Countdown { seconds, pace, title });
        Some(hall.task(Task { activity, groups: &names, is_drawn, countdown }))
    }

    fn agenda(&self, hall: &Hall<'_>) -> Vec<Part> {
        let Some(today) = &self.live.agenda else { return hall.agenda(&[], None) };
        let slots = pacing::day(&self.course, today.schedule.as_deref(), today.day);
        let pace = pacing::pace(&self.course, today, &self.live.page, self.now);
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
        hall.agenda(&shown, pace.and_then(|pace| pace.planned))
    }

    fn start(&self, hall: &Hall<'_>) -> Vec<Part> {
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

    /// The window has this size from now on.
    pub const fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// What this window must tell of its layout: all pages at the beginning and when size, language or
    /// density changed; what covers the page as soon as it is there.
    pub fn settle(&mut self) -> Vec<Wish> {
        if self.role == Role::Notes || self.is_too_small() {
            return Vec::new();
        }
        let laid = Laid { size: self.size, density: self.density(), lang: self.lang };
        let mut wishes = Vec::new();
        if self.laid != Some(laid) {
            let before = self.laid.replace(laid);
            wishes.extend(self.lay_out(laid, before));
        }
        let of = self.live.covered_by();
        let name = (of.clone(), laid);
        if !of.is_empty() && self.live.frozen.is_none() && self.laid_cover.as_ref() != Some(&name) {
            self.laid_cover = Some(name);
            let live = &self.live;
            let scene = Scene {
                page: &live.page,
                step: live.step,
                part: live.part,
                poll: live.poll.as_ref(),
                timer: None,
                cover: live.cover.as_ref(),
                cover_part: 0,
                is_frozen: false,
            };
            let hall = self.hall();
            let parts = if live.begun.is_none() {
                self.start(&hall).len()
            } else {
                self.scene(&hall, scene).parts.len()
            };
            if parts != live.cover_parts {
                wishes.push(Wish::Send(Command::CoverParts { of, parts }));
            }
        }
        wishes
    }

    fn lay_out(&self, laid: Laid, before: Option<Laid>) -> Vec<Wish> {
        let hall = self.hall();
        let split = hall_pages(&self.course).filter_map(|(_, page)| {
            let stops = stops(&hall.page(&page.key));
            stops.iter().any(|(_, part)| *part > 0).then(|| (page.key.clone(), stops))
        });
        let stops: BTreeMap<String, Vec<(usize, usize)>> = split.collect();
        let window = HallWindow {
            columns: laid.size.0,
            rows: laid.size.1,
            density: laid.density.code().to_owned(),
            lang: laid.lang.code().to_owned(),
            unknown: Unknown::new(),
        };
        let mut wishes = Vec::new();
        if self.live.window.as_ref() != Some(&window) {
            wishes.push(Wish::Send(Command::Window(window)));
        }
        // The same words stay in sight.
        let (page, stop) = (&self.live.page, Stop { step: self.live.step, part: self.live.part });
        let moved = before.map(|before| {
            let Laid { size, density, lang } = before;
            let old = Hall { lang, size, density, ..hall }.page(page);
            way::moved(&old, &hall.page(page), stop)
        });
        if self.live.stops != stops {
            wishes.push(Wish::Send(Command::Stops(stops)));
        }
        if let Some(Stop { step, part }) = moved.filter(|moved| *moved != stop) {
            let spot = Spot { page: page.clone(), step, part, unknown: Unknown::new() };
            wishes.push(Wish::Send(Command::At(spot)));
        }
        wishes
    }

    const fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }
}

/// The page itself, with a countdown at its edge.
fn page_seen(hall: &Hall<'_>, scene: Scene<'_>, timer: Option<(u64, Pace)>) -> Seen {
    let parts = hall.page(scene.page);
    let stop = way::settle(&parts, Stop { step: scene.step, part: scene.part });
    Seen { parts, stop, timer }
}

/// What is shown click by click of a page.
fn stops(parts: &[Part]) -> Vec<(usize, usize)> {
    let mut stops = Vec::new();
    let mut next = (!parts.is_empty()).then(|| way::first(parts));
    while let Some(stop) = next {
        stops.push((stop.step, stop.part));
        next = way::next(parts, stop);
    }
    stops
}

fn split_pages(count: usize, lang: Lang) -> Option<String> {
    match (count, lang) {
        (0, _) => None,
        (_, Lang::Id) => Some(format!("{count} halaman terbagi di layar ini; lihat o.")),
        (1, Lang::En) => Some("1 page is split in this window; see o.".to_owned()),
        (_, Lang::En) => Some(format!("{count} pages are split in this window; see o.")),
    }
}

/// Draws the hall's window.
pub(super) fn draw(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = window.theme();
    if window.is_too_small() {
        let word = window.lang.pick("Perbesar jendela", "Enlarge the window");
        lines::draw_top(
            &[prose::clip(&[Span::styled(word, theme.text)], area.width, theme)],
            area,
            buf,
        );
        return None;
    }
    let cursor = match window.over() {
        Over::Nothing => {
            seen(window, area, buf);
            None
        }
        over => draw_over(window, over, inner(area), buf),
    };
    let cursor = draw_line(window, area, buf).or(cursor);
    if theme.marks == theme::ASCII {
        plain::make_plain(buf);
    }
    cursor
}

/// The room of what lies over the window.
const fn inner(area: Rect) -> Rect {
    let (x, y) = MARGIN;
    Rect {
        x: area.x + x,
        y: area.y + y,
        width: area.width.saturating_sub(2 * x),
        height: area.height.saturating_sub(y + 2),
    }
}

/// Draws what lies over a window.
pub(super) fn draw_over(
    window: &Window,
    over: &Over,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let (lang, theme) = (window.lang, window.theme());
    match over {
        Over::Nothing => {}
        Over::Help(from) => help::draw(window, *from, area, buf),
        Over::Asked(asked) => asked.draw(lang, theme, area, buf),
        Over::Find(find) => {
            let find: &Find = find;
            return find.draw((window.course(), window.live(), lang), theme, area, buf);
        }
    }
    None
}

fn seen(window: &Window, area: Rect, buf: &mut Buffer) {
    let theme = window.theme();
    let seen = window.seen();
    if let Some(part) = seen.parts.get(seen.stop.part) {
        part.draw(seen.stop.step, theme, area, buf);
    }
    let Some((seconds, pace)) = seen.timer else { return };
    let style = match pace {
        Pace::Over => theme.marked,
        Pace::Paused => theme.text.patch(theme.quiet),
        Pace::Running => theme.text.patch(theme.strong).patch(theme.accent),
    };
    let text = match pace {
        Pace::Over => format!(" {} ", pace.word(window.hall().lang)),
        _ => format!("{} {}", pace.word(window.hall().lang), digits(seconds)),
    };
    let place = row(area, area.height.saturating_sub(1));
    let place = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
    lines::draw_top(&[prose::clip(&[Span::styled(text, style)], place.width, theme)], place, buf);
}

/// The one line for the facilitator: what is being typed, what is said, how the day goes.
pub(super) fn draw_line(window: &Window, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = window.theme();
    let place = row(area, area.height.saturating_sub(1));
    let (text, cursor) = match (window.prompt(), window.said()) {
        (Some(prompt), _) => {
            let (shown, column) = prompt.shown();
            let label = prompt.label(window.course(), window.lang);
            let at = prose::cells(&label) as usize + 1 + column;
            (format!(" {label} {shown}"), Some(at + 1))
        }
        (None, Some(said)) => (format!(" {said}"), None),
        (None, None) if window.has_info => (format!(" {}", window.info()), None),
        (None, None) => return None,
    };
    let width = usize::from(place.width);
    // The end of what is being typed stays in sight.
    let over = cursor.map_or(0, |at| (at + 1).saturating_sub(width));
    let shown: String = text.chars().skip(over).collect();
    let line = prose::clip(&[Span::styled(shown, theme.marked)], place.width, theme);
    buf.set_style(place, theme.marked);
    lines::draw_top(&[Line::from(line.spans)], place, buf);
    let x = place.x.saturating_add(u16::try_from(cursor?.saturating_sub(over)).ok()?);
    (x < place.right()).then_some(Position { x, y: place.y })
}
