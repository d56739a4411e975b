//! What is told to the facilitator in a line: how the day goes, what comes next. Sentences only; the
//! numbers are the model's.

use super::Window;
use crate::model::{
    dates::clock,
    live::{Sight, hall_pages},
    pacing::{self, Pace, Slot, words},
    tally::{self, Advice},
    text::Lang,
};

impl Window {
    /// How the day goes, with its sessions; `None` until it is known which day it is.
    pub fn pace(&self) -> Option<(Pace, Vec<Slot<'_>>)> {
        let today = self.live.agenda.as_ref()?;
        let slots = pacing::day(&self.course, today.schedule.as_deref(), today.day);
        Some((pacing::pace(&self.course, today, &self.live.page, self.now)?, slots))
    }

    /// The number of the page that stands, from 1, and how many there are.
    pub fn number(&self) -> (usize, usize) {
        let at = hall_pages(&self.course).position(|(_, page)| page.key == self.live.page);
        (at.map_or(0, |at| at + 1), hall_pages(&self.course).count())
    }

    /// The page that comes next.
    pub fn next_page(&self) -> Option<&crate::model::course::Page> {
        let (at, _) = self.number();
        hall_pages(&self.course).nth(at).map(|(_, page)| page)
    }

    /// What is between the show and the hall: black or frozen, in a word; nothing where the hall sees
    /// what stands.
    pub fn hidden(&self) -> Option<&'static str> {
        match self.live.sight() {
            Sight::Black => Some(self.lang.pick("LAYAR GELAP", "SCREEN BLACK")),
            Sight::Page(scene) if scene.is_frozen => {
                Some(self.lang.pick("LAYAR BEKU", "SCREEN FROZEN"))
            }
            _ => None,
        }
    }

    /// What the last counted vote calls for.
    pub fn advice(&self) -> Option<Advice> {
        let (item, poll) = self.poll()?;
        let vote = (1..=poll.vote).rev().find(|vote| poll.is_counted(*vote))?;
        tally::tally(poll, item, vote)?.advice()
    }

    /// Time and what is next, in one line for the edge of the hall's window.
    pub fn info(&self) -> String {
        let lang = self.lang;
        let mut parts = vec![clock(self.now, lang)];
        parts.extend(self.hidden().map(str::to_owned));
        if let Some((pace, slots)) = self.pace() {
            if pace.elapsed >= 0 {
                parts.extend(pace.behind.map(|minutes| words::behind(minutes, lang)));
                parts.extend(pace.left.map(|minutes| words::left(minutes, lang)));
            }
            parts.extend(words::rest(&pace, &slots, lang));
        }
        if let Some(advice) = self.advice() {
            parts.push(advice.say(lang).to_owned());
        } else if let Some(page) = self.next_page() {
            let word = lang.pick("berikutnya", "next");
            parts.push(format!("{word}: {}", page.title(lang)));
        }
        parts.join(" · ")
    }

    /// The steps of the page that stands: which one this is, and of how many.
    pub fn step(&self) -> (usize, usize) {
        let steps = self.page().map(crate::model::course::Page::hall_steps).unwrap_or_default();
        let at = steps.iter().position(|step| *step >= self.live.step).unwrap_or(0);
        (at + 1, steps.len().max(1))
    }
}

/// "Hari 1 · Dua hari".
pub fn day_name(day: u32, title: &str, lang: Lang) -> String {
    let word = lang.pick("Hari", "Day");
    if title.is_empty() { format!("{word} {day}") } else { format!("{title} · {word} {day}") }
}
