//! What follows from a line that is complete, or from a way that was chosen.

use super::{
    super::{asked::Does, line::For},
    Prompt, Window, Wish, send,
};
use crate::model::{
    course::Page,
    live::{Command, page_at},
    moment::Moment,
};

impl Window {
    /// Follows a way that was chosen.
    pub(in crate::ui::show) fn follow(&mut self, does: Does) -> Vec<Wish> {
        match does {
            Does::Send(commands) => commands.into_iter().map(Wish::Send).collect(),
            Does::Type(what @ (For::Run | For::Groups), value) => {
                self.type_in(Prompt::text(what, &value))
            }
            Does::Type(what, value) => self.type_in(Prompt::number(what, &value, true)),
            Does::Leave => vec![Wish::Leave],
            Does::Nothing => Vec::new(),
        }
    }

    /// The page with this number, or this one of a module: "25", "2,5".
    fn page_called(&self, value: &str) -> Option<&Page> {
        let number = |text: &str| text.parse::<usize>().ok();
        let Some((module, page)) = value.split_once(',') else {
            return page_at(&self.course, number(value)?);
        };
        let module = self.course.modules.get(number(module)?.checked_sub(1)?)?;
        module.pages.get(number(page)?.checked_sub(1)?)
    }

    /// A line is complete.
    pub(in crate::ui::show) fn done(&mut self, prompt: Prompt) -> Vec<Wish> {
        let number = prompt.values().first().copied().unwrap_or(0);
        let value = prompt.value().to_owned();
        match &prompt.what {
            For::Page => match self.page_called(&value) {
                Some(page) => send(Command::GoTo(page.key.clone())),
                None => self.refuse("Tidak ada halaman bernomor itu.", "There is no such page."),
            },
            For::Minutes if number == 0 => {
                self.refuse("Isi dengan 1 menit atau lebih.", "Type 1 minute or more.")
            }
            For::Minutes => send(Command::TimerStart { minutes: number, activity: None }),
            For::Hands { item, vote, .. } => {
                let (item, vote, counts) = (item.clone(), *vote, prompt.values());
                self.doubt(&item, vote, &counts);
                send(Command::Counts { item, vote, counts })
            }
            For::Time { schedule, day } => match moment(self.now, &value) {
                Some(start) => {
                    send(Command::StartDay { schedule: schedule.clone(), day: *day, start })
                }
                None => self.refuse(
                    "Tulis jam dan menit dengan empat angka, misalnya 0815.",
                    "Type hours and minutes in four digits, such as 0815.",
                ),
            },
            For::Groups => {
                let names = value.split([',', ';']).map(|name| name.trim().to_owned());
                send(Command::Groups(names.filter(|name| !name.is_empty()).collect()))
            }
            For::Run if value.is_empty() => self.type_in(prompt),
            For::Run => send(Command::Fresh {
                run: value,
                rehearsal: self.live.rehearsal,
                born: Some(self.now),
            }),
        }
    }
}

/// Four digits (or three) as a time of this day.
fn moment(now: Moment, digits: &str) -> Option<Moment> {
    let number: i64 = digits.parse().ok().filter(|_| digits.len() >= 3)?;
    let (hour, minute) = (number / 100, number % 100);
    let wall = now.wall();
    let (here_hour, here_minute) = (i64::from(wall.hour()), i64::from(wall.minute()));
    let is_time = (0..24).contains(&hour) && (0..60).contains(&minute);
    let by = (hour - here_hour) * 3600 + (minute - here_minute) * 60 - i64::from(wall.second());
    is_time.then(|| now.later(jiff::SignedDuration::from_secs(by)))
}
